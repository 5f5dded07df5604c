//! What is held about a person: every place in the tables that can hold who they are, in one list. A test goes over all tables and
//! columns and fails when one is neither in that list nor named as holding nobody, so that a new one cannot be forgotten. What a
//! record says is not opened here; who may see it, and in which words it is told, is for others.

mod columns;
#[cfg(test)]
mod tests;

use columns::COLUMNS;

use super::practice::{entry_place, reason_place};
use super::teams::{decoded, opened};
use super::{Store, StoreError, read};
use crate::domain::practice::TeamEntry;
use crate::domain::{TeamId, UserId, practice_record};

/// The part that somebody has in something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Their language and zone.
    Settings,
    /// The encryption identity by which they are known.
    Identity,
    /// A member of a team.
    Member,
    /// The team that they mean in a room.
    TeamChosen,
    /// A room with the bot alone.
    DirectRoom,
    /// Such a room that is being made.
    DirectRoomMaking,
    /// Words that wait for them.
    PrivateWaiting,
    /// They are asked once more to come to their own room.
    Invited,
    /// A form under way.
    Dialogue,
    /// A bare row of an event in their own room.
    EventRow,
    /// A bare row of a message of the bot in their own room, or in answer to them.
    MessageRow,
    /// Wrote a signal.
    SignalWritten,
    /// Follows a signal up.
    SignalOwned,
    /// Is named in a signal.
    SignalNamed,
    /// Interpreted a signal.
    SignalInterpreted,
    /// Gave feedback on a signal.
    SignalFeedback,
    /// Asked to widen who sees a signal.
    SignalAsked,
    /// Somebody asks to name them in a signal.
    SignalAskedAbout,
    /// Opened an incident.
    IncidentWritten,
    /// Leads an incident.
    IncidentOwned,
    /// Is named in an incident.
    IncidentNamed,
    /// Keeps contact with the young people after an incident.
    IncidentContact,
    /// Wrote a line of a timeline; the row ends in its place.
    IncidentLine,
    /// Said something in an evaluation.
    IncidentSaid,
    /// Takes part in an evaluation, votes for its date, or leads it.
    IncidentEvaluation,
    /// An action is theirs.
    ActionOwned,
    /// Is asked to take an action over.
    ActionOffered,
    /// Made a reminder.
    ReminderWritten,
    /// A reminder names them.
    ReminderFor,
    /// Proposed a version of an agreement.
    AgreementProposed,
    /// Confirmed a version of an agreement.
    AgreementConfirmed,
    /// Proposed an entry of the matrix.
    PracticeProposed,
    /// Decided on such a proposal.
    PracticeDecided,
    /// Holds a record back; the row is its whole name.
    RecordHeld,
    /// Let the operator search the records of a team.
    SearchAllowed,
    /// Takes part in aftercare; the moment is the next check-in.
    Aftercare,
    /// Did something that the audit log tells.
    ActedInLog,
    /// The audit log tells something about them.
    ToldInLog,
}

/// One place in which a person stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The part that they have in it.
    pub part: Part,
    /// Whose it is.
    pub team: Option<TeamId>,
    /// Which row: the number of a record, a room, a name inside the bot.
    pub row: String,
    /// When, in milliseconds since 1970, where that is known.
    pub at_ms: Option<i64>,
}

/// A proposal for an entry of the matrix, whatever became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldProposal {
    /// The entry.
    pub slug: String,
    /// What it says; nothing when it has been erased.
    pub entry: Option<TeamEntry>,
    /// Why it was refused.
    pub reason: Option<String>,
}

type Row = (Option<String>, String, Option<i64>);

impl Store {
    /// Every place in which this person stands, by what part they have, the oldest first.
    pub async fn traces(&self, person: &UserId) -> Result<Vec<Trace>, StoreError> {
        let mut traces = Vec::new();
        for column in COLUMNS.iter().filter(|column| !column.sql.is_empty()) {
            let rows: Vec<Row> =
                read!(self, |pool| sqlx::query_as(column.sql).bind(person.as_str()).fetch_all(pool).await?);
            tracing::trace!(table = column.table, column = column.name, rows = rows.len(), "looked for a person");
            traces.extend(rows.into_iter().map(|row| trace(column.part, row)));
        }
        traces.extend(self.aftercare_traces(person).await?);
        traces.extend(self.evaluation_traces(person).await?);
        traces.sort_by(|one, other| (one.part, one.at_ms, &one.row).cmp(&(other.part, other.at_ms, &other.row)));
        Ok(traces)
    }

    /// Their plan of aftercare. Its row holds a keyed hash of who they are; the next check-in is work that falls due, under the name of
    /// the plan.
    async fn aftercare_traces(&self, person: &UserId) -> Result<Vec<Trace>, StoreError> {
        let hash = self.name_hash("aftercare", person.as_str()).await?;
        let rows: Vec<Row> = read!(self, |pool| {
            sqlx::query_as(
                "SELECT CAST(NULL AS TEXT), aftercare_id,
                        (SELECT MIN(at_ms) FROM due WHERE kind = 'check_in' AND subject = aftercare_id)
                 FROM aftercare WHERE person_hash = $1",
            )
            .bind(hash.as_slice())
            .fetch_all(pool)
            .await?
        });
        Ok(rows.into_iter().map(|row| trace(Part::Aftercare, row)).collect())
    }

    /// The evaluations in whose path, poll or session they stand. That lies sealed with each incident.
    async fn evaluation_traces(&self, person: &UserId) -> Result<Vec<Trace>, StoreError> {
        let mut traces = Vec::new();
        for team in self.teams().await? {
            for (number, evaluation) in self.evaluations(&team).await? {
                if evaluation.people().contains(person) {
                    let (team, row) = (Some(team.clone()), number.to_string());
                    traces.push(Trace { part: Part::IncidentEvaluation, team, row, at_ms: None });
                }
            }
        }
        Ok(traces)
    }

    /// A proposal of this team, whatever became of it; nothing when its row is gone.
    pub async fn held_proposal(&self, team: &TeamId, id: &str) -> Result<Option<HeldProposal>, StoreError> {
        let row: Option<(String, Vec<u8>, Option<Vec<u8>>)> = read!(self, |pool| {
            sqlx::query_as("SELECT slug, entry, reason FROM practice_entry WHERE team_id = $1 AND entry_id = $2")
                .bind(team.as_str())
                .bind(id)
                .fetch_optional(pool)
                .await?
        });
        let Some((slug, entry, reason)) = row else { return Ok(None) };
        let Some(key) = self.record_key(&practice_record(team, id)).await? else {
            return Ok(Some(HeldProposal { slug, entry: None, reason: None }));
        };
        let json = opened(&key, entry_place(id), &entry, "practice_entry")?;
        let entry = serde_json::from_str(&json);
        let entry = entry.map_err(|source| StoreError::Corrupt { table: "practice_entry", source })?;
        let reason = reason.map(|sealed| opened(&key, reason_place(id), &sealed, "practice_entry")).transpose()?;
        Ok(Some(HeldProposal { slug, entry: Some(entry), reason }))
    }

    /// Until when this person is away from this team, if they said so.
    pub async fn away_from(&self, team: &TeamId, person: &UserId) -> Result<Option<chrono::NaiveDate>, StoreError> {
        let day: Option<Option<String>> = read!(self, |pool| {
            sqlx::query_scalar("SELECT absent_until FROM member WHERE team_id = $1 AND user_id = $2")
                .bind(team.as_str())
                .bind(person.as_str())
                .fetch_optional(pool)
                .await?
        });
        day.flatten().map(|day| decoded("member", day)).transpose()
    }
}

fn trace(part: Part, (team, row, at_ms): Row) -> Trace {
    Trace { part, team: team.map(TeamId::new), row, at_ms }
}

/// What is looked into by a statement: table, column, and the part that is found.
#[cfg(test)]
pub(super) fn looked_into() -> impl Iterator<Item = (&'static str, &'static str, Part)> {
    COLUMNS.iter().filter(|column| !column.sql.is_empty()).map(|column| (column.table, column.name, column.part))
}
