//! Writing the modules: a part, and what is left of the whole.

use super::{
    data, links,
    plan::{Home, Plan},
};
use anyhow::{Context as _, Result};
use std::{collections::HashMap, convert::Infallible};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind,
    ExportSection, FunctionSection, GlobalType, ImportSection, MemoryType, Module, TableType,
    TypeSection,
    reencode::{Error, Reencode},
};
use wasmparser::{
    CodeSectionReader, DataSectionReader, ElementSectionReader, ExportSectionReader,
    FunctionSectionReader, Parser, Payload,
};

/// What the main module lends to its parts: names of exports.
#[derive(Default)]
pub struct Loan {
    /// Of functions.
    pub functions: HashMap<u32, String>,
    /// Of the table.
    pub table: String,
    /// Of the global variables, in their order.
    pub globals: Vec<String>,
}

/// The object that a part finds the main module's exports in.
const OBJECT: &str = "a";

/// A part.
pub fn part(wasm: &[u8], plan: &Plan, part: usize, loan: &Loan) -> Result<Vec<u8>> {
    let own: Vec<u32> = plan.of(Home::Part(part)).collect();
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
        imports.import(OBJECT, &loan.functions[old], EntityType::Function(kind));
    }
    let memory = plan.memory.context("the engine has no memory")?;
    let memory: MemoryType = piece.memory_type(memory)?;
    imports.import(
        OBJECT,
        crate::shrink::KEPT_EXPORT,
        EntityType::Memory(memory),
    );
    let table = plan.table.context("the engine has no table")?;
    let table: TableType = piece.table_type(table)?;
    imports.import(OBJECT, &loan.table, EntityType::Table(table));
    for (global, name) in plan.globals.iter().zip(&loan.globals) {
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
        .section(&code)
        .section(&data::of(&links::segments(wasm)?, plan, Home::Part(part)));
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

/// What is left for the main module.
pub fn rest(wasm: &[u8], plan: &Plan, loan: &Loan) -> Result<Vec<u8>> {
    let mut next = 0;
    let mut number = |stays: bool| {
        let number = next;
        next += u32::from(stays);
        number
    };
    let homes = (0..).zip(&plan.homes);
    let stays = homes.map(|(old, home)| old < plan.imported || *home == Home::Main);
    let mut rest = Rest {
        plan,
        loan,
        indices: stays.map(&mut number).collect(),
        data: data::of(&links::segments(wasm)?, plan, Home::Main),
    };
    let mut module = Module::new();
    rest.parse_core_module(&mut module, Parser::new(0), wasm)?;
    let out = module.finish();
    wasmparser::validate(&out)?;
    Ok(out)
}

/// The main module under way.
struct Rest<'a> {
    plan: &'a Plan,
    loan: &'a Loan,
    /// Old index -> new index.
    indices: Vec<u32>,
    /// What it still writes itself.
    data: DataSection,
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

    fn parse_data_section(
        &mut self,
        out: &mut DataSection,
        _: DataSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        *out = std::mem::take(&mut self.data);
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
        let mut lent: Vec<_> = self.loan.functions.iter().collect();
        lent.sort();
        for (old, name) in lent {
            out.export(name, ExportKind::Func, self.indices[*old as usize]);
        }
        if !self.loan.functions.is_empty() {
            out.export(&self.loan.table, ExportKind::Table, 0);
            for (index, name) in (0..).zip(&self.loan.globals) {
                out.export(name, ExportKind::Global, index);
            }
        }
        Ok(())
    }
}
