//! The text tier of `index.html`: everything the explainer says, as plain Japanese for a reader without scripts, for
//! reader modes and for search. It is written from the content, so that no sentence stands in two places.
//!
//! Must not be in it: sentences; scripts, styles, addresses.

use crate::util::{read, root};
use anyhow::{Context as _, Result};
use serde_json::Value;
use std::fmt::Write as _;

/// What `index.html` holds where the text belongs.
const PLACE: &str = "<!-- text -->";

/// The page with its text.
pub fn fill(page: &str) -> Result<String> {
    let (before, after) = page
        .split_once(PLACE)
        .with_context(|| format!("index.html has no place for its text, {PLACE}"))?;
    Ok([before, &text()?, after].concat())
}

/// The content of `<main>`.
fn text() -> Result<String> {
    let json = |name: &str| -> Result<Value> {
        let path = root().join("assets/content").join(name);
        serde_json::from_str(&read(&path)?).with_context(|| path.display().to_string())
    };
    let mut page = Page {
        explainer: json("explainer.json")?,
        texts: json("ja.json")?,
        html: String::new(),
    };
    page.write();
    Ok(page.html)
}

/// The page as it is being written.
struct Page {
    explainer: Value,
    texts: Value,
    html: String,
}

impl Page {
    fn write(&mut self) {
        let message = claim_of(&self.explainer["message"]);
        let approval = claim_of(&self.explainer["approval"]);
        self.element("h1", &self.ui("app.title"));
        let lead = format!("<strong>{}</strong>", self.claim(&message));
        self.element("p", &lead);
        let note = format!("{}。{}。", self.claim(&approval), self.ui("approval.note"));
        self.element("p", &note);

        let opening = list(&self.explainer["panels"]).find(|it| it["id"] == "start");
        self.scene(&opening.unwrap_or_default(), "h2");
        let scenes: Vec<Value> = list(&self.explainer["scenes"]).collect();
        let mut proposed = false;
        for scene in &scenes {
            let level = if scene["proposed"].as_u64() > Some(0) {
                if !proposed {
                    self.element("h2", &self.ui("nav.proposed"));
                }
                proposed = true;
                "h3"
            } else {
                "h2"
            };
            self.scene(scene, level);
            match scene["id"].as_str() {
                Some("routes") => self.comparison(),
                Some("evidence") => self.points(&self.explainer["research"].clone()),
                _ => {}
            }
        }
        for page in list(&self.explainer["pages"]).collect::<Vec<_>>() {
            self.page(&page);
        }
        self.element("h2", &self.ui("ask.title"));
        self.element("p", &self.ui("ask.intro"));
        self.element("p", &self.ui("ask.why"));
        let questions = list(&self.texts["questions"]);
        let questions = questions.map(|it| format!("<li>{}</li>\n", escaped(&it)));
        let questions: String = questions.collect();
        self.element("ol", &questions);
        self.chosen_questions();
    }

    /// What a visitor of the picture can choose, each with its questions for the doctor: what matters, and where it hurts.
    fn chosen_questions(&mut self) {
        let texts = &self.texts;
        let line = |name: &Value, questions: &mut dyn Iterator<Item = &Value>| {
            let questions: Vec<String> = questions.map(escaped).collect();
            format!("<li>{}: {}</li>\n", escaped(name), questions.join(" "))
        };
        let values = list(&self.explainer["values"]).map(|id| {
            let id = claim_of(&id);
            let question = &texts["value-questions"][&id];
            line(&texts["values"][&id], &mut [question].into_iter())
        });
        let values: String = values.collect();
        let regions = list(&self.explainer["regions"]).map(|region| {
            let name = &texts["actors"][format!("region-{}", claim_of(&region["id"]))];
            let asked: Vec<String> = list(&region["questions"]).map(|it| claim_of(&it)).collect();
            let mut questions = asked.iter().map(|id| &texts["region-questions"][id]);
            line(name, &mut questions)
        });
        let regions: String = regions.collect();
        for (title, lines) in [("values.title", values), ("regions.title", regions)] {
            self.element("h3", &self.ui(title));
            self.element("ul", &lines);
        }
    }

    /// A scene: its evidence strip and the sentences of its steps, a paragraph each.
    fn scene(&mut self, scene: &Value, level: &str) {
        let id = claim_of(&scene["id"]);
        let title = escaped(&self.texts["scenes"][&id]["title"]);
        // The opening view is named as the page is.
        let opening = id == "start";
        let title = if opening {
            escaped(&self.texts["scenes"][&id]["kicker"])
        } else {
            title
        };
        self.element(level, &title);
        if !opening {
            self.strip(&scene["strip"]);
        }
        for step in list(&scene["steps"]).collect::<Vec<_>>() {
            let claims = list(&step["claims"]).map(|it| self.graded(&claim_of(&it)));
            let claims = claims.collect::<String>();
            self.element("p", &claims);
        }
        if opening {
            let claims = list(&scene["actors"]).map(|it| it["claim"].clone());
            self.points(&claims.collect());
        }
    }

    /// How far each kind of study has come; a line for each side where there are two.
    fn strip(&mut self, strip: &Value) {
        let sides = ["drip", "local"].map(|side| (side, &strip[side]));
        for (side, strip) in sides.into_iter().filter(|(_, strip)| strip.is_object()) {
            let name = self.ui(&format!("side.{side}"));
            self.strip_of(strip, &format!("{name}・"));
        }
        if !strip["drip"].is_object() {
            self.strip_of(strip, "");
        }
    }

    fn strip_of(&mut self, strip: &Value, side: &str) {
        let grades = ["cell", "animal", "human-small", "human-controlled"];
        let cell = |grade: &str| {
            let state = strip[grade].as_str().unwrap_or("not-studied");
            format!(
                "{}＝{}",
                self.ui(&format!("badge.{grade}")),
                self.ui(&format!("strip.{state}"))
            )
        };
        let line = format!(
            "{side}{}：{}",
            self.ui("strip.name"),
            grades.map(cell).join("、")
        );
        self.element("p", &format!("<small>{line}</small>"));
    }

    /// A page of text. The one on safety carries the statements that the rules ask for, and the cost.
    fn page(&mut self, page: &Value) {
        let id = claim_of(&page["id"]);
        self.element("h2", &self.ui(&format!("page.{id}")));
        for part in list(&page["parts"]).collect::<Vec<_>>() {
            let name = claim_of(&part["id"]);
            self.element("h3", &self.ui(&format!("part.{id}.{name}")));
            self.points(&part["claims"]);
        }
        if id == "safety" {
            self.element("h3", &self.ui("risk.statements"));
            self.points(&self.explainer["statements"].clone());
            self.points(&self.explainer["cost"].clone());
        }
    }

    /// Sentences as a list, each with its title where it has one.
    fn points(&mut self, claims: &Value) {
        let point = |id: Value| {
            let id = claim_of(&id);
            let title = &self.texts["ui"][format!("title.{id}")];
            let title = match title.is_string() {
                true => format!("<strong>{}</strong>：", escaped(title)),
                false => String::new(),
            };
            format!("<li>{title}{}</li>\n", self.graded(&id))
        };
        let points: String = list(claims).map(point).collect();
        self.element("ul", &points);
    }

    /// Drip, local injection and neither, side by side.
    fn comparison(&mut self) {
        let columns = ["drip", "local", "neither"];
        let head = columns.map(|it| {
            let name = self.ui(&format!("column.{it}"));
            format!("<th scope=\"col\">{name}</th>")
        });
        let row = |row: Value| {
            let name = self.ui(&format!("row.{}", claim_of(&row["id"])));
            let cells = columns.map(|column| {
                // On narrow screens each cell says whose it is.
                let name = self.ui(&format!("column.{column}"));
                let claims = list(&row[column]).map(|it| self.graded(&claim_of(&it)));
                let claims = claims.collect::<Vec<_>>().join("<br>");
                format!("<td><b aria-hidden=\"true\">{name}</b> {claims}</td>")
            });
            format!("<tr><th scope=\"row\">{name}</th>{}</tr>\n", cells.concat())
        };
        let rows: String = list(&self.explainer["comparison"]).map(row).collect();
        let table = format!(
            "<caption>{}</caption>\n<thead><tr><td></td>{}</tr></thead>\n<tbody>\n{rows}</tbody>\n",
            self.ui("comparison.title"),
            head.concat()
        );
        self.element("table", &table);
    }

    /// A sentence, and on what it rests.
    fn graded(&self, id: &str) -> String {
        let claim = list(&self.explainer["claims"]).find(|it| it["id"] == id);
        let claim = claim.unwrap_or_default();
        let mut marks: Vec<String> = match claim["kind"].as_str() {
            Some("finding") => list(&claim["grades"]).map(|it| claim_of(&it)).collect(),
            Some("calculation") => vec!["calculation".to_owned()],
            _ => Vec::new(),
        };
        match claim["result"].as_str() {
            Some("no-difference") => marks.push("no-difference".to_owned()),
            Some("not-studied") if !marks.iter().any(|it| it == "unknown") => {
                marks.push("unknown".to_owned());
            }
            _ => {}
        }
        let marks = marks.iter().map(|it| self.ui(&format!("badge.{it}")));
        let marks = marks.collect::<Vec<_>>().join("・");
        let sentence = self.claim(id);
        match marks.is_empty() {
            true => sentence,
            false => format!("{sentence}<small>（{marks}）</small>"),
        }
    }

    fn claim(&self, id: &str) -> String {
        escaped(&self.texts["claims"][id])
    }

    fn ui(&self, key: &str) -> String {
        escaped(&self.texts["ui"][key])
    }

    fn element(&mut self, tag: &str, inside: &str) {
        // Writing into memory does not fail.
        writeln!(self.html, "<{tag}>{inside}</{tag}>").ok();
    }
}

fn list(value: &Value) -> impl Iterator<Item = Value> + use<> {
    value.as_array().cloned().unwrap_or_default().into_iter()
}

fn claim_of(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn escaped(value: &Value) -> String {
    let text = value.as_str().unwrap_or_default();
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(name: &str) -> Value {
        let text = read(&root().join("assets/content").join(name)).expect("content is there");
        serde_json::from_str(&text).expect("content is JSON")
    }

    /// Every claim named anywhere in `value`.
    fn named(value: &Value, known: &[String], found: &mut Vec<String>) {
        match value {
            Value::String(text) if known.contains(text) => found.push(text.clone()),
            Value::Array(items) => items.iter().for_each(|it| named(it, known, found)),
            Value::Object(fields) => fields.values().for_each(|it| named(it, known, found)),
            _ => {}
        }
    }

    #[test]
    fn the_text_holds_every_fact() {
        let (explainer, texts) = (content("explainer.json"), content("ja.json"));
        let page = fill(&read(&root().join("index.html")).expect("index.html is there"))
            .expect("index.html has a place for the text");
        let known: Vec<String> = list(&explainer["claims"])
            .map(|it| claim_of(&it["id"]))
            .collect();
        let mut wanted = Vec::new();
        for key in [
            "message",
            "approval",
            "risks",
            "statements",
            "research",
            "cost",
            "care",
            "comparison",
            "pages",
        ] {
            let before = wanted.len();
            named(&explainer[key], &known, &mut wanted);
            assert!(wanted.len() > before, "{key} names claims");
        }
        for scene in list(&explainer["scenes"]) {
            named(&scene["steps"], &known, &mut wanted);
        }
        for id in wanted {
            let sentence = escaped(&texts["claims"][&id]);
            assert!(
                !sentence.is_empty() && page.contains(&sentence),
                "{id} is missing"
            );
        }
        let chosen = ["values", "value-questions", "region-questions"];
        let chosen = chosen.iter().filter_map(|key| texts[*key].as_object());
        let chosen = chosen.flat_map(|texts| texts.values().cloned());
        for words in list(&texts["questions"]).chain(chosen) {
            assert!(page.contains(&escaped(&words)), "{words} is missing");
        }
        for row in list(&explainer["comparison"]) {
            let name = escaped(&texts["ui"][format!("row.{}", claim_of(&row["id"]))]);
            assert!(page.contains(&format!("<th scope=\"row\">{name}</th>")));
        }
    }

    #[test]
    fn the_text_is_well_formed() {
        let text = text().expect("content can be read");
        assert_eq!(text.matches("<h1>").count(), 1, "one title");
        let mut open: Vec<&str> = Vec::new();
        for tag in text.split('<').skip(1) {
            let name = tag.split(['>', ' ']).next().unwrap_or_default();
            match name.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name), "near <{tag}"),
                None if name == "br" => {}
                None => open.push(name),
            }
        }
        assert!(open.is_empty(), "{open:?} stay open");
        for tag in ["h1", "h2", "h3", "p", "ul", "li", "th", "strong", "small"] {
            let empty = format!("<{tag}></{tag}>");
            assert!(!text.contains(&empty), "an empty {tag}");
        }
        assert!(!text.contains('{'), "no template is left");
    }
}
