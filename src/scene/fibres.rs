//! The panel `fibres`: one impulse along each of three kinds of fibre, at the true ratio of their speeds.
//!
//! Must not be here: the speeds; they are the model's.

use kurbo::{Affine, Point, Rect};

use super::frame::{Frame, Ground, Scene};
use super::geometry::{self, capsule};
use super::ir::{Paint, Pen, Picture, Run, Shape, Stop, Tag};
use super::label::{Align, Label, Look, Slot};
use super::symbols::Symbol;
use super::view::Viewport;
use crate::content::{Content, fill};
use crate::model::curve::smooth;
use crate::model::fibres::progress;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::{Secs, Theme};

/// All places for words.
pub const SLOTS: &[Slot] = &[
    Slot::plain("touch"),
    Slot::plain("sharp"),
    Slot::plain("burning"),
    Slot::with("touch-speed", Look::Hint),
    Slot::with("sharp-speed", Look::Hint),
    Slot::with("burning-speed", Look::Hint),
];

/// Half the axon and half the sheath of each fibre; the order of the true diameters, not their ratio.
const FIBRES: [(f64, f64); 3] = [(8.0, 19.0), (5.0, 11.0), (3.4, 0.0)];
const NAMES: [(&str, &str); 3] = [
    ("touch", "touch-speed"),
    ("sharp", "sharp-speed"),
    ("burning", "burning-speed"),
];

static GROUND: Ground = Ground {
    id: "fibres",
    bounds: (0.0, 0.0, 1200.0, 700.0),
    detail: 1.0,
    draw: paper,
};

fn paper() -> Picture {
    let mut picture = Picture::default();
    let all = Shape::from(capsule(-900.0, 2100.0, 900.0));
    let mut brush = picture.brush(Tag::Ground);
    brush.fill(all, Tone::of(Ramp::Ground, Shade::Lo));
    picture
}

/// The panel.
#[derive(Clone, Copy, Debug)]
pub struct Fibres;

/// Left and right end of the fibres and the height of one, in CSS pixels.
fn way(view: &Viewport, which: usize) -> (f64, f64, f64) {
    let gap = view.height / 3.0;
    (
        20.0,
        (view.width - 30.0).max(60.0),
        gap * (which as f64 + 0.66),
    )
}

/// Where the impulse of a fibre is, in CSS pixels.
pub fn pulse_at(which: usize, time_secs: Secs, view: &Viewport) -> Point {
    let (from, to, y) = way(view, which);
    let share = progress(time_secs).get(which).copied().unwrap_or(0.0);
    Point::new(from + (to - from) * share, y)
}

impl Scene for Fibres {
    fn frame(&self, time_secs: Secs, view: &Viewport) -> Frame {
        let mut frame = Frame::default();
        let cover = (view.width / 1200.0).max(view.height / 700.0);
        frame.ground(None, Affine::scale(cover), &GROUND);
        let mut picture = Picture::default();
        for (i, ((axon, sheath), (name, speed))) in FIBRES.into_iter().zip(NAMES).enumerate() {
            let (from, to, y) = way(view, i);
            fibre(&mut picture, (from, to), y, (axon, sheath));
            let at = pulse_at(i, time_secs, view);
            let mut brush = picture.brush(Tag::Fibre);
            let arrived = smooth(to - 30.0, to - 1.0, at.x);
            brush.place(Symbol::Pulse, at.x, at.y, axon * 0.5 + 5.5, 0.0, 1.0);
            let ring = Paint::Flat(Tone::of(Ramp::Nerve, Shade::Line), arrived as f32);
            brush.ring(to, y, 7.0 + 6.0 * arrived, ring, Pen::solid(2.2));
            let over = y - sheath.max(axon) - 28.0;
            frame.labels.push(Label::new(
                name,
                Point::new(from - 4.0, over),
                Align::Start,
                1.0,
            ));
            frame.labels.push(Label::new(
                speed,
                Point::new(to + 12.0, over),
                Align::End,
                1.0,
            ));
            frame.spot(name, Point::new((from + to) / 2.0, y), view);
        }
        frame.draw(None, Affine::IDENTITY, picture);
        frame
    }

    fn describe(&self, time_secs: Secs, content: &Content) -> String {
        let word = |key: &str| content.texts.describe("fibres", key);
        let here = |share: f64| match share {
            s if s <= 0.0 => word("start"),
            s if s < 1.0 => word("way"),
            _ => word("end"),
        };
        let [touch, sharp, burning] = progress(time_secs).map(here);
        fill(
            word("all"),
            &[("touch", touch), ("sharp", sharp), ("burning", burning)],
        )
    }
}

/// A fibre along x: the axon, and its sheath in internodes where it has one.
fn fibre(picture: &mut Picture, (from, to): (f64, f64), y: f64, (axon, sheath): (f64, f64)) {
    const ROUND: [Stop; 4] = [
        Stop::new(0.0, 2.0),
        Stop::new(0.3, 0.0),
        Stop::new(0.65, 1.0),
        Stop::new(1.0, 2.0),
    ];
    const COVER: [Stop; 3] = [
        Stop::new(0.0, 1.3),
        Stop::new(0.4, 0.0),
        Stop::new(1.0, 1.4),
    ];
    let place = Affine::translate((0.0, y));
    let run = |half: f64| Run::Linear(Point::new(0.0, y - half), Point::new(0.0, y + half));
    if sheath > 0.0 {
        let mut brush = picture.brush(Tag::Sheath);
        let tone = Tone::of(Ramp::Myelin, Shade::Lo);
        let line = Tone::of(Ramp::Myelin, Shade::Line);
        for i in 0..5_u32 {
            let long = (to - from + 8.0) / 5.0;
            let left = from + long * f64::from(i);
            let piece = Rect::new(left, y - sheath, left + long - 8.0, y + sheath);
            let piece = Shape::from(geometry::plate(piece, 7.0));
            brush.fill(
                piece.clone(),
                Paint::Gradient(run(sheath), tone, 1.0, &COVER),
            );
            brush.stroke(piece, line, Pen::solid(1.5));
        }
    }
    let mut brush = picture.brush(Tag::Fibre);
    let body = Shape::from(place * capsule(from - 6.0, to + 6.0, axon));
    let tone = Tone::of(Ramp::Nerve, Shade::Lo);
    brush.fill(body.clone(), Paint::Gradient(run(axon), tone, 1.0, &ROUND));
    brush.stroke(
        body.clone(),
        Tone::of(Ramp::Nerve, Shade::Line),
        Pen::solid(1.4),
    );
    brush.only(Theme::Dark).stroke(
        body,
        Paint::Flat(Tone::of(Ramp::Nerve, Shade::Edge), 0.12),
        Pen::solid(6.0),
    );
}
