//! A visitor's place in one line of text, so that an element that is taken out of the page and put
//! back goes on where it was, with what was chosen there. Unlike settings it is never stored.
//!
//! Must not be here: what is open (sheet, card, fold); who comes back begins at the picture.

use std::rc::Rc;

use super::{LaneView, Session};
use crate::model::params::{Lit, Params, Push, Regions};
use crate::units::{Ratio, Secs};

/// Between what matters to the visitor and the scenes seen.
const STROKE: &str = "/";

/// Where a visitor was.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// Scene id.
    pub scene: Rc<str>,
    /// Position on the scene's timeline, to the millisecond.
    pub time_secs: Secs,
    /// Which lanes were shown.
    pub lanes: LaneView,
    /// What was set in the scenes, to a thousandth; nothing is lit.
    pub params: Params,
    /// Whether the start button had been used.
    pub started: bool,
    /// What matters to the visitor.
    pub values: Vec<Rc<str>>,
    /// Scenes that were seen to their end.
    pub seen: Vec<Rc<str>>,
}

impl Snapshot {
    /// The place of `session`, whose clock stands at `time_secs`.
    pub fn take(session: &Session, time_secs: Secs) -> Self {
        Self {
            scene: session.scene.clone(),
            time_secs,
            lanes: session.lanes,
            params: Params {
                lit: Lit::default(),
                ..session.params
            },
            started: session.started,
            values: session.values.clone(),
            seen: session.seen.clone(),
        }
    }

    /// One line: the scene, the lanes, thousandths of everything else, what matters, a stroke, the scenes seen.
    pub fn to_line(&self) -> String {
        let Params {
            assumed_effect,
            push: Push { size, length },
            true_scale,
            regions,
            edge: [short, long],
            swapped,
            ..
        } = self.params;
        let numbers = [
            self.time_secs,
            f64::from(u8::from(self.started)),
            assumed_effect.get(),
            true_scale.get(),
            size,
            length,
            short,
            long,
            swapped.get(),
            f64::from(regions.0),
        ];
        let mut line = String::from(&*self.scene);
        let mut put = |word: &str| {
            line.push(' ');
            line.push_str(word);
        };
        put(self.lanes.name());
        for value in numbers {
            put(&((value * 1000.0).round() as u32).to_string());
        }
        for value in &self.values {
            put(value);
        }
        put(STROKE);
        for scene in &self.seen {
            put(scene);
        }
        line
    }

    /// Reads what [`Snapshot::to_line`] wrote; `None` for anything else.
    pub fn from_line(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let scene = Rc::from(words.next()?);
        let lanes = LaneView::from_name(words.next()?)?;
        let mut numbers = [0.0; 10];
        for number in &mut numbers {
            *number = f64::from(words.next()?.parse::<u32>().ok()?) / 1000.0;
        }
        let [
            time_secs,
            started,
            effect,
            scale,
            size,
            length,
            short,
            long,
            swapped,
            regions,
        ] = numbers;
        let (mut values, mut seen) = (Vec::new(), Vec::new());
        let mut names = &mut values;
        for word in words {
            match word {
                STROKE => names = &mut seen,
                name => names.push(Rc::from(name)),
            }
        }
        Some(Self {
            scene,
            time_secs,
            lanes,
            params: Params {
                assumed_effect: Ratio::new(effect),
                push: Push { size, length },
                true_scale: Ratio::new(scale),
                regions: Regions(regions as u32),
                edge: [short, long],
                swapped: Ratio::new(swapped),
                lit: Lit::default(),
            },
            started: started > 0.0,
            values,
            seen,
        })
    }
}
