//! The enlarged region of the injection: bones or vertebrae (kept as a bitmap), the pool with its vesicles, the syringe,
//! lymph of unknown rate. Window coordinates: centre at the origin, radius [`RADIUS`].
//!
//! Must not be here: where the window stands, how fast anything spreads.

use std::f64::consts::TAU;

use kurbo::{Affine, BezPath, Point, Rect, Vec2};

use super::drip::speck;
use crate::model::curve::{lerp, smooth, smoother};
use crate::model::noise::hash;
use crate::model::routes::{INJECTION_MINUTES, State};
use crate::model::trig::sin;
use crate::scene::geometry::{self, Blob, Line, blob_path, curve, smooth_closed, toward};
use crate::scene::ir::{Brush, Node as Op, Paint, Pen, Picture, Run, Shape, Stop, Tag};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;

/// Radius of the window.
pub const RADIUS: f64 = 112.0;
/// Left, top, right and bottom of the window with its rim.
pub const BOUNDS: (f64, f64, f64, f64) = (-128.0, -128.0, 128.0, 128.0);
/// Units per centimetre of the pool. The bones are drawn smaller than that: a schematic.
const UNITS_PER_CM: f64 = 24.0;
/// Where the needle's tip is.
pub const TIP: Point = Point::new(22.0, 4.0);
/// How many vesicles are drawn.
const VESICLES: u32 = 46;

type Points = &'static [(i16, i16)];

const THIGH: Points = &[
    (-40, -190),
    (36, -190),
    (36, -100),
    (54, -62),
    (57, -32),
    (32, -15),
    (2, -25),
    (-30, -15),
    (-57, -30),
    (-57, -62),
    (-42, -100),
];
const SHIN: Points = &[
    (-57, 20),
    (-25, 15),
    (0, 20),
    (27, 15),
    (57, 22),
    (52, 55),
    (32, 87),
    (27, 190),
    (-30, 190),
    (-32, 87),
    (-55, 52),
];
const VERTEBRA: Points = &[
    (-44, -24),
    (0, -20),
    (44, -24),
    (39, 0),
    (44, 24),
    (0, 20),
    (-44, 24),
    (-39, 0),
];

fn points(table: Points, shift: Vec2) -> Vec<Point> {
    table
        .iter()
        .map(|&(x, y)| Point::new(f64::from(x), f64::from(y)) + shift)
        .collect()
}

fn closed(table: Points, shift: Vec2, tension: f64) -> Shape {
    let mut path = BezPath::new();
    smooth_closed(&mut path, &points(table, shift), tension);
    path.into()
}

/// A joint: the window's ground for most regions.
pub fn joint() -> Picture {
    ground(|brush| {
        cord(
            brush,
            &[(-98, -130), (-88, -20), (-100, 60), (-90, 130)],
            9.0,
            Ramp::Blood,
        );
        cord(
            brush,
            &[(86, -130), (80, -40), (92, 40), (80, 130)],
            8.0,
            Ramp::Nerve,
        );
        bone(brush, closed(THIGH, Vec2::ZERO, 0.15), -70.0);
        bone(brush, closed(SHIN, Vec2::ZERO, 0.15), 75.0);
        for table in [
            &[(-55, -20), (-28, -7), (0, -15), (30, -7), (55, -20)],
            &[(-55, 12), (-25, 7), (0, 12), (27, 7), (55, 12)],
        ] {
            let line = Shape::from(curve(&points(table, Vec2::ZERO)));
            brush.stroke(
                line.clone(),
                Tone::of(Ramp::Membrane, Shade::Edge),
                Pen::solid(8.6),
            );
            brush.stroke(line, Tone::of(Ramp::Membrane, Shade::Mid), Pen::solid(6.6));
        }
    })
}

/// The back and the neck: three vertebrae with their discs and the roots of nerves.
pub fn back() -> Picture {
    ground(|brush| {
        cord(
            brush,
            &[(-98, -130), (-92, -20), (-100, 60), (-92, 130)],
            8.0,
            Ramp::Blood,
        );
        for y in [-106, -38, 30, 98_i16] {
            let root = [(10, y), (52, y + 8), (84, y + 26), (120, y + 62)];
            cord(brush, &root, 6.0, Ramp::Nerve);
        }
        for y in [-72.0, -4.0, 64.0, 132.0] {
            let disc = geometry::plate(Rect::new(-40.0, y - 42.0, 40.0, y - 24.0), 8.0);
            let disc = Shape::from(disc);
            brush.fill(disc.clone(), Tone::of(Ramp::Membrane, Shade::Mid));
            brush.stroke(disc, Tone::of(Ramp::Membrane, Shade::Edge), Pen::solid(1.4));
        }
        for y in [-140.0, -72.0, -4.0, 64.0, 132.0] {
            bone(brush, closed(VERTEBRA, Vec2::new(0.0, y), 0.17), y);
        }
    })
}

fn cord(brush: &mut Brush<'_>, table: &[(i16, i16)], half: f64, ramp: Ramp) {
    let line: Vec<(f64, f64)> = table
        .iter()
        .map(|&(x, y)| (f64::from(x), f64::from(y)))
        .collect();
    let path = Shape::from(Line::spline(&line, 14).ribbon_path(|_| half));
    brush.fill(path.clone(), Tone::of(ramp, Shade::Mid));
    brush.add(Op::Clip(path.clone()));
    brush.stroke(
        path.clone(),
        Paint::Flat(Tone::of(ramp, Shade::Edge), 0.4),
        Pen::solid(5.0),
    );
    brush.add(Op::Unclip);
    brush.stroke(path, Tone::of(ramp, Shade::Line), Pen::solid(1.4));
}

fn bone(brush: &mut Brush<'_>, shape: Shape, y: f64) {
    const LIT: [Stop; 3] = [
        Stop::new(0.0, 0.0),
        Stop::new(0.6, 0.7),
        Stop::new(1.0, 1.5),
    ];
    let tone = |shade| Tone::of(Ramp::Myelin, shade);
    let shadow = Paint::Flat(Tone::of(Ramp::Light, Shade::Lo), 0.05);
    brush
        .only(Theme::Light)
        .stroke(shape.clone(), shadow, Pen::solid(9.0));
    let body = Paint::radial(Point::new(-16.0, y - 10.0), 110.0, tone(Shade::Lo), &LIT);
    brush.fill(shape.clone(), body);
    brush.add(Op::Clip(shape.clone()));
    for (width, alpha) in [(16.0, 0.22), (7.0, 0.3)] {
        brush.stroke(
            shape.clone(),
            Paint::Flat(tone(Shade::Edge), alpha),
            Pen::solid(width),
        );
    }
    brush.add(Op::Unclip);
    brush.stroke(shape, tone(Shade::Line), Pen::solid(1.7));
}

fn ground(inside: fn(&mut Brush<'_>)) -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Lens);
    let shadow = Tone::of(Ramp::Light, Shade::Lo);
    for (r, alpha) in [(126.0, 0.035), (122.0, 0.05), (119.0, 0.07)] {
        brush.disc(0.0, 3.0, r, Paint::Flat(shadow, alpha));
    }
    brush.disc(0.0, 0.0, RADIUS + 6.0, Tone::of(Ramp::Ground, Shade::Mid));
    let hairline = Tone::of(Ramp::Ground, Shade::Line);
    brush.ring(0.0, 0.0, RADIUS + 6.0, hairline, Pen::solid(1.0));
    brush.add(Op::Clip(Shape::Disc(Point::ORIGIN, RADIUS)));
    brush
        .only(Theme::Light)
        .disc(0.0, 0.0, RADIUS, Tone::at(Ramp::Tissue, 0.0));
    brush
        .only(Theme::Dark)
        .disc(0.0, 0.0, RADIUS, Tone::at(Ramp::Skin, 0.6));
    // Soft tissue: a few fibres that run lengthwise.
    let mut fibres = BezPath::new();
    for i in 0..22_u32 {
        let x = (hash(i, 61) - 0.5) * 236.0;
        let bend = (hash(i, 62) - 0.5) * 26.0;
        let from = lerp(-120.0, 60.0, hash(i, 63));
        fibres.extend(curve(&[
            Point::new(x, from),
            Point::new(x + bend, from + 34.0),
            Point::new(x + bend * 0.4, from + 72.0),
        ]));
    }
    let thread = Tone::of(Ramp::Tissue, Shade::Line);
    brush.stroke(fibres, Paint::Flat(thread, 0.35), Pen::solid(1.3));
    inside(&mut brush);
    brush.add(Op::Unclip);
    brush.ring(
        0.0,
        0.0,
        RADIUS,
        Tone::of(Ramp::Ink, Shade::Lo),
        Pen::solid(1.7),
    );
    picture
}

const POOL: [Stop; 3] = [
    Stop::sheer(0.0, 2.0, 0.62),
    Stop::sheer(0.55, 1.2, 0.6),
    Stop::sheer(1.0, 1.0, 0.12),
];

/// A pool with its soft rim, for the window and for the small ones on the body.
pub fn glow(brush: &mut Brush<'_>, at: Point, r: f64, shape: impl Into<Shape>) {
    let paint = Paint::Gradient(
        Run::Radial(at, r * 1.08),
        Tone::of(Ramp::Exosome, Shade::Lo),
        1.0,
        &POOL,
    );
    brush.fill(shape, paint);
}

/// A vesicle of the pool: from the tip to its place as it is injected, then it wanders.
fn vesicle(index: u32, time_secs: f64, minutes: f64, reach: f64) -> Option<Point> {
    let enters = INJECTION_MINUTES * (f64::from(index) + 0.3) / f64::from(VESICLES);
    let age = (minutes - enters) / 2.2;
    if age <= 0.0 {
        return None;
    }
    // Seeds of a sunflower, a little out of order: the first ones in stay in the middle.
    let angle = f64::from(index) * 2.399_963 + hash(index, 71) * 0.5;
    let share = (f64::from(index) + 0.2 + 1.6 * hash(index, 72)) / f64::from(VESICLES);
    let home = toward(angle) * (reach * 0.92 * share.sqrt());
    let (p, q) = (hash(index, 73) * TAU, hash(index, 74) * TAU);
    let wander = Vec2::new(
        sin(time_secs * 1.13 + p) + 0.7 * sin(time_secs * 1.91 + q),
        sin(time_secs * 0.97 + q) + 0.7 * sin(time_secs * 1.67 + p),
    );
    Some(TIP + (home + wander * 2.6) * smoother(0.0, 1.0, age))
}

/// What moves in the window. `knows` grows with the step that tells of lymph.
pub fn window(state: &State) -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Exosome);
    brush.add(Op::Clip(Shape::Disc(Point::ORIGIN, RADIUS)));
    let reach = state.pool_cm * UNITS_PER_CM;
    let form = |wave, seed| Blob {
        wave,
        seed,
        points: 18,
        phase: state.time_secs * 0.22,
        ..Blob::default()
    };
    if reach > 0.5 {
        glow(
            &mut brush,
            TIP,
            reach * 1.3,
            blob_path(TIP.x, TIP.y, reach * 1.24, form(0.14, 8)),
        );
    }
    let (mut specks, mut trails) = (BezPath::new(), BezPath::new());
    for index in 0..VESICLES {
        let at = |back: f64| vesicle(index, state.time_secs - back, state.minutes, reach);
        if let Some(here) = at(0.0) {
            let trail: Vec<Point> = [1.5, 1.0, 0.5]
                .into_iter()
                .filter_map(at)
                .chain([here])
                .collect();
            trails.extend(curve(&trail));
            speck(&mut specks, here);
        }
    }
    let tone = |shade| Tone::of(Ramp::Exosome, shade);
    brush.stroke(
        trails,
        Paint::Flat(tone(Shade::Edge), 0.55),
        Pen::solid(1.2),
    );
    // A double ring each, all of them in four strokes.
    let specks = Shape::from(specks);
    for (shade, width) in [
        (Shade::Line, 10.6),
        (Shade::Mid, 9.0),
        (Shade::Edge, 6.6),
        (Shade::Lo, 5.0),
    ] {
        brush.stroke(specks.clone(), tone(shade), Pen::solid(width));
    }
    lymph(&mut brush, state.time_secs);
    brush.add(Op::Unclip);
    // How far it reaches is not known: the ring is wider than any pool that is drawn.
    let edge = blob_path(TIP.x, TIP.y, 22.0 + reach * 1.4, form(0.07, 9));
    let ink = Paint::Flat(
        Tone::of(Ramp::Ink, Shade::Lo),
        smooth(0.0, 0.3, state.injected) as f32,
    );
    brush.add(Op::Clip(Shape::Disc(Point::ORIGIN, RADIUS)));
    brush.stroke(edge, ink, Pen::dashed(1.9, 6.0, 5.0));
    brush.add(Op::Unclip);
    syringe(&mut picture.brush(Tag::Gauge), state);
    picture
}

/// Where the question mark of the lymph's arrow is.
pub const LYMPH: Point = Point::new(-62.0, -76.0);

/// Drainage by lymph: an arrow of dashes with "?", because no rate is known.
fn lymph(brush: &mut Brush<'_>, time_secs: f64) {
    let shown = smooth(35.0, 37.0, time_secs);
    if shown <= 0.0 {
        return;
    }
    let way = [(-6.0, -6.0), (-34.0, -22.0), (-52.0, -46.0), (-58.0, -62.0)].map(Point::from);
    let ink = Paint::Flat(Tone::of(Ramp::Ink, Shade::Mid), shown as f32);
    let paper = Paint::Flat(Tone::of(Ramp::Ground, Shade::Mid), (0.8 * shown) as f32);
    brush.stroke(curve(&way), paper, Pen::solid(5.4));
    brush.stroke(curve(&way), ink, Pen::dashed(2.4, 6.0, 5.0));
    brush.disc(LYMPH.x, LYMPH.y, 11.0, paper);
    brush.ring(LYMPH.x, LYMPH.y, 11.0, ink, Pen::dashed(1.8, 4.0, 3.4));
    brush.place(Symbol::Question, LYMPH.x, LYMPH.y, 6.6, 0.0, shown);
}

/// The syringe: its plunger sinks while it injects, then it is drawn back.
fn syringe(brush: &mut Brush<'_>, state: &State) {
    let away = smoother(INJECTION_MINUTES, INJECTION_MINUTES + 7.0, state.minutes);
    let shown = (1.0 - smooth(0.35, 1.0, away)) as f32;
    if shown <= 0.0 {
        return;
    }
    let along = toward(-0.96);
    let map = Affine::new([along.x, along.y, -along.y, along.x, TIP.x, TIP.y])
        * Affine::translate((away * 46.0 + 2.0, 0.0))
        * Affine::scale(1.06);
    let ink = Paint::Flat(Tone::of(Ramp::Ink, Shade::Mid), shown);
    let plunger = lerp(98.0, 56.0, state.injected);
    let place = |x0: f64, half: f64, x1: f64| {
        Shape::from(map * geometry::plate(Rect::new(x0, -half, x1, half), 0.0))
    };
    brush.fill(place(0.0, 0.9, 36.0), ink);
    brush.fill(place(34.0, 4.0, 42.0), ink);
    let barrel = place(42.0, 9.5, 106.0);
    brush.fill(
        barrel.clone(),
        Paint::Flat(Tone::of(Ramp::Ground, Shade::Mid), shown),
    );
    let fluid = Paint::Flat(Tone::at(Ramp::Exosome, 0.7), shown);
    brush.fill(place(44.0, 7.2, plunger), fluid);
    brush.fill(place(plunger, 7.2, plunger + 5.0), ink);
    brush.fill(place(plunger + 5.0, 2.0, plunger + 52.0), ink);
    brush.fill(place(plunger + 50.0, 9.5, plunger + 54.0), ink);
    brush.stroke(barrel, ink, Pen::solid(1.8));
    let mut marks = BezPath::new();
    for i in 0..6_u32 {
        let x = 52.0 + 8.0 * f64::from(i);
        marks.move_to(map * Point::new(x, -9.0));
        marks.line_to(map * Point::new(x, -4.5));
    }
    brush.stroke(marks, ink, Pen::solid(1.2));
}
