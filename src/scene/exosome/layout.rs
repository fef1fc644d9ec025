//! Where the parts of the scene stand in a box of pixels: ruler at the foot, the picture above it; on phones the same in
//! a column of its own. Everything is in CSS pixels.
//!
//! Must not be here: what is drawn.

use kurbo::{Point, Rect, Vec2};

use crate::scene::view::Viewport;

/// Column of phones, at the height of 400.
const COLUMN: f64 = 344.0;
/// Overview: middle and radius of hand, nerve, cell and vesicle; side by side on the design's stage, and in a column.
const WIDE: [(i16, i16, i16); 4] = [
    (126, 250, 86),
    (330, 268, 98),
    (568, 284, 120),
    (936, 304, 166),
];
const NARROW: [(i16, i16, i16); 4] = [(54, 56, 46), (162, 66, 50), (281, 74, 57), (112, 212, 64)];

/// The places.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The whole box.
    pub bounds: Rect,
    /// The part above the ruler that is free of the frame.
    pub free: Rect,
    /// The plate of the ruler.
    pub ruler: Rect,
    /// Height of the row on it for the names of the bands, 0 where there is no room.
    pub names: f64,
    /// Where the thing that the zoom is about stands.
    pub focus: Point,
    /// Length of the bracket.
    pub span: f64,
    /// Whether the box is a phone's.
    pub stacked: bool,
    /// Size of pixels of the column to those of the box.
    pub scale: f64,
    /// Where the vesicle stands beside the signals.
    pub pair: Point,
    /// The middle of the signals in their true size.
    pub signals: Point,
    /// The cards of slip and parcel.
    pub cards: [Rect; 2],
    /// The middle of the two slips, and of the parcel.
    pub slips: Point,
    /// See `slips`.
    pub parcel: Point,
    /// Grains in a row.
    pub columns: u32,
    /// From grain to grain.
    pub pitch: f64,
    /// The middle of the grains.
    pub grains: Point,
    /// How near a finger must come to a thing of the overview.
    pub reach: f64,
}

impl Layout {
    /// Places everything in a box.
    pub fn of(view: &Viewport) -> Self {
        let (w, h) = (view.width.max(1.0), view.height.max(1.0));
        let stacked = view.stacked;
        let scale = if stacked { h / 400.0 } else { 1.0 };
        // Full pages have a title over the picture and a note below it.
        let full = w >= 900.0;
        let (top, foot, plate) = match (stacked, full) {
            (true, _) => (10.0 * scale, 35.0 * scale, 53.0 * scale),
            (false, true) => (98.0, 48.0, 56.0),
            (false, false) => (16.0, 12.0, 54.0),
        };
        let names = if stacked { 0.0 } else { 19.0 };
        let plate = plate + names;
        let (left, right) = if stacked {
            let half = COLUMN * scale / 2.0;
            (w / 2.0 - half, w / 2.0 + half)
        } else {
            (16.0, w - 16.0)
        };
        let ruler = Rect::new(left, h - foot - plate, right, h - foot);
        let free = Rect::new(left, top, right, ruler.y0 - 10.0 * scale);
        let middle = free.center();
        let span = if stacked {
            176.0 * scale
        } else {
            free.height() * 0.75
        };
        let focus = if stacked {
            Point::new(left + 116.0 * scale, middle.y + 4.0 * scale)
        } else {
            Point::new(middle.x, middle.y + 2.0)
        };
        // Cards: two beside each other, each below what it is likened to.
        let gap = 10.0 * scale;
        let half = if stacked {
            (free.width() - gap) / 2.0
        } else {
            300.0_f64.min(free.width() * 0.44)
        };
        let tall = if stacked { 150.0 * scale } else { 96.0 };
        let card = |at: f64| Rect::new(at - half / 2.0, free.y1 - tall, at + half / 2.0, free.y1);
        let (one, two) = if stacked {
            (left + half / 2.0, right - half / 2.0)
        } else {
            (left + free.width() * 0.27, left + free.width() * 0.73)
        };
        let cards = [card(one), card(two)];
        let icon = |card: Rect| {
            if stacked {
                Point::new(card.center().x, card.y0 + 48.0 * scale)
            } else {
                Point::new(card.x0 + 74.0, card.center().y)
            }
        };
        let [slips, parcel] = cards.map(icon);
        let above = free.y0 + (free.height() - tall) * 0.47;
        let columns = if stacked { 12 } else { 15 };
        let pitch = span / 10.0 * if stacked { 1.32 } else { 1.3 };
        Self {
            bounds: Rect::new(0.0, 0.0, w, h),
            free,
            ruler,
            names,
            focus,
            span,
            stacked,
            scale,
            pair: Point::new(two, above),
            signals: Point::new(one, above),
            cards,
            slips,
            parcel,
            columns,
            pitch,
            grains: middle,
            reach: 60.0,
        }
    }

    /// Middle and radius of a medallion of the overview; the fourth is the vesicle itself.
    pub fn medallion(&self, i: usize) -> (Point, f64) {
        let table = if self.stacked { &NARROW } else { &WIDE };
        let (x, y, r) = table.get(i).copied().unwrap_or_default();
        let at = Vec2::new(f64::from(x), f64::from(y));
        if self.stacked {
            return (
                Point::new(self.free.x0, self.free.y0) + at * self.scale,
                f64::from(r) * self.scale,
            );
        }
        let fit = (self.free.width() / 1110.0).min(self.free.height() / 372.0);
        let shift = (at - Vec2::new(574.0, 300.0)) * fit;
        (self.free.center() + shift, f64::from(r) * fit)
    }

    /// Where a grain stands in the end.
    pub fn grain_at(&self, index: u32) -> Point {
        let rows = crate::model::exosome::GRAINS / self.columns;
        let from = |i: u32, n: u32| (f64::from(i) - f64::from(n - 1) / 2.0) * self.pitch;
        let (x, y) = (index % self.columns, index / self.columns);
        self.grains + Vec2::new(from(x, self.columns), from(y, rows))
    }
}
