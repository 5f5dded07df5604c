//! How far a reminder has come, and what follows when its time has come: pure, with the time passed in. A moment that was missed
//! is said late, several at once; what should not disturb waits for working time; what must be confirmed is asked again.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{Manner, ReminderStatus};
use crate::domain::{Occurrence, Schedule, WorkingTime};

/// So often one moment of a reminder is said while nobody confirms it; then the coordinators hear of it.
pub const MOST_ASKED: u32 = 5;
/// After so long it is asked again.
const ASKED_AGAIN: TimeDelta = TimeDelta::hours(1);
/// What is said later than this was missed.
const LATE: TimeDelta = TimeDelta::minutes(2);
/// So many missed moments are counted; more are as many.
const MOST_MISSED: usize = 1000;
/// A moment that was said and still lies this far ahead was said while the clock was wrong.
const CLOCK_WAS_WRONG: TimeDelta = TimeDelta::hours(24);

/// How far a reminder has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// How far.
    pub status: ReminderStatus,
    /// The moment that was last said or passed over, in milliseconds since 1970; what comes after it is still to come.
    pub last_ms: Option<i64>,
    /// How often that moment has been said.
    pub asked: u32,
    /// Nobody has said yet that it is done.
    pub open: bool,
    /// When it is said again, in milliseconds since 1970: somebody put it off, or nobody has confirmed it.
    pub again_ms: Option<i64>,
}

/// On what the moments of a reminder depend.
#[derive(Debug, Clone, Copy)]
pub struct Timing<'t> {
    /// The moments as they are planned.
    pub schedule: &'t Schedule,
    /// Whether it keeps to working time.
    pub manner: Manner,
    /// When people work.
    pub working: &'t WorkingTime,
    /// The last day on which the only one whom it is for is away.
    pub away: Option<NaiveDate>,
}

/// What follows when the time of a reminder has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owed {
    /// Nothing now, but at this moment: it was moved, or keeps to working time.
    Wait(DateTime<Utc>),
    /// Nothing any more.
    Nothing,
    /// It is said.
    Say(Post),
    /// It was said often enough: the coordinators hear that nobody has confirmed it.
    Escalate,
}

/// What is said of a reminder now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Post {
    /// The moment for which it was planned.
    pub planned: DateTime<Utc>,
    /// It comes later than it should.
    pub late: bool,
    /// How many moments before this one were missed and are said with it.
    pub missed: usize,
    /// It has been said before for the same moment.
    pub again: bool,
}

impl Timing<'_> {
    /// When a moment is really said.
    fn moved(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        if !self.manner.in_working_time {
            return at;
        }
        let zone = self.schedule.zone();
        let at = match self.away.and_then(|last| last.succ_opt()) {
            Some(back) if at.with_timezone(&zone).date_naive() < back => self.working.morning(back, zone),
            _ => at,
        };
        self.working.undisturbed(at, zone)
    }

    /// The moments after this one as they are planned; all of them without one.
    fn planned_after(&self, last_ms: Option<i64>) -> impl Iterator<Item = Occurrence> + use<'_> {
        let last = last_ms.and_then(DateTime::from_timestamp_millis);
        // No zone is further from UTC than this.
        let last = last.unwrap_or_else(|| self.schedule.first().and_utc() - TimeDelta::days(3));
        let counts = |one: &Occurrence| !self.manner.on_working_days || self.working.is_working_day(one.wall.date());
        self.schedule.after(last).filter(counts)
    }
}

impl Default for Course {
    /// Nothing of it has been said.
    fn default() -> Self {
        Self { status: ReminderStatus::Planned, last_ms: None, asked: 0, open: false, again_ms: None }
    }
}

impl Course {
    /// True when it has not ended.
    pub fn goes_on(&self) -> bool {
        matches!(self.status, ReminderStatus::Planned | ReminderStatus::Said)
    }

    /// The moments still to come as they are planned.
    pub fn coming<'t>(&self, timing: &'t Timing<'_>) -> impl Iterator<Item = Occurrence> + use<'t> {
        let last_ms = self.last_ms;
        (self.status == ReminderStatus::Planned).then(|| timing.planned_after(last_ms)).into_iter().flatten()
    }

    fn again(&self) -> Option<DateTime<Utc>> {
        self.again_ms.and_then(DateTime::from_timestamp_millis)
    }

    /// The moments at which it will be said from now on, as far as can be foreseen, in order.
    pub fn foreseen<'t>(&self, timing: &'t Timing<'_>) -> impl Iterator<Item = DateTime<Utc>> + use<'t> {
        let mut coming = self.coming(timing).map(|one| timing.moved(one.at)).peekable();
        let mut again = self.again();
        let mut last = None;
        let next = move || match (again, coming.peek()) {
            (Some(first), next) if next.is_none_or(|next| first <= *next) => again.take(),
            _ => coming.next(),
        };
        // Moments that are moved to the same morning are said once.
        std::iter::from_fn(next).filter(move |moment| last.replace(*moment) != Some(*moment))
    }

    /// When something is to be done with it next.
    pub fn due(&self, timing: &Timing<'_>) -> Option<DateTime<Utc>> {
        self.foreseen(timing).next()
    }

    /// What is to be done now, and how far it has come after that.
    pub fn owed(&self, now: DateTime<Utc>, timing: &Timing<'_>) -> (Owed, Self) {
        match self.due(timing) {
            None => return (Owed::Nothing, *self),
            Some(due) if due > now => return (Owed::Wait(due), *self),
            Some(_) => {}
        }
        let has_come = |one: &Occurrence| timing.moved(one.at) <= now;
        let mut come = self.coming(timing).take_while(has_come).take(MOST_MISSED);
        let Some(first) = come.next() else { return self.once_more(now, timing) };
        let (last, missed) = come.fold((first, 0), |(_, missed), one| (one, missed + 1));
        let after = Self { last_ms: Some(last.at.timestamp_millis()), asked: 1, ..*self }.said(now, timing);
        let late = missed > 0 || now - timing.moved(last.at) > LATE;
        (Owed::Say(Post { planned: last.at, late, missed, again: false }), after)
    }

    /// The moment that was said before is said again.
    fn once_more(&self, now: DateTime<Utc>, timing: &Timing<'_>) -> (Owed, Self) {
        if timing.manner.until_confirmed && self.asked >= MOST_ASKED {
            return (Owed::Escalate, Self { again_ms: None, ..*self });
        }
        let after = Self { asked: self.asked + 1, ..*self }.said(now, timing);
        let planned = self.last_ms.and_then(DateTime::from_timestamp_millis).or(self.again()).unwrap_or(now);
        let late = self.again().is_some_and(|again| now - again > LATE);
        (Owed::Say(Post { planned, late, missed: 0, again: true }), after)
    }

    /// What comes after it has been said now.
    fn said(self, now: DateTime<Utc>, timing: &Timing<'_>) -> Self {
        let again = timing.working.at_work(now + ASKED_AGAIN, timing.schedule.zone());
        let again_ms = timing.manner.until_confirmed.then(|| again.timestamp_millis());
        let more = timing.planned_after(self.last_ms).next().is_some();
        let status = if more { ReminderStatus::Planned } else { ReminderStatus::Said };
        Self { status, open: true, again_ms, ..self }
    }

    /// Everything up to now counts as said, for it may have been.
    #[must_use]
    pub fn passed(&self, now: DateTime<Utc>, timing: &Timing<'_>) -> Self {
        let last_ms = Some(now.timestamp_millis());
        let more = timing.planned_after(last_ms).next().is_some();
        let status = if more { ReminderStatus::Planned } else { ReminderStatus::Said };
        Self { status, last_ms, asked: 0, open: !more, again_ms: None }
    }

    /// Somebody says that it is done. Nothing when it has ended, or nothing of it waits to be done yet and it comes again anyway.
    #[must_use]
    pub fn done(&self, timing: &Timing<'_>) -> Option<Self> {
        let done = Self { open: false, again_ms: None, ..*self };
        if !self.goes_on() {
            return None;
        }
        if timing.schedule.rule().is_none() || self.status == ReminderStatus::Said {
            return Some(Self { status: ReminderStatus::Done, ..done });
        }
        (self.open || self.again_ms.is_some()).then_some(done)
    }

    /// Somebody stops it. Nothing when it has ended.
    #[must_use]
    pub fn stopped(&self) -> Option<Self> {
        let stopped = Self { status: ReminderStatus::Stopped, open: false, again_ms: None, ..*self };
        self.goes_on().then_some(stopped)
    }

    /// Somebody puts it off: what was said last is said again at this moment; when nothing waits, what would come next comes then.
    /// Nothing when it has ended.
    #[must_use]
    pub fn put_off(&self, until: DateTime<Utc>, timing: &Timing<'_>) -> Option<Self> {
        if !self.goes_on() {
            return None;
        }
        let mut after = Self { again_ms: Some(until.timestamp_millis()), asked: 0, ..*self };
        let waits = self.open || self.again_ms.is_some();
        if let Some(coming) = self.coming(timing).next().filter(|_| !waits) {
            after.last_ms = Some(coming.at.timestamp_millis());
        }
        Some(after)
    }

    /// The same put right, when a moment was said that still lies far ahead: the clock was wrong then, and what comes before that
    /// moment would never be said. Nothing when it was not.
    #[must_use]
    pub fn put_right(&self, now: DateTime<Utc>, schedule: &Schedule) -> Option<Self> {
        let last = DateTime::from_timestamp_millis(self.last_ms?)?;
        let was_wrong = last - now > CLOCK_WAS_WRONG && schedule.rule().is_some() && self.goes_on();
        was_wrong.then(|| Self { last_ms: Some(now.timestamp_millis()), ..Self::default() })
    }
}
