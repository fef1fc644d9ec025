//! The card of an actor: its name, one sentence, how sure, from where.

use yew::prelude::*;

use super::app::View;
use super::frame;
use super::icons::{self, icon};
use super::sheet;

/// The open card, or nothing.
pub fn view(view: &View<'_>) -> Html {
    let Some(id) = &view.session.actor else { return Html::default() };
    let Some(actor) = view.scene().and_then(|it| it.actors.iter().find(|it| it.id == *id)) else {
        return Html::default();
    };
    let claim = view.content.explainer.claim(&actor.claim);
    let badges = claim.map(|claim| claim.badges()).unwrap_or_default();
    html! {
        <div class="card about-actor" role="group" aria-label={view.content.texts.actor(id).to_owned()}>
            <h3>{ view.content.texts.actor(id).to_owned() }</h3>
            <button type="button" data-action="close" aria-label={view.ui("close")}>{ icon(icons::CLOSE) }</button>
            <p>{ view.content.texts.claim(&actor.claim).to_owned() }</p>
            <div class="badges">{ frame::badges(view, &badges) }</div>
            if let Some(claim) = claim {
                { sheet::sources_of(view, claim) }
            }
        </div>
    }
}
