//! What a clinic says of itself, as it can be shown: facts that were checked. They come from a clinic's file alone, the
//! built-in one included.
//!
//! Must not be here: how such a file is read. In the browser `assets/element/clinic-file.js` reads it, in every tier, and
//! hands over what is left; everywhere else [`ClinicFile`] does, by the same rules. Tests hold the two together.

#[cfg(not(target_arch = "wasm32"))]
mod audit;
#[cfg(not(target_arch = "wasm32"))]
mod disclosure;
#[cfg(not(target_arch = "wasm32"))]
mod file;
#[cfg(not(target_arch = "wasm32"))]
mod naming;
#[cfg(not(target_arch = "wasm32"))]
mod words;

#[cfg(not(target_arch = "wasm32"))]
pub use self::{
    audit::{audit, missing},
    disclosure::{Disclosure, Disclosures, Duty, disclosures},
    file::ClinicFile,
    naming::withheld,
    words::{REWORDED_UI, may_reword},
};

use super::Content;
use super::value::Value;

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

/// All fields. Both readers, schema and disclosures follow this table.
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

/// A clinic's facts, checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clinic {
    /// Facts in the order of the file; `Null` where the file says that one is missing.
    facts: Vec<(&'static str, Value)>,
    /// Whether they are all that the rules ask for on a public page.
    complete: bool,
}

impl Clinic {
    /// Facts that were checked already: a table, and whether it is complete. What is no field is left out.
    pub fn checked(facts: &Value, complete: bool) -> Self {
        let known = facts.as_table().iter().filter_map(|(key, value)| {
            let field = FIELDS.iter().find(|field| field.key == key)?;
            Some((field.key, value.clone()))
        });
        Self {
            facts: known.collect(),
            complete,
        }
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

    fn value(&self, key: &str) -> Option<&Value> {
        let found = self.facts.iter().find(|(name, _)| *name == key);
        found.map(|(_, value)| value)
    }
}

impl Content {
    /// Whether name, contact and offer of the clinic may be shown.
    pub fn shows_clinic(&self, profile: Profile) -> bool {
        self.clinic.states("name") && (profile == Profile::InClinic || self.clinic.complete)
    }

    /// Sixteen digits that differ where structure, words or facts differ, whatever the order of the
    /// fields and the white space.
    pub fn hash_digits(&self) -> String {
        let mut hash = self.structure.rotate_left(1) ^ self.texts.value.hash();
        for (key, value) in &self.clinic.facts {
            hash = hash.wrapping_add(Value::Text((*key).to_owned()).hash() ^ value.hash());
        }
        let digit = |place: u32| char::from_digit((hash >> (4 * place)) as u32 & 15, 16);
        (0..16).rev().filter_map(digit).collect()
    }
}
