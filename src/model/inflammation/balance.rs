//! The balance of raising (p) and lowering (a) signals: the two-cytokine model of Baker et al. 2013
//! (PMID 23002057; BioModels BIOMD0000000550, CC0). See the parent module for what it may mean here.
//!
//! ```text
//! dp/dt = −γ·p + (α1 + α2·p²/(1 + p²)) / (1 + a²)
//! da/dt = −a + α4·p²/(α3² + p²) + s(t)
//! ```
//!
//! Time and levels are dimensionless. The encoded values have one steady state, the calm one; the teaching set
//! α2 = 5, α4 = 1 (a choice of ours, `evidence.md` §3.2) has three. `s` is any push towards fewer raising signals.
//! Must not be here: seconds of a timeline, lanes.

/// Levels at one moment: raising, lowering.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Levels {
    /// Signals that raise inflammation.
    pub p: f64,
    /// Signals that lower it.
    pub a: f64,
}

impl Levels {
    /// Straight mix: `t` 0 gives `self`, 1 gives `other`.
    pub fn mix(self, other: Self, t: f64) -> Self {
        Self {
            p: self.p + (other.p - self.p) * t,
            a: self.a + (other.a - self.a) * t,
        }
    }

    fn plus(self, rate: Self, time: f64) -> Self {
        Self {
            p: self.p + rate.p * time,
            a: self.a + rate.a * time,
        }
    }
}

const ALPHA1: f64 = 0.025;
const ALPHA2: f64 = 5.0;
const ALPHA3: f64 = 0.5;
const ALPHA4: f64 = 1.0;
const GAMMA: f64 = 1.25;

/// The calm steady state (stable). Found by Newton's method; a test asks the equations.
pub const CALM: Levels = Levels {
    p: 0.021_921_141_961_711,
    a: 0.001_918_458_302_938,
};
/// The steady state between both others (a saddle): it lies on the tipping line.
pub const TIPPING: Levels = Levels {
    p: 0.257_631_830_334_44,
    a: 0.209_796_400_569_39,
};
/// The inflamed steady state (stable: it does not calm by itself).
pub const INFLAMED: Levels = Levels {
    p: 1.571_291_225_941_162,
    a: 0.908_052_947_797_622,
};
/// The saddle's stable direction (eigenvalue −0.909).
const STABLE_WAY: Levels = Levels {
    p: 0.070_588,
    a: 0.997_506,
};

/// How fast the levels change, under a push `s`.
pub fn rates(at: Levels, s: f64) -> Levels {
    let (pp, aa) = (at.p * at.p, at.a * at.a);
    Levels {
        p: -GAMMA * at.p + (ALPHA1 + ALPHA2 * pp / (1.0 + pp)) / (1.0 + aa),
        a: -at.a + ALPHA4 * pp / (ALPHA3 * ALPHA3 + pp) + s,
    }
}

/// One classic Runge–Kutta step of the model's time, which may run backward.
pub fn step(at: Levels, s: f64, time: f64) -> Levels {
    let one = rates(at, s);
    let two = rates(at.plus(one, time / 2.0), s);
    let three = rates(at.plus(two, time / 2.0), s);
    let four = rates(at.plus(three, time), s);
    let sum = |a: f64, b: f64, c: f64, d: f64| (a + 2.0 * (b + c) + d) / 6.0;
    let rate = Levels {
        p: sum(one.p, two.p, three.p, four.p),
        a: sum(one.a, two.a, three.a, four.a),
    };
    at.plus(rate, time)
}

/// The course from the inflamed state under a push of constant size over `length`, sampled every `every`.
pub fn pushed(size: f64, length: f64, every: f64, samples: usize) -> Vec<Levels> {
    let mut here = INFLAMED;
    (0..samples)
        .map(|i| {
            let at = here;
            // The last slice of the push is weakened instead of cut, so that the length acts evenly.
            let share = ((length - i as f64 * every) / every).clamp(0.0, 1.0);
            here = step(here, size * share, every);
            at
        })
        .collect()
}

/// One arm of the tipping line, from the saddle outward: states from which the levels run into the saddle. On one
/// side of the line they go on to the calm state, on the other to the inflamed one.
pub fn tipping_arm(upward: bool, samples: usize) -> Vec<Levels> {
    // The saddle's stable direction (an eigenvector of the model's slope there), then backward in time.
    let side = if upward { 0.01 } else { -0.01 };
    let mut here = TIPPING.plus(STABLE_WAY, side);
    let mut points = Vec::with_capacity(samples + 1);
    points.push(TIPPING);
    for _ in 0..samples {
        points.push(here);
        for _ in 0..8 {
            let next = step(here, 0.0, -0.025);
            if next.a >= 0.0 && next.a < 9.0 && next.p < 4.5 {
                here = next;
            }
        }
    }
    points
}
