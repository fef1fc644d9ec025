//! Which of the two sides are on the stage: without and with exosomes, or the drip and the local injection.

use yew::Html;

use super::app::View;
use super::html::{el, none, text, truth};
use super::icons::{self, Icon, icon};
use super::{frame, tries};
use crate::session::LaneView;

/// The switch 両方 / なし / あり, with the way to what can be tried at its end. A scene without sides has the latter alone.
pub fn switch(view: &View<'_>) -> Html {
    let sides = view.scene().is_some_and(|scene| scene.compares);
    let routes = view.has("side");
    let choice = |lanes: LaneView, action: &str, key: &str, picture: Icon| {
        let pressed = truth(view.session.lanes == lanes);
        let content = vec![icon(picture), text(view.ui(key))];
        frame::command(
            &[("data-action", action), ("aria-pressed", pressed)],
            content,
        )
    };
    let [both, first, second] = match routes {
        true => ["side.both", "side.drip", "side.local"],
        false => ["lane.both", "lane.without.short", "lane.with.short"],
    };
    let (one, other) = match routes {
        true => (icons::DRIP, icons::LOCAL),
        false => (icons::WITHOUT, icons::WITH),
    };
    let mut parts = Vec::new();
    if sides || routes {
        parts.push(choice(LaneView::Both, "lane-both", both, icons::BOTH));
        parts.push(choice(LaneView::Without, "lane-without", first, one));
        parts.push(choice(LaneView::With, "lane-with", second, other));
    }
    if tries::any(view) {
        parts.push(tries::button(view));
    }
    if parts.is_empty() {
        return none();
    }
    let attributes = &[
        ("class", "seg"),
        ("role", "group"),
        ("aria-label", view.ui("lane.group")),
    ];
    el("div", attributes, parts)
}

/// What the rows of a strip of two sides are: their signs and names, before its first column.
pub fn names(view: &View<'_>, sides: &[&str]) -> Html {
    let name = |side: &&str| {
        let sign = if *side == "drip" {
            icons::DRIP
        } else {
            icons::LOCAL
        };
        let name = text(view.ui(&["side.", side].concat()));
        el("span", &[], vec![icon(sign), el("i", &[], vec![name])])
    };
    let names = sides.iter().map(name).collect();
    el(
        "li",
        &[("class", "cell names"), ("aria-hidden", "true")],
        names,
    )
}
