//! What is drawn and what is said, from a model's state. Pure: the same state gives the same picture.
//!
//! Reading order: `ir` (the display list), `geometry` and `symbols` (outlines), `microglia` (the
//! scene), `view` (where its parts stand in a box of pixels), `svg` (the painter for stills).
//! Must not be here: browser types, clocks, words (they come from the content).

pub mod geometry;
pub mod ir;
pub mod microglia;
pub mod still;
pub mod svg;
pub mod symbols;
pub mod view;

pub use still::{still, still_stacked};
