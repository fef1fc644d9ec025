//! Which of the two courses are on the stage, and how strongly the effect is assumed.

use yew::Html;

use super::app::View;
use super::frame;
use super::html::{el, el_ref, text, truth, when};
use super::icons::{self, Icon, icon};
use crate::session::LaneView;

/// The switch 両方 / なし / あり, with the way to the assumed effect at its end.
pub fn switch(view: &View<'_>) -> Html {
    let choice = |lanes: LaneView, action: &str, key: &str, picture: Icon| {
        let pressed = truth(view.session.lanes == lanes);
        let content = vec![icon(picture), text(view.ui(key))];
        frame::command(
            &[("data-action", action), ("aria-pressed", pressed)],
            content,
        )
    };
    let name = view.ui("effect.name");
    let effect = &[
        ("class", "assume"),
        ("data-action", "effect"),
        ("aria-label", name),
        ("title", name),
        ("aria-expanded", truth(view.session.effect_open)),
    ];
    el(
        "div",
        &[
            ("class", "seg"),
            ("role", "group"),
            ("aria-label", view.ui("lane.group")),
        ],
        vec![
            choice(LaneView::Both, "lane-both", "lane.both", icons::BOTH),
            choice(
                LaneView::Without,
                "lane-without",
                "lane.without.short",
                icons::WITHOUT,
            ),
            choice(LaneView::With, "lane-with", "lane.with.short", icons::WITH),
            frame::command(effect, vec![mark()]),
        ],
    )
}

/// The slider of the assumed effect. It stays in the tree while folded, so that its value is never
/// lost. Its position is set by `Store::rendered`.
pub fn effect(view: &View<'_>) -> Html {
    let effect = view.session.assumed_effect.get();
    let value = view.ui(match effect {
        effect if effect <= 0.0 => "effect.value.none",
        effect if effect < 0.34 => "effect.value.low",
        effect if effect < 0.67 => "effect.value.middle",
        _ => "effect.value.high",
    });
    let name = view.ui("effect.name");
    let slider = &[
        ("type", "range"),
        ("data-effect", ""),
        ("min", "0"),
        ("max", "1"),
        ("step", "0.01"),
        ("aria-label", name),
        ("aria-valuetext", value),
    ];
    let about = vec![
        mark(),
        el("b", &[], vec![text(name)]),
        el("output", &[], vec![text(value)]),
        el("small", &[], vec![text(view.ui("effect.hint"))]),
    ];
    let hidden = when(!view.session.effect_open, "hidden");
    el(
        "div",
        &[
            ("class", "effect"),
            ("role", "group"),
            ("aria-label", name),
            (hidden, ""),
        ],
        vec![
            el("p", &[], about),
            frame::button(
                view,
                "icon-btn",
                "effect-less",
                "effect.decrease",
                icons::LESS,
            ),
            el_ref("input", slider, &view.store.nodes().effect, vec![]),
            frame::button(
                view,
                "icon-btn",
                "effect-more",
                "effect.increase",
                icons::MORE,
            ),
            frame::button(view, "icon-btn", "effect", "close", icons::CLOSE),
        ],
    )
}

/// The mark of everything unknown.
fn mark() -> Html {
    el(
        "span",
        &[("class", "q"), ("aria-hidden", "true")],
        vec![text("?")],
    )
}
