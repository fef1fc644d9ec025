//! What the driver holds between two frames, and how one moment is painted.
//!
//! Must not be here: signals to the interface; they are sent when nothing is borrowed.

use crate::content::Content;
use crate::model::curve::{lerp, smooth};
use crate::model::params::{Lit, Params, Push};
use crate::model::trig::exp;
use crate::platform::parts;
use crate::render::stage::{Shot, StagePainter};
use crate::scene::frame::{Frame, Scene};
use crate::scene::ir::{Picture, Tag};
use crate::scene::symbols::Symbol;
use crate::scene::view::Viewport;
use crate::scene::{label, open, part};
use crate::session::LaneView;
use crate::session::playhead::{Advance, Motion, Playhead};
use crate::ui::overlay::Overlay;
use crate::units::{Ratio, Secs, Theme};
use kurbo::Point;
use std::rc::Rc;
use web_sys::HtmlCanvasElement;

/// How long between two readouts of the time: ten a second are enough for a scrubber.
const READOUT_SECS: Secs = 0.1;
/// Time constant with which what is shown follows what was dragged.
const EASE_SECS: Secs = 0.12;
/// How long the old picture takes to fade.
const PASSAGE_SECS: Secs = 0.7;
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

/// From one scene or step to another: the old picture fades, and a vesicle that is in both goes across.
pub(super) struct Passage {
    scene: Rc<str>,
    /// Where the vesicle was.
    from: Option<Point>,
    spent_secs: Secs,
}

pub(super) struct State {
    /// The scene on the stage with what is shown of the parameters.
    pub(super) play: Option<Box<dyn Scene>>,
    pub(super) params: Params,
    pub(super) painter: Option<StagePainter>,
    pub(super) size_px: (f64, f64),
    pub(super) device_px: f64,
    pub(super) glide: Glide,
    pub(super) passage: Option<Passage>,
    pub(super) sentence: String,
    pub(super) playhead: Playhead,
    pub(super) content: Rc<Content>,
    pub(super) scene: Rc<str>,
    pub(super) canvas: Option<HtmlCanvasElement>,
    pub(super) overlay: Option<Overlay>,
    pub(super) theme: Theme,
    pub(super) lanes: LaneView,
    /// What is shown goes towards this.
    pub(super) wanted: Params,
    /// The value on a plot's axis that is pointed at.
    pub(super) value: Option<f64>,
    pub(super) attached: bool,
    pub(super) visible: bool,
    /// What is drawn is not what is to be seen.
    pub(super) stale: bool,
    /// The words were measured in a box of another size.
    pub(super) unmeasured: bool,
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

    /// The first picture is not there, or not all of it.
    pub(super) fn is_empty(&self) -> bool {
        let painter = self.painter.as_ref();
        painter.is_some_and(|painter| !painter.is_whole())
    }

    /// Another frame is to come: something still moves, or was not yet drawn, where it is seen.
    pub(super) fn wants(&self, more: bool) -> bool {
        (more || self.stale) && self.is_watched()
    }

    /// Frames are of use.
    pub(super) fn is_watched(&self) -> bool {
        self.visible || self.is_empty()
    }

    /// Opens the scene anew, with the parameters as they are, if its code is there.
    pub(super) fn settle(&mut self) {
        self.play = part(&self.scene)
            .filter(|part| parts::has(part))
            .and_then(|_| open(&self.scene, &self.params));
    }

    /// Tells the style sheet whether another picture than the wanted one is on the canvas.
    pub(super) fn mark_waiting(&self) {
        if let Some(canvas) = &self.canvas {
            let waits = self.play.is_none() && !self.scene.is_empty();
            canvas
                .toggle_attribute_with_force("data-waiting", waits)
                .ok();
        }
    }

    /// The box and what is wanted in it.
    pub(super) fn viewport(&self) -> Viewport {
        let ((width, height), (without, with)) = (self.size_px, self.glide.now());
        Viewport {
            without,
            with,
            value: self.value,
            ..Viewport::both(width, height)
        }
    }

    /// What the plot reads that is pointed at.
    pub(super) fn reading(&self) -> Option<String> {
        let play = self.play.as_ref()?;
        Some(play.read_out(self.value?, &self.content))
    }

    /// A moment in words, and what is read out.
    pub(super) fn describe(&self, time_secs: Secs) -> String {
        let play = self.play.as_ref();
        let mut words = play.map_or_else(String::new, |it| it.describe(time_secs, &self.content));
        if let Some(reading) = self.reading() {
            words.push(' ');
            words.push_str(&reading);
        }
        words
    }

    /// The value on a plot's axis under a point of the page.
    pub(super) fn value_at(&self, (x, y): (f64, f64)) -> Option<f64> {
        let place = self.canvas.as_ref()?.get_bounding_client_rect();
        let at = Point::new(x - place.x(), y - place.y());
        self.play.as_ref()?.value_at(&self.viewport(), at, 0.0)
    }

    /// The value so far beyond the one that is read out, on the plot where an actor's button stands.
    pub(super) fn moved(&self, actor: &str, by: f64) -> Option<f64> {
        let (play, view) = (self.play.as_ref()?, self.viewport());
        let frame = play.frame(self.playhead.pose_secs(), &view);
        let spot = frame.spots.iter().find(|spot| spot.actor == actor)?.at;
        let from = frame
            .reading
            .map_or(spot, |reading| Point::new(reading.x, spot.y));
        // The button of something else is on no plot.
        play.value_at(&view, spot, 0.0)?;
        play.value_at(&view, from, by)
    }

    /// Keeps what is on the stage, to fade away. Where motion is unwelcome the picture cuts.
    pub(super) fn leave(&mut self) {
        let (Some(painter), Some(play)) = (&self.painter, &self.play) else {
            return;
        };
        if !self.attached || !self.visible || self.playhead.motion() == Motion::Storyboard {
            return;
        }
        let frame = play.frame(self.playhead.pose_secs(), &self.viewport());
        painter.leave();
        self.passage = Some(Passage {
            scene: self.scene.clone(),
            from: vesicle(&frame),
            spent_secs: 0.0,
        });
    }

    /// Ends the passage at once.
    pub(super) fn arrive(&mut self) {
        if let (Some(_), Some(painter)) = (self.passage.take(), &self.painter) {
            painter.fade(0.0);
        }
    }

    /// Lets the passage go on; says whether it still does.
    pub(super) fn pass(&mut self, dt_secs: Secs) -> bool {
        let Some(passage) = &mut self.passage else {
            return false;
        };
        passage.spent_secs += dt_secs;
        let left = 1.0 - smooth(0.0, PASSAGE_SECS, passage.spent_secs);
        if let Some(painter) = &self.painter {
            painter.fade(left);
        }
        if left <= 0.0 {
            self.passage = None;
        }
        true
    }

    /// The vesicle of the scene that was left, on its way to where the new one has it.
    fn cross(&self, frame: &Frame, picture: &mut Picture) {
        let Some(passage) = self.passage.as_ref().filter(|it| it.scene != self.scene) else {
            return;
        };
        if let (Some(from), Some(to)) = (passage.from, vesicle(frame)) {
            let share = smooth(0.0, PASSAGE_SECS, passage.spent_secs);
            let at = from.lerp(to, share);
            let alpha = smooth(0.0, 0.3, share) * (1.0 - smooth(0.9, 1.0, share));
            let mut brush = picture.brush(Tag::Exosome);
            brush.place(Symbol::Exosome, at.x, at.y, 15.0, 0.0, alpha);
        }
    }

    /// Paints a moment; says whether all of it is there.
    pub(super) fn paint(&mut self, time_secs: Secs) -> bool {
        let viewport = self.viewport();
        let Some(play) = &self.play else { return true };
        if viewport.width <= 0.0 || viewport.height <= 0.0 {
            return true;
        }
        let mut frame = play.frame(time_secs, &viewport);
        let mut leaders = match &self.overlay {
            Some(overlay) => {
                overlay.choose(&mut frame, &self.scene, &self.content);
                let words = self.reading().unwrap_or_default();
                overlay.read_out(&mut frame, &words, self.size_px);
                overlay.place(&frame, self.size_px);
                label::leaders(&frame.labels, |id| overlay.size(id))
            }
            None => Default::default(),
        };
        self.cross(&frame, &mut leaders);
        let shot = Shot {
            size_px: self.size_px,
            device_px: self.device_px,
            theme: self.theme,
            settled: self.glide.done(),
        };
        let painter = self.painter.as_mut();
        painter.is_none_or(|painter| painter.draw(&frame, &leaders, shot))
    }

    /// Lets what is shown follow what is wanted; however time is cut, it gets equally far.
    pub(super) fn ease_params(&mut self, dt_secs: Secs) -> bool {
        if self.params == self.wanted {
            return false;
        }
        let share = 1.0 - exp(-dt_secs / EASE_SECS);
        let (from, to) = (numbers(&self.params), numbers(&self.wanted));
        // Where motion is unwelcome the picture cuts.
        let near = self.playhead.motion() == Motion::Storyboard
            || from.iter().zip(to).all(|(a, b)| (a - b).abs() < 0.002);
        self.params = self.wanted;
        if !near {
            let mut now = from;
            for (now, to) in now.iter_mut().zip(to) {
                *now = lerp(*now, to, share);
            }
            let [effect, scale, size, length, short, long, swapped, lit @ ..] = now;
            self.params.assumed_effect = Ratio::new(effect);
            self.params.true_scale = Ratio::new(scale);
            self.params.push = Push { size, length };
            self.params.edge = [short, long];
            self.params.swapped = Ratio::new(swapped);
            self.params.lit = Lit(lit);
        }
        self.settle();
        // Where it comes to rest is drawn as well.
        self.stale = true;
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

/// Where a frame has a vesicle.
fn vesicle(frame: &Frame) -> Option<Point> {
    let mut spots = frame.spots.iter();
    spots.find(|spot| spot.actor == "exosome").map(|it| it.at)
}

/// What glides when it is changed.
fn numbers(params: &Params) -> [f64; 19] {
    let mut numbers = [0.0; 19];
    let [short, long] = params.edge;
    let values = [
        params.assumed_effect.get(),
        params.true_scale.get(),
        params.push.size,
        params.push.length,
        short,
        long,
        params.swapped.get(),
    ];
    for (number, value) in numbers
        .iter_mut()
        .zip(values.into_iter().chain(params.lit.0))
    {
        *number = value;
    }
    numbers
}
