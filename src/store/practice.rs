//! What a team has learned about interventions: counts of uses, lessons, entries of its own. Texts are sealed, each under a key of
//! its own; what has been erased is as if it were not there. Who may decide what lies with the domain.

pub(super) mod change;

pub(super) use change::apply;

use super::teams::{decoded, opened};
use super::{Store, StoreError, read};
use crate::domain::practice::{Experience, Lesson, Month, OwnEntry, Proposal, TeamEntry};
use crate::domain::{TeamId, UserId, practice_record};
use crate::privacy::{Place, Wrapped};

/// Lets go within a transaction of proposals that were refused or taken back before this moment; how many.
macro_rules! prune {
    ($tx:ident, $now_ms:expr, $until_ms:expr) => {{
        let gone = sqlx::query(
            "UPDATE record_key SET master = NULL, wrapped = NULL, erased_ms = $1
             WHERE wrapped IS NOT NULL AND record IN
                 (SELECT 'practice/' || team_id || '/' || entry_id FROM practice_entry
                  WHERE state IN ('refused', 'withdrawn') AND decided_ms < $2)",
        )
        .bind($now_ms)
        .bind($until_ms)
        .execute(&mut *$tx)
        .await?
        .rows_affected();
        sqlx::query("DELETE FROM practice_entry WHERE state IN ('refused', 'withdrawn') AND decided_ms < $1")
            .bind($until_ms)
            .execute(&mut *$tx)
            .await?;
        gone
    }};
}
pub(super) use prune;

pub(super) fn lesson_place(id: &str) -> Place<'_> {
    Place { table: "practice_lesson", row: id, column: "text" }
}

pub(super) fn entry_place(id: &str) -> Place<'_> {
    Place { table: "practice_entry", row: id, column: "entry" }
}

pub(super) fn reason_place(id: &str) -> Place<'_> {
    Place { table: "practice_entry", row: id, column: "reason" }
}

pub(super) fn entry_json(entry: &TeamEntry) -> Result<String, StoreError> {
    serde_json::to_string(entry).map_err(|source| StoreError::Corrupt { table: "practice_entry", source })
}

/// Which state of a team's own entries something was made of; another state is another mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OwnMark {
    /// How many there are that have not been erased.
    count: i64,
    /// Their versions, added up.
    versions: i64,
    /// When the newest was accepted.
    decided_ms: i64,
}

impl OwnMark {
    /// The team has entries of its own.
    pub fn is_some(self) -> bool {
        self.count > 0
    }
}

/// How far the proposals for an entry have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Numbering {
    /// The number of the newest proposal; 0 for none.
    pub proposals: u32,
    /// The version that holds; 0 for none.
    pub version: u32,
}

/// A lesson as it lies in the database: id, month, sealed text, and the wrapped key of its record.
type LessonRow = (String, String, Vec<u8>, String, Vec<u8>);

#[derive(sqlx::FromRow)]
struct EntryRow {
    entry_id: String,
    slug: String,
    number: i64,
    basis: i64,
    version: Option<i64>,
    entry: Vec<u8>,
    proposed_by: Option<String>,
    proposed_for: Option<String>,
    proposed_ms: i64,
    decided_ms: Option<i64>,
    master: String,
    wrapped: Vec<u8>,
}

const ENTRIES: &str = "SELECT e.entry_id, e.slug, e.number, e.basis, e.version, e.entry, e.proposed_by, e.proposed_for,
            e.proposed_ms, e.decided_ms, k.master, k.wrapped
     FROM practice_entry e JOIN record_key k ON k.record = 'practice/' || e.team_id || '/' || e.entry_id
     WHERE e.team_id = $1 AND e.state = $2 AND k.wrapped IS NOT NULL ORDER BY e.proposed_ms, e.slug, e.number";

impl Store {
    /// How often a team has used an intervention.
    pub async fn experience(&self, team: &TeamId, slug: &str) -> Result<Experience, StoreError> {
        let rows: Vec<(String, String)> = read!(self, |pool| {
            sqlx::query_as("SELECT effect, month FROM practice_use WHERE team_id = $1 AND slug = $2")
                .bind(team.as_str())
                .bind(slug)
                .fetch_all(pool)
                .await?
        });
        let mut experience = Experience::default();
        for (effect, month) in rows {
            experience = experience.with(decoded("practice_use", effect)?, decoded("practice_use", month)?);
        }
        Ok(experience)
    }

    /// The newest lessons of an entry, at most so many, the newest first.
    pub async fn lessons(&self, team: &TeamId, slug: &str, take: usize) -> Result<Vec<Lesson>, StoreError> {
        let rows: Vec<LessonRow> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT l.lesson_id, l.month, l.text, k.master, k.wrapped
                 FROM practice_lesson l JOIN record_key k ON k.record = 'practice/' || l.team_id || '/' || l.lesson_id
                 WHERE l.team_id = $1 AND l.slug = $2 AND k.wrapped IS NOT NULL
                 ORDER BY l.made_ms DESC, l.lesson_id LIMIT $3",
            )
            .bind(team.as_str())
            .bind(slug)
            .bind(i64::try_from(take).unwrap_or(i64::MAX))
            .fetch_all(pool)
            .await?
        });
        let lesson = |(id, month, text, master, bytes): LessonRow| {
            let key = self.unwrap_key(&practice_record(team, &id), &Wrapped { master, bytes })?;
            let text = opened(&key, lesson_place(&id), &text, "practice_lesson")?;
            let month: Month = decoded("practice_lesson", month)?;
            Ok(Lesson { slug: slug.to_owned(), text, month, id })
        };
        rows.into_iter().map(lesson).collect()
    }

    /// Which state the team's own entries are in.
    pub async fn own_mark(&self, team: &TeamId) -> Result<OwnMark, StoreError> {
        let (count, versions, decided_ms): (i64, Option<i64>, Option<i64>) = read!(self, |pool| {
            sqlx::query_as(
                "SELECT COUNT(*), CAST(SUM(e.version) AS BIGINT), MAX(e.decided_ms) FROM practice_entry e
                 JOIN record_key k ON k.record = 'practice/' || e.team_id || '/' || e.entry_id
                 WHERE e.team_id = $1 AND e.state = 'accepted' AND k.wrapped IS NOT NULL",
            )
            .bind(team.as_str())
            .fetch_one(pool)
            .await?
        });
        Ok(OwnMark { count, versions: versions.unwrap_or(0), decided_ms: decided_ms.unwrap_or(0) })
    }

    /// The team's own entries, in the order in which they were proposed.
    pub async fn own_entries(&self, team: &TeamId) -> Result<Vec<OwnEntry>, StoreError> {
        let mut entries = Vec::new();
        for row in self.entry_rows(team, "accepted").await? {
            let entry = self.team_entry(team, &row)?;
            entries.push(OwnEntry {
                version: count(row.version.unwrap_or_default()),
                since_ms: row.decided_ms.unwrap_or_default(),
                id: row.entry_id,
                slug: row.slug,
                entry,
            });
        }
        Ok(entries)
    }

    /// The proposals that wait for a coordinator, the oldest first.
    pub async fn proposals(&self, team: &TeamId) -> Result<Vec<Proposal>, StoreError> {
        let mut proposals = Vec::new();
        for row in self.entry_rows(team, "proposed").await? {
            proposals.push(Proposal {
                entry: self.team_entry(team, &row)?,
                number: count(row.number),
                basis: count(row.basis),
                by: row.proposed_by.map(UserId::new),
                organisation: row.proposed_for.map(|code| decoded("practice_entry", code)).transpose()?,
                proposed_ms: row.proposed_ms,
                id: row.entry_id,
                slug: row.slug,
            });
        }
        Ok(proposals)
    }

    /// How far the proposals for an entry have come.
    pub async fn numbering(&self, team: &TeamId, slug: &str) -> Result<Numbering, StoreError> {
        let (proposals, version): (Option<i64>, Option<i64>) = read!(self, |pool| {
            sqlx::query_as("SELECT MAX(number), MAX(version) FROM practice_entry WHERE team_id = $1 AND slug = $2")
                .bind(team.as_str())
                .bind(slug)
                .fetch_one(pool)
                .await?
        });
        Ok(Numbering { proposals: count(proposals.unwrap_or_default()), version: count(version.unwrap_or_default()) })
    }

    async fn entry_rows(&self, team: &TeamId, state: &str) -> Result<Vec<EntryRow>, StoreError> {
        Ok(read!(self, |pool| { sqlx::query_as(ENTRIES).bind(team.as_str()).bind(state).fetch_all(pool).await? }))
    }

    fn team_entry(&self, team: &TeamId, row: &EntryRow) -> Result<TeamEntry, StoreError> {
        let wrapped = Wrapped { master: row.master.clone(), bytes: row.wrapped.clone() };
        let key = self.unwrap_key(&practice_record(team, &row.entry_id), &wrapped)?;
        let json = opened(&key, entry_place(&row.entry_id), &row.entry, "practice_entry")?;
        serde_json::from_str(&json).map_err(|source| StoreError::Corrupt { table: "practice_entry", source })
    }
}

fn count(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
