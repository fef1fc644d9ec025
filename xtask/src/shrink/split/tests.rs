//! Small modules, cut.

use super::plan::{all_parts, owner};
use super::*;
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, ExportKind, ExportSection, FunctionSection,
    GlobalSection, GlobalType, IndirectNameMap, Instruction, MemorySection, MemoryType, Module,
    NameMap, NameSection, TableSection, TableType, TypeSection, ValType,
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
    assert_eq!(of("x::scene::symbols::nerve::draw"), Some("nerve"));
    assert_eq!(of("x::scene::nerves::f"), None);
    assert_eq!(of("f<x::scene::nerve::A, x::scene::routes::B>"), None);
    assert_eq!(of("core::ptr::drop_in_place<x::scene::nerve::A>"), None);
}
