//! What is known: when each part of the ladder of evidence and of the two studies in people comes on stage.
//!
//! There is no model of a body here. The numbers are counts of people and points of a scale:
//!
//! | number | meaning | source |
//! | --- | --- | --- |
//! | [`REPORT_PEOPLE`] | people in the report without a comparison | H1 |
//! | [`TRIAL_PEOPLE`] | people analysed (of 31) in the trial, with one knee each way | H2 |
//! | [`SALINE_POINTS`] | points of 100 by which saline or placebo in a knee lowers a pain score | K9 (3 months), K11 (up to 6) |
//!
//! The heights of the steps and all times are ours and mean order only. Nothing here depends on how strongly exosomes
//! are assumed to act; what a visitor changes is which study stands on which side, and what is lit.
//!
//! Must not be here: coordinates, colours, words.

use super::curve::{smooth, smoother, window};
use super::params::{Lit, Params};
use crate::units::Secs;

/// Length of the scene at speed 1.
pub const DURATION_SECS: Secs = 68.0;
/// Where the steps begin: ladder, mechanisms, report, saline, trial, drip, what can be said.
pub const STARTS_SECS: [Secs; 7] = [0.0, 8.0, 18.0, 29.0, 39.0, 50.0, 59.0];
/// People in the report without a comparison (H1).
pub const REPORT_PEOPLE: usize = 16;
/// People in the randomised trial (H2).
pub const TRIAL_PEOPLE: usize = 29;
/// Lower and upper estimate of the points lost by saline or placebo alone, of 100 (K9, K11).
pub const SALINE_POINTS: (f64, f64) = (12.1, 13.4);
/// Cells of the saline picture that stand for those points; the last one is in one estimate alone.
pub const SALINE_CELLS: usize = 13;

/// What a tile of the ladder says about its topic on its rung.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is drawn: the question does not arise on this rung.
    Absent,
    /// Studied and reported.
    Reported,
    /// Compared, and no difference found.
    NoDifference,
    /// Not studied.
    Unknown,
}

use Standing::{Absent, NoDifference, Reported, Unknown};

/// Rungs from the weakest (cells) to the strongest (controlled trials); topics: inflammation, nerve, microglia, drip,
/// local injection (`evidence.md` §2.3).
pub const LADDER: [[Standing; 5]; 4] = [
    [Reported, Reported, Reported, Absent, Absent],
    [Reported, Reported, Reported, Reported, Reported],
    [Unknown, Unknown, Unknown, Unknown, Reported],
    [Unknown, Unknown, Unknown, Unknown, NoDifference],
];

/// One moment of the scene. All shares are 0..=1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// The moment, clamped to the timeline.
    pub time_secs: Secs,
    /// How far each step has risen.
    pub rise: [f64; 4],
    /// The sign that says which way the evidence grows.
    pub slope: f64,
    /// The list of topics.
    pub key: f64,
    /// How far each tile has come, by rung and topic.
    pub tiles: [[f64; 5]; 4],
    /// How far the ladder has made room for the studies.
    pub folded: f64,
    /// How far the studies' cards have come. Both are always equally far.
    pub cards: f64,
    /// How many people stand on their card, as a share of all; the same for both studies.
    pub people: f64,
    /// The words that say which knee had what.
    pub knees: f64,
    /// The word that the drip was not studied in people.
    pub drip: f64,
    /// How far the cells of the saline picture have emptied.
    pub emptied: f64,
    /// Which part is emphasised.
    pub focus: Focus,
    /// 0 has the report on the left, 1 the trial: no side is the place of honour.
    pub swapped: f64,
    /// What somebody asks about.
    pub lit: Lit,
}

impl State {
    /// The same moment as a visitor has arranged it.
    #[must_use]
    pub fn arranged(self, params: &Params) -> Self {
        Self {
            swapped: params.swapped.get(),
            lit: params.lit,
            ..self
        }
    }
}

/// Emphasis of the parts: heavier outlines, never other sizes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Focus {
    /// The mechanisms' tiles.
    pub mechanisms: f64,
    /// The report without a comparison.
    pub report: f64,
    /// Saline alone.
    pub saline: f64,
    /// The trial with one.
    pub trial: f64,
    /// The drip's tiles.
    pub drip: f64,
    /// Every mark of the unknown.
    pub unknown: f64,
}

/// The state at a time. Times outside the timeline are clamped; NaN is the start.
pub fn state_at(time_secs: Secs) -> State {
    let t = if time_secs > 0.0 {
        time_secs.min(DURATION_SECS)
    } else {
        0.0
    };
    let mut rise = [0.0; 4];
    for (i, rise) in rise.iter_mut().enumerate() {
        let from = 0.4 + 1.2 * i as f64;
        *rise = smoother(from, from + 2.6, t);
    }
    let mut tiles = [[0.0; 5]; 4];
    for (rung, row) in tiles.iter_mut().enumerate() {
        for (topic, tile) in row.iter_mut().enumerate() {
            let from = tile_from(rung, topic);
            *tile = smoother(from, from + 1.4, t);
        }
    }
    let focus = |step: usize, next: Secs| {
        let from = STARTS_SECS.get(step).copied().unwrap_or_default();
        window(from + 0.6, next, 0.8, t)
    };
    State {
        time_secs: t,
        rise,
        slope: smooth(5.2, 7.0, t),
        key: smooth(8.2, 9.2, t),
        tiles,
        folded: smoother(17.6, 20.4, t),
        cards: smoother(19.0, 21.2, t),
        people: smooth(20.2, 24.8, t),
        knees: smooth(23.0, 24.4, t),
        drip: window(51.0, 59.6, 0.7, t),
        emptied: smooth(29.8, 33.4, t),
        focus: Focus {
            mechanisms: focus(1, 17.6),
            report: focus(2, 29.4),
            saline: focus(3, 39.4),
            trial: focus(4, 50.4),
            drip: focus(5, 59.4),
            unknown: smooth(59.6, 60.6, t),
        },
        swapped: 0.0,
        lit: Lit::default(),
    }
}

/// When a tile begins to come: mechanisms climb from rung to rung, the routes follow, what is known of the local
/// injection in people comes together with the two studies.
fn tile_from(rung: usize, topic: usize) -> Secs {
    let (rung, along) = (rung as f64, topic as f64);
    if topic == 4 && rung > 1.5 {
        return 19.4;
    }
    8.4 + 1.8 * rung + 0.35 * along
}

/// How far one of `count` counted things has come when `share` of all have: they come one after the other.
pub fn counted(index: usize, count: usize, share: f64) -> f64 {
    smooth(0.0, 1.0, share * (count as f64 + 2.0) - index as f64)
}

/// How sure it is that a cell of the saline picture stands for a lost point, counted from the first lost one: whole
/// where both estimates hold it.
pub fn saline_share(index: usize) -> f64 {
    let (low, high) = SALINE_POINTS;
    let held = |points: f64| (points - index as f64).clamp(0.0, 1.0);
    (held(low) + held(high)) / 2.0
}
