//! After the zoom: signals in their true size beside the vesicle, with an order slip and a parcel for what they are
//! likened to; then 120 vesicles, one of which holds a given microRNA.
//!
//! Must not be here: words.

use kurbo::{Point, Rect, Vec2};

use super::layout::Layout;
use super::things::speck;
use super::world::Camera;
use crate::model::curve::smooth;
use crate::model::exosome::{GRAINS, HERO, HOLDER, State, size};
use crate::model::noise::{between, hash};
use crate::model::trig::sin;
use crate::scene::geometry::{self, curve};
use crate::scene::ir::{Brush, Paint, Pen, Picture, Shape, Tag};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Tone};

fn flat(ramp: Ramp, depth: f32, alpha: f64) -> Paint {
    Paint::Flat(Tone::at(ramp, depth), alpha as f32)
}

/// Draws both.
pub fn draw(picture: &mut Picture, state: &State, layout: &Layout, camera: &Camera) {
    if state.cards > 0.0 {
        pair(picture, state, layout, camera);
    }
    if state.grains > 0.0 {
        grains(&mut picture.brush(Tag::Exosome), state, layout, camera);
    }
}

fn pair(picture: &mut Picture, state: &State, layout: &Layout, camera: &Camera) {
    let shown = state.cards;
    // Signals at the zoom's own scale: a twentieth of the vesicle.
    let r = size::CYTOKINE / 2.0 * camera.k;
    let mut brush = picture.brush(Tag::Pro);
    for i in 0..11_u32 {
        let sway = Vec2::new(
            sin(state.time_secs * 0.7 + f64::from(i) * 1.7),
            sin(state.time_secs * 0.6 + f64::from(i) * 2.3),
        ) * 3.0;
        let spread = Vec2::new(between(841, i, -1.0, 1.0), between(842, i, -0.62, 0.62))
            * (layout.span * 0.36);
        let at = layout.signals + spread + sway;
        let (symbol, tag) = match i % 4 {
            0 => (Symbol::Tnf, Tag::Pro),
            1 => (Symbol::Il6, Tag::Pro),
            2 => (Symbol::Il1, Tag::Pro),
            _ => (Symbol::Il10, Tag::Anti),
        };
        brush
            .tagged(tag)
            .place(symbol, at.x, at.y, r, hash(843, i) * 3.0, shown);
    }
    let [one, two] = layout.cards;
    let mut brush = picture.brush(Tag::Gauge);
    for (card, from) in [
        (one, layout.signals + Vec2::new(0.0, layout.span * 0.26)),
        (two, layout.pair + Vec2::new(0.0, layout.span * 0.29)),
    ] {
        let foot = Point::new(card.center().x, card.y0);
        brush.stroke(
            curve(&[from, foot]),
            flat(Ramp::Ink, 3.0, 0.85 * shown),
            Pen::dashed(1.8, 1.0, 6.0),
        );
        plate(&mut brush, card, shown);
    }
    let q = layout.scale;
    let size = if layout.stacked { 9.2 * q } else { 9.6 };
    let apart = 31.0 / 10.0 * size;
    for (side, turn, symbol, tag) in [
        (-1.0, -0.09, Symbol::Tnf, Tag::Pro),
        (1.0, 0.07, Symbol::Il10, Tag::Anti),
    ] {
        let at = layout.slips + Vec2::new(side * apart, 0.0);
        brush.place(Symbol::Slip, at.x, at.y, size, turn, shown);
        let token = at + Vec2::new(0.0, -0.7 * size);
        brush
            .tagged(tag)
            .place(symbol, token.x, token.y, 1.25 * size, turn, shown);
    }
    let at = layout.parcel;
    brush.place(Symbol::Parcel, at.x, at.y - 0.6 * size, size, 0.0, shown);
}

fn plate(brush: &mut Brush<'_>, card: Rect, shown: f64) {
    let plate = Shape::from(geometry::plate(card, 14.0));
    brush.fill(plate.clone(), flat(Ramp::Ground, 1.0, 0.95 * shown));
    brush.stroke(plate, flat(Ramp::Ground, 3.0, shown), Pen::solid(1.0));
}

/// Where a grain is: round the one the zoom was about, at its place in space.
pub fn grain(index: u32, layout: &Layout, camera: &Camera) -> Point {
    let apart = layout.grain_at(index) - layout.grain_at(HERO);
    // The pitch belongs to ten vesicles in the bracket.
    let zoom = camera.k * size::VESICLE * 10.0 / layout.span;
    camera.origin + apart * zoom
}

fn grains(brush: &mut Brush<'_>, state: &State, layout: &Layout, camera: &Camera) {
    let r = size::VESICLE / 2.0 * camera.k;
    for i in (0..GRAINS).filter(|i| *i != HERO) {
        let at = grain(i, layout, camera);
        let apart = (layout.grain_at(i) - layout.grain_at(HERO)).hypot() / layout.pitch;
        let seen = smooth(0.0, 0.3, state.grains * 1.3 - 0.1 * apart);
        if seen > 0.0 {
            speck(brush, at, r, seen, &layout.bounds);
        }
    }
    if state.holder > 0.0 {
        let at = grain(HOLDER, layout, camera);
        let accent = flat(Ramp::Alert, 2.5, state.holder);
        brush.disc(at.x, at.y, r * 0.72, accent);
        brush.ring(
            at.x,
            at.y,
            r * 1.24,
            flat(Ramp::Ink, 0.0, state.holder),
            Pen::solid(2.2),
        );
    }
}
