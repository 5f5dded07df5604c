//! Numbers in digits and in words.

/// Numbers in both languages, in order; also hours as one says them after "rond" and "tegen".
const WORDS: [(&str, u32); 64] = [
    ("acht", 8),
    ("achten", 8),
    ("achttien", 18),
    ("dertien", 13),
    ("dertig", 30),
    ("drie", 3),
    ("drieen", 3),
    ("een", 1),
    ("eight", 8),
    ("eighteen", 18),
    ("eleven", 11),
    ("elf", 11),
    ("elven", 11),
    ("enen", 1),
    ("fifteen", 15),
    ("fifty", 50),
    ("five", 5),
    ("forty", 40),
    ("four", 4),
    ("fourteen", 14),
    ("negen", 9),
    ("negenen", 9),
    ("negentien", 19),
    ("nine", 9),
    ("nineteen", 19),
    ("nul", 0),
    ("one", 1),
    ("seven", 7),
    ("seventeen", 17),
    ("six", 6),
    ("sixteen", 16),
    ("sixty", 60),
    ("ten", 10),
    ("thirteen", 13),
    ("thirty", 30),
    ("three", 3),
    ("tien", 10),
    ("tienen", 10),
    ("twaalf", 12),
    ("twaalven", 12),
    ("twee", 2),
    ("tweeen", 2),
    ("twelve", 12),
    ("twenty", 20),
    ("twintig", 20),
    ("two", 2),
    ("veertien", 14),
    ("veertig", 40),
    ("vier", 4),
    ("vieren", 4),
    ("vijf", 5),
    ("vijfentwintig", 25),
    ("vijfenveertig", 45),
    ("vijftien", 15),
    ("vijftig", 50),
    ("vijven", 5),
    ("zero", 0),
    ("zes", 6),
    ("zessen", 6),
    ("zestien", 16),
    ("zestig", 60),
    ("zeven", 7),
    ("zevenen", 7),
    ("zeventien", 17),
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

/// The number that a word means; of digits at most four.
pub(super) fn number(word: &str) -> Option<u32> {
    if word.starts_with(|char: char| char.is_ascii_digit()) && is_digits(word) {
        return if word.len() <= 4 { word.parse().ok() } else { None };
    }
    WORDS.binary_search_by_key(&word, |(known, _)| known).ok().map(|at| WORDS[at].1)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_stand_in_order() {
        assert!(WORDS.is_sorted());
        assert!(ENGLISH.iter().all(|word| number(word).is_some()));
    }
}
