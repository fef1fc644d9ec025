//! What is under a finger, and where each actor can be found by keyboard. Actor ids are the content's.
//!
//! Must not be here: what happens then.

use kurbo::{Point, Vec2};

use super::{LaneDrawing, actors, cell::Outline, lane_state, lens, lens_open, tissue};
use crate::model::microglia::State;
use crate::scene::frame::Spot;
use crate::scene::geometry::Line;
use crate::scene::view::{Arrangement, Pane, px};
use crate::units::Lane;

/// A finger covers about this radius, in CSS pixels.
const FINGER_PX: f64 = 22.0;

/// The actor under a point of the stage (CSS pixels), the smallest first.
pub fn actor_at(
    state: &State,
    stage: &Arrangement,
    lanes: &[LaneDrawing; 2],
    at: Point,
) -> Option<&'static str> {
    if lens_open(state.time_secs) > 0.9 {
        let inside = stage.px_from_lens.inverse() * at;
        if inside.to_vec2().hypot() <= lens::RADIUS + 7.0 {
            return Some(in_window(state, inside));
        }
    }
    let (pane, drawing) = stage
        .panes
        .iter()
        .zip(lanes)
        .find(|(pane, _)| pane.clip.contains(at))?;
    let near = |spot: Point, r: f64| (px(pane, spot) - at).hypot() <= r;
    if pane.lane == Lane::With {
        let touched = |v| {
            near(
                actors::vesicle_spot(v, &drawing.cell, state.true_scale).at,
                FINGER_PX,
            )
        };
        if state.vesicles.iter().any(touched) {
            return Some("exosome");
        }
    }
    let lane = lane_state(state, pane.lane);
    for (signal, spot) in lane.signals.iter().zip(&drawing.signals) {
        if spot.alpha > 0.3 && near(spot.at, FINGER_PX) {
            return Some(if signal.kind.raises() { "pro" } else { "anti" });
        }
    }
    let lane_at = pane.px_from_lane.inverse() * at;
    let finger = FINGER_PX / pane.scale;
    if on_cell(&drawing.cell, lane_at, finger) {
        return Some("microglia");
    }
    if (lane_at - tissue::NEURON).hypot() < 60.0 + finger
        || along(&tissue::axon_line(), lane_at, finger)
    {
        return Some("neuron");
    }
    along(&tissue::fibre_line(), lane_at, finger).then_some("fibre")
}

fn on_cell(cell: &Outline, at: Point, finger: f64) -> bool {
    let reach = cell.soma * 1.1;
    (at - cell.form.centre).hypot() < reach
        || cell
            .branches
            .iter()
            .any(|branch| along(branch, at, finger * 0.8))
}

fn along(line: &Line, at: Point, within: f64) -> bool {
    line.points.windows(2).any(|pair| match pair {
        [a, b] => {
            let (along, to) = (*b - *a, at - *a);
            let share = (to.dot(along) / along.hypot2().max(1e-9)).clamp(0.0, 1.0);
            (to - along * share).hypot() <= within
        }
        _ => false,
    })
}

/// What the window shows at one of its own points.
fn in_window(state: &State, at: Point) -> &'static str {
    let (lane, at) = if at.x < 0.0 {
        (&state.without, at)
    } else {
        (&state.with, Point::new(-at.x, at.y))
    };
    for unit in &lane.cleanup.units {
        let spot = lens::unit_spot(unit, state.time_secs);
        let near = |centre: Point, r: f64| (centre - at).hypot() < r + 4.0;
        if spot.lysosome_alpha > 0.4 && near(spot.lysosome, spot.lysosome_r) {
            return "lysosome";
        }
        if unit.fused < 0.6 && near(spot.bag, spot.bag_r) {
            return if unit.wrapped < 1.0 {
                "phagophore"
            } else {
                "autophagosome"
            };
        }
    }
    "waste"
}

/// Where each actor that is to be seen can be reached.
pub fn spots(state: &State, stage: &Arrangement, lanes: &[LaneDrawing; 2]) -> Vec<Spot> {
    let [without, with] = lanes;
    let shown = |pane: &Pane| pane.clip.width() > 40.0 && pane.clip.height() > 40.0;
    let (first, drawing) = if shown(stage.pane(Lane::Without)) {
        (Lane::Without, without)
    } else {
        (Lane::With, with)
    };
    let pane = stage.pane(first);
    let mut spots = Vec::with_capacity(10);
    let mut put = |actor, at: Option<Point>| {
        if let Some(at) = at.filter(|at| stage.bounds.contains(*at)) {
            spots.push(Spot { actor, at });
        }
    };
    put("microglia", Some(px(pane, drawing.cell.form.centre)));
    let fibre = tissue::FIBRE + Vec2::new(-12.0, 40.0);
    put("fibre", Some(px(pane, fibre)));
    put("neuron", Some(px(pane, tissue::NEURON)));
    let lane = lane_state(state, first);
    for (actor, raises) in [("pro", true), ("anti", false)] {
        let mut of_kind = lane
            .signals
            .iter()
            .zip(&drawing.signals)
            .filter(|(signal, spot)| signal.kind.raises() == raises && spot.alpha > 0.5);
        put(actor, of_kind.next().map(|(_, spot)| px(pane, spot.at)));
    }
    let pane = stage.pane(Lane::With);
    if shown(pane) {
        let seen = state.vesicles.iter().find(|v| v.presence > 0.5);
        put(
            "exosome",
            seen.map(|v| {
                px(
                    pane,
                    actors::vesicle_spot(v, &with.cell, state.true_scale).at,
                )
            }),
        );
    }
    if lens_open(state.time_secs) > 0.9 {
        for (actor, x, y) in [
            ("waste", -133.0, 60.0),
            ("phagophore", -62.0, -92.0),
            ("autophagosome", 111.0, -22.0),
            ("lysosome", 42.0, 32.0),
        ] {
            put(actor, Some(stage.px_from_lens * Point::new(x, y)));
        }
    }
    spots
}
