//! The models: their promises as numbers.

mod fibres;
mod microglia;
mod nerve;
