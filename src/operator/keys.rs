//! `schakel keys rotate`: the master key replaced.

use clap::Subcommand;

use super::progress;
use super::terminal::{End, complain, explain, tell};
use super::{Settings, note, open};
use crate::clock;
use crate::domain::audit::Action;
use crate::store::StoreError;

/// What to do with the master key.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Replace the master key by a new one. The bot may run meanwhile; cut off, it goes on when called again.
    Rotate(Settings),
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
