//! Play, step, scrub, speed.

use yew::Html;

use super::app::View;
use super::frame;
use super::html::{el, el_ref, text};
use super::icons::{self, icon};
use crate::content::fill;
use crate::session::playhead::Speed;

/// The row of controls. The scrubber's position is not the vdom's business: see `Store::show_time`.
pub fn view(view: &View<'_>) -> Html {
    let (session, nodes) = (view.session, view.store.nodes());
    let speed = match session.settings.speed {
        Speed::Half => "0.5",
        Speed::Normal => "1",
        Speed::Double => "2",
    };
    let speed_text = |key| fill(view.ui(key), &[("x", speed)]);
    let speed_attributes = &[
        ("class", "speed"),
        ("data-action", "speed"),
        ("aria-label", &*speed_text("speed")),
    ];
    let (play_key, play_icon) = if session.playing {
        ("pause", icons::PAUSE)
    } else {
        ("play", icons::PLAY)
    };
    let play = view.ui(play_key);
    let play_attributes = &[
        ("type", "button"),
        ("class", "play"),
        ("data-action", "play"),
        ("aria-label", play),
        ("title", play),
    ];
    el(
        "div",
        &[
            ("class", "transport"),
            ("role", "group"),
            ("aria-label", view.ui("player.name")),
        ],
        vec![
            frame::button(view, "list", "rail", "nav.name", icons::LIST),
            frame::button(view, "prev", "previous", "previous", icons::PREVIOUS),
            el_ref(
                "button",
                play_attributes,
                &nodes.play,
                vec![icon(play_icon)],
            ),
            frame::button(view, "next", "next", "next", icons::NEXT),
            scrub(view),
            frame::command(speed_attributes, vec![text(&speed_text("speed.short"))]),
            frame::button(view, "replay", "replay", "replay", icons::REPLAY),
        ],
    )
}

fn scrub(view: &View<'_>) -> Html {
    let nodes = view.store.nodes();
    let (steps, duration_secs) = view
        .scene()
        .map_or((0, 0.0), |scene| (scene.steps.len(), scene.duration_secs));
    let range = &[
        ("type", "range"),
        ("data-scrub", ""),
        ("min", "0"),
        ("max", &*(duration_secs as u32).to_string()),
        ("step", "0.1"),
        ("aria-label", view.ui("scrub.name")),
    ];
    let tick = |step| {
        let class = if step <= view.session.step {
            "tick done"
        } else {
            "tick"
        };
        el("span", &[("class", class)], vec![])
    };
    let mut parts: Vec<_> = (0..steps).map(tick).collect();
    parts.push(el_ref("input", range, &nodes.range, vec![]));
    el_ref("div", &[("class", "scrub")], &nodes.scrub, parts)
}
