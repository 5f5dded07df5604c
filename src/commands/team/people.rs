//! `!team lid`, `!team mandaat` and `!team weg`: one person of the team at a time.

use super::choices;
use super::here::{Here, Stop, stop};
use super::words::{Flag, Sub, adds, command, described, option, options, shown, undoes};
use crate::catalogue::FilterOption;
use crate::commands::ask::tokens;
use crate::commands::{Ask, Reply};
use crate::domain::{OrganisationKind, Role, TeamStep, UserId};
use crate::text::Answer;

/// Longest id of a person (matrix.org, specification, user identifiers), in bytes.
const LONGEST_ID: usize = 255;

/// `!team lid @user:server <organisatie> [coordinator] [mandaat]`.
pub(super) async fn change(ask: &Ask<'_>, words: &str) -> Result<Reply, Stop> {
    let here = Here::of_keeper(ask).await?;
    let (person, rest) = one_person(ask, words)?;
    change_to(ask, &here, person, &rest)
}

/// `!team mandaat @user:server`, the same as `!team lid @user:server mandaat`.
pub(super) async fn mandate(ask: &Ask<'_>, words: &str) -> Result<Reply, Stop> {
    let here = Here::of_keeper(ask).await?;
    let (person, mut rest) = one_person(ask, words)?;
    rest.push(shown(ask, Sub::Member, Flag::Mandate.id()).to_owned());
    change_to(ask, &here, person, &rest)
}

fn change_to(ask: &Ask<'_>, here: &Here, person: UserId, words: &[String]) -> Result<Reply, Stop> {
    may_be_member(ask, &person)?;
    let before = here.member(&person);
    let wish = wish(options(ask, Sub::Member), words);
    let organisation = match (before, wish.organisation.as_str()) {
        (Some(member), "") => member.organisation,
        (None, "") => {
            let question = ask.text("team-member-organisation", &[("person", person.as_str().into())]);
            let rest = format!("{person} {}", words.join(" "));
            return choices::which_organisation(ask, question, Sub::Member, rest.trim_end());
        }
        (_, typed) => ask.organisation_of(typed).map_err(|text| Reply::from(Answer::say(text)))?,
    };
    let role = wish.role.or(before.map(|member| member.role)).unwrap_or(Role::Member);
    let mandate = wish.mandate.or(before.map(|member| member.mandate)).unwrap_or(false);
    if role == Role::Member && here.rests_on(&person) {
        let command = command(ask, Sub::Member, &ask.text("team-coordinator-example", &[]));
        return stop(ask, "team-last-coordinator", &[("command", command.into())]);
    }
    let what = described(ask, organisation, role, mandate);
    let answer = match before {
        Some(member) if (member.organisation, member.role, member.mandate) == (organisation, role, mandate) => {
            return stop(ask, "team-same", &[("person", person.as_str().into()), ("what", what.into())]);
        }
        Some(member) => {
            let was = described(ask, member.organisation, member.role, member.mandate);
            let undo = undoes(ask, member, (organisation, role, mandate));
            let args =
                [("person", person.as_str().into()), ("what", what.into()), ("was", was.into()), ("undo", undo.into())];
            Answer::say(ask.text("team-changed", &args))
        }
        None => Answer::say(added(ask, &person, what)),
    };
    let answer = warned(ask, answer, before.map(|member| member.organisation), organisation);
    let step = TeamStep::Member { person, organisation, role, mandate };
    Ok(Reply { answer, changes: vec![here.change(vec![step])], ..Reply::default() })
}

/// The line about a new member.
pub(super) fn added(ask: &Ask<'_>, person: &UserId, what: String) -> String {
    let undo = command(ask, Sub::Remove, person.as_str());
    ask.text("team-added", &[("person", person.as_str().into()), ("what", what.into()), ("undo", undo.into())])
}

/// Adds what people of the police and the prosecution must read on joining.
pub(super) fn warned(ask: &Ask<'_>, answer: Answer, before: Option<OrganisationKind>, now: OrganisationKind) -> Answer {
    let keeps = |kind| matches!(kind, OrganisationKind::Police | OrganisationKind::Prosecution);
    if keeps(now) && before != Some(now) { answer.paragraph(ask.text("team-no-police-data", &[])) } else { answer }
}

/// `!team weg @user:server`.
pub(super) async fn remove(ask: &Ask<'_>, words: &str) -> Result<Reply, Stop> {
    let here = Here::of_keeper(ask).await?;
    let (person, _) = one_person(ask, words)?;
    let shown = ("person", person.as_str().into());
    let Some(member) = here.member(&person) else {
        return stop(ask, "team-no-member", &[shown, ("team", here.team.name.as_str().into())]);
    };
    if here.rests_on(&person) {
        let command = command(ask, Sub::Member, &ask.text("team-coordinator-example", &[]));
        return stop(ask, "team-last-coordinator", &[("command", command.into())]);
    }
    let undo = format!("{}{}", ask.before_number(), adds(ask.library, ask.language, member));
    let answer = Answer::say(ask.text("team-removed", &[shown.clone(), ("undo", undo.into())]))
        .paragraph(ask.text("team-removed-stays", &[shown]));
    Ok(Reply { answer, changes: vec![here.change(vec![TeamStep::Gone { person }])], ..Reply::default() })
}

/// Ends when somebody cannot be a member of any team.
fn may_be_member(ask: &Ask<'_>, person: &UserId) -> Result<(), Stop> {
    if person == ask.health.account {
        return stop(ask, "team-not-me", &[]);
    }
    if !is_allowed(ask, person) {
        let servers = ask.health.allowed_servers.unwrap_or_default().join(", ");
        let args =
            [("person", person.as_str().into()), ("server", person.server().into()), ("servers", servers.into())];
        return stop(ask, "team-not-allowed", &args);
    }
    Ok(())
}

/// True when people of this person's server may be members.
pub(super) fn is_allowed(ask: &Ask<'_>, person: &UserId) -> bool {
    ask.health.allowed_servers.is_none_or(|servers| servers.iter().any(|server| server == person.server()))
}

/// The one person that these words name, and the words besides.
pub(super) fn one_person(ask: &Ask<'_>, words: &str) -> Result<(UserId, Vec<String>), Stop> {
    let (people, rest): (Vec<String>, Vec<String>) = tokens(words).into_iter().partition(|word| word.starts_with('@'));
    let example = format!("@anna:{}", ask.health.account.server());
    match people.as_slice() {
        [] => stop(ask, "team-whom", &[("example", example.into())]),
        [typed] => match full_id(typed) {
            Some(person) => Ok((person, rest)),
            None => {
                let typed: String = typed.chars().take(60).collect();
                stop(ask, "team-not-full", &[("typed", typed.into()), ("example", example.into())])
            }
        },
        _ => stop(ask, "team-one-person", &[("members", command(ask, Sub::Members, "").into())]),
    }
}

fn full_id(typed: &str) -> Option<UserId> {
    let typed = typed.trim_end_matches([',', '.', ';', ':']);
    let (name, server) = typed.strip_prefix('@')?.split_once(':')?;
    let fits = !name.is_empty() && !server.is_empty() && typed.len() <= LONGEST_ID;
    fits.then(|| UserId::new(format!("@{name}:{}", server.to_lowercase())))
}

/// Reads any words as those that name a person and say what they shall be, and checks what every result must be.
#[cfg(any(test, feature = "fuzzing"))]
pub(in crate::commands) fn typed(flags: &[FilterOption], words: &str) {
    let tokens = tokens(words);
    if let Some(person) = tokens.iter().find_map(|token| full_id(token)) {
        assert!(person.as_str().starts_with('@') && !person.localpart().is_empty() && !person.server().is_empty());
        assert_eq!(full_id(person.as_str()).as_ref(), Some(&person), "{words:?}");
    }
    let wish = wish(flags, &tokens);
    assert!(wish.organisation.chars().count() <= words.chars().count(), "{words:?}");
}

/// What a person shall be, as far as it was said.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Wish {
    pub organisation: String,
    pub role: Option<Role>,
    pub mandate: Option<bool>,
}

/// Reads the words after a person. What is none of the flags belongs to the organisation.
pub(super) fn wish(flags: &[FilterOption], words: &[String]) -> Wish {
    let mut wish = Wish::default();
    let mut organisation: Vec<&str> = Vec::new();
    let mut not = false;
    for word in words {
        let word = word.trim_end_matches([',', '.', ';']);
        match option(word, flags).and_then(Flag::called) {
            Some(Flag::No) => {
                not = true;
                continue;
            }
            Some(Flag::Coordinator) => wish.role = Some(if not { Role::Member } else { Role::Coordinator }),
            Some(Flag::Member) => wish.role = Some(Role::Member),
            Some(Flag::Mandate) => wish.mandate = Some(!not),
            None => organisation.push(word),
        }
        not = false;
    }
    wish.organisation = organisation.join(" ");
    wish
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::tests::built_in;

    fn wished(words: &str) -> Wish {
        let team = built_in().catalogue.definition("team").expect("it is there");
        wish(team.options(Sub::Member.id()), &tokens(words))
    }

    #[test]
    fn words_after_a_person_are_told_apart_in_any_order() {
        let coordinator =
            Wish { organisation: "youth work".into(), role: Some(Role::Coordinator), mandate: Some(true) };
        assert_eq!(wished("coördinator youth work, mandaat"), coordinator);
        assert_eq!(wished("geen mandaat"), Wish { mandate: Some(false), ..Wish::default() });
        assert_eq!(wished("geen coordinator"), Wish { role: Some(Role::Member), ..Wish::default() });
        assert_eq!(wished("politie"), Wish { organisation: "politie".into(), ..Wish::default() });
    }

    #[test]
    fn an_id_must_be_whole() {
        assert_eq!(full_id("@anna:X.org,"), Some(UserId::new("@anna:x.org")));
        for typed in ["@anna", "@:x.org", "@anna:", "anna:x.org", &format!("@{}:x", "a".repeat(255))] {
            assert_eq!(full_id(typed), None, "{typed}");
        }
    }
}
