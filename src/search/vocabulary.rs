//! All words of the documents and the synonyms, and the ways in which a typed word can be one of them: by its forms, as
//! part of a compound, as a beginning, or misspelled.

use std::collections::HashMap;

use super::compound;
use super::fold::length;
use super::stem::{SURE, forms};
use super::stop_words::{self, is_stop_word};
use super::typo::{Typos, likeness};
use crate::domain::Language;

/// A number of a word and how surely it was meant, from 0 to 1.
pub(super) type Guess = (usize, f32);

/// Guesses below this are noise.
const LEAST: f32 = 0.4;
/// A compound answers to its last part, which is what it is, and to its first, which is often what it is about.
const HEAD: f32 = 0.65;
const MODIFIER: f32 = 0.75;

/// The words, numbered from 0 in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: Vec<String>,
    numbers: HashMap<String, usize>,
    keys: HashMap<String, Vec<Guess>>,
    in_order: Vec<usize>,
    typos: Typos,
}

/// What a misspelled word may have been.
pub(super) enum Meant {
    /// Words that mean something.
    Words(Vec<Guess>),
    /// A stop word: it can be left out.
    Nothing,
}

impl Vocabulary {
    /// The number of this folded word, new or known, as written in these languages.
    pub(super) fn add(&mut self, word: &str, languages: &[Language]) -> usize {
        let number = self.number(word);
        for (form, quality) in forms(word, languages) {
            self.add_key(form, number, quality);
        }
        number
    }

    /// The number of several words that mean something together; they are only found as such.
    pub(super) fn add_phrase(&mut self, phrase: &[String]) -> usize {
        self.number(&phrase.join(" "))
    }

    /// Call once, when all words are in: finds compounds among them and prepares for misspellings.
    pub(super) fn finish(&mut self) {
        let mut parts = Vec::new();
        for (number, word) in self.words.iter().enumerate().filter(|(_, word)| !word.contains(' ')) {
            let Some(split) =
                compound::split(word, &|part| self.is_word(part) && self.numbers.get(part) != Some(&number))
            else {
                continue;
            };
            for (at, part) in split.iter().enumerate() {
                let quality = if at + 1 == split.len() { HEAD } else { MODIFIER };
                for (form, sure) in forms(part, &Language::ALL).into_iter().filter(|(_, sure)| *sure >= SURE) {
                    parts.push((form, number, quality * sure));
                }
            }
        }
        for (form, number, quality) in parts {
            self.add_key(form, number, quality);
        }
        self.in_order = (0..self.words.len()).collect();
        self.in_order.sort_unstable_by(|left, right| self.words[*left].cmp(&self.words[*right]));
        let single = self.words.iter().enumerate().map(|(number, word)| (number, word.as_str()));
        let stop_words = stop_words::all().map(|word| (usize::MAX, word));
        self.typos = Typos::new(single.filter(|(_, word)| !word.contains(' ')).chain(stop_words));
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Words that this word is a form of, or whose compound it is a part of.
    pub(super) fn find(&self, word: &str) -> Vec<Guess> {
        let mut found = Vec::new();
        for (form, quality) in forms(word, &Language::ALL) {
            for (number, known) in self.keys.get(&form).into_iter().flatten() {
                keep_best(&mut found, *number, quality * known);
            }
        }
        found.retain(|(_, quality)| *quality >= LEAST);
        found
    }

    /// True when this is a word, or the stem of one, that can be part of a compound.
    pub(super) fn is_word(&self, part: &str) -> bool {
        !is_stop_word(part)
            && self.keys.get(part).is_some_and(|guesses| guesses.iter().any(|(_, quality)| *quality >= SURE))
    }

    /// The words that begin like this; a few, the shortest first.
    pub(super) fn unfinished(&self, beginning: &str) -> Vec<Guess> {
        const LEAST_TYPED: usize = 5;
        const MOST: usize = 6;
        const MOST_SEEN: usize = 64;
        const QUALITY: f32 = 0.75;
        if length(beginning) < LEAST_TYPED {
            return Vec::new();
        }
        let start = self.in_order.partition_point(|number| self.words[*number].as_str() < beginning);
        let mut found: Vec<usize> = self.in_order[start..]
            .iter()
            .copied()
            .take_while(|number| self.words[*number].starts_with(beginning))
            .take(MOST_SEEN)
            .collect();
        found.sort_by_key(|number| self.words[*number].len());
        found.into_iter().take(MOST).map(|number| (number, QUALITY)).collect()
    }

    /// What was meant by a word that is not known.
    pub(super) fn meant(&self, word: &str) -> Meant {
        const MOST: usize = 4;
        const MARGIN: f32 = 0.12;
        let mut found: Vec<Guess> = self
            .typos
            .candidates(word)
            .into_iter()
            .filter(|number| *number != usize::MAX)
            .map(|number| (number, likeness(word, &self.words[number])))
            .filter(|(_, quality)| *quality >= LEAST)
            .collect();
        found.sort_by(|(left_word, left), (right_word, right)| {
            right.total_cmp(left).then_with(|| left_word.cmp(right_word))
        });
        let best = found.first().map_or(0.0, |(_, quality)| *quality);
        if stop_words::all().any(|stop| stop.len() >= 4 && likeness_of_stop_word(word, stop) > best) {
            return Meant::Nothing;
        }
        found.retain(|(_, quality)| *quality >= best - MARGIN);
        found.truncate(MOST);
        Meant::Words(found)
    }

    /// The number of exactly this word or phrase.
    pub(super) fn number_of(&self, word: &str) -> Option<usize> {
        self.numbers.get(word).copied()
    }

    /// The word with this number.
    pub(super) fn word(&self, number: usize) -> &str {
        &self.words[number]
    }

    fn number(&mut self, word: &str) -> usize {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = self.words.len();
        self.words.push(word.to_owned());
        self.numbers.insert(word.to_owned(), number);
        number
    }

    fn add_key(&mut self, form: String, number: usize, quality: f32) {
        keep_best(self.keys.entry(form).or_default(), number, quality);
    }
}

/// Adds a guess, or betters the one that is there.
pub(super) fn keep_best(guesses: &mut Vec<Guess>, number: usize, quality: f32) {
    match guesses.iter_mut().find(|(known, _)| *known == number) {
        Some((_, best)) => *best = best.max(quality),
        None => guesses.push((number, quality)),
    }
}

/// Stop words are common, but few errors are allowed: a rare word must not vanish for looking like one.
fn likeness_of_stop_word(word: &str, stop: &str) -> f32 {
    if word.len().abs_diff(stop.len()) > 1 || strsim::osa_distance(word, stop) > 1 { 0.0 } else { likeness(word, stop) }
}
