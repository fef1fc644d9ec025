//! Observers of an element's size and of its place on the screen.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, ResizeObserver, ResizeObserverEntry,
};

use super::is_stopped;

/// Watches the size of one element's content box.
#[must_use = "dropping the watch ends it"]
pub struct ResizeWatch {
    observer: ResizeObserver,
    _on_change: Closure<dyn FnMut(Array)>,
}

impl ResizeWatch {
    /// Calls back with width and height in CSS pixels, once at the start and with every change.
    pub fn new(element: &Element, mut on_change: impl FnMut(f64, f64) + 'static) -> Option<Self> {
        let on_change = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            if is_stopped() {
                return;
            }
            if let Some(entry) = last_entry::<ResizeObserverEntry>(&entries) {
                let rect = entry.content_rect();
                on_change(rect.width(), rect.height());
            }
        });
        let observer = ResizeObserver::new(on_change.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _on_change: on_change,
        })
    }
}

impl Drop for ResizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Watches whether any part of one element is on the screen.
#[must_use = "dropping the watch ends it"]
pub struct OnScreenWatch {
    observer: IntersectionObserver,
    _on_change: Closure<dyn FnMut(Array)>,
}

impl OnScreenWatch {
    /// Calls back once at the start and with every change.
    pub fn new(element: &Element, mut on_change: impl FnMut(bool) + 'static) -> Option<Self> {
        let on_change = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            if is_stopped() {
                return;
            }
            if let Some(entry) = last_entry::<IntersectionObserverEntry>(&entries) {
                on_change(entry.is_intersecting());
            }
        });
        let observer = IntersectionObserver::new(on_change.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _on_change: on_change,
        })
    }
}

impl Drop for OnScreenWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Several changes may arrive at once; the last one is the state.
fn last_entry<T: JsCast>(entries: &Array) -> Option<T> {
    entries
        .length()
        .checked_sub(1)
        .map(|last| entries.get(last).unchecked_into())
}
