//! What a visitor may change in the scenes. One set for all of them: what is chosen in one scene stays chosen in
//! the next.
//!
//! Must not be here: how a scene understands a parameter; its own model says so.

use crate::units::Ratio;

/// What a visitor may change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Params {
    /// How strongly exosomes are assumed to act, 0 (not at all) to 1. Unknown in reality.
    pub assumed_effect: Ratio,
    /// `inflammation`: the push that the visitor gives.
    pub push: Push,
    /// Wherever vesicles are enlarged: 0 shows them enlarged, 1 at their true scale.
    pub true_scale: Ratio,
    /// `routes`: where it hurts.
    pub regions: Regions,
}

impl Default for Params {
    fn default() -> Self {
        Self {
            assumed_effect: Ratio::new(0.5),
            push: Push::default(),
            true_scale: Ratio::new(0.0),
            regions: Regions::default(),
        }
    }
}

/// A push towards less inflammation, in the units of the two-cytokine model (`evidence.md` §3.2).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Push {
    /// How strong, 0..=3.
    pub size: f64,
    /// How long, in the model's time, 0..=6.
    pub length: f64,
}

impl Default for Push {
    fn default() -> Self {
        Self {
            size: 1.0,
            length: 2.0,
        }
    }
}

/// A set of body regions; bit `i` is region `i` of `model::routes`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Regions(pub u32);
