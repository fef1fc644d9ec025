//! Where it hurts: the regions a visitor can choose, and what an injection there means for the picture.
//!
//! Choosing recommends nothing. It moves the pool of the local side and picks questions for the doctor.
//! Must not be here: coordinates, words.

use crate::model::params::Regions;

/// The regions; the number of each is its bit in [`Regions`], and its id that of the content.
pub const REGIONS: [&str; 8] = [
    "neck",
    "shoulder",
    "low-back",
    "hip",
    "knee",
    "foot",
    "hand",
    "whole-body",
];
/// Shown while nothing is chosen.
pub const KNEE: usize = 4;
/// Pain in many places or deep down: one injection does not reach it.
pub const WHOLE_BODY: usize = 7;
/// Millilitres into a joint, and elsewhere (volumes of study H1).
pub const VOLUMES_ML: (f64, f64) = (5.0, 2.0);

impl Regions {
    /// Whether a region is in the set.
    pub const fn has(self, region: usize) -> bool {
        region < REGIONS.len() && self.0 >> region & 1 == 1
    }

    /// The set with a region put in or taken out.
    #[must_use]
    pub const fn toggled(self, region: usize) -> Self {
        if region < REGIONS.len() {
            Self(self.0 ^ 1 << region)
        } else {
            self
        }
    }
}

/// The regions of one picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    regions: Regions,
}

impl Chosen {
    /// Settles what is chosen; bits without a region are left out.
    pub const fn new(regions: Regions) -> Self {
        Self { regions }
    }

    /// Whether the visitor has chosen anything.
    pub fn any(&self) -> bool {
        (0..REGIONS.len()).any(|region| self.regions.has(region))
    }

    /// Whether pain is spread out or deep: the rest of the body is then shown as not reached.
    pub const fn wide(&self) -> bool {
        self.regions.has(WHOLE_BODY)
    }

    /// Whether a pool is shown at a region.
    pub fn pool(&self, region: usize) -> bool {
        let places = (0..WHOLE_BODY).any(|region| self.regions.has(region));
        region < WHOLE_BODY && (self.regions.has(region) || (!places && region == KNEE))
    }

    /// The region that is seen enlarged: the first one with a pool.
    pub fn enlarged(&self) -> usize {
        (0..WHOLE_BODY)
            .find(|&region| self.pool(region))
            .unwrap_or(KNEE)
    }

    /// Whether the enlarged region is a joint rather than the back or neck.
    pub fn joint(&self) -> bool {
        !matches!(self.enlarged(), 0 | 2)
    }

    /// How much is injected at the enlarged region, millilitres.
    pub fn volume_ml(&self) -> f64 {
        if self.joint() {
            VOLUMES_ML.0
        } else {
            VOLUMES_ML.1
        }
    }
}
