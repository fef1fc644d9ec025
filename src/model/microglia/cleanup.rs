//! The clean-up inside the cell (autophagy): waste is wrapped, bagged and broken down.
//!
//! It also runs without exosomes, slowly and never at zero. With them it is assumed to run faster in
//! proportion to the assumed effect (reported in one mouse and cell study, A3). Rates are illustrative.

use super::{CLEANUP_SECS, vesicles::uptake};
use crate::model::curve::smooth;
use crate::units::Secs;

/// Units of wrapping per second of the timeline, without exosomes.
const RATE_PER_SEC: f64 = 0.034;
/// How much faster an assumed effect of 1 makes it.
const GAIN: f64 = 10.5;
/// How far the first unit is when the view into the cell opens.
const HEAD_START: f64 = 0.25;
const UNITS: u32 = 5;
const SLICE_SECS: Secs = 0.25;

/// The inside of one cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cleanup {
    /// The bags in the making.
    pub units: Vec<Unit>,
    /// How much has been wrapped so far, in units.
    pub progress: f64,
}

/// One bag: each share runs 0 to 1, one after the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// Which one; each has its own place.
    pub index: u32,
    /// A cup of double membrane grows around the waste (phagophore).
    pub wrapped: f64,
    /// The closed bag (autophagosome) moves to the lysosome.
    pub carried: f64,
    /// Bag and lysosome become one.
    pub fused: f64,
    /// The waste is taken apart and its pieces leave.
    pub digested: f64,
}

/// The clean-up at a time.
pub fn at(effect: f64, time_secs: Secs) -> Cleanup {
    let progress = progress_at(effect, time_secs);
    let units = (0..UNITS)
        .map(|index| {
            let s = progress - f64::from(index);
            Unit {
                index,
                wrapped: s.clamp(0.0, 1.0),
                carried: smooth(1.0, 1.7, s),
                fused: smooth(1.7, 2.2, s),
                digested: smooth(2.2, 3.4, s),
            }
        })
        .filter(|unit| unit.wrapped > 0.0)
        .collect();
    Cleanup { units, progress }
}

/// The integral of a rate that is constant within slices: exact, and cheap enough to do each time.
fn progress_at(effect: f64, time_secs: Secs) -> f64 {
    let mut progress = HEAD_START;
    let mut from = CLEANUP_SECS - 1.0;
    while from < time_secs {
        let secs = (time_secs - from).min(SLICE_SECS);
        let rate = RATE_PER_SEC * (1.0 + GAIN * effect * uptake(from + SLICE_SECS / 2.0));
        progress += rate * secs;
        from += SLICE_SECS;
    }
    progress
}
