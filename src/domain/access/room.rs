//! Whether a room may show content: what is known of it, the rule, and by name everything in which it fails. The facts are
//! fetched by others at the moment of asking; what is not known counts as failing.

use super::{Audience, Guard, Guarded, Viewer, sight_in_room_of};
use crate::domain::{Member, SharingRules, TeamId, UserId};

/// What the server says of a room now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RoomFacts {
    /// It is end-to-end encrypted. False also when that is not known.
    pub encrypted: bool,
    /// Who may come in; `None` when not known.
    pub join_rule: Option<JoinRule>,
    /// From when on somebody who comes in can read; `None` when not known.
    pub history: Option<HistoryVisibility>,
    /// Everybody who is joined or invited, the bot among them; `None` when not known.
    pub people: Option<Vec<UserId>>,
}

/// Who may come into a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JoinRule {
    /// Whoever is invited.
    Invite,
    /// Anybody.
    Public,
    /// Others besides, such as the members of another room, or who knocks.
    Other,
}

/// From when on somebody who comes into a room can read what was said there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HistoryVisibility {
    /// From when they joined.
    Joined,
    /// From when they were invited.
    Invited,
    /// From the beginning.
    Shared,
    /// Anybody from the beginning, also without coming in.
    WorldReadable,
}

/// One way in which a room is not fit to show content. [`RoomFault::MayNotSee`] tells something of a record: it is for those
/// only who see that record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoomFault {
    /// It is not encrypted.
    NotEncrypted,
    /// Others than those invited may come in, or it is not known who may.
    OpenToOthers,
    /// Who comes in later can read what was said before their invitation, or that is not known.
    OpenHistory,
    /// Who is there is not known, or the bot itself is not.
    PeopleUnknown,
    /// It is not a room of the team that the content belongs to.
    OtherTeam,
    /// This person is joined or invited and is no member of the team.
    NoMember(UserId),
    /// This member's identity has changed and no coordinator has confirmed the new one.
    Stopped(UserId),
    /// This member may not see the record.
    MayNotSee(UserId),
    /// It is no direct room: the person who should be there is not.
    Missing(UserId),
    /// It is no direct room: this person is joined or invited besides.
    ThirdPerson(UserId),
}

impl RoomFacts {
    /// What makes the room unfit, whoever is in it.
    pub fn place_faults(&self) -> Vec<RoomFault> {
        let mut faults = Vec::new();
        if !self.encrypted {
            faults.push(RoomFault::NotEncrypted);
        }
        if self.join_rule != Some(JoinRule::Invite) {
            faults.push(RoomFault::OpenToOthers);
        }
        if !matches!(self.history, Some(HistoryVisibility::Joined | HistoryVisibility::Invited)) {
            faults.push(RoomFault::OpenHistory);
        }
        faults
    }

    /// What keeps the room from being the direct room of this person and the bot: exactly these two are joined or invited, and
    /// it is encrypted.
    pub fn direct_faults(&self, person: &UserId, bot: &UserId) -> Vec<RoomFault> {
        let mut faults = Vec::new();
        if !self.encrypted {
            faults.push(RoomFault::NotEncrypted);
        }
        let Some(people) = self.people_with(bot) else {
            faults.push(RoomFault::PeopleUnknown);
            return faults;
        };
        if person == bot || !people.contains(person) {
            faults.push(RoomFault::Missing(person.clone()));
        }
        faults.extend(people.iter().filter(|one| *one != person && *one != bot).cloned().map(RoomFault::ThirdPerson));
        faults
    }

    /// Who is there, when it is known and the bot is too: otherwise the list is not of a room that it is in.
    fn people_with(&self, bot: &UserId) -> Option<&[UserId]> {
        self.people.as_deref().filter(|people| people.contains(bot))
    }
}

/// A room of a team with everybody who is there.
#[derive(Debug, Clone, Copy)]
pub struct Gathering<'a> {
    /// The team that the room belongs to.
    pub team: &'a TeamId,
    /// What the server says of the room now.
    pub facts: &'a RoomFacts,
    /// The members of that team now, whether they are in the room or not.
    pub members: &'a [Member],
    /// The bot's own account.
    pub bot: &'a UserId,
}

impl Gathering<'_> {
    /// The room as an audience for what belongs to the whole team: each joined and invited person is an active member.
    pub fn for_team_content(&self) -> Result<Audience, Vec<RoomFault>> {
        self.for_content(&Guard::Team(self.team.clone()), &SharingRules::default())
    }

    /// The room as an audience for this record: each joined and invited person may see it.
    pub fn for_record<T: 'static>(
        &self,
        record: &Guarded<T>,
        rules: &SharingRules,
    ) -> Result<Audience, Vec<RoomFault>> {
        self.for_content(record.guard(), rules)
    }

    /// The room rule. Content may appear only in a room of the team that is encrypted, that people enter by invitation, whose
    /// history is closed to who comes later, and in which everybody joined or invited may see it; the bot is left out. For
    /// the released text of a `white` record it does not matter who is there. All faults are told, not the first.
    pub fn for_content(&self, guard: &Guard, rules: &SharingRules) -> Result<Audience, Vec<RoomFault>> {
        let mut faults = self.facts.place_faults();
        if guard.team() != self.team {
            faults.push(RoomFault::OtherTeam);
        }
        let people = self.viewers();
        if people.is_empty() {
            faults.push(RoomFault::PeopleUnknown);
        }
        let blind = people.iter().filter(|viewer| sight_in_room_of(self.team, guard, rules, viewer).is_none());
        faults.extend(blind.map(|viewer| self.why_blind(viewer)));
        if faults.is_empty() { Ok(Audience::room(self.team.clone(), people)) } else { Err(faults) }
    }

    fn viewers(&self) -> Vec<Viewer> {
        let people = self.facts.people_with(self.bot).unwrap_or_default().iter().filter(|person| *person != self.bot);
        people
            .map(|person| Viewer::new(person.clone(), self.members.iter().find(|one| one.person == *person).cloned()))
            .collect()
    }

    fn why_blind(&self, viewer: &Viewer) -> RoomFault {
        let person = viewer.person().clone();
        match viewer.member_of(self.team) {
            None => RoomFault::NoMember(person),
            Some(member) if !member.is_active() => RoomFault::Stopped(person),
            Some(_) => RoomFault::MayNotSee(person),
        }
    }
}
