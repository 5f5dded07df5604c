//! Five fields of cron, as `45 8 * * 1-5`, made into the lines of a rule. Where both kinds of days are named cron means either,
//! which is two lines.

use chrono::Weekday;

use super::NoPlan;
use crate::domain::schedule::{Every, Line};

/// The five fields at the beginning of the words.
pub(super) fn is_cron(fields: &[&str]) -> bool {
    // Numbers alone are as well a row of numbers.
    fields.len() == 5
        && fields.iter().any(|field| field.bytes().any(|byte| !byte.is_ascii_digit()))
        && fields.iter().all(|field| field.len() <= 60 && is_field(field))
        && fields[..2].iter().all(|field| field.starts_with(|char: char| char.is_ascii_digit() || char == '*'))
}

fn is_field(field: &str) -> bool {
    let names = |part: &str| {
        part.split('-').all(|value| {
            let upper = value.to_ascii_uppercase();
            value.bytes().all(|byte| byte.is_ascii_digit())
                || MONTHS.contains(&upper.as_str())
                || DAYS.contains(&upper.as_str())
        })
    };
    let one = |part: &str| {
        let (value, step) = part.split_once('/').unwrap_or((part, "1"));
        !value.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit()) && (value == "*" || names(value))
    };
    field.split(',').all(one)
}

const MONTHS: [&str; 12] = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const DAYS: [&str; 7] = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/// The lines that five fields mean.
pub(super) fn lines(fields: &[&str]) -> Result<Vec<Line>, NoPlan> {
    let [minute, hour, day, month, weekday] = fields else { return Err(NoPlan::Nothing) };
    let unknown = |field: &str| NoPlan::RuleUnknown(field.to_owned());
    let minutes = values(minute, 0, 59, &[]).ok_or_else(|| unknown(minute))?;
    let hours = values(hour, 0, 23, &[]).ok_or_else(|| unknown(hour))?;
    let days = values(day, 1, 31, &[]).ok_or_else(|| unknown(day))?;
    let months = values(month, 1, 12, &MONTHS).ok_or_else(|| unknown(month))?;
    let weekdays = values(weekday, 0, 7, &DAYS).ok_or_else(|| unknown(weekday))?;
    let [minute] = minutes.as_slice() else { return Err(NoPlan::TooOften) };
    let of_day = |every: Every| Line {
        hours: hours.clone(),
        minute: Some(*minute),
        months: if months.len() == 12 { Vec::new() } else { months.clone() },
        ..Line::new(every)
    };
    let by_date =
        |line: Line| Line { month_days: days.iter().filter_map(|day| i8::try_from(*day).ok()).collect(), ..line };
    let by_weekday =
        |line: Line| Line { weekdays: weekdays.iter().map(|day| (None, weekday_of(*day))).collect(), ..line };
    let (dated, weekly) = (days.len() < 31, !weekdays_all(&weekdays));
    Ok(match (dated, weekly) {
        (false, false) => vec![of_day(Every::Day)],
        (true, false) => vec![by_date(of_day(Every::Month))],
        (false, true) => vec![by_weekday(of_day(Every::Week))],
        // A star with a step still counts as a star: then both must fit.
        (true, true) if day.starts_with('*') || weekday.starts_with('*') => {
            vec![by_weekday(by_date(of_day(Every::Month)))]
        }
        (true, true) => vec![by_date(of_day(Every::Month)), by_weekday(of_day(Every::Week))],
    })
}

fn weekdays_all(days: &[u8]) -> bool {
    (0..7).all(|day| days.contains(&day) || (day == 0 && days.contains(&7)))
}

fn weekday_of(day: u8) -> Weekday {
    [Weekday::Sun, Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat]
        [usize::from(day % 7)]
}

/// The values of one field: `*`, `5`, `1-5`, `*/2`, `MON-FRI`, and lists of them. Names begin at the lowest value.
fn values(field: &str, least: u8, most: u8, names: &[&str]) -> Option<Vec<u8>> {
    let value = |text: &str| -> Option<u8> {
        let named = names.iter().position(|name| name.eq_ignore_ascii_case(text));
        let value = match named {
            Some(at) => u8::try_from(at).ok()? + least,
            None => text.parse().ok()?,
        };
        (least..=most).contains(&value).then_some(value)
    };
    let mut found = Vec::new();
    for part in field.split(',') {
        let (range, step) = part.split_once('/').map_or((part, None), |(range, step)| (range, Some(step)));
        let (first, last) = match range.split_once('-') {
            _ if range == "*" => (least, most),
            Some((first, last)) => (value(first)?, value(last)?),
            None => (value(range)?, if step.is_some() { most } else { value(range)? }),
        };
        let step: u8 = step.map_or(Some(1), |step| step.parse().ok().filter(|step| *step > 0))?;
        if first > last {
            return None;
        }
        found.extend((first..=last).step_by(step.into()));
    }
    found.sort_unstable();
    found.dedup();
    Some(found)
}
