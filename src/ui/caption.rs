//! What is being told now: how sure it is, in words, where it comes from.

use yew::Html;

use super::app::View;
use super::html::{el, sentence, text};
use super::{frame, icons, texts};

/// Badges, count, sentence, sources.
pub fn view(view: &View<'_>) -> Html {
    let View {
        session, content, ..
    } = view;
    let count = text(&texts::count("step.short", session, content));
    let count = el("span", &[("class", "count")], vec![count]);
    el(
        "div",
        &[("class", "caption")],
        vec![
            frame::tested(view, texts::claims(session, content), count),
            el(
                "p",
                &[("data-caption", "")],
                vec![sentence(&texts::caption(session, content))],
            ),
            frame::labelled(view, "sources", "sources", "sources.button", icons::SOURCES),
        ],
    )
}
