//! Display lists to pixels. Knows pictures and colours; knows nothing of Yew, time or words.
//!
//! `canvas` paints any picture on a 2D canvas, by way of a `list` of numbers; `stage` puts a scene's parts together on one canvas and
//! keeps what does not move as a bitmap.

pub mod canvas;
mod list;
pub mod stage;
