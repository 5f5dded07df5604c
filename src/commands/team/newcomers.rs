//! `!team leden`: the people of this room who are no member yet, numbered, and each given an organisation by number. All of a
//! list is done or nothing: half a team is a team that nobody checks again.

use super::here::{Here, Stop, in_shared_room, stop};
use super::people::{is_allowed, warned, wish};
use super::words::{Sub, choice, command, described, options};
use crate::commands::{Ask, Reply};
use crate::domain::{Choice, OrganisationKind, Role, TeamStep, UserId};
use crate::store::LIST_LASTS_MS;
use crate::text::{Answer, Line};

/// Most people in one list; a longer one is no list for a phone.
const MOST: usize = 20;

pub(super) async fn newcomers(ask: &Ask<'_>, words: &str) -> Result<Reply, Stop> {
    in_shared_room(ask)?;
    let here = Here::of_keeper(ask).await?;
    if words.is_empty() {
        return list(ask, &here).await;
    }
    // Numbers are those of the list that the asker was shown, whoever has come in since.
    let shown = ask.store.last_choices(ask.room, ask.sender, ask.thread).await?;
    let shown = shown.filter(|spoken| ask.now.timestamp_millis() - spoken.created_ms < LIST_LASTS_MS);
    let people: Vec<UserId> =
        shown.iter().flat_map(|spoken| &spoken.choices).filter_map(|one| listed(ask, one)).collect();
    if people.is_empty() {
        return list(ask, &here).await;
    }
    give(ask, &here, &people, words)
}

async fn list(ask: &Ask<'_>, here: &Here) -> Result<Reply, Stop> {
    let Some(people) = ask.rooms.facts(ask.room).await.and_then(|facts| facts.people) else {
        return stop(ask, "room-not-known", &[]);
    };
    let new = |person: &UserId| person != ask.health.account && here.member(person).is_none();
    let (mut may, may_not): (Vec<UserId>, Vec<UserId>) =
        people.into_iter().filter(new).partition(|person| is_allowed(ask, person));
    may.sort();
    let more = may.len().saturating_sub(MOST);
    may.truncate(MOST);
    let team = ("team", here.team.name.as_str().into());
    let mut answer = Answer::default();
    if may.is_empty() {
        answer = answer.paragraph(ask.text("team-members-none", &[team]));
    } else {
        let example = command(ask, Sub::Members, &ask.text("team-members-example", &[]));
        answer = answer
            .paragraph(ask.text("team-members", &[team]))
            .numbered(may.iter().map(|person| Line::new(person.as_str())));
        if more > 0 {
            answer = answer.paragraph(ask.text("team-members-more", &[("more", more.into())]));
        }
        answer = answer.paragraph(ask.text("team-members-how", &[("example", example.into())]));
    }
    if !may_not.is_empty() {
        let names: Vec<&str> = may_not.iter().map(UserId::as_str).collect();
        let servers = ask.health.allowed_servers.unwrap_or_default().join(", ");
        let args = [("people", names.join(", ").into()), ("servers", servers.into())];
        answer = answer.paragraph(ask.text("team-members-not-allowed", &args));
    }
    let choices = may.iter().enumerate().map(|(index, person)| Choice {
        key: (index + 1).to_string(),
        words: vec![person.localpart().to_owned()],
        emoji: None,
        command: format!("{}{person}", before_person(ask)),
    });
    Ok(Reply { choices: choices.collect(), answer, ..Reply::default() })
}

/// What stands before the person in the choices of a list of newcomers, and in no others.
fn before_person(ask: &Ask<'_>) -> String {
    choice(ask, Sub::Member, "")
}

fn listed(ask: &Ask<'_>, choice: &Choice) -> Option<UserId> {
    let person = choice.command.strip_prefix(&before_person(ask))?;
    (!person.contains(char::is_whitespace)).then(|| UserId::new(person))
}

/// What one number shall be.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    number: usize,
    words: Vec<String>,
}

/// Takes `1 politie, 2 en 3 jongerenwerk` apart: numbers with nothing between them share what follows. Words that follow no
/// number come as number 0.
fn parts(words: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut said: Vec<String> = Vec::new();
    let close = |open: &mut Vec<usize>, said: &mut Vec<String>, parts: &mut Vec<Part>| {
        parts.extend(open.drain(..).map(|number| Part { number, words: said.clone() }));
        said.clear();
    };
    let separated = words.replace([',', ';', '\n', '&'], " ");
    for word in separated.split_whitespace() {
        match word.trim_end_matches(['.', ':', ')']).parse::<usize>() {
            Ok(number) => {
                if !said.is_empty() {
                    close(&mut open, &mut said, &mut parts);
                }
                open.push(number);
            }
            Err(_) if ["en", "and"].contains(&word) => {}
            Err(_) => {
                if open.is_empty() {
                    open.push(0);
                }
                said.push(word.to_owned());
            }
        }
    }
    close(&mut open, &mut said, &mut parts);
    parts
}

fn give(ask: &Ask<'_>, here: &Here, people: &[UserId], words: &str) -> Result<Reply, Stop> {
    let mut wrong: Vec<String> = Vec::new();
    let mut steps: Vec<TeamStep> = Vec::new();
    let mut lines: Vec<Line> = Vec::new();
    let mut joined: Vec<OrganisationKind> = Vec::new();
    let parts = parts(words);
    for (index, Part { number, words }) in parts.iter().enumerate() {
        let shown = ("number", (*number).into());
        let Some(person) = number.checked_sub(1).and_then(|index| people.get(index)) else {
            wrong.push(match number {
                0 => ask.text("team-members-no-number", &[("words", words.join(" ").into())]),
                _ => ask.text("team-members-unknown", &[shown, ("last", people.len().into())]),
            });
            continue;
        };
        if parts[..index].iter().any(|part| part.number == *number) {
            wrong.push(ask.text("team-members-twice", &[shown]));
            continue;
        }
        if here.member(person).is_some() {
            wrong.push(ask.text("team-members-already", &[shown, ("person", person.as_str().into())]));
            continue;
        }
        let wish = wish(options(ask, Sub::Member), words);
        match ask.organisation_of(&wish.organisation) {
            Err(text) => wrong.push(ask.text("team-members-wrong", &[shown, ("text", text.into())])),
            Ok(organisation) => {
                let (role, mandate) = (wish.role.unwrap_or(Role::Member), wish.mandate.unwrap_or(false));
                let what = described(ask, organisation, role, mandate);
                let args = [("person", person.as_str().into()), ("what", what.into())];
                lines.push(Line::new(ask.text("team-members-line", &args)));
                steps.push(TeamStep::Member { person: person.clone(), organisation, role, mandate });
                joined.push(organisation);
            }
        }
    }
    if !wrong.is_empty() {
        let answer = Answer::say(ask.text("team-members-nothing", &[])).list(wrong.into_iter().map(Line::new));
        return Err(Reply::from(answer).into());
    }
    let undo = command(ask, Sub::Remove, &ask.text("team-somebody", &[]));
    let answer = Answer::say(ask.text("team-members-added", &[("team", here.team.name.as_str().into())]))
        .list(lines)
        .paragraph(ask.text("team-members-undo", &[("undo", undo.into())]));
    let keeps = joined.iter().find(|kind| matches!(kind, OrganisationKind::Police | OrganisationKind::Prosecution));
    let answer = match keeps {
        Some(kind) => warned(ask, answer, None, *kind),
        None => answer,
    };
    Ok(Reply { answer, changes: vec![here.change(steps)], ..Reply::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken_apart(words: &str) -> Vec<(usize, String)> {
        parts(words).into_iter().map(|part| (part.number, part.words.join(" "))).collect()
    }

    #[test]
    fn numbers_with_nothing_between_them_share_what_follows() {
        let said = |number: usize, words: &str| (number, words.to_owned());
        assert_eq!(
            taken_apart("1 politie, 2 en 3 youth work; 4. gemeente coordinator"),
            [said(1, "politie"), said(2, "youth work"), said(3, "youth work"), said(4, "gemeente coordinator")]
        );
        assert_eq!(taken_apart("1 politie 2 zorg"), [said(1, "politie"), said(2, "zorg")]);
        assert_eq!(taken_apart("politie 1"), [said(0, "politie"), said(1, "")]);
        assert_eq!(taken_apart("1,2"), [said(1, ""), said(2, "")]);
    }
}
