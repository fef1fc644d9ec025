//! Colours and style sheets.

pub mod tokens;

#[cfg(target_arch = "wasm32")]
pub mod sheets;
