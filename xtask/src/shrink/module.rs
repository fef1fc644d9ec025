//! The outside of a wasm module: the names of what it imports and exports. Code and data are passed through as they are.

use anyhow::{Context as _, Result, bail, ensure};

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// A module cut into its sections.
pub struct Module<'a> {
    sections: Vec<(u8, &'a [u8])>,
    /// In the module's order.
    pub imports: Vec<Import<'a>>,
    /// In the module's order.
    pub exports: Vec<Export<'a>>,
}

/// An imported function.
pub struct Import<'a> {
    /// The object it is looked up in.
    pub module: &'a str,
    /// Its name there.
    pub name: &'a str,
    /// Index of its type.
    kind: u32,
}

/// Anything exported.
pub struct Export<'a> {
    /// The name it is found by.
    pub name: &'a str,
    /// Kind and index, as they stand in the file.
    target: &'a [u8],
}

impl<'a> Module<'a> {
    /// Reads the outside of a module; anything unexpected is an error.
    pub fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut rest = bytes
            .strip_prefix(b"\0asm\x01\0\0\0")
            .context("this is not a wasm module")?;
        let mut module = Self {
            sections: Vec::new(),
            imports: Vec::new(),
            exports: Vec::new(),
        };
        while let Some((id, after)) = rest.split_first() {
            rest = after;
            let body = take_sized(&mut rest)?;
            match *id {
                // Custom sections are read by tools only.
                0 => continue,
                IMPORTS => module.imports = imports(body)?,
                EXPORTS => module.exports = exports(body)?,
                _ => {}
            }
            module.sections.push((*id, body));
        }
        Ok(module)
    }

    /// The module with other names, and without custom sections. An export without a new name is dropped.
    pub fn renamed(
        &self,
        object: &str,
        import: impl Fn(&str) -> Result<String>,
        export: impl Fn(&str) -> Option<String>,
    ) -> Result<Vec<u8>> {
        let mut out = b"\0asm\x01\0\0\0".to_vec();
        for (id, body) in &self.sections {
            let new = match *id {
                IMPORTS => {
                    let mut section = Vec::new();
                    put_number(&mut section, self.imports.len());
                    for Import { name, kind, .. } in &self.imports {
                        put_sized(&mut section, object.as_bytes());
                        put_sized(&mut section, import(name)?.as_bytes());
                        section.push(0);
                        put_number(&mut section, *kind as usize);
                    }
                    section
                }
                EXPORTS => {
                    let kept = self.exports.iter();
                    let kept: Vec<_> = kept
                        .filter_map(|item| Some((export(item.name)?, item.target)))
                        .collect();
                    let mut section = Vec::new();
                    put_number(&mut section, kept.len());
                    for (name, target) in kept {
                        put_sized(&mut section, name.as_bytes());
                        section.extend(target);
                    }
                    section
                }
                _ => body.to_vec(),
            };
            out.push(*id);
            put_sized(&mut out, &new);
        }
        Ok(out)
    }
}

fn imports(mut body: &[u8]) -> Result<Vec<Import<'_>>> {
    let count = take_number(&mut body)?;
    let list = (0..count).map(|_| {
        let (module, name) = (take_name(&mut body)?, take_name(&mut body)?);
        if take_byte(&mut body)? != 0 {
            bail!("the module imports `{name}`, which is no function");
        }
        let kind = take_number(&mut body)?;
        Ok(Import { module, name, kind })
    });
    let list = list.collect::<Result<_>>()?;
    ensure!(body.is_empty(), "the import section has a remainder");
    Ok(list)
}

fn exports(mut body: &[u8]) -> Result<Vec<Export<'_>>> {
    let count = take_number(&mut body)?;
    let list = (0..count).map(|_| {
        let name = take_name(&mut body)?;
        let start = body;
        take_byte(&mut body)?;
        take_number(&mut body)?;
        let target = &start[..start.len() - body.len()];
        Ok(Export { name, target })
    });
    let list = list.collect::<Result<_>>()?;
    ensure!(body.is_empty(), "the export section has a remainder");
    Ok(list)
}

fn take_byte(rest: &mut &[u8]) -> Result<u8> {
    let (byte, after) = rest.split_first().context("the wasm module ends early")?;
    *rest = after;
    Ok(*byte)
}

/// An unsigned LEB128 number.
fn take_number(rest: &mut &[u8]) -> Result<u32> {
    let mut number = 0;
    for shift in (0..35).step_by(7) {
        let byte = take_byte(rest)?;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Ok(u32::try_from(number)?);
        }
    }
    bail!("the wasm module holds a number above 32 bits")
}

fn take_sized<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8]> {
    let size = take_number(rest)? as usize;
    let (body, after) = rest
        .split_at_checked(size)
        .context("the wasm module ends early")?;
    *rest = after;
    Ok(body)
}

fn take_name<'a>(rest: &mut &'a [u8]) -> Result<&'a str> {
    Ok(std::str::from_utf8(take_sized(rest)?)?)
}

fn put_number(out: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn put_sized(out: &mut Vec<u8>, bytes: &[u8]) {
    put_number(out, bytes.len());
    out.extend(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One type, `x.long_name` imported, `memory` and `gone` exported, and a custom section.
    const SMALL: &[u8] =
        b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x0f\x01\x01x\x09long_name\0\0\x05\x03\x01\0\x01\
        \x07\x11\x02\x06memory\x02\0\x04gone\0\0\0\x03\x01zz";

    #[test]
    fn names_are_replaced_and_nothing_else() {
        let module = Module::read(SMALL).unwrap();
        assert_eq!(module.imports[0].name, "long_name");
        let small = module
            .renamed(
                "m",
                |_| Ok("a".into()),
                |name| (name == "memory").then(|| name.into()),
            )
            .unwrap();
        let expected: &[u8] =
            b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x07\x01\x01m\x01a\0\0\x05\x03\x01\0\x01\
            \x07\x0a\x01\x06memory\x02\0";
        assert_eq!(small, expected);
    }

    #[test]
    fn a_cut_module_is_an_error() {
        for end in 8..SMALL.len() - 1 {
            // Between two sections a module may end.
            let whole = [8, 14, 31, 36, 55].contains(&end);
            assert_eq!(Module::read(&SMALL[..end]).is_ok(), whole, "{end}");
        }
    }
}
