//! Cuts the engine's wasm into one module that everything needs and a part for each scene, which the browser fetches when
//! the scene is first opened. Nothing is compiled twice: a part uses the memory, the table and the functions of the main
//! module, and hangs its own functions into the places that the table keeps for them.
//!
//! A function goes into a part if it can be reached from that part's ways in and from nowhere else, and so does a datum
//! that nothing writes to: the part writes it into memory, where the main module leaves zeros. Ways in are reached through
//! the table alone (`src/scene/rooms.rs`), so the main module needs no change but for what it leaves out. They are known by
//! the names that the compiler leaves, all else by what the linker notes of its addresses; neither is shipped.

mod data;
mod links;
mod pieces;
mod plan;
#[cfg(test)]
mod tests;

use anyhow::{Context as _, Result};
pub use links::Links;
use pieces::Loan;
use plan::{Home, Part, Plan};
use std::collections::{BTreeSet, HashMap};
use wasmparser::{KnownCustom, Name, Parser, Payload};

/// The names of all functions that have one.
pub fn names(wasm: &[u8]) -> Result<HashMap<u32, String>> {
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CustomSection(section) = payload? else {
            continue;
        };
        let KnownCustom::Name(section) = section.as_known() else {
            continue;
        };
        for subsection in section {
            if let Name::Function(map) = subsection? {
                for naming in map {
                    let naming = naming?;
                    names.insert(naming.index, naming.name.to_owned());
                }
            }
        }
    }
    Ok(names)
}

/// Modules under their names.
pub type Parts = Vec<(&'static str, Vec<u8>)>;

/// The main module, and each part. What the parts need of the main module is exported under `fresh` names.
pub fn split(
    wasm: &[u8],
    names: &HashMap<u32, String>,
    links: Links,
    mut fresh: impl Iterator<Item = String>,
) -> Result<(Vec<u8>, Parts)> {
    let plan = Plan::read(wasm, names, links)?;
    let mut wanted: BTreeSet<u32> = BTreeSet::new();
    for (function, home) in (0..).zip(&plan.homes) {
        if matches!(home, Home::Part(_)) {
            let called = plan.calls[function as usize].iter();
            wanted.extend(called.filter(|called| plan.homes[**called as usize] == Home::Main));
        }
    }
    let mut next = || fresh.next().context("there are not enough short names");
    let mut loan = Loan::default();
    for function in wanted {
        loan.functions.insert(function, next()?);
    }
    loan.table = next()?;
    for _ in &plan.globals {
        loan.globals.push(next()?);
    }

    let mut parts = Vec::new();
    for (part, Part { name, .. }) in plan.parts.iter().enumerate() {
        if plan.of(Home::Part(part)).next().is_some() {
            parts.push((*name, pieces::part(wasm, &plan, part, &loan)?));
        }
    }
    Ok((pieces::rest(wasm, &plan, &loan)?, parts))
}
