//! `!evaluatie`: the shared evaluation of an incident, from the first hour to the lesson in the matrix.
//!
//! ```text
//! !evaluatie                                  what waits
//! !evaluatie I-2026-k7qd                      how far one has come, and what is still missing
//! !evaluatie I-2026-k7qd plan                 plans the path; `gedaan debrief`, `niet nodig sessie, omdat …`
//! !evaluatie I-2026-k7qd vooraf               a few questions, on one's own; `vrijgeven`, `niets`, `geef @naam`
//! !evaluatie I-2026-k7qd datum                proposes dates; `kan 1 3`
//! !evaluatie I-2026-k7qd start                the session; `antwoord …`, `volgende`, `vorige`, `parkeer`, `pauze`, `leiding`, `einde`
//! !evaluatie I-2026-k7qd actie …              who does what by when
//! !evaluatie I-2026-k7qd les huisbezoek: …    what the chain has learnt; `bevestig`
//! !evaluatie I-2026-k7qd rapport              the report as files; `anonimiseer`, `rapport anoniem`
//! ```
//!
//! Nothing is asked while the incident is frozen. What carries words is taken only where everybody may see the incident.

mod actions;
mod around;
mod asking;
mod before;
mod check;
mod date;
mod lesson;
mod path;
mod report;
mod session;
mod show;
mod terms;
mod words;

pub(super) use before::Beforehand;
pub(crate) use date::unvoted;
pub(crate) use path::fall_due;
pub(super) use path::{at_closing, at_freezing, at_thawing};
pub(crate) use session::{reworded, unsaid};
pub(super) use words::PARTS;

use super::ask::{Ask, Reply};
use super::case;
use crate::catalogue::Numbered;
use crate::store::StoreError;
use words::Sub;

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let asked = ask.definition.asked(ask.words);
    let sub = asked.subcommand.and_then(|subcommand| Sub::called(&subcommand.id));
    let member = ask.standing.member().expect("the declaration asks for a member");
    let rest = asked.rest;
    let number = match &asked.number {
        Numbered::No if sub == Some(Sub::Terms) => return terms::terms(ask, member, rest).await,
        Numbered::No => return show::list(ask, member).await,
        Numbered::By(number) => Some(number),
        Numbered::Slip => None,
    };
    let case = case::find(ask, member, number).await?;
    // Before it is known whether there is such an incident: words about one do not stay where others read them.
    if sub.is_some_and(Sub::carries) && !case::may_carry(ask, case.as_ref()).await {
        return case::elsewhere(ask, member).await;
    }
    let Some(case) = case else { return case::unknown(ask, member).await };
    match sub {
        None | Some(Sub::List | Sub::Terms) if rest.is_empty() => show::show(ask, &case).await,
        None | Some(Sub::List | Sub::Terms) => show::not_known(ask, &case, rest).await,
        // Somebody takes back or looks up what is there: also while nothing is asked.
        Some(Sub::Release) => before::release(ask, &case, rest).await,
        Some(Sub::Report) => report::report(ask, &case, rest).await,
        Some(_) if case.incident.frozen => case::frozen(ask, &case).await,
        Some(Sub::Plan) => path::plan(ask, &case, rest).await,
        Some(Sub::Done) => path::done(ask, &case, rest).await,
        Some(Sub::Skip) => path::skip(ask, &case, rest).await,
        Some(Sub::Before) => before::begin(ask, &case).await,
        Some(Sub::Pass) => before::pass(ask, &case).await,
        Some(Sub::HandOver) => before::hand_over(ask, &case, rest).await,
        Some(Sub::Date) => date::date(ask, &case, rest).await,
        Some(Sub::Vote) => date::vote(ask, &case, rest).await,
        Some(Sub::Start) => session::start(ask, &case).await,
        Some(Sub::Say) => session::say(ask, &case, rest).await,
        Some(Sub::Next) => session::next(ask, &case).await,
        Some(Sub::Back) => session::back(ask, &case).await,
        Some(Sub::Park) => session::park(ask, &case).await,
        Some(Sub::Pause) => session::pause(ask, &case).await,
        Some(Sub::Lead) => session::lead(ask, &case, rest).await,
        Some(Sub::End) => session::end(ask, &case).await,
        Some(Sub::Action) => actions::add(ask, &case, rest).await,
        Some(Sub::Lesson) => lesson::lesson(ask, &case, rest).await,
        Some(Sub::Confirm) => lesson::confirm(ask, &case, rest).await,
        Some(Sub::Check) => check::check(ask, &case, rest).await,
    }
}
