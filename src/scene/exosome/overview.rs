//! The overview: hand, nerve and cell in medallions, each with a cone to what it is enlarged from it, and the vesicle
//! cut open. The picture of the hand then grows over the others.
//!
//! Must not be here: how the things are drawn; they are pieces of the `world`.

use kurbo::{Affine, BezPath, Point, Rect, Vec2};

use super::layout::Layout;
use super::things;
use super::world::{self, Camera, Level, View, mark};
use crate::model::curve::{lerp, smooth};
use crate::scene::ir::{Node, Paint, Pen, Picture, Shape, Tag};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};

const LEVELS: [Level; 3] = [Level::Hand, Level::Nerve, Level::Cell];
/// How large each thing is in its medallion, and where its middle stands, in radii.
const CROP: [(f64, f64, f64); 3] = [(1.74, 0.02, 0.02), (0.94, 0.37, -0.08), (1.42, -0.16, -0.1)];

/// The camera of a medallion.
fn camera(layout: &Layout, i: usize) -> Camera {
    let (at, r) = layout.medallion(i);
    let level = LEVELS.get(i).copied().unwrap_or(Level::Cell);
    let (across, x, y) = CROP.get(i).copied().unwrap_or_default();
    Camera::on(level, at + Vec2::new(x, y) * r, across * r / level.size())
}

/// The camera of the first medallion.
pub fn hand(layout: &Layout) -> Camera {
    camera(layout, 0)
}

/// The first medallion as it grows.
pub struct Disc {
    at: Point,
    r: f64,
    growth: f64,
}

impl Disc {
    /// Where it is and how large.
    pub fn of(layout: &Layout, now: &Camera, dive: f64) -> Self {
        let first = hand(layout);
        let (at, r) = layout.medallion(0);
        let growth = now.k / first.k;
        let shift = (at - first.at(Level::Hand)) * growth;
        Self {
            at: now.at(Level::Hand) + shift,
            r: r * growth * lerp(1.0, 8.0, smooth(0.12, 0.98, dive)),
            growth,
        }
    }

    /// Where the rest of the overview goes meanwhile.
    pub fn map(&self, layout: &Layout) -> Affine {
        let (at, _) = layout.medallion(0);
        Affine::translate(self.at.to_vec2())
            * Affine::scale(self.growth)
            * Affine::translate(-at.to_vec2())
    }
}

fn flat(ramp: Ramp, depth: f32, alpha: f32) -> Paint {
    Paint::Flat(Tone::at(ramp, depth), alpha)
}

/// Paper, a warm pool under the hand, a cool one under the vesicle.
pub fn ground(layout: &Layout) -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Ground);
    let mut page = BezPath::new();
    page.extend(kurbo::Shape::path_elements(&layout.bounds, 0.1));
    brush.fill(page, flat(Ramp::Ground, 0.0, 1.0));
    let warm = layout.medallion(1);
    things::pool(
        &mut brush,
        warm.0,
        warm.1 * 4.0,
        Tone::at(Ramp::Vessel, 0.0),
        0.5,
    );
    let cool = layout.medallion(3);
    things::pool(
        &mut brush,
        cool.0,
        cool.1 * 2.1,
        Tone::at(Ramp::Exosome, 1.0),
        0.42,
    );
    picture
}

/// Nerve, cell and vesicle with their cones.
pub fn others(layout: &Layout) -> Picture {
    let mut picture = Picture::default();
    for i in 1..4 {
        cone(&mut picture, layout, i);
        if i < 3 {
            let now = camera(layout, i);
            let (at, r) = layout.medallion(i);
            plate(
                &mut picture,
                at,
                r,
                &now,
                &View {
                    bounds: Rect::from_center_size(at, (2.0 * r, 2.0 * r)),
                    time_secs: 60.0,
                    opened: 1.0,
                    limit: 0.0,
                    around: 1.0,
                },
            );
        }
    }
    let (at, r) = layout.medallion(3);
    let mut brush = picture.brush(Tag::Exosome);
    brush.place(Symbol::Cut, at.x, at.y, r / 10.0, 0.0, 1.0);
    picture
}

/// The hand, over all of them.
pub fn first(picture: &mut Picture, disc: &Disc, now: &Camera, view: &View) {
    plate(picture, disc.at, disc.r, now, view);
}

fn plate(picture: &mut Picture, at: Point, r: f64, now: &Camera, view: &View) {
    let mut brush = picture.brush(Tag::Lens);
    let shadow = Tone::of(Ramp::Light, Shade::Lo);
    things::pool(
        &mut brush,
        at + Vec2::new(0.0, r * 0.09),
        r * 1.22,
        shadow,
        0.3,
    );
    brush.disc(at.x, at.y, r + 5.0, Tone::of(Ramp::Ground, Shade::Mid));
    brush.add(Node::Clip(Shape::Disc(at, r)));
    world::draw(picture, now, view);
    let mut brush = picture.brush(Tag::Lens);
    brush.add(Node::Unclip);
    brush.ring(
        at.x,
        at.y,
        r,
        Tone::of(Ramp::Ink, Shade::Lo),
        Pen::solid(1.6),
    );
}

/// From the ring in one medallion to the next.
fn cone(picture: &mut Picture, layout: &Layout, i: usize) {
    let source = camera(layout, i - 1);
    let level = [Level::Nerve, Level::Cell, Level::Vesicle]
        .get(i - 1)
        .copied()
        .unwrap_or(Level::Vesicle);
    let from = source.at(level);
    let (to, r) = layout.medallion(i);
    let along = to - from;
    let along = along / along.hypot().max(1.0);
    let side = Vec2::new(-along.y, along.x);
    let corners = [
        from - side * 9.0,
        to - along * (0.42 * r) - side * (0.92 * r),
        to - along * (0.42 * r) + side * (0.92 * r),
        from + side * 9.0,
    ];
    let [a, b, c, d] = corners;
    let mut body = BezPath::new();
    body.move_to(a);
    body.line_to(b);
    body.line_to(c);
    body.line_to(d);
    body.close_path();
    let mut edges = BezPath::new();
    edges.move_to(a);
    edges.line_to(b);
    edges.move_to(d);
    edges.line_to(c);
    let mut brush = picture.brush(Tag::Lens);
    brush.fill(body, flat(Ramp::Ink, 3.0, 0.09));
    brush.stroke(edges, flat(Ramp::Ink, 3.0, 0.5), Pen::solid(1.1));
    mark(&mut brush, &source, level);
}
