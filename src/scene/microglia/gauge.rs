//! The scale of forms: a small surveying cell, a line, a small stout cell, a marker at the lane's
//! value, and in the lane with exosomes a dashed band over all values the assumed effect could give.
//! No numbers, because none is known.
//!
//! Coordinates: 0..[`WIDTH`] by ±[`HALF_HEIGHT`]. Must not be here: where it stands.

use kurbo::{BezPath, Point};

use crate::model::curve::{lerp, smooth};
use crate::model::microglia::State;
use crate::scene::geometry::capsule;
use crate::scene::ir::{Brush, Paint, Pen, Picture, Shape, Stop, Tag};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Lane;

/// Width of the scale.
pub const WIDTH: f64 = 200.0;
/// Half its height.
pub const HALF_HEIGHT: f64 = 21.0;

/// The line runs through the colours of the forms.
const HUES: [Stop; 3] = [
    Stop::hued(0.0, 2.0, 0.0),
    Stop::hued(0.5, 2.0, 0.5),
    Stop::hued(1.0, 2.0, 1.0),
];
const FROM: f64 = 42.0;
const TO: f64 = WIDTH - 42.0;

/// The scale of one lane.
pub fn picture(state: &State, lane: Lane) -> Picture {
    let (value, range) = match lane {
        Lane::Without => (state.without.activation, None),
        Lane::With => (state.with.activation, Some(state.band)),
    };
    let hue = smooth(0.25, 0.85, value) as f32;
    scale(
        [Symbol::Surveying, Symbol::Stout],
        (Tone::microglia(0.0, 2.0), &HUES),
        (value, Tone::microglia(hue, 1.0)),
        range,
        true,
    )
}

/// A scale between two ends: a line in its colours, a marker at a value, and a dashed band over a range that is not
/// known. Without a frame it stands on something else and points, lest it looks as if it could be pushed.
pub fn scale(
    [low, high]: [Symbol; 2],
    (tone, stops): (Tone, &'static [Stop]),
    (value, marker): (f64, Tone),
    range: Option<(f64, f64)>,
    framed: bool,
) -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Gauge);
    let panel = Tone::of(Ramp::Ground, Shade::Mid);
    if framed {
        let plate = Shape::from(capsule(0.0, WIDTH, HALF_HEIGHT));
        brush.fill(plate.clone(), Paint::Flat(panel, 0.94));
        brush.stroke(plate, Tone::of(Ramp::Ground, Shade::Line), Pen::solid(1.0));
    }
    let run = Paint::linear(Point::new(FROM, 0.0), Point::new(TO, 0.0), tone, stops);
    brush.fill(capsule(FROM, TO, 3.0), run);
    brush.place(low, 21.0, 0.0, 18.0, 0.0, 1.0);
    brush.place(high, WIDTH - 21.0, 0.0, 18.0, 0.0, 1.0);
    if let Some(range) = range {
        band(&mut brush.tagged(Tag::Exosome), range, value);
    }
    let x = lerp(FROM, TO, value);
    let ink = Tone::of(Ramp::Ink, Shade::Lo);
    if framed {
        brush.disc(x, 0.0, 9.0, marker);
        brush.ring(x, 0.0, 9.0, ink, Pen::solid(2.0));
    } else {
        let mut pointer = BezPath::new();
        pointer.move_to((x - 9.0, -15.0));
        pointer.line_to((x + 9.0, -15.0));
        pointer.line_to((x, 3.0));
        pointer.close_path();
        let pointer = Shape::from(pointer);
        brush.fill(pointer.clone(), marker);
        brush.stroke(pointer, ink, Pen::solid(2.0));
    }
    picture
}

/// The dashed band from the value at effect 1 to the value at effect 0, with a "?" on each free side.
fn band(brush: &mut Brush<'_>, (low, high): (f64, f64), value: f64) {
    let shown = smooth(0.01, 0.06, high - low) as f32;
    if shown <= 0.0 {
        return;
    }
    let (from, to, x) = (
        lerp(FROM, TO, low),
        lerp(FROM, TO, high),
        lerp(FROM, TO, value),
    );
    let outline = Shape::from(capsule(from - 10.0, to + 10.0, 11.0));
    let panel = Tone::of(Ramp::Ground, Shade::Mid);
    brush.fill(outline.clone(), Paint::Flat(panel, 0.6 * shown));
    let ink = Paint::Flat(Tone::of(Ramp::Ink, Shade::Mid), shown);
    brush.stroke(outline, ink, Pen::dashed(2.0, 5.0, 4.0));
    for (centre, room) in [
        ((from - 10.0 + x - 9.0) / 2.0, x - from),
        ((to + 10.0 + x + 9.0) / 2.0, to - x),
    ] {
        let alpha = smooth(10.0, 16.0, room + 5.0);
        if alpha > 0.0 {
            brush.place(
                Symbol::Question,
                centre,
                0.0,
                5.6,
                0.0,
                alpha * f64::from(shown),
            );
        }
    }
}
