//! A typed text cut into folded words, numbers and signs. Compounds come apart (`gisteravond` is `gister` and `avond`), as do
//! digits and letters (`22u15`); a slip in a long word is mended where it can mean one word only.

use crate::search::fold;
use crate::text::calendar::{names, weekday};

/// A longer text is no moment.
const LONGEST: usize = 120;

/// The pieces of a text in order, or nothing when it is too long or holds signs that no moment has.
pub(super) fn words(typed: &str) -> Option<Vec<String>> {
    let typed = typed.trim().trim_end_matches(['.', '!', '?']);
    if typed.chars().nth(LONGEST).is_some() {
        return None;
    }
    let folded = fold(typed).replace('’', "'").replace("zo'n", "circa").replace(['\'', '`', '‘'], "");
    let chars: Vec<char> = folded.chars().collect();
    // Some signs unfold into many letters.
    if chars.len() > LONGEST {
        return None;
    }
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(&char) = chars.get(at) {
        let rest = &chars[at..];
        if char.is_ascii_digit() {
            let digits: String = rest.iter().take_while(|char| char.is_ascii_digit()).collect();
            at += digits.len();
            words.push(digits);
        } else if let Some(abbreviation) = with_points(rest) {
            at += if rest.get(3) == Some(&'.') { 4 } else { 3 };
            words.push(abbreviation);
        } else if char.is_alphabetic() {
            let word: String = rest.iter().take_while(|char| char.is_alphabetic()).collect();
            at += word.chars().count();
            push(word, &mut words);
        } else {
            let before = at.checked_sub(1).and_then(|before| chars.get(before)).copied().unwrap_or(' ');
            let after = rest.get(1).copied().unwrap_or(' ');
            let between_digits = before.is_ascii_digit() && after.is_ascii_digit();
            match char {
                ':' | '/' => words.push(char.to_string()),
                '.' | ',' if between_digits => words.push(".".to_owned()),
                '.' | ',' | '(' | ')' => {}
                // "twenty-five", "21-nov" and "20:00 - 22:00".
                '-' | '–' | '—' if before.is_alphabetic() && after.is_alphabetic() => {}
                '-' | '–' | '—' if before.is_alphanumeric() && after.is_alphanumeric() => {
                    words.push("-".to_owned());
                }
                '-' | '–' | '—' => words.push("tot".to_owned()),
                '~' | '±' => words.push("circa".to_owned()),
                space if space.is_whitespace() => {}
                _ => return None,
            }
            at += 1;
        }
    }
    Some(words)
}

/// `p.m.` as `pm`.
fn with_points(rest: &[char]) -> Option<String> {
    match rest {
        [one, '.', other, after @ ..] if one.is_alphabetic() && other.is_alphabetic() => {
            let ends = after.first().is_none_or(|next| !next.is_alphabetic());
            ends.then(|| [*one, *other].iter().collect())
        }
        _ => None,
    }
}

/// What a part of a day is joined to, apart from weekdays.
const BEFORE_PART: [&str; 8] = ["van", "gister", "gisteren", "eergister", "eergisteren", "morgen", "overmorgen", "s"];

const PARTS: [&str; 11] =
    ["ochtend", "morgen", "middag", "avond", "nacht", "ochtends", "morgens", "middags", "avonds", "nachts", "namiddag"];

/// Other long words in which a slip is mended.
const LONG_WORDS: [&str; 28] = [
    "vandaag",
    "gisteren",
    "eergisteren",
    "overmorgen",
    "vanochtend",
    "vanmorgen",
    "vanmiddag",
    "vanavond",
    "vannacht",
    "gisterochtend",
    "gistermiddag",
    "gisteravond",
    "geleden",
    "kwartier",
    "minuten",
    "afgelopen",
    "omstreeks",
    "ongeveer",
    "middernacht",
    "volgende",
    "yesterday",
    "tomorrow",
    "tonight",
    "morning",
    "afternoon",
    "evening",
    "quarter",
    "midnight",
];

/// Words of their own that lie one letter from one of those.
const BESIDE_THEM: [&str; 2] = ["minutes", "volgend"];

/// Words that are said in two others.
const SAID_OTHERWISE: [(&str, [&str; 2]); 3] =
    [("morgenvroeg", ["morgen", "ochtend"]), ("halfjaar", ["half", "jaar"]), ("halfjaartje", ["half", "jaar"])];

fn push(word: String, words: &mut Vec<String>) {
    if let Some((_, others)) = SAID_OTHERWISE.iter().find(|(known, _)| *known == word) {
        return words.extend(others.map(str::to_owned));
    }
    // "a.s. donderdag"
    if weekday(&word).is_some()
        && let Some(last) = words.last_mut().filter(|last| *last == "as")
    {
        "aanstaande".clone_into(last);
    }
    let word = mended(&word).map_or(word, str::to_owned);
    match apart(&word) {
        Some((before, part)) => words.extend([before.to_owned(), part.to_owned()]),
        None => words.push(word),
    }
}

fn apart(word: &str) -> Option<(&str, &str)> {
    PARTS.into_iter().find_map(|part| {
        let before = word.strip_suffix(part)?;
        (BEFORE_PART.contains(&before) || weekday(before).is_some()).then_some((before, part))
    })
}

/// The one long word that this is a slip of.
fn mended(word: &str) -> Option<&'static str> {
    const SHORTEST: usize = 7;
    let known = || names().chain(LONG_WORDS);
    // "maandags" is every Monday.
    let plural = word.strip_suffix('s').is_some_and(|single| weekday(single).is_some());
    if word.len() + 1 < SHORTEST || plural || BESIDE_THEM.contains(&word) || known().any(|known| known == word) {
        return None;
    }
    let mut near = known().filter(|known| known.len() >= SHORTEST && one_slip(word, known));
    let found = near.next()?;
    near.next().is_none().then_some(found)
}

/// Whether two words differ by one slip: a letter too many, too few, another, or two that changed places.
pub(super) fn one_slip(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one == other || one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let before = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[before..], &other[before..]);
    let after = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&one[..one.len() - after], &other[..other.len() - after]) {
        ([_] | [], [_] | []) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}
