//! `!team wissel`: which of several teams somebody means in a room that belongs to none.

use super::here::{Here, Stop, stop};
use super::words::Sub;
use crate::catalogue::Who;
use crate::commands::{Ask, Reply};
use crate::domain::{Change, Choice, Member, TeamChange, TeamStep};
use crate::store::Team;
use crate::text::{Answer, Choosable, Line, Picked, pick};

struct Mine(Team);

impl Choosable for Mine {
    fn words(&self) -> impl Iterator<Item = &str> {
        [self.0.name.as_str()].into_iter()
    }
}

pub(super) async fn switch(ask: &Ask<'_>, words: &str) -> Result<Reply, Stop> {
    if ask.team.is_some() {
        let (here, _) = Here::of_member(ask).await?;
        return stop(ask, "team-switch-bound", &[("team", here.team.name.into())]);
    }
    let mut mine = Vec::new();
    for member in ask.store.memberships(ask.sender).await?.iter().filter(|member| Member::is_active(member)) {
        mine.extend(ask.store.team(&member.team).await?.map(Mine));
    }
    mine.sort_by_key(|Mine(team)| team.name.to_lowercase());
    match mine.as_slice() {
        [] => return Err(ask.barred(Who::Member).await?.unwrap_or_default().into()),
        [Mine(team)] => return stop(ask, "team-switch-only", &[("team", team.name.as_str().into())]),
        _ => {}
    }
    if !words.is_empty()
        && let Picked::One(Mine(team)) = pick(words, &mine)
    {
        let step = TeamStep::Chosen { room: ask.room.clone(), person: ask.sender.clone() };
        let change = TeamChange { team: team.id.clone(), seen: None, steps: vec![step] };
        let answer = Answer::say(ask.text("team-switched", &[("team", team.name.as_str().into())]));
        return Ok(Reply { answer, changes: vec![Change::Team(change)], ..Reply::default() });
    }
    let choice = |(index, Mine(team)): (usize, &Mine)| Choice {
        key: (index + 1).to_string(),
        words: vec![team.name.clone()],
        emoji: None,
        command: super::words::choice(ask, Sub::Switch, &team.name),
    };
    let choices = mine.iter().enumerate().map(choice).collect();
    let foot = [("prefix", ask.before_number().into()), ("last", mine.len().into())];
    let answer = Answer::say(ask.text("team-switch", &[]))
        .numbered(mine.iter().map(|Mine(team)| Line::new(team.name.as_str())))
        .paragraph(ask.text("team-choose", &foot));
    Ok(Reply { answer, choices, ..Reply::default() })
}
