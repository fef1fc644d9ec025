//! A page of text, laid over the explainer: usual care, the course of treatment, frequent questions, the clinic.

use yew::Html;

use super::app::View;
use super::sheet;

/// The parts of the open page, each with its heading and its sentences.
pub fn view(view: &View<'_>) -> Vec<Html> {
    let _ = (view, sheet::points, sheet::heading); // FIXME pages
    vec![]
}
