//! The body: a figure without a face, with its organs and vessels. Body coordinates: the axis is x = 0, the crown y = 0,
//! the soles y = 500. Drawn once per theme and size and kept as a bitmap; the sides differ in how strongly organs show.
//!
//! Must not be here: time, particles.

use std::f64::consts::TAU;

use kurbo::{BezPath, Point, Vec2};

use super::ways;
use crate::model::routes::vessels::Node;
use crate::scene::geometry::{Line, curve, smooth_closed, toward};
use crate::scene::ir::{Brush, Node as Op, Paint, Pen, Picture, Run, Shape, Stop, Tag};
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;

/// Left, top, right and bottom of a body with its soft rim.
pub const BOUNDS: (f64, f64, f64, f64) = (-140.0, -24.0, 140.0, 524.0);

type Points = &'static [(i16, i16)];

/// One side of the trunk, from the neck down.
const TRUNK: [(i16, i16); 16] = [
    (0, 76),
    (13, 78),
    (21, 88),
    (41, 96),
    (60, 106),
    (66, 120),
    (62, 140),
    (54, 158),
    (51, 178),
    (46, 204),
    (43, 226),
    (46, 248),
    (53, 270),
    (56, 290),
    (50, 306),
    (0, 300),
];

/// Neck, arm, hand, thumb, leg and foot of one side: the middle line, and half the width in tenths at nine places.
const LIMBS: [(Points, [u16; 9]); 6] = [
    (
        &[(0, 50), (0, 96)],
        [135, 135, 136, 137, 141, 146, 154, 165, 180],
    ),
    (
        &[(54, 116), (66, 156), (76, 200), (86, 240), (96, 276)],
        [165, 163, 152, 131, 123, 132, 118, 96, 67],
    ),
    (
        &[(95, 270), (100, 288), (101, 306), (99, 318)],
        [74, 81, 86, 86, 81, 70, 56, 51, 48],
    ),
    (
        &[(97, 276), (90, 290), (87, 302)],
        [42, 40, 38, 37, 35, 33, 32, 30, 28],
    ),
    (
        &[(28, 278), (30, 330), (28, 384), (30, 424), (29, 472)],
        [280, 260, 215, 166, 143, 163, 172, 112, 88],
    ),
    (
        &[(29, 468), (32, 482), (41, 493)],
        [86, 84, 83, 82, 80, 78, 77, 76, 74],
    ),
];

const LUNG: [(i16, i16); 10] = [
    (8, 112),
    (18, 104),
    (30, 112),
    (40, 134),
    (43, 160),
    (38, 172),
    (25, 170),
    (15, 163),
    (9, 150),
    (9, 130),
];
const LIVER: [(i16, i16); 11] = [
    (-43, 182),
    (-34, 174),
    (-14, 173),
    (6, 176),
    (20, 181),
    (14, 190),
    (0, 196),
    (-14, 206),
    (-30, 215),
    (-40, 210),
    (-44, 196),
];
const SPLEEN: [(i16, i16); 7] = [
    (30, 184),
    (38, 182),
    (43, 190),
    (42, 202),
    (36, 208),
    (30, 202),
    (28, 192),
];
const KIDNEY: [(i16, i16); 8] = [
    (27, 214),
    (20, 212),
    (15, 220),
    (17, 226),
    (15, 234),
    (21, 241),
    (28, 236),
    (31, 224),
];
const HEART: [(i16, i16); 7] = [
    (-4, 146),
    (6, 141),
    (17, 146),
    (20, 157),
    (12, 169),
    (4, 172),
    (-5, 163),
];
const BRAIN: [(i16, i16); 10] = [
    (0, 11),
    (12, 13),
    (20, 23),
    (20, 35),
    (12, 43),
    (0, 45),
    (-12, 43),
    (-20, 35),
    (-20, 23),
    (-12, 13),
];

/// The organs, back to front: outline, mirrored or not, and colour.
const ORGANS: [(Node, Points, f64, Ramp); 8] = [
    (Node::KidneyLeft, &KIDNEY, 1.0, Ramp::Blood),
    (Node::KidneyRight, &KIDNEY, -1.0, Ramp::Blood),
    (Node::LungLeft, &LUNG, 1.0, Ramp::Vessel),
    (Node::LungRight, &LUNG, -1.0, Ramp::Vessel),
    (Node::LeftHeart, &HEART, 1.0, Ramp::Blood),
    (Node::Spleen, &SPLEEN, 1.0, Ramp::Lysosome),
    (Node::Liver, &LIVER, 1.0, Ramp::Macrophage),
    (Node::Head, &BRAIN, 1.0, Ramp::Between),
];

fn points(table: Points, side: f64) -> Vec<Point> {
    let at = |&(x, y): &(i16, i16)| Point::new(f64::from(x) * side, f64::from(y));
    if side < 0.0 {
        // Backwards, so that mirrored outlines wind the same way.
        table.iter().rev().map(at).collect()
    } else {
        table.iter().map(at).collect()
    }
}

/// The outline of an organ, and its middle.
pub fn organ(node: Node) -> Option<(Vec<Point>, Point)> {
    let (_, table, side, _) = ORGANS.iter().find(|organ| organ.0 == node)?;
    let outline = points(table, *side);
    let sum = outline.iter().fold(Vec2::ZERO, |sum, p| sum + p.to_vec2());
    let middle = (sum / outline.len() as f64).to_point();
    Some((outline, middle))
}

/// The silhouette, drawn in by some units.
pub fn silhouette(inset: f64) -> BezPath {
    let mut path = BezPath::new();
    let mut trunk = points(&TRUNK, 1.0);
    let back: Vec<Point> = trunk
        .iter()
        .rev()
        .skip(1)
        .map(|p| Point::new(-p.x, p.y))
        .collect();
    trunk.extend(back);
    trunk.pop();
    for p in &mut trunk {
        p.x -= p.x.clamp(-1.0, 1.0) * inset;
        p.y -= if p.y > 298.0 { inset } else { 0.0 };
    }
    smooth_closed(&mut path, &trunk, 0.15);
    for (table, widths) in LIMBS {
        for side in [1.0, -1.0] {
            let middle: Vec<(f64, f64)> = table
                .iter()
                .map(|&(x, y)| (f64::from(x) * side, f64::from(y)))
                .collect();
            let half: Vec<(f64, f64)> =
                widths.iter().map(|&w| (f64::from(w) / 10.0, 0.0)).collect();
            let half = Line::spline(&half, 8);
            let line = Line::spline(&middle, 14);
            let start = line.at(0.0).0;
            round(&mut path, start, half.at(0.0).0.x - inset, 0.0);
            // Drawn in where the round start covers it: a spline swings out at corners.
            line.ribbon(&mut path, |u| {
                ((half.at(u).0.x - inset) * (0.7 + 4.0 * u).min(1.0)).max(0.5)
            });
        }
    }
    round(&mut path, Point::new(0.0, 37.0), 28.0 - inset, 0.22);
    path
}

/// A disc, or a head with a jaw: narrower below, and a little higher than wide.
fn round(path: &mut BezPath, middle: Point, r: f64, jaw: f64) {
    let points: Vec<Point> = (0..20)
        .map(|i| {
            let way = toward(f64::from(i) / 20.0 * TAU);
            let narrow = if way.y > 0.0 {
                1.0 - jaw * way.y * way.y
            } else {
                1.0
            };
            middle + Vec2::new(way.x * narrow, way.y * (1.0 + jaw * 0.86)) * r
        })
        .collect();
    smooth_closed(path, &points, 1.0 / 6.0);
}

/// The body of the drip: organs and vessels in full colour.
pub fn full() -> Picture {
    figure(1.0)
}

/// The body of the injection: the same, faint, because hardly anything gets there.
pub fn faint() -> Picture {
    figure(0.36)
}

const SKIN: [Stop; 3] = [
    Stop::new(0.0, 0.0),
    Stop::new(0.55, 0.55),
    Stop::new(1.0, 1.25),
];
const SKIN_DEEP: [Stop; 3] = [
    Stop::new(0.0, 0.0),
    Stop::new(0.5, 0.9),
    Stop::new(1.0, 1.0),
];

fn figure(shown: f32) -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Ground);
    let tone = |shade| Tone::of(Ramp::Skin, shade);
    let whole = Shape::from(silhouette(0.0));
    let shadow = Tone::of(Ramp::Light, Shade::Lo);
    for (width, alpha) in [(22.0, 0.022), (14.0, 0.03), (7.0, 0.045)] {
        brush.only(Theme::Light).stroke(
            whole.clone(),
            Paint::Flat(shadow, alpha),
            Pen::solid(width),
        );
        let rim = Paint::Flat(tone(Shade::Line), alpha * 1.6);
        brush
            .only(Theme::Dark)
            .stroke(whole.clone(), rim, Pen::solid(width));
    }
    brush.stroke(whole.clone(), tone(Shade::Line), Pen::solid(3.0));
    brush
        .only(Theme::Light)
        .fill(whole.clone(), Tone::at(Ramp::Skin, 1.75));
    brush
        .only(Theme::Dark)
        .fill(whole, Tone::at(Ramp::Skin, 1.7));
    let middle = Point::new(-14.0, 150.0);
    let lit = |stops| Paint::radial(middle, 340.0, tone(Shade::Lo), stops);
    let core = Shape::from(silhouette(2.2));
    brush.only(Theme::Light).fill(core.clone(), lit(&SKIN));
    brush.only(Theme::Dark).fill(core, lit(&SKIN_DEEP));
    creases(&mut brush);
    spine(&mut brush, shown);
    let (arteries, veins) = ways::drawn();
    let flow = |ramp, alpha: f32| Paint::Flat(Tone::of(ramp, Shade::Mid), alpha * shown);
    brush.fill(veins, flow(Ramp::Membrane, 0.8));
    brush.fill(arteries, flow(Ramp::Blood, 0.85));
    for (node, _, _, ramp) in ORGANS {
        if let Some((outline, middle)) = organ(node) {
            paint_organ(
                &mut brush,
                &outline,
                middle,
                ramp,
                shown * if node == Node::Head { 0.5 } else { 1.0 },
            );
        }
    }
    picture
}

/// Collar bones, breast bone, navel, knees: a few strokes.
fn creases(brush: &mut Brush<'_>) {
    const STROKES: [[(i16, i16); 3]; 5] = [
        [(8, 98), (26, 97), (46, 103)],
        [(6, 306), (10, 312), (12, 320)],
        [(18, 380), (22, 392), (34, 393)],
        [(38, 452), (40, 460), (37, 466)],
        [(44, 232), (36, 252), (20, 276)],
    ];
    let mut path = BezPath::new();
    for stroke in &STROKES {
        for side in [1.0, -1.0] {
            let line: Vec<Point> = stroke
                .iter()
                .map(|&(x, y)| Point::new(f64::from(x) * side, f64::from(y)))
                .collect();
            path.extend(curve(&line));
        }
    }
    brush.stroke(
        path,
        Paint::Flat(Tone::of(Ramp::Skin, Shade::Edge), 0.75),
        Pen::solid(1.2),
    );
}

/// Vertebrae from the neck to the pelvis, and the cord behind them.
fn spine(brush: &mut Brush<'_>, shown: f32) {
    let mut blocks = BezPath::new();
    for i in 0..18_i32 {
        let (y, half) = (84.0 + f64::from(i) * 10.2, 4.2 + 0.22 * f64::from(i));
        let block = [
            (-half, -3.4),
            (half, -3.4),
            (half * 0.86, 0.0),
            (half, 3.4),
            (-half, 3.4),
            (-half * 0.86, 0.0),
        ];
        let block: Vec<Point> = block.iter().map(|&(x, dy)| Point::new(x, y + dy)).collect();
        smooth_closed(&mut blocks, &block, 0.1);
    }
    let tone =
        |shade, alpha: f32| Paint::Flat(Tone::of(Ramp::Myelin, shade), alpha * (0.4 + 0.6 * shown));
    let blocks = Shape::from(blocks);
    brush.fill(blocks.clone(), tone(Shade::Mid, 0.8));
    brush.stroke(blocks, tone(Shade::Edge, 0.7), Pen::solid(0.9));
}

fn paint_organ(brush: &mut Brush<'_>, outline: &[Point], middle: Point, ramp: Ramp, shown: f32) {
    const BODY: [Stop; 3] = [
        Stop::new(0.0, 0.0),
        Stop::new(0.6, 0.75),
        Stop::new(1.0, 1.5),
    ];
    const DEEP: [Stop; 3] = [
        Stop::new(0.0, 0.5),
        Stop::new(0.5, 0.2),
        Stop::new(1.0, 1.2),
    ];
    let mut path = BezPath::new();
    smooth_closed(&mut path, outline, 0.17);
    let path = Shape::from(path);
    let lit = Run::Radial(middle + Vec2::new(-6.0, -8.0), 34.0);
    let body = |stops| Paint::Gradient(lit, Tone::of(ramp, Shade::Lo), shown, stops);
    brush.only(Theme::Light).fill(path.clone(), body(&BODY));
    brush.only(Theme::Dark).fill(path.clone(), body(&DEEP));
    brush.add(Op::Clip(path.clone()));
    let edge = |shade, alpha: f32| Paint::Flat(Tone::of(ramp, shade), alpha * shown);
    brush.stroke(path.clone(), edge(Shade::Edge, 0.2), Pen::solid(11.0));
    brush.stroke(path.clone(), edge(Shade::Edge, 0.26), Pen::solid(5.0));
    brush.add(Op::Unclip);
    brush.stroke(path, edge(Shade::Line, 0.9), Pen::solid(1.1));
}
