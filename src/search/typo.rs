//! Words that were meant: typing errors and words spelled as they sound (`gerugt` for `gerucht`).
//!
//! Each known word is kept under all spellings that lack one or two of its letters, and likewise for how it sounds; a
//! query looks up its own, so that the edit distance is only computed for a handful of words.

use std::hash::{DefaultHasher, Hash, Hasher};

use strsim::osa_distance;

use super::fold::length;

/// Only the beginning of a word is kept with letters left out; that bounds the size.
const BEGINNING: usize = 7;

/// In words shorter than this the first letter must be right.
const SAME_FIRST_LETTER: usize = 7;

/// The first two letters have changed places: a thumb that was too quick.
fn begins_swapped(typed: &str, known: &str) -> bool {
    let (mut typed, mut known) = (typed.chars(), known.chars());
    let (typed, known) = ([typed.next(), typed.next()], [known.next(), known.next()]);
    typed[0] == known[1] && typed[1] == known[0]
}

/// How many typing errors a word of so many characters may have.
pub(super) fn tolerance(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// All known words, to be found by a wrong spelling.
#[derive(Debug, Default)]
pub(super) struct Typos {
    /// The hash of a spelling with letters left out, and the number of the word.
    spellings: Vec<(u64, usize)>,
}

impl Typos {
    /// Keeps these words under their numbers.
    pub(super) fn new<'a>(words: impl Iterator<Item = (usize, &'a str)>) -> Self {
        let mut spellings: Vec<(u64, usize)> =
            words.flat_map(|(number, word)| keys(word).into_iter().map(move |key| (key, number))).collect();
        spellings.sort_unstable();
        spellings.dedup();
        Self { spellings }
    }

    /// Numbers of the words that may have been meant, each once; the caller measures them with [`likeness`].
    pub(super) fn candidates(&self, word: &str) -> Vec<usize> {
        let mut found = Vec::new();
        for key in keys(word) {
            let start = self.spellings.partition_point(|(known, _)| *known < key);
            found.extend(self.spellings[start..].iter().take_while(|(known, _)| *known == key).map(|(_, word)| *word));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// How surely the typed word is the known one, from 0 (no) to below 1.
pub(super) fn likeness(typed: &str, known: &str) -> f32 {
    let (typed_length, known_length) = (length(typed), length(known));
    let allowed = tolerance(typed_length);
    if allowed == 0 || known_length < 4 || typed_length.abs_diff(known_length) > allowed + 1 {
        return 0.0;
    }
    let spelled = osa_distance(typed, known);
    let (sound, known_sound) = (sound(typed), sound(known));
    let heard = osa_distance(&sound, &known_sound);
    let errors = match (spelled, heard) {
        (_, 0) => 0.5,
        (1, _) => 1.0,
        (_, 1) if typed_length >= 7 => 1.4,
        (2, _) if allowed == 2 => 2.0,
        (_, 2) if typed_length >= 10 => 2.4,
        _ => return 0.0,
    };
    let first_differs = typed.chars().next() != known.chars().next();
    // The first letter is seldom the wrong one, and short words that differ in it are other words: bakken, pakken.
    if first_differs && heard > 0 && typed_length < SAME_FIRST_LETTER && !begins_swapped(typed, known) {
        return 0.0;
    }
    let errors = if first_differs { errors + 0.8 } else { errors };
    let of = f32::from(u8::try_from(typed_length.min(12)).unwrap_or(12));
    (1.0 - errors * 1.1 / of).max(0.0)
}

/// How a word sounds, roughly, to a Dutch ear: `ij` as `ei`, `ch` as `g`, double letters once. One sound is one sign.
pub(super) fn sound(word: &str) -> String {
    const SOUNDS: [(&str, char); 24] = [
        ("sch", 'Š'),
        ("dt", 't'),
        ("th", 't'),
        ("ch", 'g'),
        ("ck", 'k'),
        ("ph", 'f'),
        ("ij", 'Y'),
        ("ei", 'Y'),
        ("ey", 'Y'),
        ("au", 'O'),
        ("ou", 'O'),
        ("oe", 'U'),
        ("eu", 'E'),
        ("ui", 'W'),
        ("ie", 'i'),
        ("ea", 'i'),
        ("qu", 'k'),
        ("ce", 'C'),
        ("ci", 'S'),
        ("uu", 'u'),
        ("aa", 'a'),
        ("ee", 'e'),
        ("oo", 'o'),
        ("sh", 's'),
    ];
    let mut sounds: Vec<char> = Vec::with_capacity(word.len());
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let (sign, taken) = SOUNDS
            .iter()
            .find(|(letters, _)| rest.starts_with(letters))
            .map_or_else(|| (plain(first), first.len_utf8()), |(letters, sign)| (*sign, letters.len()));
        rest = &rest[taken..];
        match sign {
            'C' => sounds.extend(['s', 'e']),
            'S' => sounds.extend(['s', 'i']),
            'Š' => sounds.extend(['s', 'g']),
            sign if sounds.last() == Some(&sign) => {}
            sign => sounds.push(sign),
        }
    }
    if let Some(last) = sounds.last_mut().filter(|last| **last == 'd') {
        *last = 't';
    }
    sounds.into_iter().collect()
}

fn plain(letter: char) -> char {
    match letter {
        'z' => 's',
        'v' => 'f',
        'c' | 'q' => 'k',
        'y' => 'i',
        other => other,
    }
}

fn keys(word: &str) -> Vec<u64> {
    let mut keys = Vec::new();
    if length(word) >= 4 {
        add_keys(0, word, tolerance(length(word)), &mut keys);
        add_keys(1, &sound(word), tolerance(length(word)), &mut keys);
        keys.sort_unstable();
        keys.dedup();
    }
    keys
}

fn add_keys(kind: u8, word: &str, lacking: usize, keys: &mut Vec<u64>) {
    let beginning: Vec<char> = word.chars().take(BEGINNING).collect();
    let mut spellings = vec![beginning];
    let mut from = 0;
    for step in 0..=lacking {
        let until = spellings.len();
        for at in from..until {
            keys.push(hash(kind, &spellings[at]));
            if step < lacking {
                for gap in 0..spellings[at].len() {
                    let mut shorter = spellings[at].clone();
                    shorter.remove(gap);
                    spellings.push(shorter);
                }
            }
        }
        from = until;
    }
}

fn hash(kind: u8, letters: &[char]) -> u64 {
    let mut hasher = DefaultHasher::new();
    (kind, letters).hash(&mut hasher);
    hasher.finish()
}
