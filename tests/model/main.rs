//! The models: their promises as numbers.

mod dish;
mod inflammation;
mod microglia;
