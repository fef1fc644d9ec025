//! A clinic's own file: its facts, its words over the built-in ones, the disclosures they make up,
//! and the record kept of them.

#![allow(clippy::unwrap_used)] // helpers of tests count as code to the linter

#[path = "clinic/documents.rs"]
mod documents;
#[path = "clinic/kinds.rs"]
mod kinds;
#[path = "clinic/names.rs"]
mod names;
#[path = "clinic/vectors.rs"]
mod vectors;

use exosome_explainer::content::clinic::{FIELDS, Part, audit, disclosures, may_reword};
use exosome_explainer::content::{
    ClinicFile, Content, Profile, UI_KEYS, Value, Wording, from_json, parse,
};
use proptest::prelude::*;
use serde_json::json;
use std::rc::Rc;
use unicode_normalization::UnicodeNormalization as _;

const EXPLAINER: &str = include_str!("../assets/content/explainer.json");
const JA: &str = include_str!("../assets/content/ja.json");
const EN: &str = include_str!("../assets/content/en.json");
const BUILT_IN: &str = include_str!("../assets/content/clinic.json");

thread_local! {
    static WORDING: Wording = wording();
}

fn wording() -> Wording {
    let rules = include_str!("../assets/content/wording.json");
    Wording::read(&from_json(rules).unwrap(), |text| text.nfkc().collect())
}

fn content(lang: &str) -> Content {
    parse(EXPLAINER, lang, if lang == "en" { EN } else { JA }).0
}

/// A file over the built-in content, and all that is said of it.
fn laid(lang: &str, file: &str) -> (Content, Vec<String>) {
    let value = from_json(file).unwrap();
    let (content, problems) = WORDING.with(|wording| {
        let (clinic, mut problems) = ClinicFile::parse("clinic.json", &value, wording);
        let (content, more) = content(lang).with_clinic(&clinic, wording);
        problems.extend(more);
        (content, problems)
    });
    let told = problems
        .iter()
        .map(|problem| format!("{}: {}", problem.path, problem.reason));
    (content, told.collect())
}

/// A file that states everything.
fn complete() -> serde_json::Value {
    json!({"clinic": {
        "name": {"ja": "みほん医院", "en": "Sample Clinic"},
        "telephone": "03-0000-0000",
        "sought": true,
        "treatment": {"ja": "点滴または局所注入を行います。", "en": "A drip or a local injection."},
        "cost": {"ja": "1回11万円(税込)、検査が必要なときは別に2万円", "en": "110,000 yen, tests 20,000 yen"},
        "period": {"ja": "3〜6か月", "en": "3 to 6 months"},
        "sessions": {"ja": "１〜６回", "en": "1 to 6"},
        "product": {"ja": "培養上清液", "en": "Conditioned medium"},
        "maker": "みほん製作所",
        "origin": {"ja": "院内で調製", "en": "Made in the clinic"},
    }})
}

fn ids(found: &[&'static exosome_explainer::content::clinic::Disclosure]) -> Vec<&'static str> {
    found.iter().map(|disclosure| disclosure.id).collect()
}

#[test]
fn the_built_in_clinic_says_what_the_column_says() {
    for lang in ["ja", "en"] {
        let (content, told) = laid(lang, BUILT_IN);
        assert_eq!(told, Vec::<String>::new());
        assert_eq!(content.clinic.fact("name", lang), Some("CELL GRAND CLINIC"));
        assert_eq!(content.clinic.fact("telephone", lang), Some("06-6212-5960"));
        for missing in [
            "cost", "sessions", "period", "maker", "origin", "author", "funding",
        ] {
            assert!(
                !content.clinic.states(missing),
                "{missing} is not in the column"
            );
        }
        let found = disclosures(&content, Profile::Public);
        assert_eq!(
            ids(&found.missing),
            ["sought", "cost", "period", "sessions", "origin"]
        );
        assert!(!content.shows_clinic(Profile::Public));
        let found = disclosures(&content, Profile::InClinic);
        assert_eq!(ids(&found.missing), ["origin"]);
    }
}

#[test]
fn without_rules_only_the_built_in_file_is_taken() {
    let value = from_json(BUILT_IN).unwrap();
    let (clinic, problems) = ClinicFile::built_in("content/clinic.json", &value);
    assert!(problems.is_empty() && clinic.clinic.states("name"));
    assert_eq!(
        clinic,
        ClinicFile::parse("content/clinic.json", &value, &wording()).0
    );
    let words = from_json(r#"{"texts": {"ja": {"ui": {"app.title": "図解"}}}}"#).unwrap();
    let words = ClinicFile::built_in("c", &words).0;
    let unchanged = content("ja").with_clinic(&words, &Wording::none()).0;
    assert_eq!(unchanged.texts, content("ja").texts);
    let (clinic, problems) = ClinicFile::parse("clinic.json", &value, &Wording::none());
    assert!(!clinic.clinic.states("name"));
    assert_eq!(
        problems[0].to_string(),
        "clinic.json: cannot be checked: content/wording.json is missing"
    );
}

#[test]
fn each_missing_disclosure_is_named_with_its_place() {
    let (all, told) = laid("ja", &complete().to_string());
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(disclosures(&all, Profile::Public).missing, Vec::<&_>::new());
    assert_eq!(disclosures(&all, Profile::Public).present.len(), 12);
    assert!(all.shows_clinic(Profile::Public) && all.shows_clinic(Profile::InClinic));
    let cases = [
        ("telephone", "contact", true),
        ("sought", "sought", true),
        ("treatment", "treatment", true),
        ("cost", "cost", true),
        ("period", "period", true),
        ("sessions", "sessions", true),
        ("product", "origin", false),
        ("maker", "origin", false),
        ("origin", "origin", false),
    ];
    for (field, id, public_only) in cases {
        for hole in [json!(null), json!(false), json!(""), json!(" ")] {
            let mut file = complete();
            file["clinic"][field] = hole;
            let (content, _) = laid("ja", &file.to_string());
            let found = disclosures(&content, Profile::Public).missing;
            assert_eq!(ids(&found), [id], "{field}");
            assert!(found[0].request().contains(found[0].place) && found[0].place.contains(field));
            assert!(!content.shows_clinic(Profile::Public), "{field}");
            let inside = disclosures(&content, Profile::InClinic).missing;
            assert_eq!(inside.is_empty(), public_only, "{field}");
        }
    }
    let mut file = complete();
    file["clinic"]["telephone"] = json!(null);
    file["clinic"]["mail"] = json!("info@example.jp");
    let (content, _) = laid("ja", &file.to_string());
    assert!(
        content.shows_clinic(Profile::Public),
        "mail is a contact too"
    );
}

#[test]
fn risks_and_statements_come_from_the_content_alone() {
    let all = |explainer: &str, ja: &str| {
        let (content, _) = parse(explainer, "ja", ja);
        let clinic = ClinicFile::parse(
            "c",
            &from_json(&complete().to_string()).unwrap(),
            &wording(),
        )
        .0;
        content.with_clinic(&clinic, &wording()).0
    };
    let cases = [
        (EXPLAINER.replace("[\"r-fever\", ", "["), JA.to_owned(), None),
        (EXPLAINER.replace("[\"r-fever\", \"r-infection\", \"r-tumour\", \"r-longterm\", \"r-batch\", \"r-repeat\"]", "[]"), JA.to_owned(), Some("risks")),
        (EXPLAINER.replace("\"u-relief\"]", "\"u-abroad\"]"), JA.to_owned(), Some("relief")),
        (EXPLAINER.to_owned(), JA.replace("\"u-approved\": \"国内で承認されたエ", "\"u-approvd\": \"国内で承認されたエ"), Some("domestic")),
        (EXPLAINER.to_owned(), JA.replace("\"u-origin\": \"入", "\"u-orign\": \"入"), Some("origin")),
    ];
    for (explainer, ja, missing) in cases {
        for profile in [Profile::Public, Profile::InClinic] {
            let found = disclosures(&all(&explainer, &ja), profile);
            assert_eq!(ids(&found.missing).first().copied(), missing);
        }
    }
}

/// `key = value → path: beginning of the reason`; nothing after the arrow: it is taken.
const FACTS: &str = include_str!("clinic/facts.txt");

#[test]
fn each_fact_is_taken_or_told() {
    for line in FACTS.lines().filter(|line| !line.is_empty()) {
        let (edit, expected) = line.split_once(" →").unwrap();
        let (key, value) = edit.split_once(" = ").unwrap();
        let (content, told) = laid("ja", &vectors::facts_file(edit));
        let expected: Vec<&str> = expected
            .trim()
            .split(" & ")
            .filter(|part| !part.is_empty())
            .collect();
        assert_eq!(told.len(), expected.len(), "{line}: {told:?}");
        for (told, expected) in told.iter().zip(&expected) {
            assert!(told.starts_with(expected), "{line}: {told}");
        }
        let taken = value != "{}" && expected.is_empty();
        assert_eq!(content.clinic.states(key), taken, "{line}");
    }
    for (file, reason) in [
        ("[]", ": not an object"),
        (r#"{"facts": {}}"#, "facts: not used by anything"),
        (r#"{"clinic": 3}"#, "clinic: not an object"),
        (r#"{"texts": []}"#, "texts: not an object"),
    ] {
        assert_eq!(laid("ja", file).1, [reason]);
    }
}

#[test]
fn facts_of_two_clinics_never_mix() {
    let built_in = laid("ja", BUILT_IN).0;
    let over = |file: serde_json::Value| {
        let clinic = ClinicFile::parse("c", &from_json(&file.to_string()).unwrap(), &wording()).0;
        built_in.with_clinic(&clinic, &wording()).0.clinic
    };
    let other = over(json!({"clinic": {"name": "みほん医院"}}));
    assert_eq!(other.fact("telephone", "ja"), None);
    assert!(other.states("basis"), "what the explainer rests on stays");
    let same = over(json!({"clinic": {"cost": "1回11万円"}}));
    assert_eq!(same.fact("telephone", "ja"), Some("06-6212-5960"));
    assert!(!over(json!({"clinic": {"mail": null}})).states("mail"));
    let wrong = over(json!({"clinic": {"mail": "x"}}));
    assert!(
        wrong.states("mail"),
        "what is wrong is replaced by the default"
    );
    assert_eq!(
        over(json!({"clinic": {"name": {"en": "Sample"}}})).fact("name", "ja"),
        Some("Sample")
    );
}

/// `path = text → reason`, of the Japanese texts; the built-in one stays where there is a reason.
const WORDS: &str = include_str!("clinic/words.txt");

#[test]
fn words_may_change_but_not_what_they_say_of_the_evidence() {
    for line in WORDS.lines().filter(|line| !line.is_empty()) {
        let (edit, reason) = line.split_once(" →").unwrap();
        let path = edit.split_once(" = ").unwrap().0;
        let file = vectors::words_file(edit).to_string();
        let (changed, told) = laid("ja", &file);
        let reason = reason.trim();
        if reason.is_empty() {
            assert_eq!(told, Vec::<String>::new(), "{line}");
            assert_ne!(changed.texts, content("ja").texts, "{line}");
        } else {
            assert!(
                told.iter()
                    .any(|told| told.starts_with(&format!("texts.ja.{path}: {reason}"))),
                "{line}: {told:?}"
            );
            assert_eq!(changed.texts, content("ja").texts, "{line}");
        }
        assert_eq!(changed.explainer, content("ja").explainer);
    }
}

#[test]
fn words_reach_their_language_and_step_alone() {
    let file = r#"{"texts": {"ja": {"scenes": {"microglia": {"steps": [null, {"title": "いたんだあと"}]}}}, "fr": {}}}"#;
    let (changed, told) = laid("ja", file);
    assert_eq!(told, ["texts.fr: no such language"]);
    let scene = changed.texts.scene("microglia");
    assert_eq!(scene.steps[1].title, "いたんだあと");
    assert_eq!(
        scene.steps[0],
        content("ja").texts.scene("microglia").steps[0]
    );
    assert_eq!(laid("en", file).0.texts, content("en").texts);
    let (_, told) = laid(
        "ja",
        r#"{"texts": {"ja": {"scenes": {"microglia": {"steps": {"1": "x"}}}, "ui": []}}}"#,
    );
    assert_eq!(
        told,
        [
            "texts.ja.scenes.microglia.steps: not of the form of the built-in text",
            "texts.ja.ui: not of the form of the built-in text"
        ]
    );
}

#[test]
fn nothing_of_the_evidence_may_be_reworded() {
    let explainer = content("ja").explainer;
    let free: Vec<&str> = (explainer.claims.iter())
        .filter(|claim| may_reword(&explainer, claim))
        .map(|claim| &*claim.id)
        .collect();
    for id in explainer
        .risks
        .iter()
        .chain(&explainer.statements)
        .chain(&explainer.research)
    {
        assert!(!free.contains(&&**id));
    }
    for claim in explainer.claims.iter().filter(|claim| {
        claim
            .sources
            .iter()
            .any(|id| &**id == "H1" || &**id == "H2")
    }) {
        assert!(!free.contains(&&*claim.id), "{}", claim.id);
    }
    assert!(free.contains(&"m-injury") && free.contains(&"a-exosome"));
}

#[test]
fn the_audit_is_a_record_of_what_is_shown() {
    let content = laid("ja", BUILT_IN).0;
    let record = |content: &Content, scenes: &[Rc<str>]| {
        serde_json::Value::from(&audit(content, Profile::Public, scenes, "2026-11-22"))
    };
    let all: Vec<Rc<str>> = (content.explainer.scenes.iter())
        .map(|scene| scene.id.clone())
        .collect();
    let shown = record(&content, &all);
    assert_eq!(shown["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(shown["date"], "2026-11-22");
    assert_eq!(shown["profile"], "public");
    let claims = shown["claims"].as_array().unwrap();
    assert_eq!(claims.len(), content.explainer.claims.len());
    assert!(claims.iter().all(|claim| claim["shown"] == true));
    let claim = claims.iter().find(|claim| claim["id"] == "e-29").unwrap();
    assert_eq!(claim["grade"], json!(["human-controlled", "no-difference"]));
    assert_eq!(
        claim["sources"][0]["address"],
        "https://doi.org/10.1186/s12891-024-07979-w"
    );
    assert_eq!(
        shown["disclosures"]["missing"][1],
        json!({"id": "cost", "name": "標準的な費用", "place": "clinic.cost", "request": "標準的な費用がありません。書く場所: clinic.cost"})
    );
    assert_eq!(shown["disclosures"]["present"].as_array().unwrap().len(), 7);

    let none = record(&content, &[]);
    let hidden = |id| {
        none["claims"]
            .as_array()
            .unwrap()
            .iter()
            .find(|claim| claim["id"] == id)
            .unwrap()["shown"]
            == false
    };
    assert!(hidden("m-what") && !hidden("r-fever") && !hidden("c-main"));

    // The hash follows what is said, not how the file is written.
    let hash = shown["contentHash"].as_str().unwrap().to_owned();
    assert!(hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let minified = serde_json::from_str::<serde_json::Value>(BUILT_IN)
        .unwrap()
        .to_string();
    assert_eq!(
        record(&laid("ja", &minified).0, &all)["contentHash"],
        json!(hash)
    );
    let fields = [("a", Value::Null), ("b", Value::Number(1.0))];
    let table = |fields: Vec<(&str, Value)>| {
        let fields = fields
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value));
        Value::Table(fields.collect()).hash()
    };
    let turned: Vec<_> = fields.iter().rev().cloned().collect();
    assert_eq!(table(fields.into()), table(turned));
    for other in [
        laid("en", BUILT_IN).0,
        laid("ja", "{}").0,
        laid("ja", &BUILT_IN.replace("5960", "5961")).0,
    ] {
        assert_ne!(record(&other, &all)["contentHash"], json!(hash));
    }
}

#[test]
fn every_field_has_a_label() {
    for field in FIELDS.iter().filter(|field| field.key != "sought") {
        assert!(
            UI_KEYS.contains(&format!("clinic.{}", field.key).as_str()),
            "{}",
            field.key
        );
        assert!(!field.hint.is_empty());
    }
    assert!(FIELDS.iter().any(|field| field.part == Part::About));
}

/// Any JSON, with the keys that mean something now and then.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<f64>().prop_map(Value::Number),
        "[最高{}<0-9@.ぁ-ん ]{0,12}".prop_map(Value::Text),
    ];
    let key = prop_oneof![
        "clinic",
        "texts",
        "ja",
        "claims",
        "m-sex",
        "scenes",
        "microglia",
        "steps",
        "title",
        "name",
        "cost",
        "[a-z]{0,3}"
    ];
    leaf.prop_recursive(6, 40, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::List),
            prop::collection::vec((key.clone(), inner), 0..6).prop_map(Value::Table),
        ]
    })
}

proptest! {
    #[test]
    fn no_file_is_too_much(value in any_value()) {
        let (clinic, _) = WORDING.with(|wording| ClinicFile::parse("c", &value, wording));
        let base = content("ja");
        let (changed, _) = WORDING.with(|wording| base.with_clinic(&clinic, wording));
        prop_assert_eq!(&changed.explainer, &base.explainer);
        disclosures(&changed, Profile::Public);
        audit(&changed, Profile::InClinic, &[], "");
        for id in base.explainer.risks.iter().chain(&base.explainer.statements) {
            prop_assert_eq!(changed.texts.claim(id), base.texts.claim(id));
        }
    }
}
