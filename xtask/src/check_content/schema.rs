//! The JSON Schema of a clinic's file, from the table its reader follows and the texts that may be worded anew. Editors
//! complete and check a file by it; the reader stays the judge.

use exosome_explainer::content::{
    Content,
    clinic::{FIELDS, Form, REWORDED_UI, may_reword},
};
use serde_json::{Map, Value, json};

/// The schema for these contents, one per language.
pub fn schema(contents: &[Content]) -> Value {
    let languages = || contents.iter().map(|content| content.texts.lang());
    let facts = FIELDS.iter().map(|field| {
        let per_language = |pattern: Option<&str>| {
            let text = text(pattern);
            let of = |lang: &str| (lang.to_owned(), text.clone());
            let table: Map<_, _> = languages().map(of).collect();
            json!({"anyOf": [
                text,
                {"type": "object", "properties": table, "additionalProperties": false, "minProperties": 1},
                {"type": "null"},
            ]})
        };
        let one = |pattern: &str| json!({"type": ["string", "null"], "pattern": pattern});
        let mut form = match field.form {
            Form::Words => per_language(None),
            Form::Amount => per_language(Some("[0-9０-９]")),
            Form::Telephone => one("^[0-9０-９+() ‐－-]{9,}$"),
            Form::Mail => one("^[^@\\s,;\"]+@[^@\\s,;\".]+(\\.[^@\\s,;\".]+)+$"),
            Form::Link => one("^https://\\S+$"),
            Form::Day => one("^\\d{4}-\\d{2}-\\d{2}$"),
            Form::Yes => json!({"type": ["boolean", "null"]}),
        };
        form["description"] = json!(field.hint);
        (field.key.to_owned(), form)
    });
    let clinic = table(facts.collect());
    let texts = contents
        .iter()
        .map(|content| (content.texts.lang().to_owned(), words(content)));
    let mut schema = table(
        [
            ("$schema".to_owned(), json!({"type": "string"})),
            (
                "clinic".to_owned(),
                described(clinic, "医療機関の事実。書いていないものは null"),
            ),
            (
                "texts".to_owned(),
                described(
                    table(texts.collect()),
                    "言いかえる文章。書かないものは元のまま",
                ),
            ),
        ]
        .into_iter()
        .collect(),
    );
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["title"] = json!("exosome-explainer: clinic file");
    schema
}

/// The texts of one language that may be worded anew, each with its present wording.
fn words(content: &Content) -> Value {
    let explainer = &content.explainer;
    let now = |key: &str, present: &str| (key.to_owned(), described(text(None), present));
    let claims = explainer
        .claims
        .iter()
        .filter(|claim| may_reword(explainer, claim));
    let claims = claims
        .map(|claim| now(&claim.id, content.texts.claim(&claim.id)))
        .collect();
    let scenes = explainer.pictures().map(|scene| {
        let present = content.texts.scene(&scene.id);
        let steps: Vec<Value> = (present.steps.iter())
            .map(|step| {
                let step = table(
                    [now("title", step.title), now("long", step.long)]
                        .into_iter()
                        .collect(),
                );
                json!({"anyOf": [step, {"type": "null"}]})
            })
            .collect();
        let mut fields: Map<_, _> = [
            now("description", present.description),
            now("place", present.place),
        ]
        .into_iter()
        .collect();
        let most = steps.len();
        fields.insert(
            "steps".to_owned(),
            json!({"type": "array", "items": steps, "maxItems": most}),
        );
        (scene.id.to_string(), table(fields))
    });
    let ui = REWORDED_UI
        .iter()
        .map(|key| now(key, content.texts.ui(key)))
        .collect();
    table(
        [
            ("claims".to_owned(), table(claims)),
            ("scenes".to_owned(), table(scenes.collect())),
            ("ui".to_owned(), table(ui)),
        ]
        .into_iter()
        .collect(),
    )
}

fn table(properties: Map<String, Value>) -> Value {
    json!({"type": "object", "properties": properties, "additionalProperties": false})
}

fn text(pattern: Option<&str>) -> Value {
    let mut text = json!({"type": "string", "minLength": 1, "maxLength": 300});
    if let Some(pattern) = pattern {
        text["pattern"] = json!(pattern);
    }
    text
}

fn described(mut schema: Value, description: &str) -> Value {
    schema["description"] = json!(description);
    schema
}
