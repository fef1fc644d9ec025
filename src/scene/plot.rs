//! What small plots share: a card, an area with two axes, lines through samples. CSS pixels.
//!
//! Must not be here: what a plot shows, words.

use kurbo::{BezPath, Point, Rect};

use super::geometry::{self, curve};
use super::ir::{Brush, Paint, Pen, Picture, Tag};
use super::view::Viewport;
use crate::theme::tokens::{Ramp, Shade, Tone};

/// The area of a plot in its box, between margins: left, top, right, bottom.
pub fn area(view: &Viewport, (left, top, right, bottom): (f64, f64, f64, f64)) -> Rect {
    let (w, h) = (
        view.width.max(left + right + 20.0),
        view.height.max(top + bottom + 20.0),
    );
    Rect::new(left, top, w - right, h - bottom)
}

/// A point of the area from shares: across and upward.
pub fn at(area: Rect, across: f64, up: f64) -> Point {
    Point::new(
        area.x0 + area.width() * across,
        area.y1 - area.height() * up,
    )
}

/// Card and axes.
pub fn sheet(view: &Viewport, area: Rect) -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Ground);
    let card = geometry::plate(Rect::new(0.0, 0.0, view.width, view.height), 0.0);
    brush.fill(card, Tone::of(Ramp::Ground, Shade::Mid));
    let mut axes = BezPath::new();
    axes.move_to((area.x0, area.y0 - 4.0));
    axes.line_to((area.x0, area.y1));
    axes.line_to((area.x1 + 4.0, area.y1));
    brush.stroke(axes, Tone::of(Ramp::Ink, Shade::Edge), Pen::solid(1.5));
    picture
}

/// A line through points, on a halo of the card.
pub fn line(brush: &mut Brush<'_>, points: &[Point], paint: Paint, pen: Pen) {
    let path = super::ir::Shape::from(curve(points));
    let halo = Paint::Flat(Tone::of(Ramp::Ground, Shade::Mid), 0.7);
    brush.stroke(path.clone(), halo, Pen::solid(pen.width + 3.0));
    brush.stroke(path, paint, pen);
}
