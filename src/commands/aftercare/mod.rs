//! `!nazorg`: private check-ins for who wishes them after something hard, and whom to call. When somebody is asked is the domain's to
//! say (`domain::aftercare`).
//!
//! ```text
//! nazorg            in the direct room: what happens, what lies on servers meanwhile, whom to call; then `ja` begins
//! nazorg stop       takes part no more: everything is erased at once
//! 1, 2 or 3         in answer to a check-in; kept nowhere
//! ```
//!
//! In a shared room there is one line, the same for everybody, and nothing happens. Everything that is said about it in the direct
//! room is taken back within the hour: it shows a record of its own ([`talk`]), to which nothing points afterwards.

mod contacts;
mod due;
mod question;
mod talk;
mod words;

pub(crate) use due::fall_due;
pub(crate) use words::stopping;
pub(super) use words::{PARTS, offer};

use chrono::Utc;

use super::ask::{Ask, Reply};
use super::desk::Desk;
use super::standing::Standing;
use crate::catalogue::{RoomKind, Who};
use crate::domain::aftercare::{AftercareChange, AftercareStep, Owed, Plan};
use crate::domain::{Change, Choice, DueChange, DueKind};
use crate::store::{StoreError, TakesPart, new_id};
use crate::text::{Answer, Line, When, told};
use talk::Talk;
use words::Sub;

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    if ask.kind != RoomKind::Direct {
        return Ok(ask.say("aftercare-only-alone", &[("command", words::alone(ask).into())]));
    }
    let facts = ask.rooms.facts(ask.room).await.unwrap_or_default();
    let faults = facts.direct_faults(ask.sender, ask.health.account);
    if !faults.is_empty() {
        return Ok(ask.say(Ask::why_not_direct(&faults), &[]));
    }
    let takes_part = ask.store.aftercare_of(ask.health.account, ask.sender).await?;
    let asked = ask.definition.asked(ask.words);
    match asked.subcommand.and_then(|sub| Sub::called(&sub.id)) {
        // Also for who has left the team.
        Some(Sub::Stop) => stop(ask, takes_part).await,
        Some(Sub::Answer) => question::answered(ask, takes_part, asked.rest).await,
        Some(Sub::Words) => Ok(question::words(ask, takes_part)),
        _ if *ask.standing == Standing::Nobody => Ok(ask.barred(Who::Member).await?.unwrap_or_default()),
        sub => match takes_part {
            Some(takes_part) => shown(ask, &takes_part, asked.rest).await,
            None if sub == Some(Sub::Begin) => Ok(begin(ask)),
            None => Ok(explained(ask, asked.rest)),
        },
    }
}

/// Everything that somebody should know before they begin.
fn explained(ask: &Ask<'_>, typed: &str) -> Reply {
    let quiet = ask.health.working.quiet;
    let clock = |time: chrono::NaiveTime| time.format("%-H:%M").to_string();
    let (yes, stop) = (words::word(ask, Sub::Begin), words::word(ask, Sub::Stop));
    let args = [
        ("quiet", clock(quiet.from).into()),
        ("loud", clock(quiet.until).into()),
        ("days", ask.health.notice.redaction_days.into()),
        ("stop", stop.into()),
        ("yes", yes.into()),
    ];
    let line = |key: &str| Line::new(ask.text(key, &args));
    let answer = Answer::say(ask.text("aftercare-danger", &[]))
        .paragraph(ask.text("aftercare-what", &args))
        .paragraph(ask.text("aftercare-know", &[]))
        .list(words::TO_KNOW.map(line))
        .then(contacts::whom(&Desk::of(ask), ask.language, "aftercare-call"))
        .paragraph(ask.text("aftercare-begin", &args));
    let choices = vec![words::choice(ask.definition, Sub::Begin)];
    let talk = Talk::alone(ask);
    // Whatever was typed behind the command may be what it is about.
    let talk = if typed.is_empty() { talk } else { talk.taken_at_once() };
    talk.reply(Reply { answer, choices, ..Reply::default() })
}

fn begin(ask: &Ask<'_>) -> Reply {
    let plan = Plan::begun(ask.sender.clone(), ask.now.timestamp_millis());
    let id = new_id();
    let first = match plan.owed(ask.now, ask.health.working, ask.health.time_zone) {
        Owed::Later(at) => at,
        Owed::Ask(..) | Owed::Nothing => ask.now,
    };
    let answer = Answer::say(ask.text("aftercare-begun", &[("when", when(ask, first).into())]))
        .paragraph(ask.text("aftercare-how-stop", &[("stop", words::word(ask, Sub::Stop).into())]));
    let account = ask.health.account.clone();
    let due = DueChange {
        account: account.clone(),
        kind: DueKind::CheckIn,
        subject: id.clone(),
        at_ms: Some(first.timestamp_millis()),
    };
    let begun = AftercareChange { account, id: id.clone(), step: AftercareStep::Begun(plan) };
    let changes = vec![Change::Aftercare(begun), Change::Due(due)];
    let choices = vec![words::choice(ask.definition, Sub::Stop)];
    Talk::of(ask, &id).reply(Reply { answer, choices, changes, ..Reply::default() })
}

/// Somebody takes part: when the next question comes, how to stop, whom to call.
async fn shown(ask: &Ask<'_>, takes_part: &TakesPart, typed: &str) -> Result<Reply, StoreError> {
    let next_ms = ask.store.due_ms(ask.health.account, DueKind::CheckIn, &takes_part.id).await?;
    let head = match next_ms.and_then(chrono::DateTime::from_timestamp_millis) {
        Some(next) => ask.text("aftercare-takes-part", &[("when", when(ask, next.max(ask.now)).into())]),
        None => ask.text("aftercare-takes-part-last", &[]),
    };
    let answer = Answer::say(ask.text("aftercare-danger", &[]))
        .paragraph(head)
        .paragraph(ask.text("aftercare-how-stop", &[("stop", words::word(ask, Sub::Stop).into())]))
        .then(contacts::whom(&Desk::of(ask), ask.language, "aftercare-call"));
    let choices = vec![words::choice(ask.definition, Sub::Stop)];
    let talk = Talk::of(ask, &takes_part.id);
    let talk = if typed.is_empty() { talk } else { talk.taken_at_once() };
    Ok(talk.reply(Reply { answer, choices, ..Reply::default() }))
}

/// Takes part no more: the plan, what falls due and all that was said are gone.
async fn stop(ask: &Ask<'_>, takes_part: Option<TakesPart>) -> Result<Reply, StoreError> {
    let talk = Talk::alone(ask);
    let Some(takes_part) = takes_part else { return Ok(talk.reply(ask.say("aftercare-not-in", &[]))) };
    let (ended, out) = talk::ended(&Desk::of(ask), &takes_part).await?;
    let args = [("command", words::alone(ask).into())];
    Ok(talk.reply(Reply { changes: vec![ended], out, ..ask.say("aftercare-stopped", &args) }))
}

/// A moment in words.
fn when(ask: &Ask<'_>, from: chrono::DateTime<Utc>) -> String {
    told(&When { from, until: None }, ask.health.time_zone, ask.language, &ask.library.catalogue.texts)
}

/// A choice that takes any words of the person's that are no command.
fn any_words(definition: &crate::catalogue::Definition) -> Choice {
    let command = words::chosen(definition, Sub::Words, None);
    Choice { key: crate::domain::LOOSE_WORDS.to_owned(), words: vec![], emoji: None, command }
}
