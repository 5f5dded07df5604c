//! The team on which a subcommand works, as it was read, and who may work on it.

use crate::catalogue::{RoomKind, Who};
use crate::commands::{Ask, Reply};
use crate::domain::{Change, Member, Role, TeamChange, TeamId, TeamStep, UserId};
use crate::store::{StoreError, Team};
use crate::text::Args;

/// Why a subcommand ends early.
#[derive(Debug)]
pub(super) enum Stop {
    /// This is all there is to say.
    Answered(Box<Reply>),
    /// The database fails.
    Failed(StoreError),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}

impl From<Reply> for Stop {
    fn from(reply: Reply) -> Self {
        Self::Answered(Box::new(reply))
    }
}

/// Ends a subcommand with a text.
pub(super) fn stop<T>(ask: &Ask<'_>, key: &str, args: Args<'_>) -> Result<T, Stop> {
    Err(ask.say(key, args).into())
}

/// A team and its members.
#[derive(Debug)]
pub(super) struct Here {
    pub team: Team,
    pub members: Vec<Member>,
}

impl Here {
    /// The team of the asker, who must be a member.
    pub(super) async fn of_member(ask: &Ask<'_>) -> Result<(Self, Member), Stop> {
        if let Some(barred) = ask.barred(Who::Member).await? {
            return Err(barred.into());
        }
        let team = ask.standing.member().map(|member| member.team.clone()).ok_or(StoreError::Overtaken)?;
        let here = Self::read(ask, &team).await?;
        // What was read with the team's version counts, not what was read before it.
        let me = here.active(ask.sender).cloned().ok_or(StoreError::Overtaken)?;
        Ok((here, me))
    }

    /// The team of the asker, who must keep it: as its coordinator, or as an administrator while it has none.
    pub(super) async fn of_keeper(ask: &Ask<'_>) -> Result<Self, Stop> {
        let Some(barred) = ask.barred(Who::Coordinator).await? else {
            let (here, me) = Self::of_member(ask).await?;
            return if me.role == Role::Coordinator { Ok(here) } else { Err(StoreError::Overtaken.into()) };
        };
        if let (true, Some(room)) = (ask.is_admin(), ask.team) {
            let here = Self::read(ask, &room.team).await?;
            let stopped = ask.store.identity_changed(ask.sender).await?;
            if !stopped && !here.members.iter().any(keeps) {
                return Ok(here);
            }
        }
        Err(barred.into())
    }

    async fn read(ask: &Ask<'_>, team: &TeamId) -> Result<Self, Stop> {
        // A team that has been erased keeps its bare rows; nobody is a member of anything there.
        let Some(team) = ask.store.team(team).await? else { return stop(ask, "only-members", &[]) };
        let members = ask.store.members(&team.id).await?;
        Ok(Self { team, members })
    }

    /// This person's place in the team.
    pub(super) fn member(&self, person: &UserId) -> Option<&Member> {
        self.members.iter().find(|member| member.person == *person)
    }

    fn active(&self, person: &UserId) -> Option<&Member> {
        self.member(person).filter(|member| member.is_active())
    }

    /// True when nobody would keep the team without this person.
    pub(super) fn rests_on(&self, person: &UserId) -> bool {
        self.member(person).is_some_and(|member| member.role == Role::Coordinator)
            && !self.members.iter().any(|member| member.person != *person && keeps(member))
    }

    /// A change of the team as it was read.
    pub(super) fn change(&self, steps: Vec<TeamStep>) -> Change {
        Change::Team(TeamChange { team: self.team.id.clone(), seen: Some(self.team.version), steps })
    }
}

fn keeps(member: &Member) -> bool {
    member.role == Role::Coordinator && member.is_active()
}

/// Ends a subcommand that needs a room of several people and was typed elsewhere.
pub(super) fn in_shared_room(ask: &Ask<'_>) -> Result<(), Stop> {
    if ask.kind == RoomKind::Direct { stop(ask, "team-not-direct", &[]) } else { Ok(()) }
}

/// Ends a subcommand that needs encryption and was typed in a room without it.
pub(super) async fn in_encrypted_room(ask: &Ask<'_>) -> Result<(), Stop> {
    let encrypted = ask.store.room(ask.room).await?.is_some_and(|room| room.encrypted);
    if encrypted { Ok(()) } else { stop(ask, "team-not-encrypted", &[]) }
}
