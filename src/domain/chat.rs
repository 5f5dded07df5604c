//! The seam to the chat: what comes in and what goes out, as plain values. Transports make [`Incoming`] and carry out
//! [`Outgoing`]; nobody above them knows how a message travels. No rules live here.

use serde::{Deserialize, Serialize};

use super::{EventId, File, Reach, RoomId, UserId};

/// One thing that happened in a room, as the inbox keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incoming {
    /// Its id; it enters the inbox once.
    pub event: EventId,
    /// Where it happened.
    pub room: RoomId,
    /// What is known of that room at receipt.
    pub place: Place,
    /// Who did it, by the server's word, and for an encrypted event by the key's.
    pub sender: UserId,
    /// How far the sender's device can be believed.
    pub trust: Trust,
    /// Age when the bot got it, in milliseconds, by the server's clock alone.
    pub age_ms: i64,
    /// The bot's own clock when it got it, in milliseconds since 1970; only for measuring how long it lay here.
    pub received_ms: i64,
    /// What it is.
    pub what: What,
}

impl Incoming {
    /// Its age now in milliseconds: the server's age at receipt plus the time it lay in the inbox.
    pub fn age_at(&self, now_ms: i64) -> i64 {
        self.age_ms.saturating_add((now_ms - self.received_ms).max(0))
    }
}

/// What is known of a room when something comes from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Exactly two people are joined or invited: one person and the bot.
    pub direct: bool,
    /// The room is end-to-end encrypted.
    pub encrypted: bool,
}

/// How far an event's origin can be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// It was not encrypted: only the server vouches for the sender.
    Plain,
    /// Encrypted by a device that its owner has signed.
    Signed,
    /// Encrypted by a known device that its owner has not signed.
    Unsigned,
    /// Encrypted, but the device is not (or no longer) known, or the key came from a backup.
    Unknown,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum What {
    /// Somebody said something.
    Message(Said),
    /// Somebody changed an earlier message of their own.
    Edit {
        /// The message that is changed.
        of: EventId,
        /// What it says now.
        said: Said,
    },
    /// Somebody put a reaction under a message.
    Reaction {
        /// The message.
        to: EventId,
        /// The emoji or word.
        key: String,
    },
    /// An event was taken back.
    Redaction {
        /// The event that is gone.
        of: EventId,
    },
    /// Somebody came, went or was invited.
    Membership {
        /// Who.
        person: UserId,
        /// What they are now.
        now: Membership,
    },
    /// A message that could not be decrypted in time.
    Unreadable {
        /// Why, as far as known.
        why: UnreadableBecause,
    },
    /// The bot has noticed that a member's encryption identity is another now, or gone. No event of the chat: the bot puts it
    /// into the inbox itself, for the chain room of each of their teams.
    IdentityChanged {
        /// Whose.
        person: UserId,
    },
}

/// The text of a message with what surrounds it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Said {
    /// The plain text, without the quote that old clients put before a reply.
    pub text: String,
    /// The people it mentions; `None` when the client does not say.
    pub mentions: Option<Vec<UserId>>,
    /// The HTML names (pills) at which a mention can be recognised when the client does not say.
    pub pills: Vec<Pill>,
    /// The first message of the thread it stands in.
    pub thread: Option<EventId>,
    /// The message it answers.
    pub reply_to: Option<EventId>,
    /// It is a picture, voice message or file: `text` is only its name.
    pub attachment: bool,
}

/// A link to a person in a formatted message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pill {
    /// Whom it points to.
    pub person: UserId,
    /// The words shown.
    pub shown: String,
}

/// What somebody is in a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Membership {
    /// May come in.
    Invited,
    /// Is in.
    Joined,
    /// Is not, or no longer, in.
    Gone,
}

/// Why a message cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnreadableBecause {
    /// The key never came.
    KeyMissing,
    /// The sender's client gives its keys to verified devices only.
    KeyWithheld,
    /// It is damaged, or made to look so.
    Damaged,
}

/// One thing the bot wants done in the chat, as the outbox keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outgoing {
    /// Where.
    pub room: RoomId,
    /// What.
    pub deed: Deed,
}

/// What the bot does in a room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "do")]
pub enum Deed {
    /// Says something new.
    Say(Say),
    /// Changes what it said before.
    Edit {
        /// Its own message: the outbox row that said it.
        row: i64,
        /// What it says from now on.
        message: Message,
        /// What can be chosen from it from now on.
        choices: Vec<Choice>,
        /// For whose eyes it was decided; nothing when there is nothing guarded in it.
        #[serde(default)]
        reach: Option<Reach>,
    },
    /// Takes back what it said before.
    Redact {
        /// Its own message: the outbox row that said it.
        row: i64,
    },
    /// Takes back what somebody else said, where the room gives the bot the power to.
    RedactTheirs {
        /// Their message.
        event: EventId,
        /// What is said when the bot may not: how its sender can. Nothing where nobody waits for an answer.
        otherwise: Option<Box<Say>>,
    },
}

impl Deed {
    /// For whose eyes it was decided; nothing when there is nothing guarded in it.
    pub fn reach(&self) -> Option<&Reach> {
        match self {
            Self::Say(say) => say.reach.as_ref(),
            Self::Edit { reach, .. } => reach.as_ref(),
            Self::Redact { .. } | Self::RedactTheirs { .. } => None,
        }
    }

    /// What is done in its place when the room has changed since it was decided: the same, with words without content.
    #[must_use]
    pub fn instead(&self) -> Option<Self> {
        let words = self.reach()?.instead.clone();
        match self {
            Self::Say(say) => {
                Some(Self::Say(Say { message: words, file: None, choices: vec![], reach: None, ..say.clone() }))
            }
            Self::Edit { row, .. } => Some(Self::Edit { row: *row, message: words, choices: vec![], reach: None }),
            Self::Redact { .. } | Self::RedactTheirs { .. } => None,
        }
    }

    /// The file that it brings into the room.
    pub fn file(&self) -> Option<&File> {
        match self {
            Self::Say(say) => say.file.as_deref(),
            Self::Edit { .. } | Self::Redact { .. } | Self::RedactTheirs { .. } => None,
        }
    }

    /// What is done in its place when its file cannot go out: the same words, and that the file is not there.
    #[must_use]
    pub fn without_file(&self) -> Option<Self> {
        let Self::Say(say) = self else { return None };
        let message = say.message.clone().then(say.file.as_ref()?.otherwise());
        Some(Self::Say(Say { message, file: None, choices: vec![], ..say.clone() }))
    }
}

/// A new message of the bot.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Say {
    /// The words.
    pub message: Message,
    /// The file that goes with them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Box<File>>,
    /// The thread it belongs in.
    pub thread: Option<EventId>,
    /// The event that it answers; also how an edit or redaction of that event finds the answer again.
    pub answers: Option<EventId>,
    /// The message that it is shown as a reply to.
    pub reply_to: Option<EventId>,
    /// Whom it must reach; empty for an answer. Mentioned people are notified, others are not.
    pub mentions: Vec<UserId>,
    /// What can be chosen from it, by number, word or reaction.
    pub choices: Vec<Choice>,
    /// Who asked, so that a bare `!2` finds their own list again.
    pub asked_by: Option<UserId>,
    /// For whose eyes it was decided; nothing when there is nothing guarded in it. Whoever sends it looks again.
    #[serde(default)]
    pub reach: Option<Reach>,
    /// The record that it shows: it is taken back when that is erased.
    #[serde(default)]
    pub shows: Option<String>,
}

/// Text in the two forms that a chat carries: plain text that reads well alone, and HTML with the same words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Message {
    /// Plain text, complete.
    pub plain: String,
    /// HTML of paragraphs, lists, bold, code and links only.
    pub html: String,
}

impl Message {
    /// These words and then those, each a paragraph of its own.
    #[must_use]
    pub fn then(mut self, next: &Self) -> Self {
        if !self.plain.is_empty() {
            self.plain.push_str("\n\n");
        }
        self.plain.push_str(&next.plain);
        self.html.push_str(&next.html);
        self
    }
}

/// The key of a choice that takes any words in reply to the very message: they are put behind its command. Nobody types it.
pub const ANY_WORDS: &str = "#words";

/// The key of a choice that takes the words said after one of its own: they are put behind its command. Nobody types it.
pub const AND_WORDS: &str = "#and";

/// The key of a choice that takes whatever its person says in their direct room and is no command, as long as it is the newest there.
/// The words are not put behind its command: it is for what nobody may keep. Nobody types it.
pub const LOOSE_WORDS: &str = "#loose";

/// One thing that can be chosen from an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What is typed for it: `1` to `9`, or a word such as `meer`.
    pub key: String,
    /// Other words for it, of both languages.
    pub words: Vec<String>,
    /// The emoji for it; transports that can, put it under the message for people to tick.
    pub emoji: Option<String>,
    /// What it stands for: a command without its prefix.
    pub command: String,
}
