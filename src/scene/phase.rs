//! The panel `phase`: the two levels of the balance against each other, the tipping line between calm and inflamed,
//! and what the visitor's push does. Both axes are drawn out near zero; they carry no numbers, because nothing was
//! measured.
//!
//! Must not be here: the model, words.

use kurbo::{Affine, BezPath, Point, Rect, Vec2};

use super::frame::{Frame, Scene};
use super::geometry::smooth_open;
use super::ir::{Node, Paint, Pen, Shape, Tag};
use super::label::{Align, Label, Slot};
use super::plot;
use super::symbols::Symbol;
use super::view::Viewport;
use crate::content::Content;
use crate::model::curve::smooth;
use crate::model::inflammation::balance::{CALM, INFLAMED, TIPPING, pushed, tipping_arm};
use crate::model::inflammation::{Levels, push_of};
use crate::model::params::Params;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Secs;

/// All places for words.
pub const SLOTS: &[Slot] = &[
    Slot::plain("calm"),
    Slot::plain("tipping"),
    Slot::plain("inflamed"),
    Slot::plain("outcome"),
    Slot::plain("pro"),
    Slot::plain("anti"),
];

/// The dot rests this long before the push begins.
const REST_SECS: Secs = 1.5;
/// The model's time per second of the panel.
const MODEL_PER_SEC: f64 = 0.9;
/// The model's time from sample to sample.
const EVERY: f64 = 0.05;
const SAMPLES: usize = 800;

/// The panel with its push settled.
#[derive(Debug)]
pub struct Phase {
    course: Vec<Levels>,
    /// The tipping line, from below to above.
    line: Vec<Levels>,
    size: f64,
    length: f64,
}

impl Phase {
    /// Runs the model.
    pub fn new(params: &Params) -> Self {
        let (size, length) = push_of(params);
        let mut line = tipping_arm(false, 24);
        line.reverse();
        line.extend(tipping_arm(true, 60));
        Self {
            course: pushed(size, length, EVERY, SAMPLES),
            line,
            size,
            length,
        }
    }

    fn pushes(&self) -> bool {
        self.size > 0.0 && self.length > 0.0
    }

    /// Whether the push carries the balance across the line for good.
    fn holds(&self) -> bool {
        self.course.last().is_some_and(|end| end.p < TIPPING.p)
    }

    fn point(&self, area: Rect, time: f64) -> Point {
        let along = (time / EVERY).clamp(0.0, (SAMPLES - 1) as f64);
        let before = along as usize;
        let here = self.course.get(before).copied().unwrap_or(INFLAMED);
        let next = self.course.get(before + 1).copied().unwrap_or(here);
        place(area, here.mix(next, along - before as f64))
    }

    /// The way between two times.
    fn way(&self, area: Rect, from: f64, to: f64) -> Vec<Point> {
        let steps = ((to - from) / (2.0 * EVERY)) as usize;
        let mut points: Vec<Point> = (0..=steps)
            .map(|i| self.point(area, from + i as f64 * 2.0 * EVERY))
            .collect();
        points.push(self.point(area, to));
        points
    }
}

/// Where levels stand: high ones come closer and closer to the ends.
fn place(area: Rect, at: Levels) -> Point {
    plot::at(area, at.p / (at.p + 0.6) / 0.86, at.a / (at.a + 1.2) / 0.9)
}

/// The model's time at a moment of the panel.
fn model_time(time_secs: Secs) -> f64 {
    if time_secs > REST_SECS {
        (time_secs - REST_SECS) * MODEL_PER_SEC
    } else {
        0.0
    }
}

impl Scene for Phase {
    fn frame(&self, time_secs: Secs, view: &Viewport) -> Frame {
        let area = plot::area(view, (18.0, 36.0, 18.0, 36.0));
        let mut frame = Frame::default();
        let mut picture = plot::sheet(view, area);
        let mut brush = picture.brush(Tag::Gauge);
        let border: Vec<Point> = self.line.iter().map(|at| place(area, *at)).collect();
        // The calm side, then the inflamed one.
        brush.add(Node::Clip(Shape::from(kurbo::Shape::to_path(&area, 0.1))));
        let corner = Point::new(area.x1, area.y0);
        for (edge, ramp, alpha) in [(area.x0, Ramp::Anti, 0.2), (area.x1, Ramp::Pro, 0.1)] {
            let mut side = BezPath::new();
            smooth_open(&mut side, &border);
            side.line_to(corner);
            side.line_to((edge, area.y0));
            side.line_to((edge, area.y1));
            side.close_path();
            brush.fill(side, Paint::Flat(Tone::of(ramp, Shade::Edge), alpha));
        }
        let ink = Tone::of(Ramp::Ink, Shade::Lo);
        plot::line(&mut brush, &border, ink.into(), Pen::solid(2.4));
        brush.add(Node::Unclip);
        let now = model_time(time_secs);
        let violet = Tone::of(Ramp::Exosome, Shade::Edge);
        let mut brush = brush.tagged(Tag::Exosome);
        if self.pushes() && now > 0.0 {
            let turn = self.length.min(now);
            if now > turn {
                let after = self.way(area, turn, now);
                plot::line(&mut brush, &after, Paint::Flat(ink, 0.8), Pen::solid(2.0));
            }
            plot::line(
                &mut brush,
                &self.way(area, 0.0, turn),
                violet.into(),
                Pen::solid(4.2),
            );
        }
        let mut brush = brush.tagged(Tag::Gauge);
        for (state, symbol) in [(INFLAMED, Symbol::Tnf), (CALM, Symbol::Il10)] {
            let at = place(area, state);
            brush.disc(at.x, at.y, 13.0, Tone::of(Ramp::Ground, Shade::Mid));
            brush.ring(
                at.x,
                at.y,
                13.0,
                Tone::of(Ramp::Ground, Shade::Line),
                Pen::solid(1.2),
            );
            brush.place(symbol, at.x, at.y, 9.0, 0.0, 1.0);
        }
        let dot = Shape::Disc(self.point(area, now), 6.5);
        brush.fill(dot.clone(), violet);
        brush.stroke(dot, Tone::of(Ramp::Ground, Shade::Mid), Pen::solid(2.0));
        frame.draw(None, Affine::IDENTITY, picture);
        self.words(&mut frame, area, now);
        frame
    }

    fn describe(&self, time_secs: Secs, content: &Content) -> String {
        let key = if !self.pushes() {
            "none"
        } else if model_time(time_secs) < self.length {
            "push"
        } else if self.holds() {
            "holds"
        } else {
            "back"
        };
        content.texts.describe("phase", key).to_owned()
    }
}

impl Phase {
    fn words(&self, frame: &mut Frame, area: Rect, now: f64) {
        let mut add = |id, at, align, target: Option<Point>| {
            let label = Label::new(id, at, align, 1.0);
            frame.labels.push(Label { target, ..label });
        };
        let (calm, high) = (place(area, CALM), place(area, INFLAMED));
        let saddle = place(area, TIPPING);
        let right = area.x1;
        add(
            "calm",
            Point::new(area.x0 + 12.0, area.y0 + 0.26 * area.height()),
            Align::Start,
            Some(calm + Vec2::new(0.0, -14.0)),
        );
        add(
            "inflamed",
            Point::new(right, high.y + 34.0),
            Align::End,
            Some(high + Vec2::new(0.0, 12.0)),
        );
        add(
            "tipping",
            saddle + Vec2::new(34.0, 8.0),
            Align::Start,
            Some(saddle),
        );
        add("pro", Point::new(right, area.y1 + 8.0), Align::End, None);
        add(
            "anti",
            Point::new(area.x0 - 4.0, area.y0 - 30.0),
            Align::Start,
            None,
        );
        let told = smooth(self.length + 0.8, self.length + 1.8, now);
        if self.pushes() && told > 0.01 {
            let at = Point::new(right, area.y0 - 30.0);
            frame.labels.push(Label {
                text: if self.holds() { "holds" } else { "back" },
                ..Label::new("outcome", at, Align::End, told)
            });
        }
    }
}
