//! What the picture shows at a moment, in one plain sentence for a screen reader.
//!
//! The words are templates of the content (`scenes.microglia.describe`); here is decided which apply.
//! Must not be here: words.

use super::lens_open;
use crate::content::{Content, fill};
use crate::model::microglia::{ARRIVAL_SECS, LaneState, State};

/// One sentence about the state, in the content's language.
pub fn describe(state: &State, content: &Content) -> String {
    let word = |key: &str| content.texts.describe("microglia", key);
    let lens = if lens_open(state.time_secs) > 0.5 {
        word("lens")
    } else {
        ""
    };
    let exosomes = if state.vesicles.iter().any(|v| v.inward > 0.1) {
        word("exosomes.uptake")
    } else if !state.vesicles.is_empty() {
        word("exosomes.arriving")
    } else if state.time_secs < ARRIVAL_SECS {
        word("exosomes.none")
    } else {
        ""
    };
    let (without, with) = (word(form(&state.without)), word(form(&state.with)));
    let (heard, heard_with) = (word(signals(&state.without)), word(signals(&state.with)));
    if without == with && heard == heard_with {
        let values = [
            ("lens", lens),
            ("exosomes", exosomes),
            ("form", without),
            ("signals", heard),
        ];
        return fill(word("both"), &values);
    }
    let values = [
        ("lens", lens),
        ("exosomes", exosomes),
        ("form_without", without),
        ("signals_without", heard),
        ("form_with", with),
        ("signals_with", heard_with),
    ];
    fill(word("lanes"), &values)
}

fn form(lane: &LaneState) -> &'static str {
    match lane.activation {
        a if a < 0.35 => "form.surveying",
        a if a < 0.68 => "form.between",
        _ => "form.thick",
    }
}

fn signals(lane: &LaneState) -> &'static str {
    let raising = lane
        .signals
        .iter()
        .filter(|s| s.kind.raises() && s.strength > 0.5)
        .count();
    match raising {
        0..=3 => "signals.few",
        4..=13 => "signals.some",
        _ => "signals.many",
    }
}
