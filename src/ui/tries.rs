//! What a visitor can try in the scene on the stage: how strongly exosomes are assumed to act, a push of his own, the
//! true scale of vesicles, the small pictures beside the scene.

use std::rc::Rc;

use yew::Html;

use super::app::View;
use super::html::{el, el_ref, none, sentence, text, truth, when};
use super::{frame, icons};
use crate::content::Region;
use crate::model::params::Edge;

/// Whether the scene offers anything to try.
pub fn any(view: &View<'_>) -> bool {
    let more = |scene: &crate::content::Scene| {
        scene.compares || !scene.panels.is_empty() || !scene.controls.is_empty()
    };
    view.scene().is_some_and(more)
}

/// The button that unfolds it.
pub fn button(view: &View<'_>) -> Html {
    let alone = !view.has("side") && view.scene().is_some_and(|scene| !scene.compares);
    let name = view.ui("try.button");
    let attributes = &[
        ("class", "assume"),
        ("data-action", "effect"),
        ("aria-label", name),
        ("title", name),
        ("aria-expanded", truth(view.session.effect_open)),
    ];
    let words = match alone {
        true => text(name),
        false => none(),
    };
    frame::command(attributes, vec![icons::icon(icons::TRY), words])
}

/// The unfolded part. It stays in the tree while folded, so that no slider's value is lost; their positions are set by
/// `Store::rendered`.
pub fn view(view: &View<'_>) -> Html {
    let Some(scene) = view.scene() else {
        return none();
    };
    let mut parts = Vec::new();
    if scene.compares {
        parts.push(effect(view));
    }
    if view.has("push") {
        parts.push(push(view));
    }
    if view.has("scale") {
        let on = view.session.params.true_scale.get() > 0.5;
        let attributes = &[
            ("class", "wish"),
            ("data-action", "scale"),
            ("aria-pressed", truth(on)),
        ];
        parts.push(frame::command(
            attributes,
            vec![text(view.ui("scale.true"))],
        ));
    }
    if view.has("swap") {
        let on = view.session.params.swapped.get() > 0.5;
        let attributes = &[
            ("class", "wish"),
            ("data-action", "swap"),
            ("aria-pressed", truth(on)),
        ];
        let words = vec![icons::icon(icons::BOTH), text(view.ui("swap.button"))];
        parts.push(frame::command(attributes, words));
    }
    if view.has("edge") {
        parts.push(edge(view));
    }
    if view.has("regions") {
        parts.push(regions(view));
    }
    let panel = |id: &Rc<str>| {
        let attributes = &[
            ("class", "wish"),
            ("data-action", "panel"),
            ("data-value", id),
        ];
        let name = view.content.texts.scene(id).nav;
        frame::command(attributes, vec![icons::icon(icons::CHART), text(name)])
    };
    parts.extend(scene.panels.iter().map(panel));
    parts.push(frame::button(
        view,
        "icon-btn fold",
        "effect",
        "close",
        icons::CLOSE,
    ));
    let hidden = when(!view.session.effect_open, "hidden");
    let attributes = &[
        ("class", "effect"),
        // Another scene has other controls: nothing of the old ones may stay.
        ("key", &*scene.id),
        ("role", "group"),
        ("aria-label", view.ui("try.button")),
        (hidden, ""),
    ];
    el("div", attributes, parts)
}

/// The slider of the assumed effect.
fn effect(view: &View<'_>) -> Html {
    let effect = view.session.params.assumed_effect.get();
    let value = view.ui(match effect {
        effect if effect <= 0.0 => "effect.value.none",
        effect if effect < 0.34 => "effect.value.low",
        effect if effect < 0.67 => "effect.value.middle",
        _ => "effect.value.high",
    });
    let name = view.ui("effect.name");
    let about = vec![
        mark(),
        el("b", &[], vec![sentence(name)]),
        el("output", &[], vec![text(value)]),
        el("small", &[], vec![sentence(view.ui("effect.hint"))]),
    ];
    let slider = &[
        ("type", "range"),
        ("data-effect", ""),
        ("min", "0"),
        ("max", "1"),
        ("step", "0.01"),
        ("aria-label", name),
        ("aria-valuetext", value),
    ];
    let parts = vec![
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
    ];
    el("div", &[("class", "trial")], parts)
}

/// The push that the visitor gives: how strong, how long.
fn push(view: &View<'_>) -> Html {
    let nodes = view.store.nodes();
    let slider = |key: &str, name: &'static str, max: &str, node| {
        let attributes = &[
            ("type", "range"),
            (name, ""),
            ("min", "0"),
            ("max", max),
            ("step", "0.1"),
            ("aria-label", view.ui(key)),
        ];
        let parts = vec![
            el("span", &[], vec![text(view.ui(key))]),
            el_ref("input", attributes, node, vec![]),
        ];
        el("label", &[], parts)
    };
    let about = vec![
        mark(),
        el("b", &[], vec![text(view.ui("push.name"))]),
        el("small", &[], vec![sentence(view.ui("push.hint"))]),
    ];
    let parts = vec![
        el("p", &[], about),
        slider("push.size", "data-push-size", "3", &nodes.push_size),
        slider("push.length", "data-push-length", "6", &nodes.push_length),
    ];
    el("div", &[("class", "trial push")], parts)
}

/// For which half-life the blood is drawn: all that rodents showed, or one end of it as an assumption.
fn edge(view: &View<'_>) -> Html {
    let now = view.session.params.edge;
    let keys = ["edge.band", "edge.short", "edge.long"];
    let choice = |((n, edge), key): ((&str, Edge), &str)| {
        let attributes = &[
            ("data-action", "edge"),
            ("data-value", n),
            ("aria-pressed", truth(now == edge.weights())),
        ];
        frame::command(attributes, vec![text(view.ui(key))])
    };
    let choices = ["0", "1", "2"].into_iter().zip(Edge::ALL).zip(keys);
    switches(
        view,
        "edge.title",
        "edge.note",
        choices.map(choice).collect(),
    )
}

/// A title, a note and a row of switches.
pub fn switches(view: &View<'_>, title: &str, note: &str, choices: Vec<Html>) -> Html {
    let title = view.ui(title);
    let about = vec![
        el("b", &[], vec![sentence(title)]),
        el("small", &[], vec![sentence(view.ui(note))]),
    ];
    let attributes = &[("class", "seg"), ("role", "group"), ("aria-label", title)];
    let parts = vec![
        el("p", &[("class", "plain")], about),
        el("div", attributes, choices),
    ];
    el("div", &[("class", "trial")], parts)
}

/// Where it hurts: each region a switch of its own.
fn regions(view: &View<'_>) -> Html {
    let chosen = view.session.params.regions;
    let choice = |(index, region): (usize, &Region)| {
        let n = index.to_string();
        let attributes = &[
            ("data-action", "region"),
            ("data-value", &*n),
            ("aria-pressed", truth(chosen.has(index))),
        ];
        let name = view.content.texts.actor(&["region-", &region.id].concat());
        frame::command(attributes, vec![text(name)])
    };
    let regions = view.content.explainer.regions.iter().enumerate();
    let parts = vec![
        switches(
            view,
            "regions.title",
            "regions.note",
            regions.map(choice).collect(),
        ),
        frame::labelled(view, "wish", "ask", "ask.button", icons::ASK),
    ];
    el("div", &[("class", "trial")], parts)
}

/// The mark of everything unknown.
fn mark() -> Html {
    el(
        "span",
        &[("class", "q"), ("aria-hidden", "true")],
        vec![text("?")],
    )
}
