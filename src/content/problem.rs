//! What is wrong with a content file, told so that its author can mend it. No reading happens here.

use std::fmt;

/// One fault of one content file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as its author knows it: `content/ja.json`.
    pub file: String,
    /// The place within the file: `scenes.microglia.steps[2].title`; empty for the whole file.
    pub path: String,
    /// What is wrong there, in a few words.
    pub reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.file)?;
        if !self.path.is_empty() {
            out.write_str(" at ")?;
            out.write_str(&self.path)?;
        }
        out.write_str(": ")?;
        out.write_str(&self.reason)
    }
}

/// Collects the problems of one file after the other.
#[derive(Debug, Default)]
pub struct Report {
    file: String,
    problems: Vec<Problem>,
}

impl Report {
    /// Everything reported from here on belongs to `file`.
    pub fn open(&mut self, file: &str) {
        self.file = file.to_owned();
    }

    /// Notes one problem and goes on.
    pub fn add(&mut self, path: &str, reason: &str) {
        self.problems.push(Problem {
            file: self.file.clone(),
            path: path.to_owned(),
            reason: reason.to_owned(),
        });
    }

    /// How many there are.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn len(&self) -> usize {
        self.problems.len()
    }

    /// All problems, in the order in which they were found.
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }
}
