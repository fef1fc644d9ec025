//! Where the lanes and their plates stand in a box: always above each other, because a nerve lies along the box.
//!
//! In wide boxes a lane is as wide as the box, and frame and legend keep the upper and lower edge; in narrow ones
//! (`view.stacked`) a lane shows its worn part. Must not be here: what is drawn.

use kurbo::{Affine, Point, Rect};

use super::plates::RULER;
use crate::model::curve::lerp;
use crate::scene::microglia::gauge::{HALF_HEIGHT, WIDTH};
use crate::scene::view::{Arrangement, Pane, Viewport};
use crate::units::Lane;

/// The middle of the worn part, and how high a lane is, in lane units.
const FOCUS_X: f64 = 560.0;
const HIGH: f64 = 340.0;

/// The lanes in a box.
pub fn arrange(view: &Viewport) -> Arrangement {
    let (w, h) = (view.width.max(1.0), view.height.max(1.0));
    let share = view.without / (view.without + view.with).max(1e-6);
    let both = view.without.min(view.with).clamp(0.0, 1.0);
    let edge = if view.stacked {
        h * share
    } else {
        // The frame above is higher than the legend below.
        h * (share + 0.12 * share * (1.0 - share))
    };
    let pane = |lane: Lane, clip: Rect| {
        let (x, scale, at) = if view.stacked {
            let scale = (clip.height() / HIGH).min(w / 480.0);
            // Lower than the middle: above are the plates, and nothing is to lie half under them.
            (FOCUS_X, scale, clip.y0 + clip.height() * 0.575)
        } else {
            let inner = clear(clip, h);
            let scale = w / 1200.0 * lerp(1.22, 1.0, both);
            (lerp(575.0, 600.0, both), scale, inner.center().y)
        };
        let scale = scale.max(0.02);
        Pane {
            lane,
            clip,
            px_from_lane: Affine::translate((w / 2.0, at))
                * Affine::scale(scale)
                * Affine::translate((-x, 0.0)),
            scale,
        }
    };
    Arrangement {
        panes: [
            pane(Lane::Without, Rect::new(0.0, 0.0, w, edge)),
            pane(Lane::With, Rect::new(0.0, edge, w, h)),
        ],
        px_from_lens: Affine::IDENTITY,
        lens_scale: 1.0,
        divider: (Point::new(0.0, edge), Point::new(w, edge)),
        stacked: view.stacked,
        bounds: Rect::new(0.0, 0.0, w, h),
    }
}

/// The part of a pane that frame and legend leave free.
pub fn clear(clip: Rect, h: f64) -> Rect {
    let (top, foot) = (h * 92.0 / 750.0, h * 700.0 / 750.0);
    Rect::new(
        clip.x0,
        clip.y0.max(top.min(clip.y1)),
        clip.x1,
        clip.y1.min(foot.max(clip.y0)),
    )
}

/// The plate of what arrives.
pub fn trace(stage: &Arrangement, lane: Lane) -> Rect {
    let pane = stage.pane(lane);
    let (w, h) = (stage.bounds.width(), stage.bounds.height());
    if stage.stacked {
        let right = w / 2.0 + 17.0;
        let y = pane.clip.y0 + 4.0;
        // Large letters come with a taller stage.
        let high = 41.0 + (0.2 * (pane.clip.height() - 190.0)).clamp(0.0, 10.0);
        return Rect::new(right - 66.0, y, right, y + high);
    }
    let size = (w / 1200.0).clamp(0.72, 1.1);
    let top = clear(pane.clip, h).y0 + h * if lane == Lane::Without { 0.035 } else { 0.016 };
    let right = w - w * 0.02;
    Rect::new(right - 176.0 * size, top, right, top + 72.0 * size)
}

/// The scale of sheaths.
pub fn gauge(stage: &Arrangement, lane: Lane) -> Affine {
    let plate = trace(stage, lane);
    let w = stage.bounds.width();
    let (size, x) = if stage.stacked {
        (0.64, w / 2.0 + 25.0)
    } else {
        let size = (w / 1180.0).clamp(0.6, 1.1);
        (size, plate.x0 - w * 0.012 - WIDTH * size)
    };
    let y = if stage.stacked {
        plate.y1 - 12.5
    } else {
        plate.y0 + HALF_HEIGHT * size
    };
    Affine::translate((x, y)) * Affine::scale(size)
}

/// The plate under the scale of sheaths and its heading, in narrow boxes.
pub fn board(stage: &Arrangement, lane: Lane) -> Rect {
    let plate = trace(stage, lane);
    let x = plate.x1 + 6.0;
    Rect::new(x, plate.y0, x + 132.0, plate.y1)
}

/// The upper left corner of the ruler of growth: at the foot of the upper lane, or of the one that is shown alone.
pub fn ruler(stage: &Arrangement) -> Point {
    let [without, with] = &stage.panes;
    let pane = if without.clip.height() > 60.0 {
        without
    } else {
        with
    };
    let foot = if stage.stacked {
        (pane.clip.center().y + 190.0 * pane.scale).min(pane.clip.y1)
    } else {
        clear(pane.clip, stage.bounds.height()).y1
    };
    Point::new(stage.bounds.x0 + 12.0, foot - RULER.1 - 7.0)
}
