//! The picture's place: canvas, overlay for labels, hot-spots, the card of an actor, the start button.
//!
//! INVARIANT: the canvases stay at their place in the tree and are never left out; a new canvas would be empty.
//! The overlay is empty for the vdom; the driver fills and places what is in it.

use std::rc::Rc;

use yew::Html;

use super::app::View;
use super::html::{el, el_ref, none, sentence, text, truth};
use super::icons::{Icon, icon};
use super::{card, frame, icons};
use crate::content::{Actor, fill};
use crate::session::LaneView;

/// Everything inside `div.stage`.
pub fn view(view: &View<'_>) -> Vec<Html> {
    let nodes = view.store.nodes();
    let words = view.words();
    let name = fill(view.ui("stage.name"), &[("title", words.title)]);
    let canvas = &[
        ("data-stage", ""),
        ("role", "img"),
        ("tabindex", "0"),
        ("aria-label", &*name),
        ("aria-describedby", "scene shown"),
    ];
    let back = &[("data-back", ""), ("aria-hidden", "true")];
    let leaving = &[("data-leaving", ""), ("aria-hidden", "true")];
    let start = if view.session.started || view.at_start() {
        none()
    } else {
        frame::labelled(view, "start", "start", "poster.start", icons::PLAY)
    };
    let sides = if view.scene().is_some_and(|scene| scene.compares) {
        (
            tag(view, "without", "lane.without", icons::WITHOUT),
            tag(view, "with", "lane.with", icons::WITH),
        )
    } else {
        (none(), none())
    };
    // A scene that is true to scale says so itself.
    let own = view.content.texts.label(&view.session.scene, "note");
    let note = match own.is_empty() {
        true => (view.ui("note.schematic"), view.ui("note.schematic.short")),
        false => (own, own),
    };
    let described = &[("class", "sr"), ("id", "shown"), ("data-description", "")];
    vec![
        el_ref("canvas", back, &nodes.back, vec![]),
        el_ref("canvas", canvas, &nodes.canvas, vec![]),
        el_ref("canvas", leaving, &nodes.leaving, vec![]),
        el_ref("div", &[("class", "overlay")], &nodes.overlay, vec![]),
        spots(view),
        sides.0,
        sides.1,
        other(view),
        legend(view),
        onward(view),
        el(
            "p",
            &[("class", "note")],
            vec![
                el("span", &[("class", "whole")], vec![sentence(note.0)]),
                el("span", &[("class", "brief")], vec![text(note.1)]),
            ],
        ),
        card::view(view),
        start,
        el(
            "p",
            &[("class", "sr"), ("id", "scene")],
            vec![text(words.description)],
        ),
        el_ref("p", described, &nodes.description, vec![]),
    ]
}

/// One button per actor; the driver puts it where the actor is.
fn spots(view: &View<'_>) -> Html {
    let actors = view
        .scene()
        .map(|scene| scene.actors.as_slice())
        .unwrap_or_default();
    let spot = |actor: &Actor| {
        let attributes = &[
            ("class", "spot"),
            ("data-actor", &*actor.id),
            ("aria-label", view.content.texts.actor(&actor.id)),
            (
                "aria-expanded",
                truth(view.session.actor.as_ref() == Some(&actor.id)),
            ),
        ];
        frame::command(attributes, vec![])
    };
    let name = view.ui("actor.hint");
    el(
        "div",
        &[("class", "spots"), ("role", "group"), ("aria-label", name)],
        actors.iter().map(spot).collect(),
    )
}

/// The name of a lane, on the picture: whole where there is room, short on phones.
fn tag(view: &View<'_>, lane: &str, key: &str, picture: Icon) -> Html {
    let words = |class, key: &str| el("span", &[("class", class)], vec![text(view.ui(key))]);
    let short = [key, ".short"].concat();
    let parts = vec![icon(picture), words("long", key), words("short", &short)];
    el("span", &[("class", "tag"), ("data-lane", lane)], parts)
}

/// Where one lane is shown alone, the other one is a tap away.
fn other(view: &View<'_>) -> Html {
    let (action, key, picture) = match view.session.lanes {
        LaneView::Without => ("lane-with", "lane.with", icons::WITH),
        LaneView::With => ("lane-without", "lane.without", icons::WITHOUT),
        LaneView::Both => return none(),
    };
    if !view.scene().is_some_and(|scene| scene.compares) {
        return none();
    }
    let words = |class, key: &str| {
        let words = fill(view.ui("lane.show"), &[("lane", view.ui(key))]);
        el("span", &[("class", class)], vec![text(&words)])
    };
    let attributes = &[("class", "wish other"), ("data-action", action)];
    let short = [key, ".short"].concat();
    let parts = vec![icon(picture), words("long", key), words("short", &short)];
    frame::command(attributes, parts)
}

/// At the end of a scene: the way to the next one.
fn onward(view: &View<'_>) -> Html {
    let next = match view.session.ended {
        true => view.next_scene(),
        false => None,
    };
    let Some(next) = next else { return none() };
    let title = view.content.texts.scene(&next).nav;
    let words = fill(view.ui("nav.next"), &[("title", title)]);
    frame::command(
        &[
            ("class", "onward"),
            ("data-scene", &next),
            ("data-play", ""),
        ],
        vec![text(&words), icon(icons::NEXT)],
    )
}

/// What the shapes mean; each line also opens its actor's card.
fn legend(view: &View<'_>) -> Html {
    let line = |actor: &Rc<str>| {
        let key = ["legend.", actor].concat();
        let parts = vec![icon(icons::of_actor(actor)), text(view.ui(&key))];
        el(
            "li",
            &[("data-icon", actor)],
            vec![frame::command(&[("data-actor", actor)], parts)],
        )
    };
    let actors = view.scene().map_or(&[][..], |scene| &scene.legend);
    let lines = actors.iter().map(line).collect();
    el(
        "ul",
        &[
            ("class", "legend"),
            ("role", "list"),
            ("aria-label", view.ui("legend.title")),
        ],
        lines,
    )
}
