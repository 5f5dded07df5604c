//! The forms under which a word can be found: itself, its stem in each language, and for Dutch what is left without the
//! endings and beginnings that the stemmer does not know (`gedreigd`, `dreigt` and `dreigen` share `dreig`).
//!
//! Each form has a quality between 0 and 1; two words are as alike as the product of the best form that they share.

use rust_stemmers::{Algorithm, Stemmer};

use super::fold::length;
use super::stop_words::PARTICLES;
use crate::domain::Language;

/// A form and how surely it stands for the word.
pub(super) type Form = (String, f32);

/// A form that surely is the same word.
pub(super) const SURE: f32 = 0.9;

const STEM: f32 = 0.96;
const PLURAL: f32 = 0.94;
const SMALL: f32 = 0.9;
const VERB: f32 = 0.88;
const PARTICIPLE: f32 = 0.86;
const DERIVED: f32 = 0.78;
const WITHOUT_PARTICLE: f32 = 0.55;

const SMALL_ENDINGS: [&str; 12] =
    ["etjes", "etje", "tjes", "tje", "pjes", "pje", "kjes", "kje", "jes", "je", "ies", "ie"];
const DUTCH_ENDINGS: [&str; 20] = [
    "ingen", "ing", "aars", "aar", "sters", "ster", "ers", "er", "heden", "heid", "lijke", "lijk", "atie", "ement",
    "schap", "aties", "eren", "eert", "eerd", "eerde",
];
/// British and American: both are brought to the latter.
const ENGLISH_SPELLINGS: [(&str, &str); 4] = [("our", "or"), ("ise", "ize"), ("isa", "iza"), ("isi", "izi")];
const ENGLISH_ENDINGS: [&str; 5] = ["ers", "er", "ors", "or", "ment"];

/// All forms of a folded word, in these languages; the word itself comes first.
pub(super) fn forms(word: &str, languages: &[Language]) -> Vec<Form> {
    let mut forms = Forms(vec![(word.to_owned(), 1.0)]);
    if word.contains(|char: char| char.is_ascii_digit()) {
        let number: String = word.chars().take_while(char::is_ascii_digit).collect();
        if number.len() > 1 {
            forms.add(number, DERIVED);
        }
        return forms.0;
    }
    if !word.is_ascii() || word.len() < 3 {
        return forms.0;
    }
    for language in languages {
        match language {
            Language::Dutch => dutch_forms(word, &mut forms),
            Language::English => english_forms(word, &mut forms),
        }
    }
    forms.0
}

/// The stems of a folded word in both languages: enough to see quickly whether two words are forms of one.
pub(super) fn roots(word: &str) -> [String; 2] {
    if word.is_ascii() && word.len() >= 3 {
        [dutch_stem(word), Stemmer::create(Algorithm::English).stem(word).into_owned()]
    } else {
        [word.to_owned(), word.to_owned()]
    }
}

struct Forms(Vec<Form>);

impl Forms {
    fn add(&mut self, form: String, quality: f32) {
        if length(&form) < 2 {
            return;
        }
        match self.0.iter_mut().find(|(known, _)| *known == form) {
            Some((_, best)) => *best = best.max(quality),
            None => self.0.push((form, quality)),
        }
    }

    /// The stem of a word, and that stem without the ending of a verb.
    fn add_dutch(&mut self, word: &str, quality: f32) {
        let stem = dutch_stem(word);
        if let Some(verb) = without_verb_ending(&stem) {
            self.add(verb, quality * VERB);
        }
        self.add(stem, quality);
    }
}

fn dutch_forms(word: &str, forms: &mut Forms) {
    forms.add_dutch(word, STEM);
    if let Some(single) = word.strip_suffix('s').filter(|rest| rest.len() >= 4) {
        forms.add_dutch(single, PLURAL);
    }
    if let Some(rest) = word.strip_prefix("ge").filter(|rest| rest.len() >= 4) {
        forms.add_dutch(rest, PARTICIPLE);
    }
    for particle in PARTICLES {
        let Some(rest) = word.strip_prefix(particle) else { continue };
        if let Some(verb) = rest.strip_prefix("ge").filter(|verb| verb.len() >= 3) {
            forms.add_dutch(&format!("{particle}{verb}"), PARTICIPLE);
        }
        if particle.len() + rest.len() >= 7 && rest.len() >= 4 {
            forms.add_dutch(rest, WITHOUT_PARTICLE);
        }
    }
    for (endings, quality, least) in [(&SMALL_ENDINGS[..], SMALL, 3), (&DUTCH_ENDINGS[..], DERIVED, 4)] {
        for rest in endings.iter().filter_map(|ending| word.strip_suffix(ending)) {
            if rest.len() >= least {
                forms.add_dutch(rest, quality);
            }
        }
    }
}

fn english_forms(word: &str, forms: &mut Forms) {
    let stemmer = Stemmer::create(Algorithm::English);
    let plain =
        ENGLISH_SPELLINGS.iter().fold(word.to_owned(), |word, (british, american)| word.replace(british, american));
    forms.add(stemmer.stem(word).into_owned(), STEM);
    forms.add(stemmer.stem(&plain).into_owned(), STEM);
    for rest in ENGLISH_ENDINGS.iter().filter_map(|ending| plain.strip_suffix(ending)) {
        if rest.len() >= 4 {
            forms.add(stemmer.stem(rest).into_owned(), DERIVED);
        }
    }
}

/// The stem, with its last letter as at the end of a word: `brieven` is `brief`, `bellen` is `bel`.
fn dutch_stem(word: &str) -> String {
    hard_end(Stemmer::create(Algorithm::Dutch).stem(word).into_owned())
}

fn without_verb_ending(stem: &str) -> Option<String> {
    let rest = stem.strip_suffix("dt").or_else(|| stem.strip_suffix(['t', 'd']))?;
    (rest.len() >= 3 && rest.contains(['a', 'e', 'i', 'o', 'u', 'y'])).then(|| hard_end(rest.to_owned()))
}

/// Doubles at the end made single, vowels too (`spreek` is `sprek`, as in `spreken`), and `v` and `z` as they sound there.
fn hard_end(mut stem: String) -> String {
    let Some(last) = stem.pop() else { return stem };
    if stem.ends_with(last) && !is_vowel(last) {
        stem.pop();
    }
    if !is_vowel(last) && ["aa", "ee", "oo", "uu"].iter().any(|double| stem.ends_with(double)) {
        stem.pop();
    }
    stem.push(match last {
        'v' => 'f',
        'z' => 's',
        other => other,
    });
    stem
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}
