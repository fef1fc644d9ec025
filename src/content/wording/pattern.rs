//! How the patterns of the rules are read.
//!
//! A pattern is a row of groups. A group is a list of words parted by `|`; `$A` stands for a list
//! that several patterns share. Between groups `~` allows a few letters, `~~` anything within the
//! sentence, and `+` nothing. Where words are parted by spaces, one is a whole word unless it ends
//! in `*`.

use std::ops::Range;

use super::Table;
use crate::content::value::Value;

/// What excuses a match.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unless {
    /// A negation of it, or a doubt about it.
    pub negated: bool,
    /// The sentence says that it is a report, a possibility, or about animals.
    pub hedged: bool,
    /// The same, but only after the match.
    pub followed: bool,
    /// It is asked, not stated.
    pub asked: bool,
}

/// Where a pattern was found.
pub type Found = Range<usize>;

/// All places where one of the patterns stands, from the start of the text on, of those that start
/// at one place the longest first.
pub fn matches(patterns: &[String], text: &str, table: &Table) -> Vec<Found> {
    let mut found = Vec::new();
    for pattern in patterns {
        let (first, rest) = head(pattern);
        words(first, text, table, &mut |start, end| {
            if let Some(end) = follow(rest, text, end, table) {
                found.push(start..end);
            }
            false
        });
    }
    found.sort_unstable_by_key(|found| (found.start, usize::MAX - found.end));
    found
}

/// Whether any word of a list stands in a text.
pub fn any(list: &str, text: &str, table: &Table) -> bool {
    words(list, text, table, &mut |_, _| true)
}

/// Where the part that follows a match ends. A comma after the topic (は、) ends nothing.
pub fn part_end(after: &str, breaks: &str) -> usize {
    let topic = |at: usize| after.get(..at).is_some_and(|before| before.ends_with('は'));
    let ends = breaks.split('|').filter_map(|mark| {
        let mut ends = after.match_indices(mark).map(|(at, _)| at);
        ends.find(|&at| mark != "、" || !topic(at))
    });
    ends.min().unwrap_or(after.len())
}

/// The first group of a pattern, and what follows with its joint.
fn head(pattern: &str) -> (&str, &str) {
    let end = pattern.find(['~', '+']).unwrap_or(pattern.len());
    pattern.split_at(end)
}

/// Where the rest of a pattern ends, if it follows on `from`.
fn follow(rest: &str, text: &str, from: usize, table: &Table) -> Option<usize> {
    if rest.is_empty() {
        return Some(from);
    }
    let (gap, groups) = if let Some(groups) = rest.strip_prefix("~~") {
        (usize::MAX, groups)
    } else if let Some(groups) = rest.strip_prefix('~') {
        (table.gap, groups)
    } else {
        (0, rest.get(1..)?)
    };
    let (group, rest) = head(groups);
    let tail = text.get(from..)?;
    let mut nearest: Option<usize> = None;
    words(group, tail, table, &mut |start, end| {
        let between = tail.get(..start).unwrap_or_default();
        let near = between.trim().chars().count() <= gap;
        let better = near && nearest.is_none_or(|known| from + end < known);
        if let Some(end) = better
            .then(|| follow(rest, text, from + end, table))
            .flatten()
        {
            nearest = Some(nearest.map_or(end, |known| known.min(end)));
        }
        false
    });
    nearest
}

/// Calls `found` with all places of all words of a group until it says that this is enough.
fn words(
    group: &str,
    text: &str,
    table: &Table,
    found: &mut dyn FnMut(usize, usize) -> bool,
) -> bool {
    group
        .split('|')
        .filter(|word| !word.is_empty())
        .any(|word| {
            if word.starts_with('$') {
                let set = table.sets.get(word).and_then(Value::as_text);
                return words(set.unwrap_or_default(), text, table, found);
            }
            let stem = word.strip_suffix('*');
            let letters = stem.unwrap_or(word);
            text.match_indices(letters).any(|(start, _)| {
                let end = start + letters.len();
                let inside = |letter: Option<char>| {
                    letter.is_some_and(|letter| letter.is_ascii_alphanumeric())
                };
                let before = text.get(..start).and_then(|text| text.chars().next_back());
                let after = text.get(end..).and_then(|text| text.chars().next());
                let whole = !inside(before) && (stem.is_some() || !inside(after));
                (table.joined || whole) && found(start, end)
            })
        })
}
