//! The symbols of the scene `evidence`: what the rungs and routes are marked with, people, a study's sheet. See the
//! parent module. Tables are in hundredths of the symbol's radius, see [`trace`].

use super::{Symbol, ink};
use crate::scene::evidence::shapes::{rounded, trace};
use crate::scene::geometry::turned;
use crate::scene::ir::{Brush, Paint, Pen, Shape};
use crate::theme::tokens::{Ramp, Shade, Tone};
use kurbo::Rect;

/// Draws a symbol of this file.
pub(super) fn draw(brush: &mut Brush<'_>, symbol: Symbol) {
    match symbol {
        Symbol::Rung(rung) => self::rung(brush, rung),
        Symbol::FibrePiece => fibre(brush),
        Symbol::DripBag => bag(brush),
        Symbol::Syringe => syringe(brush),
        Symbol::Person => person(brush, true),
        Symbol::Nobody => person(brush, false),
        Symbol::Sheet => sheet(brush),
        Symbol::Equal => equal(brush),
        _ => {}
    }
}

/// Lines, rings and dots of the rungs' marks: dish, mouse, one person, two people of whom one is a comparison.
const LINES: [&[i16]; 4] = [
    &[
        0, -79, -25, 2, -79, -44, -43, -60, 0, -60, 2, 43, -60, 79, -44, 79, -25, 2, 79, -6, 43,
        10, 0, 10, 2, -43, 10, -79, -6, -79, -25, 1, -79, 18, 2, -79, 39, -44, 55, 0, 55, 2, 44,
        55, 79, 39, 79, 18, 1, 79, -25,
    ],
    &[
        0, 80, 30, 2, 67, -5, 42, -25, 12, -30, 2, -42, -38, -72, -5, -72, 27, 2, -72, 42, -63, 52,
        -48, 52, 1, 57, 52, 2, 72, 52, 84, 44, 80, 30, 3, 0, -70, 38, 2, -88, 42, -93, 62, -77, 72,
        2, -68, 77, -50, 77, -32, 77,
    ],
    &[
        0, -62, 70, 2, -62, 28, -37, 3, 0, 3, 2, 37, 3, 62, 28, 62, 70,
    ],
    &[
        0, -85, 58, 2, -85, 25, -68, 5, -42, 5, 2, -15, 5, 2, 25, 2, 58,
    ],
];
/// Rings: the rung, then place and radius.
const RINGS: [[i16; 4]; 4] = [
    [1, 5, -32, 24],
    [2, 0, -45, 30],
    [3, -42, -40, 24],
    [4, 47, -40, 24],
];
/// Dots, likewise.
const DOTS: [[i16; 4]; 4] = [
    [0, -25, -25, 12],
    [0, 13, -33, 9],
    [0, 22, -13, 10],
    [1, 48, 12, 9],
];
const OTHER: &[i16] = &[0, 15, 58, 2, 17, 25, 28, 5, 47, 5, 2, 72, 5, 87, 25, 87, 58];

/// The mark of a rung, 0 (cells) to 3 (controlled trials).
fn rung(brush: &mut Brush<'_>, rung: u8) {
    let tone = ink(Shade::Lo);
    let pen = Pen::solid(0.16);
    if let Some(lines) = LINES.get(usize::from(rung)) {
        brush.stroke(trace(lines, 100.0), tone, pen);
    }
    let broken = Pen::dashed(0.16, 0.2, 0.24);
    if rung == 3 {
        brush.stroke(trace(OTHER, 100.0), tone, broken);
    }
    for (list, ring) in [(RINGS, true), (DOTS, false)] {
        for [which, x, y, r] in list {
            // The comparison's head is written as a fifth mark: it belongs to the fourth, dashed.
            let dashed = which == 4;
            if i16::from(rung) != which && !(dashed && rung == 3) {
                continue;
            }
            let [x, y, r] = [x, y, r].map(|n| f64::from(n) / 100.0);
            if ring {
                brush.ring(x, y, r, tone, if dashed { broken } else { pen });
            } else {
                brush.disc(x, y, r, tone);
            }
        }
    }
}

const FIBRE: &[i16] = &[0, -75, 15, 2, -25, -18, 25, -25, 75, -5];
const CORE: &[i16] = &[0, -95, 25, 2, -35, -15, 28, -25, 95, -5];

/// A piece of nerve fibre.
fn fibre(brush: &mut Brush<'_>) {
    let sheath = |shade| Tone::of(Ramp::Myelin, shade);
    brush.stroke(trace(FIBRE, 100.0), sheath(Shade::Line), Pen::solid(0.58));
    brush.stroke(trace(FIBRE, 100.0), sheath(Shade::Lo), Pen::solid(0.44));
    brush.stroke(
        trace(CORE, 100.0),
        Tone::of(Ramp::Nerve, Shade::Edge),
        Pen::solid(0.18),
    );
}

const BAG: &[i16] = &[
    0, -48, -88, 1, 48, -88, 1, 54, 6, 2, 50, 30, 32, 48, 0, 55, 2, -32, 48, -50, 30, -54, 6, 3,
];

/// The bag of a drip.
fn bag(brush: &mut Brush<'_>) {
    let body = Shape::from(trace(BAG, 100.0));
    brush.fill(body.clone(), Tone::at(Ramp::Exosome, 0.7));
    brush.stroke(body, ink(Shade::Mid), Pen::solid(0.12));
    brush.stroke(
        trace(&[0, 0, 55, 1, 0, 98], 100.0),
        ink(Shade::Mid),
        Pen::solid(0.14),
    );
}

const NEEDLE: &[i16] = &[
    0, -100, 0, 1, -44, 0, 0, 36, 0, 1, 92, 0, 0, 92, -20, 1, 92, 20,
];

/// A syringe, aslant.
fn syringe(brush: &mut Brush<'_>) {
    let aslant = turned(-0.63);
    let bar = |x0: f64, x1: f64, half: f64| aslant * rounded(Rect::new(x0, -half, x1, half), 0.06);
    brush.stroke(
        aslant * trace(NEEDLE, 100.0),
        ink(Shade::Mid),
        Pen::solid(0.09),
    );
    let barrel = Shape::from(bar(-0.44, 0.52, 0.22));
    brush.fill(barrel.clone(), Tone::of(Ramp::Ground, Shade::Mid));
    brush.fill(bar(-0.4, 0.12, 0.17), Tone::at(Ramp::Exosome, 0.9));
    brush.fill(bar(0.1, 0.2, 0.2), ink(Shade::Mid));
    brush.stroke(barrel, ink(Shade::Mid), Pen::solid(0.09));
}

const TORSO: &[i16] = &[
    0, -90, 65, 2, -90, -11, -56, -51, 0, -51, 2, 56, -51, 90, -11, 90, 65, 2, 90, 79, 84, 85, 70,
    85, 1, -70, 85, 2, -84, 85, -90, 79, -90, 65, 3,
];

/// A person: somebody, or a place where nobody is. Without a face.
fn person(brush: &mut Brush<'_>, somebody: bool) {
    let torso = trace(TORSO, 100.0);
    if somebody {
        let tone = ink(Shade::Line);
        brush.disc(0.0, -1.3, 0.56, tone);
        brush.fill(torso, tone);
    } else {
        let (tone, pen) = (ink(Shade::Edge), Pen::dashed(0.15, 0.28, 0.26));
        brush.ring(0.0, -1.3, 0.5, tone, pen);
        brush.stroke(torso, tone, pen);
    }
}

const SHEET: &[i16] = &[
    0, -70, -95, 1, 30, -95, 1, 70, -55, 1, 70, 95, 1, -70, 95, 3,
];
const PRINT: &[i16] = &[
    0, -34, -20, 1, 34, -20, 0, -34, 24, 1, 34, 24, 0, -34, 66, 1, 10, 66,
];

/// A sheet of paper: one study.
fn sheet(brush: &mut Brush<'_>) {
    let sheet = Shape::from(trace(SHEET, 100.0));
    brush.fill(sheet.clone(), Tone::of(Ramp::Membrane, Shade::Lo));
    brush.stroke(sheet, ink(Shade::Line), Pen::solid(0.24));
    brush.stroke(
        trace(PRINT, 100.0),
        Paint::from(ink(Shade::Line)),
        Pen::solid(0.14),
    );
}

/// Two bars in a ring: no difference.
fn equal(brush: &mut Brush<'_>) {
    brush.disc(0.0, 0.0, 1.0, Tone::of(Ramp::Ground, Shade::Mid));
    brush.ring(0.0, 0.0, 1.0, ink(Shade::Lo), Pen::solid(0.2));
    let bars = trace(&[0, -42, -24, 1, 42, -24, 0, -42, 24, 1, 42, 24], 100.0);
    brush.stroke(bars, ink(Shade::Lo), Pen::solid(0.22));
}
