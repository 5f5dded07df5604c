//! What is said on the path of an evaluation, and when: pure, with the time passed in. Each moment comes once, in working hours, at
//! most five of a step; of several that were missed only the last is said, and one whose time is over not at all. What is said, to
//! whom, and in which words is left to others.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;

use super::{Evaluation, PathStep, Taken};
use crate::domain::WorkingTime;
use crate::domain::team::coded;

/// So often a step is asked after.
pub const MOST_ASKED: u32 = 5;
/// So many working days people have to say when they can, the one on which they are asked among them.
const VOTING_DAYS: u32 = 2;
/// The last of the reminders still has a meaning so many days later.
const LAST_LASTS: TimeDelta = TimeDelta::days(14);
/// That the session is today has a meaning so long after its beginning.
const TODAY_LASTS: TimeDelta = TimeDelta::minutes(30);

coded! {
    /// Something that is said on the path, once.
    Moment {
        /// The hot debrief is asked for.
        Debrief = "debrief",
        /// The same, the next working morning.
        DebriefAgain = "debrief_again",
        /// Everybody is invited to answer a few questions on their own.
        Invited = "invited",
        /// Who has not answered is reminded midway.
        Midway = "midway",
        /// The last day to answer.
        LastCall = "last_call",
        /// Dates are proposed.
        Dates = "dates",
        /// The session has not been held in time.
        Late = "late",
        /// The same, later.
        Reminder = "reminder",
        /// The coordinators hear of it.
        Last = "last",
    }
}

/// What is to be said now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Something of a step.
    Asked(Moment),
    /// The time to say when one can is over: the date is settled, or whoever leads is asked.
    Settle,
    /// The session is today.
    Today,
}

/// What follows when the time of an evaluation has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// What is said now.
    pub told: Vec<Told>,
    /// How far the evaluation has come after that.
    pub after: Evaluation,
}

impl Moment {
    /// The step that it belongs to.
    pub fn step(self) -> PathStep {
        match self {
            Self::Debrief | Self::DebriefAgain => PathStep::Debrief,
            Self::Invited | Self::Midway | Self::LastCall => PathStep::Before,
            Self::Dates | Self::Late | Self::Reminder | Self::Last => PathStep::Session,
        }
    }
}

/// When something is said, and until when it has a meaning.
#[derive(Debug, Clone, Copy)]
struct Span {
    from: DateTime<Utc>,
    until: DateTime<Utc>,
}

impl Evaluation {
    /// A step is done. The session ends what comes before it as well: nobody is asked beforehand any more.
    pub fn ended(&mut self, step: PathStep, now_ms: i64) {
        let Some(path) = &mut self.path else { return };
        for (one, taken) in &mut path.steps {
            let before = step == PathStep::Session && *one < step;
            if (*one == step || before) && !taken.is_ended() {
                taken.done_ms = Some(now_ms);
            }
        }
        if step != PathStep::Debrief {
            self.gathered = true;
        }
    }

    /// Something of it is still to come: people can answer, or the session has not been held. That nobody said that they talked
    /// keeps nothing waiting.
    pub fn waits(&self) -> bool {
        let open = |step| self.path.as_ref().and_then(|path| path.step(step)).is_some_and(|taken| !taken.is_ended());
        open(PathStep::Session) || (open(PathStep::Before) && !self.gathered)
    }

    /// A step is not needed.
    pub fn skipped(&mut self, step: PathStep) {
        let Some(taken) = self.path.as_mut().and_then(|path| path.steps.get_mut(&step)) else { return };
        if !taken.is_ended() {
            taken.not_needed = true;
        }
        if step == PathStep::Before {
            self.gathered = true;
        }
        if step == PathStep::Session {
            self.poll = None;
        }
    }

    /// When something is to be done next, in milliseconds since 1970. Nothing: not any more.
    pub fn next_ms(&self, now: DateTime<Utc>, working: &WorkingTime, zone: Tz) -> Option<i64> {
        let asked = self.waiting(working, zone).map(|(_, span)| working.at_work(span.from.max(now), zone));
        let poll = self.polled(working, zone).into_iter().map(|(_, span)| working.at_work(span.from.max(now), zone));
        let next = asked.chain(poll).chain(self.deadline(zone).map(|at| at.max(now))).min()?;
        Some(next.timestamp_millis())
    }

    /// What is said now, and how far it has come after that. Outside working hours nothing is said; that the time to answer is over
    /// disturbs nobody, and holds from its first minute.
    pub fn owed(&self, now: DateTime<Utc>, working: &WorkingTime, zone: Tz) -> Owed {
        let mut after = self.clone();
        if self.deadline(zone).is_some_and(|at| at <= now) {
            after.gathered = true;
        }
        let mut told = Vec::new();
        if working.at_work(now, zone) != now {
            return Owed { told, after };
        }
        let mut come: Vec<(Moment, Span)> = self.waiting(working, zone).filter(|(_, span)| span.from <= now).collect();
        come.sort_by_key(|(moment, _)| *moment);
        for step in PathStep::ALL {
            let of_step: Vec<_> = come.iter().filter(|(moment, _)| moment.step() == *step).collect();
            let Some((last, span)) = of_step.last() else { continue };
            let Some(taken) = after.path.as_mut().and_then(|path| path.steps.get_mut(step)) else { continue };
            taken.said.extend(of_step.iter().map(|(moment, _)| *moment));
            let open = span.until > now && taken.asked < MOST_ASKED && !self.is_needless(*last, now);
            if open {
                taken.asked += 1;
                told.push(Told::Asked(*last));
            }
        }
        for (one, span) in self.polled(working, zone) {
            if span.from > now {
                continue;
            }
            if let Some(poll) = &mut after.poll {
                match one {
                    Told::Today => poll.today_said = true,
                    _ => poll.closed = true,
                }
            }
            if span.until > now {
                told.push(one);
            }
        }
        Owed { told, after }
    }

    /// What it would say at this moment has come about by other means.
    fn is_needless(&self, moment: Moment, now: DateTime<Utc>) -> bool {
        let ahead = self.settled().is_some_and(|at| at > now);
        match moment {
            Moment::Invited | Moment::Midway | Moment::LastCall => self.session.is_some(),
            Moment::Dates => self.session.is_some() || self.poll.is_some(),
            Moment::Late | Moment::Reminder | Moment::Last => ahead,
            Moment::Debrief | Moment::DebriefAgain => false,
        }
    }

    /// The date that was settled.
    pub fn settled(&self) -> Option<DateTime<Utc>> {
        DateTime::from_timestamp_millis(self.poll.as_ref()?.settled_ms?)
    }

    /// From when on what was said beforehand may be shown, as long as that has not come.
    fn deadline(&self, zone: Tz) -> Option<DateTime<Utc>> {
        let taken = self.path.as_ref()?.step(PathStep::Before)?;
        (!self.gathered).then(|| midnight_after(taken.until, zone))
    }

    /// What has not been said of steps that have not ended.
    fn waiting<'e>(&'e self, working: &'e WorkingTime, zone: Tz) -> impl Iterator<Item = (Moment, Span)> + 'e {
        let moments = Moment::ALL.iter().copied();
        moments.filter_map(move |moment| {
            let taken = self.path.as_ref()?.step(moment.step())?;
            let waits = !taken.is_ended() && !taken.said.contains(&moment) && taken.asked < MOST_ASKED;
            let span = if waits { self.span(moment, taken, working, zone) } else { None };
            Some((moment, span?))
        })
    }

    /// When something is said. Nothing when it has no place: the days are too few, or the time to answer is over.
    fn span(&self, moment: Moment, taken: &Taken, working: &WorkingTime, zone: Tz) -> Option<Span> {
        let path = self.path.as_ref()?;
        let morning = |day: NaiveDate| working.morning(day, zone);
        let planned = DateTime::from_timestamp_millis(path.planned_ms).unwrap_or_default();
        let end = midnight_after(taken.until, zone);
        let days = (taken.until - taken.from).num_days();
        Some(match moment {
            Moment::Debrief => {
                let from = working.at_work(planned.max(morning(taken.from)), zone);
                let end = midnight_after(from.with_timezone(&zone).date_naive(), zone);
                Span { from, until: end.max(midnight_after(taken.until, zone)) }
            }
            Moment::DebriefAgain => {
                let first = working.at_work(planned.max(morning(taken.from)), zone).with_timezone(&zone).date_naive();
                let day = working.working_day_after(first.max(taken.until), 1);
                Span { from: morning(day), until: midnight_after(day, zone) }
            }
            Moment::Invited | Moment::Midway | Moment::LastCall if self.gathered => return None,
            Moment::Invited | Moment::Dates => Span { from: morning(taken.from), until: end },
            Moment::Midway => {
                let middle = taken.from.checked_add_days(Days::new(u64::try_from(days).ok()? / 2))?;
                let middle = working.working_day_from(middle);
                if middle <= taken.from || middle >= taken.until {
                    return None;
                }
                Span { from: morning(middle), until: end }
            }
            Moment::LastCall if days < 1 => return None,
            Moment::LastCall => Span { from: morning(taken.until), until: end },
            Moment::Late | Moment::Reminder => {
                let reminder = path.asked_after(false, working).max(taken.until);
                let last = path.asked_after(true, working).max(reminder);
                let (from, until) = if moment == Moment::Late { (taken.until, reminder) } else { (reminder, last) };
                // Where two days are one, the later says it all.
                if from == until {
                    return None;
                }
                Span { from: morning(from), until: morning(until) }
            }
            Moment::Last => {
                let last = path.asked_after(true, working).max(path.asked_after(false, working)).max(taken.until);
                let from = morning(last);
                Span { from, until: from + LAST_LASTS }
            }
        })
    }

    /// What follows of the search for a date.
    fn polled(&self, working: &WorkingTime, zone: Tz) -> Vec<(Told, Span)> {
        let ended = self.path.as_ref().and_then(|path| path.step(PathStep::Session)).is_some_and(Taken::is_ended);
        let Some(poll) = self.poll.as_ref().filter(|_| !ended && self.session.is_none()) else { return vec![] };
        let moment = |ms| DateTime::from_timestamp_millis(ms).unwrap_or_default();
        if let Some(at) = self.settled() {
            let from = working.morning(at.with_timezone(&zone).date_naive(), zone).min(at);
            return if poll.today_said { vec![] } else { vec![(Told::Today, Span { from, until: at + TODAY_LASTS })] };
        }
        if poll.closed {
            return vec![];
        }
        let asked = moment(poll.asked_ms).with_timezone(&zone).date_naive();
        let from = working.morning(working.working_day_after(asked, VOTING_DAYS), zone);
        let until = poll.proposals.iter().map(|one| moment(one.at_ms)).max().unwrap_or(from);
        vec![(Told::Settle, Span { from, until })]
    }
}

/// The first moment after a day.
fn midnight_after(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let next = day.succ_opt().unwrap_or(NaiveDate::MAX).and_hms_opt(0, 0, 0).expect("there is a midnight");
    zone.from_local_datetime(&next).earliest().map_or_else(|| next.and_utc(), |at| at.with_timezone(&Utc))
}
