//! A day as people type it, in either language: `morgen`, `vrijdag`, `3 december`, `3-12`, `2026-12-03`, `over 2 weken`. Small
//! and exact: what is not one of these forms is no day. Today is passed in; the names of days and months lie in `calendar`.

use chrono::{Datelike as _, Days, Months, NaiveDate};

use super::calendar::{ORDINALS, is_one, month, weekday};
use crate::search::fold;

/// Why something is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDay {
    /// It is in none of the forms that are understood.
    Unknown,
    /// The calendar has no such day, as 31 April.
    NotInCalendar,
    /// The day, given with its year, has passed.
    Past(NaiveDate),
    /// It is more than five years ahead: surely a slip.
    TooFar(NaiveDate),
}

/// The furthest day that is believed.
const FURTHEST: Months = Months::new(60);

/// The day that was typed. Without a year it is the next such day, today among them; a weekday is one of the seven days
/// after today.
pub fn day(typed: &str, today: NaiveDate) -> Result<NaiveDate, NoDay> {
    let typed = fold(typed.trim());
    let words: Vec<&str> =
        typed.split(|sign: char| sign.is_whitespace() || sign == ',').filter(|w| !w.is_empty()).collect();
    let words = match words.as_slice() {
        ["op" | "on", rest @ ..] => rest,
        all => all,
    };
    let found = match words {
        [word] => one_word(word, today)?,
        ["day", "after", "tomorrow"] => after(today, Days::new(2)),
        ["over" | "in", number, unit] => ahead(number, unit, today)?,
        [first, second] => named(first, second, None, today)?,
        [first, second, year] => named(first, second, Some(year), today)?,
        _ => return Err(NoDay::Unknown),
    };
    if found < today {
        return Err(NoDay::Past(found));
    }
    if today.checked_add_months(FURTHEST).is_some_and(|furthest| found > furthest) {
        return Err(NoDay::TooFar(found));
    }
    Ok(found)
}

fn after(today: NaiveDate, days: Days) -> NaiveDate {
    today.checked_add_days(days).unwrap_or(NaiveDate::MAX)
}

fn one_word(word: &str, today: NaiveDate) -> Result<NaiveDate, NoDay> {
    match word {
        "vandaag" | "today" => return Ok(today),
        "morgen" | "tomorrow" => return Ok(after(today, Days::new(1))),
        "overmorgen" => return Ok(after(today, Days::new(2))),
        _ => {}
    }
    if let Some(weekday) = weekday(word) {
        let ahead = (weekday.num_days_from_monday() + 7 - today.weekday().num_days_from_monday()) % 7;
        return Ok(after(today, Days::new(if ahead == 0 { 7 } else { ahead.into() })));
    }
    numbers(word, today)
}

/// `3-12`, `3/12`, `3-12-2026`, `2026-12-03`.
fn numbers(word: &str, today: NaiveDate) -> Result<NaiveDate, NoDay> {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    match parts.as_slice() {
        [day, month] => dated(number(day)?, number(month)?, None, today),
        [year, month, day] if year.len() == 4 => dated(number(day)?, number(month)?, Some(number(year)?), today),
        [day, month, year] if year.len() == 4 => dated(number(day)?, number(month)?, Some(number(year)?), today),
        _ => Err(NoDay::Unknown),
    }
}

/// `3 december`, `december 3`, `3 december 2026`.
fn named(first: &str, second: &str, year: Option<&str>, today: NaiveDate) -> Result<NaiveDate, NoDay> {
    let month = |word: &str| month(word.trim_end_matches('.'));
    let (day, month) = match (month(first), month(second)) {
        (None, Some(month)) => (first, month),
        (Some(month), None) => (second, month),
        _ => return Err(NoDay::Unknown),
    };
    let day = ORDINALS.iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
    let year = match year {
        Some(year) if year.len() == 4 => Some(number(year)?),
        Some(_) => return Err(NoDay::Unknown),
        None => None,
    };
    dated(number(day)?, month, year, today)
}

fn dated(day: u32, month: u32, year: Option<u32>, today: NaiveDate) -> Result<NaiveDate, NoDay> {
    if let Some(year) = year {
        let year = i32::try_from(year).map_err(|_| NoDay::NotInCalendar)?;
        return NaiveDate::from_ymd_opt(year, month, day).ok_or(NoDay::NotInCalendar);
    }
    let this_year = today.year();
    // 29 February may be up to eight years away.
    let days = (this_year..=this_year + 8).filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    days.into_iter().find(|day| *day >= today).ok_or(NoDay::NotInCalendar)
}

/// `over 2 weken`, `in a month`.
fn ahead(number: &str, unit: &str, today: NaiveDate) -> Result<NaiveDate, NoDay> {
    let number: u32 = if is_one(number) { 1 } else { self::number(number)? };
    let number = number.min(10_000);
    match unit {
        "dag" | "dagen" | "day" | "days" => Ok(after(today, Days::new(number.into()))),
        "week" | "weken" | "weeks" => Ok(after(today, Days::new(u64::from(number) * 7))),
        "maand" | "maanden" | "month" | "months" => {
            Ok(today.checked_add_months(Months::new(number)).unwrap_or(NaiveDate::MAX))
        }
        "jaar" | "jaren" | "year" | "years" => {
            Ok(today.checked_add_months(Months::new(number * 12)).unwrap_or(NaiveDate::MAX))
        }
        _ => Err(NoDay::Unknown),
    }
}

fn number(digits: &str) -> Result<u32, NoDay> {
    let is_number = (1..=4).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    if is_number { digits.parse().map_err(|_| NoDay::Unknown) } else { Err(NoDay::Unknown) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    /// A Tuesday.
    fn today() -> NaiveDate {
        date(2026, 11, 24)
    }

    fn means(typed: &str, year: i32, month: u32, on: u32) {
        assert_eq!(day(typed, today()), Ok(date(year, month, on)), "{typed}");
    }

    #[test]
    fn near_days_have_words() {
        means("vandaag", 2026, 11, 24);
        means(" Morgen ", 2026, 11, 25);
        means("tomorrow", 2026, 11, 25);
        means("overmorgen", 2026, 11, 26);
        means("day after tomorrow", 2026, 11, 26);
    }

    #[test]
    fn a_weekday_is_the_next_one_and_never_today() {
        means("vrijdag", 2026, 11, 27);
        means("op Friday", 2026, 11, 27);
        means("ma", 2026, 11, 30);
        means("dinsdag", 2026, 12, 1);
    }

    #[test]
    fn a_day_without_year_is_the_next_such_day() {
        for typed in ["3 december", "3-12", "3/12", "03-12", "december 3", "3 dec.", "on December 3rd", "3e december"] {
            means(typed, 2026, 12, 3);
        }
        means("24 november", 2026, 11, 24);
        means("23 november", 2027, 11, 23);
        means("1 maart", 2027, 3, 1);
        means("29 februari", 2028, 2, 29);
    }

    #[test]
    fn a_day_with_its_year_is_that_day() {
        for typed in ["2026-12-03", "3-12-2026", "3 december 2026", "December 3, 2026"] {
            means(typed, 2026, 12, 3);
        }
    }

    #[test]
    fn spans_are_counted_from_today() {
        means("over 2 weken", 2026, 12, 8);
        means("in 10 days", 2026, 12, 4);
        means("over een maand", 2026, 12, 24);
        means("over één jaar", 2027, 11, 24);
    }

    #[test]
    fn what_has_passed_or_never_comes_is_told_apart() {
        assert_eq!(day("2026-11-23", today()), Err(NoDay::Past(date(2026, 11, 23))));
        assert_eq!(day("3 december 2020", today()), Err(NoDay::Past(date(2020, 12, 3))));
        for typed in ["31 april", "30-2", "31-4-2027", "2027-13-01", "29 februari 2027", "0-1", "99 mei"] {
            assert_eq!(day(typed, today()), Err(NoDay::NotInCalendar), "{typed}");
        }
        assert_eq!(day("2036-12-03", today()), Err(NoDay::TooFar(date(2036, 12, 3))));
        assert!(matches!(day("over 9999 weken", today()), Err(NoDay::TooFar(_))));
        for typed in ["", "ooit", "3", "3 4 december", "over 2 eeuwen", "3-12-26", "volgende week", "december"] {
            assert_eq!(day(typed, today()), Err(NoDay::Unknown), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn anything_typed_breaks_nothing_and_never_means_the_past(typed in ".{0,20}|(over|in) [0-9]{1,6} [a-z]{3,6}") {
            if let Ok(found) = day(&typed, today()) {
                prop_assert!(found >= today());
            }
        }

        #[test]
        fn a_day_in_numbers_reads_back_as_itself(ahead in 0_u64..1800) {
            let found = today().checked_add_days(Days::new(ahead)).expect("a day");
            prop_assert_eq!(day(&found.to_string(), today()), Ok(found));
            prop_assert_eq!(day(&found.format("%-d-%-m-%Y").to_string(), today()), Ok(found));
        }
    }
}
