//! Which of the two courses are on the stage, and how strongly the effect is assumed.

use yew::prelude::*;

use super::app::View;
use super::icons::{self, Icon, icon};
use crate::session::LaneView;

/// The switch 両方 / なし / あり, with the way to the assumed effect at its end.
pub fn view(view: &View<'_>) -> Html {
    html! {
        <>
            <div class="seg" role="group" aria-label={view.ui("lane.group")}>
                { choice(view, LaneView::Both, "lane-both", "lane.both", icons::BOTH) }
                { choice(view, LaneView::Without, "lane-without", "lane.without.short", icons::WITHOUT) }
                { choice(view, LaneView::With, "lane-with", "lane.with.short", icons::WITH) }
                <button type="button" class="unknown" data-action="effect"
                    aria-label={view.ui("effect.name")} title={view.ui("effect.name")}
                    aria-expanded={if view.session.effect_open { "true" } else { "false" }}>
                    <span class="q" aria-hidden="true">{ "?" }</span>
                </button>
            </div>
            { effect(view) }
        </>
    }
}

fn choice(view: &View<'_>, lanes: LaneView, action: &'static str, key: &str, picture: Icon) -> Html {
    let pressed = if view.session.lanes == lanes { "true" } else { "false" };
    html! {
        <button type="button" data-action={action} aria-pressed={pressed}>
            { icon(picture) }{ view.ui(key) }
        </button>
    }
}

/// The slider of the assumed effect. It stays in the tree while folded, so that its value is never lost.
fn effect(view: &View<'_>) -> Html {
    let effect = view.session.assumed_effect.get();
    let value = match effect {
        effect if effect <= 0.0 => "effect.value.none",
        effect if effect < 0.34 => "effect.value.low",
        effect if effect < 0.67 => "effect.value.middle",
        _ => "effect.value.high",
    };
    let percent = ((effect * 100.0).round() as u32).to_string();
    html! {
        <div class="effect" role="group" aria-label={view.ui("effect.name")} hidden={!view.session.effect_open}>
            <p>
                <span class="q" aria-hidden="true">{ "?" }</span>
                { view.ui("effect.name") }
                <output>{ view.ui(value) }</output>
                <small>{ view.ui("effect.hint") }</small>
            </p>
            <button type="button" data-action="effect-less" aria-label={view.ui("effect.decrease")}>{ icon(icons::LESS) }</button>
            <input type="range" data-effect="" min="0" max="1" step="0.01"
                aria-label={view.ui("effect.name")} aria-valuetext={view.ui(value)}
                value={[if percent.len() == 3 { "1." } else { "0." }, if percent.len() == 1 { "0" } else { "" }, if percent.len() == 3 { "0" } else { &percent }].concat()} />
            <button type="button" data-action="effect-more" aria-label={view.ui("effect.increase")}>{ icon(icons::MORE) }</button>
            <button type="button" data-action="effect" aria-label={view.ui("close")}>{ icon(icons::CLOSE) }</button>
        </div>
    }
}
