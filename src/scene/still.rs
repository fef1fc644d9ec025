//! Stills: one picture per step and theme, without text, for pages that forbid WebAssembly, for
//! posters and for tests.
//!
//! Must not be here: captions and labels; they stand as real text around the picture.

use kurbo::{Affine, Point};

use super::ir::Picture;
use super::microglia::{self, gauge, lens, tissue};
use super::svg::Svg;
use super::view::{self, Viewport};
use crate::model::microglia::{Params, State, state_at};
use crate::units::{Lane, Secs, Theme};

/// The stage in stage units: the size of a still.
pub const STAGE: (f64, f64) = (1200.0, 750.0);
/// Size of a still with the lanes stacked, in CSS pixels: as wide as stacked stages get, so that
/// narrower ones show its middle at the very scale of the live picture.
pub const STACKED: (f64, f64) = (536.0, 400.0);

/// Moments at which the steps of `microglia` are best seen, one per step; the content repeats them.
pub const MICROGLIA_STILLS: [Secs; 7] = [0.0, 17.5, 27.0, 37.0, 51.5, 65.5, 72.0];

/// The still of a step (counted from 1) of a scene with the lanes side by side, or none where there
/// is no such step.
pub fn still(scene: &str, step: usize, theme: Theme) -> Option<String> {
    still_sized(scene, step, theme, STAGE)
}

/// The same with the lanes stacked, for phones.
pub fn still_stacked(scene: &str, step: usize, theme: Theme) -> Option<String> {
    still_sized(scene, step, theme, STACKED)
}

fn still_sized(scene: &str, step: usize, theme: Theme, size: (f64, f64)) -> Option<String> {
    let time_secs = match scene {
        "microglia" => *MICROGLIA_STILLS.get(step.checked_sub(1)?)?,
        _ => return None,
    };
    Some(picture_at(
        &state_at(&Params::default(), time_secs),
        theme,
        size,
    ))
}

/// The whole stage at a state, as SVG text.
pub fn picture_at(state: &State, theme: Theme, (w, h): (f64, f64)) -> String {
    let stage = view::arrange(&Viewport::both(w, h));
    let mut svg = Svg::new(theme);
    let ground = svg.keep(&tissue::ground());
    let drawings = Lane::BOTH.map(|lane| microglia::lane(state, lane));
    let alike = {
        let [without, with] = &drawings;
        without.picture == with.picture
    };
    let mut kept = None;
    for (pane, drawing) in stage.panes.iter().zip(&drawings) {
        let clip = pane.clip;
        svg.clip_box(clip.x0, clip.y0, clip.width(), clip.height());
        svg.reuse(&ground, pane.px_from_lane);
        if alike {
            let id = kept
                .get_or_insert_with(|| svg.keep(&drawing.picture))
                .clone();
            svg.reuse(&id, pane.px_from_lane);
        } else {
            svg.add(&drawing.picture, pane.px_from_lane);
        }
        svg.end_clip();
    }
    svg.add(&divider(&stage), Affine::IDENTITY);
    for lane in Lane::BOTH {
        svg.add(&gauge::picture(state, lane), gauge_place(&stage, lane));
    }
    let open = microglia::lens_open(state.time_secs);
    if open > 0.0 {
        if stage.stacked {
            svg.add(&veil(&stage, open), Affine::IDENTITY);
        }
        svg.add(&sights(&stage, &drawings, open), Affine::IDENTITY);
        svg.add(&lens::window(state), view::opened(stage.px_from_lens, open));
    }
    svg.finish(w, h)
}

/// The line between the lanes.
pub fn divider(stage: &view::Arrangement) -> Picture {
    use super::geometry::curve;
    use super::ir::{Pen, Tag};
    use crate::theme::tokens::{Ramp, Shade, Tone};
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Ground);
    let (from, to) = stage.divider;
    if stage.stacked {
        let panel = Tone::of(Ramp::Ground, Shade::Mid);
        brush.stroke(curve(&[from, to]), panel, Pen::solid(3.0));
    } else {
        let ink = Tone::of(Ramp::Ink, Shade::Lo);
        brush.stroke(curve(&[from, to]), ink, Pen::dashed(1.6, 1.0, 7.0));
    }
    picture
}

/// Dims what lies behind the window where it covers the lanes.
pub fn veil(stage: &view::Arrangement, open: f64) -> Picture {
    use super::ir::{Paint, Tag};
    use crate::theme::tokens::{Ramp, Shade, Tone};
    let mut picture = Picture::default();
    let mut path = kurbo::BezPath::new();
    path.extend(kurbo::Shape::path_elements(&stage.bounds, 0.1));
    let paper = Paint::Flat(Tone::of(Ramp::Ground, Shade::Lo), (0.72 * open) as f32);
    picture.brush(Tag::Lens).fill(path, paper);
    picture
}

/// Where a lane's scale of forms stands.
pub fn gauge_place(stage: &view::Arrangement, lane: Lane) -> Affine {
    let pane = stage.pane(lane);
    let bounds = stage.bounds;
    let size = if stage.stacked {
        0.72
    } else {
        (bounds.width() / 1180.0).clamp(0.6, 1.1)
    };
    let width = gauge::WIDTH * size;
    let at = if stage.stacked {
        // Right of the tag; counted from the middle, so that all widths show it at one place.
        let x = bounds.center().x + 158.0 - width;
        Point::new(x, pane.clip.y0 + 12.0 + gauge::HALF_HEIGHT * size)
    } else {
        let gap = 14.0 * size;
        let x = if lane == Lane::Without {
            pane.clip.x1 - gap - width
        } else {
            pane.clip.x0 + gap
        };
        Point::new(x, bounds.height() * 0.27)
    };
    Affine::translate(at.to_vec2()) * Affine::scale(size)
}

/// Dotted lines from the rings on the cells to the window.
pub fn sights(
    stage: &view::Arrangement,
    drawings: &[microglia::LaneDrawing; 2],
    open: f64,
) -> Picture {
    use super::ir::Tag;
    let mut picture = Picture::default();
    if stage.stacked {
        return picture;
    }
    let mut brush = picture.brush(Tag::Lens);
    for (pane, drawing) in stage.panes.iter().zip(drawings) {
        let (ring, r) = drawing.magnifier;
        let side = if pane.lane == Lane::Without {
            -1.0
        } else {
            1.0
        };
        let edge = |x: f64, y: f64| {
            stage.px_from_lens * Point::new(lens::RADIUS * x * side * open, lens::RADIUS * y * open)
        };
        let from = |dx: f64, dy: f64| view::px(pane, Point::new(ring.x + r * dx, ring.y + r * dy));
        lens::sight(&mut brush, from(0.75, -0.66), edge(0.5, -0.9), open);
        lens::sight(&mut brush, from(-0.3, 0.95), edge(1.0, 0.25), open);
    }
    picture
}
