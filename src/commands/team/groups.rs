//! `!team groep`: the aliases of youth groups, so that nobody needs a name of a person.

use super::here::{Here, Stop, stop};
use super::words::{Group, Sub, command, option, options, shown};
use crate::commands::{Ask, Reply};
use crate::domain::TeamStep;
use crate::text::Answer;

/// Longest alias, in characters.
const LONGEST: usize = 40;

pub(super) async fn group(ask: &Ask<'_>, words: &str) -> Result<Reply, Stop> {
    let (first, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    if words.is_empty() {
        Here::of_member(ask).await?;
        let example = ask.text("team-group-example", &[]);
        return stop(ask, "team-group-how", &[("command", command(ask, Sub::Group, &example).into())]);
    }
    let here = Here::of_keeper(ask).await?;
    let remark = ask.guarded_text(words)?;
    let words = remark.text;
    let gone = option(first, options(ask, Sub::Group)).and_then(Group::called).is_some() && !rest.is_empty();
    let alias = if gone { rest } else { words };
    let alias = alias.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = alias.chars().count();
    if length > LONGEST || alias.chars().any(char::is_control) {
        return stop(ask, "team-group-long", &[("length", length.into()), ("most", LONGEST.into())]);
    }
    let known = ask.store.team_groups(&here.team.id).await?;
    let there = known.iter().find(|known| known.to_lowercase() == alias.to_lowercase());
    let remove = format!("{} {alias}", shown(ask, Sub::Group, Group::Gone.id()));
    match (gone, there) {
        (true, None) => {
            let args = [("alias", alias.into()), ("command", command(ask, Sub::Overview, "").into())];
            stop(ask, "team-group-unknown", &args)
        }
        (false, Some(known)) => stop(ask, "team-group-same", &[("alias", known.as_str().into())]),
        (true, Some(_)) => {
            let undo = command(ask, Sub::Group, &alias);
            let answer = ask.text("team-group-removed", &[("alias", alias.as_str().into()), ("undo", undo.into())]);
            Ok(changed(answer, &here, TeamStep::GroupGone { alias }))
        }
        (false, None) => {
            let undo = command(ask, Sub::Group, &remove);
            let answer = ask.text("team-group-added", &[("alias", alias.as_str().into()), ("undo", undo.into())]);
            Ok(remark.noted(changed(answer, &here, TeamStep::Group { alias })))
        }
    }
}

fn changed(answer: String, here: &Here, step: TeamStep) -> Reply {
    Reply { answer: Answer::say(answer), changes: vec![here.change(vec![step])], ..Reply::default() }
}
