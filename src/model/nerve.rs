//! The second proposed mechanism: a worn myelin sheath, what runs along it, and a cut fibre that grows.
//!
//! # The sheath
//! How worn an internode is, `d`, goes from 0 (whole) to 1 (bare). No model of exosomes and myelin has been
//! published, so this is a schematic of ours; it carries no unit of the body:
//!
//! ```text
//! d_i(t) = DAMAGE_i · injury(t) · own(t) · (1 − relief(effect) · uptake(t))
//! own(t) = 1 − OWN · age/(age + OWN_SECS)             a little by itself, in both lanes
//! relief(e) = RELIEF · e/(e + HALF)                   0 at e = 0, 0.245 at 0.5, 0.36 at 1
//! ```
//!
//! # The assumption
//! How strongly exosomes act is **unknown**. [`Params::assumed_effect`] is ours: it enters `relief` of the lane with
//! exosomes and nothing else. It was put on the sheath and on Schwann cells because that is where rodent studies
//! report a change (A2: more of a myelin marker; A10: faster conduction). `RELIEF` and `HALF` are set so that the
//! drawn values at 0.5 are about 0.36, 0.62 and 0.44 and no internode comes below 0.3 at 1: never whole.
//!
//! # What follows from it
//! Noise of the signals, the number of inflammatory signals and the height of Schwann cells follow `d` by the same
//! rules in both lanes. That a worn sheath makes noisy signals is drawn, not fitted.
//!
//! # Growth
//! A cut fibre grows at one speed in both lanes (`evidence.md` §3.5: about 1 mm a day; no study gives a number for
//! exosomes in people). It starts after a lag and rests before a fifth of the gap is closed.
//!
//! Must not be here: coordinates, colours, words.

mod pulses;
mod vesicles;

pub use pulses::{ARRIVAL, Pulse, SPEED_PER_SEC};
pub use vesicles::{Vesicle, uptake};

use super::curve::{smooth, smoother};
use super::params::Params;
use crate::units::Secs;

/// Length of the scene at speed 1.
pub const DURATION_SECS: Secs = 80.0;
/// Start of step 3.2.
pub const INJURY_SECS: Secs = 9.0;
/// The injury is complete.
pub const WORN_SECS: Secs = 15.0;
/// The cut fibre begins to grow: after a lag, as it does in the body.
pub const GROWTH_SECS: Secs = 19.5;
/// Start of step 3.4: vesicles begin to arrive.
pub const ARRIVAL_SECS: Secs = 33.0;
/// Step 3.6: the trophic factors show their other face.
pub const FACES_SECS: (Secs, Secs) = (60.0, 70.0);
/// Growth comes to rest here, in step 3.7.
pub const REST_SECS: Secs = 77.0;

/// How worn the three internodes get by the injury (drawn values of the design).
pub const DAMAGE: [f64; 3] = [0.5, 0.86, 0.62];
const OWN: f64 = 0.08;
const OWN_SECS: Secs = 30.0;
const RELIEF: f64 = 0.6786;
const HALF: f64 = 0.885;
/// Share of the gap that has been bridged when growth rests: below a fifth, far from closed.
pub const GROWN: f64 = 0.17;
/// Signals that raise and that lower inflammation, places of one lane.
pub const PRO: usize = 12;
/// See [`PRO`].
pub const ANTI: usize = 5;

/// One moment of the scene.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The moment, clamped to the timeline.
    pub time_secs: Secs,
    /// The lane without exosomes.
    pub without: LaneState,
    /// The lane with exosomes.
    pub with: LaneState,
    /// How worn the sheath with exosomes would be for every assumed effect: from effect 1 to effect 0.
    pub band: (f64, f64),
    /// Share of the gap bridged by the cut fibre, the same in both lanes.
    pub grown: f64,
    /// How far the trophic factors have turned their pain-raising side to the fibre, 0..=1.
    pub faces: f64,
    /// The vesicles of the lane with exosomes.
    pub vesicles: Vec<Vesicle>,
    /// How much of each trophic factor that came with the vesicles is to be seen.
    pub brought: [f64; 4],
}

/// What both lanes have. With an assumed effect of 0 the two are equal.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneState {
    /// How worn each damaged internode is, 0 (whole) ..= 1 (bare).
    pub damage: [f64; 3],
    /// How well each of their Schwann cells stands, 0..=1.
    pub schwann: [f64; 3],
    /// Mean of `damage`.
    pub worn: f64,
    /// The body's own trophic factors, 0..=1.
    pub own_factors: f64,
    /// Impulses on the fibre.
    pub pulses: Vec<Pulse>,
    /// Strength of each signal that raises inflammation.
    pub pro: [f64; PRO],
    /// Strength of each signal that lowers inflammation.
    pub anti: [f64; ANTI],
}

impl State {
    /// The state of one lane.
    pub fn lane(&self, lane: crate::units::Lane) -> &LaneState {
        match lane {
            crate::units::Lane::Without => &self.without,
            crate::units::Lane::With => &self.with,
        }
    }
}

/// The scene for one set of parameters: any time can be asked.
#[derive(Clone, Copy, Debug)]
pub struct Story {
    effect: f64,
}

impl Story {
    /// Settles the parameters.
    pub fn new(params: &Params) -> Self {
        Self {
            effect: params.assumed_effect.get(),
        }
    }

    /// The state at a time. Times outside the timeline are clamped; NaN is the start.
    pub fn at(&self, time_secs: Secs) -> State {
        let t = if time_secs > 0.0 {
            time_secs.min(DURATION_SECS)
        } else {
            0.0
        };
        let (from, to) = FACES_SECS;
        State {
            time_secs: t,
            without: lane_at(0.0, t),
            with: lane_at(self.effect, t),
            band: (mean(damage(1.0, t)), mean(damage(0.0, t))),
            grown: grown(t),
            faces: smoother(from + 0.6, from + 3.4, t) * (1.0 - smoother(to - 1.0, to + 1.4, t)),
            vesicles: vesicles::at(t),
            brought: [0.0, 1.2, 2.6, 4.0].map(|after| {
                let from = ARRIVAL_SECS + 4.4 + after;
                smooth(from, from + 1.2, t)
            }),
        }
    }
}

/// The state at `time_secs`: [`Story::at`] in one call.
pub fn state_at(params: &Params, time_secs: Secs) -> State {
    Story::new(params).at(time_secs)
}

/// Share of its damage that an assumed effect takes from the sheath once all vesicles have arrived.
pub fn relief(effect: f64) -> f64 {
    RELIEF * effect / (effect + HALF)
}

/// How worn the three internodes are at a time; before the scene they are whole.
pub fn damage(effect: f64, time_secs: Secs) -> [f64; 3] {
    let age = (time_secs - WORN_SECS).max(0.0);
    let own = 1.0 - OWN * age / (age + OWN_SECS);
    let share = smoother(INJURY_SECS, WORN_SECS, time_secs)
        * own
        * (1.0 - relief(effect) * uptake(time_secs));
    DAMAGE.map(|d| d * share)
}

/// Share of the gap that is bridged at a time: the speed rises softly, is one, and comes softly to rest.
pub fn grown(time_secs: Secs) -> f64 {
    /// How long the speed takes to rise and to fall.
    const EASE_SECS: Secs = 3.0;
    // The integral of a speed that goes from 0 to 1 by smoothstep.
    let way = |since: f64| {
        let u = (since / EASE_SECS).clamp(0.0, 1.0);
        EASE_SECS * (u * u * u - u * u * u * u / 2.0) + (since - EASE_SECS).max(0.0)
    };
    let rest = REST_SECS - EASE_SECS;
    let total = rest - GROWTH_SECS;
    GROWN * (way(time_secs - GROWTH_SECS) - way(time_secs - rest)) / total
}

fn mean(of: [f64; 3]) -> f64 {
    of.iter().sum::<f64>() / 3.0
}

fn lane_at(effect: f64, t: Secs) -> LaneState {
    let damage = damage(effect, t);
    let worn = mean(damage);
    // What has come back since the worst, by itself or not; it is heard as signals that lower inflammation.
    let back = mean(DAMAGE) * smoother(INJURY_SECS, WORN_SECS, t) - worn;
    let mut pro = [0.0; PRO];
    for (slot, strength) in pro.iter_mut().enumerate() {
        let threshold = 0.12 + 0.5 * slot as f64 / (PRO - 1) as f64;
        *strength = smooth(threshold - 0.05, threshold + 0.04, worn);
    }
    let mut anti = [0.0; ANTI];
    for (slot, strength) in anti.iter_mut().enumerate() {
        let threshold = 0.014 + 0.034 * slot as f64;
        *strength = smooth(threshold, threshold + 0.024, back);
    }
    LaneState {
        schwann: damage.map(|d| 1.0 - 1.1 * d * (1.0 - relief(effect) * uptake(t))),
        damage,
        worn,
        own_factors: smooth(INJURY_SECS + 4.0, INJURY_SECS + 8.0, t),
        pulses: pulses::at(effect, t),
        pro,
        anti,
    }
}
