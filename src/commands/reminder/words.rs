//! What can be done with a reminder. The words for it stand in `commands/reminder/command.toml`.

use crate::commands::parts::{Parts, named};

named! {
    /// What can be done with a reminder.
    pub(super) enum Sub {
        Done = "done",
        Later = "later",
        Stop = "stop",
    }
}

pub(in crate::commands) const PARTS: Parts = Parts { subcommands: Sub::IDS, options: &[] };
