//! Incidents: what happened, its timeline, and how far its evaluation has come. What they say is sealed, each incident under a key of
//! its own; who sees it stands in clear, so that a list is filtered without opening what it leaves out. The actions of an evaluation
//! lie beside, in [`actions`](super::actions), under the same key.

pub(super) mod change;
mod row;

pub(super) use change::apply;

use super::signals::{GuardRow, guards, numbered};
use super::teams::{decoded, opened};
use super::{Store, StoreError, read};
use crate::domain::evaluation::{Evaluation, Stage, Terms};
use crate::domain::incident::{Incident, IncidentStatus, Nature, incident_record};
use crate::domain::{EventId, Guard, RecordNumber, RoomId, TeamId, UserId};
use crate::privacy::{Place, Wrapped};
use row::{CONTRIBUTIONS, ContributionRow, HEAD, HeadRow, LINES, Parts};
pub(super) use row::{LineRow, line};

/// Which incidents of a team are asked for; those that were taken back are in no list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Incidents {
    /// Only those that have come so far.
    pub status: Option<IncidentStatus>,
    /// Only those of this nature.
    pub nature: Option<Nature>,
}

/// Something that was said in an evaluation, found by the message that says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidInEvaluation {
    /// The team.
    pub team: TeamId,
    /// The incident.
    pub number: RecordNumber,
    /// Its name inside the bot.
    pub id: String,
    /// When in the evaluation.
    pub stage: Stage,
    /// Who said it.
    pub person: UserId,
}

/// The place of a text of an incident.
pub(super) fn place<'p>(table: &'p str, row: &'p str, column: &'p str) -> Place<'p> {
    Place { table, row, column }
}

/// The row of an incident, as it stands in what is sealed with its texts.
pub(super) fn row_of(team: &TeamId, number: &RecordNumber) -> String {
    format!("{team}/{number}")
}

/// The row of a line of a timeline.
pub(super) fn line_row(team: &TeamId, number: &RecordNumber, line: u32) -> String {
    format!("{team}/{number}/{line}")
}

/// The record whose key seals an incident.
pub(super) fn record(team: &TeamId, number: &RecordNumber) -> String {
    incident_record(team, number)
}

impl Store {
    /// One incident of a team; nothing when the team has none with this number, or it has been taken back or erased.
    pub async fn incident(&self, team: &TeamId, number: &RecordNumber) -> Result<Option<Incident>, StoreError> {
        let (team_id, number_text) = (team.as_str(), number.as_str());
        let head: Option<HeadRow> =
            read!(self, |pool| { sqlx::query_as(HEAD).bind(team_id).bind(number_text).fetch_optional(pool).await? });
        let Some(head) = head else { return Ok(None) };
        let shared: Vec<String> = read!(self, |pool| {
            sqlx::query_scalar("SELECT organisation FROM incident_share WHERE team_id = $1 AND number = $2")
                .bind(team_id)
                .bind(number_text)
                .fetch_all(pool)
                .await?
        });
        let named: Vec<String> = read!(self, |pool| {
            sqlx::query_scalar("SELECT user_id FROM incident_named WHERE team_id = $1 AND number = $2")
                .bind(team_id)
                .bind(number_text)
                .fetch_all(pool)
                .await?
        });
        let lines: Vec<LineRow> =
            read!(self, |pool| { sqlx::query_as(LINES).bind(team_id).bind(number_text).fetch_all(pool).await? });
        let contributions: Vec<ContributionRow> = read!(self, |pool| {
            sqlx::query_as(CONTRIBUTIONS).bind(team_id).bind(number_text).fetch_all(pool).await?
        });
        self.opened_incident(team, number, head, Parts { shared, named, lines, contributions }).map(Some)
    }

    /// The numbers of a team's incidents, the newest first, each with what decides who sees it. Nothing is opened. A number is for
    /// those only whom its guard lets in.
    pub async fn incident_guards(
        &self,
        team: &TeamId,
        which: &Incidents,
    ) -> Result<Vec<(RecordNumber, Guard)>, StoreError> {
        let rows: Vec<GuardRow> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT number, label, author, author_organisation, author_named, owner FROM incident
                 WHERE team_id = $1 AND status <> 'withdrawn'
                   AND (CAST($2 AS TEXT) IS NULL OR status = $2) AND (CAST($3 AS TEXT) IS NULL OR nature = $3)
                 ORDER BY made_ms DESC, number",
            )
            .bind(team.as_str())
            .bind(which.status.map(IncidentStatus::code))
            .bind(which.nature.map(Nature::code))
            .fetch_all(pool)
            .await?
        });
        let shared: Vec<(String, String)> = read!(self, |pool| {
            sqlx::query_as("SELECT number, organisation FROM incident_share WHERE team_id = $1")
                .bind(team.as_str())
                .fetch_all(pool)
                .await?
        });
        let named: Vec<(String, String)> = read!(self, |pool| {
            sqlx::query_as("SELECT number, user_id FROM incident_named WHERE team_id = $1")
                .bind(team.as_str())
                .fetch_all(pool)
                .await?
        });
        guards("incident", team, rows, [shared, named])
    }

    /// The incident for whose date this message or reaction votes; nothing when it votes for none.
    pub async fn voted_by(&self, event: &EventId) -> Result<Option<(TeamId, RecordNumber)>, StoreError> {
        let row: Option<(String, String)> = read!(self, |pool| {
            sqlx::query_as("SELECT team_id, number FROM vote_tick WHERE event_id = $1")
                .bind(event.as_str())
                .fetch_optional(pool)
                .await?
        });
        row.map(|(team, number)| Ok((TeamId::new(team), numbered(&number)?))).transpose()
    }

    /// The days of the path of its evaluations that a team has set for itself.
    pub async fn path_terms(&self, team: &TeamId) -> Result<Option<Terms>, StoreError> {
        let terms: Option<Option<String>> = read!(self, |pool| {
            sqlx::query_scalar("SELECT path FROM team WHERE team_id = $1")
                .bind(team.as_str())
                .fetch_optional(pool)
                .await?
        });
        let parsed =
            |json: String| serde_json::from_str(&json).map_err(|source| StoreError::Corrupt { table: "team", source });
        terms.flatten().map(parsed).transpose()
    }

    /// How far the evaluations of a team's incidents have come. Who may hear of which is not looked at.
    pub async fn evaluations(&self, team: &TeamId) -> Result<Vec<(RecordNumber, Evaluation)>, StoreError> {
        let rows: Vec<(String, Vec<u8>, String, Vec<u8>)> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT i.number, i.evaluation, k.master, k.wrapped FROM incident i
                 JOIN record_key k ON k.record = 'incident/' || i.team_id || '/' || i.number
                 WHERE i.team_id = $1 AND i.status <> 'withdrawn' AND k.wrapped IS NOT NULL AND k.master IS NOT NULL
                 ORDER BY i.number",
            )
            .bind(team.as_str())
            .fetch_all(pool)
            .await?
        });
        let evaluation = |(number, sealed, master, wrapped): (String, Vec<u8>, String, Vec<u8>)| {
            let number = numbered(&number)?;
            let key = self.unwrap_key(&record(team, &number), &Wrapped { master, bytes: wrapped })?;
            let row = row_of(team, &number);
            let json = opened(&key, place("incident", &row, "evaluation"), &sealed, "incident")?;
            Ok((number, row::parsed(&json)?))
        };
        rows.into_iter().map(evaluation).collect()
    }

    /// What this message said in an evaluation; nothing when it said nothing there, or that was taken back.
    pub async fn said_in_evaluation(
        &self,
        room: &RoomId,
        event: &EventId,
    ) -> Result<Option<SaidInEvaluation>, StoreError> {
        type SaidRow = (String, String, String, String, String);
        let row: Option<SaidRow> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT team_id, number, contribution_id, stage, person FROM contribution
                 WHERE said_room = $1 AND said_event = $2",
            )
            .bind(room.as_str())
            .bind(event.as_str())
            .fetch_optional(pool)
            .await?
        });
        let said = |(team, number, id, stage, person): SaidRow| {
            Ok(SaidInEvaluation {
                team: TeamId::new(team),
                number: numbered(&number)?,
                id,
                stage: decoded("contribution", stage)?,
                person: UserId::new(person),
            })
        };
        row.map(said).transpose()
    }
}
