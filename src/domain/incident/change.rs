//! What changes in an incident, as values that follow from an event and that the store writes with it.

use super::{Happened, Nature};
use crate::domain::evaluation::{Evaluation, Stage};
use crate::domain::{
    Answers, EventId, KeptForm, Label, OrganisationKind, Protection, RecordNumber, RoomId, TeamId, UserId,
};

/// A change of one incident: all of its steps or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentChange {
    /// The team.
    pub team: TeamId,
    /// Its number.
    pub number: RecordNumber,
    /// The version of the incident on which this was decided, 0 when it is made. When it is another by now, the turn is not
    /// written but made anew.
    pub seen: i64,
    /// What happens, in order.
    pub steps: Vec<IncidentStep>,
}

/// One step of an incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IncidentStep {
    /// It is opened. The first step.
    Made(Box<NewIncident>),
    /// A line comes into the timeline.
    Logged(Box<NewLine>),
    /// Somebody leads it from now on.
    Taken {
        /// Who.
        by: UserId,
    },
    /// It has another label from now on.
    Labelled {
        /// Which.
        label: Label,
        /// It is wider than the one before.
        widens: bool,
    },
    /// An organisation comes onto the sharing list.
    Shared {
        /// Which.
        with: OrganisationKind,
    },
    /// An organisation goes off the sharing list.
    Unshared {
        /// Which.
        with: OrganisationKind,
    },
    /// Somebody is named.
    Named {
        /// Who.
        person: UserId,
    },
    /// Somebody is named no more.
    Unnamed {
        /// Who.
        person: UserId,
    },
    /// Somebody keeps contact with the young people from now on; nobody: it is not needed any more.
    Contact {
        /// Who.
        person: Option<UserId>,
    },
    /// It is over.
    Closed {
        /// Why, or how it ended.
        reason: String,
    },
    /// Nothing is asked any more, because an inquiry runs.
    Frozen {
        /// Why.
        reason: String,
    },
    /// The inquiry is over: the evaluation goes on.
    Thawed,
    /// The evaluation has come so far.
    Evaluated(Box<Evaluation>),
    /// Somebody contributes to the evaluation.
    Contributed(Box<NewContribution>),
    /// Somebody puts it in other words.
    Reworded {
        /// The name of the contribution inside the bot.
        id: String,
        /// The words.
        text: String,
    },
    /// Somebody takes a contribution back.
    Unsaid {
        /// Its name inside the bot.
        id: String,
    },
    /// What somebody said beforehand may be shown to the others, or may not any more.
    Released {
        /// Who.
        person: UserId,
        /// It may.
        yes: bool,
    },
    /// Its author took it back. Whoever decides it erases the record besides.
    Withdrawn,
}

/// An incident that is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewIncident {
    /// The bot's account.
    pub account: UserId,
    /// What it was.
    pub nature: Nature,
    /// The form with which it was opened.
    pub form: KeptForm,
    /// What was answered.
    pub answers: Answers,
    /// Who sees it.
    pub protection: Protection,
    /// The alias of the group, as the team wrote it.
    pub group: Option<String>,
}

/// A line that comes into a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLine {
    /// Its place in the order of writing, from 1.
    pub line: u32,
    /// By whom.
    pub by: UserId,
    /// For which organisation.
    pub organisation: OrganisationKind,
    /// When it happened, in milliseconds since 1970: from when on, and until when if it is no moment.
    pub from_ms: i64,
    /// Until when; nothing for a moment.
    pub until_ms: Option<i64>,
    /// What happened.
    pub happened: Happened,
}

/// Something that somebody says in an evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewContribution {
    /// Its name inside the bot.
    pub id: String,
    /// At what stage.
    pub stage: Stage,
    /// The question that it answers.
    pub question: String,
    /// By whom.
    pub person: UserId,
    /// For which organisation.
    pub organisation: OrganisationKind,
    /// In their words.
    pub text: String,
    /// The others may see it: of what is said beforehand, once the time for it is over.
    pub released: bool,
    /// The message that says it: changing or taking it away changes or takes this back.
    pub said_in: Option<(RoomId, EventId)>,
}
