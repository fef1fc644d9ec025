//! What does not move: paper, fibres out of focus, the whole internodes and the cut face. Lane coordinates; both lanes have the same ground.
//!
//! Must not be here: time.

use kurbo::{Affine, BezPath, Point};

use super::{AXON, SHEATH, axis, sheath};
use crate::model::noise::Draws;
use crate::model::trig::sin;
use crate::scene::geometry::{Blob, Line, blob_path, smooth_open};
use crate::scene::ir::{Brush, Paint, Pen, Picture, Shape, Tag};
use crate::scene::parts::{Strands, sheet};
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;

/// Left, top, right and bottom of what is covered.
pub const BOUNDS: (f64, f64, f64, f64) = (-40.0, -360.0, 1240.0, 360.0);

/// Draws the ground of a lane.
pub fn draw() -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Ground);
    let all = sheet(BOUNDS);
    brush.fill(all, Tone::of(Ramp::Ground, Shade::Lo));
    tissue(&mut brush);
    let mut brush = picture.brush(Tag::Sheath);
    shadow(&mut brush);
    for (x, length) in [(180.0, 150.0), (1080.0, 210.0)] {
        sheath::schwann(&mut brush, (x, -1.0), length, 1.0);
    }
    for (ends, d) in [((96.0, 262.0), 0.03), ((928.0, 1290.0), 0.05)] {
        for side in [-1.0, 1.0] {
            sheath::internode(&mut brush, ends, side, d);
        }
    }
    cut_face(&mut brush);
    picture
}

/// Fibres out of focus and threads. Softness is a few sheer layers.
fn tissue(brush: &mut Brush<'_>) {
    for (y, wide, strength) in [
        (-296.0, 26.0, 0.6),
        (-196.0, 32.0, 0.8),
        (-108.0, 24.0, 1.0),
        (102.0, 26.0, 1.0),
        (196.0, 30.0, 0.8),
        (300.0, 28.0, 0.6),
    ] {
        let points: Vec<Point> = (-1..=21)
            .map(|i| {
                let x = f64::from(i) * 60.0;
                Point::new(x, y + 11.0 * sin(x / 210.0 + y))
            })
            .collect();
        let mut path = BezPath::new();
        smooth_open(&mut path, &points);
        let path = Shape::from(path);
        for (ramp, depth, share, alpha) in [
            (Ramp::Myelin, 1.0, 2.9, 0.16),
            (Ramp::Myelin, 1.4, 2.2, 0.16),
            (Ramp::Myelin, 1.6, 1.5, 0.18),
            (Ramp::Nerve, 1.3, 0.75, 0.16),
            (Ramp::Nerve, 1.5, 0.35, 0.18),
        ] {
            let alpha = (alpha * strength) as f32;
            let tone = Tone::at(ramp, depth);
            brush.only(Theme::Light).stroke(
                path.clone(),
                Paint::Flat(tone, alpha),
                Pen::solid(wide * share),
            );
            brush.only(Theme::Dark).stroke(
                path.clone(),
                Paint::Flat(tone, alpha * 0.42),
                Pen::solid(wide * share),
            );
        }
    }
    let mut draws = Draws::new(160);
    let (mut broad, mut fine) = (BezPath::new(), BezPath::new());
    let strands = Strands {
        within: (-120.0, -340.0, 1150.0, 340.0),
        heading: (-0.14, 0.14),
        length: (160.0, 380.0),
        bend: 0.25,
        wiggle: 0.3,
        steps: 4,
    };
    for i in 0..40_u32 {
        let path = if i % 4 == 0 { &mut broad } else { &mut fine };
        smooth_open(path, &strands.one(&mut draws, 160 + i).points);
    }
    let thread = Tone::of(Ramp::Tissue, Shade::Line);
    brush.stroke(broad, Paint::Flat(thread, 0.1), Pen::solid(3.4));
    brush.stroke(fine, Paint::Flat(thread, 0.16), Pen::solid(1.3));
}

/// A strip along the axis, its edges at a distance.
fn strip(half: f64) -> BezPath {
    let points = (0..=42).map(|i| {
        let x = 88.0 + f64::from(i) * 29.0;
        Point::new(x, axis(x))
    });
    Line {
        points: points.collect(),
    }
    .ribbon_path(|_| half)
}

fn shadow(brush: &mut Brush<'_>) {
    let below = Shape::from(Affine::translate((0.0, 9.0)) * strip(SHEATH * 0.7));
    let ink = Tone::of(Ramp::Light, Shade::Lo);
    let glow = Tone::of(Ramp::Myelin, Shade::Edge);
    for (width, alpha) in [(30.0, 0.03), (18.0, 0.035), (8.0, 0.04)] {
        brush
            .only(Theme::Light)
            .stroke(below.clone(), Paint::Flat(ink, alpha), Pen::solid(width));
    }
    brush
        .only(Theme::Light)
        .fill(below.clone(), Paint::Flat(ink, 0.06));
    brush
        .only(Theme::Dark)
        .stroke(below, Paint::Flat(glow, 0.045), Pen::solid(30.0));
}

/// The cut face at the left: layers of the sheath around the axon.
fn cut_face(brush: &mut Brush<'_>) {
    let (x, y) = (92.0, axis(92.0));
    let oval = |a: f64, b: f64| {
        let form = Blob {
            wave: 0.0,
            points: 16,
            ..Blob::default()
        };
        let round = blob_path(0.0, 0.0, 1.0, form);
        Shape::from(Affine::translate((x, y)) * Affine::scale_non_uniform(a, b) * round)
    };
    let line = Tone::of(Ramp::Myelin, Shade::Line);
    let (wide, tall) = (SHEATH * 0.42, SHEATH + 2.0);
    let face = oval(wide, tall);
    brush
        .only(Theme::Light)
        .fill(face.clone(), Tone::of(Ramp::Myelin, Shade::Lo));
    brush
        .only(Theme::Dark)
        .fill(face.clone(), Tone::at(Ramp::Myelin, 0.5));
    brush.stroke(face, line, Pen::solid(1.8));
    for k in [0.87, 0.75, 0.63, 0.51] {
        brush.stroke(
            oval(wide * k, tall * k),
            Paint::Flat(line, 0.55),
            Pen::solid(1.0),
        );
    }
    let core = oval(AXON * 0.44, AXON + 1.0);
    brush.fill(core.clone(), Tone::of(Ramp::Nerve, Shade::Mid));
    let dot = Tone::of(Ramp::Nerve, Shade::Line);
    brush.stroke(core, dot, Pen::solid(1.5));
    let mut draws = Draws::new(5);
    for _ in 0..8 {
        let (dx, dy) = (draws.range(-4.0, 4.0), draws.range(-10.0, 10.0));
        brush.disc(x + dx, y + dy, 1.2, Paint::Flat(dot, 0.6));
    }
}
