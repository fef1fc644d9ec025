//! What is under a finger, and where each actor can be found by keyboard. Actor ids are the content's; a region of the
//! injection's body is `region-…`.
//!
//! Must not be here: what happens then.

use kurbo::{Point, Rect};

use super::plan::Plan;
use super::{drip, lens, local};
use crate::model::routes::State;
use crate::model::routes::regions::{Chosen, REGIONS};

/// A finger covers about this radius, in CSS pixels.
const FINGER_PX: f64 = 24.0;

/// Actors on the body of the drip, in its units.
const ON_DRIP: [(&str, i16, i16); 8] = [
    ("heart", 6, 156),
    ("lung", 28, 138),
    ("liver", -24, 192),
    ("spleen", 36, 196),
    ("kidney", 22, 228),
    ("spine", 0, 92),
    ("exosome", 29, 330),
    ("drip", -184, 72),
];

/// The actors of regions, in the order of [`REGIONS`].
pub const REGION_ACTORS: [&str; REGIONS.len()] = [
    "region-neck",
    "region-shoulder",
    "region-low-back",
    "region-hip",
    "region-knee",
    "region-foot",
    "region-hand",
    "region-whole-body",
];

/// The region that an actor stands for.
pub fn region(actor: &str) -> Option<usize> {
    REGION_ACTORS.iter().position(|id| *id == actor)
}

/// Where each actor that is to be seen can be reached.
pub fn places(state: &State, plan: &Plan, chosen: &Chosen) -> Vec<(&'static str, Point)> {
    let mut places = Vec::with_capacity(24);
    let wide = |clip: Rect| clip.width() > 60.0;
    if wide(plan.drip.clip) {
        for (actor, x, y) in ON_DRIP {
            // Until the first vesicles are there, nobody can ask about them.
            if actor != "exosome" || state.minutes > 2.0 {
                let at = Point::new(f64::from(x), f64::from(y));
                places.push((actor, plan.drip.px_from_body * at));
            }
        }
    }
    if wide(plan.local.clip) {
        for (index, actor) in REGION_ACTORS.into_iter().enumerate() {
            places.push((actor, plan.local.px_from_body * local::place(index)));
        }
        if state.injected > 0.05 {
            places.push(("pool", plan.px_from_lens * lens::TIP));
        }
        if state.time_secs > 36.0 {
            places.push(("lymph", plan.px_from_lens * lens::LYMPH));
        }
        let tissue = if chosen.joint() { "joint" } else { "back" };
        places.push((tissue, plan.px_from_lens * Point::new(0.0, 74.0)));
    }
    places.push(("clock", plan.clock.0));
    for (actor, row) in [("blood-curve", 0.0), ("site-curve", 1.0)] {
        let (base, height) = plan.row(row);
        places.push((
            actor,
            Point::new(plan.minute(state.minutes.min(84.0)), base - height / 2.0),
        ));
    }
    places
}

/// The actor under a point of the stage (CSS pixels), the nearest first.
pub fn actor_at(state: &State, plan: &Plan, chosen: &Chosen, at: Point) -> Option<&'static str> {
    if plan.plate.contains(at) {
        let (base, _) = plan.row(0.0);
        return Some(if at.y < base {
            "blood-curve"
        } else {
            "site-curve"
        });
    }
    if (plan.clock.0 - at).hypot() <= plan.clock.1 + 4.0 {
        return Some("clock");
    }
    let side = if plan.drip.clip.contains(at) {
        plan.drip
    } else {
        plan.local
    };
    let on_lens = plan.px_from_lens.inverse() * at;
    let in_lens = plan.local.clip.contains(at) && on_lens.to_vec2().hypot() <= lens::RADIUS + 6.0;
    let bag = (plan.drip.px_from_body.inverse() * at) - drip::BAG;
    if plan.drip.clip.contains(at) && bag.x.abs() < 34.0 && bag.y.abs() < 70.0 {
        return Some("drip");
    }
    let mut best = (f64::MAX, None);
    for (actor, place) in places(state, plan, chosen) {
        let inside = matches!(actor, "pool" | "lymph" | "joint" | "back");
        let far = (place - at).hypot();
        // All of the window is something; outside of it a finger has to be near.
        let near = inside || far <= FINGER_PX;
        if inside == in_lens && near && side.clip.contains(place) && far < best.0 {
            best = (far, Some(actor));
        }
    }
    best.1
}
