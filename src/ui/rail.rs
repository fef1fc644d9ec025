//! The list of scenes; the one on the stage unfolds its steps.

use yew::Html;

use super::app::View;
use super::frame;
use super::html::{el, none, text, when};
use crate::content::{Scene, fill};

/// The list, for the rail and for the sheet that stands in for it on narrow screens.
pub fn view(view: &View<'_>) -> Html {
    let item = |scene: &Scene| {
        let current = scene.id == view.session.scene;
        let attributes = &[
            ("class", "scene"),
            ("data-scene", &*scene.id),
            (when(current, "aria-current"), "true"),
        ];
        let name = vec![
            el("b", &[], vec![text(&scene.figure.to_string())]),
            el(
                "span",
                &[],
                vec![text(view.content.texts.scene(&scene.id).nav)],
            ),
        ];
        let unfolded = if current { steps(view) } else { none() };
        el("li", &[], vec![frame::command(attributes, name), unfolded])
    };
    let scenes = view
        .session
        .scenes
        .iter()
        .filter_map(|id| view.content.explainer.scene(id));
    el("ol", &[("class", "scenes")], scenes.map(item).collect())
}

fn steps(view: &View<'_>) -> Html {
    let current = view.session.step;
    let mut items = Vec::new();
    for (index, step) in view.words().steps.into_iter().enumerate() {
        let n = (index + 1).to_string();
        let name = fill(view.ui("step.name"), &[("n", &n), ("title", step.title)]);
        let attributes = &[
            ("data-step", &*n),
            ("aria-label", &*name),
            (when(index == current, "aria-current"), "step"),
        ];
        let content = vec![
            el("b", &[("aria-hidden", "true")], vec![text(&n)]),
            el("span", &[], vec![text(step.title)]),
        ];
        let class = when(index < current, "class");
        items.push(el(
            "li",
            &[(class, "done")],
            vec![frame::command(attributes, content)],
        ));
    }
    el("ol", &[("class", "steps")], items)
}
