//! Incidents as they stand in the tables, and how they are read: the head, and what hangs on it.

use serde::Deserialize;

use super::super::signals::unfit;
use super::super::teams::{decoded, opened};
use super::super::{Store, StoreError};
use super::{line_row, place, record, row_of};
use crate::domain::evaluation::{Contribution, Evaluation, Stage, contribution_guard};
use crate::domain::incident::{ContactOwner, Incident, IncidentContent, TimelineLine};
use crate::domain::{Answered, Answers, Field, Form, Guarded, Protection, RecordNumber, Scope, TeamId, UserId};
use crate::privacy::{RecordKey, Wrapped};

/// An incident that still opens, with its form and its key.
pub(super) const HEAD: &str =
    "SELECT i.version, i.account, i.nature, i.status, i.label, i.author, i.author_organisation, i.author_named, i.owner,
            f.json AS form, i.sheet, i.frozen, i.evaluation, i.made_ms, i.closing, i.ended_ms,
            i.contact, i.contact_since_ms, k.master, k.wrapped
     FROM incident i JOIN form f ON f.name = i.form
     JOIN record_key k ON k.record = 'incident/' || i.team_id || '/' || i.number
     WHERE i.team_id = $1 AND i.number = $2 AND i.status <> 'gone'
       AND k.wrapped IS NOT NULL AND k.master IS NOT NULL";

pub(super) const LINES: &str = "SELECT line, from_ms, until_ms, organisation, happened, made_ms FROM incident_line
     WHERE team_id = $1 AND number = $2 ORDER BY line";

pub(super) const CONTRIBUTIONS: &str =
    "SELECT contribution_id, stage, question, person, organisation, text, released, made_ms FROM contribution
     WHERE team_id = $1 AND number = $2 ORDER BY made_ms, contribution_id";

#[derive(sqlx::FromRow)]
pub(super) struct HeadRow {
    version: i64,
    account: String,
    nature: String,
    status: String,
    label: String,
    author: String,
    author_organisation: String,
    author_named: bool,
    owner: Option<String>,
    form: String,
    sheet: Vec<u8>,
    frozen: Option<Vec<u8>>,
    evaluation: Vec<u8>,
    made_ms: i64,
    closing: Option<Vec<u8>>,
    ended_ms: Option<i64>,
    contact: Option<String>,
    contact_since_ms: Option<i64>,
    master: String,
    wrapped: Vec<u8>,
}

#[derive(sqlx::FromRow)]
pub(in crate::store) struct LineRow {
    line: i64,
    from_ms: i64,
    until_ms: Option<i64>,
    organisation: String,
    happened: Vec<u8>,
    made_ms: i64,
}

#[derive(sqlx::FromRow)]
pub(super) struct ContributionRow {
    contribution_id: String,
    stage: String,
    question: String,
    person: String,
    organisation: String,
    text: Vec<u8>,
    released: bool,
    made_ms: i64,
}

/// What hangs on a head.
pub(super) struct Parts {
    pub(super) shared: Vec<String>,
    pub(super) named: Vec<String>,
    pub(super) lines: Vec<LineRow>,
    pub(super) contributions: Vec<ContributionRow>,
}

impl Store {
    /// An incident from its rows.
    pub(super) fn opened_incident(
        &self,
        team: &TeamId,
        number: &RecordNumber,
        head: HeadRow,
        parts: Parts,
    ) -> Result<Incident, StoreError> {
        let key = self.unwrap_key(&record(team, number), &Wrapped { master: head.master, bytes: head.wrapped })?;
        let row = row_of(team, number);
        let text = |column: &str, sealed: &[u8]| opened(&key, place("incident", &row, column), sealed, "incident");
        let answers: Answers = parsed(&text("sheet", &head.sheet)?)?;
        let evaluation: Evaluation = parsed(&text("evaluation", &head.evaluation)?)?;
        let form: Form = parsed(&head.form)?;
        let (status, nature) = (decoded("incident", head.status)?, decoded("incident", head.nature)?);
        let shared = parts.shared.into_iter().map(|code| decoded("incident_share", code));
        let protection = Protection {
            team: team.clone(),
            label: decoded("incident", head.label)?,
            author: UserId::new(head.author),
            author_organisation: decoded("incident", head.author_organisation)?,
            owner: head.owner.map(UserId::new),
            named: parts.named.into_iter().map(UserId::new).collect(),
            shared_with: shared.collect::<Result<_, _>>()?,
            author_named: head.author_named,
        };
        let shared_text = |column: &str, sealed: &Option<Vec<u8>>| -> Result<Option<Field<String>>, StoreError> {
            let words = sealed.as_ref().map(|sealed| text(column, sealed)).transpose()?;
            Ok(words.map(|words| Field::new(Scope::Shared, words)))
        };
        let contact = head.contact.zip(head.contact_since_ms);
        let contact = contact.map(|(person, since_ms)| ContactOwner { person: UserId::new(person), since_ms });
        let closing = shared_text("closing", &head.closing)?.zip(head.ended_ms);
        let said = |row| said(&key, &protection, evaluation.gathered, row);
        let content = IncidentContent {
            number: number.clone(),
            nature,
            status,
            made_ms: head.made_ms,
            answers: Answered::all(&form, answers, &std::collections::BTreeSet::new()),
            form,
            lines: parts.lines.into_iter().map(|row| line(&key, team, number, row)).collect::<Result<_, _>>()?,
            frozen: shared_text("frozen", &head.frozen)?,
            closing,
            contributions: parts.contributions.into_iter().map(said).collect::<Result<_, _>>()?,
        };
        Ok(Incident {
            team: team.clone(),
            number: number.clone(),
            version: head.version,
            status,
            nature,
            account: UserId::new(head.account),
            frozen: content.frozen.is_some(),
            contact,
            evaluation,
            content: Guarded::new(content, protection.clone()),
            protection,
        })
    }
}

/// A line of a timeline from its row.
pub(in crate::store) fn line(
    key: &RecordKey,
    team: &TeamId,
    number: &RecordNumber,
    row: LineRow,
) -> Result<TimelineLine, StoreError> {
    let line = u32::try_from(row.line).map_err(|_| unfit("a line"))?;
    let happened =
        opened(key, place("incident_line", &line_row(team, number, line), "happened"), &row.happened, "incident_line")?;
    Ok(TimelineLine {
        line,
        from_ms: row.from_ms,
        until_ms: row.until_ms,
        made_ms: row.made_ms,
        organisation: decoded("incident_line", row.organisation)?,
        happened: Field::new(Scope::Shared, parsed(&happened)?),
    })
}

fn said(
    key: &RecordKey,
    record: &Protection,
    gathered: bool,
    row: ContributionRow,
) -> Result<Guarded<Contribution>, StoreError> {
    let text = opened(key, place("contribution", &row.contribution_id, "text"), &row.text, "contribution")?;
    let stage: Stage = decoded("contribution", row.stage)?;
    let person = UserId::new(row.person);
    let guard = contribution_guard(record, stage, &person, (row.released, gathered));
    let contribution = Contribution {
        id: row.contribution_id,
        stage,
        question: row.question,
        person,
        organisation: decoded("contribution", row.organisation)?,
        released: row.released,
        at_ms: row.made_ms,
        text: Field::new(Scope::Shared, text),
    };
    Ok(Guarded::new(contribution, guard))
}

pub(super) fn parsed<'t, T: Deserialize<'t>>(json: &'t str) -> Result<T, StoreError> {
    serde_json::from_str(json).map_err(|source| StoreError::Corrupt { table: "incident", source })
}
