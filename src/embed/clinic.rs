//! Lays the clinic's files, as the loader hands them over, over the built-in content. What is wrong in
//! them is told and left out, and the built-in words stand.
//!
//! Must not be here: what a file may say ([`crate::content::clinic`]), and how it is shown.

use crate::content::{Clinic, Content, Problem, Value, Wording};
use crate::platform::{from_json, nfkc};

/// The content with the built-in clinic over it, then the page's own. `files` holds texts of files:
/// `builtIn`; `own`, named `file`; and `wording`, by which `own` is checked.
pub fn lay(base: Content, files: &Value, problems: &mut Vec<String>) -> Content {
    let none = Wording::none();
    let text = |key| files.get(key).and_then(Value::as_text);
    let read = |key| text(key).and_then(|text| from_json(text).ok());
    let mut content = base;
    if let Some(value) = read("builtIn") {
        let found = Clinic::built_in("content/clinic.json", &value);
        content = over(&content, found, &none, problems);
    }
    if let Some(value) = read("own") {
        let wording = read("wording").map_or(none, |rules| Wording::read(&rules, nfkc));
        let file = text("file").unwrap_or("content");
        let found = Clinic::parse(file, &value, &wording);
        content = over(&content, found, &wording, problems);
    }
    content
}

fn over(
    content: &Content,
    (clinic, mut found): (Clinic, Vec<Problem>),
    wording: &Wording,
    problems: &mut Vec<String>,
) -> Content {
    let (content, more) = content.with_clinic(&clinic, wording);
    found.extend(more);
    problems.extend(found.iter().map(ToString::to_string));
    content
}
