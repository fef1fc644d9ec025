//! The clinic on screen: its facts, what the rules ask for, and the mark of a page inside the clinic.
//!
//! Must not be here: which facts there are and when a clinic may be named; that is
//! [`crate::content::clinic`]'s.

use yew::Html;

use super::app::View;
use super::html::{el, none, sentence, text};
use super::sheet;
use crate::content::Profile;
use crate::content::clinic::{FIELDS, Field, Form, Part};
use crate::platform::nfkc;

/// The facts, then the statements; inside the clinic the risks too.
pub fn facts(view: &View<'_>) -> Vec<Html> {
    let named = view.content.clinic.states("name");
    let mut shown = Vec::new();
    if view.content.shows_clinic(view.session.profile) {
        shown.push(list(view, Part::Clinic));
    } else if named {
        shown.push(el(
            "p",
            &[("class", "boxed"), ("data-clinic", "hidden")],
            vec![sentence(view.ui("clinic.hidden"))],
        ));
    }
    shown.push(sheet::heading(view, "disclosure.items"));
    shown.push(list(view, Part::Treatment));
    if view.session.profile == Profile::InClinic {
        shown.extend(said(view));
    } else {
        shown.push(sheet::statements(view, "disclosure.statements"));
    }
    shown.push(sheet::heading(view, "clinic.about"));
    shown.push(list(view, Part::About));
    shown
}

/// Says that the page is for use inside the clinic.
pub fn mark(view: &View<'_>) -> Html {
    match view.session.profile {
        Profile::Public => none(),
        Profile::InClinic => el(
            "span",
            &[("class", "mark")],
            vec![text(view.ui("clinic.in-clinic"))],
        ),
    }
}

/// What a page inside the clinic always says, in sight without opening anything: under the frame of every scene.
pub fn duties(view: &View<'_>) -> Html {
    match view.session.profile {
        Profile::Public => none(),
        Profile::InClinic => el("section", &[("class", "more duties")], said(view)),
    }
}

/// The risks and the five statements.
fn said(view: &View<'_>) -> Vec<Html> {
    vec![
        sheet::heading(view, "risk.title"),
        sheet::points(view, &view.content.explainer.risks),
        sheet::statements(view, "disclosure.statements"),
    ]
}

fn list(view: &View<'_>, part: Part) -> Html {
    let mut rows = Vec::new();
    let fields = FIELDS.iter().filter(|field| field.part == part);
    for field in fields.filter(|field| field.form != Form::Yes) {
        let clinic = &view.content.clinic;
        let fact = clinic.fact(field.key, view.content.texts.lang());
        let states = clinic.states(field.key);
        let value = match fact {
            Some(fact) => linked(field, fact),
            // What a clinic leaves out of its own address is nobody's loss; what names one that may not be named is not
            // handed over, though it is stated.
            None if states || part == Part::Clinic => continue,
            None => el("em", &[], vec![text(view.ui("clinic.missing"))]),
        };
        let label = view.ui(&["clinic.", field.key].concat());
        rows.push(el("dt", &[], vec![sentence(label)]));
        rows.push(el("dd", &[("data-fact", field.key)], vec![value]));
    }
    el("dl", &[("class", "facts")], rows)
}

fn linked(field: &Field, fact: &str) -> Html {
    let href = match field.form {
        Form::Telephone => {
            let dialled = |letter: &char| letter.is_ascii_digit() || *letter == '+';
            "tel:"
                .chars()
                .chain(nfkc(fact).chars().filter(dialled))
                .collect()
        }
        Form::Mail => ["mailto:", fact].concat(),
        Form::Link => fact.to_owned(),
        _ => return sentence(fact),
    };
    el("a", &[("href", &href)], vec![text(fact)])
}
