//! The exosome explainer.

pub mod content;
pub mod i18n;
pub mod model;
pub mod scene;
pub mod session;
pub mod theme;
pub mod units;

#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod render;
#[cfg(target_arch = "wasm32")]
pub mod ui;
