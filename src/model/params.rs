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
    /// `routes`: how far the band of half-lives is narrowed to its short edge, and to its long one.
    pub edge: [f64; 2],
    /// `evidence`: 0 has the report on the left, 1 the trial.
    pub swapped: Ratio,
    /// `evidence`: what is lit as long as somebody asks about it.
    pub lit: Lit,
}

impl Default for Params {
    fn default() -> Self {
        Self {
            // How strongly exosomes act is unknown; the middle favours nobody.
            assumed_effect: Ratio::new(0.5),
            push: Push::default(),
            true_scale: Ratio::new(0.0),
            regions: Regions::default(),
            edge: Edge::Band.weights(),
            swapped: Ratio::new(0.0),
            lit: Lit::default(),
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

/// Which half-life of the band the blood is drawn for (`routes`). Either edge is an assumption of whoever chooses it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edge {
    /// All that rodents showed.
    #[default]
    Band,
    /// The shortest alone.
    Short,
    /// The longest alone.
    Long,
}

impl Edge {
    /// All of them, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Band, Self::Short, Self::Long];

    /// Shares of the short and of the long edge, between which the picture glides.
    pub const fn weights(self) -> [f64; 2] {
        match self {
            Self::Band => [0.0, 0.0],
            Self::Short => [1.0, 0.0],
            Self::Long => [0.0, 1.0],
        }
    }
}

/// How far each part of the ladder is lit, 0..=1: four rungs, five topics, then saline, report and trial.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Lit(pub [f64; 12]);

impl Lit {
    /// Lights the parts whose bits are set.
    pub fn of(bits: u16) -> Self {
        let mut lit = Self::default();
        for (i, share) in lit.0.iter_mut().enumerate() {
            *share = f64::from(bits >> i & 1);
        }
        lit
    }

    /// How far a part is lit.
    pub fn at(&self, part: usize) -> f64 {
        self.0.get(part).copied().unwrap_or_default()
    }
}
