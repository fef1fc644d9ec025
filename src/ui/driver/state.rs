//! What the driver holds between two frames, and how one moment is painted.
//!
//! Must not be here: signals to the interface; they are sent when nothing is borrowed.

use crate::content::Content;
use crate::model::curve::{lerp, smooth};
use crate::model::params::Params;
use crate::render::stage::{Shot, StagePainter};
use crate::scene::frame::Scene;
use crate::scene::view::Viewport;
use crate::scene::{label, open};
use crate::session::LaneView;
use crate::session::playhead::{Advance, Playhead};
use crate::ui::overlay::Overlay;
use crate::units::{Ratio, Secs, Theme};
use std::rc::Rc;
use web_sys::HtmlCanvasElement;

/// How long between two readouts of the time: ten a second are enough for a scrubber.
const READOUT_SECS: Secs = 0.1;
/// Time constant with which what is shown follows what was dragged.
const EASE_SECS: Secs = 0.12;
/// How long the view takes from one lane to both (design §9).
const GLIDE_SECS: Secs = 0.9;

/// Weights of the lanes on their way from one view to another.
#[derive(Clone, Copy)]
pub(super) struct Glide {
    pub(super) from: (f64, f64),
    pub(super) to: (f64, f64),
    pub(super) spent_secs: Secs,
}

impl Glide {
    pub(super) fn at(lanes: LaneView) -> Self {
        let to = match lanes {
            LaneView::Both => (1.0, 1.0),
            LaneView::Without => (1.0, 0.0),
            LaneView::With => (0.0, 1.0),
        };
        Self {
            from: to,
            to,
            spent_secs: GLIDE_SECS,
        }
    }

    pub(super) fn now(self) -> (f64, f64) {
        let share = smooth(0.0, GLIDE_SECS, self.spent_secs);
        (
            lerp(self.from.0, self.to.0, share),
            lerp(self.from.1, self.to.1, share),
        )
    }

    pub(super) fn done(self) -> bool {
        self.spent_secs >= GLIDE_SECS
    }
}

pub(super) struct State {
    /// The scene on the stage with what is shown of the parameters.
    pub(super) play: Option<Box<dyn Scene>>,
    pub(super) params: Params,
    pub(super) painter: Option<StagePainter>,
    pub(super) size_px: (f64, f64),
    pub(super) device_px: f64,
    pub(super) glide: Glide,
    pub(super) sentence: String,
    pub(super) playhead: Playhead,
    pub(super) content: Rc<Content>,
    pub(super) scene: Rc<str>,
    pub(super) canvas: Option<HtmlCanvasElement>,
    pub(super) overlay: Option<Overlay>,
    pub(super) theme: Theme,
    pub(super) lanes: LaneView,
    pub(super) effect_wanted: Ratio,
    pub(super) attached: bool,
    pub(super) visible: bool,
    /// What is drawn is not what is to be seen.
    pub(super) stale: bool,
    pub(super) unread_secs: Secs,
}

impl State {
    /// Writes on the canvas how many shapes the last frame had, for measurements.
    pub(super) fn tell_shapes(&self) {
        if let (Some(canvas), Some(painter)) = (&self.canvas, &self.painter) {
            // A well-formed name is always accepted.
            let shapes = painter.shapes().to_string();
            canvas.set_attribute("data-shapes", &shapes).ok();
        }
    }

    /// Opens the scene anew, with the parameters as they are.
    pub(super) fn settle(&mut self) {
        self.play = open(&self.scene, &self.params);
    }

    /// The box and what is wanted in it.
    pub(super) fn viewport(&self) -> Viewport {
        let ((width, height), (without, with)) = (self.size_px, self.glide.now());
        Viewport {
            without,
            with,
            ..Viewport::both(width, height)
        }
    }

    pub(super) fn paint(&mut self, time_secs: Secs) {
        let viewport = self.viewport();
        let (Some(painter), Some(play)) = (&mut self.painter, &self.play) else {
            return;
        };
        if viewport.width <= 0.0 || viewport.height <= 0.0 {
            return;
        }
        let mut frame = play.frame(time_secs, &viewport);
        let leaders = match &self.overlay {
            Some(overlay) => {
                overlay.choose(&mut frame.labels, &self.scene, &self.content);
                overlay.place(&frame, self.size_px);
                label::leaders(&frame.labels, |id| overlay.size(id))
            }
            None => Default::default(),
        };
        let shot = Shot {
            size_px: self.size_px,
            device_px: self.device_px,
            theme: self.theme,
            settled: self.glide.done(),
        };
        painter.draw(&frame, &leaders, shot);
    }

    /// Lets the shown effect follow the wanted one; however time is cut, it gets equally far.
    pub(super) fn ease_effect(&mut self, dt_secs: Secs) -> bool {
        let shown = self.params.assumed_effect.get();
        let distance = self.effect_wanted.get() - shown;
        if distance == 0.0 {
            return false;
        }
        let share = 1.0 - (-dt_secs / EASE_SECS).exp();
        let near = distance.abs() < 0.002;
        self.params.assumed_effect = match near {
            true => self.effect_wanted,
            false => Ratio::new(shown + distance * share),
        };
        self.settle();
        !near
    }

    pub(super) fn read_out(&mut self, dt_secs: Secs, advance: Advance) -> bool {
        self.unread_secs += dt_secs;
        let due = advance.moved && (self.unread_secs >= READOUT_SECS || advance.stopped);
        if due {
            self.unread_secs = 0.0;
        }
        due
    }
}
