//! Which function and which datum goes where: by what reaches it. The ways into a part are known by the names that the
//! compiler leaves. What cannot be told for certain goes into the main module.

use super::links::{Datum, Links, Target};
use anyhow::{Result, bail, ensure};
use exosome_explainer::scene;
use std::{
    collections::{HashMap, HashSet},
    convert::Infallible,
};
use wasm_encoder::{
    MemArg,
    reencode::{self, Error, Reencode},
};
use wasmparser::{
    ElementItems, ElementKind, ElementSectionReader, FunctionBody, Operator, Parser, Payload,
    TypeRef,
};

/// A part of the engine.
pub struct Part {
    /// The file it becomes.
    pub name: &'static str,
    /// The functions of the table that have one of these in their names are the ways into it.
    ways_in: Vec<String>,
}

/// The parts that there are: of each scene, with the panels that open from it.
pub fn all_parts() -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (picture, name) in scene::parts() {
        let ways_in = ["scene::rooms::ways_in", "scene::symbols"]
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
    /// What each function calls, imports included.
    pub calls: Vec<Vec<u32>>,
    /// The numbers in the code of each function, imports included.
    numbers: Vec<Numbers>,
    /// Data by address, and where each goes.
    data: Vec<(Datum, Home)>,
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
    pub fn read(wasm: &[u8], names: &HashMap<u32, String>, links: Links) -> Result<Self> {
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
                    plan.numbers.resize_with(plan.types.len(), Numbers::default);
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
                Payload::CodeSectionEntry(body) => {
                    let (calls, numbers) = read_code(&body)?;
                    plan.calls.push(calls);
                    plan.numbers.push(numbers);
                }
                _ => {}
            }
        }
        ensure!(
            plan.calls.len() == plan.types.len(),
            "the wasm has functions without code"
        );
        plan.settle(names, links);
        Ok(plan)
    }

    /// Decides on `homes`: one walk over functions and data alike.
    fn settle(&mut self, names: &HashMap<u32, String>, links: Links) {
        let own = |(_, function): &(u32, u32)| {
            let part = owner(&self.parts, names.get(function)?)?;
            Some((*function, part))
        };
        let owners: HashMap<u32, usize> = self.slots.iter().filter_map(own).collect();
        let hung: HashMap<u32, u32> = self.slots.iter().copied().collect();
        let functions = self.types.len() as u32;
        // A way into a part is reached from nowhere: scenes are opened when their part is there.
        let node = |target: &Target| match target {
            Target::Datum(datum) => Some(functions + *datum as u32),
            Target::Place(place) => hung
                .get(place)
                .copied()
                .filter(|function| !owners.contains_key(function)),
        };
        // All that a function or datum leads to.
        let mut leads = self.calls.clone();
        let mut found = HashSet::new();
        for (leads, numbers) in leads.iter_mut().zip(&self.numbers) {
            let mut follow = |number: &u32, wanted: fn(&Target) -> bool| {
                let targets = links.numbers.get(number).into_iter().flatten();
                for target in targets.filter(|target| wanted(target)) {
                    found.insert((*number, *target));
                    leads.extend(node(target));
                }
            };
            for number in &numbers.values {
                follow(number, |_| true);
            }
            for number in &numbers.offsets {
                follow(number, |target| matches!(target, Target::Datum(_)));
            }
        }
        for datum in &links.data {
            leads.push(datum.refers.iter().filter_map(node).collect());
        }
        // Nobody can tell who needs what nothing names, nor what should be named in code and is not.
        let coded = links.numbers.iter();
        let coded = coded.flat_map(|(number, targets)| targets.iter().map(|one| (*number, *one)));
        let lost = coded.filter(|one| !found.contains(one));
        let referred = links.data.iter().flat_map(|datum| &datum.refers);
        let coded = found.iter().map(|(_, target)| target);
        let known: HashSet<&Target> = referred.chain(coded).collect();
        let places = self.slots.iter().map(|(place, _)| Target::Place(*place));
        let all = places.chain((0..links.data.len()).map(Target::Datum));
        let unknown = all.filter(|target| !known.contains(target));
        let lost = lost.map(|(_, target)| target).chain(unknown);
        let main = reached(
            &leads,
            (0..self.imported)
                .chain(self.exported.iter().copied())
                .chain(lost.filter_map(|target| node(&target))),
        );
        let mut homes: Vec<Home> = main
            .iter()
            .map(|reached| if *reached { Home::Main } else { Home::Unused })
            .collect();
        for part in 0..self.parts.len() {
            let roots = owners.iter().filter(|(_, owner)| **owner == part);
            let reached = reached(&leads, roots.map(|(function, _)| *function));
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
        let main = reached(&leads, roots.map(|(node, _)| node));
        for (home, _) in homes.iter_mut().zip(main).filter(|(_, reached)| *reached) {
            *home = Home::Main;
        }
        let data_homes = homes.split_off(self.types.len());
        self.data = links.data.into_iter().zip(data_homes).collect();
        self.homes = homes;
    }

    /// The functions that live in `home`, imports aside.
    pub fn of(&self, home: Home) -> impl Iterator<Item = u32> {
        let homes = (0..).zip(&self.homes);
        let own =
            homes.filter(move |(function, other)| **other == home && *function >= self.imported);
        own.map(|(function, _)| function)
    }

    /// Whose module writes what is at an address.
    pub fn writer(&self, address: u32) -> Home {
        let next = self
            .data
            .partition_point(|(datum, _)| datum.start <= address);
        match next.checked_sub(1).map(|found| &self.data[found]) {
            Some((datum, home)) if datum.constant && address < datum.end => *home,
            // What can change is written once. What the linker has no name for, nobody knows the use of.
            _ => Home::Main,
        }
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

/// Everything that is reached from `roots`.
fn reached(leads: &[Vec<u32>], roots: impl IntoIterator<Item = u32>) -> Vec<bool> {
    let mut seen = vec![false; leads.len()];
    let mut open: Vec<u32> = roots.into_iter().collect();
    while let Some(node) = open.pop() {
        if !std::mem::replace(&mut seen[node as usize], true) {
            open.extend(&leads[node as usize]);
        }
    }
    seen
}

/// Numbers that may be addresses.
#[derive(Default)]
struct Numbers {
    /// Computed with.
    values: Vec<u32>,
    /// Added to the address of what is read or written.
    offsets: Vec<u32>,
}

impl Reencode for Numbers {
    type Error = Infallible;

    fn mem_arg(&mut self, arg: wasmparser::MemArg) -> Result<MemArg, Error<Infallible>> {
        self.offsets.push(arg.offset as u32);
        reencode::utils::mem_arg(self, arg)
    }
}

fn read_code(body: &FunctionBody<'_>) -> Result<(Vec<u32>, Numbers)> {
    let (mut calls, mut numbers) = (Vec::new(), Numbers::default());
    for operator in body.get_operators_reader()? {
        let operator = operator?;
        match operator {
            Operator::Call { function_index } => calls.push(function_index),
            Operator::I32Const { value } => numbers.values.push(value as u32),
            Operator::RefFunc { .. } | Operator::ReturnCall { .. } => {
                bail!("the engine names functions in an unknown way")
            }
            Operator::MemoryInit { .. } | Operator::DataDrop { .. } => {
                bail!("the engine names its data in an unknown way")
            }
            _ => {}
        }
        numbers.instruction(operator)?;
    }
    Ok((calls, numbers))
}
