//! The balance: for raising and for lowering signals a bar from the middle outward, a tick where it stood before
//! anything arrived, and in the lane with exosomes a dashed box over all values the assumed effect could give. No
//! numbers, because none is known.
//!
//! Coordinates: the signs stand at the origin, the bars run to [`WIDTH`]. Must not be here: where it stands.

use kurbo::{BezPath, Point, Rect};

use crate::model::curve::{lerp, smooth};
use crate::model::inflammation::{ARRIVAL_SECS, Levels, State};
use crate::model::trig::exp;
use crate::scene::geometry::{capsule, curve, plate as plate_of};
use crate::scene::ir::{Brush, Paint, Pen, Picture, Shape, Tag};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Lane;

/// How far the plate reaches to the right of the origin, and to the left where it stands alone.
pub const WIDTH: f64 = 212.0;
/// See [`WIDTH`].
pub const BACK: f64 = 26.0;
/// Its size above each other, in CSS pixels per unit, and how much further it reaches to the left there for the bars'
/// names.
pub const SMALL: f64 = 0.54;
/// See [`SMALL`].
pub const NAMES: f64 = 86.0;
/// Top and bottom of the plate.
pub const EDGES: (f64, f64) = (-38.0, 38.0);
/// Room under the bars for words, where they fit.
pub const FOOT: f64 = 26.0;
/// Where the bars lie: raising, lowering.
pub const ROWS: [f64; 2] = [-17.0, 17.0];
const FROM: f64 = 26.0;
const TO: f64 = WIDTH - 16.0;

/// The plate behind one lane's bars, or behind both, or with room for the bars' names; `foot` is how much room it gives
/// for words under them, 0..=1.
pub fn plate(both: bool, named: bool, foot: f64) -> Picture {
    let mut picture = Picture::default();
    let (top, bottom) = EDGES;
    let left = match (both, named) {
        (true, _) => -WIDTH,
        (_, true) => -BACK - NAMES,
        _ => -BACK,
    };
    let foot = if both { FOOT * foot } else { 0.0 };
    let plate = plate_of(Rect::new(left, top, WIDTH, bottom + foot), 14.0);
    let mut brush = picture.brush(Tag::Gauge);
    let plate = Shape::from(plate);
    let panel = Tone::of(Ramp::Ground, Shade::Mid);
    brush.fill(plate.clone(), Paint::Flat(panel, 0.95));
    brush.stroke(plate, Tone::of(Ramp::Ground, Shade::Line), Pen::solid(1.0));
    picture
}

/// Where a level stands on its bar: high levels come closer and closer to the end.
fn along(level: f64, half: f64) -> f64 {
    lerp(FROM, TO, 1.0 - exp(-level / half))
}

/// The two bars of one lane.
pub fn bars(state: &State, lane: Lane) -> Picture {
    let mut picture = Picture::default();
    let levels = match lane {
        Lane::Without => state.without.levels,
        Lane::With => state.with.levels,
    };
    let of = |at: Levels| [along(at.p, 1.4), along(at.a, 1.2)];
    let (low, high) = (of(state.band.0), of(state.band.1));
    let (value, start) = (of(levels), of(state.start));
    let mut brush = picture.brush(Tag::Gauge);
    for (i, y) in ROWS.into_iter().enumerate() {
        let at = |row: &[f64; 2]| row.get(i).copied().unwrap_or(FROM);
        let trough = Shape::from(lifted(capsule(FROM - 7.0, TO + 7.0, 7.0), y));
        let back = Paint::Flat(Tone::of(Ramp::Ground, Shade::Lo), 0.9);
        brush.fill(trough.clone(), back);
        brush.stroke(trough, Tone::of(Ramp::Ground, Shade::Line), Pen::solid(1.0));
        let (ramp, shade, symbol) = if i == 0 {
            (Ramp::Pro, Shade::Mid, Symbol::Tnf)
        } else {
            (Ramp::Anti, Shade::Edge, Symbol::Il10)
        };
        let bar = lifted(capsule(FROM - 7.0, at(&value) + 7.0, 7.0), y);
        brush.fill(bar, Tone::of(ramp, shade));
        if lane == Lane::With {
            band(&mut brush.tagged(Tag::Exosome), (at(&low), at(&high)), y);
        }
        tick(
            &mut brush,
            at(&start),
            y,
            smooth(ARRIVAL_SECS - 1.5, ARRIVAL_SECS, state.time_secs),
        );
        brush.disc(0.0, y, 15.5, Tone::of(Ramp::Ground, Shade::Mid));
        brush.ring(
            0.0,
            y,
            15.5,
            Tone::of(Ramp::Ground, Shade::Line),
            Pen::solid(1.0),
        );
        brush.place(symbol, 0.0, y, 10.5, 0.0, 1.0);
    }
    picture
}

fn lifted(path: BezPath, y: f64) -> BezPath {
    kurbo::Affine::translate((0.0, y)) * path
}

fn tick(brush: &mut Brush<'_>, x: f64, y: f64, shown: f64) {
    if shown > 0.0 {
        let ink = Paint::Flat(Tone::of(Ramp::Ink, Shade::Lo), shown as f32);
        let line = curve(&[Point::new(x, y - 12.0), Point::new(x, y + 11.0)]);
        brush.stroke(line, ink, Pen::solid(2.2));
        let mut head = BezPath::new();
        head.move_to((x - 5.0, y - 14.5));
        head.line_to((x + 5.0, y - 14.5));
        head.line_to((x, y - 8.5));
        head.close_path();
        brush.fill(head, ink);
    }
}

/// The dashed box from the lowest to the highest value of any assumed effect, with a "?" beside it.
fn band(brush: &mut Brush<'_>, (low, high): (f64, f64), y: f64) {
    let shown = smooth(2.0, 9.0, high - low) as f32;
    if shown <= 0.0 {
        return;
    }
    let area = Rect::new(low - 4.0, y - 10.5, high + 4.0, y + 10.5);
    let shape = Shape::from(plate_of(area, 6.0));
    let panel = Tone::of(Ramp::Ground, Shade::Mid);
    brush.fill(shape.clone(), Paint::Flat(panel, 0.45 * shown));
    let ink = Paint::Flat(Tone::of(Ramp::Ink, Shade::Mid), shown);
    brush.stroke(shape, ink, Pen::dashed(1.7, 5.0, 4.0));
    let middle = Point::new((low + high) / 2.0, y);
    let room = smooth(14.0, 24.0, high - low) * f64::from(shown);
    brush.place(Symbol::Question, middle.x, y, 5.4, 0.0, room);
}
