//! `!herinneringen`: the reminders that one may see: in a direct room mine and those of the rooms of my team, in a room of the team
//! those that are said there.

mod agenda;
mod overview;
mod zone;

pub(super) use overview::told as overview;

use super::ask::{Ask, Query, Reply};
use super::parts::{Parts, named};
use super::reminder::{Plain, away_until};
use crate::catalogue::RoomKind;
use crate::domain::{Gathering, Member, Reminder, RoomFacts, RoomFault, RoomId, RoomPurpose, TeamId};
use crate::store::{Reminders, StoreError};
use crate::text::{Answer, Line};

named! {
    /// What can be asked besides the list.
    enum Sub {
        Agenda = "agenda",
        Overview = "overview",
        Zone = "zone",
    }
}

pub(super) const PARTS: Parts = Parts { subcommands: Sub::IDS, options: &[(Sub::Overview.id(), &["off"])] };

/// Reminders in one list.
const PAGE: usize = 5;

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let member = ask.standing.member().expect("the declaration asks for a member");
    let asked = ask.definition.asked(ask.words);
    match asked.subcommand.and_then(|sub| Sub::called(&sub.id)) {
        Some(Sub::Zone) => zone::choose(ask, member, asked.rest).await,
        Some(Sub::Overview) => overview::set(ask, member, asked.rest).await,
        Some(Sub::Agenda) => agenda::answer(ask, member).await,
        None => list(ask, member).await,
    }
}

/// The rooms of this team in which a member can be.
pub(super) async fn rooms_of(ask: &Ask<'_>, member: &Member) -> Result<Vec<RoomId>, StoreError> {
    let rooms = ask.store.team_rooms(&member.team).await?;
    let fits = |purpose: &RoomPurpose| match purpose {
        RoomPurpose::Chain => true,
        RoomPurpose::Organisation(organisation) => *organisation == member.organisation,
    };
    Ok(rooms.into_iter().filter(|(_, purpose)| fits(purpose)).map(|(room, _)| room).collect())
}

/// Which reminders are listed here, and whether everybody here may see them.
pub(super) async fn which(ask: &Ask<'_>, member: &Member) -> Result<Reminders, StoreError> {
    Ok(match (ask.kind, ask.team) {
        (RoomKind::Chain | RoomKind::Organisation, Some(_)) => Reminders::In(ask.room.clone()),
        _ => Reminders::Of(member.person.clone(), rooms_of(ask, member).await?),
    })
}

async fn list(ask: &Ask<'_>, member: &Member) -> Result<Reply, StoreError> {
    let query = match ask.query() {
        Ok(query) => query,
        Err(reply) => return Ok(reply),
    };
    let which = which(ask, member).await?;
    let (page, all) = ask.store.reminders(&member.team, &which, query.page * PAGE, PAGE).await?;
    let mut away = Vec::with_capacity(page.len());
    for one in &page {
        away.push(away_until(ask.store, &one.team, &one.to, &one.author).await?);
    }
    let members = ask.store.members(&member.team).await?;
    let decide = |facts: &RoomFacts| team_content(ask, &member.team, &members, facts);
    ask.guarded(member.clone().into(), decide, |ask, _| {
        let with: Vec<_> = page.iter().zip(&away).map(|(one, away)| (one, *away)).collect();
        listed(ask, &with, all, &query)
    })
    .await
}

fn team_content(
    ask: &Ask<'_>,
    team: &TeamId,
    members: &[Member],
    facts: &RoomFacts,
) -> Result<crate::domain::Audience, Vec<RoomFault>> {
    match ask.team {
        Some(room) if room.team == *team => {
            Gathering { team, facts, members, bot: ask.health.account }.for_team_content()
        }
        _ => Err(vec![RoomFault::OtherTeam]),
    }
}

fn listed(ask: &Ask<'_>, page: &[(&Reminder, Option<chrono::NaiveDate>)], all: usize, query: &Query) -> Reply {
    if page.is_empty() {
        let command = ask.library.catalogue.definition("remind").map_or_else(String::new, |it| ask.typed(it));
        let key = if query.page > 0 { "list-no-more" } else { "reminders-none" };
        return ask.say(key, &[("command", command.into()), ("all", all.into())]);
    }
    let plain = Plain::of(ask);
    let line = |(one, away): &(&Reminder, Option<chrono::NaiveDate>)| {
        let timing = one.timing(ask.health.working, *away);
        let next = one
            .course
            .due(&timing)
            .map_or_else(|| ask.text("reminder-status-open", &[]), |moment| plain.moment(moment, one.schedule.zone()));
        let text = plain.what(&one.what);
        let args = [
            ("number", one.number.as_str().into()),
            ("next", next.into()),
            ("who", plain.whom(&one.to).into()),
            ("text", text.into()),
        ];
        let key = if one.schedule.rule().is_some() { "reminders-item-repeats" } else { "reminders-item" };
        Line::new(ask.text(key, &args))
    };
    let last = page.len();
    let more = (query.page * PAGE + last < all).then(|| Query { text: String::new(), ..query.clone() });
    let next = [("prefix", ask.before_number().into()), ("last", last.into())];
    let foot = ask.text(if more.is_some() { "list-open-or-more" } else { "list-open" }, &next);
    let head = ask.text("reminders-head", &[("count", all.into())]);
    let answer = Answer::say(head).numbered(page.iter().map(line)).paragraph(foot);
    let numbers: Vec<&str> = page.iter().map(|(one, _)| one.number.as_str()).collect();
    let mut choices = ask.choices(numbers.iter().map(|number| (*number, *number)), more.as_ref());
    // A number opens with the other command.
    let word =
        ask.library.catalogue.definition("reminder").map_or("", |it| it.words.shown(crate::domain::Language::Dutch));
    for (choice, number) in choices.iter_mut().zip(numbers) {
        choice.command = format!("{word} {number}");
    }
    Reply { answer, choices, ..Reply::default() }
}
