//! The scene `inflammation`: two lanes on one clock, each with a capillary, white cells and a bundle of nerve fibres,
//! and a balance of signals between them.
//!
//! A lane is drawn in lane coordinates (0..600 by 0..750); the lane with exosomes is the same drawing mirrored about
//! the divider. With an assumed effect of 0 both lanes' lists are equal but for items tagged [`Tag::Exosome`].
//! Must not be here: the model, pixels, words.

pub mod actors;
pub mod cells;
pub mod describe;
pub mod gauge;
pub mod labels;
mod play;
pub mod tissue;

pub use play::{Inflammation, STILLS, arrange};

use self::cells::Macrophage;
use super::ir::{Picture, Tag};
use super::microglia::actors::Spot;
use crate::model::inflammation::{LaneState, State};
use crate::theme::tokens::Ramp;
use crate::units::{Lane, Theme};

/// The sway of the lobes, radians of phase per second.
const SWAY_PER_SEC: f64 = 0.8;

/// One lane, drawn.
#[derive(Clone, Debug)]
pub struct LaneDrawing {
    /// The moving part; the ground is [`tissue::ground`].
    pub picture: Picture,
    /// The macrophages.
    pub cells: [Macrophage; 2],
    /// The signals, in the order of the state.
    pub signals: Vec<Spot>,
}

/// The state of one lane.
pub fn lane_state(state: &State, lane: Lane) -> &LaneState {
    match lane {
        Lane::Without => &state.without,
        Lane::With => &state.with,
    }
}

/// How much the cells react, 0..1: it follows the raising signals and levels off.
pub fn reaction(lane: &LaneState) -> f64 {
    1.36 * lane.levels.p / (lane.levels.p + 0.9)
}

/// Draws the moving part of one lane.
pub fn lane(state: &State, lane: Lane) -> LaneDrawing {
    let time_secs = state.time_secs;
    let lane_state = lane_state(state, lane);
    let act = reaction(lane_state);
    let mut picture = Picture::default();
    let mut ground = picture.brush(Tag::Ground);
    for (theme, warm, alpha) in [(Theme::Light, true, 0.42), (Theme::Dark, false, 0.62)] {
        let mut brush = ground.only(theme);
        tissue::pool(
            &mut brush,
            (300.0, 420.0, 330.0),
            Ramp::Alert,
            warm,
            alpha * act,
        );
        tissue::pool(
            &mut brush,
            (340.0, 620.0, 300.0),
            Ramp::Alert,
            warm,
            0.7 * alpha * act,
        );
    }
    actors::blood(&mut ground, time_secs);
    actors::impulses(&mut picture.brush(Tag::Fibre), lane_state);
    let mut brush = picture.brush(Tag::Immune);
    actors::white_cells(&mut brush, act, time_secs);
    let cells = Macrophage::both(act, time_secs * SWAY_PER_SEC);
    // The smaller one lies behind.
    for cell in cells.iter().rev() {
        cell.paint(&mut brush);
    }
    let signals = actors::signal_spots(lane_state, &cells);
    actors::signals(&mut picture.brush(Tag::Pro), lane_state, &signals);
    if lane == Lane::With {
        actors::vesicles(&mut picture.brush(Tag::Exosome), &state.vesicles, &cells);
    }
    LaneDrawing {
        picture,
        cells,
        signals,
    }
}
