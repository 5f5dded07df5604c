//! `!incident`: what happened, or was just prevented, and its timeline. Evaluating it together is `!evaluatie`.
//!
//! ```text
//! !incident                                          opens one, in the asker's direct room
//! !incident lijst                                    those that one may see
//! !incident I-2026-k7qd                              shows one, as far as everybody who reads it may see
//! !incident I-2026-k7qd log gisteren 22:15 …         a line in its timeline; `verbeter 2 …` puts an earlier one right
//! !incident I-2026-k7qd signaal S-2026-k7qd          a signal belongs to it
//! !incident I-2026-k7qd interventie huisbezoek hielp what was done, and what it did
//! !incident I-2026-k7qd deel politie                 lets more see it; `noem`, `label`; `deel niet politie` narrows
//! !incident I-2026-k7qd bevries …                    nothing is asked while an inquiry runs; `ontdooi` goes on
//! !incident I-2026-k7qd contact @dirk                who keeps contact with the young people; `contact niet` ends that
//! !incident I-2026-k7qd sluit …                      it is over; the evaluation is planned
//! !incident I-2026-k7qd bewaar …                     a coordinator holds it back from the end of its term
//! !incident I-2026-k7qd intrek                       who opened it takes it back: it is erased
//! ```
//!
//! What carries words about an incident is taken only where everybody may see it.

mod access;
mod close;
mod contact;
mod freeze;
mod keep;
mod line;
mod list;
mod log;
mod notices;
mod opening;
mod picture;
mod show;
mod withdraw;
mod words;

pub(super) use access::called;
pub(crate) use contact::fall_due;
pub(super) use line::told_line;
pub(super) use notices::rooms;
pub(super) use opening::Opening;
pub(super) use picture::{head, moments, with_pictures, with_report};
pub(super) use show::timeline_lines;
pub(super) use words::PARTS;

use super::ask::{Ask, Reply};
use super::case;
use crate::catalogue::Numbered;
use crate::store::StoreError;
use words::Sub;

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let asked = ask.definition.asked(ask.words);
    let sub = asked.subcommand.and_then(|subcommand| Sub::called(&subcommand.id));
    let number = match &asked.number {
        Numbered::No if sub == Some(Sub::List) => return list::list(ask).await,
        Numbered::No => return opening::begin(ask).await,
        Numbered::By(number) => Some(number),
        Numbered::Slip => None,
    };
    let member = ask.standing.member().expect("the declaration asks for a member");
    let case = case::find(ask, member, number).await?;
    let rest = asked.rest;
    // Before it is known whether there is such an incident: words about one do not stay where others read them.
    if sub.is_some_and(Sub::carries) && !case::may_carry(ask, case.as_ref()).await {
        return case::elsewhere(ask, member).await;
    }
    let Some(case) = case else {
        if sub == Some(Sub::Keep)
            && let Some(reply) = keep::unseen(ask, member, number, rest).await?
        {
            return Ok(reply);
        }
        return case::unknown(ask, member).await;
    };
    match sub {
        None | Some(Sub::New | Sub::List) if rest.is_empty() => show::show(ask, &case).await,
        None | Some(Sub::New | Sub::List) => show::not_known(ask, &case, rest).await,
        Some(Sub::Timeline) => show::timeline(ask, &case).await,
        Some(Sub::Log) => log::log(ask, &case, rest).await,
        Some(Sub::Correct) => log::correct(ask, &case, rest).await,
        Some(Sub::Signal) => log::signal(ask, &case, rest).await,
        Some(Sub::Intervention) => log::intervention(ask, &case, rest).await,
        Some(Sub::Take) => access::take(ask, &case).await,
        Some(Sub::Share) => access::share(ask, &case, rest).await,
        Some(Sub::Name) => access::name(ask, &case, rest).await,
        Some(Sub::Label) => access::label(ask, &case, rest).await,
        Some(Sub::Contact) => Box::pin(contact::contact(ask, &case, rest)).await,
        Some(Sub::Close) => close::close(ask, &case, rest).await,
        Some(Sub::Freeze) => freeze::freeze(ask, &case, rest).await,
        Some(Sub::Thaw) => freeze::thaw(ask, &case).await,
        Some(Sub::Keep) => keep::keep(ask, &case, rest).await,
        Some(Sub::Withdraw) => withdraw::withdraw(ask, &case, rest).await,
    }
}
