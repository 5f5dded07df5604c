//! Documents put in order: BM25F over the clues of a query, more for names and phrases that the query says in full, and
//! less for documents that answer only part of it.

use super::Hits;
use super::index::{Index, as_weight};
use super::query::{Clue, Query};

/// How soon more of the same word stops counting.
const SATURATION: f32 = 2.2;
/// A document in which a word is so heavy is about it; one that only mentions it makes the word hardly less rare.
const MAIN_SUBJECT: f32 = 3.0;
/// What a fully said name or phrase is worth, beside its words.
const PHRASE: f32 = 0.9;
/// The share of a score that does not depend on how much of the query is answered.
const REGARDLESS: f32 = 0.5;
/// When no document answers this share of the query, nothing really answers it.
const ANSWERS: f32 = 0.28;
/// Hits worth less than this share of the best are left out.
const TAIL: f32 = 0.12;
const MOST_NEAREST: usize = 3;
/// A word that nothing is like counts as this share of the rarest word.
const UNKNOWN: f32 = 0.6;

struct Scores {
    words: Vec<f32>,
    answered: Vec<f32>,
    phrases: Vec<f32>,
    asked: f32,
}

/// The hits, out of the documents to keep.
pub(super) fn rank(index: &Index, query: &Query, keep: impl Fn(usize) -> bool) -> Hits {
    let exact = index.names.get(&query.joined).map_or(&[][..], Vec::as_slice);
    let scores = score(index, query);
    let mut ranked: Vec<(bool, f32, f32, usize)> = Vec::new();
    for document in 0..index.documents {
        let is_exact = exact.contains(&document);
        if !is_exact && scores.answered[document] <= 0.0 {
            continue;
        }
        if keep(document) {
            let share = if scores.asked > 0.0 { scores.answered[document] / scores.asked } else { 0.0 };
            let phrase = scores.phrases[document] * PHRASE;
            let score = (scores.words[document] + phrase) * (REGARDLESS + (1.0 - REGARDLESS) * share);
            ranked.push((is_exact, score, share, document));
        }
    }
    ranked.sort_unstable_by(|left, right| {
        right.0.cmp(&left.0).then_with(|| right.1.total_cmp(&left.1)).then_with(|| left.3.cmp(&right.3))
    });
    let best = ranked.iter().map(|(_, score, ..)| *score).fold(0.0, f32::max);
    let answered = ranked.iter().any(|(exact, _, share, _)| *exact || *share >= ANSWERS);
    let worth_showing = |(exact, score, ..): &&(bool, f32, f32, usize)| *exact || (answered && *score >= best * TAIL);
    let found: Vec<usize> = ranked.iter().filter(worth_showing).map(|(.., document)| *document).collect();
    let nearest = if found.is_empty() {
        ranked.iter().take(MOST_NEAREST).map(|(.., document)| *document).collect()
    } else {
        Vec::new()
    };
    Hits { found, nearest }
}

fn score(index: &Index, query: &Query) -> Scores {
    let mut scores = Scores {
        words: vec![0.0; index.documents],
        answered: vec![0.0; index.documents],
        phrases: vec![0.0; index.documents],
        asked: 0.0,
    };
    let mut said = vec![0.0; index.phrases.len()];
    let mut room = Room { heavy: vec![0.0; index.documents], best: vec![0.0; index.documents], touched: Vec::new() };
    for clue in &query.clues {
        add_clue(index, clue, &mut room, &mut scores);
        add_to_phrases(index, clue, &mut said);
    }
    for (phrase, said) in index.phrases.iter().zip(said).filter(|(_, said)| *said > 0.0) {
        let share = (said / phrase.rarity.max(0.1)).min(1.0);
        let worth = phrase.weight * share * share * said.min(phrase.rarity);
        let best = &mut scores.phrases[phrase.document];
        *best = best.max(worth);
    }
    scores
}

/// Room for one clue at a time, all zeros in between.
struct Room {
    heavy: Vec<f32>,
    best: Vec<f32>,
    touched: Vec<usize>,
}

fn add_clue(index: &Index, clue: &Clue, room: &mut Room, scores: &mut Scores) {
    for (word, quality) in &clue.words {
        for (document, weight) in &index.postings[*word] {
            if room.best[*document] <= 0.0 {
                room.touched.push(*document);
            }
            room.heavy[*document] += weight * quality;
            room.best[*document] = room.best[*document].max(*quality);
        }
    }
    if room.touched.is_empty() {
        scores.asked += clue.weight * index.rarity(0.0) * UNKNOWN;
        return;
    }
    let about = |document: &usize| room.best[*document] * (room.heavy[*document] / MAIN_SUBJECT).min(1.0);
    let having: f32 = room.touched.iter().map(about).sum();
    let worth = clue.weight * index.rarity(having.max(as_weight(1)));
    scores.asked += worth;
    for document in room.touched.drain(..) {
        let heavy = std::mem::take(&mut room.heavy[document]);
        let best = std::mem::take(&mut room.best[document]);
        scores.words[document] += worth * best * heavy * (SATURATION + 1.0) / (heavy + SATURATION);
        scores.answered[document] += worth * best;
    }
}

fn add_to_phrases(index: &Index, clue: &Clue, said: &mut [f32]) {
    for (word, quality) in clue.words.iter().filter(|(word, _)| !index.phrases_with[*word].is_empty()) {
        let worth = quality * clue.weight * index.rarity(as_weight(index.postings[*word].len()));
        for phrase in &index.phrases_with[*word] {
            said[*phrase] += worth;
        }
    }
}
