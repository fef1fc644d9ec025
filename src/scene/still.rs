//! Stills: one picture per step and theme, without text, for pages that forbid WebAssembly, for
//! posters and for tests.
//!
//! Must not be here: captions and labels; they stand as real text around the picture.

use super::frame::{Art, Frame};
use super::svg::Svg;
use super::view::Viewport;
use super::{open, stills};
use crate::model::params::Params;
use crate::session::START;
use crate::units::Theme;

/// The stage in stage units: the size of a still.
pub const STAGE: (f64, f64) = (1200.0, 750.0);
/// Size of a still of a scene that leaves room, in pixels, for what lies over the picture: the stage of a full page, so
/// that the live picture takes over without a jump.
pub const FULL: (f64, f64) = (948.0, 592.0);
/// Size of a still with the lanes stacked, in CSS pixels: the stage of phones over the line of its note, and as wide as
/// the ground of a lane is at that height, so that narrower ones show its middle at the very scale of the live picture.
pub const STACKED: (f64, f64) = (456.0, 364.0);
/// Size of a still for phones where the picture is arranged for its width and has no middle to be
/// cut to: the stage of a phone 390 pixels wide.
const PHONE: (f64, f64) = (366.0, 380.0);
/// The stage of the opening view is lower: its two sizes.
const OPENING: [(f64, f64); 2] = [(936.0, 440.0), (366.0, 300.0)];

/// The still of a step (counted from 1) of a scene with the lanes side by side, or none where there
/// is no such step.
pub fn still(scene: &str, step: usize, theme: Theme) -> Option<String> {
    let [opening, _] = OPENING;
    let size = match scene {
        START => opening,
        "exosome" | "routes" => FULL,
        _ => STAGE,
    };
    still_sized(scene, step, theme, size)
}

/// The same with the lanes stacked, for phones.
pub fn still_stacked(scene: &str, step: usize, theme: Theme) -> Option<String> {
    still_sized(scene, step, theme, STACKED)
}

/// The same for phones where nothing is compared: whole at the width of a phone.
pub fn still_whole(scene: &str, step: usize, theme: Theme) -> Option<String> {
    let [_, opening] = OPENING;
    let size = if scene == START { opening } else { PHONE };
    still_sized(scene, step, theme, size)
}

fn still_sized(scene: &str, step: usize, theme: Theme, (w, h): (f64, f64)) -> Option<String> {
    let time_secs = *stills(scene).get(step.checked_sub(1)?)?;
    let frame = open(scene, &Params::default())?.frame(time_secs, &Viewport::both(w, h));
    Some(picture(&frame, theme, (w, h)))
}

/// A frame as SVG text, without its words.
pub fn picture(frame: &Frame, theme: Theme, (w, h): (f64, f64)) -> String {
    let mut svg = Svg::new(theme);
    let mut clipped = None;
    // What is drawn at several places is written once: grounds by their name, lanes while they are alike.
    let mut kept: Vec<(&Art, String)> = Vec::new();
    for layer in &frame.layers {
        if clipped != layer.clip {
            if clipped.is_some() {
                svg.end_clip();
            }
            clipped = layer.clip;
            if let Some(clip) = clipped {
                svg.clip_box(clip.x0, clip.y0, clip.width(), clip.height());
            }
        }
        let again = frame.layers.iter().filter(|it| same(&it.art, &layer.art));
        let known = kept.iter().find(|(art, _)| same(art, &layer.art));
        match (known, &layer.art) {
            (Some((_, id)), _) => svg.reuse(id, layer.map),
            (None, Art::Moving(picture)) if again.count() < 2 => svg.add(picture, layer.map),
            (None, art) => {
                let id = match art {
                    Art::Moving(picture) => svg.keep(picture),
                    Art::Ground(ground) => svg.keep(&(ground.draw)()),
                };
                svg.reuse(&id, layer.map);
                kept.push((art, id));
            }
        }
    }
    if clipped.is_some() {
        svg.end_clip();
    }
    svg.finish(w, h)
}

fn same(a: &Art, b: &Art) -> bool {
    match (a, b) {
        (Art::Ground(a), Art::Ground(b)) => a.id == b.id,
        (Art::Moving(a), Art::Moving(b)) => a == b,
        _ => false,
    }
}
