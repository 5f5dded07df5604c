//! What somebody wants to be reminded of and when, in one line: `morgen 10u bellen met school`, `elke werkdag 08:45 dagstart`.
//! Found are the schedule and the text that is left, or what is wrong, all of it at once.

mod again;
mod border;
mod bound;
mod cron;
mod ends;
mod hours;
mod left;
mod literal;
mod nearest;
mod nth;
mod once;
mod repeat;
mod said;
mod stretch;
#[cfg(test)]
mod tests;
mod told;
mod typed;
mod vocabulary;
mod ways;
mod weekdays;

pub use told::told_plan;

use chrono::DateTime;
use chrono_tz::Tz;

use crate::domain::schedule::Schedule;

/// When it is to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// When, and when again.
    pub schedule: Schedule,
    /// On working days: a public holiday is none.
    pub working_days: bool,
    /// What nobody typed and was taken.
    pub assumed: Vec<Assumed>,
}

/// Something that nobody typed and was taken, so that it can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assumed {
    /// The time of the day.
    Time,
    /// The day of the week, month or year, or the day of a bare time.
    Day,
    /// The beginning, where a span of time was typed.
    Start,
}

/// A plan and what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// When.
    pub plan: Plan,
    /// What is left of what was typed, as it was typed; it may be empty.
    pub text: String,
}

impl From<Plan> for Planned {
    /// A plan of which the text is not known yet.
    fn from(plan: Plan) -> Self {
        Self { plan, text: String::new() }
    }
}

/// Why there is no plan yet: what is to be asked, or what is wrong and what comes near it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPlan {
    /// No moment was found.
    Nothing,
    /// It can mean each of these, two to four: ask which.
    Unsure(Vec<Planned>),
    /// It has passed already; the next that is like it, with the text.
    Past(Option<Planned>),
    /// The calendar has no such day; the nearest that it has.
    NotInCalendar(Option<Planned>),
    /// The clock skips this time, when summer time begins; the nearest that it shows.
    NotOnTheClock(Planned),
    /// No clock shows this, as 25:00: what was typed.
    NoSuchTime(String),
    /// More than five years away: surely a slip.
    TooFar,
    /// More often than once an hour.
    TooOften,
    /// No day fits the rule.
    NeverHappens,
    /// It ends before it happens for the first time.
    EndsBeforeItBegins,
    /// More times than are counted: name a last day.
    TooMany,
    /// Something of the rule that is not understood: as it was typed.
    RuleUnknown(String),
}

impl NoPlan {
    /// The same, with this text beside what is offered instead.
    fn about(self, text: &str) -> Self {
        let about = |planned: Planned| Planned { text: text.to_owned(), ..planned };
        match self {
            Self::Past(nearest) => Self::Past(nearest.map(about)),
            Self::NotInCalendar(nearest) => Self::NotInCalendar(nearest.map(about)),
            Self::NotOnTheClock(nearest) => Self::NotOnTheClock(about(nearest)),
            other => other,
        }
    }
}

/// What was planned, in the time zone of `now`, or every reason why that is not known. Any text ends at once.
pub fn planned(typed: &str, now: DateTime<Tz>) -> Result<Planned, Vec<NoPlan>> {
    let typed = typed.trim();
    literal::literal(typed, now).unwrap_or_else(|| border::parted(typed, now))
}
