//! Impulses on the fibre: regular ones that run in from the left, and noise that begins where the sheath is worn.
//!
//! Both kinds run at one speed (an illustration, and said on stage to be none of the body's). Whether an impulse gets
//! noisy is drawn by lot at each worn internode against how worn it is as the impulse passes, so nothing changes
//! behind its back and the noise follows the damage. Must not be here: coordinates.

use super::damage;
use crate::model::curve::smooth;
use crate::model::noise::{between, hash};
use crate::units::Secs;

/// Share of the drawn fibre that an impulse runs in a second (90 units of the design's 1134).
pub const SPEED_PER_SEC: f64 = 90.0 / 1134.0;
/// Where the arriving signals are read off, a share of the fibre behind the worn part.
pub const ARRIVAL: f64 = 0.735;
/// Impulses are kept a little beyond the drawn fibre: the read-off shows what has passed.
const END: f64 = 1.1;
/// Regular impulses stand 62 of 1134 units apart.
const PERIOD_SECS: Secs = 62.0 / 90.0;
/// Where the worn internodes begin and end.
const WORN: [(f64, f64); 3] = [(0.159, 0.33), (0.342, 0.533), (0.545, 0.721)];
const SEED: u32 = 311;
/// Noise that may be born between two regular impulses.
const EXTRA: u32 = 2;

/// One impulse.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pulse {
    /// Share of the drawn fibre it has run.
    pub at: f64,
    /// 0 (smooth) ..= 1 (jagged).
    pub noisy: f64,
    /// How visible it is.
    pub strength: f64,
    /// Height of its mark in the read-off, 0..=1.
    pub height: f64,
}

/// How likely a threshold drawn by lot lies below a damage, softly.
fn passes(lot: f64, damage: f64) -> f64 {
    smooth(lot - 0.07, lot + 0.07, damage)
}

/// The impulses on the fibre at a time.
pub fn at(effect: f64, time_secs: Secs) -> Vec<Pulse> {
    let mut pulses = Vec::with_capacity(64);
    let newest = (time_secs / PERIOD_SECS).floor() as i64;
    let count = (END / SPEED_PER_SEC / PERIOD_SECS) as i64;
    for k in newest - count - 1..=newest + 1 {
        let age = time_secs - k as f64 * PERIOD_SECS;
        let key = k as u32;
        let mut smooth_share = 1.0;
        for (i, (from, to)) in WORN.into_iter().enumerate() {
            let middle = (from + to) / 2.0;
            let met = damage(effect, time_secs - age + middle / SPEED_PER_SEC);
            let lot = between(SEED + i as u32, key, 0.3, 1.5);
            let here = passes(lot, met.get(i).copied().unwrap_or(0.0));
            let run = age * SPEED_PER_SEC;
            smooth_share *= 1.0 - here * smooth(middle - 0.02, middle + 0.03, run);
        }
        let noisy = 1.0 - smooth_share;
        let shift = between(SEED + 7, key, -0.005, 0.005) * noisy;
        let run = age * SPEED_PER_SEC + shift;
        pulses.push(Pulse {
            at: run,
            noisy,
            strength: smooth(0.012, 0.034, run) * (1.0 - smooth(END - 0.02, END, run)),
            height: 1.0 - noisy * between(SEED + 8, key, 0.1, 0.6),
        });
        for place in 1..=EXTRA {
            pulses.extend(extra(
                effect,
                time_secs,
                key.wrapping_mul(EXTRA).wrapping_add(place),
                age,
                place,
            ));
        }
    }
    pulses
}

/// Noise born in a worn internode. All impulses run at one speed, so each has its own room between two regular ones.
fn extra(effect: f64, time_secs: Secs, key: u32, age: Secs, place: u32) -> Option<Pulse> {
    let share = f64::from(place) / f64::from(EXTRA + 1) + between(SEED + 9, key, -0.05, 0.05);
    let run = (age + share * PERIOD_SECS) * SPEED_PER_SEC;
    let which = ((hash(SEED + 10, key) * 3.0) as usize).min(2);
    let (from, to) = WORN.get(which).copied()?;
    let born = between(SEED + 11, key, from + 0.01, to - 0.02);
    let since = (run - born) / SPEED_PER_SEC;
    let met = damage(effect, time_secs - since).get(which).copied()?;
    let strength = passes(between(SEED + 12, key, 0.2, 1.4), met) * smooth(0.0, 0.7, since);
    (strength > 0.004 && run < END).then(|| Pulse {
        at: run,
        noisy: 1.0,
        strength,
        height: between(SEED + 13, key, 0.3, 0.95),
    })
}
