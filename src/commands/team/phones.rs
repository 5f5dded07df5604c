//! `!team bel`: whom to phone at which level. Every entry has a day on which somebody looks whether it still holds, because a
//! phone list that is wrong is worse than none.

use chrono::{Months, NaiveDate};

use super::here::{Here, Stop, stop};
use super::words::{Entry, Sub, command, option, options, shown};
use crate::commands::{Ask, Reply};
use crate::domain::TeamStep;
use crate::store::{PhoneEntry, new_id};
use crate::text::Answer;

/// After so long an entry is to be looked at again.
const HOLDS_FOR: Months = Months::new(6);
/// Longest text, in characters.
const LONGEST: usize = 200;
/// Most entries of one team.
const MOST: usize = 50;

pub(super) async fn call(ask: &Ask<'_>, words: &str) -> Result<Reply, Stop> {
    if words.is_empty() {
        Here::of_member(ask).await?;
        return Err(how(ask).into());
    }
    let here = Here::of_keeper(ask).await?;
    let (first, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    match option(first, options(ask, Sub::Call)).and_then(Entry::called) {
        Some(found) => {
            let entries = ask.store.team_phones(&here.team.id).await?;
            let Some(entry) = rest.trim().parse::<usize>().ok().and_then(|number| entries.get(number.checked_sub(1)?))
            else {
                let args = [("last", entries.len().into()), ("overview", command(ask, Sub::Overview, "").into())];
                return stop(ask, "team-call-number", &args);
            };
            Ok(match found {
                Entry::Gone => removed(ask, &here, entry),
                Entry::Holds => holds(ask, &here, entry),
            })
        }
        None => add(ask, &here, words).await,
    }
}

fn how(ask: &Ask<'_>) -> Reply {
    let example = command(ask, Sub::Call, &ask.text("team-call-example", &[]));
    let gone = command(ask, Sub::Call, &format!("{} 1", shown(ask, Sub::Call, Entry::Gone.id())));
    ask.say("team-call-how", &[("example", example.into()), ("gone", gone.into())])
}

async fn add(ask: &Ask<'_>, here: &Here, words: &str) -> Result<Reply, Stop> {
    let all: Vec<&str> = words.split_whitespace().collect();
    let Some(level) = all[0].parse::<u8>().ok().filter(|level| *level <= 3) else { return Err(how(ask).into()) };
    // An organisation of two words is tried first.
    let two = all.get(1..3).and_then(|words| ask.organisation_of(&words.join(" ")).ok());
    let (organisation, used) = match two {
        Some(organisation) => (organisation, 3),
        None => {
            let typed = all.get(1).copied().unwrap_or_default();
            (ask.organisation_of(typed).map_err(|text| Reply::from(Answer::say(text)))?, 2)
        }
    };
    let words = all[used..].join(" ");
    let length = words.chars().count();
    if words.is_empty() {
        return Err(how(ask).into());
    }
    if length > LONGEST {
        return stop(ask, "team-call-long", &[("length", length.into()), ("most", LONGEST.into())]);
    }
    let entries = ask.store.team_phones(&here.team.id).await?;
    if entries.len() >= MOST {
        return stop(ask, "team-call-full", &[("most", MOST.into())]);
    }
    let entry = PhoneEntry { id: new_id(), level, organisation, words, review_on: review(ask.today()) };
    let number = place(&entries, &entry) + 1;
    let undo = command(ask, Sub::Call, &format!("{} {number}", shown(ask, Sub::Call, Entry::Gone.id())));
    let args = [
        ("number", number.into()),
        ("entry", line(ask, &entry).into()),
        ("day", ask.day(entry.review_on).into()),
        ("undo", undo.into()),
    ];
    let answer = Answer::say(ask.text("team-call-added", &args));
    Ok(Reply { answer, changes: vec![here.change(vec![step(&entry)])], ..Reply::default() })
}

fn removed(ask: &Ask<'_>, here: &Here, entry: &PhoneEntry) -> Reply {
    let organisation = ask.organisation(entry.organisation);
    let undo = command(ask, Sub::Call, &format!("{} {organisation} {}", entry.level, entry.words));
    let args = [("entry", line(ask, entry).into()), ("undo", undo.into())];
    let step = TeamStep::PhoneGone { id: entry.id.clone() };
    let answer = Answer::say(ask.text("team-call-removed", &args));
    Reply { answer, changes: vec![here.change(vec![step])], ..Reply::default() }
}

fn holds(ask: &Ask<'_>, here: &Here, entry: &PhoneEntry) -> Reply {
    let renewed = PhoneEntry { review_on: review(ask.today()), ..entry.clone() };
    let args = [("entry", line(ask, &renewed).into()), ("day", ask.day(renewed.review_on).into())];
    let steps = vec![TeamStep::PhoneGone { id: entry.id.clone() }, step(&renewed)];
    let answer = Answer::say(ask.text("team-call-holds", &args));
    Reply { answer, changes: vec![here.change(steps)], ..Reply::default() }
}

fn review(today: NaiveDate) -> NaiveDate {
    today.checked_add_months(HOLDS_FOR).unwrap_or(today)
}

fn step(entry: &PhoneEntry) -> TeamStep {
    let PhoneEntry { id, level, organisation, words, review_on } = entry.clone();
    TeamStep::Phone { id, level, organisation, words, review_on }
}

/// Where a new entry will stand in the list.
fn place(entries: &[PhoneEntry], new: &PhoneEntry) -> usize {
    let order = |entry: &PhoneEntry| (std::cmp::Reverse(entry.level), entry.organisation.code(), entry.id.clone());
    entries.iter().filter(|entry| order(entry) < order(new)).count()
}

/// An entry as one line: level, organisation, words.
pub(super) fn line(ask: &Ask<'_>, entry: &PhoneEntry) -> String {
    let args = [
        ("level", i64::from(entry.level).into()),
        ("organisation", ask.organisation(entry.organisation).into()),
        ("words", entry.words.as_str().into()),
    ];
    ask.text("team-call-entry", &args)
}
