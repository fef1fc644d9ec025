//! What the picture shows at a moment, in plain sentences for a screen reader: the moment, which study stands where if a
//! visitor has changed that, and what is lit.
//!
//! Must not be here: words; they are templates of the content (`scenes.evidence.describe`).

use super::labels::RUNGS;
use crate::content::{Content, fill};
use crate::model::evidence::{STARTS_SECS, State};

const KEYS: [&str; 7] = [
    "ladder",
    "mechanisms",
    "report",
    "saline",
    "trial",
    "drip",
    "all",
];

/// A moment in the content's language.
pub fn describe(state: &State, content: &Content) -> String {
    let later = STARTS_SECS.iter().zip(KEYS).rev();
    let mut now = later.filter(|(from, _)| state.time_secs >= **from);
    let key = now.next().map_or("ladder", |(_, key)| key);
    let word = |key| content.texts.describe("evidence", key);
    let mut sentences = fill(word(key), &[("people", word("people"))]);
    if state.swapped > 0.5 && state.cards > 0.5 {
        sentences.push_str(word("swapped"));
    }
    for (i, rung) in RUNGS.into_iter().enumerate() {
        if state.lit.at(i) > 0.5 {
            let name = content.texts.label("evidence", rung);
            sentences.push_str(&fill(word("lit"), &[("rung", name)]));
        }
    }
    sentences
}
