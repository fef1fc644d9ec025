//! Symbols of the tissue around a nerve: parts of white cells, red cells, spindles. See the parent module.

use std::f64::consts::TAU;

use kurbo::{BezPath, Point, Vec2};

use super::{Symbol, lift};
use crate::model::noise::Draws;
use crate::model::trig::{cos, exp, pow, sin};
use crate::scene::geometry::{Blob, Line, blob, blob_path, smooth_closed, toward};
use crate::scene::ir::{Brush, Paint, Pen, Shape, Stop};
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;

/// Draws a symbol of this file.
pub(super) fn draw(brush: &mut Brush<'_>, symbol: Symbol) {
    match symbol {
        Symbol::MacrophageInside => inside(brush),
        Symbol::Neutrophil => neutrophil(brush),
        Symbol::Lymphocyte => lymphocyte(brush),
        Symbol::RedCell => red_cell(brush),
        Symbol::Spindle => spindle(brush),
        _ => {}
    }
}

/// A lit body with a pooled rim.
const BODY: [Stop; 4] = [
    Stop::new(0.0, 0.0),
    Stop::new(0.45, 0.5),
    Stop::new(0.75, 1.0),
    Stop::new(1.0, 1.8),
];
const PALE: [Stop; 3] = [
    Stop::new(0.0, 0.0),
    Stop::new(0.6, 0.5),
    Stop::new(1.0, 1.4),
];

fn body(
    brush: &mut Brush<'_>,
    ramp: Ramp,
    path: BezPath,
    r: f64,
    stops: &'static [Stop],
    pen: f64,
) {
    let tone = |shade| Tone::of(ramp, shade);
    let body = Shape::from(path);
    let lit = Paint::radial(
        Point::new(-0.25 * r, -0.3 * r),
        1.45 * r,
        tone(Shade::Lo),
        stops,
    );
    brush.fill(body.clone(), lit);
    brush.stroke(body, tone(Shade::Line), Pen::solid(pen));
}

fn dots(
    brush: &mut Brush<'_>,
    ramp: Ramp,
    seed: u32,
    count: usize,
    ring: (f64, f64),
    size: (f64, f64),
) {
    let mut draws = Draws::new(seed);
    let tone = Paint::Flat(Tone::of(ramp, Shade::Line), 0.28);
    for _ in 0..count {
        let at = toward(draws.range(0.0, TAU)) * draws.range(ring.0, ring.1);
        brush.disc(at.x, at.y, draws.range(size.0, size.1), tone);
    }
}

fn inside(brush: &mut Brush<'_>) {
    dots(
        brush,
        Ramp::Macrophage,
        33,
        16,
        (0.44, 0.78),
        (0.014, 0.034),
    );
    let mut draws = Draws::new(35);
    let pale = Tone::of(Ramp::Ground, Shade::Mid);
    let deep = Tone::of(Ramp::Ground, Shade::Lo);
    let line = Paint::Flat(Tone::of(Ramp::Macrophage, Shade::Line), 0.6);
    for angle in [0.85, 2.75, 4.9] {
        let (at, r) = (
            toward(angle) * draws.range(0.52, 0.62),
            draws.range(0.075, 0.11),
        );
        brush
            .only(Theme::Light)
            .disc(at.x, at.y, r, Paint::Flat(pale, 0.75));
        brush
            .only(Theme::Dark)
            .disc(at.x, at.y, r, Paint::Flat(deep, 0.6));
        brush.ring(at.x, at.y, r, line, Pen::solid(0.014));
    }
    let kidney: Vec<Point> = (0..18)
        .map(|i| {
            let t = f64::from(i) / 18.0 * TAU;
            let dent = (t - 0.75 * TAU) / 0.5;
            let r = 0.37 * (1.0 - 0.34 * exp(-dent * dent));
            Point::new(cos(t + 0.2) * r * 1.22, sin(t + 0.2) * r * 0.95)
        })
        .collect();
    let mut path = BezPath::new();
    smooth_closed(&mut path, &kidney, 1.0 / 6.0);
    body(brush, Ramp::Nucleus, path, 0.4, &BODY, 0.022);
    dots(brush, Ramp::Nucleus, 37, 9, (0.05, 0.24), (0.02, 0.045));
    let shine = Tone::of(Ramp::Light, Shade::Mid);
    let arc = crate::scene::geometry::arc(Point::ORIGIN, 0.76, -2.7, -1.95, 4);
    brush
        .only(Theme::Light)
        .stroke(arc, Paint::Flat(shine, 0.6), Pen::solid(0.036));
}

fn round(brush: &mut Brush<'_>, seed: u32, stops: &'static [Stop]) {
    lift(brush, Ramp::Macrophage, 1.0);
    let form = Blob {
        wave: 0.045,
        seed,
        points: 14,
        ..Blob::default()
    };
    body(
        brush,
        Ramp::Macrophage,
        blob_path(0.0, 0.0, 1.0, form),
        1.0,
        stops,
        0.065,
    );
}

fn neutrophil(brush: &mut Brush<'_>) {
    round(brush, 3, &PALE);
    dots(brush, Ramp::Macrophage, 41, 13, (0.5, 0.85), (0.035, 0.05));
    let mut lobes = BezPath::new();
    let ends = [(-0.36, -0.08, 0.28), (0.0, 0.22, 0.26), (0.36, -0.08, 0.28)];
    for (i, (x, y, r)) in ends.into_iter().enumerate() {
        let form = Blob {
            wave: 0.06,
            seed: 5 + i as u32,
            points: 10,
            ..Blob::default()
        };
        blob(&mut lobes, Point::new(x, y), r, form);
    }
    let bridge = Line {
        points: ends.map(|(x, y, _)| Point::new(x, y)).to_vec(),
    };
    bridge.ribbon(&mut lobes, |_| 0.09);
    let lobes = Shape::from(lobes);
    brush.stroke(
        lobes.clone(),
        Tone::of(Ramp::Nucleus, Shade::Line),
        Pen::solid(0.09),
    );
    brush.fill(lobes, Tone::of(Ramp::Nucleus, Shade::Mid));
}

fn lymphocyte(brush: &mut Brush<'_>) {
    round(brush, 6, &BODY);
    let form = Blob {
        wave: 0.04,
        seed: 9,
        points: 14,
        ..Blob::default()
    };
    body(
        brush,
        Ramp::Nucleus,
        blob_path(0.04, 0.0, 0.72, form),
        0.72,
        &BODY,
        0.055,
    );
    dots(brush, Ramp::Nucleus, 43, 8, (0.1, 0.5), (0.05, 0.1));
}

fn red_cell(brush: &mut Brush<'_>) {
    let oval = |r: f64, flat: f64| {
        let points: Vec<Point> = (0..10)
            .map(|i| {
                let way = toward(f64::from(i) / 10.0 * TAU) * r;
                Point::new(way.x, way.y * flat)
            })
            .collect();
        let mut path = BezPath::new();
        smooth_closed(&mut path, &points, 1.0 / 6.0);
        path
    };
    const DISC: [Stop; 3] = [
        Stop::new(0.0, 2.0),
        Stop::new(0.45, 1.0),
        Stop::new(1.0, 0.2),
    ];
    let shape = Shape::from(oval(1.0, 0.66));
    let tone = |shade| Tone::of(Ramp::Blood, shade);
    brush.fill(
        shape.clone(),
        Paint::radial(Point::ORIGIN, 1.0, tone(Shade::Lo), &DISC),
    );
    brush.stroke(
        shape,
        Paint::Flat(tone(Shade::Line), 0.75),
        Pen::solid(0.075),
    );
    brush.fill(oval(0.46, 0.46), Paint::Flat(tone(Shade::Edge), 0.5));
}

/// One unit from the middle to either tip.
fn spindle(brush: &mut Brush<'_>) {
    let line = Line::spline(
        &[
            (-1.0, 0.02),
            (-0.35, -0.05),
            (0.0, 0.0),
            (0.35, 0.05),
            (1.0, -0.03),
        ],
        8,
    );
    let half = |u: f64| 0.008 + 0.12 * pow(sin(TAU / 2.0 * u).max(0.0), 2.2);
    let shape = Shape::from(line.ribbon_path(half));
    brush.fill(
        shape.clone(),
        Paint::Flat(Tone::of(Ramp::Tissue, Shade::Edge), 0.4),
    );
    let rim = Paint::Flat(Tone::of(Ramp::Tissue, Shade::Line), 0.7);
    brush.stroke(shape, rim, Pen::solid(0.012));
    let form = Blob {
        seed: 4,
        points: 8,
        stretch: 1.6,
        ..Blob::default()
    };
    let nucleus = blob_path(0.0, Vec2::ZERO.y, 0.08, form);
    brush.fill(
        nucleus,
        Paint::Flat(Tone::of(Ramp::Nucleus, Shade::Mid), 0.45),
    );
}
