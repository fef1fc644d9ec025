//! Plates beside a lane: what arrives of its signals, the scale of sheaths, the ruler of growth. CSS pixels of the
//! plate. No numbers but the ruler's, because no other is known.
//!
//! Must not be here: where they stand.

use kurbo::{BezPath, Rect};

use crate::model::curve::{lerp, smooth};
use crate::model::nerve::{ARRIVAL, LaneState, SPEED_PER_SEC, State};
use crate::scene::geometry;
use crate::scene::ir::{Brush, Paint, Pen, Picture, Shape, Stop, Tag};
use crate::scene::microglia::gauge::scale;
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::{Lane, Theme};

/// The read-off shows this many seconds; small ones show less, lest the marks run together.
const WINDOW_SECS: f64 = 3.9;
const SECS_PER_PX: f64 = 0.033;
/// A mean of this much wear is the far end of the scale.
const FULL: f64 = 0.78;

fn plate(brush: &mut Brush<'_>, (w, h): (f64, f64), alpha: f64) {
    let path = Shape::from(geometry::plate(Rect::new(0.0, 0.0, w, h), 9.0));
    let panel = Tone::of(Ramp::Ground, Shade::Mid);
    let line = Tone::of(Ramp::Ground, Shade::Line);
    let alpha = alpha as f32;
    brush.fill(path.clone(), Paint::Flat(panel, 0.95 * alpha));
    brush.stroke(path, Paint::Flat(line, alpha), Pen::solid(1.0));
}

/// The signals that arrive, drawn from the impulses that have passed the worn part; `head` is kept free for a label.
pub fn trace(lane: &LaneState, (w, h): (f64, f64), head: f64) -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Gauge);
    plate(&mut brush, (w, h), 1.0);
    let (left, right, base) = (9.0, w - 9.0, h - 9.0);
    let window = (w * SECS_PER_PX).min(WINDOW_SECS);
    let tall = base - head - 6.0;
    let mut line = BezPath::new();
    line.move_to((left, base));
    line.line_to((right, base));
    for pulse in &lane.pulses {
        let since = (pulse.at - ARRIVAL) / SPEED_PER_SEC;
        let share = since / window;
        // It rises at the right and sinks at the left, so that none pops in or out.
        let shown = smooth(0.0, 0.05, share) * (1.0 - smooth(0.93, 1.0, share)) * pulse.strength;
        if shown > 0.01 {
            let x = lerp(right - 4.0, left + 4.0, share);
            let up = tall * pulse.height * shown;
            line.move_to((x - 3.4, base));
            line.line_to((x - 1.2, base - up));
            line.line_to((x + 1.2, base + up * 0.14));
            line.line_to((x + 3.0, base));
        }
    }
    let line = Shape::from(line);
    let pen = Pen::solid(1.7);
    brush
        .only(Theme::Light)
        .stroke(line.clone(), Tone::of(Ramp::Nerve, Shade::Line), pen);
    brush
        .only(Theme::Dark)
        .stroke(line, Tone::of(Ramp::Nerve, Shade::Line), pen);
    picture
}

/// The scale of sheaths of one lane: a whole one, a worn one, the lane's value between.
pub fn gauge(state: &State, lane: Lane, framed: bool) -> Picture {
    const RUN: [Stop; 2] = [Stop::new(0.0, 1.2), Stop::new(1.0, 2.8)];
    // Its marker never hides an end.
    let share = |worn: f64| 0.08 + 0.92 * (worn / FULL).min(1.0);
    let range = (lane == Lane::With).then(|| (share(state.band.0), share(state.band.1)));
    let value = share(state.lane(lane).worn);
    scale(
        [Symbol::Whole, Symbol::Worn],
        (Tone::of(Ramp::Myelin, Shade::Mid), &RUN),
        (value, Tone::at(Ramp::Myelin, 0.4 + 1.6 * value as f32)),
        range,
        framed,
    )
}

/// The plate that the scale and its heading stand on, where it has no frame of its own.
pub fn board(size: (f64, f64)) -> Picture {
    let mut picture = Picture::default();
    plate(&mut picture.brush(Tag::Gauge), size, 1.0);
    picture
}

/// Size of the ruler's plate.
pub const RULER: (f64, f64) = (136.0, 52.0);
/// A millimetre on the ruler.
pub const MILLIMETRE: f64 = 10.8;
/// Where the ruler begins.
pub const RULER_FROM: f64 = 14.0;

/// Ten millimetres with the first one marked: about what a day of growth can be.
pub fn ruler(shown: f64) -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Gauge);
    plate(&mut brush, RULER, shown);
    let base = RULER.1 - 9.0;
    let ink = Paint::Flat(Tone::of(Ramp::Ink, Shade::Mid), shown as f32);
    let mut ticks = BezPath::new();
    for i in 0..=10 {
        let x = RULER_FROM + MILLIMETRE * f64::from(i);
        let tall = if i % 5 == 0 { 9.0 } else { 5.5 };
        ticks.move_to((x, base));
        ticks.line_to((x, base - tall));
    }
    ticks.move_to((RULER_FROM, base));
    ticks.line_to((RULER_FROM + MILLIMETRE * 10.0, base));
    brush.stroke(ticks, ink, Pen::solid(1.2));
    let grown = Rect::new(RULER_FROM, base - 5.0, RULER_FROM + MILLIMETRE, base + 1.0);
    let grown = Shape::from(geometry::plate(grown, 0.0));
    let tone = |shade| Paint::Flat(Tone::of(Ramp::Nerve, shade), shown as f32);
    brush.fill(grown.clone(), tone(Shade::Edge));
    brush.stroke(grown, tone(Shade::Line), Pen::solid(1.2));
    picture
}
