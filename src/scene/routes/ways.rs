//! Where vessels run in the body, and where a vesicle of the model is on them. Body coordinates.
//!
//! Each way leaves the left heart, reaches its part of the body half-way and comes back to the right heart; arteries
//! and veins run side by side. Must not be here: flows, times, paints.

use kurbo::{BezPath, Point, Vec2};

use super::body;
use crate::model::curve::lerp;
use crate::model::noise::hash;
use crate::model::routes::particles::{Course, Particle, Ride};
use crate::model::routes::vessels::Node;
use crate::scene::geometry::Line;

type Points = &'static [(i16, i16)];

/// Where the needle of the drip enters.
pub const NEEDLE: (i16, i16) = (-92, 252);
const TUBE: Points = &[(-184, 158), (-184, 212), (-172, 268), (-124, 280), NEEDLE];
const ARM_VEIN: Points = &[
    NEEDLE,
    (-77, 216),
    (-66, 172),
    (-54, 124),
    (-32, 112),
    (-5, 117),
    (-2, 138),
    (0, 157),
];
/// The aorta, as far as all lower ways share it.
const AORTA: Points = &[(8, 157), (10, 126), (5, 116), (3, 140), (3, 178)];

/// Part of the body, whether its way starts with [`AORTA`], the way there and the way back.
const WAYS: [(Node, bool, Points, Points); 13] = [
    (
        Node::LungRight,
        false,
        &[(0, 157), (-4, 141), (-14, 133), (-25, 136)],
        &[(-25, 136), (-24, 148), (-8, 148), (8, 157)],
    ),
    (
        Node::LungLeft,
        false,
        &[(0, 157), (3, 141), (14, 131), (26, 136)],
        &[(26, 136), (25, 147), (16, 150), (8, 157)],
    ),
    (
        Node::Head,
        false,
        &[(8, 157), (10, 128), (5, 108), (4, 86), (5, 60), (4, 30)],
        &[(4, 30), (-4, 32), (-5, 60), (-4, 86), (-3, 116), (0, 157)],
    ),
    (
        Node::ArmLeft,
        false,
        &[
            (8, 157),
            (10, 126),
            (14, 111),
            (34, 107),
            (58, 120),
            (71, 170),
            (82, 216),
            (94, 270),
            (99, 300),
        ],
        &[
            (99, 300),
            (90, 272),
            (77, 216),
            (66, 172),
            (54, 125),
            (32, 112),
            (4, 117),
            (0, 157),
        ],
    ),
    (
        Node::ArmRight,
        false,
        &[
            (8, 157),
            (9, 126),
            (2, 110),
            (-34, 107),
            (-58, 120),
            (-71, 170),
            (-82, 216),
            (-94, 270),
            (-99, 300),
        ],
        &[
            (-99, 300),
            (-90, 272),
            (-77, 216),
            (-66, 172),
            (-54, 125),
            (-32, 112),
            (-5, 117),
            (0, 157),
        ],
    ),
    (
        Node::Spine,
        true,
        &[(2, 210), (1, 244)],
        &[(1, 244), (-3, 226), (-4, 196), (-3, 174), (0, 157)],
    ),
    (
        Node::Liver,
        true,
        &[(1, 188), (-10, 192), (-22, 194)],
        &[(-22, 194), (-15, 186), (-6, 180), (-3, 170), (0, 157)],
    ),
    (
        Node::Spleen,
        true,
        &[(6, 188), (20, 191), (36, 195)],
        &[
            (36, 195),
            (17, 200),
            (-2, 199),
            (-18, 195),
            (-14, 185),
            (-4, 178),
            (0, 157),
        ],
    ),
    (
        Node::Gut,
        true,
        &[(4, 206), (8, 232), (16, 252)],
        &[
            (16, 252),
            (-6, 250),
            (-9, 220),
            (-18, 200),
            (-14, 186),
            (-4, 178),
            (0, 157),
        ],
    ),
    (
        Node::KidneyLeft,
        true,
        &[(3, 214), (10, 223), (22, 225)],
        &[(22, 225), (8, 230), (-4, 228), (-4, 190), (0, 157)],
    ),
    (
        Node::KidneyRight,
        true,
        &[(3, 214), (-6, 224), (-22, 225)],
        &[(-22, 225), (-12, 231), (-5, 230), (-4, 190), (0, 157)],
    ),
    (
        Node::LegLeft,
        true,
        &[
            (3, 220),
            (3, 256),
            (17, 284),
            (28, 330),
            (30, 388),
            (31, 436),
            (32, 482),
        ],
        &[
            (32, 482),
            (26, 438),
            (25, 388),
            (23, 332),
            (11, 286),
            (-3, 262),
            (-4, 210),
            (-3, 176),
            (0, 157),
        ],
    ),
    (
        Node::LegRight,
        true,
        &[
            (3, 220),
            (1, 256),
            (-17, 284),
            (-28, 330),
            (-30, 388),
            (-31, 436),
            (-32, 482),
        ],
        &[
            (-32, 482),
            (-26, 438),
            (-25, 388),
            (-23, 332),
            (-12, 286),
            (-4, 262),
            (-4, 210),
            (-3, 176),
            (0, 157),
        ],
    ),
];

fn controls(points: Points) -> impl Iterator<Item = (f64, f64)> {
    points.iter().map(|&(x, y)| (f64::from(x), f64::from(y)))
}

fn spline(before: Points, points: Points) -> Line {
    let all: Vec<(f64, f64)> = controls(before).chain(controls(points)).collect();
    Line::spline(&all, all.len() * 4)
}

fn there(way: &(Node, bool, Points, Points)) -> Line {
    spline(if way.1 { AORTA } else { &[] }, way.2)
}

/// The same line with points at equal distances, so that vesicles ride evenly.
fn even(line: &Line, pieces: usize) -> Line {
    let step = |pair: &[Point]| match pair {
        [a, b] => (*b - *a).hypot(),
        _ => 0.0,
    };
    let whole: f64 = line.points.windows(2).map(step).sum();
    let mut points = Vec::with_capacity(pieces + 1);
    let mut gone = 0.0;
    for pair in line.points.windows(2) {
        let (Some(&a), Some(&b)) = (pair.first(), pair.last()) else {
            continue;
        };
        let long = step(pair);
        while points.len() as f64 * whole / pieces as f64 <= gone + long + 1e-9
            && points.len() <= pieces
        {
            let share = (points.len() as f64 * whole / pieces as f64 - gone) / long.max(1e-9);
            points.push(a.lerp(b, share.min(1.0)));
        }
        gone += long;
    }
    Line { points }
}

/// All arteries and all veins as ribbons that taper away from the heart.
pub fn drawn() -> (BezPath, BezPath) {
    let (mut arteries, mut veins) = (BezPath::new(), BezPath::new());
    for way in &WAYS {
        let wide = match way.0 {
            Node::LegLeft | Node::LegRight => 4.0,
            Node::LungLeft | Node::LungRight => 1.9,
            _ => 2.7,
        };
        there(way).ribbon(&mut arteries, |u| lerp(wide, 0.9, u));
        spline(&[], way.3).ribbon(&mut veins, |u| lerp(0.9, wide * 0.8, u));
    }
    (arteries, veins)
}

/// All ways, measured, and the places where caught vesicles rest.
#[derive(Debug)]
pub struct Ways {
    ways: Vec<(Node, Line, Line)>,
    tube: Line,
    arm: Line,
    rests: Vec<Point>,
}

impl Ways {
    /// Measures the ways, and finds each vesicle its place.
    pub fn measured(courses: &[Course]) -> Self {
        let mut all = Self {
            ways: WAYS
                .iter()
                .map(|way| (way.0, even(&there(way), 24), even(&spline(&[], way.3), 24)))
                .collect(),
            tube: tube(),
            arm: even(&spline(&[], ARM_VEIN), 24),
            rests: Vec::with_capacity(courses.len()),
        };
        // Where each part's scatter goes on.
        let mut next = [0_u32; 16];
        for course in courses {
            if let Some(next) = next.get_mut(course.keeper() as usize) {
                let rest = all.rest(course.keeper(), next);
                all.rests.push(rest);
            }
        }
        all
    }

    fn way(&self, node: Node) -> Option<&(Node, Line, Line)> {
        self.ways.iter().find(|way| way.0 == node)
    }

    /// Where on the way of a part a share of the round is.
    fn along(&self, node: Node, share: f64) -> Point {
        let Some((_, there, back)) = self.way(node) else {
            return Point::ORIGIN;
        };
        if share < 0.5 {
            there.at(share * 2.0).0
        } else {
            back.at(share * 2.0 - 1.0).0
        }
    }

    /// The next place for a vesicle that a part keeps.
    fn rest(&self, keeper: Node, next: &mut u32) -> Point {
        if let Some((outline, middle)) = body::organ(keeper) {
            let reach = if keeper == Node::Head { 0.55 } else { 0.93 };
            return middle + (spread(&outline, next) - middle) * reach;
        }
        *next += 1;
        let (a, b) = (hash(*next, 41) - 0.5, hash(*next, 42));
        match keeper {
            Node::Spine => Point::new(a * 5.0, lerp(112.0, 250.0, b)),
            Node::Gut => Point::new(a * 62.0, lerp(236.0, 282.0, b)),
            limb => self.along(limb, lerp(0.26, 0.5, b)) + Vec2::new(a * 15.0, 0.0),
        }
    }

    /// Where a vesicle is.
    pub fn place(&self, particle: &Particle) -> Point {
        let index = particle.index;
        let jitter = Vec2::new(hash(index, 43) - 0.5, hash(index, 44) - 0.5) * 2.0;
        let riding = match particle.ride {
            Ride::Tube(u) => return self.tube.at(u).0,
            Ride::Arm(u) => self.arm.at(u).0 + jitter * u.min(0.1) * 10.0,
            Ride::Lung(node, u) | Ride::Body(node, u) => self.along(node, u) + jitter,
        };
        let rest = self.rests.get(index as usize).copied().unwrap_or(riding);
        riding.lerp(rest, particle.settled)
    }
}

/// The tube from the bag to the needle.
pub fn tube() -> Line {
    even(&spline(&[], TUBE), 24)
}

/// The next point of an even scatter within an outline (Roberts' R2 sequence, points outside left out).
fn spread(outline: &[Point], next: &mut u32) -> Point {
    let (mut low, mut high) = (Point::new(1e3, 1e3), Point::new(-1e3, -1e3));
    for p in outline {
        (low.x, low.y) = (low.x.min(p.x), low.y.min(p.y));
        (high.x, high.y) = (high.x.max(p.x), high.y.max(p.y));
    }
    let mut at = low.midpoint(high);
    for _ in 0..40 {
        *next += 1;
        let share = |step: f64| (0.5 + f64::from(*next) * step).fract();
        at = Point::new(
            lerp(low.x, high.x, share(0.754_877_666_246_692_7)),
            lerp(low.y, high.y, share(0.569_840_290_998_053_2)),
        );
        if inside(outline, at) {
            break;
        }
    }
    at
}

/// Whether a point lies within an outline.
pub fn inside(outline: &[Point], at: Point) -> bool {
    let ends = outline.iter().cycle().skip(1);
    outline.iter().zip(ends).fold(false, |odd, (a, b)| {
        let crosses =
            (a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x;
        odd != crosses
    })
}
