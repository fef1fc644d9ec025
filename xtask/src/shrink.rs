//! Makes the engine's glue and wasm smaller together. wasm-bindgen gives every function that crosses the border a long
//! name with a hash, in both files; nobody else sees those names, so both get short ones here. What the loader never uses
//! of the glue goes as well.
//!
//! All of this leans on the form of what the pinned wasm-bindgen writes. It is checked on the way: glue of another form
//! stops the build with a message, it is never half rewritten. What the element itself calls keeps its name.

mod glue;
mod module;
mod order;
mod places;
mod split;

use anyhow::{Context as _, Result, bail, ensure};
use glue::{Token, is_sign, is_word};
use module::Module;
pub use split::Links;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The tests measure memory by it.
const KEPT_EXPORT: &str = "memory";

/// A shrunken engine.
pub struct Small {
    /// The glue.
    pub glue: String,
    /// What every scene needs.
    pub wasm: Vec<u8>,
    /// Each scene's own code under the part's name.
    pub parts: split::Parts,
}

/// Glue and wasm with short names, and the scenes in parts of their own.
pub fn shrink(glue: &str, wasm: &[u8], links: Links) -> Result<Small> {
    let names_of_functions = split::names(wasm)?;
    let module = Module::read(wasm)?;
    let glue = glue::without_unused(glue)?;
    let mut tokens = glue::tokens(&glue)?;
    glue::fold_results(&mut tokens);

    // One object holds all imports: its name, and the names in it.
    let object = module.imports.first().context("the wasm has no imports")?;
    let object = object.module;
    for import in &module.imports {
        ensure!(
            import.module == object,
            "the wasm imports `{}` from {}, not from {object}",
            import.name,
            import.module
        );
    }
    // Names after a full stop and keys are a world of their own: variables first, or they would keep clear of them.
    let exports = short_exports(&mut tokens, &module)?;
    short_locals(&mut tokens)?;
    let (mut tokens, imports) = short_imports(tokens, &module)?;
    let key = format!("\"{object}\"");
    let at = position(&tokens, |token| *token == Token::Text(&key))
        .with_context(|| format!("the glue never names {object}"))?;
    tokens[at] = Token::Word("a".into());

    let wasm = module.renamed(
        "a",
        |name| {
            let short = imports.get(name);
            short
                .cloned()
                .with_context(|| format!("the glue has no `{name}`, which the wasm imports"))
        },
        |name| exports.get(name).cloned(),
    )?;
    let taken: HashSet<String> = exports.into_values().collect();
    let (mut wasm, parts) = split::split(&wasm, &names_of_functions, links, names(&taken))?;
    places::blank(&mut wasm);
    let parts = parts.into_iter().map(|(name, mut part)| {
        places::blank(&mut part);
        Ok((name, order::sorted(&part)?))
    });
    Ok(Small {
        glue: glue::text(&tokens),
        wasm: order::sorted(&wasm)?,
        parts: parts.collect::<Result<_>>()?,
    })
}

fn position(tokens: &[Token], matches: impl Fn(&Token) -> bool) -> Option<usize> {
    tokens.iter().position(matches)
}

/// Short names in a row, none of them in `taken`.
fn names<'a>(taken: &'a HashSet<String>) -> impl Iterator<Item = String> + 'a {
    const FIRST: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let letter = |c: &u8| char::from(*c).to_string();
    let one = FIRST.iter().map(letter);
    let two = FIRST
        .iter()
        .flat_map(move |a| FIRST.iter().map(move |b| letter(a) + &letter(b)));
    one.chain(two).filter(|name| {
        !taken.contains(name) && !["as", "do", "if", "in", "of"].contains(&name.as_str())
    })
}

/// Rewrites `const import0 = { … };`. The same function under two names becomes one.
fn short_imports<'a>(
    tokens: Vec<Token<'a>>,
    module: &Module<'_>,
) -> Result<(Vec<Token<'a>>, HashMap<String, String>)> {
    let start = tokens
        .windows(4)
        .position(|four| {
            is_word(&four[0], "const")
                && is_word(&four[1], "import0")
                && is_sign(&four[2], '=')
                && is_sign(&four[3], '{')
        })
        .context("the glue has no `const import0 = {`")?
        + 4;
    let end = glue::closing(&tokens, start - 1)?;
    // Name -> everything from its parameters on.
    let mut entries: Vec<(&str, &[Token<'a>])> = Vec::new();
    let mut at = start;
    while at < end {
        let Token::Word(name) = &tokens[at] else {
            bail!("something other than a name is where the glue should name an import");
        };
        if name == "__proto__" {
            at += 4;
            continue;
        }
        let is_function = is_sign(&tokens[at + 1], ':')
            && is_word(&tokens[at + 2], "function")
            && is_sign(&tokens[at + 3], '(');
        ensure!(is_function, "`{name}` is not a function in the glue");
        let body = glue::closing(&tokens, at + 3)? + 1;
        ensure!(is_sign(&tokens[body], '{'), "`{name}` has no body");
        let after = glue::closing(&tokens, body)? + 1;
        ensure!(is_sign(&tokens[after], ','), "`{name}` does not end");
        entries.push((name, &tokens[at + 3..after]));
        at = after + 1;
    }
    ensure!(
        entries.len() == module.imports.len(),
        "the glue offers {} functions, the wasm imports {}",
        entries.len(),
        module.imports.len()
    );

    let none = HashSet::new();
    let mut fresh = names(&none);
    let mut short = HashMap::new();
    let mut seen: Vec<(&[Token], String)> = Vec::new();
    let mut out = tokens[..start].to_vec();
    out.extend(["__proto__", ":", "null", ","].map(Token::of));
    for (name, function) in entries {
        let same = seen.iter().find(|(other, _)| *other == function);
        let new = match same {
            Some((_, new)) => new.clone(),
            None => {
                let new = fresh.next().context("there are not enough short names")?;
                out.push(Token::Word(new.clone()));
                out.extend(function.iter().cloned());
                out.push(Token::Sign(','));
                seen.push((function, new.clone()));
                new
            }
        };
        ensure!(
            short.insert(name.to_owned(), new).is_none(),
            "the glue has `{name}` twice"
        );
    }
    out.extend_from_slice(&tokens[end..]);
    Ok((out, short))
}

/// Rewrites `wasm.name`. What the glue never asks for is not exported.
fn short_exports(tokens: &mut [Token], module: &Module<'_>) -> Result<HashMap<String, String>> {
    let known: HashSet<&str> = module.exports.iter().map(|export| export.name).collect();
    let none = HashSet::new();
    let mut fresh = names(&none);
    let mut short = HashMap::from([(KEPT_EXPORT.to_owned(), KEPT_EXPORT.to_owned())]);
    for at in 2..tokens.len() {
        if !is_word(&tokens[at - 2], "wasm") || !is_sign(&tokens[at - 1], '.') {
            continue;
        }
        let Token::Word(name) = &mut tokens[at] else {
            bail!("the glue uses `wasm` in an unknown way");
        };
        ensure!(
            known.contains(name.as_str()),
            "the glue uses `wasm.{name}`, which the wasm does not export"
        );
        if !short.contains_key(name.as_str()) {
            let new = fresh.next().context("there are not enough short names")?;
            short.insert(name.clone(), new);
        }
        *name = short[name.as_str()].clone();
    }
    Ok(short)
}

/// Whether wasm-bindgen numbers such parameters and variables: `arg0`, `ptr1`, `deferred3_0` …
fn is_numbered(word: &str) -> bool {
    let stem = word.trim_end_matches(|c: char| c.is_ascii_digit() || c == '_');
    stem.len() < word.len() && ["arg", "ptr", "len", "r", "deferred"].contains(&stem)
}

/// Short names for numbered variables and for what the glue keeps to itself.
fn short_locals(tokens: &mut [Token]) -> Result<()> {
    let mut local: HashSet<String> = HashSet::from(["retptr".to_owned()]);
    let mut depth = 0;
    let mut taken = HashSet::new();
    for at in 0_usize..tokens.len() {
        let before = at.checked_sub(1).map(|before| &tokens[before]);
        match &tokens[at] {
            Token::Sign('{' | '(' | '[') => depth += 1,
            Token::Sign('}' | ')' | ']') => depth -= 1,
            Token::Word(word) => {
                if !before.is_some_and(|token| is_sign(token, '.')) {
                    taken.insert(word.clone());
                }
                let declares = before.is_some_and(|token| {
                    ["function", "const", "let"]
                        .iter()
                        .any(|way| is_word(token, way))
                });
                let public = tokens[at.saturating_sub(3)..at]
                    .iter()
                    .any(|token| is_word(token, "export"));
                if is_numbered(word) || (depth == 0 && declares && !public) {
                    local.insert(word.clone());
                }
            }
            _ => {}
        }
    }

    // The most used get the shortest; equal ones by name, so that every build is the same.
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    let mut places = Vec::new();
    let mut open = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Sign(sign @ ('{' | '(' | '[')) => open.push(*sign),
            Token::Sign('}' | ')' | ']') => drop(open.pop()),
            Token::Word(word) if local.contains(word) => {
                let before = at.checked_sub(1).map(|before| &tokens[before]);
                let after = tokens.get(at + 1);
                let spread = at >= 2 && is_sign(&tokens[at - 2], '.');
                let is = |token: Option<&Token>, signs: &[char]| {
                    token.is_some_and(|token| signs.iter().any(|sign| is_sign(token, *sign)))
                };
                if is(before, &['.']) && !spread {
                    continue; // a property
                }
                if is(before, &['{', ',']) && open.last() == Some(&'{') {
                    if is(after, &[':']) {
                        continue; // the key of an object
                    }
                    ensure!(
                        !is(after, &[',', '}']),
                        "the glue uses `{word}` as key and variable at once"
                    );
                }
                *uses.entry(word).or_default() += 1;
                places.push(at);
            }
            _ => {}
        }
    }
    let mut order: Vec<_> = uses.into_iter().collect();
    order.sort_by_key(|(word, uses)| (usize::MAX - uses, *word));
    let mut fresh = names(&taken);
    let mut short = HashMap::new();
    for (word, _) in order {
        let new = fresh.next().context("there are not enough short names")?;
        short.insert(word.to_owned(), new);
    }
    for at in places {
        if let Token::Word(word) = &mut tokens[at] {
            *word = short[word.as_str()].clone();
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "/** Doc */\nexport class Explainer {\n    play() {\n        wasm.explainer_play(this.__wbg_ptr);\n    }\n}\n\
        export function start(fail) {\n    wasm.start(addHeapObject(fail));\n}\n\
        function __wbg_get_imports() {\n    const import0 = {\n        __proto__: null,\n\
        \x20       __wbg_arc_61: function(arg0, arg1) {\n            getObject(arg0).arc(arg1);\n        },\n\
        \x20       __wbg_arc_ff: function(arg0, arg1) {\n            getObject(arg0).arc(arg1);\n        },\n\
        \x20       __wbg_key_12: function(arg0) {\n            const ret = getObject(arg0).arg0;\n            return addHeapObject(ret);\n        },\n\
        \x20   };\n    return {\n        __proto__: null,\n        \"./e_bg.js\": import0,\n    };\n}\n\
        function addHeapObject(obj) { return heap.push(obj) - - 1; }\nlet heap = [];\nfunction getObject(idx) { return heap[idx]; }\n\
        \nlet wasmModule, wasmInstance, wasm;\nfunction __wbg_finalize_init(instance, module) {\n    wasm.__wbindgen_start();\n}\n\
        async function __wbg_load(module, imports) {\n}\nfunction initSync(module) {\n}\nasync function __wbg_init(x) {\n}\n\
        \nexport { initSync, __wbg_init as default };\n";

    fn named(names: &[&str], exports: &[&str]) -> Vec<u8> {
        let sized = |bytes: &[u8]| [&[bytes.len() as u8], bytes].concat();
        let mut imports = vec![names.len() as u8];
        for name in names {
            imports.extend(sized(b"./e_bg.js"));
            imports.extend(sized(name.as_bytes()));
            imports.extend([0, 0]);
        }
        let mut list = vec![exports.len() as u8];
        for name in exports {
            list.extend(sized(name.as_bytes()));
            list.extend([0, 0]);
        }
        [
            b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02",
            &*sized(&imports),
            b"\x07",
            &*sized(&list),
        ]
        .concat()
    }

    const IMPORTS: [&str; 3] = ["__wbg_key_12", "__wbg_arc_ff", "__wbg_arc_61"];
    const EXPORTS: [&str; 4] = ["memory", "explainer_play", "start", "__wbindgen_start"];

    #[test]
    fn glue_and_wasm_agree_on_short_names() {
        let Small { glue, wasm, .. } =
            shrink(GLUE, &named(&IMPORTS, &EXPORTS), Links::default()).unwrap();
        let module = Module::read(&wasm).unwrap();
        let imports: Vec<_> = module.imports.iter().map(|import| import.name).collect();
        assert_eq!(imports, ["b", "a", "a"]);
        let exports: Vec<_> = module.exports.iter().map(|export| export.name).collect();
        assert_eq!(exports, ["memory", "a", "b", "c"]);
        for part in [
            "export class Explainer{play(){",
            ".a(this.__wbg_ptr)",
            "export function start(fail){",
            "__proto__:null,a:import0",
            ".arg0)",
            ".push(obj)- -1",
            " as default}",
        ] {
            assert!(glue.contains(part), "{part} is not in {glue}");
        }
        for gone in ["arc_", "getObject", "initSync", "__wbg_init", "(arg0"] {
            assert!(!glue.contains(gone), "{gone} is in {glue}");
        }
    }

    #[test]
    fn another_form_is_an_error() {
        let message = |glue: &str, wasm: &[u8]| {
            let small = shrink(glue, wasm, Links::default());
            small.err().unwrap().to_string()
        };
        let wasm = named(&IMPORTS, &EXPORTS);
        let fewer = named(&IMPORTS[1..], &EXPORTS);
        assert!(message(GLUE, &fewer).contains("offers 3 functions, the wasm imports 2"));
        let other = named(&["__wbg_key_12", "__wbg_arc_ff", "else"], &EXPORTS);
        assert!(message(GLUE, &other).contains("the glue has no `else`"));
        let unknown = named(&IMPORTS, &EXPORTS[..3]);
        assert!(message(GLUE, &unknown).contains("wasm.__wbindgen_start"));
        let sync = GLUE.replace("function initSync", "function initAsync");
        assert!(message(&sync, &wasm).contains("initAsync"));
        let template = GLUE.replace("heap[idx]", "`${idx}`");
        assert!(message(&template, &wasm).contains("template"));
        let shorthand = GLUE.replace("= []", "= { wasm, heap }");
        assert!(message(&shorthand, &wasm).contains("as key and variable"));
    }
}
