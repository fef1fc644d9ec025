//! Which labels stand where at a moment, in CSS pixels, and what they point to.
//!
//! Placed anew for each arrangement: side by side they stand at the inner edges and around the window, in narrow or
//! single views beside the cell, on the side where nothing else is.
//! Must not be here: words, DOM.

use kurbo::{Point, Vec2};

use super::{LaneDrawing, actors, lane_state, lens, lens_open, tissue};
use crate::model::curve::{smooth, window};
use crate::model::microglia::State;
use crate::scene::label::{Align, Label, Look, Slot};
use crate::scene::view::{Arrangement, Pane, px};
use crate::units::Lane;

/// All places for words. The order is that of the overlay's nodes.
pub const SLOTS: &[Slot] = &[
    Slot::with("fibre", Look::Two),
    Slot::with("neuron", Look::Two),
    Slot::plain("form-without"),
    Slot::plain("form-with"),
    Slot::with("unknown", Look::Unknown),
    Slot::with("male", Look::Hint),
    Slot::with("intrathecal", Look::Hint),
    Slot::with("true-scale", Look::Hint),
    Slot::plain("uptake"),
    Slot::plain("lost"),
    Slot::plain("waste"),
    Slot::with("cup", Look::Number("1")),
    Slot::with("bag", Look::Number("2")),
    Slot::with("fusion", Look::Number("3")),
    Slot::with("cleaning", Look::Card(&["cup", "bag", "fusion"])),
];

/// Places the labels of a moment. `weights` is how much of the box each lane gets.
pub fn place(
    state: &State,
    stage: &Arrangement,
    lanes: &[LaneDrawing; 2],
    (without, with): (f64, f64),
) -> Vec<Label> {
    let beside = if stage.stacked {
        0.0
    } else {
        smooth(0.4, 0.9, without.min(with))
    };
    let mut set = Set {
        stage,
        labels: Vec::with_capacity(SLOTS.len()),
    };
    let [left, right] = lanes;
    let lanes = [(Lane::Without, without, left), (Lane::With, with, right)];
    for (lane, weight, drawing) in lanes {
        set.form(state, lane, drawing, beside, smooth(0.6, 1.0, weight));
    }
    set.around(state, right, beside, smooth(0.6, 1.0, with));
    set.window(state, beside);
    set.labels.retain(|label| label.alpha > 0.01);
    set.labels
}

struct Set<'a> {
    stage: &'a Arrangement,
    labels: Vec<Label>,
}

impl Set<'_> {
    fn add(
        &mut self,
        (id, text): (&'static str, &'static str),
        at: Point,
        align: Align,
        alpha: f64,
        target: Option<Point>,
    ) {
        self.labels.push(Label {
            id,
            text,
            at,
            align,
            alpha,
            target,
        });
    }

    /// Where the label of a pane's cell stands beside the divider, a share of the height down.
    fn inner(&self, pane: &Pane, down: f64) -> (Point, Align) {
        let gap = 16.0;
        let y = self.stage.bounds.height() * down;
        match pane.lane {
            Lane::Without => (Point::new(pane.clip.x1 - gap, y), Align::End),
            Lane::With => (Point::new(pane.clip.x0 + gap, y), Align::Start),
        }
    }

    /// Name of the cell's form: one node per lane, three words.
    fn form(&mut self, state: &State, lane: Lane, drawing: &LaneDrawing, beside: f64, shown: f64) {
        let pane = *self.stage.pane(lane);
        let alert = lane_state(state, lane).activation;
        // Where the window covers the lanes, their labels rest.
        let covered = if self.stage.stacked {
            lens_open(state.time_secs)
        } else {
            0.0
        };
        let shown = shown * (1.0 - smooth(0.0, 0.5, covered));
        let node = if lane == Lane::Without {
            "form-without"
        } else {
            "form-with"
        };
        let patrol = (1.0 - smooth(0.16, 0.3, alert)) * shown;
        let thick = smooth(0.66, 0.76, alert) * shown;
        // Said only where the lane with exosomes has moved away from the other one.
        let apart = state.without.activation - state.with.activation;
        let moved = if lane == Lane::With {
            smooth(0.08, 0.16, apart) * smooth(54.4, 55.2, state.time_secs) * (1.0 - thick) * shown
        } else {
            0.0
        };
        // In people nobody has seen it: the last step does not go on saying it.
        let last = smooth(66.0, 66.8, state.time_secs);
        let (toward, unknown) = (moved * (1.0 - last), moved * last);
        // Long branches fill the room above the cell: they are named below it.
        let above = (0.325, px(&pane, drawing.cell.along(7, 0.78).0));
        let below = (0.74, px(&pane, drawing.cell.along(1, 0.9).0));
        let words = [
            (node, "patrol", patrol),
            (node, "thick", thick),
            (node, "toward", toward),
            ("unknown", "unknown", unknown),
        ];
        for (id, text, alpha) in words {
            let long = text == "patrol";
            let (down, tip) = if long && beside > 0.5 { below } else { above };
            let (at, align) = if beside > 0.5 {
                self.inner(&pane, down)
            } else {
                // Under the scale, where no fibre is.
                let x = self.stage.narrow_right().min(pane.clip.x1) - 4.0;
                let under = if self.stage.stacked {
                    38.0
                } else {
                    0.325 * pane.clip.height()
                };
                (Point::new(x, pane.clip.y0 + under), Align::End)
            };
            let tip = (id == node).then_some(tip);
            let alpha = alpha * (2.0 * beside - 1.0).abs();
            self.add((id, text), at, align, alpha, tip);
        }
    }

    /// Labels of the surroundings and of what arrives.
    fn around(&mut self, state: &State, with: &LaneDrawing, beside: f64, shown: f64) {
        let t = state.time_secs;
        let (first, second) = (
            *self.stage.pane(Lane::Without),
            *self.stage.pane(Lane::With),
        );
        let name = px(&first, Point::new(170.0, 176.0));
        let fibre = Some(px(&first, tissue::FIBRE));
        self.add(("fibre", "fibre"), name, Align::Start, beside, fibre);
        let soma = px(&second, tissue::NEURON + Vec2::new(-14.0, -26.0));
        let above = Point::new(self.stage.bounds.x1 - 14.0, soma.y - 74.0 * second.scale);
        // It makes room for the list of the window.
        let free = beside * (1.0 - smooth(0.0, 0.5, lens_open(t)));
        self.add(("neuron", "neuron"), above, Align::End, free, Some(soma));
        if self.stage.stacked {
            // Named while the caption speaks of it: under the cell, on the lane that is seen first.
            let pane = if first.clip.height() > 60.0 {
                first
            } else {
                second
            };
            let soma = px(&pane, tissue::NEURON + Vec2::new(26.0, -10.0));
            let foot = Point::new(self.stage.narrow_right() - 4.0, pane.clip.y1 - 28.0);
            let spoken = window(18.0, 27.9, 0.5, t);
            self.add(("neuron", "neuron"), foot, Align::End, spoken, Some(soma));
        }

        let note = window(9.5, 18.0, 0.5, t);
        let (at, align) = if self.stage.stacked {
            // Under the cell's upper arms; a lane alone has room at its foot.
            let high = first.clip.height();
            let down = if high < 250.0 { 102.0 } else { high - 38.0 };
            let at = Point::new(first.clip.x1 - 12.0, first.clip.y0 + down);
            (at, Align::End)
        } else {
            let x = if beside > 0.5 {
                first.clip.x1
            } else {
                self.stage.bounds.center().x
            };
            (
                Point::new(x, self.stage.bounds.height() * 0.8),
                Align::Middle,
            )
        };
        self.add(("male", "male"), at, align, note, None);

        let arriving = window(28.4, 39.9, 0.5, t) * shown;
        let (at, align) = if self.stage.stacked {
            (
                Point::new(second.clip.x1 - 12.0, second.clip.y0 + 92.0),
                Align::End,
            )
        } else if beside > 0.5 {
            (
                Point::new(
                    self.stage.bounds.x1 - 14.0,
                    self.stage.bounds.height() * 0.2,
                ),
                Align::End,
            )
        } else {
            (
                Point::new(second.clip.x1 - 14.0, self.stage.bounds.height() * 0.24),
                Align::End,
            )
        };
        self.add(("intrathecal", "intrathecal"), at, align, arriving, None);
        let scaled = arriving * smooth(0.6, 0.95, state.true_scale);
        let below = at + Vec2::new(0.0, 28.0);
        self.add(("true-scale", "true-scale"), below, align, scaled, None);

        if let Some(vesicle) = state.vesicles.iter().find(|v| v.index == 0) {
            // It gives way to the label of the lost one.
            let held = smooth(0.4, 1.0, vesicle.docked)
                * (1.0 - smooth(0.1, 0.5, vesicle.opened))
                * (1.0 - smooth(37.6, 38.2, t));
            let spot = px(
                &second,
                actors::vesicle_spot(vesicle, &with.cell, state.true_scale).at,
            );
            let (at, align) = self.inner(&second, 0.4);
            self.add(
                ("uptake", "uptake"),
                at,
                align,
                held * beside * shown,
                Some(spot),
            );
        }
        if let Some(vesicle) = state.vesicles.iter().find(|v| v.index == 3) {
            let lost = smooth(0.05, 0.3, vesicle.opened) * vesicle.presence * (1.0 - lens_open(t));
            let spot = px(
                &second,
                actors::vesicle_spot(vesicle, &with.cell, state.true_scale).at,
            );
            let at = spot + Vec2::new(0.0, 20.0 * second.scale + 4.0);
            self.add(("lost", "lost"), at, Align::Middle, lost * shown, None);
        }
    }

    /// Labels of the window: waste, the three stages, the list of what they are.
    fn window(&mut self, state: &State, beside: f64) {
        let open = smooth(0.85, 1.0, lens_open(state.time_secs));
        let stage = self.stage;
        let at = |x: f64, y: f64| stage.px_from_lens * Point::new(x, y);
        let tangle = at(-133.0, 60.0);
        let out = at(-lens::RADIUS - 16.0, 96.0);
        self.add(
            ("waste", "waste"),
            out,
            Align::End,
            open * beside,
            Some(tangle),
        );
        for unit in &state.with.cleanup.units {
            let numbers = lens::numbers(unit, state.time_secs);
            for (id, (rim, shown)) in ["cup", "bag", "fusion"].into_iter().zip(numbers) {
                let spot = at(-rim.x, rim.y) - Vec2::new(0.0, 12.0);
                if shown > 0.01 {
                    self.add((id, id), spot, Align::Middle, open * shown, None);
                }
            }
        }
        let (corner, align) = if stage.stacked {
            let foot = at(0.0, lens::RADIUS + 12.0);
            (Point::new(stage.bounds.center().x, foot.y), Align::Middle)
        } else if beside < 0.5 {
            let mut foot = at(0.0, lens::RADIUS + 12.0);
            foot.y = foot.y.min(stage.bounds.height() - 154.0);
            (foot, Align::Middle)
        } else {
            // Its three lines end above the legend.
            let mut side = at(lens::RADIUS + 18.0, 30.0);
            side.y = side.y.min(stage.bounds.height() - 154.0);
            (side, Align::Start)
        };
        self.add(("cleaning", "cleaning"), corner, align, open, None);
    }
}
