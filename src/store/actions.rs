//! The actions that follow from evaluations. Their words are sealed under the key of their incident, and guarded as it is: whoever
//! may not see the incident gets no word of them.

use super::incidents::{place, record};
use super::signals::numbered;
use super::teams::{decoded, opened};
use super::{Store, StoreError, read};
use crate::domain::incident::{Action, ActionContent, ActionOwner, ActionStatus};
use crate::domain::{Field, Guard, Guarded, RecordNumber, Scope, TeamId, UserId};

/// Makes a change of an action. One that was decided on another state of it fails as overtaken, which rolls back all.
macro_rules! apply {
    ($store:expr, $tx:ident, $change:expr, $now_ms:expr) => {{
        use $crate::domain::incident::{ActionOwner, ActionStep};
        use $crate::store::actions::row_of;
        use $crate::store::incidents::{place, record};
        use $crate::store::signals::change::key;
        let change: &$crate::domain::incident::ActionChange = $change;
        let (team, number) = (change.team.as_str(), change.number.as_str());
        let row = row_of(&change.team, &change.number);
        if change.seen > 0 {
            let taken = sqlx::query(
                "UPDATE action SET version = version + 1 WHERE team_id = $1 AND number = $2 AND version = $3",
            )
            .bind(team)
            .bind(number)
            .bind(change.seen)
            .execute(&mut *$tx)
            .await?
            .rows_affected();
            if taken == 0 {
                return Err($crate::store::StoreError::Overtaken);
            }
        }
        let whose = |owner: &ActionOwner| match owner {
            ActionOwner::Person(person) => (Some(person.as_str().to_owned()), None),
            ActionOwner::Organisation(organisation) => (None, Some(organisation.code())),
        };
        match &change.step {
            ActionStep::Made(new) => {
                let incident = record(&change.team, &new.incident);
                let key = key!($store, $tx, incident.as_str());
                let (person, organisation) = whose(&new.owner);
                let made = sqlx::query(
                    "INSERT INTO action (team_id, number, version, account, incident, status, owner, owner_organisation,
                            due_on, asked, what, made_ms)
                     VALUES ($1, $2, 1, $3, $4, 'open', $5, $6, $7, 0, $8, $9) ON CONFLICT (team_id, number) DO NOTHING",
                )
                .bind(team)
                .bind(number)
                .bind(new.account.as_str())
                .bind(new.incident.as_str())
                .bind(person)
                .bind(organisation)
                .bind(new.due_on.to_string())
                .bind(key.seal(place("action", &row, "what"), new.what.as_bytes()))
                .bind($now_ms)
                .execute(&mut *$tx)
                .await?
                .rows_affected();
                if made == 0 {
                    return Err($crate::store::StoreError::Overtaken);
                }
            }
            ActionStep::Moved { due_on } => {
                sqlx::query("UPDATE action SET due_on = $3, asked = 0 WHERE team_id = $1 AND number = $2")
                    .bind(team)
                    .bind(number)
                    .bind(due_on.to_string())
                    .execute(&mut *$tx)
                    .await?;
            }
            ActionStep::Asked => {
                sqlx::query("UPDATE action SET asked = asked + 1 WHERE team_id = $1 AND number = $2")
                    .bind(team)
                    .bind(number)
                    .execute(&mut *$tx)
                    .await?;
            }
            ActionStep::Offered { to } => {
                sqlx::query("UPDATE action SET offered_to = $3 WHERE team_id = $1 AND number = $2")
                    .bind(team)
                    .bind(number)
                    .bind(to.as_str())
                    .execute(&mut *$tx)
                    .await?;
            }
            ActionStep::Refused => {
                sqlx::query("UPDATE action SET offered_to = NULL WHERE team_id = $1 AND number = $2")
                    .bind(team)
                    .bind(number)
                    .execute(&mut *$tx)
                    .await?;
            }
            ActionStep::HandedOver { to } => {
                let (person, organisation) = whose(to);
                sqlx::query(
                    "UPDATE action SET owner = $3, owner_organisation = $4, offered_to = NULL, asked = 0
                     WHERE team_id = $1 AND number = $2",
                )
                .bind(team)
                .bind(number)
                .bind(person)
                .bind(organisation)
                .execute(&mut *$tx)
                .await?;
            }
            ActionStep::Done => {
                sqlx::query(
                    "UPDATE action SET status = 'done', ended_ms = $3, offered_to = NULL
                     WHERE team_id = $1 AND number = $2",
                )
                .bind(team)
                .bind(number)
                .bind($now_ms)
                .execute(&mut *$tx)
                .await?;
            }
            ActionStep::Dropped { reason } => {
                let incident: Option<String> =
                    sqlx::query_scalar("SELECT incident FROM action WHERE team_id = $1 AND number = $2")
                        .bind(team)
                        .bind(number)
                        .fetch_optional(&mut *$tx)
                        .await?;
                let incident = $crate::store::signals::numbered(incident.as_deref().unwrap_or_default())?;
                let incident = record(&change.team, &incident);
                let key = key!($store, $tx, incident.as_str());
                sqlx::query(
                    "UPDATE action SET status = 'dropped', dropped = $3, ended_ms = $4, offered_to = NULL
                     WHERE team_id = $1 AND number = $2",
                )
                .bind(team)
                .bind(number)
                .bind(key.seal(place("action", &row, "dropped"), reason.as_bytes()))
                .bind($now_ms)
                .execute(&mut *$tx)
                .await?;
            }
        }
        // The evaluation goes on with it; being asked after is nobody's doing.
        if !matches!(change.step, ActionStep::Asked) {
            sqlx::query(
                "UPDATE incident SET touched_ms = $3
                 WHERE team_id = $1 AND number = (SELECT incident FROM action WHERE team_id = $1 AND number = $2)",
            )
            .bind(team)
            .bind(number)
            .bind($now_ms)
            .execute(&mut *$tx)
            .await?;
        }
    }};
}
pub(super) use apply;

/// The row of an action, as it stands in what is sealed with its texts.
pub(super) fn row_of(team: &TeamId, number: &RecordNumber) -> String {
    format!("{team}/{number}")
}

/// Which actions of a team are asked for; those of incidents that were erased are in no list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Actions {
    /// Only those that have come so far.
    pub status: Option<ActionStatus>,
    /// Only those of this incident.
    pub incident: Option<RecordNumber>,
}

#[derive(sqlx::FromRow)]
struct ActionRow {
    number: String,
    version: i64,
    incident: String,
    status: String,
    owner: Option<String>,
    owner_organisation: Option<String>,
    offered_to: Option<String>,
    due_on: String,
    asked: i64,
    what: Vec<u8>,
    dropped: Option<Vec<u8>>,
    made_ms: i64,
    ended_ms: Option<i64>,
}

impl Store {
    /// One action of a team; nothing when there is none with this number, or its incident has been taken back or erased.
    pub async fn action(&self, team: &TeamId, number: &RecordNumber) -> Result<Option<Action>, StoreError> {
        let found = self.action_rows(team, &Actions::default(), Some(number)).await?;
        Ok(self.opened_actions(team, found).await?.pop())
    }

    /// A team's actions, the soonest due first.
    pub async fn actions(&self, team: &TeamId, which: &Actions) -> Result<Vec<Action>, StoreError> {
        let found = self.action_rows(team, which, None).await?;
        self.opened_actions(team, found).await
    }

    async fn action_rows(
        &self,
        team: &TeamId,
        which: &Actions,
        number: Option<&RecordNumber>,
    ) -> Result<Vec<ActionRow>, StoreError> {
        Ok(read!(self, |pool| {
            sqlx::query_as(
                "SELECT a.number, a.version, a.incident, a.status, a.owner, a.owner_organisation, a.offered_to, a.due_on,
                        a.asked, a.what, a.dropped, a.made_ms, a.ended_ms
                 FROM action a JOIN incident i ON i.team_id = a.team_id AND i.number = a.incident
                 WHERE a.team_id = $1 AND i.status <> 'gone'
                   AND (CAST($2 AS TEXT) IS NULL OR a.number = $2) AND (CAST($3 AS TEXT) IS NULL OR a.status = $3)
                   AND (CAST($4 AS TEXT) IS NULL OR a.incident = $4)
                 ORDER BY a.due_on, a.number",
            )
            .bind(team.as_str())
            .bind(number.map(RecordNumber::as_str))
            .bind(which.status.map(ActionStatus::code))
            .bind(which.incident.as_ref().map(RecordNumber::as_str))
            .fetch_all(pool)
            .await?
        }))
    }

    async fn opened_actions(&self, team: &TeamId, rows: Vec<ActionRow>) -> Result<Vec<Action>, StoreError> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let guards = self.incident_guards(team, &super::Incidents::default()).await?;
        let mut actions = Vec::with_capacity(rows.len());
        for row in rows {
            let incident = numbered(&row.incident)?;
            // Erased a moment ago, it opens to nobody.
            let guard = guards.iter().find(|(number, _)| *number == incident).map(|(_, guard)| guard.clone());
            let (Some(guard), Some(key)) = (guard, self.record_key(&record(team, &incident)).await?) else { continue };
            actions.push(action(team, row, incident, guard, &key)?);
        }
        Ok(actions)
    }
}

fn action(
    team: &TeamId,
    row: ActionRow,
    incident: RecordNumber,
    guard: Guard,
    key: &crate::privacy::RecordKey,
) -> Result<Action, StoreError> {
    let number = numbered(&row.number)?;
    let named = row_of(team, &number);
    let text = |column: &str, sealed: &[u8]| {
        opened(key, place("action", &named, column), sealed, "action").map(|text| Field::new(Scope::Shared, text))
    };
    let owner = match (row.owner, row.owner_organisation) {
        (None, Some(organisation)) => ActionOwner::Organisation(decoded("action", organisation)?),
        (person, _) => ActionOwner::Person(UserId::new(person.unwrap_or_default())),
    };
    let content = ActionContent {
        what: text("what", &row.what)?,
        dropped: row.dropped.as_ref().map(|dropped| text("dropped", dropped)).transpose()?,
    };
    Ok(Action {
        team: team.clone(),
        number,
        version: row.version,
        incident,
        status: decoded("action", row.status)?,
        owner,
        offered_to: row.offered_to.map(UserId::new),
        due_on: decoded("action", row.due_on)?,
        asked: u32::try_from(row.asked).unwrap_or(u32::MAX),
        made_ms: row.made_ms,
        ended_ms: row.ended_ms,
        content: Guarded::new(content, guard),
    })
}
