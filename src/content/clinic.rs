//! What a clinic says of itself, and the words it changes: one JSON file `{clinic, texts}`, laid over
//! the built-in content. Facts of a clinic come from such a file alone, the built-in one included.
//!
//! Whatever is wrong in it is told and left out. What it may not do has no way in: grades, sources,
//! risks, statements and the order of the sentences are not among the fields.

mod audit;
mod disclosure;
mod words;

pub use audit::{audit, missing};
pub use disclosure::{Disclosure, Disclosures, Duty, disclosures};
pub use words::{REWORDED_UI, may_reword};

use super::Content;
use super::problem::{Problem, Report};
use super::reader::Node;
use super::value::Value;
use super::wording::Wording;

/// What kind of page the element stands on; it decides which disclosures the page must carry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// 公開ページ
    #[default]
    Public,
    /// 院内
    InClinic,
}

impl Profile {
    /// The attribute value that names the profile.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "public" => Some(Self::Public),
            "in-clinic" => Some(Self::InClinic),
            _ => None,
        }
    }

    /// The same, the other way.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::InClinic => "in-clinic",
        }
    }
}

/// How a fact is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Words: one text for all languages, or one per language.
    Words,
    /// Words with at least one number in them.
    Amount,
    /// A telephone number.
    Telephone,
    /// A mail address.
    Mail,
    /// An https address.
    Link,
    /// A day: 2026-01-31.
    Day,
    /// `true`, or it does not hold.
    Yes,
}

/// What a fact is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Who the clinic is and what it offers: hidden while a disclosure is missing.
    Clinic,
    /// The treatment: facts the rules ask for.
    Treatment,
    /// This explainer: who made it, when, and who paid.
    About,
}

/// One field of `clinic`.
#[derive(Debug)]
pub struct Field {
    /// Its key; the label on screen is the text `clinic.<key>`.
    pub key: &'static str,
    /// What it is part of.
    pub part: Part,
    /// How it is written.
    pub form: Form,
    /// What belongs there, for the editor of whoever fills it in.
    #[cfg(not(target_arch = "wasm32"))]
    pub hint: &'static str,
}

#[cfg_attr(target_arch = "wasm32", expect(unused_variables))]
const fn field(key: &'static str, part: Part, form: Form, hint: &'static str) -> Field {
    Field {
        key,
        part,
        form,
        #[cfg(not(target_arch = "wasm32"))]
        hint,
    }
}

/// All fields. Reader, schema and disclosures follow this table.
pub const FIELDS: &[Field] = &[
    field("name", Part::Clinic, Form::Words, "医療機関の名前"),
    field(
        "telephone",
        Part::Clinic,
        Form::Telephone,
        "問い合わせの電話番号",
    ),
    field(
        "mail",
        Part::Clinic,
        Form::Mail,
        "問い合わせのメールアドレス",
    ),
    field("hours", Part::Clinic, Form::Words, "対応時間"),
    field("address", Part::Clinic, Form::Words, "所在地"),
    field("website", Part::Clinic, Form::Link, "公式サイトのアドレス"),
    field("offer", Part::Clinic, Form::Words, "相談・予約の案内"),
    field(
        "sought",
        Part::Treatment,
        Form::Yes,
        "患者が自ら求めて見るページであること(広告枠やSNS広告ではない)",
    ),
    field(
        "treatment",
        Part::Treatment,
        Form::Words,
        "通常必要とされる治療の内容",
    ),
    field(
        "cost",
        Part::Treatment,
        Form::Amount,
        "標準的な費用(税込の総額、または最低〜最高額)",
    ),
    field("period", Part::Treatment, Form::Amount, "治療の期間"),
    field("sessions", Part::Treatment, Form::Amount, "治療の回数"),
    field(
        "product",
        Part::Treatment,
        Form::Words,
        "使う製品(何から作ったものか)",
    ),
    field("maker", Part::Treatment, Form::Words, "製造者"),
    field(
        "origin",
        Part::Treatment,
        Form::Words,
        "入手経路(院内調製、国内製造、個人輸入など)",
    ),
    field("basis", Part::About, Form::Words, "もとにした文章"),
    field(
        "author",
        Part::About,
        Form::Words,
        "この解説を書いた人(資格は認定した団体の名前も)",
    ),
    field("funding", Part::About, Form::Words, "費用を出した人"),
    field("published", Part::About, Form::Day, "公開日"),
    field("revised", Part::About, Form::Day, "改訂日"),
    field("policy", Part::About, Form::Words, "更新の方針"),
];

/// No fact is longer, in letters.
const LONGEST: usize = 300;

/// A clinic's file, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clinic {
    /// Facts in the order of the file; `Null` where the file says that one is missing.
    facts: Vec<(&'static str, Value)>,
    /// The file, as its author knows it.
    file: String,
    /// Words to change, by language.
    texts: Value,
}

impl Clinic {
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
        let mut clinic = Self {
            file: file.to_owned(),
            ..Self::default()
        };
        let root = Node::root(value);
        if root.is_object(&mut report) {
            for (key, value) in value.as_table() {
                let node = root.child(key, value);
                match key.as_str() {
                    "clinic" if node.is_object(&mut report) => {
                        clinic.read_facts(&node, wording, &mut report);
                    }
                    "texts" if node.is_object(&mut report) => clinic.texts = value.clone(),
                    "$schema" | "clinic" | "texts" => {}
                    _ => node.fault(&mut report, "not used by anything"),
                }
            }
        }
        (clinic, report.into_problems())
    }

    /// A fact in a language; where there is none in it, in the one that was written first.
    pub fn fact(&self, key: &str, lang: &str) -> Option<&str> {
        let value = self.value(key)?;
        let text = value.get(lang).or_else(|| {
            let first = value.as_table().first();
            first.map_or(Some(value), |(_, text)| Some(text))
        });
        text.and_then(Value::as_text)
    }

    /// Whether a fact is stated.
    pub fn states(&self, key: &str) -> bool {
        match self.value(key) {
            Some(Value::Bool(yes)) => *yes,
            Some(Value::Null) | None => false,
            Some(_) => true,
        }
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

    fn value(&self, key: &str) -> Option<&Value> {
        let found = self.facts.iter().find(|(name, _)| *name == key);
        found.map(|(_, value)| value)
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
                        good &= is_fact(&fact.child(lang, text), field.form, wording, report);
                    }
                    good
                }
                _ => is_fact(&fact, field.form, wording, report),
            };
            if good {
                self.facts.retain(|(name, _)| *name != field.key);
                self.facts.push((field.key, value.clone()));
            }
        }
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
            file: over.file.clone(),
            texts: Value::Null,
        }
    }
}

impl Content {
    /// This content with a clinic's facts and words over it, and what is wrong with the words.
    pub fn with_clinic(&self, clinic: &Clinic, wording: &Wording) -> (Self, Vec<Problem>) {
        let mut report = Report::default();
        report.open(&clinic.file);
        let texts = match wording.is_empty() {
            true => self.texts.clone(),
            false => words::reworded(self, &clinic.texts, wording, &mut report),
        };
        let mut hash = self.hash ^ clinic.texts.hash();
        for (key, value) in &clinic.facts {
            hash = hash.wrapping_add(Value::Text((*key).to_owned()).hash() ^ value.hash());
        }
        let content = Self {
            explainer: self.explainer.clone(),
            texts,
            clinic: self.clinic.overlay(clinic),
            hash,
        };
        (content, report.into_problems())
    }

    /// Whether name, contact and offer of the clinic may be shown.
    pub fn shows_clinic(&self, profile: Profile) -> bool {
        self.clinic.states("name")
            && (profile == Profile::InClinic || disclosures(self, profile).missing.is_empty())
    }
}

/// Whether a fact can be shown; says why if not.
fn is_fact(node: &Node<'_>, form: Form, wording: &Wording, report: &mut Report) -> bool {
    let before = report.len();
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
        report_wording(node, text, wording, report);
    }
    report.len() == before
}

/// Tells every expression that may not be used, and a study named without the one that found no
/// difference.
fn report_wording(node: &Node<'_>, text: &str, wording: &Wording, report: &mut Report) {
    for finding in wording.check(text) {
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
