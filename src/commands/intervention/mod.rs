//! `!interventie`: what can I do now? A search in the team's intervention matrix, one entry in full, or the map by phase.
//!
//! ```text
//! !interventie ruzie filmpje                     a list of at most five, each to be opened by its number
//! !interventie huisbezoek                        one entry, with what the team has learned about it
//! !interventie fase:nazorg wie:jongerenwerk      narrowed
//! !interventie                                   the map
//! !interventie voorstel [huisbezoek]             a new entry, or a change of one, asked in private
//! !interventie voorstellen                       what waits for a coordinator
//! !interventie aanvaard | weiger | trek in huisbezoek …
//! !interventie export                            the team's own entries as a file
//! ```
//!
//! It ranks by words alone, never by what is "best": who may decide stands in each entry. Whoever is no member of the team finds
//! what is built in.

mod decide;
mod export;
pub(super) mod file;
mod lookup;
mod matrix;
mod own;
mod practice;
mod proposals;
mod propose;
mod proposing;
mod show;
mod words;

pub(crate) use matrix::Matrix;
pub(crate) use own::{Known, Overlays, meant, own_knows};
pub(super) use proposing::Proposing;
pub(super) use words::PARTS;

use super::ask::{Ask, Reply};
use crate::domain::{Gathering, Member, RoomFault};
use crate::store::StoreError;
use words::Sub;

/// Entries in one list.
const PAGE: usize = 5;

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let asked = ask.definition.asked(ask.words);
    let Some(sub) = asked.subcommand.and_then(|found| Sub::called(&found.id)) else {
        return lookup::answer(ask).await;
    };
    if let Some(barred) = ask.barred(sub.who()).await? {
        return Ok(barred);
    }
    let member = ask.standing.member().expect("who is not barred is a member");
    match sub {
        Sub::Propose => propose::begin(ask, member, asked.rest).await,
        Sub::Proposals => proposals::answer(ask, member, asked.rest).await,
        Sub::Accept => decide::accept(ask, member, asked.rest).await,
        Sub::Refuse => decide::refuse(ask, member, asked.rest).await,
        Sub::Withdraw => decide::withdraw(ask, member, asked.rest).await,
        Sub::Export => export::answer(ask, member).await,
    }
}

/// Shows what belongs to the member's team: here when everybody who reads here is a member of it, else in private.
async fn in_team(ask: &Ask<'_>, member: &Member, render: impl FnOnce(&Ask<'_>) -> Reply) -> Result<Reply, StoreError> {
    let members = ask.store.members(&member.team).await?;
    ask.guarded(
        member.clone().into(),
        |facts| match ask.team {
            Some(room) if room.team == member.team => {
                let bot = ask.health.account;
                Gathering { team: &room.team, facts, members: &members, bot }.for_team_content()
            }
            _ => Err(vec![RoomFault::OtherTeam]),
        },
        |ask, _| render(ask),
    )
    .await
}
