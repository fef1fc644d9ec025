//! What decides from outside whether and how the picture moves: the screen, the tab, the size, the
//! preferences.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::{Element, Event};

use crate::platform::{Listener, MediaWatch, OnScreenWatch, PageVisibility, ResizeWatch, window};
use crate::session::Surroundings;

const REDUCED_MOTION: &str = "(prefers-reduced-motion: reduce)";
const DARK: &str = "(prefers-color-scheme: dark)";

/// Something outside changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// The system's or the page's preferences may be different now.
    Preferences,
    /// The picture came into sight or went out of it.
    Visible(bool),
    /// Size of the stage in CSS pixels.
    Size(f64, f64),
}

/// Everything that is watched while an explainer is in a page.
#[must_use = "dropping it ends the watch"]
pub struct Watch {
    _media: [Option<MediaWatch>; 2],
    /// The loader's shell shows the page's colour scheme as a colour, which the sheet lets pass over
    /// in a moment: that is told here, whatever changed it, and costs nothing while nothing does.
    _scheme: Option<[Listener; 2]>,
    _tab: Option<PageVisibility>,
    _screen: Option<OnScreenWatch>,
    _size: Option<ResizeWatch>,
}

impl Watch {
    /// Calls back with every change, first once with the size and once with whether the stage is on
    /// the screen.
    pub fn new(stage: &Element, on_change: impl Fn(Change) + 'static) -> Self {
        let on_change = Rc::new(on_change);
        let on_screen = Rc::new(Cell::new(true));
        let preferences = |query| {
            let on_change = on_change.clone();
            MediaWatch::new(query, move || on_change(Change::Preferences))
        };
        Self {
            _media: [preferences(REDUCED_MOTION), preferences(DARK)],
            _scheme: stage.closest(".shell").ok().flatten().map(|shell| {
                // One that is reversed at once is cancelled, and no other may follow.
                ["transitionend", "transitioncancel"].map(|name| {
                    let on_change = on_change.clone();
                    Listener::new(&shell, name, move |event| {
                        if event.event_phase() == Event::AT_TARGET {
                            on_change(Change::Preferences);
                        }
                    })
                })
            }),
            _tab: {
                let (on_change, on_screen) = (on_change.clone(), on_screen.clone());
                PageVisibility::new(move || {
                    // The page may have changed its colour scheme while nobody looked.
                    on_change(Change::Preferences);
                    on_change(Change::Visible(
                        PageVisibility::is_visible() && on_screen.get(),
                    ));
                })
            },
            _screen: {
                let on_change = on_change.clone();
                OnScreenWatch::new(stage, move |visible| {
                    on_screen.set(visible);
                    on_change(Change::Preferences);
                    on_change(Change::Visible(visible && PageVisibility::is_visible()));
                })
            },
            _size: ResizeWatch::new(stage, move |width, height| {
                on_change(Change::Size(width, height))
            }),
        }
    }
}

/// What the system and the page around `root` prefer now.
pub fn look(root: &Element) -> Surroundings {
    let matches = |query: &str| {
        let query = window().and_then(|window| window.match_media(query).ok().flatten());
        query.is_some_and(|query| query.matches())
    };
    // The loader's shell shows the colour scheme in use around the element as a colour, that of text. What is computed
    // for `color-scheme` would leave out the page's meta element.
    let text = root
        .closest(".shell")
        .ok()
        .flatten()
        .zip(window())
        .and_then(|(shell, window)| window.get_computed_style(&shell).ok().flatten())
        .and_then(|style| style.get_property_value("outline-color").ok())
        .unwrap_or_default();
    let mut numbers = text.split(|letter: char| !letter.is_ascii_digit());
    let red = numbers.find_map(|digits| digits.parse::<u32>().ok());
    Surroundings {
        reduced_motion: matches(REDUCED_MOTION),
        dark: red.is_some_and(|red| red > 127),
    }
}
