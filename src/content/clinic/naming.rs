//! Texts that name the clinic, say how to reach it, or invite: no place for them in the scenes, and none on a public page
//! that does not say all that the rules ask for.
//!
//! Must not be here: what is done about such a text. In the browser `assets/element/clinic-file.js` looks the same way.

use super::{Clinic, FIELDS, Part};
use crate::content::value::Value;
use crate::content::wording::Wording;
use crate::content::{Content, Profile};

/// Words that ask a visitor to come or to call.
const INVITES: [&str; 15] = [
    "予約",
    "問い合わせ",
    "問い合せ",
    "問合わせ",
    "問合せ",
    "お電話",
    "ご来院",
    "申し込",
    "無料相談",
    "無料カウンセリング",
    "appointment",
    "book now",
    "call us",
    "contact us",
    "free consultation",
];

/// What a clinic is known by, in one spelling.
#[derive(Debug)]
pub struct Names<'w> {
    names: Vec<String>,
    wording: &'w Wording,
}

impl<'w> Names<'w> {
    /// Name, offer and address in every language, and the end of the telephone number. A word of a name in Japanese will
    /// do, if it is not a short one.
    pub fn of(clinic: &Clinic, wording: &'w Wording) -> Self {
        let of = |key| clinic.value(key).map_or(Vec::new(), texts);
        let plain = |text: &str| wording.normal(text).to_lowercase();
        let mut names = Vec::new();
        for text in ["name", "offer", "address"].into_iter().flat_map(of) {
            names.push(bare(&plain(text)));
        }
        for name in of("name") {
            let name = plain(name);
            let words = name.split_whitespace().map(bare);
            names.extend(words.filter(|word| !word.is_ascii() && word.chars().count() > 3));
        }
        for number in of("telephone") {
            let digits = bare(&plain(number));
            let end = digits.len().saturating_sub(8);
            names.extend(digits.get(end..).map(str::to_owned));
        }
        names.retain(|name| !name.is_empty());
        Self { names, wording }
    }

    /// Whether a text names the clinic, says how to reach anyone, or invites.
    pub fn tell(&self, text: &str) -> bool {
        let plain = self.wording.normal(text).to_lowercase();
        let bare = bare(&plain);
        self.names.iter().any(|name| bare.contains(name.as_str()))
            || INVITES.iter().any(|word| plain.contains(word))
            || plain.contains('@')
            || plain.contains("://")
            || has_host(&plain)
            || has_number(&plain)
    }
}

/// The facts that are not shown on a page of this profile, though they are stated.
pub fn withheld(clinic: &Clinic, profile: Profile, wording: &Wording) -> Vec<&'static str> {
    if clinic.complete || profile == Profile::InClinic {
        return Vec::new();
    }
    let names = Names::of(clinic, wording);
    let clinics = |key: &str| {
        FIELDS
            .iter()
            .any(|field| field.key == key && field.part == Part::Clinic)
    };
    let told = |value| texts(value).into_iter().any(|text| names.tell(text));
    let facts = clinic.facts.iter();
    let facts = facts.filter(|(key, value)| !clinics(key) && told(value));
    facts.map(|(key, _)| *key).collect()
}

impl Content {
    /// What a page of this profile is given: that a withheld fact is stated, and not what it says.
    pub fn on_page(&self, profile: Profile, wording: &Wording) -> Self {
        let mut content = self.clone();
        let withheld = withheld(&self.clinic, profile, wording);
        for (key, value) in &mut content.clinic.facts {
            if withheld.contains(key) {
                *value = Value::Bool(true);
            }
        }
        content
    }
}

/// A fact in all its languages.
fn texts(fact: &Value) -> Vec<&str> {
    let each = fact.as_table().iter().map(|(_, text)| text);
    each.chain([fact]).filter_map(Value::as_text).collect()
}

/// Letters and digits alone.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

/// An address of the web without its beginning: example.jp.
fn has_host(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.windows(4).any(|window| match window {
        [before, '.', rest @ ..] => {
            before.is_ascii_alphanumeric() && rest.iter().all(char::is_ascii_lowercase)
        }
        _ => false,
    })
}

/// Nine digits or more that begin as telephone numbers do.
fn has_number(text: &str) -> bool {
    let digit = |letter: &char| letter.is_ascii_digit();
    let mut before = ' ';
    text.char_indices().any(|(at, letter)| {
        let begins = matches!(letter, '0' | '+') && !digit(&before) && before != ',';
        before = letter;
        let (mut digits, mut between) = (0, 0);
        for next in text.get(at..).unwrap_or_default().chars() {
            if digit(&next) {
                (digits, between) = (digits + 1, 0);
            } else if parts_numbers(next) && between < 3 {
                between += 1;
            } else {
                break;
            }
        }
        begins && digits > 8
    })
}

fn parts_numbers(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(
            letter,
            '-' | '‐' | '−' | '–' | 'ー' | '(' | ')' | '.' | '/' | '+'
        )
}
