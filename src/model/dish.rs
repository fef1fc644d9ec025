//! Cultured microglia after a bacterial signal (LPS): the six-cytokine model of Anderson et al. 2015
//! (doi 10.1039/c5mb00488h), written anew from its equations as given in `evidence.md` §3.3.
//!
//! Time is in hours, levels are expression in arbitrary units. It was fitted to microglia in a dish; for chronic pain it
//! is an illustration. What it teaches: microglia lower their TNF-α by themselves, with no treatment at all, so a
//! before-and-after picture without a "without" would credit a treatment with that.
//!
//! Each rate is `k · activations · inhibitions − d·x − c`, and c makes the start (0.1 each, no LPS) steady.
//! Must not be here: seconds of a timeline, drawing.

/// How long the model runs.
pub const HOURS: f64 = 72.0;
/// Samples of a course, evenly from 0 to [`HOURS`].
pub const SAMPLES: usize = 145;

/// The six levels, in the order of [`NAMES`].
pub type Levels = [f64; 6];

/// Which level is which.
pub const NAMES: [&str; 6] = ["il1b", "tnfa", "il6", "tgfb", "il10", "ccl5"];

const START: f64 = 0.1;
const LPS: f64 = 1000.0;
const STEP_HOURS: f64 = 0.02;

/// Activation, inhibition; to the first power.
fn act(x: f64, k: f64) -> f64 {
    x / (x + k)
}

fn inh(x: f64, k: f64) -> f64 {
    k / (x + k)
}

/// Rates without the constants c.
fn raw(&[il1b, tnfa, il6, tgfb, il10, ccl5]: &Levels, lps: f64) -> Levels {
    let root = |x: f64| x.max(0.0).sqrt();
    [
        act(lps, 3.0)
            * act(il1b, 1.0)
            * act(tnfa, 3.16)
            * inh(il6, 5.0)
            * inh(il10, 20.0)
            * inh(ccl5, 900.0)
            - 0.01 * il1b,
        900.0
            * act(lps, 29.0)
            * act(il1b, 1.61)
            * act(tnfa, 0.05)
            * inh(il6, 35.7)
            * inh(tgfb, 0.05)
            * inh(il10, 0.011)
            * inh(ccl5, 973.0)
            - 0.1 * tnfa,
        0.4 * act(lps, 100.0) * act(tnfa, 5.0) * inh(il10, 20.0) * inh(ccl5, 100.0) - 0.01 * il6,
        40.0 * act(tnfa, 55.0) * act(tgfb, 15.0) - 0.01 * tgfb,
        10.0 * act(lps, 100.0) * act(root(tnfa), root(22.2)) * act(il6, 20.0) * inh(ccl5, 30.0)
            - 0.01 * il10,
        3.0 * act(lps, 5.0)
            * act(il1b, 1.0)
            * act(tnfa * tnfa, 4.0)
            * act(il6, 3.0)
            * inh(tgfb * tgfb, 1.0)
            * inh(il10, 30.0)
            - 0.001 * ccl5,
    ]
}

fn plus(at: &Levels, rate: &Levels, time: f64) -> Levels {
    let mut sum = *at;
    for (x, dx) in sum.iter_mut().zip(rate) {
        *x += dx * time;
    }
    sum
}

/// The levels over [`HOURS`], at [`SAMPLES`] moments (classic Runge–Kutta).
pub fn course() -> Vec<Levels> {
    let steady = raw(&[START; 6], 0.0);
    let rates = |at: &Levels| plus(&raw(at, LPS), &steady, -1.0);
    let steps = (HOURS / STEP_HOURS / (SAMPLES - 1) as f64) as usize;
    let mut here = [START; 6];
    (0..SAMPLES)
        .map(|_| {
            let at = here;
            for _ in 0..steps {
                let one = rates(&here);
                let two = rates(&plus(&here, &one, STEP_HOURS / 2.0));
                let three = rates(&plus(&here, &two, STEP_HOURS / 2.0));
                let four = rates(&plus(&here, &three, STEP_HOURS));
                let ends = plus(&one, &four, 1.0);
                let rate = plus(&ends, &plus(&two, &three, 1.0), 2.0);
                here = plus(&here, &rate, STEP_HOURS / 6.0);
            }
            at
        })
        .collect()
}
