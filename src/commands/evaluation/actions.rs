//! Actions agreed in an evaluation: who does what by when. One to three: few that are done are better than many that are left.

use chrono::{Datelike as _, Days, NaiveDate};

use super::words::Sub;
use crate::catalogue::RoomKind;
use crate::commands::case::Case;
use crate::commands::incident::called;
use crate::commands::{Ask, Desk, Reply, action};
use crate::domain::incident::{ActionChange, ActionOwner, ActionStatus, ActionStep, NewAction, action_record};
use crate::domain::{Change, LONGEST_REMARK, OrganisationKind, RecordKind, RecordNumber, SaidOf};
use crate::search::fold;
use crate::store::{Actions, StoreError};
use crate::text::{Answer, NoDay, Picked};

/// Most actions of one evaluation, those that were dropped left out.
const MOST: usize = 3;
/// By when something is done when nobody says, in days.
const DAYS: u64 = 30;
/// A day is looked for in so many words at the beginning.
const MOST_WORDS: usize = 4;
/// An organisation is called by so many words at most.
const OF_AN_ORGANISATION: usize = 3;

/// `actie @bram 15 december: …`, `actie politie: …`, `actie mij vrijdag …`.
pub(super) async fn add(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let which = Actions { incident: Some(case.incident.number.clone()), ..Actions::default() };
    let before = ask.store.actions(&case.incident.team, &which).await?;
    if before.iter().filter(|one| one.status != ActionStatus::Dropped).count() >= MOST {
        let text = case.words(ask, "evaluation-action-enough", &[("most", MOST.into())]);
        return case.says(ask, text).await;
    }
    let Some((owner, rest)) = owner(ask, case, words) else {
        let line = ask.evaluation_line(&case.incident.number, Sub::Action.id());
        let key = if words.trim().is_empty() { "evaluation-action-how" } else { "evaluation-action-whose" };
        let typed: String = words.split_whitespace().next().unwrap_or_default().chars().take(40).collect();
        let text = case.words(ask, key, &[("command", line.into()), ("typed", typed.into())]);
        return case.says(ask, text).await;
    };
    let seen = case.seers().iter().any(|member| match &owner {
        ActionOwner::Person(person) => member.person == *person,
        ActionOwner::Organisation(organisation) => member.organisation == *organisation,
    });
    if !seen {
        let text = case.words(ask, "evaluation-action-not-seen", &[("owner", action::owner(ask, &owner).into())]);
        return case.says(ask, text).await;
    }
    let (due_on, what) = match day(ask, rest) {
        Ok(found) => found,
        Err(text) => return case.says(ask, text).await,
    };
    let remark = match case.remark(ask, what, ("evaluation-action-how", LONGEST_REMARK)).await? {
        Ok(remark) => remark,
        Err(reply) => return Ok(*reply),
    };
    let team = &case.incident.team;
    let number = ask.store.new_number(RecordKind::Action, team, ask.today().year()).await?;
    let what = remark.text.trim();
    let new = NewAction {
        account: ask.health.account.clone(),
        incident: case.incident.number.clone(),
        what: what.to_owned(),
        owner: owner.clone(),
        due_on,
    };
    let step = ActionStep::Made(Box::new(new));
    let mut changes = vec![
        Change::Action(ActionChange { team: team.clone(), number: number.clone(), seen: 0, step }),
        action::scheduled(ask, &action_record(team, &number), (due_on, &before)),
        Change::SaidOf {
            record: case.incident.record(),
            said: vec![SaidOf { room: ask.room.clone(), event: ask.event.clone() }],
        },
    ];
    changes.extend(hears(ask, case, &owner, (&number, due_on, what)).await?);
    let args = [
        ("action", number.as_str().into()),
        ("owner", action::owner(ask, &owner).into()),
        ("day", ask.day(due_on).into()),
        ("what", what.into()),
    ];
    let text = ask.text("evaluation-action-agreed", &args);
    changes.extend(remark.changes);
    case.say(ask, |_| Reply { changes, ..Answer::say(text).into() }).await
}

/// Whose it is, and the words after that.
fn owner<'w>(ask: &Ask<'_>, case: &Case, words: &'w str) -> Option<(ActionOwner, &'w str)> {
    let (first, rest) = split(words);
    if first.is_empty() {
        return None;
    }
    if ["mij", "ik", "mijzelf", "me", "i", "myself"].contains(&fold(first).as_str()) {
        return Some((ActionOwner::Person(case.member.person.clone()), rest));
    }
    if let Some(member) = called(case, first) {
        return Some((ActionOwner::Person(member.person.clone()), rest));
    }
    if first.starts_with('@') {
        return None;
    }
    for (typed, rest) in beginnings(words, OF_AN_ORGANISATION) {
        if let Some(organisation) = ask.library.organisations.called(typed) {
            return Some((ActionOwner::Organisation(organisation), rest));
        }
    }
    let found: Option<OrganisationKind> = match ask.library.organisations.pick(first) {
        Picked::One(organisation) => Some(organisation.kind),
        Picked::Several(_) | Picked::None(_) => None,
    };
    Some((ActionOwner::Organisation(found?), rest))
}

/// By when, and the words after that; what to say when a day stands there that cannot be meant.
fn day<'w>(ask: &Ask<'_>, words: &'w str) -> Result<(NaiveDate, &'w str), String> {
    let words = words.trim_start_matches(SIGNS);
    let leads = ["uiterlijk", "voor", "by", "before"];
    let (first, after) = split(words);
    let led = if leads.contains(&fold(first).as_str()) { after } else { words };
    for (typed, rest) in beginnings(led, MOST_WORDS) {
        match crate::text::day(typed, ask.today()) {
            Ok(day) => return Ok((day, rest)),
            Err(NoDay::Unknown) => {}
            Err(why) => return Err(ask.no_day(typed, why)),
        }
    }
    let due_on = ask.today().checked_add_days(Days::new(DAYS)).unwrap_or(NaiveDate::MAX);
    Ok((ask.health.working.working_day_from(due_on), words))
}

/// What people put between who, when and what.
const SIGNS: [char; 5] = [' ', ':', ',', '-', '\n'];

/// The first word without the signs behind it, and the rest.
fn split(words: &str) -> (&str, &str) {
    let words = words.trim_start_matches(SIGNS);
    let (first, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    // "politie:iets" is written by hurried thumbs; the colon of an id belongs to it.
    match first.split_once(':') {
        Some((owner, what)) if !first.starts_with('@') && !what.is_empty() => {
            (owner, words[owner.len()..].trim_start_matches(SIGNS))
        }
        _ => (first.trim_end_matches(SIGNS), rest.trim_start_matches(SIGNS)),
    }
}

/// The longest beginning of so many words first, each with what follows it.
fn beginnings(words: &str, most: usize) -> impl Iterator<Item = (&str, &str)> {
    let words = words.trim_start_matches(SIGNS);
    let ends = words.char_indices().filter(|(_, sign)| sign.is_whitespace()).map(|(at, _)| at);
    let ends: Vec<usize> = ends.chain([words.len()]).take(most).collect();
    ends.into_iter().rev().map(move |end| {
        let (typed, rest) = words.split_at(end);
        (typed.trim_end_matches(SIGNS), rest.trim_start_matches(SIGNS))
    })
}

/// Whoever gets an action from somebody else hears so in private.
async fn hears(
    ask: &Ask<'_>,
    case: &Case,
    owner: &ActionOwner,
    (number, due_on, what): (&RecordNumber, NaiveDate, &str),
) -> Result<Vec<Change>, StoreError> {
    let ActionOwner::Person(person) = owner else { return Ok(vec![]) };
    let Some(member) = case.active(person).filter(|member| member.person != case.member.person) else {
        return Ok(vec![]);
    };
    let desk = Desk::of(ask);
    let language = desk.language_of(person).await?;
    let args = [
        ("action", number.as_str().into()),
        ("number", case.incident.number.as_str().into()),
        ("day", desk.day(language, due_on).into()),
        ("what", what.into()),
        ("command", desk.command(language, RoomKind::Direct, "action", number.as_str()).into()),
    ];
    let answer = Answer::say(desk.text(language, "evaluation-action-yours", &args));
    Ok(desk.tell(member, language, &answer, vec![], Some(&case.incident.record())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_owner_stands_first_whatever_sign_follows() {
        for words in ["politie: bellen", "politie bellen", "politie, bellen", "politie:bellen", "  politie - bellen"] {
            assert_eq!(split(words), ("politie", "bellen"), "{words}");
        }
        assert_eq!(split("@bram:example.org: bellen"), ("@bram:example.org", "bellen"));
    }

    #[test]
    fn a_beginning_is_taken_as_long_as_it_can_be() {
        let all: Vec<_> = beginnings("15 december: bellen", 2).collect();
        assert_eq!(all, [("15 december", "bellen"), ("15", "december: bellen")]);
    }
}
