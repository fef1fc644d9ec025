//! The symbols that are cells or parts of cells. See the parent module.

use super::{Symbol, lift};
use crate::model::noise::Draws;
use crate::model::trig::{cos, sin};
use crate::scene::geometry::{Blob, Line, Walk, blob, blob_path, curve, toward, turned};
use crate::scene::ir::{Brush, Paint, Pen, Shape, Stop};
use crate::scene::microglia::cell::{Form, mark};
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;
use kurbo::{Affine, BezPath, Point};
use std::f64::consts::TAU;

/// Draws a symbol of this file.
pub(super) fn draw(brush: &mut Brush<'_>, symbol: Symbol) {
    match symbol {
        Symbol::Nucleus => nucleus(brush),
        Symbol::Waste(kind) => waste(brush, u32::from(kind)),
        Symbol::Lysosome => lysosome(brush),
        Symbol::Autolysosome => autolysosome(brush),
        Symbol::Receptor => receptor(brush),
        Symbol::Neighbour => neighbour(brush),
        Symbol::Surveying => end(brush, 0.0, 1.0 / 205.0),
        Symbol::Stout => end(brush, 1.0, 1.0 / 128.0),
        _ => {}
    }
}

fn nucleus(brush: &mut Brush<'_>) {
    const BODY: [Stop; 4] = [
        Stop::new(0.0, 0.0),
        Stop::new(0.45, 0.6),
        Stop::new(0.75, 1.0),
        Stop::new(1.0, 2.0),
    ];
    let tone = |shade| Tone::of(Ramp::Nucleus, shade);
    let form = Blob {
        wave: 0.05,
        seed: 15,
        points: 18,
        stretch: 1.16,
        turn: 0.4,
        phase: 0.0,
    };
    let body = Shape::from(blob_path(0.0, 0.0, 1.0, form));
    brush.fill(
        body.clone(),
        Paint::radial(Point::new(-0.22, -0.28), 1.5, tone(Shade::Lo), &BODY),
    );
    let rim = Shape::from(blob_path(0.0, 0.0, 0.93, form));
    brush.stroke(rim, Paint::Flat(tone(Shade::Edge), 0.4), Pen::solid(0.13));
    let mut draws = Draws::new(61);
    for _ in 0..9 {
        let at = toward(draws.range(0.0, TAU)) * draws.range(0.1, 0.68);
        let r = draws.range(0.07, 0.16);
        brush.disc(
            at.x * 1.16,
            at.y / 1.16,
            r,
            Paint::Flat(tone(Shade::Line), 0.2),
        );
    }
    brush.disc(0.18, -0.1, 0.24, Paint::Flat(tone(Shade::Line), 0.6));
    brush.stroke(body, Paint::Flat(tone(Shade::Line), 0.9), Pen::solid(0.055));
}

fn waste(brush: &mut Brush<'_>, kind: u32) {
    let mut draws = Draws::new(300 + kind);
    let (p, q) = (draws.range(0.0, TAU), draws.range(0.0, TAU));
    let (k, m) = if kind.is_multiple_of(2) {
        (2.0, 3.0)
    } else {
        (3.0, 2.0)
    };
    let points: Vec<Point> = (0..24)
        .map(|i| {
            let t = f64::from(i) / 24.0 * TAU * 0.94;
            let r = 0.62 + 0.38 * sin(m * t + p);
            let y = sin(k * t * 0.98 + q + 0.5 * sin(t));
            Point::new(r * cos(k * t + q), r * y)
        })
        .collect();
    let tangle = Shape::from(curve(&points));
    let tone = |shade| Tone::of(Ramp::Waste, shade);
    let field = Tone::of(Ramp::Light, Shade::Edge);
    brush
        .only(Theme::Light)
        .stroke(tangle.clone(), tone(Shade::Line), Pen::solid(0.4));
    brush
        .only(Theme::Light)
        .stroke(tangle.clone(), tone(Shade::Mid), Pen::solid(0.26));
    brush
        .only(Theme::Dark)
        .stroke(tangle.clone(), field, Pen::solid(0.42));
    brush
        .only(Theme::Dark)
        .stroke(tangle.clone(), tone(Shade::Edge), Pen::solid(0.27));
    brush.stroke(tangle, Paint::Flat(tone(Shade::Lo), 0.8), Pen::solid(0.075));
}

/// A round body with a pooled rim.
fn vessel(brush: &mut Brush<'_>, seed: u32, stops: &'static [Stop]) {
    let tone = |shade| Tone::of(Ramp::Lysosome, shade);
    lift(brush, Ramp::Lysosome, 1.05);
    let form = Blob {
        wave: 0.035,
        seed,
        points: 16,
        ..Blob::default()
    };
    let body = Shape::from(blob_path(0.0, 0.0, 1.0, form));
    brush.fill(
        body.clone(),
        Paint::radial(Point::new(-0.25, -0.3), 1.4, tone(Shade::Lo), stops),
    );
    brush.stroke(body, tone(Shade::Line), Pen::solid(0.07));
}

fn lysosome(brush: &mut Brush<'_>) {
    const BODY: [Stop; 4] = [
        Stop::new(0.0, 0.0),
        Stop::new(0.5, 0.55),
        Stop::new(0.8, 1.0),
        Stop::new(1.0, 1.6),
    ];
    vessel(brush, 6, &BODY);
    let mut draws = Draws::new(88);
    for _ in 0..7 {
        let at = toward(draws.range(0.0, TAU)) * draws.range(0.1, 0.62);
        let mut enzyme = BezPath::new();
        enzyme.move_to((0.0, 0.0));
        enzyme.line_to((0.14, -0.1));
        enzyme.curve_to((0.05, -0.24), (-0.17, -0.14), (-0.14, 0.02));
        enzyme.curve_to((-0.13, 0.17), (0.06, 0.22), (0.14, 0.1));
        enzyme.close_path();
        let placed = Affine::translate(at) * turned(draws.range(0.0, TAU)) * enzyme;
        brush.fill(
            placed,
            Paint::Flat(Tone::of(Ramp::Lysosome, Shade::Line), 0.85),
        );
    }
}

fn autolysosome(brush: &mut Brush<'_>) {
    const BODY: [Stop; 4] = [
        Stop::new(0.0, 0.0),
        Stop::new(0.5, 0.35),
        Stop::new(0.8, 0.8),
        Stop::new(1.0, 1.6),
    ];
    vessel(brush, 7, &BODY);
    let mut draws = Draws::new(91);
    for _ in 0..6 {
        let at = toward(draws.range(0.0, TAU)) * draws.range(0.1, 0.6);
        let dash = Affine::translate(at) * turned(draws.range(0.0, TAU)) * {
            let mut path = BezPath::new();
            path.move_to((-0.11, 0.03));
            path.quad_to((0.0, -0.09), (0.11, 0.02));
            path
        };
        brush.stroke(dash, Tone::of(Ramp::Waste, Shade::Edge), Pen::solid(0.085));
    }
}

/// A little cup on a stalk; its mouth points to −y.
fn receptor(brush: &mut Brush<'_>) {
    let mut cup = BezPath::new();
    cup.move_to((-0.62, -0.62));
    cup.curve_to((-0.6, -0.05), (-0.3, 0.12), (0.0, 0.12));
    cup.curve_to((0.3, 0.12), (0.6, -0.05), (0.62, -0.62));
    cup.move_to((0.0, 0.12));
    cup.line_to((0.0, 1.0));
    brush.stroke(
        cup.clone(),
        Tone::of(Ramp::Nerve, Shade::Line),
        Pen::solid(0.5),
    );
    brush.stroke(cup, Tone::of(Ramp::Nerve, Shade::Lo), Pen::solid(0.2));
}

/// The same outline a little wider and sheerer each time stands for blur, which one engine's canvas
/// lacks.
fn neighbour(brush: &mut Brush<'_>) {
    let mut draws = Draws::new(11);
    let mut path = BezPath::new();
    for i in 0..9_u32 {
        let walk = Walk {
            heading: f64::from(i) / 9.0 * TAU + draws.range(-0.2, 0.2),
            length: draws.range(0.5, 1.1),
            bend: draws.range(-0.6, 0.6),
            wiggle: 0.3,
            seed: 550 + i,
            steps: 3,
        };
        Line::walk(Point::ORIGIN, walk).ribbon(&mut path, |u| 0.06 * (1.0 - u) + 0.006);
    }
    blob(
        &mut path,
        Point::ORIGIN,
        0.15,
        Blob {
            seed: 3,
            points: 8,
            ..Blob::default()
        },
    );
    let shape = Shape::from(path);
    let tone = Tone::of(Ramp::Tissue, Shade::Edge);
    for (width, alpha) in [(0.11, 0.055), (0.06, 0.075), (0.025, 0.09)] {
        brush.stroke(shape.clone(), Paint::Flat(tone, alpha), Pen::solid(width));
    }
    brush.fill(shape, Paint::Flat(tone, 0.16));
}

/// A cell as a mark: its outline without the finest twigs, in one tone.
fn end(brush: &mut Brush<'_>, alert: f64, scale: f64) {
    let form = Form {
        centre: Point::ORIGIN,
        alert,
        phase: 0.0,
        scale,
    };
    let tone = Tone::microglia(alert as f32, 2.75);
    brush.fill(mark(form), tone);
}
