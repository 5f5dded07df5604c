//! `!team maak`: an administrator makes a team; this room becomes its chain room and they its first coordinator.

use super::choices;
use super::here::{Stop, in_encrypted_room, in_shared_room, stop};
use super::words::{Sub, command};
use crate::catalogue::Who;
use crate::commands::{Ask, Reply};
use crate::domain::{Change, OrganisationKind, Role, RoomPurpose, TeamChange, TeamId, TeamStep};
use crate::search::fold;
use crate::store::new_id;
use crate::text::Answer;

/// Lengths of a name, in characters.
const SHORTEST: usize = 2;
const LONGEST: usize = 60;

pub(super) async fn make(ask: &Ask<'_>, words: &str) -> Result<Reply, Stop> {
    if let Some(barred) = ask.barred(Who::Admin).await? {
        return Err(barred.into());
    }
    in_shared_room(ask)?;
    if ask.team.is_some() {
        return stop(ask, "team-make-taken", &[]);
    }
    in_encrypted_room(ask).await?;
    let (name, organisation) = taken_apart(ask, words);
    let example = ask.text("team-make-example", &[]);
    let length = name.chars().count();
    if length < SHORTEST || name.chars().any(char::is_control) {
        return stop(ask, "team-make-name", &[("command", command(ask, Sub::Make, &example).into())]);
    }
    if length > LONGEST {
        return stop(ask, "team-make-long", &[("length", length.into()), ("most", LONGEST.into())]);
    }
    if ask.store.team_is_named(&name).await? {
        return stop(ask, "team-make-named", &[("name", name.into())]);
    }
    let Some(organisation) = organisation else {
        // The quotes that hold the name together cannot stand in it.
        let name: String = name.chars().filter(|sign| *sign != '"').collect();
        let question = ask.text("team-make-organisation", &[("name", name.as_str().into())]);
        return choices::which_organisation(ask, question, Sub::Make, &format!("\"{name}\""));
    };
    let steps = vec![
        TeamStep::Made { name: name.clone() },
        TeamStep::Member { person: ask.sender.clone(), organisation, role: Role::Coordinator, mandate: false },
        TeamStep::RoomBound { room: ask.room.clone(), purpose: RoomPurpose::Chain },
    ];
    let made = [("name", name.into()), ("organisation", ask.organisation(organisation).into())];
    let next = [
        ("members", command(ask, Sub::Members, "").into()),
        ("member", command(ask, Sub::Member, &ask.text("team-member-example", &[])).into()),
    ];
    let answer = Answer::say(ask.text("team-made", &made)).paragraph(ask.text("team-made-next", &next));
    let change = TeamChange { team: TeamId::new(new_id()), seen: None, steps };
    Ok(Reply { answer, changes: vec![Change::Team(change)], ..Reply::default() })
}

/// The name and, as the last word or two, the organisation. A name in quotes ends where the quote ends.
fn taken_apart(ask: &Ask<'_>, words: &str) -> (String, Option<OrganisationKind>) {
    let is_quote = |sign: char| matches!(sign, '"' | '“' | '”' | '„' | '«' | '»');
    if let Some(rest) = words.strip_prefix(is_quote)
        && let Some((name, organisation)) = rest.split_once(is_quote)
    {
        return (tidy(name), ask.organisation_of(organisation).ok());
    }
    let words: Vec<&str> = words.split_whitespace().collect();
    // Only a whole word counts: a name that ends in the beginning of one is a name.
    let whole = |words: &[&str]| {
        let typed = fold(&words.join(" "));
        OrganisationKind::ALL.iter().copied().find(|kind| {
            let mut words = ask.library.organisations.words(*kind);
            words.any(|word| fold(word) == typed)
        })
    };
    for count in [2, 1] {
        let at = words.len().saturating_sub(count);
        if at > 0
            && let Some(kind) = whole(&words[at..])
        {
            return (words[..at].join(" "), Some(kind));
        }
    }
    (words.join(" "), None)
}

fn tidy(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
