//! From the clock on the wall to the moment, on the days too on which it is moved: the one place where that is decided.

use chrono::{DateTime, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;

/// The moment at which the clock on the wall shows this. A time that it shows twice, when summer time ends, is the first
/// of the two: an hour is less than people remember. A time that it skips gives the first that it shows after the gap, as
/// `Err`: what comes again takes that, and who typed it is told.
pub fn on_the_clock(wall: NaiveDateTime, tz: Tz) -> Result<DateTime<Utc>, DateTime<Utc>> {
    if let Some(moment) = shown(wall, tz) {
        return Ok(moment);
    }
    // A day is the most that any place has skipped. What the clock shows first after the gap is the moment at which the
    // gap began, too.
    let later = (1..=25 * 60).filter_map(|minutes| wall.checked_add_signed(TimeDelta::minutes(minutes)));
    Err(later.into_iter().find_map(|later| shown(later, tz)).unwrap_or_else(|| wall.and_utc()))
}

/// When this day begins there: at midnight, or when the clock shows something again where it skips that.
pub fn day_begins(day: NaiveDate, tz: Tz) -> DateTime<Utc> {
    on_the_clock(day.and_time(NaiveTime::MIN), tz).unwrap_or_else(|after| after)
}

fn shown(wall: NaiveDateTime, tz: Tz) -> Option<DateTime<Utc>> {
    match tz.from_local_datetime(&wall) {
        LocalResult::Single(moment) | LocalResult::Ambiguous(moment, _) => Some(moment.with_timezone(&Utc)),
        LocalResult::None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_there_also_where_the_clock_skips_it() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        assert_eq!(day_begins(day("2026-11-24"), chrono_tz::Europe::Amsterdam).timestamp_millis(), 1_795_474_800_000);
        // In Santiago the clock went from 23:59 to 01:00 on 6 September 2026.
        let skipped = day_begins(day("2026-09-06"), chrono_tz::America::Santiago);
        assert_eq!(skipped - day_begins(day("2026-09-05"), chrono_tz::America::Santiago), TimeDelta::days(1));
    }
}
