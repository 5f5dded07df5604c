//! `!herinner`: asks for a reminder. The bot repeats what it understood, with the next moments, and asks when it is unsure. The
//! message is the reminder's source: changing it changes the reminder, taking it away stops it and erases its words.
//!
//! ```text
//! !herinner mij morgen 10u bellen met school          in my direct room
//! !herinner ons elke werkdag 08:45 dagstart           here, for everybody
//! !herinner @anna:… vrijdag 14:00 terugkoppelen       here, for Anna
//! … met bevestiging                                   asked again until somebody says that it is done
//! … in werktijd                                       never at a quiet hour or on a free day
//! ```
//!
//! Moments and rules are understood by `text::when`; what is said when the time has come is [`reminder`](super::reminder)'s.

mod faults;
mod made;
mod offer;
mod whom;
mod words;

pub(super) use offer::later_choices;
pub(super) use words::PARTS;

use super::ask::{Ask, Reply};
use super::guarding::flagged;
use crate::domain::{Manner, NewReminder, Reminded};
use crate::store::StoreError;
use crate::text::planned;
use offer::Offered;
use words::Typed;

/// Longest text of a reminder, in characters.
const LONGEST: usize = 500;

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let member = ask.standing.member().expect("the declaration asks for a member");
    let (words, flag) = flagged(ask.words);
    let (words, source) = offer::source(words);
    let typed = Typed::of(ask.definition, words);
    let read = match Offered::read(typed.rest) {
        Some(offered) => Ok((offered.plan, offered.text.to_owned())),
        None => {
            let now = ask.now.with_timezone(&ask.health.time_zone);
            planned(typed.rest, now).map(|planned| (planned.plan, planned.text))
        }
    };
    let (plan, text) = match read {
        Ok(read) => read,
        Err(faults) => return Ok(faults::answer(ask, &typed, &faults)),
    };
    let manner_of_text = Typed::of_text(ask.definition, &text);
    let text = manner_of_text.rest;
    if text.is_empty() {
        // What was chosen from an offer stands there as nobody types it.
        let words = if Offered::read(typed.rest).is_some() {
            words.replace(typed.rest, &offer::in_words(&plan))
        } else {
            words.to_owned()
        };
        return Ok(ask.say("remind-no-text", &[("command", format!("{} {words}", ask.typed(ask.definition)).into())]));
    }
    let length = text.chars().count();
    if length > LONGEST {
        return Ok(ask.say("remind-too-long", &[("length", length.into()), ("most", LONGEST.into())]));
    }
    let to = match whom::addressee(ask, member, &typed.whom).await? {
        Ok(to) => to,
        Err(reply) => return Ok(*reply),
    };
    let remark = match ask.guarded_by(flag, text) {
        Ok(remark) => remark,
        Err(reply) => return Ok(reply),
    };
    let manner = Manner {
        in_working_time: typed.working || manner_of_text.working,
        on_working_days: plan.working_days,
        until_confirmed: typed.confirm || manner_of_text.confirm,
    };
    let new = NewReminder {
        author: ask.sender.clone(),
        to,
        what: Reminded::Text(remark.text.to_owned()),
        schedule: plan.schedule.clone(),
        manner,
        asked_in: (ask.room.clone(), source.unwrap_or_else(|| ask.event.clone())),
    };
    Ok(remark.noted(made::make(ask, member, new, &plan.assumed).await?))
}
