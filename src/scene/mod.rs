//! What is drawn and what is said, from a model's state. Pure: the same state gives the same picture.
//!
//! Reading order: `ir` (the display list), `geometry` and `symbols` (outlines), `frame` (what a scene gives) and
//! `label`, `view` (where the parts stand in a box of pixels), one room per scene, `svg` and `still` (the painter for
//! stills).
//! Must not be here: browser types, clocks, words (they come from the content).

pub mod dish;
pub mod evidence;
pub mod exosome;
pub mod fibres;
pub mod frame;
pub mod geometry;
pub mod inflammation;
pub mod ir;
pub mod label;
pub mod microglia;
pub mod nerve;
pub mod parts;
pub mod phase;
pub mod plot;
pub mod routes;
pub mod start;
pub mod still;
pub mod svg;
pub mod symbols;
pub mod view;

use self::frame::Scene;
use self::label::Slot;
use crate::model::params::Params;
use crate::units::Secs;

/// A scene of the content with its parameters settled, or none where nothing is drawn for that id.
pub fn open(scene: &str, params: &Params) -> Option<Box<dyn Scene>> {
    Some(match scene {
        "dish" => Box::new(dish::Dish::new()),
        "inflammation" => Box::new(inflammation::Inflammation::new(params)),
        "exosome" => Box::new(exosome::Exosome::new(params)),
        "microglia" => Box::new(microglia::Microglia::new(params)),
        "phase" => Box::new(phase::Phase::new(params)),
        "nerve" => Box::new(nerve::Nerve::new(params)),
        "fibres" => Box::new(fibres::Fibres),
        "routes" => Box::new(routes::Routes::new(params)),
        "evidence" => Box::new(evidence::Evidence),
        "start" => Box::new(start::Start),
        _ => return None,
    })
}

/// The places for words of a scene; labels fill them.
pub fn slots(scene: &str) -> &'static [Slot] {
    match scene {
        "dish" => dish::SLOTS,
        "inflammation" => inflammation::labels::SLOTS,
        "exosome" => exosome::labels::SLOTS,
        "microglia" => microglia::labels::SLOTS,
        "phase" => phase::SLOTS,
        "nerve" => nerve::labels::SLOTS,
        "fibres" => fibres::SLOTS,
        "routes" => routes::labels::SLOTS,
        "evidence" => evidence::labels::SLOTS,
        "start" => start::SLOTS,
        _ => &[],
    }
}

/// Moments at which the steps of a scene are best seen, one per step; the content repeats them.
pub fn stills(scene: &str) -> &'static [Secs] {
    match scene {
        "inflammation" => inflammation::STILLS,
        "exosome" => exosome::STILLS,
        "evidence" => evidence::STILLS,
        "microglia" => microglia::STILLS,
        "nerve" => nerve::STILLS,
        "routes" => routes::STILLS,
        "start" => &[0.0],
        _ => &[],
    }
}
