//! Agreements whose day to be looked at again has come: the chain room is asked once.

use chrono::NaiveDate;

use super::super::teams::decoded;
use super::super::{Store, StoreError, outbox, read, write};
use super::row::numbered;
use crate::domain::{AgreementKind, Outgoing, RecordNumber, RoomId, TeamId, UserId};

/// An agreement in force about which its team has not been asked yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewDue {
    /// Whose.
    pub team: TeamId,
    /// The team's chain room.
    pub room: RoomId,
    /// Which.
    pub number: RecordNumber,
    /// Of which kind.
    pub kind: AgreementKind,
    /// The version in force.
    pub version: u32,
    /// The day that has come.
    pub review_on: NaiveDate,
}

impl Store {
    /// The agreements of teams whose chain room is this account's, that are to be looked at by this day and about which
    /// nobody has been asked; by team, the longest due first.
    pub async fn reviews_due(&self, account: &UserId, today: NaiveDate) -> Result<Vec<ReviewDue>, StoreError> {
        let rows: Vec<(String, String, String, String, i64, String)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT a.team_id, r.room_id, a.number, a.kind, v.version, v.review_on
                 FROM agreement a
                 JOIN agreement_version v ON v.team_id = a.team_id AND v.number = a.number AND v.state = 'in_force'
                 JOIN team_room r ON r.team_id = a.team_id AND r.organisation IS NULL
                 JOIN room ON room.room_id = r.room_id AND room.account = $1
                 WHERE a.status = 'in_force' AND v.review_on <= $2 AND v.review_asked_ms IS NULL
                 ORDER BY a.team_id, v.review_on, a.number",
            )
            .bind(account.as_str())
            .bind(today.to_string())
            .fetch_all(pool)
            .await?
        });
        let due = |(team, room, number, kind, version, review_on): (String, String, String, String, i64, String)| {
            Ok(ReviewDue {
                team: TeamId::new(team),
                room: RoomId::new(room),
                number: numbered(&number)?,
                kind: decoded("agreement", kind)?,
                version: u32::try_from(version).unwrap_or(u32::MAX),
                review_on: decoded("agreement_version", review_on)?,
            })
        };
        rows.into_iter().map(due).collect()
    }

    /// Asks about these, all of one team: they are marked as asked about and what is said stands in the outbox, all or
    /// nothing. False, and nothing is written, when one of them has been asked about or has changed, or the room is no longer
    /// the team's chain room.
    pub async fn ask_for_reviews(&self, due: &[ReviewDue], out: &[Outgoing], now_ms: i64) -> Result<bool, StoreError> {
        let rows = outbox::rows_of(self, out)?;
        match self.try_asking(due, rows, now_ms).await {
            Ok(()) => Ok(true),
            Err(StoreError::Overtaken) => Ok(false),
            Err(error) => Err(error),
        }
    }

    async fn try_asking(&self, due: &[ReviewDue], rows: Vec<outbox::Row>, now_ms: i64) -> Result<(), StoreError> {
        write!(self, |tx| {
            for one in due {
                let marked = sqlx::query(
                    "UPDATE agreement_version SET review_asked_ms = $5
                     WHERE team_id = $1 AND number = $2 AND version = $3 AND state = 'in_force'
                       AND review_asked_ms IS NULL
                       AND EXISTS (SELECT 1 FROM agreement a
                                   WHERE a.team_id = $1 AND a.number = $2 AND a.status = 'in_force')
                       AND EXISTS (SELECT 1 FROM team_room r
                                   WHERE r.room_id = $4 AND r.team_id = $1 AND r.organisation IS NULL)",
                )
                .bind(one.team.as_str())
                .bind(one.number.as_str())
                .bind(i64::from(one.version))
                .bind(one.room.as_str())
                .bind(now_ms)
                .execute(&mut *tx)
                .await?
                .rows_affected();
                if marked == 0 {
                    return Err(StoreError::Overtaken);
                }
            }
            outbox::insert!(self, tx, rows, now_ms);
        });
        Ok(())
    }
}
