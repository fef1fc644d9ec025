//! The picture of the view `start`: three causes of chronic pain that overlap round a person's outline and act on each
//! other, and a dotted ring for all else that takes part. It stands still.
//!
//! No face, no expression of pain. Must not be here: words.

use kurbo::{Affine, BezPath, Point, Rect, Vec2};

use super::evidence::shapes::{rounded, trace};
use super::frame::{Frame, Ground, Scene};
use super::geometry::{Blob, blob_path, curve, smooth_closed};
use super::ir::{Brush, Paint, Pen, Picture, Run, Shape, Stop, Tag};
use super::label::{Align, Label, Look, Slot};
use super::paper::PAPER;
use super::symbols::Symbol;
use super::view::Viewport;
use crate::content::Content;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Secs;

/// All places for words.
pub const SLOTS: &[Slot] = &[
    Slot::with("nerve", Look::Two),
    Slot::with("central", Look::Two),
    Slot::with("inflammation", Look::Two),
    Slot::with("life", Look::Two),
];

/// The picture.
#[derive(Debug)]
pub struct Start;

static CAUSES: Ground = Ground {
    id: "start",
    bounds: (-230.0, -206.0, 230.0, 206.0),
    detail: 1.0,
    draw: causes,
};

/// Radius of a cause.
const R: f64 = 114.0;
/// The causes: actor, middle, colour.
const CIRCLES: [(&str, Point, Ramp); 3] = [
    ("cause-nerve", Point::new(-104.0, 68.0), Ramp::Nerve),
    ("cause-central", Point::new(0.0, -66.0), Ramp::Nucleus),
    ("cause-inflammation", Point::new(104.0, 68.0), Ramp::Alert),
];
/// Where the arrows between the causes are asked for.
const BONDS: Point = Point::new(0.0, 176.0);

/// Height of the drawing.
const TALL: f64 = 412.0;

fn place(view: &Viewport) -> (Affine, f64) {
    // The note stands under the drawing where there is no room beside it.
    let height = view.height - if view.stacked { 26.0 } else { 0.0 };
    let unit = (height / TALL).min(view.width / 468.0).max(0.05);
    let middle = Vec2::new(view.width / 2.0, height / 2.0);
    (Affine::translate(middle) * Affine::scale(unit), unit)
}

/// The ring round all of it: half width, half height and corners, in the drawing's units.
#[derive(Clone, Copy, Debug)]
struct Ring {
    half: Vec2,
    corner: f64,
}

impl Ring {
    fn new(view: &Viewport, unit: f64) -> Self {
        let wide = (view.width / 2.0 - 9.0) / unit;
        let half = Vec2::new(wide.min(400.0), (view.height / 2.0 - 7.0) / unit);
        let corner = if view.stacked { 76.0 } else { half.y };
        Self { half, corner }
    }

    fn outline(self) -> BezPath {
        let Vec2 { x, y } = self.half;
        rounded(Rect::new(-x, -y, x, y), self.corner)
    }

    /// How far a point is from the line.
    fn away(self, at: Point) -> f64 {
        let x = at.x.abs() - self.half.x + self.corner;
        let y = at.y.abs() - self.half.y + self.corner;
        let out = Vec2::new(x.max(0.0), y.max(0.0)).hypot();
        (out + x.max(y).min(0.0) - self.corner).abs()
    }

    /// A point of it, in the upper left corner.
    fn corner(self) -> Point {
        let inward = self.corner * 0.293;
        Point::new(inward - self.half.x, inward - self.half.y)
    }
}

impl Scene for Start {
    fn frame(&self, _: Secs, view: &Viewport) -> Frame {
        let (map, unit) = place(view);
        let ring = Ring::new(view, unit);
        let mut frame = Frame::default();
        let paper = Affine::scale_non_uniform(view.width / 1200.0, view.height / 750.0);
        frame.ground(None, paper, &PAPER);
        frame.ground(None, map, &CAUSES);
        let mut picture = Picture::default();
        let tone = Tone::of(Ramp::Ink, Shade::Edge);
        let line = ring.outline();
        let pen = Pen::dashed(1.7 / unit, 0.5 / unit, 7.0 / unit);
        picture.brush(Tag::Gauge).stroke(line, tone, pen);
        frame.draw(None, map, picture);
        for (actor, middle, _) in CIRCLES {
            let outward = Vec2::new(middle.x * 0.55, 0.0);
            frame.spot(actor, map * (middle + outward), view);
        }
        frame.spot("cause-bonds", map * BONDS, view);
        frame.spot("cause-life", map * ring.corner(), view);
        let side = 14.0_f64.min(view.width * 0.02);
        let at = |x: f64, y: f64| map * Point::new(x, y);
        let mut add = |id, at, align, target: Option<Point>| {
            let mut label = Label::new(id, at, align, 1.0);
            label.target = target;
            frame.labels.push(label);
        };
        let low = view.height - 68.0;
        if view.stacked {
            let left = Point::new(-ring.half.x, -0.5 * ring.half.y);
            add(
                "life",
                Point::new(side, 6.0),
                Align::Start,
                Some(map * left),
            );
            add(
                "central",
                Point::new(view.width - side, 6.0),
                Align::End,
                Some(at(15.0, -116.0)),
            );
            add(
                "nerve",
                Point::new(side, low),
                Align::Start,
                Some(at(-150.0, 76.0)),
            );
            let right = Point::new(view.width - side, low);
            add("inflammation", right, Align::End, Some(at(146.0, 88.0)));
        } else {
            // Beside the ring where the box is much wider than it.
            let corner = map * ring.corner();
            let (life, align) = match corner.x > 135.0 {
                true => (corner - Vec2::new(14.0, 34.0), Align::End),
                false => (Point::new(18.0, 14.0), Align::Start),
            };
            add("life", life, align, Some(corner));
            add(
                "central",
                at(150.0, -0.84 * ring.half.y),
                Align::Start,
                Some(at(15.0, -116.0)),
            );
            add(
                "nerve",
                at(-236.0, 96.0),
                Align::End,
                Some(at(-176.0, 86.0)),
            );
            add(
                "inflammation",
                at(236.0, 96.0),
                Align::Start,
                Some(at(160.0, 82.0)),
            );
        }
        frame
    }

    fn actor_at(&self, _: Secs, view: &Viewport, at: Point) -> Option<&'static str> {
        let (map, unit) = place(view);
        let ring = Ring::new(view, unit);
        let here = map.inverse() * at;
        if (here - BONDS).hypot() < 24.0 / unit {
            return Some("cause-bonds");
        }
        let near = |middle: Point| (here - middle).hypot();
        let nearest = CIRCLES
            .iter()
            .min_by(|a, b| near(a.1).total_cmp(&near(b.1)))?;
        if near(nearest.1) <= R {
            return Some(nearest.0);
        }
        (ring.away(here) < 18.0 / unit).then_some("cause-life")
    }

    fn describe(&self, _: Secs, content: &Content) -> String {
        content.texts.describe("start", "all").into()
    }
}

/// Half of the body's outline, from the neck down; the other half mirrors it.
const HALF_BODY: [(i16, i16); 11] = [
    (15, -62),
    (16, -44),
    (27, -33),
    (58, -25),
    (80, -12),
    (92, 14),
    (98, 56),
    (104, 104),
    (109, 150),
    (111, 186),
    (60, 196),
];
/// The branches of the cord to one side: to the arm, between the ribs, to the leg.
const BRANCHES: [&[i16]; 7] = [
    &[
        0, 0, -22, 2, 22, -26, 58, -18, 78, 14, 2, 88, 32, 92, 86, 97, 150,
    ],
    &[0, 0, -6, 2, 24, -10, 56, -2, 80, 22],
    &[0, 0, 16, 2, 18, 10, 40, 16, 52, 36],
    &[0, 0, 40, 2, 16, 34, 36, 40, 47, 60],
    &[0, 0, 64, 2, 14, 58, 32, 64, 42, 84],
    &[0, 0, 92, 2, 14, 94, 34, 112, 40, 160],
    &[0, 0, 104, 2, 8, 112, 18, 138, 20, 176],
];
/// The injured nerve, in pieces.
const NERVE: [&[i16]; 3] = [
    &[0, -64, 34, 2, -84, 40, -98, 50, -112, 58],
    &[0, -126, 65, 2, -136, 69, -144, 73, -153, 77],
    &[0, -166, 82, 2, -178, 86, -190, 92, -202, 102],
];
/// Noise at its gaps.
const NOISE: &[i16] = &[
    0, -128, 34, 1, -120, 44, 1, -126, 47, 1, -117, 58, 0, -172, 52, 1, -163, 61, 1, -169, 65, 1,
    -160, 77,
];
/// Folds of the brain, one half.
const FOLDS: &[i16] = &[
    0, 3, -124, 2, 1, -112, 2, -102, 3, -86, 0, 22, -118, 2, 13, -121, 9, -112, 15, -107, 0, 28,
    -103, 2, 20, -107, 13, -103, 15, -96, 0, 23, -89, 2, 17, -94, 11, -92, 11, -86,
];
/// Arrows between the causes: the right one and the lower one.
const ARROWS: [&[i16]; 2] = [
    &[0, 99, -96, 2, 130, -88, 150, -62, 152, -30],
    &[0, -54, 166, 2, -28, 182, 28, 182, 54, 166],
];
const HEADS: [&[i16]; 2] = [
    &[
        0, 109, -105, 1, 98, -96, 1, 108, -86, 0, 143, -41, 1, 152, -29, 1, 162, -41,
    ],
    &[
        0, -43, 162, 1, -55, 166, 1, -50, 178, 0, 43, 162, 1, 55, 166, 1, 50, 178,
    ],
];

fn causes() -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Ground);
    const BODY: [Stop; 3] = [
        Stop::sheer(0.0, 0.3, 0.5),
        Stop::sheer(0.7, 0.6, 0.62),
        Stop::sheer(1.0, 1.0, 0.78),
    ];
    for (_, middle, ramp) in CIRCLES {
        let run = Run::Radial(middle, R);
        let tone = Tone::of(ramp, Shade::Lo);
        brush.disc(
            middle.x,
            middle.y,
            R,
            Paint::Gradient(run, tone, 0.8, &BODY),
        );
    }
    body(&mut brush);
    for (_, middle, ramp) in CIRCLES {
        let edge = Paint::Flat(Tone::of(ramp, Shade::Edge), 0.85);
        brush.ring(middle.x, middle.y, R, edge, Pen::solid(1.8));
    }
    nerves(&mut picture.brush(Tag::Neuron));
    inflamed(&mut picture.brush(Tag::Pro));
    let mut brush = picture.brush(Tag::Gauge);
    let tone = Tone::of(Ramp::Ink, Shade::Line);
    for (line, heads) in ARROWS.iter().zip(HEADS) {
        for table in [line, heads] {
            let path = trace(table, 1.0);
            let across = table.get(1).is_some_and(|x| *x > 0);
            brush.stroke(path.clone(), tone, Pen::solid(3.0));
            if across {
                brush.stroke(mirrored() * path, tone, Pen::solid(3.0));
            }
        }
    }
    picture
}

fn mirrored() -> Affine {
    Affine::scale_non_uniform(-1.0, 1.0)
}

/// Head and body, fading downward.
fn body(brush: &mut Brush<'_>) {
    const FADING: [Stop; 3] = [
        Stop::new(0.0, 0.2),
        Stop::sheer(0.62, 0.8, 0.9),
        Stop::sheer(1.0, 1.0, 0.0),
    ];
    const RIM: [Stop; 3] = [
        Stop::new(0.0, 3.0),
        Stop::sheer(0.6, 3.0, 0.9),
        Stop::sheer(1.0, 3.0, 0.0),
    ];
    let half = HALF_BODY.map(|(x, y)| Point::new(f64::from(x), f64::from(y)));
    let other = half.iter().rev().map(|p| Point::new(-p.x, p.y));
    let points: Vec<Point> = half.into_iter().chain(other).collect();
    let mut torso = BezPath::new();
    smooth_closed(&mut torso, &points, 1.0 / 6.0);
    let head = Blob {
        wave: 0.0,
        points: 14,
        stretch: 0.92,
        ..Blob::default()
    };
    let head = Shape::from(blob_path(0.0, -98.0, 42.0, head));
    let torso = Shape::from(torso);
    let (top, foot) = (Point::new(0.0, -140.0), Point::new(0.0, 188.0));
    let skin = Tone::of(Ramp::Skin, Shade::Lo);
    let fill = Paint::linear(top, foot, skin, &FADING);
    let rim = Paint::linear(top, foot, skin, &RIM);
    for shape in [&torso, &head] {
        brush.stroke(shape.clone(), rim, Pen::solid(3.4));
    }
    for shape in [torso, head] {
        brush.fill(shape, fill);
    }
    for x in [-1.0, 1.0] {
        let arm =
            curve(&[(72.0, 50.0), (76.0, 96.0), (80.0, 150.0)].map(|(a, y)| Point::new(a * x, y)));
        brush.stroke(arm, Paint::linear(top, foot, skin, &RIM), Pen::solid(1.4));
    }
}

/// Brain, cord, branches, and a nerve whose sheath is broken.
fn nerves(brush: &mut Brush<'_>) {
    let tone = |shade| Tone::of(Ramp::Nerve, shade);
    const CORD: [Stop; 2] = [Stop::sheer(0.0, 2.0, 1.0), Stop::sheer(1.0, 2.0, 0.1)];
    const RIM: [Stop; 2] = [Stop::sheer(0.0, 3.0, 1.0), Stop::sheer(1.0, 3.0, 0.1)];
    let (top, foot) = (Point::new(0.0, -80.0), Point::new(0.0, 176.0));
    let mut branches = BezPath::new();
    for branch in BRANCHES {
        let branch = trace(branch, 1.0);
        branches.extend(mirrored() * branch.clone());
        branches.extend(branch);
    }
    let (branches, cord) = (
        Shape::from(branches),
        Shape::from(trace(&[0, 0, -80, 1, 0, 150], 1.0)),
    );
    let rim = Paint::linear(top, foot, tone(Shade::Lo), &RIM);
    let inner = Paint::linear(top, foot, tone(Shade::Lo), &CORD);
    brush.stroke(branches.clone(), rim, Pen::solid(4.0));
    brush.stroke(cord.clone(), rim, Pen::solid(8.4));
    brush.stroke(branches, inner, Pen::solid(2.2));
    brush.stroke(cord, inner, Pen::solid(5.8));
    let form = Blob {
        wave: 0.05,
        seed: 9,
        points: 18,
        stretch: 1.06,
        ..Blob::default()
    };
    let brain = Shape::from(blob_path(0.0, -105.0, 28.0, form));
    let folds = trace(FOLDS, 1.0);
    brush.fill(brain.clone(), tone(Shade::Mid));
    brush.stroke(brain, tone(Shade::Line), Pen::solid(1.9));
    for fold in [mirrored() * folds.clone(), folds] {
        brush.stroke(fold, Paint::Flat(tone(Shade::Line), 0.8), Pen::solid(1.7));
    }
    let sheath = |shade| Tone::of(Ramp::Myelin, shade);
    let whole = curve(
        &[
            (-62.0, 33.0),
            (-112.0, 58.0),
            (-160.0, 79.0),
            (-204.0, 103.0),
        ]
        .map(Point::from),
    );
    let rims = [(sheath(Shade::Line), 17.0), (sheath(Shade::Lo), 13.6)];
    for (tone, width) in rims {
        for piece in NERVE {
            brush.stroke(trace(piece, 1.0), tone, Pen::solid(width));
        }
    }
    brush.stroke(whole.clone(), tone(Shade::Line), Pen::solid(6.6));
    brush.stroke(whole, tone(Shade::Edge), Pen::solid(4.6));
    let noise = Tone::of(Ramp::Pro, Shade::Mid);
    brush.stroke(trace(NOISE, 1.0), noise, Pen::solid(3.2));
}

/// A patch of tissue with signals that raise inflammation.
fn inflamed(brush: &mut Brush<'_>) {
    let form = Blob {
        wave: 0.1,
        seed: 5,
        points: 16,
        stretch: 1.12,
        ..Blob::default()
    };
    let patch = Shape::from(blob_path(146.0, 70.0, 39.0, form));
    const WARM: [Stop; 3] = [
        Stop::new(0.0, 1.6),
        Stop::new(0.6, 1.0),
        Stop::sheer(1.0, 0.7, 0.9),
    ];
    let tone = Tone::of(Ramp::Vessel, Shade::Mid);
    let run = Run::Radial(Point::new(146.0, 70.0), 46.0);
    brush.fill(patch.clone(), Paint::Gradient(run, tone, 0.9, &WARM));
    brush.stroke(patch, Tone::of(Ramp::Vessel, Shade::Line), Pen::solid(1.7));
    for (symbol, x, y, r, turn) in [
        (Symbol::Tnf, 128.0, 60.0, 13.0, 0.2),
        (Symbol::Il6, 166.0, 76.0, 12.0, 0.5),
        (Symbol::Il1, 146.0, 92.0, 11.5, 0.1),
        (Symbol::Il1, 156.0, 44.0, 10.5, 0.6),
        (Symbol::Tnf, 196.0, 92.0, 11.0, 1.0),
        (Symbol::Il6, 112.0, 120.0, 10.0, 0.1),
    ] {
        brush.place(symbol, x, y, r, turn, 1.0);
    }
}
