//! Outlines and numbers as SVG text: whole steps of a grid, relative, without a needless character.
//!
//! Must not be here: paints, elements.

use std::fmt::Write as _;

use kurbo::simplify::{SimplifyOptions, simplify_bezpath};
use kurbo::{BezPath, PathEl, Point};

use crate::scene::ir::Shape;

/// Grid steps per scene unit.
pub const GRID: f64 = 5.0;

/// Two decimals without the needless characters.
pub fn short(value: f64) -> String {
    trimmed(format!("{value:.2}"))
}

/// As many decimals as show: two for small values, none for large ones.
pub fn num(value: f64) -> String {
    match value.abs() {
        v if v < 3.0 => short(value),
        v if v < 100.0 => trimmed(format!("{value:.1}")),
        _ => format!("{value:.0}"),
    }
}

/// A coordinate as whole grid steps.
pub fn grid(value: f64) -> String {
    format!("{}", (value * GRID).round() as i64)
}

/// A number without needless zeros.
pub fn trimmed(text: String) -> String {
    let text = if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    };
    match text.strip_prefix("-0.") {
        Some(rest) => format!("-.{rest}"),
        None if text == "-0" => "0".to_owned(),
        None => text
            .strip_prefix("0.")
            .map_or(text.clone(), |rest| format!(".{rest}")),
    }
}

/// Path data of a shape.
pub fn path_of(shape: &Shape) -> String {
    match shape {
        Shape::Path(path) => data(path),
        Shape::Disc(c, r) => {
            let (x, y, r, d) = (grid(c.x - r), grid(c.y), grid(*r), grid(r * 2.0));
            format!("M{x} {y}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0z")
        }
    }
}

/// How far a still's outline may lie beside the live one's, in scene units: what is drawn with many short curves is
/// written with fewer.
const FIT: f64 = 0.2;

/// Path data in grid steps, relative to rounded points, so that rounding does not add up.
pub fn data(path: &BezPath) -> String {
    let mut out = Writer {
        text: String::new(),
        x: 0,
        y: 0,
        command: ' ',
    };
    let fitted = simplify_bezpath(path.iter(), FIT, &SimplifyOptions::default());
    for element in fitted.elements() {
        match *element {
            PathEl::MoveTo(p) => out.command('M', &[p]),
            PathEl::LineTo(p) => out.command('l', &[p]),
            PathEl::QuadTo(a, p) => out.command('q', &[a, p]),
            PathEl::CurveTo(a, b, p) => out.command('c', &[a, b, p]),
            PathEl::ClosePath => {
                out.text.push('z');
                out.command = 'z';
            }
        }
    }
    out.text
}

struct Writer {
    text: String,
    x: i64,
    y: i64,
    command: char,
}

impl Writer {
    fn command(&mut self, command: char, points: &[Point]) {
        if command == 'M' || command != self.command {
            self.text.push(command);
            self.command = command;
        } else {
            self.text.push(' ');
        }
        let (ox, oy) = if command == 'M' {
            (0, 0)
        } else {
            (self.x, self.y)
        };
        for (i, p) in points.iter().enumerate() {
            let (x, y) = ((p.x * GRID).round() as i64, (p.y * GRID).round() as i64);
            if i > 0 {
                self.text.push(' ');
            }
            self.number(x - ox, false);
            self.number(y - oy, true);
            if i + 1 == points.len() {
                (self.x, self.y) = (x, y);
            }
        }
    }

    fn number(&mut self, value: i64, separate: bool) {
        if separate && value >= 0 {
            self.text.push(' ');
        }
        let _ = write!(self.text, "{value}");
    }
}
