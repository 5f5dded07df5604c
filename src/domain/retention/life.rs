//! One record's way to its end, pure: from when its term counts, whether the end was announced, whether it is held back, and what is
//! owed now.

use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;

use super::{DAY_MS, Kept, RetentionTerms};
use crate::domain::incident::{incident_of_record, incident_record};
use crate::domain::schedule::day_begins;
use crate::domain::{RecordKind, RecordNumber, TeamId, UserId, WorkingTime, signal_of_record, signal_record};

/// The end of a record is announced so many days before.
pub const LEAD_DAYS: i64 = 7;

/// A record that has a term: a signal or an incident.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Record {
    /// A signal.
    Signal(TeamId, RecordNumber),
    /// An incident.
    Incident(TeamId, RecordNumber),
}

impl Record {
    /// The one of this name inside the bot; nothing when it is another kind of record.
    pub fn named(name: &str) -> Option<Self> {
        let signal = signal_of_record(name).map(|(team, number)| Self::Signal(team, number));
        signal.or_else(|| incident_of_record(name).map(|(team, number)| Self::Incident(team, number)))
    }

    /// Its name inside the bot.
    pub fn name(&self) -> String {
        match self {
            Self::Signal(team, number) => signal_record(team, number),
            Self::Incident(team, number) => incident_record(team, number),
        }
    }

    /// Its team.
    pub fn team(&self) -> &TeamId {
        match self {
            Self::Signal(team, _) | Self::Incident(team, _) => team,
        }
    }

    /// Its number.
    pub fn number(&self) -> &RecordNumber {
        match self {
            Self::Signal(_, number) | Self::Incident(_, number) => number,
        }
    }

    /// What kind of record it is.
    pub fn kind(&self) -> RecordKind {
        match self {
            Self::Signal(..) => RecordKind::Signal,
            Self::Incident(..) => RecordKind::Incident,
        }
    }

    /// The table in which it stands; also the id of the command that works on it.
    pub fn table(&self) -> &'static str {
        match self {
            Self::Signal(..) => "signal",
            Self::Incident(..) => "incident",
        }
    }
}

/// That the end of a record was said to those whom it concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Announced {
    /// The end that was said, in milliseconds since 1970.
    pub end_ms: i64,
}

/// What decides when a record ends. Nothing of it is content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Life {
    /// Which record.
    pub record: Record,
    /// Counts its changes.
    pub version: i64,
    /// Which term holds for it.
    pub kept: Kept,
    /// From when that term counts, in milliseconds since 1970.
    pub since_ms: i64,
    /// Who wrote or opened it.
    pub author: UserId,
    /// Who follows it up.
    pub owner: Option<UserId>,
    /// An inquiry runs, and nothing is asked about it.
    pub frozen: bool,
    /// It can still be opened. Where only its key was erased, as after coming back from a backup, nothing is left to announce.
    pub open: bool,
    /// What was said of its end.
    pub announced: Option<Announced>,
    /// A coordinator holds it back until this day.
    pub held_until: Option<NaiveDate>,
}

/// What is owed of the term of a record now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owed {
    /// Nothing yet.
    Nothing,
    /// It must be said that it ends at this moment, in milliseconds since 1970.
    Announce(i64),
    /// Its end has come, and was announced in time.
    End,
}

impl Life {
    /// When its term ends, in milliseconds since 1970; a day of holding back counts whole, in this zone.
    pub fn end_ms(&self, terms: &RetentionTerms, zone: Tz) -> i64 {
        let end = self.since_ms.saturating_add(terms.ms(self.kept));
        let held = self.held_until.and_then(|day| day.checked_add_days(Days::new(1)));
        end.max(held.map_or(i64::MIN, |day| day_begins(day, zone).timestamp_millis()))
    }

    /// What is owed of it now. People hear of an end on a working day, and at least [`LEAD_DAYS`] before it: where the last week would
    /// begin on a day on which nobody works, the working day before. An end that was announced stands, also when the term becomes
    /// shorter; when it becomes longer, by a change of the record or by being held back, the new end is announced anew.
    pub fn owed(&self, now: DateTime<Utc>, terms: &RetentionTerms, working: &WorkingTime, zone: Tz) -> Owed {
        if !self.open {
            return Owed::End;
        }
        let now_ms = now.timestamp_millis();
        let end_ms = self.end_ms(terms, zone);
        if let Some(announced) = self.announced
            && announced.end_ms >= end_ms
        {
            return if now_ms >= announced.end_ms { Owed::End } else { Owed::Nothing };
        }
        let lead_ms = LEAD_DAYS * DAY_MS;
        let today = now.with_timezone(&zone).date_naive();
        if !working.is_working_day(today) {
            return Owed::Nothing;
        }
        let tomorrow = today.succ_opt().unwrap_or(NaiveDate::MAX);
        let next_look = working.morning(tomorrow, zone).timestamp_millis();
        if next_look.saturating_add(lead_ms) > end_ms {
            Owed::Announce(end_ms.max(now_ms.saturating_add(lead_ms)))
        } else {
            Owed::Nothing
        }
    }
}
