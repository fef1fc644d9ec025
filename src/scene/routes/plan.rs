//! Where bodies, window, clock and plate stand in a box of pixels. All of it glides with the weights.
//!
//! The view's weights `without` and `with` mean drip and injection here. Must not be here: what is drawn.

use std::f64::consts::TAU;

use kurbo::{Affine, Point, Rect};

use crate::model::curve::{lerp, smooth};
use crate::model::routes::END_MINUTES;
use crate::model::trig::atan2;
use crate::scene::view::Viewport;

/// One side's part of the box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Side {
    /// Its part of the box.
    pub clip: Rect,
    /// Body coordinates to pixels.
    pub px_from_body: Affine,
    /// How much of the box it has, 0..=1.
    pub weight: f64,
}

/// Where everything stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// The drip.
    pub drip: Side,
    /// The injection.
    pub local: Side,
    /// Pixels per body unit.
    pub scale: f64,
    /// Window coordinates (centre at the origin, radius [`super::lens::RADIUS`]) to pixels.
    pub px_from_lens: Affine,
    /// Middle and radius of the clock.
    pub clock: (Point, f64),
    /// The plate with the two courses.
    pub plate: Rect,
    /// A narrow box: phones.
    pub narrow: bool,
    /// How far it makes room for large letters, 0..=1.
    pub large: f64,
    /// 1 while both sides are shown, 0 when one has the box to itself.
    pub both: f64,
    /// The whole box.
    pub bounds: Rect,
}

impl Plan {
    /// The moment's minute as a place on the plate.
    pub fn minute(&self, minutes: f64) -> f64 {
        let (from, to) = self.axis();
        lerp(from, to, minutes / END_MINUTES)
    }

    /// The minute under a finger on the plate or on the clock, where the hand was at `now` minutes: on the clock the
    /// turn that is nearer to it counts.
    pub fn minute_at(&self, at: Point, now: f64) -> Option<f64> {
        let from_clock = at - self.clock.0;
        if from_clock.hypot() <= self.clock.1 * 1.15 {
            let turn = atan2(from_clock.x, -from_clock.y) / TAU * 60.0;
            let turns = ((now - turn) / 60.0).round();
            return Some((turn + turns * 60.0).clamp(0.0, END_MINUTES));
        }
        let (from, to) = self.axis();
        let share = ((at.x - from) / (to - from)).clamp(0.0, 1.0);
        self.plate
            .inflate(0.0, 8.0)
            .contains(at)
            .then_some(share * END_MINUTES)
    }

    /// How high on the blood's row a share of the dose stands.
    pub fn level(&self, share: f64) -> f64 {
        let (base, height) = self.row(0.0);
        base - share * height * 1.45
    }

    fn axis(&self) -> (f64, f64) {
        let plate = self.plate;
        if self.narrow {
            (plate.x0 + 20.0, plate.x1 - 22.0)
        } else {
            (
                plate.x0 + 0.18 * plate.width(),
                plate.x1 - 0.036 * plate.width(),
            )
        }
    }

    /// Height of a line of words in a narrow box.
    pub fn line(&self) -> f64 {
        18.0 + 9.0 * self.large
    }

    /// Middle and radius of the mark between the bodies: which way is better is not known. Under it are a few lines.
    pub fn unknown(&self) -> (Point, f64) {
        if self.narrow {
            // Under the clock.
            let y = self.plate.y0 - 18.0 - 3.0 * self.line();
            (Point::new(self.clock.0.x, y), 11.0)
        } else {
            // The clock's minutes stand between.
            let y = lerp(self.clock.0.y + self.clock.1 + 42.0, self.plate.y0, 0.3);
            let x = self.bounds.center().x;
            (Point::new(x, y), 19.0 * self.bounds.height() / 750.0)
        }
    }

    /// Base line and height of one of the plate's two rows.
    pub fn row(&self, row: f64) -> (f64, f64) {
        let foot = if self.narrow {
            17.0 + 9.0 * self.large
        } else {
            (0.2 * self.plate.height()).max(20.0)
        };
        let each = (self.plate.height() - foot) / 2.0;
        // In narrow boxes each row's title stands over it.
        let title = if self.narrow {
            20.0 + 9.0 * self.large
        } else {
            8.0
        };
        (self.plate.y0 + each * (row + 1.0) - 2.0, each - title)
    }
}

/// Arranges the scene.
pub fn arrange(view: &Viewport) -> Plan {
    let (w, h) = (view.width.max(1.0), view.height.max(1.0));
    let total = (view.without + view.with).max(1e-6);
    let split = w * view.without / total;
    let both = view.without.min(view.with).clamp(0.0, 1.0);
    let narrow = view.stacked;
    let (v, u) = (h / 750.0, (w / 1200.0).min(h / 750.0));
    // Where large letters are chosen, the stage is taller: their headings stand on two lines.
    let large = if narrow { smooth(430.0, 490.0, h) } else { 0.0 };
    let plate = if narrow {
        // The note below may take two lines then.
        Rect::new(
            8.0,
            h - 138.0 - 84.0 * large,
            w - 8.0,
            h - 36.0 - 34.0 * large,
        )
    } else {
        // The legend keeps the lower edge.
        let low = (v * 696.0).min(h - 46.0);
        Rect::new(w * 0.033, low - v * 122.0, w * 0.967, low)
    };
    let (top, foot) = if narrow {
        (31.0 + 30.0 * large, plate.y0 - 5.0)
    } else {
        (v * 106.0, plate.y0 - v * 7.0)
    };
    // On tall stages the bodies stay apart.
    let widest = if narrow {
        w * lerp(0.0016, 0.00136, both)
    } else {
        1.0
    };
    let tallest = (foot - top) / 502.0;
    let scale = tallest.min(widest).max(0.02);
    let top = top + 251.0 * (tallest - scale).max(0.0);
    // Each body's axis: the middle of what belongs to it while it is alone, its place in the drawing while both are there.
    let axis = |clip: Rect, alone: f64, beside: f64| {
        let alone = clip.center().x + alone * scale;
        if narrow {
            alone
        } else {
            lerp(alone, clip.x0 + beside * w, both)
        }
    };
    let (first, second) = (Rect::new(0.0, 0.0, split, h), Rect::new(split, 0.0, w, h));
    let drip_x = axis(
        first,
        if narrow {
            lerp(-32.0, 36.0, both)
        } else {
            20.0
        },
        0.21,
    );
    let local_alone = if narrow {
        lerp(-123.0, -86.0, both)
    } else {
        -170.0
    };
    let local_x = axis(second, local_alone, 0.205);
    let side = |clip, x: f64, weight| Side {
        clip,
        px_from_body: Affine::translate((x, top)) * Affine::scale(scale),
        weight,
    };
    let local = side(second, local_x, view.with);
    // The window beside the body: where it stands and how large it is, alone and beside the other side.
    let [alone, beside] = if narrow {
        [(230.0, 291.0, 1.1), (192.0, 262.0, 0.74)]
    } else {
        [(290.0, 286.0, 1.45), (230.0, 291.0, 1.1)]
    };
    let (x, y) = (lerp(alone.0, beside.0, both), lerp(alone.1, beside.1, both));
    let px_from_lens = local.px_from_body
        * Affine::translate((x, y))
        * Affine::scale(lerp(alone.2, beside.2, both));
    let clock = if narrow {
        (
            Point::new(
                lerp(w - 40.0, (drip_x + local_x) / 2.0, both),
                lerp(42.0, 58.0, both) + 30.0 * large,
            ),
            25.0,
        )
    } else {
        let apart = if view.without < view.with {
            0.095
        } else {
            0.84
        };
        (
            Point::new(w * lerp(apart, 0.5, both), v * lerp(200.0, 270.0, both)),
            74.0 * u,
        )
    };
    Plan {
        drip: side(first, drip_x, view.without),
        local,
        scale,
        px_from_lens,
        clock,
        plate,
        narrow,
        large,
        both,
        bounds: Rect::new(0.0, 0.0, w, h),
    }
}
