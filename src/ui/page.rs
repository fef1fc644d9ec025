//! A page of text, laid over the explainer: usual care, the course of treatment, frequent questions, the clinic.

use yew::Html;

use super::app::View;
use super::{clinic, sheet};

/// The parts of the open page, each with its heading and its sentences; above those of the clinic's,
/// its facts.
pub fn view(view: &View<'_>) -> Vec<Html> {
    let id = &view.session.open;
    let Some(page) = view.content.explainer.page(id) else {
        return vec![];
    };
    let mut shown = match &**id {
        "clinic" => clinic::facts(view),
        _ => Vec::new(),
    };
    for part in &page.parts {
        let key = ["part.", id, ".", &part.id].concat();
        shown.push(sheet::heading(view, &key));
        shown.push(sheet::points(view, &part.claims));
    }
    shown
}
