//! Walks JSON values by hand. A derived reader would stop at the first fault and know neither its
//! siblings nor a default; this one notes every fault with its path and always goes on.
//!
//! What the fields mean does not belong here.

use super::problem::Report;
use super::value::Value;

/// No timeline is longer than a day; a larger number is a slip of the pen.
const LONGEST_SECS: f64 = 86_400.0;

/// How JSON is read, which differs between browser and everywhere else.
pub type FromJson = fn(&str) -> Result<Value, String>;

/// Reads a file as JSON; what is not JSON is reported.
pub fn parse(json: &str, from_json: FromJson, report: &mut Report) -> Option<Value> {
    // Editors on Windows like to put a byte order mark in front.
    match from_json(json.trim_start_matches('\u{feff}')) {
        Ok(value) => Some(value),
        Err(error) => {
            report.add("", &["not JSON: ", &error].concat());
            None
        }
    }
}

/// A value together with its path within the file.
#[derive(Clone, Debug)]
pub struct Node<'v> {
    value: &'v Value,
    path: String,
}

impl<'v> Node<'v> {
    /// The whole file.
    pub fn root(value: &'v Value) -> Self {
        Self {
            value,
            path: String::new(),
        }
    }

    /// The same value at another path, where the file holds more than what is walked.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn at(mut self, path: &str) -> Self {
        self.path = path.to_owned();
        self
    }

    /// The value itself.
    pub fn value(&self) -> &'v Value {
        self.value
    }

    /// A value found below this one.
    pub fn child(&self, key: &str, value: &'v Value) -> Self {
        let path = self.path_of(key);
        Self { value, path }
    }

    /// Notes a problem of this very value.
    pub fn fault(&self, report: &mut Report, reason: &str) {
        report.add(&self.path, reason);
    }

    /// The path of a field, whether it is there or not.
    pub fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            [&self.path, ".", key].concat()
        }
    }

    /// Whether there are fields to ask for; if not, this is one problem rather than one per field.
    pub fn is_object(&self, report: &mut Report) -> bool {
        let object = self.value.is_table();
        if !object {
            self.fault(report, "not an object");
        }
        object
    }

    /// A field that has to be there.
    pub fn field(&self, key: &str, report: &mut Report) -> Option<Self> {
        let path = self.path_of(key);
        match self.value.get(key) {
            Some(value) => Some(Self { value, path }),
            None => {
                report.add(&path, "missing");
                None
            }
        }
    }

    /// The elements, where this is a list.
    pub fn items(&self, report: &mut Report) -> Option<Vec<Self>> {
        let Some(list) = self.value.as_list() else {
            self.fault(report, "not a list");
            return None;
        };
        let mut items = Vec::with_capacity(list.len());
        for (index, value) in list.iter().enumerate() {
            let path = [&self.path, "[", &index.to_string(), "]"].concat();
            items.push(Self { value, path });
        }
        Some(items)
    }

    /// The elements of a list that has to be there; none where it is not.
    pub fn list(&self, key: &str, report: &mut Report) -> Vec<Self> {
        let items = self.field(key, report).and_then(|node| node.items(report));
        items.unwrap_or_default()
    }

    /// A text that says something. Markup is shown as it stands, never executed; still it is a
    /// fault, because whoever wrote it expected something else.
    pub fn text(&self, report: &mut Report) -> Option<&'v str> {
        let Some(text) = self.value.as_text() else {
            self.fault(report, "not a text");
            return None;
        };
        if text.trim().is_empty() {
            self.fault(report, "empty");
        } else if text.contains('<') {
            self.fault(report, "holds markup, which is shown as plain text");
        }
        Some(text)
    }

    /// A text field that has to be there; empty where it is not.
    pub fn text_of(&self, key: &str, report: &mut Report) -> &'v str {
        self.field(key, report)
            .and_then(|node| node.text(report))
            .unwrap_or_default()
    }

    /// A number of seconds, or any other number from 0 to 86 400.
    pub fn number_of(&self, key: &str, report: &mut Report) -> Option<f64> {
        let node = self.field(key, report)?;
        let Some(number) = node.value.as_number() else {
            node.fault(report, "not a number");
            return None;
        };
        if (0.0..=LONGEST_SECS).contains(&number) {
            Some(number)
        } else {
            node.fault(report, "not between 0 and 86400");
            None
        }
    }

    /// A table with one text for each of `ids` and nothing else.
    pub fn table(&self, key: &str, ids: &[&str], report: &mut Report) {
        let Some(table) = self
            .field(key, report)
            .filter(|table| table.is_object(report))
        else {
            return;
        };
        for id in ids {
            table.text_of(id, report);
        }
        table.unused(|name| ids.contains(&name), report);
    }

    /// Notes every field of this table that nothing knows.
    pub fn unused(&self, known: impl Fn(&str) -> bool, report: &mut Report) {
        for (name, _) in self.value.as_table() {
            if !known(name) {
                report.add(&self.path_of(name), "not used by anything");
            }
        }
    }
}
