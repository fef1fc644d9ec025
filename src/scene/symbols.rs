//! Things that look the same wherever they stand: drawn once about the origin with radius 1, then
//! placed, turned and sized. Painters keep them ready-made.
//!
//! Shape carries the meaning: pointed and solid raises inflammation, round and open lowers it, a
//! double ring is an exosome, dashes with "?" are unknown (design §2).
//! Must not be here: anything that changes with time.

mod cells;
mod evidence;
mod exosome;
mod inflammation;
mod nerve;
mod vesicle;

use std::f64::consts::TAU;

use kurbo::{Affine, BezPath, Point, Vec2};

use super::geometry::{arc, curve, plate, star, toward, turned};
use super::ir::{Brush, Paint, Pen, Picture, Run, Stop, Tag};
use crate::model::trig::sin;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;

/// A ready-made drawing of radius 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Symbol {
    /// TNF-α, three points.
    Tnf,
    /// IL-1β, four points.
    Il1,
    /// IL-6, six points.
    Il6,
    /// IL-10, a pair of open rounds.
    Il10,
    /// An exosome.
    Exosome,
    /// An exosome whose whereabouts are unknown.
    Lost,
    /// The nucleus of a microglia.
    Nucleus,
    /// One of four tangles of waste protein.
    Waste(u8),
    /// A lysosome.
    Lysosome,
    /// A bag in which a lysosome breaks waste down.
    Autolysosome,
    /// A receptor on a dendrite.
    Receptor,
    /// "?"
    Question,
    /// A nerve fibre in its sheath, seen end-on.
    Sheath,
    /// Another microglia, out of focus.
    Neighbour,
    /// The small surveying cell at one end of the scale of forms.
    Surveying,
    /// The small stout cell at its other end.
    Stout,
    /// What is inside a macrophage: kidney-shaped nucleus, granules, bubbles.
    MacrophageInside,
    /// A neutrophil.
    Neutrophil,
    /// A lymphocyte.
    Lymphocyte,
    /// A red cell, seen at a slant.
    RedCell,
    /// A spindle-shaped cell of the connective tissue, faint.
    Spindle,
    /// A trophic factor: half round, half toothed (to the right).
    Trophic,
    /// Its letter: N, B or G.
    Letter(u8),
    /// A regular impulse.
    Pulse,
    /// A noisy one.
    Jag,
    /// A shed piece of myelin.
    Ovoid,
    /// A whole sheath seen end-on, at one end of the scale of sheaths.
    Whole,
    /// A worn one, at its other end.
    Worn,
    /// A hand, in tenths of its drawing's units.
    Hand,
    /// A nerve with its cut face about the origin, in tenths of its drawing's units.
    Trunk,
    /// A mitochondrion of length 2.
    Mitochondrion,
    /// A vesicle cut open; its outer radius is 10.
    Cut,
    /// The outside of the same vesicle.
    Shell,
    /// A vesicle so small that its wall is all there is to see.
    Grain,
    /// An order slip, in tenths of its drawing's units.
    Slip,
    /// A parcel, in tenths of its drawing's units.
    Parcel,
    /// The mark of a rung of the ladder of evidence, 0 (cells) to 3 (controlled trials).
    Rung(u8),
    /// A piece of nerve fibre.
    FibrePiece,
    /// The bag of a drip.
    DripBag,
    /// A syringe.
    Syringe,
    /// A person.
    Person,
    /// A place where nobody is.
    Nobody,
    /// A sheet of paper: one study.
    Sheet,
    /// Two bars in a ring: no difference.
    Equal,
}

impl Symbol {
    /// All symbols.
    pub const ALL: &[Self] = &[
        Self::Tnf,
        Self::Il1,
        Self::Il6,
        Self::Il10,
        Self::Exosome,
        Self::Lost,
        Self::Nucleus,
        Self::Waste(0),
        Self::Waste(1),
        Self::Waste(2),
        Self::Waste(3),
        Self::Lysosome,
        Self::Autolysosome,
        Self::Receptor,
        Self::Question,
        Self::Sheath,
        Self::Neighbour,
        Self::Surveying,
        Self::Stout,
        Self::MacrophageInside,
        Self::Neutrophil,
        Self::Lymphocyte,
        Self::RedCell,
        Self::Spindle,
        Self::Trophic,
        Self::Letter(0),
        Self::Letter(1),
        Self::Letter(2),
        Self::Pulse,
        Self::Jag,
        Self::Ovoid,
        Self::Whole,
        Self::Worn,
        Self::Hand,
        Self::Trunk,
        Self::Mitochondrion,
        Self::Cut,
        Self::Shell,
        Self::Grain,
        Self::Slip,
        Self::Parcel,
        Self::Rung(0),
        Self::Rung(1),
        Self::Rung(2),
        Self::Rung(3),
        Self::FibrePiece,
        Self::DripBag,
        Self::Syringe,
        Self::Person,
        Self::Nobody,
        Self::Sheet,
        Self::Equal,
    ];

    /// Where it stands in [`Self::ALL`].
    pub fn index(self) -> usize {
        let mut all = Self::ALL.iter();
        all.position(|symbol| *symbol == self).unwrap_or(0)
    }

    /// The drawing.
    pub fn picture(self) -> Picture {
        // By its address: what only one scene shows is in that scene's part of the program.
        let (tag, draw): (Tag, fn(&mut Brush<'_>, Self)) = match self {
            Self::Tnf | Self::Il1 | Self::Il6 => (Tag::Pro, common),
            Self::Il10 => (Tag::Anti, common),
            Self::Exosome | Self::Lost => (Tag::Exosome, common),
            Self::Question => (Tag::Gauge, common),
            Self::Sheath => (Tag::Ground, common),
            Self::Nucleus => (Tag::Microglia, cells::draw),
            Self::Waste(_) | Self::Lysosome | Self::Autolysosome => (Tag::Lens, cells::draw),
            Self::Receptor => (Tag::Neuron, cells::draw),
            Self::Neighbour => (Tag::Ground, cells::draw),
            Self::Surveying | Self::Stout => (Tag::Gauge, cells::draw),
            Self::MacrophageInside | Self::Neutrophil | Self::Lymphocyte => {
                (Tag::Immune, inflammation::draw)
            }
            Self::RedCell | Self::Spindle => (Tag::Ground, inflammation::draw),
            Self::Trophic | Self::Letter(_) => (Tag::Trophic, nerve::draw),
            Self::Pulse | Self::Jag => (Tag::Fibre, nerve::draw),
            Self::Ovoid => (Tag::Sheath, nerve::draw),
            Self::Whole | Self::Worn => (Tag::Gauge, nerve::draw),
            Self::Trunk => (Tag::Fibre, exosome::draw),
            Self::Hand | Self::Mitochondrion | Self::Slip | Self::Parcel => {
                (Tag::Ground, exosome::draw)
            }
            Self::Cut | Self::Shell | Self::Grain => (Tag::Exosome, exosome::draw),
            Self::Rung(_) | Self::FibrePiece | Self::DripBag | Self::Syringe => {
                (Tag::Gauge, evidence::draw)
            }
            Self::Person | Self::Nobody | Self::Sheet | Self::Equal => (Tag::Gauge, evidence::draw),
        };
        let mut picture = Picture::default();
        draw(&mut picture.brush(tag), self);
        picture
    }
}

/// Symbols that several scenes show.
fn common(brush: &mut Brush<'_>, symbol: Symbol) {
    match symbol {
        Symbol::Tnf => pointed(brush, 3, 0.42, 1.16),
        Symbol::Il1 => pointed(brush, 4, 0.44, 1.06),
        Symbol::Il6 => pointed(brush, 6, 0.58, 1.06),
        Symbol::Il10 => twin(brush),
        Symbol::Exosome => small(brush),
        Symbol::Lost => lost(brush),
        Symbol::Sheath => {
            let tone = |shade, alpha| Paint::Flat(Tone::of(Ramp::Sheath, shade), alpha);
            brush.disc(0.0, 0.0, 1.0, tone(Shade::Lo, 0.6));
            brush.ring(0.0, 0.0, 1.0, tone(Shade::Mid, 0.36), Pen::solid(0.34));
            brush.disc(0.0, 0.0, 0.34, tone(Shade::Edge, 0.4));
        }
        Symbol::Question => {
            brush.stroke(question(), ink(Shade::Lo), Pen::solid(0.26));
            brush.disc(0.02, 0.82, 0.17, ink(Shade::Lo));
        }
        _ => {}
    }
}

fn ink(shade: Shade) -> Tone {
    Tone::of(Ramp::Ink, shade)
}

/// Stops of [`soft`] at the depth of shadows (`Lo`) and of glows (`Edge`).
const SHADOW: [Stop; 3] = [
    Stop::new(0.0, 0.0),
    Stop::sheer(0.55, 0.0, 0.75),
    Stop::sheer(1.0, 0.0, 0.0),
];
const GLOW: [Stop; 3] = [
    Stop::new(0.0, 2.0),
    Stop::sheer(0.55, 2.0, 0.75),
    Stop::sheer(1.0, 2.0, 0.0),
];

/// A soft disc of one tone that fades outward: shadow (light) or glow (dark).
fn soft(brush: &mut Brush<'_>, at: (f64, f64), r: f64, tone: Tone, alpha: f32) {
    let d = tone.depth;
    let stops: &'static [Stop] = if d > 1.5 { &GLOW } else { &SHADOW };
    brush.disc(
        at.0,
        at.1,
        r,
        Paint::Gradient(Run::Radial(at.into(), r), tone, alpha, stops),
    );
}

fn lift(brush: &mut Brush<'_>, ramp: Ramp, r: f64) {
    let shadow = Tone::of(Ramp::Light, Shade::Lo);
    soft(
        &mut brush.only(Theme::Light),
        (0.07, 0.2),
        r * 1.14,
        shadow,
        0.34,
    );
    soft(
        &mut brush.only(Theme::Dark),
        (0.0, 0.0),
        r * 1.7,
        Tone::of(ramp, Shade::Edge),
        0.4,
    );
}

fn scaled(path: BezPath, size: f64) -> BezPath {
    Affine::scale(size) * path
}

fn pointed(brush: &mut Brush<'_>, n: usize, inner: f64, size: f64) {
    lift(brush, Ramp::Pro, 1.0);
    let body = super::ir::Shape::from(scaled(star(n, inner), size));
    brush.stroke(
        body.clone(),
        Tone::of(Ramp::Pro, Shade::Line),
        Pen::solid(0.2),
    );
    brush.fill(body, Tone::of(Ramp::Pro, Shade::Mid));
    let lit = Affine::translate((-0.05, -0.06)) * scaled(star(n, inner * 0.9), 0.56);
    brush.fill(lit, Paint::Flat(Tone::of(Ramp::Pro, Shade::Lo), 0.75));
}

fn twin(brush: &mut Brush<'_>) {
    lift(brush, Ramp::Anti, 1.1);
    let edge = Tone::of(Ramp::Anti, Shade::Edge);
    for x in [-0.52, 0.52] {
        brush.ring(x, 0.0, 0.68, edge, Pen::solid(0.27));
    }
    for x in [-0.52, 0.52] {
        brush.disc(x, 0.0, 0.56, Tone::of(Ramp::Anti, Shade::Lo));
        brush.disc(x, 0.0, 0.26, edge);
    }
}

fn small(brush: &mut Brush<'_>) {
    lift(brush, Ramp::Exosome, 1.08);
    let tone = |shade| Tone::of(Ramp::Exosome, shade);
    brush.disc(0.0, 0.0, 1.0, tone(Shade::Mid));
    // Membrane proteins stand inside the wall, so that it never reads as a spiky virus.
    let mut bars = BezPath::new();
    for i in 0..6_u32 {
        let turn = toward((f64::from(i) + f64::from(i % 2) * 0.18) / 6.0 * TAU);
        bars.move_to((turn * 0.8).to_point());
        bars.line_to((turn * 0.97).to_point());
    }
    brush
        .only(Theme::Light)
        .stroke(bars.clone(), tone(Shade::Edge), Pen::solid(0.13));
    brush
        .only(Theme::Dark)
        .stroke(bars, tone(Shade::Line), Pen::solid(0.13));
    brush.ring(0.0, 0.0, 1.0, tone(Shade::Line), Pen::solid(0.1));
    const LIT: [Stop; 3] = [
        Stop::new(0.0, 0.0),
        Stop::new(0.6, 0.08),
        Stop::new(1.0, 0.6),
    ];
    const DEEP: [Stop; 3] = [
        Stop::new(0.0, 0.5),
        Stop::new(0.6, 0.0),
        Stop::new(1.0, 0.0),
    ];
    let inside = |stops| Paint::radial(Point::new(-0.25, -0.3), 1.05, tone(Shade::Lo), stops);
    brush.only(Theme::Light).disc(0.0, 0.0, 0.74, inside(&LIT));
    brush.only(Theme::Dark).disc(0.0, 0.0, 0.74, inside(&DEEP));
    brush.ring(0.0, 0.0, 0.74, tone(Shade::Edge), Pen::solid(0.09));
    // Cargo: a round, a square and a strand; not the same in each vesicle.
    let spot = |angle: f64| (toward(angle) * 0.36).to_point();
    let dot = spot(0.4);
    brush.disc(dot.x, dot.y, 0.15, tone(Shade::Line));
    let square = spot(2.3);
    let square = Affine::translate(square.to_vec2())
        * turned(0.5)
        * plate(kurbo::Rect::new(-0.13, -0.13, 0.13, 0.13), 0.0);
    brush.fill(square, tone(Shade::Line));
    let c = spot(4.4);
    let strand: Vec<Point> = (0..=6)
        .map(|i| {
            let u = f64::from(i) / 6.0;
            c + Vec2::new(-0.26 + 0.52 * u, -0.11 * sin(u * TAU))
        })
        .collect();
    brush.stroke(curve(&strand), tone(Shade::Line), Pen::solid(0.11));
    let shine = arc(Point::ORIGIN, 0.87, -2.5, -1.7, 4);
    let white = Tone::of(Ramp::Light, Shade::Mid);
    brush
        .only(Theme::Light)
        .stroke(shine, Paint::Flat(white, 0.9), Pen::solid(0.1));
}

fn lost(brush: &mut Brush<'_>) {
    brush.disc(
        0.0,
        0.0,
        1.0,
        Paint::Flat(Tone::of(Ramp::Ground, Shade::Mid), 0.85),
    );
    brush.ring(0.0, 0.0, 1.0, ink(Shade::Mid), Pen::dashed(0.15, 0.36, 0.3));
    let small = Affine::scale(0.52);
    brush.stroke(small * question(), ink(Shade::Lo), Pen::solid(0.14));
    brush.disc(0.01, 0.43, 0.095, ink(Shade::Lo));
}

/// The hook of a question mark, two units high about the origin.
fn question() -> BezPath {
    let mut path = BezPath::new();
    path.move_to((-0.48, -0.42));
    path.curve_to((-0.46, -0.82), (-0.2, -0.96), (0.03, -0.96));
    path.curve_to((0.33, -0.96), (0.54, -0.74), (0.54, -0.47));
    path.curve_to((0.54, -0.02), (0.02, 0.0), (0.02, 0.4));
    path
}
