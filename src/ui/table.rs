//! The table under the scene of the routes: a drip, a local injection and neither, in equal detail. It works alone as
//! text; narrow boxes show it as cards, paper as one page.

use std::rc::Rc;

use yew::Html;

use super::app::View;
use super::frame;
use super::html::{el, none, sentence};
use crate::content::Row;

/// The table, where the scene on the stage has the routes for its matter.
pub fn view(view: &View<'_>) -> Html {
    if !view.has("regions") {
        return none();
    }
    let name = |start: &str, id: &str| sentence(view.ui(&[start, id].concat()));
    let mut head = vec![el("td", &[], vec![])];
    for column in Row::COLUMNS {
        let attributes = &[("scope", "col")];
        head.push(el("th", attributes, vec![name("column.", column)]));
    }
    let row = |row: &Row| {
        let mut cells = vec![el("th", &[("scope", "row")], vec![name("row.", &row.id)])];
        for (column, claims) in Row::COLUMNS.into_iter().zip(&row.cells) {
            // On cards the column's name stands over each cell.
            let mut parts = vec![el(
                "b",
                &[("aria-hidden", "true")],
                vec![name("column.", column)],
            )];
            parts.extend(claims.iter().map(|id| claim(view, id)));
            cells.push(el("td", &[], parts));
        }
        el("tr", &[], cells)
    };
    let rows = view.content.explainer.comparison.iter().map(row).collect();
    let caption = vec![sentence(view.ui("comparison.title"))];
    let table = vec![
        el("caption", &[], caption),
        el("thead", &[], vec![el("tr", &[], head)]),
        el("tbody", &[], rows),
    ];
    let table = el("table", &[("class", "compare")], table);
    el("div", &[("class", "more")], vec![table])
}

fn claim(view: &View<'_>, id: &Rc<str>) -> Html {
    let parts = vec![
        sentence(view.content.texts.claim(id)),
        frame::tested(view, std::slice::from_ref(id)),
    ];
    el("div", &[], parts)
}
