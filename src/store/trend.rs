//! What a trend is counted from: of the signals and the timelines of a team the few things that are counted, for many records at
//! once. Who may see a record is asked before anything of it is opened.

use std::collections::{BTreeSet, HashMap};

use super::incidents::{self, LineRow};
use super::signals::{self, GuardRow, Sheet, guards};
use super::teams::{decoded, opened};
use super::{Store, StoreError, read};
use crate::domain::incident::TimelineLine;
use crate::domain::signal::question;
use crate::domain::trend::Reported;
use crate::domain::{Answered, Field, Form, Guard, Guarded, RecordNumber, TeamId, Value};
use crate::privacy::{RecordKey, Wrapped};

const SIGNALS: &str =
    "SELECT s.number, s.label, s.author, s.author_organisation, s.author_named, s.owner, s.level, s.feedback_on, s.made_ms,
            s.form, s.sheet, k.master, k.wrapped,
            (SELECT MIN(f.made_ms) FROM signal_feedback f WHERE f.team_id = s.team_id AND f.number = s.number) AS heard_ms
     FROM signal s JOIN record_key k ON k.record = 'signal/' || s.team_id || '/' || s.number
     WHERE s.team_id = $1 AND s.made_ms >= $2 AND s.made_ms < $3 AND s.status <> 'withdrawn' AND s.sheet IS NOT NULL
       AND k.wrapped IS NOT NULL AND k.master IS NOT NULL
     ORDER BY s.made_ms, s.number";

const TIMELINES: &str =
    "SELECT i.number, i.label, i.author, i.author_organisation, i.author_named, i.owner, k.master, k.wrapped
     FROM incident i JOIN record_key k ON k.record = 'incident/' || i.team_id || '/' || i.number
     WHERE i.team_id = $1 AND i.status <> 'withdrawn' AND k.wrapped IS NOT NULL AND k.master IS NOT NULL
       AND EXISTS (SELECT 1 FROM incident_line l
                   WHERE l.team_id = i.team_id AND l.number = i.number AND l.from_ms >= $2 AND l.from_ms < $3)
     ORDER BY i.number";

const LINES: &str = "SELECT number, line, from_ms, until_ms, organisation, happened, made_ms FROM incident_line
     WHERE team_id = $1 AND from_ms >= $2 AND from_ms < $3 ORDER BY number, line";

#[derive(sqlx::FromRow)]
struct SignalRow {
    #[sqlx(flatten)]
    head: HeadRow,
    level: i64,
    feedback_on: String,
    made_ms: i64,
    form: String,
    sheet: Vec<u8>,
    heard_ms: Option<i64>,
}

/// What decides who sees a record, and its key.
#[derive(sqlx::FromRow)]
struct HeadRow {
    number: String,
    label: String,
    author: String,
    author_organisation: String,
    author_named: bool,
    owner: Option<String>,
    master: String,
    wrapped: Vec<u8>,
}

impl HeadRow {
    fn guard(&self) -> GuardRow {
        let Self { number, label, author, author_organisation, author_named, owner, .. } = self;
        (number.clone(), label.clone(), author.clone(), author_organisation.clone(), *author_named, owner.clone())
    }

    fn key(&self) -> Wrapped {
        Wrapped { master: self.master.clone(), bytes: self.wrapped.clone() }
    }
}

#[derive(sqlx::FromRow)]
struct NumberedLine {
    number: String,
    #[sqlx(flatten)]
    line: LineRow,
}

impl Store {
    /// What is counted of the signals of a team that were sent from the first of these moments on and before the other, in
    /// milliseconds since 1970, the oldest first: of those only that pass `may_see`.
    pub async fn reported(
        &self,
        team: &TeamId,
        (from_ms, until_ms): (i64, i64),
        may_see: impl Fn(&Guard) -> bool,
    ) -> Result<Vec<Guarded<Reported>>, StoreError> {
        let rows: Vec<SignalRow> = read!(self, |pool| {
            sqlx::query_as(SIGNALS).bind(team.as_str()).bind(from_ms).bind(until_ms).fetch_all(pool).await?
        });
        let hangs = [
            self.by_number("SELECT number, organisation FROM signal_share WHERE team_id = $1", team).await?,
            self.by_number("SELECT number, user_id FROM signal_named WHERE team_id = $1", team).await?,
        ];
        let guards = guards("signal", team, rows.iter().map(|row| row.head.guard()).collect(), hangs)?;
        let forms = self.forms_of(team).await?;
        let seen = rows.into_iter().zip(guards).filter(|(_, (_, guard))| may_see(guard));
        seen.map(|(row, (number, guard))| {
            let form = forms.get(&row.form).ok_or_else(|| signals::unfit("a form"))?;
            Ok(Guarded::new(self.counted(team, &number, (form, &guard), row)?, guard))
        })
        .collect()
    }

    /// The lines of the timelines of a team about what happened from the first of these moments on and before the other: of
    /// those incidents only that pass `may_see`.
    pub async fn timeline_lines(
        &self,
        team: &TeamId,
        (from_ms, until_ms): (i64, i64),
        may_see: impl Fn(&Guard) -> bool,
    ) -> Result<Vec<Guarded<TimelineLine>>, StoreError> {
        let rows: Vec<HeadRow> = read!(self, |pool| {
            sqlx::query_as(TIMELINES).bind(team.as_str()).bind(from_ms).bind(until_ms).fetch_all(pool).await?
        });
        let hangs = [
            self.by_number("SELECT number, organisation FROM incident_share WHERE team_id = $1", team).await?,
            self.by_number("SELECT number, user_id FROM incident_named WHERE team_id = $1", team).await?,
        ];
        let guards = guards("incident", team, rows.iter().map(HeadRow::guard).collect(), hangs)?;
        let mut seen: HashMap<String, (RecordKey, RecordNumber, Guard)> = HashMap::new();
        for (row, (number, guard)) in rows.into_iter().zip(guards).filter(|(_, (_, guard))| may_see(guard)) {
            let key = self.unwrap_key(&incidents::record(team, &number), &row.key())?;
            seen.insert(row.number, (key, number, guard));
        }
        let lines: Vec<NumberedLine> = read!(self, |pool| {
            sqlx::query_as(LINES).bind(team.as_str()).bind(from_ms).bind(until_ms).fetch_all(pool).await?
        });
        let line = |row: NumberedLine| {
            let (key, number, guard) = seen.get(&row.number)?;
            Some(incidents::line(key, team, number, row.line).map(|line| Guarded::new(line, guard.clone())))
        };
        lines.into_iter().filter_map(line).collect()
    }

    fn counted(
        &self,
        team: &TeamId,
        number: &RecordNumber,
        (form, guard): (&Form, &Guard),
        row: SignalRow,
    ) -> Result<Reported, StoreError> {
        let key = self.unwrap_key(&signals::record(team, number), &row.head.key())?;
        let place_row = signals::row_of(team, number);
        let sheet = opened(&key, signals::place("signal", &place_row, "sheet"), &row.sheet, "signal")?;
        let Sheet { mut answers, released } =
            serde_json::from_str(&sheet).map_err(|source| StoreError::Corrupt { table: "signal", source })?;
        let waits_for_nobody = matches!(guard, Guard::Record(record) if record.owner.as_ref() == Some(&record.author));
        let scope = |question: &str, released: &BTreeSet<String>| Answered::scope(form, question, released);
        let platform = answers.remove(question::PLATFORM).and_then(|value| value.choice().map(str::to_owned));
        let done = match answers.remove(question::DONE) {
            Some(Value::Interventions(slugs)) => slugs,
            _ => Vec::new(),
        };
        Ok(Reported {
            made_ms: row.made_ms,
            level: u8::try_from(row.level).map_err(|_| signals::unfit("a level"))?,
            feedback_on: decoded("signal", row.feedback_on)?,
            heard_ms: row.heard_ms,
            waits_for_nobody,
            platform: Field::new(scope(question::PLATFORM, &released), platform),
            done: Field::new(scope(question::DONE, &released), done),
        })
    }

    /// The forms of a team's signals, by their names: many signals have the same.
    async fn forms_of(&self, team: &TeamId) -> Result<HashMap<String, Form>, StoreError> {
        let rows: Vec<(String, String)> = read!(self, |pool| {
            sqlx::query_as("SELECT name, json FROM form WHERE name IN (SELECT form FROM signal WHERE team_id = $1)")
                .bind(team.as_str())
                .fetch_all(pool)
                .await?
        });
        let form = |(name, json): (String, String)| {
            let form = serde_json::from_str(&json).map_err(|source| StoreError::Corrupt { table: "form", source })?;
            Ok((name, form))
        };
        rows.into_iter().map(form).collect()
    }

    /// What hangs on the records of a team, each with the number of its record.
    async fn by_number(&self, sql: &'static str, team: &TeamId) -> Result<Vec<(String, String)>, StoreError> {
        Ok(read!(self, |pool| sqlx::query_as(sql).bind(team.as_str()).fetch_all(pool).await?))
    }
}
