//! What the picture shows at a moment, in one plain sentence for a screen reader.
//!
//! The words are templates of the content (`scenes.inflammation.describe`); here is decided which apply.
//! Must not be here: words.

use crate::content::{Content, fill};
use crate::model::inflammation::{ARRIVAL_SECS, LaneState, State};

/// One sentence about the state, in the content's language.
pub fn describe(state: &State, content: &Content) -> String {
    let word = |key: &str| content.texts.describe("inflammation", key);
    let exosomes = word(if state.vesicles.iter().any(|v| v.inward > 0.1) {
        "exosomes.uptake"
    } else if !state.vesicles.is_empty() {
        "exosomes.arriving"
    } else if state.time_secs < ARRIVAL_SECS {
        "exosomes.none"
    } else {
        "exosomes.after"
    });
    let many = |level: f64, some: f64, lots: f64| {
        word(match level {
            level if level < some => "few",
            level if level < lots => "some",
            _ => "many",
        })
    };
    let pro = |lane: &LaneState| many(lane.levels.p, 0.3, 1.3);
    let anti = |lane: &LaneState| many(lane.levels.a, 0.3, 1.1);
    let (without, with) = (&state.without, &state.with);
    let (p, a, q, b) = (pro(without), anti(without), pro(with), anti(with));
    let template = word(if p == q && a == b { "both" } else { "lanes" });
    let values = [
        ("exosomes", exosomes),
        ("pro", p),
        ("anti", a),
        ("pro_with", q),
        ("anti_with", b),
    ];
    fill(template, &values)
}
