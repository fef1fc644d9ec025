//! The table that sets a drip, a local injection and neither side by side, and the regions of the body with what to ask
//! about each. No words: those are in [`super::Texts`].

use super::lists::{names, references};
use super::problem::Report;
use super::reader::Node;
use std::rc::Rc;

/// A row of the comparison: for each column, the claims of its cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub id: Rc<str>,
    /// The cells, in the order of [`Row::COLUMNS`]; none is empty.
    pub cells: [Vec<Rc<str>>; 3],
}

/// A region of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its name in code.
    pub id: Rc<str>,
    /// Names of the questions to ask the doctor about it.
    pub questions: Vec<Rc<str>>,
}

impl Row {
    /// The columns: all of equal size, always in this order.
    pub const COLUMNS: [&str; 3] = ["drip", "local", "neither"];

    pub(super) fn read(node: &Node<'_>, claims: &[&str], report: &mut Report) -> Self {
        Self {
            id: node.text_of("id", report).into(),
            cells: Self::COLUMNS.map(|column| {
                let cell = references(node, column, "claim", claims, report);
                // Sides of unequal detail would be a recommendation.
                if cell.is_empty() {
                    report.add(&node.path_of(column), "a cell without a claim");
                }
                cell
            }),
        }
    }
}

impl Region {
    pub(super) fn read(node: &Node<'_>, report: &mut Report) -> Self {
        let region = Self {
            id: node.text_of("id", report).into(),
            questions: names(node, "questions", report),
        };
        if region.questions.is_empty() {
            report.add(&node.path_of("questions"), "no questions");
        }
        region
    }
}
