//! What the picture shows at a moment, in one plain sentence for a screen reader.
//!
//! Must not be here: words; they are templates of the content (`scenes.evidence.describe`).

use crate::content::{Content, fill};
use crate::model::evidence::STARTS_SECS;
use crate::units::Secs;

const KEYS: [&str; 7] = [
    "ladder",
    "mechanisms",
    "report",
    "saline",
    "trial",
    "drip",
    "all",
];

/// One sentence about a moment, in the content's language.
pub fn describe(time_secs: Secs, content: &Content) -> String {
    let later = STARTS_SECS.iter().zip(KEYS).rev();
    let mut now = later.filter(|(from, _)| time_secs >= **from);
    let key = now.next().map_or("ladder", |(_, key)| key);
    let word = |key| content.texts.describe("evidence", key);
    fill(word(key), &[("people", word("people"))])
}
