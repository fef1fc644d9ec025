//! The evidence strip of a scene: how far each kind of study has come. Where a scene holds two ways of giving against
//! each other, each has a strip of its own, since what is known of one is not known of the other.
//!
//! Must not be here: how it looks.

use super::lists::word;
use super::problem::Report;
use super::reader::Node;
use super::value::Value;
use super::vocabulary::{Outcome, StripState};
use std::rc::Rc;

/// Under the name of its side, or under none, a state for each of [`super::Badge::STRIP`].
pub type Strips = Vec<(Rc<str>, [StripState; 4])>;

/// `{grade: result}`, or `{side: {grade: result}}`.
pub(super) fn read(node: &Node<'_>, report: &mut Report) -> Strips {
    let sides = node.value().as_table();
    if !sides.iter().any(|(_, value)| value.is_table()) {
        return vec![("".into(), strip(node, report))];
    }
    let side =
        |(id, value): &(String, Value)| (id.as_str().into(), strip(&node.child(id, value), report));
    sides.iter().map(side).collect()
}

fn strip(cells: &Node<'_>, report: &mut Report) -> [StripState; 4] {
    let mut strip = [StripState::NotStudied; 4];
    if cells.is_object(report) {
        let keys = ["cell", "animal", "human-small", "human-controlled"];
        for (state, key) in strip.iter_mut().zip(keys) {
            *state = word(cells, key, "result", Outcome::named, report).unwrap_or_default();
        }
    }
    strip
}
