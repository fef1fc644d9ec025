//! Event listeners that end with their guard.

use gloo_events::{EventListener, EventListenerOptions};
use web_sys::{Event, EventTarget, MediaQueryList, VisibilityState};

use super::{document, is_stopped, window};

/// A listener on one target for one kind of event.
#[must_use = "dropping the listener removes it"]
pub struct Listener {
    _listener: EventListener,
}

impl Listener {
    /// Listens without the right to prevent the event's default.
    pub fn new(
        target: &EventTarget,
        kind: &'static str,
        on_event: impl FnMut(&Event) + 'static,
    ) -> Self {
        Self::with_options(target, kind, EventListenerOptions::default(), on_event)
    }

    /// Listens with the right to prevent the event's default.
    pub fn active(
        target: &EventTarget,
        kind: &'static str,
        on_event: impl FnMut(&Event) + 'static,
    ) -> Self {
        Self::with_options(
            target,
            kind,
            EventListenerOptions::enable_prevent_default(),
            on_event,
        )
    }

    fn with_options(
        target: &EventTarget,
        kind: &'static str,
        options: EventListenerOptions,
        mut on_event: impl FnMut(&Event) + 'static,
    ) -> Self {
        let guarded = move |event: &Event| {
            if !is_stopped() {
                on_event(event);
            }
        };
        Self {
            _listener: EventListener::new_with_options(target, kind, options, guarded),
        }
    }
}

/// Watches one media query.
#[must_use = "dropping the watch ends it"]
pub struct MediaWatch {
    query: MediaQueryList,
    _listener: Listener,
}

impl MediaWatch {
    /// `None` where the browser does not know media queries.
    pub fn new(query: &str, mut on_change: impl FnMut() + 'static) -> Option<Self> {
        let query = window()?.match_media(query).ok().flatten()?;
        let listener = Listener::new(&query, "change", move |_| on_change());
        Some(Self {
            query,
            _listener: listener,
        })
    }

    /// Whether the query matches now.
    pub fn matches(&self) -> bool {
        self.query.matches()
    }
}

/// Watches whether the tab is in front.
#[must_use = "dropping the watch ends it"]
pub struct PageVisibility {
    _listener: Listener,
}

impl PageVisibility {
    /// Calls back with every change. `None` outside a page.
    pub fn new(mut on_change: impl FnMut() + 'static) -> Option<Self> {
        let document = document()?;
        let listener = Listener::new(&document, "visibilitychange", move |_| on_change());
        Some(Self {
            _listener: listener,
        })
    }

    /// Whether the tab is in front now.
    pub fn is_visible() -> bool {
        document().is_some_and(|document| document.visibility_state() != VisibilityState::Hidden)
    }
}
