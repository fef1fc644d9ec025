//! One sentence that states something, on what it rests and where that was read. No words: those are in
//! [`super::Texts`].

use super::lists::{names, quoted, references, word};
use super::problem::Report;
use super::reader::Node;
use super::vocabulary::{Badge, Grade, Kind, Outcome};
use std::rc::Rc;

/// In place of an address nobody has found yet; the screen says so.
const PENDING: &str = "pending";
/// In place of the address of what the makers did themselves; its title says what that was.
const OWN: &str = "own";

/// One sentence on screen that states something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its name.
    pub id: Rc<str>,
    /// What sort of sentence it is.
    pub kind: Kind,
    /// For findings: on what it rests, never empty.
    pub grades: Vec<Grade>,
    /// For findings: what came out.
    pub result: Outcome,
    /// What was tested: `exosome`, `supernatant`, `cells`.
    pub material: Vec<Rc<str>>,
    /// How it was given: `intrathecal`, `iv`, `local`, `dish`.
    pub route: Vec<Rc<str>>,
    /// Names of its sources.
    pub sources: Vec<Rc<str>>,
}

/// Where something was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name.
    pub id: Rc<str>,
    /// An `https` address; none for the makers' own work, and while the source is still being confirmed.
    pub address: Option<Rc<str>>,
    /// Whether the source is still being confirmed.
    pub pending: bool,
}

impl Claim {
    /// The marks that follow from this claim alone.
    pub fn badges(&self) -> Vec<Badge> {
        match self.kind {
            Kind::Definition => vec![Badge::Definition],
            Kind::Calculation => vec![Badge::Calculation],
            Kind::Finding => {
                let mut badges: Vec<Badge> =
                    self.grades.iter().map(|grade| grade.badge()).collect();
                match self.result {
                    Outcome::Reported => {}
                    Outcome::NoDifference => badges.push(Badge::NoDifference),
                    Outcome::NotStudied => badges.push(Badge::Unknown),
                }
                in_order(&badges)
            }
        }
    }

    pub(super) fn read(node: &Node<'_>, known_sources: &[&str], report: &mut Report) -> Self {
        let id = node.text_of("id", report).into();
        let kind = word(node, "kind", "kind", Kind::named, report).unwrap_or(Kind::Finding);
        let sources = references(node, "sources", "source", known_sources, report);
        let mut claim = Self {
            id,
            kind,
            grades: Vec::new(),
            result: Outcome::NotStudied,
            material: Vec::new(),
            route: Vec::new(),
            sources,
        };
        if kind == Kind::Finding {
            for grade in node.list("grades", report) {
                let Some(name) = grade.text(report) else {
                    continue;
                };
                match Grade::named(name) {
                    Some(known) => claim.grades.push(known),
                    None => grade.fault(report, &quoted("unknown grade", name)),
                }
            }
            if claim.grades.is_empty() {
                node.fault(report, "a finding without grades");
                claim.grades.push(Grade::Unknown);
            }
            if claim.sources.is_empty() {
                node.fault(report, "a finding without sources");
            }
            claim.result =
                word(node, "result", "result", Outcome::named, report).unwrap_or_default();
            claim.material = names(node, "material", report);
            claim.route = names(node, "route", report);
        }
        claim
    }
}

impl Source {
    pub(super) fn read(node: &Node<'_>, report: &mut Report) -> Self {
        let id = node.text_of("id", report).into();
        let address = node.text_of("address", report);
        let odd = |letter: char| letter.is_whitespace() || letter.is_control();
        let link = address.starts_with("https://") && !address.contains(odd);
        if !link && address != PENDING && address != OWN {
            report.add(
                &node.path_of("address"),
                "neither an https address nor \"pending\" nor \"own\"",
            );
        }
        Self {
            id,
            address: link.then(|| address.into()),
            // What is no address at all is not passed off as the makers' own.
            pending: !link && address != OWN,
        }
    }
}

/// Each badge once, weakest evidence first.
pub(super) fn in_order(badges: &[Badge]) -> Vec<Badge> {
    Badge::ALL
        .into_iter()
        .filter(|badge| badges.contains(badge))
        .collect()
}
