//! Browser resources as guards: whoever holds one has the resource, dropping it gives it back.
//!
//! The only room with `Closure`s of its own. Nothing here knows the explainer. INVARIANTS: no
//! closure is ever forgotten; after the last guard is dropped no listener, observer, timer or frame
//! of ours is left.

mod frame_loop;
mod json;
mod listener;
mod observe;
pub mod parts;
mod storage;
mod timer;

pub use frame_loop::FrameLoop;
pub use json::{from_json, nfkc};
pub use listener::{Listener, MediaWatch, PageVisibility};
pub use observe::{OnScreenWatch, ResizeWatch};
pub use storage::{recall, remember};
pub use timer::Timer;

use std::cell::{Cell, RefCell};

use js_sys::{Error, Function};
use wasm_bindgen::prelude::*;

thread_local! {
    static FAIL: RefCell<Option<Function>> = const { RefCell::new(None) };
    static STOPPED: Cell<bool> = const { Cell::new(false) };
}

/// Whom [`fail`] tells, with an error and a word for its kind.
pub fn on_failure(tell: Function) {
    FAIL.set(Some(tell));
}

/// Says that this module must not run any more: after a panic its state cannot be trusted, and a picture whose code
/// cannot be had cannot be drawn. Tells it once; without a `kind` the listener judges by the message.
pub fn fail(message: &str, kind: Option<&str>) {
    STOPPED.set(true);
    if let Some(tell) = FAIL.take() {
        let kind = kind.map_or(JsValue::UNDEFINED, JsValue::from_str);
        // If telling fails as well there is nobody left to tell.
        tell.call2(&JsValue::NULL, &Error::new(message), &kind).ok();
    }
}

/// Whether [`fail`] was called. Every callback of this room asks first, so that a panic
/// stays one panic.
pub fn is_stopped() -> bool {
    STOPPED.get()
}

/// The window; `None` outside a page.
pub fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The document; `None` outside a page.
pub fn document() -> Option<web_sys::Document> {
    window()?.document()
}

#[wasm_bindgen]
extern "C" {
    /// A plain string for the console, without the formatting machinery of a debug dump.
    #[wasm_bindgen(js_namespace = console, js_name = warn)]
    pub fn console_warn(message: &str);
}
