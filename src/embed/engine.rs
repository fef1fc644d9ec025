//! The functions and the class that JavaScript sees. Every input is checked; the only thing that
//! throws is a wrong name or number given to a method, with a message for whoever wrote the call.

use std::cell::RefCell;
use std::hint::black_box;
use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::AppHandle;

use crate::content::{self, Clinic, Content, Scene, Value};
use crate::platform::{self, Listener, document, from_json};
use crate::session::options::{self, Profile};
use crate::session::playhead::Mode;
use crate::session::settings::ThemeChoice;
use crate::session::snapshot::Snapshot;
use crate::session::{Action, START};
use crate::ui::app::{App, AppProps};
use crate::ui::commands;
use crate::ui::store::{Outgoing, Store};
use crate::units::Secs;

/// What drawing any moment in any box needs at most, so that the module's memory need not grow later.
const WORKING_MEMORY_BYTES: usize = 5 << 19;

/// Prepares the module, once. Where it cannot go on it calls `fail(error, kind)` once and is dead afterwards: after a
/// panic, with the kind `panic`, or where code cannot be had.
#[wasm_bindgen]
pub fn start(fail: Function) {
    // Taken and given back: later elements, moves and larger boxes then find their memory there.
    drop(black_box(Vec::<u8>::with_capacity(WORKING_MEMORY_BYTES)));
    platform::on_failure(fail);
    // Yew would install its own hook with the first render.
    yew::set_custom_panic_hook(Box::new(|panic| {
        let message = panic.to_string();
        platform::fail(&message, Some("panic"));
        // Thrown rather than logged: the console gets one line, with the stack.
        wasm_bindgen::throw_str(&message);
    }));
}

/// One explainer: a wrapper element with everything in it. It outlives the custom element it was
/// made for and can be configured for the next one, because what Yew hangs on its root stays for
/// ever.
#[wasm_bindgen]
pub struct Explainer {
    store: Store,
    root: HtmlElement,
    explainer_json: RefCell<String>,
    clinic: RefCell<Clinic>,
    _app: AppHandle<App>,
    _listeners: [Listener; 2],
}

#[wasm_bindgen]
impl Explainer {
    /// Makes the wrapper, detached. `on_event(name, detail)` hears what the page should know.
    #[wasm_bindgen(constructor)]
    pub fn new(on_event: Function) -> Result<Explainer, JsValue> {
        let root = document()
            .and_then(|document| document.create_element("div").ok())
            .and_then(|element| element.dyn_into::<HtmlElement>().ok())
            .ok_or_else(|| error("there is no document"))?;
        root.set_class_name("app");
        root.set_attribute("part", "app")?;

        let store = Store::new(root.clone(), move |outgoing| tell(&on_event, outgoing));
        let keys = Listener::active(&root, "keydown", {
            let store = store.clone();
            move |event| {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                    && commands::pressed(&store, event)
                {
                    event.prevent_default();
                }
            }
        });
        let focus = Listener::new(&root, "focusin", {
            let store = store.clone();
            move |event| commands::focused(&store, event)
        });
        let props = AppProps {
            store: store.clone(),
        };
        let app =
            yew::Renderer::<App>::with_root_and_props(Element::from(root.clone()), props).render();
        Ok(Self {
            store,
            root,
            explainer_json: RefCell::default(),
            clinic: RefCell::default(),
            _app: app,
            _listeners: [keys, focus],
        })
    }

    /// The wrapper, `<div part="app" class="app">`.
    #[wasm_bindgen(getter)]
    pub fn root(&self) -> HtmlElement {
        self.root.clone()
    }

    /// Everything afresh, for a new or a reused element. Returns the problems found, as a JSON
    /// array of strings.
    pub fn configure(
        &self,
        options_json: &str,
        explainer_json: &str,
        lang: &str,
        texts_json: &str,
    ) -> String {
        self.explainer_json.replace(explainer_json.to_owned());
        // Of another element's clinic nothing may stay.
        self.clinic.take();
        let (content, mut problems) = self.read(lang, texts_json);
        let (options, warnings) = options::parse(from_json, options_json, &content.explainer);
        problems.extend(warnings);
        self.store.configure(&options, content);
        array(problems)
    }

    /// The same in another language. Returns the problems found, as a JSON array of strings.
    pub fn set_texts(&self, lang: &str, texts_json: &str) -> String {
        let (content, problems) = self.read(lang, texts_json);
        self.store.set_content(content);
        array(problems)
    }

    /// The facts of a clinic, `{facts, complete}`: checked by whoever calls. They stay when the language changes.
    pub fn set_clinic(&self, clinic_json: &str) {
        let given = from_json(clinic_json).unwrap_or_default();
        let facts = given.get("facts").unwrap_or(&Value::Null);
        let complete = given.get("complete") == Some(&Value::Bool(true));
        self.clinic.replace(Clinic::checked(facts, complete));
        let mut content = Content::clone(&self.store.content());
        content.clinic = self.clinic.borrow().clone();
        self.store.set_content(Rc::new(content));
    }

    /// What a record of the page says of this program: its version, the content's hash, and the scenes that are
    /// offered, with spaces between.
    pub fn stamp(&self) -> String {
        let mut stamp = [
            env!("CARGO_PKG_VERSION"),
            " ",
            &self.store.content().hash_digits(),
        ]
        .concat();
        for scene in &self.store.session().scenes {
            stamp.push(' ');
            stamp.push_str(scene);
        }
        stamp
    }

    /// An attribute changed after `configure`. The page's word counts again from here on; a value
    /// that means nothing is the default.
    pub fn set(&self, name: &str, value: Option<String>) {
        let value = value.unwrap_or_default();
        let session = self.store.session();
        match name {
            "scene" => self.go_where_there_is(&value),
            // A list in JSON.
            "scenes" => {
                let named = |scene: &&Scene| value.split('"').any(|name| *name == *scene.id);
                let content = self.store.content();
                let scenes = content.explainer.scenes.iter().filter(named);
                let scenes = scenes.map(|scene| scene.id.clone()).collect();
                self.store.dispatch(Action::Scenes(scenes));
                // Who stands in a scene that is left stays there.
                if self.find(&session.scene).is_none() {
                    self.go_where_there_is("");
                }
            }
            "step" => {
                let steps = self.store.content().explainer.step_count(&session.scene);
                let step = value.parse().unwrap_or(1);
                let step = if step > steps { 1 } else { step };
                self.show(&session.scene, step.saturating_sub(1));
            }
            "mode" => self
                .store
                .dispatch(Action::Mode(Mode::from_name(&value).unwrap_or_default())),
            "theme" => {
                let theme = ThemeChoice::from_name(&value).unwrap_or_default();
                // `auto` asks the page, which may have changed since it was last looked at.
                self.store.look_around();
                self.store.dispatch(Action::PageTheme(theme));
            }
            "profile" => {
                let profile = Profile::from_name(&value).unwrap_or_default();
                self.store.dispatch(Action::Profile(profile));
            }
            _ => {}
        }
    }

    /// Lets time run.
    pub fn play(&self) {
        self.store.driver().play();
    }

    /// Stops time.
    pub fn pause(&self) {
        self.store.driver().pause();
    }

    /// Goes to a moment in seconds, clamped. Throws for what is no number.
    pub fn seek(&self, seconds: f64) -> Result<(), JsValue> {
        if seconds.is_nan() {
            return Err(error("seek: not a number"));
        }
        self.store.driver().seek(seconds);
        Ok(())
    }

    /// Goes to a scene, and in it to a step from 1 on. Throws for a wrong name or number and then
    /// changes nothing.
    pub fn go_to(&self, id: &str, step: Option<f64>) -> Result<(), JsValue> {
        let content = self.store.content();
        if content.explainer.page(id).is_some() {
            self.store.show_page(id);
            return Ok(());
        }
        let Some(scene) = self.find(id) else {
            let scenes = self.store.session().scenes.join(", ");
            return Err(error(
                &["goTo: \"", id, "\" is not one of: ", &scenes].concat(),
            ));
        };
        let count = content.explainer.step_count(&scene);
        let step = step.unwrap_or(1.0);
        let Some(index) = (0..count).find(|index| (*index + 1) as f64 == step) else {
            return Err(error(
                &["goTo: ", id, " has the steps 1 to ", &count.to_string()].concat(),
            ));
        };
        self.show(&scene, index);
        Ok(())
    }

    /// Id of the scene on the stage.
    #[wasm_bindgen(getter)]
    pub fn current_scene(&self) -> String {
        self.store.session().scene.to_string()
    }

    /// Step on the stage, from 1.
    #[wasm_bindgen(getter)]
    pub fn current_step(&self) -> u32 {
        self.store.driver().step() as u32 + 1
    }

    /// Position in seconds.
    #[wasm_bindgen(getter)]
    pub fn current_time(&self) -> Secs {
        self.store.driver().time_secs()
    }

    /// Length of the scene in seconds at speed 1.
    #[wasm_bindgen(getter)]
    pub fn duration(&self) -> Secs {
        self.store.driver().duration_secs()
    }

    /// Whether time stands still.
    #[wasm_bindgen(getter)]
    pub fn paused(&self) -> bool {
        !self.store.driver().is_playing()
    }

    /// The wrapper is in a page now, inside the shadow root.
    pub fn attach(&self) {
        self.store.attach();
    }

    /// The wrapper leaves the page: nothing runs and nothing listens outside of it any more.
    pub fn detach(&self) {
        self.store.detach();
    }

    /// The visitor's place, to be given back as `options.snapshot`.
    pub fn snapshot(&self) -> String {
        Snapshot::take(&self.store.session(), self.store.driver().time_secs()).to_line()
    }

    /// Panics, so that tests and rehearsals see what visitors and page would see.
    pub fn crash(&self) {
        panic!("crash() was called");
    }
}

impl Explainer {
    /// A scene of this element, or the opening view.
    fn find(&self, id: &str) -> Option<Rc<str>> {
        let scenes = &self.store.session().scenes;
        let known = scenes.iter().find(|scene| ***scene == *id).cloned();
        known.or_else(|| (id == START).then(|| Rc::from(id)))
    }

    /// The page's word for where to be; what there is not means where one starts by default.
    fn go_where_there_is(&self, id: &str) {
        let start = self.store.content().explainer.start.clone();
        let first = || self.store.session().scenes.first().cloned();
        let scene = self.find(id).or_else(|| self.find(&start));
        if let Some(scene) = scene.or_else(first) {
            self.show(&scene, 0);
        }
    }

    /// Puts a scene on the stage at a step (from 0). Nothing may lie over it: it could play unseen.
    fn show(&self, scene: &Rc<str>, step: usize) {
        self.store.dispatch(Action::CloseSheet);
        self.store.go_to(scene, step);
    }

    fn read(&self, lang: &str, texts_json: &str) -> (Rc<Content>, Vec<String>) {
        let file = ["content/", lang, ".json"].concat();
        let explainer_json = self.explainer_json.borrow();
        let (mut content, found) =
            content::parse_with(from_json, &explainer_json, &file, texts_json);
        content.clinic = self.clinic.borrow().clone();
        let problems = found.iter().map(ToString::to_string).collect();
        (Rc::new(content), problems)
    }
}

fn array(texts: Vec<String>) -> String {
    let texts: js_sys::Array = texts.into_iter().map(JsValue::from).collect();
    // Strings always have a JSON form.
    js_sys::JSON::stringify(&texts)
        .map(String::from)
        .unwrap_or_default()
}

fn error(message: &str) -> JsValue {
    js_sys::Error::new(message).into()
}

/// Puts a notice into the words of the element's events.
fn tell(on_event: &Function, outgoing: Outgoing) {
    let detail = Object::new();
    let put = |key: &str, value: JsValue| {
        // Setting a plain property of a fresh object cannot fail.
        Reflect::set(&detail, &key.into(), &value).ok();
    };
    let name = match &outgoing {
        Outgoing::Scene(_) => "scenechange",
        Outgoing::Step(..) => "stepchange",
        Outgoing::Play(..) => "play",
        Outgoing::Pause(..) => "pause",
        Outgoing::Language(_) => "_lang",
    };
    match outgoing {
        Outgoing::Language(lang) => put("lang", (&*lang).into()),
        Outgoing::Scene(scene) => put("scene", (&*scene).into()),
        Outgoing::Step(scene, step) => {
            put("scene", (&*scene).into());
            put("step", (step as f64 + 1.0).into());
        }
        Outgoing::Play(scene, time_secs) | Outgoing::Pause(scene, time_secs) => {
            put("scene", (&*scene).into());
            put("time", time_secs.into());
        }
    }
    // What a listener of the page throws is the page's to see; it must not stop the explainer.
    on_event.call2(&JsValue::NULL, &name.into(), &detail).ok();
}
