//! Reads a clinic's file: one JSON file `{clinic, texts}`, laid over the built-in content.
//!
//! Whatever is wrong in it is told and left out. What it may not do has no way in: grades, sources,
//! risks, statements and the order of the sentences are not among the fields.
//!
//! Must not be here: anything the browser needs; there `assets/element/clinic-file.js` reads the file.

use super::{Clinic, FIELDS, Field, Form, Part, Profile, disclosures, words};
use crate::content::Content;
use crate::content::problem::{Problem, Report};
use crate::content::reader::Node;
use crate::content::value::Value;
use crate::content::wording::Wording;

/// No fact is longer, in letters.
const LONGEST: usize = 300;

/// A clinic's file, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClinicFile {
    /// Its facts.
    pub clinic: Clinic,
    /// The file, as its author knows it.
    name: String,
    /// Words to change, by language.
    texts: Value,
}

impl ClinicFile {
    /// Reads a clinic's file. Total: what is wrong is told, and left out. Without rules to check it
    /// by, nothing of it is taken.
    pub fn parse(file: &str, value: &Value, wording: &Wording) -> (Self, Vec<Problem>) {
        if wording.is_empty() {
            let mut report = Report::default();
            report.open(file);
            report.add("", "cannot be checked: content/wording.json is missing");
            return (Self::default(), report.into_problems());
        }
        Self::read(file, value, wording)
    }

    /// Reads the built-in file, whose wording was checked when it was built in.
    pub fn built_in(file: &str, value: &Value) -> (Self, Vec<Problem>) {
        Self::read(file, value, &Wording::none())
    }

    fn read(file: &str, value: &Value, wording: &Wording) -> (Self, Vec<Problem>) {
        let mut report = Report::default();
        report.open(file);
        let mut read = Self {
            name: file.to_owned(),
            ..Self::default()
        };
        let root = Node::root(value);
        if root.is_object(&mut report) {
            for (key, value) in value.as_table() {
                let node = root.child(key, value);
                match key.as_str() {
                    "clinic" if node.is_object(&mut report) => {
                        read.read_facts(&node, wording, &mut report);
                    }
                    "texts" if node.is_object(&mut report) => read.texts = value.clone(),
                    "$schema" | "clinic" | "texts" => {}
                    _ => node.fault(&mut report, "not used by anything"),
                }
            }
        }
        (read, report.into_problems())
    }

    fn read_facts(&mut self, node: &Node<'_>, wording: &Wording, report: &mut Report) {
        for (key, value) in node.value().as_table() {
            let fact = node.child(key, value);
            let Some(field) = FIELDS.iter().find(|field| field.key == key) else {
                fact.fault(report, "not used by anything");
                continue;
            };
            let good = match (field.form, value) {
                (_, Value::Null) | (Form::Yes, Value::Bool(_)) => true,
                (Form::Yes, _) => {
                    fact.fault(report, "neither true nor false");
                    false
                }
                (Form::Words | Form::Amount, Value::Table(texts)) => {
                    let mut good = !texts.is_empty();
                    for (lang, text) in texts {
                        good &= is_fact(&fact.child(lang, text), field, wording, report);
                    }
                    good
                }
                _ => is_fact(&fact, field, wording, report),
            };
            if good {
                self.clinic.facts.retain(|(name, _)| *name != field.key);
                self.clinic.facts.push((field.key, value.clone()));
            }
        }
    }
}

impl Clinic {
    /// The facts, by the names of their fields.
    pub fn facts(&self) -> &[(&'static str, Value)] {
        &self.facts
    }

    /// Facts written in some of these languages but not in all, with the languages that miss.
    pub fn untranslated<'a>(&'a self, languages: &'a [&str]) -> Vec<(&'static str, &'a str)> {
        let mut missing = Vec::new();
        for (key, value) in self.facts.iter().filter(|(_, value)| value.is_table()) {
            let absent = languages.iter().filter(|lang| value.get(lang).is_none());
            missing.extend(absent.map(|lang| (*key, *lang)));
        }
        missing
    }

    /// Lays another file's facts over these. Facts of two clinics never mix: a file that gives
    /// another name replaces all of them, but for those about the explainer.
    fn overlay(&self, over: &Self) -> Self {
        let renamed = over.states("name") && over.value("name") != self.value("name");
        let mut facts = over.facts.clone();
        for (key, value) in &self.facts {
            let about = FIELDS
                .iter()
                .any(|field| field.key == *key && field.part == Part::About);
            if over.value(key).is_none() && (about || !renamed) {
                facts.push((key, value.clone()));
            }
        }
        Self {
            facts,
            complete: false,
        }
    }
}

impl Content {
    /// This content with a clinic's facts and words over it, and what is wrong with the words.
    pub fn with_clinic(&self, file: &ClinicFile, wording: &Wording) -> (Self, Vec<Problem>) {
        let mut report = Report::default();
        report.open(&file.name);
        let mut content = self.clone();
        content.clinic = self.clinic.overlay(&file.clinic);
        if !wording.is_empty() {
            content.texts =
                words::reworded(self, &content.clinic, &file.texts, wording, &mut report);
        }
        content.clinic.complete = disclosures(&content, Profile::Public).missing.is_empty();
        (content, report.into_problems())
    }
}

/// Whether a fact can be shown; says why if not.
fn is_fact(node: &Node<'_>, field: &Field, wording: &Wording, report: &mut Report) -> bool {
    let before = report.len();
    let Field { key, form, .. } = *field;
    let Some(text) = node.text(report) else {
        return false;
    };
    let plain = wording.normal(text);
    let digits = plain.chars().filter(char::is_ascii_digit).count();
    let fault = match form {
        Form::Words | Form::Amount if text.chars().count() > LONGEST => "longer than 300 letters",
        Form::Amount if digits == 0 => "without a number",
        Form::Telephone
            if digits < 9
                || !plain.chars().all(|letter| {
                    letter.is_ascii_digit() || matches!(letter, '+' | '-' | '(' | ')' | ' ')
                }) =>
        {
            "not a telephone number"
        }
        Form::Mail if !is_mail(text) => "not a mail address",
        Form::Link if !is_link(text) => "not an https address",
        Form::Day if !is_day(text) => "not a day such as 2026-01-31",
        Form::Yes => "neither true nor false",
        _ => "",
    };
    if !fault.is_empty() {
        node.fault(report, fault);
    }
    if matches!(form, Form::Words | Form::Amount) {
        // A house may be called No.1.
        let passed = match key {
            "address" | "hours" => "superlative",
            _ => "",
        };
        report_wording(node, text, passed, wording, report);
    }
    report.len() == before
}

/// Tells every expression that may not be used, but for those of the rule `passed`, and a study named without the one that found no
/// difference.
pub(super) fn report_wording(
    node: &Node<'_>,
    text: &str,
    passed: &str,
    wording: &Wording,
    report: &mut Report,
) {
    let found = wording.check(text).into_iter();
    for finding in found.filter(|finding| finding.rule.id != passed) {
        let reason = [
            finding.rule.id.as_str(),
            ": 「",
            finding.text,
            "」 ",
            finding.rule.advice.as_str(),
        ]
        .concat();
        node.fault(report, &reason);
    }
    if wording.tells_h1_alone(text) {
        node.fault(report, H1_ALONE);
    }
}

/// Said of a text that tells the study without a comparison and not the one with.
const H1_ALONE: &str =
    "h1-without-h2: 16人の報告は、差が見られなかった29人の比較試験といっしょに書いてください。";

fn is_link(text: &str) -> bool {
    let host = text.strip_prefix("https://").unwrap_or_default();
    !host.is_empty() && !text.contains(|letter: char| letter.is_whitespace() || letter.is_control())
}

fn is_mail(text: &str) -> bool {
    let (name, host) = text.split_once('@').unwrap_or_default();
    let odd = |letter: char| !letter.is_ascii_graphic() || matches!(letter, '@' | ',' | ';' | '"');
    !name.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !name.contains(odd)
        && !host.contains(odd)
}

fn is_day(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut part = |length: usize, most: u32| {
        let part = parts.next().unwrap_or_default();
        let digits = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        digits
            && part
                .parse()
                .is_ok_and(|number| (1..=most).contains(&number))
    };
    part(4, 9999) && part(2, 12) && part(2, 31) && parts.next().is_none()
}
