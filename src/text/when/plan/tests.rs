//! What is planned, asked and refused, by claim; how much of it people's phrases hold is judged in `tests/it/plans.rs`.

mod any_text;
mod asked;
mod refused;
mod said_back;

use chrono::{NaiveDateTime, TimeZone as _};
use chrono_tz::Europe::Amsterdam;

use super::*;

/// A moment in Amsterdam; the first where the clock shows it twice.
fn at(written: &str) -> DateTime<Tz> {
    let wall = NaiveDateTime::parse_from_str(written, "%Y-%m-%d %H:%M").expect("a time");
    Amsterdam.from_local_datetime(&wall).earliest().expect("it is on the clock")
}

/// A Tuesday, in the morning.
fn now() -> DateTime<Tz> {
    at("2026-11-24 09:10")
}

fn plan(typed: &str) -> Planned {
    planned(typed, now()).unwrap_or_else(|faults| panic!("{typed}: {faults:?}"))
}

fn faults(typed: &str) -> Vec<NoPlan> {
    planned(typed, now()).map_or_else(|faults| faults, |planned| panic!("{typed}: {planned:?}"))
}

/// The next times of a plan, as the clock shows them.
fn next(plan: &Plan, count: usize) -> Vec<String> {
    let zone = plan.schedule.zone();
    let shown = plan.schedule.after(now().to_utc()).take(count);
    shown.map(|it| it.at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string()).collect()
}

#[test]
fn what_nobody_said_is_told_apart() {
    assert_eq!(plan("vrijdag 10:00 overleg").plan.assumed, []);
    assert_eq!(plan("vrijdag overleg").plan.assumed, [Assumed::Time]);
    assert_eq!(plan("10:00 overleg").plan.assumed, [Assumed::Day]);
    assert_eq!(plan("vrijdag 10:00-11:00 overleg").plan.assumed, [Assumed::Start]);
    assert_eq!(plan("elk kwartaal cijfers").plan.assumed, [Assumed::Time, Assumed::Day]);
    assert_eq!(plan("om de week op dinsdag 14u overleg").plan.assumed, [Assumed::Start]);
    assert_eq!(plan("om de week op dinsdag 14u vanaf 1 december overleg").plan.assumed, []);
}

#[test]
fn a_part_of_the_day_has_its_hour() {
    assert_eq!(next(&plan("morgenochtend bellen").plan, 1), ["2026-11-25 09:00"]);
    assert_eq!(next(&plan("morgenmiddag bellen").plan, 1), ["2026-11-25 13:00"]);
    assert_eq!(next(&plan("vanavond bellen").plan, 1), ["2026-11-24 19:00"]);
    assert_eq!(next(&plan("every evening close up").plan, 2), ["2026-11-24 19:00", "2026-11-25 19:00"]);
}

#[test]
fn only_a_working_day_by_its_name_knows_public_holidays() {
    assert!(plan("elke werkdag 8:45 dagstart").plan.working_days);
    assert!(plan("elke eerste werkdag van de maand 10:00 start").plan.working_days);
    assert!(!plan("elke maandag t/m vrijdag 8:45 dagstart").plan.working_days);
    assert!(!plan("45 8 * * 1-5 dagstart").plan.working_days);
}

#[test]
fn the_text_is_left_as_it_was_typed() {
    for (typed, text) in [
        ("morgen 10u  Bellen  met K.", "Bellen  met K."),
        ("morgen 10u: bellen", "bellen"),
        ("morgen 10u - bellen", "bellen"),
        ("morgen 10u, om te bellen", "bellen"),
        ("tomorrow 10am to call", "call"),
        ("Bellen met K., morgen 10u", "Bellen met K."),
        ("vrijdag Overleg (met school) om 14:00", "Overleg (met school)"),
        ("morgen 10u", ""),
        ("morgen 10u 👍 doen", "👍 doen"),
        ("morgen 10u\nregel een\nregel twee", "regel een\nregel twee"),
    ] {
        assert_eq!(plan(typed).text, text, "{typed}");
    }
}

#[test]
fn in_the_hour_that_is_there_twice_the_second_is_met_when_it_is_meant() {
    let before = at("2026-10-25 00:30");
    let found = planned("over 2 uur en 30 minuten bus", before).expect("a plan").plan;
    let at = found.schedule.next_after(before.to_utc()).expect("it is ahead").at;
    assert_eq!(at.to_rfc3339(), "2026-10-25T01:00:00+00:00");
    assert_eq!(found.schedule.first().format("%H:%M").to_string(), "02:00", "the clock shows it");
}

#[test]
fn a_crontab_with_both_kinds_of_days_means_either() {
    let found = plan("0 9 13 * FRI controle").plan;
    assert_eq!(next(&found, 4), ["2026-11-27 09:00", "2026-12-04 09:00", "2026-12-11 09:00", "2026-12-13 09:00"]);
    assert_eq!(next(&plan("0 9-17/4 * DEC * ronde").plan, 2), ["2026-12-01 09:00", "2026-12-01 13:00"]);
    assert_eq!(plan("dagstart 45 8 * * 1-5").text, "dagstart");
}

#[test]
fn a_rule_that_stands_there_is_taken_as_it_is() {
    let found = plan("DTSTART;TZID=America/New_York:20261201T090000 RRULE:FREQ=DAILY;COUNT=2 bellen");
    assert_eq!(next(&found.plan, 3), ["2026-12-01 09:00", "2026-12-02 09:00"]);
    assert_eq!(found.plan.schedule.zone(), chrono_tz::America::New_York);
    assert_eq!(found.text, "bellen");
    assert_eq!(next(&plan("DTSTART:20261201T090000Z bellen").plan, 3), ["2026-12-01 10:00"]);
}

#[test]
fn an_interval_begins_with_the_next_time_or_where_it_is_said() {
    assert_eq!(next(&plan("elke 3 weken op maandag 10u overleg").plan, 2), ["2026-11-30 10:00", "2026-12-21 10:00"]);
    let said = plan("elke 3 weken op maandag 10u vanaf 7 december overleg");
    assert_eq!(next(&said.plan, 2), ["2026-12-07 10:00", "2026-12-28 10:00"]);
    assert_eq!(next(&plan("om de dag 8:30 planten").plan, 2), ["2026-11-25 08:30", "2026-11-27 08:30"]);
}

#[test]
fn a_recurrence_ends_where_it_is_said() {
    assert_eq!(
        next(&plan("elke maandag 10u tot en met 7 december les").plan, 5),
        ["2026-11-30 10:00", "2026-12-07 10:00"]
    );
    assert_eq!(next(&plan("les elke maandag 10u 2 keer").plan, 5), ["2026-11-30 10:00", "2026-12-07 10:00"]);
    assert_eq!(next(&plan("elke maandag 10u tot 9 december les").plan, 5), ["2026-11-30 10:00", "2026-12-07 10:00"]);
    assert_eq!(next(&plan("every Monday 10am for 2 weeks class").plan, 5), ["2026-11-30 10:00", "2026-12-07 10:00"]);
    assert_eq!(next(&plan("elke maandag 10u tot eind van het jaar les").plan, 9).len(), 5);
}

/// Found while trying what nobody had judged.
#[test]
fn what_was_tried_and_went_wrong_goes_right() {
    for (typed, wanted) in [
        ("maandags 9u x", "2026-11-30 09:00"),
        ("'s maandags om 9 uur x", "2026-11-30 09:00"),
        ("weekdays at 9 x", "2026-11-25 09:00"),
        ("morgenvroeg om 8 uur x", "2026-11-25 08:00"),
        ("a.s. donderdag 13:30 x", "2026-11-26 13:30"),
        ("over een halfjaar x", "2027-05-24 09:00"),
    ] {
        let found = plan(typed);
        assert_eq!(found.plan.schedule.first().format("%Y-%m-%d %H:%M").to_string(), wanted, "{typed}");
        assert_eq!(found.text, "x", "{typed}");
    }
    assert!(plan("maandags 9u x").plan.schedule.rule().is_some(), "every Monday");
    let bounded = plan("elke vrijdag 16u logboek tot eind maart");
    assert_eq!(bounded.text, "logboek");
    assert!(bounded.plan.schedule.rule().is_some_and(|rule| rule.to_string().contains("UNTIL=2027")));
    assert!(matches!(faults("elke werkdag van 1 tot 12 december 9u x").as_slice(), [NoPlan::RuleUnknown(_)]));
    assert!(matches!(faults("vrijdag 6u x").as_slice(), [NoPlan::Unsure(_)]), "early or late");
}
