//! `!team reacties`: whether dialogues are answered with reactions too. They are never encrypted, so a team turns them on only
//! after it has been told what the server sees then.

use super::here::{Here, Stop, stop};
use super::words::{Reactions, Sub, command, option, options, shown};
use crate::commands::{Ask, Reply};
use crate::domain::TeamStep;
use crate::text::Answer;

pub(super) async fn reactions(ask: &Ask<'_>, words: &str) -> Result<Reply, Stop> {
    let here = Here::of_keeper(ask).await?;
    let said: Vec<Reactions> = words
        .split_whitespace()
        .filter_map(|word| option(word, options(ask, Sub::Reactions)).and_then(Reactions::called))
        .collect();
    let word = |what: Reactions| shown(ask, Sub::Reactions, what.id());
    let off = command(ask, Sub::Reactions, word(Reactions::Off));
    match said.as_slice() {
        [Reactions::On, Reactions::Sure] => {
            let answer = ask.text("team-reactions-on", &[("off", off.into())]);
            Ok(set(&here, true, answer))
        }
        [Reactions::Off] => Ok(set(&here, false, ask.text("team-reactions-off", &[]))),
        _ => {
            let sure = format!("{} {}", word(Reactions::On), word(Reactions::Sure));
            let on = command(ask, Sub::Reactions, &sure);
            stop(ask, "team-reactions-how", &[("on", on.into()), ("off", off.into())])
        }
    }
}

fn set(here: &Here, on: bool, answer: String) -> Reply {
    Reply { answer: Answer::say(answer), changes: vec![here.change(vec![TeamStep::Ticks { on }])], ..Reply::default() }
}
