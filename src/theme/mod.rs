//! Colours. How the interface is laid out and styled is in `assets/element/base.css`, one sheet for
//! poster, stills and live picture alike.

pub mod tokens;
