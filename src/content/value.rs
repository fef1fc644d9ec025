//! A JSON value as the content reader sees it. The browser has a JSON parser already, and a second
//! one would be 10 KB of the download: `platform::json` fills this type there, serde_json does
//! everywhere else.

/// Any JSON value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`, and whatever is nested deeper than content ever is.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// `[…]`
    List(Vec<Value>),
    /// `{…}`; of equal keys the last one counts.
    Table(Vec<(String, Value)>),
}

impl Value {
    /// The field of a table.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.as_table()
            .iter()
            .rev()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
    }

    /// Whether this is a table.
    pub fn is_table(&self) -> bool {
        matches!(self, Self::Table(_))
    }

    /// The fields of a table; none of anything else.
    pub fn as_table(&self) -> &[(String, Self)] {
        match self {
            Self::Table(fields) => fields,
            _ => &[],
        }
    }

    /// The elements, if this is a list.
    pub fn as_list(&self) -> Option<&[Self]> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }

    /// The text, if this is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if this is one.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

/// Reads JSON with serde. The reason of a failure is for the file's author.
#[cfg(not(target_arch = "wasm32"))]
pub fn from_json(json: &str) -> Result<Value, String> {
    serde_json::from_str::<serde_json::Value>(json)
        .map(Value::from)
        .map_err(|error| error.to_string())
}

#[cfg(not(target_arch = "wasm32"))]
impl From<serde_json::Value> for Value {
    fn from(value: serde_json::Value) -> Self {
        use serde_json::Value as Json;
        match value {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Bool(value),
            Json::Number(number) => number.as_f64().map_or(Self::Null, Self::Number),
            Json::String(text) => Self::Text(text),
            Json::Array(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Json::Object(fields) => Self::Table(
                fields
                    .into_iter()
                    .map(|(key, value)| (key, Self::from(value)))
                    .collect(),
            ),
        }
    }
}
