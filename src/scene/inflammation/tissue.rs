//! What does not move: connective tissue, a capillary's wall and the bundle of nerve fibres, in lane coordinates. Drawn
//! once per theme and size and kept as a bitmap.
//!
//! The lane is 600 wide; the ground reaches beyond it on all sides, because phones and single-lane views look past its
//! edges. Near x = 600 everything is even about the divider, so that the mirrored lanes meet without a corner.
//! Must not be here: time.

use std::f64::consts::TAU;

use kurbo::{BezPath, Point};

use crate::model::noise::Draws;
use crate::model::trig::{pow, sin};
use crate::scene::geometry::{Blob, Line, blob, curve};
use crate::scene::ir::{Brush, Paint, Pen, Picture, Run, Shape, Stop, Tag};
use crate::scene::parts::{Strands, fading, sheet, washi};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;

/// Left, top, right and bottom of the ground in lane coordinates.
pub const GROUND: (f64, f64, f64, f64) = (-260.0, -40.0, 870.0, 880.0);

const VESSEL: [(f64, f64); 8] = [
    (72.0, -190.0),
    (70.0, -30.0),
    (62.0, 120.0),
    (58.0, 240.0),
    (84.0, 370.0),
    (52.0, 540.0),
    (30.0, 760.0),
    (20.0, 940.0),
];
/// Half the width of the capillary, outside and inside of its wall.
const VESSEL_HALF: (f64, f64) = (42.0, 34.0);
const BUNDLE: [(f64, f64); 7] = [
    (-300.0, 660.0),
    (-40.0, 640.0),
    (200.0, 622.0),
    (420.0, 632.0),
    (600.0, 640.0),
    (780.0, 632.0),
    (910.0, 626.0),
];
/// Half the height of the bundle.
const BUNDLE_HALF: f64 = 54.0;
/// Where its fibres run, from the middle line.
const FIBRES: [f64; 5] = [-33.0, -16.5, 0.0, 16.5, 33.0];

/// The capillary's middle line, the way the blood flows.
pub fn vessel_line() -> Line {
    Line::spline(&VESSEL, 28)
}

/// A line along the bundle, some way from its middle.
pub fn bundle_line(off: f64) -> Line {
    let mut line = Line::spline(&BUNDLE, 28);
    for point in &mut line.points {
        point.y += off;
    }
    line
}

/// The ground of one lane.
pub fn ground() -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Ground);
    let (_, top, _, bottom) = GROUND;
    let all = sheet(GROUND);
    const DOWN: [Stop; 3] = [
        Stop::new(0.0, 0.0),
        Stop::new(0.3, 0.0),
        Stop::new(1.0, 0.0),
    ];
    let (head, foot) = (Point::new(0.0, top), Point::new(0.0, bottom));
    let base = Paint::linear(head, foot, Tone::of(Ramp::Tissue, Shade::Lo), &DOWN);
    brush.fill(all.clone(), base);
    let paper = Paint::Flat(Tone::of(Ramp::Ground, Shade::Lo), 0.55);
    brush.only(Theme::Light).fill(all, paper);
    pools(&mut brush);
    threads(&mut brush);
    for (x, y, size, turn) in [
        (470.0, 292.0, 72.0, -0.31),
        (196.0, 534.0, 92.0, 0.21),
        (520.0, 545.0, 74.0, -0.1),
        (330.0, 210.0, 70.0, 0.12),
        (-60.0, 470.0, 90.0, 0.9),
    ] {
        brush.place(Symbol::Spindle, x, y, size, turn, 1.0);
    }
    vessel(&mut brush);
    bundle(&mut picture.brush(Tag::Fibre));
    picture
}

const PALE: [Stop; 3] = fading(0.0);
const WARM: [Stop; 3] = fading(1.0);

/// A soft pool of one tone: full in the middle, nothing at the rim.
pub fn pool(brush: &mut Brush<'_>, (x, y, r): (f64, f64, f64), ramp: Ramp, warm: bool, alpha: f64) {
    let run = Run::Radial(Point::new(x, y), r);
    let stops: &'static [Stop] = if warm { &WARM } else { &PALE };
    let depth = if warm { 1.0 } else { 0.0 };
    brush.disc(
        x,
        y,
        r,
        Paint::Gradient(run, Tone::at(ramp, depth), alpha as f32, stops),
    );
}

fn pools(brush: &mut Brush<'_>) {
    let mut light = brush.only(Theme::Light);
    pool(&mut light, (600.0, 300.0, 260.0), Ramp::Sheath, false, 0.8);
    pool(&mut light, (300.0, 430.0, 330.0), Ramp::Vessel, false, 0.75);
    pool(&mut light, (20.0, 640.0, 280.0), Ramp::Vessel, true, 0.22);
    let mut dark = brush.only(Theme::Dark);
    pool(&mut dark, (320.0, 420.0, 360.0), Ramp::Patrol, false, 0.32);
    pool(&mut dark, (60.0, 300.0, 260.0), Ramp::Vessel, false, 0.5);
}

/// Collagen: long pale strands, each a little wider or finer; and the fibres of the paper.
fn threads(brush: &mut Brush<'_>) {
    let mut draws = Draws::new(5);
    let tone = Tone::of(Ramp::Tissue, Shade::Line);
    let strands = Strands {
        within: (-340.0, -20.0, 640.0, 880.0),
        heading: (-0.35, 0.35),
        length: (140.0, 300.0),
        bend: 0.4,
        wiggle: 0.5,
        steps: 4,
    };
    for i in 0..44_u32 {
        let strand = curve(&strands.one(&mut draws, 160 + i).points);
        let pen = Pen::solid(draws.range(1.0, 4.5));
        brush.stroke(strand, Paint::Flat(tone, 0.2), pen);
    }
    washi(brush, &mut draws, (-260.0, -40.0, 640.0, 880.0), 40);
}

/// A soft shadow (light) or glow (dark) around a shape: a few sheer lines.
fn lifted(brush: &mut Brush<'_>, shape: &Shape, ramp: Ramp) {
    let shadow = Tone::of(Ramp::Light, Shade::Lo);
    let glow = Tone::of(ramp, Shade::Edge);
    for (width, alpha) in [(20.0, 0.05), (12.0, 0.06), (6.0, 0.07)] {
        let mut light = brush.only(Theme::Light);
        light.stroke(shape.clone(), Paint::Flat(shadow, alpha), Pen::solid(width));
        let mut dark = brush.only(Theme::Dark);
        dark.stroke(shape.clone(), Paint::Flat(glow, alpha), Pen::solid(width));
    }
}

fn vessel(brush: &mut Brush<'_>) {
    let line = vessel_line();
    let tone = |shade| Tone::of(Ramp::Vessel, shade);
    let (outer, inner) = VESSEL_HALF;
    let wall = Shape::from(line.ribbon_path(|_| outer));
    lifted(brush, &wall, Ramp::Vessel);
    brush.fill(wall.clone(), tone(Shade::Mid));
    brush.stroke(wall, tone(Shade::Line), Pen::solid(1.8));
    let hollow = Shape::from(line.ribbon_path(|_| inner));
    brush.fill(hollow.clone(), tone(Shade::Lo));
    let pale = Paint::Flat(Tone::of(Ramp::Ground, Shade::Mid), 0.35);
    brush.only(Theme::Light).fill(hollow.clone(), pale);
    let deep = Paint::Flat(Tone::of(Ramp::Ground, Shade::Lo), 0.45);
    brush.only(Theme::Dark).fill(hollow.clone(), deep);
    let rim = Paint::Flat(tone(Shade::Edge), 0.9);
    brush.stroke(hollow, rim, Pen::solid(1.4));
    let mut shine = vessel_line();
    for point in &mut shine.points {
        point.x -= 17.0;
    }
    let white = Paint::Flat(Tone::of(Ramp::Light, Shade::Mid), 0.55);
    brush
        .only(Theme::Light)
        .stroke(curve(&shine.points), white, Pen::solid(9.0));
    // Nuclei of the wall's flat cells.
    for i in 0..7_u32 {
        let (at, along) = line.at(f64::from(i) / 7.0 + 0.1);
        let side = if i % 2 == 0 { 1.0 } else { -1.0 };
        let mut nucleus = BezPath::new();
        let form = Blob {
            wave: 0.03,
            seed: i,
            points: 8,
            stretch: 1.65,
            turn: along,
            phase: 0.0,
        };
        blob(
            &mut nucleus,
            Point::new(at.x + side * 38.5, at.y),
            7.2,
            form,
        );
        let nucleus = Shape::from(nucleus);
        brush.fill(nucleus.clone(), Tone::of(Ramp::Nucleus, Shade::Mid));
        brush.stroke(
            nucleus,
            Tone::of(Ramp::Nucleus, Shade::Line),
            Pen::solid(1.1),
        );
    }
}

fn bundle(brush: &mut Brush<'_>) {
    let middle = bundle_line(0.0);
    let tone = |shade| Tone::of(Ramp::Nerve, shade);
    let whole = Shape::from(middle.ribbon_path(|_| BUNDLE_HALF));
    lifted(brush, &whole, Ramp::Nerve);
    const ROUND: [Stop; 4] = [
        Stop::new(0.0, 1.0),
        Stop::new(0.25, 0.0),
        Stop::new(0.7, 1.0),
        Stop::new(1.0, 2.0),
    ];
    let (top, foot) = (Point::new(0.0, 570.0), Point::new(0.0, 700.0));
    brush.fill(
        whole.clone(),
        Paint::linear(top, foot, tone(Shade::Lo), &ROUND),
    );
    let inner = Shape::from(middle.ribbon_path(|_| BUNDLE_HALF - 9.0));
    let pale = Paint::Flat(Tone::of(Ramp::Myelin, Shade::Lo), 0.85);
    brush.only(Theme::Light).fill(inner.clone(), pale);
    let deep = Paint::Flat(Tone::of(Ramp::Ground, Shade::Lo), 0.55);
    brush.only(Theme::Dark).fill(inner.clone(), deep);
    brush.stroke(inner, tone(Shade::Edge), Pen::solid(1.4));
    for (i, off) in FIBRES.into_iter().enumerate() {
        let line = bundle_line(off);
        let mut sheaths = BezPath::new();
        for k in 0..14_u32 {
            // Each fibre's sheaths begin elsewhere.
            let from = (f64::from(k) - 0.36 * i as f64) / 12.0;
            let (from, to) = (from.max(0.0), (from + 0.075).min(1.0));
            if to - from > 0.03 {
                let half = |u: f64| 6.2 * pow(sin(TAU / 2.0 * (u * 0.9 + 0.05)).max(0.0), 0.28);
                line.piece(from, to, 4).ribbon(&mut sheaths, half);
            }
        }
        let sheaths = Shape::from(sheaths);
        brush.fill(sheaths.clone(), Tone::of(Ramp::Myelin, Shade::Lo));
        let rim = Tone::of(Ramp::Myelin, Shade::Line);
        brush.stroke(sheaths, Paint::Flat(rim, 0.9), Pen::solid(1.2));
        let core = Paint::Flat(tone(Shade::Edge), 0.9);
        brush.stroke(curve(&line.points), core, Pen::solid(3.2));
    }
    brush.stroke(whole, tone(Shade::Line), Pen::solid(2.0));
}
