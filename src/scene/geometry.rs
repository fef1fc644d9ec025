//! Outlines from a few numbers: blobs, ribbons, walks, stars. Pure functions of seed and parameters.
//!
//! Must not be here: paints, actors, time.

use std::f64::consts::TAU;

use kurbo::{Affine, BezPath, PathEl, Point, Rect, Vec2};

use crate::model::noise::Draws;
use crate::model::trig::{atan2, cos, pow, sin};

/// The unit vector of an angle: 0 is to the right, a quarter turn is down.
pub fn toward(angle: f64) -> Vec2 {
    Vec2::new(cos(angle), sin(angle))
}

/// A turn about the origin.
pub fn turned(angle: f64) -> Affine {
    let Vec2 { x: c, y: s } = toward(angle);
    Affine::new([c, s, -s, c, 0.0, 0.0])
}

/// A rectangle with round corners, or sharp ones where the radius is 0. (kurbo's own brings along the arithmetic of
/// arcs: 5 KB.)
pub fn plate(area: Rect, radius: f64) -> BezPath {
    // The usual cubic approximation of a quarter circle: the handles end this far from the corner.
    let near = radius * (1.0 - 0.552_284_75);
    let mut path = BezPath::new();
    let corners = [
        (area.x1, area.y0, (-1.0, 0.0), (0.0, 1.0)),
        (area.x1, area.y1, (0.0, -1.0), (-1.0, 0.0)),
        (area.x0, area.y1, (1.0, 0.0), (0.0, -1.0)),
        (area.x0, area.y0, (0.0, 1.0), (1.0, 0.0)),
    ];
    path.push(PathEl::MoveTo(Point::new(area.x0 + radius, area.y0)));
    for (x, y, before, after) in corners {
        let corner = Point::new(x, y);
        let off = |way: (f64, f64), far: f64| corner + Vec2::from(way) * far;
        path.push(PathEl::LineTo(off(before, radius)));
        if radius > 0.0 {
            path.push(PathEl::CurveTo(
                off(before, near),
                off(after, near),
                off(after, radius),
            ));
        }
    }
    path.push(PathEl::ClosePath);
    path
}

/// A bar with round ends from `from` to `to` on the x axis.
pub fn capsule(from: f64, to: f64, half: f64) -> BezPath {
    // The usual cubic approximation of a quarter circle.
    let k = half * 0.552_284_75;
    let (a, b) = (from + half, to - half);
    let mut path = BezPath::new();
    path.move_to((a, -half));
    path.line_to((b, -half));
    path.curve_to((b + k, -half), (to, -k), (to, 0.0));
    path.curve_to((to, k), (b + k, half), (b, half));
    path.line_to((a, half));
    path.curve_to((a - k, half), (from, k), (from, 0.0));
    path.curve_to((from, -k), (a - k, -half), (a, -half));
    path.close_path();
    path
}

/// How far a Catmull–Rom tangent reaches: 1/6 of the chord makes the classic uniform spline.
const TENSION: f64 = 1.0 / 6.0;

/// Adds a smooth closed curve through the points (uniform Catmull–Rom as cubic Béziers).
pub fn smooth_closed(path: &mut BezPath, points: &[Point], tension: f64) {
    let n = points.len();
    if n < 3 {
        return;
    }
    let at = |i: usize| points.get(i % n).copied().unwrap_or_default();
    path.push(PathEl::MoveTo(at(0)));
    for i in 0..n {
        let (a, b, c, d) = (at(i + n - 1), at(i), at(i + 1), at(i + 2));
        path.push(PathEl::CurveTo(
            b + (c - a) * tension,
            c - (d - b) * tension,
            c,
        ));
    }
    path.push(PathEl::ClosePath);
}

/// Adds a smooth open curve through the points.
pub fn smooth_open(path: &mut BezPath, points: &[Point]) {
    let Some(last) = points.len().checked_sub(1) else {
        return;
    };
    let at = |i: isize| {
        points
            .get(i.max(0).min(last as isize) as usize)
            .copied()
            .unwrap_or_default()
    };
    path.push(PathEl::MoveTo(at(0)));
    for i in 0..last as isize {
        let (a, b, c, d) = (at(i - 1), at(i), at(i + 1), at(i + 2));
        path.push(PathEl::CurveTo(
            b + (c - a) * TENSION,
            c - (d - b) * TENSION,
            c,
        ));
    }
}

/// The one curve through four points, a third of the way apart; none for another number of points.
fn through(points: &[Point]) -> Option<PathEl> {
    let &[a, b, c, d] = points else { return None };
    let control =
        |a: Point, b: Point, c: Point, d: Point| a + (b - a) * 3.0 - (c - a) * 1.5 + (d - a) / 3.0;
    Some(PathEl::CurveTo(control(a, b, c, d), control(d, c, b, a), d))
}

/// A smooth open curve as a path of its own.
pub fn curve(points: &[Point]) -> BezPath {
    let mut path = BezPath::new();
    smooth_open(&mut path, points);
    path
}

/// What makes a blob: a disc whose rim waves.
#[derive(Clone, Copy, Debug)]
pub struct Blob {
    /// Height of the waves as a share of the radius.
    pub wave: f64,
    /// Which waves.
    pub seed: u32,
    /// Points on the rim.
    pub points: usize,
    /// Where the waves are in their own slow time.
    pub phase: f64,
    /// Width over height.
    pub stretch: f64,
    /// Turn in radians.
    pub turn: f64,
}

impl Default for Blob {
    fn default() -> Self {
        Self {
            wave: 0.06,
            seed: 1,
            points: 20,
            phase: 0.0,
            stretch: 1.0,
            turn: 0.0,
        }
    }
}

/// Adds a blob (design §4: radius r·(1 + wave·N(θ)), N a normalised sum of five sines).
pub fn blob(path: &mut BezPath, centre: Point, r: f64, form: Blob) {
    let mut draws = Draws::new(form.seed);
    let mut waves = [(0.0, 0.0, 0.0, 0.0); 5];
    let mut total = 0.0;
    for (k, wave) in waves.iter_mut().enumerate() {
        let weight = 1.0 / pow((k + 1) as f64, 0.8);
        *wave = (
            (k + 2) as f64,
            draws.range(0.0, TAU),
            weight,
            draws.range(-1.0, 1.0),
        );
        total += weight;
    }
    let along = toward(form.turn);
    let points: Vec<Point> = (0..form.points)
        .map(|i| {
            let th = i as f64 / form.points as f64 * TAU;
            let noise: f64 = waves
                .iter()
                .map(|(k, p, w, v)| w * sin(k * th + p + form.phase * v))
                .sum();
            let rr = r * (1.0 + form.wave * noise / total);
            let (x, y) = (cos(th) * rr * form.stretch, sin(th) * rr / form.stretch);
            centre + Vec2::new(x * along.x - y * along.y, x * along.y + y * along.x)
        })
        .collect();
    smooth_closed(path, &points, TENSION);
}

/// A blob as a path of its own.
pub fn blob_path(x: f64, y: f64, r: f64, form: Blob) -> BezPath {
    let mut path = BezPath::new();
    blob(&mut path, Point::new(x, y), r, form);
    path
}

/// A centre line: points with headings.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// The points, at least two where the line is drawn.
    pub points: Vec<Point>,
}

/// What makes a walk: `steps` short steps whose heading bends and wiggles.
#[derive(Clone, Copy, Debug)]
pub struct Walk {
    /// Heading at the start, radians.
    pub heading: f64,
    /// Length of the whole walk.
    pub length: f64,
    /// How far the heading turns over the walk, radians.
    pub bend: f64,
    /// Height of the wiggle, radians.
    pub wiggle: f64,
    /// Which wiggle.
    pub seed: u32,
    /// Number of steps.
    pub steps: usize,
}

impl Line {
    /// Walks from a point.
    pub fn walk(start: Point, walk: Walk) -> Self {
        let mut draws = Draws::new(walk.seed);
        let (speed, offset) = (draws.range(1.2, 2.4) * TAU / 2.0, draws.range(0.0, TAU));
        let rest = sin(offset);
        let mut points = Vec::with_capacity(walk.steps + 1);
        let mut here = start;
        points.push(here);
        let step = walk.length / walk.steps as f64;
        for i in 1..=walk.steps {
            let t = i as f64 / walk.steps as f64;
            let mut angle = walk.heading + walk.bend * t;
            if walk.wiggle > 0.0 {
                angle += walk.wiggle * (sin(speed * t + offset) - rest);
            }
            here += toward(angle) * step;
            points.push(here);
        }
        Self { points }
    }

    /// A smooth line through a few points, with `n` pieces.
    pub fn spline(controls: &[(f64, f64)], n: usize) -> Self {
        let last = controls.len().saturating_sub(1);
        let at = |i: isize| {
            let i = i.max(0).min(last as isize) as usize;
            controls.get(i).map_or(Point::ORIGIN, |&p| p.into())
        };
        let points = (0..=n)
            .map(|i| {
                let u = i as f64 / n as f64 * last as f64;
                let k = (u as isize).min(last as isize - 1).max(0);
                let t = u - k as f64;
                let (a, b, c, d) = (at(k - 1), at(k), at(k + 1), at(k + 2));
                let h = |a: f64, b: f64, c: f64, d: f64| {
                    0.5 * (2.0 * b
                        + (c - a) * t
                        + (2.0 * a - 5.0 * b + 4.0 * c - d) * t * t
                        + (3.0 * b - a - 3.0 * c + d) * t * t * t)
                };
                Point::new(h(a.x, b.x, c.x, d.x), h(a.y, b.y, c.y, d.y))
            })
            .collect();
        Self { points }
    }

    /// The point a share of the way along (by index, 0..=1) and the heading there.
    pub fn at(&self, share: f64) -> (Point, f64) {
        let last = self.points.len().saturating_sub(1);
        let u = share.clamp(0.0, 1.0) * last as f64;
        let k = (u as usize).min(last.saturating_sub(1));
        let a = self.points.get(k).copied().unwrap_or_default();
        let b = self.points.get(k + 1).copied().unwrap_or(a);
        (a.lerp(b, u - k as f64), atan2(b.y - a.y, b.x - a.x))
    }

    /// The piece between two shares of the way.
    pub fn piece(&self, from: f64, to: f64, n: usize) -> Self {
        let share = |i: usize| from + (to - from) * i as f64 / n as f64;
        Self {
            points: (0..=n).map(|i| self.at(share(i)).0).collect(),
        }
    }

    /// Adds the ribbon along the line: `width(u)` is the half-width at the share `u`; the end is
    /// round. All ribbons wind the same way, so that overlapping ones unite.
    pub fn ribbon(&self, path: &mut BezPath, width: impl Fn(f64) -> f64) {
        // One copy of the body for all widths: there are a dozen of them, of half a kilobyte each.
        self.outline(path, &width);
    }

    fn outline(&self, path: &mut BezPath, width: &dyn Fn(f64) -> f64) {
        let n = self.points.len();
        if n < 2 {
            return;
        }
        let mut outline = Vec::with_capacity(2 * n + 3);
        let mut back = Vec::with_capacity(n);
        let mut tip = (Point::ORIGIN, Vec2::ZERO, 0.0);
        for i in 0..n {
            let here = self.points.get(i).copied().unwrap_or_default();
            let before = self
                .points
                .get(i.saturating_sub(1))
                .copied()
                .unwrap_or(here);
            let after = self.points.get(i + 1).copied().unwrap_or(here);
            let along = after - before;
            let along = along / along.hypot().max(1e-9);
            let w = width(i as f64 / (n - 1) as f64);
            let side = Vec2::new(-along.y, along.x) * w;
            outline.push(here - side);
            back.push(here + side);
            tip = (here, along, w);
        }
        let (end, along, w) = tip;
        let side = Vec2::new(-along.y, along.x) * w;
        back.reverse();
        if let (&[a, ..], Some(out), Some(home)) = (&*outline, through(&outline), through(&back)) {
            // A short one, of which there are hundreds: a curve for each side and two around the end.
            let top = end + along * w;
            path.push(PathEl::MoveTo(a));
            path.push(out);
            path.push(PathEl::QuadTo(top - side, top));
            path.push(PathEl::QuadTo(top + side, end + side));
            path.push(home);
            path.push(PathEl::ClosePath);
            return;
        }
        outline.push(end + (along * w - side) * 0.7);
        outline.push(end + along * w);
        outline.push(end + (along * w + side) * 0.7);
        outline.extend(back);
        smooth_closed(path, &outline, TENSION);
    }

    /// The ribbon as a path of its own.
    pub fn ribbon_path(&self, width: impl Fn(f64) -> f64) -> BezPath {
        let mut path = BezPath::new();
        self.ribbon(&mut path, width);
        path
    }
}

/// A star of `n` points about the origin, outer radius 1, inner radius `inner`, one point up,
/// with slightly softened corners.
pub fn star(n: usize, inner: f64) -> BezPath {
    let points: Vec<Point> = (0..2 * n)
        .map(|i| {
            let angle = -TAU / 4.0 + i as f64 * TAU / (2 * n) as f64;
            let r = if i % 2 == 0 { 1.0 } else { inner };
            (toward(angle) * r).to_point()
        })
        .collect();
    let mut path = BezPath::new();
    smooth_closed(&mut path, &points, 0.035);
    path
}

/// Adds an arc as a polyline of `n` curves.
pub fn arc(centre: Point, r: f64, from: f64, to: f64, n: usize) -> BezPath {
    let points: Vec<Point> = (0..=n)
        .map(|i| centre + toward(from + (to - from) * i as f64 / n as f64) * r)
        .collect();
    curve(&points)
}
