//! Puts the scene together: lanes, scales of forms, the window, words, things to touch.
//!
//! Must not be here: how any of them is drawn.

use kurbo::{Affine, Point};

use super::{LaneDrawing, describe, gauge, hit, labels, lane, lens, lens_open, tissue};
use crate::content::Content;
use crate::model::curve::lerp;
use crate::model::microglia::Story;
use crate::model::params::Params;
use crate::scene::frame::{Frame, Ground, Scene};
use crate::scene::ir::{Picture, Tag};
use crate::scene::parts::{divider, veil};
use crate::scene::view::{Arrangement, Viewport, arrange, opened, px, upright};
use crate::units::{Lane, Secs};

/// Moments at which the steps are best seen, one per step; the content repeats them.
pub const STILLS: &[Secs] = &[0.0, 17.5, 27.0, 37.0, 50.2, 65.5, 72.0];

static SOFT: Ground = Ground {
    id: "microglia-soft",
    bounds: tissue::GROUND,
    detail: 0.5,
    draw: tissue::soft,
};
static GROUND: Ground = Ground {
    id: "microglia",
    bounds: tissue::GROUND,
    detail: 1.0,
    draw: tissue::ground,
};

/// The scene with its parameters settled.
#[derive(Debug)]
pub struct Microglia {
    story: Story,
}

impl Microglia {
    /// Settles the parameters.
    pub fn new(params: &Params) -> Self {
        Self {
            story: Story::new(params),
        }
    }
}

impl Scene for Microglia {
    fn frame(&self, time_secs: Secs, view: &Viewport) -> Frame {
        let state = self.story.at(time_secs);
        let stage = arrange(view);
        let lanes = Lane::BOTH.map(|side| lane(&state, side));
        let open = lens_open(state.time_secs);
        let mut frame = Frame {
            labels: labels::place(&state, &stage, &lanes, (view.without, view.with)),
            spots: hit::spots(&state, &stage, &lanes),
            window: open > 0.5,
            ..Frame::default()
        };
        let sights = sights(&stage, &lanes, open);
        for (pane, mut drawing) in stage.panes.iter().zip(lanes) {
            upright(&mut drawing.picture, &stage);
            if pane.clip.width() >= 0.5 && pane.clip.height() >= 0.5 {
                frame.ground(Some(pane.clip), pane.px_from_lane, &SOFT);
                frame.ground(Some(pane.clip), pane.px_from_lane, &GROUND);
                frame.draw(Some(pane.clip), pane.px_from_lane, drawing.picture);
            }
        }
        if view.without.min(view.with) > 0.01 {
            frame.draw(None, Affine::IDENTITY, divider(&stage));
        }
        for (lane, weight) in [(Lane::Without, view.without), (Lane::With, view.with)] {
            if weight > 0.5 {
                let map = gauge_place(&stage, lane, open);
                frame.draw(None, map, gauge::picture(&state, lane));
            }
        }
        if open > 0.0 {
            if stage.stacked {
                frame.draw(None, Affine::IDENTITY, veil(&stage, open));
            }
            frame.draw(None, Affine::IDENTITY, sights);
            let map = opened(stage.px_from_lens, open);
            frame.draw(None, map, lens::window(&state));
        }
        frame
    }

    fn actor_at(&self, time_secs: Secs, view: &Viewport, at: Point) -> Option<&'static str> {
        let state = self.story.at(time_secs);
        let lanes = Lane::BOTH.map(|side| lane(&state, side));
        hit::actor_at(&state, &arrange(view), &lanes, at)
    }

    fn describe(&self, time_secs: Secs, content: &Content) -> String {
        describe::describe(&self.story.at(time_secs), content)
    }
}

/// Where a lane's scale of forms stands.
fn gauge_place(stage: &Arrangement, lane: Lane, open: f64) -> Affine {
    let pane = stage.pane(lane);
    let bounds = stage.bounds;
    let size = if stage.stacked {
        0.68
    } else {
        (bounds.width() / 1340.0).clamp(0.6, 1.1)
    };
    let width = gauge::WIDTH * size;
    let at = if stage.stacked {
        // Right of the tag; it makes way for the window.
        let x = stage.narrow_right() - width + (bounds.width() / 2.0) * open;
        Point::new(x, pane.clip.y0 + 8.0 + gauge::HALF_HEIGHT * size)
    } else {
        let gap = 14.0 * size;
        let x = if lane == Lane::Without {
            pane.clip.x1 - gap - width
        } else {
            // Alone it stands at the other end: under its tag is the way to the other lane.
            let beside = (pane.clip.x0 / bounds.center().x).clamp(0.0, 1.0);
            lerp(bounds.x1 - gap - width, pane.clip.x0 + gap, beside)
        };
        Point::new(x, bounds.height() * 0.25)
    };
    Affine::translate(at.to_vec2()) * Affine::scale(size)
}

/// Dotted lines from the rings on the cells to the window.
fn sights(stage: &Arrangement, drawings: &[LaneDrawing; 2], open: f64) -> Picture {
    let mut picture = Picture::default();
    if stage.stacked {
        return picture;
    }
    let mut brush = picture.brush(Tag::Lens);
    for (pane, drawing) in stage.panes.iter().zip(drawings) {
        let (ring, r) = drawing.magnifier;
        let side = if pane.lane == Lane::Without {
            -1.0
        } else {
            1.0
        };
        let edge = |x: f64, y: f64| {
            stage.px_from_lens * Point::new(lens::RADIUS * x * side * open, lens::RADIUS * y * open)
        };
        let from = |dx: f64, dy: f64| px(pane, Point::new(ring.x + r * dx, ring.y + r * dy));
        lens::sight(&mut brush, from(0.75, -0.66), edge(0.5, -0.9), open);
        lens::sight(&mut brush, from(-0.3, 0.95), edge(1.0, 0.25), open);
    }
    picture
}
