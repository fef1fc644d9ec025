//! The edge to the page: what the loader, a small JavaScript file, calls and hears.
//!
//! The custom element itself is the loader's, because WebAssembly cannot extend `HTMLElement`.
//! Nothing here knows how anything looks.

pub mod engine;
