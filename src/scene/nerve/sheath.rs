//! The myelin sheath as it wears, shed pieces of it, and the Schwann cells on it. Lane coordinates.
//!
//! Outlines are functions of how worn an internode is; nothing of them is drawn by lot per frame.
//! Must not be here: how worn it is.

use std::f64::consts::{PI, TAU};

use kurbo::{BezPath, Point};

use super::{AXON, SHEATH, WORN, axis};
use crate::model::curve::{lerp, smooth};
use crate::model::nerve::LaneState;
use crate::model::noise::{Draws, between};
use crate::model::trig::sin;
use crate::scene::geometry::smooth_open;
use crate::scene::ir::{Brush, Paint, Pen, Run, Shape, Stop};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;

/// Pieces of an internode's outline.
const PIECES: usize = 32;
/// The sheath's inner face, a little off the axon's contour.
const INNER: f64 = AXON + 1.2;

/// Sore tissue around each worn internode.
pub fn sore(brush: &mut Brush<'_>, lane: &LaneState) {
    const STOPS: [Stop; 3] = [
        Stop::new(0.0, 3.0),
        Stop::sheer(0.6, 3.0, 0.5),
        Stop::sheer(1.0, 3.0, 0.0),
    ];
    for ((from, to), d) in WORN.into_iter().zip(lane.damage) {
        let at = Point::new((from + to) / 2.0, 12.0);
        let r = 190.0;
        let paint = |alpha: f64| {
            Paint::Gradient(
                Run::Radial(at, r),
                Tone::of(Ramp::Light, Shade::Line),
                (alpha * d) as f32,
                &STOPS,
            )
        };
        brush.only(Theme::Light).disc(at.x, at.y, r, paint(0.75));
        brush.only(Theme::Dark).disc(at.x, at.y, r, paint(0.6));
    }
}

/// The axon. It is drawn over the sore tissue, and begins behind the cut face.
pub fn axon(brush: &mut Brush<'_>) {
    const STOPS: [Stop; 4] = [
        Stop::new(0.0, 2.0),
        Stop::new(0.3, 0.0),
        Stop::new(0.62, 1.0),
        Stop::new(1.0, 2.0),
    ];
    const N: usize = 22;
    let along = |off: f64| -> Vec<Point> {
        let x = |i: usize| lerp(109.5, 1260.0, i as f64 / N as f64);
        (0..=N)
            .map(|i| Point::new(x(i), axis(x(i)) + off))
            .collect()
    };
    let (upper, lower) = (along(-AXON), along(AXON));
    let mut edges = BezPath::new();
    smooth_open(&mut edges, &upper);
    let mut body = edges.clone();
    for point in lower.iter().rev() {
        body.line_to(*point);
    }
    smooth_open(&mut edges, &lower);
    let tone = Tone::of(Ramp::Nerve, Shade::Lo);
    let run = Run::Linear(Point::new(0.0, -AXON * 1.4), Point::new(0.0, AXON * 1.4));
    let line = Tone::of(Ramp::Nerve, Shade::Line);
    brush.fill(body, Paint::Gradient(run, tone, 1.0, &STOPS));
    let mut hints = BezPath::new();
    for k in [-0.5, -0.15, 0.22, 0.55] {
        smooth_open(&mut hints, &along(k * AXON));
    }
    brush.stroke(hints, Paint::Flat(line, 0.26), Pen::dashed(0.9, 26.0, 9.0));
    brush.stroke(edges, line, Pen::solid(1.6));
}

/// All that wears: Schwann cells, sheaths, shed pieces.
pub fn worn(brush: &mut Brush<'_>, lane: &LaneState, time_secs: f64) {
    // Where each stands, on which side, how long it is when well, and whose damage it feels.
    const CELLS: [(f64, f64, f64, usize); 4] = [
        (374.0, -1.0, 160.0, 0),
        (592.0, 1.0, 150.0, 1),
        (552.0, -1.0, 130.0, 1),
        (812.0, -1.0, 160.0, 2),
    ];
    for (x, side, length, which) in CELLS {
        let h = lane.schwann.get(which).copied().unwrap_or(1.0);
        schwann(brush, (x, side), length, h);
    }
    for (i, ((from, to), d)) in (0_u32..).zip(WORN.into_iter().zip(lane.damage)) {
        for side in [-1.0, 1.0] {
            internode(brush, (from, to), side, d);
        }
        shed(brush, i, (from, to), d, time_secs);
    }
}

/// One side of an internode's sheath.
pub fn internode(brush: &mut Brush<'_>, (from, to): (f64, f64), side: f64, d: f64) {
    let mut draws = Draws::new((from * 7.0 + side * 3.0) as u32);
    let waves: [f64; 6] = std::array::from_fn(|_| draws.range(0.0, TAU));
    let thickness: [f64; PIECES + 1] = std::array::from_fn(|j| {
        let u = j as f64 / PIECES as f64;
        let (mut noise, mut total) = (0.0, 0.0);
        for (k, phase) in waves.iter().enumerate() {
            let weight = 1.0 / (0.35 + 0.65 * (k + 1) as f64);
            noise += weight * sin((k + 2) as f64 * 4.6 * u + phase);
            total += weight;
        }
        let k = (1.0 - d * (0.8 + 2.1 * noise / total)).clamp(0.0, 1.0);
        // Thin places go bare softly; the ends lie down on the axon at the node.
        k * smooth(0.04, 0.26, k) * sin(PI * u).max(0.0).sqrt().sqrt()
    });
    let point = |j: usize, k: f64| {
        let x = lerp(from, to, j as f64 / PIECES as f64);
        Point::new(x, axis(x) + side * (INNER + (SHEATH - INNER) * k))
    };
    let outer: Vec<Point> = (0_usize..)
        .zip(thickness)
        .map(|(j, k)| point(j, k))
        .collect();
    let mut body = BezPath::new();
    smooth_open(&mut body, &outer);
    for j in (0..=PIECES).rev().step_by(8) {
        body.line_to(point(j, 0.0));
    }
    body.close_path();
    let mut layers = BezPath::new();
    for depth in [0.28, 0.52, 0.76] {
        let line: Vec<Point> = (0_usize..)
            .zip(thickness)
            .step_by(2)
            .map(|(j, k)| point(j, (k * 0.93).min(depth)))
            .collect();
        smooth_open(&mut layers, &line);
    }
    const STOPS: [Stop; 3] = [
        Stop::new(0.0, 1.0),
        Stop::new(0.45, 0.0),
        Stop::new(1.0, 1.4),
    ];
    const DEEP: [Stop; 3] = [
        Stop::new(0.0, 0.6),
        Stop::new(0.45, 0.9),
        Stop::new(1.0, 0.1),
    ];
    let middle = (from + to) / 2.0;
    let level = |k: f64| Point::new(middle, axis(middle) + side * k);
    let fill = |stops| {
        let tone = Tone::of(Ramp::Myelin, Shade::Lo);
        Paint::linear(level(AXON), level(SHEATH), tone, stops)
    };
    let body = Shape::from(body);
    brush.only(Theme::Light).fill(body.clone(), fill(&STOPS));
    brush.only(Theme::Dark).fill(body.clone(), fill(&DEEP));
    let line = Tone::of(Ramp::Myelin, Shade::Line);
    brush.stroke(layers, Paint::Flat(line, 0.4), Pen::solid(1.0));
    brush.stroke(body, line, Pen::solid(1.5));
}

/// Pieces that have come off; each fades in by its own threshold.
fn shed(brush: &mut Brush<'_>, which: u32, (from, to): (f64, f64), d: f64, time_secs: f64) {
    const MOST: [u32; 3] = [7, 10, 8];
    let most = MOST.get(which as usize).copied().unwrap_or(0);
    for i in 0..2 * most {
        let seed = 700 + which * 40;
        let shown = (d * f64::from(most) - f64::from(i / 2)).clamp(0.0, 1.0);
        let draw = |k: u32, low: f64, high: f64| between(seed + i, k, low, high);
        let side = if i % 2 == 0 { -1.0 } else { 1.0 };
        let x = draw(1, from + 8.0, to - 8.0);
        let sway = sin(time_secs * draw(2, 0.7, 0.9) + draw(3, 0.0, TAU));
        // It starts at the sheath and comes to lie beside it.
        let off = SHEATH * lerp(0.7, draw(4, 0.95, 1.5), shown) + sway * 1.2;
        let r = draw(5, 4.0, 8.0) * lerp(0.6, 1.0, shown);
        let turn = draw(6, -0.7, 0.7) + 0.05 * sway;
        brush.place(
            Symbol::Ovoid,
            x,
            axis(x) + side * off,
            r,
            turn,
            smooth(0.0, 0.6, shown),
        );
    }
}

/// How far a Schwann cell is sunk into the sheath, and how high it rises.
fn stature(h: f64) -> (f64, f64) {
    (9.0 + 9.0 * (1.0 - h), lerp(9.0, 23.0, h))
}

/// A point on a Schwann cell, beside its nucleus, to point to.
pub fn schwann_at((x, side): (f64, f64), h: f64) -> Point {
    let (sunk, up) = stature(h);
    let x = x + lerp(13.0, 19.0, h);
    Point::new(x, axis(x) + side * (SHEATH - sunk + 0.42 * up + 2.0))
}

/// A Schwann cell: a hump on the sheath, long and plump when well (`h` = 1), with its nucleus. Drawn before the sheath.
pub fn schwann(brush: &mut Brush<'_>, (x, side): (f64, f64), length: f64, h: f64) {
    let length = length * lerp(0.62, 1.0, h);
    let (sunk, up) = stature(h);
    const N: usize = 14;
    let point = |i: usize, height: f64| {
        let at = x + (i as f64 / N as f64 - 0.5) * length;
        Point::new(at, axis(at) + side * (SHEATH - sunk + height))
    };
    let outer: Vec<Point> = (0..=N)
        .map(|i| point(i, (up + 7.0) * sin(PI * i as f64 / N as f64).powi(2)))
        .collect();
    let mut body = BezPath::new();
    smooth_open(&mut body, &outer);
    // It thins out to a point at both ends.
    for i in [N - 2, N / 2, 2] {
        body.line_to(point(i, -6.0));
    }
    body.close_path();
    const LIT: [Stop; 4] = [
        Stop::new(0.0, 0.0),
        Stop::new(0.5, 0.8),
        Stop::new(0.85, 1.2),
        Stop::new(1.0, 1.6),
    ];
    const DEEP: [Stop; 3] = [
        Stop::new(0.0, 0.0),
        Stop::new(0.55, 0.5),
        Stop::new(1.0, 1.3),
    ];
    let middle = Point::new(x, axis(x) + side * (SHEATH - sunk + 0.45 * up + 5.0));
    let fill = |stops| {
        let tone = Tone::of(Ramp::Schwann, Shade::Lo);
        Paint::radial(middle, length * 0.5, tone, stops)
    };
    let body = Shape::from(body);
    let shadow = Tone::of(Ramp::Light, Shade::Lo);
    let glow = Tone::of(Ramp::Schwann, Shade::Edge);
    brush
        .only(Theme::Light)
        .stroke(body.clone(), Paint::Flat(shadow, 0.06), Pen::solid(7.0));
    brush
        .only(Theme::Dark)
        .stroke(body.clone(), Paint::Flat(glow, 0.08), Pen::solid(9.0));
    brush.only(Theme::Light).fill(body.clone(), fill(&LIT));
    brush.only(Theme::Dark).fill(body.clone(), fill(&DEEP));
    brush.stroke(body, Tone::of(Ramp::Schwann, Shade::Line), Pen::solid(1.6));
    let turn = if side < 0.0 { -0.4 } else { -0.35 };
    brush.place(
        Symbol::Nucleus,
        middle.x,
        middle.y,
        lerp(6.0, 10.0, h),
        turn,
        1.0,
    );
}
