//! Which labels stand where at a moment, in CSS pixels. At most nine at once: names that have been read make room.
//!
//! Must not be here: words, DOM.

use kurbo::{Point, Vec2};

use super::cards::{foot, knees, nobody};
use super::ladder::key_row;
use super::layout::Layout;
use crate::model::curve::smooth;
use crate::model::evidence::State;
use crate::scene::label::{Align, Label, Look, Slot};

/// All places for words. The order is that of the overlay's nodes.
pub const SLOTS: &[Slot] = &[
    Slot::plain("rung-cell"),
    Slot::plain("rung-animal"),
    Slot::plain("rung-small"),
    Slot::plain("rung-controlled"),
    Slot::plain("stronger"),
    Slot::plain("inflammation"),
    Slot::plain("nerve"),
    Slot::plain("glia"),
    Slot::plain("drip"),
    Slot::plain("local"),
    Slot::plain("saline"),
    Slot::plain("report"),
    Slot::plain("trial"),
    Slot::with("nobody", Look::Hint),
    Slot::plain("vesicle"),
    Slot::plain("water"),
    Slot::plain("equal"),
    Slot::with("no-drip", Look::Hint),
];
/// The names of the rungs, the weakest first.
pub const RUNGS: [&str; 4] = ["rung-cell", "rung-animal", "rung-small", "rung-controlled"];
const TOPICS: [&str; 5] = ["inflammation", "nerve", "glia", "drip", "local"];
/// Half the height of a line of text, in CSS pixels.
const HALF: f64 = 11.0;

/// Places the labels of a moment.
pub fn place(state: &State, layout: &Layout) -> Vec<Label> {
    let mut labels = Vec::with_capacity(12);
    let mut add = |id, at, align, alpha: f64| {
        if alpha > 0.01 {
            labels.push(Label::new(id, at, align, alpha));
        }
    };
    let t = state.time_secs;
    for (i, (id, (_, name))) in RUNGS.into_iter().zip(layout.marks).enumerate() {
        let risen = state.rise.get(i).copied().unwrap_or_default();
        let named = layout.named.get(i).copied().unwrap_or_default();
        add(id, name, Align::Start, smooth(0.1, 0.5, risen) * named);
    }
    let first = 1.0 - smooth(7.4, 8.2, t);
    let (from, to) = layout.slope;
    let stronger = if layout.stacked {
        Point::new(layout.key.x0, layout.key.y0)
    } else {
        from.lerp(to, 0.26) + Vec2::new(0.0, 34.0 * layout.unit)
    };
    add(
        "stronger",
        stronger,
        Align::Start,
        first * smooth(5.4, 6.4, t),
    );
    let [top, ..] = layout.tiles;
    for (topic, id) in TOPICS.into_iter().enumerate() {
        let column = top.get(topic).copied().unwrap_or_default().x;
        let (at, align) = if !layout.stacked {
            let row = key_row(layout, topic);
            (row + Vec2::new(30.0 * layout.unit, -HALF), Align::Start)
        } else if topic == 0 {
            // The longest word in some languages: it may reach out to the left.
            (Point::new(column + 15.0, layout.key.y0), Align::End)
        } else {
            // Large letters stand on two lines in turn.
            let line = (topic % 2) as f64 * (28.0 * layout.large) * state.key;
            (Point::new(column, layout.key.y0 + line), Align::Middle)
        };
        let told = if layout.stacked && id == "drip" {
            state.key.max(state.drip)
        } else {
            state.key
        };
        add(id, at, align, told);
    }
    // While the studies change places, their words make way.
    let apart = smooth(0.55, 1.0, (1.0 - 2.0 * state.swapped).abs());
    let shown = smooth(0.7, 1.0, state.cards) * apart;
    let [saline, report, trial] = layout.cards;
    let inset = if layout.stacked {
        Vec2::new(9.0, 5.0)
    } else {
        Vec2::new(20.0, 13.0) * layout.unit
    };
    for (id, card) in [("saline", saline), ("report", report), ("trial", trial)] {
        // On phones the saline card has its points on the left and its words on the right.
        let aside = if layout.stacked && id == "saline" {
            Vec2::new(160.0 * (1.0 - layout.large), -2.0)
        } else {
            Vec2::ZERO
        };
        add(id, card.origin() + inset + aside, Align::Start, shown);
    }
    let gap = nobody(layout).center();
    add(
        "nobody",
        gap - Vec2::new(0.0, HALF + 1.0),
        Align::Middle,
        smooth(0.5, 1.0, state.people) * apart,
    );
    let strip = foot(trial, layout, false);
    let equal = if layout.stacked {
        let beside = Point::new(strip.x0 + 28.8, strip.center().y - HALF);
        beside.lerp(Point::new(strip.x0 + 4.0, strip.y1 - 29.0), layout.large)
    } else {
        Point::new(strip.x0 + 2.24 * strip.height(), strip.center().y - HALF)
    };
    add("equal", equal, Align::Start, shown);
    if !layout.stacked {
        let named = state.knees * apart;
        for (id, at) in ["vesicle", "water"].into_iter().zip(knees(layout)) {
            add(
                id,
                at + Vec2::new(11.0 * layout.unit, -HALF),
                Align::Start,
                named,
            );
        }
    }
    let [_, _, small, _] = layout.tiles;
    let tile = small.get(3).copied().unwrap_or_default();
    let dripping = state.drip;
    if dripping > 0.01 && !layout.stacked {
        let [_, _, rung, _] = layout.rungs;
        let at = Point::new(rung.center().x, tile.y + 62.0 * layout.unit);
        let foot = Point::new(tile.x, tile.y + 0.5 * layout.tile);
        labels.push(Label::new("no-drip", at, Align::Middle, dripping).to(foot));
    }
    labels
}
