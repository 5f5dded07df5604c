//! Reminders as they stand in the table, and how they are read.

use chrono::NaiveDateTime;

use super::super::teams::{decoded, opened};
use super::super::{Store, StoreError};
use super::{place, row_of};
use crate::domain::{
    Addressee, Course, EventId, Manner, RecordNumber, RecurrenceRule, Reminded, Reminder, RoomId, Schedule, TeamId,
    UserId, reminder_record,
};
use crate::privacy::Wrapped;

/// How a time on the wall is written.
pub(in crate::store) const WALL: &str = "%Y-%m-%dT%H:%M";

/// A reminder that has not been erased, with its key.
pub(super) const HEAD: &str =
    "SELECT r.version, r.author, r.addressed, r.room_id, r.what, r.words, r.first_wall, r.zone, r.rule,
            r.in_working_time, r.on_working_days, r.until_confirmed, r.status, r.last_ms, r.asked, r.open, r.again_ms,
            r.asked_room, r.asked_event, r.made_ms, k.master, k.wrapped
     FROM reminder r JOIN record_key k ON k.record = 'reminder/' || r.team_id || '/' || r.number
     WHERE r.team_id = $1 AND r.number = $2 AND k.wrapped IS NOT NULL AND k.master IS NOT NULL
       AND (r.words IS NOT NULL OR r.what = 'overview')";

#[derive(sqlx::FromRow)]
#[expect(clippy::struct_excessive_bools, reason = "each is a column")]
pub(super) struct HeadRow {
    version: i64,
    author: String,
    addressed: String,
    room_id: Option<String>,
    what: String,
    words: Option<Vec<u8>>,
    first_wall: String,
    zone: String,
    rule: Option<String>,
    in_working_time: bool,
    on_working_days: bool,
    until_confirmed: bool,
    status: String,
    last_ms: Option<i64>,
    asked: i64,
    open: bool,
    again_ms: Option<i64>,
    asked_room: String,
    asked_event: String,
    made_ms: i64,
    master: String,
    wrapped: Vec<u8>,
}

impl HeadRow {
    pub(super) fn names_people(&self) -> bool {
        self.addressed == PEOPLE
    }
}

/// How it is written for whom a reminder is.
const AUTHOR: &str = "author";
const PEOPLE: &str = "people";
const ROOM: &str = "room";
/// How it is written what a reminder says.
const TEXT: &str = "text";
const OVERVIEW: &str = "overview";

pub(in crate::store) fn addressed(to: &Addressee) -> &'static str {
    match to {
        Addressee::Author => AUTHOR,
        Addressee::People(..) => PEOPLE,
        Addressee::Room(_) => ROOM,
    }
}

pub(in crate::store) fn what(what: &Reminded) -> &'static str {
    match what {
        Reminded::Text(_) => TEXT,
        Reminded::Overview => OVERVIEW,
    }
}

/// Something in a row that no version of the bot writes.
pub(super) fn unfit(why: impl std::fmt::Display) -> StoreError {
    let source = <serde_json::Error as serde::de::Error>::custom(why);
    StoreError::Corrupt { table: "reminder", source }
}

pub(super) fn numbered(number: &str) -> Result<RecordNumber, StoreError> {
    RecordNumber::parse(number).ok_or_else(|| unfit("no number"))
}

impl Store {
    pub(super) fn opened_reminder(
        &self,
        team: &TeamId,
        number: &RecordNumber,
        row: HeadRow,
        people: Vec<String>,
    ) -> Result<Reminder, StoreError> {
        let room = || row.room_id.clone().map(RoomId::new).ok_or_else(|| unfit("no room"));
        let to = match row.addressed.as_str() {
            AUTHOR => Addressee::Author,
            PEOPLE => Addressee::People(room()?, people.into_iter().map(UserId::new).collect()),
            ROOM => Addressee::Room(room()?),
            other => return Err(unfit(other)),
        };
        let what = match (row.what.as_str(), &row.words) {
            (OVERVIEW, _) => Reminded::Overview,
            (TEXT, Some(words)) => {
                let record = reminder_record(team, number);
                let key = self.unwrap_key(&record, &Wrapped { master: row.master, bytes: row.wrapped })?;
                Reminded::Text(opened(&key, place(&row_of(team, number)), words, "reminder")?)
            }
            (other, _) => return Err(unfit(other)),
        };
        let wall = NaiveDateTime::parse_from_str(&row.first_wall, WALL).map_err(unfit)?;
        let zone = row.zone.parse().map_err(|_| unfit("no zone"))?;
        let schedule = match row.rule {
            None => Schedule::once(wall, zone),
            Some(rule) => {
                let rule: RecurrenceRule = rule.parse().map_err(|_| unfit("no rule"))?;
                Schedule::repeated(wall, zone, rule).map_err(|_| unfit("no rule"))?
            }
        };
        Ok(Reminder {
            team: team.clone(),
            number: number.clone(),
            version: row.version,
            author: UserId::new(row.author),
            to,
            what,
            schedule,
            manner: Manner {
                in_working_time: row.in_working_time,
                on_working_days: row.on_working_days,
                until_confirmed: row.until_confirmed,
            },
            course: Course {
                status: decoded("reminder", row.status)?,
                last_ms: row.last_ms,
                asked: u32::try_from(row.asked).map_err(unfit)?,
                open: row.open,
                again_ms: row.again_ms,
            },
            asked_in: (RoomId::new(row.asked_room), EventId::new(row.asked_event)),
            made_ms: row.made_ms,
        })
    }
}
