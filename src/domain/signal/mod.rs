//! A signal: what a professional saw and reported, with what colleagues made of it and what the reporter heard back. Here stand
//! what it is, how it is read back behind its guard, and who may do what with it. How it is asked for is the dialogue's, how it
//! is kept the store's.
//!
//! A level is about a situation, never about a person.

mod change;
mod rules;
#[cfg(test)]
mod tests;

pub use change::{NewInterpretation, NewSignal, SignalChange, SignalStep, Wish, WishCode};
pub use rules::{Narrowing, SignalRefusal, Widening};

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::team::coded;
use super::{Answers, Field, Form, Guarded, OrganisationKind, Protection, RecordNumber, Scope, TeamId, UserId, Value};

/// The highest level of a signal. 0 is information, 1 low (green), 2 raised (orange), 3 high (red): the scale that the project's
/// study of the field proposes (section 3, November 2026). It is advice about a situation.
pub const HIGHEST_LEVEL: u8 = 3;

/// Longest free text about a signal besides its answers, in characters: feedback, or the reason of its closing.
pub const LONGEST_REMARK: usize = 600;

/// The questions of the signal's form of which other parts of the bot know more than that they are asked.
pub mod question {
    /// What it is about; its options are the kinds.
    pub const KIND: &str = "kind";
    /// What the reporter expects.
    pub const EXPECTS: &str = "expects";
    /// The alias of the group.
    pub const GROUP: &str = "group";
    /// The platform; one of its options.
    pub const PLATFORM: &str = "platform";
    /// The interventions that had been done already.
    pub const DONE: &str = "done";
}

coded! {
    /// How far a signal has come.
    SignalStatus {
        /// Nobody has done anything with it.
        New = "new",
        /// A colleague has interpreted it, and nobody has taken it.
        Interpreting = "interpreting",
        /// Somebody follows it up.
        Taken = "taken",
        /// It is done.
        Closed = "closed",
        /// The reporter took it back: it is in no answer any more.
        Withdrawn = "withdrawn",
    }
}

/// The record's name inside the bot: keys, what shows it, and what falls due are found by it.
pub fn signal_record(team: &TeamId, number: &RecordNumber) -> String {
    format!("signal/{team}/{number}")
}

/// The team and number in such a name.
pub fn signal_of_record(record: &str) -> Option<(TeamId, RecordNumber)> {
    let (team, number) = record.strip_prefix("signal/")?.rsplit_once('/')?;
    Some((TeamId::new(team), RecordNumber::parse(number)?))
}

/// A signal as it was read back. What stands outside `content` decides who may do what; nothing of it is told to somebody to
/// whom `content` has not opened.
#[derive(Debug)]
pub struct Signal {
    /// The team.
    pub team: TeamId,
    /// Its number.
    pub number: RecordNumber,
    /// Counts its changes.
    pub version: i64,
    /// How far it has come; never withdrawn: such a one is not read back.
    pub status: SignalStatus,
    /// Who sees it.
    pub protection: Protection,
    /// Who has interpreted it.
    pub interpreters: Vec<UserId>,
    /// The keyed hash of its group's alias.
    pub group: Option<Vec<u8>>,
    /// What it says.
    pub content: Guarded<SignalContent>,
}

impl Signal {
    /// The record's name inside the bot.
    pub fn record(&self) -> String {
        signal_record(&self.team, &self.number)
    }
}

/// What a signal says. What stands here open may be known by everybody who sees the record at all.
#[derive(Debug)]
pub struct SignalContent {
    /// Its number.
    pub number: RecordNumber,
    /// 0 to 3.
    pub level: u8,
    /// How far it has come.
    pub status: SignalStatus,
    /// Who follows it up.
    pub owner: Option<UserId>,
    /// When it was sent, in milliseconds since 1970.
    pub made_ms: i64,
    /// The day by which the reporter should hear something.
    pub feedback_on: NaiveDate,
    /// The form with which it was made.
    pub form: Form,
    /// The answers, in the order of the form.
    pub answers: Vec<Answered>,
    /// What colleagues made of it, the first first.
    pub interpretations: Vec<Interpretation>,
    /// What the reporter heard, the first first. For the reporter and whoever wrote it.
    pub feedback: Vec<Guarded<Feedback>>,
    /// Why it was closed, and when (milliseconds since 1970).
    pub closing: Option<(Field<String>, i64)>,
}

/// One answer, closed.
#[derive(Debug)]
pub struct Answered {
    /// The question.
    pub question: String,
    /// What was answered.
    pub value: Field<Value>,
}

impl Answered {
    /// The answers to a form behind the scopes of their questions. One that the author released gets the next wider scope; one
    /// to a question that the form does not know is for the author's own organisation.
    pub fn all(form: &Form, answers: Answers, released: &BTreeSet<String>) -> Vec<Self> {
        Self::scoped(form, answers, |question| Self::scope(form, question, released))
    }

    /// For whom the answer to this question is, also when there is none.
    pub fn scope(form: &Form, question: &str, released: &BTreeSet<String>) -> Scope {
        let scope = form.question(question).map_or(Scope::Own, |question| question.scope);
        if released.contains(question) { wider(scope) } else { scope }
    }

    /// The answers to a form, for whoever sees the shared fields.
    pub fn shared(form: &Form, answers: Answers) -> Vec<Self> {
        Self::scoped(form, answers, |_| Scope::Shared)
    }

    fn scoped(form: &Form, answers: Answers, scope: impl Fn(&str) -> Scope) -> Vec<Self> {
        let place = |id: &str| form.questions.iter().position(|question| question.id == id).unwrap_or(usize::MAX);
        let mut all: Vec<(String, Value)> = answers.into_iter().collect();
        all.sort_by_key(|(question, _)| place(question));
        let answered = |(question, value): (String, Value)| {
            let value = Field::new(scope(&question), value);
            Self { question, value }
        };
        all.into_iter().map(answered).collect()
    }
}

fn wider(scope: Scope) -> Scope {
    match scope {
        Scope::Own => Scope::Shared,
        Scope::Shared | Scope::Released => Scope::Released,
    }
}

/// What a colleague made of a signal, on fixed criteria. Seen by whoever sees the shared fields; the colleague stays unnamed, as
/// the author does.
#[derive(Debug)]
pub struct Interpretation {
    /// For which organisation.
    pub organisation: OrganisationKind,
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// The form with which it was made.
    pub form: Form,
    /// The answers, in the order of the form.
    pub answers: Vec<Answered>,
}

/// What the reporter was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Its name inside the bot.
    pub id: String,
    /// By whom.
    pub by: UserId,
    /// In their words.
    pub text: String,
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// When the reporter said that they have read it.
    pub read_ms: Option<i64>,
}
