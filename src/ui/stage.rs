//! The picture's place: canvas, overlay for labels, hot-spots, the card of an actor, the start button.
//!
//! INVARIANT: the canvas stays at its place in the tree and is never inside an `if`; a new canvas would be empty.
//! The overlay is empty for the vdom; the driver fills and places what is in it.

use yew::prelude::*;

use super::app::View;
use super::card;
use super::icons::{self, icon};
use crate::content::fill;

/// Everything inside `div.stage`.
pub fn view(view: &View<'_>) -> Html {
    let nodes = view.store.nodes();
    let words = view.words();
    let name = fill(view.content.texts.ui("stage.name"), &[("title", words.title)]);
    let actors = view.scene().map(|scene| scene.actors.as_slice()).unwrap_or_default();
    html! {
        <>
            <canvas data-stage="" role="img" tabindex="0" aria-label={name} aria-describedby="shown" ref={&nodes.canvas} />
            <div class="overlay" ref={&nodes.overlay} />
            <div class="spots" role="group" aria-label={view.ui("actor.hint")}>
                for actor in actors {
                    <button type="button" data-actor={AttrValue::from(actor.id.to_string())}
                        aria-label={view.content.texts.actor(&actor.id).to_owned()}
                        aria-expanded={if view.session.actor.as_ref() == Some(&actor.id) { "true" } else { "false" }} />
                }
            </div>
            <p class="note">{ view.ui("note.schematic") }</p>
            { card::view(view) }
            if !view.session.started {
                <button type="button" class="start" data-action="start">{ icon(icons::PLAY) }{ view.ui("poster.start") }</button>
            }
            <p class="sr">{ words.description.to_owned() }</p>
            <p class="sr" id="shown" data-description="" ref={&nodes.description} />
        </>
    }
}
