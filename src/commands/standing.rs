//! Who the sender is where they ask: a member of which team, or nobody; and what those hear who may not go on.

use super::ask::{Ask, Reply};
use crate::catalogue::{RoomKind, Who};
use crate::domain::{Choice, Language, Member, Role, TeamId};
use crate::store::{StoreError, Team};
use crate::text::{Answer, Line};

/// What the sender is here. In a room of a team the team is the room's; elsewhere it is the only one they are in, or the
/// one that they chose for that room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// No active member of the room's team, or of any.
    Nobody,
    /// A member whom nothing stops.
    Member(Member),
    /// A member of several teams who has not said yet which is meant here. Never empty.
    Which(Vec<Team>),
}

impl Standing {
    /// The member, when it is settled who they are here.
    pub fn member(&self) -> Option<&Member> {
        match self {
            Self::Member(member) => Some(member),
            Self::Nobody | Self::Which(_) => None,
        }
    }

    /// True for a coordinator.
    pub fn is_coordinator(&self) -> bool {
        self.member().is_some_and(|member| member.role == Role::Coordinator)
    }
}

/// What stands before the team in a line that was chosen from the question which team is meant; nobody needs to type it.
const TEAM: &str = "#team:";

/// Takes the chosen team from the end of a line.
pub(crate) fn chosen(words: &str) -> (&str, Option<TeamId>) {
    match words.rsplit_once(TEAM) {
        Some((rest, team)) if !team.contains(char::is_whitespace) => (rest.trim_end(), Some(TeamId::new(team))),
        _ => (words, None),
    }
}

/// A line of a choice that means this team, whichever its person is in besides.
pub(super) fn with_team(line: &str, team: &TeamId) -> String {
    format!("{line} {TEAM}{team}")
}

impl Ask<'_> {
    /// True for a person named in `[bot] admins`.
    pub(crate) fn is_admin(&self) -> bool {
        self.health.admins.contains(self.sender)
    }

    /// What the sender hears when they are not among those who may do this; nothing when they may.
    pub(crate) async fn barred(&self, who: Who) -> Result<Option<Reply>, StoreError> {
        if who != Who::Anyone && self.store.identity_changed(self.sender).await? {
            return Ok(Some(self.say("access-stopped", &[])));
        }
        Ok(match (who, self.standing) {
            // A command that is for the team tells its people apart itself.
            (Who::Anyone | Who::Team, _) | (Who::Member, Standing::Member(_)) => None,
            (Who::Admin, _) if self.is_admin() => None,
            (Who::Admin, _) => Some(self.say("only-admins", &[])),
            (Who::Member | Who::Coordinator, Standing::Which(teams)) => Some(self.which_team(teams)),
            (Who::Member | Who::Coordinator, Standing::Nobody) => Some(self.only_members().await?),
            (Who::Coordinator, Standing::Member(member)) if member.role == Role::Coordinator => None,
            (Who::Coordinator, Standing::Member(member)) => {
                let who = self.coordinators(&member.team).await?;
                Some(self.say("only-coordinators", &[("who", who.into())]))
            }
        })
    }

    /// Says whom to ask to become a member.
    async fn only_members(&self) -> Result<Reply, StoreError> {
        let here = self.team.map(|room| &room.team);
        Ok(match here {
            Some(team) => self.say("only-members-here", &[("who", self.coordinators(team).await?.into())]),
            None => self.say("only-members", &[]),
        })
    }

    /// Who keeps a team: its coordinators, or the administrator when there is none.
    pub(crate) async fn coordinators(&self, team: &TeamId) -> Result<String, StoreError> {
        let members = self.store.members(team).await?;
        let keeps = |member: &&Member| member.role == Role::Coordinator && member.is_active();
        let names: Vec<String> = members.iter().filter(keeps).map(|member| member.person.as_str().to_owned()).collect();
        Ok(if names.is_empty() { self.text("the-administrator", &[]) } else { names.join(", ") })
    }

    /// Asks which of their teams somebody means; the choice runs what they asked with it.
    fn which_team(&self, teams: &[Team]) -> Reply {
        let word = self.definition.words.shown(Language::Dutch);
        let choice = |(index, team): (usize, &Team)| Choice {
            key: (index + 1).to_string(),
            words: vec![team.name.clone()],
            emoji: None,
            command: format!("{word} {} {TEAM}{}", self.words, team.id),
        };
        let choices = teams.iter().enumerate().map(choice).collect();
        let foot = [("prefix", self.before_number().into()), ("last", teams.len().into())];
        let key = if self.kind == RoomKind::Direct { "which-team-direct" } else { "which-team-room" };
        let answer = Answer::say(self.text("which-team", &[]))
            .numbered(teams.iter().map(|team| Line::new(team.name.as_str())))
            .paragraph(self.text(key, &foot));
        Reply { answer, choices, ..Reply::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_team_is_taken_from_the_end() {
        assert_eq!(chosen("lid @a:x politie #team:12ab"), ("lid @a:x politie", Some(TeamId::new("12ab"))));
        assert_eq!(chosen("#team:12ab"), ("", Some(TeamId::new("12ab"))));
        assert_eq!(chosen("lid #team: x"), ("lid #team: x", None));
    }
}
