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
    let caption = texts::caption(session, content);
    let count = text(&texts::count("step.short", session, content));
    let count = el("span", &[("class", "count")], vec![count]);
    el(
        "div",
        &[("class", "caption")],
        vec![
            frame::tested(view, texts::claims(session, content), count),
            // Other words are another paragraph: phrases that wander would count as layout shift.
            el(
                "p",
                &[("data-caption", ""), ("key", &*caption)],
                vec![sentence(&caption)],
            ),
            frame::labelled(view, "sources", "sources", "sources.button", icons::SOURCES),
        ],
    )
}
