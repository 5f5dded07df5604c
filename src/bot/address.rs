//! Is a message for the bot, and what does it say to it? Pure: the words and what surrounds them in, the words meant for
//! the bot out.

use std::borrow::Cow;

use crate::domain::{Pill, Said, UserId};

/// How the bot is called.
#[derive(Debug, Clone)]
pub struct Called<'a> {
    /// Its account.
    pub account: &'a UserId,
    /// The name that people see.
    pub name: &'a str,
    /// What stands before a command in a shared room.
    pub prefix: &'a str,
}

/// How a message reached the bot; it decides how much benefit of the doubt the words get.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// It begins with the prefix.
    Prefix,
    /// It names the bot.
    Mention,
    /// It stands in a direct room.
    Direct,
    /// It is a reply to something the bot said.
    Reply,
}

/// The words of a message that are meant for the bot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressed<'a> {
    /// How it reached the bot.
    pub by: By,
    /// The words, without what only says that they are for the bot.
    pub words: Cow<'a, str>,
}

impl Addressed<'_> {
    /// The words without a prefix that was typed although it was not needed.
    pub fn bare(&self, prefix: &str) -> &str {
        let words = self.words.trim();
        if self.by == By::Prefix { words } else { words.strip_prefix(prefix).map_or(words, str::trim_start) }
    }
}

/// Decides whether `said` is for the bot. `to_bot` tells that it replies to the bot's own message; `is_command` knows the
/// words of commands.
pub fn addressed<'a>(
    said: &'a Said,
    called: &Called<'_>,
    direct: bool,
    to_bot: bool,
    is_command: impl Fn(&str) -> bool,
) -> Option<Addressed<'a>> {
    let text = said.text.trim();
    if let Some(rest) = text.strip_prefix(called.prefix) {
        let words = rest.trim_start();
        let close = words.len() == rest.len();
        let first = words.split_whitespace().next().unwrap_or_default();
        // "!!!" or "! let op" is no command; "! interventie" from a phone that adds spaces is.
        if words.starts_with(char::is_alphanumeric) && (close || is_command(first)) {
            return Some(Addressed { by: By::Prefix, words: words.into() });
        }
    }
    if let Some(words) = after_name(text, called) {
        return Some(Addressed { by: By::Mention, words: words.into() });
    }
    let pill = said.pills.iter().find(|pill| pill.person == *called.account);
    let mentioned = match &said.mentions {
        Some(people) => people.contains(called.account),
        None => pill.is_some(),
    };
    // A client mentions whom it replies to, whether or not the person typed the name.
    if mentioned && (!to_bot || pill.is_some()) {
        let shown = pill.map_or(called.name, |pill| pill.shown.trim());
        let words = without(text, &[shown, called.account.as_str(), called.name]);
        return Some(Addressed { by: By::Mention, words: words.into() });
    }
    if direct {
        return Some(Addressed { by: By::Direct, words: text.into() });
    }
    to_bot.then_some(Addressed { by: By::Reply, words: text.into() })
}

/// The words after the bot's name, when the message begins with it.
fn after_name<'t>(text: &'t str, called: &Called<'_>) -> Option<&'t str> {
    let text = text.strip_prefix('@').unwrap_or(text);
    let full = called.account.as_str().trim_start_matches('@');
    [full, called.name, called.account.localpart()].into_iter().find_map(|name| {
        let head = text.get(..name.len())?;
        if name.is_empty() || head.to_lowercase() != name.to_lowercase() {
            return None;
        }
        let rest = text[name.len()..].trim_start().strip_prefix([':', ','])?;
        Some(rest.trim())
    })
}

/// The words with the ids of people in place of the names that a client shows for them. Phones put in the display name, and
/// some the link in Markdown.
pub fn with_ids<'w>(words: &'w str, pills: &[Pill]) -> Cow<'w, str> {
    let mut done = String::new();
    let mut rest = words;
    for pill in pills {
        let (shown, id) = (pill.shown.trim(), pill.person.as_str());
        let Some(at) = (!shown.is_empty()).then(|| rest.find(shown)).flatten() else { continue };
        let (before, after) = (&rest[..at], &rest[at + shown.len()..]);
        let (before, after) = match (before.strip_suffix('['), after.strip_prefix("](https://matrix.to/#/")) {
            (Some(before), Some(link)) => (before, link.split_once(')').map_or("", |(_, after)| after)),
            _ => (before.strip_suffix('@').unwrap_or(before), after),
        };
        // The client may show the first part of an id that the person typed in full.
        let after = id.strip_prefix(shown).and_then(|end| after.strip_prefix(end)).unwrap_or(after);
        done.push_str(before);
        done.push_str(id);
        rest = after;
    }
    if done.is_empty() {
        return words.into();
    }
    done.push_str(rest);
    done.into()
}

/// The text without the first of these names that stands in it, and without what glued it there.
fn without(text: &str, names: &[&str]) -> String {
    for name in names.iter().filter(|name| !name.is_empty()) {
        if let Some((before, after)) = text.split_once(*name) {
            let before = before.trim_end().trim_end_matches('@').trim_end();
            let after = after.trim_start().trim_start_matches([':', ',']).trim_start();
            return format!("{before} {after}").trim().to_owned();
        }
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::Pill;

    fn me() -> UserId {
        UserId::new("@schakel:example.org")
    }

    fn heard(said: &Said, direct: bool, to_bot: bool) -> Option<(By, String)> {
        let account = me();
        let called = Called { account: &account, name: "Schakel", prefix: "!" };
        addressed(said, &called, direct, to_bot, |word| word.eq_ignore_ascii_case("hulp"))
            .map(|addressed| (addressed.by, addressed.words.into_owned()))
    }

    fn text(text: &str) -> Said {
        Said { text: text.to_owned(), mentions: Some(vec![]), ..Said::default() }
    }

    #[test]
    fn a_prefix_directly_before_a_word_is_for_the_bot() {
        assert_eq!(heard(&text(" !interventie ruzie"), false, false), Some((By::Prefix, "interventie ruzie".into())));
        assert_eq!(heard(&text("! Hulp"), false, false), Some((By::Prefix, "Hulp".into())));
    }

    #[test]
    fn talk_between_people_is_not_for_the_bot() {
        for talk in ["!!!", "! let op allemaal", "wat een dag!", "hulp nodig?", "Schakelen is lastig: toch?", ""] {
            assert_eq!(heard(&text(talk), false, false), None, "{talk}");
        }
    }

    #[test]
    fn the_name_with_a_colon_or_comma_is_for_the_bot_whatever_the_client_says() {
        for talk in ["Schakel: hulp", "schakel, hulp", "@schakel:example.org: hulp", "@Schakel : hulp"] {
            assert_eq!(heard(&text(talk), false, false), Some((By::Mention, "hulp".into())), "{talk}");
        }
    }

    #[test]
    fn a_pill_anywhere_is_for_the_bot() {
        let said = Said {
            text: "kun jij Schakel helpen".into(),
            mentions: Some(vec![me()]),
            pills: vec![Pill { person: me(), shown: "Schakel".into() }],
            ..Said::default()
        };
        assert_eq!(heard(&said, false, false), Some((By::Mention, "kun jij helpen".into())));
    }

    #[test]
    fn a_reply_that_the_client_made_a_mention_is_still_a_reply() {
        let said = Said { mentions: Some(vec![me()]), ..text("2") };
        assert_eq!(heard(&said, false, true), Some((By::Reply, "2".into())));
    }

    #[test]
    fn a_name_that_is_shown_for_a_person_becomes_their_id() {
        let anna = Pill { person: UserId::new("@anna:example.org"), shown: "Anna de Vries".into() };
        for words in [
            "team lid Anna de Vries politie",
            "team lid @Anna de Vries politie",
            "team lid [Anna de Vries](https://matrix.to/#/@anna:example.org) politie",
        ] {
            assert_eq!(with_ids(words, std::slice::from_ref(&anna)), "team lid @anna:example.org politie");
        }
        let typed = Pill { person: UserId::new("@anna:example.org"), shown: "@anna".into() };
        for words in ["team weg @anna", "team weg @anna:example.org"] {
            assert_eq!(with_ids(words, std::slice::from_ref(&typed)), "team weg @anna:example.org");
        }
        assert_eq!(with_ids("team leden", &[anna]), "team leden");
    }

    #[test]
    fn two_people_of_one_name_each_get_their_own_id() {
        let pill = |id: &str| Pill { person: UserId::new(id), shown: "Anna".into() };
        let words = with_ids("team lid Anna en Anna zorg", &[pill("@a:x"), pill("@b:y")]);
        assert_eq!(words, "team lid @a:x en @b:y zorg");
    }

    #[test]
    fn a_prefix_that_was_not_needed_is_no_part_of_the_words() {
        let bare = |by, words: &str| Addressed { by, words: words.into() }.bare("!").to_owned();
        assert_eq!(bare(By::Direct, "! éé"), "éé");
        assert_eq!(bare(By::Mention, "!hulp "), "hulp");
        assert_eq!(bare(By::Direct, "hulp!"), "hulp!");
        assert_eq!(bare(By::Prefix, "!hulp"), "!hulp");
    }

    #[test]
    fn a_mention_of_somebody_else_is_not_for_the_bot() {
        let other = UserId::new("@anna:example.org");
        let said = Said {
            text: "Anna kijk eens".into(),
            mentions: Some(vec![other.clone()]),
            pills: vec![Pill { person: other, shown: "Anna".into() }],
            ..Said::default()
        };
        assert_eq!(heard(&said, false, false), None);
    }

    /// Words of any kind, now and then with the bot's name or prefix among them.
    fn words() -> impl Strategy<Value = String> {
        let names = [
            "!",
            "Schakel",
            "@schakel:example.org",
            "schakel:",
            "@",
            ":",
            ",",
            " ",
            "hulp",
            "ſchakel",
            "SCHAKEL\u{130}:",
        ];
        let piece = prop_oneof![proptest::sample::select(names.to_vec()).prop_map(str::to_owned), any::<String>()];
        proptest::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
    }

    fn anything_said() -> impl Strategy<Value = Said> {
        let mentions = proptest::option::of(prop_oneof![Just(vec![]), Just(vec![me()])]);
        let pill = (any::<bool>(), words());
        (words(), mentions, proptest::option::of(pill)).prop_map(|(text, mentions, pill)| {
            let pill = pill.map(|(mine, shown)| Pill {
                person: if mine { me() } else { UserId::new("@anna:example.org") },
                shown,
            });
            Said { text, mentions, pills: pill.into_iter().collect(), ..Said::default() }
        })
    }

    proptest! {
        #[test]
        fn whatever_is_said_breaks_nothing(said in anything_said(), direct: bool, to_bot: bool) {
            let heard = heard(&said, direct, to_bot);
            prop_assert!(heard.is_some() || !(direct || to_bot), "what can only be for the bot is for the bot");
        }

        #[test]
        fn no_pill_breaks_anything(words in words(), shown in words(), id in words()) {
            let _ = with_ids(&words, &[Pill { person: UserId::new(id), shown }]);
        }

        #[test]
        fn no_name_and_no_prefix_break_anything(said in anything_said(), name in words(), prefix in words()) {
            for account in ["", "@", ":", "@:", "schakel", &name] {
                let account = UserId::new(account);
                let called = Called { account: &account, name: &name, prefix: &prefix };
                let _ = addressed(&said, &called, false, false, |_| true);
            }
        }
    }
}
