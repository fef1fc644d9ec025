//! Calls back once per frame of the screen while something moves, and not at all otherwise.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::prelude::*;

use super::{is_stopped, window};
use crate::units::Secs;

/// The longest stretch of time one frame can stand for. Beyond it (a stalled tab, a breakpoint)
/// time is dropped.
const LONGEST_FRAME_SECS: Secs = 0.1;

/// One animation loop. At most one frame is requested at any moment, and one closure serves all of
/// them.
#[must_use = "dropping the loop stops it"]
pub struct FrameLoop {
    inner: Rc<Inner>,
}

/// What the browser calls, with its time in milliseconds.
type Tick = Closure<dyn FnMut(f64)>;

struct Inner {
    on_frame: RefCell<Box<dyn FnMut(Secs) -> bool>>,
    tick: RefCell<Option<Tick>>,
    request: Cell<Option<i32>>,
    last_ms: Cell<Option<f64>>,
}

impl FrameLoop {
    /// `on_frame` gets the seconds since the last frame (0 for the first one after a start, at most
    /// 0.1) and says whether it wants another frame.
    pub fn new(on_frame: impl FnMut(Secs) -> bool + 'static) -> Self {
        let inner = Rc::new(Inner {
            on_frame: RefCell::new(Box::new(on_frame)),
            tick: RefCell::new(None),
            request: Cell::new(None),
            last_ms: Cell::new(None),
        });
        let weak = Rc::downgrade(&inner);
        *inner.tick.borrow_mut() = Some(Closure::new(move |now_ms| Inner::tick(&weak, now_ms)));
        Self { inner }
    }

    /// Asks for frames until `on_frame` has had enough. Does nothing while a frame is already on
    /// its way.
    pub fn start(&self) {
        self.inner.request();
    }

    /// Takes the requested frame back.
    pub fn stop(&self) {
        self.inner.cancel();
    }
}

impl Drop for FrameLoop {
    fn drop(&mut self) {
        self.inner.cancel();
    }
}

impl Inner {
    fn tick(weak: &Weak<Self>, now_ms: f64) {
        let Some(inner) = weak.upgrade() else { return };
        if is_stopped() {
            return;
        }
        inner.request.set(None);
        let last_ms = inner.last_ms.replace(Some(now_ms)).unwrap_or(now_ms);
        let dt_secs = ((now_ms - last_ms) / 1000.0).clamp(0.0, LONGEST_FRAME_SECS);
        // A frame that is asked for from within a frame finds the callback busy and is simply the
        // next one.
        let more = match inner.on_frame.try_borrow_mut() {
            Ok(mut on_frame) => on_frame(dt_secs),
            Err(_) => true,
        };
        if more {
            inner.request();
        } else if inner.request.get().is_none() {
            inner.last_ms.set(None);
        }
    }

    fn request(&self) {
        if self.request.get().is_some() || is_stopped() {
            return;
        }
        let (Some(window), tick) = (window(), self.tick.borrow()) else {
            return;
        };
        let Some(tick) = tick.as_ref() else { return };
        self.request.set(
            window
                .request_animation_frame(tick.as_ref().unchecked_ref())
                .ok(),
        );
    }

    fn cancel(&self) {
        self.last_ms.set(None);
        if let (Some(request), Some(window)) = (self.request.take(), window()) {
            // Cancelling cannot fail for a number that we were given.
            window.cancel_animation_frame(request).ok();
        }
    }
}
