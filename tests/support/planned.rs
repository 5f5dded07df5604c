//! Reminders that stand in the database of a bot that is down, written as a command would have written them. So nobody need wait for
//! the minute to come.

use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use schakel::clock;
use schakel::domain::{
    Addressee, Change, Course, EventId, Manner, NewReminder, OrganisationKind, RecordKind, RecordNumber,
    RecurrenceRule, Reminded, ReminderChange, ReminderStep, Role, RoomId, RoomPurpose, Schedule, TeamChange, TeamId,
    TeamStep, Timing, Turn, UserId, WorkingTime,
};
use schakel::store::Store;

use super::bot::Home;

/// Reminders of one transaction.
const AT_ONCE: usize = 1_000;
/// So many have been made: each has a number of its own.
static MADE: AtomicU32 = AtomicU32::new(0);

/// A reminder to be.
pub struct Planned {
    author: UserId,
    to: Addressee,
    text: String,
    schedule: Schedule,
    next_ms: Option<i64>,
}

impl Planned {
    /// Once, so long ago; to the minute, as people say it.
    pub fn ago(text: &str, to: Addressee, author: &UserId, ago: TimeDelta) -> Self {
        Self::at(text, to, author, clock::now() - ago)
    }

    /// Once, at this moment; to the minute.
    pub fn at(text: &str, to: Addressee, author: &UserId, at: DateTime<Utc>) -> Self {
        let schedule = Schedule::once(at.naive_utc(), chrono_tz::UTC);
        Self { author: author.clone(), to, text: text.to_owned(), schedule, next_ms: None }
    }

    /// Again and again by this rule, for the first time so long ago.
    pub fn repeated(text: &str, to: Addressee, author: &UserId, ago: TimeDelta, rule: &str) -> Self {
        let rule: RecurrenceRule = rule.parse().expect("a rule");
        let start = (clock::now() - ago).naive_utc();
        let schedule = Schedule::repeated(start, chrono_tz::UTC, rule).expect("a schedule");
        Self { author: author.clone(), to, text: text.to_owned(), schedule, next_ms: None }
    }

    /// It is looked at then for the first time, in milliseconds since 1970, and not when its minute has begun.
    pub fn due_at(self, next_ms: i64) -> Self {
        Self { next_ms: Some(next_ms), ..self }
    }
}

/// The memory of a bot that is down.
pub struct Plans {
    store: Store,
    account: UserId,
}

impl Plans {
    pub async fn open(home: &Home) -> Self {
        let store = Store::open(&home.database_url(), &home.path("schakel.key")).await.expect("the database opens");
        Self { store, account: UserId::new(home.account.clone()) }
    }

    /// A team with this chain room, of this coordinator.
    pub async fn team(&self, name: &str, room: &RoomId, coordinator: &UserId) {
        let member = TeamStep::Member {
            person: coordinator.clone(),
            organisation: OrganisationKind::Municipality,
            role: Role::Coordinator,
            mandate: false,
        };
        let bound = TeamStep::RoomBound { room: room.clone(), purpose: RoomPurpose::Chain };
        let steps = vec![TeamStep::Made { name: name.to_owned() }, member, bound];
        let change = TeamChange { team: TeamId::new(format!("team-{name}")), seen: None, steps };
        self.decided(vec![Change::Team(change)]).await;
    }

    /// Writes reminders of the team of this room; their numbers.
    pub async fn plan(&self, room: &RoomId, planned: Vec<Planned>) -> Vec<RecordNumber> {
        let team = self.store.team_of_room(room).await.expect("the room is read").expect("it is a team's").team;
        let (mut changes, mut numbers) = (Vec::new(), Vec::new());
        for planned in planned {
            let number = RecordNumber::new(RecordKind::Reminder, 2026, MADE.fetch_add(1, Ordering::Relaxed));
            numbers.push(number.clone());
            changes.push(self.change(&team, room, number, planned));
            if changes.len() == AT_ONCE {
                self.decided(std::mem::take(&mut changes)).await;
            }
        }
        self.decided(changes).await;
        numbers
    }

    fn change(&self, team: &TeamId, room: &RoomId, number: RecordNumber, planned: Planned) -> Change {
        let (working, manner) = (WorkingTime::standard(), Manner::default());
        let timing = Timing { schedule: &planned.schedule, manner, working, away: None };
        let next_ms = planned.next_ms.or_else(|| Course::default().due(&timing).map(|due| due.timestamp_millis()));
        let new = NewReminder {
            author: planned.author,
            to: planned.to,
            what: Reminded::Text(planned.text),
            schedule: planned.schedule,
            manner,
            asked_in: (room.clone(), EventId::new(format!("$asked-{}", number.as_str()))),
        };
        let step = ReminderStep::Made(Box::new(new));
        Change::Reminder(ReminderChange {
            account: self.account.clone(),
            team: team.clone(),
            number,
            seen: 0,
            step,
            next_ms,
        })
    }

    async fn decided(&self, changes: Vec<Change>) {
        let turn = Turn { changes, out: vec![] };
        self.store.decided(&turn, clock::now().timestamp_millis()).await.expect("it is written");
    }

    pub async fn close(self) {
        self.store.close().await;
    }
}
