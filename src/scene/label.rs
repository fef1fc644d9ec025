//! Words on the picture: where a label stands, which look it has, and the leader to what it names.
//!
//! Words and their measured sizes come from outside, so that leaders start at the text's edge in every language and
//! size. Must not be here: words, DOM.

use kurbo::{Point, Rect};

use super::geometry::curve;
use super::ir::{Paint, Pen, Picture, Tag};
use crate::theme::tokens::{Ramp, Shade, Tone};

/// A place for words that a scene may fill. The overlay keeps one node for each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    /// Names it; a [`Label`] says which slot it fills.
    pub id: &'static str,
    /// How it looks.
    pub look: Look,
}

/// How a label looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// One line, bold on a halo.
    Plain,
    /// The same, on two lines where it is long.
    Two,
    /// Second in rank: lighter and smaller.
    Hint,
    /// The same for what is not known: its plate is dashed.
    Unknown,
    /// Written on a part that it belongs to, as the name on a rung or the heading of a card: never with a leader, and
    /// not one of the nine labels.
    Head,
    /// The same, smaller: a verdict, a column's heading.
    Small,
    /// The same, lighter: what a card is about, a mark on an axis.
    Fine,
    /// Figures on a dial, by themselves.
    Figures(&'static str),
    /// Written on a part, with the frame's number in it.
    Count,
    /// A number in a disc, by itself.
    Number(&'static str),
    /// A card: heading `<id>`, small print `<id>-sub`, and numbered lines with these labels.
    Card(&'static [&'static str]),
}

impl Slot {
    /// A plain slot.
    pub const fn plain(id: &'static str) -> Self {
        Self {
            id,
            look: Look::Plain,
        }
    }

    /// Whether its words name something in the drawing, of which there are at most nine at once; others are written on a
    /// part as a piece of it.
    pub const fn names(&self) -> bool {
        !matches!(
            self.look,
            Look::Head | Look::Small | Look::Fine | Look::Figures(_) | Look::Count
        )
    }

    /// A slot with a look of its own.
    pub const fn with(id: &'static str, look: Look) -> Self {
        Self { id, look }
    }
}

/// Which edge of the text its point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// The point is the left end.
    Start,
    /// The point is the middle.
    Middle,
    /// The point is the right end.
    End,
}

/// A label to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Which [`Slot`] it fills.
    pub id: &'static str,
    /// Which text of the content (`scenes.<id>.labels`); most slots have one text, of their own name.
    pub text: &'static str,
    /// Top edge and the end named by `align`, in CSS pixels.
    pub at: Point,
    /// See `at`.
    pub align: Align,
    /// How visible it is, 0..=1.
    pub alpha: f64,
    /// What the leader points to.
    pub target: Option<Point>,
}

impl Label {
    /// A label in the slot of its own name, without a leader.
    pub fn new(id: &'static str, at: Point, align: Align, alpha: f64) -> Self {
        Self {
            id,
            text: id,
            at,
            align,
            alpha,
            target: None,
        }
    }

    /// The same with a leader.
    #[must_use]
    pub fn to(mut self, target: Point) -> Self {
        self.target = Some(target);
        self
    }

    /// The box of the text, given its size.
    pub fn bounds(&self, (w, h): (f64, f64)) -> Rect {
        let x = match self.align {
            Align::Start => self.at.x,
            Align::Middle => self.at.x - w / 2.0,
            Align::End => self.at.x - w,
        };
        Rect::new(x, self.at.y, x + w, self.at.y + h)
    }
}

/// The leaders as a picture in CSS pixels. `size` tells the size of a label's text.
pub fn leaders(labels: &[Label], size: impl Fn(&'static str) -> (f64, f64)) -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Gauge);
    for label in labels {
        let Some(target) = label.target else { continue };
        let edge = label.bounds(size(label.id));
        let from = nearest(edge.inflate(5.0, 1.0), target);
        let alpha = label.alpha as f32;
        let halo = Tone::of(Ramp::Ground, Shade::Lo);
        let ink = Tone::of(Ramp::Ink, Shade::Lo);
        let line = curve(&[from, target]);
        brush.stroke(
            line.clone(),
            Paint::Flat(halo, 0.8 * alpha),
            Pen::solid(4.0),
        );
        brush.stroke(line, Paint::Flat(ink, 0.9 * alpha), Pen::solid(1.4));
        brush.disc(target.x, target.y, 5.2, Paint::Flat(halo, 0.9 * alpha));
        brush.disc(target.x, target.y, 3.6, Paint::Flat(ink, alpha));
    }
    picture
}

/// The middle of the side of a box that faces a point.
fn nearest(edge: Rect, target: Point) -> Point {
    let x = target.x.min(edge.x1 - 10.0).max(edge.x0 + 10.0);
    if target.y > edge.y1 && target.x > edge.x0 - 4.0 && target.x < edge.x1 + 4.0 {
        Point::new(x, edge.y1)
    } else if target.y < edge.y0 && target.x > edge.x0 - 4.0 && target.x < edge.x1 + 4.0 {
        Point::new(x, edge.y0)
    } else if target.x < edge.x0 {
        Point::new(edge.x0, edge.center().y)
    } else if target.x > edge.x1 {
        Point::new(edge.x1, edge.center().y)
    } else {
        edge.center()
    }
}
