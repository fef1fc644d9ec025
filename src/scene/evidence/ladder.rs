//! The ladder: four steps with their plates, the tiles that stand on them with one sheet per study, the list of what
//! the tiles mean, and the sign that says which way the evidence grows.
//!
//! Must not be here: where they stand, words.

use kurbo::{BezPath, Point, Rect};

use super::layout::Layout;
use super::shapes::rounded;
use crate::model::curve::lerp;
use crate::model::evidence::{LADDER, Standing, State};
use crate::scene::ir::{Brush, Paint, Pen, Run, Shape, Stop};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};

/// Sheets on the tiles: how many studies the content names for each.
pub const SHEETS: [[u8; 5]; 4] = [
    [1, 3, 2, 0, 0],
    [3, 4, 6, 4, 2],
    [0, 0, 0, 0, 3],
    [0, 0, 0, 0, 1],
];

/// Fronts of the steps, from the edge of the tread down: pale to deep as the evidence grows.
const FRONTS: [[Stop; 2]; 4] = [
    [Stop::new(0.0, 0.1), Stop::new(1.0, 0.4)],
    [Stop::new(0.0, 0.9), Stop::new(1.0, 1.15)],
    [Stop::new(0.0, 1.75), Stop::new(1.0, 2.05)],
    [Stop::new(0.0, 2.6), Stop::new(1.0, 3.0)],
];

fn ink(shade: Shade) -> Tone {
    Tone::of(Ramp::Ink, shade)
}

fn ground(shade: Shade) -> Tone {
    Tone::of(Ramp::Ground, shade)
}

/// A wedge that grows with the evidence: as far as it has come, as clear as its words.
pub fn slope(brush: &mut Brush<'_>, layout: &Layout, (come, shown): (f64, f64)) {
    let (from, to) = layout.slope;
    let to = from.lerp(to, come);
    let along = to - from;
    let length = along.hypot();
    if length < 1.0 || shown < 0.004 {
        return;
    }
    let along = along / length;
    let side = kurbo::Vec2::new(-along.y, along.x)
        * (if layout.stacked {
            4.0
        } else {
            8.0 * layout.unit
        });
    let tip = to + along * side.hypot() * 1.9;
    let mut path = BezPath::new();
    path.move_to(from);
    path.line_to(to - side);
    path.line_to(to - side * 1.7);
    path.line_to(tip);
    path.line_to(to + side * 1.7);
    path.line_to(to + side);
    path.close_path();
    const GROWING: [Stop; 2] = [Stop::sheer(0.0, 1.0, 0.15), Stop::sheer(1.0, 2.6, 0.9)];
    let tone = Tone::of(Ramp::Membrane, Shade::Line);
    let run = Run::Linear(from, tip);
    brush.fill(path, Paint::Gradient(run, tone, shown as f32, &GROWING));
}

/// The steps, the weakest first, with their plates and marks.
pub fn steps(brush: &mut Brush<'_>, layout: &Layout, state: &State) {
    let rest = layout.rungs.iter().zip(&layout.plates).zip(&layout.marks);
    for ((i, stops), ((front, plate), (mark, _))) in FRONTS.iter().enumerate().zip(rest) {
        let tone = Tone::of(Ramp::Membrane, Shade::Lo);
        let depth = stops.first().map_or(0.0, |stop| stop.depth);
        let lip = layout.lip;
        let paint = Paint::linear(front.origin(), Point::new(front.x0, front.y1), tone, stops);
        if layout.stacked {
            brush.fill(rounded(*front, 10.0), paint);
        } else {
            let (top, foot) = (front.y0 - lip, front.y1 - lip);
            let far = 1.2 * lip;
            let mut tread = BezPath::new();
            tread.move_to(front.origin());
            tread.line_to((front.x0 + far, top));
            tread.line_to((front.x1 + far, top));
            tread.line_to((front.x1, front.y0));
            tread.close_path();
            let mut side = BezPath::new();
            side.move_to((front.x1, front.y0));
            side.line_to((front.x1 + far, top));
            side.line_to((front.x1 + far, foot));
            side.line_to((front.x1, front.y1));
            side.close_path();
            brush.fill(rounded(*front, 0.0), paint);
            brush.fill(side, Tone::at(Ramp::Membrane, (depth + 0.45).min(3.0)));
            let tread = Shape::from(tread);
            brush.fill(
                tread.clone(),
                Tone::at(Ramp::Membrane, (depth - 0.35).max(0.0)),
            );
            brush.stroke(tread, Paint::Flat(ink(Shade::Lo), 0.35), Pen::solid(0.9));
        }
        let r = if layout.stacked {
            8.0
        } else {
            10.0 * layout.unit
        };
        brush.fill(rounded(*plate, r), ground(Shade::Mid));
        let size = (plate.height() * 0.34).min(13.0);
        brush.place(Symbol::Rung(i as u8), mark.x, mark.y, size, 0.0, 1.0);
    }
    // Afterwards: the neighbours' fronts do not cover it.
    for (i, (front, plate)) in layout.rungs.iter().zip(&layout.plates).enumerate() {
        light(brush, layout, (*front, *plate), state.lit.at(i));
    }
}

/// The rung that somebody asks about: framed, and an arrowhead at its plate.
fn light(brush: &mut Brush<'_>, layout: &Layout, (front, plate): (Rect, Rect), lit: f64) {
    if lit <= 0.004 {
        return;
    }
    let (paper, tone) = (ground(Shade::Mid), ink(Shade::Lo));
    let (r, size) = if layout.stacked {
        (10.0, 6.0)
    } else {
        (2.0, 11.0 * layout.unit)
    };
    let edge = Shape::from(rounded(front, r));
    brush.stroke(
        edge.clone(),
        Paint::Flat(paper, lit as f32),
        Pen::solid(6.0),
    );
    brush.stroke(edge, Paint::Flat(tone, lit as f32), Pen::solid(3.2));
    let (x, y) = (front.x0, plate.center().y);
    let mut head = BezPath::new();
    head.move_to((x - size, y - size));
    head.line_to((x + size * 0.8, y));
    head.line_to((x - size, y + size));
    head.close_path();
    let head = Shape::from(head);
    brush.fill(head.clone(), Paint::Flat(tone, lit as f32));
    brush.stroke(head, Paint::Flat(paper, lit as f32), Pen::solid(1.4));
}

/// The tiles on the steps.
pub fn tiles(brush: &mut Brush<'_>, layout: &Layout, state: &State) {
    for (rung, row) in LADDER.iter().enumerate() {
        for (topic, standing) in row.iter().enumerate() {
            let here = state.tiles.get(rung).and_then(|row| row.get(topic));
            let shown = here.copied().unwrap_or_default();
            if *standing == Standing::Absent || shown <= 0.0 {
                continue;
            }
            let to = layout.tile_box(rung, topic);
            // A mechanism climbs from the rung below; the routes and what nobody studied settle from above.
            let from = if topic < 3 && rung == 1 {
                layout.tile_box(0, topic)
            } else {
                to - kurbo::Vec2::new(0.0, 14.0 * layout.unit)
            };
            let at = Rect::from_center_size(from.center().lerp(to.center(), shown), to.size());
            let focus = &state.focus;
            let heavy = match topic {
                0..3 => focus.mechanisms,
                3 => focus.drip,
                _ if rung == 2 => focus.report,
                _ if rung == 3 => focus.trial,
                _ => 0.0,
            };
            tile(
                brush,
                at,
                topic,
                *standing,
                (shown * 2.2).min(1.0),
                heavy.max(focus.unknown),
            );
            sheets(brush, at, rung, topic, shown);
            // The same topic at every rung.
            let out = 0.055 * at.width();
            super::cards::frame(
                brush,
                at,
                (10.0 * at.width() / 51.0, out),
                state.lit.at(4 + topic),
            );
        }
    }
}

fn tile(brush: &mut Brush<'_>, at: Rect, topic: usize, standing: Standing, shown: f64, heavy: f64) {
    let (alpha, unit) = (shown as f32, at.width() / 51.0);
    let unknown = standing == Standing::Unknown;
    let body = Shape::from(rounded(at, 9.0 * unit));
    let panel = if unknown { 0.93 } else { 1.0 };
    brush.fill(body.clone(), Paint::Flat(ground(Shade::Mid), panel * alpha));
    let (tone, width, wider) = match standing {
        Standing::Reported => (ink(Shade::Line), 2.2, 0.0),
        Standing::NoDifference => (ink(Shade::Lo), 2.4, heavy),
        _ => (ink(Shade::Mid), 1.6, heavy),
    };
    let width = (width + 1.2 * wider) * unit.max(0.72);
    let dash = unknown.then_some((4.6 * unit + 0.6, 3.6 * unit + 0.8));
    brush.stroke(body, Paint::Flat(tone, alpha), Pen { width, dash });
    let faint = if unknown { 0.38 } else { 1.0 };
    let middle = at.center() - kurbo::Vec2::new(0.0, 0.1 * at.width());
    topic_mark(brush, topic, middle, 0.34 * at.width(), shown * faint);
    let corner = Point::new(at.x1 - 0.06 * at.width(), at.y0 + 0.06 * at.width());
    let r = 0.2 * at.width();
    if unknown {
        brush.place(
            Symbol::Lost,
            corner.x,
            corner.y,
            r * (1.0 + 0.2 * heavy),
            0.0,
            shown,
        );
    } else if standing == Standing::NoDifference {
        brush.place(
            Symbol::Equal,
            corner.x,
            corner.y,
            r * (1.1 + 0.2 * heavy),
            0.0,
            shown,
        );
    }
}

/// What a topic is marked with.
pub fn topic_mark(brush: &mut Brush<'_>, topic: usize, at: Point, r: f64, alpha: f64) {
    let (symbol, grow) = match topic {
        0 => {
            brush.place(
                Symbol::Tnf,
                at.x - 0.36 * r,
                at.y - 0.2 * r,
                0.52 * r,
                0.0,
                alpha,
            );
            brush.place(
                Symbol::Il10,
                at.x + 0.42 * r,
                at.y + 0.34 * r,
                0.44 * r,
                0.5,
                alpha,
            );
            return;
        }
        1 => (Symbol::FibrePiece, 1.1),
        2 => (Symbol::Surveying, 1.12),
        3 => (Symbol::DripBag, 0.98),
        _ => (Symbol::Syringe, 1.12),
    };
    brush.place(symbol, at.x, at.y, r * grow, 0.0, alpha);
}

/// One sheet per study, at the foot of a tile.
fn sheets(brush: &mut Brush<'_>, at: Rect, rung: usize, topic: usize, shown: f64) {
    let count = SHEETS.get(rung).and_then(|row| row.get(topic));
    let count = count.copied().unwrap_or_default();
    let size = 0.088 * at.width();
    let step = 0.152 * at.width();
    for i in 0..count {
        let x = at.center().x + step * (f64::from(i) - f64::from(count.saturating_sub(1)) / 2.0);
        let y = at.y1 - 0.17 * at.width();
        brush.place(Symbol::Sheet, x, y, size, 0.0, (shown * 2.0 - 1.0).max(0.0));
    }
}

/// The list of topics: a plate with their marks.
pub fn key(brush: &mut Brush<'_>, layout: &Layout, shown: f64) {
    if layout.stacked || shown <= 0.004 {
        return;
    }
    let alpha = shown as f32;
    let plate = Shape::from(rounded(layout.key, 14.0 * layout.unit));
    brush.fill(plate.clone(), Paint::Flat(ground(Shade::Mid), 0.9 * alpha));
    brush.stroke(
        plate,
        Paint::Flat(ground(Shade::Line), alpha),
        Pen::solid(1.0),
    );
    for topic in 0..5 {
        let at = key_row(layout, topic);
        topic_mark(brush, topic, at, layout.key.height() * 0.075, shown);
    }
}

/// Where the mark of a topic stands in the list.
pub fn key_row(layout: &Layout, topic: usize) -> Point {
    let key = layout.key;
    let share = (topic as f64 + 0.5) / 5.0;
    Point::new(
        key.x0 + 36.0 * layout.unit,
        lerp(
            key.y0 + 3.0 * layout.unit,
            key.y1 - 3.0 * layout.unit,
            share,
        ),
    )
}

/// Dotted lines from the steps with studies in people to their cards.
pub fn links(brush: &mut Brush<'_>, layout: &Layout, shown: f64) {
    if layout.stacked || shown <= 0.004 {
        return;
    }
    let [_, _, third, fourth] = layout.rungs;
    let [_, report, trial] = layout.cards;
    let mut path = BezPath::new();
    for (i, (rung, card)) in [(third, report), (fourth, trial)].into_iter().enumerate() {
        let to = rung.center().x.max(card.x0 + 20.0).min(card.x1 - 20.0);
        let from = to.max(rung.x0 + 20.0).min(rung.x1 - 20.0);
        // Each bends at a height of its own where the studies have changed places.
        let y = lerp(rung.y1, card.y0, (i + 1) as f64 / 3.0);
        path.move_to((from, rung.y1));
        if (to - from).abs() > 0.5 {
            path.line_to((from, y));
            path.line_to((to, y));
        }
        path.line_to((to, card.y0));
    }
    let tone = Paint::Flat(ink(Shade::Lo), shown as f32);
    brush.stroke(path, tone, Pen::dashed(1.6, 1.0, 5.0));
}
