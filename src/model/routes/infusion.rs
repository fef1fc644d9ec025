//! Share of a dose in the blood while a drip runs and after it: one compartment, first-order loss (`evidence.md` §3.7).
//!
//! ```text
//! during:  A(t) = (1/T)·(1 − exp(−k·t))/k        k = ln 2 / half-life
//! after:   A(t) = A(T)·exp(−k·(t − T))
//! ```
//!
//! The form is textbook pharmacokinetics; the half-lives are rodents' (P4: 2 and 20 minutes). **No human value is
//! known.** Dye-labelled late phases in mice lasted hours (P5) and are not in this formula.
//! Must not be here: anything that acts on pain.

use std::f64::consts::LN_2;

use super::DRIP_MINUTES;
use crate::model::trig::exp;

/// Half-lives that early studies in rodents found, minutes (P4).
pub const HALF_LIVES: (f64, f64) = (2.0, 20.0);

/// Share of the dose in the blood, 0..=1, at a minute of the clock, for a half-life in minutes.
pub fn in_blood(minutes: f64, half_life: f64) -> f64 {
    // Half-lives outside of this range are no drip's business; the formula stays finite.
    let k = LN_2
        / if half_life > 0.01 {
            half_life.min(1e6)
        } else {
            0.01
        };
    let t = if minutes > 0.0 { minutes.min(1e6) } else { 0.0 };
    let running = t.min(DRIP_MINUTES);
    (1.0 - exp(-k * running)) / (k * DRIP_MINUTES) * exp(-k * (t - running))
}

/// The band: the share at the shortest and at the longest half-life.
pub fn band(minutes: f64) -> (f64, f64) {
    (
        in_blood(minutes, HALF_LIVES.0),
        in_blood(minutes, HALF_LIVES.1),
    )
}
