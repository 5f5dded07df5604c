//! What can be done with a signal, and what its parts are called. The words for it stand in `commands/signal/command.toml`.

use crate::commands::Ask;
use crate::commands::parts::{Parts, named};
use crate::domain::{Label, Language, SignalStatus};

named! {
    /// What can be done with a signal.
    pub(super) enum Sub {
        Take = "take",
        Wave = "wave",
        Interpret = "interpret",
        Share = "share",
        Name = "name",
        Label = "label",
        Answer = "answer",
        Feedback = "feedback",
        Read = "read",
        Close = "close",
        Keep = "keep",
        Withdraw = "withdraw",
    }
}

named! {
    /// What turns sharing and naming round.
    pub(super) enum Turn {
        No = "no",
    }
}

named! {
    /// Yes and no.
    pub(super) enum Said {
        Yes = "yes",
        No = "no",
    }
}

/// That a signal is really to be taken back.
pub(super) const SURE: &str = "yes";

const LABELS: &[&str] = &["red", "amber_strict", "amber", "green", "white"];

pub(in crate::commands) const PARTS: Parts = Parts {
    subcommands: Sub::IDS,
    options: &[
        (Sub::Share.id(), Turn::IDS),
        (Sub::Name.id(), Turn::IDS),
        (Sub::Label.id(), LABELS),
        (Sub::Answer.id(), Said::IDS),
        (Sub::Withdraw.id(), &[SURE]),
    ],
};

impl Sub {
    /// What follows it are words about the signal.
    pub(super) fn carries(self) -> bool {
        matches!(self, Self::Feedback | Self::Close | Self::Keep)
    }
}

impl Ask<'_> {
    /// The word for this subcommand.
    pub(super) fn sub(&self, sub: Sub) -> &str {
        self.definition.subcommand_shown(sub.id(), self.language)
    }

    /// The word for a label.
    pub(super) fn label(&self, label: Label) -> &str {
        self.definition.option_shown(Sub::Label.id(), label.code(), self.language)
    }

    /// The word for how far a signal has come.
    pub(in crate::commands) fn signal_status(&self, status: SignalStatus) -> String {
        self.text(
            match status {
                SignalStatus::New => "signal-status-new",
                SignalStatus::Interpreting => "signal-status-interpreting",
                SignalStatus::Taken => "signal-status-taken",
                SignalStatus::Closed | SignalStatus::Gone => "signal-status-closed",
            },
            &[],
        )
    }
}

/// The word for a level, in this language.
pub(in crate::commands) fn level(library: &crate::commands::Library, language: Language, level: u8) -> String {
    let key = match level {
        0 => "signal-level-0",
        1 => "signal-level-1",
        2 => "signal-level-2",
        _ => "signal-level-3",
    };
    library.catalogue.texts.get(language, key, &[])
}
