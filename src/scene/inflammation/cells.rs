//! The macrophages: a round body with nine lobes that stretch as the cell reacts, sand-coloured at rest, rose when
//! it does (design §5).
//!
//! The number and order of random draws do not depend on the parameters, so the shape never jumps.
//! Must not be here: why a cell reacts.

use std::f64::consts::TAU;

use kurbo::{BezPath, Point, Vec2};

use crate::model::curve::lerp;
use crate::model::noise::between;
use crate::model::trig::{pow, sin};
use crate::scene::geometry::{Blob, Line, Walk, blob, toward};
use crate::scene::ir::{Brush, Paint, Pen, Run, Shape, Stop};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;

const LOBES: u32 = 9;

/// Where the two macrophages of a lane are, their radii and seeds.
const CELLS: [(f64, f64, f64, u32); 2] = [(292.0, 398.0, 88.0, 20), (478.0, 494.0, 54.0, 61)];

/// A macrophage at one moment.
#[derive(Clone, Debug)]
pub struct Macrophage {
    /// Its centre.
    pub centre: Point,
    /// Radius of its body.
    pub r: f64,
    /// How much it reacts, 0..=1.
    pub act: f64,
    seed: u32,
    /// The lobes' middle lines.
    lobes: Vec<Line>,
}

impl Macrophage {
    /// Both cells of a lane. `phase` is the slow sway's, radians.
    pub fn both(act: f64, phase: f64) -> [Self; 2] {
        CELLS.map(|(x, y, r, seed)| {
            let phase = phase + f64::from(seed);
            let sway = Vec2::new(sin(phase * 0.7), sin(phase * 0.9 + 1.0)) * 1.6;
            Self::new(Point::new(x, y) + sway, r, act, phase, seed)
        })
    }

    fn new(centre: Point, r: f64, act: f64, phase: f64, seed: u32) -> Self {
        let lobes = (0..LOBES)
            .map(|i| {
                let k = f64::from(i);
                let turn = k / f64::from(LOBES) * TAU + between(seed, i, -0.2, 0.2);
                let heading = turn + 0.045 * sin(phase + 1.9 * k);
                let reach = lerp(0.44, 0.68, act) * between(seed + 1, i, 0.84, 1.2);
                let walk = Walk {
                    heading,
                    length: r * reach * (1.0 + 0.06 * sin(1.3 * phase + 2.4 * k)),
                    bend: between(seed + 2, i, -0.5, 0.5),
                    wiggle: 0.0,
                    seed,
                    steps: 3,
                };
                Line::walk(centre + toward(heading) * (r * 0.5), walk)
            })
            .collect();
        Self {
            centre,
            r,
            act,
            seed,
            lobes,
        }
    }

    /// The end of a lobe and the way it points; lobes are counted round and round.
    pub fn tip(&self, lobe: u32) -> (Point, f64) {
        let line = self.lobes.get((lobe % LOBES) as usize);
        line.map_or((self.centre, 0.0), |line| line.at(1.0))
    }

    fn outline(&self, inset: f64) -> Shape {
        let mut path = BezPath::new();
        let tip = self.r * lerp(0.13, 0.17, self.act);
        let base = self.r * 0.4;
        for line in &self.lobes {
            let half = |u: f64| tip + (base - tip) * pow(1.0 - u, 1.1) - inset;
            line.ribbon(&mut path, half);
        }
        let form = Blob {
            wave: 0.05,
            seed: self.seed,
            points: 14,
            ..Blob::default()
        };
        blob(&mut path, self.centre, self.r * 0.92 - inset, form);
        Shape::from(path)
    }

    /// Paints the cell.
    pub fn paint(&self, brush: &mut Brush<'_>) {
        const RIM: [Stop; 2] = [Stop::new(0.0, 1.3), Stop::new(1.0, 1.7)];
        const LIT: [Stop; 4] = [
            Stop::new(0.0, 0.0),
            Stop::new(0.3, 0.4),
            Stop::new(0.7, 0.95),
            Stop::new(1.0, 1.1),
        ];
        const DEEP: [Stop; 3] = [
            Stop::new(0.0, 0.1),
            Stop::new(0.5, 0.5),
            Stop::new(1.0, 1.2),
        ];
        let scale = self.r / 88.0;
        let (whole, core) = (self.outline(0.0), self.outline(3.6 * scale.max(0.75)));
        let shadow = Tone::of(Ramp::Light, Shade::Lo);
        let glow = Tone::of(Ramp::Macrophage, Shade::Edge);
        for (width, alpha) in [(18.0, 0.05), (9.0, 0.07)] {
            let mut light = brush.only(Theme::Light);
            light.stroke(whole.clone(), Paint::Flat(shadow, alpha), Pen::solid(width));
            let mut dark = brush.only(Theme::Dark);
            dark.stroke(whole.clone(), Paint::Flat(glow, alpha), Pen::solid(width));
        }
        // Sand first, rose over it as far as the cell reacts; all contours lie under all bodies.
        let coats = [(Ramp::Skin, 1.0), (Ramp::Macrophage, self.act as f32)];
        for (ramp, alpha) in coats {
            let line = Paint::Flat(Tone::of(ramp, Shade::Line), alpha);
            brush.stroke(whole.clone(), line, Pen::solid(3.6));
        }
        for (ramp, alpha) in coats {
            let tone = Tone::of(ramp, Shade::Lo);
            let run = Run::Radial(self.centre - Vec2::new(0.25, 0.3) * self.r, self.r * 1.75);
            let paint = |stops| Paint::Gradient(run, tone, alpha, stops);
            brush.fill(whole.clone(), paint(&RIM));
            brush.only(Theme::Light).fill(core.clone(), paint(&LIT));
            brush.only(Theme::Dark).fill(core.clone(), paint(&DEEP));
        }
        let (x, y) = (self.centre.x, self.centre.y);
        brush.place(Symbol::MacrophageInside, x, y, self.r, 0.0, 1.0);
    }
}
