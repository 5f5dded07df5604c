//! Compound words taken apart: `filmpjesruzie` is `filmpje` and `ruzie`. The caller says which parts are words.

/// The shortest part that counts as a word, in bytes.
const SHORTEST_PART: usize = 3;
/// Sounds that join two parts: `groep-s-app`, `mens-en-menigte`.
const LINKS: [&str; 4] = ["", "s", "e", "en"];
const MOST_PARTS: usize = 4;

/// The parts of a folded word, or nothing when it cannot be cut wholly into known words. The fewest parts win, then the
/// longest last part, because that is what the whole is a kind of.
pub(super) fn split<'w>(word: &'w str, known: &impl Fn(&str) -> bool) -> Option<Vec<&'w str>> {
    if !word.is_ascii() || word.len() < 2 * SHORTEST_PART {
        return None;
    }
    let mut best: Vec<Option<Vec<&str>>> = vec![None; word.len() + 1];
    best[0] = Some(Vec::new());
    for start in 0..=word.len() - SHORTEST_PART {
        let Some(before) = best[start].clone().filter(|parts| parts.len() < MOST_PARTS) else { continue };
        for end in start + SHORTEST_PART..=word.len() {
            let part = &word[start..end];
            if part.len() == word.len() || !known(part) {
                continue;
            }
            for link in LINKS {
                let next = end + link.len();
                let last = next == word.len();
                if !word[end..].starts_with(link) || (last && !link.is_empty()) {
                    continue;
                }
                if best[next].as_ref().is_none_or(|parts| parts.len() > before.len() + 1) {
                    let mut parts = before.clone();
                    parts.push(part);
                    best[next] = Some(parts);
                }
            }
        }
    }
    best.pop().flatten()
}

/// The longest known word at the end of a word of which the beginning is unknown: `pleinruzie` is a `ruzie`.
pub(super) fn head<'w>(word: &'w str, known: &impl Fn(&str) -> bool) -> Option<&'w str> {
    const SHORTEST_HEAD: usize = 5;
    if !word.is_ascii() || word.len() < SHORTEST_PART + SHORTEST_HEAD {
        return None;
    }
    (SHORTEST_PART..=word.len() - SHORTEST_HEAD).map(|start| &word[start..]).find(|head| known(head))
}
