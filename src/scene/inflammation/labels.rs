//! Which labels stand where at a moment, in CSS pixels, and what they point to; where actors can be touched.
//!
//! Placed anew for each arrangement: side by side they stand beside their things, in narrow or single views along the
//! edges of their pane.
//! Must not be here: words, DOM.

use kurbo::{Point, Vec2};

use super::play::{gauge_place, unknown_place};
use super::{LaneDrawing, actors, gauge, lane_state};
use crate::model::curve::{lerp, smooth, window};
use crate::model::inflammation::{ARRIVAL_SECS, State};
use crate::scene::frame::Frame;
use crate::scene::label::{Align, Label, Look, Slot};
use crate::scene::view::{Arrangement, Viewport, px};
use crate::units::Lane;

/// All places for words. The order is that of the overlay's nodes.
pub const SLOTS: &[Slot] = &[
    Slot::plain("vessel"),
    Slot::plain("cell"),
    Slot::plain("nerve"),
    Slot::with("dock", Look::Hint),
    Slot::with("pocket", Look::Hint),
    Slot::with("open", Look::Hint),
    Slot::plain("dose"),
    Slot::with("start", Look::Hint),
    Slot::with("band", Look::Hint),
    Slot::with("raising", Look::Small),
    Slot::with("lowering", Look::Small),
    Slot::with("raising-with", Look::Small),
    Slot::with("lowering-with", Look::Small),
];

/// How visible the mark of the unknown dose is.
pub fn unknown_shown(state: &State) -> f64 {
    window(ARRIVAL_SECS + 1.2, 78.8, 0.8, state.time_secs)
}

/// How much room the balance gives for its words.
pub fn foot_shown(state: &State) -> f64 {
    smooth(ARRIVAL_SECS - 2.0, ARRIVAL_SECS - 1.0, state.time_secs)
}

/// How much the lanes stand side by side, 0..=1.
pub fn beside(stage: &Arrangement, (without, with): (f64, f64)) -> f64 {
    if stage.stacked {
        0.0
    } else {
        smooth(0.4, 0.9, without.min(with))
    }
}

/// Places the labels of a moment. `weights` is how much of the box each lane gets.
pub fn place(
    state: &State,
    stage: &Arrangement,
    lanes: &[LaneDrawing; 2],
    (without, with): (f64, f64),
) -> Vec<Label> {
    let t = state.time_secs;
    let beside = beside(stage, (without, with));
    let wide = if stage.stacked { 0.0 } else { 1.0 };
    let mut labels = Vec::with_capacity(SLOTS.len());
    let mut add = |label: Label| {
        if label.alpha > 0.01 {
            labels.push(label);
        }
    };
    // The surroundings are named once: in the first lane that is shown.
    let first = if without >= 0.5 || stage.stacked {
        Lane::Without
    } else {
        Lane::With
    };
    let shown = smooth(
        0.55,
        1.0,
        if first == Lane::Without {
            without
        } else {
            with
        },
    );
    let pane = stage.pane(first);
    let out = |at: Point, align: Align| match first {
        Lane::Without => (at, align),
        Lane::With => (
            at,
            if align == Align::Start {
                Align::End
            } else {
                align
            },
        ),
    };
    // In a lane alone less is seen above and below, and the title lies on the upper edge.
    let stand = |alone: (f64, f64), pair: (f64, f64)| {
        px(pane, Point::from(alone).lerp(pair.into(), beside))
    };
    // In the lane with exosomes alone they make room for the stages of the uptake.
    let uptake = window(35.0, 45.6, 0.8, t) * smooth(0.6, 1.0, with);
    let named = wide * shown * (1.0 - uptake * (1.0 - beside));
    let (mut at, align) = out(stand((140.0, 262.0), (136.0, 196.0)), Align::Start);
    at.y = at.y.max(lerp(0.3, 0.0, beside) * stage.bounds.height());
    let vessel = px(pane, Point::new(80.0, lerp(330.0, 232.0, beside)));
    add(Label::new("vessel", at, align, named).to(vessel));
    let cell = lanes
        .first()
        .map_or(Point::ORIGIN, |drawing| drawing.cells[0].centre);
    let cell = px(pane, cell + Vec2::new(20.0, -52.0));
    // Centred, so that longer words do not reach the balance.
    let at = stand((170.0, 380.0), (258.0, 240.0));
    add(Label::new("cell", at, Align::Middle, named).to(cell));
    let fibres = stand((330.0, 600.0), (330.0, 650.0));
    let inflamed = smooth(0.5, 1.0, state.without.levels.p);
    for (text, alpha) in [("quiet", 1.0 - inflamed), ("nerve", inflamed)] {
        let label = if stage.stacked {
            let at = Point::new(pane.clip.x0 + 12.0, pane.clip.y1 - 30.0);
            Label::new("nerve", at, Align::Start, alpha * shown)
        } else {
            let mut at = stand((420.0, 604.0), (372.0, 694.0));
            // The legend keeps the lower edge.
            at.y = at.y.min(stage.bounds.height() - 68.0);
            Label::new("nerve", at, Align::Middle, alpha * shown).to(fibres)
        };
        // The two texts take turns in one slot: never both at once.
        add(Label {
            text,
            alpha: (2.0 * label.alpha - 1.0).max(0.0),
            ..label
        });
    }
    let pane = stage.pane(Lane::With);
    let [_, right] = lanes;
    let stages = actors::at_stages(&state.vesicles, &right.cells);
    for (i, (id, (target, there))) in ["dock", "pocket", "open"]
        .into_iter()
        .zip(stages)
        .enumerate()
    {
        // It ends on the rim that faces its words.
        let target = px(pane, target) + Vec2::new(12.0 * pane.scale, 0.0);
        let down = i as f64;
        let at = if stage.stacked {
            // Under the balance.
            let y = pane.clip.y0 + 58.0 + 30.0 * down;
            Point::new(stage.narrow_right(), y)
        } else {
            let y = px(pane, Point::new(0.0, 330.0 + 52.0 * down)).y;
            Point::new(pane.clip.x1 - 14.0, y)
        };
        add(Label::new(id, at, Align::End, uptake * there).to(target));
    }
    let (mark, r) = unknown_place(state, stage, beside);
    let at = Point::new(mark.x + r + 6.0, mark.y - 11.0);
    add(Label::new(
        "dose",
        at,
        Align::Start,
        unknown_shown(state) * smooth(0.6, 1.0, with),
    ));
    // What tick and dashes of the balance mean, under its bars.
    let ticked = smooth(ARRIVAL_SECS - 1.2, ARRIVAL_SECS - 0.4, t);
    let (_, bottom) = gauge::EDGES;
    if stage.stacked {
        for (lane, weight, ids) in [
            (Lane::Without, without, ["raising", "lowering"]),
            (Lane::With, with, ["raising-with", "lowering-with"]),
        ] {
            let map = gauge_place(stage, lane, false);
            let shown = smooth(0.6, 1.0, weight);
            for ((id, text), y) in ids
                .into_iter()
                .zip(["raising", "lowering"])
                .zip(gauge::ROWS)
            {
                // Large letters, for which the stage is taller, need a little more than from bar to bar.
                let large = smooth(430.0, 490.0, stage.bounds.height());
                let half = 8.5 + large * (4.2 - 0.13 * y);
                let at = map * Point::new(-gauge::BACK + 4.0, y) - Vec2::new(0.0, half);
                let name = Label::new(id, at, Align::End, shown);
                add(Label { text, ..name });
            }
            let under = map * Point::new(gauge::WIDTH, bottom + 6.0);
            // In the lane with exosomes it waits for the names of the stages to leave.
            let (id, alpha) = match lane {
                Lane::Without => ("start", ticked),
                Lane::With => ("band", smooth(45.8, 46.6, t)),
            };
            add(Label::new(id, under, Align::End, alpha * shown));
        }
    } else if beside > 0.5 {
        let alpha = 2.0 * beside - 1.0;
        let under = |lane| {
            gauge_place(stage, lane, true) * Point::new(gauge::WIDTH / 2.0 + 4.0, bottom - 3.0)
        };
        let start = under(Lane::Without);
        add(Label::new("start", start, Align::Middle, alpha * ticked));
        let alpha = alpha * smooth(43.5, 45.5, t);
        add(Label::new("band", under(Lane::With), Align::Middle, alpha));
    }
    labels
}

/// Where each actor that is to be seen can be reached.
pub fn spots(
    frame: &mut Frame,
    state: &State,
    stage: &Arrangement,
    lanes: &[LaneDrawing; 2],
    view: &Viewport,
) {
    let [without, with] = lanes;
    let (first, drawing) = if view.without >= 0.5 {
        (Lane::Without, without)
    } else {
        (Lane::With, with)
    };
    let pane = stage.pane(first);
    let [large, _] = &drawing.cells;
    frame.spot("macrophage", px(pane, large.centre), view);
    frame.spot("capillary", px(pane, Point::new(64.0, 330.0)), view);
    frame.spot("bundle", px(pane, Point::new(330.0, 620.0)), view);
    let signals = &lane_state(state, first).signals;
    for (actor, raises) in [("pro", true), ("anti", false)] {
        let mut of_kind = signals.iter().zip(&drawing.signals);
        let seen =
            of_kind.find(|(signal, spot)| signal.kind.raises() == raises && spot.alpha > 0.5);
        if let Some((_, spot)) = seen {
            frame.spot(actor, px(pane, spot.at), view);
        }
    }
    if view.with >= 0.5 {
        let pane = stage.pane(Lane::With);
        if let Some(vesicle) = state.vesicles.iter().find(|v| v.presence > 0.5) {
            let spot = actors::vesicle_spot(vesicle, &with.cells);
            frame.spot("exosome", px(pane, spot.at), view);
        }
    }
}
