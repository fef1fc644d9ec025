//! The view into the cells: a round window whose left half belongs to the lane without exosomes and
//! whose right half to the lane with. Both halves are drawn by one function, the right one mirrored.
//!
//! Coordinates: centre at the origin, radius [`RADIUS`]. Must not be here: where the window stands.

use std::f64::consts::TAU;

use kurbo::{Affine, BezPath, Point, Vec2};

use crate::model::curve::{lerp, smooth};
use crate::model::microglia::{Cleanup, State, Unit};
use crate::model::noise::{between, hash};
use crate::model::trig::{cos, sin};
use crate::scene::geometry::{Line, Walk, arc, curve, smooth_open, toward};
use crate::scene::ir::{Brush, Item, Node, Paint, Pen, Picture, Run, Shape, Stop, Tag};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::{Lane, Theme};

/// Radius of the window, in stage units.
pub const RADIUS: f64 = 160.0;

/// Where loose waste lies in the left half, and its size, in the order in which it is wrapped. The first ones lie where
/// bags and lysosomes will be.
const LOOSE: [(f64, f64, f64); 12] = [
    (-112.0, -24.0, 15.0),
    (-44.0, 32.0, 16.0),
    (-90.0, 94.0, 16.0),
    (-66.0, 62.0, 13.0),
    (-20.0, 74.0, 12.0),
    (-22.0, -136.0, 12.0),
    (-23.0, -48.0, 13.0),
    (-113.0, -78.0, 13.0),
    (-28.0, 133.0, 14.0),
    (-40.0, 106.0, 12.0),
    (-141.0, 16.0, 12.0),
    (-133.0, 60.0, 12.0),
];

/// Where a cup grows, and where its bag is when it has closed. None of the three stages hides another.
const CUP: Point = Point::new(-62.0, -92.0);
const BAG: Point = Point::new(-111.0, -22.0);

/// Where bag and lysosome meet, in turn, and on which side of it there is room for the number.
const MEETINGS: [(Point, f64); 2] = [
    (Point::new(-42.0, 32.0), -1.2),
    (Point::new(-86.0, 98.0), 0.1),
];

/// The whole window for a state.
pub fn window(state: &State) -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Lens);
    for (width, alpha) in [(34.0, 0.03), (22.0, 0.05), (12.0, 0.07)] {
        let shadow = Paint::Flat(Tone::of(Ramp::Light, Shade::Lo), alpha);
        brush.ring(0.0, 6.0, RADIUS + 4.0, shadow, Pen::solid(width));
    }
    brush.disc(0.0, 0.0, RADIUS + 7.0, Tone::of(Ramp::Ground, Shade::Mid));
    for lane in Lane::BOTH {
        let mirror = match lane {
            Lane::Without => Affine::IDENTITY,
            Lane::With => Affine::new([-1.0, 0.0, 0.0, 1.0, 0.0, 0.0]),
        };
        picture.items.extend(
            half(state, lane)
                .items
                .into_iter()
                .map(|item| mapped(item, mirror)),
        );
    }
    let mut brush = picture.brush(Tag::Lens);
    let ink = Tone::of(Ramp::Ink, Shade::Lo);
    let mut divider = BezPath::new();
    divider.move_to((0.0, -RADIUS));
    divider.line_to((0.0, RADIUS));
    brush.stroke(
        divider.clone(),
        Tone::of(Ramp::Ground, Shade::Mid),
        Pen::solid(6.0),
    );
    brush.stroke(divider, ink, Pen::solid(1.4));
    brush.ring(0.0, 0.0, RADIUS, ink, Pen::solid(1.4));
    brush.ring(0.0, 0.0, RADIUS + 7.0, ink, Pen::solid(2.0));
    picture
}

fn mapped(item: Item, map: Affine) -> Item {
    let shape = |shape: Shape| match shape {
        Shape::Path(path) => Shape::from(map * (*path).clone()),
        Shape::Disc(centre, r) => Shape::Disc(map * centre, r),
    };
    let paint = |paint: Paint| match paint {
        Paint::Gradient(Run::Radial(centre, radius), tone, alpha, stops) => {
            Paint::Gradient(Run::Radial(map * centre, radius), tone, alpha, stops)
        }
        other => other,
    };
    let node = match item.node {
        Node::Fill(s, p) => Node::Fill(shape(s), paint(p)),
        Node::Stroke(s, p, pen) => Node::Stroke(shape(s), paint(p), pen),
        Node::Use(symbol, at, alpha) => Node::Use(symbol, map * at, alpha),
        Node::Clip(s) => Node::Clip(shape(s)),
        Node::Unclip => Node::Unclip,
    };
    Item { node, ..item }
}

/// One half, as the left one.
pub fn half(state: &State, lane: Lane) -> Picture {
    let lane_state = match lane {
        Lane::Without => &state.without,
        Lane::With => &state.with,
    };
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Lens);
    let mut edge = BezPath::new();
    edge.move_to((0.0, -RADIUS));
    // A half circle of two curves: 0.5523 is the usual cubic approximation of a quarter.
    let k = RADIUS * 0.552_284_75;
    edge.curve_to((-k, -RADIUS), (-RADIUS, -k), (-RADIUS, 0.0));
    edge.curve_to((-RADIUS, k), (-k, RADIUS), (0.0, RADIUS));
    edge.close_path();
    brush.add(Node::Clip(Shape::from(edge.clone())));
    let hue = smooth(0.25, 0.85, lane_state.activation) as f32;
    const PALE: [Stop; 2] = [Stop::new(0.0, 0.0), Stop::new(1.0, 0.6)];
    let plasma = Shape::from(edge);
    let tone = Tone::microglia(hue, 0.0);
    let body = Paint::radial(Point::new(-60.0, -40.0), RADIUS * 1.25, tone, &PALE);
    brush.fill(plasma.clone(), body);
    let veil = Paint::Flat(Tone::of(Ramp::Ground, Shade::Mid), 0.35);
    brush.only(Theme::Light).fill(plasma, veil);
    skeleton(&mut brush);
    loose_waste(&mut brush, &lane_state.cleanup, state.time_secs);
    for unit in &lane_state.cleanup.units {
        paint_unit(&mut brush, unit, state.time_secs);
    }
    brush.add(Node::Unclip);
    picture
}

fn skeleton(brush: &mut Brush<'_>) {
    let mut threads = BezPath::new();
    for i in 0..7_u32 {
        let start = Point::new(between(3, i, -150.0, -20.0), between(4, i, -140.0, 130.0));
        let heading = between(5, i, 0.0, TAU);
        let walk = Walk {
            heading,
            length: 90.0,
            bend: 1.0,
            wiggle: 0.5,
            seed: i + 3,
            steps: 5,
        };
        smooth_open(&mut threads, &Line::walk(start, walk).points);
    }
    brush.stroke(
        threads,
        Paint::Flat(Tone::of(Ramp::Ink, Shade::Mid), 0.12),
        Pen::solid(1.4),
    );
}

/// A slow drift that never repeats in sight: two sines of unrelated periods.
fn drift(seed: u32, time_secs: f64, reach: f64) -> Vec2 {
    let (p, q) = (hash(seed, 1) * TAU, hash(seed, 2) * TAU);
    Vec2::new(
        sin(time_secs * 0.71 + p) + 0.6 * sin(time_secs * 0.43 + q),
        cos(time_secs * 0.57 + q) + 0.6 * cos(time_secs * 0.37 + p),
    ) * (reach / 1.6)
}

fn loose_waste(brush: &mut Brush<'_>, cleanup: &Cleanup, time_secs: f64) {
    for (i, (x, y, r)) in LOOSE.into_iter().enumerate() {
        let seed = i as u32;
        // Tangles are wrapped one by one: number i sinks into a cup while progress passes it.
        let order = f64::from(seed) * 0.5 + 0.3;
        let left = 1.0 - smooth(order, order + 0.6, cleanup.progress);
        let at = Point::new(x, y) + drift(seed + 20, time_secs, 2.6);
        let turn = hash(seed, 9) * TAU + 0.1 * sin(time_secs * 0.3 + x);
        let size = r * (0.6 + 0.4 * left);
        brush.place(Symbol::Waste(seed as u8 % 4), at.x, at.y, size, turn, left);
    }
}

/// Where a unit's bag and lysosome are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitSpot {
    /// Centre of the cup or bag.
    pub bag: Point,
    /// Its radius.
    pub bag_r: f64,
    /// Centre of the lysosome.
    pub lysosome: Point,
    /// Its radius.
    pub lysosome_r: f64,
    /// How visible the lysosome is.
    pub lysosome_alpha: f64,
}

/// Where a unit is at a time.
pub fn unit_spot(unit: &Unit, time_secs: f64) -> UnitSpot {
    let seed = unit.index + 70;
    let meeting = meeting(unit).0 + drift(seed + 1, time_secs, 2.0) * (1.0 - unit.carried);
    let r = between(seed, 5, 28.0, 30.0);
    let come = smooth(0.1, 0.6, unit.carried);
    let lysosome = meeting + Vec2::new(20.0, -20.0) * (1.0 - come);
    let lysosome_r = lerp(18.0, 31.0, unit.fused) * (1.0 - 0.25 * unit.digested);
    // A cup is carried off as it closes. Bag and lysosome touch first; then one sinks into the other.
    let closed = CUP.lerp(BAG, smooth(0.5, 1.0, unit.wrapped));
    let aside = BAG - meeting;
    let touch = meeting + aside / aside.hypot().max(1.0) * lerp(r + 14.0, 10.0, unit.fused);
    let swing = Vec2::new(40.0 * unit.carried * (1.0 - unit.carried), 0.0);
    UnitSpot {
        bag: closed.lerp(touch, unit.carried)
            + swing
            + drift(seed, time_secs, 2.0) * (1.0 - unit.carried),
        bag_r: r * lerp(1.0, 0.7, unit.fused),
        lysosome,
        lysosome_r,
        lysosome_alpha: come * (1.0 - smooth(0.75, 1.0, unit.digested)),
    }
}

fn meeting(unit: &Unit) -> (Point, f64) {
    let [even, odd] = MEETINGS;
    if unit.index.is_multiple_of(2) {
        even
    } else {
        odd
    }
}

/// On which rim the numbers 1, 2, 3 (cup, bag, fusion) of a unit stand, and how visible each is: at any moment one unit
/// of a half has each number at most.
pub fn numbers(unit: &Unit, time_secs: f64) -> [(Point, f64); 3] {
    let spot = unit_spot(unit, time_secs);
    let on = |centre: Point, r: f64, angle: f64| centre + toward(angle) * r;
    let closed = smooth(0.8, 1.0, unit.wrapped);
    [
        (
            on(spot.bag, spot.bag_r, 3.7),
            smooth(0.05, 0.2, unit.wrapped) * (1.0 - closed),
        ),
        (
            on(spot.bag, spot.bag_r, 4.1),
            closed * (1.0 - smooth(0.0, 0.09, unit.fused)),
        ),
        (
            on(spot.lysosome, spot.lysosome_r, meeting(unit).1),
            smooth(0.03, 0.2, unit.fused) * (1.0 - smooth(0.2, 0.42, unit.digested)),
        ),
    ]
}

fn paint_unit(brush: &mut Brush<'_>, unit: &Unit, time_secs: f64) {
    let spot = unit_spot(unit, time_secs);
    let bag = 1.0 - smooth(0.45, 1.0, unit.fused);
    let fresh = 1.0 - smooth(0.2, 0.9, unit.fused);
    if bag > 0.0 {
        paint_bag(brush, unit, spot.bag, spot.bag_r, bag, time_secs);
    }
    let (x, y, r, alpha) = (
        spot.lysosome.x,
        spot.lysosome.y,
        spot.lysosome_r,
        spot.lysosome_alpha,
    );
    brush.place(Symbol::Lysosome, x, y, r, 0.3, alpha * fresh);
    brush.place(Symbol::Autolysosome, x, y, r, 0.3, alpha * (1.0 - fresh));
    pieces(brush, unit, spot.lysosome);
}

fn paint_bag(brush: &mut Brush<'_>, unit: &Unit, at: Point, r: f64, shown: f64, time_secs: f64) {
    let seed = unit.index + 70;
    let grown = smooth(0.0, 0.3, unit.wrapped) * shown;
    let tone = |shade| Tone::of(Ramp::Membrane, shade);
    let alpha = |a: f64| (a * grown) as f32;
    // The mouth of the cup closes from 2.4 rad to nothing; the arc itself grows first.
    let mouth = 2.4 * (1.0 - smooth(0.25, 1.0, unit.wrapped));
    let open = lerp(5.0, mouth, smooth(0.0, 0.35, unit.wrapped));
    let facing = -0.3 + 0.12 * sin(time_secs * 0.31 + hash(seed, 3) * TAU);
    brush.disc(
        at.x,
        at.y,
        r - 5.0,
        Paint::Flat(tone(Shade::Lo), alpha(0.75)),
    );
    for k in 0..2_u32 {
        let turn = f64::from(k) * 2.7 + hash(seed, 4) * TAU;
        let inner = at + toward(turn) * (r * 0.32);
        let into = lerp(1.9, 1.0, smooth(0.1, 0.8, unit.wrapped));
        let spot = at + (inner - at) * into;
        let kind = ((seed + k) % 4) as u8;
        brush.place(Symbol::Waste(kind), spot.x, spot.y, r * 0.3, turn, grown);
    }
    let wall = Shape::from(arc(
        at,
        r - 3.0,
        facing + open / 2.0,
        facing + TAU - open / 2.0,
        18,
    ));
    brush.stroke(
        wall.clone(),
        Paint::Flat(tone(Shade::Line), alpha(1.0)),
        Pen::solid(10.5),
    );
    let pale = Paint::Flat(tone(Shade::Lo), alpha(1.0));
    brush
        .only(Theme::Light)
        .stroke(wall.clone(), pale, Pen::solid(6.5));
    let deep = Paint::Flat(tone(Shade::Mid), alpha(1.0));
    brush
        .only(Theme::Dark)
        .stroke(wall.clone(), deep, Pen::solid(6.5));
    let dots = Paint::Flat(tone(Shade::Edge), alpha(1.0));
    brush.stroke(wall, dots, Pen::dashed(1.3, 1.2, 4.6));
}

/// What is left of the waste: short strands, then dots that drift off and are used again.
fn pieces(brush: &mut Brush<'_>, unit: &Unit, from: Point) {
    let out = smooth(0.25, 1.0, unit.digested);
    let alpha = smooth(0.02, 0.3, out) * (1.0 - smooth(0.6, 1.0, out));
    if alpha <= 0.0 {
        return;
    }
    let paint = Paint::Flat(Tone::of(Ramp::Lysosome, Shade::Edge), (0.8 * alpha) as f32);
    for i in 0..11_u32 {
        let seed = unit.index * 31 + i;
        let heading = TAU / 4.0 + between(41, seed, -0.9, 0.9);
        let reach = lerp(8.0, between(42, seed, 38.0, 74.0), out);
        let at = from + toward(heading) * reach;
        brush.disc(at.x, at.y, between(43, seed, 1.9, 3.2), paint);
    }
}

/// The ring on a cell that says where the window looks, with its dotted sight lines' start points.
pub fn magnifier(brush: &mut Brush<'_>, at: Point, r: f64, open: f64) {
    if open > 0.0 {
        let ink = Paint::Flat(Tone::of(Ramp::Ink, Shade::Lo), open as f32);
        brush.ring(at.x, at.y, r, ink, Pen::solid(1.6));
    }
}

/// A dotted sight line.
pub fn sight(brush: &mut Brush<'_>, from: Point, to: Point, open: f64) {
    let ink = Paint::Flat(Tone::of(Ramp::Ink, Shade::Mid), open as f32);
    brush.stroke(curve(&[from, to]), ink, Pen::dashed(1.6, 0.6, 5.5));
}
