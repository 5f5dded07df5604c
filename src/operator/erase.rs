//! `schakel erase`: a record made unreadable for good, and a report of what is gone and what is not. What shows it in the chat is taken
//! back by the bot, as soon as it runs.

use clap::Args;

use super::terminal::{End, complain, explain, tell};
use super::{Settings, open};
use crate::clock;
use crate::config::Config;
use crate::domain::audit::{Action, Actor, Entry};
use crate::domain::retention::{GoneHow, Record, RetentionChange, RetentionStep};
use crate::domain::{Change, DueChange, DueKind, ReminderChange, ReminderStep, Turn, UserId, reminder_of_record};
use crate::store::{Store, StoreError};

/// What to erase.
#[derive(Debug, Args)]
pub struct Erase {
    #[command(flatten)]
    settings: Settings,
    /// The record, as `schakel audit show` names it: signal/S-2026-k7qd, incident/…, agreement/…, reminder/…, practice/….
    record: String,
}

/// Erases a record for good.
pub(super) async fn erase(arguments: Erase) -> Result<End, End> {
    let config = arguments.settings.load()?;
    let store = open(&config).await?;
    let erased = erase_one(&store, &config.matrix.user, &arguments.record).await;
    store.close().await;
    match erased {
        Ok(Erased::Gone { mine, theirs }) => {
            report(&config, mine, theirs);
            Ok(End::Clean)
        }
        Ok(Erased::None) => {
            complain("there is no such record, or it was erased before; `schakel audit show` names the records");
            Err(End::Failed)
        }
        Ok(Erased::OfAnIncident) => {
            complain("an action goes with its incident; nothing was erased. Erase the incident");
            Err(End::Failed)
        }
        Ok(Erased::Several(records)) => {
            complain("several teams have a record of that name; nothing was erased. Name one of these:");
            for record in &records {
                complain(record);
            }
            Err(End::Failed)
        }
        Err(error) => {
            complain(&explain(&error));
            Err(End::Failed)
        }
    }
}

/// What is gone, and what is not.
fn report(config: &Config, mine: usize, theirs: usize) {
    let notice = &config.privacy;
    tell("erased: its texts open nowhere any more in this database");
    tell(&format!(
        "taken back as soon as the bot runs: {mine} messages of the bot, and {theirs} of people where it may"
    ));
    tell("not gone:");
    tell(&format!(
        "- what lies on the homeserver, until {} days after it was taken back; what other servers keep is not known",
        notice.redaction_days
    ));
    tell(
        "- what people have read, copied, or still see in their apps; messages of people in rooms where the bot may not",
    );
    tell(&format!(
        "- backups, kept for {} days: readable with the master key that they were made with. Rotate it within 30 days, and",
        notice.backup_days
    ));
    tell("  destroy the old one");
    tell("- that there was a record of this number, and when it went; the audit log");
}

enum Erased {
    /// It is gone; so many messages of the bot's and of people show it.
    Gone {
        mine: usize,
        theirs: usize,
    },
    None,
    OfAnIncident,
    Several(Vec<String>),
}

/// Erases the one record that is called so. Only what people keep is a record to an operator.
async fn erase_one(store: &Store, account: &UserId, called: &str) -> Result<Erased, StoreError> {
    const RECORDS: [&str; 5] = ["agreement", "incident", "practice", "reminder", "signal"];
    let (table, row) = called.split_once('/').unwrap_or_default();
    if table == "action" {
        return Ok(Erased::OfAnIncident);
    }
    if !RECORDS.contains(&table) || row.is_empty() {
        return Ok(Erased::None);
    }
    let mut records = store.records_called(called).await?;
    let Some(record) = records.pop() else { return Ok(Erased::None) };
    if !records.is_empty() {
        records.push(record);
        return Ok(Erased::Several(records));
    }
    // What shows it is counted before it goes.
    let (mine, theirs) = (store.shown_of(&record).await?.len(), store.said_of(&record).await?.len());
    let now_ms = clock::now().timestamp_millis();
    let changes = erasing(store, account, &record, now_ms).await?;
    store.decided(&Turn { changes, out: vec![] }, now_ms).await?;
    Ok(Erased::Gone { mine, theirs })
}

/// All that follows when a record is erased.
async fn erasing(store: &Store, account: &UserId, record: &str, now_ms: i64) -> Result<Vec<Change>, StoreError> {
    let mut changes = Vec::new();
    let mut team = None;
    if let Some(ends) = Record::named(record)
        && let Some(life) = store.life(&ends).await?
    {
        team = Some(ends.team().clone());
        let step = RetentionStep::Gone(GoneHow::Erased);
        changes.push(Change::Retention(RetentionChange { record: ends, seen: life.version, step }));
    } else if let Some((of, number)) = reminder_of_record(record)
        && let Some(reminder) = store.reminder(&of, &number).await?
    {
        team = Some(of.clone());
        changes.push(Change::Reminder(ReminderChange {
            account: account.clone(),
            team: of,
            number,
            seen: reminder.version,
            step: ReminderStep::Erased,
            next_ms: None,
        }));
    }
    changes.push(Change::Erased { record: record.to_owned() });
    let (account, subject) = (account.clone(), record.to_owned());
    changes.push(Change::Due(DueChange { account, kind: DueKind::TakeBack, subject, at_ms: Some(now_ms) }));
    let (table, number) = (record.split('/').next().unwrap_or_default(), record.rsplit('/').next().unwrap_or_default());
    let act = Entry::new(now_ms, Actor::Operator, Action::Erased, table, number);
    changes.push(Change::Audit(match &team {
        Some(team) => act.of(team),
        None => act,
    }));
    Ok(changes)
}
