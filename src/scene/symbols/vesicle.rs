//! A vesicle cut open, and its outside; radius 10, so that stills keep its detail. See the parent module.
//!
//! Must not be here: where it stands, how large it is.

use std::f64::consts::TAU;

use kurbo::{Affine, BezPath, Point, Vec2};

use super::exosome::{ellipse, flat, points, tone};
use super::soft;
use crate::model::trig::{pow, sin};
use crate::scene::geometry::{
    Blob, Line, arc, blob_path, capsule, curve, smooth_closed, toward, turned,
};
use crate::scene::ir::{Brush, Paint, Pen, Shape, Stop};
use crate::theme::tokens::Ramp;
use crate::units::Theme;

/// Lit body: light at the upper left, pooled at the rim.
const BODY: [Stop; 4] = [
    Stop::new(0.0, 0.0),
    Stop::new(0.5, 0.5),
    Stop::new(0.8, 1.0),
    Stop::new(1.0, 1.5),
];

/// Outer and inner radius of the membrane.
const OUTER: f64 = 10.0;
const INNER: f64 = 8.25;
/// Proteins of the membrane: turn in hundredths of a radian, kind (0 fork, 1 knob, 2 gate).
const PROTEINS: [(i16, u8); 9] = [
    (-262, 0),
    (-205, 1),
    (-120, 2),
    (-55, 0),
    (12, 1),
    (80, 2),
    (190, 1),
    (250, 2),
    (302, 1),
];
const PROTEIN_RAMPS: [Ramp; 3] = [Ramp::Schwann, Ramp::Vessel, Ramp::Membrane];
/// Proteins inside: turn and reach in hundredths, radius in hundredths, which ramp.
const GLOBULES: [(i16, i16, i16, usize); 8] = [
    (-250, 58, 112, 1),
    (-190, 42, 82, 0),
    (260, 52, 97, 2),
    (205, 62, 75, 1),
    (35, 62, 90, 0),
    (-20, 20, 97, 2),
    (145, 66, 67, 1),
    (300, 22, 67, 0),
];
/// The messenger RNA: turn and reach in hundredths.
const STRAND: [(i16, i16); 8] = [
    (-98, 64),
    (-72, 36),
    (-35, 54),
    (5, 42),
    (50, 26),
    (78, 50),
    (110, 60),
    (130, 42),
];
/// The microRNAs: turn and reach in hundredths, their own turn in degrees.
const HAIRPINS: [(i16, i16, i16); 3] = [(-135, 60, 20), (175, 36, -30), (295, 62, 70)];

fn polar(turn: i16, reach: i16) -> Point {
    (toward(f64::from(turn) * 0.01) * (f64::from(reach) * 0.01 * OUTER)).to_point()
}

/// Heads of the lipids on a circle.
fn heads(r: f64, head: f64, count: u32) -> BezPath {
    let mut path = BezPath::new();
    for i in 0..count {
        let spot = toward(f64::from(i) / f64::from(count) * TAU) * r;
        path.extend(ellipse(spot.x, spot.y, head, head));
    }
    path
}

fn lift(brush: &mut Brush<'_>) {
    let shadow = tone(Ramp::Light, 0.0);
    soft(&mut brush.only(Theme::Light), (0.3, 1.0), 11.2, shadow, 0.4);
    let glow = tone(Ramp::Exosome, 2.0);
    soft(&mut brush.only(Theme::Dark), (0.0, 0.0), 13.0, glow, 0.3);
}

pub(super) fn cut(brush: &mut Brush<'_>) {
    let exo = tone(Ramp::Exosome, 0.0);
    lift(brush);
    const WALL: [Stop; 3] = [
        Stop::new(0.0, 0.3),
        Stop::new(0.6, 1.0),
        Stop::new(1.0, 1.5),
    ];
    let lit = Point::new(-3.0, -3.5);
    brush.disc(0.0, 0.0, OUTER, Paint::radial(lit, 15.0, exo, &WALL));
    let mut tails = BezPath::new();
    for i in 0..132_u32 {
        let turn = f64::from(i) / 132.0 * TAU;
        let sway = 0.012 * sin(f64::from(i) * 2.3);
        tails.move_to((toward(turn) * (OUTER - 0.5)).to_point());
        let bow = (toward(turn + sway) * ((OUTER + INNER) / 2.0)).to_point();
        tails.quad_to(bow, (toward(turn) * (INNER + 0.5)).to_point());
    }
    let tails = Shape::from(tails);
    let pen = Pen::solid(0.085);
    brush
        .only(Theme::Light)
        .stroke(tails.clone(), flat(Ramp::Exosome, 2.0, 0.55), pen);
    brush
        .only(Theme::Dark)
        .stroke(tails, flat(Ramp::Exosome, 3.0, 0.5), pen);
    const ROOM: [Stop; 3] = [
        Stop::new(0.0, 0.0),
        Stop::new(0.62, 0.12),
        Stop::new(1.0, 1.1),
    ];
    let inside = Paint::radial(Point::new(1.8, 2.3), 10.6, exo, &ROOM);
    brush
        .only(Theme::Light)
        .disc(0.0, 0.0, INNER, flat(Ramp::Ground, 1.0, 1.0));
    brush.only(Theme::Light).disc(0.0, 0.0, INNER, inside);
    const NIGHT: [Stop; 3] = [
        Stop::sheer(0.0, 0.0, 0.9),
        Stop::sheer(0.6, 0.0, 0.5),
        Stop::sheer(1.0, 0.0, 0.15),
    ];
    let night = Paint::radial(Point::new(1.8, 2.3), 10.6, exo, &NIGHT);
    brush
        .only(Theme::Dark)
        .disc(0.0, 0.0, INNER, tone(Ramp::Light, 2.0));
    brush.only(Theme::Dark).disc(0.0, 0.0, INNER, night);
    const HEADS: [Stop; 3] = [
        Stop::new(0.0, 0.75),
        Stop::new(0.5, 1.45),
        Stop::new(1.0, 2.0),
    ];
    const NIGHT_HEADS: [Stop; 2] = [Stop::new(0.0, 3.0), Stop::new(1.0, 2.0)];
    for (r, head, count) in [(OUTER - 0.24, 0.33, 102), (INNER + 0.24, 0.29, 93)] {
        let heads = Shape::from(heads(r, head, count));
        let run = |stops| Paint::radial(Point::new(-4.0, -5.0), 19.0, exo, stops);
        brush.only(Theme::Light).fill(heads.clone(), run(&HEADS));
        brush
            .only(Theme::Light)
            .stroke(heads.clone(), tone(Ramp::Exosome, 3.0), Pen::solid(0.05));
        brush
            .only(Theme::Dark)
            .fill(heads.clone(), run(&NIGHT_HEADS));
        brush
            .only(Theme::Dark)
            .stroke(heads, tone(Ramp::Light, 2.0), Pen::solid(0.05));
    }
    for (i, (turn, kind)) in PROTEINS.into_iter().enumerate() {
        protein(brush, i, f64::from(turn) * 0.01, kind);
    }
    for (i, (turn, reach, r, ramp)) in GLOBULES.into_iter().enumerate() {
        globule(
            brush,
            i as u32,
            polar(turn, reach),
            f64::from(r) * 0.01,
            ramp,
        );
    }
    strand(brush);
    let accent = flat(Ramp::Alert, 2.5, 1.0);
    for (turn, reach, own) in HAIRPINS {
        let map = Affine::translate(polar(turn, reach).to_vec2())
            * turned(f64::from(own) / 360.0 * TAU)
            * Affine::scale(0.82);
        brush.stroke(map * hairpin(), accent, Pen::solid(0.19));
    }
}

/// A microRNA: a loop with rungs, about the origin, a unit to each side.
fn hairpin() -> BezPath {
    let mut path = BezPath::new();
    path.move_to((-0.9, 1.0));
    path.curve_to((-0.9, 0.0), (-1.0, -0.9), (-0.1, -1.0));
    path.curve_to((0.9, -1.1), (0.8, 0.0), (0.8, 1.0));
    for y in [0.5, 0.0, -0.5] {
        path.move_to((-0.86, y));
        path.line_to((0.78, y));
    }
    path
}

/// A protein of the membrane.
fn protein(brush: &mut Brush<'_>, i: usize, turn: f64, kind: u8) {
    let ramp = PROTEIN_RAMPS.get(i % 3).copied().unwrap_or(Ramp::Schwann);
    let map = turned(turn);
    let line = tone(ramp, 3.0);
    let pen = Pen::solid(0.09);
    let stem = |from: f64, to: f64, half: f64| map * capsule(from, to, half);
    match kind {
        0 => {
            let mut fork = stem(INNER - 0.3, OUTER + 0.6, 0.21);
            for side in [-0.46, 0.46] {
                let arm = Affine::translate((OUTER + 0.3, 0.0))
                    * turned(side * 1.6)
                    * capsule(-0.15, 1.25, 0.19);
                fork.extend(map * arm);
            }
            let fork = Shape::from(fork);
            brush.stroke(fork.clone(), line, Pen::solid(0.18));
            brush.fill(fork, tone(ramp, 1.0));
        }
        1 => {
            let stem = Shape::from(stem(INNER - 0.5, OUTER + 1.0, 0.19));
            brush.stroke(stem.clone(), line, Pen::solid(0.18));
            brush.fill(stem, tone(ramp, 1.0));
            let knob = toward(turn) * (OUTER + 1.15);
            brush.disc(knob.x, knob.y, 0.44, tone(ramp, 1.0));
            brush.ring(knob.x, knob.y, 0.44, line, pen);
        }
        _ => {
            const GATE: [(i16, i16); 11] = [
                (-24, -5),
                (-27, -2),
                (-9, -4),
                (5, -3),
                (7, -6),
                (9, 0),
                (7, 6),
                (5, 3),
                (-9, 4),
                (-27, 2),
                (-24, 5),
            ];
            let outline: Vec<Point> = points(&GATE)
                .into_iter()
                .map(|p| map * (p + Vec2::new(OUTER, 0.0)))
                .collect();
            let mut gate = BezPath::new();
            smooth_closed(&mut gate, &outline, 1.0 / 6.0);
            let gate = Shape::from(gate);
            brush.fill(gate.clone(), tone(ramp, 1.0));
            brush.stroke(gate, line, pen);
        }
    }
}

/// A protein inside.
fn globule(brush: &mut Brush<'_>, seed: u32, spot: Point, r: f64, ramp: usize) {
    let ramp = PROTEIN_RAMPS.get(ramp).copied().unwrap_or(Ramp::Schwann);
    let form = Blob {
        wave: 0.13,
        seed: seed + 3,
        points: 14,
        ..Blob::default()
    };
    let body = Shape::from(blob_path(spot.x, spot.y, r, form));
    let lit = spot - Vec2::new(0.25, 0.3) * r;
    let shadow = blob_path(spot.x + 0.05, spot.y + 0.14, r * 1.06, form);
    brush
        .only(Theme::Light)
        .fill(shadow, flat(Ramp::Light, 0.0, 0.12));
    brush.fill(
        body.clone(),
        Paint::radial(lit, r * 1.5, tone(ramp, 0.0), &BODY),
    );
    brush.stroke(body, tone(ramp, 3.0), Pen::solid(0.08));
    let shine = spot - Vec2::new(0.27, 0.3) * r;
    brush.disc(shine.x, shine.y, r * 0.19, flat(Ramp::Light, 1.0, 0.5));
}

/// The messenger RNA with its bases.
fn strand(brush: &mut Brush<'_>) {
    let controls = STRAND.map(|(turn, reach)| {
        let p = polar(turn, reach);
        (p.x, p.y)
    });
    let line = Line::spline(&controls, 36);
    let mut bases = BezPath::new();
    for i in 1..30_u32 {
        let (spot, heading) = line.at(f64::from(i) / 30.0);
        bases.move_to(spot);
        bases.line_to(spot + toward(heading + TAU / 4.0) * 0.46);
    }
    let ink = tone(Ramp::Membrane, 2.5);
    let path = Shape::from(curve(&line.points));
    brush.stroke(bases, Paint::Flat(ink, 0.8), Pen::solid(0.1));
    brush.stroke(path.clone(), flat(Ramp::Ground, 1.0, 0.8), Pen::solid(0.32));
    brush.stroke(path, ink, Pen::solid(0.19));
}

pub(super) fn shell(brush: &mut Brush<'_>) {
    let exo = tone(Ramp::Exosome, 0.0);
    const OUTSIDE: [Stop; 4] = [
        Stop::new(0.0, 0.25),
        Stop::new(0.45, 0.9),
        Stop::new(0.8, 1.25),
        Stop::new(1.0, 1.75),
    ];
    let lit = Paint::radial(Point::new(-3.0, -3.6), 15.0, exo, &OUTSIDE);
    brush.only(Theme::Light).disc(0.0, 0.0, OUTER, lit);
    const RIM: [Stop; 4] = [
        Stop::new(0.0, 0.35),
        Stop::new(0.6, 0.75),
        Stop::new(0.86, 1.1),
        Stop::new(1.0, 1.7),
    ];
    let rim = Paint::radial(Point::new(0.6, 0.8), 10.6, exo, &RIM);
    brush.only(Theme::Dark).disc(0.0, 0.0, OUTER, rim);
    // Heads of the lipids, seen from outside: on turns of a spiral, closer towards the rim.
    let mut dots = BezPath::new();
    for i in 0..150_u32 {
        let reach = pow(f64::from(i) / 150.0, 0.5);
        let r = 0.34 * (1.12 - 0.5 * reach * reach);
        let spot = toward(f64::from(i) * 2.399_963) * (reach * 9.55);
        dots.extend(ellipse(spot.x, spot.y, r, r));
    }
    let dots = Shape::from(dots);
    brush.fill(dots.clone(), flat(Ramp::Exosome, 0.4, 0.5));
    brush.stroke(dots, flat(Ramp::Exosome, 2.3, 0.4), Pen::solid(0.05));
    let shine = arc(Point::ORIGIN, 8.7, -2.6, -1.75, 6);
    brush
        .only(Theme::Light)
        .stroke(shine, flat(Ramp::Light, 1.0, 0.6), Pen::solid(0.36));
    brush.ring(0.0, 0.0, OUTER, tone(Ramp::Exosome, 3.0), Pen::solid(0.14));
}

/// The wall alone, radius 1: three shapes, because there are many of them.
pub(super) fn grain(brush: &mut Brush<'_>) {
    brush.disc(0.0, 0.0, 0.95, tone(Ramp::Exosome, 1.0));
    brush.disc(0.0, 0.0, 0.66, tone(Ramp::Exosome, 0.0));
    let mut walls = ellipse(0.0, 0.0, 0.94, 0.94);
    walls.extend(ellipse(0.0, 0.0, 0.66, 0.66));
    brush.stroke(walls, flat(Ramp::Exosome, 2.4, 1.0), Pen::solid(0.1));
}
