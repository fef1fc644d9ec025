//! Every word and every claim on screen, read from `assets/content/`: one file that says what
//! there is ([`Explainer`]) and one per language that says it in words ([`Texts`]).
//!
//! Reading is total. A damaged file gives content that can still be shown, together with every
//! problem found in it. Nothing is drawn, fetched or looked up in the browser here.

mod claim;
pub mod clinic;
mod comparison;
mod explainer;
mod keys;
mod lists;
mod pages;
mod problem;
mod reader;
mod strips;
mod texts;
mod timeline;
mod value;
mod vocabulary;
#[cfg(not(target_arch = "wasm32"))]
pub mod wording;

pub use claim::{Claim, Source};
#[cfg(not(target_arch = "wasm32"))]
pub use clinic::ClinicFile;
pub use clinic::{Clinic, Profile};
pub use comparison::{Region, Row};
pub use explainer::{Actor, Explainer, Scene, Step};
pub use keys::UI_KEYS;
pub use pages::{Page, Part, Study};
pub use problem::Problem;
pub use reader::FromJson;
pub use texts::{SceneTexts, StepTexts, StudyTexts, Texts, fill};
pub use value::Value;
#[cfg(not(target_arch = "wasm32"))]
pub use value::from_json;
pub use vocabulary::{Badge, Grade, Kind, Outcome, StripState};
#[cfg(not(target_arch = "wasm32"))]
pub use wording::Wording;

use problem::Report;
use reader::Node;

/// The name under which problems of the structure are told.
pub const EXPLAINER_FILE: &str = "content/explainer.json";

/// What there is, its words in one language, and what a clinic says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// Scenes, claims, sources.
    pub explainer: Explainer,
    /// The words.
    pub texts: Texts,
    /// The clinic, if a file names one.
    pub clinic: Clinic,
    /// Differs where the file of the structure differs.
    structure: u64,
}

/// Reads the structure and one language file, named `texts_file` in problems.
///
/// Whatever the input, the content can be used: times are in order, every claim named by a step
/// exists, every link is `https` or absent, and a missing text is an empty one.
#[cfg(not(target_arch = "wasm32"))]
pub fn parse(explainer_json: &str, texts_file: &str, texts_json: &str) -> (Content, Vec<Problem>) {
    parse_with(from_json, explainer_json, texts_file, texts_json)
}

/// Like `parse`, with another reader of JSON: in the browser it is the browser's.
pub fn parse_with(
    from_json: FromJson,
    explainer_json: &str,
    texts_file: &str,
    texts_json: &str,
) -> (Content, Vec<Problem>) {
    let mut report = Report::default();
    report.open(EXPLAINER_FILE);
    let mut structure = 0;
    let explainer = match reader::parse(explainer_json, from_json, &mut report) {
        Some(value) => {
            structure = value.hash();
            Explainer::read(&Node::root(&value), &mut report)
        }
        None => Explainer::default(),
    };
    report.open(texts_file);
    let texts = match reader::parse(texts_json, from_json, &mut report) {
        Some(value) => Texts::read(value, &explainer, &mut report),
        None => Texts::default(),
    };
    let content = Content {
        explainer,
        texts,
        clinic: Clinic::default(),
        structure,
    };
    (content, report.into_problems())
}
