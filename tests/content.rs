//! The content files and their reader: what is built in has no fault, every kind of fault is told
//! with file, path and reason, and no input whatever makes the reader give up.

#![allow(clippy::unwrap_used)] // helpers of tests count as code to the linter

use exosome_explainer::content::{Badge, Content, Problem, UI_KEYS, fill, parse};
use exosome_explainer::i18n::negotiate;
use exosome_explainer::scene::label::Look;
use exosome_explainer::scene::slots;
use serde_json::{Value, json};

#[path = "content/choices.rs"]
mod choices;
#[path = "content/damage.rs"]
mod damage;
#[path = "content/pages.rs"]
mod pages;

const EXPLAINER: &str = include_str!("../assets/content/explainer.json");
const JA: &str = include_str!("../assets/content/ja.json");
const EN: &str = include_str!("../assets/content/en.json");

fn value(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

/// Parses, and proves that the result can be used whatever the problems are.
fn check(explainer: &str, file: &str, texts: &str) -> (Content, Vec<Problem>) {
    let (content, problems) = parse(explainer, file, texts);
    let Content {
        explainer, texts, ..
    } = &content;
    assert!(explainer.scenes.is_empty() == explainer.scene(&explainer.start).is_none());
    for scene in &explainer.scenes {
        let mut from = 0.0;
        for step in &scene.steps {
            assert_eq!(step.start_secs, from, "steps are contiguous");
            assert!(
                step.start_secs < step.end_secs,
                "a step is longer than nothing"
            );
            assert!((step.start_secs..step.end_secs).contains(&step.still_secs));
            assert!(step.claims.iter().all(|id| explainer.claim(id).is_some()));
            from = step.end_secs;
        }
        assert!(
            scene.duration_secs > 0.0 && (scene.steps.is_empty() || from == scene.duration_secs)
        );
        for secs in [f64::NAN, f64::NEG_INFINITY, -1.0, 0.0, 1e300, f64::INFINITY] {
            assert!(scene.steps.is_empty() || scene.step_at(secs) < scene.steps.len());
        }
        texts.scene(&scene.id);
    }
    for claim in &explainer.claims {
        assert!(!claim.badges().is_empty());
        assert!(
            claim
                .sources
                .iter()
                .all(|id| explainer.source(id).is_some())
        );
        texts.claim(&claim.id);
    }
    for address in explainer
        .sources
        .iter()
        .filter_map(|source| source.address.as_ref())
    {
        assert!(address.starts_with("https://"));
    }
    texts.questions();
    (content, problems)
}

/// The languages there are files for.
fn languages() -> Vec<String> {
    serde_json::from_value(value(EXPLAINER)["languages"].clone()).unwrap()
}

/// A language's file.
fn texts_of(lang: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/content");
    std::fs::read_to_string(format!("{folder}/{lang}.json")).unwrap()
}

fn built_in(lang: &str) -> Content {
    check(EXPLAINER, lang, &texts_of(lang)).0
}

/// Every text of a file with its path.
fn leaves(value: &Value) -> Vec<(String, String)> {
    fn walk(value: &Value, path: String, found: &mut Vec<(String, String)>) {
        match value {
            Value::Object(map) => {
                map.iter()
                    .for_each(|(key, value)| walk(value, format!("{path}/{key}"), found));
            }
            Value::Array(list) => (list.iter().enumerate())
                .for_each(|(index, value)| walk(value, format!("{path}/{index}"), found)),
            leaf => found.push((path, leaf.as_str().unwrap_or_default().to_owned())),
        }
    }
    let mut found = Vec::new();
    walk(value, String::new(), &mut found);
    found
}

#[test]
fn the_built_in_files_have_no_problem() {
    for lang in languages() {
        let file = format!("content/{lang}.json");
        let (content, problems) = check(EXPLAINER, &file, &texts_of(&lang));
        let told: Vec<String> = problems.iter().map(Problem::to_string).collect();
        assert_eq!(told, Vec::<String>::new());
        assert_eq!(
            content.explainer.statements.len(),
            5,
            "the rules ask for five statements"
        );
        assert_eq!(
            content
                .explainer
                .scene("microglia")
                .map(|scene| scene.steps.len()),
            Some(7)
        );
    }
}

#[test]
fn every_language_has_the_same_keys_and_placeholders() {
    let placeholders = |text: &str| {
        let mut names: Vec<String> = text
            .split('{')
            .skip(1)
            .map(|rest| rest.split('}').next().unwrap_or_default().to_owned())
            .collect();
        names.sort();
        names
    };
    let of = |json: &str| -> Vec<(String, Vec<String>)> {
        let leaves = leaves(&value(json));
        leaves
            .into_iter()
            .map(|(path, text)| (path, placeholders(&text)))
            .collect()
    };
    assert!(languages().len() >= 2);
    for lang in languages() {
        let json = texts_of(&lang);
        assert_eq!(of(JA), of(&json));
        assert_eq!(value(&json)["lang"], json!(lang));
    }
}

#[test]
fn code_asks_only_for_texts_that_exist() {
    fn sources(folder: &std::path::Path, found: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, found);
            } else if path
                .extension()
                .is_some_and(|end| end == "rs" || end == "js")
            {
                found.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut code = String::new();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    sources(&root.join("src"), &mut code);
    sources(&root.join("assets"), &mut code);
    let texts = value(JA);
    // `ui("key"` in Rust and `ui('key'` in JavaScript, but not the beginnings `ui('badge.' + …`.
    let asked = code.split("ui(").skip(1).filter_map(|rest| {
        let quote = rest
            .chars()
            .next()
            .filter(|first| ['"', '\''].contains(first))?;
        let (key, after) = rest.get(1..)?.split_once(quote)?;
        after.starts_with([')', ',']).then_some(key)
    });
    let missing: Vec<&str> = asked.filter(|key| texts["ui"].get(key).is_none()).collect();
    assert_eq!(missing, Vec::<&str>::new(), "not in ja.json");
    assert!(UI_KEYS.is_sorted(), "the list of keys is in order");
}

#[test]
fn no_text_promises() {
    let phrases = [
        "最高",
        "日本一",
        "No.1",
        "世界初",
        "最先端",
        "最適",
        "完治",
        "治ります",
        "治る",
        "根本",
        "効果的",
        "効きます",
        "改善します",
        "安全です",
        "安全性が高い",
        "絶対",
        "必ず",
        "奇跡",
        "画期的",
        "局所注射",
        "元の安静",
        "新しい神経",
        "100%",
        "１００％",
        "保証",
    ];
    let words = [
        "cure",
        "cures",
        "cured",
        "heal",
        "heals",
        "best",
        "leading",
        "guarantee",
        "guaranteed",
        "miracle",
        "breakthrough",
        "safe",
        "proven",
        "effective",
        "always",
        "100%",
        "100",
        "regenerates",
        "restores",
    ];
    let all = languages().into_iter();
    for (path, text) in all.flat_map(|lang| leaves(&value(&texts_of(&lang)))) {
        // The other honest use: that nothing is assured.
        let text = text.replace("保証するものではありません", "");
        for phrase in phrases {
            assert!(!text.contains(phrase), "{path} says {phrase}: {text}");
        }
        // The honest uses: points of a pain score, and a length.
        let text = text.to_lowercase();
        let text = text
            .replace("points of 100", "")
            .replace("12–13 of 100", "")
            .replace("100 nm", "");
        for word in text.split(|letter: char| !letter.is_alphanumeric() && letter != '%') {
            assert!(!words.contains(&word), "{path} says {word}: {text}");
        }
    }
}

#[test]
fn captions_and_labels_fit() {
    for (lang, caption_room, label_room, line_room) in [("ja", 70, 14, 16), ("en", 180, 22, 28)] {
        let content = built_in(lang);
        for scene in &content.explainer.scenes {
            for (index, step) in scene.steps.iter().enumerate() {
                let caption: String = step
                    .claims
                    .iter()
                    .map(|id| content.texts.claim(id))
                    .collect();
                let length = caption.chars().count();
                assert!(
                    length <= caption_room,
                    "step {}: {length}: {caption}",
                    index + 1
                );
            }
            for id in &scene.labels {
                let label = content.texts.label(&scene.id, id);
                // What is written on a card has the card's width.
                let on_card = slots(&scene.id)
                    .iter()
                    .any(|slot| *slot.id == **id && slot.look == Look::Fine);
                let room = if on_card { line_room } else { label_room };
                assert!(label.chars().count() <= room, "{id}: {label}");
            }
        }
    }
}

#[test]
fn every_step_says_how_it_is_known() {
    use Badge::{Animal, Cell, Definition, HumanSmall, Unknown};
    let content = built_in("ja");
    let scene = content.explainer.scene("microglia").unwrap();
    let badges: Vec<Vec<Badge>> = scene
        .steps
        .iter()
        .map(|step| content.explainer.badges(&step.claims))
        .collect();
    let expected = [
        vec![Animal, Definition],
        vec![Animal],
        vec![Animal],
        vec![Animal],
        vec![Cell, Animal],
        vec![Animal],
        vec![Unknown, HumanSmall],
    ];
    assert_eq!(badges, expected);
    let main = content.explainer.claim(&content.explainer.message).unwrap();
    assert_eq!(main.badges(), [Unknown]);
    let trial = content.explainer.claim("e-29").unwrap();
    assert_eq!(
        trial.badges(),
        [Badge::HumanControlled, Badge::NoDifference]
    );
}

#[test]
fn badges_say_what_was_tested_and_how_it_was_given() {
    let content = built_in("ja");
    let tested = |claims: &[&str]| {
        let claims: Vec<_> = claims.iter().map(|id| (*id).into()).collect();
        let rows = content.explainer.tested(&claims).into_iter();
        let rows = rows.map(|(badge, lists)| {
            let key = badge.ui_key().trim_start_matches("badge.");
            [&[key.into()], &*lists.concat()].concat().join(" ")
        });
        rows.collect::<Vec<_>>().join(", ")
    };
    // What badges share stands once, with the last of them.
    assert_eq!(
        tested(&["e-16", "e-29"]),
        "human-small supernatant local, human-controlled exosome local, no-difference"
    );
    assert_eq!(
        tested(&["m-route", "m-cleaning"]),
        "cell exosome intrathecal dish, animal exosome intrathecal dish".replacen(
            " exosome intrathecal dish",
            "",
            1
        )
    );
    assert_eq!(
        tested(&["c-main", "a-cell", "m-sex"]),
        "unknown, animal, definition",
        "not known leads where the caption begins with it"
    );
    assert_eq!(
        tested(&["m-unknown", "m-scan"]),
        "unknown, human-small scan"
    );
    assert_eq!(tested(&["n-ngf"]), "human-controlled anti-ngf");
    for lang in &languages() {
        let content = built_in(lang);
        for claim in &content.explainer.claims {
            for name in claim.material.iter().chain(&claim.route) {
                let word = content.texts.ui(&["tested.", name].concat());
                assert!(
                    (1..=10).contains(&word.chars().count()),
                    "{lang} {name}: {word}"
                );
            }
        }
    }
}

#[test]
fn the_comparison_is_even() {
    for lang in &languages() {
        let content = built_in(lang);
        let explainer = &content.explainer;
        assert_eq!(explainer.comparison.len(), 8);
        for row in &explainer.comparison {
            let lengths = row.cells.each_ref().map(|cell| {
                let words: String = cell.iter().map(|id| content.texts.claim(id)).collect();
                words.chars().count()
            });
            let [drip, local, neither] = lengths;
            assert!(neither > 0, "{lang} {}: usual care and waiting", row.id);
            let (less, more) = (drip.min(local), drip.max(local));
            assert!(
                less * 5 >= more * 2,
                "{lang} {}: {drip} and {local} characters are not equal detail",
                row.id
            );
        }
    }
}

#[test]
fn every_source_has_an_address_but_our_own_search() {
    let content = built_in("ja");
    let without = (content.explainer.sources.iter()).filter(|source| source.address.is_none());
    let own: Vec<_> = without
        .map(|source| (&*source.id, source.pending))
        .collect();
    assert_eq!(own, [("survey", false)]);
}

#[test]
fn placeholders_are_filled() {
    let values = [("n", "3"), ("total", "7"), ("odd", "{n}")];
    let cases = [
        ("場面 {n} / {total}", "場面 3 / 7"),
        ("{n}{n}", "33"),
        ("{odd}", "{n}"),
        ("{unknown} {n}", "{unknown} 3"),
        ("{ {n}", "{ 3"),
        ("{", "{"),
        ("}{", "}{"),
        ("", ""),
    ];
    for (template, filled) in cases {
        assert_eq!(fill(template, &values), filled);
    }
}

#[test]
fn a_language_is_found() {
    let cases: [(&[&str], &[&'static str], &str); 13] = [
        (&["ja"], &["ja", "en"], "ja"),
        (&["ja-JP"], &["ja", "en"], "ja"),
        (&["EN_us"], &["ja", "en"], "en"),
        (&["fr", "en-GB"], &["ja", "en"], "en"),
        (&["fr"], &["ja", "en"], "ja"),
        (&[], &["en", "ja"], "ja"),
        (&["fr"], &["en"], "en"),
        (&["fr"], &[], "ja"),
        (&["zh-Hans-CN"], &["ja", "zh-Hans"], "zh-Hans"),
        (&["zh"], &["ja", "zh-Hans"], "zh-Hans"),
        (&["jav"], &["en", "ja"], "ja"),
        (&["ené"], &["ja", "en"], "ja"),
        (&["", "-", "en"], &["ja", "en"], "en"),
    ];
    for (wanted, available, found) in cases {
        assert_eq!(
            negotiate(wanted, available),
            found,
            "{wanted:?} of {available:?}"
        );
    }
}
