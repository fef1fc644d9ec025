//! Lasting choices, where the browser lets us keep any. A refusal (private mode, a sandboxed frame,
//! a full disk) is no error: the choice then lasts as long as the page.

use super::window;

/// What was remembered under `key`.
pub fn recall(key: &str) -> Option<String> {
    window()?.local_storage().ok()??.get_item(key).ok()?
}

/// Remembers `value` under `key`, if it may.
pub fn remember(key: &str, value: &str) {
    if let Some(Ok(Some(storage))) = window().map(|window| window.local_storage()) {
        storage.set_item(key, value).ok();
    }
}
