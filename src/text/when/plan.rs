//! What somebody wants to be reminded of and when, in one line: `morgen 10u bellen met school`, `elke werkdag 08:45 dagstart`.
//! Found are the schedule and the text that is left, or what is wrong, all of it at once.
//!
//! A wrong time is worse than a question. Above what holds for [`when`](super::when):
//!
//! - *Where the text begins.* The moment stands at the beginning, at the end, or in two halves around the text: `vrijdag overleg om
//!   14:00`. A number between the two belongs to either and is asked (`10 uur 15 jongeren bellen`), and so is a moment in the
//!   middle, and half of one in the text. What the text is about is no moment: `bellen over vrijdag`.
//! - *No time.* A day, and what comes again by day, is at nine in the morning; a morning too, an afternoon at one, an evening at
//!   seven: [`Assumed`] says so. For a night it is asked, and for what has passed today already.
//! - *No day.* `elk kwartaal` and `elk half jaar` are its first day. `elke week`, `elke maand` and `jaarlijks` are asked: today's
//!   day, or the first. `om de week` begins with the next such day.
//! - *The 29th, 30th and 31st* of each month are asked: in other months the last day, or only where they are. Likewise 29 February.
//! - *`tot vrijdag`* is asked where it would come on that Friday; `tot en met` is with it. `5 keer` is all together.
//! - *Working days* are Monday to Friday without public holidays where the word was said: `elke werkdag`, `every weekday`,
//!   `eerste werkdag van de maand`. In rules and crontabs they are what is written.
//! - *Not more often than once an hour*, and nothing that begins more than five years ahead.
//! - *Literally* an `RRULE` with or without its `DTSTART`, or five fields of cron, of which the minute is one.

mod again;
mod border;
mod bound;
mod cron;
mod doubt;
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
