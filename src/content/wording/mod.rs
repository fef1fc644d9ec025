//! Expressions that medical advertising must not hold, or holds at a risk: found in any text, each
//! with the rule it breaks and a safer wording. A match is a reason to look, not a verdict.
//!
//! The rules are data (`assets/content/wording.json`), so that a page without a clinic's file need
//! not load them; nothing here knows a sentence of any page. In the browser `assets/element/wording.js`
//! looks by the same rules. Unicode normalisation is an argument, because this crate has none.

mod normal;
mod pattern;

use super::value::Value;
use normal::Plain;
pub use normal::{Normalise, sentences};
use pattern::{Found, Unless, any, matches, part_end};

/// The rules of all languages, read.
#[derive(Clone, Debug)]
pub struct Wording {
    tables: Vec<Table>,
    normalise: Normalise,
}

/// The rules of one language.
#[derive(Clone, Debug)]
struct Table {
    lang: String,
    /// Whether words are written without spaces between them.
    joined: bool,
    /// How many letters `~` allows.
    gap: usize,
    /// Spellings of one word, `variant=standard`.
    spellings: String,
    /// Where a part of a sentence ends, so that a negation of the next part excuses nothing.
    breaks: String,
    /// A negation, or a doubt.
    negations: String,
    /// What makes a whole fair: "…, but there are risks".
    qualified: String,
    /// Marks of a report, a possibility, or an animal.
    hedges: String,
    /// How a question ends.
    questions: String,
    /// What a text may say of how it is known; each is a list of words, of which one will do.
    marks: Vec<String>,
    /// Words that make people of the animals.
    people: String,
    /// Words that several patterns share, by name.
    sets: Value,
    rules: Vec<Rule>,
}

/// One expression to look for.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its name.
    pub id: String,
    /// A safer wording, in the rule's language.
    pub advice: String,
    /// What excuses a match.
    unless: Unless,
    /// More words that excuse a match, anywhere in the sentence.
    except: String,
    /// See [`pattern`].
    patterns: Vec<String>,
}

/// An expression found.
#[derive(Clone, Copy, Debug)]
pub struct Finding<'t> {
    /// The rule it breaks.
    pub rule: &'t Rule,
    /// Where it begins in the text, in bytes.
    pub at: usize,
    /// The expression as it stands in the text.
    pub text: &'t str,
    /// The sentence it stands in.
    pub sentence: &'t str,
}

impl Wording {
    /// Reads the rules. What is not of their form is no rule: a test sees to the built-in file.
    pub fn read(value: &Value, normalise: Normalise) -> Self {
        let languages = value.get("languages").and_then(Value::as_list);
        Self {
            tables: languages.into_iter().flatten().map(Table::read).collect(),
            normalise,
        }
    }

    /// No rules at all.
    pub fn none() -> Self {
        Self {
            tables: Vec::new(),
            normalise: str::to_owned,
        }
    }

    /// Whether there is nothing to check by. Words nobody has checked must not be shown.
    pub fn is_empty(&self) -> bool {
        self.tables.iter().all(|table| table.rules.is_empty())
    }

    /// All rules, with the language they are for.
    pub fn rules(&self) -> impl Iterator<Item = (&str, &Rule)> {
        self.tables.iter().flat_map(|table| {
            let of_table = |rule| (&*table.lang, rule);
            table.rules.iter().map(of_table)
        })
    }

    /// A text in the form in which texts are compared.
    pub fn normal(&self, text: &str) -> String {
        (self.normalise)(text)
    }

    /// Every expression in `text`, in the order of the text; of one rule at most one per place.
    pub fn check<'t>(&'t self, text: &'t str) -> Vec<Finding<'t>> {
        let mut findings: Vec<Finding<'t>> = Vec::new();
        for (from, sentence) in sentences(text) {
            let japanese = sentence.chars().any(normal::is_japanese);
            for table in self.tables.iter().filter(|table| japanese || !table.joined) {
                let plain = Plain::new(sentence, table.joined, &table.spellings, self.normalise);
                for rule in &table.rules {
                    let mut end = 0;
                    for found in matches(&rule.patterns, &plain.text, table) {
                        if found.start < end || table.excuses(rule, &plain.text, &found) {
                            continue;
                        }
                        end = found.end;
                        let original = plain.original(&found);
                        let at = from + original.start;
                        // "No.1" is said in both languages.
                        let known =
                            |other: &Finding<'_>| other.at == at && other.rule.id == rule.id;
                        if findings.iter().any(known) {
                            continue;
                        }
                        findings.push(Finding {
                            rule,
                            at,
                            text: sentence.get(original).unwrap_or(sentence).trim(),
                            sentence: sentence.trim(),
                        });
                    }
                }
            }
        }
        findings.sort_by_key(|finding| finding.at);
        findings
    }

    /// What a new wording no longer says of how a thing is known, and which people it speaks of that
    /// the old one does not: a word of each such list.
    pub fn shifts(&self, lang: &str, old: &str, new: &str) -> (Vec<&str>, Option<&str>) {
        let Some(table) = self.tables.iter().find(|table| table.lang == lang) else {
            return (Vec::new(), None);
        };
        let plain = |text| {
            let whole = Plain::new(text, table.joined, &table.spellings, self.normalise);
            whole.text
        };
        let (old, new) = (plain(old), plain(new));
        let said = |list: &'_ str, text: &str| any(list, text, table);
        let lost = table
            .marks
            .iter()
            .filter(|list| said(list, &old) && !said(list, &new));
        let word = |list: &&String, text: &str| list.split('|').position(|word| said(word, text));
        let lost = lost.filter_map(|list| list.split('|').nth(word(&list, &old)?));
        let mut people = table.people.split('|');
        let people = people.find(|word| said(word, &new));
        (
            lost.collect(),
            people.filter(|_| !said(&table.people, &old)),
        )
    }

    /// Whether a text tells the study of 16 people, which had nothing to compare with, and not the
    /// trial of 29, which compared and found no difference.
    pub fn tells_h1_alone(&self, text: &str) -> bool {
        let plain = Plain::new(text, true, "", self.normalise).text;
        let counts = |number: &str| {
            ["人", "名", "例", "people", "patients"].iter().any(|unit| {
                let counted = [number, unit].concat();
                plain.match_indices(&counted).any(|(at, _)| {
                    let before = plain.get(..at).unwrap_or_default();
                    !before.ends_with(|last: char| last.is_ascii_digit())
                })
            })
        };
        counts("16") && !counts("29")
    }
}

impl Table {
    fn read(value: &Value) -> Self {
        let text = |key| string(value, key);
        let rules = value.get("rules").and_then(Value::as_list);
        Self {
            lang: text("lang"),
            joined: matches!(value.get("joined"), Some(Value::Bool(true))),
            gap: value
                .get("gap")
                .and_then(Value::as_number)
                .map_or(0, |gap| gap as usize),
            spellings: text("spellings"),
            breaks: text("breaks"),
            negations: text("negations"),
            qualified: text("qualified"),
            hedges: text("hedges"),
            questions: text("questions"),
            marks: strings(value, "marks"),
            people: text("people"),
            sets: value.get("sets").cloned().unwrap_or_default(),
            rules: rules.into_iter().flatten().map(Rule::read).collect(),
        }
    }

    /// Whether the sentence takes back what was found.
    fn excuses(&self, rule: &Rule, text: &str, found: &Found) -> bool {
        let any = |list: &str, text: &str| any(list, text, self);
        let after = text.get(found.end..).unwrap_or_default();
        // The last letter found may belong to the mark: 和らぐ + ので.
        let last = text
            .get(..found.end)
            .and_then(|text| text.chars().next_back());
        let last = last.map_or(0, char::len_utf8);
        let end = part_end(
            text.get(found.end - last..).unwrap_or_default(),
            &self.breaks,
        );
        let end = found.end + end.saturating_sub(last);
        let start = if self.joined {
            // Japanese takes back at the end.
            found.end
        } else {
            let before = text.get(..found.start).unwrap_or_default();
            let starts = self.breaks.split('|').filter_map(|mark| before.rfind(mark));
            starts.max().unwrap_or(0)
        };
        let part = text.get(start..end).unwrap_or_default();
        let Rule { unless, except, .. } = rule;
        unless.negated && (any(&self.negations, part) || any(&self.qualified, after))
            || unless.hedged && any(&self.hedges, text)
            || unless.followed && any(&self.hedges, after)
            || unless.asked
                && (any(&self.questions, after) || text.trim_end().ends_with(['?', 'か']))
            || any(except, text)
    }
}

impl Rule {
    fn read(value: &Value) -> Self {
        let unless = string(value, "unless");
        let has = |word| unless.split(' ').any(|known| known == word);
        Self {
            id: string(value, "id"),
            advice: string(value, "advice"),
            unless: Unless {
                negated: has("negated"),
                hedged: has("hedged"),
                followed: has("followed"),
                asked: has("asked"),
            },
            except: string(value, "except"),
            patterns: strings(value, "patterns"),
        }
    }
}

fn string(value: &Value, key: &str) -> String {
    let text = value.get(key).and_then(Value::as_text);
    text.unwrap_or_default().to_owned()
}

fn strings(value: &Value, key: &str) -> Vec<String> {
    let items = value.get(key).and_then(Value::as_list);
    let items = items.into_iter().flatten().filter_map(Value::as_text);
    items.map(str::to_owned).collect()
}
