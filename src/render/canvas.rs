//! The live painter: display lists on a 2D canvas.
//!
//! Cheap per frame: symbols are kept as ready-made paths and styles, an outline that several passes
//! use in a row is sent once, colours are kept as JavaScript strings. No filter and no shadow.
//! Must not be here: what is drawn, and when.

use std::f64::consts::TAU;
use std::rc::Rc;

use js_sys::Array;
use kurbo::{Affine, BezPath, PathEl};
use wasm_bindgen::prelude::*;
use web_sys::{CanvasGradient, CanvasRenderingContext2d, Path2d};

use crate::scene::ir::{Node, Paint, Pen, Picture, Run, Shape, Stop};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Rgb, Tone};
use crate::units::Theme;

#[wasm_bindgen]
extern "C" {
    /// The context, with setters that take kept JavaScript values instead of fresh strings.
    #[wasm_bindgen(extends = CanvasRenderingContext2d)]
    type Context;
    #[wasm_bindgen(method, setter, js_name = fillStyle)]
    fn set_fill(this: &Context, style: &JsValue);
    #[wasm_bindgen(method, setter, js_name = strokeStyle)]
    fn set_stroke(this: &Context, style: &JsValue);
}

/// Colours kept at once. Those of a morph never come back; the store must not grow with them.
const KEPT_COLOURS: usize = 256;

/// One step of a kept symbol.
struct Step {
    path: Path2d,
    style: JsValue,
    /// Line width, or none to fill.
    line: Option<(f64, Option<(f64, f64)>)>,
}

/// A painter for one canvas.
pub struct Painter {
    context: Context,
    theme: Theme,
    /// Colours as JavaScript strings, each in the place its value gives it.
    colours: Vec<(u32, JsValue)>,
    symbols: Vec<Option<Rc<[Step]>>>,
    /// The outline that is the context's current path.
    sent: Option<Rc<BezPath>>,
    dashed: bool,
    base: Affine,
    /// The context's map is `base`; symbols leave another one behind.
    based: bool,
    /// The flat colour that fills now, to be set no second time.
    filling: Option<u32>,
    shapes: u32,
}

impl Painter {
    /// A painter on a context.
    pub fn new(context: CanvasRenderingContext2d) -> Self {
        context.set_line_cap("round");
        context.set_line_join("round");
        Self {
            context: context.unchecked_into(),
            theme: Theme::Light,
            colours: vec![(0, JsValue::UNDEFINED); KEPT_COLOURS],
            symbols: vec![None; Symbol::ALL.len()],
            sent: None,
            dashed: false,
            base: Affine::IDENTITY,
            based: false,
            filling: None,
            shapes: 0,
        }
    }

    /// The context itself, for bitmaps and clips.
    pub fn context(&self) -> &CanvasRenderingContext2d {
        &self.context
    }

    /// Changes the colours.
    pub fn set_theme(&mut self, theme: Theme) {
        if self.theme != theme {
            self.theme = theme;
            self.symbols.fill(None);
        }
    }

    /// Starts a frame: nothing is clipped, shapes are counted from 0. A resized canvas has forgotten
    /// its line caps, so they are set here.
    pub fn start(&mut self) {
        self.context.set_line_cap("round");
        self.context.set_line_join("round");
        self.sent = None;
        self.filling = None;
        self.shapes = 0;
    }

    /// Shapes drawn since [`Self::start`].
    pub fn shapes(&self) -> u32 {
        self.shapes
    }

    /// What is drawn next is placed by this map (to device pixels).
    pub fn place(&mut self, map: Affine) {
        self.base = map;
        self.based = false;
        self.filling = None;
        self.sent = None;
        self.settle();
    }

    /// Gives the context the map of the picture again.
    fn settle(&mut self) {
        if !self.based {
            self.transform(self.base);
            self.based = true;
        }
    }

    fn transform(&self, map: Affine) {
        let [a, b, c, d, e, f] = map.as_coeffs();
        // Fails only for a context that is gone; then there is nothing to draw on.
        self.context.set_transform(a, b, c, d, e, f).ok();
    }

    /// Draws a picture under a map to device pixels.
    pub fn draw(&mut self, picture: &Picture, map: Affine) {
        self.place(map);
        for item in &picture.items {
            if item.theme.is_some_and(|theme| theme != self.theme) {
                continue;
            }
            match &item.node {
                Node::Fill(shape, paint) => {
                    self.fill_with(paint);
                    self.send(shape);
                    self.context.fill();
                    self.shapes += 1;
                }
                Node::Stroke(shape, paint, pen) => {
                    self.stroke_with(paint, *pen);
                    self.send(shape);
                    self.context.stroke();
                    self.shapes += 1;
                }
                Node::Use(symbol, at, alpha) => self.symbol(*symbol, *at, *alpha),
                Node::Clip(shape) => {
                    self.settle();
                    self.context.save();
                    self.send(shape);
                    self.context.clip();
                    self.sent = None;
                }
                Node::Unclip => {
                    self.context.restore();
                    self.sent = None;
                    self.filling = None;
                    self.dashed = false;
                    // What was restored is the map of the clip, which is the picture's.
                    self.based = true;
                }
            }
        }
        self.solid();
    }

    fn send(&mut self, shape: &Shape) {
        self.settle();
        match shape {
            Shape::Disc(c, r) => {
                self.sent = None;
                self.context.begin_path();
                self.context.arc(c.x, c.y, r.max(0.0), 0.0, TAU).ok();
            }
            Shape::Path(path) => {
                if self
                    .sent
                    .as_ref()
                    .is_some_and(|sent| Rc::ptr_eq(sent, path))
                {
                    return;
                }
                self.context.begin_path();
                for element in path.elements() {
                    match *element {
                        PathEl::MoveTo(p) => self.context.move_to(p.x, p.y),
                        PathEl::LineTo(p) => self.context.line_to(p.x, p.y),
                        PathEl::QuadTo(a, p) => {
                            self.context.quadratic_curve_to(a.x, a.y, p.x, p.y);
                        }
                        PathEl::CurveTo(a, b, p) => {
                            self.context.bezier_curve_to(a.x, a.y, b.x, b.y, p.x, p.y);
                        }
                        PathEl::ClosePath => self.context.close_path(),
                    }
                }
                self.sent = Some(Rc::clone(path));
            }
        }
    }

    fn fill_with(&mut self, paint: &Paint) {
        let flat = match paint {
            Paint::Flat(tone, alpha) => Some(key(tone.rgb(self.theme), alpha_step(*alpha))),
            Paint::Gradient(..) => None,
        };
        if flat.is_none() || flat != self.filling {
            let style = self.style(paint);
            self.context.set_fill(&style);
            self.filling = flat;
        }
    }

    fn stroke_with(&mut self, paint: &Paint, pen: Pen) {
        let style = self.style(paint);
        self.context.set_stroke(&style);
        self.line(pen.width, pen.dash);
    }

    fn line(&mut self, width: f64, dash: Option<(f64, f64)>) {
        self.context.set_line_width(width);
        match dash {
            Some((dash, gap)) => {
                let list = Array::of2(&dash.into(), &gap.into());
                self.context.set_line_dash(&list).ok();
                self.dashed = true;
            }
            None => self.solid(),
        }
    }

    fn solid(&mut self) {
        if self.dashed {
            self.context.set_line_dash(&Array::new()).ok();
            self.dashed = false;
        }
    }

    fn style(&mut self, paint: &Paint) -> JsValue {
        match paint {
            Paint::Flat(tone, alpha) => self.colour(tone.rgb(self.theme), *alpha),
            Paint::Gradient(Run::Radial(c, radius), tone, alpha, stops) => {
                let made =
                    self.context
                        .create_radial_gradient(c.x, c.y, 0.0, c.x, c.y, radius.max(0.01));
                match made {
                    Ok(gradient) => self.with_stops(gradient, stops, *tone, *alpha),
                    Err(error) => error,
                }
            }
            Paint::Gradient(Run::Linear(from, to), tone, alpha, stops) => {
                let gradient = self
                    .context
                    .create_linear_gradient(from.x, from.y, to.x, to.y);
                self.with_stops(gradient, stops, *tone, *alpha)
            }
        }
    }

    fn with_stops(
        &self,
        gradient: CanvasGradient,
        stops: &[Stop],
        tone: Tone,
        alpha: f32,
    ) -> JsValue {
        for stop in stops {
            let rgb = stop.tone(tone).rgb(self.theme);
            let text = css(rgb, alpha_step(stop.alpha * alpha));
            gradient.add_color_stop(stop.at, &text).ok();
        }
        gradient.into()
    }

    fn colour(&mut self, rgb: Rgb, alpha: f32) -> JsValue {
        let alpha = alpha_step(alpha);
        let key = key(rgb, alpha);
        let place = (key.wrapping_mul(0x9E37_79B9) >> 16) as usize % KEPT_COLOURS;
        match self.colours.get_mut(place) {
            Some((kept, value)) if *kept == key && !value.is_undefined() => value.clone(),
            Some(slot) => {
                *slot = (key, JsValue::from_str(&css(rgb, alpha)));
                slot.1.clone()
            }
            None => JsValue::UNDEFINED,
        }
    }

    fn symbol(&mut self, symbol: Symbol, at: Affine, alpha: f32) {
        let Some(steps) = self.kept(symbol) else {
            return;
        };
        self.sent = None;
        self.based = false;
        self.filling = None;
        self.transform(self.base * at);
        let sheer = alpha < 0.996;
        if sheer {
            self.context.set_global_alpha(f64::from(alpha));
        }
        for step in steps.iter() {
            match step.line {
                None => {
                    self.context.set_fill(&step.style);
                    self.context.fill_with_path_2d(&step.path);
                }
                Some((width, dash)) => {
                    self.context.set_stroke(&step.style);
                    self.line(width, dash);
                    self.context.stroke_with_path(&step.path);
                }
            }
            self.shapes += 1;
        }
        if sheer {
            self.context.set_global_alpha(1.0);
        }
    }

    fn kept(&mut self, symbol: Symbol) -> Option<Rc<[Step]>> {
        let i = symbol.index();
        if let Some(Some(steps)) = self.symbols.get(i) {
            return Some(Rc::clone(steps));
        }
        let mut steps = Vec::new();
        for item in symbol.picture().items {
            if item.theme.is_some_and(|theme| theme != self.theme) {
                continue;
            }
            let (shape, paint, line) = match item.node {
                Node::Fill(shape, paint) => (shape, paint, None),
                Node::Stroke(shape, paint, pen) => (shape, paint, Some((pen.width, pen.dash))),
                // Symbols are made of shapes alone.
                Node::Use(..) | Node::Clip(_) | Node::Unclip => continue,
            };
            let path = kept_path(&shape)?;
            steps.push(Step {
                path,
                style: self.style(&paint),
                line,
            });
        }
        let steps: Rc<[Step]> = steps.into();
        if let Some(slot) = self.symbols.get_mut(i) {
            *slot = Some(Rc::clone(&steps));
        }
        Some(steps)
    }
}

fn kept_path(shape: &Shape) -> Option<Path2d> {
    let out = Path2d::new().ok()?;
    match shape {
        Shape::Disc(c, r) => out.arc(c.x, c.y, r.max(0.0), 0.0, TAU).ok()?,
        Shape::Path(path) => {
            for element in path.elements() {
                match *element {
                    PathEl::MoveTo(p) => out.move_to(p.x, p.y),
                    PathEl::LineTo(p) => out.line_to(p.x, p.y),
                    PathEl::QuadTo(a, p) => out.quadratic_curve_to(a.x, a.y, p.x, p.y),
                    PathEl::CurveTo(a, b, p) => {
                        out.bezier_curve_to(a.x, a.y, b.x, b.y, p.x, p.y);
                    }
                    PathEl::ClosePath => out.close_path(),
                }
            }
        }
    }
    Some(out)
}

/// A colour as a number.
fn key(Rgb(r, g, b): Rgb, alpha: u8) -> u32 {
    u32::from_be_bytes([r, g, b, alpha])
}

fn alpha_step(alpha: f32) -> u8 {
    (alpha.clamp(0.0, 1.0) * 255.0 + 0.5) as u8
}

/// `#rrggbbaa`: short to make and to read.
fn css(Rgb(r, g, b): Rgb, alpha: u8) -> String {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
    ];
    let mut text = String::with_capacity(9);
    text.push('#');
    for byte in [r, g, b, alpha] {
        for nibble in [byte >> 4, byte & 15] {
            text.push(DIGITS.get(usize::from(nibble)).copied().unwrap_or('0'));
        }
    }
    text
}
