//! What the visitor sees and touches around the picture, in Yew.
//!
//! One component, [`app::App`], renders everything from a [`store::Store`]; the other files are
//! plain functions from state to `Html`. No state lives in a component, and nothing that changes
//! with every frame passes through here: the moving picture, its labels and the scrubber are moved
//! by [`driver::Driver`] and the store directly.
//!
//! Must not be in it: sentences (they live in `assets/content`), style attributes and style
//! elements (pages may forbid them), listeners per button (one listener reads `data-action`, see
//! [`commands`]).
//!
//! Read in this order: [`store`], [`commands`], [`app`], [`driver`].

pub mod app;
pub mod commands;
pub mod driver;
pub mod store;

mod caption;
mod card;
mod clinic;
mod frame;
mod html;
mod icons;
mod lanes;
mod nodes;
mod overlay;
mod page;
mod panel;
mod rail;
mod sheet;
mod stage;
mod start;
mod surroundings;
mod table;
mod texts;
mod transport;
mod tries;
