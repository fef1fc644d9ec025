//! Values that look random and are not: the same seed and index give the same value for ever.
//!
//! Must not be here: a generator that is carried from frame to frame.

/// A value in 0..1 from a seed and an index (a 32-bit integer hash after Wellons' `lowbias32`).
pub fn hash(seed: u32, index: u32) -> f64 {
    let mut x = seed.wrapping_mul(0x9E37_79B9) ^ index.wrapping_mul(0x85EB_CA6B);
    x ^= x >> 16;
    x = x.wrapping_mul(0x7FEB_352D);
    x ^= x >> 15;
    x = x.wrapping_mul(0x846C_A68B);
    x ^= x >> 16;
    f64::from(x) / 4_294_967_296.0
}

/// As [`hash`], stretched to `from..to`.
pub fn between(seed: u32, index: u32, from: f64, to: f64) -> f64 {
    from + (to - from) * hash(seed, index)
}

/// A short stream of values for one drawn thing: it is made from a seed where the thing is drawn
/// and thrown away there, and the number of draws must not depend on a parameter (shapes would jump).
#[derive(Clone, Debug)]
pub struct Draws {
    seed: u32,
    next: u32,
}

impl Draws {
    /// A stream that starts at the first value of `seed`.
    pub const fn new(seed: u32) -> Self {
        Self { seed, next: 0 }
    }

    /// The next value, 0..1.
    pub fn unit(&mut self) -> f64 {
        self.next += 1;
        hash(self.seed, self.next)
    }

    /// The next value in `from..to`.
    pub fn range(&mut self, from: f64, to: f64) -> f64 {
        from + (to - from) * self.unit()
    }
}
