//! Who sees what, and how far: one pure function over what is known of a record and of the one who looks, [`sight`]. Nobody
//! else decides it. Content stands behind it in [`Guarded`] values, which open only with its answer; whether a room is fit to
//! show something is asked of a [`Gathering`].
//!
//! What this leaves to others: fetching the facts (members, labels, what the server says of a room) at the moment they are
//! needed, and saying in words what was decided.

mod audience;
mod count;
mod guarded;
mod protection;
mod room;
#[cfg(test)]
mod tests;
mod viewer;

pub use audience::Audience;
pub use count::Count;
pub use guarded::{Author, Field, Guarded, Scope, View};
pub use protection::{Guard, Protection, Step};
pub use room::{Gathering, HistoryVisibility, JoinRule, RoomFacts, RoomFault};
pub use viewer::Viewer;

use super::{Label, OrganisationKind, Sharing, SharingRules, TeamId, UserId};

/// How far somebody sees into a record; the least first. Who sees further sees all that the others see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Depth {
    /// What the author released for every member of the team.
    Released,
    /// Also the shared fields.
    Shared,
    /// Also the fields that stay with the author's organisation.
    Own,
}

/// What somebody sees of a record. Not to see it at all is to have no sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sight {
    /// How far.
    pub depth: Depth,
    /// The author's name may be shown; otherwise only the organisation's.
    pub author_named: bool,
}

/// Decides what somebody sees, wherever that person alone reads it: nothing without a sight.
///
/// Only an active member of the record's team sees anything, the author too. Then the label decides, each one adding to the
/// one before:
///
/// - `red`: author, owner and the people named;
/// - `amber_strict`: members of the author's organisation;
/// - `amber`: members of the organisations on the sharing list, unless a confirmed agreement says that theirs gets nothing from
///   the author's;
/// - `green`: every member, to whom only released text is shown;
/// - `white`: no more to a person; but see [`sight_in_room_of`].
///
/// A wider label never hides what a narrower one showed. That "the sharing list counts for amber only" therefore means that it
/// opens neither `red` nor `amber_strict`; whom it let in at `amber` keeps that sight at `green` and `white`. Likewise a
/// `not` between two organisations stops the list, while an owner, and a person whom the author named, keep their own sight.
///
/// The author and members of the author's organisation see its own fields; everybody else who sees more than released text
/// sees the shared ones. A coordinator sees what any member would.
pub(crate) fn sight(guard: &Guard, rules: &SharingRules, viewer: &Viewer) -> Option<Sight> {
    let member = viewer.member_of(guard.team()).filter(|member| member.is_active())?;
    match guard {
        // What belongs to the whole team has no parts: each member sees all of it.
        Guard::Team(_) => Some(Sight { depth: Depth::Own, author_named: true }),
        Guard::Record(record) => by_part(record, &member.person, member.organisation)
            .max(by_organisation(record, member.organisation, rules))
            .map(|depth| record.sight_at(depth)),
    }
}

/// Decides what somebody sees in a room of this team. It is what they see anyway, with one thing more: the released text of a
/// `white` record of that team may be shown in any of the team's rooms, whoever else is there. Without the author's name:
/// that is allowed for the team, not for guests.
pub(crate) fn sight_in_room_of(team: &TeamId, guard: &Guard, rules: &SharingRules, viewer: &Viewer) -> Option<Sight> {
    let white = matches!(guard, Guard::Record(record) if record.label == Label::White && record.team == *team);
    let guest = Sight { depth: Depth::Released, author_named: false };
    sight(guard, rules, viewer).or(white.then_some(guest))
}

/// What a member sees by the part that they have in the record themselves: at every label.
fn by_part(record: &Protection, person: &UserId, organisation: OrganisationKind) -> Option<Depth> {
    let is_author = record.author == *person;
    let has_part = is_author || record.owner.as_ref() == Some(person) || record.named.contains(person);
    let own = is_author || organisation == record.author_organisation;
    has_part.then_some(if own { Depth::Own } else { Depth::Shared })
}

/// What any member of this organisation sees, without a part of their own.
fn by_organisation(record: &Protection, organisation: OrganisationKind, rules: &SharingRules) -> Option<Depth> {
    let listed = record.shared_with.contains(&organisation)
        && rules.between(record.author_organisation, organisation) != Sharing::Not;
    if organisation == record.author_organisation {
        (record.label >= Label::AmberStrict).then_some(Depth::Own)
    } else if listed && record.label >= Label::Amber {
        Some(Depth::Shared)
    } else {
        (record.label >= Label::Green).then_some(Depth::Released)
    }
}
