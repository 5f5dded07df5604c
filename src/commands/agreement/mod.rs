//! `!afspraak`: what the partners agreed: who shares what with whom, who acts first, what happens with a signal, what the
//! reporter hears back. Looked up like interventions; made by words.
//!
//! ```text
//! !afspraak                                                   the map: what holds, what waits, what must be looked at
//! !afspraak terugkoppeling                                    search, the team's own before suggestions
//! !afspraak AF-2026-k7qd                                      one
//! !afspraak nieuw delen van politie naar jongerenwerk: vrij   a proposal
//! !afspraak AF-2026-k7qd bevestig                             yes for one's own organisation, by who has its mandate
//! !afspraak AF-2026-k7qd wijzig | herzien | stop              a new version; the end
//! ```
//!
//! What a team agreed is for its members: it is shown where everybody who reads is one, and else in private. Suggestions are
//! for everybody and count for nothing. Whether something may be done with an agreement is the domain's to say.

mod change;
mod lookup;
mod propose;
mod show;
mod suggestions;
mod words;

pub(crate) use suggestions::Suggestions;

use super::ask::{Ask, Reply};
use crate::catalogue::Who;
use crate::domain::{Gathering, Member, RoomFault};
use crate::store::StoreError;
pub(super) use words::PARTS;
use words::{Asked, Deed};
#[cfg(any(test, feature = "fuzzing"))]
pub(super) use words::{Reader, typed};

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let asked = words::asked(ask.definition, ask.words);
    if asked == Asked::Lookup {
        return lookup::answer(ask).await;
    }
    if let Some(barred) = ask.barred(Who::Member).await? {
        return Ok(barred);
    }
    let member = ask.standing.member().expect("who is not barred is a member");
    match asked {
        Asked::New(words) => match ask.guarded_text(words) {
            Ok(remark) => Ok(remark.noted(propose::propose(ask, member, remark.text).await?)),
            Err(reply) => Ok(reply),
        },
        Asked::One(number, deed) => {
            let agreement = match number {
                Some(number) => ask.store.agreement(&member.team, &number).await?,
                None => None,
            };
            let Some(agreement) = agreement else {
                return in_team(ask, member, show::unknown).await;
            };
            match deed {
                Deed::Show => show::open(ask, member, &agreement).await,
                Deed::Confirm(version) => change::confirm(ask, member, &agreement, version).await,
                Deed::Amend(words) => match ask.guarded_text(words) {
                    Ok(remark) => Ok(remark.noted(propose::amend(ask, member, &agreement, remark.text).await?)),
                    Err(reply) => Ok(reply),
                },
                Deed::Review(words) => propose::review(ask, member, &agreement, words).await,
                Deed::Stop { proposal } => change::stop(ask, member, &agreement, proposal).await,
                Deed::Unknown(word) => in_team(ask, member, |ask| show::unknown_deed(ask, &agreement, word)).await,
            }
        }
        Asked::Lookup => Ok(Reply::default()),
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
