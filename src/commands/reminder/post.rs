//! What is said of a reminder when its time has come: the words, to those for whom they are, with what can be done with it; and what
//! is put right when the clock was wrong.

use chrono::TimeDelta;

use super::words::Sub;
use super::{Plain, away_until, purpose, tick};
use crate::catalogue::RoomKind;
use crate::commands::Desk;
use crate::domain::{
    Addressee, Change, Choice, Deed, Due, Gathering, Language, MOST_ASKED, Member, Outgoing, Owed, Post, Reach,
    Reminded, Reminder, Role, RoomFacts, RoomId, Say, Turn, UserId,
};
use crate::store::StoreError;
use crate::text::{Answer, Line};

/// So long it waits for a server that does not say who is in a room.
const ASKED_AGAIN: TimeDelta = TimeDelta::minutes(5);
/// A moment that was said and lies this far ahead was said while the clock was wrong, in milliseconds.
const AHEAD_MS: i64 = 24 * 3_600_000;

/// What follows from a reminder whose time has come.
pub(crate) async fn fall_due(desk: &Desk<'_>, due: &Due) -> Result<Turn, StoreError> {
    let Some(reminder) = desk.store.reminder_of(&due.subject).await? else { return Ok(Turn::nothing()) };
    let away = away_until(desk.store, &reminder.team, &reminder.to, &reminder.author).await?;
    let timing = reminder.timing(desk.working, away);
    let (owed, course) = reminder.course.owed(desk.now, &timing);
    let next = course.due(&timing);
    let went = tick::change(desk.account, &reminder, course, None, next);
    match owed {
        Owed::Nothing => Ok(Turn::nothing()),
        Owed::Wait(_) => Ok(Turn { changes: vec![went], out: vec![] }),
        Owed::Escalate => {
            let mut changes = vec![went];
            changes.extend(escalated(desk, &reminder).await?);
            Ok(Turn { changes, out: vec![] })
        }
        Owed::Say(post) => {
            let mut turn = said(desk, &reminder, &post, course.asked).await?;
            if !turn.changes.iter().any(|change| matches!(change, Change::Reminder(_))) {
                turn.changes.push(went);
            }
            Ok(turn)
        }
    }
}

/// Reminders that the clock, or coming back from a backup, has led astray: they fall due again as they should.
pub(crate) async fn put_right(desk: &Desk<'_>) -> Result<Turn, StoreError> {
    let mut changes = Vec::new();
    for reminder in desk.store.reminders_astray(desk.account, desk.now_ms() + AHEAD_MS).await? {
        let away = away_until(desk.store, &reminder.team, &reminder.to, &reminder.author).await?;
        let timing = reminder.timing(desk.working, away);
        // What was due before the backup was made may have been said since: it goes on after now.
        let course = reminder.course.put_right(desk.now, &reminder.schedule);
        let course = course.unwrap_or_else(|| reminder.course.passed(desk.now, &timing));
        changes.push(tick::change(desk.account, &reminder, course, None, course.due(&timing)));
    }
    Ok(Turn { changes, out: vec![] })
}

async fn said(desk: &Desk<'_>, reminder: &Reminder, post: &Post, asked: u32) -> Result<Turn, StoreError> {
    let members = desk.store.members(&reminder.team).await?;
    let Some(room) = reminder.to.room() else {
        return Ok(match members.iter().find(|one| one.person == reminder.author) {
            Some(member) => alone(desk, reminder, post, (member, asked)).await?,
            None => Turn::nothing(),
        });
    };
    if purpose(desk.store, reminder).await?.is_none() {
        return homeless(desk, reminder, &members).await;
    }
    let facts = desk.rooms.facts(room).await;
    if reminder.what == Reminded::Overview {
        return overview(desk, reminder, post, (room, facts), &members).await;
    }
    let there = facts.and_then(|facts| facts.people);
    let is_there = |person: &UserId| there.as_ref().is_none_or(|there| there.contains(person));
    let active = members.iter().filter(|one| one.is_active() && is_there(&one.person));
    let named: Vec<UserId> = match &reminder.to {
        Addressee::People(_, people) => {
            active.filter(|one| people.contains(&one.person)).map(|one| one.person.clone()).collect()
        }
        _ => active.map(|one| one.person.clone()).collect(),
    };
    let language = desk.language_in(room).await?;
    let answer = words(desk, reminder, post, asked, (language, RoomKind::Chain));
    let number = reminder.number.as_str();
    let instead = {
        let command = Plain::at(desk, language, RoomKind::Direct).command(&reminder.number, "");
        Answer::say(desk.text(language, "reminder-not-here", &[("number", number.into()), ("command", command.into())]))
    };
    let reach = Reach::team(&reminder.team, &members, instead.messages().swap_remove(0));
    Ok(Turn { out: in_room(desk, (room, reminder), &answer, &named, &reach), changes: vec![] })
}

/// What lies open in the team, to its coordinators in its chain room; nothing when nothing does.
async fn overview(
    desk: &Desk<'_>,
    reminder: &Reminder,
    post: &Post,
    (room, facts): (&RoomId, Option<RoomFacts>),
    members: &[Member],
) -> Result<Turn, StoreError> {
    // Who is there decides what is counted: without an answer of the server it waits.
    let Some(facts) = facts else {
        let again = Some(desk.now + ASKED_AGAIN);
        return Ok(Turn {
            changes: vec![tick::change(desk.account, reminder, reminder.course, None, again)],
            out: vec![],
        });
    };
    let language = desk.language_in(room).await?;
    let instead = desk.words(language, "reminders-overview-not-here");
    let gathering = Gathering { team: &reminder.team, facts: &facts, members, bot: desk.account };
    let keeps = |one: &&Member| one.role == Role::Coordinator && one.is_active();
    let named: Vec<UserId> = members.iter().filter(keeps).map(|one| one.person.clone()).collect();
    let answer = match gathering.for_team_content() {
        Ok(audience) => {
            let Some(mut answer) = super::super::reminders::overview(desk, &reminder.team, &audience, language).await?
            else {
                return Ok(Turn::nothing());
            };
            if post.late {
                let moment = Plain::at(desk, language, RoomKind::Chain).moment(post.planned, reminder.schedule.zone());
                let args = [("moment", moment.into()), ("missed", post.missed.into())];
                answer = answer.paragraph(desk.text(language, "reminder-late", &args));
            }
            return Ok(Turn {
                out: Desk::announce(room, (&audience, instead), &answer, (&named, vec![]), Some(&reminder.record())),
                changes: vec![],
            });
        }
        Err(_) => instead,
    };
    let say = Say { message: answer, mentions: named, ..Say::default() };
    Ok(Turn { out: vec![Outgoing { room: room.clone(), deed: Deed::Say(say) }], changes: vec![] })
}

/// In the direct room of whoever made it. Somebody who has never come there is told where they asked that it waits.
async fn alone(
    desk: &Desk<'_>,
    reminder: &Reminder,
    post: &Post,
    (member, asked): (&Member, u32),
) -> Result<Turn, StoreError> {
    let language = desk.language_of(&member.person).await?;
    let answer = words(desk, reminder, post, asked, (language, RoomKind::Direct));
    let changes = desk.tell(member, language, &answer, choices(desk, reminder), Some(&reminder.record()));
    let rooms = desk.store.direct_rooms(desk.account, &member.person).await?;
    let (asked_room, _) = &reminder.asked_in;
    let mut out = Vec::new();
    if !rooms.iter().any(|room| room.entered) && desk.store.team_of_room(asked_room).await?.is_some() {
        let args = [("number", reminder.number.as_str().into()), ("person", member.person.localpart().into())];
        let text = Answer::say(desk.text(language, "reminder-waits-alone", &args));
        let say = |message| Say { message, mentions: vec![member.person.clone()], ..Say::default() };
        out.extend(
            text.messages()
                .into_iter()
                .map(|message| Outgoing { room: asked_room.clone(), deed: Deed::Say(say(message)) }),
        );
    }
    Ok(Turn { changes, out })
}

/// Its room is no room of the team any more: whoever made it hears so, and it ends.
async fn homeless(desk: &Desk<'_>, reminder: &Reminder, members: &[Member]) -> Result<Turn, StoreError> {
    let stopped = reminder.course.stopped().unwrap_or(reminder.course);
    let mut changes = vec![tick::change(desk.account, reminder, stopped, None, None)];
    let Some(author) = members.iter().find(|one| one.person == reminder.author && one.is_active()) else {
        return Ok(Turn { changes, out: vec![] });
    };
    let language = desk.language_of(&author.person).await?;
    let text = desk.text(language, "reminder-homeless", &[("number", reminder.number.as_str().into())]);
    changes.extend(desk.tell(author, language, &Answer::say(text), vec![], Some(&reminder.record())));
    Ok(Turn { changes, out: vec![] })
}

fn words(
    desk: &Desk<'_>,
    reminder: &Reminder,
    post: &Post,
    asked: u32,
    (language, kind): (Language, RoomKind),
) -> Answer {
    let plain = Plain::at(desk, language, kind);
    let answer = Answer::say(desk.text(language, "reminder-says", &[("text", plain.what(&reminder.what).into())]));
    let moment = plain.moment(post.planned, reminder.schedule.zone());
    let number = reminder.number.as_str();
    let mut lines = Vec::new();
    if post.late {
        let args = [("moment", moment.into()), ("missed", post.missed.into())];
        lines.push(Line::new(desk.text(language, "reminder-late", &args)));
    } else if post.again && reminder.manner.until_confirmed {
        lines.push(Line::new(desk.text(
            language,
            "reminder-again",
            &[("asked", asked.into()), ("most", MOST_ASKED.into())],
        )));
    }
    let (of, who) = match reminder.to {
        Addressee::Author => ("reminder-mine", ""),
        Addressee::People(..) | Addressee::Room(_) => ("reminder-of", reminder.author.localpart()),
    };
    lines.push(Line::new(desk.text(language, of, &[("number", number.into()), ("who", who.into())])));
    let answer = answer.lines(lines);
    let word = |sub: Sub| {
        let definition = desk.library.catalogue.definition("reminder");
        definition.map_or("", |it| it.subcommand_shown(sub.id(), language)).into()
    };
    let args = [("done", word(Sub::Done)), ("later", word(Sub::Later)), ("stop", word(Sub::Stop))];
    let key = if kind == RoomKind::Direct { "reminder-answer-direct" } else { "reminder-answer" };
    answer.paragraph(desk.text(language, key, &args))
}

/// What can be done with it by a word or a reaction.
fn choices(desk: &Desk<'_>, reminder: &Reminder) -> Vec<Choice> {
    let Some(definition) = desk.library.catalogue.definition("reminder") else { return vec![] };
    let word = definition.words.shown(Language::Dutch);
    let choice = |(index, (sub, emoji)): (usize, (Sub, &str))| Choice {
        key: (index + 1).to_string(),
        words: definition.subcommand_called(sub.id()).map_or(vec![], |it| it.words.all().map(str::to_owned).collect()),
        emoji: Some(emoji.to_owned()),
        command: format!("{word} {} {}", reminder.number, definition.subcommand_shown(sub.id(), Language::Dutch)),
    };
    let all = [(Sub::Done, "✅"), (Sub::Later, "💤"), (Sub::Stop, "❌")];
    all.into_iter().enumerate().map(choice).collect()
}

fn in_room(
    desk: &Desk<'_>,
    (room, reminder): (&RoomId, &Reminder),
    answer: &Answer,
    named: &[UserId],
    reach: &Reach,
) -> Vec<Outgoing> {
    let mut choices = Some(choices(desk, reminder));
    let say = |message| Say {
        message,
        mentions: named.to_vec(),
        choices: choices.take().unwrap_or_default(),
        reach: Some(reach.clone()),
        shows: Some(reminder.record()),
        ..Say::default()
    };
    let says: Vec<Say> = answer.messages().into_iter().map(say).collect();
    says.into_iter().map(|say| Outgoing { room: room.clone(), deed: Deed::Say(say) }).collect()
}

/// Nobody has confirmed it: the coordinators hear the number and for whom it is, and no more.
async fn escalated(desk: &Desk<'_>, reminder: &Reminder) -> Result<Vec<Change>, StoreError> {
    let members = desk.store.members(&reminder.team).await?;
    let mut changes = Vec::new();
    for member in members.iter().filter(|one| one.role == Role::Coordinator && one.is_active()) {
        let language = desk.language_of(&member.person).await?;
        let plain = Plain::at(desk, language, RoomKind::Direct);
        let whom = match &reminder.to {
            Addressee::Author => reminder.author.localpart().to_owned(),
            to => plain.whom(to),
        };
        let args = [
            ("number", reminder.number.as_str().into()),
            ("who", whom.into()),
            ("most", MOST_ASKED.into()),
            ("stop", plain.command(&reminder.number, Sub::Stop.id()).into()),
        ];
        let said = Answer::say(desk.text(language, "reminder-unconfirmed", &args));
        changes.extend(desk.tell(member, language, &said, vec![], Some(&reminder.record())));
    }
    Ok(changes)
}
