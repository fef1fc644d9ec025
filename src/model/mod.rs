//! What happens, as plain numbers: `state_at(parameters, time) -> State`.
//!
//! One file per mechanism, and `params`, which they share. A model is deterministic and total: every finite time and every parameter
//! gives a state, the same one each time.
//!
//! Must not be here: words, colours, coordinates, clocks, random sources, anything of a browser.

pub mod curve;
pub mod dish;
pub mod evidence;
pub mod exosome;
pub mod fibres;
pub mod inflammation;
pub mod microglia;
pub mod nerve;
pub mod noise;
pub mod params;
pub mod routes;
pub mod trig;
