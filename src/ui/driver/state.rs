//! What the driver holds between two frames, and how one moment is painted.
//!
//! Must not be here: signals to the interface; they are sent when nothing is borrowed.

use crate::content::Content;
use crate::model::curve::{lerp, smooth};
use crate::model::microglia::{Params, State as Moment, Story};
use crate::render::stage::{Drawn, Shot, StagePainter};
use crate::scene::microglia::{hit, labels, lens_open};
use crate::scene::view::Viewport;
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
    pub(super) story: Story,
    pub(super) painter: Option<StagePainter>,
    pub(super) drawn: Option<Drawn>,
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
    pub(super) effect_shown: Ratio,
    pub(super) attached: bool,
    pub(super) visible: bool,
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

    pub(super) fn paint(&mut self, moment: &Moment) {
        let (width, height) = self.size_px;
        let Some(painter) = self
            .painter
            .as_mut()
            .filter(|_| width > 0.0 && height > 0.0)
        else {
            return;
        };
        let (without, with) = self.glide.now();
        let viewport = Viewport {
            without,
            with,
            ..Viewport::both(width, height)
        };
        let shot = Shot {
            state: moment,
            viewport,
            device_px: self.device_px,
            theme: self.theme,
            settled: self.glide.done(),
        };
        let overlay = self.overlay.as_ref();
        let (scene, content) = (&self.scene, &self.content);
        let drawn = painter.draw(shot, |drawn| {
            let Some(overlay) = overlay else {
                return Default::default();
            };
            let mut shown =
                labels::place(moment, &drawn.arrangement, &drawn.lanes, (without, with));
            overlay.choose(&mut shown, scene, content);
            overlay.place(&shown, (width, height));
            overlay.mark_window(lens_open(moment.time_secs) > 0.5);
            let spot = |actor: &str| hit::spot_of(actor, moment, &drawn.arrangement, &drawn.lanes);
            overlay.place_buttons(spot);
            labels::leaders(&shown, |id| overlay.size(id))
        });
        self.drawn = Some(drawn);
    }

    /// Lets the shown effect follow the wanted one; however time is cut, it gets equally far.
    pub(super) fn ease_effect(&mut self, dt_secs: Secs) -> bool {
        let distance = self.effect_wanted.get() - self.effect_shown.get();
        if distance == 0.0 {
            return false;
        }
        let share = 1.0 - (-dt_secs / EASE_SECS).exp();
        let near = distance.abs() < 0.002;
        self.effect_shown = match near {
            true => self.effect_wanted,
            false => Ratio::new(self.effect_shown.get() + distance * share),
        };
        self.story = Story::new(&Params {
            assumed_effect: self.effect_shown,
        });
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
