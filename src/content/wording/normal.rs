//! Makes spellings alike before anything is looked for: width and compatibility forms (by the
//! normaliser that is handed in), case, spaces within Japanese, and what is added to or left out of
//! a verb's kana. Each letter remembers where it came from.

use std::ops::Range;

/// Unicode normalisation form NFKC.
pub type Normalise = fn(&str) -> String;

/// A text made alike, with the way back.
pub struct Plain {
    /// The text.
    pub text: String,
    /// For each byte of it and for its end: the byte of the original it came from.
    at: Vec<u32>,
}

impl Plain {
    /// Makes one sentence alike. Where words are joined spaces mean nothing; elsewhere a run of them
    /// is one. `spellings` are `variant=standard`, parted by `|`.
    pub fn new(sentence: &str, joined: bool, spellings: &str, normalise: Normalise) -> Self {
        let mut wide = Self {
            text: String::with_capacity(sentence.len()),
            at: Vec::with_capacity(sentence.len()),
        };
        let mut letters = sentence.char_indices().peekable();
        while let Some((start, letter)) = letters.next() {
            let mut end = start + letter.len_utf8();
            // Marks go with the letter before them: カ + ゛ is ガ.
            while let Some((at, mark)) = letters.next_if(|(_, letter)| is_mark(*letter)) {
                end = at + mark.len_utf8();
            }
            let cluster = sentence.get(start..end).unwrap_or_default();
            if is_plain(letter) && cluster.len() == letter.len_utf8() {
                wide.push(start, letter, joined);
            } else {
                for letter in normalise(cluster).chars() {
                    wide.push(start, letter, joined);
                }
            }
        }
        wide.at.push(sentence.len() as u32);
        wide.respelled(spellings)
    }

    /// The place in the original sentence.
    pub fn original(&self, found: &Range<usize>) -> Range<usize> {
        let at = |index: usize| self.at.get(index).copied().unwrap_or_default() as usize;
        at(found.start)..at(found.end)
    }

    fn push(&mut self, from: usize, letter: char, joined: bool) {
        let letter = match letter {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => return,
            // Put between letters only to hide a word.
            '*' | '_' | '~' | '☆' | '★' | '♪' if joined => return,
            '\u{2018}' | '\u{2019}' => '\'',
            letter if letter.is_whitespace() => {
                if joined || self.text.is_empty() || self.text.ends_with(' ') {
                    return;
                }
                ' '
            }
            // Hyphens part words as spaces do.
            '-' | '\u{2010}' | '\u{2011}' if !joined => ' ',
            letter => letter.to_ascii_lowercase(),
        };
        self.text.push(letter);
        for _ in 0..letter.len_utf8() {
            self.at.push(from as u32);
        }
    }

    fn respelled(&self, spellings: &str) -> Self {
        let mut plain = Self {
            text: String::with_capacity(self.text.len()),
            at: Vec::with_capacity(self.at.len()),
        };
        let mut index = 0;
        while let Some(rest) = self.text.get(index..) {
            let Some(letter) = rest.chars().next() else {
                break;
            };
            let from = self.original(&(index..index)).start as u32;
            let known = spellings.split('|').find_map(|line| {
                let (variant, standard) = line.split_once('=')?;
                rest.starts_with(variant).then_some((variant, standard))
            });
            let length = plain.text.len();
            match known {
                Some((variant, standard)) => {
                    plain.text.push_str(standard);
                    index += variant.len();
                }
                None => {
                    plain.text.push(letter);
                    index += letter.len_utf8();
                }
            }
            for _ in length..plain.text.len() {
                plain.at.push(from);
            }
        }
        plain.at.extend(self.at.last());
        plain
    }
}

/// Kana, kanji and their marks.
pub fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff66}'..='\u{ff9f}')
}

/// Letters that normalisation leaves as they are.
fn is_plain(letter: char) -> bool {
    matches!(letter, '\0'..='\u{9f}' | '\u{3001}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fe}' | '\u{4e00}'..='\u{9fff}')
}

fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}'
    )
}

/// The sentences of a text with the byte at which each begins. A full stop ends one only before a
/// space and something that is no digit: "No. 1" is one.
pub fn sentences(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..).filter(|rest| !rest.is_empty())?;
        let mut end = rest.len();
        for (at, letter) in rest.char_indices() {
            let after = rest.get(at + letter.len_utf8()..).unwrap_or_default();
            let last = match letter {
                '。' | '！' | '？' | '!' | '?' | '\n' | '｡' => true,
                '.' => {
                    let next = after.trim_start_matches(' ').chars().next();
                    after.starts_with(' ') && !next.is_some_and(|next| next.is_ascii_digit())
                }
                _ => false,
            };
            if last {
                end = at + letter.len_utf8();
                break;
            }
        }
        let sentence = (from, rest.get(..end)?);
        from += end;
        Some(sentence)
    })
}
