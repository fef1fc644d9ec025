//! What does not move: the tissue of the spinal cord, the pain fibre and the neuron, in lane
//! coordinates. Drawn once per theme and size and kept as a bitmap.
//!
//! The lane is 600 wide; the ground reaches beyond it on all sides, because phones and single-lane
//! views look past its edges. Softness is many sheer layers: no filter, which one engine lacks.
//! Must not be here: time.

use std::f64::consts::TAU;

use kurbo::{BezPath, Point};

use super::receptors::receptors;
use crate::model::noise::Draws;
use crate::model::trig::{exp, pow, sin};
use crate::scene::geometry::{Blob, Line, Walk, blob, smooth_open, toward};
use crate::scene::ir::{Brush, Paint, Pen, Picture, Shape, Stop, Tag};
use crate::scene::parts::{Strands, fading, pool, sheet, washi};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;

/// Left, top, right and bottom of the ground in lane coordinates.
pub const GROUND: (f64, f64, f64, f64) = (-260.0, -160.0, 900.0, 910.0);

/// The neuron's centre.
pub const NEURON: Point = Point::new(88.0, 566.0);
/// Where the pain fibre is pointed at by its label.
pub const FIBRE: Point = Point::new(147.0, 196.0);
const FIBRE_LINE: [(f64, f64); 8] = [
    (152.0, -190.0),
    (150.0, -60.0),
    (150.0, 96.0),
    (146.0, 190.0),
    (112.0, 280.0),
    (124.0, 360.0),
    (114.0, 420.0),
    (112.0, 436.0),
];
const AXON_LINE: [(f64, f64); 6] = [
    (88.0, 566.0),
    (66.0, 640.0),
    (46.0, 700.0),
    (36.0, 800.0),
    (34.0, 880.0),
    (30.0, 960.0),
];

/// The pain fibre's centre line, from above the picture to its bouton.
pub fn fibre_line() -> Line {
    Line::spline(&FIBRE_LINE, 18)
}

/// The neuron's axon, from the soma downward out of the picture.
pub fn axon_line() -> Line {
    Line::spline(&AXON_LINE, 14)
}

/// The soft part of the ground of one lane, behind the rest.
pub fn soft() -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Ground);
    base(&mut brush);
    pools(&mut brush);
    neighbours(&mut brush);
    picture
}

/// The ground of one lane.
pub fn ground() -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Ground);
    sheaths(&mut brush);
    threads(&mut brush);
    fibre(&mut picture.brush(Tag::Fibre));
    neuron(&mut picture.brush(Tag::Neuron));
    picture
}

fn boundary(shift: f64) -> Vec<Point> {
    // Even about x = 600, so that the mirrored lanes meet without a corner.
    [
        (-270.0, 224.0),
        (-190.0, 214.0),
        (-40.0, 190.0),
        (150.0, 162.0),
        (360.0, 152.0),
        (600.0, 156.0),
    ]
    .into_iter()
    .chain([(910.0, 152.0)])
    .map(|(x, y)| Point::new(x, y + shift))
    .collect()
}

fn base(brush: &mut Brush<'_>) {
    let (left, _, right, bottom) = GROUND;
    brush.fill(sheet(GROUND), Tone::of(Ramp::Tissue, Shade::Mid));
    let mut grey = BezPath::new();
    smooth_open(&mut grey, &boundary(0.0));
    grey.line_to((right, bottom));
    grey.line_to((left, bottom));
    grey.close_path();
    const DOWN: [Stop; 2] = [Stop::new(0.0, 0.0), Stop::new(1.0, 0.35)];
    let (top, foot) = (Point::new(0.0, 150.0), Point::new(0.0, bottom));
    let paint = Paint::linear(top, foot, Tone::of(Ramp::Tissue, Shade::Lo), &DOWN);
    brush.fill(grey, paint);
}

const GLOW: [Stop; 3] = fading(3.0);
const COOL: [Stop; 3] = fading(0.6);
const DEEP: [Stop; 3] = fading(2.0);

fn pools(brush: &mut Brush<'_>) {
    let mut light = brush.only(Theme::Light);
    pool(&mut light, (600.0, 390.0, 340.0), Ramp::Sheath, 0.8, &GLOW);
    pool(&mut light, (70.0, 640.0, 330.0), Ramp::Patrol, 0.26, &COOL);
    pool(&mut light, (330.0, 360.0, 270.0), Ramp::Light, 0.26, &GLOW);
    pool(&mut light, (20.0, 330.0, 240.0), Ramp::Light, 0.22, &GLOW);
    let mut dark = brush.only(Theme::Dark);
    pool(&mut dark, (330.0, 370.0, 360.0), Ramp::Sheath, 0.6, &GLOW);
    pool(&mut dark, (330.0, 420.0, 220.0), Ramp::Light, 0.2, &GLOW);
    pool(&mut dark, (60.0, 760.0, 330.0), Ramp::Light, 0.7, &DEEP);
}

/// Nerve fibres of the white matter seen end-on.
fn sheaths(brush: &mut Brush<'_>) {
    let mut draws = Draws::new(8);
    let mut kept: Vec<(f64, f64, f64)> = Vec::new();
    for _ in 0..900 {
        let (x, y, r) = (
            draws.range(-190.0, 606.0),
            draws.range(-165.0, 190.0),
            draws.range(5.0, 12.0),
        );
        let edge = 158.0 + 8.0 * sin(x / 200.0) + (150.0 - x).max(0.0) * 0.16;
        let free = |&(px, py, pr): &(f64, f64, f64)| (px - x).hypot(py - y) >= pr + r + 4.0;
        if y + r < edge - 4.0 && x + r < 600.0 && kept.iter().all(free) {
            kept.push((x, y, r));
        }
    }
    for (x, y, r) in kept {
        brush.place(Symbol::Sheath, x, y, r, 0.0, 1.0);
    }
    const VEIL: [Stop; 2] = [Stop::sheer(0.0, 0.0, 0.78), Stop::sheer(1.0, 0.0, 0.0)];
    // A veil of paper, so that the tags above stand on quiet ground.
    let paper = Tone::of(Ramp::Ground, Shade::Lo);
    let (left, top, right, _) = GROUND;
    let veil = sheet((left, top, right, 132.0));
    brush.fill(
        veil,
        Paint::linear(Point::new(0.0, -30.0), Point::new(0.0, 132.0), paper, &VEIL),
    );
    let thread = Tone::of(Ramp::Tissue, Shade::Line);
    let mut edge = BezPath::new();
    smooth_open(&mut edge, &boundary(0.0));
    brush.stroke(edge, Paint::Flat(thread, 0.75), Pen::solid(2.0));
    for k in 1..=2 {
        let mut hint = BezPath::new();
        smooth_open(&mut hint, &boundary(84.0 * f64::from(k)));
        brush.stroke(hint, Paint::Flat(thread, 0.45), Pen::dashed(1.2, 2.0, 9.0));
    }
}

/// Other cells, out of focus.
fn neighbours(brush: &mut Brush<'_>) {
    for (x, y, size, turn) in [
        (40.0, 322.0, 118.0, 0.0),
        (474.0, 250.0, 84.0, 1.1),
        (322.0, 690.0, 108.0, 2.3),
        (548.0, 632.0, 92.0, 3.5),
        (-110.0, 560.0, 120.0, 4.4),
    ] {
        brush.place(Symbol::Neighbour, x, y, size, turn, 1.0);
    }
}

fn threads(brush: &mut Brush<'_>) {
    let mut draws = Draws::new(60);
    let strands = Strands {
        within: (-180.0, 205.0, 560.0, 890.0),
        heading: (-0.5, 0.5),
        length: (80.0, 200.0),
        bend: 0.5,
        wiggle: 0.3,
        steps: 3,
    };
    let mut tissue = BezPath::new();
    for i in 0..22_u32 {
        smooth_open(&mut tissue, &strands.one(&mut draws, 600 + i).points);
    }
    let thread = Tone::of(Ramp::Tissue, Shade::Line);
    brush.stroke(tissue, Paint::Flat(thread, 0.22), Pen::solid(1.3));
    washi(brush, &mut draws, (-180.0, -160.0, 600.0, 900.0), 54);
}

/// Contour, rim and lit inside of a nerve cell's parts.
fn nerve_body(brush: &mut Brush<'_>, whole: BezPath, core: BezPath, at: Point, r: f64) {
    let whole = Shape::from(whole);
    let tone = |shade| Tone::of(Ramp::Nerve, shade);
    let shadow = Tone::of(Ramp::Light, Shade::Lo);
    let mut light = brush.only(Theme::Light);
    light.stroke(whole.clone(), Paint::Flat(shadow, 0.05), Pen::solid(13.0));
    light.stroke(whole.clone(), Paint::Flat(shadow, 0.07), Pen::solid(7.0));
    let mut dark = brush.only(Theme::Dark);
    dark.stroke(
        whole.clone(),
        Paint::Flat(tone(Shade::Edge), 0.05),
        Pen::solid(22.0),
    );
    dark.stroke(
        whole.clone(),
        Paint::Flat(tone(Shade::Edge), 0.08),
        Pen::solid(11.0),
    );
    brush.stroke(whole.clone(), tone(Shade::Line), Pen::solid(3.4));
    brush
        .only(Theme::Light)
        .fill(whole.clone(), Tone::at(Ramp::Nerve, 1.4));
    brush
        .only(Theme::Dark)
        .fill(whole, Tone::at(Ramp::Nerve, 1.55));
    let lit = |stops| Paint::radial(at, r, tone(Shade::Lo), stops);
    let core = Shape::from(core);
    brush.only(Theme::Light).fill(core.clone(), lit(&NERVE_LIT));
    brush.only(Theme::Dark).fill(core, lit(&NERVE_DEEP));
}

const NERVE_LIT: [Stop; 4] = [
    Stop::new(0.0, 0.0),
    Stop::new(0.2, 0.4),
    Stop::new(0.5, 0.8),
    Stop::new(1.0, 0.6),
];
const NERVE_DEEP: [Stop; 3] = [
    Stop::new(0.0, 0.0),
    Stop::new(0.4, 0.5),
    Stop::new(1.0, 1.0),
];

fn fibre(brush: &mut Brush<'_>) {
    let line = fibre_line();
    let (mut whole, mut core) = (line.ribbon_path(|_| 5.2), line.ribbon_path(|_| 3.7));
    let boutons = [
        (Point::new(112.0, 442.0), 15.0, 4),
        (Point::new(138.0, 364.0), 9.0, 5),
    ];
    for (at, r, seed) in boutons {
        let form = Blob {
            seed,
            points: 10,
            ..Blob::default()
        };
        blob(&mut whole, at, r, form);
        blob(&mut core, at, r - 1.8, form);
    }
    nerve_body(brush, whole, core, Point::new(112.0, 380.0), 320.0);
    let mut draws = Draws::new(7);
    for (at, r, _) in boutons {
        for _ in 0..5 {
            let (x, y) = (
                at.x + draws.range(-0.45, 0.45) * r,
                at.y + draws.range(-0.45, 0.45) * r,
            );
            let pale = Tone::of(Ramp::Nerve, Shade::Lo);
            brush.disc(x, y, r * 0.16, pale);
            brush.ring(
                x,
                y,
                r * 0.16,
                Tone::of(Ramp::Nerve, Shade::Line),
                Pen::solid(0.9),
            );
        }
    }
}

const SOMA: f64 = 43.0;

/// Half-width along a dendrite of some length.
#[derive(Clone, Copy)]
pub(super) struct Dendrite {
    length: f64,
}

impl Dendrite {
    pub(super) fn at(self, u: f64) -> f64 {
        let fall = exp(-u * 9.0 * self.length / 200.0);
        2.2 + 9.0 * pow((1.0 - u).max(0.0), 1.1) + SOMA * 0.42 * fall
    }
}

pub(super) fn dendrites() -> [(Line, Dendrite); 4] {
    let one = |heading: f64, length: f64, bend: f64, seed: u32| {
        let start = NEURON + toward(heading) * (SOMA * 0.4);
        let walk = Walk {
            heading,
            length,
            bend,
            wiggle: 0.22,
            seed,
            steps: 6,
        };
        (Line::walk(start, walk), Dendrite { length })
    };
    [
        one(-1.0, 175.0, 0.3, 147),
        one(-0.12, 152.0, -0.35, 148),
        one(2.7, 150.0, 0.2, 149),
        one(1.15, 120.0, -0.2, 150),
    ]
}

fn neuron(brush: &mut Brush<'_>) {
    let (mut whole, mut core) = (BezPath::new(), BezPath::new());
    let mut draws = Draws::new(21);
    for (i, (line, form)) in dendrites().into_iter().enumerate() {
        let (seed, length) = (147 + i as u32, form.length);
        let half = |u: f64| form.at(u);
        line.ribbon(&mut whole, half);
        line.ribbon(&mut core, |u| (half(u) - 2.1).max(0.4));
        for (k, (at, side)) in [(0.45, 1.0), (0.66, -1.0), (0.84, 1.0)]
            .into_iter()
            .enumerate()
        {
            let (root, along) = line.at(at);
            let walk = Walk {
                heading: along + side * draws.range(0.5, 0.8),
                length: length * draws.range(0.22, 0.4),
                bend: -side * 0.4,
                wiggle: 0.2,
                seed: seed * 7 + k as u32,
                steps: 3,
            };
            let twig = Line::walk(root, walk);
            let half = |u: f64| 1.3 + 3.4 * (1.0 - u);
            twig.ribbon(&mut whole, half);
            twig.ribbon(&mut core, |u| (half(u) - 1.5).max(0.3));
        }
    }
    let axon = axon_line();
    let half = |u: f64| 3.6 + SOMA * 0.3 * exp(-u * 16.0);
    axon.ribbon(&mut whole, half);
    axon.ribbon(&mut core, |u| half(u) - 1.7);
    for (path, r) in [(&mut whole, SOMA), (&mut core, SOMA - 3.0)] {
        blob(
            path,
            NEURON,
            r,
            Blob {
                wave: 0.07,
                seed: 23,
                points: 14,
                ..Blob::default()
            },
        );
    }
    nerve_body(brush, whole, core, NEURON, SOMA * 4.2);
    let line = Tone::of(Ramp::Nerve, Shade::Line);
    for _ in 0..20 {
        let at = NEURON + toward(draws.range(0.0, TAU)) * (draws.range(0.55, 0.85) * SOMA);
        brush.disc(at.x, at.y, draws.range(1.0, 2.4), Paint::Flat(line, 0.27));
    }
    let pale = Tone::of(Ramp::Nerve, Shade::Lo);
    brush.disc(NEURON.x, NEURON.y, SOMA * 0.42, pale);
    brush.ring(NEURON.x, NEURON.y, SOMA * 0.42, line, Pen::solid(1.4));
    brush.disc(
        NEURON.x + SOMA * 0.06,
        NEURON.y - SOMA * 0.04,
        SOMA * 0.15,
        Paint::Flat(line, 0.8),
    );
    for (at, turn) in receptors() {
        brush.place(Symbol::Receptor, at.x, at.y, 9.0, turn, 1.0);
    }
}
