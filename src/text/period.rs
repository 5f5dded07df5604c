//! Days that have been, as people name them: `4 weken`, `vorige maand`, `sinds 1 september`, `march`, `2026`. Today is passed in;
//! weeks begin on Monday. Small and exact: what is not one of these forms is no period.

use chrono::{DateTime, Datelike as _, Days, Months, NaiveDate};
use chrono_tz::Tz;

use super::calendar::{is_one, month};
use super::when::{NoWhen, Toward, when};
use crate::domain::trend::Period;
use crate::search::fold;

/// So far back a period may begin.
const FURTHEST: Months = Months::new(24);

/// So many weeks it is when nobody says which.
const USUAL_WEEKS: u64 = 12;

/// Why something is no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPeriod {
    /// It is in none of the forms that are understood, or has not begun.
    Unknown,
    /// It begins too far back; this is the earliest day.
    TooFar(NaiveDate),
}

/// The period that was typed. It ends today at the latest; without words it is the last twelve weeks.
pub fn period(typed: &str, now: DateTime<Tz>) -> Result<Period, NoPeriod> {
    let today = now.date_naive();
    let folded = fold(typed.trim());
    let words: Vec<&str> = folded.split_whitespace().collect();
    let words = match words.as_slice() {
        ["de" | "het" | "the" | "afgelopen" | "laatste" | "in", rest @ ..] if !rest.is_empty() => rest,
        all => all,
    };
    let words = match words {
        ["afgelopen" | "laatste" | "past", rest @ ..] if !rest.is_empty() => rest,
        all => all,
    };
    let tomorrow = today + Days::new(1);
    let (from, until) = match words {
        [] => (weeks_back(today, USUAL_WEEKS), tomorrow),
        ["sinds" | "vanaf" | "since" | "from", since @ ..] if !since.is_empty() => (since_day(since, now)?, tomorrow),
        [unit] | ["deze" | "dit" | "this", unit] => one(unit, today)?,
        ["vorige" | "vorig" | "last" | "previous", unit] => before(Unit::of(unit).ok_or(NoPeriod::Unknown)?, today),
        [number, unit] => match (many(number), Unit::of(unit), month(number)) {
            (Some(number), Some(unit), _) => (unit.back(today, number), tomorrow),
            (_, None, Some(month)) => whole_month(year(unit).ok_or(NoPeriod::Unknown)?, month),
            _ => return Err(NoPeriod::Unknown),
        },
        _ => return Err(NoPeriod::Unknown),
    };
    let earliest = today.checked_sub_months(FURTHEST).unwrap_or(today);
    // Two years back is never refused for the week or month in which it begins.
    if from < begin_of_month(earliest) {
        return Err(NoPeriod::TooFar(earliest));
    }
    Period::new(from, until.min(tomorrow)).ok_or(NoPeriod::Unknown)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Week,
    Month,
    Quarter,
    Year,
}

impl Unit {
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "week" | "weken" | "weeks" => Self::Week,
            "maand" | "maanden" | "month" | "months" => Self::Month,
            "kwartaal" | "kwartalen" | "quarter" | "quarters" => Self::Quarter,
            "jaar" | "jaren" | "year" | "years" => Self::Year,
            _ => return None,
        })
    }

    /// The day on which the one begins in which this day lies.
    fn begin(self, day: NaiveDate) -> NaiveDate {
        match self {
            Self::Week => weeks_back(day, 1),
            Self::Month => begin_of_month(day),
            Self::Quarter => begin_of_month(day).checked_sub_months(Months::new(day.month0() % 3)).unwrap_or(day),
            Self::Year => NaiveDate::from_ymd_opt(day.year(), 1, 1).unwrap_or(day),
        }
    }

    /// So many of them, the one in which this day lies among them.
    fn back(self, day: NaiveDate, number: u32) -> NaiveDate {
        let months = |each: u32| {
            let back = Months::new((number * each).saturating_sub(1));
            begin_of_month(day).checked_sub_months(back).unwrap_or(day)
        };
        match self {
            Self::Week => weeks_back(day, number.into()),
            Self::Month => months(1),
            Self::Quarter => months(3),
            Self::Year => months(12),
        }
    }
}

/// A word alone: this week, month, quarter or year; a month by its name, the last that has begun; a year.
fn one(word: &str, today: NaiveDate) -> Result<(NaiveDate, NaiveDate), NoPeriod> {
    let tomorrow = today + Days::new(1);
    if let Some(unit) = Unit::of(word) {
        return Ok((unit.begin(today), tomorrow));
    }
    if let Some(month) = month(word) {
        let this_year = today.month() >= month;
        return Ok(whole_month(today.year() - i32::from(!this_year), month));
    }
    let year = year(word).ok_or(NoPeriod::Unknown)?;
    let begin = |year| NaiveDate::from_ymd_opt(year, 1, 1).ok_or(NoPeriod::Unknown);
    Ok((begin(year)?, begin(year + 1)?))
}

/// The whole one before this one.
fn before(unit: Unit, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let until = unit.begin(today);
    (unit.begin(until.pred_opt().unwrap_or(until)), until)
}

fn since_day(words: &[&str], now: DateTime<Tz>) -> Result<NaiveDate, NoPeriod> {
    let today = now.date_naive();
    match words {
        [word] if month(word).is_some() || year(word).is_some() => return Ok(one(word, today)?.0),
        [name, of] => {
            if let (Some(month), Some(year)) = (month(name), year(of)) {
                return Ok(whole_month(year, month).0);
            }
        }
        _ => {}
    }
    let found = match when(&words.join(" "), now, Toward::Past) {
        Ok(found) => found,
        // The earliest leaves nothing out.
        Err(NoWhen::Unsure(readings)) => *readings.first().ok_or(NoPeriod::Unknown)?,
        Err(_) => return Err(NoPeriod::Unknown),
    };
    Ok(found.from.with_timezone(&now.timezone()).date_naive())
}

fn whole_month(year: i32, month: u32) -> (NaiveDate, NaiveDate) {
    let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
    (first, first.checked_add_months(Months::new(1)).unwrap_or(first))
}

fn begin_of_month(day: NaiveDate) -> NaiveDate {
    day - Days::new(day.day0().into())
}

/// The Monday with which so many weeks begin, that of this day among them.
fn weeks_back(day: NaiveDate, weeks: u64) -> NaiveDate {
    let monday = day - Days::new(day.weekday().num_days_from_monday().into());
    monday.checked_sub_days(Days::new(weeks.saturating_sub(1) * 7)).unwrap_or(monday)
}

fn many(word: &str) -> Option<u32> {
    const WORDS: [(&str, u32); 12] = [
        ("twee", 2),
        ("two", 2),
        ("drie", 3),
        ("three", 3),
        ("vier", 4),
        ("four", 4),
        ("zes", 6),
        ("six", 6),
        ("acht", 8),
        ("eight", 8),
        ("twaalf", 12),
        ("twelve", 12),
    ];
    if is_one(word) {
        return Some(1);
    }
    let named = WORDS.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
    let digits = (1..=3).contains(&word.len()) && word.bytes().all(|sign| sign.is_ascii_digit());
    named.or_else(|| digits.then(|| word.parse().ok()).flatten()).filter(|number| *number > 0)
}

fn year(word: &str) -> Option<i32> {
    let is_year = word.len() == 4 && word.bytes().all(|sign| sign.is_ascii_digit());
    is_year.then(|| word.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone as _;
    use proptest::prelude::*;

    use super::*;

    /// Tuesday 24 November 2026.
    fn now() -> DateTime<Tz> {
        chrono_tz::Europe::Amsterdam.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).single().expect("once")
    }

    #[track_caller]
    fn means(typed: &str, first: &str, last: &str) {
        let found = period(typed, now()).map(|period| (period.first().to_string(), period.last().to_string()));
        assert_eq!(found, Ok((first.to_owned(), last.to_owned())), "{typed}");
    }

    #[test]
    fn without_words_it_is_the_last_twelve_weeks() {
        means("", "2026-09-07", "2026-11-24");
        means("  ", "2026-09-07", "2026-11-24");
    }

    #[test]
    fn so_many_weeks_or_months_end_with_this_one() {
        means("4 weken", "2026-11-02", "2026-11-24");
        means("de laatste 4 weken", "2026-11-02", "2026-11-24");
        means("the past four weeks", "2026-11-02", "2026-11-24");
        means("1 week", "2026-11-23", "2026-11-24");
        means("3 months", "2026-09-01", "2026-11-24");
        means("twee jaar", "2024-12-01", "2026-11-24");
    }

    #[test]
    fn this_one_and_the_one_before_have_words() {
        for (typed, first, last) in [
            ("week", "2026-11-23", "2026-11-24"),
            ("vorige week", "2026-11-16", "2026-11-22"),
            ("maand", "2026-11-01", "2026-11-24"),
            ("Deze maand", "2026-11-01", "2026-11-24"),
            ("this month", "2026-11-01", "2026-11-24"),
            ("vorige maand", "2026-10-01", "2026-10-31"),
            ("last month", "2026-10-01", "2026-10-31"),
            ("kwartaal", "2026-10-01", "2026-11-24"),
            ("dit kwartaal", "2026-10-01", "2026-11-24"),
            ("vorig kwartaal", "2026-07-01", "2026-09-30"),
            ("quarter", "2026-10-01", "2026-11-24"),
            ("jaar", "2026-01-01", "2026-11-24"),
            ("vorig jaar", "2025-01-01", "2025-12-31"),
            ("year", "2026-01-01", "2026-11-24"),
        ] {
            means(typed, first, last);
        }
    }

    #[test]
    fn a_month_or_a_year_has_its_name() {
        means("maart", "2026-03-01", "2026-03-31");
        means("March", "2026-03-01", "2026-03-31");
        means("december", "2025-12-01", "2025-12-31");
        means("november", "2026-11-01", "2026-11-24");
        means("mei 2025", "2025-05-01", "2025-05-31");
        means("2026", "2026-01-01", "2026-11-24");
        means("2025", "2025-01-01", "2025-12-31");
    }

    #[test]
    fn since_a_day_it_lasts_until_today() {
        means("sinds 1 september", "2026-09-01", "2026-11-24");
        means("since September 1", "2026-09-01", "2026-11-24");
        means("vanaf maandag", "2026-11-23", "2026-11-24");
        means("since yesterday", "2026-11-23", "2026-11-24");
        means("sinds maart", "2026-03-01", "2026-11-24");
        means("sinds 2025", "2025-01-01", "2026-11-24");
        means("sinds mei 2025", "2025-05-01", "2026-11-24");
        means("sinds 1 december 2025", "2025-12-01", "2026-11-24");
    }

    #[test]
    fn what_is_further_back_than_two_years_or_no_period_is_told_apart() {
        let earliest = NaiveDate::from_ymd_opt(2024, 11, 24).expect("a day");
        for typed in ["2024", "3 jaar", "sinds 1 maart 2024", "200 weken", "september 2024"] {
            assert_eq!(period(typed, now()), Err(NoPeriod::TooFar(earliest)), "{typed}");
        }
        for typed in [
            "zomaar",
            "2027",
            "december 2026",
            "sinds morgen",
            "sinds",
            "0 weken",
            "4",
            "maart april",
            "vorige anna",
            "1 2 3",
        ] {
            assert_eq!(period(typed, now()), Err(NoPeriod::Unknown), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn anything_typed_breaks_nothing_and_no_period_is_to_come(
            typed in ".{0,30}|(sinds|since|vorige|[0-9]{1,3}) [a-z0-9 ]{1,12}|[0-9]{4}|[0-9]{1,9} (weken|months|jaar)",
        ) {
            if let Ok(found) = period(&typed, now()) {
                prop_assert!(found.last() <= now().date_naive() && found.slots().len() <= 26);
            }
        }
    }
}
