//! Signals: what is remembered of what professionals reported. What they say is sealed, each signal under a key of its own; who
//! sees it stands in clear, so that a list is filtered without opening what it leaves out. Who may change what is decided above;
//! a change that was decided on an earlier state of its signal is refused here.

pub(super) mod change;
mod row;

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

pub(super) use change::apply;

use super::teams::{decoded, same_name};
use super::{Store, StoreError, read};
use crate::domain::{Guard, Protection, RecordNumber, Signal, SignalStatus, TeamId, UserId, Wish, signal_record};
use crate::privacy::Place;
use row::{FEEDBACK, FeedbackRow, HEAD, HeadRow, INTERPRETATIONS, InterpretationRow};
pub(super) use row::{Sheet, numbered, sealed_text, unfit};

/// Which signals of a team are asked for; those that were taken back are in no list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signals {
    /// Only those that have come so far.
    pub status: Option<SignalStatus>,
    /// Only those of this level.
    pub level: Option<u8>,
    /// Only those about the group with this keyed hash (see [`Store::group_hash`]).
    pub group: Option<Vec<u8>>,
    /// Only those sent from this moment on, in milliseconds since 1970.
    pub since_ms: Option<i64>,
}

/// A question to an author that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignalRequest {
    /// Its name inside the bot.
    pub id: String,
    /// The team.
    pub team: TeamId,
    /// The signal.
    pub number: RecordNumber,
    /// Who asks.
    pub by: UserId,
    /// For what.
    pub wish: Wish,
}

/// The place of a text of a signal.
pub(super) fn place<'p>(table: &'p str, row: &'p str, column: &'p str) -> Place<'p> {
    Place { table, row, column }
}

/// The row of a signal, as it stands in what is sealed with its texts.
pub(super) fn row_of(team: &TeamId, number: &RecordNumber) -> String {
    format!("{team}/{number}")
}

impl Store {
    /// The keyed hash by which signals about a group are found, however its alias is written.
    pub async fn group_hash(&self, alias: &str) -> Result<Vec<u8>, StoreError> {
        self.name_hash("group", &same_name(alias)).await
    }

    /// One signal of a team; nothing when the team has none with this number, or it has been taken back or erased.
    pub async fn signal(&self, team: &TeamId, number: &RecordNumber) -> Result<Option<Signal>, StoreError> {
        let head: Option<HeadRow> = read!(self, |pool| {
            sqlx::query_as(HEAD).bind(team.as_str()).bind(number.as_str()).fetch_optional(pool).await?
        });
        let Some(head) = head else { return Ok(None) };
        let shared: Vec<String> = read!(self, |pool| {
            sqlx::query_scalar("SELECT organisation FROM signal_share WHERE team_id = $1 AND number = $2")
                .bind(team.as_str())
                .bind(number.as_str())
                .fetch_all(pool)
                .await?
        });
        let named: Vec<String> = read!(self, |pool| {
            sqlx::query_scalar("SELECT user_id FROM signal_named WHERE team_id = $1 AND number = $2")
                .bind(team.as_str())
                .bind(number.as_str())
                .fetch_all(pool)
                .await?
        });
        let interpretations: Vec<InterpretationRow> = read!(self, |pool| {
            sqlx::query_as(INTERPRETATIONS).bind(team.as_str()).bind(number.as_str()).fetch_all(pool).await?
        });
        let feedback: Vec<FeedbackRow> = read!(self, |pool| {
            sqlx::query_as(FEEDBACK).bind(team.as_str()).bind(number.as_str()).fetch_all(pool).await?
        });
        self.opened_signal(team, number, head, (shared, named), interpretations, feedback).map(Some)
    }

    /// A page of a team's signals, the newest first, and how many there are in all: those only that pass `may_see`, which is
    /// asked before anything of them is opened.
    pub async fn signals(
        &self,
        team: &TeamId,
        which: &Signals,
        may_see: impl Fn(&Guard) -> bool,
        skip: usize,
        take: usize,
    ) -> Result<(Vec<Signal>, usize), StoreError> {
        let seen: Vec<RecordNumber> = self
            .signal_guards(team, which)
            .await?
            .into_iter()
            .filter(|(_, guard)| may_see(guard))
            .map(|(number, _)| number)
            .collect();
        let mut page = Vec::with_capacity(take.min(seen.len()));
        for number in seen.iter().skip(skip).take(take) {
            page.extend(self.signal(team, number).await?);
        }
        Ok((page, seen.len()))
    }

    /// The numbers of a team's signals, the newest first, each with what decides who sees it. Nothing is opened. A number is for
    /// those only whom its guard lets in.
    pub async fn signal_guards(
        &self,
        team: &TeamId,
        which: &Signals,
    ) -> Result<Vec<(RecordNumber, Guard)>, StoreError> {
        let rows: Vec<GuardRow> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT number, label, author, author_organisation, author_named, owner FROM signal
                 WHERE team_id = $1 AND status <> 'gone'
                   AND (CAST($2 AS TEXT) IS NULL OR status = $2) AND (CAST($3 AS BIGINT) IS NULL OR level = $3)
                   AND (CAST($4 AS BIGINT) IS NULL OR group_hash = $5) AND made_ms >= $6
                 ORDER BY made_ms DESC, number",
            )
            .bind(team.as_str())
            .bind(which.status.map(SignalStatus::code))
            .bind(which.level.map(i64::from))
            .bind(which.group.as_ref().map(|_| 1_i64))
            .bind(which.group.as_deref().unwrap_or_default())
            .bind(which.since_ms.unwrap_or(i64::MIN))
            .fetch_all(pool)
            .await?
        });
        let shared: Vec<(String, String)> = read!(self, |pool| {
            sqlx::query_as("SELECT number, organisation FROM signal_share WHERE team_id = $1")
                .bind(team.as_str())
                .fetch_all(pool)
                .await?
        });
        let named: Vec<(String, String)> = read!(self, |pool| {
            sqlx::query_as("SELECT number, user_id FROM signal_named WHERE team_id = $1")
                .bind(team.as_str())
                .fetch_all(pool)
                .await?
        });
        guards("signal", team, rows, [shared, named])
    }

    /// The signals of a team whose reporter has heard nothing back, and the day by which they should.
    pub async fn signals_without_feedback(&self, team: &TeamId) -> Result<Vec<(RecordNumber, NaiveDate)>, StoreError> {
        let rows: Vec<(String, String)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT number, feedback_on FROM signal
                 WHERE team_id = $1 AND status <> 'closed' AND status <> 'gone'
                   AND NOT EXISTS (
                       SELECT 1 FROM signal_feedback
                       WHERE signal_feedback.team_id = signal.team_id AND signal_feedback.number = signal.number
                   )
                 ORDER BY feedback_on, number",
            )
            .bind(team.as_str())
            .fetch_all(pool)
            .await?
        });
        rows.into_iter().map(|(number, day)| Ok((numbered(&number)?, decoded("signal", day)?))).collect()
    }

    /// A question to an author, as long as it is open.
    pub async fn signal_request(&self, id: &str) -> Result<Option<SignalRequest>, StoreError> {
        type RequestRow = (String, String, String, String, String);
        let row: Option<RequestRow> = read!(self, |pool| {
            sqlx::query_as("SELECT team_id, number, asked_by, wish, about FROM signal_request WHERE request_id = $1")
                .bind(id)
                .fetch_optional(pool)
                .await?
        });
        let request = |(team, number, by, wish, about): RequestRow| {
            let wish = Wish::from_code(decoded("signal_request", wish)?, &about).ok_or_else(|| unfit("a wish"))?;
            let (team, number, by) = (TeamId::new(team), numbered(&number)?, UserId::new(by));
            Ok(SignalRequest { id: id.to_owned(), team, number, by, wish })
        };
        row.map(request).transpose()
    }

    /// The names of the questions about a signal that are open.
    pub async fn signal_requests(&self, team: &TeamId, number: &RecordNumber) -> Result<Vec<String>, StoreError> {
        Ok(read!(self, |pool| {
            sqlx::query_scalar(
                "SELECT request_id FROM signal_request WHERE team_id = $1 AND number = $2 ORDER BY made_ms, request_id",
            )
            .bind(team.as_str())
            .bind(number.as_str())
            .fetch_all(pool)
            .await?
        }))
    }

    /// When the coordinators were last asked to look at a group, in milliseconds since 1970.
    pub async fn group_prompted_ms(&self, team: &TeamId, group: &[u8]) -> Result<Option<i64>, StoreError> {
        Ok(read!(self, |pool| {
            sqlx::query_scalar("SELECT at_ms FROM signal_prompt WHERE team_id = $1 AND group_hash = $2")
                .bind(team.as_str())
                .bind(group)
                .fetch_optional(pool)
                .await?
        }))
    }
}

/// What decides who sees a record: number, label, author, their organisation, whether they are named, owner.
pub(super) type GuardRow = (String, String, String, String, bool, Option<String>);

/// The guards of records of this table, with the organisations they are shared with and the people named, each by number.
pub(super) fn guards(
    table: &'static str,
    team: &TeamId,
    rows: Vec<GuardRow>,
    [shared, named]: [Vec<(String, String)>; 2],
) -> Result<Vec<(RecordNumber, Guard)>, StoreError> {
    let (shared, named) = (by_number(shared), by_number(named));
    let guard = |(number, label, author, organisation, author_named, owner): GuardRow| {
        let shared_with = shared.get(&number).into_iter().flatten();
        let guard = Guard::Record(Protection {
            team: team.clone(),
            label: decoded(table, label)?,
            author: UserId::new(author),
            author_organisation: decoded(table, organisation)?,
            owner: owner.map(UserId::new),
            named: named.get(&number).into_iter().flatten().map(UserId::new).collect(),
            shared_with: shared_with.map(|code| decoded(table, code.clone())).collect::<Result<_, _>>()?,
            author_named,
        });
        Ok((numbered(&number)?, guard))
    };
    rows.into_iter().map(guard).collect()
}

/// What hangs on records, by the record's number.
fn by_number(rows: Vec<(String, String)>) -> HashMap<String, BTreeSet<String>> {
    let mut by_number: HashMap<String, BTreeSet<String>> = HashMap::new();
    for (number, one) in rows {
        by_number.entry(number).or_default().insert(one);
    }
    by_number
}

/// The record whose key seals a signal.
pub(super) fn record(team: &TeamId, number: &RecordNumber) -> String {
    signal_record(team, number)
}
