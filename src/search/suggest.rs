//! "Did you mean": the words of a short list that look like what was typed.

use super::fold::{fold, length};
use super::typo::likeness;

/// At most three of the candidates that may have been meant, best first. Case and diacritics do not count; a beginning
/// of three letters or more counts as unfinished. Nothing is better than something silly.
pub fn nearest_words<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    const MOST: usize = 3;
    const LONGEST: usize = 64;
    let typed: String = fold(word.trim()).chars().take(LONGEST).collect();
    let mut found: Vec<(f32, &str)> = Vec::new();
    for candidate in candidates {
        let how_like = alike(&typed, &fold(candidate));
        if how_like > 0.0 && !found.iter().any(|(_, known)| *known == candidate) {
            found.push((how_like, candidate));
        }
    }
    found.sort_by(|(left, left_word), (right, right_word)| {
        right.total_cmp(left).then_with(|| left_word.cmp(right_word))
    });
    let best = found.first().map_or(0.0, |(how_like, _)| *how_like);
    found.into_iter().take_while(|(how_like, _)| *how_like > best - 0.3).take(MOST).map(|(_, word)| word).collect()
}

fn alike(typed: &str, candidate: &str) -> f32 {
    const UNFINISHED: f32 = 0.7;
    if typed.is_empty() {
        return 0.0;
    }
    if typed == candidate {
        return 1.0;
    }
    let misspelled = if length(typed) == 3 && length(candidate) == 3 || length(candidate) == 3 && length(typed) == 4 {
        if strsim::osa_distance(typed, candidate) == 1 { 0.5 } else { 0.0 }
    } else {
        likeness(typed, candidate)
    };
    let unfinished = if length(typed) >= 3 && candidate.starts_with(typed) { UNFINISHED } else { 0.0 };
    misspelled.max(unfinished)
}
