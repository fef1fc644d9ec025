//! The vesicles of the lane with exosomes: when each arrives, lingers and is gone.
//!
//! A schedule for the eye, not a measurement: numbers and times are illustrative, and some are lost on the way, because
//! how many arrive is unknown. It does not depend on the assumed effect: what is unknown is what they do.

use super::ARRIVAL_SECS;
use crate::model::curve::{smooth, smoother};
use crate::model::noise::between;
use crate::units::Secs;

const SEED: u32 = 606;
const COUNT: u32 = 18;

/// One vesicle at one moment. Each share runs from 0 to 1, one after the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vesicle {
    /// Which one: seeds its path.
    pub index: u32,
    /// It goes astray; where to is unknown.
    pub lost: bool,
    /// On its way to the nerve.
    pub drift: f64,
    /// Into a Schwann cell, or astray.
    pub inward: f64,
    /// Seconds since it came into the picture.
    pub age_secs: Secs,
    /// How visible it is.
    pub presence: f64,
}

/// Share of the uptake that has taken place: the onset of the assumed effect.
pub fn uptake(time_secs: Secs) -> f64 {
    smoother(ARRIVAL_SECS + 5.0, ARRIVAL_SECS + 24.0, time_secs)
}

/// The vesicles in the picture at a time.
pub fn at(time_secs: Secs) -> Vec<Vesicle> {
    (0..COUNT)
        .filter_map(|index| {
            let start = ARRIVAL_SECS + f64::from(index) * 1.3 + between(SEED, index, 0.0, 0.5);
            let drift_secs = between(SEED + 1, index, 4.6, 6.0);
            let sink_at = drift_secs + between(SEED + 2, index, 3.0, 6.0);
            let life = sink_at + 3.2;
            let age_secs = time_secs - start;
            (age_secs > 0.0 && age_secs < life).then(|| Vesicle {
                index,
                lost: index % 5 == 3,
                drift: smoother(-drift_secs * 0.6, drift_secs, age_secs),
                inward: smooth(sink_at, life, age_secs),
                age_secs,
                presence: smooth(0.0, 1.6, age_secs) * (1.0 - smooth(life - 1.3, life, age_secs)),
            })
        })
        .collect()
}
