//! A clinic that leaves out what a public page has to say is named nowhere on it, by no fact and by no text.

use super::{complete, content, laid, wording};
use exosome_explainer::content::Profile;
use exosome_explainer::content::clinic::withheld;
use serde_json::{Value, json};

/// A complete file of a clinic whose every name is known, with one fact changed.
fn named(key: &str, fact: Value) -> Value {
    let mut file = complete();
    let facts = json!({
        "name": {"ja": "医療法人社団 青空会 青空クリニック", "en": "Aozora Clinic"},
        "telephone": "03-1234-5678",
        "mail": "info@aozora.example",
        "website": "https://aozora.example/",
        "offer": {"ja": "火曜は夜8時まで相談できます。", "en": "Evenings on Tuesday."},
    });
    for (key, fact) in facts.as_object().into_iter().flatten() {
        file["clinic"][key] = fact.clone();
    }
    file["clinic"][key] = fact;
    file
}

/// Texts that name it or lead to it.
const TELLING: [&str; 14] = [
    "青空クリニックの方針です。",
    "青空 クリニックの方針です。",
    "医療法人社団青空会の方針です。",
    "Aozora Clinic",
    "By AOZORA-CLINIC.",
    "火曜は、夜8時まで相談できます。点滴です。",
    "evenings on tuesday",
    "０３（１２３４）５６７８",
    "+81 3 1234 5678",
    "0120-111-222",
    "info＠aozora.example",
    "aozora.example",
    "https://例",
    "ご予約はこちらです。",
];

const PLAIN: [&str; 6] = [
    "青空の下で決めます。",
    "110000-220000円です。",
    "2026年11月22日に見直します。",
    "約1,000,000,000個の粒です。",
    "The clinic prepares it.",
    "No. 2, vol. 3",
];

#[test]
fn while_a_disclosure_is_missing_no_fact_names_the_clinic() {
    let lacking = ["sought", "cost", "period", "sessions", "origin"];
    for key in ["treatment", "author"] {
        for (at, text) in TELLING.iter().chain(&PLAIN).enumerate() {
            let expected = if at < TELLING.len() {
                vec![key]
            } else {
                vec![]
            };
            let fact = [json!(text), json!({"ja": "説明です。", "en": text})];
            let mut file = named(key, fact[at % 2].clone());
            let (all, told) = laid("ja", &file.to_string());
            assert_eq!(told, Vec::<String>::new(), "{text}");
            let given = all.on_page(Profile::Public, &wording());
            assert_eq!(all, given, "nothing is missing");

            file["clinic"][lacking[at % lacking.len()]] = json!(null);
            let content = laid("ja", &file.to_string()).0;
            let hidden = withheld(&content.clinic, Profile::Public, &wording());
            assert_eq!(hidden, expected, "{text}");
            let given = content.on_page(Profile::Public, &wording());
            let shown = given.clinic.fact(key, "ja").is_some();
            assert_eq!(shown, expected.is_empty(), "{text}");
            assert!(given.clinic.states(key), "it is stated, though not shown");
            assert_eq!(content, content.on_page(Profile::InClinic, &wording()));
        }
    }
}

#[test]
fn no_text_put_anew_names_the_clinic_on_any_page() {
    for lang in ["ja", "en"] {
        for (texts, hidden) in [(&TELLING[..], true), (&PLAIN[..], false)] {
            for text in texts {
                let mut file = named("hours", json!(null));
                file["texts"] = json!({lang: {"ui": {"app.title": text}}});
                let (changed, told) = laid(lang, &file.to_string());
                assert_eq!(
                    told.iter().any(|told| told.contains("names the clinic")),
                    hidden,
                    "{text}: {told:?}"
                );
                assert_eq!(changed.texts == content(lang).texts, hidden, "{text}");
            }
        }
    }
}
