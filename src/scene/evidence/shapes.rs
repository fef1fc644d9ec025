//! Small outlines that this scene and its symbols are made of: rounded boxes, and paths written as tables.
//!
//! Must not be here: paints, time.

use kurbo::{BezPath, Point, Rect};

/// Adds a box with round corners.
pub fn round(path: &mut BezPath, at: Rect, r: f64) {
    let r = r.min(at.width() / 2.0).min(at.height() / 2.0).max(0.0);
    // The usual cubic approximation of a quarter circle.
    let k = r * 0.447_715_25;
    let Rect { x0, y0, x1, y1 } = at;
    path.move_to((x0 + r, y0));
    path.line_to((x1 - r, y0));
    path.curve_to((x1 - k, y0), (x1, y0 + k), (x1, y0 + r));
    path.line_to((x1, y1 - r));
    path.curve_to((x1, y1 - k), (x1 - k, y1), (x1 - r, y1));
    path.line_to((x0 + r, y1));
    path.curve_to((x0 + k, y1), (x0, y1 - k), (x0, y1 - r));
    path.line_to((x0, y0 + r));
    path.curve_to((x0, y0 + k), (x0 + k, y0), (x0 + r, y0));
    path.close_path();
}

/// A box with round corners.
pub fn rounded(at: Rect, r: f64) -> BezPath {
    let mut path = BezPath::new();
    round(&mut path, at, r);
    path
}

/// Adds a disc.
pub fn dot(path: &mut BezPath, at: Point, r: f64) {
    round(path, Rect::new(at.x - r, at.y - r, at.x + r, at.y + r), r);
}

/// A path written as numbers: 0 x y moves, 1 x y draws a line, 2 and three points a curve, 3 closes. Numbers are
/// divided by `unit`.
pub fn trace(table: &[i16], unit: f64) -> BezPath {
    let mut path = BezPath::new();
    let mut rest = table.iter().map(|n| f64::from(*n));
    while let Some(what) = rest.next() {
        if what > 2.5 {
            path.close_path();
            continue;
        }
        let mut point = || {
            let x = rest.next().unwrap_or_default();
            let y = rest.next().unwrap_or_default();
            Point::new(x / unit, y / unit)
        };
        if what < 0.5 {
            path.move_to(point());
        } else if what < 1.5 {
            path.line_to(point());
        } else {
            let (a, b) = (point(), point());
            path.curve_to(a, b, point());
        }
    }
    path
}
