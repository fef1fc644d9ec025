//! Lays a clinic's wording over the built-in one. A caption may be said in other words; what it says
//! of the evidence may not: animals stay animals, "not known" stays, and risks, statements and
//! results of studies in people keep their words.

use std::rc::Rc;

use super::Clinic;
use super::file::report_wording;
use super::naming::Names;
use crate::content::problem::Report;
use crate::content::reader::Node;
use crate::content::value::Value;
use crate::content::vocabulary::{Grade, Kind, Outcome};
use crate::content::wording::Wording;
use crate::content::{Claim, Content, Explainer, Texts};

/// Interface texts that a clinic may word anew.
pub const REWORDED_UI: [&str; 4] = ["app.title", "ask.intro", "poster.kicker", "poster.start"];

/// Whether the claim's sentence may be worded anew: not where it is a risk, a statement of the
/// rules, a result in people, or something unknown.
pub fn may_reword(explainer: &Explainer, claim: &Claim) -> bool {
    let Explainer {
        risks,
        statements,
        cost,
        message,
        approval,
        research,
        ..
    } = explainer;
    let fixed = [risks, statements, cost, research].into_iter().flatten();
    let mut fixed = fixed.chain([message, approval]);
    let people = [Grade::HumanSmall, Grade::HumanControlled, Grade::Unknown];
    let in_people = claim.grades.iter().any(|grade| people.contains(grade));
    let open = !claim.grades.is_empty() && claim.result != Outcome::Reported;
    let number = claim.kind == Kind::Calculation;
    !(in_people || open || number || fixed.any(|id| *id == claim.id))
}

/// The words of `content` with those of the file over them, where they may be.
pub(super) fn reworded(
    content: &Content,
    clinic: &Clinic,
    texts: &Value,
    wording: &Wording,
    report: &mut Report,
) -> Texts {
    let root = Node::root(texts).at("texts");
    for (lang, words) in texts.as_table() {
        let known = content
            .explainer
            .languages
            .iter()
            .any(|known| **known == **lang);
        if !known {
            root.child(lang, words).fault(report, "no such language");
        }
    }
    let lang = content.texts.lang();
    let Some(over) = texts.get(lang) else {
        return content.texts.clone();
    };
    let node = root.child(lang, over);
    let mut value = (*content.texts.value).clone();
    if node.is_object(report) {
        let names = Names::of(clinic, wording);
        let work = Work {
            content,
            wording,
            names,
        };
        work.lay(&node, &mut value, &mut Vec::new(), report);
    }
    Texts {
        value: Rc::new(value),
    }
}

struct Work<'c> {
    content: &'c Content,
    wording: &'c Wording,
    names: Names<'c>,
}

impl Work<'_> {
    /// Lays one value of the file over the built-in one, and tells what does not fit.
    fn lay<'v>(
        &self,
        over: &Node<'v>,
        base: &mut Value,
        path: &mut Vec<&'v str>,
        report: &mut Report,
    ) {
        match (over.value(), base) {
            // A hole in a list of steps.
            (Value::Null, _) => {}
            (Value::Table(fields), base @ Value::Table(_)) => {
                for (key, value) in fields {
                    let node = over.child(key, value);
                    let Some(below) = base.get_mut(key) else {
                        node.fault(report, "no such text");
                        continue;
                    };
                    path.push(key);
                    self.lay(&node, below, path, report);
                    path.pop();
                }
            }
            (Value::List(items), Value::List(below)) => {
                if items.len() > below.len() {
                    over.fault(report, "longer than the built-in list");
                }
                for (node, below) in over.items(report).unwrap_or_default().iter().zip(below) {
                    self.lay(node, below, path, report);
                }
            }
            (Value::Text(_), Value::Text(base)) => {
                if let Some(text) = self.accepted(over, base, path, report) {
                    *base = text.to_owned();
                }
            }
            _ => over.fault(report, "not of the form of the built-in text"),
        }
    }

    /// The new text, if nothing speaks against it.
    fn accepted<'v>(
        &self,
        node: &Node<'v>,
        base: &str,
        path: &[&str],
        report: &mut Report,
    ) -> Option<&'v str> {
        let before = report.len();
        let explainer = &self.content.explainer;
        let allowed = match path {
            ["claims", id] => explainer
                .claim(id)
                .is_some_and(|claim| may_reword(explainer, claim)),
            ["scenes", _, "description" | "place"] => true,
            ["scenes", _, "steps", "title" | "long"] => true,
            ["ui", key] => REWORDED_UI.contains(key),
            _ => false,
        };
        if !allowed {
            node.fault(report, "cannot be worded anew: it says how something is known, or is asked for by the rules");
            return None;
        }
        let text = node.text(report)?;
        if text.chars().count() > (base.chars().count() * 3 / 2).max(24) {
            node.fault(report, "too long for its place");
        }
        if placeholders(text).ne(placeholders(base)) {
            node.fault(report, "not the placeholders of the built-in text");
        }
        let (lost, people) = self.wording.shifts(self.content.texts.lang(), base, text);
        for word in lost {
            node.fault(report, &["no longer says how it is known: ", word].concat());
        }
        if let Some(word) = people {
            let reason = "speaks of people, which the built-in text does not: ";
            node.fault(report, &[reason, word].concat());
        }
        if self.names.tell(text) {
            node.fault(
                report,
                "names-clinic: names the clinic, a way to reach it, or invites: that is for the facts under `clinic`",
            );
        }
        report_wording(node, text, "", self.wording, report);
        (report.len() == before).then_some(text)
    }
}

fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{')
        .skip(1)
        .map(|rest| rest.split('}').next().unwrap_or_default())
}
