//! The paper of the opening view and of the ladder: its fibres and two pools of colour.
//!
//! Must not be here: anything that means something.

use std::f64::consts::TAU;

use kurbo::{Point, Rect};

use crate::model::noise::Draws;
use crate::scene::frame::Ground;
use crate::scene::geometry::{Line, Walk, plate, smooth_open};
use crate::scene::ir::{Paint, Pen, Picture, Run, Stop, Tag};
use crate::theme::tokens::{Ramp, Shade, Tone};

/// The paper, on a stage of 1200 × 750.
pub static PAPER: Ground = Ground {
    id: "paper",
    bounds: (0.0, 0.0, 1200.0, 750.0),
    detail: 0.5,
    draw: paper,
};

const POOL: [[Stop; 3]; 2] = [pool(1.0), pool(2.0)];

const fn pool(depth: f32) -> [Stop; 3] {
    [
        Stop::new(0.0, depth),
        Stop::sheer(0.6, depth, 0.5),
        Stop::sheer(1.0, depth, 0.0),
    ]
}

fn paper() -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Ground);
    let all = Rect::new(0.0, 0.0, 1200.0, 750.0);
    brush.fill(plate(all, 0.0), Tone::of(Ramp::Ground, Shade::Lo));
    let [cool, warm] = &POOL;
    for (x, y, r, tone, stops, alpha) in [
        (1000.0, 180.0, 520.0, Ramp::Membrane, cool, 0.34),
        (150.0, 330.0, 460.0, Ramp::Ground, warm, 0.5),
        (560.0, 760.0, 520.0, Ramp::Ground, warm, 0.34),
    ] {
        let at = Point::new(x, y);
        let tone = Tone::of(tone, Shade::Mid);
        brush.disc(
            x,
            y,
            r,
            Paint::Gradient(Run::Radial(at, r), tone, alpha, stops),
        );
    }
    let mut draws = Draws::new(41);
    let mut path = kurbo::BezPath::new();
    for i in 0..46 {
        let at = Point::new(draws.range(0.0, 1200.0), draws.range(0.0, 750.0));
        let line = Line::walk(
            at,
            Walk {
                heading: draws.range(0.0, TAU),
                length: draws.range(26.0, 90.0),
                bend: draws.range(-1.2, 1.2),
                wiggle: 0.5,
                seed: 700 + i,
                steps: 6,
            },
        );
        smooth_open(&mut path, &line.points);
    }
    brush.stroke(
        path,
        Paint::Flat(Tone::of(Ramp::Ground, Shade::Line), 0.3),
        Pen::solid(0.9),
    );
    picture
}
