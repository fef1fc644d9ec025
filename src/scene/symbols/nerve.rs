//! The symbols around a nerve fibre: trophic factors, impulses, pieces of myelin. See the parent module.

use super::{Symbol, lift};
use crate::model::trig::{pow, sin};
use crate::scene::geometry::{arc, curve, toward};
use crate::scene::ir::{Brush, Paint, Pen, Shape};
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;
use kurbo::{BezPath, Point};
use std::f64::consts::{PI, TAU};

/// Draws a symbol of this file.
pub(super) fn draw(brush: &mut Brush<'_>, symbol: Symbol) {
    match symbol {
        Symbol::Trophic => trophic(brush),
        Symbol::Letter(which) => letter(brush, which),
        Symbol::Pulse => pulse(brush),
        Symbol::Jag => jag(brush),
        Symbol::Ovoid => ovoid(brush),
        Symbol::Whole => end_on(brush, 4),
        Symbol::Worn => end_on(brush, 1),
        _ => {}
    }
}

/// Always two-sided: the left half is round (supports), the right half has four teeth (raises pain).
fn trophic(brush: &mut Brush<'_>) {
    lift(brush, Ramp::Trophic, 1.0);
    let mut round: BezPath = arc(Point::ORIGIN, 1.0, TAU / 4.0, 0.75 * TAU, 8);
    round.close_path();
    let mut teeth = BezPath::new();
    teeth.move_to((0.0, -1.0));
    for i in 0..8_u32 {
        let r = if i % 2 == 0 {
            1.3
        } else if i == 7 {
            1.0
        } else {
            0.92
        };
        let angle = -TAU / 4.0 + f64::from(i + 1) / 8.0 * PI;
        teeth.line_to((toward(angle) * r).to_point());
    }
    teeth.close_path();
    let line = Tone::of(Ramp::Trophic, Shade::Line);
    for (half, tone, edge) in [
        (
            teeth,
            Tone::at(Ramp::Pro, 0.75),
            Tone::of(Ramp::Pro, Shade::Line),
        ),
        (round, Tone::of(Ramp::Trophic, Shade::Lo), line),
    ] {
        let half = Shape::from(half);
        brush.stroke(half.clone(), edge, Pen::solid(0.2));
        brush.fill(half, tone);
    }
}

/// N, B and G as strokes, with a halo.
fn letter(brush: &mut Brush<'_>, which: u8) {
    // Pieces of straight lines; each starts where the one before ended, unless marked.
    let points: &[(i8, i8)] = match which {
        0 => &[(-22, 32), (-22, -32), (22, 32), (22, -32)],
        1 => &[
            (-20, 0),
            (8, 0),
            (21, 8),
            (21, 24),
            (8, 32),
            (-20, 32),
            (-20, -32),
            (6, -32),
            (18, -24),
            (18, -8),
            (6, 0),
        ],
        _ => &[
            (24, -22),
            (14, -31),
            (-4, -33),
            (-20, -22),
            (-26, 0),
            (-20, 22),
            (-4, 33),
            (14, 31),
            (25, 20),
            (25, 3),
            (4, 3),
        ],
    };
    let mut path = BezPath::new();
    for (i, (x, y)) in points.iter().enumerate() {
        let at = (f64::from(*x) / 75.0, f64::from(*y) / 75.0);
        if i == 0 {
            path.move_to(at);
        } else {
            path.line_to(at);
        }
    }
    let path = Shape::from(path);
    let halo = Tone::of(Ramp::Trophic, Shade::Lo);
    brush.stroke(path.clone(), Paint::Flat(halo, 0.9), Pen::solid(0.42));
    brush.only(Theme::Light).stroke(
        path.clone(),
        Tone::of(Ramp::Trophic, Shade::Line),
        Pen::solid(0.17),
    );
    brush
        .only(Theme::Dark)
        .stroke(path, Tone::of(Ramp::Light, Shade::Mid), Pen::solid(0.17));
}

/// A smooth lens, about 1.3 long to each side.
fn pulse(brush: &mut Brush<'_>) {
    let side = |sign: f64| {
        (0..=12).map(move |i| {
            let u = f64::from(i) / 12.0;
            let w = pow(sin(PI * pow(u, 1.12)).max(0.0), 0.62);
            Point::new((u - 0.5) * 2.7, sign * w * 0.86)
        })
    };
    let mut outline: Vec<Point> = side(-1.0).collect();
    outline.extend(side(1.0).rev());
    let body = Shape::from(curve(&outline));
    let line = Tone::of(Ramp::Nerve, Shade::Line);
    brush
        .only(Theme::Dark)
        .stroke(body.clone(), Paint::Flat(line, 0.22), Pen::solid(0.6));
    brush.fill(body, line);
}

/// A jagged one: the pointed look of all that irritates, outlined so that it stands out from the axon.
fn jag(brush: &mut Brush<'_>) {
    let points: [(i8, i8); 8] = [
        (-11, 0),
        (-6, -10),
        (0, -4),
        (6, -10),
        (11, 0),
        (6, 9),
        (0, 3),
        (-6, 9),
    ];
    let mut path = BezPath::new();
    for (i, (x, y)) in points.into_iter().enumerate() {
        let at = (f64::from(x) / 10.0, f64::from(y) / 10.0);
        if i == 0 {
            path.move_to(at);
        } else {
            path.line_to(at);
        }
    }
    path.close_path();
    let body = Shape::from(path);
    let pale = Tone::of(Ramp::Nerve, Shade::Lo);
    brush
        .only(Theme::Light)
        .stroke(body.clone(), pale, Pen::solid(0.34));
    let paper = Tone::of(Ramp::Ground, Shade::Lo);
    brush
        .only(Theme::Dark)
        .stroke(body.clone(), paper, Pen::solid(0.34));
    brush.fill(body, Tone::of(Ramp::Pro, Shade::Edge));
}

/// An ovoid with a fold inside, lying along x.
fn ovoid(brush: &mut Brush<'_>) {
    let oval = |a: f64, b: f64| {
        let points: Vec<Point> = (0..=8)
            .map(|i| {
                let d = toward(f64::from(i) / 8.0 * TAU);
                Point::new(d.x * a, d.y * b)
            })
            .collect();
        Shape::from(curve(&points))
    };
    let line = Tone::of(Ramp::Myelin, Shade::Line);
    let body = oval(1.4, 1.0);
    brush.fill(body.clone(), Tone::at(Ramp::Myelin, 0.3));
    brush.stroke(body, line, Pen::solid(0.2));
    brush.stroke(oval(0.82, 0.5), Paint::Flat(line, 0.6), Pen::solid(0.13));
}

/// A fibre end-on with so many layers of its sheath; fewer than four lie broken.
fn end_on(brush: &mut Brush<'_>, layers: u32) {
    let line = Tone::of(Ramp::Myelin, Shade::Line);
    let whole = layers > 3;
    if whole {
        brush.disc(0.0, 0.0, 0.92, Tone::at(Ramp::Myelin, 0.6));
        for i in 0..layers {
            let r = 0.92 - 0.13 * f64::from(i);
            brush.ring(0.0, 0.0, r, line, Pen::solid(0.055));
        }
    } else {
        for (from, to, r) in [(0.3, 1.5, 0.66), (2.5, 3.3, 0.8), (4.4, 5.5, 0.7)] {
            let piece = Shape::from(arc(Point::ORIGIN, r, from, to, 4));
            brush.stroke(piece.clone(), line, Pen::solid(0.28));
            brush.stroke(piece, Tone::at(Ramp::Myelin, 0.6), Pen::solid(0.17));
        }
    }
    brush.disc(0.0, 0.0, 0.36, Tone::of(Ramp::Nerve, Shade::Mid));
    brush.ring(
        0.0,
        0.0,
        0.36,
        Tone::of(Ramp::Nerve, Shade::Line),
        Pen::solid(0.08),
    );
}
