//! What is drawn of the things the zoom goes through, at any scale: hand, nerve, cell and vesicle with what is around
//! them.
//!
//! Must not be here: where they stand in space; `world` says so.

use std::f64::consts::TAU;

use kurbo::{BezPath, Point, Rect, Shape as _, Vec2};

use super::sway;
use super::world::{Camera, Level, View};
use crate::model::curve::{lerp, smooth};
use crate::model::exosome::{release, size};
use crate::model::noise::between;
use crate::scene::geometry::{Blob, Line, Walk, arc, blob_path, curve, toward};
use crate::scene::ir::{Brush, Node, Paint, Pen, Picture, Run, Shape, Stop, Tag};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;

/// The drawing of the hand about its middle.
const HAND_MIDDLE: Vec2 = Vec2::new(-8.0, 5.0);

const fn flat(ramp: Ramp, depth: f32, alpha: f64) -> Paint {
    Paint::Flat(Tone::at(ramp, depth), alpha as f32)
}

fn fill(brush: &mut Brush<'_>, bounds: Rect, paint: Paint) {
    let mut path = BezPath::new();
    path.extend(bounds.path_elements(0.1));
    brush.fill(path, paint);
}

/// A pool that fades outward.
pub fn pool(brush: &mut Brush<'_>, at: Point, r: f64, tone: Tone, alpha: f64) {
    const FADE: [Stop; 3] = [
        Stop::new(0.0, 0.0),
        Stop::sheer(0.5, 0.0, 0.55),
        Stop::sheer(1.0, 0.0, 0.0),
    ];
    const DEEP: [Stop; 3] = [
        Stop::new(0.0, 1.0),
        Stop::sheer(0.5, 1.0, 0.55),
        Stop::sheer(1.0, 1.0, 0.0),
    ];
    let stops: &'static [Stop] = if tone.depth > 0.5 { &DEEP } else { &FADE };
    let paint = Paint::Gradient(Run::Radial(at, r), tone, alpha as f32, stops);
    brush.disc(at.x, at.y, r, paint);
}

pub fn hand(picture: &mut Picture, camera: &Camera, view: &View) {
    let at = camera.at(Level::Hand);
    let scale = Level::Hand.unit() * camera.k;
    let mut brush = picture.brush(Tag::Ground);
    fill(&mut brush, view.bounds, flat(Ramp::Ground, 0.0, 1.0));
    pool(
        &mut brush,
        at,
        190.0 * scale,
        Tone::at(Ramp::Skin, 1.0),
        0.9,
    );
    let at = at - HAND_MIDDLE * scale;
    brush.place(Symbol::Hand, at.x, at.y, scale * 10.0, 0.0, 1.0);
}

pub fn trunk(picture: &mut Picture, camera: &Camera, view: &View) {
    let at = camera.at(Level::Nerve);
    let scale = Level::Nerve.unit() * camera.k;
    let mut brush = picture.brush(Tag::Fibre);
    fill(&mut brush, view.bounds, flat(Ramp::Ground, 0.0, 1.0));
    fill(&mut brush, view.bounds, flat(Ramp::Vessel, 0.0, 0.75));
    brush.place(Symbol::Trunk, at.x, at.y, scale * 10.0, 0.0, 1.0);
    // Close by, single fibres of 8 to 18 µm are to be told apart.
    let near = smooth(30.0, 140.0, Level::Cell.size() * 8.0 * camera.k);
    if near > 0.0 {
        let cell = camera.at(Level::Cell);
        for i in 0..26_u32 {
            let (turn, reach) = (
                f64::from(i) * 2.4,
                between(811, i, 48e-6, 60e-6) + 5.4e-6 * f64::from(i),
            );
            let spot = cell + toward(turn) * (reach * camera.k);
            let r = between(812, i, 4e-6, 9e-6) * camera.k;
            let far = view.bounds.inflate(r, r);
            if far.contains(spot) {
                brush.place(Symbol::Sheath, spot.x, spot.y, r, 0.0, near);
            }
        }
    }
}

/// The cell with what is around it, down to the vesicle's neighbours.
pub fn surroundings(picture: &mut Picture, camera: &Camera, view: &View) {
    let at = camera.at(Level::Cell);
    let scale = Level::Cell.unit() * camera.k;
    let mut brush = picture.brush(Tag::Ground);
    fill(&mut brush, view.bounds, flat(Ramp::Ground, 0.0, 1.0));
    fill(&mut brush, view.bounds, flat(Ramp::Patrol, 0.0, 0.5));
    let across = Level::Cell.size() * camera.k / view.bounds.height().max(1.0);
    let faint = 1.0 - smooth(2.5, 9.0, across);
    if faint > 0.0 {
        threads(&mut brush, at, scale, faint);
    }
    let reach = 96.0 * scale;
    let b = view.bounds;
    let nearest = Point::new(at.x.max(b.x0).min(b.x1), at.y.max(b.y0).min(b.y1));
    if across < 14.0 && (nearest - at).hypot() < reach {
        cell(&mut brush, at, scale, view);
    }
    let mut brush = picture.brush(Tag::Exosome);
    let glow = smooth(30.0, 160.0, size::VESICLE * camera.k);
    if glow > 0.0 {
        let r = size::VESICLE * 2.1 * camera.k;
        pool(
            &mut brush,
            camera.origin,
            r,
            Tone::at(Ramp::Exosome, 1.0),
            0.34 * glow,
        );
    }
    for i in 0..18 {
        let (gone, seen) = release(i, view.time_secs);
        let turn = between(821, i, 0.3, 1.25);
        let reach = lerp(89.0, between(822, i, 96.0, 152.0), gone);
        let drift = toward(between(823, i, 0.0, TAU) + view.time_secs * 0.2) * 0.5;
        let spot = at + (toward(turn) * reach + drift) * scale;
        {
            let r = size::VESICLE / 2.0 * between(824, i, 0.7, 1.3) * camera.k;
            let seen = seen * view.around;
            speck(&mut brush, spot, r, seen, &view.bounds)
        };
    }
}

/// A vesicle of any size: a dot from afar, its wall from near.
pub fn speck(brush: &mut Brush<'_>, at: Point, r: f64, alpha: f64, bounds: &Rect) {
    if !bounds.inflate(r, r).contains(at) {
        return;
    }
    let near = smooth(2.0, 5.0, r);
    if near < 1.0 {
        brush.disc(
            at.x,
            at.y,
            r,
            flat(Ramp::Exosome, 2.6, alpha * (1.0 - near)),
        );
    }
    brush.place(Symbol::Grain, at.x, at.y, r, 0.0, alpha * near);
}

fn threads(brush: &mut Brush<'_>, at: Point, scale: f64, seen: f64) {
    for i in 0..13_u32 {
        let walk = Walk {
            heading: between(801, i, -0.3, 0.3),
            length: 1000.0 * scale,
            bend: between(802, i, -0.3, 0.3),
            wiggle: 0.4,
            seed: i + 60,
            steps: 8,
        };
        let start = at + Vec2::new(-490.0, -400.0 + 64.0 * f64::from(i)) * scale;
        let line = curve(&Line::walk(start, walk).points);
        let pen = Pen::solid(between(803, i, 1.0, 4.0) * scale);
        brush.stroke(line, flat(Ramp::Patrol, 1.6, 0.3 * seen), pen);
    }
}

/// Mitochondria: middle, half-length and turn in degrees, in units of the cell's drawing.
const POWER: [(i16, i16, i16, i16); 4] = [
    (-46, 46, 17, 20),
    (8, 54, 17, -24),
    (-30, -56, 15, -14),
    (34, -44, 14, 34),
];

fn cell(brush: &mut Brush<'_>, at: Point, scale: f64, view: &View) {
    const BODY: [Stop; 4] = [
        Stop::new(0.0, 0.0),
        Stop::new(0.5, 0.45),
        Stop::new(0.8, 0.9),
        Stop::new(1.0, 1.6),
    ];
    let p = |x: f64, y: f64| at + Vec2::new(x, y) * scale;
    let form = Blob {
        wave: 0.055,
        seed: 5,
        points: 26,
        stretch: 1.04,
        phase: view.time_secs * 0.35,
        ..Blob::default()
    };
    let line = Tone::of(Ramp::Schwann, Shade::Line);
    let r = 84.0 * scale;
    let shadow = blob_path(at.x + 2.0 * scale, at.y + 6.0 * scale, r * 1.02, form);
    brush
        .only(Theme::Light)
        .fill(shadow, flat(Ramp::Light, 0.0, 0.13));
    let body = Shape::from(blob_path(at.x, at.y, r, form));
    brush.stroke(
        body.clone(),
        flat(Ramp::Schwann, 2.0, 0.18),
        Pen::solid(9.0 * scale),
    );
    brush.fill(
        body.clone(),
        Paint::radial(
            p(-20.0, -26.0),
            r * 1.5,
            Tone::of(Ramp::Schwann, Shade::Lo),
            &BODY,
        ),
    );
    let rim = Shape::from(blob_path(at.x, at.y, r * 0.95, form));
    brush.stroke(rim, flat(Ramp::Schwann, 2.0, 0.28), Pen::solid(8.0 * scale));
    brush.stroke(body, line, Pen::solid(2.2 * scale));
    for k in 0..3_u32 {
        let x = 14.0 + 8.0 * f64::from(k);
        let fold = curve(&[p(x, -36.0), p(x + 8.0, -16.0), p(x + 1.0, 4.0)]);
        brush.stroke(fold, flat(Ramp::Vessel, 3.0, 0.55), Pen::solid(2.4 * scale));
    }
    for (x, y, half, turn) in POWER {
        let spot = p(f64::from(x), f64::from(y));
        let turn = f64::from(turn) / 360.0 * TAU;
        brush.place(
            Symbol::Mitochondrion,
            spot.x,
            spot.y,
            f64::from(half) * scale,
            turn,
            1.0,
        );
    }
    let core = p(-24.0, -6.0);
    brush.place(Symbol::Nucleus, core.x, core.y, 32.0 * scale, 0.0, 1.0);
    // Bags in which vesicles wait, 0.6 µm across.
    for (x, y) in [(56.0, 16.0), (68.0, -4.0), (62.0, 34.0)] {
        let bag = p(x, y);
        let r = 3.6 * scale;
        brush.disc(bag.x, bag.y, r, Tone::of(Ramp::Ground, Shade::Mid));
        brush.ring(bag.x, bag.y, r, line, Pen::solid(0.5 * scale));
        for i in 0..5_u32 {
            let spot = bag + toward(f64::from(i) * 1.3) * (r * 0.56);
            speck(brush, spot, 0.587 * scale, 1.0, &view.bounds);
        }
    }
}

/// The vesicle the zoom is about.
pub fn vesicle(picture: &mut Picture, camera: &Camera, view: &View) {
    let at = camera.origin;
    let r = size::VESICLE / 2.0 * camera.k;
    let mut brush = picture.brush(Tag::Exosome);
    if view.limit > 0.0 {
        // What a light microscope shows of anything smaller: a round of its limit.
        let limit = size::LIGHT / 2.0 * camera.k;
        let ring = flat(Ramp::Ink, 1.0, view.limit);
        brush.disc(at.x, at.y, limit, flat(Ramp::Ink, 3.0, 0.07 * view.limit));
        // Open where name and size of the vesicle stand.
        let round = arc(at, limit, 0.3, TAU - 0.3, 60);
        brush.stroke(round, ring, Pen::dashed(1.6, 1.0, 6.0));
    }
    hero(&mut brush, at, r, view);
}

fn hero(brush: &mut Brush<'_>, at: Point, r: f64, view: &View) {
    let turn = sway(view.time_secs);
    let near = smooth(26.0, 44.0, r);
    if near < 1.0 {
        speck(brush, at, r, 1.0, &view.bounds);
    }
    if near <= 0.0 {
        return;
    }
    let unit = r / 10.0;
    {
        brush.place(Symbol::Cut, at.x, at.y, unit, turn, near);
    }
    if view.opened >= 1.0 {
        return;
    }
    let hole = view.opened * r;
    if hole > 0.5 {
        let mut ring = arc(at, r * 1.3, 0.0, TAU, 24);
        ring.close_path();
        ring.extend(arc(at, hole, TAU, 0.0, 24));
        ring.close_path();
        brush.add(Node::Clip(Shape::from(ring)));
    }
    brush.place(Symbol::Shell, at.x, at.y, unit, turn, near);
    if hole > 0.5 {
        brush.add(Node::Unclip);
        let edge = flat(
            Ramp::Exosome,
            3.0,
            smooth(0.0, 0.1, view.opened) * (1.0 - smooth(0.85, 1.0, view.opened)),
        );
        brush.ring(at.x, at.y, hole, edge, Pen::solid(2.0));
    }
}
