//! The first proposed mechanism: the balance of signals around an irritated nerve, and a push on it.
//!
//! # The model
//! Levels of raising (p) and lowering (a) signals follow the two-cytokine model of Baker et al. 2013 with the teaching
//! set of `evidence.md` §3.2; see [`balance`]. It was made for inflamed joints. Its time and levels carry no unit;
//! nobody has measured it for exosomes, for nerves or for pain.
//!
//! # Our assumptions
//! - The trigger is prescribed: within [`ONSET_SECS`] p rises from its calm value to 1 and a falls to 0. From there on
//!   the equations run at [`MODEL_PER_SEC`]. They overshoot (p up to 2.19) and settle at the inflamed state by
//!   themselves: that is what moves in the lane without exosomes. The inflamed state is stable.
//! - Exosomes act as one anti-inflammatory push `s` on da/dt, constant from [`PUSH_SECS`] on for the visitor's
//!   `push.length`. Its size is the visitor's `push.size × 2 × assumed_effect`: with the default effect of one half it
//!   is the very size that was chosen, with no effect both lanes are equal. The default push (1.0 over 2.0) lies below
//!   the threshold of that length (1.11), so the default course **slides back**.
//! - Only the share [`REACH`] of the signals in the picture comes from tissue that the push reaches; the rest goes on as
//!   without it. So at any push the lane ends part-way. How much arrives in reality is unknown.
//!
//! The courses are integrated once per set of parameters (classic Runge–Kutta, [`NODE_SECS`] of the timeline per step);
//! any moment is then read between two nodes.
//!
//! Must not be here: coordinates, colours, words.

pub mod balance;
mod flow;

pub use balance::Levels;
pub use flow::stays_in_blood;

use super::curve::smoother;
use super::microglia::{Pulse, Signal, Vesicle};
use super::params::Params;
use crate::units::{Ratio, Secs};

/// Length of the scene at speed 1.
pub const DURATION_SECS: Secs = 78.0;
/// Start of step 2.2: the trigger.
pub const TRIGGER_SECS: Secs = 9.0;
/// How long the trigger takes to raise p to 1.
pub const ONSET_SECS: Secs = 2.0;
/// Start of step 2.4: vesicles begin to arrive.
pub const ARRIVAL_SECS: Secs = 32.0;
/// The push begins, when the first vesicles have opened.
pub const PUSH_SECS: Secs = 43.0;
/// Units of the model's time per second of the timeline: chosen so that overshoot and settling fit their steps.
pub const MODEL_PER_SEC: f64 = 0.2;
/// Share of the tissue in the picture that the push reaches.
pub const REACH: f64 = 0.6;
/// Distance of the nodes of a course.
pub const NODE_SECS: Secs = 0.1;

const NODES: usize = 780;
/// The band is the range over this many assumed effects, evenly from 0 to 1.
const EFFECTS: u32 = 9;

/// One moment of the scene.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The moment, clamped to the timeline.
    pub time_secs: Secs,
    /// The lane without exosomes.
    pub without: LaneState,
    /// The lane with exosomes.
    pub with: LaneState,
    /// The lowest and highest levels of the lane with exosomes over all assumed effects.
    pub band: (Levels, Levels),
    /// The levels of both lanes when the first vesicles arrive.
    pub start: Levels,
    /// The vesicles of the lane with exosomes.
    pub vesicles: Vec<Vesicle>,
}

/// What both lanes have. With an assumed effect of 0 the two are equal.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneState {
    /// How many signals there are of each kind.
    pub levels: Levels,
    /// Signals on their way.
    pub signals: Vec<Signal>,
    /// Impulses of the nerve.
    pub pulses: Vec<Pulse>,
}

/// The push on the balance that a visitor's choice amounts to: size and length in the model's units.
pub fn push_of(params: &Params) -> (f64, f64) {
    push_at(params, params.assumed_effect)
}

fn push_at(params: &Params, effect: Ratio) -> (f64, f64) {
    let hold = |value: f64, most: f64| if value > 0.0 { value.min(most) } else { 0.0 };
    (
        hold(params.push.size, 3.0) * 2.0 * effect.get(),
        hold(params.push.length, 6.0),
    )
}

/// The levels of one lane over the whole scene.
#[derive(Clone, Debug)]
pub struct Course {
    nodes: Vec<Levels>,
    /// Impulses that the nerve has sent by each node.
    beats: Vec<f64>,
}

impl Course {
    fn pushed((size, length): (f64, f64)) -> Vec<Levels> {
        let start = TRIGGER_SECS + ONSET_SECS;
        let irritated = Levels { p: 1.0, a: 0.0 };
        let mut here = irritated;
        (0..=NODES)
            .map(|i| {
                let time = i as f64 * NODE_SECS;
                if time < start {
                    return balance::CALM.mix(irritated, smoother(TRIGGER_SECS, start, time));
                }
                let at = here;
                let every = NODE_SECS * MODEL_PER_SEC;
                let since = (time - PUSH_SECS) * MODEL_PER_SEC;
                // Of each slice only the part counts in which the push acts.
                let acts = (length.min(since + every) - since.max(0.0)).clamp(0.0, every);
                here = balance::step(here, size * acts / every, every);
                at
            })
            .collect()
    }

    fn of(nodes: Vec<Levels>) -> Self {
        let mut beat = 0.0;
        let beats = nodes.iter().map(|at| {
            let before = beat;
            beat += flow::beats_per_sec(at.p) * NODE_SECS;
            before
        });
        Self {
            beats: beats.collect(),
            nodes,
        }
    }

    /// Impulses sent by a node; before the scene they come at the resting rate.
    fn beats(&self, node: i64) -> f64 {
        match usize::try_from(node) {
            Ok(node) => self
                .beats
                .get(node)
                .or(self.beats.last())
                .copied()
                .unwrap_or(0.0),
            Err(_) => node as f64 * NODE_SECS * flow::beats_per_sec(balance::CALM.p),
        }
    }

    /// The levels at a time; before the scene they are calm, after it they stay.
    pub fn at(&self, time_secs: Secs) -> Levels {
        between_nodes(&self.nodes, time_secs)
    }
}

fn between_nodes(nodes: &[Levels], time_secs: Secs) -> Levels {
    let along = (time_secs / NODE_SECS).clamp(0.0, NODES as f64);
    let node = along as usize;
    let here = nodes.get(node).copied().unwrap_or(balance::CALM);
    let next = nodes.get(node + 1).copied().unwrap_or(here);
    here.mix(next, along - node as f64)
}

/// The scene for one set of parameters: the courses are integrated once, then any time can be asked.
#[derive(Clone, Debug)]
pub struct Story {
    without: Course,
    with: Course,
    low: Vec<Levels>,
    high: Vec<Levels>,
}

impl Story {
    /// Integrates the courses for `params`.
    pub fn new(params: &Params) -> Self {
        let without = Course::pushed((0.0, 0.0));
        let lane = |push| -> Vec<Levels> {
            let reached = Course::pushed(push);
            let both = without.iter().zip(reached);
            both.map(|(rest, reached)| rest.mix(reached, REACH))
                .collect()
        };
        let with = lane(push_of(params));
        let (mut low, mut high) = (with.clone(), with.clone());
        for i in 0..EFFECTS {
            let effect = Ratio::new(f64::from(i) / f64::from(EFFECTS - 1));
            let course = lane(push_at(params, effect));
            for ((low, high), at) in low.iter_mut().zip(&mut high).zip(course) {
                *low = Levels {
                    p: low.p.min(at.p),
                    a: low.a.min(at.a),
                };
                *high = Levels {
                    p: high.p.max(at.p),
                    a: high.a.max(at.a),
                };
            }
        }
        Self {
            without: Course::of(without),
            with: Course::of(with),
            low,
            high,
        }
    }

    /// The state at a time. Times outside the timeline are clamped; NaN is the start.
    pub fn at(&self, time_secs: Secs) -> State {
        let time_secs = if time_secs > 0.0 {
            time_secs.min(DURATION_SECS)
        } else {
            0.0
        };
        let lane = |course: &Course| LaneState {
            levels: course.at(time_secs),
            signals: flow::signals(course, time_secs),
            pulses: flow::pulses(course, time_secs),
        };
        State {
            time_secs,
            without: lane(&self.without),
            with: lane(&self.with),
            band: (
                between_nodes(&self.low, time_secs),
                between_nodes(&self.high, time_secs),
            ),
            start: self.without.at(ARRIVAL_SECS),
            vesicles: flow::vesicles(time_secs),
        }
    }
}

/// The state at `time_secs`: [`Story::at`] in one call.
pub fn state_at(params: &Params, time_secs: Secs) -> State {
    Story::new(params).at(time_secs)
}
