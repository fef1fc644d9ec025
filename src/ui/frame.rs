//! What frames the picture: title row, tools, evidence ladder, the two buttons that are always
//! there. Also the pieces that several parts share.

use std::rc::Rc;

use yew::Html;

use super::app::View;
use super::html::{Attribute, el, none, sentence, text, when};
use super::icons::{self, Icon, icon};
use super::{clinic, lanes, texts};
use crate::content::{Badge, StripState};
use crate::session::START;

/// The plate with the figure's number, and the title under its kicker.
pub fn top(view: &View<'_>) -> Html {
    let words = view.words();
    let figure = view.scene().map_or(0, |scene| scene.figure).to_string();
    let heading = vec![
        el(
            "p",
            &[("class", "kicker")],
            vec![sentence(words.kicker), clinic::mark(view)],
        ),
        el("h2", &[("class", "title")], vec![sentence(words.title)]),
    ];
    let plate = vec![text(view.ui("figure")), el("b", &[], vec![text(&figure)])];
    let plate = match view.at_start() {
        true => none(),
        false => el("span", &[("class", "plate")], plate),
    };
    let locator = match view.scene().map_or("", |scene| &scene.locator) {
        "" => none(),
        spot => icons::locator(spot),
    };
    let parts = vec![
        plate,
        el("div", &[], heading),
        el(
            "span",
            &[("class", "place")],
            vec![locator, text(words.place)],
        ),
    ];
    el("header", &[("class", "top")], parts)
}

/// What the whole explainer is called; shown where there is room.
pub fn brand(view: &View<'_>) -> Vec<Html> {
    let name = text(view.ui("app.title"));
    let start = to_start(view);
    vec![
        el("strong", &[], vec![command(&start, vec![name])]),
        el("small", &[], vec![text(view.ui("app.subtitle"))]),
    ]
}

/// The way to the opening view.
fn to_start<'a>(view: &View<'_>) -> [Attribute<'a>; 2] {
    [
        ("data-scene", START),
        (when(view.at_start(), "aria-current"), "true"),
    ]
}

/// Buttons for the list, the settings and the help.
pub fn tools(view: &View<'_>) -> Vec<Html> {
    vec![
        button(view, "icon-btn menu", "rail", "nav.name", icons::LIST),
        button(
            view,
            "icon-btn",
            "settings",
            "settings.button",
            icons::SETTINGS,
        ),
        button(view, "icon-btn", "help", "settings.help", icons::HELP),
    ]
}

/// A button that shows an icon and is named by a text.
pub fn button(view: &View<'_>, class: &str, action: &str, key: &str, picture: Icon) -> Html {
    let name = view.ui(key);
    command(
        &[
            ("class", class),
            ("data-action", action),
            ("aria-label", name),
            ("title", name),
        ],
        vec![icon(picture)],
    )
}

/// A button that shows an icon and a text.
pub fn labelled(view: &View<'_>, class: &str, action: &str, key: &str, picture: Icon) -> Html {
    let content = vec![icon(picture), text(view.ui(key))];
    command(&[("class", class), ("data-action", action)], content)
}

/// Any button. What it does is in its attributes; see `commands`.
pub fn command(attributes: &[Attribute<'_>], children: Vec<Html>) -> Html {
    let attributes = [&[("type", "button")], attributes].concat();
    el("button", &attributes, children)
}

/// The evidence ladder: how far each kind of study has come.
pub fn strip(view: &View<'_>) -> Html {
    if view.at_start() {
        return none();
    }
    let strips = view.scene().map_or(&[][..], |scene| &scene.strips);
    let sides: Vec<&str> = strips
        .iter()
        .map(|(side, _)| &**side)
        .filter(|side| !side.is_empty())
        .collect();
    let cell = |(at, grade): (usize, Badge)| {
        let name = vec![icon(icons::of_badge(grade)), text(view.ui(grade.ui_key()))];
        let mut parts = vec![el("b", &[], name)];
        let grade = texts::badge_name(grade);
        let mut look = ("", "");
        for (side, strip) in strips {
            let state = strip.get(at).copied().unwrap_or_default();
            let name = state.ui_key().strip_prefix("strip.").unwrap_or_default();
            let mut words = vec![text(view.ui(state.ui_key()))];
            if state == StripState::NotStudied {
                words.push(text(" ?"));
            }
            if side.is_empty() {
                look = ("data-state", name);
                parts.push(el("span", &[], words));
            } else {
                let whose = [view.ui(&["side.", side].concat()), " "].concat();
                words.insert(0, el("i", &[("class", "sr")], vec![text(&whose)]));
                parts.push(el(
                    "span",
                    &[("data-grade", grade), ("data-state", name)],
                    words,
                ));
            }
        }
        let attributes = &[("class", "cell"), ("data-grade", grade), look];
        el("li", attributes, parts)
    };
    let mut cells: Vec<Html> = Badge::STRIP.into_iter().enumerate().map(cell).collect();
    let mut class = "strip";
    if !sides.is_empty() {
        class = "strip sides";
        cells.insert(0, lanes::names(view, &sides));
    }
    el(
        "ul",
        &[("class", class), ("aria-label", view.ui("strip.name"))],
        cells,
    )
}

/// Risks and questions: in every view, at the same place.
pub fn foot(view: &View<'_>) -> Vec<Html> {
    vec![
        labelled(view, "btn", "risk", "risk.button", icons::RISK),
        labelled(view, "btn", "ask", "ask.button", icons::ASK),
    ]
}

/// A row of badges alone.
pub fn badges(view: &View<'_>, badges: &[Badge]) -> Html {
    row(
        view,
        badges.iter().map(|it| (*it, Default::default())).collect(),
    )
}

/// A row of the badges of these claims with what was tested and how it was given.
pub fn tested(view: &View<'_>, claims: &[Rc<str>]) -> Html {
    row(view, view.content.explainer.tested(claims))
}

fn row(view: &View<'_>, badges: Vec<(Badge, [Vec<Rc<str>>; 2])>) -> Html {
    let mut key = String::new();
    let mut row = Vec::new();
    let mut finding = Vec::new();
    let mut said = None;
    let mut count = badges.len().to_string();
    let mut tested = 0;
    for (badge, lists) in badges {
        let name = texts::badge_name(badge);
        let content = vec![icon(icons::of_badge(badge)), text(view.ui(badge.ui_key()))];
        key.push_str(name);
        let lines = lists.map(|names| texts::tested(&names, view.content));
        let says = lines.iter().any(|line| !line.is_empty());
        // A badge, how it came out and what was tested stay together.
        if says || badge != Badge::NoDifference {
            close(&mut row, &mut finding, &mut said);
        }
        finding.push(el(
            "span",
            &[("class", "badge"), ("data-badge", name)],
            content,
        ));
        if says {
            key.extend(lines.iter().map(String::as_str));
            let lines = lines.map(|line| el("span", &[], vec![sentence(&line)]));
            said = Some(el("small", &[("class", "tested")], lines.into()));
            tested += 1;
        }
    }
    close(&mut row, &mut finding, &mut said);
    // Two with what was tested are as wide as three.
    if count == "2" && tested == 2 {
        count.push('+');
    }
    // Other badges are another row: nodes that wander within one would count as layout shift.
    let attributes = &[
        ("class", "badges"),
        ("data-count", &*count),
        ("key", &*key),
        ("role", "group"),
        ("aria-label", view.ui("badge.group")),
    ];
    el("div", attributes, row)
}

/// Ends a finding: its badges, with what was tested after them.
fn close(row: &mut Vec<Html>, finding: &mut Vec<Html>, said: &mut Option<Html>) {
    let Some(said) = said.take() else {
        return row.append(finding);
    };
    let mut parts = std::mem::take(finding);
    parts.push(said);
    row.push(el("span", &[("class", "finding")], parts));
}
