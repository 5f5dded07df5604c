//! Signals as they stand in the tables, and how they are read: the head, and what hangs on it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::super::teams::{decoded, opened};
use super::super::{Store, StoreError};
use super::{place, record, row_of};
use crate::domain::{
    Answered, Answers, Feedback, Field, Form, Guarded, Interpretation, Label, Protection, RecordNumber, Scope, Signal,
    SignalContent, TeamId, UserId,
};
use crate::privacy::{RecordKey, Wrapped};

/// What is sealed of a signal when it is sent.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::store) struct Sheet {
    pub(in crate::store) answers: Answers,
    pub(in crate::store) released: BTreeSet<String>,
}

/// A signal that still opens, with its form and its key.
pub(super) const HEAD: &str =
    "SELECT s.version, s.status, s.label, s.level, s.author, s.author_organisation, s.author_named, s.owner,
            f.json AS form, s.sheet, s.group_hash, s.feedback_on, s.made_ms, s.closing, s.ended_ms, k.master, k.wrapped
     FROM signal s JOIN form f ON f.name = s.form
     JOIN record_key k ON k.record = 'signal/' || s.team_id || '/' || s.number
     WHERE s.team_id = $1 AND s.number = $2 AND s.status <> 'gone' AND s.sheet IS NOT NULL
       AND k.wrapped IS NOT NULL AND k.master IS NOT NULL";

pub(super) const INTERPRETATIONS: &str =
    "SELECT i.interpretation_id, i.interpreter, i.organisation, f.json AS form, i.answers, i.made_ms
     FROM signal_interpretation i JOIN form f ON f.name = i.form
     WHERE i.team_id = $1 AND i.number = $2 ORDER BY i.made_ms, i.interpretation_id";

pub(super) const FEEDBACK: &str = "SELECT feedback_id, said_by, text, made_ms, read_ms FROM signal_feedback
     WHERE team_id = $1 AND number = $2 ORDER BY made_ms, feedback_id";

#[derive(sqlx::FromRow)]
pub(super) struct HeadRow {
    version: i64,
    status: String,
    label: String,
    level: i64,
    author: String,
    author_organisation: String,
    author_named: bool,
    owner: Option<String>,
    form: String,
    sheet: Vec<u8>,
    group_hash: Option<Vec<u8>>,
    feedback_on: String,
    made_ms: i64,
    closing: Option<Vec<u8>>,
    ended_ms: Option<i64>,
    master: String,
    wrapped: Vec<u8>,
}

#[derive(sqlx::FromRow)]
pub(super) struct InterpretationRow {
    interpretation_id: String,
    interpreter: String,
    organisation: String,
    form: String,
    answers: Vec<u8>,
    made_ms: i64,
}

#[derive(sqlx::FromRow)]
pub(super) struct FeedbackRow {
    feedback_id: String,
    said_by: String,
    text: Vec<u8>,
    made_ms: i64,
    read_ms: Option<i64>,
}

/// A value as JSON, sealed for its place.
pub(in crate::store) fn sealed_text<T: Serialize>(
    key: &RecordKey,
    place: crate::privacy::Place<'_>,
    value: &T,
) -> Result<Vec<u8>, StoreError> {
    let json = serde_json::to_vec(value).map_err(|source| StoreError::Corrupt { table: "signal", source })?;
    Ok(key.seal(place, &json))
}

impl Store {
    /// A signal from its rows.
    pub(super) fn opened_signal(
        &self,
        team: &TeamId,
        number: &RecordNumber,
        head: HeadRow,
        (shared, named): (Vec<String>, Vec<String>),
        interpretations: Vec<InterpretationRow>,
        feedback: Vec<FeedbackRow>,
    ) -> Result<Signal, StoreError> {
        let key = self.unwrap_key(&record(team, number), &Wrapped { master: head.master, bytes: head.wrapped })?;
        let row = row_of(team, number);
        let sheet: Sheet = parsed(&opened(&key, place("signal", &row, "sheet"), &head.sheet, "signal")?)?;
        let form: Form = parsed(&head.form)?;
        let status = decoded("signal", head.status)?;
        let protection = Protection {
            team: team.clone(),
            label: decoded("signal", head.label)?,
            author: UserId::new(head.author),
            author_organisation: decoded("signal", head.author_organisation)?,
            owner: head.owner.map(UserId::new),
            named: named.into_iter().map(UserId::new).collect(),
            shared_with: shared.into_iter().map(|code| decoded("signal_share", code)).collect::<Result<_, _>>()?,
            author_named: head.author_named,
        };
        let closing = match (&head.closing, head.ended_ms) {
            (Some(reason), Some(at_ms)) => {
                let reason = opened(&key, place("signal", &row, "closing"), reason, "signal")?;
                Some((Field::new(Scope::Shared, reason), at_ms))
            }
            _ => None,
        };
        let interpreters = interpretations.iter().map(|one| UserId::new(one.interpreter.as_str())).collect();
        let interpretations =
            interpretations.into_iter().map(|row| interpretation(&key, row)).collect::<Result<_, _>>()?;
        let feedback = feedback.into_iter().map(|row| told(&key, &protection, row)).collect::<Result<_, _>>()?;
        let content = SignalContent {
            number: number.clone(),
            level: u8::try_from(head.level).map_err(|_| unfit("a level"))?,
            status,
            owner: protection.owner.clone(),
            made_ms: head.made_ms,
            feedback_on: decoded("signal", head.feedback_on)?,
            answers: Answered::all(&form, sheet.answers, &sheet.released),
            form,
            interpretations,
            feedback,
            closing,
        };
        Ok(Signal {
            team: team.clone(),
            number: number.clone(),
            version: head.version,
            status,
            interpreters,
            group: head.group_hash,
            content: Guarded::new(content, protection.clone()),
            protection,
        })
    }
}

fn interpretation(key: &RecordKey, row: InterpretationRow) -> Result<Interpretation, StoreError> {
    let place = place("signal_interpretation", &row.interpretation_id, "answers");
    let answers: Answers = parsed(&opened(key, place, &row.answers, "signal_interpretation")?)?;
    let form: Form = parsed(&row.form)?;
    // A colleague's view is for whoever sees the shared fields: "own" would be the author's organisation, which is not theirs.
    let answers = Answered::shared(&form, answers);
    let organisation = decoded("signal_interpretation", row.organisation)?;
    Ok(Interpretation { organisation, at_ms: row.made_ms, form, answers })
}

/// Feedback is between the reporter and who wrote it: under a guard of its own.
fn told(key: &RecordKey, record: &Protection, row: FeedbackRow) -> Result<Guarded<Feedback>, StoreError> {
    let text = opened(key, place("signal_feedback", &row.feedback_id, "text"), &row.text, "signal_feedback")?;
    let by = UserId::new(row.said_by);
    let guard = Protection {
        label: Label::Red,
        owner: Some(by.clone()),
        named: record.owner.iter().cloned().collect(),
        shared_with: BTreeSet::new(),
        ..record.clone()
    };
    let feedback = Feedback { id: row.feedback_id, by, text, at_ms: row.made_ms, read_ms: row.read_ms };
    Ok(Guarded::new(feedback, guard))
}

fn parsed<'t, T: Deserialize<'t>>(json: &'t str) -> Result<T, StoreError> {
    serde_json::from_str(json).map_err(|source| StoreError::Corrupt { table: "signal", source })
}

pub(in crate::store) fn numbered(text: &str) -> Result<RecordNumber, StoreError> {
    RecordNumber::parse(text).ok_or_else(|| unfit("a number"))
}

pub(in crate::store) fn unfit(what: &str) -> StoreError {
    let source = serde::de::Error::custom(format!("{what} is not as it was written"));
    StoreError::Corrupt { table: "signal", source }
}
