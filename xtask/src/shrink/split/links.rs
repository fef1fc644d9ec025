//! What refers to which data and to which place of the table, as the linker knows it. `--emit-relocs` has it write down
//! where it put each datum, and each number in code and data that is the address of one.
//!
//! wasm-bindgen numbers functions anew but changes neither addresses nor the numbers in code: so it is told here what a
//! number may stand for, and the code that has the number is looked for in what wasm-bindgen wrote. A number that happens
//! to be the same counts as well; that keeps a datum where it was and does no harm.

use anyhow::{Context as _, Result, bail, ensure};
use std::collections::HashMap;
use wasmparser::{
    BinaryReader, DataKind, DefinedDataSymbol, KnownCustom, Linking, Operator, Parser, Payload,
    RelocationEntry, RelocationType, Segment, SymbolInfo,
};

/// What an address stands for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Target {
    /// A datum, by its number.
    Datum(usize),
    /// A place in the table.
    Place(u32),
}

/// Bytes that belong together.
#[derive(Debug)]
pub struct Datum {
    /// Its address.
    pub start: u32,
    /// The address after it.
    pub end: u32,
    /// Nothing writes to it.
    pub constant: bool,
    /// What it refers to.
    pub refers: Vec<Target>,
}

/// All that is known.
#[derive(Default, Debug)]
pub struct Links {
    /// By address; no two overlap.
    pub data: Vec<Datum>,
    /// A number in code -> what it may stand for.
    pub numbers: HashMap<u32, Vec<Target>>,
}

/// Segments that are written when a module starts, by address.
pub fn segments(wasm: &[u8]) -> Result<Vec<(u32, &[u8])>> {
    let mut segments = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::DataSection(section) = payload? else {
            continue;
        };
        for segment in section {
            let segment = segment?;
            let DataKind::Active { offset_expr, .. } = segment.kind else {
                bail!("the engine has data that it does not write at its start");
            };
            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                bail!("the engine's data begins at an unknown address");
            };
            segments.push((value as u32, segment.data));
        }
    }
    Ok(segments)
}

/// The linker's segment of what nothing writes to.
const CONSTANT: &str = ".rodata";

impl Links {
    /// Reads them from what the linker wrote. `wasm` is what wasm-bindgen made of it.
    pub fn read(linked: &[u8], wasm: &[u8]) -> Result<Self> {
        let segments = segments(linked)?;
        ensure!(
            segments == self::segments(wasm)?,
            "its data is not what is in the module of wasm-bindgen: it is of another build"
        );
        let notes = Notes::read(linked)?;
        let mut links = Self {
            data: notes.data(&segments)?,
            ..Self::default()
        };
        for relocation in &notes.code {
            let at = notes.code_start + relocation.offset as usize;
            let mut reader = BinaryReader::new(linked.get(at..).unwrap_or_default(), at as u64);
            let (number, target) = match relocation.ty {
                RelocationType::TableIndexSleb => {
                    let place = reader.read_var_i32()? as u32;
                    (place, Some(Target::Place(place)))
                }
                RelocationType::MemoryAddrLeb => links.datum(
                    reader.read_var_u32()?,
                    notes.address(relocation, &segments)?,
                    relocation,
                )?,
                RelocationType::MemoryAddrSleb => links.datum(
                    reader.read_var_i32()? as u32,
                    notes.address(relocation, &segments)?,
                    relocation,
                )?,
                RelocationType::FunctionIndexLeb
                | RelocationType::GlobalIndexLeb
                | RelocationType::TypeIndexLeb
                | RelocationType::TableNumberLeb => continue,
                other => bail!("code refers to something in an unknown way: {other:?}"),
            };
            let Some(target) = target else { continue };
            let targets = links.numbers.entry(number).or_default();
            if !targets.contains(&target) {
                targets.push(target);
            }
        }
        for relocation in &notes.values {
            let at = notes.data_start + relocation.offset as usize;
            let word = linked.get(at..).and_then(|rest| rest.first_chunk::<4>());
            let word = u32::from_le_bytes(*word.context("a reference is outside of the data")?);
            let (_, target) = match relocation.ty {
                RelocationType::TableIndexI32 => (word, Some(Target::Place(word))),
                RelocationType::MemoryAddrI32 => {
                    links.datum(word, notes.address(relocation, &segments)?, relocation)?
                }
                other => bail!("data refers to something in an unknown way: {other:?}"),
            };
            let Some(target) = target else { continue };
            // The data's bytes are where they are in the file, segment by segment.
            let inside = |(start, bytes): &(u32, &[u8])| {
                let first = bytes.as_ptr() as usize - linked.as_ptr() as usize;
                (first..first + bytes.len())
                    .contains(&at)
                    .then(|| start + (at - first) as u32)
            };
            let address = segments.iter().find_map(inside);
            let from = address.and_then(|address| links.find(address));
            let from = from.context("a reference is in data without a name")?;
            links.data[from].refers.push(target);
        }
        Ok(links)
    }

    /// The datum at an address.
    fn find(&self, address: u32) -> Option<usize> {
        let next = self.data.partition_point(|datum| datum.start <= address);
        let found = next.checked_sub(1)?;
        (address < self.data[found].end).then_some(found)
    }

    /// A number that refers to the symbol at `address`, which may be nothing at all, checked.
    fn datum(
        &self,
        number: u32,
        address: u32,
        relocation: &RelocationEntry,
    ) -> Result<(u32, Option<Target>)> {
        ensure!(
            number == address.wrapping_add(relocation.addend as u32),
            "there is another number where {relocation:?} should be"
        );
        Ok((number, self.find(address).map(Target::Datum)))
    }
}

/// What the linker wrote down.
#[derive(Default)]
struct Notes<'a> {
    segments: Vec<Segment<'a>>,
    symbols: Vec<SymbolInfo<'a>>,
    code: Vec<RelocationEntry>,
    values: Vec<RelocationEntry>,
    /// Where the contents of both sections begin: relocations count from there.
    code_start: usize,
    data_start: usize,
}

impl<'a> Notes<'a> {
    fn read(linked: &'a [u8]) -> Result<Self> {
        let mut notes = Self::default();
        let mut missing = vec!["linking", "reloc.CODE", "reloc.DATA"];
        for payload in Parser::new(0).parse_all(linked) {
            let section = match payload? {
                Payload::CodeSectionStart {
                    unchecked_range, ..
                } => {
                    notes.code_start = unchecked_range.start as usize;
                    continue;
                }
                Payload::DataSection(section) => {
                    notes.data_start = section.range().start as usize;
                    continue;
                }
                Payload::CustomSection(section) => section,
                _ => continue,
            };
            missing.retain(|name| *name != section.name());
            match section.as_known() {
                KnownCustom::Linking(linking) => {
                    for subsection in linking.subsections() {
                        match subsection? {
                            Linking::SegmentInfo(all) => {
                                notes.segments = all.into_iter().collect::<Result<_, _>>()?;
                            }
                            Linking::SymbolTable(all) => {
                                notes.symbols = all.into_iter().collect::<Result<_, _>>()?;
                            }
                            _ => {}
                        }
                    }
                }
                KnownCustom::Reloc(relocations) => {
                    let list = match section.name() {
                        "reloc.CODE" => &mut notes.code,
                        "reloc.DATA" => &mut notes.values,
                        _ => continue,
                    };
                    *list = relocations
                        .entries()
                        .into_iter()
                        .collect::<Result<_, _>>()?;
                }
                _ => {}
            }
        }
        ensure!(
            missing.is_empty(),
            "it has no {}: the linker was not told `--emit-relocs` (`xtask/src/dist.rs`)",
            missing.join(", ")
        );
        Ok(notes)
    }

    /// All data, by address. Symbols that share bytes are one datum.
    fn data(&self, segments: &[(u32, &[u8])]) -> Result<Vec<Datum>> {
        ensure!(
            self.segments.len() == segments.len(),
            "the linker names {} segments of data, and there are {}",
            self.segments.len(),
            segments.len()
        );
        let mut data = Vec::new();
        for symbol in &self.symbols {
            let SymbolInfo::Data {
                symbol: Some(symbol),
                ..
            } = symbol
            else {
                continue;
            };
            let start = start_of(symbol, segments)?;
            data.push(Datum {
                start,
                end: start + symbol.size,
                constant: self.segments[symbol.index as usize].name == CONSTANT,
                refers: Vec::new(),
            });
        }
        data.retain(|datum| datum.start < datum.end);
        data.sort_by_key(|datum| datum.start);
        data.dedup_by(|next, datum| {
            let shared = next.start < datum.end;
            if shared {
                datum.end = datum.end.max(next.end);
            }
            shared
        });
        Ok(data)
    }

    /// Where the symbol is that a relocation names.
    fn address(&self, relocation: &RelocationEntry, segments: &[(u32, &[u8])]) -> Result<u32> {
        match self.symbols.get(relocation.index as usize) {
            Some(SymbolInfo::Data {
                symbol: Some(symbol),
                ..
            }) => start_of(symbol, segments),
            other => bail!("{relocation:?} refers to {other:?}"),
        }
    }
}

fn start_of(symbol: &DefinedDataSymbol, segments: &[(u32, &[u8])]) -> Result<u32> {
    let segment = segments.get(symbol.index as usize);
    let (start, _) = segment.context("a symbol is in no segment")?;
    Ok(start + symbol.offset)
}
