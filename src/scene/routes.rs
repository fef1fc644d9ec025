//! The scene `routes`: two bodies, a drip and an injection, on one clock.
//!
//! The view's lanes are the two ways of giving (`without` is the drip, `with` the injection), not with and without
//! exosomes. Bodies are drawn in body coordinates (crown at y = 0, soles at 500), clock, window and plate in their own.
//! Must not be here: the model, words.

pub mod body;
pub mod clock;
pub mod describe;
pub mod drip;
pub mod hit;
pub mod labels;
pub mod lens;
pub mod local;
pub mod paper;
pub mod plan;
pub mod plate;
mod play;
pub mod ways;

pub use play::{Routes, STILLS};
