//! The glue as tokens, and what is left out of it.

use crate::minify;
use anyhow::{Context as _, Result, bail, ensure};

/// A piece of JavaScript without comments, templates and regular expressions.
#[derive(Clone, Debug, PartialEq)]
pub enum Token<'a> {
    /// A name, a key word or a number.
    Word(String),
    /// A string with its quotes; `++` and `--` too, which are not the same as two signs.
    Text(&'a str),
    /// Any other character.
    Sign(char),
    /// A line break that may end a statement.
    Break,
}

impl Token<'_> {
    /// A word or a sign.
    pub fn of(text: &str) -> Self {
        match text.chars().next() {
            Some(sign) if !in_word(sign) => Self::Sign(sign),
            _ => Self::Word(text.to_owned()),
        }
    }
}

pub fn is_word(token: &Token, word: &str) -> bool {
    matches!(token, Token::Word(other) if other == word)
}

pub fn is_sign(token: &Token, sign: char) -> bool {
    *token == Token::Sign(sign)
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

/// Where the start of the module is written out, to the end of the glue.
const ENDING: &str = "\nlet wasmModule, wasmInstance, wasm;\n";

/// The loader hands over a compiled module: reading a response, bytes or an address is never asked of the glue. A part's
/// instance is held, though the table holds its functions: that an engine keeps what they need is not left to its collector.
const START: &str = "
let wasm;
async function __wbg_init({ module_or_path: module }) {
    if (wasm === undefined) {
        wasm = (await WebAssembly.instantiate(module, __wbg_get_imports())).exports;
        wasm.__wbindgen_start();
    }
    return wasm;
}
const here = {};
const coming = {};
async function hang(name) {
    here[name] = await WebAssembly.instantiate(await code(name), { a: wasm });
}
export function part(name) {
    return coming[name] ??= hang(name).catch((error) => {
        coming[name] = undefined;
        throw error;
    });
}
function hasPart(name) { return !!here[name]; }
function bringPart(name, done) { part(name).then(() => done(), ({ message }) => done(message)); }
import { code } from \"./poster.js\";
export { __wbg_init as default };
";

/// A page's objects are described in a panic's message; the engine's own words for it will do.
const DESCRIBE: &str = "function debugString(val) {
    try { return String(val); } catch { return typeof val; }
}
";

/// The glue without comments and without what the loader never uses.
pub fn without_unused(glue: &str) -> Result<String> {
    let (body, end) = glue
        .split_once(ENDING)
        .context("the glue does not end in the start of the module")?;
    let declared: Vec<&str> = end
        .lines()
        .filter_map(|line| line.trim_start_matches("async ").strip_prefix("function "))
        .filter_map(|line| line.split('(').next())
        .collect();
    const KNOWN: [&str; 4] = [
        "__wbg_finalize_init",
        "__wbg_load",
        "initSync",
        "__wbg_init",
    ];
    ensure!(
        declared == KNOWN,
        "the glue ends in the functions {declared:?} instead of {KNOWN:?}"
    );
    ensure!(
        end.matches("wasm.").count() == 1 && end.contains("wasm.__wbindgen_start();"),
        "the glue starts the module in an unknown way"
    );
    let mut body = body.to_owned();
    if let Some(start) = body.find("function debugString(val) {\n") {
        let length = body[start..]
            .find("\n}\n")
            .context("debugString does not end")?;
        body.replace_range(start..start + length + 3, DESCRIBE);
    }
    Ok(minify::js(&(body + START)))
}

/// Cuts JavaScript into tokens; what needs a real parser is an error.
pub fn tokens(source: &str) -> Result<Vec<Token<'_>>> {
    let mut out = Vec::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '`' => bail!("the glue holds a template literal"),
            '/' => bail!("the glue holds a division, a comment or a regular expression"),
            '"' | '\'' => {
                let end = rest[1..].find([c, '\\', '\n']).map(|end| end + 1);
                let end = end.filter(|end| rest[*end..].starts_with(c));
                let length = end.context("the glue holds a string that is not plain")? + 1;
                out.push(Token::Text(&rest[..length]));
                length
            }
            c if in_word(c) => {
                let length = rest.find(|c| !in_word(c)).unwrap_or(rest.len());
                out.push(Token::Word(rest[..length].to_owned()));
                length
            }
            '\n' => {
                out.push(Token::Break);
                1
            }
            ' ' => 1,
            '+' | '-' if rest[1..].starts_with(c) => {
                out.push(Token::Text(&rest[..2]));
                2
            }
            c => {
                out.push(Token::Sign(c));
                c.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    // A break next to a bracket that stays open, or before one that closes, ends no statement.
    let mut kept: Vec<Token> = Vec::with_capacity(out.len());
    for token in out {
        if matches!(token, Token::Sign('}' | ')' | ']' | ',' | ';' | '.'))
            && kept.last() == Some(&Token::Break)
        {
            kept.pop();
        }
        let needless = matches!(
            kept.last(),
            Some(Token::Sign('{' | '(' | '[' | ',' | ';' | '='))
        );
        if token != Token::Break || !(needless || kept.is_empty()) {
            kept.push(token);
        }
    }
    Ok(kept)
}

/// Where the bracket at `open` closes.
pub fn closing(tokens: &[Token], open: usize) -> Result<usize> {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token {
            Token::Sign('{' | '(' | '[') => depth += 1,
            Token::Sign('}' | ')' | ']') => {
                depth -= 1;
                if depth == 0 {
                    return Ok(at);
                }
            }
            _ => {}
        }
    }
    bail!("a bracket of the glue does not close")
}

/// `const ret = x; return ret;` is `return x;`, and likewise where `ret` is wrapped up first.
pub fn fold_results(tokens: &mut Vec<Token<'_>>) {
    let plain = ["return", "ret", ";", "}"].map(Token::of);
    let wrapped = ["return", "addHeapObject", "(", "ret", ")", ";", "}"].map(Token::of);
    let declares = ["const", "ret", "="].map(Token::of);
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at..].starts_with(&declares) {
            let mut depth = 0;
            let end = tokens[at..].iter().position(|token| {
                match token {
                    Token::Sign('{' | '(' | '[') => depth += 1,
                    Token::Sign('}' | ')' | ']') => depth -= 1,
                    _ => {}
                }
                depth == 0 && is_sign(token, ';')
            });
            if let Some(end) = end.map(|end| at + end) {
                if tokens[end + 1..].starts_with(&plain) {
                    tokens.drain(end..end + 3);
                    tokens.splice(at..at + 3, [Token::of("return")]);
                } else if tokens[end + 1..].starts_with(&wrapped) {
                    tokens.splice(end..end + 6, [Token::of(")")]);
                    tokens.splice(at..at + 3, ["return", "addHeapObject", "("].map(Token::of));
                }
            }
        }
        at += 1;
    }
}

/// The tokens as text, with no more white space than they need.
pub fn text(tokens: &[Token]) -> String {
    let mut out = String::new();
    // `a - -b` is not `a--b`.
    let apart = |out: &mut String, sign: char| {
        if matches!(sign, '+' | '-') && out.ends_with(sign) {
            out.push(' ');
        }
    };
    for token in tokens {
        match token {
            Token::Word(word) => {
                if out.ends_with(in_word) {
                    out.push(' ');
                }
                out.push_str(word);
            }
            Token::Text(text) => {
                apart(&mut out, text.chars().next().unwrap_or_default());
                out.push_str(text);
            }
            Token::Sign(sign) => {
                apart(&mut out, *sign);
                out.push(*sign);
            }
            Token::Break => out.push('\n'),
        }
    }
    out.trim_end().to_owned()
}
