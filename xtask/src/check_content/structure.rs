//! What holds between claims, sources and languages. The form of each file is the reader's business.

use super::{Checked, Finding};
use exosome_explainer::content::{
    Content, Profile, Scene, Wording,
    clinic::{disclosures, withheld},
};
use serde_json::Value;
use std::rc::Rc;

/// The study without a comparison, and the trial that compared.
const H1: &str = "H1";
const H2: &str = "H2";

/// Every text of a file with its path, `scenes.microglia.steps[2].title`.
pub fn leaves(value: &Value) -> Vec<(String, String)> {
    fn walk(value: &Value, path: String, found: &mut Vec<(String, String)>) {
        let joint = if path.is_empty() { "" } else { "." };
        match value {
            Value::Object(map) => {
                for (key, value) in map {
                    walk(value, format!("{path}{joint}{key}"), found);
                }
            }
            Value::Array(list) => {
                for (index, value) in list.iter().enumerate() {
                    walk(value, format!("{path}[{index}]"), found);
                }
            }
            Value::String(text) => found.push((path, text.clone())),
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(value, String::new(), &mut found);
    found
}

/// Whether a text of a language file is read as sentences: captions, descriptions, questions.
pub fn is_prose(path: &str) -> bool {
    let ui = [
        "ui.risk.intro",
        "ui.ask.intro",
        "ui.ask.why",
        "ui.effect.hint",
        "ui.clinic.hidden",
    ];
    path.starts_with("claims.")
        || path.starts_with("questions")
        || path.ends_with(".description")
        || path.ends_with(".long")
        || ui.contains(&path)
}

/// The languages the structure names.
pub fn languages(explainer: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(explainer).unwrap_or_default();
    let list = value["languages"].as_array().into_iter().flatten();
    list.filter_map(|lang| Some(lang.as_str()?.to_owned()))
        .collect()
}

/// Each language has the keys and the placeholders of the first.
pub fn same_keys(files: &[(String, String)], checked: &mut Checked) {
    let of = |json: &str| leaves(&serde_json::from_str(json).unwrap_or_default());
    let Some(((first, json), others)) = files.split_first() else {
        checked.add(
            "language-missing",
            "content/explainer.json: languages",
            "",
            "no language is listed",
        );
        return;
    };
    let main = of(json);
    for (file, json) in others {
        let other = of(json);
        let mut compare = |from: &[(String, String)], to: &[(String, String)], to_file: &str| {
            for (path, text) in from {
                match to.iter().find(|(name, _)| name == path) {
                    None => checked.add(
                        "language-missing",
                        &format!("{to_file}: {path}"),
                        text,
                        "translate this text here",
                    ),
                    Some((_, other)) if placeholders(text) != placeholders(other) => checked.add(
                        "placeholders",
                        &format!("{to_file}: {path}"),
                        other,
                        &format!("needs the placeholders of: {text}"),
                    ),
                    Some(_) => {}
                }
            }
        };
        compare(&main, &other, file);
        compare(&other, &main, first);
    }
}

fn placeholders(text: &str) -> Vec<&str> {
    let names = text.split('{').skip(1);
    let mut names: Vec<&str> = names
        .filter_map(|rest| Some(rest.split_once('}')?.0))
        .collect();
    names.sort_unstable();
    names
}

/// H1 never without H2, in every list and every picture; sources without an address.
pub fn claims(content: &Content, file: &str, checked: &mut Checked) {
    let explainer = &content.explainer;
    let cites = |ids: &mut dyn Iterator<Item = &str>, source: &str| {
        ids.filter_map(|id| explainer.claim(id))
            .any(|claim| claim.sources.iter().any(|id| **id == *source))
    };
    let mut pair = |place: String, ids: Vec<&str>| {
        if cites(&mut ids.iter().copied(), H1) && !cites(&mut ids.iter().copied(), H2) {
            checked.add(
                "h1-without-h2",
                &place,
                H1,
                "show the controlled trial that found no difference (H2) beside it",
            );
        }
    };
    let lists = [
        ("risks", &explainer.risks),
        ("research", &explainer.research),
        ("cost", &explainer.cost),
        ("care", &explainer.care),
    ];
    for (name, list) in lists {
        pair(
            format!("{file}: {name}"),
            list.iter().map(Rc::as_ref).collect(),
        );
    }
    for picture in explainer.pictures() {
        let ids = Scene::claims(picture).collect();
        pair(format!("{file}: scenes.{}", picture.id), ids);
    }
    for source in explainer.sources.iter().filter(|source| source.pending) {
        checked.pending.push(Finding::new(
            "pending-source",
            &format!("{file}: sources.{}", source.id),
            content.texts.source(&source.id),
            "find the address, or take out the claims that rest on it",
        ));
    }
}

/// What a public page would lack. Of the built-in clinic that is known: it is told with the first
/// file that somebody asks about, and noted otherwise.
pub fn disclosed(
    content: Option<&Content>,
    wording: &Wording,
    file: &str,
    asked: bool,
    checked: &mut Checked,
) {
    let Some(content) = content.filter(|_| asked) else {
        return;
    };
    for missing in disclosures(content, Profile::Public).missing {
        checked.pending.push(Finding::new(
            "disclosure-missing",
            &format!("{file}: {}", missing.place),
            missing.id,
            &missing.request(),
        ));
    }
    for key in withheld(&content.clinic, Profile::Public, wording) {
        checked.pending.push(Finding::new(
            "names-clinic",
            &format!("{file}: clinic.{key}"),
            content.clinic.fact(key, "ja").unwrap_or_default(),
            "not shown on a public page while something is missing: it names the clinic, a way to reach it, or invites",
        ));
    }
}
