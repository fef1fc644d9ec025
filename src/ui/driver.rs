//! Owns time and canvas outside the vdom: commands in, a few signals out, one frame loop.
//!
//! The way of a frame: time passes in the playhead, the story gives the state, the stage painter draws
//! it, the overlay follows with words and buttons. Nothing of it goes through Yew.

mod arrival;
mod pointing;
mod state;

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use self::state::{Glide, State};
use super::nodes::StageNodes;
use super::overlay::Overlay;
use crate::content::{self, Content};
use crate::model::params::Params;
use crate::platform::FrameLoop;
use crate::render::stage::StagePainter;
use crate::scene;
use crate::session::playhead::{Mode, Motion, Playhead, Span, Speed};
use crate::session::{LaneView, START};
use crate::units::{Secs, Theme};

/// What the interface hears from the driver.
#[derive(Clone, Debug, PartialEq)]
pub enum Signal {
    /// Time began to run, or stopped.
    Playing(bool),
    /// This step (from 0) was entered.
    Step(usize),
    /// The position, at most ten times a second while playing.
    Time(Secs),
    /// The end of the scene was reached.
    Ended,
    /// What the picture shows now, in a sentence; sent when the sentence changes, never per frame.
    Described(String),
}

/// The player behind the picture.
pub struct Driver {
    state: RefCell<State>,
    frames: FrameLoop,
    me: Weak<Self>,
    emit: Box<dyn Fn(Signal)>,
}

impl Driver {
    /// A driver without scene and canvas. `emit` is called outside of any borrow, so it may call back.
    pub fn new(emit: impl Fn(Signal) + 'static) -> Rc<Self> {
        Rc::new_cyclic(|weak: &Weak<Self>| {
            let (weak, me) = (weak.clone(), weak.clone());
            Self {
                me,
                state: RefCell::new(State {
                    play: None,
                    params: Params::default(),
                    painter: None,
                    size_px: (0.0, 0.0),
                    device_px: 1.0,
                    glide: Glide::at(LaneView::Both),
                    passage: None,
                    sentence: String::new(),
                    playhead: Playhead::new(Vec::new(), 0.0),
                    content: Rc::new(Content::default()),
                    scene: Rc::from(""),
                    canvas: None,
                    overlay: None,
                    theme: Theme::Light,
                    lanes: LaneView::Both,
                    wanted: Params::default(),
                    value: None,
                    attached: false,
                    visible: true,
                    stale: true,
                    unmeasured: false,
                    unread_secs: 0.0,
                }),
                frames: FrameLoop::new(move |dt_secs| {
                    weak.upgrade().is_some_and(|driver| driver.frame(dt_secs))
                }),
                emit: Box::new(emit),
            }
        })
    }

    /// Puts a scene on the stage, paused at `time_secs`. Speed, motion and mode stay. Sends no signal.
    pub fn set_scene(&self, content: Rc<Content>, scene: Rc<str>, time_secs: Secs) {
        let mut state = self.state.borrow_mut();
        // The opening view is a picture without a timeline.
        let picture = content
            .explainer
            .picture(&scene)
            .filter(|_| *scene != *START);
        let (spans, duration_secs) = picture.map_or_else(
            || (Vec::new(), 0.0),
            |scene| (scene.steps.iter().map(span).collect(), scene.duration_secs),
        );
        state.playhead.set_timeline(spans, duration_secs);
        state.playhead.seek(time_secs);
        state.content = content;
        state.scene = scene;
        state.params = state.wanted;
        state.value = None;
        state.settle();
        state.glide = Glide::at(state.lanes);
        state.sentence.clear();
        if let Some(overlay) = &state.overlay {
            overlay.set_slots(scene::slots(&state.scene));
        }
        drop(state);
        self.words_changed();
        self.wait_for_code();
    }

    /// New words for the scene on the stage. A clinic's facts alone are none, and to draw anew for them would hold a
    /// slow device up for a fifth of a second.
    pub fn set_content(&self, content: Rc<Content>) {
        let before = std::mem::replace(&mut self.state.borrow_mut().content, content.clone());
        if before.texts != content.texts {
            self.words_changed();
        }
    }

    /// The words or their size changed: labels are measured anew.
    pub fn words_changed(&self) {
        let state = self.state.borrow();
        if let Some(overlay) = &state.overlay {
            overlay.set_words(&state.scene, &state.content);
        }
        drop(state);
        self.refresh();
    }

    /// The nodes to draw on and to place labels and hot-spots in.
    pub fn set_nodes(&self, nodes: StageNodes) {
        let mut state = self.state.borrow_mut();
        let overlay = Overlay::new(nodes.overlay);
        overlay.set_slots(scene::slots(&state.scene));
        overlay.find_buttons(&nodes.canvas);
        state.overlay = Some(overlay);
        state.canvas = Some(nodes.canvas.clone());
        state.mark_waiting();
        state.painter = StagePainter::new(nodes.canvas, nodes.back, nodes.leaving);
    }

    /// What is on the stage is being left: it fades while the next thing is already there.
    pub fn leave(&self) {
        self.state.borrow_mut().leave();
        self.refresh();
    }

    /// Lets time run.
    pub fn play(&self) {
        self.command(Playhead::play);
    }

    /// Stops time.
    pub fn pause(&self) {
        self.command(Playhead::pause);
    }

    /// Goes to a moment, clamped.
    pub fn seek(&self, time_secs: Secs) {
        self.command(|playhead| playhead.seek(time_secs));
    }

    /// Goes to the start of a step (from 0), clamped.
    pub fn go_to_step(&self, step: usize) {
        let mut state = self.state.borrow_mut();
        if state.playhead.step() != step {
            state.leave();
        }
        drop(state);
        self.command(|playhead| playhead.go_to_step(step));
    }

    /// Changes how fast time runs.
    pub fn set_speed(&self, speed: Speed) {
        self.state.borrow_mut().playhead.set_speed(speed);
    }

    /// Changes how playback moves from step to step.
    pub fn set_mode(&self, mode: Mode) {
        self.state.borrow_mut().playhead.set_mode(mode);
    }

    /// Changes how much moves.
    pub fn set_motion(&self, motion: Motion) {
        self.state.borrow_mut().playhead.set_motion(motion);
        self.refresh();
    }

    /// Changes which lanes are shown.
    pub fn set_lane_view(&self, lanes: LaneView) {
        let mut state = self.state.borrow_mut();
        if state.lanes != lanes {
            let calm = state.playhead.motion() == Motion::Storyboard;
            let from = state.glide.now();
            state.lanes = lanes;
            state.glide = Glide::at(lanes);
            // Where motion is unwelcome the view cuts.
            if !calm {
                state.glide = Glide {
                    from,
                    spent_secs: 0.0,
                    ..state.glide
                };
            }
        }
        drop(state);
        self.refresh();
    }

    /// Changes the colours.
    pub fn set_theme(&self, theme: Theme) {
        self.state.borrow_mut().theme = theme;
        self.refresh();
    }

    /// Changes what the visitor has set; what is shown follows softly.
    pub fn set_params(&self, params: Params) {
        self.state.borrow_mut().wanted = params;
        self.refresh();
    }

    /// The vdom may have made other buttons for the actors.
    pub fn find_buttons(&self) {
        let state = self.state.borrow();
        if let (Some(overlay), Some(canvas)) = (&state.overlay, &state.canvas) {
            overlay.find_buttons(canvas);
        }
    }

    /// The element came into a page: frames may run.
    pub fn attach(&self) {
        let mut state = self.state.borrow_mut();
        state.attached = true;
        state.visible = true;
        drop(state);
        self.wake();
    }

    /// The element left the page: time stops without a signal and no frame is left behind.
    pub fn detach(&self) {
        let mut state = self.state.borrow_mut();
        state.attached = false;
        state.arrive();
        state.playhead.pause();
        drop(state);
        self.frames.stop();
    }

    /// On screen and in front, or not. Out of sight time stands still and no frame is asked for, but for the first
    /// picture: who scrolls to it is to find it there.
    pub fn set_visible(&self, visible: bool) {
        self.state.borrow_mut().visible = visible;
        if self.state.borrow().is_watched() {
            self.wake();
        } else {
            self.frames.stop();
        }
    }

    /// The canvas got another size. The next frame draws: what is asked while the browser hands out sizes may change
    /// sizes again, which it reports as an error of the page.
    pub fn resize(&self, width_px: f64, height_px: f64, device_pixel_ratio: f64) {
        let mut state = self.state.borrow_mut();
        state.size_px = (width_px, height_px);
        state.device_px = device_pixel_ratio;
        state.unmeasured = true;
        drop(state);
        self.refresh();
    }

    /// Position on the timeline.
    pub fn time_secs(&self) -> Secs {
        self.state.borrow().playhead.time_secs()
    }

    /// Length of the timeline.
    pub fn duration_secs(&self) -> Secs {
        self.state.borrow().playhead.duration_secs()
    }

    /// The current step, from 0.
    pub fn step(&self) -> usize {
        self.state.borrow().playhead.step()
    }

    /// Whether time runs.
    pub fn is_playing(&self) -> bool {
        self.state.borrow().playhead.is_playing()
    }

    /// Changes the playhead, then tells what changed.
    fn command(&self, change: impl FnOnce(&mut Playhead)) {
        let mut state = self.state.borrow_mut();
        let before = (state.playhead.is_playing(), state.playhead.step());
        change(&mut state.playhead);
        let after = (state.playhead.is_playing(), state.playhead.step());
        let time_secs = state.playhead.time_secs();
        state.unread_secs = 0.0;
        drop(state);
        (self.emit)(Signal::Time(time_secs));
        if before.1 != after.1 {
            (self.emit)(Signal::Step(after.1));
        }
        if before.0 != after.0 {
            (self.emit)(Signal::Playing(after.0));
        }
        self.refresh();
    }

    /// Something changed: what is drawn is stale.
    fn refresh(&self) {
        let mut state = self.state.borrow_mut();
        state.stale = true;
        if let Some(painter) = &mut state.painter {
            painter.restart();
        }
        drop(state);
        self.wake();
    }

    /// Asks for a frame, if anybody could see it.
    fn wake(&self) {
        let state = self.state.borrow();
        if state.attached && state.is_watched() && state.canvas.is_some() {
            self.frames.start();
        }
    }

    /// One frame: time passes, the picture is drawn, the interface hears what changed.
    fn frame(&self, dt_secs: Secs) -> bool {
        let mut state = self.state.borrow_mut();
        if std::mem::take(&mut state.unmeasured) {
            let first = state.is_empty();
            drop(state);
            self.words_changed();
            // Measuring is a frame's work where nothing is to be seen yet.
            if first {
                return true;
            }
            state = self.state.borrow_mut();
        }
        // Time waits for the picture.
        let dt_secs = if state.play.is_some() { dt_secs } else { 0.0 };
        let advance = state.playhead.advance(dt_secs);
        let easing = state.ease_params(dt_secs);
        let gliding = !state.glide.done() | state.pass(dt_secs);
        state.glide.spent_secs += dt_secs;
        let time_secs = state.playhead.time_secs();
        let read_out = state.read_out(dt_secs, advance);
        let more = state.playhead.is_playing() || easing || gliding;
        let stale = state.stale || advance.moved || easing || gliding;
        drop(state);
        if stale {
            self.draw();
        }
        let more = self.state.borrow().wants(more);
        if read_out {
            self.state.borrow().tell_shapes();
            (self.emit)(Signal::Time(time_secs));
        }
        if let Some(step) = advance.entered {
            (self.emit)(Signal::Step(step));
        }
        if advance.stopped {
            (self.emit)(Signal::Playing(false));
        }
        if advance.ended {
            (self.emit)(Signal::Ended);
        }
        more
    }

    /// Draws the current moment, and tells when another sentence describes it.
    fn draw(&self) {
        let mut state = self.state.borrow_mut();
        let time_secs = state.playhead.pose_secs();
        // What was not yet drawn is drawn in the next frame.
        state.stale = !state.paint(time_secs);
        let sentence = state.describe(time_secs);
        if sentence == state.sentence {
            return;
        }
        state.sentence.clone_from(&sentence);
        drop(state);
        (self.emit)(Signal::Described(sentence));
    }
}

fn span(step: &content::Step) -> Span {
    Span {
        start_secs: step.start_secs,
        end_secs: step.end_secs,
        still_secs: step.still_secs,
    }
}
