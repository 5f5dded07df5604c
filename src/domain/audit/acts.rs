//! Which acts the changes of a turn are. One place, complete over all changes: whoever adds one must say here what the log
//! tells of it. What somebody *saw* follows from no change; whoever shows it adds the act.

use super::{Action, Actor, Detail, Entry};
use crate::domain::incident::{ActionChange, ActionStep, IncidentChange, IncidentStep};
use crate::domain::retention::{RetentionChange, RetentionStep};
use crate::domain::{
    AgreementChange, AgreementStep, Change, PracticeChange, PracticeStep, ReminderChange, ReminderStep, SignalChange,
    SignalStep, TeamChange, TeamStep, UserId,
};

/// The acts that somebody did with this change.
pub fn acts_of(change: &Change, by: &UserId, at_ms: i64) -> Vec<Entry> {
    match change {
        // How people are answered and where, that something came or will, and what somebody has not sent yet, is no record:
        // whoever shows one says so with it. An act is one already.
        Change::PersonLanguage { .. }
        | Change::RoomLanguage { .. }
        | Change::AwayTold { .. }
        | Change::Private(_)
        | Change::Dialogue(_)
        | Change::PersonTimeZone { .. }
        | Change::Due(_)
        | Change::SaidOf { .. }
        | Change::Unsaid { .. }
        | Change::Became { .. }
        | Change::Erased { .. }
        // Who takes part in aftercare stands nowhere.
        | Change::Aftercare(_)
        | Change::Taken { .. }
        | Change::Audit(_) => Vec::new(),
        Change::Agreement(change) => vec![act_of_agreement(change, by, at_ms)],
        Change::Signal(change) => {
            change.steps.iter().filter_map(|step| act_of_signal(change, step, by, at_ms)).collect()
        }
        Change::Incident(change) => {
            change.steps.iter().filter_map(|step| act_of_incident(change, step, by, at_ms)).collect()
        }
        Change::Action(change) => act_of_action(change, by, at_ms).into_iter().collect(),
        Change::Practice(change) => {
            change.steps.iter().filter_map(|step| act_of_practice(change, step, by, at_ms)).collect()
        }
        Change::Retention(change) => act_of_retention(change, by, at_ms).into_iter().collect(),
        Change::Reminder(change) => act_of_reminder(change, by, at_ms).into_iter().collect(),
        Change::Team(change) => change.steps.iter().filter_map(|step| act_of_step(change, step, by, at_ms)).collect(),
        Change::SearchConsent { team, .. } => {
            let by = Actor::Person(by.clone());
            vec![Entry::new(at_ms, by, Action::SearchAllowed, "team", team.as_str()).of(team)]
        }
        Change::IdentityConfirmed { person, .. } => {
            let by = Actor::Person(by.clone());
            vec![Entry::new(at_ms, by, Action::IdentityConfirmed, "identity", person.as_str())]
        }
    }
}

fn act_of_step(change: &TeamChange, step: &TeamStep, by: &UserId, at_ms: i64) -> Option<Entry> {
    let team = change.team.as_str();
    let act = |action, table, row| Entry::new(at_ms, Actor::Person(by.clone()), action, table, row).of(&change.team);
    Some(match step {
        TeamStep::Made { .. } => act(Action::Made, "team", team),
        TeamStep::Member { person, organisation, role, mandate } => {
            let detail = Detail::Membership { organisation: *organisation, role: *role, mandate: *mandate };
            act(Action::MemberSet, "member", person.as_str()).with(detail)
        }
        TeamStep::Gone { person } => act(Action::MemberRemoved, "member", person.as_str()),
        TeamStep::RoomBound { room, purpose } => {
            act(Action::RoomBound, "room", room.as_str()).with(Detail::Room(*purpose))
        }
        TeamStep::RoomLoose { room } => act(Action::RoomLoosed, "room", room.as_str()),
        // Which group is nobody's to read here: an alias is a name.
        TeamStep::Group { .. } | TeamStep::GroupGone { .. } => act(Action::Changed, "team", team).with(Detail::Groups),
        TeamStep::Phone { .. } | TeamStep::PhoneGone { .. } => act(Action::Changed, "team", team).with(Detail::Phones),
        TeamStep::Absent { person, .. } => act(Action::Changed, "member", person.as_str()).with(Detail::Absence),
        TeamStep::Ticks { .. } => act(Action::Changed, "team", team).with(Detail::Reactions),
        TeamStep::TimeZone { .. } => act(Action::Changed, "team", team).with(Detail::TimeZone),
        TeamStep::PathTerms { .. } => act(Action::Changed, "team", team),
        // Only which team somebody means: no record changes.
        TeamStep::Chosen { .. } => return None,
    })
}

fn act_of_agreement(change: &AgreementChange, by: &UserId, at_ms: i64) -> Entry {
    let act = |action| {
        let by = Actor::Person(by.clone());
        Entry::new(at_ms, by, action, "agreement", change.number.as_str()).of(&change.team)
    };
    match &change.step {
        AgreementStep::Proposed { version: 1, organisation, .. } => {
            act(Action::Made).with(Detail::Organisation(*organisation))
        }
        AgreementStep::Proposed { organisation, .. } => act(Action::Changed).with(Detail::Organisation(*organisation)),
        AgreementStep::Confirmed { organisation, .. } => {
            act(Action::Confirmed).with(Detail::Organisation(*organisation))
        }
        AgreementStep::TakenBack { .. } | AgreementStep::Ended(_) => act(Action::Ended),
    }
}

fn act_of_practice(change: &PracticeChange, step: &PracticeStep, by: &UserId, at_ms: i64) -> Option<Entry> {
    let act = |action, id: &str| {
        let by = Actor::Person(by.clone());
        Entry::new(at_ms, by, action, "practice", id).of(&change.team)
    };
    Some(match step {
        // A count is no record, and nobody's.
        PracticeStep::Experienced { .. } => return None,
        PracticeStep::Lesson { id, .. } | PracticeStep::Proposed { id, .. } => act(Action::Made, id),
        PracticeStep::Accepted { id, version, .. } => {
            act(Action::Confirmed, id).with(Detail::Version(u64::from(*version)))
        }
        PracticeStep::Refused { id, .. } => act(Action::Refused, id),
        PracticeStep::Withdrawn { id } => act(Action::Ended, id),
    })
}

fn act_of_retention(change: &RetentionChange, by: &UserId, at_ms: i64) -> Option<Entry> {
    let record = &change.record;
    let act = |action| {
        let by = Actor::Person(by.clone());
        Entry::new(at_ms, by, action, record.table(), record.number().as_str()).of(record.team())
    };
    match &change.step {
        // The bot says so by itself; what it was told of stands with the record.
        RetentionStep::Announced { .. } => None,
        RetentionStep::Held { until, .. } => Some(act(Action::Held).with(Detail::Until(*until))),
        RetentionStep::Gone(_) => Some(act(Action::Erased)),
    }
}

fn act_of_reminder(change: &ReminderChange, by: &UserId, at_ms: i64) -> Option<Entry> {
    let action = match &change.step {
        ReminderStep::Made(_) if change.seen == 0 => Action::Made,
        ReminderStep::Made(_) => Action::Changed,
        ReminderStep::Went { course, .. } if !course.goes_on() => Action::Ended,
        // Said, put off, done for this time: of that the log would be full.
        ReminderStep::Went { .. } => return None,
        ReminderStep::Erased => Action::Erased,
    };
    let by = Actor::Person(by.clone());
    Some(Entry::new(at_ms, by, action, "reminder", change.number.as_str()).of(&change.team))
}

fn act_of_signal(change: &SignalChange, step: &SignalStep, by: &UserId, at_ms: i64) -> Option<Entry> {
    let act = |action| {
        let by = Actor::Person(by.clone());
        Entry::new(at_ms, by, action, "signal", change.number.as_str()).of(&change.team)
    };
    Some(match step {
        SignalStep::Made(new) => act(Action::Made).with(Detail::Label(new.protection.label)),
        SignalStep::Labelled { label, widens: true } => act(Action::Shared).with(Detail::Label(*label)),
        SignalStep::Labelled { label, widens: false } => act(Action::Narrowed).with(Detail::Label(*label)),
        SignalStep::Shared { with } => act(Action::Shared).with(Detail::Organisation(*with)),
        SignalStep::Unshared { with } => act(Action::Narrowed).with(Detail::Organisation(*with)),
        // Who it is stands with the record.
        SignalStep::Named { .. } => act(Action::Shared),
        SignalStep::Unnamed { .. } => act(Action::Narrowed),
        SignalStep::Taken { .. } | SignalStep::Feedback { .. } => act(Action::Changed),
        SignalStep::Interpreted(new) => act(Action::Changed).with(Detail::Organisation(new.organisation)),
        SignalStep::FeedbackRead { .. } => act(Action::Confirmed),
        SignalStep::Closed { .. } => act(Action::Ended),
        SignalStep::Withdrawn => act(Action::Erased),
        SignalStep::Answered { granted: false, .. } => act(Action::Refused),
        // A question changes nothing yet; a yes is told by the widening that comes with it.
        SignalStep::Requested { .. }
        | SignalStep::GroupPrompted { .. }
        | SignalStep::Answered { granted: true, .. } => {
            return None;
        }
    })
}

fn act_of_incident(change: &IncidentChange, step: &IncidentStep, by: &UserId, at_ms: i64) -> Option<Entry> {
    let act = |action| {
        let by = Actor::Person(by.clone());
        Entry::new(at_ms, by, action, "incident", change.number.as_str()).of(&change.team)
    };
    Some(match step {
        IncidentStep::Made(new) => act(Action::Made).with(Detail::Label(new.protection.label)),
        IncidentStep::Labelled { label, widens: true } => act(Action::Shared).with(Detail::Label(*label)),
        IncidentStep::Labelled { label, widens: false } => act(Action::Narrowed).with(Detail::Label(*label)),
        IncidentStep::Shared { with } => act(Action::Shared).with(Detail::Organisation(*with)),
        IncidentStep::Unshared { with } => act(Action::Narrowed).with(Detail::Organisation(*with)),
        // Who it is stands with the record.
        IncidentStep::Named { .. } => act(Action::Shared),
        IncidentStep::Unnamed { .. } => act(Action::Narrowed),
        IncidentStep::Released { yes, .. } => act(if *yes { Action::Shared } else { Action::Narrowed }),
        IncidentStep::Logged(_)
        | IncidentStep::Taken { .. }
        | IncidentStep::Contact { .. }
        | IncidentStep::Frozen { .. }
        | IncidentStep::Thawed
        | IncidentStep::Contributed(_)
        | IncidentStep::Reworded { .. }
        | IncidentStep::Unsaid { .. } => act(Action::Changed),
        IncidentStep::Closed { .. } => act(Action::Ended),
        IncidentStep::Withdrawn => act(Action::Erased),
        // That the next question is open, or somebody was asked: of that the log would be full.
        IncidentStep::Evaluated(_) => return None,
    })
}

fn act_of_action(change: &ActionChange, by: &UserId, at_ms: i64) -> Option<Entry> {
    let action = match &change.step {
        ActionStep::Made(_) => Action::Made,
        ActionStep::Moved { .. } | ActionStep::HandedOver { .. } => Action::Changed,
        ActionStep::Done | ActionStep::Dropped { .. } => Action::Ended,
        // A question changes nothing yet.
        ActionStep::Asked | ActionStep::Offered { .. } | ActionStep::Refused => return None,
    };
    let by = Actor::Person(by.clone());
    Some(Entry::new(at_ms, by, action, "action", change.number.as_str()).of(&change.team))
}
