//! What frames the picture: title row, tools, evidence ladder, the two buttons that are always there.

use yew::prelude::*;

use super::app::View;
use super::icons::{self, Icon, icon};
use super::texts;
use crate::content::{Badge, StripState, fill};

/// The plate with the figure's number, and the title under its kicker.
pub fn top(view: &View<'_>) -> Html {
    let words = view.words();
    html! {
        <header class="top">
            <span class="plate">
                { view.ui("figure") }<b>{ view.scene().map(|scene| scene.figure) }</b>
            </span>
            <div>
                <p class="kicker">{ words.kicker.to_owned() }</p>
                <h2 class="title">{ words.title.to_owned() }</h2>
            </div>
            <span class="place">{ words.place.to_owned() }</span>
        </header>
    }
}

/// Buttons for the settings and the help.
pub fn tools(view: &View<'_>) -> Html {
    html! {
        <>
            { tool(view, "settings", "settings.button", icons::SETTINGS) }
            { tool(view, "help", "settings.help", icons::HELP) }
        </>
    }
}

fn tool(view: &View<'_>, action: &'static str, key: &str, picture: Icon) -> Html {
    html! {
        <button type="button" class="icon-btn" data-action={action} aria-label={view.ui(key)} title={view.ui(key)}>
            { icon(picture) }
        </button>
    }
}

/// The evidence ladder: how far each kind of study has come.
pub fn strip(view: &View<'_>) -> Html {
    let states = view.scene().map(|scene| scene.strip).unwrap_or_default();
    html! {
        <ul class="strip" aria-label={view.ui("strip.name")}>
            for (grade, state) in Badge::STRIP.into_iter().zip(states) {
                <li class="cell" data-grade={texts::badge_name(grade)} data-state={state_name(state)}>
                    <b>{ icon(icons::of_badge(grade)) }{ view.ui(grade.ui_key()) }</b>
                    <span>
                        { view.ui(state.ui_key()) }
                        if state == StripState::NotStudied { { " ?" } }
                    </span>
                </li>
            }
        </ul>
    }
}

fn state_name(state: StripState) -> &'static str {
    state.ui_key().strip_prefix("strip.").unwrap_or_default()
}

/// Risks and questions: in every view, at the same place.
pub fn foot(view: &View<'_>) -> Html {
    html! {
        <>
            <button type="button" class="btn" data-action="risk">{ icon(icons::RISK) }{ view.ui("risk.button") }</button>
            <button type="button" class="btn" data-action="ask">{ icon(icons::ASK) }{ view.ui("ask.button") }</button>
        </>
    }
}

/// A row of badges.
pub fn badges(view: &View<'_>, badges: &[Badge]) -> Html {
    html! {
        for badge in badges.iter().copied() {
            <span class="badge" data-badge={texts::badge_name(badge)}>
                { icon(icons::of_badge(badge)) }{ view.ui(badge.ui_key()) }
            </span>
        }
    }
}

/// A text of the interface with one number in it.
pub fn numbered(view: &View<'_>, key: &str, name: &str, number: usize) -> AttrValue {
    fill(view.content.texts.ui(key), &[(name, &number.to_string())]).into()
}
