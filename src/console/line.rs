//! A typed line taken apart: something that is said, or a slash command that steers the console. Pure.

/// What a line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wish<'l> {
    /// Nothing was typed.
    Nothing,
    /// The current person says this in the current room.
    Say(&'l str),
    /// Be this person.
    As(&'l str),
    /// Be in this room.
    In(&'l str),
    /// Go on in the thread of this message, or leave the thread.
    Thread(Option<usize>),
    /// Reply to a message.
    Reply(usize, &'l str),
    /// React to a message.
    React(usize, String),
    /// Change a message.
    Edit(usize, &'l str),
    /// Take a message back.
    Redact(usize),
    /// Tell which rooms there are.
    Rooms,
    /// Tell who is there.
    People,
    /// Explain.
    Help,
    /// Stop.
    Quit,
    /// A slash command, by its word, of which the rest is not understood.
    Wrong(&'static str),
    /// No slash command.
    Unknown(&'l str),
}

/// The words after the slash; each has a text `console-help-<word>`.
pub(super) const WORDS: [&str; 11] =
    ["as", "in", "thread", "reply", "react", "edit", "redact", "rooms", "people", "help", "quit"];

/// Reads a line. A message that begins with a slash is typed with two.
pub(super) fn wish(line: &str) -> Wish<'_> {
    let line = line.trim();
    let Some(rest) = line.strip_prefix('/') else {
        return if line.is_empty() { Wish::Nothing } else { Wish::Say(line) };
    };
    if rest.starts_with('/') {
        return Wish::Say(rest);
    }
    let (typed, rest) = split(rest);
    let lower = typed.to_lowercase();
    let Some(word) = WORDS.into_iter().find(|word| *word == lower) else { return Wish::Unknown(typed) };
    understood(word, rest).unwrap_or(Wish::Wrong(word))
}

fn understood<'l>(word: &'static str, rest: &'l str) -> Option<Wish<'l>> {
    let (first, text) = split(rest);
    let number = first.trim_start_matches('(').trim_end_matches(')').parse::<usize>().ok();
    match word {
        "as" if !rest.is_empty() => Some(Wish::As(rest)),
        "in" if !rest.is_empty() => Some(Wish::In(rest)),
        "thread" if rest.is_empty() => Some(Wish::Thread(None)),
        "thread" if text.is_empty() => Some(Wish::Thread(Some(number?))),
        "reply" if !text.is_empty() => Some(Wish::Reply(number?, text)),
        "react" if !text.is_empty() => Some(Wish::React(number?, emoji(text))),
        "edit" if !text.is_empty() => Some(Wish::Edit(number?, text)),
        "redact" if text.is_empty() => Some(Wish::Redact(number?)),
        "rooms" => Some(Wish::Rooms),
        "people" => Some(Wish::People),
        "help" => Some(Wish::Help),
        "quit" => Some(Wish::Quit),
        _ => None,
    }
}

fn split(text: &str) -> (&str, &str) {
    text.split_once(char::is_whitespace).map_or((text, ""), |(first, rest)| (first, rest.trim()))
}

/// A digit stands for its keycap, which few keyboards have.
fn emoji(typed: &str) -> String {
    match typed.as_bytes() {
        [b'0'..=b'9'] => format!("{typed}\u{fe0f}\u{20e3}"),
        _ => typed.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_with_no_slash_is_said() {
        assert_eq!(wish("  !interventie ruzie "), Wish::Say("!interventie ruzie"));
        assert_eq!(wish("//shrug"), Wish::Say("/shrug"));
        assert_eq!(wish("   "), Wish::Nothing);
    }

    #[test]
    fn a_digit_stands_for_its_keycap() {
        assert_eq!(wish("/react 3 1"), Wish::React(3, "1\u{fe0f}\u{20e3}".to_owned()));
        assert_eq!(wish("/react (3) 👍"), Wish::React(3, "👍".to_owned()));
    }

    #[test]
    fn a_thread_is_entered_by_number_and_left_without() {
        assert_eq!(wish("/thread 4"), Wish::Thread(Some(4)));
        assert_eq!(wish("/thread"), Wish::Thread(None));
        assert_eq!(wish("/thread vier"), Wish::Wrong("thread"));
    }

    #[test]
    fn a_slash_command_that_lacks_something_is_explained() {
        for (line, word) in [("/as", "as"), ("/edit 3", "edit"), ("/reply x y", "reply"), ("/redact", "redact")] {
            assert_eq!(wish(line), Wish::Wrong(word), "{line}");
        }
        assert_eq!(wish("/dans"), Wish::Unknown("dans"));
    }

    #[test]
    fn the_text_of_an_edit_keeps_its_inner_spaces() {
        assert_eq!(wish("/EDIT 2 !begrip  drill"), Wish::Edit(2, "!begrip  drill"));
    }
}
