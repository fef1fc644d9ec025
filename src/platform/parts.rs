//! The parts of the program that are not there from the start: the code of each scene and of its panels. The build cuts
//! them off and writes the two functions below (`xtask/src/shrink/`).
//!
//! Must not be here: what is in which part; see [`crate::scene::part`].

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = hasPart)]
    fn has_part(name: &str) -> bool;
    /// Calls `done` exactly once, with a message where the part cannot be had.
    #[wasm_bindgen(js_name = bringPart)]
    fn bring_part(name: &str, done: JsValue);
}

/// Whether the part's code can be called. Calling it before is a trap, as after a panic.
pub fn has(part: &str) -> bool {
    has_part(part)
}

/// Fetches a part, then calls `done`: with a message if it cannot be had. The closure frees itself when it is called.
pub fn bring(part: &str, done: impl FnOnce(Option<String>) + 'static) {
    let done = move |message: JsValue| {
        if !super::is_stopped() {
            done(message.as_string());
        }
    };
    bring_part(part, Closure::once_into_js(done));
}
