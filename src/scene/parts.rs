//! Small parts that several scenes share: soft pools of colour, strands of tissue, the line between the lanes, the veil
//! behind a window.
//!
//! Must not be here: anything only one scene has.

use kurbo::{Point, Rect};

use super::geometry::{Line, Walk, curve, plate, smooth_open};
use super::ir::{Brush, Paint, Pen, Picture, Run, Stop, Tag};
use super::view::Arrangement;
use crate::model::noise::Draws;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;

/// Stops of a soft pool: full in the middle, nothing at the rim.
pub const fn fading(depth: f32) -> [Stop; 3] {
    [
        Stop::new(0.0, depth),
        Stop::sheer(0.6, depth, 0.5),
        Stop::sheer(1.0, depth, 0.0),
    ]
}

/// A soft pool of colour: centre and radius.
pub fn pool(
    brush: &mut Brush<'_>,
    (x, y, r): (f64, f64, f64),
    ramp: Ramp,
    alpha: f32,
    stops: &'static [Stop],
) {
    let run = Run::Radial(Point::new(x, y), r);
    let paint = Paint::Gradient(run, Tone::at(ramp, 0.0), alpha, stops);
    brush.disc(x, y, r, paint);
}

/// Strands of tissue that begin anywhere in a box: from where to where each of their properties may lie.
#[derive(Clone, Copy, Debug)]
pub struct Strands {
    /// Left, top, right and bottom of the box.
    pub within: (f64, f64, f64, f64),
    /// Heading, radians.
    pub heading: (f64, f64),
    /// Length.
    pub length: (f64, f64),
    /// How far the heading turns, either way, radians.
    pub bend: f64,
    /// Height of the wiggle, radians.
    pub wiggle: f64,
    /// Pieces.
    pub steps: usize,
}

impl Strands {
    /// One strand; each takes five draws.
    pub fn one(&self, draws: &mut Draws, seed: u32) -> Line {
        let (left, top, right, bottom) = self.within;
        let start = Point::new(draws.range(left, right), draws.range(top, bottom));
        let walk = Walk {
            heading: draws.range(self.heading.0, self.heading.1),
            length: draws.range(self.length.0, self.length.1),
            bend: draws.range(-self.bend, self.bend),
            wiggle: self.wiggle,
            seed,
            steps: self.steps,
        };
        Line::walk(start, walk)
    }
}

/// The short brown fibres of the paper, in the light theme.
pub fn washi(brush: &mut Brush<'_>, draws: &mut Draws, within: (f64, f64, f64, f64), count: u32) {
    let strands = Strands {
        within,
        heading: (0.0, std::f64::consts::TAU),
        length: (16.0, 60.0),
        bend: 1.4,
        wiggle: 0.4,
        steps: 2,
    };
    let mut fibres = kurbo::BezPath::new();
    for i in 0..count {
        smooth_open(&mut fibres, &strands.one(draws, 900 + i).points);
    }
    let brown = Paint::Flat(Tone::of(Ramp::Light, Shade::Edge), 0.12);
    brush
        .only(Theme::Light)
        .stroke(fibres, brown, Pen::solid(0.8));
}

/// A rectangle from its left, top, right and bottom.
pub fn sheet((left, top, right, bottom): (f64, f64, f64, f64)) -> kurbo::BezPath {
    plate(Rect::new(left, top, right, bottom), 0.0)
}

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

/// Hides what lies behind the window where it covers the lanes: a part of them would be seen as a ghost.
pub fn veil(stage: &Arrangement, open: f64) -> Picture {
    let mut picture = Picture::default();
    let path = plate(stage.bounds, 0.0);
    let paper = Paint::Flat(Tone::of(Ramp::Ground, Shade::Lo), open as f32);
    picture.brush(Tag::Lens).fill(path, paper);
    picture
}
