//! `!herinnering R-2026-k7qd`: what one reminder says, and what is done with it; what is said when its time has come ([`post`]).
//! A reaction under it does the same as the words. A number that nobody has and one that the asker may not see get the same answer.

mod erase;
mod plain;
mod post;
mod tick;
mod words;

pub(super) use erase::erase;
pub(crate) use plain::away_until;
pub(super) use plain::{Plain, place};
pub(crate) use post::{fall_due, put_right};
pub(crate) use tick::{taken_back, unticked};
pub(super) use words::PARTS;

use super::ask::{Ask, Reply};
use crate::catalogue::Numbered;
use crate::domain::{
    Addressee, Gathering, Member, Reminder, ReminderStatus, Rights, RoomFacts, RoomFault, RoomPurpose, Timing,
};
use crate::store::StoreError;
use crate::text::{Answer, Line};
use words::Sub;

/// So many moments to come are shown.
const SHOWN: usize = 3;

/// A reminder that the asker may see or do something with.
struct Case {
    reminder: Reminder,
    member: Member,
    rights: Rights,
    /// What the room in which it is said is for.
    purpose: Option<RoomPurpose>,
}

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let asked = ask.definition.asked(ask.words);
    let member = ask.standing.member().expect("the declaration asks for a member");
    let number = match &asked.number {
        Numbered::No => return Ok(ask.say("reminder-which", &[("list", list(ask).into())])),
        Numbered::By(number) => Some(number),
        Numbered::Slip => None,
    };
    let reminder = match number {
        Some(number) => ask.store.reminder(&member.team, number).await?,
        None => None,
    };
    let case = match reminder {
        Some(reminder) => {
            let purpose = purpose(ask.store, &reminder).await?;
            let rights = reminder.rights(member, purpose);
            let known = rights.see || rights.tick || rights.stop;
            known.then(|| Case { reminder, member: member.clone(), rights, purpose })
        }
        None => None,
    };
    let Some(case) = case else { return unknown(ask, member).await };
    match asked.subcommand.and_then(|sub| Sub::called(&sub.id)) {
        None if asked.rest.is_empty() => show(ask, &case).await,
        None => {
            let word: String = asked.rest.split_whitespace().next().unwrap_or_default().chars().take(40).collect();
            let command = Plain::of(ask).command(&case.reminder.number, "");
            Ok(ask.say("reminder-deeds", &[("word", word.into()), ("command", command.into())]))
        }
        Some(Sub::Done) => tick::done(ask, &case).await,
        Some(Sub::Later) => tick::later(ask, &case, asked.rest).await,
        Some(Sub::Stop) => tick::stop(ask, &case).await,
    }
}

/// What the room of a reminder is for, if it still is one of its team's.
async fn purpose(store: &crate::store::Store, reminder: &Reminder) -> Result<Option<RoomPurpose>, StoreError> {
    let Some(room) = reminder.to.room() else { return Ok(None) };
    let bound = store.team_of_room(room).await?;
    Ok(bound.filter(|bound| bound.team == reminder.team).map(|bound| bound.purpose))
}

fn list(ask: &Ask<'_>) -> String {
    ask.library.catalogue.definition("reminders").map_or_else(String::new, |list| ask.typed(list))
}

/// There is no such reminder, or none that the asker may see.
async fn unknown(ask: &Ask<'_>, member: &Member) -> Result<Reply, StoreError> {
    let nowhere = |_: &RoomFacts| Err(vec![RoomFault::OtherTeam]);
    ask.guarded(member.clone().into(), nowhere, |ask, _| {
        let typed: String = ask.words.split_whitespace().next().unwrap_or_default().chars().take(20).collect();
        ask.say("reminder-unknown", &[("typed", typed.into()), ("list", list(ask).into())])
    })
    .await
}

async fn show(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    let reminder = &case.reminder;
    let members = ask.store.members(&reminder.team).await?;
    let away = away_until(ask.store, &reminder.team, &reminder.to, &reminder.author).await?;
    let decide = |facts: &RoomFacts| {
        // What is for a room of the team is shown in that room; a chain room's in every room of the team.
        let here = reminder.to.room() == Some(ask.room) || case.purpose == Some(RoomPurpose::Chain);
        match ask.team {
            Some(room) if room.team == reminder.team && here && case.rights.see => {
                Gathering { team: &room.team, facts, members: &members, bot: ask.health.account }.for_team_content()
            }
            _ => Err(vec![RoomFault::OtherTeam]),
        }
    };
    let timing = reminder.timing(ask.health.working, away);
    let shows = Some(reminder.record().into_boxed_str());
    ask.guarded(case.member.clone().into(), decide, |ask, _| Reply { shows, ..told(ask, case, &timing).into() }).await
}

fn told(ask: &Ask<'_>, case: &Case, timing: &Timing<'_>) -> Answer {
    let (reminder, plain) = (&case.reminder, Plain::of(ask));
    let mut answer = Answer::say(ask.text("reminder-head", &[("number", reminder.number.as_str().into())]));
    if case.rights.see {
        answer = answer.paragraph(plain.what(&reminder.what));
    }
    let mut lines = vec![Line::new(ask.text("reminder-whom", &[("who", plain.whom(&reminder.to).into())]))];
    if !matches!(reminder.to, Addressee::Author) {
        lines.push(Line::new(ask.text("reminder-author", &[("who", reminder.author.localpart().into())])));
    }
    let when = plain.schedule(&reminder.schedule, reminder.manner);
    let args = [("when", when.into()), ("zone", place(&reminder.schedule).into())];
    lines.push(Line::new(ask.text("remind-when", &args)));
    lines.push(Line::new(ask.text(status(reminder), &[])));
    answer = answer.lines(lines);
    let zone = reminder.schedule.zone();
    let coming: Vec<Line> =
        reminder.course.foreseen(timing).take(SHOWN).map(|moment| Line::new(plain.moment(moment, zone))).collect();
    if !coming.is_empty() {
        answer = answer.paragraph(ask.text("remind-next", &[])).list(coming);
    }
    if !reminder.course.goes_on() {
        return answer;
    }
    let command = |sub: Sub| plain.command(&reminder.number, sub.id()).into();
    let args = [("done", command(Sub::Done)), ("later", command(Sub::Later)), ("stop", command(Sub::Stop))];
    answer.paragraph(ask.text("reminder-how", &args))
}

fn status(reminder: &Reminder) -> &'static str {
    match (reminder.course.status, reminder.course.open) {
        (ReminderStatus::Done, _) => "reminder-status-done",
        (ReminderStatus::Stopped, _) => "reminder-status-stopped",
        (_, true) => "reminder-status-open",
        (ReminderStatus::Planned | ReminderStatus::Said, false) => "reminder-status-planned",
    }
}
