//! How long records are kept: what decides it, what was said of it, and the bare row that stays. When something ends is the domain's
//! (`domain::retention`), who hears of it that of `commands/retention`.

use super::signals::numbered;
use super::teams::{decoded, opened};
use super::{Store, StoreError, read};
use crate::domain::retention::{Announced, Held, Kept, Life, Record};
use crate::domain::{RecordKind, SignalStatus, TeamId, UserId};
use crate::privacy::Place;

/// The place of the reason for which a record is held back.
pub(super) fn place(record: &str) -> Place<'_> {
    Place { table: "retention", row: record, column: "reason" }
}

/// Takes within a transaction all that hangs on a signal and says anything, or about anybody; the bare row stays.
macro_rules! empty_signal {
    ($tx:ident, $team:expr, $number:expr, $how:expr, $now_ms:expr) => {{
        for sql in [
            "DELETE FROM signal_share WHERE team_id = $1 AND number = $2",
            "DELETE FROM signal_named WHERE team_id = $1 AND number = $2",
            "DELETE FROM signal_interpretation WHERE team_id = $1 AND number = $2",
            "DELETE FROM signal_feedback WHERE team_id = $1 AND number = $2",
            "DELETE FROM signal_request WHERE team_id = $1 AND number = $2",
            "DELETE FROM retention WHERE record = 'signal/' || $1 || '/' || $2",
        ] {
            sqlx::query(sql).bind($team).bind($number).execute(&mut *$tx).await?;
        }
        sqlx::query(
            "UPDATE signal SET status = 'gone', gone_how = $3, author = '', owner = NULL, sheet = NULL, closing = NULL,
                               group_hash = NULL, ended_ms = $4
             WHERE team_id = $1 AND number = $2",
        )
        .bind($team)
        .bind($number)
        .bind($how.code())
        .bind($now_ms)
        .execute(&mut *$tx)
        .await?;
    }};
}
pub(super) use empty_signal;

/// The same of an incident, with the timeline, what was said in its evaluation, and its actions.
macro_rules! empty_incident {
    ($tx:ident, $team:expr, $number:expr, $how:expr, $now_ms:expr) => {{
        for sql in [
            "DELETE FROM incident_share WHERE team_id = $1 AND number = $2",
            "DELETE FROM incident_named WHERE team_id = $1 AND number = $2",
            "DELETE FROM incident_line WHERE team_id = $1 AND number = $2",
            "DELETE FROM contribution WHERE team_id = $1 AND number = $2",
            "DELETE FROM vote_tick WHERE team_id = $1 AND number = $2",
            "DELETE FROM due WHERE kind = 'action_asked' AND subject IN
                 (SELECT 'action/' || team_id || '/' || number FROM action WHERE team_id = $1 AND incident = $2)",
            "DELETE FROM action WHERE team_id = $1 AND incident = $2",
            "DELETE FROM retention WHERE record = 'incident/' || $1 || '/' || $2",
        ] {
            sqlx::query(sql).bind($team).bind($number).execute(&mut *$tx).await?;
        }
        // What had to be there is sealed with a key that opens nowhere any more; it goes as well.
        sqlx::query(
            "UPDATE incident SET status = 'gone', gone_how = $3, author = '', owner = NULL, sheet = $5, evaluation = $5,
                                 frozen = NULL, closing = NULL, group_hash = NULL, contact = NULL, contact_since_ms = NULL,
                                 ended_ms = $4
             WHERE team_id = $1 AND number = $2",
        )
        .bind($team)
        .bind($number)
        .bind($how.code())
        .bind($now_ms)
        .bind(Vec::<u8>::new())
        .execute(&mut *$tx)
        .await?;
    }};
}
pub(super) use empty_incident;

/// Writes a change of how long a record is kept. One that was decided on another state of the record fails as overtaken, which rolls
/// back all.
macro_rules! apply {
    ($store:expr, $tx:ident, $change:expr, $now_ms:expr) => {{
        use $crate::domain::retention::{Record, RetentionStep};
        let change: &$crate::domain::retention::RetentionChange = $change;
        let (team, number) = (change.record.team().as_str(), change.record.number().as_str());
        let name = change.record.name();
        // It goes on as it was: only what ends counts as another state of it.
        let ends = i64::from(matches!(change.step, RetentionStep::Gone(_)));
        let sql = match &change.record {
            Record::Signal(..) => {
                "UPDATE signal SET version = version + $4
                 WHERE team_id = $1 AND number = $2 AND version = $3 AND status <> 'gone'"
            }
            Record::Incident(..) => {
                "UPDATE incident SET version = version + $4
                 WHERE team_id = $1 AND number = $2 AND version = $3 AND status <> 'gone'"
            }
        };
        let taken = sqlx::query(sql)
            .bind(team)
            .bind(number)
            .bind(change.seen)
            .bind(ends)
            .execute(&mut *$tx)
            .await?
            .rows_affected();
        if taken == 0 {
            return Err($crate::store::StoreError::Overtaken);
        }
        match &change.step {
            RetentionStep::Announced { end_ms } => {
                sqlx::query(
                    "INSERT INTO retention (record, announced_ms, end_ms) VALUES ($1, $2, $3)
                     ON CONFLICT (record) DO UPDATE SET announced_ms = excluded.announced_ms, end_ms = excluded.end_ms",
                )
                .bind(name.as_str())
                .bind($now_ms)
                .bind(*end_ms)
                .execute(&mut *$tx)
                .await?;
            }
            RetentionStep::Held { until, by, reason } => {
                let key = $crate::store::signals::change::key!($store, $tx, name.as_str());
                sqlx::query(
                    "INSERT INTO retention (record, held_until, held_by, reason) VALUES ($1, $2, $3, $4)
                     ON CONFLICT (record) DO UPDATE
                     SET held_until = excluded.held_until, held_by = excluded.held_by, reason = excluded.reason",
                )
                .bind(name.as_str())
                .bind(until.to_string())
                .bind(by.as_str())
                .bind(key.seal($crate::store::retention::place(&name), reason.as_bytes()))
                .execute(&mut *$tx)
                .await?;
            }
            RetentionStep::Gone(how) => match &change.record {
                Record::Signal(..) => $crate::store::retention::empty_signal!($tx, team, number, how, $now_ms),
                Record::Incident(..) => $crate::store::retention::empty_incident!($tx, team, number, how, $now_ms),
            },
        }
    }};
}
pub(super) use apply;

/// What decides when a record ends, as it stands in the database.
#[derive(sqlx::FromRow)]
struct LifeRow {
    team_id: String,
    number: String,
    version: i64,
    status: String,
    touched_ms: i64,
    ended_ms: Option<i64>,
    author: String,
    owner: Option<String>,
    frozen: bool,
    open: bool,
    end_ms: Option<i64>,
    held_until: Option<String>,
}

/// Signals and incidents alike; `$1` and `$2` name one, or are nothing.
const SIGNALS: &str = "SELECT s.team_id, s.number, s.version, s.status, s.touched_ms, s.ended_ms, s.author, s.owner,
            FALSE AS frozen, EXISTS (SELECT 1 FROM record_key k WHERE k.wrapped IS NOT NULL
                AND k.record = 'signal/' || s.team_id || '/' || s.number) AS open, r.end_ms, r.held_until
     FROM signal s LEFT JOIN retention r ON r.record = 'signal/' || s.team_id || '/' || s.number
     WHERE s.status <> 'gone'
       AND (CAST($1 AS TEXT) IS NULL OR s.team_id = $1) AND (CAST($2 AS TEXT) IS NULL OR s.number = $2)
     ORDER BY s.team_id, s.number";

const INCIDENTS: &str = "SELECT i.team_id, i.number, i.version, i.status, i.touched_ms, i.ended_ms, i.author, i.owner,
            (i.frozen IS NOT NULL) AS frozen, EXISTS (SELECT 1 FROM record_key k WHERE k.wrapped IS NOT NULL
                AND k.record = 'incident/' || i.team_id || '/' || i.number) AS open, r.end_ms, r.held_until
     FROM incident i LEFT JOIN retention r ON r.record = 'incident/' || i.team_id || '/' || i.number
     WHERE i.status <> 'gone'
       AND (CAST($1 AS TEXT) IS NULL OR i.team_id = $1) AND (CAST($2 AS TEXT) IS NULL OR i.number = $2)
     ORDER BY i.team_id, i.number";

impl Store {
    /// What decides when each record of these teams ends.
    pub async fn lives(&self, teams: &[TeamId]) -> Result<Vec<Life>, StoreError> {
        let mut lives = Vec::new();
        for team in teams {
            for kind in [RecordKind::Signal, RecordKind::Incident] {
                lives.extend(self.lives_of(kind, Some(team.as_str()), None).await?);
            }
        }
        Ok(lives)
    }

    /// What decides when this record ends; nothing when it is gone.
    pub async fn life(&self, record: &Record) -> Result<Option<Life>, StoreError> {
        let number = Some(record.number().as_str());
        Ok(self.lives_of(record.kind(), Some(record.team().as_str()), number).await?.pop())
    }

    async fn lives_of(
        &self,
        kind: RecordKind,
        team: Option<&str>,
        number: Option<&str>,
    ) -> Result<Vec<Life>, StoreError> {
        let sql = if kind == RecordKind::Signal { SIGNALS } else { INCIDENTS };
        let rows: Vec<LifeRow> =
            read!(self, |pool| { sqlx::query_as(sql).bind(team).bind(number).fetch_all(pool).await? });
        rows.into_iter().map(|row| life(kind, row)).collect()
    }

    /// The teams whose records this account looks after: those whose chain room is its own. A team without one is looked after by
    /// whoever looks.
    pub async fn teams_looked_after(&self, account: &UserId) -> Result<Vec<TeamId>, StoreError> {
        let rows: Vec<String> = read!(self, |pool| {
            sqlx::query_scalar(
                "SELECT team_id FROM team
                 WHERE EXISTS (SELECT 1 FROM team_room b JOIN room r ON r.room_id = b.room_id
                               WHERE b.team_id = team.team_id AND b.organisation IS NULL AND r.account = $1)
                    OR NOT EXISTS (SELECT 1 FROM team_room b
                                   WHERE b.team_id = team.team_id AND b.organisation IS NULL)
                 ORDER BY team_id",
            )
            .bind(account.as_str())
            .fetch_all(pool)
            .await?
        });
        Ok(rows.into_iter().map(TeamId::new).collect())
    }

    /// All teams there are.
    pub async fn teams(&self) -> Result<Vec<TeamId>, StoreError> {
        let rows: Vec<String> = read!(self, |pool| {
            sqlx::query_scalar("SELECT team_id FROM team ORDER BY team_id").fetch_all(pool).await?
        });
        Ok(rows.into_iter().map(TeamId::new).collect())
    }

    /// Until when a coordinator holds this record back, and why. Nothing when nobody does, or the record is gone.
    pub async fn held(&self, record: &Record) -> Result<Option<Held>, StoreError> {
        let name = record.name();
        let row: Option<(String, Vec<u8>)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT held_until, reason FROM retention
                 WHERE record = $1 AND held_until IS NOT NULL AND reason IS NOT NULL",
            )
            .bind(name.as_str())
            .fetch_optional(pool)
            .await?
        });
        let (Some((until, sealed)), Some(key)) = (row, self.record_key(&name).await?) else { return Ok(None) };
        let reason = opened(&key, place(&name), &sealed, "retention")?;
        Ok(Some(Held { until: decoded("retention", until)?, reason }))
    }
}

fn life(kind: RecordKind, row: LifeRow) -> Result<Life, StoreError> {
    let (team, number) = (TeamId::new(row.team_id), numbered(&row.number)?);
    let (record, kept, since_ms) = if kind == RecordKind::Signal {
        let closed = row.status == SignalStatus::Closed.code();
        let followed = closed || row.owner.is_some();
        let kept = if followed { Kept::FollowedSignal } else { Kept::UnfollowedSignal };
        let since_ms = row.ended_ms.filter(|_| closed).unwrap_or(row.touched_ms);
        (Record::Signal(team, number), kept, since_ms)
    } else {
        (Record::Incident(team, number), Kept::Incident, row.touched_ms)
    };
    Ok(Life {
        record,
        version: row.version,
        kept,
        since_ms,
        author: UserId::new(row.author),
        owner: row.owner.map(UserId::new),
        frozen: row.frozen,
        open: row.open,
        announced: row.end_ms.map(|end_ms| Announced { end_ms }),
        held_until: row.held_until.map(|day| decoded("retention", day)).transpose()?,
    })
}
