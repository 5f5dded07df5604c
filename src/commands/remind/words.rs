//! What was typed after `!herinner`, taken apart before the moment is looked for: for whom, and in what manner. The words for that
//! stand in `commands/remind/command.toml`.

use crate::catalogue::Definition;
use crate::commands::parts::{Parts, named};
use crate::domain::UserId;
use crate::search::fold;

named! {
    /// What may stand before the moment and the text, or after them.
    pub(super) enum Sub {
        Me = "me",
        Us = "us",
        Confirm = "confirm",
        Working = "working",
    }
}

pub(in crate::commands) const PARTS: Parts = Parts { subcommands: Sub::IDS, options: &[] };

/// For whom, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Whom {
    /// Nobody was named.
    #[default]
    Unsaid,
    Me,
    Us,
    These(Vec<UserId>),
}

/// What was typed, without the words for whom and how.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Typed<'w> {
    pub(super) whom: Whom,
    pub(super) confirm: bool,
    pub(super) working: bool,
    /// The moment and the text.
    pub(super) rest: &'w str,
}

impl<'w> Typed<'w> {
    pub(super) fn of(definition: &Definition, words: &'w str) -> Self {
        let mut typed = Self { rest: words.trim(), ..Self::default() };
        while typed.take_first(definition) {}
        while typed.take_last(definition) {}
        typed
    }

    /// Takes the words of the manner away from both ends of the text that is left beside the moment.
    pub(super) fn of_text(definition: &Definition, text: &'w str) -> Self {
        let mut typed = Self { rest: text.trim(), whom: Whom::Me, ..Self::default() };
        while typed.take_first(definition) {}
        while typed.take_last(definition) {}
        typed
    }

    fn take_first(&mut self, definition: &Definition) -> bool {
        if let Some((person, rest)) = person(self.rest) {
            match &mut self.whom {
                Whom::Unsaid => self.whom = Whom::These(vec![person]),
                Whom::These(people) if !people.contains(&person) => people.push(person),
                Whom::These(_) => {}
                Whom::Me | Whom::Us => return false,
            }
            self.rest = rest;
            return true;
        }
        let found = definition.subcommand(self.rest);
        let Some((sub, rest)) = found.and_then(|(sub, rest)| Some((Sub::called(&sub.id)?, rest))) else { return false };
        match (sub, &self.whom) {
            (Sub::Me, Whom::Unsaid) => self.whom = Whom::Me,
            (Sub::Us, Whom::Unsaid) => self.whom = Whom::Us,
            (Sub::Confirm, _) if !self.confirm => self.confirm = true,
            (Sub::Working, _) if !self.working => self.working = true,
            _ => return false,
        }
        self.rest = rest;
        true
    }

    fn take_last(&mut self, definition: &Definition) -> bool {
        for sub in [Sub::Confirm, Sub::Working] {
            let words = definition.subcommand_called(sub.id()).map(|it| it.words.all()).into_iter().flatten();
            for word in words {
                if let Some(rest) = without_last(self.rest, word) {
                    match sub {
                        Sub::Confirm => self.confirm = true,
                        _ => self.working = true,
                    }
                    self.rest = rest;
                    return true;
                }
            }
        }
        false
    }
}

/// A person at the beginning, and what follows them and the words that join people.
fn person(words: &str) -> Option<(UserId, &str)> {
    let (first, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let name = first.trim_end_matches([',', ':', ';']);
    if !name.starts_with('@') || !name.contains(':') {
        return None;
    }
    let rest = rest.trim_start();
    let joined = ["en ", "and ", "& "].iter().find_map(|word| rest.strip_prefix(word));
    let rest = joined.filter(|rest| rest.trim_start().starts_with('@')).unwrap_or(rest);
    Some((UserId::new(name), rest.trim_start()))
}

/// The text before these last words of it.
fn without_last<'w>(text: &'w str, words: &str) -> Option<&'w str> {
    let text = text.trim_end_matches(|sign: char| sign.is_whitespace() || matches!(sign, '.' | '!' | ','));
    let count = words.split_whitespace().count();
    let mut begins = text.len();
    for _ in 0..count {
        let before = text[..begins].trim_end();
        begins = before
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    }
    let last: Vec<&str> = text[begins..].split_whitespace().collect();
    let same =
        last.len() == count && last.iter().zip(words.split_whitespace()).all(|(one, other)| fold(one) == fold(other));
    same.then(|| text[..begins].trim_end_matches(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '(')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::tests::built_in;

    fn typed(words: &str) -> Typed<'_> {
        Typed::of(built_in().catalogue.definition("remind").expect("it is declared"), words)
    }

    #[test]
    fn for_whom_stands_before_the_rest() {
        assert_eq!(
            typed("mij morgen 10u bellen"),
            Typed { whom: Whom::Me, rest: "morgen 10u bellen", ..Typed::default() }
        );
        assert_eq!(typed("Us tomorrow"), Typed { whom: Whom::Us, rest: "tomorrow", ..Typed::default() });
        assert_eq!(typed("morgen iedereen bellen").whom, Whom::Unsaid);
        let these = Whom::These(vec![UserId::new("@anna:x"), UserId::new("@bram:x")]);
        for words in ["@anna:x @bram:x morgen", "@anna:x, @bram:x: morgen", "@anna:x en @bram:x morgen"] {
            assert_eq!(typed(words), Typed { whom: these.clone(), rest: "morgen", ..Typed::default() }, "{words}");
        }
    }

    #[test]
    fn the_manner_stands_at_either_end() {
        for words in [
            "ons met bevestiging morgen dagstart",
            "met bevestiging ons morgen dagstart",
            "ons morgen dagstart met bevestiging",
            "ons morgen dagstart, Met Bevestiging.",
        ] {
            let expected = Typed { whom: Whom::Us, confirm: true, working: false, rest: "morgen dagstart" };
            assert_eq!(typed(words), expected, "{words}");
        }
        let both = typed("morgen dagstart in werktijd met bevestiging");
        assert!(both.confirm && both.working && both.rest == "morgen dagstart", "{both:?}");
        assert_eq!(typed("morgen een brief met bevestiging sturen").rest, "morgen een brief met bevestiging sturen");
        assert_eq!(typed("met bevestiging").rest, "");
    }
}
