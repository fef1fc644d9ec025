//! What a click, a drag or a key means. One listener per region reads `data-action`, `data-step`,
//! `data-scene` or
//! `data-actor` from the control that was used; these names are also what tests hold on to.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::{InputEvent, MouseEvent, PointerEvent, TargetCast as _};

use super::store::{Outgoing, Store};
use crate::model::params::{Edge, Push};
use crate::scene::routes::hit::region;
use crate::session::playhead::Motion;
use crate::session::settings::{TextScale, ThemeChoice};
use crate::session::{Action, LaneView, START, Sheet};
use crate::units::Ratio;

/// How far one press of a step button moves the assumed effect.
const EFFECT_STEP: f64 = 0.1;
/// How far an arrow key moves the scrubber. The range itself is finer, for dragging.
const SCRUB_STEP_SECS: f64 = 1.0;

/// A click or tap anywhere in the frame.
pub fn clicked(store: &Store, event: &MouseEvent) {
    let Some(target) = event.target_dyn_into::<Element>() else {
        return;
    };
    // A click on the dialog itself is one beside its content: on the backdrop.
    if target.tag_name() == "DIALOG" {
        return store.dispatch(Action::CloseSheet);
    }
    if target.has_attribute("data-stage") {
        let (x_px, y_px) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        if store.take_pull() {
            return;
        }
        let actor = store.driver().actor_at(x_px, y_px);
        if let Some(region) = actor.and_then(region) {
            return toggle_region(store, region);
        }
        return store.dispatch(Action::Actor(actor.map(Into::into)));
    }
    let control = target.closest("[data-action],[data-step],[data-scene],[data-actor]");
    let Some(control) = control.ok().flatten() else {
        return;
    };
    let attribute = |name| control.get_attribute(name);
    if let Some(region) = attribute("data-actor").as_deref().and_then(region) {
        toggle_region(store, region);
    } else if let Some(actor) = attribute("data-actor") {
        store.dispatch(Action::Actor(Some(actor.into())));
    } else if let Some(step) = attribute("data-step").and_then(|step| step.parse::<usize>().ok()) {
        store.driver().go_to_step(step.saturating_sub(1));
        store.dispatch(Action::CloseSheet);
    } else if let Some(scene) = attribute("data-scene") {
        store.dispatch(Action::CloseSheet);
        store.go_to(&scene.into(), 0);
        if control.has_attribute("data-play") {
            store.driver().play();
        }
    } else if let Some(action) = attribute("data-action") {
        command(store, &action, &attribute("data-value").unwrap_or_default());
    }
}

/// Carries out the command of a control.
pub fn command(store: &Store, action: &str, value: &str) {
    let session = store.session();
    let driver = store.driver();
    match action {
        "start" => {
            driver.play();
            // The start button goes; whoever used a keyboard goes on from the button that pauses.
            if let Some(play) = store.nodes().play.cast::<HtmlElement>() {
                play.focus().ok();
            }
        }
        "play" if session.playing => driver.pause(),
        "play" => driver.play(),
        "previous" => previous(store),
        "next" => next(store),
        "replay" => {
            driver.seek(0.0);
            driver.play();
        }
        "speed" => store.dispatch(Action::Speed(session.settings.speed.next())),
        "lane-both" => store.dispatch(Action::Lanes(LaneView::Both)),
        "lane-without" => store.dispatch(Action::Lanes(LaneView::Without)),
        "lane-with" => store.dispatch(Action::Lanes(LaneView::With)),
        "effect" => store.dispatch(Action::ToggleEffect),
        "scale" => {
            let on = session.params.true_scale.get() > 0.5;
            store.dispatch(Action::TrueScale(!on));
        }
        "panel" => store.dispatch(Action::Show(Sheet::Panel, value.into())),
        "panel-play" => store.replay_panel(),
        "page" => store.show_page(value),
        "region" => {
            if let Ok(region) = value.parse() {
                toggle_region(store, region);
            }
        }
        "value" => store.dispatch(Action::Value(value.into())),
        "edge" => {
            let edge = value.parse().ok().and_then(|n: usize| Edge::ALL.get(n));
            store.dispatch(Action::Edge(edge.copied().unwrap_or_default()));
        }
        "swap" => store.dispatch(Action::Swap),
        "effect-less" => nudge_effect(store, -EFFECT_STEP),
        "effect-more" => nudge_effect(store, EFFECT_STEP),
        "settings" => store.dispatch(Action::Open(Sheet::Settings)),
        "help" => store.dispatch(Action::Open(Sheet::Help)),
        "risk" => store.dispatch(Action::Open(Sheet::Risks)),
        "ask" => store.dispatch(Action::Open(Sheet::Questions)),
        "sources" => store.dispatch(Action::Open(Sheet::Sources)),
        "rail" => store.dispatch(Action::Open(Sheet::List)),
        "close" if session.sheet.is_some() => store.dispatch(Action::CloseSheet),
        "close" => store.dispatch(Action::Actor(None)),
        "lang" => store.tell(Outgoing::Language(value.into())),
        "text" => {
            if let Ok(percent) = value.parse() {
                store.dispatch(Action::Text(TextScale::nearest(percent)));
            }
        }
        "motion" if value == "full" => store.dispatch(Action::Motion(Motion::Full)),
        "motion" => store.dispatch(Action::Motion(Motion::Storyboard)),
        "theme" => {
            if let Some(theme) = ThemeChoice::from_name(value) {
                store.dispatch(Action::Theme(theme));
            }
        }
        _ => {}
    }
}

/// A slider is being dragged.
pub fn dragged(store: &Store, event: &InputEvent) {
    let Some(slider) = event.target_dyn_into::<HtmlInputElement>() else {
        return;
    };
    let value = slider.value_as_number();
    if slider.has_attribute("data-scrub") {
        store.driver().seek(value);
    } else if slider.has_attribute("data-effect") {
        store.dispatch(Action::Effect(Ratio::new(value)));
    } else {
        let push = store.session().params.push;
        let (size, length) = match slider.has_attribute("data-push-size") {
            true => (value, push.length),
            false => (push.size, value),
        };
        store.dispatch(Action::Push(Push { size, length }));
    }
}

/// A pointer went down, moves or goes: where the picture has a clock or a time axis, time follows a press; a plot reads
/// out what is under it. A finger's reading stays until it touches elsewhere, a mouse's goes with it.
pub fn pulled(store: &Store, event: &PointerEvent) {
    let client = (f64::from(event.client_x()), f64::from(event.client_y()));
    if event.type_() != "pointerout" {
        store.point_at(Some(client));
    } else if event.pointer_type() == "mouse" {
        return store.point_at(None);
    }
    let on_canvas = event
        .target_dyn_into::<Element>()
        .is_some_and(|it| it.has_attribute("data-stage"));
    let begins = event.type_() == "pointerdown";
    if !on_canvas || event.buttons() != 1 || !(begins || store.is_pulling()) {
        return;
    }
    let at = (f64::from(event.offset_x()), f64::from(event.offset_y()));
    let pulls = store.driver().drag_to(at.0, at.1);
    if begins {
        store.set_pull(pulls);
    }
}

fn toggle_region(store: &Store, region: usize) {
    let regions = store.session().params.regions;
    store.dispatch(Action::Regions(regions.toggled(region)));
}

/// The focus moved by keyboard to something in the picture: its card opens.
pub fn focused(store: &Store, event: &Event) {
    if store.is_returning() {
        return;
    }
    let Some(target) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else {
        return;
    };
    let by_keyboard = target.matches(":focus-visible").unwrap_or(false);
    let actor = target.get_attribute("data-actor");
    if by_keyboard {
        store.read_out(actor.as_deref().unwrap_or_default(), 0.0);
    }
    let Some(actor) = actor else {
        return;
    };
    if by_keyboard && region(&actor).is_none() && store.session().actor.as_deref() != Some(&*actor)
    {
        store.dispatch(Action::Actor(Some(actor.into())));
    }
}

/// A key went down while the focus was inside. Says whether the key was used.
pub fn pressed(store: &Store, event: &KeyboardEvent) -> bool {
    let session = store.session();
    if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return false;
    }
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let tag = target.as_ref().map(Element::tag_name).unwrap_or_default();
    let key = event.key();
    if session.sheet.is_some() {
        // The dialog closes itself with Esc; its content scrolls with the other keys.
        return false;
    }
    if tag == "INPUT" && key.as_str() != "Escape" && key.as_str() != "?" {
        return target.is_some_and(|it| it.has_attribute("data-scrub")) && scrub_key(store, &key);
    }
    let actor = target.and_then(|it| it.get_attribute("data-actor"));
    if let (Some(actor), Some(by)) = (actor, axis_key(&key, event.shift_key()))
        && store.read_out(&actor, by)
    {
        return true;
    }
    match key.as_str() {
        " " if tag == "BUTTON" || tag == "A" => return false,
        " " => command(store, "play", ""),
        "ArrowLeft" => previous(store),
        "ArrowRight" => next(store),
        "Home" => store.driver().seek(0.0),
        "End" => store.driver().seek(f64::INFINITY),
        "Escape" if store.driver().is_reading() => {
            // What it reads on the way to a card goes with the card.
            store.point_at(None);
            store.dispatch(Action::Actor(None));
        }
        "Escape" if session.actor.is_some() => store.dispatch(Action::Actor(None)),
        "Escape" if session.effect_open => store.dispatch(Action::ToggleEffect),
        "Escape" if session.playing => store.driver().pause(),
        "?" => command(store, "help", ""),
        _ => return false,
    }
    true
}

/// How far a key moves along the axis of a plot.
fn axis_key(key: &str, far: bool) -> Option<f64> {
    /// More than any axis is long.
    const ALL: f64 = 1e4;
    let step = if far { 10.0 } else { 1.0 };
    match key {
        "ArrowLeft" | "ArrowDown" => Some(-step),
        "ArrowRight" | "ArrowUp" => Some(step),
        "Home" => Some(-ALL),
        "End" => Some(ALL),
        _ => None,
    }
}

/// The range would move by a tenth of a second.
fn scrub_key(store: &Store, key: &str) -> bool {
    let step_secs = match key {
        "ArrowLeft" | "ArrowDown" => -SCRUB_STEP_SECS,
        "ArrowRight" | "ArrowUp" => SCRUB_STEP_SECS,
        _ => return false,
    };
    store.driver().seek(store.driver().time_secs() + step_secs);
    true
}

/// The next step; after the last one, the next scene.
fn next(store: &Store) {
    let session = store.session();
    let steps = store.content().explainer.step_count(&session.scene);
    if session.step + 1 < steps && *session.scene != *START {
        store.driver().go_to_step(session.step + 1);
    } else if let Some(scene) = session.next_scene() {
        store.go_to(&scene, 0);
    }
}

/// The step before; before the first one, the last step of the scene before.
fn previous(store: &Store) {
    let session = store.session();
    if session.step > 0 {
        return store.driver().go_to_step(session.step - 1);
    }
    let here = session.scenes.iter().position(|it| *it == session.scene);
    let before = here.and_then(|at| session.scenes.get(at.checked_sub(1)?));
    match before {
        Some(scene) => {
            let steps = store.content().explainer.step_count(scene);
            store.go_to(scene, steps.saturating_sub(1));
        }
        None => store.driver().go_to_step(0),
    }
}

fn nudge_effect(store: &Store, by: f64) {
    let tenths = ((store.session().params.assumed_effect.get() + by) / EFFECT_STEP).round();
    store.dispatch(Action::Effect(Ratio::new(tenths * EFFECT_STEP)));
}
