//! Which words stand where at a moment, in CSS pixels: labels, never more than nine, and what is written on clock and
//! plate.
//!
//! Must not be here: words, DOM.

use kurbo::{Point, Rect};

use super::plan::{Plan, Side};
use super::{lens, local};
use crate::model::curve::{lerp, smooth, window};
use crate::model::routes::State;
use crate::model::routes::regions::Chosen;
use crate::scene::label::{Align, Label, Look, Slot};

/// All places for words. The order is that of the overlay's nodes.
pub const SLOTS: &[Slot] = &[
    Slot::plain("drip"),
    Slot::plain("local"),
    Slot::with("in-blood", Look::Small),
    Slot::with("in-rodents", Look::Fine),
    Slot::with("at-site", Look::Small),
    Slot::with("start", Look::Fine),
    Slot::with("half", Look::Fine),
    Slot::with("end", Look::Fine),
    Slot::with("now", Look::Count),
    Slot::with("dial-0", Look::Figures("0")),
    Slot::with("dial-15", Look::Figures("15")),
    Slot::with("dial-30", Look::Figures("30")),
    Slot::with("dial-45", Look::Figures("45")),
    Slot::with("blood", Look::Two),
    Slot::plain("lung"),
    Slot::plain("liver"),
    Slot::plain("spleen"),
    Slot::plain("kidney"),
    Slot::plain("near"),
    Slot::plain("slow"),
    Slot::plain("lymph"),
    Slot::with("no-human", Look::Hint),
    Slot::with("no-stay", Look::Hint),
    Slot::with("late", Look::Hint),
    Slot::plain("compared"),
    Slot::with("compared-b", Look::Head),
    Slot::with("compared-in", Look::Head),
    Slot::with("arrives", Look::Two),
    Slot::plain("beyond"),
    Slot::with("in-animals", Look::Fine),
];

/// How far the last step's question is told: how much of a drip gets to what hurts.
pub fn arrival(time_secs: f64) -> f64 {
    window(69.4, 90.0, 0.8, time_secs)
}

/// How far it is told that nobody compared the two ways.
pub fn compared(time_secs: f64) -> f64 {
    window(60.4, 69.8, 0.6, time_secs)
}

/// Places the labels of a moment.
pub fn place(state: &State, plan: &Plan, chosen: &Chosen) -> Vec<Label> {
    let mut set = Set {
        plan,
        labels: Vec::with_capacity(SLOTS.len()),
    };
    let t = state.time_secs;
    set.headings();
    set.clock();
    set.plate(t, state.edge);
    set.drip(t, chosen);
    set.local(t, chosen);
    set.labels.retain(|label| label.alpha > 0.01);
    set.labels
}

struct Set<'a> {
    plan: &'a Plan,
    labels: Vec<Label>,
}

impl Set<'_> {
    fn add(&mut self, id: &'static str, at: impl Into<Point>, align: Align, alpha: f64) {
        self.labels.push(Label::new(id, at.into(), align, alpha));
    }

    fn point(
        &mut self,
        id: &'static str,
        at: impl Into<Point>,
        align: Align,
        alpha: f64,
        target: Point,
    ) {
        self.labels
            .push(Label::new(id, at.into(), align, alpha).to(target));
    }

    /// The two ways, beside the heads.
    fn headings(&mut self) {
        let plan = self.plan;
        for (id, side) in [("drip", plan.drip), ("local", plan.local)] {
            let shown = smooth(0.5, 0.9, side.weight);
            if plan.narrow {
                let (x, align) = match id {
                    "local" if plan.both > 0.5 => (side.clip.x1 - 8.0, Align::End),
                    _ => (side.clip.x0 + 8.0, Align::Start),
                };
                let line = if id == "local" {
                    30.0 * plan.large * plan.both
                } else {
                    0.0
                };
                self.add(id, (x, 5.0 + line), align, shown);
            } else {
                let at = side.px_from_body * Point::new(48.0, 6.0);
                self.add(id, at, Align::Start, shown);
            }
        }
    }

    /// Figures around the dial, where there is room, and the minutes under it.
    fn clock(&mut self) {
        let (at, r) = self.plan.clock;
        // Beside it in the corner of a narrow box.
        let alone = if self.plan.narrow {
            1.0 - self.plan.both
        } else {
            0.0
        };
        let under = if self.plan.narrow { 1.0 } else { 19.0 };
        if !self.plan.narrow {
            for (id, x, y, align) in [
                ("dial-0", 0.0, -r - 20.0, Align::Middle),
                ("dial-15", r + 4.0, -9.5, Align::Start),
                ("dial-30", 0.0, r + 1.0, Align::Middle),
                ("dial-45", -r - 4.0, -9.5, Align::End),
            ] {
                self.add(id, (at.x + x, at.y + y), align, 1.0);
            }
        }
        let x = at.x - alone * (r + 30.0);
        let y = at.y + lerp(r + under, -37.0, alone);
        self.add("now", (x, y), Align::Middle, 1.0);
    }

    /// What the plate's rows and marks are.
    fn plate(&mut self, t: f64, [short, long]: [f64; 2]) {
        let plan = self.plan;
        let told = window(47.8, 60.6, 0.5, t);
        let assumed = (short + long).min(1.0);
        for (id, row) in [("in-blood", 0.0), ("at-site", 1.0)] {
            let (base, height) = plan.row(row);
            // In narrow boxes over the band, else left of it.
            let second = if id == "in-blood" { 9.0 } else { 0.0 };
            let y = if plan.narrow {
                base - height - 17.0 - 9.0 * plan.large
            } else {
                base - height / 2.0 - 9.0 - second
            };
            self.add(id, (plan.plate.x0 + 12.0, y), Align::Start, 1.0);
            if second > 0.0 {
                // Whose values the band spans; in narrow boxes the words about people come to the same place.
                let (at, align, alpha) = if plan.narrow {
                    ((plan.plate.x1 - 12.0, y), Align::End, 1.0 - told)
                } else {
                    ((plan.plate.x0 + 12.0, y + 18.0), Align::Start, 1.0)
                };
                self.add("in-rodents", at, align, alpha);
            }
        }
        for label in &mut self.labels {
            if label.id == "in-blood" {
                if short.max(long) > 0.5 {
                    label.text = if short > long {
                        "in-blood-short"
                    } else {
                        "in-blood-long"
                    };
                }
                let settled = short.max(long).max(1.0 - assumed);
                label.alpha *= smooth(0.5, 0.8, settled);
            }
        }
        let usual = if plan.narrow { 18.0 } else { 19.5 };
        let low = plan.plate.y1 - usual - 9.0 * plan.large;
        for (id, minute) in [("start", 0.0), ("half", 30.0), ("end", 90.0)] {
            self.add(id, (plan.minute(minute), low), Align::Middle, 1.0);
        }
        for (id, row) in [("no-human", 0.0), ("no-stay", 1.0)] {
            let (base, height) = plan.row(row);
            let at = if plan.narrow {
                // Beside the row's title, over the band, which would be hidden.
                let over = base - height - 20.0 - 9.0 * plan.large;
                (plan.plate.x0 + 124.0 + 34.0 * plan.large, over)
            } else {
                let x = plan.minute(90.0 * 0.9) - 20.0;
                (x, base - height / 2.0 - 12.0)
            };
            let align = if plan.narrow {
                Align::Start
            } else {
                Align::End
            };
            self.add(id, at, align, told);
        }
        if !plan.narrow {
            // Above the plate, pointing at the tail that the formula does not have.
            let (base, height) = plan.row(0.0);
            let at = (plan.plate.x1 - 14.0, plan.plate.y0 - 31.0);
            let tail = Point::new(plan.minute(87.0), base - 0.12 * height);
            self.point("late", at, Align::End, told, tail);
        }
    }

    /// What happens to the drip's vesicles.
    fn drip(&mut self, t: f64, chosen: &Chosen) {
        let plan = self.plan;
        let side = plan.drip;
        let shown = smooth(0.6, 1.0, side.weight);
        let on = |x: f64, y: f64| side.px_from_body * Point::new(x, y);
        let roomy = !plan.narrow || plan.both < 0.5;
        let blood = window(9.0, 19.6, 0.5, t) * shown;
        let organs = window(19.8, 34.2, 0.5, t) * shown;
        let arrives = arrival(t) * shown;
        if roomy {
            let x = self.beside(side, 110.0);
            self.point(
                "blood",
                (x, on(0.0, 232.0).y),
                Align::Start,
                blood,
                on(24.0, 298.0),
            );
            for (id, y, tx, ty) in [
                ("lung", 82.0, 34.0, 140.0),
                ("liver", 140.0, 8.0, 183.0),
                ("spleen", 198.0, 37.0, 196.0),
                ("kidney", 256.0, 27.0, 230.0),
            ] {
                self.point(
                    id,
                    (x, on(0.0, y).y - 10.0),
                    Align::Start,
                    organs,
                    on(tx, ty),
                );
            }
            let hurts = local::place(chosen.enlarged());
            self.add("in-animals", (x, on(0.0, 290.0).y), Align::Start, organs);
            // Under the clock's minutes or over its figures, as far as the label may reach.
            let over = if hurts.y > 300.0 { 36.0 } else { 60.0 };
            let y = (hurts.y - over).max(104.0);
            let target = on(hurts.x + 9.0, hurts.y - 5.0);
            self.point("arrives", (x, on(0.0, y).y), Align::Start, arrives, target);
        } else {
            // Between the legs of the two there is room for a few letters.
            let hurts = local::place(chosen.enlarged());
            let hurts = on(hurts.x + 9.0, hurts.y - 5.0);
            let arrives = arrives * smooth(69.8, 70.4, t);
            for (first, second, alpha, target) in [
                ("blood-a", "blood-b", blood, on(24.0, 298.0)),
                ("liver-a", "liver-b", organs, on(8.0, 190.0)),
                ("arrives-a", "arrives-b", arrives, hurts),
            ] {
                let mut at = Point::new(plan.clock.0.x, on(0.0, 346.0).y);
                let mut label = Label::new("compared", at, Align::Middle, alpha).to(target);
                label.text = first;
                self.labels.push(label);
                at.y += plan.line();
                let mut label = Label::new("compared-b", at, Align::Middle, alpha);
                label.text = second;
                self.labels.push(label);
            }
        }
    }

    /// Where labels right of a body start: beside the hand, but inside of the box.
    fn beside(&self, side: Side, units: f64) -> f64 {
        (side.px_from_body * Point::new(units, 0.0)).x
    }

    /// What happens at the place of the injection.
    fn local(&mut self, t: f64, chosen: &Chosen) {
        let plan = self.plan;
        let side = plan.local;
        let shown = smooth(0.6, 1.0, side.weight);
        let on = |x: f64, y: f64| plan.px_from_lens * Point::new(x, y);
        let near = window(34.2, 47.8, 0.5, t) * shown;
        let wide = if chosen.wide() { near } else { 0.0 };
        let ring = Rect::from_points(
            on(-lens::RADIUS, -lens::RADIUS),
            on(lens::RADIUS, lens::RADIUS),
        );
        let over = ring.y0 - 6.0 * plan.scale - 26.0;
        // In narrow boxes there is room at the edge alone.
        let right = if plan.narrow {
            plan.bounds.x1 - 6.0
        } else {
            ring.x1 + 24.0 * (1.0 - plan.both)
        };
        let tip = on(lens::TIP.x, lens::TIP.y);
        self.point("near", (right, over), Align::End, near, tip);
        let under = ring.y1 + 8.0 * plan.scale;
        if plan.narrow && plan.both > 0.5 {
            // On two lines, clear of foot and ring.
            let mut at = Point::new(right, under);
            for (id, text) in [("slow", "slow-a"), ("lymph", "slow-b")] {
                let mut label = Label::new(id, at, Align::End, near);
                label.text = text;
                self.labels.push(label);
                at.y += plan.line();
            }
        } else {
            self.add("slow", (right, under), Align::End, near);
        }
        if !plan.narrow {
            let lymph = on(lens::LYMPH.x, lens::LYMPH.y - 9.0);
            let x = ring.x0 - 44.0 * plan.scale - 14.0;
            self.point("lymph", (x, over), Align::Start, near - wide, lymph);
        }
        let compared = compared(t);
        if plan.both > 0.5 {
            let (at, r) = plan.unknown();
            // Between the legs of a narrow box there is room for a few letters.
            let (line, text) = if plan.narrow {
                (plan.line(), "compared-a")
            } else {
                (21.0, "compared")
            };
            let mut at = Point::new(at.x, at.y + r + 3.0);
            let mut first = Label::new("compared", at, Align::Middle, compared);
            first.text = text;
            self.labels.push(first);
            if plan.narrow {
                at.y += line;
                self.add("compared-b", at, Align::Middle, compared);
            }
            at.y += line;
            self.add("compared-in", at, Align::Middle, compared);
        }
        let head = side.px_from_body * Point::new(48.0, 6.0);
        if plan.narrow && plan.both > 0.5 {
            self.add("beyond", (side.clip.x1 - 8.0, 28.0), Align::End, wide);
        } else {
            let y = if plan.narrow { 26.0 } else { head.y + 26.0 };
            self.add("beyond", (head.x, y), Align::Start, wide);
        }
    }
}
