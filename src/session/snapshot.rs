//! A visitor's place in one line of text, so that an element that is taken out of the page and put
//! back goes on where it was. Unlike settings it is never stored.

use std::rc::Rc;

use super::{LaneView, Session};
use crate::units::{Ratio, Secs};

/// Where a visitor was.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// Scene id.
    pub scene: Rc<str>,
    /// Position on the scene's timeline, to the millisecond.
    pub time_secs: Secs,
    /// Which lanes were shown.
    pub lanes: LaneView,
    /// The assumed effect, to a thousandth.
    pub assumed_effect: Ratio,
    /// Whether the start button had been used.
    pub started: bool,
}

impl Snapshot {
    /// The place of `session`, whose clock stands at `time_secs`.
    pub fn take(session: &Session, time_secs: Secs) -> Self {
        Self {
            scene: session.scene.clone(),
            time_secs,
            lanes: session.lanes,
            assumed_effect: session.params.assumed_effect,
            started: session.started,
        }
    }

    /// One line: `scene milliseconds lanes thousandths started`.
    pub fn to_line(&self) -> String {
        let thousandths = |value: f64| (value * 1000.0).round() as u32;
        let mut line = String::from(&*self.scene);
        for word in [
            thousandths(self.time_secs).to_string().as_str(),
            self.lanes.name(),
            thousandths(self.assumed_effect.get()).to_string().as_str(),
            if self.started { "started" } else { "new" },
        ] {
            line.push(' ');
            line.push_str(word);
        }
        line
    }

    /// Reads what [`Snapshot::to_line`] wrote; `None` for anything else.
    pub fn from_line(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let mut word = || words.next().filter(|word| !word.is_empty());
        let thousandths = |word: &str| word.parse::<u32>().ok().map(|n| f64::from(n) / 1000.0);
        Some(Self {
            scene: Rc::from(word()?),
            time_secs: thousandths(word()?)?,
            lanes: LaneView::from_name(word()?)?,
            assumed_effect: Ratio::new(thousandths(word()?)?),
            started: word()? == "started",
        })
    }
}
