//! Puts the scene together: lanes, the balance, words, things to touch.
//!
//! Must not be here: how any of them is drawn.

use kurbo::{Affine, Point};

use super::{LaneDrawing, actors, describe, gauge, labels, lane, lane_state, tissue};
use crate::content::Content;
use crate::model::curve::{lerp, smooth};
use crate::model::inflammation::{State, Story};
use crate::model::params::Params;
use crate::scene::frame::{Frame, Ground, Scene};
use crate::scene::ir::{Picture, Tag};
use crate::scene::parts::divider;
use crate::scene::symbols::Symbol;
use crate::scene::view::{self, Arrangement, Viewport, mirror, px, upright};
use crate::units::{Lane, Secs};

/// Moments at which the steps are best seen, one per step; the content repeats them.
pub const STILLS: &[Secs] = &[0.0, 19.5, 31.5, 42.9, 53.5, 63.0, 74.0];

static GROUND: Ground = Ground {
    id: "inflammation",
    bounds: tissue::GROUND,
    detail: 1.0,
    draw: tissue::ground,
};

/// The part of a lane that a narrow or single view is about: centre and size, in lane units. It reaches from the
/// vessel to the divider and down into the nerve.
const FOCUS: (Point, f64, f64) = (Point::new(304.0, 431.0), 540.0, 408.0);

/// The scene with its parameters settled.
#[derive(Debug)]
pub struct Inflammation {
    story: Story,
}

impl Inflammation {
    /// Settles the parameters.
    pub fn new(params: &Params) -> Self {
        Self {
            story: Story::new(params),
        }
    }
}

/// Arranges the lanes: side by side as all scenes of two lanes; narrow or single ones show their focus.
pub fn arrange(view: &Viewport) -> Arrangement {
    let mut stage = view::arrange(view);
    let both = if view.stacked {
        0.0
    } else {
        view.without.min(view.with).clamp(0.0, 1.0)
    };
    let (mut centre, width, height) = FOCUS;
    if view.stacked {
        // Above each other they leave the upper right corner to the balance.
        centre.x += 24.0 * view.without.min(view.with).clamp(0.0, 1.0);
    }
    for pane in &mut stage.panes {
        let full = pane.clip;
        let alone = (full.width() / width).min(full.height() / height).max(0.05);
        let beside = (lerp(full.width(), view.width / 2.0, both) / 600.0).max(0.05);
        let edge = match pane.lane {
            Lane::Without => full.x1,
            Lane::With => full.x0,
        };
        let mirror = mirror(view, pane.lane);
        let scale = lerp(alone, beside, both);
        let shown = centre.lerp(Point::new(600.0, 405.0), both);
        let at = full
            .center()
            .lerp(Point::new(edge, view.height / 2.0), both);
        pane.scale = scale;
        pane.px_from_lane = Affine::translate(at.to_vec2())
            * Affine::scale_non_uniform(scale * mirror, scale)
            * Affine::translate(-shown.to_vec2());
    }
    stage
}

impl Scene for Inflammation {
    fn frame(&self, time_secs: Secs, view: &Viewport) -> Frame {
        let state = self.story.at(time_secs);
        let stage = arrange(view);
        let lanes = Lane::BOTH.map(|side| lane(&state, side));
        let weights = (view.without, view.with);
        let mut frame = Frame {
            labels: labels::place(&state, &stage, &lanes, weights),
            ..Frame::default()
        };
        labels::spots(&mut frame, &state, &stage, &lanes, view);
        let question = unknown(&state, &stage, view);
        for (pane, mut drawing) in stage.panes.iter().zip(lanes) {
            upright(&mut drawing.picture, &stage);
            if pane.clip.width() >= 0.5 && pane.clip.height() >= 0.5 {
                frame.ground(Some(pane.clip), pane.px_from_lane, &GROUND);
                frame.draw(Some(pane.clip), pane.px_from_lane, drawing.picture);
            }
        }
        if view.without.min(view.with) > 0.01 {
            frame.draw(None, Affine::IDENTITY, divider(&stage));
        }
        frame.draw(None, Affine::IDENTITY, question);
        let pair = !stage.stacked && view.without.min(view.with) > 0.5;
        for (side, weight) in [(Lane::Without, view.without), (Lane::With, view.with)] {
            if weight > 0.5 {
                let map = gauge_place(&stage, side, pair);
                if side == Lane::Without || !pair {
                    let foot = labels::foot_shown(&state);
                    let plate = gauge::plate(pair, stage.stacked, foot);
                    frame.draw(None, map, plate);
                }
                frame.draw(None, map, gauge::bars(&state, side));
            }
        }
        frame
    }

    fn actor_at(&self, time_secs: Secs, view: &Viewport, at: Point) -> Option<&'static str> {
        let state = self.story.at(time_secs);
        let stage = arrange(view);
        let pane = stage.panes.iter().find(|pane| pane.clip.contains(at))?;
        let drawing = lane(&state, pane.lane);
        touched(&state, pane, &drawing, at)
    }

    fn describe(&self, time_secs: Secs, content: &Content) -> String {
        describe::describe(&self.story.at(time_secs), content)
    }
}

/// What is under a finger, the smallest first.
fn touched(
    state: &State,
    pane: &view::Pane,
    drawing: &LaneDrawing,
    at: Point,
) -> Option<&'static str> {
    /// A finger covers about this radius, in CSS pixels.
    const FINGER_PX: f64 = 22.0;
    let near = |spot: Point, r: f64| (px(pane, spot) - at).hypot() <= r;
    let vesicle = |v| near(actors::vesicle_spot(v, &drawing.cells).at, FINGER_PX);
    if pane.lane == Lane::With && state.vesicles.iter().any(vesicle) {
        return Some("exosome");
    }
    let signals = &lane_state(state, pane.lane).signals;
    for (signal, spot) in signals.iter().zip(&drawing.signals) {
        if spot.alpha > 0.3 && near(spot.at, FINGER_PX) {
            return Some(if signal.kind.raises() { "pro" } else { "anti" });
        }
    }
    let cell = |cell: &super::cells::Macrophage| near(cell.centre, cell.r * 1.2 * pane.scale);
    if drawing.cells.iter().any(cell) {
        return Some("macrophage");
    }
    let there = pane.px_from_lane.inverse() * at;
    if (there.y - 634.0).abs() < 60.0 {
        return Some("bundle");
    }
    (there.x < 125.0).then_some("capillary")
}

/// Where the mark of the unknown dose stands: first where vesicles arrive, then in the middle of its lane.
pub(super) fn unknown_place(state: &State, stage: &Arrangement, beside: f64) -> (Point, f64) {
    let pane = stage.pane(Lane::With);
    let size = pane.scale.clamp(0.5, 1.0);
    let moved = smooth(57.0, 58.4, state.time_secs) * (1.0 - smooth(66.6, 68.0, state.time_secs));
    let stand = |alone: (f64, f64), pair: (f64, f64)| {
        px(pane, Point::from(alone).lerp(pair.into(), beside))
    };
    let from = if stage.stacked {
        Point::new(
            (pane.clip.center().x - 160.0).max(18.0),
            pane.clip.y1 - 48.0,
        )
    } else {
        stand((500.0, 372.0), (330.0, 197.0))
    };
    let to = if stage.stacked {
        // Large words stand over the note as well.
        Point::new(pane.clip.center().x - 62.0, pane.clip.y1 - 60.0)
    } else {
        stand((470.0, 372.0), (336.0, 262.0))
    };
    (from.lerp(to, moved), size * lerp(14.0, 21.0, moved))
}

/// The mark itself.
fn unknown(state: &State, stage: &Arrangement, view: &Viewport) -> Picture {
    let mut picture = Picture::default();
    let beside = labels::beside(stage, (view.without, view.with));
    let (at, r) = unknown_place(state, stage, beside);
    let shown = labels::unknown_shown(state) * smooth(0.6, 1.0, view.with);
    picture
        .brush(Tag::Exosome)
        .place(Symbol::Lost, at.x, at.y, r, 0.0, shown);
    picture
}

/// Where a lane's bars stand; side by side they share one plate across the divider.
pub(super) fn gauge_place(stage: &Arrangement, lane: Lane, pair: bool) -> Affine {
    let pane = stage.pane(lane);
    let bounds = stage.bounds;
    let (top, _) = gauge::EDGES;
    if pair {
        let size = (bounds.width() / 1180.0).clamp(0.6, 1.1);
        let at = Point::new(stage.divider.0.x, bounds.height() * 0.232 - top * size);
        let mirror = if lane == Lane::Without { -1.0 } else { 1.0 };
        return Affine::translate(at.to_vec2()) * Affine::scale_non_uniform(size * mirror, size);
    }
    if stage.stacked {
        // At one place in both lanes, so that the bars can be compared.
        let size = gauge::SMALL;
        let x = stage.narrow_right() - gauge::WIDTH * size;
        let at = Point::new(x, pane.clip.y0 + 8.0 - top * size);
        return Affine::translate(at.to_vec2()) * Affine::scale(size);
    }
    let size = (bounds.width() / 1180.0).clamp(0.6, 1.1);
    let x = match lane {
        Lane::Without => pane.clip.x1 - (gauge::WIDTH + 14.0) * size,
        // Alone it stands at the other end: under its tag is the way to the other lane.
        Lane::With => lerp(
            bounds.x1 - (gauge::WIDTH + 14.0) * size,
            pane.clip.x0 + (gauge::BACK + 14.0) * size,
            (pane.clip.x0 / bounds.center().x).clamp(0.0, 1.0),
        ),
    };
    let at = Point::new(x, bounds.height() * 0.232 - top * size);
    Affine::translate(at.to_vec2()) * Affine::scale(size)
}
