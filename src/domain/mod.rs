//! The words and rules of the field: pure values, no clock, no network, no database.

mod access;
mod agreement;
pub mod audit;
mod chat;
mod dialogue;
pub mod evaluation;
mod file;
mod form;
mod ids;
pub mod incident;
mod language;
mod number;
mod personal_data;
pub mod practice;
mod reach;
mod reminder;
pub mod schedule;
mod sharing;
pub mod signal;
mod team;
mod team_change;
pub mod trend;
mod turn;
mod working;

pub use access::{
    Audience, Author, Count, Depth, Field, Gathering, Guard, Guarded, HistoryVisibility, JoinRule, Protection,
    RoomFacts, RoomFault, Scope, Sight, Step, View, Viewer,
};
pub use agreement::{
    Agreement, AgreementChange, AgreementEnd, AgreementKind, AgreementRefusal, AgreementStep, AgreementVersion,
    Confirmation, Confirming, LONGEST_AGREEMENT, PastRule, Stopping, Subject, Terms, rules_in_force,
};
pub use chat::{
    AND_WORDS, ANY_WORDS, Choice, Deed, Incoming, Membership, Message, Outgoing, Pill, Place, Said, Say, Trust,
    UnreadableBecause, What,
};
pub use dialogue::{Dialogue, DialogueChange, DialogueStep, Due, DueChange, DueKind, KeptForm, SaidOf};
pub use file::File;
pub use form::{Answers, Both, Condition, Form, FormOption, Note, Question, QuestionKind, Rule, Value};
pub use ids::{EventId, RoomId, UserId};
pub use language::Language;
pub use number::{RecordKind, RecordNumber};
pub use personal_data::PersonalData;
pub use practice::{Effect, PracticeChange, PracticeStep, practice_record};
pub use reach::Reach;
pub use reminder::{
    Addressee, Course, MOST_ASKED, Manner, NewReminder, Owed, Post, Reminded, Reminder, ReminderChange, ReminderStatus,
    ReminderStep, Rights, Timing, reminder_of_record, reminder_record,
};
pub use schedule::{Occurrence, Rule as RecurrenceRule, Schedule};
pub use sharing::{Sharing, SharingRules};
pub use signal::{
    Answered, Feedback, Interpretation, LONGEST_REMARK, NewInterpretation, NewSignal, Signal, SignalChange,
    SignalContent, SignalRefusal, SignalStatus, SignalStep, Widening, Wish, signal_of_record, signal_record,
};
pub use team::{Label, Member, OrganisationKind, Role, RoomPurpose, TeamId};
pub use team_change::{TeamChange, TeamStep};
pub use turn::{Change, Private, Turn};
pub use working::{Holiday, Holidays, Hours, WorkingTime};
