//! What the picture shows at a moment, in one plain sentence, and what the plate reads at it.
//!
//! The words are templates of the content (`scenes.routes.describe`); here is decided which apply.
//! Must not be here: words.

use super::hit::REGION_ACTORS;
use crate::content::{Content, fill};
use crate::model::routes::infusion::HALF_LIVES;
use crate::model::routes::regions::Chosen;
use crate::model::routes::{DRIP_MINUTES, INJECTION_MINUTES, State, Story};

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
    let half = assumed(state.edge);
    let values = [
        ("minutes", &*minutes),
        ("drip", word(drip)),
        ("low", &low),
        ("high", &high),
        ("half", &half),
        ("local", &local),
        ("beyond", beyond),
    ];
    let whole = half.is_empty();
    fill(word(if whole { "both" } else { "edge" }), &values)
}

/// What the plate reads at a minute, in one line.
pub fn reading(minutes: f64, story: &Story, content: &Content) -> String {
    let (low, high) = story.in_blood(minutes);
    let one = !assumed(story.edge).is_empty();
    let key = if one { "reading.edge" } else { "reading" };
    let values = [
        ("minutes", &*whole(minutes)),
        ("low", &whole(low * 100.0)),
        ("high", &whole(high * 100.0)),
    ];
    fill(content.texts.describe("routes", key), &values)
}

/// The half-life that is assumed, in minutes; empty for the whole band.
fn assumed([short, long]: [f64; 2]) -> String {
    if short > 0.5 {
        whole(HALF_LIVES.0)
    } else if long > 0.5 {
        whole(HALF_LIVES.1)
    } else {
        String::new()
    }
}

fn whole(value: f64) -> String {
    ((value + 0.5) as u32).to_string()
}
