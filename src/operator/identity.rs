//! `schakel identity confirm`: gives somebody their access back whose encryption identity has changed, where nobody in the
//! chat can: the only administrator, the only coordinator of a team.

use clap::Subcommand;

use super::terminal::{End, complain, explain, tell};
use super::{Settings, open};
use crate::clock;
use crate::domain::UserId;
use crate::domain::audit::{Action, Actor, Entry};
use crate::store::{KnownIdentity, Store, StoreError};

/// What can be done with identities.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Give somebody their access back. Ask them in person first, and compare the key with the one in their app.
    Confirm {
        #[command(flatten)]
        settings: Settings,
        /// Who, as @anna:example.org.
        person: String,
    },
}

pub(super) async fn run(command: Command) -> Result<End, End> {
    let Command::Confirm { settings, person } = command;
    let config = settings.load()?;
    let store = open(&config).await?;
    let done = confirm(&store, &UserId::new(person.as_str())).await;
    store.close().await;
    match done {
        Ok(Done::Confirmed(key)) => {
            tell(&format!("{person} is believed again, with the master key {key}"));
            Ok(End::Clean)
        }
        Ok(Done::NotStopped) => {
            tell(&format!("the access of {person} is not stopped: nothing changed"));
            Ok(End::Clean)
        }
        Ok(Done::Unknown) => {
            complain(&format!("no encryption identity of {person} is known: check the name; nothing changed"));
            Err(End::Failed)
        }
        Ok(Done::Gone) => {
            complain(&format!("{person} has no encryption identity now: they set it up in their app first"));
            Err(End::Failed)
        }
        Err(error) => {
            complain(&explain(&error));
            Err(End::Failed)
        }
    }
}

enum Done {
    Confirmed(String),
    NotStopped,
    Unknown,
    Gone,
}

async fn confirm(store: &Store, person: &UserId) -> Result<Done, StoreError> {
    match store.identity(person).await? {
        None => Ok(Done::Unknown),
        Some(KnownIdentity { stopped_ms: None, .. }) => Ok(Done::NotStopped),
        Some(KnownIdentity { seen: None, .. }) => Ok(Done::Gone),
        Some(KnownIdentity { seen: Some(key), .. }) => {
            store.confirm_identity(person, &key).await?;
            let at_ms = clock::now().timestamp_millis();
            let act = Action::IdentityConfirmed;
            store.note(&Entry::new(at_ms, Actor::Operator, act, "identity", person.as_str())).await?;
            Ok(Done::Confirmed(key))
        }
    }
}
