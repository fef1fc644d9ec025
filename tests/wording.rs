//! The expressions that are found and those that are not: each rule has hits and near-misses of its
//! own, and the clinic's column tells how much of what a reader flagged the rules find by themselves.

#![allow(clippy::unwrap_used)] // helpers of tests count as code to the linter

use exosome_explainer::content::wording::sentences;
use exosome_explainer::content::{Wording, from_json};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

const RULES: &str = include_str!("wording/rules.txt");
const COLUMN: &str = include_str!("wording/column.txt");

thread_local! {
    static WORDING: Wording = wording();
}

fn wording() -> Wording {
    let rules = include_str!("../assets/content/wording.json");
    Wording::read(&from_json(rules).unwrap(), |text| text.nfkc().collect())
}

/// The names of the rules a text breaks.
fn broken(text: &str) -> Vec<String> {
    WORDING.with(|wording| {
        let findings = wording.check(text);
        findings
            .iter()
            .map(|finding| finding.rule.id.clone())
            .collect()
    })
}

#[test]
fn each_rule_has_hits_and_near_misses() {
    let mut told = Vec::new();
    let mut seen = Vec::new();
    for block in RULES.split("\n= ").skip(1) {
        let (name, lines) = block.split_once('\n').unwrap();
        let (lang, rule) = name.split_once(' ').unwrap();
        seen.push((lang, rule));
        let (mut hits, mut misses) = (0, 0);
        for line in lines.lines() {
            let (mark, text) = line.split_once(' ').unwrap();
            let broken = broken(text);
            match mark {
                "+" => {
                    hits += 1;
                    if !broken.iter().any(|id| id == rule) {
                        told.push(format!("{name}: not found in {text}"));
                    }
                }
                _ => {
                    misses += 1;
                    if !broken.is_empty() {
                        told.push(format!("{name}: {broken:?} found in {text}"));
                    }
                }
            }
        }
        assert!(
            hits >= 3 && misses >= 3,
            "{name}: {hits} hits, {misses} near-misses"
        );
    }
    assert!(told.is_empty(), "\n{}", told.join("\n"));
    let wording = wording();
    let rules: Vec<_> = wording
        .rules()
        .map(|(lang, rule)| (lang, rule.id.as_str()))
        .collect();
    assert_eq!(seen, rules, "each rule is tried");
}

/// The claims of the column: name, flags, rules, words.
fn column() -> impl Iterator<Item = (&'static str, &'static str, &'static str, &'static str)> {
    let lines = COLUMN.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| {
        let (head, text) = line.split_once(" | ").unwrap();
        let mut head = head.split(' ');
        let mut next = || head.next().unwrap();
        (next(), next(), next(), text)
    })
}

#[test]
fn of_the_column_these_are_found() {
    let (mut wanted, mut found) = (0, 0);
    for (name, flags, rules, text) in column() {
        let mut broken = broken(text);
        let mut seen = Vec::new();
        broken.retain(|rule| {
            !seen.contains(rule) && {
                seen.push(rule.clone());
                true
            }
        });
        let told = if broken.is_empty() {
            "-".to_owned()
        } else {
            broken.join(",")
        };
        assert_eq!(told, rules, "{name}: {text}");
        if flags.contains(['S', 'C', 'A', 'T', 'R']) {
            wanted += 1;
            found += usize::from(rules != "-");
        } else if flags.contains('H') {
            assert_eq!(rules, "-", "{name} is well hedged");
        }
    }
    assert_eq!((wanted, found), (40, 39));
}

#[test]
fn spellings_make_no_difference() {
    let alike = [
        (
            "superlative",
            &[
                "最高品質の培養液",
                "最 高 品 質の培養液",
                "最高\u{200b}品質の培養液",
                "最★高★品★質の培養液",
            ][..],
        ),
        (
            "superlative",
            &[
                "地域No.1です",
                "地域Ｎｏ．１です",
                "地域№1です",
                "地域ナンバーワンです",
                "地域ﾅﾝﾊﾞｰﾜﾝです",
                "地域ＮＯ１です",
            ],
        ),
        (
            "absolute",
            &[
                "必ず痛みがなくなる",
                "必らず痛みがなくなる",
                "かならず痛みが無くなる",
                "必ず 痛みが なくなる",
            ],
        ),
        (
            "assured-effect",
            &[
                "ひざの痛みを和らげます",
                "膝の痛みを和げます",
                "ひざ の 痛み を やわらげます",
            ],
        ),
        (
            "assured-safety",
            &[
                "身体にやさしい点滴",
                "体に優しい点滴",
                "カラダにやさしい点滴",
                "からだにやさしい点滴",
            ],
        ),
        (
            "absolute",
            &[
                "効果を100%保証します",
                "効果を１００％保証します",
                "効果を百パーセント保証します",
            ],
        ),
        (
            "superlative",
            &[
                "The best quality",
                "THE  BEST-QUALITY",
                "the best\u{a0}quality",
                "Ｔｈｅ ｂｅｓｔ quality",
            ],
        ),
        (
            "assured-effect",
            &["exosomes repair nerves", "Exosomes\u{ad} repair NERVES"],
        ),
    ];
    for (rule, spellings) in alike {
        for text in spellings {
            assert!(broken(text).iter().any(|id| id == rule), "{rule} in {text}");
        }
    }
}

#[test]
fn what_is_found_is_shown_as_it_was_written() {
    let text = "はじめに。  当院は 最 高 品 質 です。ｴｸｿｿｰﾑで根本から改善します！";
    let wording = wording();
    let findings = wording.check(text);
    let told: Vec<_> = findings
        .iter()
        .map(|finding| (finding.rule.id.as_str(), finding.text))
        .collect();
    assert_eq!(
        told,
        [
            ("superlative", "最 高 品 質"),
            ("root-cause", "根本から改善")
        ]
    );
    for finding in findings {
        assert!(text[finding.at..].trim_start().starts_with(finding.text));
        assert!(!finding.rule.advice.is_empty());
    }
    assert_eq!(
        sentences("a. b! No. 1 c.")
            .map(|(_, text)| text)
            .collect::<Vec<_>>(),
        ["a.", " b!", " No. 1 c."]
    );
}

#[test]
fn advice_breaks_no_rule() {
    let wording = wording();
    for (_, rule) in wording.rules().filter(|(lang, _)| *lang == "ja") {
        // A quoted example of what not to write stands in 「」.
        let advice = rule
            .advice
            .replace("「最適」は", "")
            .replace("「再生医療」と", "");
        assert_eq!(broken(&advice), Vec::<String>::new(), "{}", rule.id);
    }
}

proptest! {
    #[test]
    fn no_text_is_too_much(text in any::<String>(), part in "[最高品質。、 ?!効果的ですｶﾞ\u{3099}治]{0,40}") {
        for text in [text.as_str(), part.as_str()] {
            let whole = WORDING.with(|wording| {
                let findings = wording.check(text);
                let mut findings = findings.iter();
                findings.all(|finding| text.contains(finding.text) && text.contains(finding.sentence))
            });
            prop_assert!(whole);
        }
    }
}

#[test]
fn the_rules_are_whole() {
    let file: serde_json::Value =
        serde_json::from_str(include_str!("../assets/content/wording.json")).unwrap();
    for table in file["languages"].as_array().unwrap() {
        let lang = table["lang"].as_str().unwrap();
        let sets = table["sets"].as_object().unwrap();
        for key in ["spellings", "breaks", "negations", "hedges", "questions"] {
            assert!(
                table[key].as_str().is_some_and(|text| !text.is_empty()),
                "{lang}.{key}"
            );
        }
        let variants: Vec<&str> = table["spellings"]
            .as_str()
            .unwrap()
            .split('|')
            .map(|line| line.split_once('=').unwrap().0)
            .collect();
        for rule in table["rules"].as_array().unwrap() {
            let id = rule["id"].as_str().unwrap();
            assert!(
                rule["advice"].as_str().unwrap().len() > 20 && rule["except"].is_string(),
                "{id}"
            );
            let known = ["negated", "hedged", "followed", "asked"];
            assert!(
                rule["unless"]
                    .as_str()
                    .unwrap()
                    .split(' ')
                    .all(|word| known.contains(&word)),
                "{id}"
            );
            for pattern in rule["patterns"].as_array().unwrap() {
                let pattern = pattern.as_str().unwrap();
                for word in pattern
                    .split(['|', '~', '+'])
                    .filter(|word| !word.is_empty())
                {
                    assert!(
                        !word.starts_with('$') || sets.contains_key(word),
                        "{id}: {word}"
                    );
                    assert!(
                        word.starts_with('$') || word == word.trim().to_lowercase(),
                        "{id}: {word}"
                    );
                    assert_eq!(word.nfkc().collect::<String>(), word, "{id}: {word}");
                    if lang == "ja" && !word.is_ascii() {
                        // A word in a spelling that is never met would find nothing.
                        assert!(
                            !variants.iter().any(|variant| word.contains(variant)),
                            "{id}: {word}"
                        );
                    }
                }
            }
        }
    }
}
