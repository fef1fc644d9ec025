//! The words of one language. They stay in the JSON value they came in and are looked up there:
//! a second copy in typed fields would only be more code. A missing text reads as "".

use super::explainer::Explainer;
use super::keys::UI_KEYS;
use super::problem::Report;
use super::reader::Node;
use super::value::Value;
use std::rc::Rc;

/// All words on screen in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Texts {
    pub(super) value: Rc<Value>,
}

/// The words of one scene.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SceneTexts<'t> {
    /// Its title.
    pub title: &'t str,
    /// Its shorter name in the navigation.
    pub nav: &'t str,
    /// The line over the title.
    pub kicker: &'t str,
    /// Where in the body it takes place.
    pub place: &'t str,
    /// What the picture shows as a whole.
    pub description: &'t str,
    /// One per step.
    pub steps: Vec<StepTexts<'t>>,
}

/// The words of one step, apart from its claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StepTexts<'t> {
    /// Its name.
    pub title: &'t str,
    /// What the picture shows during the step.
    pub long: &'t str,
}

/// The words of one study.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StudyTexts<'t> {
    /// Who or what was studied.
    pub model: &'t str,
    /// How many.
    pub number: &'t str,
    /// What came out.
    pub result: &'t str,
    /// What it cannot say.
    pub limits: &'t str,
}

/// The keys of a study's words.
const STUDY: [&str; 4] = ["model", "number", "result", "limits"];

impl Texts {
    pub(super) fn read(value: Value, explainer: &Explainer, report: &mut Report) -> Self {
        let root = Node::root(&value);
        // Without a structure there is nothing to compare with, and that has been told already.
        if root.is_object(report) && !explainer.scenes.is_empty() {
            check(&root, explainer, report);
        }
        Self {
            value: Rc::new(value),
        }
    }

    /// All of them, as in the file.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The language: `ja`.
    pub fn lang(&self) -> &str {
        text(&self.value, &["lang"])
    }

    /// The language's own name: 日本語.
    pub fn name(&self) -> &str {
        text(&self.value, &["name"])
    }

    /// A text of the interface.
    pub fn ui(&self, key: &str) -> &str {
        text(&self.value, &["ui", key])
    }

    /// The sentence of a claim.
    pub fn claim(&self, id: &str) -> &str {
        text(&self.value, &["claims", id])
    }

    /// The title over a claim of the risk sheet.
    pub fn claim_title(&self, id: &str) -> &str {
        self.ui(&["title.", id].concat())
    }

    /// The name of an actor.
    pub fn actor(&self, id: &str) -> &str {
        text(&self.value, &["actors", id])
    }

    /// The title of a source.
    pub fn source(&self, id: &str) -> &str {
        text(&self.value, &["sources", id])
    }

    /// A word beside something in the picture.
    pub fn label(&self, scene: &str, id: &str) -> &str {
        text(&self.value, &["scenes", scene, "labels", id])
    }

    /// A template, or a piece for one, of the sentence that says what the picture shows.
    pub fn describe(&self, scene: &str, key: &str) -> &str {
        text(&self.value, &["scenes", scene, "describe", key])
    }

    /// The title of a panel of text.
    pub fn page(&self, id: &str) -> &str {
        self.ui(&["page.", id].concat())
    }

    /// The heading of a part of a panel of text.
    pub fn part(&self, page: &str, id: &str) -> &str {
        self.ui(&["part.", page, ".", id].concat())
    }

    /// The words of a study, by the name of its source; its title is the source's.
    pub fn study(&self, id: &str) -> StudyTexts<'_> {
        let [model, number, result, limits] =
            STUDY.map(|key| text(&self.value, &["studies", id, key]));
        StudyTexts {
            model,
            number,
            result,
            limits,
        }
    }

    /// The questions to ask the doctor, in order.
    pub fn questions(&self) -> Vec<&str> {
        let list = self.value.get("questions").and_then(Value::as_list);
        list.into_iter()
            .flatten()
            .filter_map(Value::as_text)
            .collect()
    }

    /// A question to ask the doctor about a region, by its name in the structure.
    pub fn region_question(&self, id: &str) -> &str {
        text(&self.value, &["region-questions", id])
    }

    /// What may matter to a visitor, in a few words.
    pub fn value_name(&self, id: &str) -> &str {
        text(&self.value, &["values", id])
    }

    /// The question to ask the doctor where that matters.
    pub fn value_question(&self, id: &str) -> &str {
        text(&self.value, &["value-questions", id])
    }

    /// The words of a scene; all empty for an unknown one.
    pub fn scene(&self, id: &str) -> SceneTexts<'_> {
        let Some(scene) = self.value.get("scenes").and_then(|scenes| scenes.get(id)) else {
            return SceneTexts::default();
        };
        let steps = scene
            .get("steps")
            .and_then(Value::as_list)
            .into_iter()
            .flatten();
        SceneTexts {
            title: text(scene, &["title"]),
            nav: text(scene, &["nav"]),
            kicker: text(scene, &["kicker"]),
            place: text(scene, &["place"]),
            description: text(scene, &["description"]),
            steps: steps
                .map(|step| StepTexts {
                    title: text(step, &["title"]),
                    long: text(step, &["long"]),
                })
                .collect(),
        }
    }
}

/// The text at a path of keys, or "".
fn text<'v>(value: &'v Value, path: &[&str]) -> &'v str {
    let found = path.iter().try_fold(value, |value, key| value.get(key));
    found.and_then(Value::as_text).unwrap_or_default()
}

/// Compares a language file with what the structure asks for.
fn check(root: &Node<'_>, explainer: &Explainer, report: &mut Report) {
    root.text_of("lang", report);
    root.text_of("name", report);
    let derived = explainer.derived_ui_keys();
    let mut keys = UI_KEYS.to_vec();
    keys.extend(derived.iter().map(String::as_str));
    root.table("ui", &keys, report);
    let claims: Vec<&str> = explainer.claims.iter().map(|claim| &*claim.id).collect();
    root.table("claims", &claims, report);
    let sources: Vec<&str> = explainer.sources.iter().map(|source| &*source.id).collect();
    root.table("sources", &sources, report);
    check_studies(root, explainer, report);
    let mut actors = Vec::new();
    for actor in explainer.pictures().flat_map(|scene| &scene.actors) {
        // Several scenes may show the same one; it has one name.
        if !actors.contains(&&*actor.id) {
            actors.push(&*actor.id);
        }
    }
    root.table("actors", &actors, report);
    let mut asked = Vec::new();
    for question in explainer
        .regions
        .iter()
        .flat_map(|region| &region.questions)
    {
        // Several regions may ask the same.
        if !asked.contains(&&**question) {
            asked.push(&**question);
        }
    }
    root.table("region-questions", &asked, report);
    let values: Vec<&str> = explainer.values.iter().map(|value| &**value).collect();
    root.table("values", &values, report);
    root.table("value-questions", &values, report);
    check_list(
        root,
        "questions",
        explainer.questions.len(),
        report,
        |node, report| {
            node.text(report);
        },
    );
    let scenes = root.field("scenes", report);
    let Some(scenes) = scenes.filter(|scenes| scenes.is_object(report)) else {
        return;
    };
    for scene in explainer.pictures() {
        let Some(node) = scenes.field(&scene.id, report) else {
            continue;
        };
        if !node.is_object(report) {
            continue;
        }
        for key in ["title", "nav", "kicker", "place", "description"] {
            node.text_of(key, report);
        }
        check_list(&node, "steps", scene.steps.len(), report, |step, report| {
            if step.is_object(report) {
                step.text_of("title", report);
                step.text_of("long", report);
            }
        });
        let labels: Vec<&str> = scene.labels.iter().map(|label| &**label).collect();
        node.table("labels", &labels, report);
        let describe: Vec<&str> = scene.describe.iter().map(|key| &**key).collect();
        node.table("describe", &describe, report);
    }
}

/// Checks that each study has its words, and no other does.
fn check_studies(root: &Node<'_>, explainer: &Explainer, report: &mut Report) {
    let studies = root.field("studies", report);
    let Some(studies) = studies.filter(|studies| studies.is_object(report)) else {
        return;
    };
    for study in &explainer.studies {
        studies.table(&study.id, &STUDY, report);
    }
    let known = |name: &str| explainer.studies.iter().any(|study| &*study.id == name);
    studies.unused(known, report);
}

/// Checks each element, and that there are as many as the structure has.
fn check_list(
    node: &Node<'_>,
    key: &str,
    length: usize,
    report: &mut Report,
    each: fn(&Node<'_>, &mut Report),
) {
    let Some(list) = node.field(key, report) else {
        return;
    };
    let Some(items) = list.items(report) else {
        return;
    };
    if items.len() != length {
        list.fault(report, "not as many as in explainer.json");
    }
    for item in &items {
        each(item, report);
    }
}

/// Puts values in place of the `{named}` placeholders of a template; an unknown one stays.
///
/// A value is put in as it is: braces within it are not looked at again.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let named = after.split_once('}').and_then(|(name, tail)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((*value, tail))
        });
        match named {
            Some((value, tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}
