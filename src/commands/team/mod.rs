//! `!team`: the partners of one chain, kept by chat. A coordinator keeps their own team and no other; joining a room or
//! having power in it makes nobody a member.
//!
//! ```text
//! !team                                     members, rooms, groups, phone list
//! !team maak Jeugd West gemeente            (administrator) this room becomes the chain room of a new team
//! !team lid @anna:server politie mandaat    adds or changes somebody
//! !team leden 1 politie, 2 jongerenwerk     the same for people in the room, by number
//! ```

mod absence;
mod access;
mod choices;
mod groups;
mod here;
mod identity;
mod log;
mod make;
mod newcomers;
mod overview;
mod people;
mod phones;
mod reactions;
mod rooms;
mod which;
mod words;

use super::ask::{Ask, Reply};
use crate::store::StoreError;
use crate::text::{Answer, Line};
use here::Stop;
pub(super) use log::{key as act_key, what as act_what};
#[cfg(any(test, feature = "fuzzing"))]
pub(super) use people::typed;
use words::Sub;
pub(crate) use words::adds;
pub(super) use words::{PARTS, described};

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let asked = ask.definition.asked(ask.words);
    let rest = asked.rest;
    let done = match asked.subcommand.map(|subcommand| Sub::called(&subcommand.id)) {
        None if rest.is_empty() => overview::show(ask).await,
        Some(Some(sub)) => match sub {
            Sub::Overview => overview::show(ask).await,
            Sub::Make => make::make(ask, rest).await,
            Sub::Member => people::change(ask, rest).await,
            Sub::Mandate => people::mandate(ask, rest).await,
            Sub::Remove => people::remove(ask, rest).await,
            Sub::Members => newcomers::newcomers(ask, rest).await,
            Sub::Room => rooms::room(ask, rest).await,
            Sub::Group => groups::group(ask, rest).await,
            Sub::Call => phones::call(ask, rest).await,
            Sub::Away => absence::away(ask, rest).await,
            Sub::Confirm => identity::confirm(ask, rest).await,
            Sub::Switch => which::switch(ask, rest).await,
            Sub::Reactions => reactions::reactions(ask, rest).await,
            Sub::Log => log::log(ask, rest).await,
            Sub::Access => access::allow(ask).await,
        },
        Some(None) | None => Ok(usage(ask, rest.split_whitespace().next().unwrap_or_default())),
    };
    match done {
        Ok(reply) => Ok(reply),
        Err(Stop::Answered(reply)) => Ok(*reply),
        Err(Stop::Failed(error)) => Err(error),
    }
}

/// What `!team` can do, after a word that it does not know.
fn usage(ask: &Ask<'_>, typed: &str) -> Reply {
    let typed: String = typed.chars().take(40).collect();
    let team = ask.typed(ask.definition);
    let lines = [
        "team-how-overview",
        "team-how-members",
        "team-how-more",
        "team-how-room",
        "team-how-lists",
        "team-how-away",
        "team-how-reactions",
        "team-how-log",
        "team-how-access",
    ];
    Answer::say(ask.text("team-unknown", &[("typed", typed.into()), ("team", team.as_str().into())]))
        .list(lines.map(|key| Line::new(ask.text(key, &[("team", team.as_str().into())]))))
        .into()
}
