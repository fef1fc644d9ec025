//! The microglia's outline for any share of "alert", and its painting.
//!
//! One continuous family of shapes (design §5): eight branches with two levels of twigs that shorten
//! and merge into stout lobes as the cell becomes alert. The number and order of random draws do not
//! depend on the parameters, so the shape never jumps.
//! Must not be here: where the cell stands in the scene, time other than the sway's phase.

use std::f64::consts::TAU;
use std::rc::Rc;

use kurbo::{BezPath, PathEl, Point};

use crate::model::curve::{lerp, smooth};
use crate::model::noise::{Draws, between};
use crate::model::trig::{exp, sin};
use crate::scene::geometry::{Blob, Line, Walk, arc, blob, toward};
use crate::scene::ir::{Brush, Paint, Pen, Shape, Stop};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;

/// Which individual: chosen by eye among 24 for branches that spread evenly.
const SEED: u32 = 24;
const BRANCHES: u32 = 8;

/// Radius of a surveying cell's soma in the drawing's own size.
pub const SOMA_AT_REST: f64 = 27.0;

/// What the outline depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Form {
    /// Centre of the soma.
    pub centre: Point,
    /// 0 (surveying, long and branched) ..= 1 (stout).
    pub alert: f64,
    /// Phase of the slow sway, radians.
    pub phase: f64,
    /// Size; 1 is the drawing's own.
    pub scale: f64,
}

/// The outline and what hangs on it.
#[derive(Clone, Debug)]
pub struct Outline {
    /// What it was made from.
    pub form: Form,
    /// Radius of the soma.
    pub soma: f64,
    /// How far the branches reach.
    pub reach: f64,
    /// The branches' centre lines, from inside the soma to the tip.
    pub branches: Vec<Line>,
    /// Twigs.
    twigs: Rc<BezPath>,
    /// Branches and soma.
    trunk: Rc<BezPath>,
    /// The lit inside.
    core: Rc<BezPath>,
}

/// Half-width along one branch.
#[derive(Clone, Copy)]
struct Taper {
    base: f64,
    tip: f64,
    flare: f64,
    fall: f64,
}

impl Taper {
    fn at(self, u: f64) -> f64 {
        let v = (1.0 - u).max(0.0);
        // v^1.25 without a power: v·⁴√v.
        let eased = v * v.sqrt().sqrt();
        self.tip + (self.base - self.tip) * eased + self.flare * exp(-u * self.fall)
    }
}

/// Builds the outline.
pub fn outline(form: Form) -> Outline {
    build(form, true)
}

/// The outline as one path without the finest twigs, for small marks.
pub fn mark(form: Form) -> BezPath {
    let outline = build(form, false);
    let mut path = (*outline.trunk).clone();
    path.extend(outline.twigs.elements().iter().copied());
    path
}

fn build(form: Form, fine: bool) -> Outline {
    let Form {
        centre,
        alert: a,
        phase,
        scale: s,
    } = form;
    let mut draws = Draws::new(SEED);
    let soma = lerp(SOMA_AT_REST, 66.0, smooth(0.1, 1.0, a)) * s;
    // Half-way the branches are still long, bent and thin at the tip; what makes lobes of them comes late.
    let sway = 1.0 - smooth(0.3, 1.0, a);
    let (mut twigs, mut trunk, mut core) = (BezPath::new(), BezPath::new(), BezPath::new());
    let mut branches = Vec::with_capacity(BRANCHES as usize);
    for i in 0..BRANCHES {
        let turn = f64::from(i);
        let (jitter, long, bend) = (
            draws.range(-0.2, 0.2),
            draws.range(0.8, 1.16),
            draws.range(-0.5, 0.5),
        );
        let heading = turn / f64::from(BRANCHES) * TAU
            + jitter
            + 0.25
            + sway * 0.06 * sin(phase + turn * 1.9);
        let stub = if i % 2 == 0 { 1.1 } else { 0.62 } * lerp(1.0, long, 0.4);
        let stout = soma / s * (0.86 * stub * lerp(long, 1.0, 0.5) + 0.36);
        // Wider than high: above it stand tags and scales.
        let flat = 1.0 - 0.15 * toward(heading).y.powi(2);
        let length = lerp(172.0 * long * flat, stout, smooth(0.16, 1.0, a))
            * (1.0 + 0.06 * sway * sin(phase * 1.3 + turn * 2.4))
            * s;
        let taper = Taper {
            base: lerp(7.2, 33.0 * stub, smooth(0.4, 1.0, a)) * s,
            tip: lerp(1.0, 18.5 * stub, smooth(0.55, 1.0, a)) * s,
            flare: soma * lerp(0.62, 0.2, a),
            fall: lerp(9.0, 4.5, a),
        };
        let line = Line::walk(
            centre + toward(heading) * (soma * 0.35),
            Walk {
                heading,
                length,
                bend: bend * sway,
                wiggle: 0.32 * sway,
                seed: SEED * 131 + i * 17,
                steps: 8,
            },
        );
        line.ribbon(&mut trunk, |u| taper.at(u));
        let inset = lerp(2.0, 4.0, a) * s;
        line.ribbon(&mut core, |u| (taper.at(u) - inset).max(0.2));

        let second = length * 0.5 * draws.range(0.8, 1.15);
        let shares = [
            draws.range(0.7, 1.1),
            draws.range(0.8, 1.1),
            draws.range(0.5, 0.85),
            0.55,
            0.4,
        ];
        let width = lerp(4.2, 1.0, a) * s;
        // Where it forks, how thick, and at which alarm the fork is gone: the outermost first, so that what is left
        // are few long forks and not many stubs.
        for (k, (share, (at, thin, gone))) in shares.into_iter().zip(FORKS).enumerate() {
            let seed = SEED * 131 + i * 17 + k as u32 + 1;
            let twig = Twig {
                fine,
                at: at + between(seed, 3, -0.06, 0.04),
                side: if k % 2 == 0 { 1.0 } else { -1.0 },
                length: second * share * left(a, gone),
                width: width * thin,
                seed,
            };
            twig.grow(&line, a, s, &mut twigs, &mut core);
        }
        branches.push(line);
    }
    let body = Blob {
        wave: lerp(0.05, 0.085, a),
        seed: SEED + 5,
        phase,
        points: 16,
        stretch: lerp(1.12, 1.0, a).sqrt(),
        turn: 0.0,
    };
    blob(&mut trunk, centre, soma, body);
    blob(&mut core, centre, soma - lerp(2.2, 4.2, a) * s, body);
    let reach = lerp(205.0, soma / s * 2.2, smooth(0.0, 0.92, a)) * s;
    Outline {
        form,
        soma,
        reach: reach.max(soma * 2.1),
        branches,
        twigs: Rc::new(twigs),
        trunk: Rc::new(trunk),
        core: Rc::new(core),
    }
}

/// Forks of a branch: share of the way, thickness, gone at this alarm.
const FORKS: [(f64, f64, f64); 5] = [
    (0.40, 1.0, 0.88),
    (0.58, 0.9, 0.86),
    (0.78, 0.8, 0.84),
    (0.90, 0.72, 0.55),
    (0.96, 0.66, 0.5),
];

/// How much is left of what is gone at an alarm.
fn left(a: f64, gone: f64) -> f64 {
    1.0 - smooth(gone - 0.5, gone, a)
}

/// A twig on a branch, with its own smaller twigs.
struct Twig {
    fine: bool,
    at: f64,
    side: f64,
    length: f64,
    width: f64,
    seed: u32,
}

impl Twig {
    fn grow(&self, branch: &Line, a: f64, s: f64, twigs: &mut BezPath, core: &mut BezPath) {
        let shown = smooth(3.0, 9.0, self.length / s);
        if shown <= 0.001 {
            return;
        }
        let (root, along) = branch.at(self.at);
        let fork = between(self.seed, 1, 0.6, 1.0);
        let curl = between(self.seed, 2, 0.1, 0.5);
        let line = Line::walk(
            root,
            Walk {
                heading: along + self.side * fork,
                length: self.length,
                bend: -self.side * curl,
                wiggle: 0.18,
                seed: self.seed,
                steps: 3,
            },
        );
        let half = |u: f64| self.width * (1.0 - u * 0.72);
        line.ribbon(twigs, |u| half(u).max(0.7 * s) * shown);
        line.ribbon(core, |u| ((half(u) - 1.5 * s) * shown).max(0.05));
        if !self.fine {
            return;
        }
        for (k, (at, side, share, thin, gone)) in [
            (0.42, -1.0, 0.52, 0.74, 0.85),
            (0.64, 1.0, 0.44, 0.66, 0.7),
            (0.85, -1.0, 0.31, 0.6, 0.5),
        ]
        .into_iter()
        .enumerate()
        {
            let seed = self.seed + 11 + 11 * k as u32;
            let length = self.length * share * left(a, gone);
            let shown = smooth(3.0, 9.0, length / s);
            if shown > 0.001 {
                let (root, along) = line.at(at);
                let side = side * self.side;
                let heading = along + side * between(seed, 1, 0.55, 1.0);
                let curl = -side * between(seed, 2, 0.2, 0.7);
                leaf(
                    twigs,
                    root,
                    heading,
                    curl,
                    length,
                    self.width * thin * shown,
                    s,
                );
            }
        }
    }
}

/// The finest twig: a slim bent leaf of four curves.
fn leaf(path: &mut BezPath, root: Point, heading: f64, curl: f64, length: f64, w: f64, s: f64) {
    let middle = root + toward(heading + curl * 0.25) * (length * 0.5);
    let end = middle + toward(heading + curl * 0.85) * (length * 0.5);
    let side = |angle: f64, w: f64| toward(angle + TAU / 4.0) * w;
    let (near, far) = (
        side(heading, w),
        side(heading + curl, (w * 0.3).max(0.5 * s * w.min(1.0))),
    );
    let bulge = side(heading + curl * 0.5, w * 0.72);
    let tip = end + toward(heading + curl) * far.hypot();
    path.push(PathEl::MoveTo(root - near));
    path.push(PathEl::QuadTo(middle - bulge, end - far));
    path.push(PathEl::QuadTo(tip - far, tip));
    path.push(PathEl::QuadTo(tip + far, end + far));
    path.push(PathEl::QuadTo(middle + bulge, root + near));
    path.push(PathEl::ClosePath);
}

/// Watercolour pools towards the rim; the inside is lit from the upper left.
const RIM: [Stop; 3] = [
    Stop::new(0.0, 1.28),
    Stop::new(0.5, 1.5),
    Stop::new(1.0, 1.28),
];
const TWIG_RIM: [Stop; 3] = [
    Stop::new(0.0, 1.2),
    Stop::new(0.5, 1.36),
    Stop::new(1.0, 1.2),
];
const LIT: [Stop; 4] = [
    Stop::new(0.0, 0.0),
    Stop::new(0.16, 0.35),
    Stop::new(0.42, 0.8),
    Stop::new(1.0, 0.6),
];
const DEEP: [Stop; 4] = [
    Stop::new(0.0, 0.0),
    Stop::new(0.2, 0.0),
    Stop::new(0.5, 0.6),
    Stop::new(1.0, 1.0),
];

impl Outline {
    /// The end of a branch and the heading there; branches are counted round and round.
    pub fn tip(&self, branch: u32) -> (Point, f64) {
        self.along(branch, 1.0)
    }

    /// A point on a branch's centre line: 0 near the soma, 1 at the tip.
    pub fn along(&self, branch: u32, share: f64) -> (Point, f64) {
        let i = (branch % BRANCHES) as usize;
        self.branches
            .get(i)
            .map_or((self.form.centre, 0.0), |line| line.at(share))
    }

    /// Paints the cell.
    pub fn paint(&self, brush: &mut Brush<'_>) {
        let Form {
            centre: c,
            alert,
            scale: s,
            ..
        } = self.form;
        // The colour follows the shape: patrol up to 0.25, alert from 0.85 (design §5).
        let hue = smooth(0.25, 0.85, alert) as f32;
        let flat = |shade: Shade| Tone::microglia(hue, f32::from(shade as u8));
        let (r, contour) = (self.reach, 1.9 * s.max(0.7));
        let trunk = Shape::Path(Rc::clone(&self.trunk));
        let twigs = Shape::Path(Rc::clone(&self.twigs));

        let shadow = |alpha| Paint::Flat(Tone::of(Ramp::Light, Shade::Lo), alpha);
        let mut light = brush.only(Theme::Light);
        light.stroke(trunk.clone(), shadow(0.09), Pen::solid(12.0 * s));
        let glow = |alpha| Paint::Flat(flat(Shade::Edge), alpha);
        let mut dark = brush.only(Theme::Dark);
        dark.stroke(trunk.clone(), glow(0.07), Pen::solid(22.0));
        dark.stroke(trunk.clone(), glow(0.14), Pen::solid(11.0));

        // First both contours, then both fills: the joints between them never show.
        let rim = |stops| {
            let centre = Point::new(c.x - r * 0.1, c.y - r * 0.14);
            Paint::radial(centre, r * 1.05, flat(Shade::Lo), stops)
        };
        brush.stroke(trunk.clone(), flat(Shade::Line), Pen::solid(2.0 * contour));
        brush.stroke(twigs.clone(), flat(Shade::Line), Pen::solid(1.7 * contour));
        let mut light = brush.only(Theme::Light);
        light.fill(twigs.clone(), rim(&TWIG_RIM));
        light.fill(trunk.clone(), rim(&RIM));
        let mut dark = brush.only(Theme::Dark);
        dark.fill(twigs, Tone::microglia(hue, 1.55));
        dark.fill(trunk, Tone::microglia(hue, 1.55));
        let core = Shape::Path(Rc::clone(&self.core));
        let lit = |stops| {
            let centre = Point::new(c.x - r * 0.12, c.y - r * 0.16);
            Paint::radial(centre, r, flat(Shade::Lo), stops)
        };
        brush.only(Theme::Light).fill(core.clone(), lit(&LIT));
        brush.only(Theme::Dark).fill(core, lit(&DEEP));
        self.paint_inside(brush, flat(Shade::Line));
    }

    fn paint_inside(&self, brush: &mut Brush<'_>, line: Tone) {
        let Form {
            centre: c,
            alert,
            scale: s,
            ..
        } = self.form;
        // Granules: seeded by index and faded in one by one, so that none pops up.
        let shown = lerp(6.0, 16.0, alert);
        for i in 0..16_u32 {
            let alpha = (shown - f64::from(i)).clamp(0.0, 1.0) as f32;
            if alpha > 0.0 {
                let angle = between(SEED + 40, i, 0.0, TAU);
                let at = c + toward(angle) * (between(SEED + 41, i, 0.5, 0.86) * self.soma);
                let r = between(SEED + 42, i, 1.2, 3.0) * s * (0.7 + 0.5 * alert);
                brush.disc(at.x, at.y, r, Paint::Flat(line, 0.26 * alpha));
            }
        }
        // Bubbles with what the cell has taken up come with alarm.
        for (i, (x, y, r)) in [
            (-0.42, 0.34, 0.2),
            (0.36, 0.46, 0.16),
            (0.52, -0.1, 0.13),
            (-0.1, -0.58, 0.14),
        ]
        .into_iter()
        .enumerate()
        {
            let i = i as f64;
            let grown = smooth(0.35 + 0.1 * i, 0.75 + 0.08 * i, alert);
            if grown > 0.02 {
                let (x, y, r) = (
                    c.x + x * self.soma,
                    c.y + y * self.soma,
                    r * self.soma * grown,
                );
                let pale = Paint::Flat(Tone::of(Ramp::Ground, Shade::Mid), 0.75);
                brush.only(Theme::Light).disc(x, y, r, pale);
                let deep = Paint::Flat(Tone::of(Ramp::Ground, Shade::Lo), 0.4);
                brush.only(Theme::Dark).disc(x, y, r, deep);
                brush.ring(x, y, r, Paint::Flat(line, 0.7), Pen::solid(1.3 * s));
            }
        }
        let size = self.soma * lerp(0.5, 0.42, alert);
        let (x, y) = (c.x - self.soma * 0.08, c.y - self.soma * 0.06);
        brush.place(Symbol::Nucleus, x, y, size, 0.0, 1.0);
        let shine = arc(c, self.soma * 0.84, -2.7, -1.75, 5);
        let white = Paint::Flat(Tone::of(Ramp::Light, Shade::Mid), 0.65);
        brush
            .only(Theme::Light)
            .stroke(shine, white, Pen::solid(2.6 * s));
    }
}
