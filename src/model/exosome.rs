//! The model of the scene `exosome`: one journey through the sizes of things, from a hand to the vesicles of a cell.
//!
//! # Sizes, in metres
//! - Hand 0.18, nerve 3·10⁻³, cell 15·10⁻⁶: the middle of what the captions say (10–20 cm, a few mm, 10–20 µm). General
//!   knowledge; the one value is our choice for the drawing.
//! - Vesicle 100·10⁻⁹: within 30–150 nm (`evidence.md` §1.3 E1, G1; depends on the method of measuring).
//! - Cytokine 5·10⁻⁹ (`evidence.md` §3.9, 4–6 nm), hair 80·10⁻⁶ and the light microscope's limit 200·10⁻⁹ (general
//!   knowledge, to be confirmed: DESIGN §11).
//!
//! # The zoom
//! The picture spans a bracket of fixed length; [`State::span_log`] is the common logarithm of the length in metres
//! that the bracket stands for. Between two [`STOPS`] it goes straight in the logarithm, eased by smoothstep:
//! `span_log = log a + (log b − log a)·smooth(t)`. It is therefore continuous, and so is its speed.
//!
//! # 120 vesicles
//! P14 (Chevillet 2014) measured 0.00825 ± 0.02 copies of a given microRNA per exosome on average, in vesicles of
//! other cells: 1/0.00825 ≈ 121. Drawn: one of [`GRAINS`] holds it. Which one is our choice.
//!
//! Must not be here: coordinates, colours, words.

use super::curve::{lerp, smooth, smoother, window};
use crate::units::Secs;

/// Length of the scene at speed 1.
pub const DURATION_SECS: Secs = 73.0;

/// Sizes of what is shown, in metres.
pub mod size {
    /// From the wrist to the tip of the longest finger.
    pub const HAND: f64 = 0.18;
    /// Across a nerve of the arm where it is thick.
    pub const NERVE: f64 = 3e-3;
    /// Across a cell.
    pub const CELL: f64 = 15e-6;
    /// Across a vesicle.
    pub const VESICLE: f64 = 100e-9;
    /// Across a hair.
    pub const HAIR: f64 = 80e-6;
    /// The finest that a light microscope parts.
    pub const LIGHT: f64 = 200e-9;
    /// Across a cytokine.
    pub const CYTOKINE: f64 = 5e-9;
}

/// Common logarithms of the lengths in metres that the bracket spans where the zoom rests: hand, nerve, cell, vesicle,
/// 1.6 vesicles wide (signal beside parcel), ten vesicles wide (the grains).
pub const STOPS: [f64; 6] = [
    -0.744_727_495,
    -2.522_878_745,
    -4.823_908_741,
    -7.0,
    -6.795_880_017,
    -6.0,
];
/// When the zoom goes from each stop to the next.
const MOVES: [(Secs, Secs); 5] = [
    (9.0, 15.8),
    (19.0, 27.2),
    (31.0, 38.6),
    (53.0, 55.6),
    (63.0, 67.0),
];
/// When the picture goes from the overview into the hand.
const DIVE: (Secs, Secs) = (2.0, 7.2);

/// How many vesicles are shown for one that holds a given microRNA.
pub const GRAINS: u32 = 120;
/// The one of them that holds it.
pub const HOLDER: u32 = 9;
/// The one of them that the zoom was about.
pub const HERO: u32 = 52;

/// One moment of the scene.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// The moment, clamped to the timeline.
    pub time_secs: Secs,
    /// 0 is the overview of all sizes, 1 the picture of one.
    pub dive: f64,
    /// The stop that was left last, 0..=4.
    pub leg: usize,
    /// The share of the way from it to the next.
    pub way: f64,
    /// Common logarithm of the length in metres that the bracket spans.
    pub span_log: f64,
    /// How present the light microscope's limit is.
    pub limit: f64,
    /// How far the vesicle is open.
    pub opened: f64,
    /// How present order slips and parcel are.
    pub cards: f64,
    /// How far the other grains have come.
    pub grains: f64,
    /// How clearly the one that holds the microRNA is marked.
    pub holder: f64,
}

/// The state at a time. Times outside the timeline are clamped; NaN is the start. No parameter changes it.
pub fn state_at(time_secs: Secs) -> State {
    let t = if time_secs > 0.0 {
        time_secs.min(DURATION_SECS)
    } else {
        0.0
    };
    let (mut leg, mut way) = (0, 0.0);
    for (i, (from, to)) in MOVES.into_iter().enumerate() {
        if t >= from {
            (leg, way) = (i, smooth(from, to, t));
        }
    }
    let stop = |i: usize| STOPS.get(i).copied().unwrap_or(-6.0);
    State {
        time_secs: t,
        dive: smoother(DIVE.0, DIVE.1, t),
        leg,
        way,
        span_log: lerp(stop(leg), stop(leg + 1), way),
        limit: window(37.6, 43.0, 0.8, t),
        opened: smoother(43.2, 46.2, t),
        cards: window(55.0, 63.4, 0.9, t),
        grains: smoother(63.2, 68.0, t),
        holder: smooth(68.0, 69.2, t),
    }
}

/// How far a released vesicle is on its way from the cell, 0..=1, and how visible it is. Each leaves once.
pub fn release(index: u32, time_secs: Secs) -> (f64, f64) {
    let start = 12.0 + 0.75 * f64::from(index);
    let p = ((time_secs - start) / 16.0).clamp(0.0, 1.0);
    (1.0 - (1.0 - p) * (1.0 - p), smooth(0.0, 0.06, p))
}
