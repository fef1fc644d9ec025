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

/// Moments at which the steps of `microglia` are best seen, one per step; the content repeats them.
pub const MICROGLIA_STILLS: [Secs; 7] = [0.0, 17.5, 27.0, 37.0, 51.5, 65.5, 72.0];

/// The still of a step (counted from 1) of a scene, or none where there is no such step.
pub fn still(scene: &str, step: usize, theme: Theme) -> Option<String> {
    let time_secs = match scene {
        "microglia" => *MICROGLIA_STILLS.get(step.checked_sub(1)?)?,
        _ => return None,
    };
    Some(picture_at(&state_at(&Params::default(), time_secs), theme))
}

/// The whole stage at a state, as SVG text.
pub fn picture_at(state: &State, theme: Theme) -> String {
    let (w, h) = STAGE;
    let stage = view::arrange(&Viewport { stacked: false, ..Viewport::both(w, h) });
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
            let id = kept.get_or_insert_with(|| svg.keep(&drawing.picture)).clone();
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

/// Where a lane's scale of forms stands.
pub fn gauge_place(stage: &view::Arrangement, lane: Lane) -> Affine {
    let pane = stage.pane(lane);
    let size = if stage.stacked { 0.72 } else { (pane.scale * 1.02).clamp(0.72, 1.1) };
    let width = gauge::WIDTH * size;
    let at = if stage.stacked {
        Point::new(pane.clip.x1 - width - 10.0, pane.clip.y1 - 10.0 - gauge::HALF_HEIGHT * size)
    } else {
        let gap = 14.0 * size;
        let x = if lane == Lane::Without { pane.clip.x1 - gap - width } else { pane.clip.x0 + gap };
        Point::new(x, 58.0 + (gauge::HALF_HEIGHT + 6.0) * size)
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
        let side = if pane.lane == Lane::Without { -1.0 } else { 1.0 };
        let edge = |x: f64, y: f64| {
            stage.px_from_lens * Point::new(lens::RADIUS * x * side * open, lens::RADIUS * y * open)
        };
        let from = |dx: f64, dy: f64| view::px(pane, Point::new(ring.x + r * dx, ring.y + r * dy));
        lens::sight(&mut brush, from(0.75, -0.66), edge(0.5, -0.9), open);
        lens::sight(&mut brush, from(-0.3, 0.95), edge(1.0, 0.25), open);
    }
    picture
}
