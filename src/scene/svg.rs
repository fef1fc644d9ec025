//! The painter for stills, posters, print and tests: display lists to SVG text.
//!
//! Small files are its business: each outline once in `<defs>`, passes, lanes and symbols by `<use>`,
//! path data relative and in whole numbers on a grid of a fifth of a unit (an eighth of a pixel where
//! stills are shown). No `<style>`, no filters, no text.
//! Must not be here: what is drawn; browser types.

mod outline;

use std::fmt::Write as _;
use std::rc::Rc;

use kurbo::{Affine, BezPath};

use self::outline::{GRID, data, grid, num, path_of, short, trimmed};
use super::ir::{Item, Node, Paint, Pen, Picture, Run, Shape, Stop};
use super::symbols::Symbol;
use crate::theme::tokens::{Rgb, Tone};
use crate::units::Theme;

/// An SVG in the making.
#[derive(Debug)]
pub struct Svg {
    theme: Theme,
    defs: String,
    body: String,
    next_id: u32,
    used: [bool; Symbol::ALL.len()],
}

impl Svg {
    /// An empty drawing.
    pub fn new(theme: Theme) -> Self {
        Self {
            theme,
            defs: String::new(),
            body: String::new(),
            next_id: 0,
            used: [false; Symbol::ALL.len()],
        }
    }

    /// Adds a picture under a map.
    pub fn add(&mut self, picture: &Picture, map: Affine) {
        let group = self.group(picture);
        let _ = write!(
            self.body,
            "<g{}>{group}</g>",
            transform(map * Affine::scale(1.0 / GRID))
        );
    }

    /// Keeps a picture in `<defs>` and returns the name under which [`Self::reuse`] draws it.
    pub fn keep(&mut self, picture: &Picture) -> String {
        let group = self.group(picture);
        let id = self.id('p');
        let scale = transform(Affine::scale(1.0 / GRID));
        let _ = write!(self.defs, "<g id=\"{id}\"{scale}>{group}</g>");
        id
    }

    /// Draws a kept picture under a map.
    pub fn reuse(&mut self, id: &str, map: Affine) {
        let _ = write!(self.body, "<use href=\"#{id}\"{}/>", transform(map));
    }

    /// Starts a part of which only what lies inside the box is seen.
    pub fn clip_box(&mut self, x: f64, y: f64, w: f64, h: f64) {
        let id = self.id('c');
        let (x, y, w, h) = (num(x), num(y), num(w), num(h));
        let _ = write!(
            self.defs,
            "<clipPath id=\"{id}\"><path d=\"M{x} {y}h{w}v{h}h-{w}z\"/></clipPath>"
        );
        let _ = write!(self.body, "<g clip-path=\"url(#{id})\">");
    }

    /// Ends [`Self::clip_box`].
    pub fn end_clip(&mut self) {
        self.body.push_str("</g>");
    }

    /// The whole document.
    pub fn finish(self, width: f64, height: f64) -> String {
        let (w, h) = (num(width), num(height));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" \
             viewBox=\"0 0 {w} {h}\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\
             <defs>{}</defs>{}</svg>",
            self.defs, self.body
        )
    }

    fn id(&mut self, kind: char) -> String {
        self.next_id += 1;
        format!("{kind}{}", self.next_id)
    }

    fn group(&mut self, picture: &Picture) -> String {
        let mut out = String::new();
        // Outlines painted by more than one pass are written once.
        let mut shared: Vec<(Rc<BezPath>, String)> = Vec::new();
        let shown: Vec<&Item> = picture
            .items
            .iter()
            .filter(|i| i.theme.is_none_or(|t| t == self.theme))
            .collect();
        let mut items = shown.iter().peekable();
        while let Some(item) = items.next() {
            match &item.node {
                Node::Fill(shape, paint) => {
                    let mut paint = self.paint("fill", paint);
                    // A fill and the line around it are one element: each costs a browser time.
                    if let Some(Node::Stroke(_, line, pen)) =
                        items.next_if(|next| joined(item, next)).map(|it| &it.node)
                    {
                        paint += &self.paint("stroke", line);
                        paint += &stroke(*pen);
                    }
                    self.shape(&mut out, &shown, &mut shared, shape, &paint);
                }
                Node::Stroke(shape, paint, pen) => {
                    let paint = self.paint("stroke", paint);
                    let paint = format!(" fill=\"none\"{paint}{}", stroke(*pen));
                    self.shape(&mut out, &shown, &mut shared, shape, &paint);
                }
                Node::Use(symbol, map, opacity) => {
                    self.symbol(*symbol);
                    let alpha = match *opacity {
                        o if o < 0.996 => format!(" opacity=\"{}\"", short(f64::from(o))),
                        _ => String::new(),
                    };
                    let i = symbol.index();
                    let map = Affine::scale(GRID) * *map * Affine::scale(1.0 / GRID);
                    let _ = write!(out, "<use href=\"#s{i}\"{}{alpha}/>", transform(map));
                }
                Node::Clip(shape) => {
                    let id = self.id('c');
                    let d = path_of(shape);
                    let _ = write!(
                        self.defs,
                        "<clipPath id=\"{id}\"><path d=\"{d}\"/></clipPath>"
                    );
                    let _ = write!(out, "<g clip-path=\"url(#{id})\">");
                }
                Node::Unclip => out.push_str("</g>"),
            }
        }
        out
    }

    fn shape(
        &mut self,
        out: &mut String,
        shown: &[&Item],
        shared: &mut Vec<(Rc<BezPath>, String)>,
        shape: &Shape,
        attributes: &str,
    ) {
        match shape {
            Shape::Disc(c, r) => {
                let (x, y, r) = (grid(c.x), grid(c.y), num(*r * GRID));
                let _ = write!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"{attributes}/>");
            }
            Shape::Path(path) => {
                let passes = shown.iter().filter(|item| draws(&item.node, path)).count();
                let pairs = shown
                    .windows(2)
                    .filter(|pair| matches!(pair, [a, b] if joined(a, b) && draws(&a.node, path)));
                if passes < 2 + pairs.count() {
                    let _ = write!(out, "<path d=\"{}\"{attributes}/>", data(path));
                    return;
                }
                let known = shared
                    .iter()
                    .find(|(p, _)| Rc::ptr_eq(p, path))
                    .map(|(_, id)| id);
                let id = match known {
                    Some(id) => id.clone(),
                    None => {
                        let id = self.id('o');
                        let _ = write!(self.defs, "<path id=\"{id}\" d=\"{}\"/>", data(path));
                        shared.push((Rc::clone(path), id.clone()));
                        id
                    }
                };
                let _ = write!(out, "<use href=\"#{id}\"{attributes}/>");
            }
        }
    }

    fn symbol(&mut self, symbol: Symbol) {
        let i = symbol.index();
        if self.used.get(i).copied().unwrap_or(true) {
            return;
        }
        if let Some(used) = self.used.get_mut(i) {
            *used = true;
        }
        let mut picture = symbol.picture();
        for item in &mut picture.items {
            enlarge(&mut item.node);
        }
        let group = self.group(&picture);
        let scale = transform(Affine::scale(1.0 / LARGE));
        let _ = write!(self.defs, "<g id=\"s{i}\"{scale}>{group}</g>");
    }

    fn paint(&mut self, attribute: &str, paint: &Paint) -> String {
        match paint {
            Paint::Flat(tone, alpha) => {
                let colour = hex(tone.rgb(self.theme));
                if *alpha < 0.996 {
                    let a = short(f64::from(*alpha));
                    format!(" {attribute}=\"{colour}\" {attribute}-opacity=\"{a}\"")
                } else {
                    format!(" {attribute}=\"{colour}\"")
                }
            }
            Paint::Gradient(Run::Radial(centre, radius), tone, alpha, stops) => {
                let id = self.id('g');
                let (x, y, r) = (grid(centre.x), grid(centre.y), grid(*radius));
                let stops = self.stops(stops, *tone, *alpha);
                let _ = write!(
                    self.defs,
                    "<radialGradient id=\"{id}\" gradientUnits=\"userSpaceOnUse\" cx=\"{x}\" \
                     cy=\"{y}\" r=\"{r}\">{stops}</radialGradient>"
                );
                format!(" {attribute}=\"url(#{id})\"")
            }
            Paint::Gradient(Run::Linear(from, to), tone, alpha, stops) => {
                let id = self.id('g');
                let (a, b, c, d) = (grid(from.x), grid(from.y), grid(to.x), grid(to.y));
                let stops = self.stops(stops, *tone, *alpha);
                let _ = write!(
                    self.defs,
                    "<linearGradient id=\"{id}\" gradientUnits=\"userSpaceOnUse\" x1=\"{a}\" \
                     y1=\"{b}\" x2=\"{c}\" y2=\"{d}\">{stops}</linearGradient>"
                );
                format!(" {attribute}=\"url(#{id})\"")
            }
        }
    }

    fn stops(&self, stops: &[Stop], tone: Tone, alpha: f32) -> String {
        let mut out = String::new();
        for stop in stops {
            let colour = hex(stop.tone(tone).rgb(self.theme));
            let at = short(f64::from(stop.at));
            let _ = write!(out, "<stop offset=\"{at}\" stop-color=\"{colour}\"");
            let alpha = stop.alpha * alpha;
            if alpha < 0.996 {
                let _ = write!(out, " stop-opacity=\"{}\"", short(f64::from(alpha)));
            }
            out.push_str("/>");
        }
        out
    }
}

/// Whether the second strokes the outline that the first fills.
fn joined(fill: &Item, line: &Item) -> bool {
    match (&fill.node, &line.node) {
        (Node::Fill(Shape::Path(a), _), Node::Stroke(Shape::Path(b), ..)) => Rc::ptr_eq(a, b),
        (Node::Fill(Shape::Disc(a, r), _), Node::Stroke(Shape::Disc(b, s), ..)) => (a, r) == (b, s),
        _ => false,
    }
}

fn draws(node: &Node, path: &Rc<BezPath>) -> bool {
    match node {
        Node::Fill(Shape::Path(p), _) | Node::Stroke(Shape::Path(p), _, _) => Rc::ptr_eq(p, path),
        _ => false,
    }
}

/// Symbols have radius 1; they are written this much larger, so that the grid is fine enough.
const LARGE: f64 = 20.0;

fn enlarge(node: &mut Node) {
    let map = Affine::scale(LARGE);
    let shape = |shape: &mut Shape| match shape {
        Shape::Path(path) => *path = Rc::new(map * (**path).clone()),
        Shape::Disc(c, r) => (*c, *r) = (map * *c, *r * LARGE),
    };
    let paint = |paint: &mut Paint| match paint {
        Paint::Gradient(Run::Radial(centre, radius), ..) => {
            (*centre, *radius) = (map * *centre, *radius * LARGE);
        }
        Paint::Gradient(Run::Linear(from, to), ..) => {
            (*from, *to) = (map * *from, map * *to);
        }
        Paint::Flat(..) => {}
    };
    match node {
        Node::Fill(s, p) => {
            shape(s);
            paint(p);
        }
        Node::Stroke(s, p, pen) => {
            shape(s);
            paint(p);
            pen.width *= LARGE;
            pen.dash = pen.dash.map(|(a, b)| (a * LARGE, b * LARGE));
        }
        Node::Clip(s) => shape(s),
        Node::Use(..) | Node::Unclip => {}
    }
}

fn stroke(pen: Pen) -> String {
    let width = num(pen.width * GRID);
    match pen.dash {
        Some((dash, gap)) => {
            format!(
                " stroke-width=\"{width}\" stroke-dasharray=\"{} {}\"",
                num(dash * GRID),
                num(gap * GRID)
            )
        }
        None => format!(" stroke-width=\"{width}\""),
    }
}

fn hex(Rgb(r, g, b): Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn transform(map: Affine) -> String {
    let [a, b, c, d, e, f] = map.as_coeffs();
    if [a, b, c, d] == [1.0, 0.0, 0.0, 1.0] {
        return if e == 0.0 && f == 0.0 {
            String::new()
        } else {
            format!(" transform=\"translate({} {})\"", num(e), num(f))
        };
    }
    if b == 0.0 && c == 0.0 && a == d {
        // Of all that a layer holds nothing may shift: half a pixel shows.
        let scale = match a {
            a if a < 1.0 => trimmed(format!("{a:.5}")),
            // A symbol's radius is some tens of steps.
            _ => trimmed(format!("{a:.2}")),
        };
        let at = if a < 1.0 { short } else { num };
        let shift = if e == 0.0 && f == 0.0 {
            String::new()
        } else {
            format!("translate({} {})", at(e), at(f))
        };
        return format!(" transform=\"{shift}scale({scale})\"");
    }
    let list = [a, b, c, d].map(|v| trimmed(format!("{v:.4}"))).join(" ");
    format!(" transform=\"matrix({list} {} {})\"", num(e), num(f))
}
