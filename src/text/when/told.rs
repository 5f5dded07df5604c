//! A moment shown back in full, so that whoever typed it sees what was understood.

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Tz;

use super::When;
use crate::domain::Language;
use crate::text::{Texts, day_in_words};

/// The moment in words: `zaterdag 21 november 2026, 22:15`, or with its bounds when it is a span. The end of a day is
/// shown as 24:00.
pub fn told(when: &When, tz: Tz, language: Language, texts: &Texts) -> String {
    let local = |moment: DateTime<Utc>| tz.from_utc_datetime(&moment.naive_utc()).naive_local();
    let say = |key: &str, args: &[(&str, &str)]| {
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, (*value).into())).collect();
        texts.get(language, key, &args)
    };
    let shown = |day: NaiveDate| day_shown(day, language, texts);
    let from = local(when.from);
    let (first, start) = (shown(from.date()), clock(from.time()));
    let Some(until) = when.until.map(local) else {
        return say("when-moment", &[("day", &first), ("time", &start)]);
    };
    let (last, end) = as_end(until);
    let whole_days = from.time() == NaiveTime::MIN && end == MIDNIGHT;
    match (from.date() == last, whole_days) {
        (true, true) => say("when-whole-day", &[("day", &first)]),
        (true, false) => say("when-between", &[("day", &first), ("from", &start), ("until", &end)]),
        (false, true) => say("when-days", &[("day", &first), ("other", &shown(last))]),
        (false, false) => {
            say("when-across", &[("day", &first), ("from", &start), ("other", &shown(last)), ("until", &end)])
        }
    }
}

/// A day with its weekday.
pub(super) fn day_shown(day: NaiveDate, language: Language, texts: &Texts) -> String {
    let weekday = texts.get(language, &format!("weekday-{}", day.weekday().number_from_monday()), &[]);
    let day = day_in_words(day, language, texts);
    texts.get(language, "weekday-day", &[("weekday", weekday.into()), ("day", day.into())])
}

/// How the end of a day is shown.
const MIDNIGHT: &str = "24:00";

/// The day on which a span ends and the time of it: midnight belongs to the day that it ends.
fn as_end(until: NaiveDateTime) -> (NaiveDate, String) {
    match until.date().checked_sub_days(Days::new(1)) {
        Some(day) if until.time() == NaiveTime::MIN => (day, MIDNIGHT.to_owned()),
        _ => (until.date(), clock(until.time())),
    }
}

pub(super) fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}
