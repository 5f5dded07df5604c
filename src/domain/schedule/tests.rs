//! What a schedule promises, by claim.

use chrono_tz::Europe::Amsterdam;

use super::*;

fn wall(written: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(written, "%Y-%m-%d %H:%M").expect("a time")
}

fn repeated(start: &str, rule: &str) -> Result<Schedule, RuleFault> {
    Schedule::repeated(wall(start), Amsterdam, rule.parse()?)
}

fn next(schedule: &Schedule, after: &str, count: usize) -> Vec<String> {
    let after = on_the_clock(wall(after), Amsterdam).expect("it is on the clock");
    schedule.after(after).take(count).map(|it| it.wall.format("%Y-%m-%d %H:%M").to_string()).collect()
}

#[test]
fn it_comes_by_its_rule() {
    let schedule = repeated("2026-11-24 10:00", "RRULE:FREQ=MONTHLY;BYDAY=1MO").expect("a rule");
    assert_eq!(next(&schedule, "2026-11-24 10:00", 2), ["2026-12-07 10:00", "2027-01-04 10:00"]);
}
