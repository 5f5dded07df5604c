//! From the clock on the wall to the moment, on the days too on which it is moved: the one place where that is decided.

use chrono::{DateTime, LocalResult, NaiveDateTime, TimeDelta, TimeZone as _, Utc};
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

fn shown(wall: NaiveDateTime, tz: Tz) -> Option<DateTime<Utc>> {
    match tz.from_local_datetime(&wall) {
        LocalResult::Single(moment) | LocalResult::Ambiguous(moment, _) => Some(moment.with_timezone(&Utc)),
        LocalResult::None => None,
    }
}
