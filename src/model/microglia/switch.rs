//! The two-state switch in closed form. See the parent module for the equation and its meaning.

use super::{DURATION_SECS, INJURY_SECS, ONSET_SECS, SLICE_SECS, vesicles::uptake};
use crate::model::curve::smooth;
use crate::model::trig::exp;
use crate::units::Secs;

/// Share of "alert" while the cell patrols (drawn value of step 4.1).
pub const PATROL: f64 = 0.1;
/// k_on·s right after the injury, per second of the timeline. Illustrative: 90 % within step 4.2.
const ON_PER_SEC: f64 = 0.42;
/// k_off, per second. Illustrative: with the fading stimulus `a` is about 0.84 at the end of 4.6.
const OFF_PER_SEC: f64 = 0.0315;
/// τ of the fading stimulus, seconds of the timeline.
const FADE_SECS: Secs = 40.0;
/// How much an assumed effect of 1 speeds the way back up. Found by bisection so that effect 1 gives
/// a = 0.40 at the end of step 4.6; a test holds it there.
const GAIN: f64 = 7.5235;

const SLICES: usize = (DURATION_SECS / SLICE_SECS) as usize;

/// Rates of the slice that holds `time_secs`: (k_on·s, k_off·m), per second.
pub fn slice_rates(effect: f64, time_secs: Secs) -> (f64, f64) {
    let slice = (time_secs / SLICE_SECS).floor().max(0.0);
    let middle = (slice + 0.5) * SLICE_SECS;
    let since = (middle - INJURY_SECS).max(0.0);
    // At rest the switch is in balance at PATROL.
    let basal = OFF_PER_SEC * PATROL / (1.0 - PATROL);
    let on = basal + ON_PER_SEC * smooth(0.0, ONSET_SECS, since) / (1.0 + since / FADE_SECS);
    let off = OFF_PER_SEC * (1.0 + GAIN * effect * uptake(middle));
    (on, off)
}

/// How alert one cell is over the whole scene.
#[derive(Clone, Debug)]
pub struct Course {
    effect: f64,
    /// Value at the start of each slice, and at the end of the last one.
    nodes: Vec<f64>,
    /// Impulses that the listening neuron has sent by the start of each slice.
    beats: Vec<f64>,
}

impl Course {
    /// The course for an assumed effect of 0..=1.
    pub fn new(effect: f64) -> Self {
        let mut nodes = Vec::with_capacity(SLICES + 1);
        let mut beats = Vec::with_capacity(SLICES + 1);
        let (mut alert, mut beat) = (PATROL, 0.0);
        nodes.push(alert);
        beats.push(beat);
        for slice in 0..SLICES {
            beat += beats_per_sec(alert) * SLICE_SECS;
            alert = relax(
                alert,
                slice_rates(effect, slice as f64 * SLICE_SECS),
                SLICE_SECS,
            );
            nodes.push(alert);
            beats.push(beat);
        }
        Self {
            effect,
            nodes,
            beats,
        }
    }

    /// Impulses sent by the start of a slice; slices before the scene run at the resting rate.
    pub fn beats_by_slice(&self, slice: i64) -> f64 {
        match usize::try_from(slice) {
            Ok(slice) => self
                .beats
                .get(slice)
                .or(self.beats.last())
                .copied()
                .unwrap_or(0.0),
            Err(_) => slice as f64 * SLICE_SECS * beats_per_sec(PATROL),
        }
    }

    /// Share of "alert" at a time; before the scene it is at rest, after it stays as at the end.
    pub fn at(&self, time_secs: Secs) -> f64 {
        let time = time_secs.clamp(0.0, DURATION_SECS);
        let slice = ((time / SLICE_SECS) as usize).min(SLICES - 1);
        let start = slice as f64 * SLICE_SECS;
        let alert = self.nodes.get(slice).copied().unwrap_or(PATROL);
        relax(alert, slice_rates(self.effect, start), time - start)
    }
}

/// How often the listening neuron fires, per second of the timeline: the more alert the microglia,
/// the more often (proposed: its signals make the neuron more sensitive). Illustrative.
fn beats_per_sec(alert: f64) -> f64 {
    0.42 + 1.25 * smooth(PATROL, 1.0, alert)
}

/// The linear switch with constant rates, solved: where `alert` is after `secs`.
fn relax(alert: f64, (on, off): (f64, f64), secs: Secs) -> f64 {
    let settled = on / (on + off);
    settled + (alert - settled) * exp(-(on + off) * secs)
}
