//! The opening view's lower part: the main message, and the way into each scene.

use yew::Html;

use super::app::View;
use super::html::{el, none, sentence, text};
use super::{frame, icons, rail};
use crate::content::{Page, Scene};

/// What stands under the opening picture.
pub fn view(view: &View<'_>) -> Vec<Html> {
    let explainer = &view.content.explainer;
    let scenes: Vec<&Scene> = rail::scenes(view).collect();
    let (proposed, others): (Vec<&Scene>, Vec<&Scene>) =
        scenes.iter().partition(|scene| scene.proposed > 0);
    let first = proposed.first().map_or(0, |scene| scene.figure);
    let (before, after): (Vec<&Scene>, Vec<&Scene>) =
        others.iter().partition(|scene| scene.figure < first);
    let card = |scene: &&Scene| {
        let words = view.content.texts.scene(&scene.id);
        let parts = vec![
            el("b", &[], vec![text(&scene.figure.to_string())]),
            el("span", &[], vec![sentence(words.title)]),
        ];
        el(
            "li",
            &[],
            vec![frame::command(
                &[("class", "scene"), ("data-scene", &scene.id)],
                parts,
            )],
        )
    };
    let list = |scenes: &[&Scene]| {
        let cards = scenes.iter().map(card).collect();
        el("ol", &[("class", "scenes choice")], cards)
    };
    let message = vec![
        el(
            "span",
            &[("class", "q"), ("aria-hidden", "true")],
            vec![text("?")],
        ),
        el(
            "span",
            &[],
            vec![sentence(view.content.texts.claim(&explainer.message))],
        ),
    ];
    let heading = |key, shown: &[&Scene]| match proposed.is_empty() || shown.is_empty() {
        true => none(),
        false => el("h3", &[("class", "group")], vec![text(view.ui(key))]),
    };
    vec![el(
        "div",
        &[("class", "choose")],
        vec![
            el("p", &[("class", "message")], message),
            list(&before),
            heading("nav.proposed", &proposed),
            list(&proposed),
            heading("nav.compare", &after),
            list(&after),
            pages(view),
        ],
    )]
}

/// The way to the pages of text.
pub fn pages(view: &View<'_>) -> Html {
    let page = |page: &Page| {
        let attributes = &[
            ("class", "wish"),
            ("data-action", "page"),
            ("data-value", &*page.id),
        ];
        let name = text(view.ui(&["page.", &page.id].concat()));
        frame::command(attributes, vec![icons::icon(icons::SOURCES), name])
    };
    let pages = view.content.explainer.pages.iter().map(page).collect();
    let attributes = &[
        ("class", "pages"),
        ("role", "group"),
        ("aria-label", view.ui("nav.pages")),
    ];
    el("div", attributes, pages)
}
