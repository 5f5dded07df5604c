//! The terms of a signal: an owner within one working day, feedback to the reporter by the chosen day. What falls due is said once,
//! in working hours: first to who follows it up, then to the coordinators, who hear the number and no more. Terms of the
//! project's own (study of the field, section 8, November 2026): no source gives others.

use chrono::NaiveDate;

use super::widen::outcome;
use crate::catalogue::RoomKind;
use crate::commands::Desk;
use crate::domain::audit::{Action, Actor, Entry};
use crate::domain::{
    Change, Due, DueChange, DueKind, Member, Role, Signal, SignalChange, SignalStatus, SignalStep, Turn,
    signal_of_record,
};
use crate::store::StoreError;
use crate::text::Answer;

/// Somebody should follow a signal up within so many working days.
const TAKEN_WITHIN: u32 = 1;

const OF_A_SIGNAL: [DueKind; 3] = [DueKind::SignalUntaken, DueKind::SignalFeedback, DueKind::SignalFeedbackLate];

/// Something falls due at this moment, or, without one, not any more.
pub(super) fn due(desk: &Desk<'_>, kind: DueKind, subject: &str, at_ms: Option<i64>) -> Change {
    Change::Due(DueChange { account: desk.account.clone(), kind, subject: subject.to_owned(), at_ms })
}

/// Something does not fall due any more.
pub(super) fn ended(desk: &Desk<'_>, kind: DueKind, subject: &str) -> Change {
    due(desk, kind, subject, None)
}

/// No term of this signal runs any more.
pub(super) fn all_ended(desk: &Desk<'_>, record: &str) -> impl Iterator<Item = Change> {
    OF_A_SIGNAL.into_iter().map(move |kind| ended(desk, kind, record))
}

/// The terms of a signal that is sent now.
pub(super) fn begun(desk: &Desk<'_>, record: &str, feedback_on: NaiveDate) -> [Change; 2] {
    let untaken = desk.working.morning_after(desk.now, TAKEN_WITHIN, desk.time_zone);
    let feedback = desk.working.morning(feedback_on, desk.time_zone);
    [
        due(desk, DueKind::SignalUntaken, record, Some(untaken.timestamp_millis())),
        due(desk, DueKind::SignalFeedback, record, Some(feedback.timestamp_millis())),
    ]
}

/// What follows from a term of a signal whose time has come. Nothing for what is no term of a signal.
pub(crate) async fn fall_due(desk: &Desk<'_>, due: &Due) -> Result<Turn, StoreError> {
    if due.kind == DueKind::SignalRequest {
        return lapse(desk, &due.subject).await;
    }
    let Some((team, number)) = signal_of_record(&due.subject) else { return Ok(Turn::nothing()) };
    let Some(signal) = desk.store.signal(&team, &number).await? else { return Ok(Turn::nothing()) };
    if signal.status == SignalStatus::Closed {
        return Ok(Turn::nothing());
    }
    let members = desk.store.members(&team).await?;
    let owner = signal.protection.owner.as_ref();
    let owner = owner.and_then(|owner| members.iter().find(|one| one.person == *owner && one.is_active()));
    let changes = match (due.kind, owner) {
        (DueKind::SignalUntaken, None) => coordinators(desk, &members, &signal, "signal-untaken").await?,
        (DueKind::SignalFeedback, owner) => feedback(desk, &signal, owner).await?,
        (DueKind::SignalFeedbackLate, _) => coordinators(desk, &members, &signal, "signal-feedback-late").await?,
        _ => Vec::new(),
    };
    Ok(Turn { changes, out: vec![] })
}

/// Who follows it up is reminded; a working day later the coordinators hear of it.
async fn feedback(desk: &Desk<'_>, signal: &Signal, owner: Option<&Member>) -> Result<Vec<Change>, StoreError> {
    // The reporter who follows it up themselves waits for nobody.
    if owner.is_some_and(|owner| owner.person == signal.protection.author) {
        return Ok(Vec::new());
    }
    let mut changes = Vec::new();
    if let Some(owner) = owner {
        let language = desk.language_of(&owner.person).await?;
        let show = desk.command(language, RoomKind::Direct, "signal", signal.number.as_str());
        let word = desk.library.catalogue.definition("signal");
        let word = word.map_or("", |it| it.subcommand_shown(super::words::Sub::Feedback.id(), language));
        let args = [("number", signal.number.as_str().into()), ("command", format!("{show} {word}").into())];
        let said = Answer::say(desk.text(language, "signal-feedback-due", &args));
        changes.extend(desk.tell(owner, language, &said, vec![], Some(&signal.record())));
    }
    let today = desk.now.with_timezone(&desk.time_zone).date_naive();
    let next = desk.working.morning(today.succ_opt().unwrap_or(NaiveDate::MAX), desk.time_zone);
    changes.push(due(desk, DueKind::SignalFeedbackLate, &signal.record(), Some(next.timestamp_millis())));
    Ok(changes)
}

/// The coordinators hear the number and what is overdue, whether they may see the signal or not.
async fn coordinators(
    desk: &Desk<'_>,
    members: &[Member],
    signal: &Signal,
    key: &'static str,
) -> Result<Vec<Change>, StoreError> {
    let mut changes = Vec::new();
    for member in members.iter().filter(|member| member.role == Role::Coordinator && member.is_active()) {
        let language = desk.language_of(&member.person).await?;
        let said = Answer::say(desk.text(language, key, &[("number", signal.number.as_str().into())]));
        changes.extend(desk.tell(member, language, &said, vec![], Some(&signal.record())));
    }
    Ok(changes)
}

/// The author has said nothing: that is no.
async fn lapse(desk: &Desk<'_>, id: &str) -> Result<Turn, StoreError> {
    let Some(request) = desk.store.signal_request(id).await? else { return Ok(Turn::nothing()) };
    let Some(signal) = desk.store.signal(&request.team, &request.number).await? else { return Ok(Turn::nothing()) };
    let members = desk.store.members(&request.team).await?;
    let change = SignalChange {
        team: request.team.clone(),
        number: request.number.clone(),
        seen: signal.version,
        steps: vec![SignalStep::Answered { id: id.to_owned(), granted: false }],
    };
    let number = request.number.as_str();
    let act = Entry::new(desk.now_ms(), Actor::Bot, Action::Refused, "signal", number).of(&request.team);
    let mut changes = vec![Change::Signal(change), Change::Audit(act)];
    changes.extend(outcome(desk, &members, &request, false).await?);
    Ok(Turn { changes, out: vec![] })
}
