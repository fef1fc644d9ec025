//! The one place where session, content and driver meet. Actions go in; the driver, the wrapper's
//! classes, storage and Yew hear what follows from them.
//!
//! It lives outside the vdom, so that the element's methods answer at once and a removed element
//! can be kept.
//! INVARIANT: nothing is called while one of the cells is borrowed.

mod focus;
mod panel;
mod pointer;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use web_sys::{Element, HtmlElement};
use yew::Callback;

use self::focus::Focus;
use self::pointer::Pointer;
use super::driver::{Driver, Signal};
use super::nodes::{Nodes, say, set_variable};
use super::surroundings::{self, Change, Watch};
use super::texts;
use crate::content::Content;
use crate::model::params::Params;
use crate::platform::{ResizeWatch, Timer, recall, remember, window};
use crate::scene::evidence::lit;
use crate::session::options::Options;
use crate::session::playhead::{Mode, Motion};
use crate::session::settings::Settings;
use crate::session::{Action, LaneView, START, Session, Sheet};
use crate::units::{Secs, Theme};

/// Key of the visitor's settings in the browser's storage.
const STORAGE_KEY: &str = "exosome-explainer";
/// A step change is read out after it has stood this long, so that scrubbing does not stammer.
const ANNOUNCE_AFTER_MS: i32 = 700;
/// More device pixels than this per CSS pixel cost time and show nothing.
const DEVICE_PIXEL_RATIO_MAX: f64 = 2.0;

/// What the page around the element is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Outgoing {
    /// Another scene is on the stage.
    Scene(Rc<str>),
    /// Another step (from 0) of this scene.
    Step(Rc<str>, usize),
    /// Time began to run in this scene at this moment.
    Play(Rc<str>, Secs),
    /// Time stopped in this scene at this moment.
    Pause(Rc<str>, Secs),
    /// The visitor asks for this language.
    Language(Rc<str>),
}

/// Handle to the store of one explainer.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    root: HtmlElement,
    driver: Rc<Driver>,
    nodes: Nodes,
    /// Plays the picture that is laid over the explainer.
    panel: Rc<Driver>,
    panel_nodes: Nodes,
    panel_watch: RefCell<Option<ResizeWatch>>,
    session: RefCell<Rc<Session>>,
    content: RefCell<Rc<Content>>,
    tell: Box<dyn Fn(Outgoing)>,
    refresh: RefCell<Option<Callback<()>>>,
    attached: Cell<bool>,
    watch: RefCell<Option<Watch>>,
    announcement: RefCell<Option<Timer>>,
    pointer: Pointer,
    focus: Focus,
}

impl Store {
    /// A store for the explainer inside `root` (`div.app`). `tell` passes on what the page should
    /// know.
    pub fn new(root: HtmlElement, tell: impl Fn(Outgoing) + 'static) -> Self {
        Self(Rc::new_cyclic(|weak: &Weak<Inner>| {
            let hear = {
                let weak = weak.clone();
                move |signal| {
                    if let Some(inner) = weak.upgrade() {
                        Self(inner).hear(signal);
                    }
                }
            };
            let weak = weak.clone();
            let hear_panel = move |signal| {
                if let (Some(inner), Signal::Described(sentence)) = (weak.upgrade(), signal) {
                    say(&inner.panel_nodes.description, &sentence);
                }
            };
            Inner {
                root,
                driver: Driver::new(hear),
                nodes: Nodes::default(),
                panel: Driver::new(hear_panel),
                panel_nodes: Nodes::default(),
                panel_watch: RefCell::default(),
                session: RefCell::new(Rc::new(Session::new(
                    &Options::default(),
                    Settings::default(),
                ))),
                content: RefCell::default(),
                tell: Box::new(tell),
                refresh: RefCell::default(),
                attached: Cell::new(false),
                watch: RefCell::default(),
                announcement: RefCell::default(),
                pointer: Pointer::default(),
                focus: Focus::default(),
            }
        }))
    }

    /// The wrapper, `div.app`.
    pub fn root(&self) -> &HtmlElement {
        &self.0.root
    }

    /// The player.
    pub fn driver(&self) -> &Rc<Driver> {
        &self.0.driver
    }

    /// Nodes outside the vdom's care.
    pub fn nodes(&self) -> &Nodes {
        &self.0.nodes
    }

    /// Nodes of the picture that is laid over the explainer.
    pub fn panel_nodes(&self) -> &Nodes {
        &self.0.panel_nodes
    }

    /// The session now.
    pub fn session(&self) -> Rc<Session> {
        self.0.session.borrow().clone()
    }

    /// The content now.
    pub fn content(&self) -> Rc<Content> {
        self.0.content.borrow().clone()
    }

    /// Everything afresh, for a new element or one that comes out of the pool.
    pub fn configure(&self, options: &Options, content: Rc<Content>) {
        let settings =
            recall(STORAGE_KEY).map_or_else(Settings::default, |line| Settings::from_line(&line));
        let mut session = Session::new(options, settings);
        session.surroundings = surroundings::look(&self.0.root);
        let scene = content.explainer.scene(&session.scene);
        let time_secs = match &options.snapshot {
            Some(place) => place.time_secs,
            None => scene
                .and_then(|it| it.steps.get(options.step))
                .map_or(0.0, |it| it.start_secs),
        };
        self.0.announcement.take();
        self.0.content.replace(content.clone());
        self.carry_out(None, &session);
        self.0
            .driver
            .set_scene(content, session.scene.clone(), time_secs);
        session.step = self.0.driver.step();
        self.0.session.replace(Rc::new(session));
        say(&self.0.nodes.live, "");
        self.refresh();
    }

    /// The same content in another language.
    pub fn set_content(&self, content: Rc<Content>) {
        self.0.content.replace(content.clone());
        self.0.driver.set_content(content);
        // What was last read out is in the other language.
        self.0.announcement.take();
        say(&self.0.nodes.live, "");
        self.refresh();
    }

    /// Asks the page and the system anew what they prefer.
    pub fn look_around(&self) {
        self.dispatch(Action::Surroundings(surroundings::look(&self.0.root)));
    }

    /// One step of the session, and what follows from it.
    pub fn dispatch(&self, action: Action) {
        let before = self.session();
        let after = Rc::new(Session::clone(&before).apply(action));
        if after == before {
            return;
        }
        self.keep_focus(&before);
        self.0.session.replace(after.clone());
        self.carry_out(Some(&before), &after);
        self.refresh();
    }

    /// Puts another scene on the stage, at the start of a step (from 0).
    pub fn go_to(&self, scene: &Rc<str>, step: usize) {
        if *scene == self.session().scene {
            return self.0.driver.go_to_step(step);
        }
        self.0.driver.pause();
        self.0.driver.leave();
        let content = self.content();
        let start_secs = content.explainer.scene(scene).map_or(0.0, |it| {
            it.steps.get(step).map_or(0.0, |step| step.start_secs)
        });
        self.dispatch(Action::Scene(scene.clone(), step));
        self.0.driver.set_scene(content, scene.clone(), start_secs);
        self.tell(Outgoing::Scene(scene.clone()));
        if **scene != *START {
            self.tell(Outgoing::Step(scene.clone(), step));
        }
        self.announce_step();
    }

    /// Tells the page something.
    pub fn tell(&self, outgoing: Outgoing) {
        (self.0.tell)(outgoing);
    }

    /// Yew is ready: from now on the nodes exist, and `refresh` renders anew.
    pub fn mounted(&self, refresh: Callback<()>) {
        self.0.refresh.replace(Some(refresh));
        if let Some(nodes) = self.0.nodes.stage_nodes() {
            self.0.driver.set_nodes(nodes);
        }
        if self.0.attached.get() {
            self.watch();
        }
        // Whatever happened between the first render and now (a tap, a call) has not been shown yet.
        self.refresh();
    }

    /// Every render ends here: brings the nodes outside the vdom's care up to date.
    pub fn rendered(&self) {
        let (nodes, session) = (&self.0.nodes, self.session());
        if let Some(scene) = self.content().explainer.scene(&session.scene) {
            nodes.show_ticks(scene);
        }
        nodes.show_params(&session.params);
        self.0.driver.find_buttons();
        // What opened a sheet is there again when the browser asks for it.
        self.return_focus();
        nodes.show_sheet(session.sheet.is_some() && self.0.attached.get());
        self.show_time(self.0.driver.time_secs());
        self.show_panel(session.sheet == Some(Sheet::Panel) && self.0.attached.get());
    }

    /// The element came into a page, or to another place in it.
    pub fn attach(&self) {
        self.0.attached.set(true);
        // Its first picture has the right colours.
        self.look_around();
        if self.0.refresh.borrow().is_some() {
            self.watch();
            self.0.nodes.show_sheet(self.session().sheet.is_some());
        }
    }

    /// The element left the page: time stops and says so, as for a media element. Afterwards no listener, observer,
    /// timer or frame is left.
    pub fn detach(&self) {
        self.0.driver.pause();
        self.point_at(None);
        self.0.attached.set(false);
        self.0.watch.take();
        self.0.announcement.take();
        self.0.driver.detach();
        self.show_panel(false);
        self.dispatch(Action::CloseSheet);
    }

    /// Reads something out, soon, in place of what was still to be read out.
    pub fn announce(&self, text: String) {
        let weak = Rc::downgrade(&self.0);
        let timer = Timer::once(ANNOUNCE_AFTER_MS, move || {
            if let Some(inner) = weak.upgrade() {
                say(&inner.nodes.live, &text);
            }
        });
        self.0.announcement.replace(timer);
    }

    fn announce_step(&self) {
        self.announce(texts::step_announcement(&self.session(), &self.content()));
    }

    fn hear(&self, signal: Signal) {
        let scene = self.session().scene.clone();
        match signal {
            Signal::Playing(playing) => {
                if playing {
                    self.dispatch(Action::Started);
                }
                self.dispatch(Action::Playing(playing));
                let time_secs = self.0.driver.time_secs();
                self.tell(match playing {
                    true => Outgoing::Play(scene, time_secs),
                    false => Outgoing::Pause(scene, time_secs),
                });
            }
            Signal::Step(step) => {
                self.dispatch(Action::Step(step));
                self.tell(Outgoing::Step(scene, step));
                self.announce_step();
            }
            Signal::Time(time_secs) => self.show_time(time_secs),
            Signal::Ended => self.dispatch(Action::Ended),
            Signal::Described(sentence) => say(&self.0.nodes.description, &sentence),
        }
    }

    /// What follows from the difference of two sessions; from none, everything.
    fn carry_out(&self, before: Option<&Session>, after: &Session) {
        let Inner {
            root,
            driver,
            panel,
            ..
        } = &*self.0;
        let toggle = |class: &str, on: bool| {
            // Adding or removing one plain word cannot fail.
            root.class_list().toggle_with_force(class, on).ok();
        };
        if changed(before, after, Session::theme) {
            driver.set_theme(after.theme());
            panel.set_theme(after.theme());
            toggle("dark", after.theme() == Theme::Dark);
        }
        if changed(before, after, Session::motion) {
            driver.set_motion(after.motion());
            toggle("calm", after.motion() == Motion::Storyboard);
        }
        if changed(before, after, |session| session.mode) {
            driver.set_mode(after.mode);
            toggle("present", after.mode == Mode::Present);
        }
        if changed(before, after, |session| session.scene.clone()) {
            toggle("at-start", *after.scene == *START);
        }
        if changed(before, after, |session| session.settings.text) {
            let percent = after.settings.text.percent();
            set_variable(root, "--k", f64::from(percent) / 100.0);
            toggle("big", percent > 130);
            driver.words_changed();
        }
        if changed(before, after, |session| session.settings.speed) {
            driver.set_speed(after.settings.speed);
        }
        if changed(before, after, |session| session.lanes) {
            driver.set_lane_view(after.lanes);
            toggle("lanes-without", after.lanes == LaneView::Without);
            toggle("lanes-with", after.lanes == LaneView::With);
        }
        // What is asked about is lit as long as its card is open.
        let params = |session: &Session| Params {
            lit: session.actor.as_deref().map(lit).unwrap_or_default(),
            ..session.params
        };
        if changed(before, after, params) {
            let params = params(after);
            driver.set_params(params);
            panel.set_params(params);
        }
        if before.is_some_and(|before| before.settings != after.settings) {
            remember(STORAGE_KEY, &after.settings.to_line());
        }
        let card = before.and_then(|before| before.actor.as_ref()) != after.actor.as_ref();
        if let (true, Some(actor)) = (card, &after.actor) {
            self.announce(texts::actor_announcement(actor, after, &self.content()));
        }
    }

    fn refresh(&self) {
        let refresh = self.0.refresh.borrow().clone();
        if let Some(refresh) = refresh {
            refresh.emit(());
        }
    }

    /// Writes the position where it is shown.
    fn show_time(&self, time_secs: Secs) {
        let Inner { driver, nodes, .. } = &*self.0;
        let (session, content) = (self.session(), self.content());
        let in_words = texts::position(driver.step(), time_secs, &session, &content);
        nodes.show_time(time_secs, driver.duration_secs(), &in_words);
    }

    /// Starts to watch what decides whether and how to draw.
    fn watch(&self) {
        let Some(stage) = self.0.nodes.stage.cast::<Element>() else {
            return;
        };
        let weak = Rc::downgrade(&self.0);
        let watch = Watch::new(&stage, move |change| {
            if let Some(inner) = weak.upgrade() {
                Self(inner).notice(change);
            }
        });
        self.0.watch.replace(Some(watch));
        self.notice(Change::Preferences);
        self.0.driver.attach();
    }

    fn notice(&self, change: Change) {
        match change {
            Change::Preferences => self.look_around(),
            Change::Visible(visible) => self.0.driver.set_visible(visible),
            Change::Size(width_px, height_px) => {
                self.0.driver.resize(width_px, height_px, device_px());
            }
        }
    }
}

/// Device pixels per CSS pixel, as far as it pays to draw them.
fn device_px() -> f64 {
    let ratio = window().map_or(1.0, |window| window.device_pixel_ratio());
    ratio.min(DEVICE_PIXEL_RATIO_MAX)
}

fn changed<T: PartialEq>(before: Option<&Session>, after: &Session, of: fn(&Session) -> T) -> bool {
    before.is_none_or(|before| of(before) != of(after))
}
