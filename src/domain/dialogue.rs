//! What changes in a guided dialogue and in what falls due, as values that follow from an event and that the store writes
//! with it.

use super::team::coded;
use super::{EventId, RoomId, TeamId, UserId};

/// A change of one dialogue. The content is sealed by the store, which does not read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DialogueChange {
    /// The dialogue's name inside the bot.
    pub id: String,
    /// The bot's account, and the person it talks with. A person is in one dialogue at a time.
    pub account: UserId,
    /// The person.
    pub person: UserId,
    /// The version of the dialogue on which this was decided, 0 when it begins. When it is another by now, the turn is not
    /// written but made anew.
    pub seen: i64,
    /// What happens.
    pub step: DialogueStep,
}

/// One step of a dialogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DialogueStep {
    /// It begins. Another dialogue of that person ends with it.
    Begun {
        /// The team that it is about.
        team: TeamId,
        /// The form, as JSON, which is kept as long as anything was made with it.
        form: KeptForm,
        /// What has been answered, as JSON.
        draft: String,
    },
    /// Something was answered or asked.
    Kept {
        /// What has been answered, as JSON.
        draft: String,
        /// It rests until the person comes back to it.
        parked: bool,
    },
    /// It is over, and what was answered is erased here.
    Ended,
}

/// A form in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptForm {
    /// Its name: a hash of what it says.
    pub name: String,
    /// What it says, as JSON.
    pub json: String,
}

/// Something falls due, or does not any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueChange {
    /// The bot's account that does it.
    pub account: UserId,
    /// What is to be done; with `subject` it names the work, which is there once.
    pub kind: DueKind,
    /// What it is about: the name of a dialogue or record inside the bot.
    pub subject: String,
    /// When, in milliseconds since 1970; nothing: not any more.
    pub at_ms: Option<i64>,
}

coded! {
    /// What the bot does of its own accord when its time has come.
    DueKind {
        /// Reminds somebody of the question that is open.
        DialogueNudge = "dialogue_nudge",
        /// Lets a dialogue rest.
        DialoguePark = "dialogue_park",
        /// Says that a resting dialogue will be erased soon.
        DialogueWarning = "dialogue_warning",
        /// Erases a resting dialogue.
        DialogueErase = "dialogue_erase",
        /// Says that the bot was put back from a backup, and what may be lost.
        DialogueRestored = "dialogue_restored",
        /// Reminds somebody that the bot waits for them in a room of their own.
        Invitation = "invitation",
        /// Nobody has taken a signal: the coordinators hear so.
        SignalUntaken = "signal_untaken",
        /// The reporter of a signal should hear something: its owner is reminded.
        SignalFeedback = "signal_feedback",
        /// The reporter of a signal should have heard something: the coordinators hear so.
        SignalFeedbackLate = "signal_feedback_late",
        /// A reminder is said.
        Reminder = "reminder",
        /// A step of the path of an evaluation: something is asked.
        EvaluationStep = "evaluation_step",
        /// An action after an evaluation is asked after.
        ActionAsked = "action_asked",
        /// It is looked, once a day, which records come to their end.
        Retention = "retention",
        /// The end of a record is announced, or has come.
        RecordEnd = "record_end",
        /// What shows an erased record is taken back in the chat.
        TakeBack = "take_back",
        /// Somebody who wished it is asked how they are.
        CheckIn = "check_in",
        /// What was asked and answered in a check-in is taken back.
        CheckInForgotten = "check_in_forgotten",
        /// Who keeps contact with young people after an incident is reminded of it.
        YouthAftercare = "youth_aftercare",
        /// A question to the author of a record has had no answer: it lapses as no.
        SignalRequest = "signal_request",
    }
}

/// Work whose time has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// What is to be done.
    pub kind: DueKind,
    /// What it is about.
    pub subject: String,
    /// When it was due, in milliseconds since 1970.
    pub at_ms: i64,
}

/// A dialogue as the store knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialogue {
    /// Its name inside the bot.
    pub id: String,
    /// With whom.
    pub person: UserId,
    /// The team that it is about.
    pub team: TeamId,
    /// It rests.
    pub parked: bool,
    /// Its version; each change makes a new one.
    pub version: i64,
    /// When it was last changed, in milliseconds since 1970.
    pub touched_ms: i64,
    /// The form, as JSON.
    pub form: String,
    /// What has been answered, as JSON.
    pub draft: String,
}

/// An event in which somebody said something that went into a record, or that shows one: it is taken back when the record is
/// erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidOf {
    /// The room.
    pub room: RoomId,
    /// The event.
    pub event: EventId,
}
