//! The two days of a year on which the clock is moved in Amsterdam.

use super::*;

#[test]
fn a_time_that_the_clock_skips_is_refused_with_the_nearest() {
    let after = at("2026-03-29 10:00");
    for typed in ["vannacht half drie", "02:30", "29 maart 02:30", "2:30 am", "in de nacht van zaterdag op zondag 2u30"]
    {
        let nearest = Err(NoWhen::NotOnTheClock(moment("2026-03-29 03:00")));
        assert_eq!(when(typed, after, Toward::Past), nearest, "{typed}");
    }
    assert_eq!(when("vannacht 01:59", after, Toward::Past), Ok(moment("2026-03-29 01:59")));
    assert_eq!(when("vannacht 03:00", after, Toward::Past), Ok(moment("2026-03-29 03:00")));
}

#[test]
fn a_time_that_the_clock_shows_twice_is_the_first() {
    let after = at("2026-10-25 10:00");
    let found = when("vannacht half drie", after, Toward::Past).expect("it is understood");
    assert_eq!(found.from.to_rfc3339(), "2026-10-25T00:30:00+00:00");
    assert_eq!(when("25 oktober 02:30", after, Toward::Past), Ok(found));
}

#[test]
fn hours_ago_are_hours_and_not_turns_of_the_clock() {
    assert_eq!(when("8 uur geleden", at("2026-03-29 10:00"), Toward::Past), Ok(moment("2026-03-29 01:00")));
    assert_eq!(when("10 uur geleden", at("2026-10-25 10:00"), Toward::Past), Ok(moment("2026-10-25 01:00")));
}

#[test]
fn a_day_has_the_hours_that_it_has() {
    let hours = |typed: &str, now: &str| {
        let found = when(typed, at(now), Toward::Past).expect("it is understood");
        (found.until.expect("it is a span") - found.from).num_hours()
    };
    assert_eq!(hours("gisteren", "2026-03-30 10:00"), 23);
    assert_eq!(hours("gisteren", "2026-10-26 10:00"), 25);
    assert_eq!(hours("vannacht", "2026-03-29 10:00"), 5);
    assert_eq!(hours("vannacht", "2026-10-25 10:00"), 7);
}
