//! Cuts the engine's wasm into one module that everything needs and a part for each scene, which the browser fetches when
//! the scene is first opened. Nothing is compiled twice: a part uses the memory, the table and the functions of the main
//! module, and hangs its own functions into the places that the table keeps for them.
//!
//! A function goes into a part if it can be reached from that part's scenes and from nowhere else. Scenes are reached
//! through the table alone (`src/scene/rooms.rs`), so the main module needs no change but for what it leaves out. What a
//! function belongs to is read off the names that the compiler leaves; they are not shipped.

use anyhow::{Context as _, Result, bail, ensure};
use exosome_explainer::scene;
use std::{collections::HashMap, convert::Infallible};
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    FunctionSection, GlobalType, ImportSection, MemoryType, Module, TableType, TypeSection,
    reencode::{Error, Reencode},
};
use wasmparser::{
    CodeSectionReader, ElementItems, ElementKind, ElementSectionReader, ExportSectionReader,
    FunctionBody, FunctionSectionReader, KnownCustom, Name, Operator, Parser, Payload, TypeRef,
};

/// A part of the engine.
struct Part {
    name: &'static str,
    /// The functions of the table that begin with one of these, by name, are the ways into it.
    ways_in: Vec<String>,
}

/// The parts that there are: of each scene, with the panels that open from it, and of the clinic's files.
fn all_parts() -> Vec<Part> {
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
        let ways_in =
            ["scene", "scene::rooms::ways_in"].map(|room| format!("::{room}::{picture}::"));
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

/// The part a function of the table belongs to by its name; none where no part or more than one is named.
fn owner(parts: &[Part], name: &str) -> Option<usize> {
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
enum Home {
    Unused,
    Main,
    Part(usize),
}

/// What is read of a module.
#[derive(Default)]
struct Plan {
    imported: u32,
    /// Type of each function, imports included.
    types: Vec<u32>,
    /// What each function names, imports included.
    calls: Vec<Vec<u32>>,
    /// Place in the table -> function.
    slots: Vec<(u32, u32)>,
    exported: Vec<u32>,
    homes: Vec<Home>,
    parts: Vec<Part>,
    table: Option<wasmparser::TableType>,
    memory: Option<wasmparser::MemoryType>,
    globals: Vec<wasmparser::GlobalType>,
}

impl Plan {
    fn read(wasm: &[u8], names: &HashMap<u32, String>) -> Result<Self> {
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

    fn of(&self, home: Home) -> Vec<u32> {
        let homes = (0..).zip(&self.homes);
        let own = homes.filter(|(function, other)| **other == home && *function >= self.imported);
        own.map(|(function, _)| function).collect()
    }

    /// Places of the table in rows, for those whose function lives in `home`.
    fn rows(&self, home: Home) -> Vec<(u32, Vec<u32>)> {
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

/// Modules under their names.
pub type Parts = Vec<(&'static str, Vec<u8>)>;

/// The main module, and each part. What the parts need of the main module is exported under `fresh` names.
pub fn split(
    wasm: &[u8],
    names: &HashMap<u32, String>,
    mut fresh: impl Iterator<Item = String>,
) -> Result<(Vec<u8>, Parts)> {
    let plan = Plan::read(wasm, names)?;
    // What the parts take from the main module.
    let mut lent: HashMap<u32, String> = HashMap::new();
    for (function, home) in (0..).zip(&plan.homes) {
        if let Home::Part(_) = home {
            for called in &plan.calls[function as usize] {
                if plan.homes[*called as usize] == Home::Main && !lent.contains_key(called) {
                    lent.insert(*called, String::new());
                }
            }
        }
    }
    let mut order: Vec<u32> = lent.keys().copied().collect();
    order.sort_unstable();
    for function in order {
        let name = fresh.next().context("there are not enough short names")?;
        lent.insert(function, name);
    }
    let mut next = || fresh.next().context("there are not enough short names");
    let table = next()?;
    let globals = plan
        .globals
        .iter()
        .map(|_| next())
        .collect::<Result<Vec<_>>>()?;

    let mut parts = Vec::new();
    for (part, Part { name, .. }) in plan.parts.iter().enumerate() {
        let mut lender = Lender {
            lent: &lent,
            table: &table,
            globals: &globals,
        };
        parts.push((*name, cut(wasm, &plan, part, &mut lender)?));
    }
    let mut main = Rest::new(&plan, &lent, &table, &globals);
    let mut module = Module::new();
    main.parse_core_module(&mut module, Parser::new(0), wasm)?;
    let main = module.finish();
    wasmparser::validate(&main)?;
    Ok((main, parts))
}

struct Lender<'a> {
    lent: &'a HashMap<u32, String>,
    table: &'a str,
    globals: &'a [String],
}

/// The object that a part finds the main module's exports in.
const OBJECT: &str = "a";

fn cut(wasm: &[u8], plan: &Plan, part: usize, lender: &mut Lender<'_>) -> Result<Vec<u8>> {
    let own = plan.of(Home::Part(part));
    let mut borrowed: Vec<u32> = own
        .iter()
        .flat_map(|function| plan.calls[*function as usize].iter().copied())
        .filter(|called| plan.homes[*called as usize] == Home::Main)
        .collect();
    borrowed.sort_unstable();
    borrowed.dedup();
    let mut indices = HashMap::new();
    for (new, old) in (0..).zip(borrowed.iter().chain(&own)) {
        indices.insert(*old, new);
    }
    let mut piece = Piece {
        indices,
        types: Vec::new(),
    };
    let mut code = CodeSection::new();
    let mut functions = FunctionSection::new();
    let mut imports = ImportSection::new();
    let mut all_types = Vec::new();
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::TypeSection(section) => {
                for group in section {
                    all_types.extend(group?.into_types());
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body),
            _ => {}
        }
    }
    for old in &borrowed {
        let kind = piece.type_index(plan.types[*old as usize])?;
        imports.import(OBJECT, &lender.lent[old], EntityType::Function(kind));
    }
    let memory = plan.memory.context("the engine has no memory")?;
    let memory: MemoryType = piece.memory_type(memory)?;
    imports.import(OBJECT, super::KEPT_EXPORT, EntityType::Memory(memory));
    let table = plan.table.context("the engine has no table")?;
    let table: TableType = piece.table_type(table)?;
    imports.import(OBJECT, lender.table, EntityType::Table(table));
    for (global, name) in plan.globals.iter().zip(lender.globals) {
        let kind: GlobalType = piece.global_type(*global)?;
        imports.import(OBJECT, name, EntityType::Global(kind));
    }
    for old in &own {
        functions.function(piece.type_index(plan.types[*old as usize])?);
        let body = &bodies[(*old - plan.imported) as usize];
        piece.parse_function_body(&mut code, body.clone())?;
    }
    let mut elements = ElementSection::new();
    for (place, row) in plan.rows(Home::Part(part)) {
        let row: Vec<u32> = row.iter().map(|old| piece.indices[old]).collect();
        elements.active(
            None,
            &ConstExpr::i32_const(place as i32),
            Elements::Functions(row.into()),
        );
    }
    let mut types = TypeSection::new();
    for old in piece.types.clone() {
        let kind = all_types[old as usize].clone();
        types.ty().subtype(&piece.sub_type(kind)?);
    }
    let mut module = Module::new();
    module
        .section(&types)
        .section(&imports)
        .section(&functions)
        .section(&elements)
        .section(&code);
    let out = module.finish();
    wasmparser::validate(&out)?;
    Ok(out)
}

/// A part under way: new numbers for functions and types.
struct Piece {
    indices: HashMap<u32, u32>,
    /// New type -> old type.
    types: Vec<u32>,
}

impl Reencode for Piece {
    type Error = Infallible;

    fn function_index(&mut self, old: u32) -> Result<u32, Error<Infallible>> {
        // All it calls was given a number before.
        Ok(self.indices[&old])
    }

    fn type_index(&mut self, old: u32) -> Result<u32, Error<Infallible>> {
        let known = self.types.iter().position(|other| *other == old);
        Ok(known.unwrap_or_else(|| {
            self.types.push(old);
            self.types.len() - 1
        }) as u32)
    }
}

/// The main module under way.
struct Rest<'a> {
    plan: &'a Plan,
    lent: &'a HashMap<u32, String>,
    table: &'a str,
    globals: &'a [String],
    /// Old index -> new index.
    indices: Vec<u32>,
}

impl<'a> Rest<'a> {
    fn new(
        plan: &'a Plan,
        lent: &'a HashMap<u32, String>,
        table: &'a str,
        globals: &'a [String],
    ) -> Self {
        let mut next = 0;
        let mut number = |stays: bool| {
            let number = next;
            next += u32::from(stays);
            number
        };
        let indices = (0..)
            .zip(&plan.homes)
            .map(|(old, home)| number(old < plan.imported || *home == Home::Main))
            .collect();
        Self {
            plan,
            lent,
            table,
            globals,
            indices,
        }
    }
}

impl Reencode for Rest<'_> {
    type Error = Infallible;

    fn function_index(&mut self, old: u32) -> Result<u32, Error<Infallible>> {
        Ok(self.indices[old as usize])
    }

    fn parse_function_section(
        &mut self,
        out: &mut FunctionSection,
        _: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for old in self.plan.of(Home::Main) {
            out.function(self.plan.types[old as usize]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        out: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for (old, body) in (self.plan.imported..).zip(section) {
            let body = body?;
            if self.plan.homes[old as usize] == Home::Main {
                self.parse_function_body(out, body)?;
            }
        }
        Ok(())
    }

    fn parse_element_section(
        &mut self,
        out: &mut ElementSection,
        _: ElementSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for (place, row) in self.plan.rows(Home::Main) {
            let row: Vec<u32> = row.iter().map(|old| self.indices[*old as usize]).collect();
            let place = ConstExpr::i32_const(place as i32);
            out.active(None, &place, Elements::Functions(row.into()));
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        out: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for export in section {
            self.parse_export(out, export?)?;
        }
        let mut lent: Vec<_> = self.lent.iter().collect();
        lent.sort();
        for (old, name) in lent {
            out.export(name, ExportKind::Func, self.indices[*old as usize]);
        }
        if !self.lent.is_empty() {
            out.export(self.table, ExportKind::Table, 0);
            for (index, name) in (0..).zip(self.globals) {
                out.export(name, ExportKind::Global, index);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        GlobalSection, IndirectNameMap, Instruction, MemorySection, NameMap, NameSection,
        TableSection, ValType,
    };

    /// Functions without parameters: what each calls, and its name. All but the first hang in the table, from place 1.
    fn module(functions: &[(&[u32], &str)]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], []);
        types.ty().function([], []);
        let (mut list, mut code, mut map) =
            (FunctionSection::new(), CodeSection::new(), NameMap::new());
        for (index, (calls, name)) in (0..).zip(functions) {
            list.function(1);
            let mut body = wasm_encoder::Function::new([]);
            for call in *calls {
                body.instruction(&Instruction::Call(*call));
            }
            body.instruction(&Instruction::End);
            code.function(&body);
            map.append(index, name);
        }
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: wasm_encoder::RefType::FUNCREF,
            table64: false,
            minimum: functions.len() as u64,
            maximum: Some(functions.len() as u64),
            shared: false,
        });
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut globals = GlobalSection::new();
        let global = GlobalType {
            val_type: ValType::I32,
            mutable: true,
            shared: false,
        };
        globals.global(global, &ConstExpr::i32_const(9));
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0);
        exports.export("run", ExportKind::Func, 0);
        let mut elements = ElementSection::new();
        let hung: Vec<u32> = (1..functions.len() as u32).collect();
        elements.active(
            None,
            &ConstExpr::i32_const(1),
            Elements::Functions(hung.into()),
        );
        let mut names = NameSection::new();
        names.functions(&map);
        names.locals(&IndirectNameMap::new());
        let mut module = Module::new();
        module
            .section(&types)
            .section(&list)
            .section(&tables)
            .section(&memories)
            .section(&globals)
            .section(&exports)
            .section(&elements)
            .section(&code)
            .section(&names);
        module.finish()
    }

    fn cut(functions: &[(&[u32], &str)]) -> (Plan, Parts) {
        let wasm = module(functions);
        let names = names(&wasm).unwrap();
        let fresh = (0..).map(|n| format!("x{n}"));
        let (main, parts) = split(&wasm, &names, fresh).unwrap();
        (Plan::read(&main, &HashMap::new()).unwrap(), parts)
    }

    fn size(parts: &Parts, name: &str) -> usize {
        let (_, wasm) = parts.iter().find(|(part, _)| *part == name).unwrap();
        let mut functions = 0;
        for payload in Parser::new(0).parse_all(wasm) {
            functions += usize::from(matches!(payload.unwrap(), Payload::CodeSectionEntry(_)));
        }
        functions
    }

    #[test]
    fn a_scene_takes_what_only_it_needs() {
        let (main, parts) = cut(&[
            (&[3], "engine::run"),
            (
                &[3, 4],
                "<x::scene::nerve::Nerve as x::scene::frame::Scene>::frame",
            ),
            (&[5], "x::scene::rooms::ways_in::fibres::h0"),
            (&[], "x::geometry::shared"),
            (&[], "x::scene::nerve::own"),
            (&[], "x::scene::fibres::own"),
        ]);
        // Function 4 and 5 hang in the table as well, and are the scene's.
        assert_eq!(size(&parts, "nerve"), 4);
        assert_eq!(size(&parts, "routes"), 0);
        assert_eq!(main.types.len(), 2);
        assert_eq!(main.slots, [(3, 1)]);
        assert_eq!(main.exported, [0, 1], "what is shared is lent");
    }

    #[test]
    fn what_others_may_need_stays() {
        let (main, parts) = cut(&[
            (&[], "engine::run"),
            (&[5], "x::scene::routes::drip::{{closure}}::h0"),
            (&[4], "x::scene::evidence::ladder"),
            (&[4], "x::scene::frame::Scene::actor_at"),
            (&[], "x::scene::dish::at"),
            (&[], "x::deeper"),
        ]);
        let sizes = ["routes", "evidence", "dish"].map(|part| size(&parts, part));
        // A trait's own function goes where what it calls belongs; what two parts share stays.
        assert_eq!(sizes, [0, 1, 1]);
        assert_eq!(main.types.len(), 4);
    }

    #[test]
    fn names_decide_as_whole_words() {
        let parts = all_parts();
        let of = |name: &str| owner(&parts, name).map(|part| parts[part].name);
        assert_eq!(of("x::scene::phase::Phase::frame"), Some("inflammation"));
        assert_eq!(
            of("<x[9]::scene::nerve::play::Nerve as y>::f"),
            Some("nerve")
        );
        assert_eq!(of("x::scene::rooms::ways_in::start"), Some("start"));
        assert_eq!(of("x::scene::symbols::nerve::end_on"), None);
        assert_eq!(of("x::scene::nerves::f"), None);
        assert_eq!(of("f<x::scene::nerve::A, x::scene::routes::B>"), None);
        assert_eq!(of("core::ptr::drop_in_place<x::scene::nerve::A>"), None);
    }
}
