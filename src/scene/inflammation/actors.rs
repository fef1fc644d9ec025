//! What moves besides the macrophages: signals, vesicles, blood, white cells, impulses. Lane coordinates.
//!
//! Every path is a function of the thing's own share of its way, so nothing jumps; things fade in where they leave a
//! membrane and fade out where they are heard, taken in or lost.
//! Must not be here: the models behind the shares.

use std::f64::consts::TAU;

use kurbo::{BezPath, Point, Vec2};

use super::cells::Macrophage;
use super::tissue::{GROUND, bundle_line, vessel_line};
use crate::model::curve::{lerp, smooth, smoother};
use crate::model::inflammation::{LaneState, stays_in_blood};
use crate::model::microglia::{Signal, SignalKind, Vesicle, VesicleFate};
use crate::model::noise::{between, hash};
use crate::model::trig::{cos, exp, sin};
use crate::scene::geometry::toward;
use crate::scene::ir::{Brush, Node, Paint, Pen, Tag};
use crate::scene::microglia::actors::{ROUNDS, Spot, make_room, paint_vesicle, pulses};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Secs;

/// Where a vesicle is docked, held in its pocket, and opened: the three stages of uptake.
pub const STAGES: [Point; 3] = [
    Point::new(233.0, 321.0),
    Point::new(253.0, 378.0),
    Point::new(318.0, 448.0),
];

/// Some raising signals reach the nerve; this is where, or none where the signal thins out in the tissue.
fn heard_at(signal: &Signal) -> Option<Point> {
    let draw = hash(521, signal.slot * 64 + signal.turn);
    let x = lerp(150.0, 560.0, draw / 0.4);
    (signal.kind.raises() && draw < 0.4).then(|| Point::new(x, 584.0 + (x - 300.0).abs() * 0.02))
}

fn signal_spot(signal: &Signal, cells: &[Macrophage; 2]) -> Spot {
    let key = signal.slot * 64 + signal.turn;
    let p = signal.progress;
    let [large, small] = cells;
    let cell = if signal.slot % 5 < 3 { large } else { small };
    let (gate, heading) = cell.tip(signal.slot * 2 + signal.turn * 5);
    let outward = gate - cell.centre;
    let outward = outward / outward.hypot().max(1.0);
    // First a push off the membrane that dies down, then drift.
    let push = 1.0 - (1.0 - p).powi(3);
    let side = toward(heading + TAU / 4.0) * between(525, key, -95.0, 95.0);
    let free = gate
        + outward * (12.0 + between(526, key, 26.0, 96.0) * push)
        + side * smoother(0.0, 1.0, p);
    let wave = |k: u32, f: f64| sin(p * f + hash(k, key) * TAU);
    let wobble = Vec2::new(
        wave(527, 8.0) + 0.5 * wave(528, 15.0),
        wave(529, 7.0) + 0.5 * wave(530, 13.0),
    ) * 4.5;
    let free = keep_in(free + wobble);
    let (at, leave) = match heard_at(signal) {
        Some(goal) => (
            free.lerp(goal, smoother(0.25, 0.95, p)),
            smooth(0.955, 1.0, p),
        ),
        None => (free, smooth(0.75, 1.0, p)),
    };
    let size = if signal.kind.raises() {
        between(531, key, 11.5, 14.5)
    } else {
        10.5
    };
    let born = smooth(0.0, 0.07, p);
    Spot {
        at,
        r: size * (0.45 + 0.55 * born) * (1.0 - 0.25 * leave),
        turn: between(532, key, -0.9, 0.9) + 0.55 * p * (hash(533, key) - 0.5),
        alpha: born * (1.0 - leave) * signal.strength,
    }
}

/// Signals stay between vessel, divider, head of the picture and nerve: near them they slow down.
fn keep_in(at: Point) -> Point {
    let soft = |v: f64, lo: f64, hi: f64| {
        let ease = 30.0;
        if v < lo + ease {
            lo + ease * exp((v - lo - ease) / ease)
        } else if v > hi - ease {
            hi - ease * exp((hi - ease - v) / ease)
        } else {
            v
        }
    };
    // Towards the divider the balance stands above them.
    let head = lerp(244.0, 304.0, smooth(320.0, 400.0, at.x));
    Point::new(soft(at.x, 140.0, 586.0), soft(at.y, head, 576.0))
}

/// Where the signals of one lane are, in the order of the state.
pub fn signal_spots(lane: &LaneState, cells: &[Macrophage; 2]) -> Vec<Spot> {
    let spots = lane.signals.iter().map(|signal| signal_spot(signal, cells));
    let mut spots: Vec<Spot> = spots.collect();
    for spot in &mut spots {
        give_way(spot);
    }
    for _ in 0..ROUNDS {
        make_room(&mut spots);
    }
    spots
}

/// Signals go round the cells: the push grows softly from nothing.
fn give_way(spot: &mut Spot) {
    /// Centres and radii.
    const CELLS: [(i16, i16, i16); 5] = [
        (128, 348, 36),
        (168, 486, 34),
        (386, 538, 30),
        (292, 398, 100),
        (478, 494, 62),
    ];
    for (x, y, r) in CELLS {
        let room = f64::from(r) + spot.r + 6.0;
        let apart = spot.at - Point::new(f64::from(x), f64::from(y));
        let distance = apart.hypot().max(1.0);
        if distance < room {
            let closeness = 1.0 - distance / room;
            spot.at += apart / distance * (closeness * (1.0 - 0.4 * closeness) * room * 0.8);
        }
    }
}

/// Paints the signals of one lane; where the nerve hears one, a ring widens and fades.
pub fn signals(brush: &mut Brush<'_>, lane: &LaneState, spots: &[Spot]) {
    for (signal, spot) in lane.signals.iter().zip(spots) {
        if let Some(at) = heard_at(signal) {
            let share = smooth(0.88, 1.0, signal.progress);
            let alpha = share * (1.0 - smooth(0.97, 1.0, signal.progress)) * signal.strength;
            if alpha > 0.01 {
                let paint = Paint::Flat(Tone::of(Ramp::Pro, Shade::Edge), (0.7 * alpha) as f32);
                let r = lerp(9.0, 16.0, share);
                brush
                    .tagged(Tag::Fibre)
                    .ring(at.x, at.y, r, paint, Pen::solid(1.8));
            }
        }
        let (symbol, tag) = match signal.kind {
            SignalKind::Tnf => (Symbol::Tnf, Tag::Pro),
            SignalKind::Il1 => (Symbol::Il1, Tag::Pro),
            SignalKind::Il6 => (Symbol::Il6, Tag::Pro),
            SignalKind::Il10 => (Symbol::Il10, Tag::Anti),
        };
        let Spot { at, r, turn, alpha } = *spot;
        brush.tagged(tag).place(symbol, at.x, at.y, r, turn, alpha);
    }
}

/// Paints the impulses on two fibres of the bundle.
pub fn impulses(brush: &mut Brush<'_>, lane: &LaneState) {
    for (off, lead) in [(-16.5, 190.0), (16.5, 150.0)] {
        pulses(brush, &bundle_line(off), lead, &lane.pulses, 5.0);
    }
}

/// Red cells flow through the capillary; both lanes alike.
pub fn blood(brush: &mut Brush<'_>, time_secs: Secs) {
    const CELLS: u32 = 14;
    /// Seconds from the head of the vessel to its end: about 60 units a second.
    const WAY_SECS: Secs = 19.0;
    // Under the bundle they are not to be seen.
    let (left, top, right, bottom) = GROUND;
    let mut open = BezPath::new();
    for (edge, end) in [(-54.0, top), (54.0, bottom)] {
        open.move_to((left - 30.0, end));
        for point in bundle_line(edge).points {
            open.line_to(point);
        }
        open.line_to((right + 30.0, end));
        open.close_path();
    }
    brush.add(Node::Clip(open.into()));
    let line = vessel_line();
    for i in 0..CELLS {
        let share =
            (time_secs / WAY_SECS + (f64::from(i) + 0.5 * hash(541, i)) / f64::from(CELLS)).fract();
        let (at, along) = line.at(share);
        let x = at.x + between(542, i, -13.0, 13.0);
        let turn = along + between(543, i, -0.9, 0.9) + 0.5 * sin(time_secs * 0.4 + f64::from(i));
        brush.place(
            Symbol::RedCell,
            x,
            at.y,
            between(544, i, 14.5, 17.5),
            turn,
            1.0,
        );
    }
    brush.add(Node::Unclip);
}

/// The smaller white cells: one beside the vessel, one that leaves it while signals are many, one at the far side.
pub fn white_cells(brush: &mut Brush<'_>, act: f64, time_secs: Secs) {
    let sway = |k: f64| Vec2::new(sin(time_secs * 0.5 + k), cos(time_secs * 0.41 + k)) * 2.4;
    let come = smooth(0.35, 0.85, act);
    let moved = Point::new(96.0, 470.0).lerp(Point::new(168.0, 486.0), come);
    for (symbol, at, r, turn) in [
        (Symbol::Neutrophil, Point::new(128.0, 348.0), 29.0, 0.0),
        (Symbol::Neutrophil, moved, 27.0, 0.6),
        (Symbol::Lymphocyte, Point::new(386.0, 538.0), 23.0, 0.0),
    ] {
        let at = at + sway(at.x);
        let turn = turn + 0.08 * sin(time_secs * 0.3 + r);
        let alpha = if r == 27.0 {
            smooth(0.1, 0.6, come)
        } else {
            1.0
        };
        brush.place(symbol, at.x, at.y, r, turn, alpha);
    }
}

/// Where a vesicle is: with the blood, through the wall, to the cell; or elsewhere.
pub fn vesicle_spot(vesicle: &Vesicle, cells: &[Macrophage; 2]) -> Spot {
    let i = vesicle.index;
    let drift = vesicle.drift;
    let sway = Vec2::new(
        sin(drift * 7.0 + hash(554, i) * TAU),
        cos(drift * 6.0 + hash(555, i) * TAU) * 0.6,
    ) * 9.0;
    let blood = vessel_line();
    let from = between(552, i, 0.17, 0.27);
    let start = blood.at(from).0 + Vec2::new(between(553, i, -12.0, 14.0), 0.0);
    let bezier = |gate: Point, goal: Point| {
        let share = smoother(0.0, 1.0, drift);
        start.lerp(gate, share).lerp(gate.lerp(goal, share), share)
    };
    let gate = Point::new(134.0, between(556, i, 218.0, 262.0));
    let near = 4.0 * drift * (1.0 - drift);
    let at = match vesicle.fate {
        VesicleFate::Lost if stays_in_blood(i) => {
            let along = blood.at(lerp(from, 0.78, drift)).0;
            along + Vec2::new(between(553, i, -12.0, 14.0), 0.0)
        }
        VesicleFate::Lost => {
            let goal = Point::new(between(558, i, 176.0, 250.0), between(559, i, 222.0, 252.0));
            bezier(gate, goal) + sway * near
        }
        VesicleFate::TakenIn(_) => {
            // It moves with the cell it holds on to.
            let carried = cells
                .first()
                .map_or(Vec2::ZERO, |cell| cell.centre - Point::new(292.0, 398.0));
            // Those that come shortly after one another stand side by side along the membrane.
            let aside = if i.is_multiple_of(2) { 12.5 } else { -12.5 };
            let apart = Vec2::new(0.8, -0.6) * (aside + between(560, i, -4.0, 4.0));
            let [dock, pocket, open] = STAGES.map(|at| at + carried + apart);
            let outside = dock + (dock - pocket) * (0.14 * (1.0 - vesicle.docked));
            let held = outside.lerp(pocket, smooth(0.0, 0.6, vesicle.inward));
            let inside = held.lerp(open, smooth(0.55, 1.0, vesicle.inward));
            if drift < 1.0 {
                bezier(gate, outside) + sway * near
            } else {
                inside
            }
        }
    };
    Spot {
        at,
        r: 12.5 * between(557, i, 0.92, 1.08),
        turn: hash(562, i) * TAU + 0.5 * drift,
        alpha: vesicle.presence,
    }
}

/// For each stage of uptake the vesicle that shows it, and how clearly: while two of them show the same stage, neither
/// does, so that what points at it never jumps.
pub fn at_stages(list: &[Vesicle], cells: &[Macrophage; 2]) -> [(Point, f64); 3] {
    let mut best = [(Point::ORIGIN, 0.0); 3];
    let mut next = [0.0; 3];
    for vesicle in list {
        if matches!(vesicle.fate, VesicleFate::Lost) {
            continue;
        }
        let (drawn, opened) = (vesicle.inward, vesicle.opened);
        let clear = [
            smooth(0.1, 0.5, vesicle.docked) * (1.0 - smooth(0.0, 0.2, drawn)),
            smooth(0.15, 0.4, drawn) * (1.0 - smooth(0.0, 0.15, opened)),
            smooth(0.1, 0.3, opened) * (1.0 - smooth(0.7, 0.95, opened)),
        ];
        let at = vesicle_spot(vesicle, cells).at;
        for ((best, next), clear) in best.iter_mut().zip(&mut next).zip(clear) {
            if clear > best.1 {
                *next = best.1;
                *best = (at, clear);
            } else if clear > *next {
                *next = clear;
            }
        }
    }
    for (best, next) in best.iter_mut().zip(next) {
        best.1 -= next;
    }
    best
}

/// Paints the vesicles.
pub fn vesicles(brush: &mut Brush<'_>, list: &[Vesicle], cells: &[Macrophage; 2]) {
    for vesicle in list {
        paint_vesicle(brush, vesicle, vesicle_spot(vesicle, cells));
    }
}
