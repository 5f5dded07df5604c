//! Working hours: when the bot speaks of its own accord about what lies open. Monday to Friday for now, from nine in the morning
//! by the clock on the wall.

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveTime, TimeZone as _, Utc, Weekday};
use chrono_tz::Tz;

/// The hour at which a working day begins for the bot.
const BEGINS: u32 = 9;

/// The beginning of this day's work, or of the next working day's when it is none.
pub fn working_morning(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let mut day = day;
    while !is_working(day) {
        day = day.succ_opt().unwrap_or(NaiveDate::MAX);
    }
    let nine = NaiveTime::from_hms_opt(BEGINS, 0, 0).expect("nine is an hour");
    let local = day.and_time(nine);
    // Nine in the morning is there once on each day in every zone that people work in; noon is as good where it is not.
    zone.from_local_datetime(&local).earliest().map_or_else(|| local.and_utc(), |moment| moment.with_timezone(&Utc))
}

/// The morning after so many whole working days. What comes in before nine has that day whole.
pub fn after_working_days(now: DateTime<Utc>, days: u32, zone: Tz) -> DateTime<Utc> {
    let local = now.with_timezone(&zone);
    let today = local.date_naive();
    let mut morning = working_morning(today, zone);
    if morning < now {
        morning = working_morning(today.succ_opt().unwrap_or(NaiveDate::MAX), zone);
    }
    for _ in 0..days {
        let day = morning.with_timezone(&zone).date_naive();
        morning = working_morning(day.succ_opt().unwrap_or(NaiveDate::MAX), zone);
    }
    morning
}

/// The day so many working days after this one.
pub fn working_day_after(day: NaiveDate, days: u32) -> NaiveDate {
    let mut day = day;
    for _ in 0..days {
        day = day.succ_opt().unwrap_or(NaiveDate::MAX);
        while !is_working(day) {
            day = day.succ_opt().unwrap_or(NaiveDate::MAX);
        }
    }
    day
}

fn is_working(day: NaiveDate) -> bool {
    day == NaiveDate::MAX || !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A moment of November 2026 by the clock of Amsterdam; the 23rd is a Monday.
    fn at(day: u32, hour: u32) -> DateTime<Utc> {
        let local = NaiveDate::from_ymd_opt(2026, 11, day).and_then(|day| day.and_hms_opt(hour, 0, 0));
        let local = local.expect("a moment");
        chrono_tz::Europe::Amsterdam.from_local_datetime(&local).unwrap().with_timezone(&Utc)
    }

    fn after(from: DateTime<Utc>, days: u32) -> DateTime<Utc> {
        after_working_days(from, days, chrono_tz::Europe::Amsterdam)
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
        let day = NaiveDate::from_ymd_opt(2027, 6, 1).expect("a day");
        assert_eq!(working_morning(day, chrono_tz::Europe::Amsterdam).to_rfc3339(), "2027-06-01T07:00:00+00:00");
    }
}
