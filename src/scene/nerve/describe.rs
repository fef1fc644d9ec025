//! What the picture shows at a moment, in one plain sentence for a screen reader.
//!
//! The words are templates of the content (`scenes.nerve.describe`). Must not be here: words.

use crate::content::{Content, fill};
use crate::model::nerve::{ARRIVAL_SECS, LaneState, State};

/// One sentence about the state, in the content's language.
pub fn describe(state: &State, content: &Content) -> String {
    let word = |key: &str| content.texts.describe("nerve", key);
    let exosomes = if !state.vesicles.is_empty() {
        word("exosomes.near")
    } else if state.time_secs < ARRIVAL_SECS {
        word("exosomes.none")
    } else {
        ""
    };
    let growth = match state.grown {
        g if g <= 0.0 => "",
        g if g < 0.1699 => word("growth.on"),
        _ => word("growth.rest"),
    };
    let (without, with) = (word(sheath(&state.without)), word(sheath(&state.with)));
    if without == with {
        let values = [
            ("exosomes", exosomes),
            ("sheath", without),
            ("growth", growth),
        ];
        return fill(word("both"), &values);
    }
    let values = [
        ("exosomes", exosomes),
        ("without", without),
        ("with", with),
        ("growth", growth),
    ];
    fill(word("lanes"), &values)
}

fn sheath(lane: &LaneState) -> &'static str {
    match lane.worn {
        d if d < 0.1 => "sheath.whole",
        d if d < 0.53 => "sheath.partly",
        _ => "sheath.worn",
    }
}
