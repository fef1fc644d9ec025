//! A display list as numbers, which `assets/element/replay.js` replays on a canvas: one call across the border per
//! frame, where one per operation of the canvas costs more than the drawing.
//!
//! Must not be here: what the numbers mean to a scene.

use kurbo::{Affine, BezPath, PathEl, Rect};
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use crate::scene::ir::Shape;
use crate::theme::tokens::Rgb;

#[wasm_bindgen(raw_module = "./replay.js")]
extern "C" {
    type Replay;
    #[wasm_bindgen(constructor)]
    fn new(context: &CanvasRenderingContext2d, memory: JsValue) -> Replay;
    #[wasm_bindgen(method)]
    /// What stands in the memory there: a place and a count.
    fn draw(this: &Replay, numbers: *const f32, count: usize);
}

/// What the script knows to do. The order is the script's; what each takes stands there.
#[derive(Clone, Copy)]
#[repr(u8)]
pub enum Op {
    MoveTo,
    LineTo,
    QuadTo,
    CurveTo,
    Close,
    Circle,
    /// A new outline: the place it is kept at, or -1 for one that is drawn once.
    Begin,
    /// A step of a symbol: which, and whether it is its first.
    Step,
    /// Ends that step: which, then as for a stroke; a width below 0 fills.
    Keep,
    Colour,
    Radial,
    Linear,
    Stop,
    Fill,
    /// Width, dash, gap.
    Stroke,
    Map,
    /// Which symbol, opacity.
    Use,
    Box,
    Clip,
    Unclip,
    Clear,
    /// The outline kept at a place.
    Again,
}

/// Places for outlines that came twice.
const PLACES: usize = 256;
/// Operations below which an outline is sooner sent again.
const LONG: usize = 8;

/// What was last seen of the outlines that share a place.
#[derive(Clone, Copy, Default)]
struct Seen {
    hash: u64,
    /// It is kept there.
    kept: bool,
    /// Where in the list that is now being made it stands; 0 in an earlier one.
    at: usize,
}

/// A list on its way to one canvas.
///
/// An outline that comes twice, in one list (both lanes often show the same) or in two (much stands still), is kept by
/// the browser from then on: its points are most of a list, and drawing them most of a frame.
pub struct List {
    replay: Replay,
    numbers: Vec<f32>,
    seen: Vec<Seen>,
}

impl List {
    /// For a context.
    pub fn new(context: &CanvasRenderingContext2d) -> Self {
        Self {
            replay: Replay::new(context, wasm_bindgen::memory()),
            numbers: Vec::new(),
            seen: vec![Seen::default(); PLACES],
        }
    }

    /// Draws what was put.
    pub fn flush(&mut self) {
        self.replay.draw(self.numbers.as_ptr(), self.numbers.len());
        self.numbers.clear();
        for seen in &mut self.seen {
            seen.at = 0;
        }
    }

    /// Adds an operation.
    #[inline(never)]
    pub fn put(&mut self, op: Op, numbers: &[f64]) {
        self.numbers.push(f32::from(op as u8));
        self.numbers.extend(numbers.iter().map(|it| *it as f32));
    }

    /// Sets the map.
    pub fn map(&mut self, map: Affine) {
        self.put(Op::Map, &map.as_coeffs());
    }

    /// A colour; `before` it stands where it is to be.
    pub fn colour(&mut self, op: Op, before: &[f64], Rgb(r, g, b): Rgb, alpha: f32) {
        self.put(op, before);
        let alpha = (alpha.clamp(0.0, 1.0) * 255.0 + 0.5) as u8;
        let rgb = u32::from_be_bytes([0, r, g, b]);
        // 24 bits are what such a number holds exactly.
        self.numbers.extend([rgb as f32, f32::from(alpha)]);
    }

    /// A box as a new outline.
    pub fn rect(&mut self, it: Rect) {
        self.put(Op::Begin, &[-1.0]);
        self.put(Op::Box, &[it.x0, it.y0, it.width(), it.height()]);
    }

    /// A shape as a new outline.
    pub fn outline(&mut self, shape: &Shape) {
        let from = self.numbers.len();
        self.put(Op::Begin, &[-1.0]);
        self.shape(shape);
        if matches!(shape, Shape::Path(path) if path.elements().len() >= LONG) {
            self.remember(from);
        }
    }

    /// Sends the outline that begins there no second time.
    fn remember(&mut self, from: usize) {
        let outline = self.numbers.iter().skip(from + 2);
        let hash = outline.fold(1, |hash: u64, it| {
            (hash.rotate_left(5) ^ u64::from(it.to_bits())).wrapping_mul(0x517c_c1b7_2722_0a95)
        });
        let place = (hash >> 40) as usize % PLACES;
        let Some(seen) = self.seen.get_mut(place) else {
            return;
        };
        if seen.hash != hash {
            *seen = Seen {
                hash,
                kept: false,
                at: from + 1,
            };
            return;
        }
        // Where it first stands in this list, it is to be kept.
        let first = if seen.at > 0 { seen.at } else { from + 1 };
        let known = seen.kept || seen.at > 0;
        if !seen.kept
            && let Some(slot) = self.numbers.get_mut(first)
        {
            *slot = place as f32;
            seen.kept = true;
        }
        if known {
            self.numbers.truncate(from);
            self.put(Op::Again, &[place as f64]);
        }
    }

    /// A shape, added to the outline.
    pub fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Disc(c, r) => self.put(Op::Circle, &[c.x, c.y, r.max(0.0)]),
            Shape::Path(path) => self.path(path),
        }
    }

    fn path(&mut self, path: &BezPath) {
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(p) => self.put(Op::MoveTo, &[p.x, p.y]),
                PathEl::LineTo(p) => self.put(Op::LineTo, &[p.x, p.y]),
                PathEl::QuadTo(a, p) => self.put(Op::QuadTo, &[a.x, a.y, p.x, p.y]),
                PathEl::CurveTo(a, b, p) => {
                    self.put(Op::CurveTo, &[a.x, a.y, b.x, b.y, p.x, p.y]);
                }
                PathEl::ClosePath => self.put(Op::Close, &[]),
            }
        }
    }
}
