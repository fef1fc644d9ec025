//! The vesicles of the lane with exosomes: when each arrives, docks, is taken in and opens.
//!
//! A schedule for the eye, not a measurement: numbers and times are illustrative, and some vesicles
//! are lost on the way, because how many arrive is unknown. It does not depend on the assumed effect:
//! what is unknown is what they do.

use super::ARRIVAL_SECS;
use crate::model::curve::{smooth, smoother};
use crate::model::noise::{between, hash};
use crate::units::Secs;

const SEED: u32 = 404;
const COUNT: u32 = 15;
/// From entering the picture to the membrane.
const DRIFT_SECS: Secs = 6.5;
/// Docked at the membrane.
const DOCK_SECS: Secs = 1.8;
/// Wrapped by the membrane and drawn in.
const POCKET_SECS: Secs = 2.4;
/// The wall opens and the cargo leaves.
const OPEN_SECS: Secs = 2.2;

/// What becomes of a vesicle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VesicleFate {
    /// Docks at the place with this number and is taken in.
    TakenIn(u32),
    /// Drifts off; where to is unknown.
    Lost,
}

/// One vesicle at one moment. Each share runs from 0 to 1, one after the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vesicle {
    /// Which one: seeds its path.
    pub index: u32,
    /// What becomes of it.
    pub fate: VesicleFate,
    /// On its way to the cell.
    pub drift: f64,
    /// Pressed into the membrane.
    pub docked: f64,
    /// Carried inward in a pocket of membrane.
    pub inward: f64,
    /// Opened; at 1 nothing of it is left to see.
    pub opened: f64,
    /// How visible it is: fades in at the edge of the picture and out at its end.
    pub presence: f64,
}

/// Share of the uptake that has taken place: the onset of the assumed effect, 0 before the first
/// vesicle opens, 1 when the last one has.
pub fn uptake(time_secs: Secs) -> f64 {
    smoother(ARRIVAL_SECS + 3.0, ARRIVAL_SECS + 20.0, time_secs)
}

/// The vesicles in the picture at a time.
pub fn at(time_secs: Secs) -> Vec<Vesicle> {
    (0..COUNT)
        .filter_map(|index| vesicle(index, time_secs))
        .collect()
}

fn vesicle(index: u32, time_secs: Secs) -> Option<Vesicle> {
    // The first ones come quickly, so that the step shows uptake early; then about one a second.
    let start = ARRIVAL_SECS + 0.2 + f64::from(index) * 1.05 + between(SEED, index, 0.0, 0.5);
    let age = time_secs - start;
    let lost = index % 5 == 3;
    let drift_secs = DRIFT_SECS * (0.85 + 0.3 * hash(SEED + 1, index));
    let (dock, pocket, open) = if lost {
        (0.0, 0.0, 3.0)
    } else {
        (DOCK_SECS, POCKET_SECS, OPEN_SECS)
    };
    let life = drift_secs + dock + pocket + open;
    if age <= 0.0 || age >= life {
        return None;
    }
    let docks_at = drift_secs;
    let pocket_at = docks_at + dock;
    let open_at = pocket_at + pocket;
    let share = |from: f64, len: f64| {
        if len > 0.0 {
            smooth(from, from + len, age)
        } else {
            0.0
        }
    };
    Some(Vesicle {
        index,
        fate: if lost {
            VesicleFate::Lost
        } else {
            VesicleFate::TakenIn(index)
        },
        drift: (age / drift_secs).min(1.0),
        docked: share(docks_at - 0.5, dock.max(0.6)),
        inward: share(pocket_at, pocket),
        opened: share(open_at, open),
        presence: smooth(0.0, 1.2, age) * (1.0 - smooth(life - 0.9, life, age)),
    })
}
