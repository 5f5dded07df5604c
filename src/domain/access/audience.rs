//! Those before whose eyes something would come: one person, or everybody in a room. What an audience sees, each in it sees.

use super::{Depth, Guard, RoomFacts, RoomFault, Sight, Viewer, sight, sight_in_room_of};
use crate::domain::{SharingRules, TeamId, UserId};

/// One person, or a room that is fit to show content at all. A room becomes one only through a
/// [`Gathering`](super::Gathering).
///
/// It holds for the moment at which its facts were fetched; whoever sends later asks again.
#[derive(Debug, Clone)]
pub struct Audience(Eyes);

#[derive(Debug, Clone)]
enum Eyes {
    Person(Viewer),
    Room { team: TeamId, people: Vec<Viewer> },
}

impl Audience {
    /// One person alone. Whoever says it to them in a room asks [`Audience::direct`] instead.
    pub fn person(viewer: Viewer) -> Self {
        Self(Eyes::Person(viewer))
    }

    /// One person in their direct room with the bot, if it is one (see [`RoomFacts::direct_faults`]).
    pub fn direct(facts: &RoomFacts, bot: &UserId, viewer: Viewer) -> Result<Self, Vec<RoomFault>> {
        let faults = facts.direct_faults(viewer.person(), bot);
        if faults.is_empty() { Ok(Self::person(viewer)) } else { Err(faults) }
    }

    pub(super) fn room(team: TeamId, people: Vec<Viewer>) -> Self {
        Self(Eyes::Room { team, people })
    }

    /// Everybody in it; the bot is not.
    pub fn people(&self) -> impl Iterator<Item = &UserId> {
        self.viewers().iter().map(Viewer::person)
    }

    /// The teams in which everybody in it is an active member: what was decided for them holds only as long as they are.
    pub fn teams(&self) -> impl Iterator<Item = &TeamId> {
        let (first, others) = self.viewers().split_first().map_or((None, &[][..]), |(first, rest)| (Some(first), rest));
        let all_in = |team: &&TeamId| others.iter().all(|viewer| viewer.teams().any(|other| other == *team));
        first.into_iter().flat_map(Viewer::teams).filter(all_in)
    }

    /// What all in it may see of this: as much as the one who sees least.
    pub fn sight_of(&self, guard: &Guard, rules: &SharingRules) -> Option<Sight> {
        let everything = Sight { depth: Depth::Own, author_named: true };
        // Nobody there is no reason to show anything.
        self.viewers().first()?;
        self.viewers().iter().try_fold(everything, |least, viewer| {
            let one = match &self.0 {
                Eyes::Person(_) => sight(guard, rules, viewer),
                Eyes::Room { team, .. } => sight_in_room_of(team, guard, rules, viewer),
            }?;
            Some(Sight { depth: least.depth.min(one.depth), author_named: least.author_named && one.author_named })
        })
    }

    fn viewers(&self) -> &[Viewer] {
        match &self.0 {
            Eyes::Person(viewer) => std::slice::from_ref(viewer),
            Eyes::Room { people, .. } => people,
        }
    }
}
