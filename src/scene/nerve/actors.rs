//! What moves besides the sheath: the cut fibre, impulses, signals, trophic factors, vesicles. Lane coordinates.
//!
//! Every place is a function of the thing's own number and time, so nothing jumps. Must not be here: the models behind
//! the shares.

use std::f64::consts::TAU;

use kurbo::{BezPath, Point, Vec2};

use super::{FIBRE, GAP, axis, thin, tip};
use crate::model::curve::{lerp, smooth, smoother};
use crate::model::nerve::{INJURY_SECS, LaneState, State, Vesicle};
use crate::model::noise::{between, hash};
use crate::model::trig::sin;
use crate::scene::geometry::{Blob, Line, Walk, blob};
use crate::scene::ir::{Brush, Paint, Pen, Shape};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;

/// Half-width of the thin fibre.
pub const THIN: f64 = 5.4;

/// Contour and body of a part of a nerve cell.
pub fn nerve_body(brush: &mut Brush<'_>, whole: BezPath, core: BezPath, alpha: f64) {
    let (whole, core) = (Shape::from(whole), Shape::from(core));
    let flat = |depth| Paint::Flat(Tone::at(Ramp::Nerve, depth), alpha as f32);
    let shadow = Paint::Flat(Tone::of(Ramp::Light, Shade::Lo), 0.06 * alpha as f32);
    brush
        .only(Theme::Light)
        .stroke(whole.clone(), shadow, Pen::solid(8.0));
    brush.stroke(whole.clone(), flat(3.0), Pen::solid(2.8));
    brush.fill(whole, flat(1.6));
    brush.fill(core, flat(0.55));
}

/// A piece of the thin fibre.
pub fn thin_line(from: f64, to: f64, n: usize) -> Line {
    let points = (0..=n).map(|i| {
        let x = lerp(from, to, i as f64 / n as f64);
        Point::new(x, thin(x))
    });
    Line {
        points: points.collect(),
    }
}

/// The cut fibre: what is left of its far part, the gap, and the end that grows.
pub fn cut_fibre(brush: &mut Brush<'_>, state: &State) {
    let t = state.time_secs;
    let cut = smoother(INJURY_SECS + 0.6, INJURY_SECS + 5.0, t);
    let (far, near) = GAP;
    growth_cone(brush, state, cut);
    // Whole at first; the far part falls to pieces, those at the cut first and for good.
    let alpha = 1.0 - smooth(0.0, 0.55, cut);
    if alpha > 0.004 {
        let line = thin_line(-40.0, 1260.0, 20);
        let (whole, core) = (line.ribbon_path(|_| THIN), line.ribbon_path(|_| THIN - 1.9));
        nerve_body(brush, whole, core, alpha);
    }
    for i in 0..24_u32 {
        let share = f64::from(i) / 24.0;
        let x = lerp(60.0, near - 62.0, share) + between(81, i, -6.0, 6.0);
        let gone = 0.35 * smooth(30.0, 78.0, t) + 0.5 * smooth(0.55, 1.0, share) * cut;
        let alpha = smooth(0.1, 0.5, cut) * (1.0 - gone);
        let r = between(82, i, 3.6, 5.4) * lerp(1.15, 0.95, cut);
        let y = thin(x) + between(83, i, -2.0, 2.0) * cut;
        brush.place(Symbol::Ovoid, x, y, r, 0.0, alpha);
    }
    if cut > 0.004 {
        let mut way = BezPath::new();
        way.move_to((far, thin(far) + 1.0));
        way.line_to((near - 100.0, thin(near - 100.0) + 1.0));
        let ink = Paint::Flat(Tone::of(Ramp::Ink, Shade::Mid), 0.5 * cut as f32);
        brush.stroke(way, ink, Pen::dashed(1.5, 5.0, 6.0));
    }
}

/// Palm and five filopodia that feel about.
fn growth_cone(brush: &mut Brush<'_>, state: &State, shown: f64) {
    let at = tip(state);
    let t = state.time_secs;
    let stem = thin_line(1260.0, at.x, 12);
    let (mut whole, mut core) = (stem.ribbon_path(|_| THIN), stem.ribbon_path(|_| THIN - 1.9));
    for i in 0..5_u32 {
        let fan = (f64::from(i) - 2.0) * 0.44;
        let pace = between(85, i, 0.5, 0.75);
        let feel = sin(t * pace + hash(86, i) * TAU);
        let walk = Walk {
            heading: TAU / 2.0 + fan + 0.16 * feel,
            length: between(87, i, 19.0, 26.0)
                * (1.0 + 0.16 * sin(t * pace * 0.8 + f64::from(i)))
                * shown,
            bend: between(88, i, -0.3, 0.3) + 0.2 * feel,
            wiggle: 0.0,
            seed: 1,
            steps: 4,
        };
        let finger = Line::walk(at, walk);
        finger.ribbon(&mut whole, |u| 3.1 * (1.0 - u) + 0.9);
        finger.ribbon(&mut core, |u| (3.1 * (1.0 - u) - 0.5).max(0.15));
    }
    let palm = Blob {
        wave: 0.1,
        seed: 3,
        points: 12,
        phase: t * 0.4,
        ..Blob::default()
    };
    let centre = at - Vec2::new(3.0, 0.0);
    blob(&mut whole, centre, 4.6 + 4.8 * shown, palm);
    blob(&mut core, centre, 2.8 + 4.8 * shown, palm);
    nerve_body(brush, whole, core, 1.0);
}

/// Impulses on the fibre.
pub fn pulses(brush: &mut Brush<'_>, lane: &LaneState) {
    let (start, length) = FIBRE;
    for pulse in &lane.pulses {
        let x = start + length * pulse.at;
        if x < 1240.0 {
            let slope = 9.0 / 190.0 * sin(x / 190.0 + 0.6 + TAU / 4.0);
            let calm = pulse.strength * (1.0 - pulse.noisy);
            brush.place(Symbol::Pulse, x, axis(x), 9.6, slope, calm);
            brush.place(
                Symbol::Jag,
                x,
                axis(x),
                8.0,
                slope,
                pulse.strength * pulse.noisy,
            );
        }
    }
}

/// Where signals stand, in lane coordinates; the first that lie above the fibre, those after below.
const PRO_SITES: [(i16, i16); 12] = [
    (322, -72),
    (516, 71),
    (262, -66),
    (788, 63),
    (420, -76),
    (684, 60),
    (548, -74),
    (302, 70),
    (1036, 66),
    (394, 76),
    (504, -77),
    (562, 84),
];
const ANTI_SITES: [(i16, i16); 5] = [(850, 60), (244, 64), (737, 61), (972, 64), (434, 70)];

fn site((x, y): (i16, i16), slot: u32, t: f64) -> (Point, f64) {
    let (p, q) = (between(91, slot, 0.34, 0.5), between(92, slot, 0.3, 0.45));
    let (a, b) = (hash(93, slot) * TAU, hash(94, slot) * TAU);
    let at = Point::new(
        f64::from(x) + 9.0 * sin(t * p + a) + 3.0 * sin(t * 1.1 + b),
        f64::from(y) + 5.0 * sin(t * q + b) + axis(f64::from(x)),
    );
    (
        at,
        0.35 * sin(t * q * 0.8 + a) + between(95, slot, -0.7, 0.7),
    )
}

/// Signals that raise and that lower inflammation, where they are at a time.
pub fn signal_spots(lane: &LaneState, t: f64) -> impl Iterator<Item = (Symbol, Point, f64, f64)> {
    let pro = (0_u32..)
        .zip(PRO_SITES)
        .zip(lane.pro)
        .map(move |((slot, at), strength)| {
            let kind = match slot % 3 {
                0 => Symbol::Tnf,
                1 => Symbol::Il6,
                _ => Symbol::Il1,
            };
            let (at, turn) = site(at, slot, t);
            (kind, at, turn, strength)
        });
    let anti = (20_u32..)
        .zip(ANTI_SITES)
        .zip(lane.anti)
        .map(move |((slot, at), strength)| {
            let (at, turn) = site(at, slot, t);
            (Symbol::Il10, at, turn, strength)
        });
    pro.chain(anti)
}

/// Paints the signals.
pub fn signals(brush: &mut Brush<'_>, lane: &LaneState, t: f64) {
    for (kind, at, turn, strength) in signal_spots(lane, t) {
        let tag = if kind == Symbol::Il10 {
            crate::scene::ir::Tag::Anti
        } else {
            crate::scene::ir::Tag::Pro
        };
        let r = 12.4 * lerp(0.6, 1.0, strength);
        brush.tagged(tag).place(kind, at.x, at.y, r, turn, strength);
    }
}

/// The body's own factors: letter and place. The first grows in step 3.6 to show its two faces.
const OWN_SITES: [(u8, i16, i16); 3] = [(0, 476, 92), (1, 590, -76), (2, 900, 76)];
/// Those that come with vesicles.
const BROUGHT_SITES: [(u8, i16, i16); 4] =
    [(1, 455, -80), (0, 638, -72), (1, 674, -78), (2, 711, -68)];

/// Where an own factor is, and its radius.
pub fn own_spot(which: usize, state: &State) -> (Point, f64) {
    let (_, x, y) = OWN_SITES.get(which).copied().unwrap_or_default();
    let (at, _) = site((x, y), 40 + which as u32, state.time_secs);
    if which == 0 {
        let big = Point::new(f64::from(x), f64::from(y) + 6.0);
        (at.lerp(big, state.faces), lerp(15.5, 29.0, state.faces))
    } else {
        (at, 15.5)
    }
}

/// Where a factor that came with the vesicles is.
pub fn brought_spot(which: usize, state: &State) -> Point {
    let (_, x, y) = BROUGHT_SITES.get(which).copied().unwrap_or_default();
    site((x, y), 50 + which as u32, state.time_secs).0
}

fn factor(brush: &mut Brush<'_>, letter: u8, at: Point, r: f64, (turn, alpha): (f64, f64)) {
    brush.place(Symbol::Trophic, at.x, at.y, r, turn, alpha);
    brush.place(Symbol::Letter(letter), at.x, at.y, r, 0.0, alpha);
}

/// Above the fibre the teeth turn down to it, below it up.
fn turned(y: f64, faces: f64, slot: u32) -> f64 {
    let toward = if y < 0.0 { TAU / 4.0 } else { -TAU / 4.0 };
    lerp(between(96, slot, -0.2, 0.2), toward, faces)
}

/// Paints the body's own factors.
pub fn own_factors(brush: &mut Brush<'_>, lane: &LaneState, state: &State) {
    for (i, (letter, _, y)) in OWN_SITES.into_iter().enumerate() {
        let (at, r) = own_spot(i, state);
        // The large one shows both faces side by side to its labels.
        let faces = if i == 0 { 0.0 } else { state.faces };
        let turn = turned(f64::from(y), faces, i as u32);
        factor(brush, letter, at, r, (turn, lane.own_factors));
    }
}

/// Paints the factors that came with vesicles.
pub fn brought(brush: &mut Brush<'_>, state: &State) {
    for (i, ((letter, _, y), alpha)) in BROUGHT_SITES.into_iter().zip(state.brought).enumerate() {
        let at = brought_spot(i, state);
        let turn = turned(f64::from(y), state.faces, 8 + i as u32);
        factor(
            brush,
            letter,
            at,
            16.5 * lerp(0.5, 1.0, alpha),
            (turn, alpha),
        );
    }
}

/// Where a vesicle is, and its radius.
pub fn vesicle_spot(vesicle: &Vesicle) -> (Point, f64) {
    // Humps of the Schwann cells on the upper side.
    const GATES: [(f64, f64); 3] = [(374.0, 70.0), (552.0, 66.0), (812.0, 70.0)];
    let i = vesicle.index;
    let gate = GATES.get((i % 3) as usize).copied().unwrap_or_default();
    let gate = Point::new(gate.0, axis(gate.0) - gate.1);
    let wait = Point::new(
        lerp(322.0, 828.0, (f64::from(i) * 0.618).fract()),
        -114.0 + between(102, i, -10.0, 8.0),
    );
    let start = Point::new(wait.x + between(103, i, -90.0, 50.0), -146.0);
    let t = vesicle.age_secs;
    let sway = Vec2::new(
        6.0 * sin(t * 0.8 + hash(104, i) * TAU),
        4.0 * sin(t * 0.95 + hash(105, i) * TAU),
    );
    let goal = if vesicle.lost {
        // Off to the side, but not out of the lane: its "?" is to be read.
        wait + Vec2::new(between(106, i, -60.0, 0.0), -12.0)
    } else {
        gate + Vec2::new(between(106, i, -34.0, 34.0), 0.0)
    };
    let at = start.lerp(wait, vesicle.drift) + sway * (1.0 - vesicle.inward);
    let at = at.lerp(goal, vesicle.inward);
    (
        at,
        lerp(12.6, if vesicle.lost { 12.6 } else { 8.0 }, vesicle.inward),
    )
}

/// Paints the vesicles; those that go astray turn into a dashed ring with "?".
pub fn vesicles(brush: &mut Brush<'_>, state: &State) {
    for vesicle in &state.vesicles {
        let (at, r) = vesicle_spot(vesicle);
        let turn = hash(107, vesicle.index) * TAU + 0.1 * vesicle.age_secs;
        let lost = if vesicle.lost {
            smooth(0.0, 0.3, vesicle.inward)
        } else {
            0.0
        };
        let shown = vesicle.presence;
        brush.place(Symbol::Exosome, at.x, at.y, r, turn, shown * (1.0 - lost));
        brush.place(Symbol::Lost, at.x, at.y, r, 0.0, shown * lost);
    }
}

/// Where the "?" of step 3.7 stands: in the gap.
pub const UNKNOWN: (f64, f64) = (345.0, 92.0);

/// The "?" in the gap: how far a fibre gets is not known.
pub fn unknown(brush: &mut Brush<'_>, t: f64) {
    let shown = smooth(70.6, 72.0, t);
    brush.place(
        Symbol::Lost,
        UNKNOWN.0,
        UNKNOWN.1,
        lerp(9.0, 15.0, shown),
        0.0,
        shown,
    );
}
