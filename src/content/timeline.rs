//! Reading the steps of a scene: they must follow each other without a gap from 0 to the end.

use super::explainer::Step;
use super::lists::references;
use super::problem::Report;
use super::reader::Node;
use crate::units::Secs;

/// The steps of a scene. Whatever the file says, they come out contiguous and longer than nothing:
/// a step whose end is of no use takes half of what is left.
pub fn read(
    scene: &Node<'_>,
    duration_secs: Secs,
    claims: &[&str],
    report: &mut Report,
) -> Vec<Step> {
    let items = scene.list("steps", report);
    let mut steps: Vec<Step> = Vec::with_capacity(items.len());
    let mut from = 0.0;
    let mut last_path = scene.path_of("steps");
    for (index, item) in items.iter().enumerate() {
        let start = item.number_of("start", report);
        let end = item.number_of("end", report);
        let still = item.number_of("still", report);
        let claims = references(item, "claims", "claim", claims, report);
        last_path = item.path_of("end");
        if let Some(start) = start {
            if start < from {
                report.add(&item.path_of("start"), "overlaps the step before");
            } else if start > from {
                report.add(&item.path_of("start"), "leaves a gap before it");
            }
        }
        if claims.is_empty() {
            report.add(&item.path_of("claims"), "a step without a caption");
        }
        let to = match end {
            Some(end) if end > duration_secs => {
                report.add(&last_path, "after the end of the scene");
                None
            }
            Some(end) if end <= start.unwrap_or(from) => {
                report.add(&last_path, "not after the start of the step");
                None
            }
            end => end,
        };
        let last = index + 1 == items.len();
        if last && to.is_some_and(|to| to < duration_secs) {
            report.add(&last_path, "before the end of the scene");
        }
        let whole = if last {
            duration_secs
        } else {
            (from + duration_secs) / 2.0
        };
        let to = to.filter(|to| !last && *to > from).unwrap_or(whole);
        let inside = |still: &Secs| from <= *still && *still < to;
        if still.is_some_and(|still| !inside(&still)) {
            report.add(&item.path_of("still"), "outside its step");
        }
        let still_secs = still.filter(inside).unwrap_or(from);
        steps.push(Step {
            start_secs: from,
            end_secs: to,
            still_secs,
            claims,
        });
        from = to;
    }
    if steps.is_empty() {
        report.add(&last_path, "no steps");
    }
    steps
}
