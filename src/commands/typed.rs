//! Words that people type after a command, read in every way that some command reads them. Not a part of the bot: here the
//! fuzz targets and a test try any words at all, where nothing but the words is needed.

use chrono::DateTime;
use chrono_tz::Tz;

use super::agreement::Reader;
use super::ask::{Query, tokens};
use super::signals::{Own, past_day};
use super::standing::chosen;
use super::{Library, agreement, team};
use crate::catalogue::{Definition, Numbered};
use crate::search::fold;

/// Reads a line, a command and what follows it, and checks what every result must be.
pub fn typed(library: &Library, line: &str, now: DateTime<Tz>) {
    let today = now.date_naive();
    let (words, _) = chosen(line.trim());
    assert!(line.contains(words), "{line:?}");
    let catalogue = &library.catalogue;
    for definition in &catalogue.definitions {
        asked(definition, words);
        filters(definition, words);
    }
    let rest = words.split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
    for words in [words, rest] {
        if let Some(definition) = catalogue.definition("agreement") {
            agreement::typed(words, Reader { definition, known: &library.organisations, today });
        }
        if let Some(definition) = catalogue.definition("team") {
            team::typed(definition.options("member"), words);
        }
        if let Some(definition) = catalogue.definition("signals") {
            let own = Own::of(definition, words);
            filters(definition, &own.rest);
            for since in own.since.iter().filter_map(|since| past_day(since, now)) {
                assert!(since <= today, "{words:?} is {since}");
            }
        }
        if let Some(day) = past_day(words, now) {
            assert!(day <= today, "{words:?} is {day}");
        }
    }
}

/// What follows a subcommand is the end of what was typed.
fn asked(definition: &Definition, words: &str) {
    let asked = definition.asked(words);
    assert!(words.trim_end().ends_with(asked.rest), "{words:?}");
    if let Numbered::By(number) = &asked.number {
        assert_eq!(Some(number.kind()), definition.numbers, "{words:?}");
        assert!(fold(words).contains(&fold(number.as_str())), "{words:?}");
    }
    let subcommand = asked.subcommand.map(|found| found.after_number);
    assert!(subcommand.is_none_or(|after| after == (asked.number != Numbered::No)), "{words:?}");
}

/// A filter has an option of its own; nothing else is lost or made up.
fn filters(definition: &Definition, words: &str) {
    let (query, wrong) = Query::of(definition, words);
    for (filter, option) in &query.filters {
        let filter = definition.filters.iter().find(|known| known.id == *filter).expect("it is declared");
        assert!(filter.option(option).is_some(), "{words:?}");
    }
    if definition.filters.is_empty() {
        assert!(wrong.is_empty(), "{words:?}");
    }
    assert!(query.text.len() <= tokens(words).join(" ").len(), "{words:?}");
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone as _;
    use chrono_tz::Europe::Amsterdam;
    use proptest::prelude::*;

    use super::*;
    use crate::commands::tests::built_in;

    /// Words that some command acts on, in any order, with anything between them.
    fn jumble() -> impl Strategy<Value = String> {
        let known = [
            "afspraak",
            "AF-2026-k7qd",
            "S-2026-k7qd",
            "nieuw",
            "bevestig",
            "wijzig",
            "herzien",
            "stop",
            "voorstel",
            "delen",
            "politie",
            "jongerenwerk",
            "vrij",
            "niet",
            "eerst vragen",
            "alle",
            ":",
            ",",
            "\n",
            "voor",
            "1 juni 2027",
            "vrijdag",
            "team",
            "lid",
            "@anna:example.org",
            "geen",
            "mandaat",
            "coördinator",
            "fase:",
            "fase:nazorg",
            "niveau:2",
            "groep:\"De Haven\"",
            "sinds:gisteren",
            "„",
            "#2",
            "#team:a1",
        ];
        let piece = prop_oneof![
            4 => prop::sample::select(known.to_vec()).prop_map(str::to_owned),
            1 => ".{0,12}",
        ];
        prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.join(" "))
    }

    proptest! {
        #[test]
        fn any_words_after_a_command_are_read_or_refused(line in jumble()) {
            let now = Amsterdam.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).single().expect("a moment");
            typed(built_in(), &line, now);
        }
    }
}
