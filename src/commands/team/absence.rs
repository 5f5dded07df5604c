//! `!team afwezig`: a member says until when they are away.

use super::here::{Here, Stop, stop};
use super::words::{Away, Sub, command, option, options, shown};
use crate::commands::{Ask, Reply};
use crate::domain::TeamStep;
use crate::text::Answer;

pub(super) async fn away(ask: &Ask<'_>, words: &str) -> Result<Reply, Stop> {
    let (here, me) = Here::of_member(ask).await?;
    let back = command(ask, Sub::Away, shown(ask, Sub::Away, Away::Back.id()));
    let is_back = option(words, options(ask, Sub::Away)).and_then(Away::called).is_some();
    let until = if is_back {
        None
    } else {
        let typed = ["tot ", "until ", "till ", "t/m "].iter().find_map(|word| words.strip_prefix(word));
        let typed = typed.unwrap_or(words);
        if typed.trim().is_empty() {
            let example = command(ask, Sub::Away, &ask.text("team-away-example", &[]));
            return stop(ask, "team-away-how", &[("example", example.into()), ("back", back.into())]);
        }
        let day = ask.day_of(typed).map_err(|text| Reply::from(Answer::say(text)))?;
        if day == ask.today() {
            return stop(ask, "team-away-today", &[]);
        }
        Some(day)
    };
    let answer = match until {
        Some(day) => {
            let args = [("team", here.team.name.as_str().into()), ("day", ask.day(day).into()), ("undo", back.into())];
            ask.text("team-away", &args)
        }
        None => ask.text("team-back", &[("team", here.team.name.as_str().into())]),
    };
    let step = TeamStep::Absent { person: me.person, until };
    Ok(Reply { answer: Answer::say(answer), changes: vec![here.change(vec![step])], ..Reply::default() })
}
