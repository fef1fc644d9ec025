//! What is being told now: how sure it is, in words, where it comes from.

use yew::prelude::*;

use super::app::View;
use super::frame;
use super::icons::{self, icon};
use super::texts;

/// Badges, count, sentence, sources.
pub fn view(view: &View<'_>) -> Html {
    let badges = texts::badges(view.session, view.content);
    html! {
        <div class="caption">
            <div class="badges" role="group" aria-label={view.ui("badge.group")}>
                { frame::badges(view, &badges) }
                <span class="count">{ texts::count("step.short", view.session, view.content) }</span>
            </div>
            <p data-caption="">{ texts::caption(view.session, view.content) }</p>
            <button type="button" class="sources" data-action="sources">
                { icon(icons::SOURCES) }{ view.ui("sources.button") }
            </button>
        </div>
    }
}
