//! Small parts that several scenes share: the line between the lanes, the veil behind a window.
//!
//! Must not be here: anything only one scene has.

use kurbo::{BezPath, Shape};

use super::geometry::curve;
use super::ir::{Paint, Pen, Picture, Tag};
use super::view::Arrangement;
use crate::theme::tokens::{Ramp, Shade, Tone};

/// The line between the lanes.
pub fn divider(stage: &Arrangement) -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Ground);
    let (from, to) = stage.divider;
    if stage.stacked {
        let panel = Tone::of(Ramp::Ground, Shade::Mid);
        brush.stroke(curve(&[from, to]), panel, Pen::solid(3.0));
    } else {
        let ink = Tone::of(Ramp::Ink, Shade::Lo);
        brush.stroke(curve(&[from, to]), ink, Pen::dashed(1.6, 1.0, 7.0));
    }
    picture
}

/// Dims what lies behind the window where it covers the lanes.
pub fn veil(stage: &Arrangement, open: f64) -> Picture {
    let mut picture = Picture::default();
    let mut path = BezPath::new();
    path.extend(Shape::path_elements(&stage.bounds, 0.1));
    let paper = Paint::Flat(Tone::of(Ramp::Ground, Shade::Lo), (0.72 * open) as f32);
    picture.brush(Tag::Lens).fill(path, paper);
    picture
}
