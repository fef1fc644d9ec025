//! The scene `microglia`: two lanes on one clock, a view into the cells, a scale of forms.
//!
//! A lane is drawn in lane coordinates (0..600 by 0..750); the lane with exosomes is the same drawing
//! mirrored about the divider. With an assumed effect of 0 both lanes' lists are equal but for items
//! tagged [`Tag::Exosome`].
//! Must not be here: the model, pixels, words.

pub mod actors;
pub mod cell;
pub mod describe;
pub mod gauge;
pub mod hit;
pub mod labels;
pub mod lens;
mod play;
mod receptors;
pub mod tissue;

pub use play::{Microglia, STILLS};

use kurbo::{Point, Vec2};

use self::cell::{Form, Outline, outline};
use super::ir::{Picture, Tag};
use crate::model::curve::smoother;
use crate::model::microglia::{LaneState, State};
use crate::units::{Lane, Secs};

/// Centre of the microglia in lane coordinates.
pub const CELL: Point = Point::new(314.0, 388.0);
const CELL_SCALE: f64 = 1.16;
/// The sway of the branches, radians of phase per second: tips come back after 7 to 9 s.
const SWAY_PER_SEC: f64 = 0.78;

/// One lane, drawn.
#[derive(Clone, Debug)]
pub struct LaneDrawing {
    /// The moving part; the ground is [`tissue::ground`].
    pub picture: Picture,
    /// The cell, for labels, hit areas and the sight lines.
    pub cell: Outline,
    /// The signals, in the order of the state.
    pub signals: Vec<actors::Spot>,
    /// Where the ring of the view into the cell is, and its radius.
    pub magnifier: (Point, f64),
}

/// How far the view into the cells is open, 0..=1. It opens with step 4.5 and closes before 4.6.
pub fn lens_open(time_secs: Secs) -> f64 {
    smoother(39.7, 41.2, time_secs) * (1.0 - smoother(52.9, 54.0, time_secs))
}

/// The state of one lane.
pub fn lane_state(state: &State, lane: Lane) -> &LaneState {
    match lane {
        Lane::Without => &state.without,
        Lane::With => &state.with,
    }
}

/// Draws the moving part of one lane.
pub fn lane(state: &State, lane: Lane) -> LaneDrawing {
    let lane_state = lane_state(state, lane);
    let mut picture = Picture::default();
    actors::impulses(&mut picture.brush(Tag::Fibre), lane_state);
    let cell = outline(Form {
        centre: CELL,
        alert: lane_state.activation,
        phase: 0.4 + state.time_secs * SWAY_PER_SEC,
        scale: CELL_SCALE,
    });
    cell.paint(&mut picture.brush(Tag::Microglia));
    let open = lens_open(state.time_secs);
    let magnifier = (
        CELL + Vec2::new(0.5, 0.56) * cell.soma,
        cell.soma * 0.2 + 11.0,
    );
    lens::magnifier(
        &mut picture.brush(Tag::Lens),
        magnifier.0,
        magnifier.1,
        open,
    );
    let signals = actors::signal_spots(lane_state, &cell);
    actors::signals(&mut picture.brush(Tag::Pro), lane_state, &signals);
    if lane == Lane::With {
        let mut brush = picture.brush(Tag::Exosome);
        actors::vesicles(&mut brush, &state.vesicles, &cell, state.true_scale);
    }
    LaneDrawing {
        picture,
        cell,
        signals,
        magnifier,
    }
}
