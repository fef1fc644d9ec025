//! The side of the drip: stand and bag, the tube, and vesicles in blood and organs. Body coordinates.
//!
//! Hundreds of vesicles are a handful of shapes: each is a speck of a path that is drawn along with round ends.
//! Must not be here: which way they take.

use kurbo::{BezPath, Point, Rect};

use super::ways::{self, Ways};
use crate::model::curve::lerp;
use crate::model::noise::hash;
use crate::model::routes::State;
use crate::model::routes::particles::Ride;
use crate::model::trig::sin;
use crate::scene::geometry::{self, curve, smooth_closed};
use crate::scene::ir::{Brush, Node as Op, Paint, Pen, Picture, Shape, Stop, Tag};
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;

/// Middle of the bag.
pub const BAG: Point = Point::new(-184.0, 72.0);
/// Left, top, right and bottom of the stand.
pub const STAND: (f64, f64, f64, f64) = (-232.0, -10.0, -80.0, 512.0);

/// A speck: a line too short to be seen, whose round ends are the disc.
pub fn speck(path: &mut BezPath, at: Point) {
    path.move_to(at);
    path.line_to((at.x + 0.02, at.y));
}

fn bag(inset: f64) -> Shape {
    const SIDE: [(f64, f64); 8] = [
        (0.0, -34.0),
        (27.0, -34.0),
        (32.0, -29.0),
        (30.0, 34.0),
        (26.0, 46.0),
        (13.0, 54.0),
        (6.0, 56.0),
        (0.0, 56.0),
    ];
    let mut points: Vec<Point> = SIDE.iter().map(|&(x, y)| Point::new(x, y)).collect();
    let back: Vec<Point> = points.iter().rev().map(|p| Point::new(-p.x, p.y)).collect();
    points.extend(back);
    for p in &mut points {
        *p = BAG + p.to_vec2() * (1.0 - inset / 34.0);
    }
    let mut path = BezPath::new();
    smooth_closed(&mut path, &points, 0.06);
    path.into()
}

fn line(points: &[(f64, f64)]) -> BezPath {
    let mut path = BezPath::new();
    for (i, &p) in points.iter().enumerate() {
        if i % 2 == 0 {
            path.move_to(p);
        } else {
            path.line_to(p);
        }
    }
    path
}

/// What does not move: stand, empty bag, tube.
pub fn stand() -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Ground);
    let ink = |shade| Tone::of(Ramp::Ink, shade);
    let pole = line(&[
        (-184.0, 4.0),
        (-184.0, 492.0),
        (-184.0, 492.0),
        (-222.0, 508.0),
        (-184.0, 492.0),
        (-146.0, 508.0),
        (-212.0, 6.0),
        (-156.0, 6.0),
    ]);
    brush.stroke(pole.clone(), Tone::at(Ramp::Ink, 1.6), Pen::solid(4.6));
    brush.stroke(pole, Tone::at(Ramp::Ground, 2.6), Pen::solid(1.4));
    brush.ring(BAG.x, 20.0, 7.0, ink(Shade::Mid), Pen::solid(2.2));
    let tube = Shape::from(curve(&ways::tube().points));
    brush.stroke(tube.clone(), ink(Shade::Mid), Pen::solid(4.2));
    brush.stroke(tube, Tone::of(Ramp::Exosome, Shade::Lo), Pen::solid(2.4));
    let panel = Tone::of(Ramp::Ground, Shade::Mid);
    brush.fill(bag(0.0), panel);
    let chamber = geometry::plate(Rect::new(-190.0, 128.0, -178.0, 160.0), 4.0);
    let chamber = Shape::from(chamber);
    brush.fill(chamber.clone(), panel);
    brush.stroke(chamber, ink(Shade::Mid), Pen::solid(1.6));
    let white = Tone::of(Ramp::Light, Shade::Mid);
    brush.only(Theme::Light).stroke(
        line(&[(-208.0, 44.0), (-206.0, 96.0)]),
        Paint::Flat(white, 0.9),
        Pen::solid(3.0),
    );
    picture
}

/// The fluid in the bag, which sinks while the drip runs, and the drop under it.
pub fn fluid(state: &State) -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Exosome);
    let exosome = |shade| Tone::of(Ramp::Exosome, shade);
    let level = lerp(BAG.y - 20.0, BAG.y + 50.0, state.dripped);
    let inside = bag(2.4);
    brush.add(Op::Clip(inside));
    let body = geometry::plate(
        Rect::new(BAG.x - 40.0, level, BAG.x + 40.0, BAG.y + 60.0),
        0.0,
    );
    const DOWN: [Stop; 2] = [Stop::new(0.0, 0.55), Stop::new(1.0, 1.15)];
    let (top, foot) = (Point::new(0.0, BAG.y - 20.0), Point::new(0.0, BAG.y + 56.0));
    brush.fill(body, Paint::linear(top, foot, exosome(Shade::Lo), &DOWN));
    let rim: Vec<Point> = (0..=6)
        .map(|i| {
            let x = f64::from(i) * 12.0 - 36.0;
            Point::new(
                BAG.x + x,
                level + 0.9 * sin(x * 0.09 + state.time_secs * 1.3),
            )
        })
        .collect();
    brush.stroke(curve(&rim), exosome(Shade::Edge), Pen::solid(1.6));
    let mut specks = BezPath::new();
    for i in 0..26_u32 {
        let home = Point::new(
            BAG.x + (hash(i, 51) - 0.5) * 46.0,
            lerp(BAG.y - 12.0, BAG.y + 48.0, hash(i, 52)),
        );
        let sway = (
            sin(state.time_secs * 0.6 + f64::from(i)),
            sin(state.time_secs * 0.47 + f64::from(i) * 2.1),
        );
        speck(
            &mut specks,
            Point::new(
                home.x + sway.0 * 1.6,
                home.y.max(level + 5.0) + sway.1 * 1.6,
            ),
        );
    }
    // The last ones leave with the last of the fluid.
    let left = (4.0 * (1.0 - state.dripped)).min(1.0) as f32;
    brush.stroke(
        specks,
        Paint::Flat(exosome(Shade::Line), left),
        Pen::solid(3.4),
    );
    brush.add(Op::Unclip);
    let mut gauge = brush.tagged(Tag::Gauge);
    gauge.stroke(bag(0.0), Tone::of(Ramp::Ink, Shade::Mid), Pen::solid(2.0));
    let plate = geometry::plate(Rect::new(-197.0, 44.0, -171.0, 53.0), 3.0);
    gauge.fill(plate, Paint::Flat(Tone::of(Ramp::Ink, Shade::Edge), 0.4));
    // A drop forms and falls, slower and slower as the bag runs dry.
    let fall = (state.minutes * 2.0).fract();
    let drop = (1.0 - state.dripped) as f32;
    let alpha = Paint::Flat(
        exosome(Shade::Edge),
        drop * (1.0 - fall as f32) * (4.0 * fall as f32).min(1.0),
    );
    gauge.disc(BAG.x, lerp(132.0, 150.0, fall * fall), 2.1, alpha);
    picture
}

/// How specks change while they settle: width in the blood to width at rest, and how much of a rim they have.
const CLASSES: usize = 4;

/// The vesicles.
pub fn vesicles(state: &State, ways: &Ways) -> Picture {
    let mut picture = Picture::default();
    let mut tube = BezPath::new();
    let mut classes: [BezPath; CLASSES + 1] = Default::default();
    for (i, particle) in state.particles.iter().enumerate() {
        let (mut at, mut settled) = (ways.place(particle), particle.settled);
        for (share, others) in &state.others {
            if let Some(other) = others.get(i) {
                at = at.lerp(ways.place(other), *share);
                settled = lerp(settled, other.settled, *share);
            }
        }
        if let Ride::Tube(_) = particle.ride {
            speck(&mut tube, at);
            continue;
        }
        let class = (settled * CLASSES as f64) as usize;
        if let Some(path) = classes.get_mut(class) {
            speck(path, at);
        }
    }
    let mut brush = picture.brush(Tag::Exosome);
    let ink = Tone::of(Ramp::Exosome, Shade::Line);
    brush.stroke(tube, Paint::Flat(ink, 0.8), Pen::solid(2.4));
    for (class, path) in classes.into_iter().enumerate().rev() {
        speck_class(&mut brush, path.into(), class as f64 / CLASSES as f64);
    }
    needle(&mut picture.brush(Tag::Gauge));
    picture
}

fn speck_class(brush: &mut Brush<'_>, path: Shape, settled: f64) {
    // Paler at rest, so that a full organ can still be seen.
    let ink = Tone::at(Ramp::Exosome, lerp(3.0, 2.5, settled) as f32);
    let width = lerp(3.9, 2.4, settled);
    let rim = (1.0 - settled * 1.1).max(0.0) as f32;
    if rim > 0.02 {
        let white = Paint::Flat(Tone::of(Ramp::Light, Shade::Mid), 0.85 * rim);
        brush
            .only(Theme::Light)
            .stroke(path.clone(), white, Pen::solid(width + 1.5));
        let paper = Paint::Flat(Tone::of(Ramp::Ground, Shade::Lo), 0.85 * rim);
        brush
            .only(Theme::Dark)
            .stroke(path.clone(), paper, Pen::solid(width + 1.5));
    }
    brush.stroke(path, ink, Pen::solid(width));
}

fn needle(brush: &mut Brush<'_>) {
    let at = Point::new(f64::from(ways::NEEDLE.0), f64::from(ways::NEEDLE.1));
    brush.disc(at.x, at.y, 5.4, Tone::of(Ramp::Ground, Shade::Mid));
    brush.ring(
        at.x,
        at.y,
        5.4,
        Tone::of(Ramp::Ink, Shade::Lo),
        Pen::solid(1.9),
    );
}
