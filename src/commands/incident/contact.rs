//! Who keeps contact with the young people after an incident: somebody is named for it, and is reminded at its moments, so that nobody
//! falls back unseen and a way on is offered. Nothing about a young person is asked or kept.

use super::access::{called, turned};
use super::words::{Sub, Turn as Turned};
use crate::catalogue::RoomKind;
use crate::commands::case::{Case, refused};
use crate::commands::{Ask, Desk, Reply};
use crate::domain::incident::{
    ContactMoment, ContactOwner, Incident, IncidentRefusal, IncidentStep, incident_of_record,
};
use crate::domain::{Audience, Change, Due, DueChange, DueKind, Language, Member, Role, Turn, UserId};
use crate::store::StoreError;
use crate::text::Answer;

/// While it is frozen it is looked again after so many milliseconds: a day.
const FROZEN_MS: i64 = 24 * 3_600_000;

/// `contact @dirk`, `contact niet`.
pub(super) async fn contact(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    if !case.incident.is_kept_by(&case.member) {
        return refused(ask, case, IncidentRefusal::NoPart).await;
    }
    let (words, ends) = turned(ask, Sub::Contact, words);
    if ends {
        return end(ask, case).await;
    }
    let command = ask.incident_line(&case.incident.number, Sub::Contact);
    let seer = called(case, words).filter(|one| case.seers().iter().any(|seer| seer.person == one.person));
    let Some(member) = seer else {
        let typed: String = words.chars().take(40).collect();
        let key = if typed.is_empty() { "incident-contact-how" } else { "incident-contact-unknown" };
        let text = case.words(ask, key, &[("typed", typed.into()), ("command", command.into())]);
        return case.says(ask, text).await;
    };
    if case.incident.contact.as_ref().is_some_and(|owner| owner.person == member.person) {
        return refused(ask, case, IncidentRefusal::AlreadySo).await;
    }
    let desk = Desk::of(ask);
    let owner = ContactOwner { person: member.person.clone(), since_ms: ask.now.timestamp_millis() };
    let mut changes = vec![
        case.change(vec![IncidentStep::Contact { person: Some(member.person.clone()) }]),
        falls_due(&case.incident, next_ms(&desk, &case.incident, &owner).await?),
    ];
    if member.person != *ask.sender {
        let language = desk.language_of(&member.person).await?;
        let said = words_for(&desk, &case.incident, language, "incident-contact-you");
        changes.extend(desk.tell(member, language, &said, vec![], Some(&case.incident.record())));
    }
    let text = case.words(ask, "incident-contact-named", &[("who", member.person.localpart().into())]);
    case.say(ask, |_| Reply { changes, ..Answer::say(text).into() }).await
}

async fn end(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    if case.incident.contact.is_none() {
        return refused(ask, case, IncidentRefusal::AlreadySo).await;
    }
    let changes = vec![case.change(vec![IncidentStep::Contact { person: None }]), falls_due(&case.incident, None)];
    let text = case.words(ask, "incident-contact-ended", &[]);
    case.say(ask, |_| Reply { changes, ..Answer::say(text).into() }).await
}

/// Who keeps contact is reminded; when they are not there any more, who leads it hears so, or the coordinators by its number.
pub(crate) async fn fall_due(desk: &Desk<'_>, due: &Due) -> Result<Turn, StoreError> {
    let Some((team, number)) = incident_of_record(&due.subject) else { return Ok(Turn::nothing()) };
    let Some(incident) = desk.store.incident(&team, &number).await? else { return Ok(Turn::nothing()) };
    let Some(owner) = &incident.contact else { return Ok(Turn::nothing()) };
    if incident.frozen {
        let changes = vec![falls_due(&incident, Some(desk.now_ms() + FROZEN_MS))];
        return Ok(Turn { changes, out: vec![] });
    }
    let zone = zone_of(desk, &incident).await?;
    let at_work = desk.working.at_work(desk.now, zone);
    if at_work > desk.now {
        let changes = vec![falls_due(&incident, Some(at_work.timestamp_millis()))];
        return Ok(Turn { changes, out: vec![] });
    }
    let mut changes = vec![falls_due(&incident, next_ms(desk, &incident, owner).await?)];
    if let Some(moment) = owner.come(desk.now, desk.working, zone) {
        changes.extend(reminded(desk, &incident, owner, moment).await?);
    }
    Ok(Turn { changes, out: vec![] })
}

async fn reminded(
    desk: &Desk<'_>,
    incident: &Incident,
    owner: &ContactOwner,
    moment: ContactMoment,
) -> Result<Vec<Change>, StoreError> {
    let members = desk.store.members(&incident.team).await?;
    let rules = desk.store.sharing_rules(&incident.team).await?;
    let sees = |member: &&Member| {
        let audience = Audience::person((*member).clone().into());
        member.is_active() && incident.content.for_audience(&audience, &rules).is_some()
    };
    let seer = |person: &UserId| members.iter().find(|one| one.person == *person).filter(sees);
    let record = incident.record();
    if let Some(member) = seer(&owner.person) {
        let language = desk.language_of(&member.person).await?;
        let key = match moment {
            ContactMoment::Week => "incident-contact-week",
            ContactMoment::SixWeeks => "incident-contact-six-weeks",
            ContactMoment::ThreeMonths => "incident-contact-three-months",
        };
        let said = words_for(desk, incident, language, key);
        return Ok(desk.tell(member, language, &said, vec![], Some(&record)));
    }
    let guard = &incident.protection;
    let leads = guard.owner.as_ref().and_then(seer).or_else(|| seer(&guard.author));
    let hear: Vec<&Member> = match leads {
        Some(leads) => vec![leads],
        None => members.iter().filter(|one| one.role == Role::Coordinator && one.is_active()).collect(),
    };
    let mut changes = Vec::new();
    for member in hear {
        let language = desk.language_of(&member.person).await?;
        // Who may not see it gets its number, and no more.
        let key = if sees(&member) { "incident-contact-gone" } else { "incident-contact-gone-number" };
        let said = Answer::say(text(desk, incident, language, key));
        changes.extend(desk.tell(member, language, &said, vec![], Some(&record)));
    }
    Ok(changes)
}

/// A reminder, with what can be done.
fn words_for(desk: &Desk<'_>, incident: &Incident, language: Language, key: &str) -> Answer {
    Answer::say(text(desk, incident, language, key)).paragraph(text(desk, incident, language, "incident-contact-can"))
}

fn text(desk: &Desk<'_>, incident: &Incident, language: Language, key: &str) -> String {
    let definition = desk.library.catalogue.definition("incident");
    let line = |sub: Sub| {
        let word = definition.map_or(sub.id(), |it| it.subcommand_shown(sub.id(), language));
        desk.command(language, RoomKind::Direct, "incident", &format!("{} {word}", incident.number))
    };
    let no = definition.map_or("", |it| it.option_shown(Sub::Contact.id(), Turned::No.id(), language));
    let args = [
        ("number", incident.number.as_str().into()),
        ("log", line(Sub::Log).into()),
        ("contact", line(Sub::Contact).into()),
        ("no", no.into()),
    ];
    desk.text(language, key, &args)
}

async fn zone_of(desk: &Desk<'_>, incident: &Incident) -> Result<chrono_tz::Tz, StoreError> {
    Ok(desk.store.team_time_zone(&incident.team).await?.unwrap_or(desk.time_zone))
}

async fn next_ms(desk: &Desk<'_>, incident: &Incident, owner: &ContactOwner) -> Result<Option<i64>, StoreError> {
    let zone = zone_of(desk, incident).await?;
    Ok(owner.next(desk.now, desk.working, zone).map(|at| at.timestamp_millis()))
}

fn falls_due(incident: &Incident, at_ms: Option<i64>) -> Change {
    let (account, subject) = (incident.account.clone(), incident.record());
    Change::Due(DueChange { account, kind: DueKind::YouthAftercare, subject, at_ms })
}
