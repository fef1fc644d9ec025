//! The ruler of sizes: logarithmic, from over 10 cm to below 1 nm, with bands where hand, nerve, cell, vesicle and
//! cytokine stand; and the bracket that measures the thing the zoom is about, whose length the marker shows.
//!
//! Must not be here: words; the labels stand on it.

use std::f64::consts::LN_10;

use kurbo::{Affine, BezPath, Point};

use super::layout::Layout;
use super::world::{Camera, Level};
use crate::model::curve::{smooth, window};
use crate::model::exosome::{State, size};
use crate::model::trig::ln;
use crate::scene::geometry::{self, capsule, curve};
use crate::scene::ir::{Brush, Paint, Pen, Picture, Shape, Tag};
use crate::theme::tokens::{Ramp, Tone};

/// Common logarithms in metres of the two ends of the axis.
const ENDS: (f64, f64) = (-0.62, -9.12);
/// Between the plate's ends and the axis.
const PAD: f64 = 20.0;

/// Where on the ruler a length in metres stands.
pub fn x_of(layout: &Layout, metres: f64) -> f64 {
    let (from, to) = ENDS;
    let share = (from - ln(metres) / LN_10) / (from - to);
    let pad = PAD * layout.scale;
    layout.ruler.x0 + pad + share * (layout.ruler.width() - 2.0 * pad)
}

/// Height of the axis.
pub fn axis(layout: &Layout) -> f64 {
    layout.ruler.y0 + layout.names + 24.0 * layout.scale
}

/// The bracket beside a thing: its middle and its length, which is the thing's as it is drawn. One that grows over its
/// place at rest is not followed further.
pub fn bracket(level: Level, layout: &Layout, camera: &Camera) -> (Point, f64) {
    let across = level.size() * camera.k;
    let beside = if layout.stacked {
        14.0 * layout.scale
    } else {
        26.0
    };
    let at = camera.at(level);
    let x = (at.x + across / 2.0).min(layout.focus.x + layout.span / 2.0);
    (Point::new(x + beside, at.y), across)
}

/// What the bracket and the marker are about: how much each level, hand first. From one to the next neither of the two
/// is measured for a moment, so that no bracket jumps.
pub fn measured(state: &State) -> [(Level, f64); 4] {
    [Level::Hand, Level::Nerve, Level::Cell, Level::Vesicle].map(|level| {
        let i = level as usize;
        let left = state.leg.min(3);
        let seen = if i == 3 && left == 3 {
            1.0
        } else if i == left {
            1.0 - smooth(0.02, 0.06, state.way)
        } else if i == left + 1 {
            smooth(0.07, 0.14, state.way)
        } else {
            0.0
        };
        (level, seen * smooth(0.75, 1.0, state.dive))
    })
}

/// How visible brackets are, until the vesicle opens.
pub fn bracketed(state: &State) -> f64 {
    1.0 - smooth(42.6, 43.4, state.time_secs)
}

/// How visible the marker is: as long as there is one thing whose size it tells.
fn pointing(state: &State) -> f64 {
    smooth(54.0, 53.0, state.time_secs)
}

fn flat(ramp: Ramp, depth: f32, alpha: f64) -> Paint {
    Paint::Flat(Tone::at(ramp, depth), alpha as f32)
}

/// Bands: from, to in metres, and whose.
pub const BANDS: [(f64, f64, Ramp); 5] = [
    (0.2, 0.1, Ramp::Skin),
    (5e-3, 1e-3, Ramp::Nerve),
    (20e-6, 10e-6, Ramp::Schwann),
    (150e-9, 30e-9, Ramp::Exosome),
    (6e-9, 4e-9, Ramp::Anti),
];

/// Draws ruler, marker and bracket.
pub fn draw(picture: &mut Picture, state: &State, layout: &Layout, camera: &Camera) {
    let mut brush = picture.brush(Tag::Gauge);
    let y = axis(layout);
    let q = layout.scale;
    let plate = Shape::from(geometry::plate(layout.ruler, 13.0));
    brush.fill(plate.clone(), flat(Ramp::Ground, 1.0, 0.94));
    brush.stroke(plate, flat(Ramp::Ground, 3.0, 1.0), Pen::solid(1.0));
    let measured = measured(state);
    for (i, (from, to, ramp)) in BANDS.into_iter().enumerate() {
        let (a, b) = (x_of(layout, from), x_of(layout, to));
        let half = 4.6 * q;
        let band = capsule(a - 1.5, b.max(a + 2.0 * half) + 1.5, half);
        let band = Shape::from(Affine::translate((0.0, y - 11.0 * q)) * band);
        // What the picture is about has a stronger outline.
        let about = measured.get(i).map_or(0.0, |(_, seen)| *seen) * pointing(state);
        let about = if i > 2 { about.max(state.cards) } else { about };
        brush.fill(band.clone(), flat(ramp, 1.0, 1.0));
        brush.stroke(band, flat(ramp, 3.0, 1.0), Pen::solid(1.2 + 1.4 * about));
    }
    let (mut major, mut minor) = (BezPath::new(), BezPath::new());
    let pad = PAD * q;
    major.move_to((layout.ruler.x0 + pad, y));
    major.line_to((layout.ruler.x1 - pad, y));
    let mut decade = 0.1;
    for i in 0..9 {
        let long = if i % 2 == 0 { 6.5 } else { 5.0 } * q;
        let x = x_of(layout, decade);
        major.move_to((x, y - long));
        major.line_to((x, y + long));
        // 2 to 9 times the next smaller power of ten; on phones two of them.
        let between: &[f64] = if layout.stacked {
            &[0.2, 0.5]
        } else {
            &[0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
        };
        for share in between.iter().filter(|_| i < 8) {
            let x = x_of(layout, decade * share);
            minor.move_to((x, y - 3.0 * q));
            minor.line_to((x, y + 3.0 * q));
        }
        decade *= 0.1;
    }
    brush.stroke(minor, flat(Ramp::Ink, 2.0, 0.8), Pen::solid(1.0));
    brush.stroke(major, flat(Ramp::Ink, 0.0, 1.0), Pen::solid(1.8));
    limits(&mut brush, state, layout);
    for (level, seen) in measured {
        if seen > 0.0 {
            marker(&mut brush, (level, seen), state, layout, camera);
        }
    }
}

/// A hair's width, and the light microscope's limit.
fn limits(brush: &mut Brush<'_>, state: &State, layout: &Layout) {
    let y = axis(layout);
    for (metres, seen) in [(size::HAIR, hair(state)), (size::LIGHT, state.limit)] {
        let x = x_of(layout, metres);
        let mut line = BezPath::new();
        line.move_to((x, layout.ruler.y0 - 3.0));
        line.line_to((x, y + 10.0 * layout.scale));
        brush.stroke(line, flat(Ramp::Ink, 0.0, seen), Pen::dashed(1.4, 2.0, 3.4));
    }
}

/// How visible the hair's width is.
pub fn hair(state: &State) -> f64 {
    window(23.0, 31.6, 0.6, state.time_secs)
}

/// The marker at the length that the bracket spans, the bracket, and a dotted line between them.
fn marker(
    brush: &mut Brush<'_>,
    (level, seen): (Level, f64),
    state: &State,
    layout: &Layout,
    camera: &Camera,
) {
    let shown = pointing(state) * seen;
    if shown <= 0.0 {
        return;
    }
    let q = layout.scale;
    let (x, y) = (x_of(layout, level.size()), axis(layout));
    let seen = seen * bracketed(state);
    let (middle, across) = bracket(level, layout, camera);
    let at = middle.x;
    let (top, foot) = (middle.y - across / 2.0, middle.y + across / 2.0);
    let arm = if layout.stacked { 6.0 * q } else { 9.0 };
    let arm = arm.min(2.0 + across * 0.2);
    let mut shape = BezPath::new();
    shape.move_to((at - arm, top));
    shape.line_to((at, top));
    shape.line_to((at, foot));
    shape.line_to((at - arm, foot));
    let shape = Shape::from(shape);
    brush.stroke(
        shape.clone(),
        flat(Ramp::Ground, 1.0, 0.75 * seen),
        Pen::solid(5.0),
    );
    brush.stroke(shape, flat(Ramp::Ink, 3.0, seen), Pen::solid(2.2));
    let head = y - 21.0 * q;
    let bow = curve(&[
        Point::new(at, foot),
        Point::new(at + (x - at) * 0.12, foot + (head - foot) * 0.5),
        Point::new(x + (at - x) * 0.12, foot + (head - foot) * 0.62),
        Point::new(x, head),
    ]);
    brush.stroke(
        bow,
        flat(Ramp::Ink, 3.0, 0.85 * seen),
        Pen::dashed(1.8, 1.0, 6.0),
    );
    // An arrowhead on the axis, under the name of the band.
    let tall = if layout.names > 0.0 { 15.5 } else { 19.0 * q };
    let mut arrow = BezPath::new();
    arrow.move_to((x, y - 1.0));
    arrow.line_to((x - 6.5 * q, y - tall));
    arrow.line_to((x + 6.5 * q, y - tall));
    arrow.close_path();
    let arrow = Shape::from(arrow);
    brush.stroke(
        arrow.clone(),
        flat(Ramp::Ground, 1.0, shown),
        Pen::solid(3.6),
    );
    brush.fill(arrow, flat(Ramp::Ink, 3.0, shown));
}
