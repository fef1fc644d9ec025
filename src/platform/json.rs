//! The browser's own JSON parser, and its normaliser of texts.

use js_sys::{Array, JSON, Object};
use wasm_bindgen::prelude::*;

use crate::content::Value;

/// Deeper nesting than this reads as null: content is six levels deep, and a hostile file must not
/// use up the stack.
const DEEPEST: usize = 64;

/// Reads JSON. The reason of a failure is for the file's author.
pub fn from_json(json: &str) -> Result<Value, String> {
    match JSON::parse(json) {
        Ok(value) => Ok(convert(&value, DEEPEST)),
        Err(error) => Err(error.unchecked_into::<js_sys::Error>().message().into()),
    }
}

fn convert(value: &JsValue, depth: usize) -> Value {
    let Some(depth) = depth.checked_sub(1) else {
        return Value::Null;
    };
    if let Some(text) = value.as_string() {
        Value::Text(text)
    } else if let Some(number) = value.as_f64() {
        Value::Number(number)
    } else if let Some(value) = value.as_bool() {
        Value::Bool(value)
    } else if let Some(items) = value.dyn_ref::<Array>() {
        Value::List(items.iter().map(|item| convert(&item, depth)).collect())
    } else if let Some(object) = value.dyn_ref::<Object>() {
        let field = |entry: JsValue| {
            let entry: Array = entry.unchecked_into();
            (
                entry.get(0).as_string().unwrap_or_default(),
                convert(&entry.get(1), depth),
            )
        };
        Value::Table(Object::entries(object).iter().map(field).collect())
    } else {
        Value::Null
    }
}

/// Unicode normalisation form NFKC.
pub fn nfkc(text: &str) -> String {
    let text: js_sys::JsString = text.into();
    text.normalize("NFKC").into()
}
