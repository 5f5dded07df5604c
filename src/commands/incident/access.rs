//! Who sees an incident: shared with an organisation, somebody named, another label; and who leads it. Whoever opened it widens; they
//! and who leads it narrow. Whether it may be done is the domain's to say.

use super::notices;
use super::words::{Sub, Turn};
use crate::commands::case::{Case, refused};
use crate::commands::{Ask, Desk, Reply};
use crate::domain::incident::IncidentStep;
use crate::domain::{Gathering, Guard, Label, Member, Protection, UserId, Wish};
use crate::store::StoreError;
use crate::text::{Answer, Picked, pick};

/// Leads it from now on.
pub(super) async fn take(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    match case.incident.take(&case.member) {
        Ok(step) => {
            let changes = vec![case.change(vec![step])];
            let number = case.incident.number.as_str();
            case.say(ask, |ask| Reply { changes, ..ask.say("incident-taken", &[("number", number.into())]) }).await
        }
        Err(refusal) => refused(ask, case, refusal).await,
    }
}

/// `deel politie`, `deel niet politie`.
pub(super) async fn share(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let (words, narrows) = turned(ask, Sub::Share, words);
    match ask.organisation_of(words) {
        Ok(organisation) => change(ask, case, Wish::Share(organisation), narrows).await,
        Err(text) => case.say(ask, |_| Answer::say(text).into()).await,
    }
}

/// `noem @anna:server`, `noem niet @anna:server`.
pub(super) async fn name(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let (words, narrows) = turned(ask, Sub::Name, words);
    let person = match called(case, words) {
        Some(member) => member.person.clone(),
        // Somebody who has left, or is stopped, can still be taken off.
        None if narrows => UserId::new(words),
        None => {
            let typed: String = words.chars().take(40).collect();
            let command = ask.incident_line(&case.incident.number, Sub::Name);
            return {
                let text =
                    case.words(ask, "incident-name-unknown", &[("typed", typed.into()), ("command", command.into())]);
                case.says(ask, text).await
            };
        }
    };
    change(ask, case, Wish::Name(person), narrows).await
}

/// The active member who is called so.
pub(in crate::commands) fn called<'c>(case: &'c Case, typed: &str) -> Option<&'c Member> {
    let typed = typed.trim_matches(|sign: char| sign.is_whitespace() || ",.!".contains(sign));
    let called = |member: &&Member| {
        let person = &member.person;
        member.is_active() && (person.as_str() == typed || person.localpart() == typed.trim_start_matches('@'))
    };
    match case.members.iter().filter(called).collect::<Vec<_>>().as_slice() {
        [one] => Some(one),
        _ => None,
    }
}

/// `label groen`.
pub(super) async fn label(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let found = match pick(words, ask.definition.options(Sub::Label.id())) {
        Picked::One(option) if !words.trim().is_empty() => Label::from_code(&option.id),
        _ => None,
    };
    let Some(label) = found else {
        let labels = Label::ALL.iter().map(|label| ask.incident_label(*label)).collect::<Vec<_>>().join(", ");
        return {
            let text = case.words(ask, "incident-label-how", &[("labels", labels.into())]);
            case.says(ask, text).await
        };
    };
    let narrows = label < case.incident.protection.label;
    change(ask, case, Wish::Label(label), narrows).await
}

/// Takes the word that turns it round from the front.
pub(super) fn turned<'w>(ask: &Ask<'_>, sub: Sub, words: &'w str) -> (&'w str, bool) {
    let (first, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let option = match pick(first, ask.definition.options(sub.id())) {
        Picked::One(option) if !first.is_empty() => Turn::called(&option.id),
        _ => None,
    };
    if option == Some(Turn::No) { (rest.trim(), true) } else { (words.trim(), false) }
}

async fn change(ask: &Ask<'_>, case: &Case, wish: Wish, narrows: bool) -> Result<Reply, StoreError> {
    if narrows {
        return match case.incident.narrow(&case.member, &wish) {
            // To who is still there: the room may be one that sees it no more.
            Ok(step) => {
                let changes = vec![case.change(vec![step])];
                let number = case.incident.number.as_str();
                case.say_alone(ask, |ask| Reply {
                    changes,
                    ..ask.say("incident-narrowed", &[("number", number.into())])
                })
                .await
            }
            Err(refusal) => refused(ask, case, refusal).await,
        };
    }
    let steps = match case.incident.widen(&case.member, &wish, &case.members, &case.rules) {
        Ok(steps) => steps,
        Err(refusal) => return refused(ask, case, refusal).await,
    };
    let desk = Desk::of(ask);
    let after = widened(&case.incident.protection, &steps);
    let there = (&case.members[..], &case.rules);
    let notices = notices::opened(&desk, &case.incident.number, case.incident.nature, &after, there).await?;
    // Rooms that saw it before hear nothing again.
    let mut out = Vec::new();
    for notice in notices {
        let Some(facts) = ask.rooms.facts(&notice.room).await else { continue };
        let team = &case.incident.team;
        let gathering = Gathering { team, facts: &facts, members: &case.members, bot: ask.health.account };
        if gathering.for_content(&Guard::from(case.incident.protection.clone()), &case.rules).is_err() {
            out.push(notice);
        }
    }
    let changes = vec![case.change(steps)];
    let number = case.incident.number.as_str();
    case.say(ask, |ask| Reply { changes, out, ..ask.say("incident-widened", &[("number", number.into())]) }).await
}

/// Who sees it after these steps.
fn widened(before: &Protection, steps: &[IncidentStep]) -> Protection {
    let mut after = before.clone();
    for step in steps {
        match step {
            IncidentStep::Shared { with } => {
                after.shared_with.insert(*with);
            }
            IncidentStep::Named { person } => {
                after.named.insert(person.clone());
            }
            IncidentStep::Labelled { label, .. } => after.label = *label,
            _ => {}
        }
    }
    after
}
