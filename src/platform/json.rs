//! The browser's own JSON parser, and its normaliser of texts.
//!
//! Must not be here: what the values mean.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::content::Value;

#[wasm_bindgen(raw_module = "./poster.js")]
extern "C" {
    /// A JSON file as a flat text, see there, and the numbers in it.
    #[wasm_bindgen(catch)]
    fn flat(json: &str, numbers: &Array) -> Result<String, js_sys::Error>;
}

/// Reads JSON. The reason of a failure is for the file's author.
pub fn from_json(json: &str) -> Result<Value, String> {
    let numbers = Array::new();
    match flat(json, &numbers) {
        Ok(text) => Ok(Flat {
            rest: &text,
            numbers,
        }
        .value()
        .unwrap_or_default()),
        Err(error) => Err(error.message().into()),
    }
}

/// What is still to be read of a flat text. One text in place of a call for every value: a file has some thousands.
struct Flat<'a> {
    rest: &'a str,
    numbers: Array,
}

impl Flat<'_> {
    /// The next value, or nothing where a list or a table ends.
    fn value(&mut self) -> Option<Value> {
        let (kind, rest) = self.rest.split_at_checked(1)?;
        self.rest = rest;
        Some(match kind {
            "\"" => Value::Text(self.text()),
            "#" => Value::Number(self.numbers.shift().as_f64().unwrap_or_default()),
            "[" => {
                let mut items = Vec::new();
                while let Some(item) = self.value() {
                    items.push(item);
                }
                Value::List(items)
            }
            "{" => {
                let mut fields = Vec::new();
                while let Some(Value::Text(key)) = self.value() {
                    fields.push((key, self.value().unwrap_or_default()));
                }
                Value::Table(fields)
            }
            "t" => Value::Bool(true),
            "f" => Value::Bool(false),
            "]" => return None,
            _ => Value::Null,
        })
    }

    fn text(&mut self) -> String {
        let (text, rest) = self.rest.split_once('\0').unwrap_or((self.rest, ""));
        self.rest = rest;
        text.to_owned()
    }
}

/// Unicode normalisation form NFKC.
pub fn nfkc(text: &str) -> String {
    let text: js_sys::JsString = text.into();
    text.normalize("NFKC").into()
}
