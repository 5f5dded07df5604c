use proptest::prelude::*;

use super::*;
use crate::catalogue::definition::definition;
use crate::document::{Problems, Source};

const TOP: &str = "words.nl = [\"signaal\"]\nwords.en = [\"signal\"]\nrooms = [\"chain\"]\nwho = \"member\"\n";

/// A command that works on signals and looks up what it does not know.
const SIGNAL: &str = "kind = \"lookup\"\nnumbers = \"signal\"\n\
    [[subcommands]]\nid = \"new\"\nkind = \"change\"\nwords.nl = [\"nieuw\"]\nwords.en = [\"new\"]\n\
    [[subcommands]]\nid = \"call\"\nwords.nl = [\"bel\"]\nwords.en = [\"call\"]\n\
    [[subcommands]]\nid = \"holds\"\nwords.nl = [\"bel klopt\"]\nwords.en = [\"call holds\"]\n\
    [[subcommands]]\nid = \"take\"\nkind = \"change\"\nafter_number = true\nwords.nl = [\"pak\", \"pak op\"]\n\
    words.en = [\"take\"]\n\
    [[subcommands]]\nid = \"log\"\nafter_number = true\nwords.nl = [\"logboek\"]\nwords.en = [\"log\"]\n";

/// A command for which all words are subcommands.
const TEAM: &str =
    "kind = \"change\"\n[[subcommands]]\nid = \"members\"\nwords.nl = [\"leden\"]\nwords.en = [\"members\"]\n";

fn command(rest: &str) -> Definition {
    let problems = Problems::default();
    let text = format!("{TOP}{rest}");
    let read = Source { file: "command.toml", text: &text, problems: &problems }.read(|top| definition("signal", top));
    let told = problems.into_sorted();
    assert!(told.is_empty(), "{told:#?}");
    read
}

/// The id of what is to be done, and what follows.
fn found<'w>(definition: &Definition, words: &'w str) -> (Option<String>, &'w str, Kind) {
    let asked = definition.asked(words);
    (asked.subcommand.map(|subcommand| subcommand.id.clone()), asked.rest, asked.kind)
}

#[test]
fn a_subcommand_stands_first_in_either_language_or_by_its_id() {
    let signal = command(SIGNAL);
    for words in ["nieuw iets", "NEW  iets", "Nieuw: iets", "new\niets"] {
        assert_eq!(found(&signal, words), (Some("new".to_owned()), "iets", Kind::Change), "{words}");
    }
    assert_eq!(found(&signal, "holds 1"), (Some("holds".to_owned()), "1", Kind::Lookup));
}

#[test]
fn the_longest_word_wins() {
    let signal = command(SIGNAL);
    assert_eq!(found(&signal, "bel klopt 2"), (Some("holds".to_owned()), "2", Kind::Lookup));
    assert_eq!(found(&signal, "bel 2"), (Some("call".to_owned()), "2", Kind::Lookup));
    assert_eq!(found(&signal, "S-2026-k7qd pak op nu"), (Some("take".to_owned()), "nu", Kind::Change));
    assert_eq!(found(&signal, "S-2026-k7qd pak nu op"), (Some("take".to_owned()), "nu op", Kind::Change));
}

#[test]
fn a_number_says_which_record_and_what_follows_what_is_done_with_it() {
    let signal = command(SIGNAL);
    let asked = signal.asked("s-2026-K7QD: pak, bram");
    assert_eq!(asked.number, Numbered::By(RecordNumber::parse("S-2026-k7qd").expect("a number")));
    assert_eq!(found(&signal, "s-2026-K7QD: pak, bram"), (Some("take".to_owned()), "bram", Kind::Change));
    assert_eq!(found(&signal, "S-2026-k7qd log"), (Some("log".to_owned()), "", Kind::Lookup));
    assert_eq!(found(&signal, "S-2026-k7qd"), (None, "", Kind::Lookup));
    // What is done with a record and not understood is a change all the same.
    assert_eq!(found(&signal, "S-2026-k7qd dans nu"), (None, "dans nu", Kind::Change));
}

#[test]
fn a_number_with_a_slip_is_no_search() {
    let signal = command(SIGNAL);
    assert_eq!(signal.asked("S-2026-aaaa pak").number, Numbered::Slip);
    assert_eq!(found(&signal, "S-2026-aaaa pak"), (Some("take".to_owned()), "", Kind::Change));
    for words in ["AF-2026-k7qd", "s", "", "s-jaar"] {
        assert_eq!(signal.asked(words).number, Numbered::No, "{words}");
    }
}

#[test]
fn each_stands_in_its_own_place() {
    let signal = command(SIGNAL);
    assert_eq!(found(&signal, "pak S-2026-k7qd"), (None, "pak S-2026-k7qd", Kind::Lookup));
    assert_eq!(found(&signal, "S-2026-k7qd nieuw"), (None, "nieuw", Kind::Change));
}

#[test]
fn a_slip_is_forgiven_where_it_cannot_turn_a_search_into_a_change() {
    let (signal, team) = (command(SIGNAL), command(TEAM));
    assert_eq!(found(&signal, "nieu iets"), (None, "nieu iets", Kind::Lookup));
    assert_eq!(found(&signal, "S-2026-k7qd logbeok"), (Some("log".to_owned()), "", Kind::Lookup));
    for words in ["led", "ledne 1", "memb 1"] {
        assert_eq!(found(&team, words).0, Some("members".to_owned()), "{words}");
    }
}

#[test]
fn the_first_word_of_each_language_is_shown() {
    let signal = command(SIGNAL);
    assert_eq!(signal.subcommand_shown("take", Language::Dutch), "pak");
    assert_eq!(signal.subcommand_shown("take", Language::English), "take");
}

proptest! {
    #[test]
    fn whatever_is_typed_breaks_nothing_and_what_is_left_was_typed(words in "(S-2026-k7qd|bel|nieuw)?[ :.,!]{0,3}.{0,40}") {
        for definition in [command(SIGNAL), command(TEAM)] {
            prop_assert!(words.contains(definition.asked(&words).rest));
        }
    }
}
