//! The panel `dish`: six signals of cultured microglia over 72 hours, with nothing done to them. A line of its own
//! dashes and a mark of its own shape for each, besides colour.
//!
//! Must not be here: the model, words.

use kurbo::{Point, Rect};

use super::frame::{Frame, Scene};
use super::ir::{Brush, Paint, Pen, Tag};
use super::label::{Align, Label, Slot};
use super::plot;
use super::symbols::Symbol;
use super::view::Viewport;
use crate::content::Content;
use crate::model::dish::{Levels, NAMES, SAMPLES, course};
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Secs;

/// All places for words.
pub const SLOTS: &[Slot] = &[
    Slot::plain("il1b"),
    Slot::plain("tnfa"),
    Slot::plain("il6"),
    Slot::plain("tgfb"),
    Slot::plain("il10"),
    Slot::plain("ccl5"),
    Slot::plain("level"),
    Slot::plain("h24"),
    Slot::plain("h48"),
    Slot::plain("h72"),
];

/// Length of the panel's timeline.
const DURATION_SECS: Secs = 18.0;
/// The highest level of the plot, in the model's arbitrary units.
const MOST: f64 = 9.2;
/// Every so many samples a point of a line.
const EVERY: usize = 3;

/// The shape at the end of a line.
#[derive(Clone, Copy)]
enum Mark {
    Of(Symbol),
    Round,
    Square,
}

/// How a signal is drawn: colour, dashes, mark.
type Look = (Ramp, Shade, Option<(f64, f64)>, Mark);
const LOOKS: [Look; 6] = [
    (
        Ramp::Pro,
        Shade::Edge,
        Some((9.0, 5.0)),
        Mark::Of(Symbol::Il1),
    ),
    (Ramp::Pro, Shade::Mid, None, Mark::Of(Symbol::Tnf)),
    (
        Ramp::Pro,
        Shade::Line,
        Some((3.0, 5.0)),
        Mark::Of(Symbol::Il6),
    ),
    (Ramp::Anti, Shade::Line, Some((12.0, 4.0)), Mark::Round),
    (Ramp::Anti, Shade::Edge, None, Mark::Of(Symbol::Il10)),
    (Ramp::Ink, Shade::Edge, Some((1.0, 5.0)), Mark::Square),
];

/// The panel.
#[derive(Debug)]
pub struct Dish {
    course: Vec<Levels>,
}

impl Dish {
    /// Runs the model.
    #[expect(clippy::new_without_default, reason = "it is not a value of anything")]
    pub fn new() -> Self {
        Self { course: course() }
    }

    fn level(&self, which: usize, sample: f64) -> f64 {
        let last = SAMPLES - 1;
        let before = (sample as usize).min(last);
        let at = |i: usize| {
            let levels = self.course.get(i.min(last));
            levels
                .and_then(|levels| levels.get(which))
                .copied()
                .unwrap_or(0.0)
        };
        let here = at(before);
        here + (at(before + 1) - here) * (sample - before as f64)
    }

    /// The line of a signal from the start to a sample, which may lie between two.
    fn line(&self, area: Rect, which: usize, to: f64) -> Vec<Point> {
        let whole = (to / EVERY as f64) as usize;
        let mut points: Vec<Point> = (0..=whole)
            .map(|i| self.point(area, which, (i * EVERY) as f64))
            .collect();
        points.push(self.point(area, which, to));
        points
    }

    fn point(&self, area: Rect, which: usize, sample: f64) -> Point {
        let across = sample / (SAMPLES - 1) as f64;
        plot::at(area, across, self.level(which, sample) / MOST)
    }
}

/// How far the lines are drawn, in samples.
fn reached(time_secs: Secs) -> f64 {
    let share = if time_secs > 0.0 {
        (time_secs / (DURATION_SECS - 2.0)).min(1.0)
    } else {
        0.0
    };
    share * (SAMPLES - 1) as f64
}

/// A signal's own mark.
fn paint_mark(brush: &mut Brush<'_>, mark: Mark, at: Point, tone: Tone) {
    let pen = Pen::solid(2.2);
    let inside = Tone::of(Ramp::Ground, Shade::Mid);
    match mark {
        Mark::Round => {
            brush.disc(at.x, at.y, 6.2, inside);
            brush.ring(at.x, at.y, 6.2, tone, pen);
        }
        Mark::Square => {
            let square = Rect::from_center_size(at, (11.0, 11.0));
            let path = kurbo::Shape::to_path(&square, 0.1);
            brush.fill(path.clone(), inside);
            brush.stroke(path, tone, pen);
        }
        Mark::Of(symbol) => brush.place(symbol, at.x, at.y, 8.5, 0.0, 1.0),
    }
}

impl Scene for Dish {
    fn frame(&self, time_secs: Secs, view: &Viewport) -> Frame {
        let area = plot::area(view, (16.0, 34.0, 74.0, 34.0));
        let mut frame = Frame::default();
        let mut picture = plot::sheet(view, area);
        let now = reached(time_secs);
        let mut brush = picture.brush(Tag::Gauge);
        for hours in [24.0, 48.0, 72.0] {
            let foot = plot::at(area, hours / 72.0, 0.0);
            let tick = kurbo::Line::new((foot.x, foot.y), (foot.x, area.y0));
            let faint = Tone::of(Ramp::Ground, Shade::Line);
            brush.stroke(
                kurbo::Shape::to_path(&tick, 0.1),
                Paint::Flat(faint, 0.6),
                Pen::solid(1.0),
            );
        }
        let looks = LOOKS.into_iter().enumerate();
        for (which, (ramp, shade, dash, _)) in looks.clone() {
            let tone = Tone::of(ramp, shade);
            let pen = Pen { width: 1.6, dash };
            let whole = self.line(area, which, (SAMPLES - 1) as f64);
            plot::line(&mut brush, &whole, Paint::Flat(tone, 0.28), pen);
            let pen = Pen { width: 2.8, dash };
            plot::line(&mut brush, &self.line(area, which, now), tone.into(), pen);
        }
        for (which, (ramp, shade, _, mark)) in looks {
            // Two lines end alike: one mark hangs a little behind.
            let behind = if which == 3 { 7.0 } else { 0.0 };
            let at = self.point(area, which, (now - behind).max(0.0));
            paint_mark(&mut brush, mark, at, Tone::of(ramp, shade));
        }
        frame.draw(None, kurbo::Affine::IDENTITY, picture);
        self.words(&mut frame, area);
        frame
    }

    fn describe(&self, time_secs: Secs, content: &Content) -> String {
        let late = reached(time_secs) > 0.3 * SAMPLES as f64;
        let key = if late { "late" } else { "early" };
        content.texts.describe("dish", key).to_owned()
    }
}

impl Dish {
    /// Names at the ends of the lines, from the highest down, none nearer to the next than a line of text.
    fn words(&self, frame: &mut Frame, area: Rect) {
        /// From one name to the next.
        const LINE_PX: f64 = 23.0;
        let last = (SAMPLES - 1) as f64;
        let mut ends: Vec<(&'static str, Point)> = NAMES
            .into_iter()
            .enumerate()
            .map(|(which, name)| (name, self.point(area, which, last)))
            .collect();
        // Six of them: sorted by hand, because the library's sort weighs a KB.
        for i in 0..ends.len() {
            for j in (i + 1..ends.len()).rev() {
                let lower = |a: usize| ends.get(a).map_or(0.0, |end| end.1.y);
                if lower(j) < lower(j - 1) {
                    ends.swap(j, j - 1);
                }
            }
        }
        // The lowest stands on the axis at most; from there upward each keeps its distance.
        let mut y = area.y1 - 13.0 + LINE_PX;
        let mut tops = Vec::with_capacity(ends.len());
        for (_, end) in ends.iter().rev() {
            y = (end.y + 2.0).min(y - LINE_PX);
            tops.push(y);
        }
        for ((name, end), y) in ends.into_iter().zip(tops.into_iter().rev()) {
            let at = Point::new(area.x1 + 18.0, y - 11.0);
            frame
                .labels
                .push(Label::new(name, at, Align::Start, 1.0).to(end));
        }
        let level = Point::new(area.x0 - 4.0, area.y0 - 28.0);
        frame
            .labels
            .push(Label::new("level", level, Align::Start, 1.0));
        for (id, share) in [("h24", 1.0 / 3.0), ("h48", 2.0 / 3.0), ("h72", 1.0)] {
            let at = plot::at(area, share, 0.0) + kurbo::Vec2::new(0.0, 7.0);
            frame.labels.push(Label::new(id, at, Align::Middle, 1.0));
        }
    }
}
