//! Browser resources as guards: whoever holds one has the resource, dropping it gives it back.
//!
//! The only room with `Closure`s of its own. Nothing here knows the explainer. INVARIANTS: no
//! closure is ever forgotten; after the last guard is dropped no listener, observer, timer or frame
//! of ours is left.

mod frame_loop;
mod json;
mod listener;
mod observe;
mod storage;
mod timer;

pub use frame_loop::FrameLoop;
pub use json::{from_json, nfkc, to_js};
pub use listener::{Listener, MediaWatch, PageVisibility};
pub use observe::{OnScreenWatch, ResizeWatch};
pub use storage::{recall, remember};
pub use timer::Timer;

use std::cell::Cell;

use wasm_bindgen::prelude::*;

thread_local! {
    static STOPPED: Cell<bool> = const { Cell::new(false) };
}

/// Says that this module must not run any more: after a panic its state cannot be trusted.
pub fn stop_for_good() {
    STOPPED.set(true);
}

/// Whether [`stop_for_good`] was called. Every callback of this room asks first, so that a panic
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
