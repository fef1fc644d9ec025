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
    for (i, id) in ["dock", "pocket", "open"].into_iter().enumerate() {
        let target = actors::STAGES.get(i).copied().unwrap_or_default();
        let target = px(pane, target + Vec2::new(-6.0, 0.0));
        let down = i as f64;
        let (at, align) = if stage.stacked {
            let y = pane.clip.y0 + 40.0 + 32.0 * down;
            let x = (pane.clip.x1 - 10.0).min(pane.clip.center().x + 200.0);
            (Point::new(x, y), Align::End)
        } else {
            let x = pane.clip.x1 - 14.0;
            let y = px(pane, Point::new(0.0, 330.0 + 52.0 * down)).y;
            (Point::new(x, y), Align::End)
        };
        add(Label::new(id, at, align, uptake).to(target));
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
    if beside > 0.5 {
        let alpha = smooth(ARRIVAL_SECS - 1.2, ARRIVAL_SECS - 0.4, t) * (2.0 * beside - 1.0);
        let under = |lane| {
            let (_, bottom) = gauge::EDGES;
            gauge_place(stage, lane, true) * Point::new(gauge::WIDTH / 2.0 + 4.0, bottom - 3.0)
        };
        add(Label::new(
            "start",
            under(Lane::Without),
            Align::Middle,
            alpha,
        ));
        let alpha = smooth(43.5, 45.5, t) * (2.0 * beside - 1.0);
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
