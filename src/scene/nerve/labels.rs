//! Which labels stand where at a moment, in CSS pixels, and what they point to.
//!
//! Wide boxes keep them in a row above and below each fibre, narrow ones in the row under the upper fibre.
//! Must not be here: words, DOM.

use kurbo::{Point, Vec2};

use super::plates::RULER_FROM;
use super::sheath::schwann_at;
use super::{actors, axis, place, tip};
use crate::model::curve::{smooth, window};
use crate::model::nerve::{FACES_SECS, State};
use crate::scene::label::{Align, Label, Look, Slot};
use crate::scene::view::{Arrangement, Viewport, px};
use crate::units::Lane;

/// All places for words. The order is that of the overlay's nodes.
pub const SLOTS: &[Slot] = &[
    Slot::plain("schwann"),
    Slot::plain("myelin"),
    Slot::plain("axon"),
    Slot::plain("same"),
    Slot::plain("trophic"),
    Slot::plain("support"),
    Slot::plain("raise"),
    Slot::with("unknown", Look::Unknown),
    Slot::plain("trace-without"),
    Slot::plain("trace-with"),
    Slot::plain("day"),
    Slot::with("cover-without", Look::Head),
    Slot::with("cover-with", Look::Head),
    Slot::with("letters", Look::Fine),
];

/// How visible the ruler of growth is.
pub fn ruler_shown(t: f64) -> f64 {
    window(21.6, 33.4, 0.8, t)
}

/// Places the labels of a moment.
pub fn place(state: &State, stage: &Arrangement, view: &Viewport) -> Vec<Label> {
    let t = state.time_secs;
    let mut labels = Vec::with_capacity(SLOTS.len());
    let mut add = |id: &'static str,
                   text: &'static str,
                   at: Point,
                   align: Align,
                   alpha: f64,
                   to: Option<Point>| {
        if alpha > 0.01 {
            labels.push(Label {
                id,
                text,
                at,
                align,
                alpha,
                target: to,
            });
        }
    };
    let shown = |lane: Lane| {
        let weight = if lane == Lane::Without {
            view.without
        } else {
            view.with
        };
        smooth(0.6, 1.0, weight)
    };
    // Parts are named on the upper lane, or on the one that is shown alone.
    let first = if view.without > 0.5 {
        Lane::Without
    } else {
        Lane::With
    };
    let pane = stage.pane(first);
    let alone = shown(first);
    let on = |x: f64, y: f64| px(pane, Point::new(x, y));
    let faces = window(FACES_SECS.0 + 2.4, FACES_SECS.1, 0.6, t);
    let ruler = ruler_shown(t);
    let worn = smooth(0.2, 0.34, state.lane(first).worn);
    let myelin = on(638.0, axis(638.0) - 32.0);
    let schwann_on = |x: f64, side: f64, which: usize| {
        let h = state.lane(first).schwann.get(which).copied();
        px(pane, schwann_at((x, side), h.unwrap_or(1.0)))
    };
    let fibre_end = tip(state);
    let foot = if stage.stacked {
        on(0.0, 112.0).y.min(pane.clip.y1 - 25.0)
    } else {
        on(0.0, 112.0).y
    };
    // What exosomes bring, and what nobody knows of them, is told on their lane.
    let told = if view.with > 0.5 { Lane::With } else { first };
    let lower = stage.pane(told);
    let second = shown(told);
    let big = {
        let (at, r) = actors::own_spot(0, state);
        (px(lower, at), r * lower.scale)
    };
    let both = view.without.min(view.with) > 0.5;
    if stage.stacked {
        // The row under the fibre: one or two words at a time.
        let left = Point::new(14.0, foot);
        let right = Point::new(stage.bounds.x1 - 14.0, foot);
        let core = on(FOOT_LEFT, axis(FOOT_LEFT) + 8.0);
        let below = on(668.0, axis(668.0) + 30.0);
        add(
            "axon",
            "axon",
            left,
            Align::Start,
            alone * (1.0 - smooth(8.4, 9.0, t)),
            Some(core),
        );
        let early = alone * (1.0 - smooth(20.6, 21.2, t));
        add(
            "myelin",
            "myelin",
            right,
            Align::End,
            early * (1.0 - worn),
            Some(below),
        );
        add(
            "myelin",
            "damaged",
            right,
            Align::End,
            early * worn,
            Some(below),
        );
        let schwann = window(46.0, 59.0, 0.6, t) * alone;
        let cell = schwann_on(592.0, 1.0, 1);
        // Under it, clear of the fibre that grows from the right.
        let under = Point::new(cell.x - 12.0, foot);
        add(
            "schwann",
            "schwann",
            under,
            Align::Start,
            schwann,
            Some(cell),
        );
        let factor = window(35.0, 45.4, 0.6, t) * second;
        let below = foot + lower.clip.y0 - pane.clip.y0;
        let near = |x: f64| Point::new((x - 130.0).max(14.0), below);
        let own = big.0 + Vec2::new(0.0, big.1);
        add(
            "trophic",
            "trophic",
            near(big.0.x),
            Align::Start,
            factor,
            Some(own),
        );
        let same = window(21.6, 33.4, 0.6, t) * alone;
        let letters = window(35.0, 69.6, 0.6, t) * (1.0 - schwann);
        // Their row is free on the other lane and in wide boxes; else a lane alone has room for one more.
        let free = both || stage.bounds.width() > 450.0;
        let row = if free { foot } else { below + 26.0 };
        let at = Point::new(right.x, row);
        add("letters", "letters", at, Align::End, letters, None);
        let cone = px(pane, fibre_end) + Vec2::new(3.0, 1.0);
        add("same", "same", right, Align::End, same, Some(cone));
        let unknown = smooth(71.0, 72.0, t) * second;
        let mark = on(actors::UNKNOWN.0 + 150.0, 0.0).x;
        add(
            "unknown",
            "unknown",
            near(mark),
            Align::Start,
            unknown,
            None,
        );
    } else {
        let row = on(0.0, -120.0).y - 11.0;
        let x = |share: f64| stage.bounds.width() * share;
        add(
            "schwann",
            "schwann",
            Point::new(x(0.33), row),
            Align::Middle,
            alone,
            Some(schwann_on(374.0, -1.0, 0)),
        );
        let at = Point::new(x(0.485), row);
        add(
            "myelin",
            "myelin",
            at,
            Align::Start,
            alone * (1.0 - worn),
            Some(myelin),
        );
        add(
            "myelin",
            "damaged",
            at,
            Align::Start,
            alone * worn,
            Some(myelin),
        );
        // In a lane of its own the words about the unknown come to the same place.
        let rest = if both { 0.0 } else { smooth(70.0, 71.0, t) };
        let at = Point::new(x(0.02), on(0.0, 54.0).y);
        let core = on(132.0, axis(132.0) + 6.0);
        add(
            "axon",
            "axon",
            at,
            Align::Start,
            alone * (1.0 - ruler) * (1.0 - rest),
            Some(core),
        );
        let same = window(21.6, 45.4, 0.6, t) * alone;
        let cone = px(pane, fibre_end) + Vec2::new(6.0, 9.0 * pane.scale);
        let at = Point::new(on(790.0, 0.0).x, foot);
        add("same", "same", at, Align::Start, same, Some(cone));
        let lower = stage.pane(Lane::With);
        let factor = smooth(0.4, 1.0, state.brought.last().copied().unwrap_or(0.0))
            * (1.0 - smooth(60.0, 60.8, t))
            * shown(Lane::With);
        let to = px(lower, actors::brought_spot(3, state)) + Vec2::new(15.0, 0.0) * lower.scale;
        // Under the scale of sheaths, beside the plate of what arrives.
        let at = Point::new(place::trace(stage, Lane::With).x0 - 6.0, to.y - 7.0);
        add("trophic", "trophic", at, Align::End, factor, Some(to));
        let unknown = smooth(71.0, 72.0, t);
        let (low, lane) = if view.with > 0.5 {
            (lower, shown(Lane::With))
        } else {
            (pane, alone)
        };
        let (ux, uy) = actors::UNKNOWN;
        // A plate beside the mark, low enough to leave the signals free; under it lies the legend.
        let mut at = px(low, Point::new(ux - 17.0, uy + 6.0));
        at.y = at.y.min(stage.bounds.height() - 70.0);
        add("unknown", "unknown", at, Align::End, unknown * lane, None);
    }
    let beside = big.1 * 1.36 + 6.0;
    // Below the thin fibre, lest they cover its end.
    // In wide boxes above the legend.
    let edge = if stage.stacked {
        lower.clip.y1 - 22.0
    } else {
        stage.bounds.height() - 70.0
    };
    let level = Vec2::new(0.0, 4.0f64.min(edge - big.0.y));
    let left = big.0 + level - Vec2::new(beside, 0.0);
    let right = big.0 + level + Vec2::new(beside, 0.0);
    add("support", "support", left, Align::End, faces * second, None);
    add("raise", "raise", right, Align::Start, faces * second, None);
    for (lane, id) in [(Lane::Without, "trace-without"), (Lane::With, "trace-with")] {
        let plate = place::trace(stage, lane);
        if !stage.stacked {
            let at = Point::new(plate.x0 + 9.0, plate.y0 + 2.0);
            add(id, "trace", at, Align::Start, shown(lane), None);
            continue;
        }
        let at = Point::new(plate.x0 + 7.0, plate.y0);
        add(id, "signals", at, Align::Start, shown(lane), None);
        let id = match lane {
            Lane::Without => "cover-without",
            Lane::With => "cover-with",
        };
        let at = Point::new(place::board(stage, lane).x0 + 7.0, plate.y0);
        add(id, "cover", at, Align::Start, shown(lane), None);
    }
    let at = place::ruler(stage);
    let title = at + Vec2::new(RULER_FROM - 4.0, 3.0);
    add("day", "day", title, Align::Start, ruler, None);
    labels
}

/// Where the axon is named in narrow boxes.
const FOOT_LEFT: f64 = 330.0;
