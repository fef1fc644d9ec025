//! The scene `evidence`: a ladder from cells to controlled trials with every topic standing where it was studied, and
//! what was seen in people: one report, one trial, and what saline alone does.
//!
//! It compares no lanes. The heights of the steps mean order only.
//! Must not be here: the course of things (the model has it), words.

mod cards;
mod describe;
pub mod hit;
pub mod labels;
pub mod ladder;
pub mod layout;
pub mod shapes;

use kurbo::{Affine, Point};

use self::layout::Layout;
use super::frame::{Frame, Scene};
use super::ir::{Picture, Tag};
use super::paper::PAPER;
use super::view::Viewport;
use crate::content::Content;
use crate::model::curve::smooth;
use crate::model::evidence::{State, state_at};
use crate::model::params::Params;
use crate::units::Secs;

pub use hit::lit;

/// Moments at which the steps are best seen, one per step; the content repeats them.
pub const STILLS: &[Secs] = &[7.6, 17.0, 28.0, 38.0, 49.0, 58.0, 67.0];

/// The scene with its parameters settled.
#[derive(Debug)]
pub struct Evidence {
    params: Params,
}

impl Evidence {
    /// Settles the parameters.
    pub const fn new(params: &Params) -> Self {
        Self { params: *params }
    }

    fn state(&self, time_secs: Secs) -> State {
        state_at(time_secs).arranged(&self.params)
    }
}

impl Scene for Evidence {
    fn frame(&self, time_secs: Secs, view: &Viewport) -> Frame {
        let state = self.state(time_secs);
        let layout = Layout::new(&state, view);
        let mut frame = Frame {
            labels: labels::place(&state, &layout),
            ..Frame::default()
        };
        hit::spots(&mut frame, &state, &layout, view);
        let fit = Affine::scale_non_uniform(view.width / 1200.0, view.height / 750.0);
        frame.ground(None, fit, &PAPER);
        let mut picture = Picture::default();
        let mut brush = picture.brush(Tag::Gauge);
        let told = labels::stronger(&state, &layout);
        ladder::slope(&mut brush, &layout, (state.slope, told));
        ladder::steps(&mut brush, &layout, &state);
        ladder::tiles(&mut brush, &layout, &state);
        ladder::key(&mut brush, &layout, state.key);
        ladder::links(&mut brush, &layout, smooth(0.94, 1.0, state.cards));
        cards::cards(&mut brush, &layout, &state);
        frame.draw(None, Affine::IDENTITY, picture);
        frame
    }

    fn actor_at(&self, time_secs: Secs, view: &Viewport, at: Point) -> Option<&'static str> {
        let state = self.state(time_secs);
        hit::actor_at(&state, &Layout::new(&state, view), at)
    }

    fn describe(&self, time_secs: Secs, content: &Content) -> String {
        describe::describe(&self.state(time_secs), content)
    }
}
