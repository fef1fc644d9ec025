//! A small picture beside a scene, laid over the explainer: a plot, a strip. It has a player of its own.

use yew::Html;

use super::app::View;
use super::html::{el, el_ref, none, sentence};
use super::{frame, icons, sheet};

/// The picture, what it says and where that comes from.
pub fn view(view: &View<'_>) -> Vec<Html> {
    let id = &view.session.open;
    let Some(panel) = view.content.explainer.picture(id) else {
        return vec![];
    };
    let words = view.content.texts.scene(id);
    let nodes = view.store.panel_nodes();
    let canvas = &[
        ("data-panel", ""),
        ("role", "img"),
        ("aria-label", words.title),
        ("aria-describedby", "panel-about panel-shown"),
    ];
    let picture = vec![
        el_ref("canvas", &[("data-back", "")], &nodes.back, vec![]),
        el_ref("canvas", canvas, &nodes.canvas, vec![]),
        el_ref("canvas", &[("data-leaving", "")], &nodes.leaving, vec![]),
        el_ref("div", &[("class", "overlay")], &nodes.overlay, vec![]),
    ];
    let shown = &[("class", "sr"), ("id", "panel-shown")];
    let claims = panel
        .steps
        .iter()
        .flat_map(|step| step.claims.iter().cloned());
    let replay = match panel.duration_secs > 1.0 {
        true => frame::labelled(view, "wish", "panel-play", "panel.play", icons::PLAY),
        false => none(),
    };
    vec![
        el_ref("div", &[("class", "stage plot")], &nodes.stage, picture),
        replay,
        el(
            "p",
            &[("id", "panel-about")],
            vec![sentence(words.description)],
        ),
        el_ref("p", shown, &nodes.description, vec![]),
        sheet::points(view, &claims.collect::<Vec<_>>()),
    ]
}
