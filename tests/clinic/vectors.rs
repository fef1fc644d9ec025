//! Clinic's files to try both readers with: the native one and the browser's (`assets/element/clinic-file.js`). Shared by
//! the native tests, which see that every kind of problem occurs, and by the browser tests, which see that both readers
//! make the same of each file (`xtask/src/browser/twins.rs`).
//!
//! Must not be here: what is to come out.

use serde_json::{Map, Value, json};

const FACTS: &str = include_str!("facts.txt");
const WORDS: &str = include_str!("words.txt");
const FILES: &str = include_str!("files.json");
const RULES: &str = include_str!("../wording/rules.txt");
const COLUMN: &str = include_str!("../wording/column.txt");

/// A line of `words.txt` as a file: `path = text`.
pub fn words_file(edit: &str) -> Value {
    let (path, text) = edit.split_once(" = ").unwrap_or_default();
    let (head, key) = path.split_once('.').unwrap_or_default();
    let mut inner = json!(text);
    let keys: Vec<&str> = match head {
        "scenes" => key.split('.').collect(),
        _ => vec![key],
    };
    for key in keys.iter().rev() {
        inner = json!({*key: inner});
    }
    json!({"texts": {"ja": {head: inner}}})
}

/// A line of `facts.txt` as a file: `key = value`.
pub fn facts_file(edit: &str) -> String {
    let (key, value) = edit.split_once(" = ").unwrap_or_default();
    format!(r#"{{"clinic": {{"{key}": {value}}}}}"#)
}

/// What stands before the arrow of each line.
fn edits(lines: &'static str) -> impl Iterator<Item = &'static str> {
    lines
        .lines()
        .filter_map(|line| Some(line.split_once(" →")?.0))
}

/// Texts as a fact in many languages, so that each is checked by itself.
fn fact(texts: impl Iterator<Item = &'static str>) -> Value {
    let texts = texts.enumerate();
    let texts: Map<String, Value> = texts
        .map(|(number, text)| (format!("l{number:04}"), json!(text)))
        .collect();
    json!({"clinic": {"treatment": texts}})
}

/// All the files. `languages` are the built-in words, each with its language.
pub fn files(languages: &[(String, Value)]) -> Vec<Value> {
    let mut files: Vec<Value> = serde_json::from_str(FILES).unwrap_or_default();
    files.extend(
        edits(FACTS).map(|edit| serde_json::from_str(&facts_file(edit)).unwrap_or_default()),
    );
    files.extend(edits(WORDS).map(words_file));
    let rules = RULES.lines().filter_map(|line| line.get(2..));
    files.push(fact(rules));
    let column = COLUMN
        .lines()
        .filter_map(|line| Some(line.split_once(" | ")?.1));
    files.push(fact(column));
    for (lang, words) in languages {
        // Every text in its own place: which may be put anew. Then each claim's in the place of another.
        files.push(json!({"texts": {lang: words}}));
        let claims = words["claims"].as_object().into_iter().flatten();
        let next = claims.clone().cycle().skip(1);
        let turned: Map<String, Value> = claims
            .zip(next)
            .map(|((id, _), (_, text))| (id.clone(), text.clone()))
            .collect();
        files.push(json!({"texts": {lang: {"claims": turned}}}));
        let titles = words["scenes"].as_object().into_iter().flatten();
        let stretched: Map<String, Value> = titles
            .map(|(id, scene)| {
                let steps = scene["steps"].as_array().into_iter().flatten();
                let steps: Vec<Value> = steps
                    .map(|step| json!({"title": format!("{}{}", step["long"].as_str().unwrap_or_default(), step["title"]), "long": step["title"]}))
                    .collect();
                (id.clone(), json!({"steps": steps, "place": scene["description"], "description": scene["title"]}))
            })
            .collect();
        files.push(json!({"texts": {lang: {"scenes": stretched}}}));
    }
    files
}
