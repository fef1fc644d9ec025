//! One call after a while.

use wasm_bindgen::prelude::*;

use super::{is_stopped, window};

/// A call that is still to come. Dropping it takes it back.
#[must_use = "dropping the timer cancels it"]
pub struct Timer {
    id: i32,
    _on_time: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls back once, after at least `delay_ms`.
    pub fn once(delay_ms: i32, mut on_time: impl FnMut() + 'static) -> Option<Self> {
        let on_time = Closure::<dyn FnMut()>::new(move || {
            if !is_stopped() {
                on_time();
            }
        });
        let id = window()?
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                on_time.as_ref().unchecked_ref(),
                delay_ms,
            )
            .ok()?;
        Some(Self {
            id,
            _on_time: on_time,
        })
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.clear_timeout_with_handle(self.id);
        }
    }
}
