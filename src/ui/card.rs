//! The card of an actor: its name, one sentence, how sure, from where.

use yew::Html;

use super::app::View;
use super::html::{el, none, sentence};
use super::{frame, icons, sheet};

/// The open card, or nothing.
pub fn view(view: &View<'_>) -> Html {
    let open = view.session.actor.as_ref();
    let actor = view
        .scene()
        .and_then(|it| it.actors.iter().find(|it| Some(&it.id) == open));
    let Some(actor) = actor else { return none() };
    let name = view.content.texts.actor(&actor.id);
    let mut parts = vec![
        el("h3", &[], vec![sentence(name)]),
        frame::button(view, "icon-btn", "close", "close", icons::CLOSE),
        el(
            "p",
            &[],
            vec![sentence(view.content.texts.claim(&actor.claim))],
        ),
    ];
    if let Some(claim) = view.content.explainer.claim(&actor.claim) {
        parts.push(frame::badges(view, &claim.badges()));
        parts.push(sheet::origin(view, claim));
    }
    // It leaves what it is about, and the focus on it, in sight.
    let class = match view.store.driver().is_low(&actor.id) {
        true => "card actor high",
        false => "card actor",
    };
    el(
        "div",
        &[
            ("class", class),
            ("data-card", &*actor.id),
            ("role", "group"),
            ("aria-label", name),
        ],
        parts,
    )
}
