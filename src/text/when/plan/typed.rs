//! What was typed, cut at its spaces, each piece with the words that it holds. Only the pieces at either end are looked at: a
//! moment stands there, and a long text costs no more than a short one.

use super::repeat::unit;
use super::vocabulary::is_known;
use super::weekdays::plural_weekday;
use crate::search::fold;
use crate::text::calendar::weekday;
use crate::text::when::number::number;
use crate::text::when::words::{one_slip, words};

/// So many pieces are looked at from either end.
pub(super) const REACH: usize = 20;

/// A longer piece is no part of a moment.
const LONGEST: usize = 40;

/// A piece of what was typed.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// Where it begins, and where it ends without the signs at its end.
    pub from: usize,
    pub to: usize,
    /// The words in it; nothing where it holds a sign or a word that no moment has.
    pub words: Option<Vec<String>>,
    /// The words of the time that it may be, beside a day: `1530`, `14-16`.
    pub time: Option<Vec<String>>,
}

/// All pieces that are looked at: those from the beginning and, where the text is longer, those at its end.
pub(super) fn pieces(typed: &str) -> Vec<Piece> {
    let mut bounds = Vec::new();
    let mut from = None;
    for (at, char) in typed.char_indices() {
        match (char.is_whitespace(), from) {
            (true, Some(begun)) => {
                bounds.push((begun, at));
                from = None;
            }
            (false, None) => from = Some(at),
            _ => {}
        }
    }
    bounds.extend(from.map(|begun| (begun, typed.len())));
    let count = bounds.len();
    let looked_at = |at: usize| at < REACH || at + REACH >= count;
    bounds
        .into_iter()
        .enumerate()
        .map(|(at, (from, to))| {
            let whole = &typed[from..to];
            let bare = whole.trim_end_matches([':', ';', ',', '.', '!', '?', ')']);
            let words = if looked_at(at) { words_of(bare) } else { None };
            let time = if looked_at(at) { time_of(bare) } else { None };
            Piece { from, to: from + bare.len(), words, time }
        })
        .collect()
}

/// `1530` as `15:30`, `14-16` as from 14 until 16.
fn time_of(piece: &str) -> Option<Vec<String>> {
    if piece.len() > 5 {
        return None;
    }
    let hour = |digits: &str| digits.parse::<u8>().ok().filter(|hour| *hour <= 24 && digits.len() <= 2);
    let own = |words: [&str; 4]| words.iter().filter(|word| !word.is_empty()).map(|word| (*word).to_owned()).collect();
    if let Some((first, last)) = piece.split_once('-') {
        return (hour(first)? < hour(last)?).then(|| own(["van", first, "tot", last]));
    }
    let (hours, minutes) = piece.split_at_checked(2)?;
    let minute = minutes.parse::<u8>().ok().filter(|minute| *minute < 60 && minutes.len() == 2)?;
    (hour(hours)? < 24 || minute == 0).then(|| own([hours, ":", minutes, ""]))
}

fn words_of(piece: &str) -> Option<Vec<String>> {
    if piece.len() > LONGEST {
        return None;
    }
    let own = |words: &[&str]| Some(words.iter().map(|word| (*word).to_owned()).collect());
    let folded = fold(piece);
    match folded.as_str() {
        "" => return own(&[]),
        "t/m" | "tm" => return own(&["tm"]),
        "v/d" | "v.d" | "vd" => return own(&["van", "de"]),
        "&" | "+" => return own(&["en"]),
        "@" => return own(&["om"]),
        "morgenvroeg" => return own(&["morgen", "ochtend"]),
        _ => {}
    }
    // "maandags" is no slip of "maandag".
    if plural_weekday(&folded).is_some() {
        return own(&[&folded]);
    }
    if let Some(time) = folded.strip_prefix('@')
        && time.starts_with(|char: char| char.is_ascii_digit())
    {
        return words_of(time).map(|words| [vec!["om".to_owned()], words].concat());
    }
    // "2-wekelijks".
    if let Some((count, often)) = folded.split_once('-')
        && let Some(count) = number(count).filter(|count| *count > 0)
        && let Some(unit) =
            [("wekelijks", "weken"), ("maandelijks", "maanden"), ("weekly", "weeks"), ("monthly", "months")]
                .into_iter()
                .find_map(|(known, unit)| (known == often).then_some(unit))
    {
        return own(&["elke", &count.to_string(), unit]);
    }
    // "1530u": nothing else than a time.
    if let Some(digits) = ["uur", "u", "hrs", "h"].into_iter().find_map(|unit| folded.strip_suffix(unit))
        && digits.len() == 4
        && let Some(time) = time_of(digits)
    {
        return Some(time);
    }
    // "dinsdag&donderdag".
    if let Some((first, rest)) = folded.split_once(['&', '+']) {
        let (first, rest) = (words_of(first)?, words_of(rest)?);
        return Some([first, vec!["en".to_owned()], rest].concat());
    }
    // "ma/wo/vr".
    let days: Vec<&str> = folded.split('/').collect();
    if days.len() > 1 && days.iter().all(|day| weekday(day).is_some()) {
        return own(&days);
    }
    // "ma-vr".
    for (sign, word) in [('-', "tm"), ('–', "tm")] {
        if let Some((first, last)) = folded.split_once(sign)
            && weekday(first).is_some()
            && weekday(last).is_some()
        {
            return own(&[first, word, last]);
        }
    }
    let mut found = Vec::new();
    for word in words(piece)? {
        // "a.s. vrijdag"
        let word = if word == "as" { "aanstaande".to_owned() } else { word };
        let word = mended(&word).map_or(word, str::to_owned);
        match grown_together(&word) {
            Some((first, rest)) => found.extend([first.to_owned(), rest.to_owned()]),
            None => found.push(word),
        }
    }
    found.iter().all(|word| is_known(word)).then_some(found)
}

/// Words of recurrences, long enough for a slip to be one beyond doubt.
const LONG_WORDS: [&str; 12] = [
    "werkdag",
    "werkdagen",
    "dagelijks",
    "wekelijks",
    "maandelijks",
    "jaarlijks",
    "kwartaal",
    "laatste",
    "weekday",
    "weekdays",
    "monthly",
    "quarterly",
];

/// Short words of moments. Of these only a letter that fell out or changed places is a slip: `zorgen` is no `morgen`.
const SHORT_WORDS: [&str; 11] =
    ["morgen", "elke", "iedere", "every", "zondag", "monday", "friday", "sunday", "eerste", "tweede", "derde"];

/// Words of their own that lie so near to one of those.
const BESIDE_THEM: [&str; 10] = [
    "dagelijkse",
    "wekelijkse",
    "maandelijkse",
    "jaarlijkse",
    "laatst",
    "plaatste",
    "mogen",
    "moren",
    "ever",
    "weekdag",
];

fn mended(word: &str) -> Option<&'static str> {
    if word.len() < 4 || [&LONG_WORDS[..], &SHORT_WORDS, &BESIDE_THEM].iter().any(|known| known.contains(&word)) {
        return None;
    }
    let long = LONG_WORDS.into_iter().find(|known| one_slip(word, known));
    long.or_else(|| SHORT_WORDS.into_iter().find(|known| is_short_slip(word, known)))
}

fn is_short_slip(word: &str, known: &str) -> bool {
    let same_start = word.as_bytes().first() == known.as_bytes().first();
    let sorted = |word: &str| {
        let mut letters = word.as_bytes().to_vec();
        letters.sort_unstable();
        letters
    };
    let moved = word.len() == known.len() && sorted(word) == sorted(known);
    // "eke" and "elk" are too short to be anything.
    let fell_out = word.len() + 1 == known.len() && known.len() > 4;
    same_start && (moved || fell_out) && one_slip(word, known)
}

/// `elkedag`, `everyday`, `iederemaandag`: two words in one.
fn grown_together(word: &str) -> Option<(&str, &str)> {
    ["elke", "iedere", "ieder", "elk", "every"].into_iter().find_map(|every| {
        let rest = word.strip_prefix(every)?;
        let known = unit(rest).is_some() || weekday(rest).is_some_and(|_| rest.len() > 4) || rest == "werkdag";
        known.then(|| word.split_at(every.len()))
    })
}
