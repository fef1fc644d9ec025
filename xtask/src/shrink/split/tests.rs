//! Small modules, cut.

use super::plan::{all_parts, owner};
use super::*;
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, ExportKind, ExportSection,
    FunctionSection, GlobalSection, GlobalType, IndirectNameMap, Instruction, MemorySection,
    MemoryType, Module, NameMap, NameSection, TableSection, TableType, TypeSection, ValType,
};

/// A function without parameters.
#[derive(Clone, Copy, Default)]
struct Small<'a> {
    name: &'a str,
    calls: &'a [u32],
    /// Numbers it computes with.
    values: &'a [u32],
    /// Where it reads.
    reads: &'a [u32],
}

fn calling<'a>(name: &'a str, calls: &'a [u32]) -> Small<'a> {
    Small {
        name,
        calls,
        ..Small::default()
    }
}

/// The first `hung` functions but one hang in the table, from place 1.
fn module(functions: &[Small<'_>], hung: u32, data: &[(u32, Vec<u8>)]) -> Module {
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32], []);
    types.ty().function([], []);
    let (mut list, mut code, mut map) =
        (FunctionSection::new(), CodeSection::new(), NameMap::new());
    for (index, function) in (0..).zip(functions) {
        list.function(1);
        let mut body = wasm_encoder::Function::new([]);
        for call in function.calls {
            body.instruction(&Instruction::Call(*call));
        }
        for value in function.values {
            body.instruction(&Instruction::I32Const(*value as i32));
            body.instruction(&Instruction::Drop);
        }
        for offset in function.reads {
            body.instruction(&Instruction::I32Const(0));
            body.instruction(&Instruction::I32Load8U(wasm_encoder::MemArg {
                offset: u64::from(*offset),
                align: 0,
                target: wasm_encoder::MemArgTarget::Memory(0),
                ordering: None,
            }));
            body.instruction(&Instruction::Drop);
        }
        body.instruction(&Instruction::End);
        code.function(&body);
        map.append(index, function.name);
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
    let hung: Vec<u32> = (1..=hung).collect();
    elements.active(
        None,
        &ConstExpr::i32_const(1),
        Elements::Functions(hung.into()),
    );
    let mut names = NameSection::new();
    names.functions(&map);
    names.locals(&IndirectNameMap::new());
    let mut written = DataSection::new();
    for (address, bytes) in data {
        let address = ConstExpr::i32_const(*address as i32);
        written.active(0, &address, bytes.iter().copied());
    }
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
        .section(&written)
        .section(&names);
    module
}

fn cut(functions: &[Small<'_>], hung: u32) -> (Plan, Parts) {
    let wasm = module(functions, hung, &[]).finish();
    let (main, parts) = cut_wasm(&wasm, Links::default());
    let plan = Plan::read(&main, &HashMap::new(), Links::default());
    (plan.unwrap(), parts)
}

fn cut_wasm(wasm: &[u8], links: Links) -> (Vec<u8>, Parts) {
    let fresh = (0..).map(|n| format!("x{n}"));
    split(wasm, &names(wasm).unwrap(), links, fresh).unwrap()
}

fn size(parts: &Parts, name: &str) -> usize {
    let Some((_, wasm)) = parts.iter().find(|(part, _)| *part == name) else {
        return 0;
    };
    let mut functions = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        functions += usize::from(matches!(payload.unwrap(), Payload::CodeSectionEntry(_)));
    }
    functions
}

#[test]
fn a_scene_takes_what_only_it_needs() {
    let functions = [
        calling("engine::run", &[3]),
        calling("x::scene::rooms::ways_in::nerve::h0", &[3, 4]),
        calling("x::scene::rooms::ways_in::fibres::h0", &[5]),
        calling("x::geometry::shared", &[]),
        calling("x::scene::nerve::own", &[]),
        calling("x::scene::fibres::own", &[]),
    ];
    let (main, parts) = cut(&functions, 3);
    assert_eq!(size(&parts, "nerve"), 4);
    assert_eq!(size(&parts, "routes"), 0);
    assert_eq!(main.types.len(), 2);
    assert_eq!(main.slots, [(3, 1)]);
    assert_eq!(main.exported, [0, 1], "what is shared is lent");
}

#[test]
fn what_others_may_need_stays() {
    let functions = [
        calling("engine::run", &[]),
        calling("x::scene::rooms::ways_in::routes::{{closure}}::h0", &[5]),
        calling("x::scene::rooms::ways_in::evidence", &[4]),
        calling("x::scene::rooms::ways_in::dish", &[4]),
        calling("x::scene::dish::at", &[]),
        calling("x::deeper", &[]),
        calling("x::scene::dish::hung_for_all_we_know", &[]),
    ];
    let (main, parts) = cut(&functions, 6);
    // What two parts share stays, and so does what hangs in the table for nobody knows whom.
    let sizes = ["routes", "evidence", "dish"].map(|part| size(&parts, part));
    assert_eq!(sizes, [0, 1, 1]);
    assert_eq!(main.types.len(), 5);
}

#[test]
fn names_decide_as_whole_words() {
    let parts = all_parts();
    let of = |name: &str| owner(&parts, name).map(|part| parts[part].name);
    let phase = of("x::scene::rooms::ways_in::phase::h0");
    assert_eq!(phase, Some("inflammation"));
    assert_eq!(of("x::scene::rooms::ways_in::start"), Some("start"));
    assert_eq!(of("x[9]::scene::symbols::nerve::draw"), Some("nerve"));
    assert_eq!(of("x::scene::symbols::nerves::f"), None);
    let two = "f<x::scene::symbols::nerve::A, x::scene::rooms::ways_in::routes::B>";
    assert_eq!(of(two), None);
    let drop = "core::ptr::drop_in_place<x::scene::symbols::nerve::A>";
    assert_eq!(of(drop), None);
}

/// Where data begins in these tests.
const FIRST: u32 = 1024;
/// Long enough to be worth a piece of its own.
const LONG: u32 = 64;

/// Bytes of which each datum's are its number and one, all at once, as the linker lays them.
fn bytes(data: u32) -> Vec<u8> {
    let all = 0..data * LONG;
    all.map(|at| (at / LONG) as u8 + 1).collect()
}

/// The data that a module writes, each by the number that it is full of.
fn written(wasm: &[u8]) -> BTreeSet<u8> {
    let mut written = BTreeSet::new();
    for (start, piece) in links::segments(wasm).unwrap() {
        for (at, byte) in (start..).zip(piece) {
            assert_eq!(u32::from(*byte), (at - FIRST) / LONG + 1, "at {at}");
        }
        written.extend(piece);
    }
    written
}

#[test]
fn data_goes_where_all_that_needs_it_is() {
    use links::{Datum, Target};
    const fn at(datum: u32) -> u32 {
        FIRST + datum * LONG
    }
    let functions = [
        Small {
            name: "engine::run",
            values: &[at(3)],
            ..Small::default()
        },
        Small {
            name: "x::scene::rooms::ways_in::nerve",
            // The last one is inside of a datum.
            values: &[at(0), at(2), at(5), at(8) + 9],
            ..Small::default()
        },
        Small {
            name: "x::scene::rooms::ways_in::routes",
            values: &[at(2)],
            reads: &[at(4)],
            ..Small::default()
        },
        calling("x::hung_by_datum_0", &[]),
        calling("x::hung_by_datum_3", &[]),
    ];
    let data = (0..9).map(|datum| Datum {
        start: at(datum),
        end: at(datum + 1),
        constant: datum != 5,
        refers: match datum {
            0 => vec![Target::Datum(1), Target::Place(3), Target::Datum(7)],
            3 => vec![Target::Place(4)],
            _ => vec![],
        },
    });
    let mut links = Links {
        data: data.collect(),
        ..Links::default()
    };
    for datum in [0, 2, 3, 4, 5] {
        links
            .numbers
            .insert(at(datum), vec![Target::Datum(datum as usize)]);
    }
    // Named by code that is not to be found, and by datum 0; 6 is named by nothing at all.
    links.numbers.insert(7, vec![Target::Datum(7)]);
    links.numbers.insert(at(8) + 9, vec![Target::Datum(8)]);

    let wasm = module(&functions, 4, &[(FIRST, bytes(9))]).finish();
    let (main, parts) = cut_wasm(&wasm, links);
    let of = |name: &str| {
        let (_, part) = parts.iter().find(|(part, _)| *part == name).unwrap();
        Vec::from_iter(written(part))
    };
    // Shared by two parts, the main module's, not constant, unknown.
    assert_eq!(
        Vec::from_iter(written(&main)),
        [2, 3, 5, 6, 7].map(|n| n + 1)
    );
    assert_eq!(of("nerve"), [0, 1, 8].map(|n| n + 1), "through a datum too");
    assert_eq!(of("routes"), [4].map(|n| n + 1));
    assert_eq!(size(&parts, "nerve"), 2, "what hangs by its datum follows");
    assert_eq!(size(&parts, "routes"), 1);
}

#[test]
fn zeros_and_crumbs_make_no_pieces() {
    let functions = [
        calling("engine::run", &[]),
        Small {
            name: "x::scene::rooms::ways_in::dish",
            values: &[FIRST + 70],
            ..Small::default()
        },
    ];
    let mut links = Links::default();
    for (start, end) in [(0, 70), (70, 74), (74, 200), (200, 900)] {
        links.data.push(links::Datum {
            start: FIRST + start,
            end: FIRST + end,
            constant: true,
            refers: vec![],
        });
    }
    let second = vec![links::Target::Datum(1)];
    links.numbers.insert(FIRST + 70, second);
    let whole = [vec![1; 200], vec![0; 690], vec![2; 4], vec![0; 6]].concat();
    let wasm = module(&functions, 1, &[(FIRST, whole)]).finish();
    let (main, parts) = cut_wasm(&wasm, links);
    let pieces = links::segments(&main).unwrap();
    let (ones, twos): (&[u8], &[u8]) = (&[1; 200], &[2; 4]);
    assert_eq!(pieces, [(FIRST, ones), (FIRST + 890, twos)]);
    let (_, dish) = parts.iter().find(|(part, _)| *part == "dish").unwrap();
    assert!(links::segments(dish).unwrap().is_empty());
}

/// A module as the linker writes it, of two data: code names the second one, and that one names the first and a place of
/// the table. `noted` are the sections that say so.
fn linked(noted: &[&str], name: &str) -> Vec<u8> {
    let code = Small {
        name: "run",
        values: &[FIRST + LONG + 2, 1],
        ..Small::default()
    };
    let mut data = bytes(2);
    let first = LONG as usize;
    data[first..first + 4].copy_from_slice(&FIRST.to_le_bytes());
    data[first + 4..first + 8].copy_from_slice(&1_u32.to_le_bytes());
    let mut module = module(&[code, calling("hung", &[])], 1, &[(FIRST, data)]);
    let sized = |bytes: &[u8]| [&[bytes.len() as u8], bytes].concat();
    let symbol = |name: &str, offset: u8| {
        let place = [0, offset, LONG as u8];
        [&[1, 2], &*sized(name.as_bytes()), &place].concat()
    };
    let segment = [&[1], &*sized(name.as_bytes()), &[0, 0]].concat();
    let function = [0, 0, 1, 1, b'f'];
    let first = symbol("a", 0);
    let symbols = [&[3], &function[..], &first, &symbol("b", LONG as u8)].concat();
    let linking = [&[2, 5], &*sized(&segment), &[8], &sized(&symbols)].concat();
    // Places count from where the contents of the section begin, with the number of functions or segments.
    let in_code = [2, 2, 4, 4, 2, 2, 1, 8, 0];
    let in_data = [3, 2, 5, 8 + LONG as u8, 1, 0, 2, 12 + LONG as u8, 0];
    for (name, contents) in [
        ("linking", &*linking),
        ("reloc.CODE", &in_code),
        ("reloc.DATA", &in_data),
    ] {
        if noted.contains(&name) {
            module.section(&wasm_encoder::CustomSection {
                name: name.into(),
                data: contents.into(),
            });
        }
    }
    module.finish()
}

#[test]
fn links_are_the_linkers() {
    use links::Target;
    let all = ["linking", "reloc.CODE", "reloc.DATA"];
    let wasm = linked(&[], "");
    let links = Links::read(&linked(&all, ".rodata"), &wasm).unwrap();
    let [first, second] = links.data.as_slice() else {
        panic!("{links:?}");
    };
    assert_eq!((first.start, first.end), (FIRST, FIRST + LONG));
    assert_eq!((second.start, second.end), (FIRST + LONG, FIRST + 2 * LONG));
    assert!(first.refers.is_empty() && first.constant);
    assert_eq!(second.refers, [Target::Datum(0), Target::Place(1)]);
    let coded = HashMap::from([
        (FIRST + LONG + 2, vec![Target::Datum(1)]),
        (1, vec![Target::Place(1)]),
    ]);
    assert_eq!(links.numbers, coded);
    let links = Links::read(&linked(&all, ".data"), &wasm).unwrap();
    assert!(!links.data[0].constant);

    let message = |linked: &[u8], wasm: &[u8]| Links::read(linked, wasm).unwrap_err().to_string();
    let silent = message(&linked(&all[..1], ".rodata"), &wasm);
    assert!(silent.contains("no reloc.CODE, reloc.DATA"), "{silent}");
    let other = module(&[calling("run", &[])], 0, &[(FIRST, bytes(2))]);
    let other = message(&linked(&all, ".rodata"), &other.finish());
    assert!(other.contains("of another build"), "{other}");
}
