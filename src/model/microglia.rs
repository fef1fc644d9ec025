//! The third proposed mechanism: how alert two microglia are, and what follows from it.
//!
//! # The switch
//! The share `a` of "alert" follows the free two-state switch of `evidence.md` §3.4 (our own
//! schematic, no published parameters; it carries no unit of the body):
//!
//! ```text
//! da/dt = k_on·s(t)·(1 − a) − k_off·m(t)·a
//! ```
//!
//! `s` is the stimulus of the injury. It rises within [`ONSET_SECS`] and then fades by itself as
//! 1/(1 + t/τ), which is why the lane without exosomes moves as well. `m` is 1 without exosomes.
//!
//! # The assumption
//! How strongly exosomes act is **unknown**. [`Params::assumed_effect`] is ours: it multiplies the
//! switch's way back and nothing else, `m = 1 + GAIN · assumed_effect · uptake(t)`. The way back was
//! chosen because animal studies report lower activation markers after uptake (A1, A3, A4), not a
//! weaker injury. At 0 both lanes are equal. `GAIN` is set so that at 1 the step "toward patrol" ends
//! at a = 0.40: part-way, never back at rest.
//!
//! # Closed form
//! `s` and `m` are held constant over slices of [`SLICE_SECS`]; within a slice the switch is linear
//! with constant rates, so `a(t) = a∞ + (a₀ − a∞)·exp(−q·t)`. No step-wise integration is involved.
//!
//! Must not be here: coordinates, colours, words.

mod cleanup;
mod signals;
mod switch;
mod vesicles;

pub use cleanup::{Cleanup, Unit};
pub use signals::{Pulse, Signal, SignalKind};
pub use switch::{Course, slice_rates};
pub use vesicles::{Vesicle, VesicleFate, uptake};

use super::params::Params;
use crate::units::Secs;

/// Length of the scene at speed 1.
pub const DURATION_SECS: Secs = 74.0;
/// The injury: start of step 4.2.
pub const INJURY_SECS: Secs = 8.0;
/// How long the stimulus takes to rise.
pub const ONSET_SECS: Secs = 2.5;
/// Start of step 4.4: vesicles begin to arrive.
pub const ARRIVAL_SECS: Secs = 28.0;
/// Start of step 4.5: the view into the cell opens.
pub const CLEANUP_SECS: Secs = 40.0;
/// End of step 4.6, the moment for which `GAIN` is set.
pub const TOWARD_PATROL_END_SECS: Secs = 66.0;
/// A vesicle's width beside the soma of a surveying microglia: 100 nm (`evidence.md` §3.9) to 10 µm, the upper end of
/// 5 to 10 µm there.
pub const TRUE_SIZE: f64 = 0.01;
/// Rates are constant within a slice of this length.
pub const SLICE_SECS: Secs = 0.25;

/// One moment of the scene.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The moment, clamped to the timeline.
    pub time_secs: Secs,
    /// The lane without exosomes.
    pub without: LaneState,
    /// The lane with exosomes.
    pub with: LaneState,
    /// How alert the cell with exosomes would be at this moment for every assumed effect:
    /// from the value at effect 1 to the value at effect 0.
    pub band: (f64, f64),
    /// The vesicles of the lane with exosomes.
    pub vesicles: Vec<Vesicle>,
    /// From 0, vesicles enlarged, to 1, at their true size beside the cell ([`TRUE_SIZE`]).
    pub true_scale: f64,
}

/// What both lanes have. With an assumed effect of 0 the two are equal.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneState {
    /// How alert the microglia is, 0 (surveying) to 1.
    pub activation: f64,
    /// Signals on their way.
    pub signals: Vec<Signal>,
    /// Impulses of the neuron that hears the signals.
    pub neuron_pulses: Vec<Pulse>,
    /// Impulses of the pain fibre that comes in.
    pub fibre_pulses: Vec<Pulse>,
    /// The inside of the cell.
    pub cleanup: Cleanup,
}

/// The scene for one set of parameters: the courses are solved once, then any time can be asked.
#[derive(Clone, Debug)]
pub struct Story {
    effect: f64,
    true_scale: f64,
    without: Course,
    with: Course,
    with_full_effect: Course,
}

impl Story {
    /// Solves the courses for `params`.
    pub fn new(params: &Params) -> Self {
        let effect = params.assumed_effect.get();
        Self {
            effect,
            true_scale: params.true_scale.get(),
            without: Course::new(0.0),
            with: Course::new(effect),
            with_full_effect: Course::new(1.0),
        }
    }

    /// The state at a time. Times outside the timeline are clamped; NaN is the start.
    pub fn at(&self, time_secs: Secs) -> State {
        let time_secs = if time_secs > 0.0 {
            time_secs.min(DURATION_SECS)
        } else {
            0.0
        };
        State {
            time_secs,
            without: lane_at(&self.without, 0.0, time_secs),
            with: lane_at(&self.with, self.effect, time_secs),
            band: (
                self.with_full_effect.at(time_secs),
                self.without.at(time_secs),
            ),
            vesicles: vesicles::at(time_secs),
            true_scale: self.true_scale,
        }
    }
}

/// The state at `time_secs`: [`Story::at`] in one call.
pub fn state_at(params: &Params, time_secs: Secs) -> State {
    Story::new(params).at(time_secs)
}

fn lane_at(course: &Course, effect: f64, time_secs: Secs) -> LaneState {
    LaneState {
        activation: course.at(time_secs),
        signals: signals::at(course, time_secs),
        neuron_pulses: signals::neuron_pulses(course, time_secs),
        fibre_pulses: signals::fibre_pulses(time_secs),
        cleanup: cleanup::at(effect, time_secs),
    }
}
