//! A plan said back in full: a moment as moments are told, a recurrence by how often it comes, at which times, from which day
//! and up to which. A rule that has no plain words is shown as it is written.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::Plan;
use super::repeat::WORKING_WEEK;
use crate::domain::Language;
use crate::domain::schedule::{End, Every, Line, Rule, Schedule, on_the_clock};
use crate::text::Texts;
use crate::text::when::told::{clock, day_shown};
use crate::text::when::{When, told};

/// The plan in words: `elke eerste maandag van de maand om 10:00, vanaf maandag 7 december 2026`.
pub fn told_plan(plan: &Plan, language: Language, texts: &Texts) -> String {
    let voice = Voice { language, texts };
    match plan.schedule.rule() {
        None => voice.once(&plan.schedule),
        Some(rule) => voice.again(rule, plan),
    }
}

#[derive(Clone, Copy)]
struct Voice<'t> {
    language: Language,
    texts: &'t Texts,
}

impl Voice<'_> {
    fn say(self, key: &str, values: &[(&str, &str)]) -> String {
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, (*value).into())).collect();
        self.texts.get(self.language, key, &values)
    }

    /// With a number that decides the words.
    fn count(self, key: &str, count: i64, values: &[(&str, &str)]) -> String {
        let mut all: Vec<_> = values.iter().map(|(name, value)| (*name, (*value).into())).collect();
        all.push(("count", count.into()));
        self.texts.get(self.language, key, &all)
    }

    fn once(self, schedule: &Schedule) -> String {
        let zone = schedule.zone();
        let from = on_the_clock(schedule.first(), zone).unwrap_or_else(|nearest| nearest);
        told(&When { from, until: None }, zone, self.language, self.texts)
    }

    fn again(self, rule: &Rule, plan: &Plan) -> String {
        let first = plan.schedule.first();
        let from = day_shown(first.date(), self.language, self.texts);
        let hourly = hours_between(rule);
        let often = match hourly {
            Some(hours) => self.count("when-every-hour", hours, &[]),
            None => self
                .often(rule, plan)
                .unwrap_or_else(|| self.say("when-by-rule", &[("rule", &rule.to_string().replace('\n', " + "))])),
        };
        let often = match (hourly, self.times(rule)) {
            (None, Some(times)) => self.say("when-at", &[("often", &often), ("times", &times)]),
            _ => often,
        };
        let from = if hourly.is_some() {
            self.say("when-moment", &[("day", &from), ("time", &clock(first.time()))])
        } else {
            from
        };
        match last_day(rule) {
            None => self.say("when-again", &[("often", &often), ("from", &from)]),
            Some(last) => {
                let last = day_shown(last, self.language, self.texts);
                self.say("when-again-until", &[("often", &often), ("from", &from), ("last", &last)])
            }
        }
    }

    /// All times of the day, `08:30, 12:00 en 18:00`.
    fn times(self, rule: &Rule) -> Option<String> {
        let mut times = BTreeSet::new();
        for line in rule.lines() {
            times.extend(line.hours.iter().map(|hour| (*hour, line.minute.unwrap_or_default())));
        }
        let times: Vec<String> = times.into_iter().map(|(hour, minute)| format!("{hour:02}:{minute:02}")).collect();
        self.list(&times)
    }

    fn list(self, items: &[String]) -> Option<String> {
        let (last, before) = items.split_last()?;
        if before.is_empty() {
            return Some(last.clone());
        }
        Some(self.say("when-both", &[("first", &before.join(", ")), ("last", last)]))
    }

    /// How often, where there are words for it.
    fn often(self, rule: &Rule, plan: &Plan) -> Option<String> {
        let mut found: Vec<String> = Vec::new();
        for line in rule.lines() {
            let often = self.often_line(line, plan)?;
            if !found.contains(&often) {
                found.push(often);
            }
        }
        self.list(&found)
    }

    fn often_line(self, line: &Line, plan: &Plan) -> Option<String> {
        let interval = i64::from(line.interval);
        if !line.year_days.is_empty() || line.every == Every::Hour {
            return None;
        }
        let often = match line.every {
            Every::Day if line.month_days.is_empty() && line.weekdays.is_empty() && line.positions.is_empty() => {
                self.count("when-every-day", interval, &[])
            }
            Every::Week if line.positions.is_empty() => self.of_week(line, plan, interval)?,
            Every::Month => self.of_month(line, plan, interval)?,
            Every::Year => return self.of_year(line, interval),
            _ => return None,
        };
        if line.months.is_empty() {
            return Some(often);
        }
        let months = self.list(&line.months.iter().map(|month| self.month(*month)).collect::<Vec<_>>())?;
        Some(self.say("when-in-months", &[("often", &often), ("months", &months)]))
    }

    fn of_week(self, line: &Line, plan: &Plan, interval: i64) -> Option<String> {
        if plan.working_days && is_working_week(line) && interval == 1 {
            return Some(self.say("when-every-working-day", &[]));
        }
        let days: Vec<String> = line.weekdays.iter().map(|(_, day)| self.weekday(*day)).collect();
        Some(self.count("when-every-week", interval, &[("days", &self.list(&days)?)]))
    }

    fn of_month(self, line: &Line, plan: &Plan, interval: i64) -> Option<String> {
        if let (1, Some(which)) = (interval, self.single(line)) {
            return Some(self.say("when-every-nth", &[("which", &which)]));
        }
        let days = self.days(line)?;
        // A quarter begins in January, April, July or October.
        let month = i64::from(plan.schedule.first().month());
        let from_end = line.month_days.iter().any(|day| *day < 0);
        let begins = if from_end { month } else { month - 1 };
        let key = match interval {
            3 if begins % 3 == 0 => "when-every-quarter",
            6 if begins % 6 == 0 => "when-every-half-year",
            _ => return Some(self.count("when-every-month", interval, &[("days", &days)])),
        };
        Some(self.say(key, &[("days", &days)]))
    }

    fn of_year(self, line: &Line, interval: i64) -> Option<String> {
        let mut days = Vec::new();
        for month in &line.months {
            let month = self.month(*month);
            match (line.month_days.as_slice(), line.weekdays.is_empty() && line.positions.is_empty()) {
                ([day], true) if *day > 0 => {
                    days.push(self.say("when-year-day", &[("day", &day.to_string()), ("month", &month)]));
                }
                _ => days.push(self.say("when-of-month", &[("days", &self.days(line)?), ("month", &month)])),
            }
        }
        Some(self.count("when-every-year", interval, &[("days", &self.list(&days)?)]))
    }

    /// `eerste maandag`, `laatste werkdag`, where that is all.
    fn single(self, line: &Line) -> Option<String> {
        match (line.weekdays.as_slice(), line.positions.as_slice(), line.month_days.as_slice()) {
            ([(Some(which), day)], [], []) => self.nth((*which).into(), &self.weekday(*day)),
            (_, [which], []) if is_working_week(line) => {
                self.nth(i64::from(*which), &self.say("when-working-day", &[]))
            }
            _ => None,
        }
    }

    fn nth(self, which: i64, what: &str) -> Option<String> {
        (-2..=5).contains(&which).then(|| self.count("when-nth", which, &[("what", what)]))
    }

    /// Which days of a month: `de 1e en de 15e`, `de laatste dag`, `de eerste maandag`.
    fn days(self, line: &Line) -> Option<String> {
        let article = |which: String| self.say("when-the", &[("which", &which)]);
        match (line.month_days.as_slice(), line.weekdays.as_slice(), line.positions.as_slice()) {
            (days @ [_, ..], [], []) if days.iter().all(|day| *day >= -2) => {
                self.list(&days.iter().map(|day| self.count("when-month-day", (*day).into(), &[])).collect::<Vec<_>>())
            }
            ([28, .., day], [], [-1]) => Some(self.count("when-day-or-last", (*day).into(), &[])),
            ([], days @ [(Some(_), _), ..], []) => {
                let each =
                    days.iter().map(|(which, day)| Some(article(self.nth((*which)?.into(), &self.weekday(*day))?)));
                self.list(&each.collect::<Option<Vec<_>>>()?)
            }
            ([], _, [_, ..]) if is_working_week(line) => {
                let what = self.say("when-working-day", &[]);
                let each = line.positions.iter().map(|which| Some(article(self.nth(i64::from(*which), &what)?)));
                self.list(&each.collect::<Option<Vec<_>>>()?)
            }
            _ => None,
        }
    }

    fn weekday(self, day: Weekday) -> String {
        self.say(&format!("weekday-{}", day.number_from_monday()), &[])
    }

    fn month(self, month: u8) -> String {
        self.say(&format!("month-{month}"), &[])
    }
}

fn is_working_week(line: &Line) -> bool {
    line.weekdays.len() == 5 && WORKING_WEEK.iter().all(|day| line.weekdays.contains(&(None, *day)))
}

/// The number of hours from one time to the next, day and night.
fn hours_between(rule: &Rule) -> Option<i64> {
    let [line] = rule.lines() else { return None };
    let every_day =
        line.interval == 1 && line.months.is_empty() && line.weekdays.is_empty() && line.month_days.is_empty();
    let count = line.hours.len();
    match line.every {
        Every::Hour => Some(line.interval.into()),
        Every::Day if every_day && count > 1 && line.positions.is_empty() && 24 % count == 0 => {
            let between = u8::try_from(24 / count).ok()?;
            line.hours.windows(2).all(|pair| pair[1] - pair[0] == between).then_some(between.into())
        }
        _ => None,
    }
}

/// The last day of all lines, where each ends.
fn last_day(rule: &Rule) -> Option<NaiveDate> {
    let ends = rule.lines().iter().map(|line| match line.end {
        End::Wall(until) => Some(until.date()),
        _ => None,
    });
    ends.collect::<Option<Vec<_>>>()?.into_iter().max()
}
