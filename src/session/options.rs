//! The element's attributes, as the loader hands them over: checked against the content, never an
//! error. What is not understood is named in a warning for the web team and replaced by its
//! default.

use std::rc::Rc;

use super::START;
use super::playhead::Mode;
use super::settings::ThemeChoice;
use super::snapshot::Snapshot;
pub use crate::content::Profile;
use crate::content::{Explainer, FromJson, Value};

/// Where and how to start.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// Scene to start with.
    pub scene: Rc<str>,
    /// Step to start with, from 0.
    pub step: usize,
    /// How playback moves from step to step.
    pub mode: Mode,
    /// What kind of page this is.
    pub profile: Profile,
    /// The page's theme.
    pub theme: ThemeChoice,
    /// The scenes that exist in this element, in the content's order; never empty if the content
    /// has scenes.
    pub scenes: Vec<Rc<str>>,
    /// A place to go back to; wins over `scene` and `step`.
    pub snapshot: Option<Snapshot>,
}

/// Reads the options object. Total: every problem becomes a warning and a default.
pub fn parse(from_json: FromJson, json: &str, explainer: &Explainer) -> (Options, Vec<String>) {
    let mut warnings = Vec::new();
    let object = from_json(json).unwrap_or_default();
    if !object.is_table() {
        warnings.push("options: not a JSON object; defaults are used".to_owned());
    }
    let mut read = Reader {
        object: &object,
        warnings: &mut warnings,
    };

    let scenes = read.scenes(explainer);
    let scene = read.scene(&scenes, &explainer.start);
    let step = read.step(explainer.step_count(&scene));
    let options = Options {
        step,
        mode: read.named("mode", "explore", Mode::from_name),
        profile: read.named("profile", "public", Profile::from_name),
        theme: read.named("theme", "light", ThemeChoice::from_name),
        snapshot: read
            .text("snapshot")
            .as_deref()
            .and_then(Snapshot::from_line)
            .filter(|place| *place.scene == *START || scenes.contains(&place.scene)),
        scene,
        scenes,
    };
    (options, warnings)
}

struct Reader<'a> {
    object: &'a Value,
    warnings: &'a mut Vec<String>,
}

impl Reader<'_> {
    /// An attribute as text; numbers are taken too, null and an empty value count as absent.
    fn text(&mut self, name: &str) -> Option<String> {
        match self.object.get(name)? {
            Value::Text(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            // Only whole numbers mean anything; a fraction is rounded away rather than written out.
            Value::Number(number) => Some((*number as u32).to_string()),
            Value::Text(_) | Value::Null => None,
            _ => {
                self.warnings.push([name, ": must be text"].concat());
                None
            }
        }
    }

    fn named<T: Default>(&mut self, name: &str, default: &str, of: fn(&str) -> Option<T>) -> T {
        let Some(text) = self.text(name) else {
            return T::default();
        };
        of(&text).unwrap_or_else(|| {
            self.warn(name, &text, "is not known", default);
            T::default()
        })
    }

    fn scenes(&mut self, explainer: &Explainer) -> Vec<Rc<str>> {
        let all = || explainer.scenes.iter().map(|scene| scene.id.clone());
        let asked: Vec<String> = match self.object.get("scenes") {
            Some(Value::List(items)) => items
                .iter()
                .filter_map(Value::as_text)
                .map(str::to_owned)
                .collect(),
            Some(Value::Text(text)) => text.split_whitespace().map(str::to_owned).collect(),
            _ => Vec::new(),
        };
        for name in &asked {
            if explainer.scene(name).is_none() {
                self.warn("scenes", name, "is not a scene", "the others");
            }
        }
        let kept: Vec<_> = all()
            .filter(|id| asked.iter().any(|name| **name == **id))
            .collect();
        if kept.is_empty() {
            all().collect()
        } else {
            kept
        }
    }

    fn scene(&mut self, scenes: &[Rc<str>], start: &Rc<str>) -> Rc<str> {
        let default = scenes.iter().find(|id| *id == start).or(scenes.first());
        let default = default.unwrap_or(start).clone();
        let Some(text) = self.text("scene") else {
            return default;
        };
        match scenes.iter().find(|id| ***id == *text) {
            Some(id) => id.clone(),
            None if text == START => START.into(),
            None => {
                self.warn("scene", &text, "is not a scene here", &default);
                default
            }
        }
    }

    fn step(&mut self, count: usize) -> usize {
        let Some(text) = self.text("step") else {
            return 0;
        };
        match text.parse::<usize>() {
            Ok(step) if (1..=count).contains(&step) => step - 1,
            _ => {
                let reason = ["is not a step from 1 to ", &count.to_string()].concat();
                self.warn("step", &text, &reason, "1");
                0
            }
        }
    }

    fn warn(&mut self, name: &str, value: &str, reason: &str, used: &str) {
        // Attribute values come from anywhere; a message stays readable.
        let value: String = value.chars().take(60).collect();
        self.warnings
            .push([name, "=\"", &value, "\" ", reason, "; using ", used].concat());
    }
}
