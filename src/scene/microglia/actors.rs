//! What moves besides the cell: signals, vesicles, impulses. Lane coordinates.
//!
//! Every path is a function of the thing's own share of its way, so nothing jumps; things fade in
//! where they leave a membrane and fade out where they are heard, taken in or lost.
//! Must not be here: the models behind the shares.

use std::f64::consts::TAU;

use kurbo::{Affine, Point, Vec2};

use super::cell::{Outline, SOMA_AT_REST};
use super::receptors::receptors;
use super::tissue::{axon_line, fibre_line};
use crate::model::curve::{lerp, smooth, smoother};
use crate::model::microglia::{
    LaneState, Pulse, Signal, SignalKind, TRUE_SIZE, Vesicle, VesicleFate,
};
use crate::model::noise::{between, hash};
use crate::model::trig::{cos, exp, pow, sin};
use crate::scene::geometry::{Line, arc, toward};
use crate::scene::ir::{Brush, Node, Paint, Pen, Tag};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;

/// A signal's place, size, turn and visibility.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Centre.
    pub at: Point,
    /// Radius.
    pub r: f64,
    /// Turn, radians.
    pub turn: f64,
    /// Visibility 0..=1.
    pub alpha: f64,
}

/// Mouths of the receptors and the way they face.
type Mouths = [(Point, f64)];

/// Every third signal is heard by the neuron; the rest thins out in the tissue.
fn receptor_of(signal: &Signal, mouths: &Mouths) -> Option<(Point, f64)> {
    let draw = hash(501, signal.slot * 64 + signal.turn);
    let heard = signal.kind.raises() && draw < 0.34;
    let which = (draw * 997.0) as usize % mouths.len().max(1);
    if heard {
        mouths.get(which).copied()
    } else {
        None
    }
}

/// Where a signal is.
fn signal_spot(signal: &Signal, cell: &Outline, mouths: &Mouths) -> Spot {
    let key = signal.slot * 64 + signal.turn;
    let p = signal.progress;
    // Slots take turns round the cell, so that signals leave on all sides.
    let branch = signal.slot * 3 + signal.turn * 5;
    // It leaves the membrane near the end of a lobe.
    let (gate, heading) = cell.along(branch, between(503, key, 0.72, 1.0));
    let outward = gate - cell.form.centre;
    let outward = outward / outward.hypot().max(1.0);
    let start = gate + outward * between(504, key, 2.0, 14.0);
    // First a push off the membrane that dies down, then drift.
    let push = 1.0 - (1.0 - p).powi(3);
    let side = toward(heading + TAU / 4.0) * between(505, key, -58.0, 58.0);
    let free =
        start + outward * (between(506, key, 50.0, 132.0) * push) + side * smoother(0.0, 1.0, p);
    let wobble = Vec2::new(
        sin(p * 9.0 + hash(507, key) * TAU) + 0.5 * sin(p * 17.0 + hash(508, key) * TAU),
        cos(p * 8.0 + hash(509, key) * TAU) + 0.5 * cos(p * 15.0 + hash(510, key) * TAU),
    ) * 4.5;
    let (at, leave) = match receptor_of(signal, mouths) {
        Some((mouth, facing)) => {
            let mouth = mouth + toward(facing - TAU / 4.0) * 15.0;
            let near = smoother(0.25, 0.94, p);
            (
                (free + wobble * (1.0 - near)).lerp(mouth, near),
                smooth(0.955, 1.0, p),
            )
        }
        None => (free + wobble, smooth(0.72, 1.0, p)),
    };
    let base = match signal.kind {
        SignalKind::Il10 => 10.5,
        _ => between(511, key, 11.5, 14.5),
    };
    let born = smooth(0.0, 0.07, p);
    Spot {
        at: keep_in(at),
        r: base * (0.45 + 0.55 * born) * (1.0 - 0.25 * leave),
        turn: between(512, key, -0.9, 0.9) + 0.55 * p * (hash(513, key) - 0.5),
        alpha: born * (1.0 - leave) * signal.strength,
    }
}

/// Signals stay on the lane: near its edges they slow down instead of crossing.
fn keep_in(at: Point) -> Point {
    let soft = |v: f64, lo: f64, hi: f64| {
        let ease = 40.0;
        if v < lo + ease {
            lo + ease * exp((v - lo - ease) / ease)
        } else if v > hi - ease {
            hi - ease * exp((hi - ease - v) / ease)
        } else {
            v
        }
    };
    Point::new(soft(at.x, 60.0, 590.0), soft(at.y, 190.0, 690.0))
}

/// Where the signals of one lane are, in the order of the state.
pub fn signal_spots(lane: &LaneState, cell: &Outline) -> Vec<Spot> {
    let mouths = receptors();
    let mut spots: Vec<Spot> = lane
        .signals
        .iter()
        .map(|signal| signal_spot(signal, cell, &mouths))
        .collect();
    for _ in 0..ROUNDS {
        make_room(&mut spots);
    }
    spots
}

/// How often signals make room for each other, so that no clump is left.
pub const ROUNDS: usize = 4;

/// Paints the signals of one lane.
pub fn signals(brush: &mut Brush<'_>, lane: &LaneState, spots: &[Spot]) {
    let mouths = receptors();
    for (signal, spot) in lane.signals.iter().zip(spots) {
        let (symbol, tag) = match signal.kind {
            SignalKind::Tnf => (Symbol::Tnf, Tag::Pro),
            SignalKind::Il1 => (Symbol::Il1, Tag::Pro),
            SignalKind::Il6 => (Symbol::Il6, Tag::Pro),
            SignalKind::Il10 => (Symbol::Il10, Tag::Anti),
        };
        brush
            .tagged(tag)
            .place(symbol, spot.at.x, spot.at.y, spot.r, spot.turn, spot.alpha);
    }
    heard(&mut brush.tagged(Tag::Neuron), lane, &mouths);
}

/// Signals that come close give way to each other, each as much as the other is visible; the push
/// grows softly from nothing, so that it never shows as a jolt.
pub fn make_room(spots: &mut [Spot]) {
    for i in 1..spots.len() {
        let (before, rest) = spots.split_at_mut(i);
        let Some(one) = rest.first_mut() else {
            continue;
        };
        for other in before {
            let apart = one.at - other.at;
            let (distance, room) = (apart.hypot().max(0.5), one.r + other.r + 7.0);
            if distance < room {
                let closeness = 1.0 - distance / room;
                let push = apart / distance * (closeness * (0.3 + 0.3 * closeness) * room);
                one.at += push * other.alpha;
                other.at -= push * one.alpha;
            }
        }
    }
}

/// A receptor that hears a signal shows it once: a ring that widens and fades.
fn heard(brush: &mut Brush<'_>, lane: &LaneState, mouths: &Mouths) {
    for signal in &lane.signals {
        let Some((mouth, facing)) = receptor_of(signal, mouths) else {
            continue;
        };
        let share = smooth(0.9, 1.0, signal.progress);
        let alpha = share * (1.0 - smooth(0.97, 1.0, signal.progress)) * signal.strength;
        if alpha > 0.01 {
            let at = mouth + toward(facing - TAU / 4.0) * 6.0;
            let paint = Paint::Flat(Tone::of(Ramp::Nerve, Shade::Line), alpha as f32 * 0.8);
            brush.ring(at.x, at.y, lerp(10.0, 15.0, share), paint, Pen::solid(2.0));
        }
    }
}

/// Impulses travel at this speed (order only; said on stage as not to scale).
const PULSE_SPEED: f64 = 90.0;

/// Paints impulses along a line; `lead` is how far along it they set out.
pub fn pulses(brush: &mut Brush<'_>, line: &Line, lead: f64, list: &[Pulse], width: f64) {
    let length: f64 = line
        .points
        .windows(2)
        .map(|w| {
            w.first()
                .zip(w.last())
                .map_or(0.0, |(a, b)| (*b - *a).hypot())
        })
        .sum();
    for pulse in list {
        let centre = (lead + pulse.age_secs * PULSE_SPEED) / length;
        let half = (9.0 + 3.0 * pulse.urgency) / length;
        if centre - half <= 0.0 || centre + half >= 1.0 {
            continue;
        }
        let piece = line.piece(centre - half, centre + half, 6);
        let wide = width * (1.0 + 0.18 * pulse.urgency);
        let body = piece.ribbon_path(|u| wide * pow(sin(TAU / 2.0 * u).max(0.0), 0.55) + 0.1);
        let alpha = smooth(0.0, 0.5, pulse.age_secs) as f32;
        let dark = Paint::Flat(Tone::of(Ramp::Nerve, Shade::Line), 0.95 * alpha);
        brush.only(Theme::Light).fill(body.clone(), dark);
        let lit = Paint::Flat(Tone::of(Ramp::Nerve, Shade::Line), alpha);
        brush.only(Theme::Dark).fill(body, lit);
    }
}

/// Paints the impulses of one lane.
pub fn impulses(brush: &mut Brush<'_>, lane: &LaneState) {
    let fibre = fibre_line();
    pulses(
        &mut brush.tagged(Tag::Fibre),
        &fibre,
        120.0,
        &lane.fibre_pulses,
        4.4,
    );
    let axon = axon_line();
    pulses(
        &mut brush.tagged(Tag::Neuron),
        &axon,
        46.0,
        &lane.neuron_pulses,
        3.2,
    );
}

/// Radius of an exosome on stage where it is enlarged (said on stage).
pub const VESICLE_R: f64 = 12.0;

/// What enlarged vesicles shrink by: straight in the logarithm down to their true size.
fn shrink(true_scale: f64) -> f64 {
    let small = TRUE_SIZE * SOMA_AT_REST * super::CELL_SCALE / VESICLE_R;
    pow(small, true_scale)
}

/// Where a vesicle docks: branch, share of the branch, side.
fn dock(index: u32) -> (u32, f64, f64) {
    // Branches that point up or sideways, where the vesicles come from.
    let branch = [6, 7, 5, 6, 0, 4, 7][index as usize % 7];
    let side = if index.is_multiple_of(2) { 1.0 } else { -1.0 };
    (branch, between(601, index, 0.5, 0.92), side)
}

/// Where a vesicle is.
pub fn vesicle_spot(vesicle: &Vesicle, cell: &Outline, true_scale: f64) -> Spot {
    let i = vesicle.index;
    let start = Point::new(between(602, i, 150.0, 470.0), between(603, i, 60.0, 110.0));
    let sway = Vec2::new(
        sin(vesicle.drift * 7.0 + hash(604, i) * TAU),
        cos(vesicle.drift * 6.0 + hash(605, i) * TAU) * 0.6,
    ) * 13.0;
    let (turn, r) = (
        hash(606, i) * TAU + 0.5 * vesicle.drift,
        VESICLE_R * shrink(true_scale) * between(607, i, 0.9, 1.08),
    );
    let at = match vesicle.fate {
        VesicleFate::Lost => {
            let end = Point::new(between(608, i, 462.0, 526.0), between(609, i, 322.0, 346.0));
            start.lerp(end, smoother(0.0, 1.0, vesicle.drift)) + sway
        }
        VesicleFate::TakenIn(place) => {
            let (branch, share, side) = dock(place);
            let (point, along) = cell.along(branch, share);
            let out = toward(along + side * TAU / 4.0);
            // The membrane is as far from the centre line as the lobe is wide there.
            let wide = lerp(4.0, 16.0, smooth(0.2, 0.9, cell.form.alert)) * cell.form.scale;
            let outside = point + out * (wide + r * 0.9);
            let pressed = point + out * (wide * 0.35);
            let site = outside.lerp(pressed, vesicle.docked);
            let inside = cell.along(branch, share * 0.25).0;
            let inside = inside.lerp(cell.form.centre + Vec2::new(10.0, 22.0) * side, 0.35);
            let near = smoother(0.0, 1.0, vesicle.drift);
            let at = start.lerp(site, near) + sway * (1.0 - near);
            at.lerp(inside, vesicle.inward)
        }
    };
    Spot {
        at,
        r,
        turn,
        alpha: vesicle.presence,
    }
}

/// Paints the vesicles: free, docking, in a pocket of membrane, open; or lost.
pub fn vesicles(brush: &mut Brush<'_>, list: &[Vesicle], cell: &Outline, true_scale: f64) {
    // What becomes too small to be seen has a hairline ring where it was enlarged.
    let ringed = smooth(0.0, 0.35, true_scale);
    for vesicle in list {
        let spot = vesicle_spot(vesicle, cell, true_scale);
        let (at, r) = (spot.at, spot.r);
        let line = |alpha: f64| Paint::Flat(Tone::of(Ramp::Exosome, Shade::Line), alpha as f32);
        let tiny = spot.alpha * (1.0 - smooth(1.0, 3.0, r));
        if tiny > 0.0 {
            brush.disc(at.x, at.y, r, line(tiny));
        }
        let found = spot.alpha * ringed * (1.0 - smooth(0.3, 0.8, vesicle.opened));
        if found > 0.004 {
            brush.ring(at.x, at.y, VESICLE_R, line(found), Pen::solid(0.9));
        }
        paint_vesicle(brush, vesicle, spot);
        if vesicle.fate == VesicleFate::Lost {
            // The sign for what is unknown keeps its size.
            let unknown = spot.alpha * ringed * smooth(0.0, 0.3, vesicle.opened);
            brush.place(Symbol::Lost, at.x, at.y, VESICLE_R, 0.0, unknown);
        }
    }
}

/// Paints one vesicle at its place.
pub fn paint_vesicle(brush: &mut Brush<'_>, vesicle: &Vesicle, spot: Spot) {
    let Spot { at, r, turn, alpha } = spot;
    if vesicle.fate == VesicleFate::Lost {
        let unknown = smooth(0.0, 0.3, vesicle.opened);
        brush.place(
            Symbol::Exosome,
            at.x,
            at.y,
            r,
            turn,
            alpha * (1.0 - unknown),
        );
        let shown = alpha * unknown;
        if shown > 0.004 {
            // Vesicles are in the lane that is mirrored; its "?" is to be read all the same.
            let map = Affine::translate(at.to_vec2()) * Affine::scale_non_uniform(-r, r);
            brush.add(Node::Use(Symbol::Lost, map, shown as f32));
        }
        return;
    }
    let held = smooth(0.3, 1.0, vesicle.docked) * (1.0 - smooth(0.5, 1.0, vesicle.opened));
    if held > 0.0 {
        let pale = Tone::of(Ramp::Ground, Shade::Mid);
        let line = Tone::of(Ramp::Exosome, Shade::Line);
        let pale = Paint::Flat(pale, (0.72 * held * alpha) as f32);
        brush.disc(at.x, at.y, r * 1.42, pale);
        let ring = Paint::Flat(line, (0.75 * held * alpha) as f32);
        brush.ring(at.x, at.y, r * 1.42, ring, Pen::solid((0.117 * r).min(1.4)));
    }
    let open = vesicle.opened;
    let whole = alpha * (1.0 - smooth(0.0, 0.35, open));
    let size = r * lerp(1.0, 0.92, vesicle.inward);
    brush.place(Symbol::Exosome, at.x, at.y, size, turn, whole);
    if open > 0.0 {
        open_wall(brush, at, r * 0.92, turn, open, alpha);
    }
}

/// The wall with a gap, and the cargo that leaves through it.
fn open_wall(brush: &mut Brush<'_>, at: Point, r: f64, turn: f64, open: f64, alpha: f64) {
    let shown = alpha * smooth(0.0, 0.2, open) * (1.0 - smooth(0.7, 1.0, open));
    let tone = |shade| Tone::of(Ramp::Exosome, shade);
    let gap = 1.5 * smooth(0.0, 0.6, open);
    for (radius, shade, width) in [(r, Shade::Line, 2.0), (r * 0.74, Shade::Edge, 1.6)] {
        let wall = arc(at, radius, turn + gap / 2.0, turn + TAU - gap / 2.0, 14);
        brush.stroke(
            wall,
            Paint::Flat(tone(shade), shown as f32),
            Pen::solid(width * r / (VESICLE_R * 0.92)),
        );
    }
    let out = smooth(0.1, 1.0, open);
    let fade = (alpha * smooth(0.05, 0.25, open) * (1.0 - smooth(0.75, 1.0, open))) as f32;
    for k in 0..5_u32 {
        let heading = turn + (f64::from(k) - 2.0) * 0.34;
        let reach = r * lerp(0.3, 2.2 + 0.5 * f64::from(k % 3), out);
        let dot = at + toward(heading) * reach;
        brush.disc(
            dot.x,
            dot.y,
            0.208 * r,
            Paint::Flat(tone(Shade::Line), fade),
        );
    }
}
