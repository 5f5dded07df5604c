//! The words of `!team`, in both languages. The first of each is shown.

use crate::commands::{Ask, Library};
use crate::domain::{Language, Member, OrganisationKind, Role};
use crate::text::Choosable;

/// Something with its words, Dutch and English.
#[derive(Debug, PartialEq)]
pub(super) struct Word<T: 'static> {
    /// What it means.
    pub means: T,
    dutch: &'static [&'static str],
    english: &'static [&'static str],
}

impl<T> Choosable for Word<T> {
    fn words(&self) -> impl Iterator<Item = &str> {
        let english = self.english.iter().filter(|word| !self.dutch.contains(word));
        self.dutch.iter().chain(english).copied()
    }
}

impl<T> Word<T> {
    pub(super) fn shown(&self, language: Language) -> &'static str {
        let words = match language {
            Language::Dutch => self.dutch,
            Language::English => self.english,
        };
        words.first().copied().unwrap_or_default()
    }
}

/// What can be done with a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sub {
    Overview,
    Make,
    Member,
    Mandate,
    Remove,
    Members,
    Room,
    Group,
    Call,
    Away,
    Confirm,
    Switch,
    Log,
}

macro_rules! words {
    ($($means:expr => [$($dutch:literal),*], [$($english:literal),*];)*) => {
        [$(Word { means: $means, dutch: &[$($dutch),*], english: &[$($english),*] }),*]
    };
}

pub(super) const SUBCOMMANDS: [Word<Sub>; 13] = words! {
    Sub::Overview => ["overzicht"], ["overview"];
    Sub::Make => ["maak", "nieuw"], ["create", "make", "new"];
    Sub::Member => ["lid"], ["member", "add"];
    Sub::Mandate => ["mandaat"], ["mandate"];
    Sub::Remove => ["weg", "verwijder"], ["remove"];
    Sub::Members => ["leden"], ["members"];
    Sub::Room => ["kamer"], ["room"];
    Sub::Group => ["groep", "groepen"], ["group", "groups"];
    Sub::Call => ["bel", "bellijst"], ["call", "phone"];
    Sub::Away => ["afwezig", "afwezigheid"], ["away", "absent"];
    Sub::Confirm => ["bevestig"], ["confirm"];
    Sub::Switch => ["wissel", "kies"], ["switch", "choose"];
    Sub::Log => ["logboek"], ["log", "audit"];
};

/// What may stand after a person besides their organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flag {
    Coordinator,
    Member,
    Mandate,
    No,
}

pub(super) const FLAGS: [Word<Flag>; 4] = words! {
    Flag::Coordinator => ["coordinator", "coördinator"], ["coordinator"];
    Flag::Member => ["lid"], ["member"];
    Flag::Mandate => ["mandaat"], ["mandate"];
    Flag::No => ["geen", "zonder", "niet"], ["no", "without"];
};

/// What a room can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Chain,
    Organisation,
    Loose,
}

pub(super) const PURPOSES: [Word<Purpose>; 3] = words! {
    Purpose::Chain => ["keten", "ketenkamer"], ["chain"];
    Purpose::Organisation => ["organisatie"], ["organisation", "organization"];
    Purpose::Loose => ["los"], ["loose", "none"];
};

/// What can be done with an entry of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    Gone,
    Holds,
}

pub(super) const ENTRIES: [Word<Entry>; 2] = words! {
    Entry::Gone => ["weg", "verwijder"], ["remove", "delete"];
    Entry::Holds => ["klopt", "nagekeken"], ["holds", "checked"];
};

pub(super) const BACK: [Word<()>; 1] = words! { () => ["nee", "terug", "geen"], ["no", "back"]; };

/// The word for this, in the language of the answer.
pub(super) fn shown<T: PartialEq>(ask: &Ask<'_>, words: &'static [Word<T>], means: &T) -> &'static str {
    words.iter().find(|word| word.means == *means).map_or("", |word| word.shown(ask.language))
}

/// A whole command of this team, to be typed here: `!team weg @anna:server`.
pub(super) fn command(ask: &Ask<'_>, sub: Sub, rest: &str) -> String {
    format!("{} {} {rest}", ask.typed(ask.definition), shown(ask, &SUBCOMMANDS, &sub)).trim_end().to_owned()
}

/// The command that makes somebody again what they were before they became this.
pub(super) fn undoes(ask: &Ask<'_>, before: &Member, now: (OrganisationKind, Role, bool)) -> String {
    let flag = |flag| shown(ask, &FLAGS, &flag);
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
    let team = library.catalogue.definition("team").map_or("", |team| team.words.shown(language));
    let shown = |means: Sub| SUBCOMMANDS.iter().find(|one| one.means == means).map_or("", |one| one.shown(language));
    let flag = |means: Flag| FLAGS.iter().find(|one| one.means == means).map_or("", |one| one.shown(language));
    let organisation = library.organisations.name(member.organisation, language);
    let mut command = vec![team, shown(Sub::Member), member.person.as_str(), organisation];
    if member.role == Role::Coordinator {
        command.push(flag(Flag::Coordinator));
    }
    if member.mandate {
        command.push(flag(Flag::Mandate));
    }
    command.join(" ")
}

/// What somebody is, in words: `politie, coördinator, met mandaat`.
pub(super) fn described(ask: &Ask<'_>, organisation: OrganisationKind, role: Role, mandate: bool) -> String {
    let mut parts = vec![ask.organisation(organisation)];
    if role == Role::Coordinator {
        parts.push(ask.text("team-coordinator", &[]));
    }
    if mandate {
        parts.push(ask.text("team-mandate", &[]));
    }
    parts.join(", ")
}
