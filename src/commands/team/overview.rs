//! `!team`: who is in the team, what each of its rooms may show and what to mend there, groups, whom to phone. For members
//! only: in a room where all are members, else in private.

use chrono::NaiveDate;

use super::here::{Here, Stop};
use super::phones;
use super::rooms::described;
use super::words::{Sub, command};
use crate::catalogue::RoomKind;
use crate::commands::{Ask, Reply};
use crate::domain::{
    Gathering, Member, OrganisationKind, Role, RoomFacts, RoomFault, RoomId, RoomPurpose, UserId, Viewer,
};
use crate::store::{PhoneEntry, StoreError};
use crate::text::{Answer, Line};

/// Everything that is shown.
struct Overview {
    here: Here,
    away: Vec<(UserId, NaiveDate)>,
    rooms: Vec<Seen>,
    groups: Vec<String>,
    phones: Vec<PhoneEntry>,
    /// Who cannot read what the bot says.
    unable: Vec<UserId>,
}

/// A room of the team as it is now.
struct Seen {
    room: RoomId,
    purpose: RoomPurpose,
    /// What keeps it from showing what all members see; nothing when it may.
    faults: Vec<RoomFault>,
    /// Who is there, as far as known.
    people: Vec<UserId>,
    /// Who is there for another organisation than the room's.
    others: Vec<UserId>,
}

pub(super) async fn show(ask: &Ask<'_>) -> Result<Reply, Stop> {
    let (here, me) = Here::of_member(ask).await?;
    let team = here.team.id.clone();
    let today = ask.today();
    let mut away = ask.store.absences(&team).await?;
    away.retain(|(_, until)| *until > today);
    let mut rooms = Vec::new();
    for (room, purpose) in ask.store.team_rooms(&team).await? {
        rooms.push(seen(ask, &here, room, purpose).await);
    }
    let groups = ask.store.team_groups(&team).await?;
    let phones = ask.store.team_phones(&team).await?;
    let mut people: Vec<UserId> = rooms.iter().flat_map(|seen| seen.people.iter().cloned()).collect();
    people.sort();
    people.dedup();
    let unable = ask.rooms.cannot_read(&people).await;
    let all = Overview { here, away, rooms, groups, phones, unable };
    Ok(guarded(ask, me, all).await?)
}

async fn guarded(ask: &Ask<'_>, me: Member, all: Overview) -> Result<Reply, StoreError> {
    let bound = ask.team.map(|room| &room.team);
    let (bot, members) = (ask.health.account, all.here.members.clone());
    let decide = |facts: &RoomFacts| match bound {
        Some(team) => Gathering { team, facts, members: &members, bot }.for_team_content(),
        None => Err(vec![RoomFault::OtherTeam]),
    };
    ask.guarded(Viewer::from(me), decide, |ask, _| whole(ask, &all).into()).await
}

async fn seen(ask: &Ask<'_>, here: &Here, room: RoomId, purpose: RoomPurpose) -> Seen {
    let facts = ask.rooms.facts(&room).await.unwrap_or_default();
    let (team, bot) = (&here.team.id, ask.health.account);
    let gathering = Gathering { team, facts: &facts, members: &here.members, bot };
    let faults = gathering.for_team_content().err().unwrap_or_default();
    let others = match purpose {
        RoomPurpose::Chain => Vec::new(),
        RoomPurpose::Organisation(kind) => {
            let people = facts.people.iter().flatten();
            let other = |person: &&UserId| here.member(person).is_some_and(|member| member.organisation != kind);
            people.filter(other).cloned().collect()
        }
    };
    let people = facts.people.unwrap_or_default();
    Seen { room, purpose, faults, people, others }
}

fn whole(ask: &Ask<'_>, all: &Overview) -> Answer {
    let mut answer = Answer::say(ask.text("team-title", &[("team", all.here.team.name.as_str().into())]));
    let people = all.here.members.len();
    answer = answer.paragraph(ask.text("team-people", &[("count", people.into())])).list(people_of(ask, all));
    answer = answer.paragraph(ask.text("team-rooms", &[]));
    if all.rooms.is_empty() {
        answer = answer.paragraph(ask.text("team-rooms-none", &[]));
    }
    for room in &all.rooms {
        answer = answer.lines(room_lines(ask, room)).list(mends(ask, room).into_iter().map(Line::new));
    }
    if !all.unable.is_empty() {
        let people: Vec<&str> = all.unable.iter().map(UserId::as_str).collect();
        answer = answer.paragraph(ask.text("team-cannot-read", &[("people", people.join(", ").into())]));
    }
    if !all.groups.is_empty() {
        answer = answer.paragraph(ask.text("team-groups", &[("groups", all.groups.join(", ").into())]));
    }
    if !all.phones.is_empty() {
        let today = ask.today();
        let entry = |entry: &PhoneEntry| {
            let key = if entry.review_on <= today { "team-phone-old" } else { "team-phone" };
            let day = ask.day(entry.review_on);
            Line::new(ask.text(key, &[("entry", phones::line(ask, entry).into()), ("day", day.into())]))
        };
        answer = answer.paragraph(ask.text("team-phones", &[])).numbered(all.phones.iter().map(entry));
    }
    answer.paragraph(ask.text("not-an-alarm-line", &[]))
}

/// The members, a line for each organisation, in the order in which organisations are shown.
fn people_of(ask: &Ask<'_>, all: &Overview) -> Vec<Line> {
    let of = |kind: OrganisationKind| {
        let members: Vec<&Member> = all.here.members.iter().filter(|member| member.organisation == kind).collect();
        (!members.is_empty()).then(|| {
            let people: Vec<String> = members.iter().map(|member| one(ask, all, member)).collect();
            let args = [("organisation", ask.organisation(kind).into()), ("people", people.join(", ").into())];
            Line::new(ask.text("team-people-of", &args))
        })
    };
    OrganisationKind::ALL.iter().filter_map(|kind| of(*kind)).collect()
}

/// A member with what is to be known of them: `@anna:server (coördinator, afwezig tot 3 december 2026)`.
fn one(ask: &Ask<'_>, all: &Overview, member: &Member) -> String {
    let mut notes = Vec::new();
    if member.role == Role::Coordinator {
        notes.push(ask.text("team-coordinator", &[]));
    }
    if member.mandate {
        notes.push(ask.text("team-mandate", &[]));
    }
    if let Some((_, until)) = all.away.iter().find(|(person, _)| *person == member.person) {
        notes.push(ask.text("team-is-away", &[("day", ask.day(*until).into())]));
    }
    if member.stopped {
        let confirm = command(ask, Sub::Confirm, member.person.as_str());
        notes.push(ask.text("team-is-stopped", &[("command", confirm.into())]));
    }
    if notes.is_empty() { member.person.to_string() } else { format!("{} ({})", member.person, notes.join(", ")) }
}

/// Which room, and what it may show. In private no room is this one.
fn room_lines(ask: &Ask<'_>, seen: &Seen) -> Vec<Line> {
    let what = described(ask, Some(seen.purpose));
    let fit = seen.faults.is_empty();
    if seen.room == *ask.room && ask.kind != RoomKind::Direct {
        let key = if fit { "team-room-shows-here" } else { "team-room-hides-here" };
        return vec![Line::new(ask.text(key, &[("what", what.into())]))];
    }
    let key = if fit { "team-room-shows" } else { "team-room-hides" };
    vec![Line::linked(what, format!("https://matrix.to/#/{}", seen.room)), Line::new(ask.text(key, &[]))]
}

/// What to change in a room so that it may show what all members see.
fn mends(ask: &Ask<'_>, seen: &Seen) -> Vec<String> {
    let mut mends = Vec::new();
    let mut strangers = Vec::new();
    for fault in &seen.faults {
        match fault {
            RoomFault::NotEncrypted => mends.push(ask.text("team-mend-encryption", &[])),
            RoomFault::OpenToOthers => mends.push(ask.text("team-mend-invite", &[])),
            RoomFault::OpenHistory => mends.push(ask.text("team-mend-history", &[])),
            RoomFault::NoMember(person) => strangers.push(person.as_str()),
            RoomFault::Stopped(person) => {
                let confirm = command(ask, Sub::Confirm, person.as_str());
                let args = [("person", person.as_str().into()), ("command", confirm.into())];
                mends.push(ask.text("team-mend-stopped", &args));
            }
            RoomFault::PeopleUnknown
            | RoomFault::OtherTeam
            | RoomFault::MayNotSee(_)
            | RoomFault::Missing(_)
            | RoomFault::ThirdPerson(_) => mends.push(ask.text("team-mend-unknown", &[])),
        }
    }
    if !strangers.is_empty() {
        // It is typed in that room, where the prefix is needed.
        let members = command(ask, Sub::Members, "");
        let members = format!("{}{}", ask.health.prefix, members.trim_start_matches(ask.health.prefix));
        let args = [("people", strangers.join(", ").into()), ("command", members.into())];
        mends.push(ask.text("team-mend-strangers", &args));
    }
    if let (RoomPurpose::Organisation(kind), false) = (seen.purpose, seen.others.is_empty()) {
        let people: Vec<&str> = seen.others.iter().map(UserId::as_str).collect();
        let args = [("people", people.join(", ").into()), ("organisation", ask.organisation(kind).into())];
        mends.push(ask.text("team-mend-others", &args));
    }
    mends
}
