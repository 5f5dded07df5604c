//! `schakel backup` and `schakel erasures`: the database in one file, and the list of what must not come back with it.

use std::path::{Path, PathBuf};

use clap::Args;

use super::progress;
use super::terminal::{End, complain, explain, tell};
use super::{Settings, note, open};
use crate::clock;
use crate::domain::audit::Action;

/// The first line of a list of erasures; what follows is a record, a tab, and when it was erased (milliseconds since 1970).
const HEAD: &str = "# records that schakel erased, for `schakel restore --erasures`";

/// Where to.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to write; one of that name is replaced when the new one is whole.
    file: PathBuf,
    #[command(flatten)]
    settings: Settings,
}

/// Writes a backup.
pub(super) async fn run(arguments: Backup) -> Result<End, End> {
    let config = arguments.settings.load()?;
    let store = open(&config).await?;
    let bar = progress::bar("rows written", None);
    let made = store.back_up(&arguments.file, clock::now().timestamp_millis(), |rows| bar.set_position(rows)).await;
    bar.finish_and_clear();
    let noted = if made.is_ok() { note(&store, Action::BackedUp, "backup").await } else { Ok(()) };
    store.close().await;
    match made {
        Ok(_) if noted.is_err() => {
            complain("the backup is whole, but that it was made could not be noted in the audit log");
            Err(End::Failed)
        }
        Ok(backup) => {
            tell(&format!("{}: {} rows, whole", arguments.file.display(), backup.rows));
            tell(&format!(
                "only the master key {} opens it, and that is not in it: keep a copy of {} in another safe place",
                backup.master,
                config.database.key_file.display()
            ));
            tell(&format!("not in it either: the recovery key, {}", config.matrix.recovery_key_file.display()));
            Ok(End::Clean)
        }
        Err(error) => {
            complain(&explain(&error));
            Err(End::Failed)
        }
    }
}

/// Prints the erasures.
pub(super) async fn erasures(settings: Settings) -> Result<End, End> {
    let config = settings.load()?;
    let store = open(&config).await?;
    let erasures = store.erasures().await;
    store.close().await;
    match erasures {
        Ok(erasures) => {
            tell(HEAD);
            for (record, at_ms) in erasures {
                tell(&format!("{record}\t{at_ms}"));
            }
            Ok(End::Clean)
        }
        Err(error) => {
            complain(&explain(&error));
            Err(End::Failed)
        }
    }
}

/// Reads a list of erasures; the problem in one sentence when it is none.
pub(super) fn read_erasures(path: &Path) -> Result<Vec<(String, i64)>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let none = || format!("{} is no list that `schakel erasures` made", path.display());
    let mut lines = text.lines();
    if lines.next() != Some(HEAD) {
        return Err(none());
    }
    lines
        .map(|line| {
            let (record, at_ms) = line.split_once('\t')?;
            Some((record.to_owned(), at_ms.parse().ok()?))
        })
        .collect::<Option<_>>()
        .ok_or_else(none)
}
