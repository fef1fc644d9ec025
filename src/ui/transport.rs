//! Play, step, scrub, speed.

use yew::prelude::*;

use super::app::View;
use super::icons::{self, icon};
use crate::content::fill;
use crate::session::playhead::Speed;

/// The row of controls. The scrubber's position is not the vdom's business: see `Store::show_time`.
pub fn view(view: &View<'_>) -> Html {
    let session = view.session;
    let steps = view.scene().map_or(0, |scene| scene.steps.len());
    let duration_secs = view.scene().map_or(0.0, |scene| scene.duration_secs);
    let (play_key, play_icon) =
        if session.playing { ("pause", icons::PAUSE) } else { ("play", icons::PLAY) };
    let speed = match session.settings.speed {
        Speed::Half => "0.5",
        Speed::Normal => "1",
        Speed::Double => "2",
    };
    let speed_text = |key| AttrValue::from(fill(view.content.texts.ui(key), &[("x", speed)]));
    let button = |class: &'static str, action: &'static str, key: &str, picture| {
        html! {
            <button type="button" {class} data-action={action} aria-label={view.ui(key)} title={view.ui(key)}>
                { icon(picture) }
            </button>
        }
    };
    html! {
        <div class="transport" role="group" aria-label={view.ui("player.name")}>
            { button("list", "rail", "nav.name", icons::LIST) }
            { button("prev", "previous", "previous", icons::PREVIOUS) }
            <button type="button" class="play" data-action="play" ref={&view.store.nodes().play}
                aria-label={view.ui(play_key)} title={view.ui(play_key)}>
                { icon(play_icon) }
            </button>
            { button("next", "next", "next", icons::NEXT) }
            <div class="scrub" ref={&view.store.nodes().scrub}>
                for step in 0..steps {
                    <span class={classes!("tick", (step <= session.step).then_some("done"))} />
                }
                <input type="range" data-scrub="" ref={&view.store.nodes().range}
                    min="0" max={(duration_secs.ceil() as u32).to_string()} step="0.1"
                    aria-label={view.ui("scrub.name")} />
            </div>
            <button type="button" class="speed" data-action="speed" aria-label={speed_text("speed")}>
                { speed_text("speed.short") }
            </button>
            { button("replay", "replay", "replay", icons::REPLAY) }
        </div>
    }
}
