//! The clock of one scene: where on the timeline the visitor is, and whether time runs.
//!
//! Pure and total: time comes in as an argument, nothing is read from a real clock, and no input
//! can make it panic. INVARIANT: `0 <= time_secs <= duration_secs`.

use crate::units::Secs;

/// In [`Mode::Present`] playback stops this long before a step's end, so that the step on screen,
/// whose interval is `[start, end)`, stays the one that was being told.
pub const STOP_MARGIN_SECS: Secs = 0.001;

/// Interval `[start_secs, end_secs)` of a scene's timeline, with the moment that stands for it in a
/// still picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// First moment of the step.
    pub start_secs: Secs,
    /// First moment after the step.
    pub end_secs: Secs,
    /// The moment shown when the step is one picture: storyboard motion, stills, print.
    pub still_secs: Secs,
}

/// How playback moves from step to step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// `play` runs to the end of the scene.
    #[default]
    Explore,
    /// `play` runs to the end of the step: someone is talking beside the screen.
    Present,
}

impl Mode {
    /// The attribute value that names the mode.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "explore" => Some(Self::Explore),
            "present" => Some(Self::Present),
            _ => None,
        }
    }
}

/// How much moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Motion {
    /// The picture moves continuously.
    #[default]
    Full,
    /// One still picture per step; time runs on and the captions change.
    Storyboard,
}

/// Playback speed. It changes how fast time passes and nothing that is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speed {
    /// ×0.5
    Half,
    /// ×1
    #[default]
    Normal,
    /// ×2
    Double,
}

impl Speed {
    /// Seconds on the timeline per second of the visitor's.
    pub const fn factor(self) -> f64 {
        match self {
            Self::Half => 0.5,
            Self::Normal => 1.0,
            Self::Double => 2.0,
        }
    }

    /// The next speed of the round 1 → 2 → 0.5 → 1.
    pub const fn next(self) -> Self {
        match self {
            Self::Half => Self::Normal,
            Self::Normal => Self::Double,
            Self::Double => Self::Half,
        }
    }
}

/// What one call of [`Playhead::advance`] did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Advance {
    /// Time passed, so a new picture is needed.
    pub moved: bool,
    /// The step (from 0) that was entered.
    pub entered: Option<usize>,
    /// Playback came to a halt by itself: at a step's end in [`Mode::Present`], or at the end of
    /// the scene.
    pub stopped: bool,
    /// The end of the scene was reached.
    pub ended: bool,
}

/// Position, speed and play state on one scene's timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Playhead {
    spans: Vec<Span>,
    duration_secs: Secs,
    time_secs: Secs,
    speed: Speed,
    mode: Mode,
    motion: Motion,
    playing: bool,
}

impl Playhead {
    /// Paused at 0, at speed 1. A duration that is no positive number becomes the end of the last
    /// span.
    pub fn new(spans: Vec<Span>, duration_secs: Secs) -> Self {
        let mut playhead = Self {
            spans: Vec::new(),
            duration_secs: 0.0,
            time_secs: 0.0,
            speed: Speed::default(),
            mode: Mode::default(),
            motion: Motion::default(),
            playing: false,
        };
        playhead.set_timeline(spans, duration_secs);
        playhead
    }

    /// Puts another scene under the playhead: paused at its beginning; speed, mode and motion stay.
    pub fn set_timeline(&mut self, spans: Vec<Span>, duration_secs: Secs) {
        let last_end_secs = spans.last().map_or(0.0, |span| span.end_secs);
        let usable = |secs: &Secs| secs.is_finite() && *secs > 0.0;
        self.duration_secs = [duration_secs, last_end_secs]
            .into_iter()
            .find(usable)
            .unwrap_or(0.0);
        self.spans = spans;
        self.time_secs = 0.0;
        self.playing = false;
    }

    /// Position on the timeline, 0..=duration.
    pub fn time_secs(&self) -> Secs {
        self.time_secs
    }

    /// Length of the timeline at speed 1.
    pub fn duration_secs(&self) -> Secs {
        self.duration_secs
    }

    /// The moment to draw: the position itself, or the still of its step in [`Motion::Storyboard`].
    pub fn pose_secs(&self) -> Secs {
        match (self.motion, self.spans.get(self.step())) {
            (Motion::Storyboard, Some(span)) => span.still_secs,
            _ => self.time_secs,
        }
    }

    /// The current step, from 0. The last step includes the scene's end.
    pub fn step(&self) -> usize {
        self.step_at(self.time_secs)
    }

    /// Number of steps.
    pub fn step_count(&self) -> usize {
        self.spans.len()
    }

    /// Whether time runs.
    pub fn is_playing(&self) -> bool {
        self.playing
    }

    /// How much moves.
    pub fn motion(&self) -> Motion {
        self.motion
    }

    /// Lets time run; from the very end, from the beginning again.
    pub fn play(&mut self) {
        if self.duration_secs <= 0.0 {
            return;
        }
        if self.time_secs >= self.duration_secs {
            self.time_secs = 0.0;
        }
        self.playing = true;
    }

    /// Stops time.
    pub fn pause(&mut self) {
        self.playing = false;
    }

    /// Goes to a moment, clamped to the timeline. A moment that is no number changes nothing.
    pub fn seek(&mut self, time_secs: Secs) {
        if !time_secs.is_nan() {
            // Not `clamp`: its panic message would bring the formatting of floats into the module.
            self.time_secs = time_secs.min(self.duration_secs).max(0.0);
        }
    }

    /// Goes to the start of a step (from 0), clamped to the steps there are.
    pub fn go_to_step(&mut self, step: usize) {
        let last = self.spans.len().saturating_sub(1);
        if let Some(span) = self.spans.get(step.min(last)) {
            self.seek(span.start_secs);
        }
    }

    /// Sets the speed; the position stays.
    pub fn set_speed(&mut self, speed: Speed) {
        self.speed = speed;
    }

    /// Sets how playback moves from step to step.
    pub fn set_mode(&mut self, mode: Mode) {
        self.mode = mode;
    }

    /// Sets how much moves; the position stays.
    pub fn set_motion(&mut self, motion: Motion) {
        self.motion = motion;
    }

    /// Lets `dt_secs` of the visitor's time pass. However a stretch of time is cut into calls, the
    /// position afterwards is the same (up to rounding).
    pub fn advance(&mut self, dt_secs: Secs) -> Advance {
        if !self.playing || !dt_secs.is_finite() || dt_secs <= 0.0 {
            return Advance::default();
        }
        let step_before = self.step();
        let stop_secs = self.next_stop_secs();
        let wanted_secs = self.time_secs + dt_secs * self.speed.factor();
        let stopped = wanted_secs >= stop_secs;
        self.time_secs = if stopped { stop_secs } else { wanted_secs };
        self.playing = !stopped;
        let step = self.step();
        Advance {
            moved: true,
            entered: (step != step_before).then_some(step),
            stopped,
            ended: self.time_secs >= self.duration_secs,
        }
    }

    fn step_at(&self, time_secs: Secs) -> usize {
        self.spans
            .iter()
            .rposition(|span| span.start_secs <= time_secs)
            .unwrap_or(0)
    }

    /// Where playback halts next, always later than the current position.
    fn next_stop_secs(&self) -> Secs {
        let step_ends = self.spans.iter().map(|span| span.end_secs);
        match self.mode {
            Mode::Explore => None,
            Mode::Present => step_ends
                .filter(|end_secs| *end_secs < self.duration_secs)
                .map(|end_secs| end_secs - STOP_MARGIN_SECS)
                .find(|stop_secs| *stop_secs > self.time_secs),
        }
        .unwrap_or(self.duration_secs)
    }
}
