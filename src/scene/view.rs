//! Where the parts of a scene stand in a box of pixels: side by side on tablets and in articles,
//! stacked on phones, or one lane alone. All of it glides, because weights are numbers, not modes.
//!
//! Maps are named `to_from`: `px_from_lane` takes lane coordinates to CSS pixels of the stage.
//! Must not be here: what is drawn.

use kurbo::{Affine, Point, Rect, Vec2};

use super::ir::{Node, Picture};
use super::symbols::Symbol;
use crate::model::curve::lerp;
use crate::units::Lane;

/// The box and what the visitor wants to see in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// Lanes above each other (narrow boxes) instead of side by side.
    pub stacked: bool,
    /// How much of the box each lane gets, 0..=1 each; both 1 is the comparison.
    pub without: f64,
    /// See `without`.
    pub with: f64,
    /// The value on a plot's axis that is pointed at, to be read out.
    pub value: Option<f64>,
}

impl Viewport {
    /// Both lanes in a box; narrow boxes stack them (design §10).
    pub fn both(width: f64, height: f64) -> Self {
        Self {
            width,
            height,
            stacked: width < 536.5,
            without: 1.0,
            with: 1.0,
            value: None,
        }
    }
}

/// One lane's part of the box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pane {
    /// Which lane.
    pub lane: Lane,
    /// Its part of the box.
    pub clip: Rect,
    /// Lane coordinates to pixels; side by side the lane with exosomes is mirrored, above each other both lie alike.
    pub px_from_lane: Affine,
    /// Pixels per lane unit.
    pub scale: f64,
}

/// Where everything stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrangement {
    /// The lanes, without first.
    pub panes: [Pane; 2],
    /// Window coordinates (centre at the origin) to pixels, fully open.
    pub px_from_lens: Affine,
    /// Pixels per unit of the window.
    pub lens_scale: f64,
    /// The line between the lanes.
    pub divider: (Point, Point),
    /// Whether the lanes are above each other.
    pub stacked: bool,
    /// The whole box.
    pub bounds: Rect,
}

impl Arrangement {
    /// The pane of a lane.
    pub fn pane(&self, lane: Lane) -> &Pane {
        let [without, with] = &self.panes;
        match lane {
            Lane::Without => without,
            Lane::With => with,
        }
    }

    /// The right end of what a narrow box shows at all widths: counted from the middle, because stills are wider and
    /// cut on both sides.
    pub fn narrow_right(&self) -> f64 {
        let middle = self.bounds.center().x;
        middle + (middle - 8.0).min(175.0)
    }
}

/// The part of a lane that a narrow or single view is about: centre and size, in lane units.
const FOCUS: (Point, f64, f64) = (Point::new(318.0, 372.0), 560.0, 400.0);
/// How wide the ground of a lane is around that.
const GROUND: f64 = 1156.0;

/// What a narrow picture keeps free of a window, in CSS pixels: above for the tags, below for its list.
const TAGS: f64 = 47.0;
const LIST: f64 = 122.0;

/// Arranges a scene of two lanes.
pub fn arrange(view: &Viewport) -> Arrangement {
    let (w, h) = (view.width.max(1.0), view.height.max(1.0));
    let total = (view.without + view.with).max(1e-6);
    let share = view.without / total;
    // 1 while both are wanted alike, 0 when one has the box to itself.
    let both = view.without.min(view.with).clamp(0.0, 1.0);
    let (first, second, divider) = if view.stacked {
        let y = h * share;
        (
            Rect::new(0.0, 0.0, w, y),
            Rect::new(0.0, y, w, h),
            (Point::new(0.0, y), Point::new(w, y)),
        )
    } else {
        let x = w * share;
        (
            Rect::new(0.0, 0.0, x, h),
            Rect::new(x, 0.0, w, h),
            (Point::new(x, 0.0), Point::new(x, h)),
        )
    };
    let pane = |lane: Lane, clip: Rect, full: Rect| {
        let focus = focused(full);
        let (scale, centre, at) = if view.stacked {
            focus
        } else {
            let beside = beside(lane, full, both, w, h);
            let mix = |a: f64, b: f64| lerp(a, b, both);
            (
                mix(focus.0, beside.0),
                focus.1.lerp(beside.1, both),
                focus.2.lerp(beside.2, both),
            )
        };
        let mirror = mirror(view, lane);
        let px_from_lane = Affine::translate(at.to_vec2())
            * Affine::scale_non_uniform(scale * mirror, scale)
            * Affine::translate(-centre.to_vec2());
        Pane {
            lane,
            clip,
            px_from_lane,
            scale,
        }
    };
    let panes = [
        pane(Lane::Without, first, first),
        pane(Lane::With, second, second),
    ];
    let (lens_at, lens_scale) = if view.stacked {
        // Between the tags above and the list below.
        let scale = (h - TAGS - LIST).max(1.0) / 334.0;
        (Point::new(w / 2.0, TAGS + 167.0 * scale), scale)
    } else {
        // Alone there is room for the words under it.
        let scale = lerp(h * 0.26 / 167.0, (w / 1200.0).min(h / 420.0), both);
        let alone = Point::new(w - h * 0.26 - 22.0, h * 0.4);
        // It ends above the legend.
        let centre = Point::new(divider.0.x, (h * 0.692).min(h - 50.0 - 167.0 * scale));
        (alone.lerp(centre, both), scale)
    };
    let px_from_lens = Affine::translate(lens_at.to_vec2()) * Affine::scale(lens_scale);
    let bounds = Rect::new(0.0, 0.0, w, h);
    Arrangement {
        panes,
        px_from_lens,
        lens_scale,
        divider,
        stacked: view.stacked,
        bounds,
    }
}

/// -1 for the lane that is drawn mirrored, else 1.
pub fn mirror(view: &Viewport, lane: Lane) -> f64 {
    if lane == Lane::With && !view.stacked {
        -1.0
    } else {
        1.0
    }
}

/// Scale, lane point and the pixel it falls on, for a pane that shows the cell.
fn focused(clip: Rect) -> (f64, Point, Point) {
    let (centre, fw, fh) = FOCUS;
    // A low pane shows more of the height: what the cell does it to is below.
    let low = (400.0 - clip.height()).max(0.0);
    let fh = fh + 0.28 * low;
    // Wide and low, it would show the ends of the lane's ground.
    let least = clip.width() / GROUND;
    let scale = (clip.width() / fw).min((clip.height() / fh).max(least));
    let scale = scale.max(0.05);
    // There tag and scale take a part of it.
    let under_tags = Vec2::new(0.0, 0.02 * low);
    (scale, centre, clip.center() + under_tags)
}

/// Signs that are drawn to be read in a mirrored lane are turned back where it is not mirrored.
pub fn upright(picture: &mut Picture, stage: &Arrangement) {
    for item in &mut picture.items {
        if let Node::Use(Symbol::Lost, map, _) = &mut item.node
            && stage.stacked
        {
            *map *= Affine::FLIP_X;
        }
    }
}

/// The same for lanes side by side: the lane's inner edge (x = 600) lies on the divider.
fn beside(lane: Lane, clip: Rect, both: f64, w: f64, h: f64) -> (f64, Point, Point) {
    let wide = lerp(clip.width(), w / 2.0, both);
    let scale = (wide / 600.0).max(0.05);
    let edge = if lane == Lane::Without {
        clip.x1
    } else {
        clip.x0
    };
    (scale, Point::new(600.0, 405.0), Point::new(edge, h / 2.0))
}

/// Grows a map about its own centre: `open` 0 is a point, 1 the map itself.
pub fn opened(px_from_lens: Affine, open: f64) -> Affine {
    px_from_lens * Affine::scale(open.max(0.001))
}

/// The pixel a lane point falls on.
pub fn px(pane: &Pane, at: Point) -> Point {
    pane.px_from_lane * at
}

/// Keeps a point inside a box by a margin.
pub fn inside(bounds: Rect, margin: Vec2, at: Point) -> Point {
    let hold = |v: f64, lo: f64, hi: f64| {
        if lo < hi {
            v.clamp(lo, hi)
        } else {
            (lo + hi) / 2.0
        }
    };
    Point::new(
        hold(at.x, bounds.x0 + margin.x, bounds.x1 - margin.x),
        hold(at.y, bounds.y0 + margin.y, bounds.y1 - margin.y),
    )
}
