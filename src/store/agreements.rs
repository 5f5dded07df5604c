//! Agreements: what is remembered of what partners agreed. Their texts are sealed, each agreement under a key of its own.
//! Who may change what is decided above; a change that was decided on an earlier state of its agreement is refused here.

pub(super) mod change;
mod reviews;
mod row;

use std::collections::HashMap;

use chrono::NaiveDate;

pub(super) use change::apply;
pub use reviews::ReviewDue;

use super::teams::decoded;
use super::{Store, StoreError, read};
use crate::domain::{
    Agreement, AgreementEnd, AgreementKind, PastRule, RecordNumber, SharingRules, Subject, TeamId, rules_in_force,
};
use crate::privacy::Place;
use row::{PartyRow, VersionRow, numbered};

/// Lets go within a transaction of the texts of agreements that ended before this moment, and of who proposed and confirmed them; how
/// many. That there was one, between whom and how it ended, stays.
macro_rules! prune {
    ($tx:ident, $now_ms:expr, $until_ms:expr) => {{
        let gone = sqlx::query(
            "UPDATE record_key SET master = NULL, wrapped = NULL, erased_ms = $1
             WHERE wrapped IS NOT NULL AND record IN
                 (SELECT 'agreement/' || team_id || '/' || number FROM agreement WHERE status = 'ended' AND ended_ms < $2)",
        )
        .bind($now_ms)
        .bind($until_ms)
        .execute(&mut *$tx)
        .await?
        .rows_affected();
        for sql in [
            "DELETE FROM agreement_party WHERE (team_id, number) IN
                 (SELECT team_id, number FROM agreement WHERE status = 'ended' AND ended_ms < $1)",
            "DELETE FROM agreement_version WHERE (team_id, number) IN
                 (SELECT team_id, number FROM agreement WHERE status = 'ended' AND ended_ms < $1)",
        ] {
            sqlx::query(sql).bind($until_ms).execute(&mut *$tx).await?;
        }
        gone
    }};
}
pub(super) use prune;

/// Which agreements of a team are asked for. Those that have ended are in none of these lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreements {
    /// All.
    All,
    /// All of one kind.
    Of(AgreementKind),
    /// Those of which a version waits for confirmation.
    Awaiting,
    /// Those in force that must be looked at again by this day.
    Due(NaiveDate),
}

impl Agreements {
    /// The statement that gives a page of numbers, and the one that counts them all. `$2` narrows; where nothing does it is
    /// empty.
    fn statements(self) -> (&'static str, &'static str) {
        match self {
            Self::All => (
                "SELECT number FROM agreement WHERE team_id = $1 AND status <> 'ended' AND CAST($2 AS TEXT) IS NULL
                 ORDER BY made_ms DESC, number LIMIT $3 OFFSET $4",
                "SELECT COUNT(*) FROM agreement
                 WHERE team_id = $1 AND status <> 'ended' AND CAST($2 AS TEXT) IS NULL",
            ),
            Self::Of(_) => (
                "SELECT number FROM agreement WHERE team_id = $1 AND kind = $2 AND status <> 'ended'
                 ORDER BY made_ms DESC, number DESC LIMIT $3 OFFSET $4",
                "SELECT COUNT(*) FROM agreement WHERE team_id = $1 AND kind = $2 AND status <> 'ended'",
            ),
            Self::Awaiting => (
                "SELECT v.number FROM agreement_version v
                 JOIN agreement a ON a.team_id = v.team_id AND a.number = v.number AND a.status <> 'ended'
                 WHERE v.team_id = $1 AND v.state = 'proposed' AND CAST($2 AS TEXT) IS NULL
                 ORDER BY v.proposed_ms DESC, v.number DESC LIMIT $3 OFFSET $4",
                "SELECT COUNT(*) FROM agreement_version v
                 JOIN agreement a ON a.team_id = v.team_id AND a.number = v.number AND a.status <> 'ended'
                 WHERE v.team_id = $1 AND v.state = 'proposed' AND CAST($2 AS TEXT) IS NULL",
            ),
            Self::Due(_) => (
                "SELECT v.number FROM agreement_version v
                 JOIN agreement a ON a.team_id = v.team_id AND a.number = v.number AND a.status = 'in_force'
                 WHERE v.team_id = $1 AND v.state = 'in_force' AND v.review_on <= $2
                 ORDER BY v.review_on, v.number LIMIT $3 OFFSET $4",
                "SELECT COUNT(*) FROM agreement_version v
                 JOIN agreement a ON a.team_id = v.team_id AND a.number = v.number AND a.status = 'in_force'
                 WHERE v.team_id = $1 AND v.state = 'in_force' AND v.review_on <= $2",
            ),
        }
    }
}

/// How many agreements of one kind a team has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindCount {
    /// How many hold.
    pub in_force: i64,
    /// How many were proposed and never in force.
    pub proposed: i64,
}

/// What can be searched of an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementWords {
    /// Its number.
    pub number: RecordNumber,
    /// It holds; otherwise it was only proposed.
    pub in_force: bool,
    /// What it is about and whom it binds.
    pub subject: Subject,
    /// Its text.
    pub text: String,
}

/// The record whose key seals the texts of an agreement.
pub(super) fn record(team: &TeamId, number: &RecordNumber) -> String {
    format!("agreement/{team}/{number}")
}

/// The row of a version, as it stands in what is sealed with its text.
pub(super) fn version_row(team: &TeamId, number: &RecordNumber, version: i64) -> String {
    format!("{team}/{number}/{version}")
}

pub(super) fn text_place(row: &str) -> Place<'_> {
    Place { table: "agreement_version", row, column: "text" }
}

impl Store {
    /// One agreement of a team; nothing when the team has none with this number, or its text has been erased.
    pub async fn agreement(&self, team: &TeamId, number: &RecordNumber) -> Result<Option<Agreement>, StoreError> {
        let versions: Vec<VersionRow> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT a.number, a.kind, a.changes, a.ended_how, a.ended_ms, v.version, v.state, v.rule, v.text,
                        v.review_on, v.suggestion, v.proposed_by, v.proposed_for, v.proposed_ms, v.in_force_ms,
                        k.master, k.wrapped
                 FROM agreement a
                 JOIN agreement_version v ON v.team_id = a.team_id AND v.number = a.number
                 JOIN record_key k ON k.record = 'agreement/' || a.team_id || '/' || a.number
                 WHERE a.team_id = $1 AND a.number = $2 AND v.state <> 'past' AND k.wrapped IS NOT NULL
                 ORDER BY v.version",
            )
            .bind(team.as_str())
            .bind(number.as_str())
            .fetch_all(pool)
            .await?
        });
        let Some(first) = versions.first() else { return Ok(None) };
        let parties: Vec<PartyRow> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT number, version, organisation, confirmed_by, confirmed_role, confirmed_ms FROM agreement_party
                 WHERE team_id = $1 AND number = $2 ORDER BY version, place",
            )
            .bind(team.as_str())
            .bind(number.as_str())
            .fetch_all(pool)
            .await?
        });
        let mut agreement = Agreement {
            team: team.clone(),
            number: number.clone(),
            changes: first.changes,
            newest: parties.last().map_or(0, |party| u32::try_from(party.version).unwrap_or(u32::MAX)),
            in_force: None,
            proposed: None,
            ended: match (&first.ended_how, first.ended_ms) {
                (Some(how), Some(at_ms)) => Some((decoded::<AgreementEnd>("agreement", how.clone())?, at_ms)),
                _ => None,
            },
        };
        for row in versions {
            let (number_of, in_force) = (row.version, row.state == "in_force");
            let parties = parties.iter().filter(|party| party.version == number_of);
            let version = self.agreement_version(team, number, row, parties)?;
            *(if in_force { &mut agreement.in_force } else { &mut agreement.proposed }) = Some(version);
        }
        Ok(Some(agreement))
    }

    /// A page of a team's agreements, and how many there are in all. The newest come first; of those that must be looked at
    /// again the longest due.
    pub async fn agreements(
        &self,
        team: &TeamId,
        which: Agreements,
        skip: usize,
        take: usize,
    ) -> Result<(Vec<Agreement>, usize), StoreError> {
        let (page, count) = which.statements();
        let narrowed = match which {
            Agreements::All | Agreements::Awaiting => None,
            Agreements::Of(kind) => Some(kind.code().to_owned()),
            Agreements::Due(day) => Some(day.to_string()),
        };
        let numbers: Vec<String> = read!(self, |pool| {
            sqlx::query_scalar(page)
                .bind(team.as_str())
                .bind(narrowed.as_deref())
                .bind(i64::try_from(take).unwrap_or(i64::MAX))
                .bind(i64::try_from(skip).unwrap_or(i64::MAX))
                .fetch_all(pool)
                .await?
        });
        let all: i64 = read!(self, |pool| {
            sqlx::query_scalar(count).bind(team.as_str()).bind(narrowed.as_deref()).fetch_one(pool).await?
        });
        let mut agreements = Vec::with_capacity(numbers.len());
        for number in numbers {
            agreements.extend(self.agreement(team, &numbered(&number)?).await?);
        }
        Ok((agreements, usize::try_from(all).unwrap_or(0)))
    }

    /// How many agreements a team has of each kind.
    pub async fn agreement_counts(&self, team: &TeamId) -> Result<Vec<(AgreementKind, KindCount)>, StoreError> {
        let rows: Vec<(String, String, i64)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT kind, status, COUNT(*) FROM agreement WHERE team_id = $1 AND status <> 'ended'
                 GROUP BY kind, status",
            )
            .bind(team.as_str())
            .fetch_all(pool)
            .await?
        });
        let count = |kind: AgreementKind, status: &str| {
            let found = rows.iter().find(|(of, in_state, _)| of == kind.code() && in_state == status);
            found.map_or(0, |(_, _, count)| *count)
        };
        let of = |kind: &AgreementKind| {
            let counted = KindCount { in_force: count(*kind, "in_force"), proposed: count(*kind, "proposed") };
            (*kind, counted)
        };
        Ok(AgreementKind::ALL.iter().map(of).collect())
    }

    /// What can be searched of a team's newest agreements that have not ended, at most so many.
    pub async fn agreement_words(&self, team: &TeamId, take: usize) -> Result<Vec<AgreementWords>, StoreError> {
        let limit = i64::try_from(take).unwrap_or(i64::MAX);
        let versions: Vec<VersionRow> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT a.number, a.kind, a.changes, a.ended_how, a.ended_ms, v.version, v.state, v.rule, v.text,
                        v.review_on, v.suggestion, v.proposed_by, v.proposed_for, v.proposed_ms, v.in_force_ms,
                        k.master, k.wrapped
                 FROM (SELECT * FROM agreement WHERE team_id = $1 AND status <> 'ended'
                       ORDER BY made_ms DESC, number LIMIT $2) a
                 JOIN agreement_version v ON v.team_id = a.team_id AND v.number = a.number AND v.state = a.status
                 JOIN record_key k ON k.record = 'agreement/' || a.team_id || '/' || a.number
                 WHERE k.wrapped IS NOT NULL ORDER BY a.made_ms DESC, a.number",
            )
            .bind(team.as_str())
            .bind(limit)
            .fetch_all(pool)
            .await?
        });
        let rows: Vec<PartyRow> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT p.number, p.version, p.organisation, p.confirmed_by, p.confirmed_role, p.confirmed_ms
                 FROM (SELECT * FROM agreement WHERE team_id = $1 AND status <> 'ended'
                       ORDER BY made_ms DESC, number LIMIT $2) a
                 JOIN agreement_party p ON p.team_id = a.team_id AND p.number = a.number ORDER BY p.place",
            )
            .bind(team.as_str())
            .bind(limit)
            .fetch_all(pool)
            .await?
        });
        let mut parties: HashMap<(String, i64), Vec<PartyRow>> = HashMap::new();
        for row in rows {
            parties.entry((row.number.clone(), row.version)).or_default().push(row);
        }
        let mut words = Vec::with_capacity(versions.len());
        for row in versions {
            let (number, in_force) = (numbered(&row.number)?, row.state == "in_force");
            let own = parties.remove(&(row.number.clone(), row.version)).unwrap_or_default();
            let terms = self.agreement_version(team, &number, row, own.iter())?.terms;
            words.push(AgreementWords { number, in_force, subject: terms.subject, text: terms.text });
        }
        Ok(words)
    }

    /// What a team's agreements say about sharing. Only those in force count; one past its review date still does.
    pub async fn sharing_rules(&self, team: &TeamId) -> Result<SharingRules, StoreError> {
        let rows: Vec<(String, String, String, String)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT a.giver, a.receiver, v.rule, a.status
                 FROM agreement a JOIN agreement_version v ON v.team_id = a.team_id AND v.number = a.number
                 WHERE a.team_id = $1 AND a.kind = 'sharing' AND v.state = 'in_force' AND v.in_force_ms IS NOT NULL
                   AND a.giver IS NOT NULL AND a.receiver IS NOT NULL AND v.rule IS NOT NULL
                 ORDER BY v.in_force_ms, a.number",
            )
            .bind(team.as_str())
            .fetch_all(pool)
            .await?
        });
        let mut past = Vec::with_capacity(rows.len());
        for (giver, receiver, rule, status) in rows {
            past.push(PastRule {
                giver: decoded("agreement", giver)?,
                receiver: decoded("agreement", receiver)?,
                rule: decoded("agreement_version", rule)?,
                holds: status == "in_force",
            });
        }
        Ok(rules_in_force(past))
    }
}
