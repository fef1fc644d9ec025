//! Habits of this code base that no lint knows, as a test over the sources.

use crate::util::{files_below, read, root};
use std::path::Path;

/// Words that must not stand in a source, where, and why.
const FORBIDDEN: &[(&str, &[&str], &str)] = &[
    (
        "src",
        &["from_html_unchecked", "set_inner_html", "set_outer_html"],
        "Trusted Types refuse raw HTML",
    ),
    (
        "src",
        &["<style", " style=", "style={"],
        "strict policies refuse style elements and attributes",
    ),
    (
        "src",
        &["todo!", "unimplemented!", "println!", "dbg!"],
        "not in code that ships",
    ),
    (
        "assets/element",
        &[
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "eval(",
            "new Function",
        ],
        "Trusted Types",
    ),
    (
        "assets/element",
        &["document.cookie", "blob:", "'data:", "(data:"],
        "refused or promised not to be there",
    ),
    (
        "assets/page",
        &["innerHTML", "eval(", "new Function", "document.cookie"],
        "Trusted Types, no cookie",
    ),
];

/// A longer file wants to be two.
const LINES_MAX: usize = 450;

#[test]
fn sources_hold_nothing_forbidden() {
    let mut problems = Vec::new();
    for (folder, words, why) in FORBIDDEN {
        for (name, text) in sources(folder) {
            let code = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            let code: String = code.collect::<Vec<_>>().join("\n");
            let found = words.iter().filter(|word| code.contains(**word));
            problems.extend(found.map(|word| format!("{name} holds `{word}`: {why}")));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn files_are_short() {
    let all = ["src", "tests", "xtask/src"].into_iter().flat_map(sources);
    let long: Vec<String> = all
        .filter(|(_, text)| text.lines().count() > LINES_MAX)
        .map(|(name, text)| format!("{name}: {} lines", text.lines().count()))
        .collect();
    assert!(
        long.is_empty(),
        "longer than {LINES_MAX} lines:\n{}",
        long.join("\n")
    );
}

#[test]
fn rust_modules_say_what_they_are_for() {
    let all = ["src", "tests", "xtask/src"].into_iter().flat_map(sources);
    let silent: Vec<String> = all
        .filter(|(_, text)| !text.starts_with("//!"))
        .map(|(name, _)| name)
        .collect();
    assert!(silent.is_empty(), "no module docs:\n{}", silent.join("\n"));
}

/// Text files of a folder with their names from the root.
fn sources(folder: &str) -> Vec<(String, String)> {
    let kinds = ["rs", "js", "css"];
    let files = files_below(&root().join(folder)).unwrap_or_default();
    let wanted = files
        .iter()
        .filter(|path| kinds.iter().any(|kind| has_extension(path, kind)));
    wanted
        .map(|path| {
            let name = path
                .strip_prefix(root())
                .unwrap_or(path)
                .display()
                .to_string();
            (name, read(path).unwrap_or_default())
        })
        .filter(|(name, _)| !name.ends_with("tidy.rs"))
        .collect()
}

fn has_extension(path: &Path, kind: &str) -> bool {
    path.extension().is_some_and(|extension| extension == kind)
}
