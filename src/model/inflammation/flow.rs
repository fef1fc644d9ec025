//! What is on its way: signals, impulses of the nerve, vesicles. Each follows the levels at the moment it set out, so
//! nothing appears or vanishes on the way. Numbers and times are for the eye, not measured.
//!
//! Must not be here: where anything is drawn.

use super::{ARRIVAL_SECS, Course};
use crate::model::curve::{smooth, smoother};
use crate::model::microglia::{Pulse, Signal, SignalKind, Vesicle, VesicleFate};
use crate::model::noise::{between, hash};
use crate::units::Secs;

const SEED: u32 = 1210;
const PRO_SLOTS: u32 = 24;
const ANTI_SLOTS: u32 = 11;

/// The signals on their way at a time. Each slot has its own threshold: the higher the level, the more slots send.
pub(super) fn signals(course: &Course, time_secs: Secs) -> Vec<Signal> {
    let mut signals = Vec::with_capacity(35);
    for slot in 0..PRO_SLOTS + ANTI_SLOTS {
        let period = between(SEED, slot, 6.5, 9.0);
        let clock = time_secs / period + hash(SEED + 1, slot) + 2.0;
        let (turn, progress) = (clock.floor(), clock.fract());
        let sent = course.at(time_secs - progress * period);
        let raising = slot < PRO_SLOTS;
        let (level, threshold) = if raising {
            (sent.p, 0.14 + 2.0 * f64::from(slot) / f64::from(PRO_SLOTS))
        } else {
            let share = f64::from(slot - PRO_SLOTS) / f64::from(ANTI_SLOTS);
            (sent.a, 0.22 + 1.3 * share)
        };
        let strength = smooth(threshold - 0.12, threshold + 0.12, level);
        if strength > 0.0 {
            let kind = match slot % 3 {
                _ if !raising => SignalKind::Il10,
                0 => SignalKind::Tnf,
                1 => SignalKind::Il1,
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

/// How often the nerve fires, per second of the timeline: the more raising signals, the more often (reported in
/// animals; the rate itself is illustrative).
pub(super) fn beats_per_sec(p: f64) -> f64 {
    0.42 + 0.44 * p
}

/// How long an impulse can be in the picture.
const PULSE_SECS: Secs = 9.0;

/// Impulses on their way at a time: one sets out whenever the running count passes a whole number.
pub(super) fn pulses(course: &Course, time_secs: Secs) -> Vec<Pulse> {
    let newest = (time_secs / super::NODE_SECS) as i64 + 4;
    let oldest = newest - (PULSE_SECS / super::NODE_SECS) as i64 - 8;
    let mut pulses = Vec::with_capacity(12);
    for node in oldest..newest {
        let (count, next) = (course.beats(node), course.beats(node + 1));
        if next.floor() <= count.floor() {
            continue;
        }
        let from = node as f64 * super::NODE_SECS;
        let share = (next.floor() - count) / (next - count);
        let urgency = smooth(0.3, 1.8, course.at(from).p);
        // Around an irritated nerve the rhythm is uneven.
        let unevenness = between(SEED + 2, next as i64 as u32, -0.14, 0.14) * urgency;
        let age_secs = time_secs - (from + share * super::NODE_SECS + unevenness);
        if age_secs > 0.0 && age_secs < PULSE_SECS {
            pulses.push(Pulse { age_secs, urgency });
        }
    }
    pulses
}

const VESICLES: u32 = 20;
/// From the blood to the membrane, then docked, drawn in, opened.
const DRIFT_SECS: Secs = 5.4;
const DOCK_SECS: Secs = 1.7;
const POCKET_SECS: Secs = 2.2;
const OPEN_SECS: Secs = 2.2;

/// Whether a vesicle leaves with the blood instead of entering the tissue.
pub fn stays_in_blood(vesicle: u32) -> bool {
    vesicle % 5 == 1
}

/// The vesicles in the picture at a time. The schedule does not depend on the assumed effect: what is unknown is what
/// they do. Some leave with the blood and of some the whereabouts are unknown, because how many arrive is unknown.
pub(super) fn vesicles(time_secs: Secs) -> Vec<Vesicle> {
    (0..VESICLES)
        .filter_map(|index| vesicle(index, time_secs))
        .collect()
}

fn vesicle(index: u32, time_secs: Secs) -> Option<Vesicle> {
    // The first few keep an even step, so that one is docked, one in its pocket and one open at one time.
    let even = if index < 5 { 0.0 } else { 1.0 };
    let start =
        ARRIVAL_SECS + 0.2 + f64::from(index) * 1.2 + even * between(SEED + 3, index, 0.0, 0.4);
    let age = time_secs - start;
    let (blood, lost) = (stays_in_blood(index), index % 5 == 3);
    let slow = if blood { 1.5 } else { 1.0 };
    let drift = DRIFT_SECS * slow * (1.0 + even * between(SEED + 4, index, -0.1, 0.1));
    let (dock, pocket, open) = match (blood, lost) {
        (true, _) => (0.0, 0.0, 0.0),
        (_, true) => (0.0, 0.0, 3.0),
        _ => (DOCK_SECS, POCKET_SECS, OPEN_SECS),
    };
    let life = drift + dock + pocket + open;
    if age <= 0.0 || age >= life {
        return None;
    }
    let share = |from: f64, length: f64| {
        if length > 0.0 {
            smooth(from, from + length, age)
        } else {
            0.0
        }
    };
    Some(Vesicle {
        index,
        fate: if blood || lost {
            VesicleFate::Lost
        } else {
            VesicleFate::TakenIn(index)
        },
        drift: (age / drift).min(1.0),
        docked: share(drift - 0.5, dock),
        inward: share(drift + dock, pocket),
        opened: share(drift + dock + pocket, open),
        presence: smoother(0.0, 1.1, age) * (1.0 - smoother(life - 0.9, life, age)),
    })
}
