//! The plate on the clock's 90 minutes: share of the dose in the blood as the band of rodents' half-lives, and the
//! injected pool, whose course nobody has measured. Pixels.
//!
//! Nothing but the formula's band is drawn: no value for people, no organ, no pain. Must not be here: the formula.

use kurbo::{BezPath, Point, Rect};

use super::clock::COLOURS;
use super::plan::Plan;
use crate::model::curve::{lerp, smooth};
use crate::model::routes::{DRIP_MINUTES, END_MINUTES, INJECTION_MINUTES, State, infusion};
use crate::scene::geometry::{self, curve};
use crate::scene::ir::{Brush, Node as Op, Paint, Pen, Picture, Shape, Tag};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};

/// Points along each edge of the band.
const POINTS: u32 = 60;

/// The band of the blood, asked once: minute, share at the shortest and at the longest half-life.
pub fn courses() -> Vec<(f64, (f64, f64))> {
    (0..=POINTS)
        .map(|i| {
            let minutes = f64::from(i) / f64::from(POINTS) * END_MINUTES;
            (minutes, infusion::band(minutes))
        })
        .collect()
}

fn polygon(points: impl Iterator<Item = Point>) -> Shape {
    let mut path = BezPath::new();
    for (i, p) in points.enumerate() {
        if i == 0 {
            path.move_to(p);
        } else {
            path.line_to(p);
        }
    }
    path.close_path();
    path.into()
}

fn upright(x: f64, from: f64, to: f64) -> BezPath {
    let mut path = BezPath::new();
    path.move_to((x, from));
    path.line_to((x, to));
    path
}

/// The plate.
pub fn picture(state: &State, courses: &[(f64, (f64, f64))], plan: &Plan) -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Gauge);
    let plate = plan.plate;
    let radius = if plan.narrow { 10.0 } else { 13.0 };
    let card = Shape::from(geometry::plate(plate, radius));
    let hairline = Tone::of(Ramp::Ground, Shade::Line);
    brush.fill(
        card.clone(),
        Paint::Flat(Tone::of(Ramp::Ground, Shade::Mid), 0.96),
    );
    brush.stroke(card, hairline, Pen::solid(1.0));
    let mut marks = BezPath::new();
    for i in 0..=6_u32 {
        let x = plan.minute(f64::from(i) * 15.0);
        for (from, to) in stems(plan) {
            marks.extend(upright(x, from, to));
        }
    }
    brush.stroke(marks, hairline, Pen::solid(1.0));

    let now = plan.minute(state.minutes);
    let (base, _) = plan.row(0.0);
    let y = |share: f64| plan.level(share);
    let upper = courses
        .iter()
        .map(|&(m, band)| Point::new(plan.minute(m), y(band.1)));
    let lower = courses
        .iter()
        .rev()
        .map(|&(m, band)| Point::new(plan.minute(m), y(band.0)));
    let blood = polygon(upper.chain(lower));
    let [drip, local] = COLOURS;
    let [short, long] = state.edge;
    // Beside an assumed edge all that rodents showed stays in sight.
    let whole = lerp(1.0, 0.35, (short + long).min(1.0)) as f32;
    band(&mut brush, plan, &blood, (drip, whole), now);
    for (share, edge) in [(short, 0), (long, 1)] {
        if share > 0.004 {
            let at = |&(m, band): &(f64, (f64, f64))| {
                Point::new(plan.minute(m), y(if edge == 0 { band.0 } else { band.1 }))
            };
            let line: Vec<Point> = courses.iter().map(at).collect();
            let paint = Paint::Flat(drip, share as f32);
            brush.stroke(curve(&line), paint, Pen::dashed(2.8, 10.0, 3.6));
        }
    }
    // Any course from here on is possible: it may leave at once, or stay.
    let (foot, height) = plan.row(1.0);
    let (start, full) = (plan.minute(0.0), plan.minute(INJECTION_MINUTES));
    let end = plan.minute(END_MINUTES);
    let top = foot - height * 0.92;
    let corners = [
        (start, foot),
        (full, top),
        (end, top),
        (end, foot),
        (full, foot),
    ];
    let any = polygon(corners.into_iter().map(Point::from));
    band(&mut brush, plan, &any, (local, 1.0), now);
    // How long each is given: solid as far as it is done.
    for (minutes, at, tone) in [(DRIP_MINUTES, base, drip), (INJECTION_MINUTES, foot, local)] {
        let bar = |to: f64| {
            let mut path = BezPath::new();
            path.move_to((start, at));
            path.line_to((plan.minute(to).max(start + 0.1), at));
            path
        };
        let width = if plan.narrow { 4.0 } else { 6.0 };
        brush.stroke(bar(minutes), Paint::Flat(tone, 0.3), Pen::solid(width));
        brush.stroke(bar(state.minutes.min(minutes)), tone, Pen::solid(width));
    }
    marker(
        &mut brush,
        plan,
        now,
        (y(state.in_blood.0), y(state.in_blood.1)),
        short + long,
    );
    // What happens later was never measured in people; the mark grows clear with its step.
    let told = smooth(48.0, 50.0, state.time_secs);
    let size = if plan.narrow { 5.0 } else { 7.0 };
    for (row, x) in [(0.0, 0.9), (1.0, 0.9)] {
        let (base, height) = plan.row(row);
        let (x, y) = (plan.minute(x * END_MINUTES), base - height * 0.5);
        brush.disc(
            x,
            y,
            size * 1.7,
            Paint::Flat(Tone::of(Ramp::Ground, Shade::Mid), 0.9),
        );
        let ring = Paint::Flat(Tone::of(Ramp::Ink, Shade::Mid), (0.7 + 0.3 * told) as f32);
        brush.ring(
            x,
            y,
            size * 1.7,
            ring,
            Pen::dashed(1.5 + told * 0.7, 4.0, 3.4),
        );
        brush.place(Symbol::Question, x, y, size, 0.0, 1.0);
    }
    picture
}

/// A band: sheer everywhere, fuller up to now, dashed all around because it is not known.
fn band(brush: &mut Brush<'_>, plan: &Plan, shape: &Shape, (tone, clear): (Tone, f32), now: f64) {
    brush.fill(shape.clone(), Paint::Flat(tone, 0.12 * clear));
    let gone = geometry::plate(
        Rect::new(plan.plate.x0, plan.plate.y0, now, plan.plate.y1),
        0.0,
    );
    brush.add(Op::Clip(gone.into()));
    brush.fill(shape.clone(), Paint::Flat(tone, 0.26 * clear));
    brush.add(Op::Unclip);
    let edge = Paint::Flat(tone, 1.0 - 0.6 * (1.0 - clear));
    brush.stroke(shape.clone(), edge, Pen::dashed(1.5, 5.0, 4.0));
}

/// From where to where a line across the rows goes: in narrow boxes a row's title lies between.
fn stems(plan: &Plan) -> [(f64, f64); 2] {
    [0.0, 1.0].map(|row| {
        let (base, height) = plan.row(row);
        let over = if plan.narrow { 1.0 } else { 3.0 };
        (base - height - over, base + 5.0)
    })
}

/// The line of the moment with its handle, and what the band spans there.
fn marker(brush: &mut Brush<'_>, plan: &Plan, now: f64, (low, high): (f64, f64), one: f64) {
    let ink = Tone::of(Ramp::Ink, Shade::Lo);
    let top = plan.plate.y0;
    // In narrow boxes it would cut the rows' titles.
    if !plan.narrow {
        let whole = upright(now, top + 4.0, plan.row(1.0).0);
        brush.stroke(whole, ink, Pen::solid(2.0));
    }
    for (from, to) in stems(plan) {
        brush.stroke(upright(now, from, to), ink, Pen::solid(2.0));
    }
    let size = if plan.narrow { 5.0 } else { 7.0 };
    let handle = [
        (now - size, top - 3.0),
        (now + size, top - 3.0),
        (now, top + size),
    ];
    brush.fill(polygon(handle.into_iter().map(Point::from)), ink);
    let paper = Tone::of(Ramp::Ground, Shade::Mid);
    brush.stroke(upright(now, low, high), paper, Pen::solid(7.0));
    brush.stroke(upright(now, low, high), ink, Pen::solid(4.4));
    if one > 0.02 {
        let r = one.min(1.0);
        brush.disc(now, low, 5.6 * r, paper);
        brush.disc(now, low, 4.0 * r, ink);
    }
}

/// What is pointed at on the plate: a hair, and what the blood's band spans there.
pub fn hair(minutes: f64, (low, high): (f64, f64), plan: &Plan) -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Gauge);
    let (x, foot) = (plan.minute(minutes), plan.row(1.0).0);
    let ink = Tone::of(Ramp::Ink, Shade::Line);
    let paper = Tone::of(Ramp::Ground, Shade::Mid);
    let line = Shape::from(upright(x, plan.plate.y0 - 3.0, foot + 4.0));
    brush.stroke(line.clone(), paper, Pen::solid(3.4));
    brush.stroke(line, ink, Pen::solid(1.6));
    for share in [low, high] {
        brush.disc(x, plan.level(share), 4.6, paper);
        brush.ring(x, plan.level(share), 3.6, ink, Pen::solid(1.8));
    }
    picture
}
