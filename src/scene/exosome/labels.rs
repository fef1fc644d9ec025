//! Which labels stand where at a moment, in CSS pixels, and what they point to.
//!
//! Must not be here: words, DOM.

use kurbo::{Point, Vec2};

use super::layout::Layout;
use super::world::Camera;
use super::{ruler, sway};
use crate::model::curve::{smooth, window};
use crate::model::exosome::{HOLDER, State, size};
use crate::scene::geometry::toward;
use crate::scene::label::{Align, Label, Look, Slot};

/// All places for words. The order is that of the overlay's nodes.
pub const SLOTS: &[Slot] = &[
    Slot::plain("hand"),
    Slot::plain("nerve"),
    Slot::plain("cell"),
    Slot::plain("vesicle"),
    Slot::with("size", Look::Hint),
    Slot::plain("cm10"),
    Slot::plain("mm1"),
    Slot::plain("um10"),
    Slot::plain("nm100"),
    Slot::plain("nm1"),
    Slot::plain("band-hand"),
    Slot::plain("band-nerve"),
    Slot::plain("band-cell"),
    Slot::plain("band-vesicle"),
    Slot::plain("band-cytokine"),
    Slot::with("hair", Look::Hint),
    Slot::with("limit", Look::Hint),
    Slot::plain("membrane"),
    Slot::plain("receptor"),
    Slot::plain("protein"),
    Slot::plain("mirna"),
    Slot::plain("mrna"),
    Slot::plain("cytokine"),
    Slot::plain("slip"),
    Slot::plain("parcel"),
    Slot::plain("one"),
    Slot::with("other", Look::Hint),
];

/// What can be pointed to in the open vesicle: turn in radians and reach in radii.
const CARGO: [(f64, f64); 5] = [
    (-1.35, 0.57),
    (1.06, 0.59),
    (2.61, 0.51),
    (-2.33, 0.91),
    (0.12, 1.11),
];

/// The pixel of a piece of cargo: microRNA, messenger RNA, protein, membrane, protein of the membrane.
pub fn cargo(i: usize, state: &State, camera: &Camera) -> Point {
    let (turn, reach) = CARGO.get(i).copied().unwrap_or_default();
    let at = toward(turn + sway(state.time_secs)) * reach;
    camera.origin + at * (size::VESICLE / 2.0 * camera.k)
}

/// Places the labels of a moment.
pub fn place(state: &State, layout: &Layout, camera: &Camera) -> Vec<Label> {
    let mut labels = Vec::with_capacity(SLOTS.len());
    scale(&mut labels, state, layout);
    names(&mut labels, state, layout, camera);
    contents(&mut labels, state, layout, camera);
    likened(&mut labels, state, layout);
    labels.retain(|label| label.alpha > 0.01);
    labels
}

/// The ruler's numbers and what is marked on it.
fn scale(labels: &mut Vec<Label>, state: &State, layout: &Layout) {
    const NUMBERS: [(&str, f64); 5] = [
        ("cm10", 0.1),
        ("mm1", 1e-3),
        ("um10", 1e-5),
        ("nm100", 1e-7),
        ("nm1", 1e-9),
    ];
    let y = ruler::axis(layout) + 7.0 * layout.scale;
    for (id, metres) in NUMBERS {
        let at = Point::new(ruler::x_of(layout, metres), y);
        labels.push(Label::new(id, at, Align::Middle, 1.0));
    }
    if !layout.stacked {
        const BANDS: [(&str, &str); 5] = [
            ("band-hand", "hand"),
            ("band-nerve", "nerve"),
            ("band-cell", "cell"),
            ("band-vesicle", "vesicle"),
            ("band-cytokine", "cytokine"),
        ];
        for ((id, text), (from, to, _)) in BANDS.into_iter().zip(ruler::BANDS) {
            // The last two stand close: in articles the smaller one has no room for its name.
            if id != "band-cytokine" || layout.bounds.width() > 900.0 {
                let x = (ruler::x_of(layout, from) + ruler::x_of(layout, to)) / 2.0;
                let at = Point::new(x, layout.ruler.y0 + 2.0);
                let name = Label::new(id, at, Align::Middle, 1.0);
                labels.push(Label { text, ..name });
            }
        }
    }
    let above = layout.ruler.y0 - 29.0;
    for (id, metres, seen) in [
        ("hair", size::HAIR, ruler::hair(state)),
        ("limit", size::LIGHT, state.limit),
    ] {
        let at = Point::new(ruler::x_of(layout, metres) + 10.0, above);
        labels.push(Label::new(id, at, Align::End, seen));
    }
}

/// The names: under the medallions of the overview, then at the bracket, with the size.
fn names(labels: &mut Vec<Label>, state: &State, layout: &Layout, camera: &Camera) {
    const NAMES: [(&str, &str); 4] = [
        ("hand", "hand-size"),
        ("nerve", "nerve-size"),
        ("cell", "cell-size"),
        ("vesicle", "vesicle-size"),
    ];
    let q = layout.scale;
    let overview = 1.0 - smooth(0.0, 0.1, state.dive);
    let measured = ruler::measured(state);
    for (i, ((id, text), (level, seen))) in NAMES.into_iter().zip(measured).enumerate() {
        if overview > 0.0 {
            let (at, r) = layout.medallion(i);
            let label = if i == 3 && layout.stacked {
                Label::new(
                    id,
                    at + Vec2::new(r + 18.0 * q, 20.0 * q),
                    Align::Start,
                    overview,
                )
            } else {
                Label::new(id, at + Vec2::new(0.0, r + 8.0), Align::Middle, overview)
            };
            labels.push(label);
        }
        let seen = seen * ruler::bracketed(state);
        let (middle, _) = ruler::bracket(level, layout, camera);
        let gap = if layout.stacked { 9.0 * q } else { 16.0 };
        let beside = middle + Vec2::new(gap, 0.0);
        let name = beside + Vec2::new(0.0, -26.0);
        labels.push(Label::new(id, name, Align::Start, seen));
        let size = beside + Vec2::new(0.0, 2.0);
        let mut size = Label::new("size", size, Align::Start, seen);
        size.text = text;
        labels.push(size);
    }
}

/// What is in the vesicle, around it: text edge from its middle in spans, which side, what it points to.
fn contents(labels: &mut Vec<Label>, state: &State, layout: &Layout, camera: &Camera) {
    // Side by side there is room on both sides, in a column above, below and on the right.
    const WIDE: [(f64, f64); 5] = [
        (0.66, -0.46),
        (0.66, 0.42),
        (-0.62, 0.42),
        (-0.66, -0.34),
        (0.74, 0.02),
    ];
    const NARROW: [(f64, f64); 5] = [
        (0.5, -0.5),
        (0.5, 0.5),
        (-0.6, 0.68),
        (-0.6, -0.74),
        (0.62, 0.0),
    ];
    const IDS: [&str; 5] = ["mirna", "mrna", "protein", "membrane", "receptor"];
    let table = if layout.stacked { &NARROW } else { &WIDE };
    let seen = window(45.2, 53.0, 0.7, state.time_secs);
    for (i, (id, (x, y))) in IDS.into_iter().zip(*table).enumerate() {
        let at = layout.focus + Vec2::new(x, y) * layout.span - Vec2::new(0.0, 11.0);
        let align = if x > 0.0 || layout.stacked {
            Align::Start
        } else {
            Align::End
        };
        labels.push(Label::new(id, at, align, seen).to(cargo(i, state, camera)));
    }
}

/// Slip and parcel; the one of 120.
fn likened(labels: &mut Vec<Label>, state: &State, layout: &Layout) {
    let [one, two] = layout.cards;
    let q = layout.scale;
    for (card, name, word) in [(one, "cytokine", "slip"), (two, "vesicle", "parcel")] {
        let (at, align) = if layout.stacked {
            (
                Point::new(card.center().x, card.y0 + 94.0 * q),
                Align::Middle,
            )
        } else {
            (
                Point::new(card.x0 + 146.0, card.center().y - 25.0),
                Align::Start,
            )
        };
        labels.push(Label::new(name, at, align, state.cards));
        labels.push(Label::new(
            word,
            at + Vec2::new(0.0, 25.0),
            align,
            state.cards,
        ));
    }
    let holder = layout.grain_at(HOLDER);
    let r = layout.span / 20.0;
    let above = Point::new(holder.x, holder.y - r - 37.0 * q);
    let target = holder - Vec2::new(0.0, r * 1.3);
    labels.push(Label::new("one", above, Align::Middle, state.holder).to(target));
    let last = layout.grain_at(crate::model::exosome::GRAINS - 1);
    let below = Point::new(layout.grains.x, last.y + r + 8.0);
    labels.push(Label::new("other", below, Align::Middle, state.holder));
}
