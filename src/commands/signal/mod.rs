//! `!signaal`: what a professional saw and reports, and all that is done with it until the reporter has heard back.
//!
//! ```text
//! !signaal                             begins a report, in the asker's direct room
//! !signaal S-2026-k7qd                 shows one, as far as everybody who reads it may see
//! !signaal S-2026-k7qd pak             follows it up from now on
//! !signaal S-2026-k7qd duid            a second pair of eyes
//! !signaal S-2026-k7qd deel politie    lets more see it; `noem @naam`, `label groen`; `deel niet politie` narrows
//! !signaal S-2026-k7qd terug …         what the reporter hears back
//! !signaal S-2026-k7qd sluit …         done, with a reason
//! !signaal S-2026-k7qd bewaar …        a coordinator holds it back from the end of its term
//! !signaal S-2026-k7qd intrek          the reporter takes it back: it is erased
//! ```
//!
//! A number that nobody has and one that the asker may not see get the same words by the same path ([`open`]). What carries words
//! about a signal is taken only where everybody may see it ([`carry`]).

mod begin;
mod carry;
mod close;
pub(in crate::commands) mod drafted;
mod feedback;
pub(in crate::commands) mod fields;
mod groups;
mod interpret;
mod interpreting;
mod keep;
mod notices;
mod open;
mod refuse;
pub(in crate::commands) mod report;
mod show;
mod take;
mod terms;
pub(in crate::commands) mod who_sees;
mod widen;
mod withdraw;
mod words;

pub(super) use interpreting::Interpreting;
pub(super) use report::Report;
pub(crate) use terms::fall_due;
pub(super) use words::{PARTS, level};

use super::ask::{Ask, Reply};
use crate::catalogue::Numbered;
use crate::store::StoreError;
use words::Sub;

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let asked = ask.definition.asked(ask.words);
    let number = match &asked.number {
        Numbered::No => return begin::begin(ask).await,
        Numbered::By(number) => Some(number),
        Numbered::Slip => None,
    };
    let member = ask.standing.member().expect("the declaration asks for a member");
    let case = open::find(ask, member, number).await?;
    let rest = asked.rest;
    let sub = asked.subcommand.and_then(|subcommand| Sub::called(&subcommand.id));
    // Before it is known whether there is such a signal: words about one do not stay where others read them.
    if sub.is_some_and(Sub::carries) && !carry::may_carry(ask, case.as_ref()).await {
        return carry::elsewhere(ask, member).await;
    }
    let Some(case) = case else {
        if sub == Some(Sub::Keep)
            && let Some(reply) = keep::unseen(ask, member, number, rest).await?
        {
            return Ok(reply);
        }
        return open::unknown(ask, member).await;
    };
    match sub {
        None if rest.is_empty() => show::show(ask, &case).await,
        None => open::not_known(ask, &case, rest).await,
        Some(Sub::Take) => take::take(ask, &case).await,
        Some(Sub::Wave) => take::wave(ask, &case).await,
        Some(Sub::Interpret) => interpret::begin(ask, &case).await,
        Some(Sub::Share) => widen::share(ask, &case, rest).await,
        Some(Sub::Name) => widen::name(ask, &case, rest).await,
        Some(Sub::Label) => widen::label(ask, &case, rest).await,
        Some(Sub::Answer) => widen::answer(ask, &case, rest).await,
        Some(Sub::Feedback) => feedback::feedback(ask, &case, rest).await,
        Some(Sub::Read) => feedback::read(ask, &case, rest).await,
        Some(Sub::Close) => close::close(ask, &case, rest).await,
        Some(Sub::Keep) => keep::keep(ask, &case, rest).await,
        Some(Sub::Withdraw) => withdraw::withdraw(ask, &case, rest).await,
    }
}

#[cfg(test)]
mod tests;
