//! Finds what somebody meant among a few things that can be chosen: by number, by word, by the beginning of a word, or
//! with a slip of the thumb.

use crate::search::{fold, nearest_words};

/// Something that can be chosen by one of its words.
pub trait Choosable {
    /// The words that stand for it, in any language.
    fn words(&self) -> impl Iterator<Item = &str>;
}

impl<T: Choosable> Choosable for &T {
    fn words(&self) -> impl Iterator<Item = &str> {
        (*self).words()
    }
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked<'c, T> {
    /// This one is meant.
    One(&'c T),
    /// It could be any of these.
    Several(Vec<&'c T>),
    /// Nothing of the kind; perhaps one of these words was meant.
    None(Vec<&'c str>),
}

/// Shortest beginning of a word that counts as the word.
const SHORTEST_PREFIX: usize = 3;

/// Finds which of `choices` is meant by `typed`: a whole word first, then the beginning of a word if only one has it, then
/// the one word that is a slip away.
pub fn pick<'c, T: Choosable>(typed: &str, choices: &'c [T]) -> Picked<'c, T> {
    let typed = fold(typed.trim());
    let whole = having(choices, |word| word == typed);
    let found = if whole.is_empty() && typed.chars().count() >= SHORTEST_PREFIX {
        having(choices, |word| word.starts_with(&typed))
    } else {
        whole
    };
    match found.as_slice() {
        [one] => return Picked::One(one),
        [] => {}
        _ => return Picked::Several(found),
    }
    let near = nearest_words(&typed, choices.iter().flat_map(Choosable::words));
    match near.as_slice() {
        [word] if is_slip(&typed, &fold(word)) => {
            let meant = having(choices, |candidate| candidate == fold(word));
            match meant.as_slice() {
                [one] => Picked::One(one),
                _ => Picked::None(near),
            }
        }
        _ => Picked::None(near),
    }
}

/// One slip of the thumb in a word that is long enough for it not to be another word.
fn is_slip(typed: &str, word: &str) -> bool {
    typed.chars().count() >= 5 && strsim::damerau_levenshtein(typed, word) == 1
}

fn having<T: Choosable>(choices: &[T], fits: impl Fn(&str) -> bool) -> Vec<&T> {
    choices.iter().filter(|choice| choice.words().any(|word| fits(&fold(word)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Phase(&'static [&'static str]);

    impl Choosable for Phase {
        fn words(&self) -> impl Iterator<Item = &str> {
            self.0.iter().copied()
        }
    }

    const PHASES: [Phase; 3] =
        [Phase(&["signalering", "signalling"]), Phase(&["nazorg", "aftercare"]), Phase(&["signaal"])];

    #[test]
    fn a_whole_word_wins_over_a_beginning() {
        assert_eq!(pick("Signaal", &PHASES), Picked::One(&PHASES[2]));
    }

    #[test]
    fn three_letters_with_one_candidate_are_enough() {
        assert_eq!(pick("naz", &PHASES), Picked::One(&PHASES[1]));
        assert_eq!(pick("na", &PHASES), Picked::None(vec![]));
    }

    #[test]
    fn a_beginning_of_several_is_asked_about() {
        assert_eq!(pick("sig", &PHASES), Picked::Several(vec![&PHASES[0], &PHASES[2]]));
    }

    #[test]
    fn a_slip_of_the_thumb_is_forgiven() {
        assert_eq!(pick("nazrog", &PHASES), Picked::One(&PHASES[1]));
        assert_eq!(pick("afercare", &PHASES), Picked::One(&PHASES[1]));
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_breaks_nothing(typed: String) {
            let _ = pick(&typed, &PHASES);
            let _ = pick::<Phase>(&typed, &[]);
        }

        #[test]
        fn a_word_is_found_however_it_is_surrounded(index in 0..PHASES.len(), before in "[ \t]{0,3}", after in "[ \t]{0,3}") {
            let word = PHASES[index].0[0].to_uppercase();
            proptest::prop_assert_eq!(pick(&format!("{before}{word}{after}"), &PHASES), Picked::One(&PHASES[index]));
        }
    }
}
