use OrganisationKind::{Municipality, Police, Prosecution, School, StreetCoaching, YouthWork};
use proptest::prelude::*;

use super::*;
use crate::commands::tests::built_in;

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn today() -> NaiveDate {
    date(2026, 11, 24)
}

fn definition() -> &'static Definition {
    built_in().catalogue.definition("agreement").expect("it is there")
}

fn reader() -> Reader<'static> {
    Reader { definition: definition(), known: &built_in().organisations, today: today() }
}

fn new(words: &str) -> Result<Wanted<'_>, Slip> {
    wanted(words, reader())
}

#[track_caller]
fn shares(words: &str, giver: OrganisationKind, receiver: OrganisationKind, rule: Sharing, text: &str) {
    let said = Said { text: text.to_owned(), review_on: None };
    assert_eq!(new(words), Ok(Wanted::Sharing { giver, receiver, rule, said }), "{words}");
}

#[track_caller]
fn promises(words: &str, kind: AgreementKind, parties: &[OrganisationKind], text: &str) {
    let (parties, said) = (Parties::These(parties.to_vec()), Said { text: text.to_owned(), review_on: None });
    assert_eq!(new(words), Ok(Wanted::Other { kind, parties, said }), "{words}");
}

#[test]
fn sharing_is_understood_however_it_is_separated() {
    for words in [
        "delen van politie naar jongerenwerk: vrij",
        "delen politie jongerenwerk vrij",
        "Delen Politie -> Jongerenwerk vrij",
        "delen politie→jongerenwerk: mag vrij",
        "deel politie, jongerenwerk, vrij",
        "delen: van de politie naar het jongerenwerk: vrij.",
        "delen naar jongerenwerk van politie: vrij",
        "share from police to youth work: free",
        "sharing pol jong free",
    ] {
        let text = "";
        shares(words, Police, YouthWork, Sharing::Free, text);
    }
}

#[test]
fn each_rule_has_words_of_both_languages() {
    for (typed, rule) in [
        ("vrij", Sharing::Free),
        ("mag vrij", Sharing::Free),
        ("altijd vrij", Sharing::Free),
        ("eerst vragen", Sharing::AskReporter),
        ("vragen", Sharing::AskReporter),
        ("ask first", Sharing::AskReporter),
        ("niet", Sharing::Not),
        ("mag niet", Sharing::Not),
        ("nooit", Sharing::Not),
        ("not", Sharing::Not),
    ] {
        shares(&format!("delen gemeente school: {typed}"), Municipality, School, rule, "");
    }
}

#[test]
fn what_follows_the_rule_is_the_text() {
    shares(
        "delen van OM naar straatcoaches: niet, alleen via de wijkagent",
        Prosecution,
        StreetCoaching,
        Sharing::Not,
        "alleen via de wijkagent",
    );
    shares(
        "delen openbaar ministerie gemeente: eerst vragen: per keer\nbellen",
        Prosecution,
        Municipality,
        Sharing::AskReporter,
        "per keer\nbellen",
    );
}

#[test]
fn the_others_name_whom_they_bind_before_a_colon() {
    promises(
        "eerst jongerenwerk, politie: we bellen om 12:00",
        AgreementKind::First,
        &[YouthWork, Police],
        "we bellen om 12:00",
    );
    promises("signaal politie en gemeente:vier ogen", AgreementKind::Signal, &[Police, Municipality], "vier ogen");
    promises("terugkoppeling politie\nbinnen 5 dagen", AgreementKind::Feedback, &[Police], "binnen 5 dagen");
    promises("feedback police, police: five days", AgreementKind::Feedback, &[Police], "five days");
    let said = Said { text: "vier ogen".to_owned(), review_on: None };
    let all = Wanted::Other { kind: AgreementKind::Signal, parties: Parties::Everybody, said };
    assert_eq!(new("signaal iedereen: vier ogen"), Ok(all));
}

#[test]
fn the_day_to_look_again_stands_at_the_end() {
    for (typed, day) in [
        ("herzien 1 juni 2027", date(2027, 6, 1)),
        ("herzien: 2027-06-01", date(2027, 6, 1)),
        ("(herzien op 1-6-2027)", date(2027, 6, 1)),
        ("review June 1, 2027", date(2027, 6, 1)),
        ("herzien over 3 maanden", date(2027, 2, 24)),
    ] {
        let words = format!("signaal politie: vier ogen, {typed}");
        let said = Said { text: "vier ogen".to_owned(), review_on: Some(day) };
        let parties = Parties::These(vec![Police]);
        assert_eq!(new(&words), Ok(Wanted::Other { kind: AgreementKind::Signal, parties, said }), "{words}");
    }
    let bare = Said { text: String::new(), review_on: Some(date(2027, 6, 1)) };
    let sharing = Wanted::Sharing { giver: Police, receiver: School, rule: Sharing::Free, said: bare };
    assert_eq!(new("delen politie school: vrij herzien 1 juni 2027"), Ok(sharing));
}

#[test]
fn the_word_for_looking_again_may_stand_in_a_text() {
    promises("signaal politie: we herzien dit vaak", AgreementKind::Signal, &[Police], "we herzien dit vaak");
    promises("signaal politie: samen herzien.", AgreementKind::Signal, &[Police], "samen herzien.");
}

#[test]
fn a_day_that_cannot_be_meant_is_told() {
    let past = Slip::Day("1 mei 2020".to_owned(), NoDay::Past(date(2020, 5, 1)));
    assert_eq!(new("signaal politie: x herzien 1 mei 2020"), Err(past));
    let never = Slip::Day("31 april".to_owned(), NoDay::NotInCalendar);
    assert_eq!(new("delen politie school vrij herzien 31 april"), Err(never));
    assert_eq!(new("signaal politie: x herzien 5 bla"), Err(Slip::Day("5 bla".to_owned(), NoDay::Unknown)));
}

#[test]
fn each_slip_is_told_apart() {
    for (words, slip) in [
        ("", Slip::Kind),
        ("huisregels politie: x", Slip::Kind),
        ("delen", Slip::Pair),
        ("delen politie", Slip::Pair),
        ("delen politie vrij", Slip::Organisation("vrij".to_owned())),
        ("delen politie politie vrij", Slip::Oneself),
        ("delen politie brandweer vrij", Slip::Organisation("brandweer".to_owned())),
        ("delen politie school", Slip::Rule),
        ("delen politie school: soms", Slip::Rule),
        ("eerst jongerenwerk belt", Slip::Parties(AgreementKind::First)),
        ("eerst: iemand belt", Slip::Parties(AgreementKind::First)),
        ("signaal brandweer: x", Slip::Organisation("brandweer".to_owned())),
        ("signaal politie, iedereen: x", Slip::Organisation("iedereen".to_owned())),
        ("signaal politie:  ", Slip::Text(AgreementKind::Signal)),
    ] {
        assert_eq!(new(words), Err(slip), "{words}");
    }
    let long = "é".repeat(LONGEST_AGREEMENT + 1);
    assert_eq!(new(&format!("signaal politie: {long}")), Err(Slip::Long(LONGEST_AGREEMENT + 1)));
    assert!(new(&format!("signaal politie: {}", "é".repeat(LONGEST_AGREEMENT))).is_ok());
}

#[test]
fn a_suggestion_is_taken_as_it_is_or_for_others() {
    let taken = |parties, review_on| Ok(Wanted::Suggestion { slug: "signaal-vier-ogen", parties, review_on });
    assert_eq!(new("uit signaal-vier-ogen"), taken(None, None));
    let two = Some(Parties::These(vec![School, Police]));
    assert_eq!(new("from signaal-vier-ogen school, politie"), taken(two.clone(), None));
    let day = Some(date(2027, 6, 1));
    assert_eq!(new("uit signaal-vier-ogen school en politie herzien 1 juni 2027"), taken(two, day));
}

#[test]
fn a_number_comes_with_what_is_done_with_it() {
    let number = RecordNumber::parse("AF-2026-k7qd");
    for (words, deed) in [
        ("AF-2026-k7qd", Deed::Show),
        ("af-2026-K7QD bevestig", Deed::Confirm(None)),
        ("AF-2026-k7qd: bevestig versie 2", Deed::Confirm(Some(2))),
        ("AF-2026-k7qd confirm 2", Deed::Confirm(Some(2))),
        ("AF-2026-k7qd bevesitg", Deed::Confirm(None)),
        ("AF-2026-k7qd wijzig we bellen\neerst", Deed::Amend("we bellen\neerst")),
        ("AF-2026-k7qd herzien 1 juni", Deed::Review("1 juni")),
        ("AF-2026-k7qd stop", Deed::Stop { proposal: false }),
        ("AF-2026-k7qd stop voorstel", Deed::Stop { proposal: true }),
        ("AF-2026-k7qd intrekken", Deed::Stop { proposal: false }),
        ("AF-2026-k7qd dansen", Deed::Unknown("dansen")),
    ] {
        assert_eq!(asked(definition(), words), Asked::One(number.clone(), deed), "{words}");
    }
}

#[test]
fn a_number_with_a_slip_is_a_number_and_no_search() {
    for words in ["AF-2026-aaaa", "AF-26-k7qd", "af-2026", "AF-2026-k7qd-x"] {
        assert_eq!(asked(definition(), words), Asked::One(None, Deed::Show), "{words}");
    }
    for words in ["", "delen", "af en toe", "S-2026-k7qd", "wie belt wie", "afspraak"] {
        assert_eq!(asked(definition(), words), Asked::Lookup, "{words}");
    }
    assert_eq!(asked(definition(), "nieuw delen x"), Asked::New("delen x"));
    assert_eq!(asked(definition(), "new"), Asked::New(""));
}

#[test]
fn a_change_names_another_rule_only_when_something_separates_it_from_the_text() {
    let text = |text: &str| Said { text: text.to_owned(), review_on: None };
    for (words, expected) in [
        ("niet", (Some(Sharing::Not), text(""))),
        ("mag vrij: per keer", (Some(Sharing::Free), text("per keer"))),
        ("eerst vragen, per keer", (Some(Sharing::AskReporter), text("per keer"))),
        ("Vraag altijd de melder", (None, text("Vraag altijd de melder"))),
        ("Niet zonder bellen", (None, text("Niet zonder bellen"))),
        ("we bellen", (None, text("we bellen"))),
    ] {
        assert_eq!(amended(words, reader()), Ok(expected), "{words}");
    }
    let dated = Said { text: String::new(), review_on: Some(date(2027, 6, 1)) };
    assert_eq!(amended("vrij herzien 1 juni 2027", reader()), Ok((Some(Sharing::Free), dated)));
}

proptest! {
    #[test]
    fn whatever_is_typed_breaks_nothing(words in "(delen|eerst|uit|nieuw|AF-2026-k7qd)?( |:|,|\n|.){0,3}.{0,60}") {
        typed(&words, reader());
    }

    #[test]
    fn what_is_understood_is_never_longer_than_what_was_typed(text in "[a-zé ]{0,700}") {
        if let Ok(Wanted::Other { said, .. }) = new(&format!("signaal politie: {text}")) {
            prop_assert!(text.contains(&said.text));
            prop_assert!(said.text.chars().count() <= LONGEST_AGREEMENT);
        }
    }
}
