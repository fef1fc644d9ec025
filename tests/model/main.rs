//! The models: their promises as numbers.

mod dish;
mod evidence;
mod exosome;
mod fibres;
mod inflammation;
mod microglia;
mod nerve;
mod routes;
