//! What is understood, by claim; how much of it people's phrases hold is judged in `tests/it/moments.rs`.

mod past;
mod shown;
mod switch_days;

use chrono::{DateTime, NaiveDateTime, TimeZone as _, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;

use super::*;

const ZONE: Tz = chrono_tz::Europe::Amsterdam;

/// A moment in Amsterdam; the first where the clock shows it twice.
fn at(written: &str) -> DateTime<Tz> {
    let wall = NaiveDateTime::parse_from_str(written, "%Y-%m-%d %H:%M").expect("a time");
    ZONE.from_local_datetime(&wall).earliest().expect("it is on the clock")
}

/// A Tuesday, in the evening.
fn now() -> DateTime<Tz> {
    at("2026-11-24 19:20")
}

fn moment(written: &str) -> When {
    When { from: at(written).with_timezone(&Utc), until: None }
}

fn span(from: &str, until: &str) -> When {
    When { until: Some(at(until).with_timezone(&Utc)), ..moment(from) }
}

fn past(typed: &str) -> Result<When, NoWhen> {
    when(typed, now(), Toward::Past)
}

fn future(typed: &str) -> Result<When, NoWhen> {
    when(typed, now(), Toward::Future)
}

#[test]
fn the_same_words_are_looked_for_on_the_side_that_is_asked() {
    assert_eq!(past("vrijdag 14:00"), Ok(moment("2026-11-20 14:00")));
    assert_eq!(future("vrijdag 14:00"), Ok(moment("2026-11-27 14:00")));
    assert_eq!(past("1 maart"), Ok(span("2026-03-01 00:00", "2026-03-02 00:00")));
    assert_eq!(future("1 maart"), Ok(span("2027-03-01 00:00", "2027-03-02 00:00")));
    assert_eq!(past("vandaag"), Ok(span("2026-11-24 00:00", "2026-11-24 19:20")));
    assert_eq!(future("vandaag"), Ok(span("2026-11-24 19:20", "2026-11-25 00:00")));
}

#[test]
fn what_lies_on_the_other_side_is_told_apart() {
    assert_eq!(past("morgen 10:15"), Err(NoWhen::Ahead(moment("2026-11-25 10:15"))));
    assert_eq!(past("over 20 minuten"), Err(NoWhen::Ahead(moment("2026-11-24 19:40"))));
    assert_eq!(future("gisteravond 22:15"), Err(NoWhen::Past(moment("2026-11-23 22:15"))));
    assert_eq!(future("een uur geleden"), Err(NoWhen::Past(moment("2026-11-24 18:20"))));
    assert_eq!(past("21-11-2019 22:15"), Err(NoWhen::TooFar(moment("2019-11-21 22:15"))));
    assert_eq!(future("21-11-2036 22:15"), Err(NoWhen::TooFar(moment("2036-11-21 22:15"))));
}

#[test]
fn people_plan_by_day_unless_they_say_so() {
    assert_eq!(future("vrijdag half drie"), Ok(moment("2026-11-27 14:30")));
    assert_eq!(future("morgen 10u"), Ok(moment("2026-11-25 10:00")));
    assert_eq!(future("tomorrow at noon"), Ok(moment("2026-11-25 12:00")));
    let either = vec![moment("2026-11-25 08:00"), moment("2026-11-25 20:00")];
    assert_eq!(future("morgen om 8 uur"), Err(NoWhen::Unsure(either)));
}

#[test]
fn a_long_text_is_no_moment() {
    assert_eq!(past(&format!("gisteren{}", " ".repeat(4096))), past("gisteren"));
    assert_eq!(past(&"gisteren ".repeat(500)), Err(NoWhen::Unknown));
    assert_eq!(past(&"een uur of ".repeat(400)), Err(NoWhen::Unknown));
}

/// Words of the grammar and some others, in any order.
fn jumble() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "gister",
        "avond",
        "nacht",
        "van",
        "nacht van",
        "vrijdag",
        "op",
        "zaterdag",
        "za",
        "21",
        "nov",
        "november",
        "half",
        "elf",
        "kwart",
        "voor",
        "over",
        "tien",
        "10",
        "22",
        ":",
        ".",
        "-",
        "15",
        "u",
        "uur",
        "'s avonds",
        "'s nachts",
        "om",
        "rond",
        "tussen",
        "en",
        "tot",
        "geleden",
        "minuten",
        "een",
        "last",
        "night",
        "at",
        "pm",
        "am",
        "week",
        "weekend",
        "morgen",
        "vandaag",
        "29",
        "februari",
        "2026",
        "31",
        "februari 2028",
        "0",
        "24:00",
        "02:30",
        "2:30",
        "midnight",
        "noon",
        "ago",
        "in",
        "9999",
        "jaar",
        "maanden",
        "vorige",
        "volgende",
        "de",
        "e",
        "half past",
        "to",
        "quarter",
        "laat",
        "jl",
        "25-10",
        "29-3",
        "plein",
        "",
        "é",
        "\u{fdfa}",
        "½",
    ]);
    (prop::collection::vec(word, 0..9), prop::sample::select(vec!["", " "]))
        .prop_map(|(words, between)| words.join(between))
}

/// Any moment of forty years, to the second.
fn any_now() -> impl Strategy<Value = DateTime<Tz>> {
    let zones = vec![ZONE, chrono_tz::America::New_York, chrono_tz::Australia::Lord_Howe, chrono_tz::Pacific::Apia];
    (0_i64..1_300_000_000, prop::sample::select(zones)).prop_map(|(second, zone)| {
        DateTime::from_timestamp(1_000_000_000 + second, 0).expect("a moment").with_timezone(&zone)
    })
}

fn every(answer: &Result<When, NoWhen>) -> Vec<When> {
    match answer {
        Ok(when) => vec![*when],
        Err(NoWhen::Unsure(readings)) => readings.clone(),
        Err(_) => Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn what_is_understood_lies_on_the_asked_side(typed in jumble(), now in any_now()) {
        let minute = chrono::TimeDelta::minutes(1);
        let instant = now.with_timezone(&Utc);
        for when in every(&when(&typed, now, Toward::Past)) {
            prop_assert!(when.from <= instant + minute, "{typed}");
            prop_assert!(when.until.is_none_or(|until| until > when.from && until <= instant + minute), "{typed}");
        }
        for when in every(&when(&typed, now, Toward::Future)) {
            prop_assert!(when.from > instant - minute, "{typed}");
            prop_assert!(when.until.is_none_or(|until| until > when.from), "{typed}");
        }
    }

    #[test]
    fn a_question_has_something_to_ask(typed in jumble(), now in any_now()) {
        if let Err(NoWhen::Unsure(readings)) = when(&typed, now, Toward::Past) {
            prop_assert!(!readings.is_empty() && readings.len() <= 4, "{typed}");
            prop_assert!(readings.is_sorted(), "{typed}");
        }
    }

    #[test]
    fn anything_typed_breaks_nothing(typed in ".{0,200}", now in any_now()) {
        let _ = when(&typed, now, Toward::Past);
        let _ = when(&typed, now, Toward::Future);
    }

    #[test]
    fn a_moment_in_digits_reads_back_as_itself(ago in 1_i64..2_000_000) {
        let wall = now().naive_local() - chrono::TimeDelta::minutes(ago);
        if let Some(moment) = ZONE.from_local_datetime(&wall).earliest() {
            let found = When { from: moment.with_timezone(&Utc), until: None };
            for shape in ["%Y-%m-%d %H:%M", "%-d-%-m-%Y %H:%M", "%d/%m/%Y om %H.%M uur", "%H:%M %-d %B %Y"] {
                prop_assert_eq!(past(&wall.format(shape).to_string()), Ok(found));
            }
        }
    }
}
