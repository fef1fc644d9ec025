//! The scale of forms: a small surveying cell, a line, a small stout cell, a marker at the lane's
//! value, and in the lane with exosomes a dashed band over all values the assumed effect could give.
//! No numbers, because none is known.
//!
//! Coordinates: 0..[`WIDTH`] by ±[`HALF_HEIGHT`]. Must not be here: where it stands.

use std::rc::Rc;

use kurbo::{BezPath, Point, RoundedRect, Shape as _};

use crate::model::curve::{lerp, smooth};
use crate::model::microglia::State;
use crate::scene::ir::{Brush, Paint, Pen, Picture, Shape, Stop, Tag};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Lane;

/// Width of the scale.
pub const WIDTH: f64 = 200.0;
/// Half its height.
pub const HALF_HEIGHT: f64 = 21.0;

const FROM: f64 = 42.0;
const TO: f64 = WIDTH - 42.0;

/// The scale of one lane.
pub fn picture(state: &State, lane: Lane) -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Gauge);
    let panel = Tone::of(Ramp::Ground, Shade::Mid);
    let plate = capsule(0.0, WIDTH, HALF_HEIGHT);
    brush.fill(plate.clone(), Paint::Flat(panel, 0.94));
    brush.stroke(plate, Tone::of(Ramp::Ground, Shade::Line), Pen::solid(1.0));
    let hue = |t: f32| Tone::microglia(t, Shade::Edge, Shade::Edge, 0.0);
    brush.fill(
        capsule(FROM, TO, 3.0),
        Paint::Linear {
            from: Point::new(FROM, 0.0),
            to: Point::new(TO, 0.0),
            stops: vec![
                Stop::new(0.0, hue(0.0)),
                Stop::new(0.5, hue(0.5)),
                Stop::new(1.0, hue(1.0)),
            ],
        },
    );
    brush.place(Symbol::Surveying, 21.0, 0.0, 18.0, 0.0, 1.0);
    brush.place(Symbol::Stout, WIDTH - 21.0, 0.0, 18.0, 0.0, 1.0);
    let value = match lane {
        Lane::Without => state.without.activation,
        Lane::With => state.with.activation,
    };
    if lane == Lane::With {
        band(&mut brush.tagged(Tag::Exosome), state.band, value);
    }
    let x = lerp(FROM, TO, value);
    let hue = smooth(0.25, 0.85, value) as f32;
    brush.disc(x, 0.0, 9.0, Tone::microglia(hue, Shade::Mid, Shade::Mid, 0.0));
    brush.ring(x, 0.0, 9.0, Tone::of(Ramp::Ink, Shade::Lo), Pen::solid(2.0));
    picture
}

fn capsule(from: f64, to: f64, half: f64) -> Shape {
    let rect = RoundedRect::new(from, -half, to, half, half);
    Shape::Path(Rc::new(BezPath::from_iter(rect.path_elements(0.1))))
}

/// The dashed band from the value at effect 1 to the value at effect 0, with a "?" on each free side.
fn band(brush: &mut Brush<'_>, (low, high): (f64, f64), value: f64) {
    let shown = smooth(0.01, 0.06, high - low) as f32;
    if shown <= 0.0 {
        return;
    }
    let (from, to, x) = (lerp(FROM, TO, low), lerp(FROM, TO, high), lerp(FROM, TO, value));
    let outline = capsule(from - 10.0, to + 10.0, 11.0);
    let panel = Tone::of(Ramp::Ground, Shade::Mid);
    brush.fill(outline.clone(), Paint::Flat(panel, 0.6 * shown));
    let ink = Paint::Flat(Tone::of(Ramp::Ink, Shade::Mid), shown);
    brush.stroke(outline, ink, Pen::dashed(2.0, 5.0, 4.0));
    for (centre, room) in [((from - 10.0 + x - 9.0) / 2.0, x - from), ((to + 10.0 + x + 9.0) / 2.0, to - x)] {
        let alpha = smooth(10.0, 16.0, room + 5.0);
        if alpha > 0.0 {
            brush.place(Symbol::Question, centre, 0.0, 5.6, 0.0, alpha * f64::from(shown));
        }
    }
}

