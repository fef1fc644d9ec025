//! Cutting the static data: each module writes the bytes that it alone needs, at the addresses that the linker gave them.
//! Memory is zero where nobody has written yet, so zeros are left out.

use super::plan::{Home, Plan};
use std::ops::Range;
use wasm_encoder::{ConstExpr, DataSection};

/// Fewer bytes than this between two pieces cost less than a piece of their own: they are written with both.
const GAP: usize = 48;

/// What the module of `home` writes at its start.
pub fn of(segments: &[(u32, &[u8])], plan: &Plan, home: Home) -> DataSection {
    let mut section = DataSection::new();
    for (start, bytes) in segments {
        let of = |home| move |at: usize| plan.writer(start + at as u32) == home;
        let mut pieces = pieces(bytes, of(Home::Main));
        if home != Home::Main {
            let mut written = vec![false; bytes.len()];
            for piece in pieces {
                written[piece].fill(true);
            }
            let own = of(home);
            pieces = self::pieces(bytes, |at| own(at) && !written[at]);
        }
        for piece in pieces {
            let address = ConstExpr::i32_const((start + piece.start as u32) as i32);
            section.active(0, &address, bytes[piece].iter().copied());
        }
    }
    section
}

/// Runs of bytes that are `own` and not zero.
fn pieces(bytes: &[u8], own: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte != 0) {
        if own(at) {
            match pieces.last_mut() {
                Some(piece) if at < piece.end + GAP => piece.end = at + 1,
                _ => pieces.push(at..at + 1),
            }
        }
    }
    pieces
}
