//! The clock of both bodies: one turn is 60 minutes, the outer arc is the drip, the inner one the injection.
//!
//! Unit: its radius is 74. Must not be here: where it stands.

use std::f64::consts::TAU;

use kurbo::{BezPath, Point};

use crate::model::routes::{DRIP_MINUTES, INJECTION_MINUTES, State};
use crate::scene::geometry::{arc, toward};
use crate::scene::ir::{Paint, Pen, Picture, Tag};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;

/// Its radius.
pub const RADIUS: f64 = 74.0;

/// The colour of the drip's courses, and that of the injection's.
pub const COLOURS: [Tone; 2] = [
    Tone::of(Ramp::Ink, Shade::Line),
    Tone::of(Ramp::Trophic, Shade::Edge),
];

fn sweep(r: f64, from: f64, to: f64) -> BezPath {
    let angle = |minutes: f64| minutes / 60.0 * TAU - TAU / 4.0;
    arc(Point::ORIGIN, r, angle(from), angle(to), 20)
}

/// A "?" in a ring of dashes, of radius 1.
pub fn unknown(shown: f64) -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Gauge);
    let panel = Tone::of(Ramp::Ground, Shade::Mid);
    brush.disc(0.0, 0.0, 1.0, Paint::Flat(panel, 0.9 * shown as f32));
    let ink = Paint::Flat(Tone::of(Ramp::Ink, Shade::Mid), shown as f32);
    brush.ring(0.0, 0.0, 1.0, ink, Pen::dashed(0.14, 0.3, 0.24));
    brush.place(Symbol::Question, 0.0, 0.0, 0.55, 0.0, shown);
    picture
}

/// The clock.
pub fn picture(state: &State) -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Gauge);
    let ink = |shade| Tone::of(Ramp::Ink, shade);
    let shadow = Tone::of(Ramp::Light, Shade::Lo);
    for (r, alpha) in [(82.0, 0.04), (79.0, 0.05), (77.0, 0.07)] {
        brush
            .only(Theme::Light)
            .disc(0.0, 4.0, r, Paint::Flat(shadow, alpha));
    }
    brush.disc(0.0, 0.0, RADIUS, Tone::of(Ramp::Ground, Shade::Mid));
    brush.ring(0.0, 0.0, RADIUS, ink(Shade::Lo), Pen::solid(2.2));
    let (mut long, mut short) = (BezPath::new(), BezPath::new());
    for i in 0..12_u32 {
        let along = toward(f64::from(i) / 12.0 * TAU);
        let (path, inner) = if i.is_multiple_of(3) {
            (&mut long, 59.0)
        } else {
            (&mut short, 65.0)
        };
        path.move_to((along * 70.0).to_point());
        path.line_to((along * inner).to_point());
    }
    brush.stroke(long, ink(Shade::Mid), Pen::solid(2.6));
    brush.stroke(short, ink(Shade::Mid), Pen::solid(1.5));
    for ((r, minutes), tone) in [(53.0, DRIP_MINUTES), (38.0, INJECTION_MINUTES)]
        .into_iter()
        .zip(COLOURS)
    {
        brush.ring(
            0.0,
            0.0,
            r,
            Paint::Flat(Tone::of(Ramp::Ground, Shade::Edge), 0.75),
            Pen::solid(10.0),
        );
        brush.stroke(
            sweep(r, 0.0, minutes),
            Paint::Flat(tone, 0.32),
            Pen::solid(10.0),
        );
        let done = state.minutes.min(minutes);
        if done > 0.01 {
            brush.stroke(sweep(r, 0.0, done), tone, Pen::solid(10.0));
        }
    }
    // A thin ring tells one turn from the next.
    let ring = |minutes: f64| sweep(64.0, 0.0, minutes.max(0.05));
    let turn = Paint::Flat(ink(Shade::Mid), 0.4);
    brush.stroke(ring(state.minutes.min(60.0)), turn, Pen::solid(2.4));
    if state.minutes > 60.0 {
        let again = ring(state.minutes - 60.0);
        brush.stroke(again, ink(Shade::Lo), Pen::solid(3.4));
    }
    let hand = toward(state.minutes / 60.0 * TAU - TAU / 4.0);
    let mut path = BezPath::new();
    path.move_to((hand * -12.0).to_point());
    path.line_to((hand * 61.0).to_point());
    let paper = Tone::of(Ramp::Ground, Shade::Mid);
    brush.stroke(path.clone(), Paint::Flat(paper, 0.8), Pen::solid(6.0));
    brush.stroke(path, ink(Shade::Lo), Pen::solid(3.2));
    let knob = hand * 61.0;
    brush.disc(knob.x, knob.y, 6.0, ink(Shade::Lo));
    brush.disc(knob.x, knob.y, 2.6, paper);
    brush.disc(0.0, 0.0, 6.0, ink(Shade::Lo));
    picture
}
