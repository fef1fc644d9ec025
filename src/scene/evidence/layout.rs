//! Where everything stands, in CSS pixels: side by side as a staircase over three cards; on phones as a list, the
//! strongest rung on top, over two cards of one size. Between the ladder alone and the ladder with the studies all
//! of it glides.
//!
//! Must not be here: paints, words.

use kurbo::{Point, Rect, Vec2};

use crate::model::curve::{lerp, smooth};
use crate::model::evidence::State;
use crate::scene::view::Viewport;

/// One arrangement.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Whether the rungs are a list.
    pub stacked: bool,
    /// Pixels per unit of the drawing.
    pub unit: f64,
    /// How far a list makes room for large letters, 0..=1: where they are chosen, the stage is taller.
    pub large: f64,
    /// The front of each rung, the weakest first.
    pub rungs: [Rect; 4],
    /// How deep the treads look.
    pub lip: f64,
    /// The plates that carry the rungs' marks and names.
    pub plates: [Rect; 4],
    /// Where the mark stands on a plate, and where the name begins.
    pub marks: [(Point, Point); 4],
    /// Width of a tile.
    pub tile: f64,
    /// Middles of the tiles, by rung and topic.
    pub tiles: [[Point; 5]; 4],
    /// From where to where the sign runs that says which way the evidence grows.
    pub slope: (Point, Point),
    /// The list of topics.
    pub key: Rect,
    /// Saline, report, trial. The last two are of one size.
    pub cards: [Rect; 3],
    /// Size of a person.
    pub person: f64,
}

/// Tops of the steps before and after they make room, on a stage of 1200 × 750.
const TOPS: [[f64; 2]; 4] = [
    [536.0, 330.0],
    [432.0, 284.0],
    [328.0, 238.0],
    [224.0, 192.0],
];
/// Where the steps stand, before and after.
const BASE: [f64; 2] = [700.0, 418.0];
/// Left edge and width of a step.
const STEP: (f64, f64) = (36.0, 282.0);
/// Left edges and widths of the cards.
const CARDS: [(f64, f64); 3] = [(36.0, 310.0), (364.0, 391.0), (773.0, 391.0)];

/// Height of a tile over its width.
pub const TALL: f64 = 1.14;

impl Layout {
    /// The arrangement of a moment.
    pub fn new(state: &State, view: &Viewport) -> Self {
        if view.stacked {
            list(state, view.width.max(1.0), view.height.max(1.0))
        } else {
            stairs(state, view.width.max(1.0), view.height.max(1.0))
        }
    }

    /// Half the height of a small line of text, in CSS pixels.
    pub fn line(&self) -> f64 {
        if self.stacked { 8.5 } else { 9.5 }
    }

    /// How far cards have room for a few lines of what was tested, 0..=1: on phones and in the narrowest articles none.
    pub fn roomy(&self) -> f64 {
        if self.stacked {
            0.0
        } else {
            smooth(0.56, 0.6, self.unit)
        }
    }

    /// The upper edge of one of these lines.
    pub fn told(&self, card: Rect, line: u8) -> f64 {
        card.y0 + (139.0 + 32.0 * f64::from(line)) * self.unit
    }

    /// The box of a tile.
    pub fn tile_box(&self, rung: usize, topic: usize) -> Rect {
        let row = self.tiles.get(rung).copied().unwrap_or_default();
        let at = row.get(topic).copied().unwrap_or_default();
        Rect::from_center_size(at, (self.tile, self.tile * TALL))
    }
}

fn stairs(state: &State, w: f64, h: f64) -> Layout {
    let unit = (w / 1200.0).min(h / 750.0);
    let origin = Point::new((w - 1200.0 * unit) / 2.0, (h - 750.0 * unit) / 2.0);
    let at = |x: f64, y: f64| Point::new(origin.x + x * unit, origin.y + y * unit);
    let size = |x: f64, y: f64, w: f64, h: f64| Rect::from_points(at(x, y), at(x + w, y + h));
    let k = state.folded;
    let glide = |[from, to]: [f64; 2]| lerp(from, to, k);
    let base = glide(BASE);
    let mut layout = Layout {
        stacked: false,
        unit,
        large: 0.0,
        rungs: [Rect::ZERO; 4],
        lip: 10.0 * unit,
        plates: [Rect::ZERO; 4],
        marks: [(Point::ORIGIN, Point::ORIGIN); 4],
        tile: 51.0 * unit,
        tiles: [[Point::ORIGIN; 5]; 4],
        slope: (
            at(glide([310.0, 330.0]), glide([292.0, 206.0])),
            at(868.0, glide([116.0, 108.0])),
        ),
        key: size(
            glide([44.0, 36.0]),
            glide([158.0, 94.0]),
            glide([240.0, 262.0]),
            glide([276.0, 174.0]),
        ),
        cards: [Rect::ZERO; 3],
        person: 10.6 * unit,
    };
    for (i, tops) in TOPS.into_iter().enumerate() {
        let x = STEP.0 + STEP.1 * i as f64;
        let rise = state.rise.get(i).copied().unwrap_or_default();
        let top = lerp(base - 88.0, glide(tops), rise);
        let plate = lerp(top + 26.0, base - 60.0, k);
        set(&mut layout.rungs, i, size(x, top, STEP.1, base - top));
        set(
            &mut layout.plates,
            i,
            size(x + 12.0, plate, STEP.1 - 24.0, 48.0),
        );
        let name = at(x + 66.0, plate + 24.0) - Vec2::new(0.0, 11.0);
        set(&mut layout.marks, i, (at(x + 40.0, plate + 24.0), name));
        let mut row = [Point::ORIGIN; 5];
        for (topic, middle) in row.iter_mut().enumerate() {
            *middle = at(x + 37.0 + 54.0 * topic as f64, top - 27.0);
        }
        set(&mut layout.tiles, i, row);
    }
    // From below the stage, all three together.
    let y = lerp(790.0, 434.0, state.cards);
    for (i, (x, width)) in CARDS.into_iter().enumerate() {
        set(&mut layout.cards, i, size(x, y, width, 262.0));
    }
    swap(&mut layout.cards, state.swapped);
    layout
}

fn list(state: &State, w: f64, h: f64) -> Layout {
    let k = state.folded;
    let glide = |from: f64, to: f64| lerp(from, to, k);
    let large = smooth(430.0, 490.0, h);
    let room = |usual: f64, more: f64| lerp(usual, more, large);
    // The names of the topics stand over their columns, large ones on two lines.
    let head = glide(room(34.0, 64.0), room(25.0, 62.0));
    let pitch = glide((h - 38.0 - head) / 4.0, room(28.75, 33.0));
    let (left, right) = (16.0, w - 12.0);
    // On the smallest phones the names of the rungs need the room.
    let wide = ((right - left - room(128.0, 170.0)) / 5.0).min(39.5);
    let tile = glide(wide - 3.5, 21.0);
    let mut layout = Layout {
        stacked: true,
        unit: 0.62,
        large,
        rungs: [Rect::ZERO; 4],
        lip: 0.0,
        plates: [Rect::ZERO; 4],
        marks: [(Point::ORIGIN, Point::ORIGIN); 4],
        tile,
        tiles: [[Point::ORIGIN; 5]; 4],
        slope: (
            Point::new(7.5, head + 4.0 * pitch - 6.0),
            Point::new(7.5, head),
        ),
        key: Rect::new(left, glide(6.0, 4.0), right, 30.0),
        cards: [Rect::ZERO; 3],
        person: 0.0,
    };
    for i in 0..4 {
        let y = head + pitch * (3 - i) as f64;
        let tall = pitch - glide(6.0, 3.5);
        let rise = state.rise.get(i).copied().unwrap_or_default();
        let x1 = lerp(left + 0.46 * (right - left), right, rise);
        set(&mut layout.rungs, i, Rect::new(left, y, x1, y + tall));
        let inner = glide(5.0, 3.0);
        let free = right - left - glide(8.5 + 5.0 * wide, 24.0 + 4.5 * wide);
        let end = left + glide(room(126.0, 158.0).min(free), free);
        let plate = Rect::new(left + inner, y + inner, end, y + tall - inner);
        set(&mut layout.plates, i, plate);
        let middle = plate.center().y;
        let mark = Point::new(plate.x0 + glide(18.0, 14.0), glide(plate.y0 + 18.0, middle));
        let name = Point::new(
            plate.x0 + glide(8.0, 28.0),
            glide(plate.y0 + 31.0, middle - room(9.5, 14.5)),
        );
        set(&mut layout.marks, i, (mark, name));
        let mut row = [Point::ORIGIN; 5];
        for (topic, middle) in row.iter_mut().enumerate() {
            let x = right - 8.0 - wide / 2.0 - wide * (4 - topic) as f64;
            *middle = Point::new(x, y + tall / 2.0);
        }
        set(&mut layout.tiles, i, row);
    }
    let lower = (1.0 - state.cards) * (h - 130.0);
    let (top, foot) = (room(146.0, 200.0) + lower, h - room(38.0, 48.0) + lower);
    let middle = (left - 4.0 + right) / 2.0;
    let saline = foot - room(54.0, 88.0);
    // So small that neither heads nor knees touch.
    let (rows, across) = (saline - top - room(70.0, 104.0), middle - 32.0);
    layout.person = (rows / 18.4).min(across / 19.0);
    layout.cards = [
        Rect::new(12.0, saline, right, foot),
        Rect::new(12.0, top, middle - 4.0, saline - 6.0),
        Rect::new(middle + 4.0, top, right, saline - 6.0),
    ];
    swap(&mut layout.cards, state.swapped);
    layout
}

/// Lets the two studies change places; they are of one size.
fn swap([_, report, trial]: &mut [Rect; 3], share: f64) {
    let way = Vec2::new((trial.x0 - report.x0) * share, 0.0);
    *report = *report + way;
    *trial = *trial - way;
}

fn set<T, const N: usize>(list: &mut [T; N], i: usize, value: T) {
    if let Some(place) = list.get_mut(i) {
        *place = value;
    }
}
