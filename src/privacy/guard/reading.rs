//! A text as the rules read it: plain ASCII, in which every sign knows where it came from. Wide digits, letters of other
//! scripts that look Latin, spaces that are no spaces and marks without width are how people write, or how they hide.

use std::ops::Range;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// A text in plain ASCII with the way back to the text it was read from.
pub(super) struct Reading {
    text: String,
    /// Per byte of `text` the bytes of the original sign; nothing when they are the same bytes.
    origins: Option<Vec<Origin>>,
}

#[derive(Clone, Copy)]
struct Origin {
    start: usize,
    end: usize,
}

impl Reading {
    pub(super) fn of(original: &str) -> Self {
        if original.is_ascii() {
            return Self { text: mend_digits(original.to_owned()), origins: None };
        }
        let mut text = String::with_capacity(original.len());
        let mut origins = Vec::with_capacity(original.len());
        for (start, char) in original.char_indices() {
            push(&mut text, char);
            origins.resize(text.len(), Origin { start, end: start + char.len_utf8() });
        }
        Self { text: mend_digits(text), origins: Some(origins) }
    }

    /// The ASCII text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where a piece of the ASCII text stands in the original.
    pub(super) fn original(&self, range: &Range<usize>) -> Range<usize> {
        match &self.origins {
            None => range.clone(),
            Some(_) if range.is_empty() => 0..0,
            Some(origins) => origins[range.start].start..origins[range.end - 1].end,
        }
    }
}

/// Adds what a sign reads as: nothing for one without width, otherwise some ASCII.
fn push(text: &mut String, char: char) {
    if char.is_ascii() {
        return text.push(char);
    }
    match char {
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{20e3}'
        | '\u{e0100}'..='\u{e01ef}' => {}
        '‐'..='―' | '−' | '⁃' | '－' | '﹣' => text.push('-'),
        '•' | '·' | '∙' | '․' | '。' | '｡' => text.push('.'),
        '’' | '‘' | 'ʼ' | '´' => text.push('\''),
        // Arabic letters in the forms they have within words, some of them whole sentences.
        '\u{fb50}'..='\u{fdff}' => text.push('x'),
        'ß' => text.push_str("ss"),
        'æ' => text.push_str("ae"),
        'Æ' => text.push_str("AE"),
        'œ' => text.push_str("oe"),
        '€' | '£' | '¥' => text.push('$'),
        char => {
            // A few signs decompose into whole words; four letters are enough to read one by.
            let mut parts = 0;
            decompose_compatible(char, |part| {
                if parts < 4 && !is_combining_mark(part) {
                    text.push(plain(part));
                    parts += 1;
                }
            });
        }
    }
}

/// One decomposed sign as ASCII. A letter without a Latin likeness reads as an `x`, any other sign as one that is in no rule.
fn plain(char: char) -> char {
    match char {
        char if char.is_ascii() => char,
        'а' | 'α' => 'a',
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'с' | 'ϲ' => 'c',
        'С' => 'C',
        'е' | 'ε' => 'e',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'і' | 'ι' | 'ı' => 'i',
        'І' | 'Ι' => 'I',
        'ј' => 'j',
        'К' | 'Κ' => 'K',
        'ł' => 'l',
        'Ł' => 'L',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'о' | 'ο' | 'ø' => 'o',
        'О' | 'Ο' | 'Ø' => 'O',
        'р' | 'ρ' => 'p',
        'Р' | 'Ρ' => 'P',
        'ѕ' => 's',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'х' | 'χ' => 'x',
        'Х' | 'Χ' => 'X',
        'у' => 'y',
        'У' | 'Υ' => 'Y',
        'Ζ' => 'Z',
        'đ' | 'ð' => 'd',
        'Đ' => 'D',
        char if char.is_whitespace() => ' ',
        char if char.is_numeric() => digit(char),
        char if char.is_uppercase() => 'X',
        char if char.is_alphabetic() => 'x',
        _ => '~',
    }
}

/// The digits of other scripts stand in blocks of ten, each beginning at its zero.
fn digit(char: char) -> char {
    const ZEROS: [char; 12] = ['٠', '۰', '߀', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '๐'];
    let value = ZEROS.iter().find_map(|zero| u32::from(char).checked_sub(u32::from(*zero)).filter(|value| *value < 10));
    value.and_then(|value| char::from_digit(value, 10)).unwrap_or('~')
}

/// An `o` that stands where a digit stands is a nought, an `l` a one: `o6-l2345678`.
fn mend_digits(text: String) -> String {
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let is_letter = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at)).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_')
    };
    let mended: Vec<(usize, u8)> = bytes
        .iter()
        .enumerate()
        .filter_map(|(at, byte)| {
            let digit = match byte {
                b'o' | b'O' => b'0',
                b'l' | b'I' => b'1',
                _ => return None,
            };
            let (before, after) = (at.checked_sub(1), Some(at + 1));
            let among_digits = is_digit(after) && !is_letter(before);
            (among_digits || (digit == b'0' && is_digit(before) && !is_letter(after))).then_some((at, digit))
        })
        .collect();
    if mended.is_empty() {
        return text;
    }
    let mut bytes = text.into_bytes();
    for (at, digit) in mended {
        bytes[at] = digit;
    }
    String::from_utf8(bytes).expect("ASCII was put in the place of ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        Reading::of(text).text().to_owned()
    }

    #[test]
    fn wide_digits_and_odd_spaces_read_as_plain_ones() {
        assert_eq!(read("０６\u{a0}１２"), "06 12");
        assert_eq!(read("٠٦"), "06");
        assert_eq!(read("𝟬𝟲"), "06");
    }

    #[test]
    fn letters_of_other_scripts_read_as_what_they_look_like() {
        assert_eq!(read("ВХ-45"), "BX-45");
        assert_eq!(read("Öztürk"), "Ozturk");
    }

    #[test]
    fn a_letter_in_the_place_of_a_digit_reads_as_the_digit() {
        assert_eq!(read("o6-l2345678"), "06-12345678");
        assert_eq!(read("O6"), "06");
        assert_eq!(read("zo 6 of to2"), "zo 6 of to2");
    }

    #[test]
    fn a_piece_is_found_back_with_all_that_stood_in_it() {
        let original = "é 0\u{200b}６ x";
        let reading = Reading::of(original);
        assert_eq!(reading.text(), "e 06 x");
        assert_eq!(&original[reading.original(&(2..4))], "0\u{200b}６");
    }
}
