//! What is being told now: how sure it is, in words, where it comes from. Also the room for it, which is that of the
//! scene's longest caption. Must not hold: heights.

use yew::Html;

use super::app::View;
use super::html::{el, sentence, text, when};
use super::{frame, icons, texts};

/// The step's caption, and unseen in the same place those of all steps: whatever the width, the letters and their size,
/// nothing below goes up and down from step to step.
pub fn view(view: &View<'_>) -> Html {
    let mut captions = vec![one(view, false)];
    let mut session = view.session.clone();
    for step in 0..view.scene().map_or(0, |scene| scene.steps.len()) {
        session.step = step;
        let at_step = View {
            session: &session,
            ..*view
        };
        captions.push(one(&at_step, true));
    }
    el("div", &[("class", "captions")], captions)
}

/// Badges, count, sentence, sources.
fn one(view: &View<'_>, unseen: bool) -> Html {
    let View {
        session, content, ..
    } = view;
    let caption = texts::caption(session, content);
    let count = text(&texts::count("step.short", session, content));
    let count = el("span", &[("class", "count")], vec![count]);
    el(
        "div",
        &[("class", "caption"), (when(unseen, "aria-hidden"), "true")],
        vec![
            frame::tested(view, texts::claims(session, content)),
            count,
            // Other words are another paragraph: phrases that wander would count as layout shift.
            el(
                "p",
                &[(when(!unseen, "data-caption"), ""), ("key", &*caption)],
                vec![sentence(&caption)],
            ),
            frame::labelled(view, "sources", "sources", "sources.button", icons::SOURCES),
        ],
    )
}
