//! Browser tests: cases as data, and the runner that takes them through each engine.
//!
//! A case names a world (how the host sends files), a page, and steps; a step is script run in the page or real input
//! through WebDriver. Scripts use the helpers of `pages/harness.js` and fail by throwing. After its steps every case is
//! asked for uncaught errors, policy violations and script run from content.

mod access;
mod api;
mod attributes;
mod clinic;
mod content;
mod contrast;
mod focus;
mod keys;
mod labels;
mod lifecycle;
mod picture;
mod places;
mod player;
mod policy;
mod runner;
mod scenes;
mod steady;
mod still;
mod tiers;
mod tries;
pub mod twins;
mod visitor;
pub mod worlds;

use crate::browsers::Engine;

pub use runner::run;

/// One browser test.
pub struct Case {
    /// Unique and telling; `--filter` looks into it.
    pub name: &'static str,
    /// One of [`worlds::WORLDS`].
    pub world: &'static str,
    /// File of the world, `page.html` unless the case looks at dist/ itself.
    pub file: &'static str,
    /// What fills the template of `pages/page.html`: el, text, before, after, head, css, lang, flags, class.
    pub page: &'static [(&'static str, &'static str)],
    /// Viewport in CSS pixels.
    pub size: (u32, u32),
    /// Engines it says something about.
    pub engines: &'static [Engine],
    /// What is done, in order.
    pub steps: &'static [Step],
    /// Uncaught errors and violations are expected (the case looks at them itself).
    pub unclean: bool,
    /// After how many seconds it is given up.
    pub seconds: u64,
}

/// One thing done in a case.
pub enum Step {
    /// Body of an async function run in the page; `T` is the harness, `engine` the engine's name.
    Js(&'static str),
    /// Real keys: names of WebDriver (`Space`, `ArrowLeft`, `Tab` …) separated by spaces.
    Keys(&'static str),
    /// A real tap on the middle of what the script's expression returns (an element).
    Tap(&'static str),
    /// A real wheel turn over an element, in CSS pixels (not every driver has it; then it is passed over).
    Wheel(&'static str, i64),
    /// Loads the page again.
    Reload,
}

/// What a case is unless it says otherwise.
pub const CASE: Case = Case {
    name: "",
    world: "plain",
    file: "page.html",
    page: &[],
    size: (820, 1000),
    engines: &Engine::ALL,
    steps: &[],
    unclean: false,
    seconds: 60,
};

/// All cases, in the order in which they are run.
pub fn cases() -> impl Iterator<Item = &'static Case> {
    [
        api::CASES,
        attributes::CASES,
        tiers::CASES,
        still::CASES,
        player::CASES,
        keys::CASES,
        focus::CASES,
        visitor::CASES,
        picture::CASES,
        scenes::CASES,
        labels::CASES,
        steady::CASES,
        contrast::CASES,
        access::CASES,
        places::CASES,
        tries::CASES,
        policy::CASES,
        content::CASES,
        clinic::CASES,
        lifecycle::CASES,
    ]
    .into_iter()
    .flatten()
}
