//! The search for a date of the session: a few proposals, and who can when. A date is nothing secret; who sees that there is a session
//! at all is decided elsewhere.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::Participant;
use crate::domain::{EventId, OrganisationKind, RoomId, UserId, WorkingTime};

/// So many dates are proposed.
const PROPOSED: usize = 3;
/// Nobody is asked for a day that is nearer than so many working days.
const NOTICE_DAYS: u32 = 3;
/// So many working days are looked at when the days of the path are over.
const LOOKED_AT: u32 = 5;

/// A moment that is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// Who can then.
    pub who: BTreeSet<UserId>,
}

/// The search for a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poll {
    /// The room in which it was asked; none when everybody was asked in private.
    pub room: Option<RoomId>,
    /// What is proposed.
    pub proposals: Vec<Proposal>,
    /// Messages and reactions that voted, each with whose it is and for which proposal: taking one away takes that vote back.
    pub ticks: Vec<(EventId, UserId, usize)>,
    /// When it was asked, in milliseconds since 1970.
    pub asked_ms: i64,
    /// The time to say when one can is over.
    pub closed: bool,
    /// The date that was settled, in milliseconds since 1970.
    pub settled_ms: Option<i64>,
    /// That it is today has been said.
    pub today_said: bool,
}

/// What a search for a date has led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// Every organisation can at this proposal.
    All(usize),
    /// Not every one: this is the best.
    Best(usize),
    /// Nobody has said that they can.
    None,
}

impl Poll {
    /// A search that begins now.
    pub fn begun(room: Option<RoomId>, at: &[DateTime<Utc>], now_ms: i64) -> Self {
        let proposal = |at: &DateTime<Utc>| Proposal { at_ms: at.timestamp_millis(), who: BTreeSet::new() };
        let proposals = at.iter().map(proposal).collect();
        Self { room, proposals, ticks: vec![], asked_ms: now_ms, closed: false, settled_ms: None, today_said: false }
    }

    /// Somebody can at this proposal; `event` says so. False when there is no such proposal.
    pub fn votes(&mut self, event: &EventId, person: &UserId, proposal: usize) -> bool {
        let Some(one) = self.proposals.get_mut(proposal) else { return false };
        one.who.insert(person.clone());
        self.ticks.push((event.clone(), person.clone(), proposal));
        true
    }

    /// What this event said is taken back. False when it said nothing here.
    pub fn unvotes(&mut self, event: &EventId) -> bool {
        let taken: Vec<_> = self.ticks.iter().filter(|(tick, ..)| tick == event).cloned().collect();
        self.ticks.retain(|(tick, ..)| tick != event);
        for (_, person, proposal) in &taken {
            // Whoever said it twice still says it.
            let again = self.ticks.iter().any(|(_, who, which)| who == person && which == proposal);
            if let Some(one) = self.proposals.get_mut(*proposal).filter(|_| !again) {
                one.who.remove(person);
            }
        }
        !taken.is_empty()
    }

    /// This person can at none.
    pub fn cannot(&mut self, person: &UserId) {
        self.ticks.retain(|(_, who, _)| who != person);
        self.proposals.iter_mut().for_each(|one| {
            one.who.remove(person);
        });
    }

    /// What the votes have led to. Between proposals that are as good the earlier counts.
    pub fn result(&self, participants: &[Participant]) -> Settled {
        let all = organisations(participants, |_| true);
        let can = |one: &Proposal| organisations(participants, |person| one.who.contains(person));
        let order = |(index, one): &(usize, &Proposal)| (can(one).len(), one.who.len(), usize::MAX - index);
        match self.proposals.iter().enumerate().max_by_key(order) {
            Some((index, one)) if !all.is_empty() && can(one) == all => Settled::All(index),
            Some((index, one)) if !one.who.is_empty() => Settled::Best(index),
            _ => Settled::None,
        }
    }

    /// The organisations that can at a proposal, of those that take part.
    pub fn can(&self, proposal: usize, participants: &[Participant]) -> BTreeSet<OrganisationKind> {
        let who = self.proposals.get(proposal).map(|one| &one.who);
        organisations(participants, |person| who.is_some_and(|who| who.contains(person)))
    }

    /// The organisations of which nobody has said when they can.
    pub fn silent(&self, participants: &[Participant]) -> BTreeSet<OrganisationKind> {
        let said = organisations(participants, |person| self.proposals.iter().any(|one| one.who.contains(person)));
        &organisations(participants, |_| true) - &said
    }
}

fn organisations(participants: &[Participant], of: impl Fn(&UserId) -> bool) -> BTreeSet<OrganisationKind> {
    participants.iter().filter(|one| of(&one.person)).map(|one| one.organisation).collect()
}

/// Three moments within these days at which people work, spread over the days and over the day, on days on which as many as can be
/// are there. `away` are people with the first day on which they are there again. When the days are too near or over, the next
/// working days take their place.
pub fn proposals(
    (from, until): (NaiveDate, NaiveDate),
    (now, working, zone): (DateTime<Utc>, &WorkingTime, Tz),
    away: &[(UserId, NaiveDate)],
) -> Vec<DateTime<Utc>> {
    let today = now.with_timezone(&zone).date_naive();
    let earliest = working.working_day_after(today, NOTICE_DAYS);
    let from = from.max(earliest);
    let until = if until < from { working.working_day_after(from, LOOKED_AT - 1) } else { until };
    let span = (until - from).num_days().clamp(0, 60);
    let days = from.iter_days().take(usize::try_from(span).unwrap_or(0) + 1).filter(|day| working.is_working_day(*day));
    let missing = |day: &NaiveDate| away.iter().filter(|(_, back)| day < back).count();
    let mut days: Vec<NaiveDate> = days.collect();
    if days.is_empty() {
        days.push(working.working_day_from(from));
    }
    // The best days, with as many as are needed of those on which somebody is away; then in their order again.
    days.sort_by_key(|day| (missing(day), *day));
    let full = days.iter().filter(|day| missing(day) == missing(&days[0])).count();
    days.truncate(full.max(PROPOSED));
    days.sort_unstable();
    let last = days.len() - 1;
    let day_of = |index: usize| days[(index * last).div_ceil(PROPOSED - 1).min(last)];
    (0..PROPOSED).filter_map(|index| slot(day_of(index), index, working, zone)).collect()
}

/// A moment of a working day: in the morning, after noon, and in between.
fn slot(day: NaiveDate, index: usize, working: &WorkingTime, zone: Tz) -> Option<DateTime<Utc>> {
    let long = (working.hours.until - working.hours.from).num_minutes();
    let eighths = [1, 5, 3][index % 3];
    let minutes = (long.max(0) * eighths / 8) / 30 * 30;
    let local = day.and_time(working.hours.from) + TimeDelta::minutes(minutes);
    zone.from_local_datetime(&local).earliest().map(|at| at.with_timezone(&Utc))
}
