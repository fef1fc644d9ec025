//! The few quantities every room shares. A leaf: it imports nothing of this crate.

/// Seconds on a scene's timeline at speed 1. Fields and arguments of this type end in `_secs`.
pub type Secs = f64;

/// A share between 0 and 1. It cannot hold anything else, so the code behind it need not ask.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Ratio(f64);

impl Ratio {
    /// Clamps to 0..=1; NaN becomes 0.
    pub const fn new(value: f64) -> Self {
        if value >= 1.0 {
            Self(1.0)
        } else if value > 0.0 {
            Self(value)
        } else {
            Self(0.0)
        }
    }

    /// The share, 0..=1.
    pub const fn get(self) -> f64 {
        self.0
    }
}

/// One of the two courses that are always shown against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lane {
    /// エクソソームなし
    Without,
    /// エクソソームあり
    With,
}

impl Lane {
    /// Both lanes, in the order in which they are drawn.
    pub const BOTH: [Self; 2] = [Self::Without, Self::With];
}

/// Paper (light) or night microscope (dark): a swap of colours plus one switch in the drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Washi atlas.
    #[default]
    Light,
    /// Night microscope.
    Dark,
}
