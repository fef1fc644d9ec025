//! The scene `nerve`: a worn fibre and a cut one, in two lanes above each other, with what arrives read off at the
//! right and a scale of sheaths.
//!
//! A lane is drawn in lane coordinates: x 0..1200 as in the design, y counted from the fibre's axis (the lane reaches
//! from about −150 to 150). With an assumed effect of 0 both lanes' lists are equal but for items tagged
//! [`Tag::Exosome`]. Must not be here: the model, pixels, words.

mod actors;
mod describe;
mod ground;
pub mod labels;
mod place;
pub mod plates;
mod play;
mod sheath;

pub use play::{Nerve, STILLS};

use kurbo::Point;

use super::ir::{Picture, Tag};
use crate::model::nerve::{GROWN, State};
use crate::model::trig::sin;
use crate::units::Lane;

/// Where the drawn fibre begins and how long it is.
const FIBRE: (f64, f64) = (96.0, 1134.0);
/// The gap of the cut fibre: from the far end to the cut.
const GAP: (f64, f64) = (230.0, 720.0);
/// Half the axon, and half the fibre with its sheath.
const AXON: f64 = 16.0;
const SHEATH: f64 = 44.0;

/// The worn internodes, left and right ends.
const WORN: [(f64, f64); 3] = [(276.0, 470.0), (484.0, 700.0), (714.0, 914.0)];

/// The fibre's axis: it sways a little along its way.
fn axis(x: f64) -> f64 {
    9.0 * sin(x / 190.0 + 0.6)
}

/// The axis of the thin fibre that is cut.
fn thin(x: f64) -> f64 {
    88.0 + 6.0 * sin(x / 150.0 + 1.0)
}

/// The tip of the cut fibre.
pub fn tip(state: &State) -> Point {
    let (far, cut) = GAP;
    let x = cut - (cut - far) * state.grown.clamp(0.0, GROWN);
    Point::new(x, thin(x))
}

/// Draws the moving part of one lane.
pub fn lane(state: &State, lane: Lane) -> Picture {
    let mut picture = Picture::default();
    let one = state.lane(lane);
    sheath::sore(&mut picture.brush(Tag::Ground), one);
    actors::cut_fibre(&mut picture.brush(Tag::Fibre), state);
    sheath::axon(&mut picture.brush(Tag::Fibre));
    sheath::worn(&mut picture.brush(Tag::Sheath), one, state.time_secs);
    actors::pulses(&mut picture.brush(Tag::Fibre), one);
    actors::signals(&mut picture.brush(Tag::Pro), one, state.time_secs);
    actors::own_factors(&mut picture.brush(Tag::Trophic), one, state);
    if lane == Lane::With {
        actors::brought(&mut picture.brush(Tag::Exosome), state);
        actors::vesicles(&mut picture.brush(Tag::Exosome), state);
    }
    actors::unknown(&mut picture.brush(Tag::Gauge), state.time_secs);
    picture
}
