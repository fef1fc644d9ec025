//! The files that both readers are tried with leave out no kind of problem, in any language.

use super::{EN, JA, laid, vectors, wording};

/// How each kind of problem begins.
const KINDS: [&str; 25] = [
    "not an object",
    "not used by anything",
    "neither true nor false",
    "not a text",
    "empty",
    "holds markup, which is shown as plain text",
    "longer than 300 letters",
    "without a number",
    "not a telephone number",
    "not a mail address",
    "not an https address",
    "not a day such as 2026-01-31",
    "no such language",
    "no such text",
    "longer than the built-in list",
    "not of the form of the built-in text",
    "cannot be worded anew: ",
    "too long for its place",
    "not the placeholders of the built-in text",
    "no longer says how it is known: ",
    "speaks of people, which the built-in text does not: ",
    "names-clinic: ",
    "h1-without-h2: ",
    "superlative: 「",
    "cure: 「",
];

#[test]
fn the_files_that_both_readers_are_tried_with_meet_every_problem() {
    let words = [("ja", JA), ("en", EN)];
    let words = words.map(|(lang, json)| (lang.to_owned(), serde_json::from_str(json).unwrap()));
    for lang in ["ja", "en"] {
        let mut reasons = Vec::new();
        for file in vectors::files(&words) {
            reasons.extend(laid(lang, &file.to_string()).1);
        }
        for kind in KINDS {
            let met = |told: &String| {
                told.split_once(": ")
                    .is_some_and(|(_, it)| it.starts_with(kind))
            };
            assert!(reasons.iter().any(met), "{lang}: {kind}");
        }
        let rules = wording();
        for (_, rule) in rules.rules() {
            let line = [": ", &rule.id, ": 「"].concat();
            assert!(reasons.iter().any(|told| told.contains(&line)), "{line}");
        }
    }
}
