//! Sentences put together from templates of the content. No sentence is written here.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use crate::content::{Badge, Content, fill};
use crate::session::Session;
use crate::units::Secs;

/// What the style sheet calls a badge: its key without `badge.`.
pub fn badge_name(badge: Badge) -> &'static str {
    badge.ui_key().strip_prefix("badge.").unwrap_or_default()
}

/// The sentences of a step's claims, joined; a space where the language uses one.
pub fn caption(session: &Session, content: &Content) -> String {
    let mut caption = String::new();
    for claim in claims(session, content) {
        if caption.ends_with('.') {
            caption.push(' ');
        }
        caption.push_str(content.texts.claim(claim));
    }
    caption
}

/// The claims of the step on the stage.
pub fn claims<'a>(session: &Session, content: &'a Content) -> &'a [Rc<str>] {
    let scene = content.explainer.scene(&session.scene);
    let step = scene.and_then(|it| it.steps.get(session.step));
    step.map_or(&[], |step| &step.claims)
}

/// What was tested or how it was given, in the few words that stand beside a badge.
pub fn tested(names: &[Rc<str>], content: &Content) -> String {
    let mut words = String::new();
    for name in names {
        if !words.is_empty() {
            words.push('/');
        }
        words.push_str(content.texts.ui(&["tested.", name].concat()));
    }
    words
}

/// "3/7"
pub fn count(key: &str, session: &Session, content: &Content) -> String {
    let total = content
        .explainer
        .scene(&session.scene)
        .map_or(0, |scene| scene.steps.len());
    let (n, total) = ((session.step + 1).to_string(), total.to_string());
    fill(content.texts.ui(key), &[("n", &n), ("total", &total)])
}

/// What is read out when a step is entered: where, what, how sure.
pub fn step_announcement(session: &Session, content: &Content) -> String {
    let mut parts = vec![count("step.n", session, content)];
    parts.push(step_title(session.step, session, content));
    for (badge, lists) in content.explainer.tested(claims(session, content)) {
        parts.push(content.texts.ui(badge.ui_key()).to_owned());
        parts.extend(lists.map(|names| tested(&names, content)));
    }
    parts.push(caption(session, content));
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// What is read out when an actor's card opens: its name and its sentence.
pub fn actor_announcement(actor: &str, session: &Session, content: &Content) -> String {
    let sentence = content
        .explainer
        .scene(&session.scene)
        .and_then(|scene| scene.actors.iter().find(|it| *it.id == *actor))
        .map_or("", |it| content.texts.claim(&it.claim));
    [content.texts.actor(actor), " ", sentence].concat()
}

/// The scrubber's value in words.
pub fn position(step: usize, time_secs: Secs, session: &Session, content: &Content) -> String {
    let title = step_title(step, session, content);
    let (n, seconds) = ((step + 1).to_string(), (time_secs as u32).to_string());
    fill(
        content.texts.ui("scrub.value"),
        &[("n", &n), ("title", &title), ("seconds", &seconds)],
    )
}

fn step_title(step: usize, session: &Session, content: &Content) -> String {
    content
        .texts
        .scene(&session.scene)
        .steps
        .get(step)
        .map_or_else(String::new, |it| it.title.to_string())
}

/// What a language calls itself, from the browser; its code where the browser does not know.
pub fn language_name(lang: &str) -> String {
    let options = js_sys::Object::new();
    // Setting a plain property of a fresh object cannot fail.
    js_sys::Reflect::set(&options, &"type".into(), &"language".into()).ok();
    DisplayNames::new(lang, &options)
        .and_then(|names| names.of(lang))
        .unwrap_or_else(|_| lang.to_owned())
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locale: &str, options: &js_sys::Object) -> Result<DisplayNames, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, lang: &str) -> Result<String, JsValue>;
}
