//! What the visitor has chosen now, and how each action changes it.
//!
//! Pure and total: no browser type, no clock, no storage. The running time itself is not here but
//! in [`playhead::Playhead`], which the driver owns, because it changes with every frame and the
//! session only with what somebody does.

pub mod options;
pub mod playhead;
pub mod settings;
pub mod snapshot;

use std::rc::Rc;

use crate::model::params::{Edge, Params, Push, Regions};
use crate::units::{Ratio, Theme};
use options::{Options, Profile};
use playhead::{Mode, Motion, Speed};
use settings::{Settings, TextScale, ThemeChoice};

/// The opening view: it is gone to like a scene, and has no timeline.
pub const START: &str = "start";

/// Which of the two courses are on the stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaneView {
    /// 両方
    #[default]
    Both,
    /// なし
    Without,
    /// あり
    With,
}

impl LaneView {
    /// Inverse of [`LaneView::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "both" => Some(Self::Both),
            "without" => Some(Self::Without),
            "with" => Some(Self::With),
            _ => None,
        }
    }

    /// The word used in snapshots, actions and text keys.
    pub fn name(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Without => "without",
            Self::With => "with",
        }
    }
}

/// A sheet that can be laid over the explainer. One at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Risks and the statements on unapproved products.
    Risks,
    /// Questions to take to the doctor.
    Questions,
    /// Sources of the current step.
    Sources,
    /// Language, text size, motion, theme.
    Settings,
    /// Keys.
    Help,
    /// The list of scenes and steps, where there is no rail.
    List,
    /// A small picture beside the scene; which one is in [`Session::open`].
    Panel,
    /// A page of text; which one is in [`Session::open`].
    Page,
}

/// Everything the interface shows that is not time.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// Scene on the stage.
    pub scene: Rc<str>,
    /// The scenes of this element.
    pub scenes: Vec<Rc<str>>,
    /// Step on the stage, from 0. A copy of the playhead's, kept up to date by [`Action::Step`].
    pub step: usize,
    /// Whether time runs; likewise a copy.
    pub playing: bool,
    /// Whether the visitor has started once: the start button goes and does not come back.
    pub started: bool,
    /// Which lanes are shown.
    pub lanes: LaneView,
    /// What the visitor has set in the scenes.
    pub params: Params,
    /// What matters to the visitor, as it was chosen. It stays on this screen.
    pub values: Vec<Rc<str>>,
    /// Scenes that were seen to their end.
    pub seen: Vec<Rc<str>>,
    /// The scene on the stage has just been played to its end.
    pub ended: bool,
    /// Whether the control of the assumed effect is unfolded.
    pub effect_open: bool,
    /// The actor whose card is open.
    pub actor: Option<Rc<str>>,
    /// The sheet that is open.
    pub sheet: Option<Sheet>,
    /// Which panel or page the sheet shows.
    pub open: Rc<str>,
    /// How playback moves from step to step.
    pub mode: Mode,
    /// What kind of page this is.
    pub profile: Profile,
    /// The visitor's lasting choices.
    pub settings: Settings,
    /// The page's wish, until the visitor chooses.
    pub page_theme: ThemeChoice,
    /// What the system and the page around the element prefer.
    pub surroundings: Surroundings,
}

/// What the system and the page around the element prefer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// `prefers-reduced-motion: reduce`.
    pub reduced_motion: bool,
    /// The colour scheme in use where the element stands is dark.
    pub dark: bool,
}

/// Everything that can happen to a session.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Playback was started by the visitor or the page.
    Started,
    /// The playhead runs or stands.
    Playing(bool),
    /// The playhead is in this step (from 0).
    Step(usize),
    /// Another scene is on the stage, at this step.
    Scene(Rc<str>, usize),
    /// The page changed its `scenes` attribute: these exist from now on.
    Scenes(Vec<Rc<str>>),
    /// Show these lanes.
    Lanes(LaneView),
    /// Assume this effect.
    Effect(Ratio),
    /// Set a push, its size and its length.
    Push(Push),
    /// Show vesicles at their true scale, or enlarged.
    TrueScale(bool),
    /// Choose the regions where it hurts.
    Regions(Regions),
    /// This matters to the visitor; or, once more, it does not.
    Value(Rc<str>),
    /// Draw the blood for this half-life.
    Edge(Edge),
    /// Show the two studies the other way round, or as they were.
    Swap,
    /// The scene on the stage was played to its end.
    Ended,
    /// Fold or unfold the control of the assumed effect.
    ToggleEffect,
    /// Open an actor's card; the same actor again, or `None`, closes it.
    Actor(Option<Rc<str>>),
    /// Lay a sheet over the explainer.
    Open(Sheet),
    /// Lay a panel or a page over the explainer.
    Show(Sheet, Rc<str>),
    /// Take the sheet away.
    CloseSheet,
    /// The visitor's text size.
    Text(TextScale),
    /// The visitor's motion.
    Motion(Motion),
    /// The visitor's theme.
    Theme(ThemeChoice),
    /// The visitor's speed.
    Speed(Speed),
    /// The page changed its `theme` attribute: from now on it decides again.
    PageTheme(ThemeChoice),
    /// The page changed its `mode` attribute.
    Mode(Mode),
    /// The page changed its `profile` attribute.
    Profile(Profile),
    /// The system's or the page's preferences changed.
    Surroundings(Surroundings),
}

impl Session {
    /// A fresh session with the page's options and the visitor's stored settings.
    pub fn new(options: &Options, settings: Settings) -> Self {
        let place = options.snapshot.as_ref();
        Self {
            scene: place.map_or(&options.scene, |place| &place.scene).clone(),
            scenes: options.scenes.clone(),
            step: options.step,
            playing: false,
            started: place.is_some_and(|place| place.started),
            lanes: place.map_or(LaneView::Both, |place| place.lanes),
            params: place.map_or_else(Params::default, |place| place.params),
            values: place.map_or_else(Vec::new, |place| place.values.clone()),
            seen: place.map_or_else(Vec::new, |place| place.seen.clone()),
            ended: false,
            effect_open: false,
            actor: None,
            sheet: None,
            open: Rc::from(""),
            mode: options.mode,
            profile: options.profile,
            settings,
            page_theme: options.theme,
            surroundings: Surroundings::default(),
        }
    }

    /// The session after `action`.
    #[must_use]
    pub fn apply(mut self, action: Action) -> Self {
        match action {
            Action::Started => self.started = true,
            Action::Playing(playing) => {
                self.playing = playing;
                self.ended &= !playing;
            }
            Action::Step(step) => {
                self.step = step;
                self.ended = false;
            }
            Action::Ended => {
                self.ended = true;
                if !self.seen.contains(&self.scene) {
                    self.seen.push(self.scene.clone());
                }
            }
            Action::Scene(scene, step) => {
                self.scene = scene;
                self.step = step;
                self.actor = None;
                self.ended = false;
            }
            Action::Scenes(scenes) => self.scenes = scenes,
            Action::Lanes(lanes) => self.lanes = lanes,
            Action::Effect(effect) => self.params.assumed_effect = effect,
            Action::Push(push) => self.params.push = push,
            Action::TrueScale(on) => self.params.true_scale = Ratio::new(f64::from(u8::from(on))),
            Action::Regions(regions) => self.params.regions = regions,
            Action::Value(value) => {
                let chosen = self.values.len();
                self.values.retain(|other| *other != value);
                if self.values.len() == chosen {
                    self.values.push(value);
                }
            }
            Action::Edge(edge) => self.params.edge = edge.weights(),
            Action::Swap => self.params.swapped = Ratio::new(1.0 - self.params.swapped.get()),
            Action::ToggleEffect => self.effect_open = !self.effect_open,
            Action::Actor(actor) => self.actor = if self.actor == actor { None } else { actor },
            Action::Open(sheet) => {
                self.sheet = Some(sheet);
                self.actor = None;
            }
            Action::Show(sheet, which) => {
                self.sheet = Some(sheet);
                self.open = which;
                self.actor = None;
            }
            Action::CloseSheet => self.sheet = None,
            Action::Text(text) => self.settings.text = text,
            Action::Motion(motion) => self.settings.motion = Some(motion),
            Action::Theme(theme) => self.settings.theme = Some(theme),
            Action::Speed(speed) => self.settings.speed = speed,
            Action::PageTheme(theme) => {
                self.page_theme = theme;
                self.settings.theme = None;
            }
            Action::Mode(mode) => self.mode = mode,
            Action::Profile(profile) => self.profile = profile,
            Action::Surroundings(surroundings) => self.surroundings = surroundings,
        }
        self
    }

    /// The scene after the one on the stage; after the opening view, the first.
    pub fn next_scene(&self) -> Option<Rc<str>> {
        let here = self.scenes.iter().position(|scene| *scene == self.scene);
        self.scenes.get(here.map_or(0, |at| at + 1)).cloned()
    }

    /// The motion in force: the visitor's choice, else the system's wish.
    pub fn motion(&self) -> Motion {
        self.settings
            .motion
            .unwrap_or(if self.surroundings.reduced_motion {
                Motion::Storyboard
            } else {
                Motion::Full
            })
    }

    /// The theme asked for: the visitor's choice, else the page's.
    pub fn theme_choice(&self) -> ThemeChoice {
        self.settings.theme.unwrap_or(self.page_theme)
    }

    /// The theme in force.
    pub fn theme(&self) -> Theme {
        match self.theme_choice() {
            ThemeChoice::Light => Theme::Light,
            ThemeChoice::Dark => Theme::Dark,
            ThemeChoice::Auto if self.surroundings.dark => Theme::Dark,
            ThemeChoice::Auto => Theme::Light,
        }
    }
}
