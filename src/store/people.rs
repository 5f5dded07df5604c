//! What the bot remembers of rooms and people besides their messages.

use chrono_tz::Tz;

use super::{Store, StoreError, read};
use crate::domain::{EventId, Language, RoomId, TeamId, UserId};

/// What the bot remembers of a room.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RoomRow {
    /// It has been seen encrypted.
    pub encrypted: bool,
    /// It was made for one person and the bot.
    pub direct: bool,
    /// The newest event that has been in the inbox.
    pub mark: Option<EventId>,
    /// Events are missing.
    pub gap: bool,
    /// The language chosen for it.
    pub language: Option<Language>,
    /// When people were last told that the bot had been away, in milliseconds since 1970.
    pub away_told_ms: Option<i64>,
}

impl Store {
    /// What is remembered of this room; nothing when the bot never was in it.
    pub async fn room(&self, room: &RoomId) -> Result<Option<RoomRow>, StoreError> {
        type Row = (bool, bool, Option<String>, bool, Option<String>, Option<i64>);
        let row: Option<Row> = read!(self, |pool| {
            sqlx::query_as("SELECT encrypted, direct, mark, gap, language, away_told_ms FROM room WHERE room_id = $1")
                .bind(room.as_str())
                .fetch_optional(pool)
                .await?
        });
        Ok(row.map(|(encrypted, direct, mark, gap, language, away_told_ms)| RoomRow {
            encrypted,
            direct,
            mark: mark.map(EventId::new),
            gap,
            language: language.as_deref().and_then(Language::from_code),
            away_told_ms,
        }))
    }

    /// True when the bot has said, or is about to say, anything in this room.
    pub async fn has_spoken(&self, room: &RoomId) -> Result<bool, StoreError> {
        let row: Option<i64> = read!(self, |pool| {
            sqlx::query_scalar("SELECT seq FROM outbox WHERE room_id = $1 LIMIT 1")
                .bind(room.as_str())
                .fetch_optional(pool)
                .await?
        });
        Ok(row.is_some())
    }

    /// The zone that this person chose.
    pub async fn person_time_zone(&self, person: &UserId) -> Result<Option<Tz>, StoreError> {
        let name: Option<Option<String>> = read!(self, |pool| {
            sqlx::query_scalar("SELECT time_zone FROM person WHERE user_id = $1")
                .bind(person.as_str())
                .fetch_optional(pool)
                .await?
        });
        Ok(name.flatten().and_then(|name| name.parse().ok()))
    }

    /// The zone that this team's coordinators chose.
    pub async fn team_time_zone(&self, team: &TeamId) -> Result<Option<Tz>, StoreError> {
        let name: Option<Option<String>> = read!(self, |pool| {
            sqlx::query_scalar("SELECT time_zone FROM team WHERE team_id = $1")
                .bind(team.as_str())
                .fetch_optional(pool)
                .await?
        });
        Ok(name.flatten().and_then(|name| name.parse().ok()))
    }

    /// The language that this person chose.
    pub async fn person_language(&self, person: &UserId) -> Result<Option<Language>, StoreError> {
        let code: Option<Option<String>> = read!(self, |pool| {
            sqlx::query_scalar("SELECT language FROM person WHERE user_id = $1")
                .bind(person.as_str())
                .fetch_optional(pool)
                .await?
        });
        Ok(code.flatten().as_deref().and_then(Language::from_code))
    }
}
