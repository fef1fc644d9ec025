//! Reading the steps of a scene: they must follow each other without a gap from 0 to the end.

use super::explainer::Step;
use super::lists::references;
use super::problem::Report;
use super::reader::Node;
use crate::units::Secs;
use std::rc::Rc;

/// The steps of a scene, and its length. Whatever the file says, the steps come out contiguous and
/// longer than nothing: one whose end is of no use takes its share of what is left.
pub fn read(scene: &Node<'_>, claims: &[&str], report: &mut Report) -> (Secs, Vec<Step>) {
    let mut raw = Vec::new();
    for item in scene.list("steps", report) {
        if item.is_object(report) {
            raw.push(Raw::read(&item, claims, report));
        }
    }
    let given = scene.number_of("duration", report);
    if given == Some(0.0) {
        report.add(&scene.path_of("duration"), "not above 0");
    }
    let ends = raw.last().and_then(|step: &Raw| step.end);
    let above = |secs: &Secs| *secs > 0.0;
    let duration_secs = given.filter(above).or(ends.filter(above)).unwrap_or(1.0);
    if raw.is_empty() {
        report.add(&scene.path_of("steps"), "no steps");
    }
    let count = raw.len();
    let mut steps: Vec<Step> = Vec::with_capacity(count);
    let mut from = 0.0;
    // What the file says of the end before, so that one wrong number is one problem.
    let mut before = Some(0.0);
    for (index, step) in raw.into_iter().enumerate() {
        let last = index + 1 == count;
        step.check(before, duration_secs, last, report);
        let rest = if last {
            duration_secs
        } else {
            (from + duration_secs) / 2.0
        };
        let usable = |end: &Secs| !last && from < *end && *end < duration_secs;
        let to = step.end.filter(usable).unwrap_or(rest);
        let inside = |still: &Secs| from <= *still && *still < to;
        let still_secs = step.still.filter(inside).unwrap_or(from);
        before = step.end;
        steps.push(Step {
            start_secs: from,
            end_secs: to,
            still_secs,
            claims: step.claims,
        });
        from = to;
    }
    (duration_secs, steps)
}

/// A step as the file has it.
struct Raw {
    path: String,
    start: Option<Secs>,
    end: Option<Secs>,
    still: Option<Secs>,
    claims: Vec<Rc<str>>,
}

impl Raw {
    fn read(node: &Node<'_>, claims: &[&str], report: &mut Report) -> Self {
        let step = Self {
            path: node.path_of(""),
            start: node.number_of("start", report),
            end: node.number_of("end", report),
            still: node.number_of("still", report),
            claims: references(node, "claims", "claim", claims, report),
        };
        if step.claims.is_empty() {
            report.add(&node.path_of("claims"), "a step without a caption");
        }
        step
    }

    fn check(&self, before: Option<Secs>, duration: Secs, last: bool, report: &mut Report) {
        let mut fault = |key: &str, reason: &str| {
            report.add(&[&self.path, key].concat(), reason);
        };
        if let (Some(start), Some(before)) = (self.start, before) {
            if start < before {
                fault("start", "overlaps the step before");
            } else if start > before {
                fault("start", "leaves a gap before it");
            }
        }
        let Some(end) = self.end else { return };
        if end > duration {
            fault("end", "after the end of the scene");
        } else if last && end < duration {
            fault("end", "before the end of the scene");
        }
        let Some(start) = self.start else { return };
        if end <= start {
            fault("end", "not after the start of the step");
        } else if self
            .still
            .is_some_and(|still| still < start || still >= end)
        {
            fault("still", "outside its step");
        }
    }
}
