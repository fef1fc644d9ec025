//! Which words stand where at a moment, in CSS pixels: labels, and what is written on rungs, columns and cards.
//!
//! Must not be here: words, DOM.

use kurbo::{Point, Vec2};

use super::cards::{foot, knees, nobody, said};
use super::ladder::key_row;
use super::layout::Layout;
use crate::model::curve::{lerp, smooth};
use crate::model::evidence::State;
use crate::scene::label::{Align, Label, Look, Slot};

/// All places for words. The order is that of the overlay's nodes.
pub const SLOTS: &[Slot] = &[
    Slot::with("rung-cell", Look::Head),
    Slot::with("rung-animal", Look::Head),
    Slot::with("rung-small", Look::Head),
    Slot::with("rung-controlled", Look::Head),
    Slot::plain("stronger"),
    Slot::with("inflammation", Look::Small),
    Slot::with("nerve", Look::Small),
    Slot::with("glia", Look::Small),
    Slot::with("drip", Look::Small),
    Slot::with("local", Look::Small),
    Slot::with("saline", Look::Head),
    Slot::with("report", Look::Head),
    Slot::with("trial", Look::Head),
    Slot::with("nobody", Look::Small),
    Slot::with("vesicle", Look::Fine),
    Slot::with("water", Look::Fine),
    Slot::with("fall", Look::Small),
    Slot::with("cause", Look::Small),
    Slot::with("equal", Look::Small),
    Slot::with("saline-what", Look::Fine),
    Slot::with("report-what", Look::Fine),
    Slot::with("report-how", Look::Fine),
    Slot::with("trial-how", Look::Fine),
    Slot::with("no-drip", Look::Hint),
    Slot::with("pain", Look::Small),
];
/// The names of the rungs, the weakest first.
pub const RUNGS: [&str; 4] = ["rung-cell", "rung-animal", "rung-small", "rung-controlled"];
const TOPICS: [&str; 5] = ["inflammation", "nerve", "glia", "drip", "local"];
/// Half the height of a line of text, in CSS pixels.
const HALF: f64 = 11.0;

/// How far the sign that grows with the evidence is told of: on phones its words make way for the topics' names, and it
/// goes with them.
pub fn stronger(state: &State, layout: &Layout) -> f64 {
    let gone = if layout.stacked {
        smooth(7.4, 8.2, state.time_secs)
    } else {
        0.0
    };
    1.0 - gone
}

/// Places the labels of a moment.
pub fn place(state: &State, layout: &Layout) -> Vec<Label> {
    let mut labels = Vec::with_capacity(SLOTS.len());
    let mut add = |id, at, align, alpha: f64| {
        if alpha > 0.01 {
            let mut label = Label::new(id, at, align, alpha);
            if layout.stacked {
                label.text = match id {
                    "equal" => "equal-saline",
                    "cause" => "cause-short",
                    id => id,
                };
            }
            labels.push(label);
        }
    };
    let (u, stacked) = (layout.unit, layout.stacked);
    for (i, (id, (_, name))) in RUNGS.into_iter().zip(layout.marks).enumerate() {
        let risen = state.rise.get(i).copied().unwrap_or_default();
        add(id, name, Align::Start, smooth(0.1, 0.5, risen));
    }
    let (at, align) = if stacked {
        (layout.key.origin(), Align::Start)
    } else {
        // Over the sign's slender end.
        let (from, _) = layout.slope;
        let up = Vec2::new(125.0, lerp(-96.0, -56.0, state.folded)) * u;
        (from + up - Vec2::new(0.0, 2.0 * HALF), Align::Middle)
    };
    let told = stronger(state, layout) * smooth(5.4, 6.4, state.time_secs);
    add("stronger", at, align, told);
    let [top, ..] = layout.tiles;
    for (topic, id) in TOPICS.into_iter().enumerate() {
        let column = top.get(topic).copied().unwrap_or_default().x;
        let (at, align) = if !stacked {
            let row = key_row(layout, topic);
            (row + Vec2::new(30.0 * u, -layout.line()), Align::Start)
        } else if topic == 0 {
            // The longest word in some languages: it may reach out to the left.
            (Point::new(column + 15.0, layout.key.y0), Align::End)
        } else {
            // Large letters stand on two lines in turn.
            let line = (topic % 2) as f64 * (28.0 * layout.large);
            (Point::new(column, layout.key.y0 + line), Align::Middle)
        };
        add(id, at, align, state.key);
    }
    // While the studies change places, their words make way.
    let apart = smooth(0.55, 1.0, (1.0 - 2.0 * state.swapped).abs());
    let shown = smooth(0.7, 1.0, state.cards) * apart;
    let [saline, report, trial] = layout.cards;
    let inset = if stacked {
        Vec2::new(9.0 - 3.0 * layout.large, 5.0)
    } else {
        Vec2::new(20.0, 11.0) * u
    };
    let cards = [
        ("saline", "fall", saline),
        ("report", "cause", report),
        ("trial", "equal", trial),
    ];
    for (i, (id, verdict, card)) in cards.into_iter().enumerate() {
        // On phones the saline card has its points on the left and its words on the right.
        let aside = if stacked && i == 0 {
            Vec2::new(160.0 * (1.0 - layout.large), -2.0)
        } else {
            Vec2::ZERO
        };
        add(id, card.origin() + inset + aside, Align::Start, shown);
        add(verdict, said(card, layout, i as u8), Align::Start, shown);
        if stacked && i == 1 {
            let at = Point::new(foot(card, layout, false).x0 + 3.0, said(card, layout, 1).y);
            add("pain", at, Align::Start, shown * (1.0 - layout.large));
        }
    }
    for (id, card, line) in [
        ("saline-what", saline, 1),
        ("report-what", report, 0),
        ("report-how", report, 1),
        ("trial-how", trial, 1),
    ] {
        let at = Point::new(card.x0 + inset.x, layout.told(card, line));
        add(id, at, Align::Start, shown * layout.roomy());
    }
    let gap = nobody(layout).center();
    add(
        "nobody",
        gap - Vec2::new(0.0, layout.line() + 4.0 * layout.large),
        Align::Middle,
        smooth(0.5, 1.0, state.people) * apart,
    );
    let named = state.knees * apart * layout.roomy();
    for (id, at) in ["vesicle", "water"].into_iter().zip(knees(layout)) {
        let at = at + Vec2::new(11.0 * u, -layout.line());
        add(id, at, Align::Start, named);
    }
    let [_, _, small, _] = layout.tiles;
    let tile = small.get(3).copied().unwrap_or_default();
    let dripping = state.drip;
    if dripping > 0.01 && !stacked {
        let [_, _, rung, _] = layout.rungs;
        let at = Point::new(rung.center().x, tile.y + 62.0 * u);
        let foot = Point::new(tile.x, tile.y + 0.5 * layout.tile);
        labels.push(Label::new("no-drip", at, Align::Middle, dripping).to(foot));
    }
    labels
}
