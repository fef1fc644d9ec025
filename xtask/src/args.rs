//! The command line: `--name value`, `--name=value` and bare switches. Nothing is ignored in silence.

use anyhow::{Context as _, Result, bail};

/// What is left of the command line.
pub struct Args {
    rest: Vec<String>,
}

impl Args {
    /// Everything after the program's name.
    pub fn from_env() -> Args {
        let rest = std::env::args()
            .skip(1)
            .flat_map(|arg| match arg.split_once('=') {
                Some((name, value)) if name.starts_with("--") => {
                    vec![name.to_owned(), value.to_owned()]
                }
                _ => vec![arg],
            });
        Args {
            rest: rest.collect(),
        }
    }

    /// Takes the first word, or an empty string.
    pub fn command(&mut self) -> String {
        if self.rest.is_empty() {
            String::new()
        } else {
            self.rest.remove(0)
        }
    }

    /// Takes a switch.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.rest.len();
        self.rest.retain(|arg| arg != name);
        self.rest.len() != before
    }

    /// Takes an option and its value.
    pub fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(at) = self.rest.iter().position(|arg| arg == name) else {
            return Ok(None);
        };
        if at + 1 >= self.rest.len() {
            bail!("{name} needs a value");
        }
        self.rest.remove(at);
        Ok(Some(self.rest.remove(at)))
    }

    /// Takes an option holding a number.
    pub fn number(&mut self, name: &str) -> Result<Option<u32>> {
        self.value(name)?
            .map(|text| {
                text.parse()
                    .with_context(|| format!("{name} {text}: not a number"))
            })
            .transpose()
    }

    /// Takes an option holding a comma-separated list.
    pub fn list(&mut self, name: &str) -> Result<Option<Vec<String>>> {
        let text = self.value(name)?;
        Ok(text.map(|text| text.split(',').map(|part| part.trim().to_owned()).collect()))
    }

    /// Takes the words that are left; a switch among them is an error.
    pub fn rest(self) -> Result<Vec<String>> {
        match self.rest.iter().find(|arg| arg.starts_with("--")) {
            None => Ok(self.rest),
            Some(arg) => bail!("{arg:?} is not understood here; see `cargo xtask --help`"),
        }
    }

    /// Fails when something is left over.
    pub fn finish(self) -> Result<()> {
        match self.rest.first() {
            None => Ok(()),
            Some(arg) => bail!("{arg:?} is not understood here; see `cargo xtask --help`"),
        }
    }
}
