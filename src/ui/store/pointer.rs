//! What a pointer does on the picture beyond a tap: it drags time, and it has a plot read out.
//!
//! Must not be here: what is under the pointer; the driver asks the scene.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::KeyboardEvent;

use super::Store;
use crate::platform::{Listener, document};

/// The pointer, between two of its events.
#[derive(Default)]
pub(super) struct Pointer {
    /// It is dragging time on the picture.
    pulling: Cell<bool>,
    /// Waits for Esc while a plot is read out: the focus may be anywhere.
    escape: RefCell<Option<Listener>>,
}

impl Store {
    /// Something is pointed at, in the page's coordinates, or no longer: a plot there reads itself out until Esc.
    pub fn point_at(&self, client: Option<(f64, f64)>) {
        let reads = self.0.driver.point_at(client);
        let escape = &self.0.pointer.escape;
        if escape.borrow().is_some() == reads {
            return;
        }
        let weak = Rc::downgrade(&self.0);
        let listener = document().filter(|_| reads).map(|document| {
            Listener::new(&document, "keydown", move |event| {
                let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
                if let (Some(inner), Some("Escape")) = (weak.upgrade(), key.as_deref()) {
                    inner.driver.point_at(None);
                }
            })
        });
        escape.replace(listener);
    }

    /// Reads out the plot on which an actor's button stands, moved by so much along its axis; says whether it has one.
    pub fn read_out(&self, actor: &str, by: f64) -> bool {
        let reading = self.0.driver.read_out(actor, by);
        // At a focus its card is read out.
        if let Some(reading) = reading.clone().filter(|_| by != 0.0) {
            self.announce(reading);
        }
        reading.is_some()
    }

    /// Whether the pointer drags time.
    pub fn is_pulling(&self) -> bool {
        self.0.pointer.pulling.get()
    }

    /// A pointer begins, or not, to drag time.
    pub fn set_pull(&self, pulling: bool) {
        self.0.pointer.pulling.set(pulling);
    }

    /// Ends the dragging; says whether there was any.
    pub fn take_pull(&self) -> bool {
        self.0.pointer.pulling.replace(false)
    }
}
