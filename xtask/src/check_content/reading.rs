//! How easy a text is to read: the length of each sentence, and one measure of ease per file and language.
//!
//! Japanese: Tateisi, Ono and Yamada 1988 (mean 50, standard deviation 10 over their corpus; higher is easier). English:
//! Flesch 1948 (0 to 100; 60 to 70 is plain). Both count letters and words, not sense: a low value is a reason to look.

use super::{Checked, nfkc};
use exosome_explainer::content::wording;

/// No sentence is longer: letters in Japanese, words elsewhere.
pub const LONGEST_JAPANESE: usize = 75;
pub const LONGEST_WORDS: usize = 30;

/// A file below this is hard to read: less easy than the mean of the corpus; not plain.
pub const EASE_JAPANESE: f64 = 50.0;
pub const EASE_ENGLISH: f64 = 60.0;

/// Tells each sentence that is too long.
pub fn sentences(place: &str, text: &str, lang: &str, checked: &mut Checked) {
    for (_, sentence) in wording::sentences(text) {
        let (length, longest, unit) = match lang {
            "ja" => (
                nfkc(sentence.trim()).chars().count(),
                LONGEST_JAPANESE,
                "letters",
            ),
            _ => (sentence.split_whitespace().count(), LONGEST_WORDS, "words"),
        };
        if length > longest {
            let advice = format!("{length} {unit}: split it, {longest} at most");
            checked.add("long-sentence", place, sentence.trim(), &advice);
        }
    }
}

/// Tells when a file as a whole is hard to read.
pub fn ease(texts: &[String], lang: &str, file: &str, checked: &mut Checked) {
    let (ease, least) = match lang {
        "ja" => (japanese(texts), EASE_JAPANESE),
        "en" => (english(texts), EASE_ENGLISH),
        // No measure is known to us.
        _ => return,
    };
    if ease < least {
        let advice = format!(
            "reading ease {ease:.0}, at least {least:.0} is wanted: shorter sentences, plainer words"
        );
        checked.add("reading-ease", file, "", &advice);
    }
}

/// RS = -0.12 ls - 1.37 la + 7.4 lh - 23.18 lc - 5.4 lk - 4.67 cp + 115.79: mean letters per sentence, per run of
/// Latin letters, hiragana, kanji and katakana, and commas per sentence.
pub fn japanese(texts: &[String]) -> f64 {
    let mut runs = [(0usize, 0usize); 4];
    let (mut count, mut letters, mut commas) = (0, 0, 0);
    for (_, sentence) in texts.iter().flat_map(|text| wording::sentences(text)) {
        count += 1;
        let mut last = None;
        for letter in sentence.trim().chars() {
            letters += 1;
            commas += usize::from(letter == '、');
            let kind = match letter {
                'a'..='z' | 'A'..='Z' => Some(0),
                '\u{3041}'..='\u{309f}' => Some(1),
                '\u{4e00}'..='\u{9fff}' | '々' => Some(2),
                '\u{30a0}'..='\u{30ff}' => Some(3),
                _ => None,
            };
            if let Some(kind) = kind {
                runs[kind].0 += 1;
                runs[kind].1 += usize::from(last != Some(kind));
            }
            last = kind;
        }
    }
    let mean = |(letters, runs): (usize, usize)| letters as f64 / runs.max(1) as f64;
    let [latin, hiragana, kanji, katakana] = runs.map(mean);
    -0.12 * mean((letters, count)) - 1.37 * latin + 7.4 * hiragana
        - 23.18 * kanji
        - 5.4 * katakana
        - 4.67 * mean((commas, count))
        + 115.79
}

/// 206.835 - 1.015 words per sentence - 84.6 syllables per word.
pub fn english(texts: &[String]) -> f64 {
    let (mut count, mut words, mut syllables) = (0, 0, 0);
    for (_, sentence) in texts.iter().flat_map(|text| wording::sentences(text)) {
        count += 1;
        for word in sentence.split(|letter: char| !letter.is_alphanumeric() && letter != '\'') {
            if !word.is_empty() {
                words += 1;
                syllables += syllables_of(word);
            }
        }
    }
    let per = |many: usize, few: usize| many as f64 / few.max(1) as f64;
    206.835 - 1.015 * per(words, count) - 84.6 * per(syllables, words)
}

/// Runs of vowels, without a silent e at the end.
fn syllables_of(word: &str) -> usize {
    let word = word.to_lowercase();
    let stem = match word.strip_suffix('e') {
        Some(stem) if !word.ends_with("le") => stem,
        _ => &word,
    };
    let mut runs = 0;
    let mut vowel = false;
    for letter in stem.chars() {
        let is_vowel = "aeiouy".contains(letter);
        runs += usize::from(is_vowel && !vowel);
        vowel = is_vowel;
    }
    runs.max(1)
}
