//! Which function goes where: by what reaches it, and by the names that the compiler leaves.

use anyhow::{Result, bail, ensure};
use exosome_explainer::scene;
use std::collections::HashMap;
use wasmparser::{
    ElementItems, ElementKind, ElementSectionReader, FunctionBody, Operator, Parser, Payload,
    TypeRef,
};

/// A part of the engine.
pub struct Part {
    /// The file it becomes.
    pub name: &'static str,
    /// The functions of the table that begin with one of these, by name, are the ways into it.
    ways_in: Vec<String>,
}

/// The parts that there are: of each scene, with the panels that open from it, and of the clinic's files.
pub fn all_parts() -> Vec<Part> {
    let mut parts = vec![Part {
        name: "clinic",
        ways_in: [
            "embed::clinic::lay",
            "content::clinic::audit::audit",
            "content::clinic::audit::missing",
        ]
        .map(|path| format!("::{path}::"))
        .into(),
    }];
    for (picture, name) in scene::parts() {
        let ways_in = ["scene", "scene::rooms::ways_in", "scene::symbols"]
            .map(|room| format!("::{room}::{picture}::"));
        match parts.iter_mut().find(|part| part.name == name) {
            Some(part) => part.ways_in.extend(ways_in),
            None => parts.push(Part {
                name,
                ways_in: ways_in.into(),
            }),
        }
    }
    parts
}

/// The part a function of the table belongs to by its name; none where no part or more than one is named.
pub fn owner(parts: &[Part], name: &str) -> Option<usize> {
    // Equal ones of these were merged by the compiler, and are named after any of those that use them.
    if name.contains("{{closure}}") || name.contains("drop_in_place") {
        return None;
    }
    // So that a path ends in the same way within a longer one and at the end.
    let name = format!("{name}::");
    let mut owners = parts
        .iter()
        .enumerate()
        .filter(|(_, part)| part.ways_in.iter().any(|path| name.contains(path.as_str())));
    let (first, _) = owners.next()?;
    owners.next().is_none().then_some(first)
}

/// The trait that all scenes are.
const DEFAULT: &str = "::scene::frame::Scene::";

/// Where a function goes.
#[derive(Clone, Copy, PartialEq)]
pub enum Home {
    /// Nothing reaches it.
    Unused,
    /// The main module.
    Main,
    /// A part, by its number.
    Part(usize),
}

/// What is read of a module.
#[derive(Default)]
pub struct Plan {
    /// How many of the functions are imported.
    pub imported: u32,
    /// Type of each function, imports included.
    pub types: Vec<u32>,
    /// What each function names, imports included.
    pub calls: Vec<Vec<u32>>,
    /// Place in the table -> function.
    pub slots: Vec<(u32, u32)>,
    /// Functions that are exported, and the one that starts the module.
    pub exported: Vec<u32>,
    /// Where each function goes.
    pub homes: Vec<Home>,
    /// All parts, used or not.
    pub parts: Vec<Part>,
    /// The table of functions.
    pub table: Option<wasmparser::TableType>,
    /// The memory.
    pub memory: Option<wasmparser::MemoryType>,
    /// Global variables.
    pub globals: Vec<wasmparser::GlobalType>,
}

impl Plan {
    /// Reads a module and settles where its functions go.
    pub fn read(wasm: &[u8], names: &HashMap<u32, String>) -> Result<Self> {
        let mut plan = Self {
            parts: all_parts(),
            ..Self::default()
        };
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        match import?.ty {
                            TypeRef::Func(kind) => plan.types.push(kind),
                            _ => bail!("the engine imports something other than functions"),
                        }
                    }
                    plan.imported = plan.types.len() as u32;
                    plan.calls.resize(plan.types.len(), Vec::new());
                }
                Payload::FunctionSection(section) => {
                    for kind in section {
                        plan.types.push(kind?);
                    }
                }
                Payload::TableSection(section) => {
                    // The second one is wasm-bindgen's, of objects.
                    plan.table = section
                        .into_iter()
                        .next()
                        .transpose()?
                        .map(|table| table.ty);
                }
                Payload::MemorySection(section) => {
                    plan.memory = section.into_iter().next().transpose()?;
                }
                Payload::GlobalSection(section) => {
                    for global in section {
                        plan.globals.push(global?.ty);
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export?;
                        if export.kind == wasmparser::ExternalKind::Func {
                            plan.exported.push(export.index);
                        }
                    }
                }
                Payload::StartSection { func, .. } => plan.exported.push(func),
                Payload::ElementSection(section) => plan.slots = slots(section)?,
                Payload::CodeSectionEntry(body) => plan.calls.push(calls(&body)?),
                _ => {}
            }
        }
        ensure!(
            plan.calls.len() == plan.types.len(),
            "the wasm has functions without code"
        );
        plan.settle(names);
        Ok(plan)
    }

    /// Everything that is reached from `roots`.
    fn reached(&self, roots: impl IntoIterator<Item = u32>) -> Vec<bool> {
        let mut seen = vec![false; self.types.len()];
        let mut open: Vec<u32> = roots.into_iter().collect();
        while let Some(function) = open.pop() {
            if !std::mem::replace(&mut seen[function as usize], true) {
                open.extend(&self.calls[function as usize]);
            }
        }
        seen
    }

    fn settle(&mut self, names: &HashMap<u32, String>) {
        let mut owners: HashMap<u32, usize> = HashMap::new();
        for (_, function) in &self.slots {
            let name = names.get(function).map_or("", String::as_str);
            // What a trait does by default is named after the trait; whose it is, what it calls tells.
            let called = self.calls[*function as usize]
                .iter()
                .filter(|_| name.contains(DEFAULT));
            let named = called
                .filter_map(|called| names.get(called))
                .map(String::as_str);
            let mut found = Some(name).into_iter().chain(named);
            if let Some(part) = found.find_map(|name| owner(&self.parts, name)) {
                owners.insert(*function, part);
            }
        }
        let hung = self.slots.iter().map(|(_, function)| *function);
        let everywhere = hung.filter(|function| !owners.contains_key(function));
        let imports = 0..self.imported;
        let main = self.reached(
            self.exported
                .iter()
                .copied()
                .chain(everywhere)
                .chain(imports),
        );
        let mut homes: Vec<Home> = main
            .iter()
            .map(|reached| if *reached { Home::Main } else { Home::Unused })
            .collect();
        for part in 0..self.parts.len() {
            let roots = owners.iter().filter(|(_, owner)| **owner == part);
            let reached = self.reached(roots.map(|(function, _)| *function));
            for (home, _) in homes
                .iter_mut()
                .zip(reached)
                .filter(|(_, reached)| *reached)
            {
                *home = match *home {
                    Home::Unused => Home::Part(part),
                    _ => Home::Main,
                };
            }
        }
        // What two parts share is in the main module, with everything it calls.
        let roots = (0..).zip(&homes).filter(|(_, home)| **home == Home::Main);
        let main = self.reached(roots.map(|(function, _)| function));
        for (home, _) in homes.iter_mut().zip(main).filter(|(_, reached)| *reached) {
            *home = Home::Main;
        }
        self.homes = homes;
    }

    /// The functions that live in `home`, imports aside.
    pub fn of(&self, home: Home) -> impl Iterator<Item = u32> {
        let homes = (0..).zip(&self.homes);
        let own =
            homes.filter(move |(function, other)| **other == home && *function >= self.imported);
        own.map(|(function, _)| function)
    }

    /// Places of the table in rows, for those whose function lives in `home`.
    pub fn rows(&self, home: Home) -> Vec<(u32, Vec<u32>)> {
        let mut rows: Vec<(u32, Vec<u32>)> = Vec::new();
        for (place, function) in &self.slots {
            if self.homes[*function as usize] != home {
                continue;
            }
            match rows.last_mut() {
                Some((first, row)) if *first + row.len() as u32 == *place => row.push(*function),
                _ => rows.push((*place, vec![*function])),
            }
        }
        rows
    }
}

fn slots(section: ElementSectionReader<'_>) -> Result<Vec<(u32, u32)>> {
    let mut slots = Vec::new();
    for element in section {
        let element = element?;
        let ElementKind::Active { offset_expr, .. } = element.kind else {
            bail!("the engine has a table of an unknown kind");
        };
        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
            bail!("the engine's table begins at an unknown place");
        };
        let ElementItems::Functions(functions) = element.items else {
            bail!("the engine's table holds something other than functions");
        };
        for (place, function) in (value as u32..).zip(functions) {
            slots.push((place, function?));
        }
    }
    slots.sort_unstable();
    Ok(slots)
}

fn calls(body: &FunctionBody<'_>) -> Result<Vec<u32>> {
    let mut calls = Vec::new();
    for operator in body.get_operators_reader()? {
        match operator? {
            Operator::Call { function_index } => calls.push(function_index),
            Operator::RefFunc { .. } | Operator::ReturnCall { .. } => {
                bail!("the engine names functions in an unknown way")
            }
            _ => {}
        }
    }
    Ok(calls)
}
