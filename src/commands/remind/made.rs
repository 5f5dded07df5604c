//! A reminder is made, or made anew by a change of its message; what the bot repeats of it.

use chrono::{DateTime, Datelike as _, Utc};

use super::super::reminder::{Plain, away_until, place};
use crate::commands::{Ask, Reply};
use crate::domain::{
    Addressee, Change, Course, Gathering, Manner, Member, NewReminder, RecordKind, RecordNumber, ReminderChange,
    ReminderStep, RoomFacts, RoomFault, Timing, reminder_record,
};
use crate::store::StoreError;
use crate::text::{Answer, Assumed, Line};

/// So many moments are repeated.
const REPEATED: usize = 3;

/// Makes it; one that its message has made before is made anew under its number.
pub(super) async fn make(
    ask: &Ask<'_>,
    member: &Member,
    new: NewReminder,
    assumed: &[Assumed],
) -> Result<Reply, StoreError> {
    let before = ask.store.reminder_asked_by(&new.asked_in.0, &new.asked_in.1).await?;
    let before = before.filter(|before| before.author == *ask.sender && before.team == member.team);
    if let Some(before) = before.as_ref().filter(|before| !before.course.goes_on() || before.course.last_ms.is_some()) {
        // It has been said, or ended: a new message makes a new one, so that nobody wonders which of the two this is.
        let number = before.number.as_str();
        return Ok(ask.say("remind-too-late", &[("number", number.into())]));
    }
    let away = away_until(ask.store, &member.team, &new.to, &new.author).await?;
    let timing = Timing { schedule: &new.schedule, manner: new.manner, working: ask.health.working, away };
    let moments: Vec<DateTime<Utc>> = Course::default().foreseen(&timing).take(REPEATED).collect();
    let Some(next) = moments.first() else { return Ok(ask.say("remind-never", &[])) };
    let planned = Course::default().coming(&timing).next().map(|one| one.at);
    let moved = planned.filter(|planned| planned != next);
    let next_ms = Some(next.timestamp_millis());
    let year = ask.today().year();
    let number = match &before {
        Some(before) => before.number.clone(),
        None => ask.store.new_number(RecordKind::Reminder, &member.team, year).await?,
    };
    let change = ReminderChange {
        account: ask.health.account.clone(),
        team: member.team.clone(),
        number: number.clone(),
        seen: before.as_ref().map_or(0, |before| before.version),
        step: ReminderStep::Made(Box::new(new.clone())),
        next_ms,
    };
    let said = |ask: &Ask<'_>| told(ask, &new, (&number, before.is_some()), (&moments, moved), assumed);
    let members = ask.store.members(&member.team).await?;
    let decide = |facts: &RoomFacts| match (&new.to, ask.team) {
        // Whoever asks for it alone is answered alone.
        (Addressee::Author, _) | (_, None) => Err(vec![RoomFault::OtherTeam]),
        (_, Some(room)) => {
            Gathering { team: &room.team, facts, members: &members, bot: ask.health.account }.for_team_content()
        }
    };
    let reply = ask.guarded(member.clone().into(), decide, |ask, _| said(ask).into()).await?;
    let shows = Some(reminder_record(&member.team, &number).into_boxed_str());
    Ok(Reply { changes: vec![Change::Reminder(change)], shows, ..reply })
}

fn told(
    ask: &Ask<'_>,
    new: &NewReminder,
    (number, anew): (&RecordNumber, bool),
    (moments, moved): (&[DateTime<Utc>], Option<DateTime<Utc>>),
    assumed: &[Assumed],
) -> Answer {
    let plain = Plain::of(ask);
    let head = if anew { "remind-made-anew" } else { "remind-made" };
    let text = plain.what(&new.what);
    let who = plain.whom(&new.to);
    let head = ask.text(head, &[("number", number.as_str().into()), ("who", who.into())]);
    let when = plain.schedule(&new.schedule, new.manner);
    let mut lines = vec![Line::new(ask.text("remind-what", &[("text", text.into())]))];
    lines.push(Line::new(ask.text("remind-when", &[("when", when.into()), ("zone", place(&new.schedule).into())])));
    let mut answer = Answer::say(head).lines(lines);
    if new.schedule.rule().is_some() {
        let moments = moments.iter().map(|moment| plain.moment(*moment, new.schedule.zone()));
        answer = answer.paragraph(ask.text("remind-next", &[])).list(moments.map(Line::new));
    } else if let (Some(planned), Some(moment)) = (moved, moments.first()) {
        let args = [
            ("planned", plain.moment(planned, new.schedule.zone()).into()),
            ("moment", plain.moment(*moment, new.schedule.zone()).into()),
        ];
        answer = answer.paragraph(ask.text("remind-moved", &args));
    }
    let mut notes = Vec::new();
    for one in assumed {
        let key = match one {
            Assumed::Time => "remind-assumed-time",
            Assumed::Day => "remind-assumed-day",
            Assumed::Start => "remind-assumed-start",
        };
        notes.push(ask.text(key, &[]));
    }
    notes.extend(manner(ask, new.manner));
    let stop = plain.command(number, "stop");
    notes.push(ask.text("remind-change", &[("command", stop.into())]));
    answer.paragraph(notes.join(" "))
}

fn manner(ask: &Ask<'_>, manner: Manner) -> Vec<String> {
    let mut told = Vec::new();
    if manner.until_confirmed {
        told.push(ask.text("remind-confirmed", &[]));
    }
    if manner.in_working_time {
        told.push(ask.text("remind-working", &[]));
    }
    told
}
