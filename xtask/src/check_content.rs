//! `cargo xtask check-content [FILE…]`: whether content may be published. The built-in content is checked always; a FILE
//! is a clinic's file, a language file, an explainer.json, or any plain text whose wording is to be looked at.
//!
//! Reading order: [`Checked`] loads the built-in content and collects, [`structure`] looks at claims and languages,
//! [`origin`] at where the claims come from, [`reading`] at how easy the texts are. The rules for wording and a clinic's facts are the product's own.

mod origin;
mod reading;
mod schema;
mod structure;
#[cfg(test)]
mod tests;

use crate::{
    args::Args,
    util::{read, root},
};
use anyhow::{Result, bail};
use exosome_explainer::content::{self, ClinicFile, Content, Problem, Value, Wording, from_json};
use serde_json::json;
use std::path::Path;
use unicode_normalization::UnicodeNormalization as _;

/// One thing to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's name.
    pub rule: String,
    /// File and place within it.
    pub place: String,
    /// What stands there.
    pub text: String,
    /// What to do about it, or a safer wording.
    pub advice: String,
}

/// What was found, and what is only to be known.
#[derive(Default)]
pub struct Checked {
    /// To be mended.
    pub findings: Vec<Finding>,
    /// To be settled before a release.
    pub pending: Vec<Finding>,
}

/// `cargo xtask check-content`. Exit status 1 where there are findings.
pub fn run(mut args: Args) -> Result<()> {
    let json = args.flag("--json");
    let release_ready = args.flag("--release-ready");
    if let Some(ids) = args.value("--compared")? {
        return origin::keep(&ids);
    }
    let files = args.rest()?;
    let mut checked = Checked::default();
    let built_in = BuiltIn::load(&mut checked)?;
    for file in &files {
        checked.file(&built_in, file);
    }
    if release_ready {
        checked.findings.append(&mut checked.pending);
    }
    if json {
        let list: Vec<_> = checked.findings.iter().map(Finding::json).collect();
        println!("{}", serde_json::to_string_pretty(&list)?);
    } else {
        checked.print(files.len());
    }
    if checked.findings.is_empty() {
        Ok(())
    } else {
        std::process::exit(1)
    }
}

/// Checks the built-in content alone; every finding is printed.
pub fn built_in() -> Result<()> {
    let mut checked = Checked::default();
    BuiltIn::load(&mut checked)?;
    checked.print(0);
    match checked.findings.len() {
        0 => Ok(()),
        count => bail!("{count} finding(s) in the built-in content"),
    }
}

/// The built-in content in the order of its languages, with the built-in clinic.
pub struct BuiltIn {
    explainer: String,
    languages: Vec<String>,
    wording: Wording,
    contents: Vec<Content>,
}

impl BuiltIn {
    /// Reads and checks it.
    pub fn load(checked: &mut Checked) -> Result<BuiltIn> {
        let folder = root().join("assets/content");
        let explainer = read(&folder.join("explainer.json"))?;
        let languages = structure::languages(&explainer);
        let rules = read(&folder.join("wording.json"))?;
        let rules = from_json(&rules).map_err(anyhow::Error::msg)?;
        let wording = Wording::read(&rules, nfkc);
        let clinic = read(&folder.join("clinic.json"))?;
        let mut texts = Vec::new();
        let mut contents = Vec::new();
        for lang in &languages {
            let file = format!("content/{lang}.json");
            let json = read(&folder.join(format!("{lang}.json")))?;
            let (content, problems) = content::parse(&explainer, &file, &json);
            checked.problems(problems);
            checked.language(&wording, &file, &json, lang);
            texts.push((file, json));
            contents.push(content);
        }
        structure::same_keys(&texts, checked);
        origin::Origins::load(&explainer, &texts)?.check(checked);
        if let Some(content) = contents.first() {
            structure::claims(content, content::EXPLAINER_FILE, checked);
        }
        let mut built_in = BuiltIn {
            explainer,
            languages,
            wording,
            contents,
        };
        built_in.contents = checked.clinic(&built_in, "content/clinic.json", &clinic, false);
        Ok(built_in)
    }

    /// The schema of a clinic's file.
    pub fn schema(&self) -> serde_json::Value {
        schema::schema(&self.contents)
    }

    fn language_names(&self) -> Vec<&str> {
        self.languages.iter().map(String::as_str).collect()
    }
}

impl Checked {
    /// A file somebody names: what it is follows from what is in it.
    fn file(&mut self, built_in: &BuiltIn, name: &str) {
        let text = match read(Path::new(name)) {
            Ok(text) => text,
            Err(error) => {
                self.add("unreadable", name, "", &format!("{error:#}"));
                return;
            }
        };
        let looks_like_json = name.ends_with(".json") || text.trim_start().starts_with('{');
        if !looks_like_json {
            for (number, line) in text.lines().enumerate() {
                self.wording(&built_in.wording, &format!("{name}:{}", number + 1), line);
            }
            return;
        }
        let value: serde_json::Value =
            match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
                Ok(value) => value,
                Err(error) => {
                    self.add("schema", name, "", &format!("not JSON: {error}"));
                    return;
                }
            };
        if value.get("scenes").is_some_and(serde_json::Value::is_array) {
            let texts = read(&root().join("assets/content/ja.json")).unwrap_or_default();
            let (content, problems) = content::parse(&text, name, &texts);
            let own = |problem: &Problem| problem.file == content::EXPLAINER_FILE;
            self.problems(problems.into_iter().filter(own).map(|problem| Problem {
                file: name.to_owned(),
                ..problem
            }));
            structure::claims(&content, name, self);
        } else if value.get("ui").is_some() {
            let lang = value["lang"].as_str().unwrap_or_default();
            self.problems(content::parse(&built_in.explainer, name, &text).1);
            self.language(&built_in.wording, name, &text, lang);
        } else {
            self.clinic(built_in, name, &text, true);
        }
    }

    /// The wording and the reading ease of a language file.
    fn language(&mut self, wording: &Wording, file: &str, json: &str, lang: &str) {
        let value = serde_json::from_str(json).unwrap_or_default();
        let mut all = Vec::new();
        for (path, text) in structure::leaves(&value) {
            self.wording(wording, &format!("{file}: {path}"), &text);
            if structure::is_prose(&path) {
                self.reading(&format!("{file}: {path}"), &text, lang);
                all.push(text);
            }
        }
        reading::ease(&all, lang, file, self);
    }

    /// A clinic's file over the built-in content, in every language.
    fn clinic(&mut self, built_in: &BuiltIn, file: &str, json: &str, asked: bool) -> Vec<Content> {
        let value: Value = match from_json(json.trim_start_matches('\u{feff}')) {
            Ok(value) => value,
            Err(error) => {
                self.add("schema", file, "", &format!("not JSON: {error}"));
                return built_in.contents.clone();
            }
        };
        let (clinic, mut problems) = ClinicFile::parse(file, &value, &built_in.wording);
        let languages = built_in.language_names();
        for (key, lang) in clinic.clinic.untranslated(&languages) {
            let advice = format!("add {lang:?}, or give one text for all languages");
            self.add(
                "language-missing",
                &format!("{file}: clinic.{key}"),
                "",
                &advice,
            );
        }
        let mut contents = Vec::new();
        for content in &built_in.contents {
            let (content, told) = content.with_clinic(&clinic, &built_in.wording);
            for problem in told {
                if !problems.contains(&problem) {
                    problems.push(problem);
                }
            }
            contents.push(content);
        }
        for (path, text) in structure::leaves(&serde_json::Value::from(&value)) {
            let lang = if path.starts_with("texts.en") || path.ends_with(".en") {
                "en"
            } else {
                "ja"
            };
            if path.starts_with("texts.") || path.starts_with("clinic.") {
                self.reading(&format!("{file}: {path}"), &text, lang);
            }
        }
        self.clinic_problems(
            &built_in.wording,
            &problems,
            &serde_json::Value::from(&value),
        );
        structure::disclosed(contents.first(), &built_in.wording, file, asked, self);
        contents
    }

    /// Problems of a clinic's file: those of wording begin with the name of their rule.
    fn clinic_problems(
        &mut self,
        wording: &Wording,
        problems: &[Problem],
        value: &serde_json::Value,
    ) {
        let all = structure::leaves(value);
        let rules = wording.rules().map(|(_, rule)| rule.id.as_str());
        let names: Vec<&str> = rules.chain(["h1-without-h2", "names-clinic"]).collect();
        for problem in problems {
            let text = all.iter().find(|(path, _)| *path == problem.path);
            let text = text.map_or("", |(_, text)| text);
            let place = format!("{}: {}", problem.file, problem.path);
            let known = problem
                .reason
                .split_once(": ")
                .filter(|(rule, _)| names.contains(rule));
            match known {
                Some((rule, advice)) => {
                    let quoted = advice
                        .strip_prefix('「')
                        .and_then(|rest| rest.split_once("」 "));
                    let (text, advice) = quoted.unwrap_or((text, advice));
                    self.add(rule, &place, text, advice);
                }
                None => self.add("schema", &place, text, &problem.reason),
            }
        }
    }

    fn problems(&mut self, problems: impl IntoIterator<Item = Problem>) {
        for problem in problems {
            let Problem { file, path, reason } = problem;
            let rule = match reason.as_str() {
                "a finding without grades" => "ungraded",
                "a finding without sources" => "unsourced",
                _ => "schema",
            };
            let place = if path.is_empty() {
                file
            } else {
                format!("{file}: {path}")
            };
            // The same structure is read once per language.
            let finding = Finding {
                rule: rule.to_owned(),
                place,
                text: String::new(),
                advice: reason,
            };
            if !self.findings.contains(&finding) {
                self.findings.push(finding);
            }
        }
    }

    /// Looks for expressions in one text.
    fn wording(&mut self, wording: &Wording, place: &str, text: &str) {
        for found in wording.check(text) {
            let column = text[..found.at].chars().count() + 1;
            self.add(
                &found.rule.id,
                &format!("{place}:{column}"),
                found.text,
                &found.rule.advice,
            );
        }
    }

    fn reading(&mut self, place: &str, text: &str, lang: &str) {
        reading::sentences(place, text, lang, self);
    }

    fn add(&mut self, rule: &str, place: &str, text: &str, advice: &str) {
        self.findings.push(Finding::new(rule, place, text, advice));
    }

    fn print(&self, files: usize) {
        for finding in &self.findings {
            println!("{}  [{}]", finding.place, finding.rule);
            if !finding.text.is_empty() {
                println!("    {}", finding.text);
            }
            println!("    → {}", finding.advice);
        }
        if !self.pending.is_empty() {
            println!("Still open (fails under --release-ready):");
        }
        for note in &self.pending {
            println!(
                "  {}  [{}] {}  → {}",
                note.place, note.rule, note.text, note.advice
            );
        }
        println!(
            "{} finding(s) in the built-in content and {files} file(s), {} still open",
            self.findings.len(),
            self.pending.len()
        );
    }
}

impl Finding {
    fn new(rule: &str, place: &str, text: &str, advice: &str) -> Finding {
        Finding {
            rule: rule.to_owned(),
            place: place.to_owned(),
            text: text.to_owned(),
            advice: advice.to_owned(),
        }
    }

    fn json(&self) -> serde_json::Value {
        json!({"rule": self.rule, "place": self.place, "text": self.text, "advice": self.advice})
    }
}

fn nfkc(text: &str) -> String {
    text.nfkc().collect()
}
