//! Text made comparable: lower case, without diacritics, cut into words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest word that is looked at, in characters; the rest of it is ignored.
const LONGEST_WORD: usize = 48;

/// The text in lower case and without diacritics: `Café` becomes `cafe`, `ĳ` becomes `ij`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for char in text.nfkd().filter(|char| !is_combining_mark(*char)).flat_map(char::to_lowercase) {
        match char {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            char if is_combining_mark(char) => {}
            char => folded.push(char),
        }
    }
    folded
}

/// The words of a text, folded. Apostrophes do not part a word (`foto's` is `fotos`); all other signs do.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut length = 0;
    for char in fold(text).chars() {
        if char.is_alphanumeric() {
            if length < LONGEST_WORD {
                word.push(char);
            }
            length += 1;
        } else if !joins(char) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
            length = 0;
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// What "gebieds- of groepsverbod" may be short for: the first word with each possible end of the last one. Only the
/// reader knows which of them are words.
pub(super) fn whole_compounds(text: &str) -> Vec<String> {
    let pieces: Vec<&str> = text.split(|char: char| char.is_whitespace() || char == '/').collect();
    let mut found = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let Some(first) = piece.strip_suffix('-') else { continue };
        let last = match pieces.get(at + 1..) {
            Some(["en" | "of" | "and" | "or", last, ..] | [last, ..]) => words(last),
            _ => continue,
        };
        let (Some(first), Some(last)) = (words(first).pop(), last.first()) else { continue };
        found.extend(last.char_indices().skip(1).map(|(start, _)| format!("{first}{}", &last[start..])));
    }
    found
}

/// Signs that stand inside words: apostrophes, soft hyphens and marks without width.
fn joins(char: char) -> bool {
    matches!(char, '\'' | '’' | '‘' | '`' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// How many characters a word has.
pub(super) fn length(word: &str) -> usize {
    word.chars().count()
}
