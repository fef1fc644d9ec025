//! What the reader says of damaged content. Each line of a table is one edit of a built-in file
//! and all that has to be said of it.

use super::{EN, EXPLAINER, JA, built_in, check, leaves, value};
use exosome_explainer::content::{EXPLAINER_FILE, Problem, parse};
use proptest::prelude::*;
use serde_json::{Value, json};

/// `pointer = value → path: reason & path: reason`; the value `-` takes the field out, and `@id`
/// stands for the place of that claim or scene in its list.
const STRUCTURE: &str = r#"
/version = 2 → version: not 1
/start = "nowhere" → start: unknown scene "nowhere"
/start = - → start: missing
/languages = "ja" → languages: not a list
/message = 7 → message: not a text
/statements/1 = "r-none" → statements[1]: unknown claim "r-none" & claims: shown nowhere: "u-origin"
/risks/0 = "r-none" → risks[0]: unknown claim "r-none"
/questions/1 = "q-product" → questions[1]: a second "q-product"
/scenes/@microglia/duration = 0 → scenes[@microglia].duration: not above 0
/scenes/@microglia/duration = 1e300 → scenes[@microglia].duration: not between 0 and 86400
/scenes/@microglia/duration = 80 → scenes[@microglia].steps[6].end: before the end of the scene
/scenes/@microglia/strip/cell = "superb" → scenes[@microglia].strip.cell: unknown result "superb"
/scenes/@microglia/strip = [] → scenes[@microglia].strip: not an object
/scenes/@routes/strip/drip = 1 → scenes[@routes].strip.drip: not an object
/scenes/@microglia/steps/2/start = 17 → scenes[@microglia].steps[2].start: overlaps the step before
/scenes/@microglia/steps/2/start = 19 → scenes[@microglia].steps[2].start: leaves a gap before it
/scenes/@microglia/steps/0/start = 1 → scenes[@microglia].steps[0].start: leaves a gap before it & scenes[@microglia].steps[0].still: outside its step
/scenes/@microglia/steps/0/end = -4 → scenes[@microglia].steps[0].end: not between 0 and 86400
/scenes/@microglia/steps/6/end = 90 → scenes[@microglia].steps[6].end: after the end of the scene
/scenes/@microglia/steps/6/end = 60 → scenes[@microglia].steps[6].end: before the end of the scene & scenes[@microglia].steps[6].end: not after the start of the step
/scenes/@microglia/steps/3/still = 40 → scenes[@microglia].steps[3].still: outside its step
/scenes/@microglia/steps/3/still = 27.9 → scenes[@microglia].steps[3].still: outside its step
/scenes/@microglia/steps/3/still = "x" → scenes[@microglia].steps[3].still: not a number
/scenes/@microglia/steps/4/claims = [] → scenes[@microglia].steps[4].claims: a step without a caption & claims: shown nowhere: "m-cleaning"
/scenes/@microglia/steps/5/claims/1 = "m-none" → scenes[@microglia].steps[5].claims[1]: unknown claim "m-none" & claims: shown nowhere: "m-route"
/scenes/@microglia/actors/0/claim = "a-none" → scenes[@microglia].actors[0].claim: unknown claim "a-none" & claims: shown nowhere: "a-microglia"
/scenes/@microglia/labels/0 = "waste" → scenes[@microglia].labels[16]: a second "waste"
/claims/@m-scan/kind = "rumour" → claims[@m-scan].kind: unknown kind "rumour"
/claims/@m-scan/grades/0 = "human" → claims[@m-scan].grades[0]: unknown grade "human" & claims[@m-scan]: a finding without grades
/claims/@m-scan/grades = [] → claims[@m-scan]: a finding without grades
/claims/@m-scan/result = "proven" → claims[@m-scan].result: unknown result "proven"
/claims/@m-scan/sources = [] → claims[@m-scan]: a finding without sources & sources: cited nowhere: "K8"
/claims/@m-scan/sources/0 = "K99" → claims[@m-scan].sources[0]: unknown source "K99" & claims[@m-scan]: a finding without sources & sources: cited nowhere: "K8"
/claims/@a-fibre/sources = "K7" → claims[@a-fibre].sources: not a list
/claims/@a-fibre/sources = ["K7"] →
/sources/0/address = "javascript:alert(1)" → sources[0].address: neither an https address nor "pending" nor "own"
/sources/0/address = "http://example.org/" → sources[0].address: neither an https address nor "pending" nor "own"
/sources/0/address = "https://example.org/ x" → sources[0].address: neither an https address nor "pending" nor "own"
/sources/0/address = "pending" →
/comparison/1/id = "how" → comparison[1].id: a second "how" & claims: shown nowhere: "o-time-drip" & claims: shown nowhere: "o-time-local" & claims: shown nowhere: "o-time-neither"
/comparison/0/drip = [] → comparison[0].drip: a cell without a claim & claims: shown nowhere: "o-how-drip"
/comparison/0/neither/0 = "o-none" → comparison[0].neither[0]: unknown claim "o-none" & comparison[0].neither: a cell without a claim & claims: shown nowhere: "o-how-neither"
/regions/4/id = "hip" → regions[4].id: a second "hip"
/regions/4/questions = [] → regions[4].questions: no questions
/regions/4/questions/1 = "q-cause" → regions[4].questions[1]: a second "q-cause"
/pages/0/parts/1/claims = [] → pages[0].parts[1].claims: a part without a sentence & claims: shown nowhere: "w-hard" & claims: shown nowhere: "w-medicine" & claims: shown nowhere: "w-procedure" & claims: shown nowhere: "w-team" & claims: shown nowhere: "w-wait"
/pages/0/parts/1/claims/1 = "w-none" → pages[0].parts[1].claims[1]: unknown claim "w-none" & claims: shown nowhere: "w-medicine"
/pages/3/parts/4/id = "times" → pages[3].parts[4].id: a second "times" & claims: shown nowhere: "y-factors" & claims: shown nowhere: "y-flare" & claims: shown nowhere: "y-prevent"
/pages/4/id = "cures" → pages[4].id: unknown page "cures" & claims: shown nowhere: "l-act" & claims: shown nowhere: "l-column" & claims: shown nowhere: "l-doctor" & claims: shown nowhere: "l-explain" & claims: shown nowhere: "l-general" & claims: shown nowhere: "l-notify" & claims: shown nowhere: "l-read" & claims: shown nowhere: "l-reading" & claims: shown nowhere: "l-search"
/studies/0/id = "A99" → studies[0].id: unknown source "A99"
/studies/0/rung = "people" → studies[0].rung: unknown rung "people"
/studies/0/rung = "unknown" → studies[0].rung: unknown rung "unknown"
/studies/1/id = "A1" → studies[1].id: a second "A1"
/scenes/3/locator = null → scenes[3].locator: not a text
/scenes/3/locator = 7 → scenes[3].locator: not a text
/studies/0/topic = - → studies[0].topic: missing
/studies/0/material = "exosome" → studies[0].material: not a list
"#;

const LANGUAGE: &str = r#"
/lang = - → lang: missing
/name = " " → name: empty
/ui/play = - → ui.play: missing
/ui/play = ["再生"] → ui.play: not a text
/ui/plya = "再生" → ui.plya: not used by anything
/ui/title.r-fever = - → ui.title.r-fever: missing
/ui/route.iv = - → ui.route.iv: missing
/ui/row.how = - → ui.row.how: missing
/ui/column.neither = - → ui.column.neither: missing
/region-questions/q-many = - → region-questions.q-many: missing
/region-questions/q-odd = "?" → region-questions.q-odd: not used by anything
/values/harm = - → values.harm: missing
/value-questions/harm = "" → value-questions.harm: empty
/claims/c-main = - → claims.c-main: missing
/claims/c-fine = "x" → claims.c-fine: not used by anything
/claims = [] → claims: not an object
/claims/m-sex = "<img src=x onerror=alert(1)>" → claims.m-sex: holds markup, which is shown as plain text
/sources/K7 = "" → sources.K7: empty
/actors/fibre = - → actors.fibre: missing
/questions/9 = false → questions[9]: not a text
/questions = ["?"] → questions: not as many as in explainer.json
/scenes = 3 → scenes: not an object
/scenes/microglia = - → scenes.microglia: missing
/scenes/microglia = 1 → scenes.microglia: not an object
/scenes/microglia/title = - → scenes.microglia.title: missing
/scenes/microglia/steps = {} → scenes.microglia.steps: not a list
/scenes/microglia/steps/2 = "x" → scenes.microglia.steps[2]: not an object
/scenes/microglia/steps/2/long = - → scenes.microglia.steps[2].long: missing
/scenes/microglia/labels/waste = - → scenes.microglia.labels.waste: missing
/ui/page.care = - → ui.page.care: missing
/ui/part.faq.age = 3 → ui.part.faq.age: not a text
/ui/topic.drip = - → ui.topic.drip: missing
/studies = - → studies: missing
/studies/H1 = - → studies.H1: missing
/studies/H1/limits = " " → studies.H1.limits: empty
/studies/H1/limit = "x" → studies.H1.limit: not used by anything
/studies/H9 = {} → studies.H9: not used by anything
/scenes/microglia/describe/lens = 0 → scenes.microglia.describe.lens: not a text
"#;

/// Applies one edit, none taking the field out, and gives the file back.
fn damaged(json: &str, pointer: &str, edit: Option<&Value>) -> String {
    let mut file = value(json);
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match (file.pointer_mut(parent).unwrap(), edit) {
        (Value::Object(map), Some(edit)) => drop(map.insert(key.to_owned(), edit.clone())),
        (Value::Object(map), None) => drop(map.remove(key).unwrap()),
        (Value::Array(list), Some(edit)) => list[key.parse::<usize>().unwrap()] = edit.clone(),
        other => panic!("{pointer}: {other:?}"),
    }
    file.to_string()
}

/// Runs a table; `read` gives what is said of a damaged file.
fn run(table: &str, json: &str, read: impl Fn(&str) -> Vec<Problem>) {
    let file = value(EXPLAINER);
    let lists = ["claims", "scenes"].map(|list| file[list].as_array().unwrap());
    for line in table.lines().filter(|line| !line.is_empty()) {
        let mut line = line.to_owned();
        for (index, claim) in lists.iter().flat_map(|list| list.iter().enumerate()) {
            line = line.replace(
                &format!("@{}", claim["id"].as_str().unwrap()),
                &index.to_string(),
            );
        }
        let (edit, expected) = line.split_once(" →").unwrap();
        let (pointer, edit) = edit.split_once(" = ").unwrap();
        let edit = (edit != "-").then(|| value(edit));
        let told: Vec<String> = read(&damaged(json, pointer, edit.as_ref()))
            .iter()
            .map(|problem| format!("{}: {}", problem.path, problem.reason))
            .collect();
        assert_eq!(told.join(" & "), expected.trim(), "{line}");
    }
}

#[test]
fn each_damage_to_the_structure_is_told() {
    run(STRUCTURE, EXPLAINER, |file| {
        let mut problems = check(file, "content/ja.json", JA).1;
        // What the language file now has too much or too little is told as well: not meant here.
        problems.retain(|problem| problem.file == EXPLAINER_FILE);
        problems
    });
}

#[test]
fn each_damage_to_a_language_is_told() {
    run(LANGUAGE, JA, |file| {
        let problems = check(EXPLAINER, "content/xx.json", file).1;
        assert!(
            problems
                .iter()
                .all(|problem| problem.file == "content/xx.json")
        );
        problems
    });
    let told = parse(EXPLAINER, "content/xx.json", "{}").1[0].to_string();
    assert_eq!(told, "content/xx.json at lang: missing");
}

#[test]
fn a_second_record_of_one_name_is_told_and_left_out() {
    for list in ["claims", "sources", "scenes", "panels", "pages", "studies"] {
        let mut file = value(EXPLAINER);
        let records = file[list].as_array_mut().unwrap();
        let (count, again) = (records.len(), records[0].clone());
        records.push(again.clone());
        let (content, problems) = check(&file.to_string(), "content/ja.json", JA);
        let expected = Problem {
            file: EXPLAINER_FILE.to_owned(),
            path: format!("{list}[{count}].id"),
            reason: format!("a second {}", again["id"]),
        };
        assert_eq!(problems, [expected]);
        // What is shown is the same; only its hash knows that the file is another.
        let whole = built_in("ja");
        assert_eq!(
            (content.explainer, content.texts),
            (whole.explainer, whole.texts)
        );
    }
}

#[test]
fn a_hopeless_file_is_one_problem_and_the_other_file_still_counts() {
    let unreadable =
        ["", "<!doctype html>", "{\"version\":1", "1e999"].map(|json| (json, "not JSON: "));
    let misshapen = ["null", "[]", "\"x\""].map(|json| (json, "not an object"));
    for (hopeless, reason) in unreadable.into_iter().chain(misshapen) {
        let cases = [
            (hopeless, JA, EXPLAINER_FILE),
            (EXPLAINER, hopeless, "content/ja.json"),
        ];
        for (explainer, texts, file) in cases {
            let (content, problems) = check(explainer, "content/ja.json", texts);
            assert_eq!(problems.len(), 1, "{problems:?}");
            assert_eq!((&*problems[0].file, &*problems[0].path), (file, ""));
            assert!(problems[0].reason.starts_with(reason), "{problems:?}");
            assert_eq!(
                content.texts.ui("play"),
                if texts == JA { "再生" } else { "" }
            );
            assert_eq!(content.explainer.scenes.is_empty(), explainer == hopeless);
        }
    }
    let deep = "[".repeat(100_000);
    assert!(!check(&deep, "content/ja.json", &deep).1.is_empty());
    let marked = format!("\u{feff}{JA}");
    assert_eq!(check(EXPLAINER, "content/ja.json", &marked).1, []);
}

#[test]
fn markup_in_every_text_is_told_for_each_and_lost_nowhere() {
    fn spoil(value: &mut Value) -> usize {
        match value {
            Value::Object(map) => map.values_mut().map(spoil).sum(),
            Value::Array(list) => list.iter_mut().map(spoil).sum(),
            Value::String(text) => {
                text.push_str("<script>alert(1)</script>");
                1
            }
            _ => 0,
        }
    }
    let mut texts = value(JA);
    let count = spoil(&mut texts);
    let (content, problems) = check(EXPLAINER, "content/ja.json", &texts.to_string());
    assert_eq!(problems.len(), count);
    assert_eq!(content.texts.ui("play"), "再生<script>alert(1)</script>");
    let mut explainer = value(EXPLAINER);
    let count = spoil(&mut explainer);
    assert!(check(&explainer.to_string(), "content/ja.json", JA).1.len() > count);
}

/// Any JSON value, not too deep.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".*".prop_map(Value::from),
        Just(json!("<script>")),
    ];
    let key = prop_oneof!["scenes|claims|steps|ui|id|sources", ".{0,8}"];
    leaf.prop_recursive(4, 32, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::hash_map(key.clone(), inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Every pointer of a file but the root.
fn pointers(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for (path, _) in leaves(value) {
        let ends = path.match_indices('/').map(|(index, _)| index).skip(1);
        found.extend(ends.map(|end| path[..end].to_owned()));
        found.push(path);
    }
    found.sort();
    found.dedup();
    found
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string_is_survived(explainer in any::<String>(), texts in any::<String>()) {
        prop_assert!(!check(&explainer, &texts, &texts).1.is_empty());
    }

    #[test]
    fn any_json_is_survived(explainer in any_json(), texts in any_json()) {
        prop_assert!(!check(&explainer.to_string(), "x", &texts.to_string()).1.is_empty());
        prop_assert!(!check(EXPLAINER, "x", &texts.to_string()).1.is_empty());
    }

    #[test]
    fn a_value_of_another_type_anywhere_is_told(
        at in any::<prop::sample::Index>(), edit in any_json(), language in 0..3,
    ) {
        let json = [JA, EN, EXPLAINER][language as usize];
        let file = value(json);
        let pointers = pointers(&file);
        let pointer = at.get(&pointers);
        // Where a claim comes from is no business of the browser's; the check of the content tells it.
        prop_assume!(!pointer.ends_with("/own") && !pointer.contains("/origin"));
        let old = file.pointer(pointer).unwrap();
        prop_assume!(std::mem::discriminant(old) != std::mem::discriminant(&edit));
        let file = damaged(json, pointer, Some(&edit));
        let (explainer, texts) = if language == 2 { (&*file, JA) } else { (EXPLAINER, &*file) };
        prop_assert!(!check(explainer, "x", texts).1.is_empty(), "{} = {}", pointer, edit);
    }
}
