//! The large symbols of the journey: hand, nerve, order slip, parcel. Drawn from tables of small
//! whole numbers, in tenths of the units of the design's drawings. See the parent module.
//!
//! Must not be here: where they stand, how large they are.

use std::f64::consts::TAU;

use kurbo::{Affine, BezPath, Point, Vec2};

use super::{Symbol, vesicle};
use crate::model::curve::lerp;
use crate::model::noise::Draws;
use crate::model::trig::{pow, sin};
use crate::scene::geometry::{Line, Walk, capsule, curve, smooth_closed, toward, turned};
use crate::scene::ir::{Brush, Paint, Pen, Shape, Stop};
use crate::theme::tokens::{Ramp, Tone};
use crate::units::Theme;

/// Draws a symbol of this file.
pub(super) fn draw(brush: &mut Brush<'_>, symbol: Symbol) {
    match symbol {
        Symbol::Hand => hand(brush),
        Symbol::Trunk => trunk(brush),
        Symbol::Mitochondrion => mitochondrion(brush),
        Symbol::Cut => vesicle::cut(brush),
        Symbol::Shell => vesicle::shell(brush),
        Symbol::Grain => vesicle::grain(brush),
        Symbol::Slip => slip(brush),
        Symbol::Parcel => parcel(brush),
        _ => {}
    }
}

/// Table to drawing: a tenth.
const TENTH: f64 = 0.1;

fn at((x, y): (i16, i16)) -> Point {
    Point::new(f64::from(x) * TENTH, f64::from(y) * TENTH)
}

pub(super) fn points(table: &[(i16, i16)]) -> Vec<Point> {
    table.iter().map(|&p| at(p)).collect()
}

fn spline(table: &[(i16, i16)], n: usize) -> Line {
    let controls: Vec<(f64, f64)> = points(table).iter().map(|p| (p.x, p.y)).collect();
    Line::spline(&controls, n)
}

/// Straight lines through the points, closed or open.
fn straight(table: &[(i16, i16)], closed: bool) -> BezPath {
    let mut path = BezPath::new();
    for (i, p) in points(table).into_iter().enumerate() {
        if i == 0 {
            path.move_to(p);
        } else {
            path.line_to(p);
        }
    }
    if closed {
        path.close_path();
    }
    path
}

pub(super) fn ellipse(x: f64, y: f64, rx: f64, ry: f64) -> BezPath {
    Affine::translate((x, y)) * Affine::scale_non_uniform(rx, ry) * capsule(-1.0, 1.0, 1.0)
}

pub(super) const fn tone(ramp: Ramp, depth: f32) -> Tone {
    Tone::at(ramp, depth)
}

pub(super) const fn flat(ramp: Ramp, depth: f32, alpha: f32) -> Paint {
    Paint::Flat(Tone::at(ramp, depth), alpha)
}

/// A place in a table, in the drawing's units.
type Spot = (i16, i16);

/// Fingers and thumb: root, knuckle, tip, half-widths in tenths there and at the tip.
const FINGERS: [([Spot; 3], i16, i16); 5] = [
    ([(-25, 34), (-31, -22), (-37, -66)], 132, 104),
    ([(-8, 10), (-9, -34), (-11, -84)], 136, 106),
    ([(12, 10), (15, -28), (19, -74)], 132, 102),
    ([(27, 36), (36, -8), (46, -46)], 122, 90),
    ([(-13, 66), (-46, 40), (-68, 6)], 200, 110),
];
const PALM: [(i16, i16); 10] = [
    (-40, 14),
    (-20, 4),
    (10, 2),
    (36, 16),
    (42, 46),
    (34, 82),
    (20, 112),
    (-18, 112),
    (-33, 86),
    (-42, 52),
];
const ARM: [(i16, i16); 3] = [(0, 74), (1, 180), (6, 420)];
/// Lines of the palm and of the joints.
const CREASES: [&[(i16, i16)]; 11] = [
    &[(-34, 34), (-10, 26), (14, 30), (34, 22)],
    &[(-38, 48), (-12, 42), (10, 52), (26, 62)],
    &[(-30, 30), (-14, 46), (-8, 74), (-10, 92)],
    &[(-38, -14), (-30, -13), (-22, -16)],
    &[(-18, -22), (-9, -21), (-1, -23)],
    &[(5, -18), (13, -17), (22, -20)],
    &[(26, -4), (33, -4), (41, -8)],
    &[(-42, -36), (-33, -35), (-25, -38)],
    &[(-19, -50), (-10, -48), (-2, -50)],
    &[(7, -44), (15, -43), (24, -46)],
    &[(32, -22), (39, -22), (46, -25)],
];

fn hand_outline(inset: f64) -> BezPath {
    let mut path = BezPath::new();
    for (i, (table, root, tip)) in FINGERS.iter().enumerate() {
        let (swell, waves) = if i < 4 { (0.12, 2.2) } else { (0.2, 1.0) };
        let width = |u: f64| {
            lerp(f64::from(*root), f64::from(*tip), u) * 0.01 + swell * sin(TAU / 2.0 * u * waves)
                - inset
        };
        spline(table, 12).ribbon(&mut path, width);
    }
    let shrink = Affine::translate((0.0, 5.0))
        * Affine::scale(1.0 - inset * 0.16)
        * Affine::translate((0.0, -5.0));
    let palm: Vec<Point> = points(&PALM).into_iter().map(|p| shrink * p).collect();
    smooth_closed(&mut path, &palm, 1.0 / 6.0);
    spline(&ARM, 6).ribbon(&mut path, |u| 2.72 + 1.5 * u - inset);
    path
}

fn hand(brush: &mut Brush<'_>) {
    let outline = Shape::from(hand_outline(0.0));
    let shadow = Shape::from(Affine::translate((0.4, 0.9)) * hand_outline(-0.1));
    let line = tone(Ramp::Skin, 3.0);
    brush
        .only(Theme::Light)
        .fill(shadow, flat(Ramp::Light, 0.0, 0.12));
    for (width, alpha) in [(3.0, 0.07), (1.9, 0.1), (1.0, 0.14)] {
        let glow = flat(Ramp::Skin, 2.0, alpha);
        let mut dark = brush.only(Theme::Dark);
        dark.stroke(outline.clone(), glow, Pen::solid(width));
    }
    brush.stroke(outline.clone(), line, Pen::solid(0.24));
    brush.fill(outline, flat(Ramp::Skin, 1.9, 1.0));
    const LIT: [Stop; 3] = [
        Stop::new(0.0, 0.0),
        Stop::new(0.5, 0.5),
        Stop::new(1.0, 1.1),
    ];
    let lit = Paint::radial(Point::new(-1.4, 1.5), 15.0, tone(Ramp::Skin, 0.0), &LIT);
    brush.fill(hand_outline(0.24), lit);
    for (i, crease) in CREASES.iter().enumerate() {
        let alpha = if i < 3 { 0.42 } else { 0.34 };
        brush.stroke(
            curve(&points(crease)),
            flat(Ramp::Skin, 3.0, alpha),
            Pen::solid(0.1),
        );
    }
}

/// Bundles on the cut face: middle and half axes, before the face is turned.
const BUNDLES: [(i16, i16, i16, i16); 4] = [
    (-1, -28, 80, 125),
    (-10, 1, 72, 120),
    (8, -2, 80, 145),
    (2, 28, 85, 125),
];
const TRUNK: [(i16, i16); 4] = [(-470, 205), (-260, 115), (-100, 44), (0, 0)];
const VESSEL: [(i16, i16); 6] = [
    (-440, 150),
    (-260, 70),
    (-130, 2),
    (-66, -64),
    (-36, -170),
    (-10, -320),
];

/// A band along a line, cut off at both ends.
fn band(line: &Line, half: f64) -> BezPath {
    let side = |sign: f64| -> Vec<Point> {
        let last = line.points.len().saturating_sub(1).max(1) as f64;
        let of = |(i, p): (usize, &Point)| {
            let (_, heading) = line.at(i as f64 / last);
            *p + toward(heading + TAU / 4.0) * (half * sign)
        };
        line.points.iter().enumerate().map(of).collect()
    };
    let mut path = curve(&side(1.0));
    for point in side(-1.0).into_iter().rev() {
        path.line_to(point);
    }
    path.close_path();
    path
}

fn trunk(brush: &mut Brush<'_>) {
    let mut draws = Draws::new(5);
    for i in 0..22_u32 {
        let walk = Walk {
            heading: draws.range(-0.3, 0.3),
            length: 56.0,
            bend: draws.range(-0.3, 0.3),
            wiggle: 0.4,
            seed: i,
            steps: 8,
        };
        let start = Point::new(-28.0, -28.0 + 2.6 * f64::from(i));
        let line = curve(&Line::walk(start, walk).points);
        brush.stroke(
            line,
            flat(Ramp::Vessel, 1.2, 0.4),
            Pen::solid(draws.range(0.15, 0.7)),
        );
    }
    let vessel = Shape::from(spline(&VESSEL, 24).ribbon_path(|u| 0.75 - 0.3 * u));
    brush.stroke(vessel.clone(), tone(Ramp::Blood, 3.0), Pen::solid(0.3));
    brush.fill(vessel, tone(Ramp::Blood, 1.0));
    let line = spline(&TRUNK, 18);
    let body = Shape::from(band(&line, 4.5));
    let shadow = Affine::translate((0.5, 1.3)) * band(&line, 4.6);
    brush
        .only(Theme::Light)
        .fill(shadow, flat(Ramp::Light, 0.0, 0.16));
    brush.stroke(body.clone(), tone(Ramp::Nerve, 3.0), Pen::solid(0.3));
    const ROUND: [Stop; 4] = [
        Stop::new(0.0, 0.0),
        Stop::new(0.35, 0.35),
        Stop::new(0.7, 1.1),
        Stop::new(1.0, 2.0),
    ];
    let (from, to) = (Point::new(-1.87, -4.2), Point::new(1.87, 4.2));
    brush.fill(
        body,
        Paint::linear(from, to, tone(Ramp::Nerve, 0.0), &ROUND),
    );
    for k in [-30, -14, 6, 24_i32] {
        let shift = Vec2::new(f64::from(k) * 0.04, f64::from(k) * 0.098);
        let strand: Vec<Point> = line.points.iter().map(|p| *p + shift).collect();
        brush.stroke(
            curve(&strand),
            flat(Ramp::Nerve, 3.0, 0.35),
            Pen::solid(0.1),
        );
    }
    let face = turned(-24.0 / 360.0 * TAU);
    let rim = Shape::from(face * ellipse(0.0, 0.0, 2.2, 4.6));
    brush.fill(rim.clone(), tone(Ramp::Nerve, 0.15));
    brush.stroke(rim, tone(Ramp::Nerve, 3.0), Pen::solid(0.15));
    let mut fibres = BezPath::new();
    for (x, y, rx, ry) in BUNDLES {
        let (middle, rx, ry) = (at((x, y)), f64::from(rx) * 0.01, f64::from(ry) * 0.01);
        let bundle = Shape::from(face * ellipse(middle.x, middle.y, rx, ry));
        brush.fill(bundle.clone(), tone(Ramp::Myelin, 1.0));
        brush.stroke(bundle, tone(Ramp::Nerve, 3.0), Pen::solid(0.1));
        for _ in 0..64 {
            // Even over the ellipse: the root of the draw.
            let reach = 0.84 * pow(draws.unit(), 0.5);
            let spot = toward(draws.range(0.0, TAU)) * reach;
            let r = draws.range(0.022, 0.034);
            let spot = face * (middle + Vec2::new(spot.x * rx, spot.y * ry));
            fibres.extend(ellipse(spot.x, spot.y, r, r));
        }
    }
    let fibres = Shape::from(fibres);
    brush.stroke(fibres.clone(), tone(Ramp::Nerve, 3.0), Pen::solid(0.016));
    brush.fill(fibres, tone(Ramp::Nerve, 2.0));
}

fn mitochondrion(brush: &mut Brush<'_>) {
    let body = Shape::from(capsule(-1.0, 1.0, 0.44));
    brush.fill(body.clone(), tone(Ramp::Macrophage, 0.7));
    brush.stroke(body, tone(Ramp::Macrophage, 3.0), Pen::solid(0.08));
    let mut folds = BezPath::new();
    for i in 0..5_u32 {
        let x = -0.62 + 0.31 * f64::from(i);
        folds.move_to((x, -0.3));
        folds.quad_to((x + 0.22, 0.0), (x, 0.3));
    }
    brush.stroke(folds, flat(Ramp::Macrophage, 3.0, 0.75), Pen::solid(0.07));
}

const SHEET: [(i16, i16); 5] = [(-24, -32), (16, -32), (26, -22), (26, 32), (-24, 32)];

fn slip(brush: &mut Brush<'_>) {
    let sheet = Shape::from(straight(&SHEET, true));
    let shadow = Affine::translate((0.2, 0.5)) * straight(&SHEET, true);
    brush
        .only(Theme::Light)
        .fill(shadow, flat(Ramp::Light, 0.0, 0.16));
    let line = tone(Ramp::Ink, 1.0);
    brush.fill(sheet.clone(), tone(Ramp::Ground, 1.0));
    brush.stroke(sheet, line, Pen::solid(0.18));
    brush.stroke(
        straight(&[(16, -32), (16, -22), (26, -22)], false),
        line,
        Pen::solid(0.16),
    );
    for (y, to) in [(13, 17), (22, 8)] {
        let words = straight(&[(-15, y), (to, y)], false);
        brush.stroke(words, tone(Ramp::Ink, 2.0), Pen::solid(0.22));
    }
}

const SIDES: [(&[(i16, i16)], f32); 3] = [
    (&[(-46, -8), (0, 7), (0, 44), (-46, 22)], 0.7),
    (&[(46, -8), (0, 7), (0, 44), (46, 22)], 1.1),
    (&[(-46, -8), (0, -30), (46, -8), (0, 7)], 0.25),
];
const TAPE: [(i16, i16); 6] = [(-26, -19), (20, 1), (20, 10), (28, 7), (28, -2), (-18, -22)];

fn parcel(brush: &mut Brush<'_>) {
    let shadow = flat(Ramp::Light, 0.0, 0.12);
    brush
        .only(Theme::Light)
        .fill(ellipse(0.0, 2.9, 5.2, 1.3), shadow);
    for (side, depth) in SIDES {
        let side = Shape::from(straight(side, true));
        brush.fill(side.clone(), tone(Ramp::Exosome, depth));
        brush.stroke(side, tone(Ramp::Exosome, 3.0), Pen::solid(0.2));
    }
    brush.fill(straight(&TAPE, true), flat(Ramp::Exosome, 2.0, 0.65));
    // The stamp: an exosome, seen aslant.
    let aslant = Affine::new([1.0, 0.38, 0.0, 1.0, -2.3, 1.7]);
    for (r, depth) in [(1.15, 1.0), (0.8, 0.0)] {
        let ring = Shape::from(aslant * ellipse(0.0, 0.0, r, r));
        brush.fill(ring.clone(), tone(Ramp::Exosome, depth));
        brush.stroke(ring, tone(Ramp::Exosome, 3.0), Pen::solid(0.12));
    }
    brush.fill(
        aslant * ellipse(0.0, 0.0, 0.26, 0.26),
        tone(Ramp::Exosome, 3.0),
    );
}
