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
pub mod paper;
pub mod parts;
pub mod phase;
pub mod plot;
mod rooms;
pub mod routes;
pub mod start;
pub mod still;
pub mod svg;
pub mod symbols;
pub mod view;

pub use rooms::{open, part, parts, slots, stills};
