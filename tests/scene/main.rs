//! The scenes: golden pictures, steady frames, readable labels, descriptions.
//!
//! Golden pictures live in `tests/golden`. To draw them anew after a wanted change, run with
//! `UPDATE_GOLDEN=1` and look at each of them before committing.

#![allow(clippy::expect_used, reason = "helpers of tests may stop the test")]

mod contrast;
mod evidence;
mod exosome;
mod fibres;
mod golden;
mod inflammation;
mod microglia;
mod nerve;
mod phones;
mod reading;
mod rooms;
mod routes;
mod studies;
