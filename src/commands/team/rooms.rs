//! `!team kamer`: what the room in which it is typed is to the team.

use super::here::{Here, Stop, in_encrypted_room, in_shared_room, stop};
use super::words::{Purpose, Sub, command, option, options, shown};
use crate::commands::{Ask, Reply};
use crate::domain::{Member, OrganisationKind, Role, RoomPurpose, TeamStep};
use crate::text::Answer;

pub(super) async fn room(ask: &Ask<'_>, words: &str) -> Result<Reply, Stop> {
    in_shared_room(ask)?;
    // Whoever keeps another team hears that the room is taken, not that they are no member.
    if ask.team.is_some() && ask.standing.member().is_none() {
        let elsewhere = ask.store.memberships(ask.sender).await?;
        if elsewhere.iter().any(|member| Member::is_active(member) && member.role == Role::Coordinator) {
            return stop(ask, "team-room-taken", &[]);
        }
    }
    let here = Here::of_keeper(ask).await?;
    let (first, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let now = ask.team.map(|room| room.purpose);
    if words.is_empty() {
        return Err(how(ask, &here, now).into());
    }
    let wanted = match option(first, options(ask, Sub::Room)).and_then(Purpose::called) {
        Some(Purpose::Chain) => Some(RoomPurpose::Chain),
        Some(Purpose::Loose) => None,
        Some(Purpose::Organisation) => Some(RoomPurpose::Organisation(organisation(ask, rest.trim())?)),
        // `kamer politie` says enough.
        None => match ask.organisation_of(words) {
            Ok(kind) => Some(RoomPurpose::Organisation(kind)),
            Err(_) => return Err(how(ask, &here, now).into()),
        },
    };
    if wanted == now {
        let what = described(ask, now);
        return stop(ask, "team-room-same", &[("what", what.into())]);
    }
    let undo = command(ask, Sub::Room, &typed(ask, now));
    let name = here.team.name.as_str();
    let Some(purpose) = wanted else {
        let args = [("team", name.into()), ("undo", undo.into())];
        let mut answer = Answer::say(ask.text("team-room-loose", &args));
        if now == Some(RoomPurpose::Chain) {
            answer = answer.paragraph(no_chain(ask));
        }
        let step = TeamStep::RoomLoose { room: ask.room.clone() };
        return Ok(Reply { answer, changes: vec![here.change(vec![step])], ..Reply::default() });
    };
    in_encrypted_room(ask).await?;
    let args = [("team", name.into()), ("what", described(ask, wanted).into()), ("undo", undo.into())];
    let mut answer = Answer::say(ask.text("team-room-bound", &args));
    let rooms = ask.store.team_rooms(&here.team.id).await?;
    let moves = rooms.iter().any(|(room, other)| room != ask.room && *other == RoomPurpose::Chain);
    if purpose == RoomPurpose::Chain && moves {
        answer = answer.paragraph(ask.text("team-room-moved", &[]));
    }
    if purpose == RoomPurpose::Chain {
        answer = answer.paragraph(ask.text("team-room-leaving", &[]));
    } else if now == Some(RoomPurpose::Chain) {
        answer = answer.paragraph(no_chain(ask));
    }
    let step = TeamStep::RoomBound { room: ask.room.clone(), purpose };
    Ok(Reply { answer, changes: vec![here.change(vec![step])], ..Reply::default() })
}

/// The team has no chain room any more, and how it gets one.
fn no_chain(ask: &Ask<'_>) -> String {
    let chain = command(ask, Sub::Room, word(ask, Purpose::Chain));
    ask.text("team-room-no-chain", &[("command", chain.into())])
}

fn organisation(ask: &Ask<'_>, typed: &str) -> Result<OrganisationKind, Stop> {
    Ok(ask.organisation_of(typed).map_err(|text| Reply::from(Answer::say(text)))?)
}

/// What the room is now, and what it could be.
fn how(ask: &Ask<'_>, here: &Here, now: Option<RoomPurpose>) -> Reply {
    let typed = |purpose: Purpose| command(ask, Sub::Room, word(ask, purpose));
    let args = [
        ("what", described(ask, now).into()),
        ("team", here.team.name.as_str().into()),
        ("chain", typed(Purpose::Chain).into()),
        ("organisation", typed(Purpose::Organisation).into()),
        ("loose", typed(Purpose::Loose).into()),
    ];
    ask.say("team-room-how", &args)
}

/// What a room is to a team, in words.
pub(super) fn described(ask: &Ask<'_>, purpose: Option<RoomPurpose>) -> String {
    match purpose {
        None => ask.text("team-room-is-loose", &[]),
        Some(RoomPurpose::Chain) => ask.text("team-room-is-chain", &[]),
        Some(RoomPurpose::Organisation(kind)) => {
            ask.text("team-room-is-organisation", &[("organisation", ask.organisation(kind).into())])
        }
    }
}

fn word<'a>(ask: &Ask<'a>, purpose: Purpose) -> &'a str {
    shown(ask, Sub::Room, purpose.id())
}

/// What is typed for it.
fn typed(ask: &Ask<'_>, purpose: Option<RoomPurpose>) -> String {
    match purpose {
        None => word(ask, Purpose::Loose).to_owned(),
        Some(RoomPurpose::Chain) => word(ask, Purpose::Chain).to_owned(),
        Some(RoomPurpose::Organisation(kind)) => {
            format!("{} {}", word(ask, Purpose::Organisation), ask.organisation(kind))
        }
    }
}
