//! Where in their sources the standard library and dependencies would panic, as text in the wasm: names of files that are
//! no part of this product. Nobody who reads such a message could look there, so blanks stand in their place; line and
//! column stay, and our own files keep their names.
//!
//! Must not be here: the form of wasm.

/// What such a place begins with: as the compiler writes it, and as `dist` has the registry written.
const STARTS: [&[u8]; 2] = [b"/rustc/", b"c/registry/src/"];
const END: &[u8] = b".rs";
/// Longer ones are no names of files.
const LONGEST: usize = 160;

/// Puts blanks over the places.
pub fn blank(wasm: &mut [u8]) {
    let mut at = 0;
    while at < wasm.len() {
        let rest = &mut wasm[at..];
        let length = STARTS
            .iter()
            .any(|start| rest.starts_with(start))
            .then(|| end(rest))
            .flatten();
        if let Some(length) = length {
            rest[..length].fill(b' ');
        }
        at += length.unwrap_or(1);
    }
}

/// Up to where the name goes that begins here.
fn end(text: &[u8]) -> Option<usize> {
    let printed = text.iter().take(LONGEST);
    let printed = printed.take_while(|byte| byte.is_ascii_graphic()).count();
    let found = text[..printed]
        .windows(END.len())
        .position(|three| three == END)?;
    Some(found + END.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_others_are_blanked() {
        let mut text = *b"\0/rustc/5f/library/a.rsc/registry/src/i.c-1/b.rssrc/ui/app.rs/rustc/ no /rustc/x\0.rs";
        blank(&mut text);
        let rest: Vec<&str> = std::str::from_utf8(&text)
            .unwrap()
            .split_whitespace()
            .collect();
        assert_eq!(rest, ["\0", "src/ui/app.rs/rustc/", "no", "/rustc/x\0.rs"]);
    }
}
