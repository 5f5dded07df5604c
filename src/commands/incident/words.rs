//! What can be done with an incident, and what its parts are called. The words for it stand in `commands/incident/command.toml`.

use crate::commands::Ask;
use crate::commands::parts::{Parts, named};
use crate::domain::incident::{IncidentStatus, Nature};
use crate::domain::practice::Effect;
use crate::domain::{Label, Language};

named! {
    /// What can be done with an incident.
    pub(super) enum Sub {
        New = "new",
        List = "list",
        Log = "log",
        Correct = "correct",
        Signal = "signal",
        Intervention = "intervention",
        Timeline = "timeline",
        Take = "take",
        Share = "share",
        Name = "name",
        Label = "label",
        Contact = "contact",
        Close = "close",
        Freeze = "freeze",
        Thaw = "thaw",
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

/// That an incident is really to be taken back.
pub(super) const SURE: &str = "yes";

const LABELS: &[&str] = &["red", "amber_strict", "amber", "green", "white"];
const EFFECTS: &[&str] = &["helped", "no_effect", "worse", "unknown"];

pub(in crate::commands) const PARTS: Parts = Parts {
    subcommands: Sub::IDS,
    options: &[
        (Sub::Intervention.id(), EFFECTS),
        (Sub::Share.id(), Turn::IDS),
        (Sub::Name.id(), Turn::IDS),
        (Sub::Contact.id(), Turn::IDS),
        (Sub::Label.id(), LABELS),
        (Sub::Withdraw.id(), &[SURE]),
    ],
};

impl Sub {
    /// What follows it are words about the incident.
    pub(super) fn carries(self) -> bool {
        matches!(self, Self::Log | Self::Correct | Self::Intervention | Self::Close | Self::Freeze | Self::Keep)
    }
}

impl Ask<'_> {
    /// The word for what an incident was.
    pub(in crate::commands) fn nature(&self, nature: Nature) -> String {
        self.text(nature_key(nature), &[])
    }

    /// The word for how far an incident has come.
    pub(in crate::commands) fn incident_status(&self, status: IncidentStatus) -> String {
        self.text(
            match status {
                IncidentStatus::Open => "incident-status-open",
                IncidentStatus::Closed | IncidentStatus::Gone => "incident-status-closed",
            },
            &[],
        )
    }

    /// The word for what an intervention did.
    pub(in crate::commands) fn effect(&self, effect: Effect) -> String {
        let incident = self.library.catalogue.definition("incident");
        let shown = |language: Language| {
            incident.map_or(effect.code(), |it| it.option_shown(Sub::Intervention.id(), effect.code(), language))
        };
        shown(self.language).to_owned()
    }

    /// The word for a label of an incident.
    pub(in crate::commands) fn incident_label(&self, label: Label) -> String {
        let incident = self.library.catalogue.definition("incident");
        incident.map_or(label.code(), |it| it.option_shown(Sub::Label.id(), label.code(), self.language)).to_owned()
    }

    /// A command about an incident with one of its subcommands, as it is typed here.
    pub(super) fn incident_line(&self, number: &crate::domain::RecordNumber, sub: Sub) -> String {
        format!("{} {}", self.line(number, ""), self.definition.subcommand_shown(sub.id(), self.language))
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// The text that names what an incident was.
pub(in crate::commands) fn nature_key(nature: Nature) -> &'static str {
    match nature {
        Nature::Incident => "incident-nature-incident",
        Nature::NearMiss => "incident-nature-near-miss",
    }
}
