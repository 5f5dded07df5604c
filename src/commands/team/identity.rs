//! `!team bevestig`: a coordinator has asked somebody, in person, whether their new encryption identity is theirs.

use super::here::{Here, Stop, stop};
use super::people::one_person;
use crate::catalogue::Who;
use crate::commands::{Ask, Reply};
use crate::domain::{Change, UserId};
use crate::text::Answer;

pub(super) async fn confirm(ask: &Ask<'_>, words: &str) -> Result<Reply, Stop> {
    let (person, _) = may_confirm(ask, words).await?;
    let shown = ("person", person.as_str().into());
    let identity = ask.store.identity(&person).await?.filter(|identity| identity.stopped_ms.is_some());
    let Some(identity) = identity else { return stop(ask, "team-confirm-nothing", &[shown]) };
    // Without an identity there is nothing that could be believed.
    let Some(key) = identity.seen else { return stop(ask, "team-confirm-gone", &[shown]) };
    let answer = Answer::say(ask.text("team-confirmed", &[shown]));
    Ok(Reply { answer, changes: vec![Change::IdentityConfirmed { person, key }], ..Reply::default() })
}

/// The person, when the asker may vouch for them: a member of the team that the asker keeps, or an administrator for another.
/// Nobody vouches for themselves.
async fn may_confirm(ask: &Ask<'_>, words: &str) -> Result<(UserId, Vec<String>), Stop> {
    let of_admins = ask.is_admin() && ask.barred(Who::Admin).await?.is_none();
    let here = match Here::of_keeper(ask).await {
        Err(stop) if !of_admins => return Err(stop),
        found => found,
    };
    let (person, rest) = one_person(ask, words)?;
    if person == *ask.sender {
        return stop(ask, "team-confirm-self", &[]);
    }
    if of_admins && ask.health.admins.contains(&person) {
        return Ok((person, rest));
    }
    let here = here?;
    if here.member(&person).is_none() {
        let args = [("person", person.as_str().into()), ("team", here.team.name.as_str().into())];
        return stop(ask, "team-no-member", &args);
    }
    Ok((person, rest))
}
