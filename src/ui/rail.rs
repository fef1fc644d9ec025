//! The list of scenes; the one on the stage unfolds its steps.

use yew::Html;

use super::app::View;
use super::html::{el, none, sentence, text, when};
use super::{frame, icons, start};
use crate::content::{Scene, fill};
use crate::session::START;

/// The scenes of this element, in order.
pub fn scenes<'a>(view: &'a View<'_>) -> impl Iterator<Item = &'a Scene> {
    let explainer = &view.content.explainer;
    let ids = view.session.scenes.iter();
    ids.filter_map(|id| explainer.scene(id))
}

/// The list, for the rail.
pub fn view(view: &View<'_>) -> Html {
    let mut items = Vec::new();
    let (mut group, mut any) = (false, false);
    for scene in scenes(view) {
        let proposed = scene.proposed > 0;
        if proposed != group && !(proposed && any) {
            let key = if proposed {
                "nav.proposed"
            } else {
                "nav.compare"
            };
            items.push(el("li", &[("class", "group")], vec![text(view.ui(key))]));
        }
        group = proposed;
        any |= proposed;
        let current = scene.id == view.session.scene;
        let seen = view.session.seen.contains(&scene.id);
        let attributes = &[
            ("class", "scene"),
            ("data-scene", &*scene.id),
            (when(current, "aria-current"), "true"),
        ];
        let words = view.content.texts.scene(&scene.id);
        let mark = match seen {
            true => {
                let said = el("span", &[("class", "sr")], vec![text(view.ui("nav.seen"))]);
                el(
                    "i",
                    &[("class", "seen")],
                    vec![icons::icon(icons::DONE), said],
                )
            }
            false => none(),
        };
        let name = vec![
            el("b", &[], vec![text(&scene.figure.to_string())]),
            el("span", &[], vec![text(words.nav)]),
            mark,
        ];
        let unfolded = if current { steps(view) } else { none() };
        items.push(el(
            "li",
            &[],
            vec![frame::command(attributes, name), unfolded],
        ));
    }
    el("ol", &[("class", "scenes")], items)
}

/// The list with the way to the opening view and to the pages, for the sheet.
pub fn all(view: &View<'_>) -> Vec<Html> {
    let name = vec![
        el("b", &[], vec![icons::icon(icons::HOME)]),
        el("span", &[], vec![text(view.ui("nav.start"))]),
    ];
    let attributes = &[
        ("class", "scene"),
        ("data-scene", START),
        (when(view.at_start(), "aria-current"), "true"),
    ];
    vec![
        frame::command(attributes, name),
        self::view(view),
        start::pages(view),
    ]
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
            el("span", &[], vec![sentence(step.title)]),
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
