//! Signals that leave the cell and impulses of the nerve cells. Both follow how alert the cell was
//! at the moment they set out, so nothing appears or vanishes on the way.

use super::{SLICE_SECS, switch::Course};
use crate::model::curve::smooth;
use crate::model::noise::{between, hash};
use crate::units::Secs;

/// A messenger protein.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignalKind {
    /// TNF-α: raises inflammation.
    Tnf,
    /// IL-1β: raises inflammation.
    Il1,
    /// IL-6: raises inflammation.
    Il6,
    /// IL-10: lowers inflammation.
    Il10,
}

impl SignalKind {
    /// Whether it raises inflammation (drawn pointed) or lowers it (drawn round).
    pub fn raises(self) -> bool {
        self != Self::Il10
    }
}

/// One signal on its way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Signal {
    /// What it is.
    pub kind: SignalKind,
    /// Where it sets out from; seeds its path together with `turn`.
    pub slot: u32,
    /// How often this slot has sent before.
    pub turn: u32,
    /// Share of the way, 0..1.
    pub progress: f64,
    /// How visible it is, 0..=1, from how alert the cell was when it set out.
    pub strength: f64,
}

/// One impulse on a nerve fibre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pulse {
    /// Seconds since it set out.
    pub age_secs: Secs,
    /// 0 (steady) ..= 1 (the cell is alert): drawn as width.
    pub urgency: f64,
}

const PRO_SLOTS: u32 = 22;
const ANTI_SLOTS: u32 = 6;
const SEED: u32 = 77;

/// The signals on their way at a time.
pub fn at(course: &Course, time_secs: Secs) -> Vec<Signal> {
    let mut signals = Vec::with_capacity(28);
    for slot in 0..PRO_SLOTS + ANTI_SLOTS {
        let period = between(SEED, slot, 7.5, 10.5);
        let clock = time_secs / period + hash(SEED + 1, slot) + 1.0;
        let (turn, progress) = (clock.floor(), clock.fract());
        let alert = course.at(time_secs - progress * period);
        let strength = if slot < PRO_SLOTS {
            // Each slot has its own threshold: the more alert the cell, the more slots send.
            let threshold = 0.24 + 0.62 * f64::from(slot) / f64::from(PRO_SLOTS);
            smooth(threshold - 0.05, threshold + 0.05, alert)
        } else if slot < PRO_SLOTS + 2 {
            // A little IL-10 goes with any alarm.
            smooth(0.3, 0.5, alert)
        } else {
            // More of it between rest and alarm, as reported beside lower TNF-α and IL-1β (A1, A2).
            smooth(0.22, 0.34, alert) * (1.0 - smooth(0.6, 0.8, alert))
        };
        if strength > 0.0 {
            let kind = match slot {
                s if s >= PRO_SLOTS => SignalKind::Il10,
                s if s % 3 == 0 => SignalKind::Tnf,
                s if s % 3 == 1 => SignalKind::Il1,
                _ => SignalKind::Il6,
            };
            signals.push(Signal {
                kind,
                slot,
                turn: turn as u32,
                progress,
                strength,
            });
        }
    }
    signals
}

/// How long an impulse is in the picture.
pub const PULSE_SECS: Secs = 5.0;

/// Impulses of the neuron in the spinal cord. One sets out whenever the running count of
/// [`Course::beats_by_slice`] passes a whole number.
pub fn neuron_pulses(course: &Course, time_secs: Secs) -> Vec<Pulse> {
    let newest = (time_secs / SLICE_SECS) as i64 + 1;
    let oldest = newest - (PULSE_SECS / SLICE_SECS) as i64 - 2;
    let mut pulses = Vec::new();
    for slice in oldest..newest {
        let (count, next) = (
            course.beats_by_slice(slice),
            course.beats_by_slice(slice + 1),
        );
        if next.floor() <= count.floor() {
            continue;
        }
        let from = slice as f64 * SLICE_SECS;
        let share = (next.floor() - count) / (next - count);
        let urgency = smooth(0.3, 0.9, course.at(from));
        // An alert neighbour makes the rhythm uneven.
        let unevenness = between(SEED + 2, next as i64 as u32, -0.16, 0.16) * urgency;
        let age_secs = time_secs - (from + share * SLICE_SECS + unevenness);
        if age_secs > 0.0 && age_secs < PULSE_SECS {
            pulses.push(Pulse { age_secs, urgency });
        }
    }
    pulses
}

/// Impulses of the pain fibre that comes in: steady, and the same in both lanes.
pub fn fibre_pulses(time_secs: Secs) -> Vec<Pulse> {
    const EVERY_SECS: Secs = 0.95;
    let newest = (time_secs / EVERY_SECS).floor();
    (0..6)
        .map(|back| {
            let sent = (newest - f64::from(back)) * EVERY_SECS;
            Pulse {
                age_secs: time_secs - sent,
                urgency: 0.0,
            }
        })
        .filter(|pulse| pulse.age_secs < PULSE_SECS)
        .collect()
}
