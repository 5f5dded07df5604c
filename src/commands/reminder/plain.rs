//! What is said of a reminder's moments and people, the same wherever it is said: on asking, in lists, when the time has come.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::catalogue::RoomKind;
use crate::commands::{Ask, Desk, Library};
use crate::domain::{Addressee, Language, Manner, RecordNumber, Reminded, Schedule, TeamId, UserId};
use crate::store::{Store, StoreError};
use crate::text::{Args, Plan, When, told, told_plan};

/// In which language and for what kind of room it is said.
#[derive(Clone, Copy)]
pub(in crate::commands) struct Plain<'a> {
    library: &'a Library,
    language: Language,
    kind: RoomKind,
    prefix: &'a str,
}

impl<'a> Plain<'a> {
    pub(in crate::commands) fn of(ask: &Ask<'a>) -> Self {
        Self { library: ask.library, language: ask.language, kind: ask.kind, prefix: ask.health.prefix }
    }

    pub(super) fn at(desk: &Desk<'a>, language: Language, kind: RoomKind) -> Self {
        Self { library: desk.library, language, kind, prefix: desk.prefix }
    }

    pub(in crate::commands) fn text(&self, key: &str, args: Args<'_>) -> String {
        self.library.catalogue.texts.get(self.language, key, args)
    }

    /// A moment in full.
    pub(in crate::commands) fn moment(&self, moment: DateTime<Utc>, zone: Tz) -> String {
        told(&When { from: moment, until: None }, zone, self.language, &self.library.catalogue.texts)
    }

    /// What is said; of an overview its name.
    pub(in crate::commands) fn what(&self, what: &Reminded) -> String {
        match what {
            Reminded::Text(text) => text.clone(),
            Reminded::Overview => self.text("reminder-overview", &[]),
        }
    }

    /// When, and when again.
    pub(in crate::commands) fn plan(&self, plan: &Plan) -> String {
        told_plan(plan, self.language, &self.library.catalogue.texts)
    }

    /// The same of a reminder that is kept.
    pub(in crate::commands) fn schedule(&self, schedule: &Schedule, manner: Manner) -> String {
        self.plan(&Plan { schedule: schedule.clone(), working_days: manner.on_working_days, assumed: vec![] })
    }

    /// For whom it is.
    pub(in crate::commands) fn whom(&self, to: &Addressee) -> String {
        match to {
            Addressee::Author => self.text("reminder-for-you", &[]),
            Addressee::Room(_) => self.text("reminder-for-all", &[]),
            Addressee::People(_, people) => {
                let names: Vec<&str> = people.iter().map(UserId::localpart).collect();
                names.join(", ")
            }
        }
    }

    /// What is typed to do this with a reminder; `sub` is the subcommand's id, empty to see it.
    pub(in crate::commands) fn command(&self, number: &RecordNumber, sub: &str) -> String {
        let prefix = if self.kind == RoomKind::Direct { "" } else { self.prefix };
        let Some(definition) = self.library.catalogue.definition("reminder") else { return String::new() };
        let sub = if sub.is_empty() { "" } else { definition.subcommand_shown(sub, self.language) };
        format!("{prefix}{} {number} {sub}", definition.words.shown(self.language)).trim_end().to_owned()
    }
}

/// The place by whose clock a schedule is meant: the last part of its zone's name.
pub(in crate::commands) fn place(schedule: &Schedule) -> String {
    let name = schedule.zone().name();
    name.rsplit('/').next().unwrap_or(name).replace('_', " ")
}

/// The last day on which the only one for whom a reminder is, is away.
pub(crate) async fn away_until(
    store: &Store,
    team: &TeamId,
    to: &Addressee,
    author: &UserId,
) -> Result<Option<NaiveDate>, StoreError> {
    let only = match to {
        Addressee::Author => author,
        Addressee::People(_, people) if people.len() == 1 => &people[0],
        Addressee::People(..) | Addressee::Room(_) => return Ok(None),
    };
    let away = store.absences(team).await?;
    // The day that is kept is the first on which they are there again.
    Ok(away.into_iter().find(|(person, _)| person == only).and_then(|(_, back)| back.pred_opt()))
}
