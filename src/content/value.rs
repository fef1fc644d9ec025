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

    /// The field of a table, to be changed.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        let Self::Table(fields) = self else {
            return None;
        };
        let found = fields.iter_mut().rev().find(|(name, _)| name == key);
        found.map(|(_, value)| value)
    }

    /// A number that differs where values differ, whatever the order of a table's fields: parsers
    /// do not agree on it. FNV-1a, 64 bit.
    pub fn hash(&self) -> u64 {
        let of = |seed: u64, bytes: &[u8]| {
            let mut hash = 0xcbf2_9ce4_8422_2325 ^ seed;
            for byte in bytes {
                hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
            }
            hash
        };
        match self {
            Self::Null => of(1, &[]),
            Self::Bool(value) => of(2, &[u8::from(*value)]),
            Self::Number(value) => of(3, &value.to_bits().to_le_bytes()),
            Self::Text(text) => of(4, text.as_bytes()),
            Self::List(items) => {
                let add = |hash, item: &Self| of(hash, &item.hash().to_le_bytes());
                items.iter().fold(of(5, &[]), add)
            }
            Self::Table(fields) => {
                let each = |(key, value): &(String, Self)| of(value.hash(), key.as_bytes());
                fields.iter().map(each).fold(of(6, &[]), u64::wrapping_add)
            }
        }
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

#[cfg(not(target_arch = "wasm32"))]
impl From<&Value> for serde_json::Value {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(*value),
            Value::Number(number) => Self::from(*number),
            Value::Text(text) => Self::String(text.clone()),
            Value::List(items) => Self::Array(items.iter().map(Self::from).collect()),
            Value::Table(fields) => Self::Object(
                fields
                    .iter()
                    .map(|(key, value)| (key.clone(), Self::from(value)))
                    .collect(),
            ),
        }
    }
}
