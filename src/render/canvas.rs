//! The live painter: display lists on a 2D canvas.
//!
//! Cheap per frame: what is drawn goes to the browser as one list of numbers, symbols are kept there as ready-made paths
//! and styles, an outline that several passes use in a row is sent once. No filter and no shadow.
//! Must not be here: what is drawn, and when.

use std::ops::Range;
use std::rc::Rc;

use kurbo::{Affine, BezPath, Rect};
use web_sys::CanvasRenderingContext2d;

use super::list::{List, Op};
use crate::scene::ir::{Node, Paint, Pen, Picture, Run, Shape};
use crate::scene::symbols::Symbol;
use crate::units::Theme;

/// A window that leaves nothing out.
const ALL: Range<usize> = 0..usize::MAX;

/// A painter for one canvas.
pub struct Painter {
    context: CanvasRenderingContext2d,
    list: List,
    theme: Theme,
    /// Of how many shapes each symbol that was used is made.
    symbols: Vec<Option<u32>>,
    /// The outline that is the context's current path.
    sent: Option<Rc<BezPath>>,
    base: Affine,
    /// The context's map is `base`; symbols leave another one behind.
    based: bool,
    shapes: u32,
    /// Which of the items that are handed over are drawn.
    window: Range<usize>,
    /// How many were handed over.
    handed: usize,
}

impl Painter {
    /// A painter on a context.
    pub fn new(context: CanvasRenderingContext2d, theme: Theme) -> Self {
        Self {
            list: List::new(&context),
            context,
            theme,
            symbols: vec![None; Symbol::ALL.len()],
            sent: None,
            base: Affine::IDENTITY,
            based: false,
            shapes: 0,
            window: ALL,
            handed: 0,
        }
    }

    /// The context itself, for bitmaps, with all that was drawn so far.
    pub fn context(&mut self) -> &CanvasRenderingContext2d {
        self.list.flush();
        &self.context
    }

    /// Shows what was drawn.
    pub fn finish(&mut self) {
        self.list.flush();
    }

    /// Changes the colours.
    pub fn set_theme(&mut self, theme: Theme) {
        if self.theme != theme {
            self.theme = theme;
            self.symbols.fill(None);
        }
    }

    /// Starts a frame on an empty canvas of this size: nothing is clipped, shapes are counted from 0.
    pub fn start(&mut self, width: u32, height: u32) {
        self.start_part(width, height, ALL);
    }

    /// Starts a part of a frame: of all items that will be handed over only these are drawn. The canvas is emptied
    /// before the first.
    pub fn start_part(&mut self, width: u32, height: u32, window: Range<usize>) {
        self.shapes = 0;
        self.handed = 0;
        self.place(Affine::IDENTITY);
        let first = window.start == 0;
        self.window = window;
        if first {
            self.list.put(Op::Clear, &[width.into(), height.into()]);
        }
    }

    /// Items after those that were drawn are still to be drawn.
    pub fn is_part(&self) -> bool {
        self.handed > self.window.end
    }

    /// Shapes drawn since [`Self::start`].
    pub fn shapes(&self) -> u32 {
        self.shapes
    }

    /// What is drawn next is placed by this map (to device pixels).
    pub fn place(&mut self, map: Affine) {
        self.base = map;
        self.based = false;
        self.sent = None;
        self.settle();
    }

    /// Gives the context the map of the picture again.
    fn settle(&mut self) {
        if !self.based {
            self.list.map(self.base);
            self.based = true;
        }
    }

    /// From here on only what lies inside a box is seen, until [`Self::unclip`].
    pub fn clip(&mut self, map: Affine, clip: Rect) {
        self.place(map);
        self.list.rect(clip);
        self.list.put(Op::Clip, &[]);
    }

    /// Ends the last clip.
    pub fn unclip(&mut self) {
        self.list.put(Op::Unclip, &[]);
        self.sent = None;
    }

    /// Draws a picture under a map to device pixels.
    pub fn draw(&mut self, picture: &Picture, map: Affine) {
        self.place(map);
        for item in &picture.items {
            if item.theme.is_some_and(|theme| theme != self.theme) {
                continue;
            }
            // Clips are opened and closed around what is left out, too.
            if !matches!(item.node, Node::Clip(_) | Node::Unclip) {
                self.handed += 1;
                if !self.window.contains(&(self.handed - 1)) {
                    continue;
                }
            }
            match &item.node {
                Node::Fill(shape, paint) => {
                    self.style(paint);
                    self.send(shape);
                    self.list.put(Op::Fill, &[]);
                    self.shapes += 1;
                }
                Node::Stroke(shape, paint, pen) => {
                    self.style(paint);
                    self.send(shape);
                    self.list.put(Op::Stroke, &line(pen));
                    self.shapes += 1;
                }
                Node::Use(symbol, at, alpha) => self.symbol(*symbol, *at, *alpha),
                Node::Clip(shape) => {
                    self.send(shape);
                    self.list.put(Op::Clip, &[]);
                    self.sent = None;
                }
                Node::Unclip => {
                    self.unclip();
                    // What was restored is the map of the clip, which is the picture's.
                    self.based = true;
                }
            }
        }
    }

    fn send(&mut self, shape: &Shape) {
        self.settle();
        let path = match shape {
            Shape::Disc(..) => None,
            Shape::Path(path) => Some(path),
        };
        if let (Some(path), Some(sent)) = (path, &self.sent)
            && Rc::ptr_eq(sent, path)
        {
            return;
        }
        self.list.outline(shape);
        self.sent = path.cloned();
    }

    fn style(&mut self, paint: &Paint) {
        let list = &mut self.list;
        match paint {
            Paint::Flat(tone, alpha) => {
                list.colour(Op::Colour, &[], tone.rgb(self.theme), *alpha);
            }
            Paint::Gradient(run, tone, alpha, stops) => {
                match run {
                    Run::Radial(c, radius) => {
                        list.put(Op::Radial, &[c.x, c.y, radius.max(0.01)]);
                    }
                    Run::Linear(a, b) => list.put(Op::Linear, &[a.x, a.y, b.x, b.y]),
                }
                for stop in *stops {
                    let rgb = stop.tone(*tone).rgb(self.theme);
                    list.colour(Op::Stop, &[stop.at.into()], rgb, stop.alpha * alpha);
                }
            }
        }
    }

    fn symbol(&mut self, symbol: Symbol, at: Affine, alpha: f32) {
        let i = symbol.index();
        let steps = match self.symbols.get(i) {
            Some(Some(steps)) => *steps,
            _ => self.keep(symbol, i),
        };
        if steps == 0 {
            return;
        }
        self.shapes += steps;
        self.sent = None;
        self.based = false;
        self.list.map(self.base * at);
        let alpha = if alpha < 0.996 { alpha } else { 1.0 };
        self.list.put(Op::Use, &[i as f64, alpha.into()]);
    }

    /// Has a symbol kept ready-made; says of how many shapes.
    fn keep(&mut self, symbol: Symbol, i: usize) -> u32 {
        let mut steps = 0_u32;
        for item in symbol.picture().items {
            if item.theme.is_some_and(|theme| theme != self.theme) {
                continue;
            }
            let (shape, paint, [width, dash, gap]) = match item.node {
                Node::Fill(shape, paint) => (shape, paint, [-1.0, 0.0, 0.0]),
                Node::Stroke(shape, paint, pen) => (shape, paint, line(&pen)),
                // Symbols are made of shapes alone.
                Node::Use(..) | Node::Clip(_) | Node::Unclip => continue,
            };
            let first = f64::from(u8::from(steps == 0));
            self.list.put(Op::Step, &[i as f64, first]);
            self.list.shape(&shape);
            self.style(&paint);
            self.list.put(Op::Keep, &[i as f64, width, dash, gap]);
            steps += 1;
        }
        if let Some(kept) = self.symbols.get_mut(i) {
            *kept = Some(steps);
        }
        steps
    }
}

/// Width, dash and gap.
fn line(pen: &Pen) -> [f64; 3] {
    let (dash, gap) = pen.dash.unwrap_or((0.0, 0.0));
    [pen.width, dash, gap]
}
