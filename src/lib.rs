//! The engine of `<exosome-explainer>`: from a sentence in a content file to a moving, touchable, described picture
//! inside any web page.
//!
//! # The way of the data
//!
//! ```text
//! assets/content/*.json ──content──▶ Content ─────────────────────────────┐ words
//!                                                                         ▼
//! visitor, page ──ui/embed──▶ session (what is chosen) ──▶ driver (time) ─┤
//!                                                                         ▼
//!            model: state_at(parameters, time) ──▶ State ──scene──▶ Frame (layers, labels, spots)
//!                                                                  │          │
//!                                         render (canvas, live) ◀──┘          └──▶ scene::still (stills,
//!                                                                                  poster, tests, print)
//! ```
//!
//! A frame is a pure function of content, parameters and time: the same input draws the same picture, so seeking,
//! stills, tests and the storyboard for reduced motion come free. Nothing that changes per frame goes through Yew.
//!
//! # The rooms, in reading order
//!
//! | room | holds | must not hold |
//! | --- | --- | --- |
//! | [`units`] | seconds, shares, lanes, themes | anything of this crate |
//! | [`i18n`] | which language is meant | sentences |
//! | [`content`] | the content files, read leniently, every problem named by file and path | numbers of the drawing |
//! | [`model`] | what happens, as plain numbers; closed forms, hash noise, small trigonometry | words, colours, coordinates, clocks |
//! | [`session`] | what the visitor has chosen, the playhead, options and settings | browser types |
//! | [`scene`] | one room per scene and panel, each a [`scene::frame::Scene`]; display lists, labels, the SVG painter | pixels of a device, words |
//! | [`theme`] | the actors' colours as roles, light and dark | CSS, which is `assets/element/base.css` |
//! | `render` | the canvas painter (wasm32 only) | Yew, time, words |
//! | `platform` | browser resources as guards that undo themselves | what they are used for |
//! | `ui` | driver, overlay and the Yew interface around the picture | sentences, style attributes |
//! | `embed` | the exports that the loader in `assets/element` calls | pictures |
//!
//! The first seven build and are tested natively; the rest exists for wasm32 alone. Browser crates are dependencies of
//! that target only, so the compiler refuses a browser type in a pure room.
//!
//! # A scene more
//!
//! A model in [`model`], a room in [`scene`] that implements [`scene::frame::Scene`] and is named in
//! `src/scene/rooms.rs`, and its words, claims and times in `assets/content`. Player, stills, painters'
//! comparison and measures take it from there. A small picture beside a scene (a plot, a strip) is a scene as well; the
//! content lists it under `panels`.
//!
//! # Where this differs from the usual
//!
//! - The module is the binary `src/main.rs`, because Cargo switches link-time optimisation off for a library that is an
//!   `rlib` as well.
//! - The code of each scene is a wasm module of its own, which the build cuts off the whole by reachability
//!   (`xtask/src/shrink/split.rs`) and the browser fetches when the scene is first wanted. In the source nothing shows
//!   it but that scenes are called by address, and that the driver waits for [`scene::part`].
//! - There is no style sheet in Rust: poster, still tier and live picture share one sheet, which must be there before
//!   the module is.
//! - A clinic's own file is read twice, by the same rules: by [`content`] for the content check, and in the browser by
//!   `assets/element/clinic-file.js` for every tier, because the still one has no engine. The engine is handed what was
//!   found good. Browser tests compare the two on the same data (`xtask/src/browser/twins.rs`).
//! - JSON is read by serde natively and by the browser's own parser in the browser; both end in the same
//!   [`content`] value, which is walked by hand so that all problems are found, not the first.

pub mod content;
pub mod i18n;
pub mod model;
pub mod scene;
pub mod session;
pub mod theme;
pub mod units;

#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod render;
#[cfg(target_arch = "wasm32")]
pub mod ui;
