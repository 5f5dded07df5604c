//! Numbers in digits and in words.

const DUTCH: [&str; 21] = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
    "twintig",
];

const ENGLISH: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// Hours as one says them after "rond" and "tegen".
const BENT: [&str; 13] = [
    "", "enen", "tweeen", "drieen", "vieren", "vijven", "zessen", "zevenen", "achten", "negenen", "tienen", "elven",
    "twaalven",
];

const TENS: [(&str, u32); 10] = [
    ("vijfentwintig", 25),
    ("dertig", 30),
    ("thirty", 30),
    ("veertig", 40),
    ("forty", 40),
    ("vijfenveertig", 45),
    ("vijftig", 50),
    ("fifty", 50),
    ("zestig", 60),
    ("sixty", 60),
];

/// The number that a word means; of digits at most four.
pub(super) fn number(word: &str) -> Option<u32> {
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return if word.len() <= 4 { word.parse().ok() } else { None };
    }
    let listed = |words: &[&str]| words.iter().position(|known| *known == word).and_then(|at| u32::try_from(at).ok());
    listed(&DUTCH)
        .or_else(|| listed(&ENGLISH))
        .or_else(|| listed(&BENT))
        .or_else(|| TENS.iter().find(|(known, _)| *known == word).map(|(_, number)| *number))
}

/// Digits of exactly this length, as a number.
pub(super) fn digits(word: &str, length: usize) -> Option<u32> {
    (word.len() == length && is_digits(word)).then(|| number(word)).flatten()
}

/// Whether a word is written in digits.
pub(super) fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a word is a number in English and none in Dutch.
pub(super) fn is_english(word: &str) -> bool {
    ENGLISH.contains(&word)
}
