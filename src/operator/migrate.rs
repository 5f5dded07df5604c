//! `schakel migrate`: from SQLite to PostgreSQL, checked row by row, while no bot works on either.

use clap::Args;

use super::progress;
use super::terminal::{End, complain, explain, tell};
use super::{Settings, note_in, open};
use crate::domain::audit::Action;
use crate::store::StoreError;

/// Whereto.
#[derive(Debug, Args)]
pub struct Migrate {
    #[command(flatten)]
    settings: Settings,
    /// The address of the empty database: `postgres://user:password@host/database`.
    #[arg(long)]
    to: String,
}

/// Moves the database.
pub(super) async fn run(arguments: Migrate) -> Result<End, End> {
    let config = arguments.settings.load()?;
    if !config.database.url.starts_with("sqlite:") {
        complain("the database in the settings is PostgreSQL already: `migrate` moves a SQLite one");
        return Err(End::Failed);
    }
    let failed = |error: &StoreError| {
        complain(&explain(error));
        End::Failed
    };
    let store = open(&config).await?;
    // Every account of this database: another bot may share it.
    let mut accounts = store.accounts().await.map_err(|error| failed(&error))?;
    if !accounts.contains(&config.matrix.user) {
        accounts.push(config.matrix.user.clone());
    }
    let mut claims = Vec::new();
    for account in &accounts {
        claims.push(store.claim(account).await.map_err(|error| failed(&error))?);
    }
    let bar = progress::bar("rows copied", None);
    let moved = store.move_to(&arguments.to, |rows| bar.set_position(rows)).await;
    bar.finish_and_clear();
    store.close().await;
    match moved {
        Ok(counts) => {
            for (table, rows) in counts.iter().filter(|(_, rows)| *rows > 0) {
                tell(&format!("{rows:>10}  {table}"));
            }
            tell("all rows are the same on both sides; the SQLite database is as it was");
            note_in(&arguments.to, &config, Action::Migrated, "migrate").await?;
            tell("now put the new address into [database] url; key_file stays the same");
            Ok(End::Clean)
        }
        Err(error) => {
            complain(&explain(&error));
            Err(End::Failed)
        }
    }
}
