//! `CRITERIA.md` says where each criterion is met. What it names exists, and what it counts is there.

use super::{content, example::complete_ids};
use exosome_explainer::content::clinic::FIELDS;
use exosome_explainer::content::{Content, UI_KEYS};
use std::path::Path;

const CRITERIA: &str = include_str!("../../CRITERIA.md");
const STATES: [&str; 3] = ["met", "not met", "not applicable"];

/// Every reference of the table, `` `kind:name` ``.
fn references() -> impl Iterator<Item = (&'static str, &'static str)> {
    let spans = CRITERIA.split('`').skip(1).step_by(2);
    spans.filter_map(|span| span.split_once(':'))
}

fn exists(content: &Content, kind: &str, name: &str) -> bool {
    let Content {
        explainer, texts, ..
    } = content;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    match kind {
        "claim" => explainer.claim(name).is_some() && !texts.claim(name).is_empty(),
        "source" => explainer.source(name).is_some(),
        "scene" => explainer.pictures().any(|scene| *scene.id == *name),
        "ui" => UI_KEYS.contains(&name),
        "list" => match name {
            "risks" => !explainer.risks.is_empty(),
            "statements" => explainer.statements.len() == 5,
            "research" => !explainer.research.is_empty(),
            "questions" => !texts.questions().is_empty(),
            "comparison" => !explainer.comparison.is_empty(),
            "care" => !explainer.care.is_empty(),
            _ => false,
        },
        // A page, or a part of it: `page:care/usual`.
        "page" => {
            let (page, part) = name.split_once('/').unwrap_or((name, ""));
            let page = explainer.page(page);
            page.is_some_and(|page| {
                part.is_empty() || page.parts.iter().any(|known| *known.id == *part)
            })
        }
        "row" => explainer.comparison.iter().any(|row| *row.id == *name),
        "field" => FIELDS.iter().any(|field| field.key == name),
        "file" => root.join(name).exists(),
        // A case of the browser tests.
        "case" => {
            let folder = std::fs::read_dir(root.join("xtask/src/browser")).unwrap();
            let mut files = folder.map(|entry| std::fs::read_to_string(entry.unwrap().path()));
            let wanted = format!("name: \"{name}\"");
            files.any(|text| text.unwrap_or_default().contains(&wanted))
        }
        // A native test: `test:tests/clinic.rs/name`.
        "test" => {
            let (file, name) = name.rsplit_once('/').unwrap_or_default();
            let text = std::fs::read_to_string(root.join(file)).unwrap_or_default();
            text.contains(&format!("fn {name}("))
        }
        _ => false,
    }
}

#[test]
fn the_criteria_name_what_exists() {
    let content = content("ja");
    let missing: Vec<_> = references()
        .filter(|(kind, name)| !exists(&content, kind, name))
        .collect();
    assert_eq!(missing, []);
    assert!(references().count() > 100, "the references are found");
}

/// Rows `| criterion | state | where |` of a section, by state.
fn counted(section: &str) -> [usize; 3] {
    let text = CRITERIA
        .split("\n## ")
        .find(|text| text.starts_with(section));
    let rows = text.unwrap_or_default().lines().filter(|line| {
        line.starts_with("| ") && !line.starts_with("| criterion") && !line.starts_with("| ---")
    });
    let mut counts = [0; 3];
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        assert_eq!(cells.len(), 3, "{row}");
        let state = STATES.iter().position(|state| *state == cells[1]);
        counts[state.unwrap_or_else(|| panic!("no state: {row}"))] += 1;
        assert!(!cells[2].is_empty(), "a place or a reason: {row}");
    }
    counts
}

#[test]
fn the_sums_are_those_of_the_rows() {
    let sums = CRITERIA
        .lines()
        .filter_map(|line| line.strip_prefix("| [§"));
    let mut sections = 0;
    for sum in sums {
        let cells: Vec<&str> = sum.trim_matches('|').split('|').map(str::trim).collect();
        let section = cells[0].split(']').next().unwrap_or_default();
        let told = [1, 2, 3].map(|cell| cells[cell].parse::<usize>().unwrap());
        assert_eq!(told, counted(&format!("§{section}")), "{section}");
        sections += 1;
    }
    assert_eq!(sections, CRITERIA.matches("\n## §").count());
}

#[test]
fn each_disclosure_of_the_example_has_its_row() {
    for id in complete_ids() {
        assert!(CRITERIA.contains(&format!("({id})")), "{id}");
    }
}
