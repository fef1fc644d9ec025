//! Colours and style sheets.

pub mod tokens;
