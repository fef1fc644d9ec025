//! The models: their promises as numbers.

mod microglia;
mod routes;
