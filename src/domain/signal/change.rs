//! What changes in a signal, as values that follow from an event and that the store writes with it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::team::coded;
use crate::domain::{Answers, KeptForm, Label, OrganisationKind, Protection, RecordNumber, TeamId, UserId};

/// A change of one signal: all of its steps or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignalChange {
    /// The team.
    pub team: TeamId,
    /// Its number.
    pub number: RecordNumber,
    /// The version of the signal on which this was decided, 0 when it is made. When it is another by now, the turn is not written
    /// but made anew.
    pub seen: i64,
    /// What happens, in order.
    pub steps: Vec<SignalStep>,
}

/// One step of a signal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignalStep {
    /// It is sent. The only step that way.
    Made(Box<NewSignal>),
    /// Somebody follows it up from now on.
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
    /// A colleague has interpreted it.
    Interpreted(Box<NewInterpretation>),
    /// The reporter is told something.
    Feedback {
        /// The name of this feedback inside the bot.
        id: String,
        /// By whom.
        by: UserId,
        /// In their words.
        text: String,
    },
    /// The reporter has read what they were told.
    FeedbackRead {
        /// The name of that feedback.
        id: String,
    },
    /// It is done.
    Closed {
        /// Why.
        reason: String,
    },
    /// The reporter took it back. Whoever decides it erases the record besides.
    Withdrawn,
    /// The author is asked to widen it.
    Requested {
        /// The name of this question inside the bot.
        id: String,
        /// Who asks.
        by: UserId,
        /// For what.
        wish: Wish,
    },
    /// The coordinators are asked to look at a group together. Refused when that was done a short while ago.
    GroupPrompted {
        /// The keyed hash of the group's alias.
        group: Vec<u8>,
        /// Not when they were asked after this moment, in milliseconds since 1970.
        not_after_ms: i64,
    },
    /// The author has answered, or has said nothing for so long that it is no.
    Answered {
        /// The name of the question.
        id: String,
        /// Yes. The widening itself is a step of its own.
        granted: bool,
    },
}

/// A signal that is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSignal {
    /// The form with which it was made.
    pub form: KeptForm,
    /// What was answered.
    pub answers: Answers,
    /// Who sees it.
    pub protection: Protection,
    /// 0 to 3.
    pub level: u8,
    /// The day by which the reporter should hear something.
    pub feedback_on: NaiveDate,
    /// The alias of the group, as the team wrote it.
    pub group: Option<String>,
    /// The questions whose answers the author released.
    pub released: BTreeSet<String>,
}

/// An interpretation that is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInterpretation {
    /// The name of this interpretation inside the bot.
    pub id: String,
    /// By whom.
    pub by: UserId,
    /// For which organisation.
    pub organisation: OrganisationKind,
    /// The form with which it was made.
    pub form: KeptForm,
    /// What was answered.
    pub answers: Answers,
}

/// What somebody wants widened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wish {
    /// To share with this organisation.
    Share(OrganisationKind),
    /// To name this person.
    Name(UserId),
    /// To give it this label.
    Label(Label),
}

coded! {
    /// What kind of wish it is, as the database says.
    WishCode {
        /// To share with an organisation.
        Share = "share",
        /// To name somebody.
        Name = "name",
        /// To give it another label.
        Label = "label",
    }
}

impl Wish {
    /// Its kind, and what it is about, as the database keeps them.
    pub fn coded(&self) -> (WishCode, &str) {
        match self {
            Self::Share(with) => (WishCode::Share, with.code()),
            Self::Name(person) => (WishCode::Name, person.as_str()),
            Self::Label(label) => (WishCode::Label, label.code()),
        }
    }

    /// The wish that is kept like this; nothing when it is none.
    pub fn from_code(kind: WishCode, about: &str) -> Option<Self> {
        Some(match kind {
            WishCode::Share => Self::Share(OrganisationKind::from_code(about)?),
            WishCode::Name => Self::Name(UserId::new(about)),
            WishCode::Label => Self::Label(Label::from_code(about)?),
        })
    }
}
