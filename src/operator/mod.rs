//! What operators do from the command line besides running the bot. One file per group of commands: its arguments, its
//! deed, and what it says. Nothing here knows the chat; whatever needs a homeserver lies in `crate::matrix`.
//!
//! To add one: a file, a variant in [`Command`], a line in [`run`].

mod audit;
mod backup;
mod ending;
mod erase;
mod health;
mod identity;
mod inzage;
mod keys;
mod matrix;
mod migrate;
mod progress;
mod rehearse;
mod restore;
pub mod terminal;
mod unsaid;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

pub use ending::ending;
pub use unsaid::unsaid;

use crate::clock;
use crate::config::Config;
use crate::domain::audit::{Action, Actor, Entry};
use crate::store::{Store, StoreError};
use terminal::{End, complain, complain_of, explain};

/// The commands of operators.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The log of who read, made, shared, changed or erased which record when.
    Audit {
        /// What to do with it.
        #[command(subcommand)]
        command: audit::Command,
    },
    /// Ask the bot that runs how it is; needs `listen` under [http].
    Health(Settings),
    /// People's encryption identities.
    Identity {
        /// What to do with them.
        #[command(subcommand)]
        command: identity::Command,
    },
    /// The master key that seals the database.
    Keys {
        /// What to do with it.
        #[command(subcommand)]
        command: keys::Command,
    },
    /// A team's own entries of the intervention matrix, as a file.
    Matrix {
        /// What to do with them.
        #[command(subcommand)]
        command: matrix::Command,
    },
    /// Make a record unreadable for good, and say what is gone and what is not.
    Erase(erase::Erase),
    /// Search the records of a team because a young person or a parent asks what is held; needs a code of its coordinator.
    Inzage(inzage::Inzage),
    /// Print what the bot will say of its own accord in the days to come, without content or names; sends nothing.
    Rehearse(rehearse::Rehearse),
    /// Write the database into one file, while the bot runs; only the master key opens it.
    Backup(backup::Backup),
    /// Print the records that were erased, for `restore`.
    Erasures(Settings),
    /// Put a backup back on a new machine.
    Restore(restore::Restore),
    /// Move a SQLite database into an empty PostgreSQL one.
    Migrate(migrate::Migrate),
}

/// Where the settings are; every command of an operator has it.
#[derive(Debug, Args)]
pub struct Settings {
    /// The settings.
    #[arg(long, default_value = "bot.toml")]
    config: PathBuf,
}

/// Does what an operator asks.
pub async fn run(command: Command) -> End {
    let done = match command {
        Command::Audit { command } => audit::run(command).await,
        Command::Health(settings) => health::run(settings).await,
        Command::Identity { command } => identity::run(command).await,
        Command::Keys { command } => keys::run(command).await,
        Command::Matrix { command } => matrix::run(command).await,
        Command::Erase(arguments) => erase::erase(arguments).await,
        Command::Inzage(arguments) => inzage::run(arguments).await,
        Command::Rehearse(arguments) => rehearse::run(arguments).await,
        Command::Backup(arguments) => backup::run(arguments).await,
        Command::Erasures(settings) => backup::erasures(settings).await,
        Command::Restore(arguments) => restore::run(arguments).await,
        Command::Migrate(arguments) => migrate::run(arguments).await,
    };
    done.unwrap_or_else(|end| end)
}

impl Settings {
    /// Reads the settings, or says all that is wrong with them.
    fn load(&self) -> Result<Config, End> {
        Config::load(&self.config).map_err(|problems| {
            complain_of(&problems);
            End::Settings
        })
    }
}

/// Notes in the audit log what was done with the whole database.
async fn note(store: &Store, action: Action, row: &str) -> Result<(), StoreError> {
    store.note(&Entry::new(clock::now().timestamp_millis(), Actor::Operator, action, "database", row)).await
}

/// The same in a database that was just filled, and that nobody has opened yet.
async fn note_in(url: &str, config: &Config, action: Action, row: &str) -> Result<(), End> {
    let noting = async {
        let store = Store::open(url, &config.database.key_file).await?;
        let noted = note(&store, action, row).await;
        store.close().await;
        noted
    };
    noting.await.map_err(|error| {
        complain(&format!("it is done, but could not be noted in the audit log: {}", explain(&error)));
        End::Failed
    })
}

/// Opens the database that is there; an operator's command never makes a new one.
async fn open(config: &Config) -> Result<Store, End> {
    there(config)?;
    Store::open(&config.database.url, &config.database.key_file).await.map_err(|error| no_database(&error))
}

/// The same to read only: nothing in it is changed.
async fn open_to_read(config: &Config) -> Result<Store, End> {
    there(config)?;
    let opened = Store::open_to_read(&config.database.url, &config.database.key_file).await;
    opened.map_err(|error| no_database(&error))?.ok_or_else(|| {
        complain("database: its tables are of an earlier version; the next start of the bot brings them up to date");
        End::Failed
    })
}

fn there(config: &Config) -> Result<(), End> {
    let file = config.database.url.strip_prefix("sqlite:");
    let Some(file) = file.filter(|file| !Path::new(file).exists()) else { return Ok(()) };
    complain(&format!("database: {file} is not there; `schakel run` makes it at the first start"));
    Err(End::Failed)
}

fn no_database(error: &StoreError) -> End {
    complain(&format!("database: {}", explain(error)));
    End::Failed
}
