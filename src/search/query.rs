//! A query understood: which known words each of its words may stand for, and how much that matters.
//!
//! Nothing is ranked here. A word can be typed as part of a verb that came apart ("spreek hem aan"), as half of a
//! compound ("huis bezoek"), misspelled, unfinished, in street language or in the other language.

use super::compound;
use super::fold::{length, words};
use super::index::Index;
use super::sayings::Said;
use super::stem::SURE;
use super::stop_words::{PARTICLES, is_stop_word};
use super::vocabulary::{Guess, Meant, keep_best};

/// What is read of a query; the rest is ignored.
const MOST_CHARACTERS: usize = 2_000;
const MOST_WORDS: usize = 48;
const MOST_CLUES: usize = 24;

const SYNONYM: f32 = 0.8;
const NEAR: f32 = 0.5;
/// Only a word that is surely a member of a group stands for the group.
const SURE_MEMBER: f32 = 0.7;
/// A word that finds nothing better than this in the documents may be something else.
const DOUBTFUL: f32 = 0.6;
const PART_OF_KNOWN: f32 = 0.35;
const PART_OF_SAYING: f32 = 0.4;

/// A query, understood.
#[derive(Debug, Default)]
pub(super) struct Query {
    /// All its words, folded and joined, to compare with names.
    pub(super) joined: String,
    pub(super) clues: Vec<Clue>,
}

/// One thing that was asked for.
#[derive(Debug)]
pub(super) struct Clue {
    /// The known words that it may stand for; none when nothing is like it.
    pub(super) words: Vec<Guess>,
    /// The groups of synonyms that it stands for.
    pub(super) groups: Vec<usize>,
    /// How much it counts.
    pub(super) weight: f32,
}

/// Reads a query.
pub(super) fn understand(index: &Index, query: &str) -> Query {
    let beginning: String = query.chars().take(MOST_CHARACTERS).collect();
    let mut said = words(&beginning);
    said.truncate(MOST_WORDS);
    let mut weights: Vec<f32> = said.iter().map(|word| own_weight(word)).collect();
    let spoken = Said::new(&said);
    let mut clues = Vec::new();
    for at in 0..said.len() {
        for (number, end) in index.sayings.at(&spoken, at) {
            let mut clue = Clue { words: vec![(number, 1.0)], groups: Vec::new(), weight: 1.0 };
            add_groups(index, &mut clue);
            clues.push(clue);
            weights[at..end].iter_mut().for_each(|weight| *weight *= PART_OF_SAYING);
        }
        if let Some(clue) = joined_with_next(index, &said, at) {
            clues.push(clue);
            weights[at..at + 2].iter_mut().for_each(|weight| *weight *= 0.5);
        }
    }
    for (at, word) in said.iter().enumerate().filter(|(at, _)| weights[*at] > 0.0) {
        if said[..at].contains(word) {
            continue;
        }
        let first = clues.len();
        add_clues(index, word, verb_that_came_apart(index, &said, at), &mut clues);
        clues[first..].iter_mut().for_each(|clue| clue.weight *= weights[at]);
    }
    clues.truncate(MOST_CLUES);
    say_once(index, &mut clues);
    Query { joined: said.concat(), clues }
}

/// Numbers are often a time or an amount.
fn own_weight(word: &str) -> f32 {
    const NUMBER: f32 = 0.4;
    match word {
        word if is_stop_word(word) => 0.0,
        word if word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit()) => NUMBER,
        _ => 1.0,
    }
}

/// "huis bezoek" for `huisbezoek`.
fn joined_with_next(index: &Index, said: &[String], at: usize) -> Option<Clue> {
    let (first, second) = (said.get(at)?, said.get(at + 1)?);
    if length(first) < 2 || length(second) < 3 || (is_stop_word(first) && !PARTICLES.contains(&first.as_str())) {
        return None;
    }
    let joined = format!("{first}{second}");
    let words = index.vocabulary.find(&joined);
    if !words.iter().any(|(_, quality)| *quality >= SURE) {
        return None;
    }
    let mut clue = Clue { words, groups: Vec::new(), weight: 1.0 };
    add_groups(index, &mut clue);
    Some(clue)
}

/// The verbs of which this word is a half: "spreek hem aan", "om hem op te bellen".
fn verb_that_came_apart(index: &Index, said: &[String], at: usize) -> Vec<Guess> {
    const FARTHEST: usize = 6;
    const APART: f32 = 0.9;
    let before = &said[at.saturating_sub(2)..at];
    let after = &said[at + 1..said.len().min(at + 1 + FARTHEST)];
    let particles = before.iter().chain(after).filter(|word| PARTICLES.contains(&word.as_str()));
    let verbs = particles.flat_map(|particle| index.vocabulary.find(&format!("{particle}{}", said[at])));
    verbs.filter(|(_, quality)| *quality >= SURE_MEMBER).map(|(word, quality)| (word, quality * APART)).collect()
}

/// What one word may stand for: one clue, or several when it is a compound that nobody used before.
fn add_clues(index: &Index, word: &str, apart: Vec<Guess>, clues: &mut Vec<Clue>) {
    const SURELY_MEANT: f32 = 0.8;
    const HEAD: f32 = 0.8;
    const MODIFIER: f32 = 0.7;
    let mut clue = known(index, word, 1.0);
    for (number, quality) in apart {
        keep_best(&mut clue.words, number, quality);
    }
    let parts = compound::split(word, &|part| index.vocabulary.is_word(part));
    if reach(index, &clue) >= DOUBTFUL {
        for (number, quality) in parts.iter().flatten().flat_map(|part| index.vocabulary.find(part)) {
            keep_best(&mut clue.words, number, quality * PART_OF_KNOWN);
        }
        clues.push(clue);
        return;
    }
    let meant = match index.vocabulary.meant(word) {
        Meant::Nothing if clue.words.is_empty() && parts.is_none() => return,
        Meant::Nothing => Vec::new(),
        Meant::Words(words) => words,
    };
    let unfinished = index.vocabulary.unfinished(word);
    if let Some(parts) = parts.filter(|_| meant.iter().all(|(_, quality)| *quality < SURELY_MEANT)) {
        let last = parts.len() - 1;
        let weight = |at| if at == last { HEAD } else { MODIFIER };
        clues.extend(parts.into_iter().enumerate().map(|(at, part)| known(index, part, weight(at))));
    } else if meant.is_empty() && unfinished.is_empty() && clue.words.is_empty() {
        match compound::head(word, &|part| index.vocabulary.is_word(part)) {
            Some(head) => clues.push(known(index, head, HEAD)),
            None => clues.push(clue),
        }
    } else {
        for (number, quality) in meant.into_iter().chain(unfinished) {
            let other = known(index, index.vocabulary.word(number), 1.0);
            for (number, known) in other.words {
                keep_best(&mut clue.words, number, quality * known);
            }
            clue.groups.extend(other.groups);
        }
        clues.push(clue);
    }
}

/// A clue for a word as it stands, with all that means the same.
fn known(index: &Index, word: &str, weight: f32) -> Clue {
    let mut clue = Clue { words: index.vocabulary.find(word), groups: Vec::new(), weight };
    add_groups(index, &mut clue);
    clue
}

fn add_groups(index: &Index, clue: &mut Clue) {
    for (member, sure) in clue.words.clone().into_iter().filter(|(_, sure)| *sure >= SURE_MEMBER) {
        for number in &index.groups_of[member] {
            let group = &index.groups[*number];
            let how_same = if group.near { NEAR } else { SYNONYM };
            for word in &group.members {
                keep_best(&mut clue.words, *word, sure * how_same);
            }
            if !group.near && !clue.groups.contains(number) {
                clue.groups.push(*number);
            }
        }
    }
}

/// The best guess that is in any document.
fn reach(index: &Index, clue: &Clue) -> f32 {
    let in_documents = clue.words.iter().filter(|(word, _)| !index.postings[*word].is_empty());
    in_documents.map(|(_, quality)| *quality).fold(0.0, f32::max)
}

/// The same thing said in two ways counts little more than once.
fn say_once(index: &Index, clues: &mut [Clue]) {
    const AGAIN: f32 = 0.5;
    let mut said = vec![false; index.groups.len()];
    for clue in clues {
        if clue.groups.iter().any(|group| said[*group]) {
            clue.weight *= AGAIN;
        }
        clue.groups.iter().for_each(|group| said[*group] = true);
    }
}
