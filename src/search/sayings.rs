//! Members of synonym groups that are several words, recognised in running text: in the same order, in any inflection,
//! and with a stop word or two in between ("praat eens met zijn ouders" says "praten met ouders").

use std::collections::HashMap;

use super::stem::roots;
use super::stop_words::is_stop_word;

/// How many stop words may stand between two words of a saying.
const WIDEST_GAP: usize = 2;

/// All sayings, by the roots of their first word.
#[derive(Debug, Default)]
pub(super) struct Sayings {
    by_first: HashMap<String, Vec<Saying>>,
}

/// A text, ready to be searched for sayings.
pub(super) struct Said(Vec<Spoken>);

#[derive(Debug)]
struct Saying {
    words: Vec<Spoken>,
    number: usize,
}

#[derive(Debug, Clone)]
struct Spoken {
    word: String,
    roots: [String; 2],
    stop: bool,
}

impl Said {
    /// Reads folded words.
    pub(super) fn new(words: &[String]) -> Self {
        Self(words.iter().map(|word| Spoken::new(word)).collect())
    }
}

impl Sayings {
    /// Adds a saying under the number of its phrase.
    pub(super) fn add(&mut self, words: &[String], number: usize) {
        let Some(first) = words.first() else { return };
        for root in distinct(&roots(first)) {
            let words = words.iter().map(|word| Spoken::new(word)).collect();
            self.by_first.entry(root.clone()).or_default().push(Saying { words, number });
        }
    }

    /// The sayings that begin at this word of a text: their numbers, and how far they reach.
    pub(super) fn at(&self, said: &Said, at: usize) -> Vec<(usize, usize)> {
        let mut found: Vec<(usize, usize)> = Vec::new();
        for root in distinct(&said.0[at].roots) {
            for saying in self.by_first.get(root).into_iter().flatten() {
                if let Some(end) = saying.end_in(&said.0, at)
                    && !found.iter().any(|(number, _)| *number == saying.number)
                {
                    found.push((saying.number, end));
                }
            }
        }
        found
    }
}

impl Saying {
    /// Where the saying ends in a text in which it begins here; nothing when it is not said. When it is all stop words
    /// it must be said to the letter.
    fn end_in(&self, said: &[Spoken], at: usize) -> Option<usize> {
        let gap = if self.words.iter().all(|word| word.stop) { 0 } else { WIDEST_GAP };
        let mut next = at;
        for (place, word) in self.words.iter().enumerate() {
            let mut skipped = 0;
            while !word.is(said.get(next)?) {
                if place == 0 || skipped == gap || !said[next].stop {
                    return None;
                }
                skipped += 1;
                next += 1;
            }
            next += 1;
        }
        Some(next)
    }
}

impl Spoken {
    fn new(word: &str) -> Self {
        Self { word: word.to_owned(), roots: roots(word), stop: is_stop_word(word) }
    }

    fn is(&self, other: &Self) -> bool {
        if self.stop || other.stop {
            self.word == other.word
        } else {
            self.roots.iter().zip(&other.roots).any(|(own, other)| own == other)
        }
    }
}

fn distinct(roots: &[String; 2]) -> &[String] {
    if roots[0] == roots[1] { &roots[..1] } else { roots }
}
