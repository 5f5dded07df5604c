//! `schakel keys rotate` and `schakel erase`: the master key replaced, a record made unreadable for good.

use clap::{Args, Subcommand};

use super::progress;
use super::terminal::{End, complain, explain, tell};
use super::{Settings, note, open};
use crate::clock;
use crate::domain::audit::{Action, Actor, Entry};
use crate::store::{Store, StoreError};

/// What to do with the master key.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Replace the master key by a new one. The bot may run meanwhile; cut off, it goes on when called again.
    Rotate(Settings),
}

/// What to erase.
#[derive(Debug, Args)]
pub struct Erase {
    #[command(flatten)]
    settings: Settings,
    /// The record, as `schakel audit show` names it: agreement/AF-2026-k7qd.
    record: String,
}

/// Does it.
pub(super) async fn run(command: Command) -> Result<End, End> {
    let Command::Rotate(settings) = command;
    let config = settings.load()?;
    let store = open(&config).await?;
    let bar = progress::bar("keys wrapped anew", None);
    let now_ms = clock::now().timestamp_millis();
    let rotate = async {
        let count = store.rotate_keys(now_ms, |done| bar.set_position(done)).await?;
        note(&store, Action::KeysRotated, "keys").await?;
        Ok::<_, StoreError>(count)
    };
    let rotated = rotate.await;
    bar.finish_and_clear();
    let end = match rotated {
        Ok(count) => {
            tell(&format!("the master key is new; {count} keys of records are wrapped with it"));
            tell(&format!("keep a copy of {}; destroy every copy of the old one", config.database.key_file.display()));
            Ok(End::Clean)
        }
        Err(error) => {
            complain(&format!("the rotation is not finished; call it again. {}", explain(&error)));
            Err(End::Failed)
        }
    };
    store.close().await;
    end
}

/// Erases a record for good.
pub(super) async fn erase(arguments: Erase) -> Result<End, End> {
    let config = arguments.settings.load()?;
    let store = open(&config).await?;
    let erased = erase_one(&store, &arguments.record).await;
    store.close().await;
    match erased {
        Ok(Erased::Gone) => {
            tell("erased: its texts open nowhere any more in this database");
            tell("still readable: backups, with the master key that they were made with; rotate it within 30 days and");
            tell("destroy the old one. What was said in rooms stays on the homeserver and in people's apps.");
            Ok(End::Clean)
        }
        Ok(Erased::None) => {
            complain("there is no such record, or it was erased before; `schakel audit show` names the records");
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

enum Erased {
    Gone,
    None,
    Several(Vec<String>),
}

/// Erases the one record that is called so. Only what people keep is a record to an operator.
async fn erase_one(store: &Store, called: &str) -> Result<Erased, StoreError> {
    const RECORDS: [&str; 2] = ["agreement", "practice"];
    let (table, row) = called.split_once('/').unwrap_or_default();
    if !RECORDS.contains(&table) || row.is_empty() {
        return Ok(Erased::None);
    }
    let mut records = store.records_called(called).await?;
    let Some(record) = records.pop() else { return Ok(Erased::None) };
    if !records.is_empty() {
        records.push(record);
        return Ok(Erased::Several(records));
    }
    let now_ms = clock::now().timestamp_millis();
    if !store.erase_record(&record, now_ms).await? {
        return Ok(Erased::None);
    }
    let number = record.rsplit('/').next().unwrap_or(row);
    store.note(&Entry::new(now_ms, Actor::Operator, Action::Erased, table, number)).await?;
    Ok(Erased::Gone)
}
