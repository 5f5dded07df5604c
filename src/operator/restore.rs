//! `schakel restore`: a backup put back on a new machine, with what the operator must know of it.

use std::io::{IsTerminal as _, stdin};
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::Args;

use super::backup::read_erasures;
use super::progress;
use super::terminal::{End, complain, explain, tell};
use super::{Settings, note_in};
use crate::clock;
use crate::config::Config;
use crate::domain::audit::Action;
use crate::store::{Restored, restore};

/// From where.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup.
    file: PathBuf,
    #[command(flatten)]
    settings: Settings,
    /// The list of what was erased since, as `schakel erasures` of the lost machine printed it.
    #[arg(long, conflicts_with = "without_erasures")]
    erasures: Option<PathBuf>,
    /// There is no such list: what was erased since the backup comes back.
    #[arg(long)]
    without_erasures: bool,
}

/// Puts a backup back.
pub(super) async fn run(arguments: Restore) -> Result<End, End> {
    let config = arguments.settings.load()?;
    // A session here is a device that lives, or the old one, whose keys must not be used again.
    if config.matrix.data_dir.join("session.json").exists() {
        complain(&format!(
            "{} holds a session: a backup is put back on a new machine, with a data_dir of its own",
            config.matrix.data_dir.display()
        ));
        return Err(End::Failed);
    }
    let erasures = erasures(&arguments)?;
    let bar = progress::bar("rows put back", None);
    let done = restore(
        &arguments.file,
        &config.database.url,
        &config.database.key_file,
        &erasures,
        clock::now().timestamp_millis(),
        |rows| bar.set_position(rows),
    )
    .await;
    bar.finish_and_clear();
    match done {
        Ok(restored) => {
            report(&restored, &config);
            note_in(&config.database.url, &config, Action::Restored, "restore").await?;
            Ok(End::Clean)
        }
        Err(error) => {
            complain(&explain(&error));
            Err(End::Failed)
        }
    }
}

fn erasures(arguments: &Restore) -> Result<Vec<(String, i64)>, End> {
    if let Some(path) = &arguments.erasures {
        return read_erasures(path).map_err(|problem| {
            complain(&problem);
            End::Failed
        });
    }
    if arguments.without_erasures {
        return Ok(Vec::new());
    }
    complain("what was erased since the backup was made comes back with it, unless --erasures names the list");
    if !stdin().is_terminal() {
        complain("give that list, or --without-erasures when there is none; nothing was changed");
        return Err(End::Failed);
    }
    complain("go on without the list? Type yes");
    let mut answer = String::new();
    if stdin().read_line(&mut answer).is_ok() && answer.trim() == "yes" {
        return Ok(Vec::new());
    }
    complain("nothing was changed");
    Err(End::Failed)
}

fn report(restored: &Restored, config: &Config) {
    tell(&format!("{} rows put back, as they were on {}", restored.rows, moment(restored.made_ms)));
    if restored.erased > 0 {
        tell(&format!("{} records that were erased since are erased again", restored.erased));
    }
    if !restored.ended.is_empty() {
        tell("under way when the backup was made, and ended now; it may have gone out since:");
        for ended in &restored.ended {
            tell(&format!("  {}  {}  {}", moment(ended.since_ms), ended.place, ended.kind));
        }
    }
    let recovery_key = &config.matrix.recovery_key_file;
    if !recovery_key.exists() {
        tell(&format!("put the recovery key into {} before the start", recovery_key.display()));
    }
    tell("be sure that the old bot does not run any more: a machine that comes back would answer as well");
    tell(
        "the next `schakel run` logs in as a new device, handles only what comes from now on, and logs the old one out",
    );
}

fn moment(at_ms: i64) -> String {
    DateTime::<Utc>::from_timestamp_millis(at_ms)
        .map_or_else(String::new, |at| at.format("%Y-%m-%d %H:%M UTC").to_string())
}
