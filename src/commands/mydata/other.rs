//! The rest: actions, reminders, agreements, proposals, aftercare, what the audit log tells.

use std::collections::BTreeSet;

use super::{Gathered, listed, moment, parts};
use crate::commands::Ask;
use crate::commands::reminder::Plain;
use crate::commands::team::{act_key, act_what};
use crate::domain::audit::{Action, Actor, Row};
use crate::domain::{RecordNumber, RoomPurpose, TeamId};
use crate::paper::Section;
use crate::store::{Part, StoreError, Trace};

/// So many lines of the log in one section, so that a file can end between two.
const LINES: usize = 2_000;

pub(super) async fn all(ask: &Ask<'_>, gathered: &Gathered) -> Result<Vec<Section>, StoreError> {
    let mut sections = Vec::new();
    sections.extend(listed(ask.text("mydata-actions", &[]), actions(ask, gathered).await?));
    sections.extend(listed(ask.text("mydata-reminders", &[]), reminders(ask, gathered).await?));
    sections.extend(listed(ask.text("mydata-agreements", &[]), agreements(ask, gathered).await?));
    sections.extend(listed(ask.text("mydata-proposals", &[]), proposals(ask, gathered).await?));
    sections.extend(listed(ask.text("mydata-aftercare", &[]), aftercare(ask, gathered)));
    sections.extend(listed(ask.text("mydata-coordinating", &[]), coordinating(ask, gathered)));
    let lines = log(ask, gathered).await?;
    for lines in lines.chunks(LINES) {
        sections.extend(listed(ask.text("mydata-log", &[]), lines.to_vec()));
    }
    Ok(sections)
}

/// `A-2026-k7qd (team): jij schreef dit`, and the words behind it where they are for the asker.
fn line(
    ask: &Ask<'_>,
    gathered: &Gathered,
    (team, number): (&TeamId, &str),
    traces: &[&Trace],
    words: Option<String>,
) -> String {
    let roles: BTreeSet<String> = traces.iter().map(|trace| parts::told(ask, trace)).collect();
    let roles = roles.into_iter().collect::<Vec<_>>().join("; ");
    let words = words.unwrap_or_else(|| ask.text("mydata-not-shown", &[]));
    let args = [
        ("number", number.into()),
        ("team", gathered.team_name(team).into()),
        ("roles", roles.into()),
        ("words", words.into()),
    ];
    ask.text("mydata-record", &args)
}

async fn actions(ask: &Ask<'_>, gathered: &Gathered) -> Result<Vec<String>, StoreError> {
    let mut items = Vec::new();
    for ((team, number), traces) in gathered.by_record(&[Part::ActionOwned, Part::ActionOffered]) {
        let found = match RecordNumber::parse(&number).filter(|_| gathered.member_of(&team).is_some()) {
            Some(number) => ask.store.action(&team, &number).await?,
            None => None,
        };
        let words = found.and_then(|action| {
            let view = action.content.for_audience(&gathered.audience(), &gathered.rules_of(&team))?;
            let what = view.field(|content| &content.what)?;
            Some(ask.text("mydata-action", &[("what", what.as_str().into()), ("day", ask.day(action.due_on).into())]))
        });
        items.push(line(ask, gathered, (&team, &number), &traces, words));
    }
    Ok(items)
}

async fn reminders(ask: &Ask<'_>, gathered: &Gathered) -> Result<Vec<String>, StoreError> {
    let plain = Plain::of(ask);
    let mut items = Vec::new();
    for ((team, number), traces) in gathered.by_record(&[Part::ReminderWritten, Part::ReminderFor]) {
        let mut words = None;
        if let (Some(member), Some(number)) = (gathered.member_of(&team), RecordNumber::parse(&number))
            && let Some(reminder) = ask.store.reminder(&team, &number).await?
        {
            let purpose: Option<RoomPurpose> = match reminder.to.room() {
                Some(room) => ask.store.team_of_room(room).await?.filter(|one| one.team == team).map(|one| one.purpose),
                None => None,
            };
            if reminder.rights(member, purpose).see {
                let args = [
                    ("what", plain.what(&reminder.what).into()),
                    ("when", plain.schedule(&reminder.schedule, reminder.manner).into()),
                ];
                words = Some(ask.text("mydata-reminder", &args));
            }
        }
        items.push(line(ask, gathered, (&team, &number), &traces, words));
    }
    Ok(items)
}

async fn agreements(ask: &Ask<'_>, gathered: &Gathered) -> Result<Vec<String>, StoreError> {
    let mut items = Vec::new();
    for ((team, number), traces) in gathered.by_record(&[Part::AgreementProposed, Part::AgreementConfirmed]) {
        let found = match RecordNumber::parse(&number).filter(|_| gathered.member_of(&team).is_some()) {
            Some(number) => ask.store.agreement(&team, &number).await?,
            None => None,
        };
        // Every member of the team sees all of its agreements.
        let words = found.and_then(|agreement| {
            let text = agreement.current()?.terms.text.clone();
            Some(if text.is_empty() { ask.text("mydata-agreement-no-text", &[]) } else { text })
        });
        items.push(line(ask, gathered, (&team, &number), &traces, words));
    }
    Ok(items)
}

/// Proposals for the matrix that the asker made; of those of others that they decided on, only that they did.
async fn proposals(ask: &Ask<'_>, gathered: &Gathered) -> Result<Vec<String>, StoreError> {
    let mut items = Vec::new();
    for ((team, id), traces) in gathered.by_record(&[Part::PracticeProposed, Part::PracticeDecided]) {
        let Some(held) = ask.store.held_proposal(&team, &id).await? else { continue };
        let theirs = traces.iter().any(|trace| trace.part == Part::PracticeProposed);
        let words = held.entry.filter(|_| theirs && gathered.member_of(&team).is_some()).and_then(|entry| {
            let texts = entry.texts(ask.language)?;
            let parts = [&texts.name, &texts.what, &texts.fits, &texts.not_when, &texts.decides, &texts.limits];
            let mut words: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).cloned().collect();
            if let Some(reason) = &held.reason {
                words.push(ask.text("mydata-refused", &[("reason", reason.as_str().into())]));
            }
            Some(words.join("\n"))
        });
        items.push(line(ask, gathered, (&team, &held.slug), &traces, words.or_else(|| (!theirs).then(String::new))));
    }
    Ok(items)
}

/// Whether a plan of aftercare runs, and when the next check-in is. What was answered is kept nowhere.
fn aftercare(ask: &Ask<'_>, gathered: &Gathered) -> Vec<String> {
    let told = |trace: &Trace| match trace.at_ms {
        Some(at_ms) => ask.text("mydata-aftercare-next", &[("at", moment(ask, at_ms).into())]),
        None => ask.text("mydata-aftercare-runs", &[]),
    };
    gathered.with(&[Part::Aftercare]).map(told).collect()
}

/// What somebody did as a coordinator that is kept beside the log.
fn coordinating(ask: &Ask<'_>, gathered: &Gathered) -> Vec<String> {
    let held = gathered.with(&[Part::RecordHeld]).map(|trace| {
        let number = trace.row.rsplit('/').next().unwrap_or(&trace.row);
        ask.text("mydata-held", &[("number", number.into())])
    });
    let allowed = gathered.with(&[Part::SearchAllowed]).map(|trace| {
        let team = trace.team.as_ref().map_or("", |team| gathered.team_name(team));
        let at = trace.at_ms.map_or_else(String::new, |at_ms| moment(ask, at_ms));
        ask.text("mydata-search-allowed", &[("team", team.into()), ("at", at.into())])
    });
    held.chain(allowed).collect()
}

/// What the log tells of the asker, the newest first.
async fn log(ask: &Ask<'_>, gathered: &Gathered) -> Result<Vec<String>, StoreError> {
    let rows = ask.store.acts_of_person(ask.sender).await?;
    let mut colleagues = BTreeSet::new();
    for team in gathered.teams.values().filter_map(|team| team.member.as_ref()) {
        colleagues.extend(ask.store.members(&team.team).await?.into_iter().map(|member| member.person));
    }
    let who = |row: &Row| match Actor::from_code(&row.actor) {
        Actor::Operator => ask.text("team-log-operator", &[]),
        Actor::Bot => ask.text("team-log-bot", &[]),
        Actor::Person(person) if person == *ask.sender => ask.text("mydata-log-you", &[]),
        Actor::Person(person) if colleagues.contains(&person) => person.to_string(),
        Actor::Person(_) => ask.text("mydata-log-somebody", &[]),
    };
    let told = |row: &Row| {
        let act = match Action::from_code(&row.action) {
            Some(Action::AskedForOwn) => ask.text("mydata-log-asked", &[]),
            _ => ask.text(act_key(row), &[("who", who(row).into()), ("what", act_what(ask, row).into())]),
        };
        ask.text("mydata-log-line", &[("at", moment(ask, row.at_ms).into()), ("act", act.into())])
    };
    Ok(rows.iter().map(told).collect())
}
