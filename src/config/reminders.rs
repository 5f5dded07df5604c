//! `[reminders]`: when the bot speaks of its own accord. What these settings mean is the working time's.

use chrono::NaiveTime;

use super::Section;
use crate::domain::{Holidays, Hours, WorkingTime};

/// `[reminders]`: when the bot speaks of its own accord.
#[derive(Debug, Clone)]
pub struct Reminders {
    /// When people work, and when it is quiet.
    pub working: WorkingTime,
}

impl Reminders {
    /// Reads the section.
    pub(super) fn read(section: Section<'_>) -> Self {
        let standard = WorkingTime::default();
        let hours = |key: &str, standard: Hours| match section.optional_text(key) {
            None => standard,
            Some(written) => hours(&written).unwrap_or_else(|| {
                section.problem(key, "must be two times of the clock, for example \"09:00-17:00\"");
                standard
            }),
        };
        let texts = |key: &str| section.with(key).map(|table| table.texts(key));
        let (quiet, at_work) = (hours("quiet_hours", standard.quiet), hours("working_hours", standard.hours));
        let days = texts("working_days").map(|written| {
            let days: Vec<_> = written.iter().filter_map(|day| day.parse().ok()).collect();
            if days.len() != written.len() || days.is_empty() {
                section.problem("working_days", "must be days of the week, for example [\"mon\", \"tue\"]");
            }
            days
        });
        let holidays = texts("holidays").map(|written| {
            let mut holidays = Holidays::default();
            for one in written.iter().filter(|one| !holidays.add(one)) {
                section.problem("holidays", &format!("`{one}` is not known: {HOLIDAYS}"));
            }
            holidays
        });
        section.finish();
        let days = days.unwrap_or(standard.days);
        Self { working: WorkingTime { days, hours: at_work, quiet, holidays: holidays.unwrap_or(standard.holidays) } }
    }
}

/// What may stand in the list of holidays.
const HOLIDAYS: &str = "write \"nl\" for the public holidays, one of new_year, good_friday, easter, kings_day, liberation_day, \
                        ascension, whitsun, christmas, a day as 2026-12-24, or days as 2026-12-19/2027-01-03";

fn hours(written: &str) -> Option<Hours> {
    let (from, until) = written.split_once('-')?;
    let time = |written: &str| NaiveTime::parse_from_str(written.trim(), "%H:%M").ok();
    Some(Hours { from: time(from)?, until: time(until)? })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{LEAST, read};
    use super::*;

    #[test]
    fn working_time_is_read_as_it_is_written() {
        let written = "[reminders]\nquiet_hours = \"22:30-07:00\"\nworking_hours = \"8:30-16:30\"\n\
                       working_days = [\"tue\", \"Saturday\"]\nholidays = [\"christmas\", \"2026-12-19/2027-01-03\"]\n";
        let working = read(&format!("{LEAST}{written}"), &[]).expect("good").reminders.working;
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).expect("a time");
        assert_eq!(working.quiet, Hours { from: time(22, 30), until: time(7, 0) });
        assert_eq!(working.hours, Hours { from: time(8, 30), until: time(16, 30) });
        assert_eq!(working.days, [chrono::Weekday::Tue, chrono::Weekday::Sat]);
        assert_eq!((working.holidays.public.len(), working.holidays.free.len()), (1, 1));
        let wrong = "[reminders]\nquiet_hours = \"late\"\nworking_days = [\"mondag\"]\nholidays = [\"kerst\"]\n";
        let problems = read(&format!("{LEAST}{wrong}"), &[]).expect_err("wrong");
        assert_eq!(problems.len(), 3, "{problems:?}");
    }
}
