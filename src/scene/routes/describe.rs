//! What the picture shows at a moment, in one plain sentence, and what the plate reads at it.
//!
//! The words are templates of the content (`scenes.routes.describe`); here is decided which apply.
//! Must not be here: words.

use super::hit::REGION_ACTORS;
use crate::content::{Content, fill};
use crate::model::routes::regions::Chosen;
use crate::model::routes::{DRIP_MINUTES, INJECTION_MINUTES, State};

/// One sentence about the state, in the content's language.
pub fn describe(state: &State, chosen: &Chosen, content: &Content) -> String {
    let word = |key: &str| content.texts.describe("routes", key);
    let minutes = whole(state.minutes);
    let (low, high) = (
        whole(state.in_blood.0 * 100.0),
        whole(state.in_blood.1 * 100.0),
    );
    let drip = match state.minutes {
        m if m < 0.5 => "drip.starts",
        m if m < DRIP_MINUTES => "drip.runs",
        _ => "drip.ended",
    };
    let local = match state.minutes {
        m if m < 0.5 => "local.starts",
        m if m < INJECTION_MINUTES => "local.runs",
        _ => "local.stays",
    };
    let place = REGION_ACTORS
        .get(chosen.enlarged())
        .map_or("", |actor| content.texts.actor(actor));
    let beyond = if chosen.wide() { word("beyond") } else { "" };
    let local = fill(word(local), &[("place", place)]);
    let values = [
        ("minutes", &*minutes),
        ("drip", word(drip)),
        ("low", &low),
        ("high", &high),
        ("local", &local),
        ("beyond", beyond),
    ];
    fill(word("both"), &values)
}

fn whole(value: f64) -> String {
    ((value + 0.5) as u32).to_string()
}
