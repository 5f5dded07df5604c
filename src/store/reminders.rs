//! Reminders: what is remembered of what will be said. The words are sealed, each reminder's under a key of its own; when, for whom
//! and how far it has come stands in clear. What follows when its time has come is decided above; a change that was decided on an
//! earlier state of its reminder is refused here.

mod change;
pub(super) mod row;

pub(super) use change::apply;

use super::{Store, StoreError, read};
use crate::domain::{Course, EventId, RecordNumber, Reminder, RoomId, TeamId, UserId, reminder_of_record};
use crate::privacy::Place;
use row::{HEAD, HeadRow};

/// The words of a reminder that has ended are kept for so long, so that a slip can be put right: 30 days.
pub const ENDED_LAST_MS: i64 = 30 * 24 * 3_600_000;

/// Lets go of the words of reminders that ended long ago. What was said for the last time and never ticked off ends here.
macro_rules! prune {
    ($tx:ident, $now_ms:expr) => {{
        sqlx::query(
            "UPDATE reminder SET status = 'done', open = $1, ended_ms = $2
             WHERE status = 'said' AND ended_ms IS NULL AND again_ms IS NULL AND last_ms < $3",
        )
        .bind(false)
        .bind($now_ms)
        .bind($now_ms - $crate::store::REMINDED_LASTS_MS)
        .execute(&mut *$tx)
        .await?;
        sqlx::query("UPDATE reminder SET words = NULL WHERE words IS NOT NULL AND ended_ms < $1")
            .bind($now_ms - $crate::store::reminders::ENDED_LAST_MS)
            .execute(&mut *$tx)
            .await?;
    }};
}
pub(super) use prune;

/// Which reminders of a team are asked for; all of them are still to come or wait to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reminders {
    /// Those that are said in this room.
    In(RoomId),
    /// Those that this person made or that name them, and those of these rooms.
    Of(UserId, Vec<RoomId>),
}

/// The place of the words of a reminder.
pub(super) fn place(row: &str) -> Place<'_> {
    Place { table: "reminder", row, column: "words" }
}

/// The row of a reminder, as it stands in what is sealed with its words.
pub(super) fn row_of(team: &TeamId, number: &RecordNumber) -> String {
    format!("{team}/{number}")
}

impl Store {
    /// One reminder of a team; nothing when the team has none with this number, or it has been erased.
    pub async fn reminder(&self, team: &TeamId, number: &RecordNumber) -> Result<Option<Reminder>, StoreError> {
        let head: Option<HeadRow> = read!(self, |pool| {
            sqlx::query_as(HEAD).bind(team.as_str()).bind(number.as_str()).fetch_optional(pool).await?
        });
        let Some(head) = head else { return Ok(None) };
        let people: Vec<String> = if head.names_people() {
            read!(self, |pool| {
                sqlx::query_scalar(
                    "SELECT user_id FROM reminder_for WHERE team_id = $1 AND number = $2 ORDER BY user_id",
                )
                .bind(team.as_str())
                .bind(number.as_str())
                .fetch_all(pool)
                .await?
            })
        } else {
            Vec::new()
        };
        self.opened_reminder(team, number, head, people).map(Some)
    }

    /// The reminder that this message asked for.
    pub async fn reminder_asked_by(&self, room: &RoomId, event: &EventId) -> Result<Option<Reminder>, StoreError> {
        let row: Option<(String, String)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT team_id, number FROM reminder WHERE asked_room = $1 AND asked_event = $2 ORDER BY made_ms LIMIT 1",
            )
            .bind(room.as_str())
            .bind(event.as_str())
            .fetch_optional(pool)
            .await?
        });
        self.reminder_named(row).await
    }

    /// The reminder that this reaction was the last to change, and how far it had come before.
    pub async fn reminder_ticked_by(&self, tick: &EventId) -> Result<Option<(Reminder, Course)>, StoreError> {
        let row: Option<(String, String, Option<String>)> = read!(self, |pool| {
            sqlx::query_as("SELECT team_id, number, before FROM reminder WHERE tick = $1")
                .bind(tick.as_str())
                .fetch_optional(pool)
                .await?
        });
        let Some((team, number, Some(before))) = row else { return Ok(None) };
        let before = serde_json::from_str(&before);
        let before = before.map_err(|source| StoreError::Corrupt { table: "reminder", source })?;
        Ok(self.reminder_named(Some((team, number))).await?.map(|reminder| (reminder, before)))
    }

    async fn reminder_named(&self, row: Option<(String, String)>) -> Result<Option<Reminder>, StoreError> {
        let Some((team, number)) = row else { return Ok(None) };
        let number = row::numbered(&number)?;
        self.reminder(&TeamId::new(team), &number).await
    }

    /// The record's reminder, when it is one of a reminder.
    pub async fn reminder_of(&self, record: &str) -> Result<Option<Reminder>, StoreError> {
        match reminder_of_record(record) {
            Some((team, number)) => self.reminder(&team, &number).await,
            None => Ok(None),
        }
    }

    /// The overview that a team gets every week, if one is set.
    pub async fn team_overview(&self, team: &TeamId) -> Result<Option<Reminder>, StoreError> {
        let row: Option<(String, String)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT team_id, number FROM reminder
                 WHERE team_id = $1 AND what = 'overview' AND ended_ms IS NULL ORDER BY made_ms LIMIT 1",
            )
            .bind(team.as_str())
            .fetch_optional(pool)
            .await?
        });
        self.reminder_named(row).await
    }

    /// A page of a team's reminders, the next one first, and how many there are in all.
    pub async fn reminders(
        &self,
        team: &TeamId,
        which: &Reminders,
        skip: usize,
        take: usize,
    ) -> Result<(Vec<Reminder>, usize), StoreError> {
        type Row = (String, String, Option<String>, bool);
        let (person, rooms) = match which {
            Reminders::In(room) => (None, vec![room.clone()]),
            Reminders::Of(person, rooms) => (Some(person), rooms.clone()),
        };
        let rows: Vec<Row> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT r.number, r.author, r.room_id,
                        EXISTS (SELECT 1 FROM reminder_for f
                                WHERE f.team_id = r.team_id AND f.number = r.number AND f.user_id = $2) AS named
                 FROM reminder r
                 WHERE r.team_id = $1 AND (r.next_ms IS NOT NULL OR (r.open AND r.ended_ms IS NULL))
                 ORDER BY COALESCE(r.next_ms, 0), r.number",
            )
            .bind(team.as_str())
            .bind(person.map_or("", UserId::as_str))
            .fetch_all(pool)
            .await?
        });
        let wanted = |(_, author, room, named): &Row| {
            let in_room = room.as_ref().is_some_and(|room| rooms.iter().any(|one| one.as_str() == room));
            in_room || person.is_some_and(|person| author == person.as_str() || *named)
        };
        let numbers: Vec<String> = rows.into_iter().filter(wanted).map(|(number, ..)| number).collect();
        let mut page = Vec::with_capacity(take.min(numbers.len()));
        for number in numbers.iter().skip(skip).take(take) {
            page.extend(self.reminder(team, &row::numbered(number)?).await?);
        }
        Ok((page, numbers.len()))
    }

    /// All reminders of this account of which something is still to come, the next one first.
    pub async fn reminders_ahead(&self, account: &UserId) -> Result<Vec<Reminder>, StoreError> {
        let rows: Vec<(String, String)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT team_id, number FROM reminder WHERE account = $1 AND next_ms IS NOT NULL ORDER BY next_ms, number",
            )
            .bind(account.as_str())
            .fetch_all(pool)
            .await?
        });
        self.all_named(rows).await
    }

    /// How many reminders of this account are still to be said, and how many of those should have been by this moment.
    pub async fn reminders_planned(&self, account: &UserId, by_ms: i64) -> Result<(i64, i64), StoreError> {
        Ok(read!(self, |pool| {
            sqlx::query_as(
                "SELECT COUNT(*), COUNT(CASE WHEN at_ms <= $2 THEN 1 END) FROM due
                 WHERE account = $1 AND kind = 'reminder'",
            )
            .bind(account.as_str())
            .bind(by_ms)
            .fetch_one(pool)
            .await?
        }))
    }

    /// Reminders of this account that must be put right: of which something was said that lies after this moment, for the clock was
    /// wrong then; or that are not due although something of them is to come, as after coming back from a backup.
    pub async fn reminders_astray(&self, account: &UserId, said_after_ms: i64) -> Result<Vec<Reminder>, StoreError> {
        let rows: Vec<(String, String)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT team_id, number FROM reminder
                 WHERE account = $1 AND ended_ms IS NULL
                   AND (last_ms > $2
                        OR (next_ms IS NOT NULL AND NOT EXISTS (
                                SELECT 1 FROM due
                                WHERE due.account = reminder.account AND due.kind = 'reminder'
                                  AND due.subject = 'reminder/' || reminder.team_id || '/' || reminder.number)))",
            )
            .bind(account.as_str())
            .bind(said_after_ms)
            .fetch_all(pool)
            .await?
        });
        self.all_named(rows).await
    }

    async fn all_named(&self, rows: Vec<(String, String)>) -> Result<Vec<Reminder>, StoreError> {
        let mut reminders = Vec::with_capacity(rows.len());
        for row in rows {
            reminders.extend(self.reminder_named(Some(row)).await?);
        }
        Ok(reminders)
    }
}
