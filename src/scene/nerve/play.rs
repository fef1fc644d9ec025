//! Puts the scene together: lanes, plates, words, things to touch.
//!
//! Must not be here: how any of them is drawn.

use kurbo::{Affine, Point};

use super::{actors, axis, describe, ground, labels, lane, place, plates, tip};
use crate::content::Content;
use crate::model::nerve::{State, Story};
use crate::model::params::Params;
use crate::scene::frame::{Frame, Ground, Scene};
use crate::scene::parts::divider;
use crate::scene::symbols::Symbol;
use crate::scene::view::{Arrangement, Pane, Viewport, px};
use crate::units::{Lane, Secs};

/// Moments at which the steps are best seen, one per step; the content repeats them.
pub const STILLS: &[Secs] = &[0.0, 20.5, 30.0, 44.0, 58.5, 66.0, 78.0];

static GROUND: Ground = Ground {
    id: "nerve",
    bounds: ground::BOUNDS,
    detail: 1.0,
    draw: ground::draw,
};

/// The scene with its parameters settled.
#[derive(Debug)]
pub struct Nerve {
    story: Story,
}

impl Nerve {
    /// Settles the parameters.
    pub fn new(params: &Params) -> Self {
        Self {
            story: Story::new(params),
        }
    }
}

impl Scene for Nerve {
    fn frame(&self, time_secs: Secs, view: &Viewport) -> Frame {
        let state = self.story.at(time_secs);
        let stage = place::arrange(view);
        let mut frame = Frame {
            labels: labels::place(&state, &stage, view),
            ..Frame::default()
        };
        for pane in &stage.panes {
            if pane.clip.height() >= 0.5 {
                frame.ground(Some(pane.clip), pane.px_from_lane, &GROUND);
                frame.draw(Some(pane.clip), pane.px_from_lane, lane(&state, pane.lane));
            }
        }
        if view.without.min(view.with) > 0.01 {
            frame.draw(None, Affine::IDENTITY, divider(&stage));
        }
        for (side, weight) in [(Lane::Without, view.without), (Lane::With, view.with)] {
            if weight > 0.5 {
                let plate = place::trace(&stage, side);
                let head = if stage.stacked {
                    plate.height() - 25.0
                } else {
                    20.0
                };
                let size = (plate.width(), plate.height());
                let map = Affine::translate(plate.origin().to_vec2());
                frame.draw(None, map, plates::trace(state.lane(side), size, head));
                if stage.stacked {
                    let board = place::board(&stage, side);
                    let map = Affine::translate(board.origin().to_vec2());
                    frame.draw(None, map, plates::board((board.width(), board.height())));
                }
                let gauge = plates::gauge(&state, side, !stage.stacked);
                frame.draw(None, place::gauge(&stage, side), gauge);
            }
        }
        let ruler = labels::ruler_shown(state.time_secs);
        if ruler > 0.004 {
            let map = Affine::translate(place::ruler(&stage).to_vec2());
            frame.draw(None, map, plates::ruler(ruler));
        }
        spots(&mut frame, &state, &stage, view);
        frame
    }

    fn actor_at(&self, time_secs: Secs, view: &Viewport, at: Point) -> Option<&'static str> {
        let state = self.story.at(time_secs);
        let stage = place::arrange(view);
        let pane = stage.panes.iter().find(|pane| pane.clip.contains(at))?;
        touched(&state, pane, at)
    }

    fn describe(&self, time_secs: Secs, content: &Content) -> String {
        describe::describe(&self.story.at(time_secs), content)
    }
}

/// What lies under a finger in a lane, the smallest first.
fn touched(state: &State, pane: &Pane, at: Point) -> Option<&'static str> {
    /// A finger covers about this radius, in CSS pixels.
    const FINGER_PX: f64 = 20.0;
    let near = |spot: Point, r: f64| (px(pane, spot) - at).hypot() <= r;
    let vesicle = |v| near(actors::vesicle_spot(v).0, FINGER_PX);
    if pane.lane == Lane::With {
        if state.vesicles.iter().any(vesicle) {
            return Some("exosome");
        }
        let brought = state.brought.into_iter().enumerate();
        if brought
            .filter(|(_, alpha)| *alpha > 0.4)
            .any(|(i, _)| near(actors::brought_spot(i, state), FINGER_PX))
        {
            return Some("trophic");
        }
    }
    let lane = state.lane(pane.lane);
    if lane.own_factors > 0.4
        && (0..3).any(|i| {
            let (spot, r) = actors::own_spot(i, state);
            near(spot, FINGER_PX.max(r * pane.scale + 4.0))
        })
    {
        return Some("trophic");
    }
    for (kind, spot, _, strength) in actors::signal_spots(lane, state.time_secs) {
        if strength > 0.3 && near(spot, FINGER_PX) {
            return Some(if kind == Symbol::Il10 { "anti" } else { "pro" });
        }
    }
    let spot = pane.px_from_lane.inverse() * at;
    let off = spot.y - axis(spot.x);
    let hump = [180.0, 374.0, 552.0, 812.0, 1080.0]
        .iter()
        .any(|x| (spot.x - x).abs() < 62.0);
    match off {
        y if y.abs() < 17.0 => Some("axon"),
        y if (-76.0..-38.0).contains(&y) && hump => Some("schwann"),
        y if (40.0..70.0).contains(&y) && (spot.x - 592.0).abs() < 60.0 => Some("schwann"),
        y if y.abs() < 48.0 => Some("myelin"),
        _ => ((spot.y - super::thin(spot.x)).abs() < 16.0 / pane.scale.min(1.0)).then_some("cone"),
    }
}

/// Where each actor that is to be seen can be reached by keyboard.
fn spots(frame: &mut Frame, state: &State, stage: &Arrangement, view: &Viewport) {
    let side = if view.without > 0.5 {
        Lane::Without
    } else {
        Lane::With
    };
    let pane = stage.pane(side);
    let lane = state.lane(side);
    let on = |x: f64, off: f64| px(pane, Point::new(x, axis(x) + off));
    frame.spot("axon", on(560.0, 0.0), view);
    frame.spot("myelin", on(660.0, -30.0), view);
    frame.spot("schwann", on(374.0, -56.0), view);
    if lane.own_factors > 0.5 {
        frame.spot("trophic", px(pane, actors::own_spot(0, state).0), view);
        frame.spot("cone", px(pane, tip(state)), view);
    }
    for (actor, pro) in [("pro", true), ("anti", false)] {
        let mut of_kind =
            actors::signal_spots(lane, state.time_secs).filter(|(kind, at, _, strength)| {
                (*kind != Symbol::Il10) == pro
                    && *strength > 0.5
                    && pane.clip.contains(px(pane, *at))
            });
        if let Some((_, at, _, _)) = of_kind.next() {
            frame.spot(actor, px(pane, at), view);
        }
    }
    if view.with > 0.5 {
        let with = stage.pane(Lane::With);
        let mut seen = state.vesicles.iter().filter(|v| v.presence > 0.5);
        if let Some(vesicle) = seen.next() {
            frame.spot("exosome", px(with, actors::vesicle_spot(vesicle).0), view);
        }
    }
}
