//! What was seen in people, on three cards: saline alone; the report without a comparison; the trial with one. The
//! last two have the same size, the same people and the same foot; only emphasis moves between them.
//!
//! Must not be here: where the cards stand, words.

use kurbo::{BezPath, Point, Rect};

use super::layout::Layout;
use super::shapes::{dot, round, rounded};
use crate::model::curve::{lerp, smooth};
use crate::model::evidence::{
    REPORT_PEOPLE, SALINE_CELLS, State, TRIAL_PEOPLE, counted, saline_share,
};
use crate::scene::ir::{Brush, Paint, Pen, Shape, Tag};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};

/// Bit i: whether person i of the trial has the vesicles in the right knee of the picture (drawn by lot).
const LOT: u32 = 0b1_0100_1101_0011_0001_1010_0110_1000;
/// The saline picture is a tenth of a hundred by ten: cells per row.
const CELLS: usize = 100;

fn ink(shade: Shade) -> Tone {
    Tone::of(Ramp::Ink, shade)
}

/// All three.
pub fn cards(brush: &mut Brush<'_>, layout: &Layout, state: &State) {
    if state.cards <= 0.0 {
        return;
    }
    let focus = &state.focus;
    let all = [
        (Tone::of(Ramp::Ink, Shade::Edge), focus.saline),
        (Tone::at(Ramp::Membrane, 2.0), focus.report),
        (Tone::at(Ramp::Membrane, 3.0), focus.trial),
    ];
    // One after the other with what is on it: while the studies change places, one passes over the other.
    for (i, ((top, heavy), at)) in all.into_iter().zip(layout.cards).enumerate() {
        let lit = state.lit.at(9 + i);
        card(brush, at, top, heavy.max(lit), layout);
        frame(brush, at, (17.0 * layout.unit, 3.5), lit);
        match i {
            0 => points(brush, layout, state),
            1 => people_of_report(brush, layout, state),
            _ => people_of_trial(brush, layout, state),
        }
        verdict(brush, at, layout, i as u8);
        if i > 0 {
            // Which rung it stands on: on phones and with changed places no line tells.
            let size = if layout.stacked {
                7.5
            } else {
                12.0 * layout.unit
            };
            let (x, y) = (at.x1 - 2.1 * size, at.y0 + 2.0 * size);
            let shown = 1.0 - layout.large;
            brush.place(Symbol::Rung(i as u8 + 1), x, y, size, 0.0, shown);
        }
    }
}

/// A second outline around a box: it is lit, and colour is not all that says so.
pub fn frame(brush: &mut Brush<'_>, at: Rect, (r, out): (f64, f64), lit: f64) {
    if lit > 0.004 {
        let paint = Paint::Flat(ink(Shade::Lo), lit as f32);
        brush.stroke(rounded(at.inflate(out, out), r), paint, Pen::solid(2.2));
    }
}

fn card(brush: &mut Brush<'_>, at: Rect, top: Tone, heavy: f64, layout: &Layout) {
    let r = 16.0 * layout.unit;
    let shadow = Rect::new(at.x0 + 1.0, at.y0 + 3.0, at.x1 + 1.0, at.y1 + 4.0);
    brush.fill(
        rounded(shadow, r),
        Paint::Flat(Tone::of(Ramp::Light, Shade::Lo), 0.1),
    );
    let body = Shape::from(rounded(at, r));
    brush.fill(body.clone(), Tone::of(Ramp::Ground, Shade::Mid));
    brush.stroke(
        body.clone(),
        Tone::of(Ramp::Ground, Shade::Line),
        Pen::solid(1.0),
    );
    if heavy > 0.004 {
        brush.stroke(
            body,
            Paint::Flat(ink(Shade::Line), heavy as f32),
            Pen::solid(1.0 + 1.6 * heavy),
        );
    }
    let bar = Rect::new(at.x0 + r, at.y0 - 1.0, at.x1 - r, at.y0 + 5.0 * layout.unit);
    brush.fill(rounded(bar, 3.0), top);
}

/// Where the outcome stands on a card.
pub fn foot(card: Rect, layout: &Layout, saline: bool) -> Rect {
    if !layout.stacked {
        let u = layout.unit;
        return Rect::new(
            card.x0 + 14.0 * u,
            card.y1 - 56.0 * u,
            card.x1 - 14.0 * u,
            card.y1 - 14.0 * u,
        );
    }
    if saline {
        let top = card.y1 - 28.0 - 26.0 * layout.large;
        let left = card.x0 + lerp(168.0, 139.0, layout.large);
        return Rect::new(left, top, card.x1 - 8.0, card.y1 - 6.0);
    }
    // Large words stand under the signs.
    let top = card.y1 - 30.0 - 28.0 * layout.large;
    Rect::new(card.x0 + 6.0, top, card.x1 - 6.0, card.y1 - 6.0)
}

/// How wide the word for it is.
const PAIN: f64 = 29.0;

/// The signs of an outcome: radius, left edge of the first after the syringe, height of their middle, and whether there
/// is room for the syringe. Beside words phones have none; there the tiles say that it was injected.
fn signs(at: Rect, layout: &Layout, what: u8) -> (f64, f64, f64, bool) {
    let words = match (layout.stacked, what) {
        (false, _) => 0.0,
        (_, 0) => 26.0 * layout.large,
        _ => 28.0 * layout.large,
    };
    let r = (at.height() - words) * 0.32;
    let syringe = if layout.stacked {
        what == 0
    } else {
        layout.roomy() > 0.5
    };
    let x = match (layout.stacked, syringe) {
        (true, false) => 1.5,
        (true, true) => 4.1,
        (false, false) => 1.8,
        (false, true) => 5.0,
    };
    // On phones what fell is named before the arrow.
    let named = if layout.stacked && what == 1 {
        PAIN * (1.0 - layout.large)
    } else {
        0.0
    };
    let x = at.x0 + x * r + named;
    (r, x, at.center().y - words / 2.0, syringe)
}

/// Where the words of an outcome begin, beside its signs or, large ones, under them: left end and upper edge.
pub fn said(card: Rect, layout: &Layout, what: u8) -> Point {
    let at = foot(card, layout, what == 0);
    let (r, x, y, _) = signs(at, layout, what);
    let past = if layout.stacked {
        [1.25, 4.5, 3.5]
    } else {
        [1.6, 4.8, 1.95]
    };
    let past = past.get(usize::from(what)).copied();
    let beside = Point::new(x + past.unwrap_or_default() * r, y - layout.line());
    let under = Point::new(at.x0 + 4.0, at.y1 - 28.0);
    beside.lerp(under, layout.large)
}

/// Injection, and what came out of it: lower; lower for an unknown reason; no difference.
fn verdict(brush: &mut Brush<'_>, card: Rect, layout: &Layout, what: u8) {
    let at = foot(card, layout, what == 0);
    brush.fill(
        rounded(at, 10.0 * layout.unit),
        Paint::Flat(Tone::of(Ramp::Membrane, Shade::Lo), 0.6),
    );
    let (r, x, y, syringe) = signs(at, layout, what);
    if syringe {
        brush.place(Symbol::Syringe, at.x0 + 1.8 * r, y, r * 1.3, 0.0, 1.0);
    }
    if what == 2 {
        brush.place(Symbol::Equal, x, y, r * 1.1, 0.0, 1.0);
        if layout.stacked {
            // The key of the knees: the dot of saline before its word.
            let mut one = BezPath::new();
            dot(&mut one, Point::new(x + 2.5 * r, y), 4.2);
            let one = Shape::from(one);
            brush.fill(one.clone(), Tone::of(Ramp::Ground, Shade::Line));
            brush.stroke(one, ink(Shade::Lo), Pen::solid(1.0));
        }
        return;
    }
    let mut down = BezPath::new();
    down.move_to((x, y - r));
    down.line_to((x, y + r));
    down.move_to((x - 0.7 * r, y + 0.3 * r));
    down.line_to((x, y + r));
    down.line_to((x + 0.7 * r, y + 0.3 * r));
    brush.stroke(down, ink(Shade::Lo), Pen::solid((r * 0.28).max(1.6)));
    if what == 1 {
        brush.place(Symbol::Lost, x + 2.8 * r, y, r * 1.15, 0.0, 1.0);
    }
}

/// A place in a grid.
fn cell(origin: Point, (dx, dy): (f64, f64), per_row: usize, i: usize) -> Point {
    Point::new(
        origin.x + dx * (i % per_row) as f64,
        origin.y + dy * (i / per_row) as f64,
    )
}

/// Where the people of a card stand: the first one, the steps, how many in a row.
fn places(card: Rect, layout: &Layout, trial: bool) -> (Point, (f64, f64), usize) {
    let u = layout.unit;
    if layout.stacked {
        let step = (card.width() - 16.0) / 8.0;
        let head = lerp(28.0, 36.0, layout.large);
        let rise = (card.height() - head - lerp(36.0, 62.0, layout.large)) / 4.0;
        return (
            Point::new(card.x0 + 8.0 + step / 2.0, card.y0 + head + rise / 2.0),
            (step, rise),
            8,
        );
    }
    let (step, row) = if trial { (24.2, 15) } else { (22.0, 8) };
    (
        Point::new(card.x0 + 28.0 * u, card.y0 + 69.0 * u),
        (step * u, 44.0 * u),
        row,
    )
}

/// Where it says which knee had what: the dots of vesicles and of saline.
pub fn knees(layout: &Layout) -> [Point; 2] {
    let [_, _, card] = layout.cards;
    let (u, y) = (layout.unit, layout.told(card, 0) + layout.line());
    [28.0, 278.0].map(|x| Point::new(card.x0 + x * u, y))
}

fn people_of_report(brush: &mut Brush<'_>, layout: &Layout, state: &State) {
    let [_, card, _] = layout.cards;
    let (first, steps, row) = places(card, layout, false);
    // The comparison that is missing: as many again, beside them or under them.
    let other = if layout.stacked {
        Point::new(first.x, first.y + 2.0 * steps.1)
    } else {
        Point::new(first.x + 8.4 * steps.0, first.y)
    };
    let p = layout.person;
    for i in 0..REPORT_PEOPLE {
        let shown = counted(i, REPORT_PEOPLE, state.people);
        let at = cell(first, steps, row, i);
        brush.place(
            Symbol::Person,
            at.x,
            at.y,
            p * (0.7 + 0.3 * shown),
            0.0,
            shown,
        );
        let at = cell(other, steps, row, i);
        brush.place(Symbol::Nobody, at.x, at.y, p, 0.0, 0.55 * shown);
    }
    let nobody = nobody(layout);
    let shown = smooth(0.3, 0.8, state.people);
    let tone = Paint::Flat(ink(Shade::Mid), shown as f32);
    let width = 1.6 + 1.0 * state.focus.report.max(state.focus.unknown);
    brush.stroke(
        rounded(nobody, 9.0 * layout.unit),
        tone,
        Pen::dashed(width, 6.0, 5.0),
    );
}

/// The place of the missing comparison.
pub fn nobody(layout: &Layout) -> Rect {
    let [_, card, _] = layout.cards;
    let (first, (dx, dy), _) = places(card, layout, false);
    if layout.stacked {
        let y = first.y + 1.5 * dy;
        return Rect::new(card.x0 + 5.0, y, card.x1 - 5.0, y + 2.0 * dy - 1.0);
    }
    let u = layout.unit;
    let x = first.x + 8.4 * dx;
    Rect::new(
        x - 14.0 * u,
        first.y - 24.0 * u,
        x + 7.0 * dx + 14.0 * u,
        first.y + dy + 21.0 * u,
    )
}

fn people_of_trial(brush: &mut Brush<'_>, layout: &Layout, state: &State) {
    let [_, _, card] = layout.cards;
    let (first, steps, row) = places(card, layout, true);
    let p = layout.person;
    let (mut vesicles, mut saline) = (BezPath::new(), BezPath::new());
    for i in 0..TRIAL_PEOPLE {
        let shown = counted(i, TRIAL_PEOPLE, state.people);
        let at = cell(first, steps, row, i);
        brush.place(
            Symbol::Person,
            at.x,
            at.y,
            p * (0.7 + 0.3 * shown),
            0.0,
            shown,
        );
        let right = LOT >> i & 1 == 1;
        for (side, given) in [(-0.48, !right), (0.48, right)] {
            let knee = Point::new(at.x + side * p, at.y + 1.44 * p);
            let path = if given { &mut vesicles } else { &mut saline };
            if shown > 0.02 {
                dot(path, knee, 0.43 * p * shown);
            }
        }
    }
    if state.knees > 0.02 && layout.roomy() > 0.5 {
        let [one, other] = knees(layout);
        let r = 6.5 * layout.unit * state.knees;
        dot(&mut vesicles, one, r);
        dot(&mut saline, other, r);
    }
    let line = Pen::solid(0.09 * p);
    let grey = Shape::from(saline);
    brush.fill(grey.clone(), Tone::of(Ramp::Ground, Shade::Line));
    brush.stroke(grey, ink(Shade::Lo), line);
    let mut brush = brush.tagged(Tag::Exosome);
    let violet = Shape::from(vesicles);
    brush.fill(violet.clone(), Tone::of(Ramp::Exosome, Shade::Edge));
    brush.stroke(violet, ink(Shade::Lo), line);
}

/// A hundred points of a scale, of which saline alone takes about a dozen.
fn points(brush: &mut Brush<'_>, layout: &Layout, state: &State) {
    let [card, _, _] = layout.cards;
    let (first, step, row) = if layout.stacked {
        let first = Point::new(card.x0 + 13.0, card.y0 + lerp(11.0, 44.0, layout.large));
        (first, (lerp(7.6, 6.2, layout.large), 8.6), 20)
    } else {
        let u = layout.unit;
        (
            Point::new(card.x0 + 24.0 * u, card.y0 + 66.0 * u),
            (13.8 * u, 20.0 * u),
            20,
        )
    };
    let size = (0.8 * step.0, 0.76 * step.1.min(step.0 * 1.06));
    let (mut full, mut outline) = (BezPath::new(), BezPath::new());
    let mut last = BezPath::new();
    for i in 0..CELLS {
        let at = Rect::from_center_size(cell(first, step, row, i), size);
        let lost = (i + SALINE_CELLS).checked_sub(CELLS);
        let emptied = lost.map_or(0.0, |lost| {
            // The outermost goes first.
            counted(SALINE_CELLS - 1 - lost, SALINE_CELLS, state.emptied)
        });
        if let Some(lost) = lost.filter(|_| emptied > 0.0) {
            // The last one counted is in one of the two estimates alone: it is drawn thinner.
            let sure = saline_share(SALINE_CELLS - 1 - lost) > 0.9;
            round(if sure { &mut outline } else { &mut last }, at, 2.0);
        }
        let left = 1.0 - emptied;
        if left > 0.01 {
            round(
                &mut full,
                Rect::from_center_size(at.center(), at.size() * left),
                2.0,
            );
        }
    }
    brush.fill(full, Paint::Flat(ink(Shade::Edge), 0.55));
    let shown = smooth(0.0, 0.3, state.emptied) as f32;
    let unit = layout.unit.max(0.6);
    brush.stroke(
        outline,
        Paint::Flat(ink(Shade::Lo), shown),
        Pen::dashed(1.6 * unit, 2.6, 1.8),
    );
    brush.stroke(
        last,
        Paint::Flat(ink(Shade::Edge), shown),
        Pen::dashed(1.3 * unit, 1.6, 2.2),
    );
}
