//! What working time promises, by days of real calendars.

use super::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

const AMSTERDAM: Tz = chrono_tz::Europe::Amsterdam;

/// A moment of November 2026 by the clock of Amsterdam; the 23rd is a Monday.
fn at(on: u32, hour: u32) -> DateTime<Utc> {
    local(day(2026, 11, on), hour)
}

fn local(day: NaiveDate, hour: u32) -> DateTime<Utc> {
    let wall = day.and_hms_opt(hour, 0, 0).expect("a moment");
    AMSTERDAM.from_local_datetime(&wall).unwrap().with_timezone(&Utc)
}

fn after(from: DateTime<Utc>, days: u32) -> DateTime<Utc> {
    WorkingTime::default().morning_after(from, days, AMSTERDAM)
}

#[test]
fn a_day_is_whole_only_from_its_morning_on() {
    assert_eq!(after(at(23, 8), 1), at(24, 9));
    assert_eq!(after(at(23, 14), 1), at(25, 9));
    assert_eq!(after(at(23, 23), 2), at(26, 9));
}

#[test]
fn weekends_do_not_count() {
    assert_eq!(after(at(20, 14), 1), at(24, 9), "from a Friday afternoon the Monday is the day");
    assert_eq!(after(at(21, 10), 1), at(24, 9));
    assert_eq!(after(at(22, 22), 0), at(23, 9));
}

#[test]
fn nine_is_nine_in_summer_too() {
    let morning = WorkingTime::default().morning(day(2027, 6, 1), AMSTERDAM);
    assert_eq!(morning.to_rfc3339(), "2027-06-01T07:00:00+00:00");
}

/// The public holidays of a year besides Saturdays and Sundays.
fn in_the_week(year: i32) -> Vec<String> {
    let holidays = Holidays::statutory();
    let days = day(year, 1, 1).iter_days().take_while(|day| day.year() == year);
    let free = days.filter(|day| holidays.hold(*day) && !matches!(day.weekday(), Weekday::Sat | Weekday::Sun));
    free.map(|day| day.format("%-d-%-m").to_string()).collect()
}

// Against the list of the Dutch government, "Officiële feestdagen" (rijksoverheid.nl, seen 29 November 2026).
#[test]
fn the_public_holidays_are_those_of_the_government() {
    assert_eq!(
        in_the_week(2025),
        ["1-1", "21-4", "5-5", "29-5", "9-6", "25-12", "26-12"],
        "King's Day is Saturday the 26th"
    );
    assert_eq!(in_the_week(2026), ["1-1", "6-4", "27-4", "5-5", "14-5", "25-5", "25-12"]);
    assert_eq!(in_the_week(2027), ["1-1", "29-3", "27-4", "5-5", "6-5", "17-5"]);
    assert!(Holiday::KingsDay.falls_on(day(2025, 4, 26)) && !Holiday::KingsDay.falls_on(day(2025, 4, 27)));
    assert!(!Holidays::statutory().hold(day(2026, 4, 3)), "Good Friday counts only where it is set");
}

#[test]
fn what_is_set_counts_besides() {
    let mut holidays = Holidays::default();
    for written in ["good_friday", "2026-12-24", "2026-12-28/2027-01-03"] {
        assert!(holidays.add(written), "{written}");
    }
    for free in [day(2026, 4, 3), day(2026, 12, 24), day(2026, 12, 28), day(2027, 1, 3)] {
        assert!(holidays.hold(free), "{free}");
    }
    for open in [day(2026, 12, 25), day(2026, 12, 27), day(2027, 1, 4)] {
        assert!(!holidays.hold(open), "{open}");
    }
    for written in ["", "kerst", "2026-12-24/2026-12-20", "24-12-2026", "2026-12-24/2029-01-01"] {
        assert!(!holidays.add(written), "{written}");
    }
}

#[test]
fn what_is_quiet_or_free_waits_for_the_next_morning() {
    let working = WorkingTime::default();
    let undisturbed = |moment| working.undisturbed(moment, AMSTERDAM);
    assert_eq!(undisturbed(at(23, 20)), at(23, 20), "the evening is no working hour, and not quiet");
    assert_eq!(undisturbed(at(23, 21)), at(24, 9));
    assert_eq!(undisturbed(at(24, 6)), at(24, 9));
    assert_eq!(undisturbed(at(28, 12)), at(30, 9), "a Saturday");
    assert_eq!(undisturbed(local(day(2026, 12, 25), 12)), local(day(2026, 12, 28), 9), "Christmas");
    assert_eq!(working.at_work(at(23, 20), AMSTERDAM), at(24, 9));
    assert_eq!(working.at_work(at(23, 16), AMSTERDAM), at(23, 16));
    assert_eq!(working.at_work(at(27, 17), AMSTERDAM), at(30, 9));
}

#[test]
fn days_are_counted_over_holidays() {
    assert_eq!(WorkingTime::default().working_day_after(day(2026, 12, 24), 1), day(2026, 12, 28));
    assert_eq!(WorkingTime::default().working_day_after(day(2026, 12, 31), 2), day(2027, 1, 5));
}

#[test]
fn without_any_working_day_everything_still_ends() {
    let never = WorkingTime { days: vec![], ..WorkingTime::default() };
    assert_eq!(never.working_day_after(day(2026, 11, 23), 5), day(2026, 11, 28));
    assert!(never.undisturbed(at(23, 12), AMSTERDAM) > at(23, 12));
}
