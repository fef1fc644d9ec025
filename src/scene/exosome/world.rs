//! The one space of the zoom: hand, nerve, cell and vesicle at their places and in their sizes, in metres from the
//! vesicle's middle, and the camera on it. Each of them is seen through a window of the one before it.
//!
//! Must not be here: time other than slow motion of what is at rest; the overview; the ruler.

use kurbo::{Point, Rect, Vec2};

use super::things::{hand, surroundings, trunk, vesicle};
use crate::model::curve::smooth;
use crate::model::exosome::size;
use crate::scene::ir::{Brush, Node, Paint, Pen, Picture, Shape, Tag};
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Secs;

/// One of the things the zoom goes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A hand.
    Hand,
    /// A nerve of the arm.
    Nerve,
    /// A cell in it.
    Cell,
    /// A vesicle that the cell gave off.
    Vesicle,
}

/// Where the next thing stands, in units of this one's drawing: at the wrist, in a bundle, beside the cell.
const NEXT: [(f64, f64); 3] = [(16.0, 69.0), (7.0, -3.0), (86.0, 84.0)];
/// Units of the drawings across the thing: hand, nerve, cell.
const ACROSS: [f64; 3] = [198.0, 92.0, 176.0];
/// Radius of the window through which a thing is seen, in its own sizes: it covers the stage before the thing fills
/// the bracket.
const WINDOW: f64 = 8.0 / 3.0;

impl Level {
    /// Across it, in metres.
    pub const fn size(self) -> f64 {
        match self {
            Self::Hand => size::HAND,
            Self::Nerve => size::NERVE,
            Self::Cell => size::CELL,
            Self::Vesicle => size::VESICLE,
        }
    }

    /// Metres per unit of its drawing.
    pub fn unit(self) -> f64 {
        self.size() / ACROSS.get(self as usize).copied().unwrap_or(20.0)
    }

    /// From the middle of the level before it to its own, in metres.
    fn step(self) -> Vec2 {
        let (level, i) = match self {
            Self::Hand => return Vec2::ZERO,
            Self::Nerve => (Self::Hand, 0),
            Self::Cell => (Self::Nerve, 1),
            Self::Vesicle => (Self::Cell, 2),
        };
        let (x, y) = NEXT.get(i).copied().unwrap_or_default();
        Vec2::new(x, y) * level.unit()
    }

    /// Its middle, seen from the level before it.
    pub fn from(self, before: Self) -> Vec2 {
        self.place() - before.place()
    }

    /// Its middle in metres from the vesicle's.
    fn place(self) -> Vec2 {
        let steps = [Self::Vesicle, Self::Cell, Self::Nerve];
        let mut place = Vec2::ZERO;
        for step in steps
            .into_iter()
            .take_while(|it| *it as usize > self as usize)
        {
            place -= step.step();
        }
        place
    }
}

/// A look at the space.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Pixels per metre.
    pub k: f64,
    /// The pixel on which the vesicle's middle falls.
    pub origin: Point,
}

impl Camera {
    /// The camera that shows a level's middle at a pixel.
    pub fn on(level: Level, at: Point, k: f64) -> Self {
        Self {
            k,
            origin: at - level.place() * k,
        }
    }

    /// The pixel on which a level's middle falls.
    pub fn at(&self, level: Level) -> Point {
        self.origin + level.place() * self.k
    }
}

/// What else a moment decides.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// The box that is to be filled.
    pub bounds: Rect,
    /// For slow motion.
    pub time_secs: Secs,
    /// How far the vesicle is open.
    pub opened: f64,
    /// How present the light microscope's limit is.
    pub limit: f64,
    /// How present the other vesicles are that the cell gave off.
    pub around: f64,
}

const fn flat(ramp: Ramp, depth: f32, alpha: f64) -> Paint {
    Paint::Flat(Tone::at(ramp, depth), alpha as f32)
}

/// Draws all that is to be seen.
pub fn draw(picture: &mut Picture, camera: &Camera, view: &View) {
    let bounds = view.bounds;
    let covers = |level: Level| {
        let (at, r) = (camera.at(level), window(camera, level));
        let far = |x: f64, y: f64| (Point::new(x, y) - at).hypot() < r;
        far(bounds.x0, bounds.y0)
            && far(bounds.x1, bounds.y0)
            && far(bounds.x0, bounds.y1)
            && far(bounds.x1, bounds.y1)
    };
    let (nerve, cell) = (covers(Level::Nerve), covers(Level::Cell));
    if !nerve && !cell {
        hand(picture, camera, view);
    }
    if !cell {
        through(picture, camera, Level::Nerve, nerve, |picture| {
            trunk(picture, camera, view);
        });
    }
    through(picture, camera, Level::Cell, cell, |picture| {
        surroundings(picture, camera, view);
    });
    vesicle(picture, camera, view);
    let mut brush = picture.brush(Tag::Lens);
    for level in [Level::Nerve, Level::Cell, Level::Vesicle] {
        if view.around > 0.0 {
            mark(&mut brush, camera, level);
        }
    }
}

fn window(camera: &Camera, level: Level) -> f64 {
    level.size() * WINDOW * camera.k
}

/// Draws something through a level's window.
fn through(
    picture: &mut Picture,
    camera: &Camera,
    level: Level,
    covers: bool,
    inside: impl FnOnce(&mut Picture),
) {
    if covers {
        return inside(picture);
    }
    let (at, r) = (camera.at(level), window(camera, level));
    if r < 1.5 {
        return;
    }
    let mut brush = picture.brush(Tag::Lens);
    let rim = (0.12 * r).min(5.0);
    brush.disc(at.x, at.y, r + rim, Tone::of(Ramp::Ground, Shade::Mid));
    brush.add(Node::Clip(Shape::Disc(at, r)));
    inside(picture);
    let mut brush = picture.brush(Tag::Lens);
    brush.add(Node::Unclip);
    let ink = flat(Ramp::Ink, 0.0, smooth(1.5, 9.0, r));
    brush.ring(at.x, at.y, r, ink, Pen::solid(1.6));
}

/// A ring where the next thing is, as long as it is too small to be seen.
pub fn mark(brush: &mut Brush<'_>, camera: &Camera, level: Level) {
    let at = camera.at(level);
    let r = if level == Level::Vesicle {
        level.size() * 0.9 * camera.k
    } else {
        window(camera, level)
    };
    let before = match level {
        Level::Vesicle => Level::Cell,
        Level::Cell => Level::Nerve,
        _ => Level::Hand,
    };
    let seen = smooth(20.0, 50.0, before.size() * camera.k) * (1.0 - smooth(10.0, 26.0, r));
    if seen > 0.004 {
        let least = before.size() * camera.k * 0.11;
        let r = r.max(least.clamp(5.5, 9.0));
        brush.ring(
            at.x,
            at.y,
            r,
            flat(Ramp::Ground, 1.0, 0.7 * seen),
            Pen::solid(4.0),
        );
        brush.ring(at.x, at.y, r, flat(Ramp::Ink, 0.0, seen), Pen::solid(1.8));
    }
}
