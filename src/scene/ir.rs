//! The display list: what is drawn, in scene units, with semantic paints. Two painters read it,
//! the canvas (`render::canvas`) and the SVG writer (`scene::svg`).
//!
//! Angles are radians, y points down, lengths are stage units (the stage is 1200 × 750).
//! Must not be here: colours as numbers, time, browser types.

use std::rc::Rc;

use kurbo::{Affine, BezPath, Point};

use super::geometry::turned;
use super::symbols::Symbol;
use crate::theme::tokens::Tone;
use crate::units::Theme;

/// What an item belongs to. Tests, hit areas and descriptions ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    /// Paper, tissue, neighbours out of focus.
    Ground,
    /// The pain fibre.
    Fibre,
    /// The neuron of the spinal cord.
    Neuron,
    /// The microglia.
    Microglia,
    /// Signals that raise inflammation.
    Pro,
    /// Signals that lower inflammation.
    Anti,
    /// Exosomes and all that exists only because of them.
    Exosome,
    /// The view into the cell and what is in it.
    Lens,
    /// The scale of forms with its dashed band.
    Gauge,
    /// Macrophages and other white cells.
    Immune,
    /// Myelin and Schwann cells.
    Sheath,
    /// Trophic factors of the body's own.
    Trophic,
}

/// A shape. Paths are shared, so that several passes over one outline cost one path.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Any path, filled with the nonzero rule.
    Path(Rc<BezPath>),
    /// A disc: centre and radius.
    Disc(Point, f64),
}

impl From<BezPath> for Shape {
    #[inline(never)]
    fn from(path: BezPath) -> Self {
        Self::Path(Rc::new(path))
    }
}

/// A stop of a gradient, on the ramp of the gradient's tone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// Position, 0..=1.
    pub at: f32,
    /// Depth on the ramp, see [`Tone`].
    pub depth: f32,
    /// Opacity, 0..=1; the gradient's own multiplies it.
    pub alpha: f32,
    /// A hue of its own, where the gradient runs through hues.
    pub hue: Option<f32>,
}

impl Stop {
    /// An opaque stop.
    pub const fn new(at: f32, depth: f32) -> Self {
        Self {
            at,
            depth,
            alpha: 1.0,
            hue: None,
        }
    }

    /// A stop that lets through.
    pub const fn sheer(at: f32, depth: f32, alpha: f32) -> Self {
        Self {
            at,
            depth,
            alpha,
            hue: None,
        }
    }

    /// A stop of the microglia's colours.
    pub const fn hued(at: f32, depth: f32, hue: f32) -> Self {
        Self {
            at,
            depth,
            alpha: 1.0,
            hue: Some(hue),
        }
    }

    /// Its colour in a gradient of a tone.
    pub fn tone(&self, tone: Tone) -> Tone {
        Tone {
            depth: self.depth,
            hue: self.hue.unwrap_or(tone.hue),
            ..tone
        }
    }
}

/// From where to where a gradient runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Run {
    /// From the centre outward to a radius.
    Radial(Point, f64),
    /// From one point to another.
    Linear(Point, Point),
}

/// What a shape is painted with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Paint {
    /// One colour with an opacity.
    Flat(Tone, f32),
    /// Along one ramp, with an opacity over all. Stops are data, not code: they are many.
    Gradient(Run, Tone, f32, &'static [Stop]),
}

impl Paint {
    /// From a centre outward, opaque.
    pub const fn radial(centre: Point, radius: f64, tone: Tone, stops: &'static [Stop]) -> Self {
        Self::Gradient(Run::Radial(centre, radius), tone, 1.0, stops)
    }

    /// From one point to another, opaque.
    pub const fn linear(from: Point, to: Point, tone: Tone, stops: &'static [Stop]) -> Self {
        Self::Gradient(Run::Linear(from, to), tone, 1.0, stops)
    }
}

impl From<Tone> for Paint {
    fn from(tone: Tone) -> Self {
        Self::Flat(tone, 1.0)
    }
}

/// A line: width and, where it stands for something unknown or a mere hint, dashes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pen {
    /// Width in scene units.
    pub width: f64,
    /// Length of dash and gap.
    pub dash: Option<(f64, f64)>,
}

impl Pen {
    /// An unbroken line.
    pub const fn solid(width: f64) -> Self {
        Self { width, dash: None }
    }

    /// A broken line.
    pub const fn dashed(width: f64, dash: f64, gap: f64) -> Self {
        Self {
            width,
            dash: Some((dash, gap)),
        }
    }
}

/// One operation. Lines have round caps and joins.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Fill a shape.
    Fill(Shape, Paint),
    /// Draw along a shape.
    Stroke(Shape, Paint, Pen),
    /// Draw a ready-made symbol, placed, turned and sized by a map.
    Use(Symbol, Affine, f32),
    /// From here on only what lies inside the shape is seen, until [`Node::Unclip`].
    Clip(Shape),
    /// Ends the last [`Node::Clip`].
    Unclip,
}

/// An operation with what it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it belongs to.
    pub tag: Tag,
    /// The theme it is drawn in; none for both.
    pub theme: Option<Theme>,
    /// The operation.
    pub node: Node,
}

/// A list of operations, drawn first to last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// The operations.
    pub items: Vec<Item>,
}

impl Picture {
    /// A pen with which to add items of one kind.
    pub fn brush(&mut self, tag: Tag) -> Brush<'_> {
        Brush {
            picture: self,
            tag,
            theme: None,
        }
    }
}

/// Adds items under one tag. Its methods are called from some hundred places and are kept out of line:
/// inlined they would weigh as much as all the rest of the scene.
#[derive(Debug)]
pub struct Brush<'a> {
    picture: &'a mut Picture,
    tag: Tag,
    theme: Option<Theme>,
}

impl Brush<'_> {
    /// The same brush for items of one theme alone.
    pub fn only(&mut self, theme: Theme) -> Brush<'_> {
        Brush {
            picture: self.picture,
            tag: self.tag,
            theme: Some(theme),
        }
    }

    /// The same brush under another tag.
    pub fn tagged(&mut self, tag: Tag) -> Brush<'_> {
        Brush {
            picture: self.picture,
            tag,
            theme: self.theme,
        }
    }

    /// Adds an operation.
    #[inline(never)]
    pub fn add(&mut self, node: Node) {
        self.picture.items.push(Item {
            tag: self.tag,
            theme: self.theme,
            node,
        });
    }

    /// Fills a shape.
    #[inline(never)]
    pub fn fill(&mut self, shape: impl Into<Shape>, paint: impl Into<Paint>) {
        self.add(Node::Fill(shape.into(), paint.into()));
    }

    /// Draws along a shape.
    #[inline(never)]
    pub fn stroke(&mut self, shape: impl Into<Shape>, paint: impl Into<Paint>, pen: Pen) {
        self.add(Node::Stroke(shape.into(), paint.into(), pen));
    }

    /// Fills a disc.
    #[inline(never)]
    pub fn disc(&mut self, x: f64, y: f64, r: f64, paint: impl Into<Paint>) {
        self.fill(Shape::Disc(Point::new(x, y), r), paint);
    }

    /// Draws a circle.
    #[inline(never)]
    pub fn ring(&mut self, x: f64, y: f64, r: f64, paint: impl Into<Paint>, pen: Pen) {
        self.stroke(Shape::Disc(Point::new(x, y), r), paint, pen);
    }

    /// Draws a symbol at a place, with a size (its unit is 1) and a turn in radians.
    #[inline(never)]
    pub fn place(&mut self, symbol: Symbol, x: f64, y: f64, size: f64, turn: f64, opacity: f64) {
        if opacity > 0.004 && size > 0.0 {
            let map = Affine::translate((x, y)) * turned(turn) * Affine::scale(size);
            self.add(Node::Use(symbol, map, opacity as f32));
        }
    }
}
