//! What people do with a reminder: it is done, it comes later, it stops; by words or by a reaction, which is put back when the
//! reaction is taken away. The message that asked for it, taken away, stops it and erases what it says.

use chrono::{DateTime, Utc};

use super::{Case, Plain, away_until};
use crate::catalogue::RoomKind;
use crate::commands::{Ask, Desk, Reply};
use crate::domain::{
    Change, Course, Deed, EventId, Language, Outgoing, Reminded, Reminder, ReminderChange, ReminderStep, RoomId, Say,
    Timing, Turn, UserId,
};
use crate::store::{Store, StoreError};
use crate::text::{Answer, Plan, planned};

/// How long it comes later when nobody says.
const AN_HOUR: &str = "1 uur";

pub(super) async fn done(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    if !case.rights.tick {
        return not_theirs(ask, case).await;
    }
    let away = away(ask.store, &case.reminder).await?;
    let timing = case.reminder.timing(ask.health.working, away);
    match case.reminder.course.done(&timing) {
        Some(course) => Ok(changed(ask, case, course, &timing, DONE)),
        None if !case.reminder.course.goes_on() => Ok(over(ask, case)),
        None => Ok(said(ask, case, NOTHING_OPEN, case.reminder.course.due(&timing))),
    }
}

pub(super) async fn stop(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    if !case.rights.stop {
        return not_theirs(ask, case).await;
    }
    let away = away(ask.store, &case.reminder).await?;
    let timing = case.reminder.timing(ask.health.working, away);
    match case.reminder.course.stopped() {
        Some(course) => Ok(changed(ask, case, course, &timing, STOPPED)),
        None => Ok(over(ask, case)),
    }
}

pub(super) async fn later(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    if !case.rights.tick {
        return not_theirs(ask, case).await;
    }
    if !case.reminder.course.goes_on() {
        return Ok(over(ask, case));
    }
    let away = away(ask.store, &case.reminder).await?;
    let timing = case.reminder.timing(ask.health.working, away);
    let words = if words.is_empty() { AN_HOUR } else { words };
    let plans = until(ask, words);
    let [plan] = plans.as_slice() else {
        let number = case.reminder.number.as_str();
        if plans.is_empty() {
            let typed: String = words.chars().take(40).collect();
            return Ok(ask.say("reminder-later-unknown", &[("typed", typed.into()), ("number", number.into())]));
        }
        let line = format!("{} {number} later", ask.definition.words.shown(crate::domain::Language::Dutch));
        let plain = Plain::of(ask);
        let choices = crate::commands::remind::later_choices(&line, &plans);
        let foot = [("prefix", ask.before_number().into()), ("last", plans.len().into())];
        let answer = Answer::say(ask.text("remind-unsure", &[("typed", "".into())]))
            .numbered(plans.iter().map(|plan| crate::text::Line::new(plain.plan(plan))))
            .paragraph(ask.text("remind-choose", &foot));
        return Ok(Reply { answer, choices, ..Reply::default() });
    };
    let Some(moment) = plan.schedule.next_after(ask.now) else { return Ok(over(ask, case)) };
    match case.reminder.course.put_off(moment.at, &timing) {
        Some(course) => Ok(changed(ask, case, course, &timing, LATER)),
        None => Ok(over(ask, case)),
    }
}

/// The moments that can be meant by how long or until when: one, or several to choose from, or none.
fn until(ask: &Ask<'_>, words: &str) -> Vec<Plan> {
    let now = ask.now.with_timezone(&ask.health.time_zone);
    let words = ["tot ", "until ", "till "].iter().find_map(|lead| words.strip_prefix(lead)).unwrap_or(words);
    for words in [format!("over {words}"), words.to_owned()] {
        match planned(&words, now) {
            Ok(found) if found.text.is_empty() && found.plan.schedule.rule().is_none() => return vec![found.plan],
            Ok(_) => {}
            Err(faults) => {
                for fault in faults {
                    if let crate::text::NoPlan::Unsure(readings) = fault
                        && readings.iter().all(|one| one.text.is_empty() && one.plan.schedule.rule().is_none())
                    {
                        return readings.into_iter().map(|one| one.plan).collect();
                    }
                }
            }
        }
    }
    Vec::new()
}

async fn away(store: &Store, reminder: &Reminder) -> Result<Option<chrono::NaiveDate>, StoreError> {
    away_until(store, &reminder.team, &reminder.to, &reminder.author).await
}

/// The change of this reminder to a course.
pub(super) fn change(
    account: &UserId,
    reminder: &Reminder,
    course: Course,
    tick: Option<(EventId, Course)>,
    next: Option<DateTime<Utc>>,
) -> Change {
    Change::Reminder(ReminderChange {
        account: account.clone(),
        team: reminder.team.clone(),
        number: reminder.number.clone(),
        seen: reminder.version,
        step: ReminderStep::Went { course, tick },
        next_ms: next.map(|next| next.timestamp_millis()),
    })
}

/// It has changed: what the asker hears, and what taking their reaction away would put back.
fn changed(ask: &Ask<'_>, case: &Case, course: Course, timing: &Timing<'_>, key: Said) -> Reply {
    let next = course.due(timing);
    let tick = Some((ask.event.clone(), case.reminder.course));
    let change = change(ask.health.account, &case.reminder, course, tick, next);
    Reply { changes: vec![change], ..said(ask, case, key, next) }
}

/// What is said of it, alone with the asker and where others want to know who it was.
type Said = (&'static str, &'static str);

const DONE: Said = ("reminder-done", "reminder-done-by");
const LATER: Said = ("reminder-later", "reminder-later");
const STOPPED: Said = ("reminder-stopped", "reminder-stopped-by");
const NOTHING_OPEN: Said = ("reminder-nothing-open", "reminder-nothing-open");
const OVER: Said = ("reminder-over", "reminder-over");

/// Something about it, with its next moment if there is one.
fn said(ask: &Ask<'_>, case: &Case, (alone, together): Said, next: Option<DateTime<Utc>>) -> Reply {
    let plain = Plain::of(ask);
    let stop = plain.command(&case.reminder.number, "stop");
    let args = [
        ("number", case.reminder.number.as_str().into()),
        ("who", ask.sender.localpart().into()),
        ("stop", stop.into()),
    ];
    let mut text = ask.text(if ask.kind == RoomKind::Direct { alone } else { together }, &args);
    if let Some(next) = next {
        let next = plain.moment(next, case.reminder.schedule.zone());
        text = format!("{text} {}", ask.text("reminder-next-time", &[("next", next.into())]));
    }
    Answer::say(text).into()
}

fn over(ask: &Ask<'_>, case: &Case) -> Reply {
    said(ask, case, OVER, None)
}

async fn not_theirs(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    let who = ask.coordinators(&case.reminder.team).await?;
    Ok(ask.say("reminder-not-yours", &[("number", case.reminder.number.as_str().into()), ("who", who.into())]))
}

/// Somebody took away the reaction that was the last to change a reminder: it is as before. Nothing when it was another reaction.
pub(crate) async fn unticked(
    desk: &Desk<'_>,
    (room, language): (&RoomId, Language),
    tick: &EventId,
) -> Result<Option<Turn>, StoreError> {
    let Some((reminder, before)) = desk.store.reminder_ticked_by(tick).await? else { return Ok(None) };
    let away = away(desk.store, &reminder).await?;
    let timing = reminder.timing(desk.working, away);
    let next = before.due(&timing);
    let text = desk.text(language, "reminder-unticked", &[("number", reminder.number.as_str().into())]);
    let out = say(room, &Answer::say(text));
    Ok(Some(Turn { changes: vec![change(desk.account, &reminder, before, None, next)], out }))
}

/// The message that asked for a reminder was taken away, or asks for none any more: the reminder stops, what it says is erased, and what
/// shows it is taken back. `by` is who changed the message: anybody can send a change of it, and only its author's counts. Nothing when
/// it asked for none. A weekly overview was set by a command, which stands whatever becomes of its message.
pub(crate) async fn taken_back(
    desk: &Desk<'_>,
    (room, language): (&RoomId, Language),
    message: &EventId,
    by: Option<&UserId>,
) -> Result<Option<Turn>, StoreError> {
    let reminder = desk.store.reminder_asked_by(room, message).await?;
    let theirs = |it: &Reminder| it.what != Reminded::Overview && by.is_none_or(|by| it.author == *by);
    let Some(reminder) = reminder.filter(theirs) else { return Ok(None) };
    let record = reminder.record();
    let shown = desk.store.shown_of(&record).await?;
    let mut out: Vec<Outgoing> =
        shown.into_iter().map(|(room, row)| Outgoing { room, deed: Deed::Redact { row } }).collect();
    // Of what has been done already nobody needs to hear.
    if reminder.course.goes_on() {
        let text = desk.text(language, "reminder-taken-back", &[("number", reminder.number.as_str().into())]);
        out.extend(say(room, &Answer::say(text)));
    }
    let erased = Change::Reminder(ReminderChange {
        account: desk.account.clone(),
        team: reminder.team.clone(),
        number: reminder.number.clone(),
        seen: reminder.version,
        step: ReminderStep::Erased,
        next_ms: None,
    });
    Ok(Some(Turn { changes: vec![erased, Change::Erased { record }], out }))
}

fn say(room: &RoomId, answer: &Answer) -> Vec<Outgoing> {
    let say = |message| Say { message, ..Say::default() };
    answer
        .messages()
        .into_iter()
        .map(|message| Outgoing { room: room.clone(), deed: Deed::Say(say(message)) })
        .collect()
}
