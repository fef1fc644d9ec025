//! The module that the browser loads. It has nothing to do by itself: what the loader calls is exported
//! by `exosome_explainer::embed`.
//!
//! A binary rather than a `cdylib`, because Cargo switches link-time optimisation off for a library that
//! is an `rlib` (for the native tests) as well.

// Links the exports in.
use exosome_explainer as _;

fn main() {}
