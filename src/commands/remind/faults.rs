//! Why no reminder is made yet: everything that is wrong at once, and what can be chosen instead.

use super::super::reminder::Plain;
use super::offer::choice;
use super::words::Typed;
use crate::commands::{Ask, Reply};
use crate::text::{Answer, Line, NoPlan, Plan, Planned};

pub(super) fn answer(ask: &Ask<'_>, typed: &Typed<'_>, faults: &[NoPlan]) -> Reply {
    let plain = Plain::of(ask);
    let mut told = Vec::new();
    let mut offered: Vec<(Plan, String)> = Vec::new();
    for fault in faults {
        let nearest =
            |one: &Option<Planned>| one.iter().map(|one| (one.plan.clone(), one.text.clone())).collect::<Vec<_>>();
        let (key, what, offers) = match fault {
            NoPlan::Nothing => ("remind-nothing", None, vec![]),
            NoPlan::Unsure(readings) => {
                let offers = readings.iter().map(|one| (one.plan.clone(), one.text.clone())).collect();
                ("remind-unsure", None, offers)
            }
            NoPlan::Past(plan) => ("remind-past", None, nearest(plan)),
            NoPlan::NotInCalendar(plan) => ("remind-not-in-calendar", None, nearest(plan)),
            NoPlan::NotOnTheClock(plan) => ("remind-not-on-clock", None, nearest(&Some(plan.clone()))),
            NoPlan::NoSuchTime(what) => ("remind-no-such-time", Some(what), vec![]),
            NoPlan::TooFar => ("remind-too-far", None, vec![]),
            NoPlan::TooOften => ("remind-too-often", None, vec![]),
            NoPlan::NeverHappens => ("remind-never", None, vec![]),
            NoPlan::EndsBeforeItBegins => ("remind-ends-first", None, vec![]),
            NoPlan::TooMany => ("remind-too-many", None, vec![]),
            NoPlan::RuleUnknown(what) => ("remind-rule-unknown", Some(what), vec![]),
        };
        let what: String = what.map(|what| what.chars().take(40).collect()).unwrap_or_default();
        told.push(ask.text(key, &[("typed", what.into())]));
        offered.extend(offers);
    }
    let answer = Answer::say(told.join(" "));
    if offered.is_empty() {
        let command = ask.typed(ask.definition);
        return answer.paragraph(ask.text("remind-examples", &[("command", command.into())])).into();
    }
    let several_texts = offered.iter().any(|(_, text)| *text != offered[0].1);
    let lines = offered.iter().map(|(plan, text)| {
        let when = plain.plan(plan);
        if several_texts && !text.is_empty() {
            Line::new(ask.text("remind-offer-with", &[("when", when.into()), ("text", text.as_str().into())]))
        } else {
            Line::new(when)
        }
    });
    let answer = answer.numbered(lines);
    let foot = [("prefix", ask.before_number().into()), ("last", offered.len().into())];
    let answer = answer.paragraph(ask.text("remind-choose", &foot));
    let choices = offered.iter().enumerate();
    let choices =
        choices.map(|(index, (plan, text))| choice(ask.definition, index + 1, typed, plan, text, ask.event)).collect();
    Reply { answer, choices, ..Reply::default() }
}
