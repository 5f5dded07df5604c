//! What can be done with an evaluation. The words for it stand in `commands/evaluation/command.toml`.

use crate::commands::Ask;
use crate::commands::parts::{Parts, named};
use crate::domain::RecordNumber;

named! {
    /// What can be done with an evaluation.
    pub(super) enum Sub {
        List = "list",
        Terms = "terms",
        Plan = "plan",
        Done = "done",
        Skip = "skip",
        Before = "before",
        Pass = "pass",
        HandOver = "hand_over",
        Release = "release",
        Date = "date",
        Vote = "vote",
        Start = "start",
        Say = "say",
        Next = "next",
        Back = "back",
        Park = "park",
        Pause = "pause",
        Lead = "lead",
        End = "end",
        Action = "action",
        Lesson = "lesson",
        Confirm = "confirm",
        Report = "report",
        Check = "check",
    }
}

/// The steps of the path, as they are named after a subcommand.
const STEPS: &[&str] = &["debrief", "before", "session"];
const TERMS: &[&str] = &["debrief", "before", "session", "reminder", "last", "working", "standard"];

pub(in crate::commands) const PARTS: Parts = Parts {
    subcommands: Sub::IDS,
    options: &[
        (Sub::Terms.id(), TERMS),
        (Sub::Done.id(), STEPS),
        (Sub::Skip.id(), STEPS),
        (Sub::Release.id(), &["no"]),
        (Sub::Report.id(), &["anonymous"]),
    ],
};

impl Sub {
    /// What follows it are words about the incident.
    pub(super) fn carries(self) -> bool {
        matches!(self, Self::Skip | Self::Say | Self::Action | Self::Lesson)
    }
}

impl Ask<'_> {
    /// A command about the evaluation of this incident, as it is typed here.
    pub(in crate::commands) fn evaluation_line(&self, number: &RecordNumber, sub: &str) -> String {
        let Some(evaluation) = self.library.catalogue.definition("evaluation") else { return String::new() };
        format!("{} {number} {}", self.typed(evaluation), evaluation.subcommand_shown(sub, self.language))
    }
}
