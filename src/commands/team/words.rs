//! What can be done with a team and said of its people and rooms. The words for it stand in `commands/team/command.toml`.

use crate::catalogue::FilterOption;
use crate::commands::parts::{Parts, named};
use crate::commands::{Ask, Library};
use crate::domain::{Language, Member, OrganisationKind, Role};
use crate::text::{Picked, pick};

named! {
    /// What can be done with a team.
    pub(super) enum Sub {
        Overview = "overview",
        Make = "make",
        Member = "member",
        Mandate = "mandate",
        Remove = "remove",
        Members = "members",
        Room = "room",
        Group = "group",
        Call = "call",
        Away = "away",
        Confirm = "confirm",
        Switch = "switch",
        Reactions = "reactions",
        Log = "log",
        Access = "access",
    }
}

named! {
    /// What may stand after a person besides their organisation.
    pub(super) enum Flag {
        Coordinator = "coordinator",
        Member = "member",
        Mandate = "mandate",
        No = "no",
    }
}

named! {
    /// What a room can be made.
    pub(super) enum Purpose {
        Chain = "chain",
        Organisation = "organisation",
        Loose = "loose",
    }
}

named! {
    /// What can be done with an entry of the phone list.
    pub(super) enum Entry {
        Gone = "remove",
        Holds = "holds",
    }
}

named! {
    /// What can be done with a group.
    pub(super) enum Group {
        Gone = "remove",
    }
}

named! {
    /// What can be said instead of a day.
    pub(super) enum Away {
        Back = "back",
    }
}

named! {
    /// What can be done with reactions.
    pub(super) enum Reactions {
        On = "on",
        Off = "off",
        Sure = "sure",
    }
}

pub(in crate::commands) const PARTS: Parts = Parts {
    subcommands: Sub::IDS,
    options: &[
        (Sub::Member.id(), Flag::IDS),
        (Sub::Room.id(), Purpose::IDS),
        (Sub::Call.id(), Entry::IDS),
        (Sub::Group.id(), Group::IDS),
        (Sub::Away.id(), Away::IDS),
        (Sub::Reactions.id(), Reactions::IDS),
    ],
};

/// The id of the option that is meant.
pub(super) fn option<'o>(typed: &str, options: &'o [FilterOption]) -> Option<&'o str> {
    match pick(typed, options) {
        Picked::One(found) => Some(&found.id),
        Picked::Several(_) | Picked::None(_) => None,
    }
}

/// The words that may follow this, as they are declared.
pub(super) fn options<'a>(ask: &Ask<'a>, sub: Sub) -> &'a [FilterOption] {
    ask.definition.options(sub.id())
}

/// The word for an option, in the language of the answer.
pub(super) fn shown<'a>(ask: &Ask<'a>, sub: Sub, option: &'a str) -> &'a str {
    ask.definition.option_shown(sub.id(), option, ask.language)
}

/// What a choice runs: the same in any language of the answer.
pub(super) fn choice(ask: &Ask<'_>, sub: Sub, rest: &str) -> String {
    let word = ask.definition.subcommand_shown(sub.id(), Language::Dutch);
    format!("{} {word} {rest}", ask.definition.words.shown(Language::Dutch))
}

/// A whole command of this team, to be typed here: `!team weg @anna:server`.
pub(super) fn command(ask: &Ask<'_>, sub: Sub, rest: &str) -> String {
    let word = ask.definition.subcommand_shown(sub.id(), ask.language);
    format!("{} {word} {rest}", ask.typed(ask.definition)).trim_end().to_owned()
}

/// The command that makes somebody again what they were before they became this.
pub(super) fn undoes(ask: &Ask<'_>, before: &Member, now: (OrganisationKind, Role, bool)) -> String {
    let flag = |flag: Flag| shown(ask, Sub::Member, flag.id());
    let (organisation, role, mandate) = now;
    let mut words = vec![before.person.to_string()];
    if before.organisation != organisation {
        words.push(ask.organisation(before.organisation));
    }
    for (differs, was, means) in [
        (before.role != role, before.role == Role::Coordinator, Flag::Coordinator),
        (before.mandate != mandate, before.mandate, Flag::Mandate),
    ] {
        if differs && !was {
            words.push(flag(Flag::No).to_owned());
        }
        if differs {
            words.push(flag(means).to_owned());
        }
    }
    command(ask, Sub::Member, &words.join(" "))
}

/// The command that adds somebody as what they are here, without what stands before a command.
pub(crate) fn adds(library: &Library, language: Language, member: &Member) -> String {
    let Some(team) = library.catalogue.definition("team") else { return String::new() };
    let flag = |flag: Flag| team.option_shown(Sub::Member.id(), flag.id(), language);
    let word = team.subcommand_shown(Sub::Member.id(), language);
    let organisation = library.organisations.name(member.organisation, language);
    let mut command = vec![team.words.shown(language), word, member.person.as_str(), organisation];
    if member.role == Role::Coordinator {
        command.push(flag(Flag::Coordinator));
    }
    if member.mandate {
        command.push(flag(Flag::Mandate));
    }
    command.join(" ")
}

/// What somebody is, in words: `politie, coördinator, met mandaat`.
pub(in crate::commands) fn described(
    ask: &Ask<'_>,
    organisation: OrganisationKind,
    role: Role,
    mandate: bool,
) -> String {
    let mut parts = vec![ask.organisation(organisation)];
    if role == Role::Coordinator {
        parts.push(ask.text("team-coordinator", &[]));
    }
    if mandate {
        parts.push(ask.text("team-mandate", &[]));
    }
    parts.join(", ")
}
