//! Panels of text beside the pictures, and the list of studies behind the claims. No words: those are in
//! [`super::Texts`].

use super::lists::{names, records, reference, references, word};
use super::problem::Report;
use super::reader::Node;
use super::vocabulary::Grade;
use std::rc::Rc;

/// The panels there are; a page of another name could be opened by nobody.
const PAGES: [&str; 5] = ["care", "course", "safety", "faq", "clinic"];

/// A panel of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its name in code and in addresses.
    pub id: Rc<str>,
    /// Its parts, in order.
    pub parts: Vec<Part>,
}

/// A part of a panel: a heading and sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name within the page.
    pub id: Rc<str>,
    /// Its sentences.
    pub claims: Vec<Rc<str>>,
}

/// A study that claims cite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Study {
    /// The name of its source.
    pub id: Rc<str>,
    /// The highest rung on which it stands; never [`Grade::Unknown`].
    pub rung: Grade,
    /// What it is about. There is a `topic.…` text.
    pub topic: Rc<str>,
    /// What was tested, as in a claim.
    pub material: Vec<Rc<str>>,
    /// How it was given, as in a claim.
    pub route: Vec<Rc<str>>,
}

/// The panels of text.
pub(super) fn pages(root: &Node<'_>, claims: &[&str], report: &mut Report) -> Vec<Page> {
    let part = |node: &Node<'_>, report: &mut Report| {
        let part = Part {
            id: node.text_of("id", report).into(),
            claims: references(node, "claims", "claim", claims, report),
        };
        if part.claims.is_empty() {
            report.add(&node.path_of("claims"), "a part without a sentence");
        }
        part
    };
    let page = |node: &Node<'_>, report: &mut Report| {
        let id = node.field("id", report);
        let id = id.and_then(|id| reference(&id, "page", &PAGES, report));
        Page {
            id: id.unwrap_or_default(),
            parts: records(node, "parts", report, part, |part| &part.id),
        }
    };
    records(root, "pages", report, page, |page| &page.id)
}

/// The studies.
pub(super) fn studies(root: &Node<'_>, sources: &[&str], report: &mut Report) -> Vec<Study> {
    let rung = |name: &str| Grade::named(name).filter(|grade| *grade != Grade::Unknown);
    let study = |node: &Node<'_>, report: &mut Report| {
        let id = node.field("id", report);
        let id = id.and_then(|id| reference(&id, "source", sources, report));
        Study {
            id: id.unwrap_or_default(),
            // An unknown rung is never read as the stronger thing.
            rung: word(node, "rung", "rung", rung, report).unwrap_or(Grade::Cell),
            topic: node.text_of("topic", report).into(),
            material: names(node, "material", report),
            route: names(node, "route", report),
        }
    };
    records(root, "studies", report, study, |study| &study.id)
}

/// The interface texts that pages and studies need: the beginning of their keys, and the names.
pub(super) fn ui_keys(pages: &[Page], studies: &[Study], mut add: impl FnMut(&str, &[Rc<str>])) {
    for study in studies {
        add("topic.", std::slice::from_ref(&study.topic));
        add("material.", &study.material);
        add("route.", &study.route);
    }
    for page in pages {
        add("page.", std::slice::from_ref(&page.id));
        let start = ["part.", &page.id, "."].concat();
        for part in &page.parts {
            add(&start, std::slice::from_ref(&part.id));
        }
    }
}
