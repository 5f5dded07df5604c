//! What a schedule promises, by claim; ten years of recurrences are compared with another computation in `ten_years`.

mod properties;
mod rules;
mod ten_years;

use chrono_tz::Europe::Amsterdam;

use super::*;

fn wall(written: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(written, "%Y-%m-%d %H:%M").expect("a time")
}

fn at(written: &str) -> DateTime<Utc> {
    on_the_clock(wall(written), Amsterdam).expect("it is on the clock")
}

fn repeated(start: &str, rule: &str) -> Result<Schedule, RuleFault> {
    Schedule::repeated(wall(start), Amsterdam, rule.parse()?)
}

fn next(schedule: &Schedule, after: &str, count: usize) -> Vec<String> {
    schedule.after(at(after)).take(count).map(|it| it.wall.format("%Y-%m-%d %H:%M").to_string()).collect()
}

#[test]
fn it_comes_by_its_rule() {
    let schedule = repeated("2026-11-24 10:00", "RRULE:FREQ=MONTHLY;BYDAY=1MO").expect("a rule");
    assert_eq!(next(&schedule, "2026-11-24 10:00", 2), ["2026-12-07 10:00", "2027-01-04 10:00"]);
}

#[test]
fn once_is_once() {
    let schedule = Schedule::once(wall("2026-12-03 14:00"), Amsterdam);
    assert_eq!(next(&schedule, "2026-11-24 10:00", 2), ["2026-12-03 14:00"]);
    assert_eq!(schedule.next_after(at("2026-12-03 14:00")), None);
}

#[test]
fn what_the_clock_skips_comes_at_the_first_minute_after_it() {
    let schedule = repeated("2027-03-27 02:30", "FREQ=DAILY").expect("a rule");
    let found: Vec<_> = schedule.after(at("2027-03-27 12:00")).take(2).collect();
    assert_eq!(found[0].at, at("2027-03-28 03:00"));
    assert_eq!(found[0].wall, wall("2027-03-28 02:30"), "it goes on at its own time");
    assert_eq!(found[1].at, at("2027-03-29 02:30"));
}

#[test]
fn two_times_that_become_one_moment_come_once() {
    let schedule = repeated("2027-03-27 02:00", "FREQ=DAILY;BYHOUR=2,3").expect("a rule");
    assert_eq!(next(&schedule, "2027-03-27 12:00", 3), ["2027-03-28 02:00", "2027-03-29 02:00", "2027-03-29 03:00"],);
}

#[test]
fn what_the_clock_shows_twice_comes_at_the_first_of_them() {
    let schedule = repeated("2026-10-24 02:30", "FREQ=DAILY").expect("a rule");
    let found: Vec<_> = schedule.after(at("2026-10-24 12:00")).take(2).collect();
    assert_eq!(found[0].at.to_rfc3339(), "2026-10-25T00:30:00+00:00");
    assert_eq!(found[1].at.to_rfc3339(), "2026-10-26T01:30:00+00:00");
}

#[test]
fn a_number_of_times_is_kept_when_it_goes_on_from_one_of_them() {
    let schedule = repeated("2026-11-24 09:00", "FREQ=WEEKLY;COUNT=3").expect("a rule");
    let [_, second, third] = schedule.after(at("2026-11-01 00:00")).collect::<Vec<_>>()[..] else { panic!("three") };
    let later = schedule.from(&second);
    assert_eq!(later.after(second.at).collect::<Vec<_>>(), [third]);
    assert_eq!(
        schedule.rule().map(ToString::to_string).as_deref(),
        Some("FREQ=WEEKLY;UNTIL=20261208T090000;BYDAY=TU;BYHOUR=9;BYMINUTE=0")
    );
}

#[test]
fn a_schedule_made_of_the_parts_of_another_is_the_same() {
    for rule in
        ["FREQ=WEEKLY;COUNT=3", "FREQ=YEARLY;UNTIL=20300101", "FREQ=HOURLY;INTERVAL=2", "FREQ=MONTHLY;BYDAY=1MO,3MO"]
    {
        let schedule = repeated("2026-11-24 09:00", rule).expect("a rule");
        let text = schedule.rule().expect("it repeats").to_string();
        let again = Schedule::repeated(schedule.first(), schedule.zone(), text.parse().expect("it reads back"));
        assert_eq!(again.as_ref(), Ok(&schedule), "{text}");
    }
}
