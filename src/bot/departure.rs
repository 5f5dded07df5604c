//! Whoever is no longer in the chain room of a team is no longer in the team: they left, were removed or banned, or declined
//! the invitation. Coming in, and power in the room, change nothing.

use super::Bot;
use super::standing::room_kind;
use crate::commands::adds;
use crate::domain::{Change, Incoming, Member, Role, RoomPurpose, TeamChange, TeamStep, Turn, UserId};
use crate::store::StoreError;
use crate::text::Answer;

impl Bot {
    /// What follows when somebody is not, or no longer, in a room.
    pub(super) async fn gone(&self, incoming: &Incoming, person: &UserId) -> Result<Turn, StoreError> {
        let Some(room) = self.store.team_of_room(&incoming.room).await? else { return Ok(Turn::nothing()) };
        if room.purpose != RoomPurpose::Chain {
            return Ok(Turn::nothing());
        }
        let members = self.store.members(&room.team).await?;
        let (gone, stay): (Vec<Member>, Vec<Member>) = members.into_iter().partition(|member| member.person == *person);
        let Some(member) = gone.first() else { return Ok(Turn::nothing()) };
        let language = self.room_language(&incoming.room).await?.unwrap_or(self.me.language);
        let before = self.before(room_kind(incoming.place, Some(&room)));
        let add = format!("{before}{}", adds(&self.library, language, member));
        let left = [("name", person.localpart().into()), ("person", person.as_str().into()), ("command", add.into())];
        let mut answer = Answer::say(self.text(language, "team-left", &left));
        let keeps = |member: &&Member| member.role == Role::Coordinator && member.is_active();
        let coordinators: Vec<UserId> = stay.iter().filter(keeps).map(|member| member.person.clone()).collect();
        if coordinators.is_empty() {
            let example = self.text(language, "team-coordinator-appointed", &[]);
            let team = self.shown("team", room_kind(incoming.place, Some(&room)), language);
            let command = format!("{team} {example}");
            answer = answer.paragraph(self.text(language, "team-left-last", &[("command", command.into())]));
            if !self.me.notice.run_by.is_empty() {
                let contacts = self.me.notice.run_by.clone();
                answer = answer.paragraph(self.text(language, "introduction-run-by", &[("contacts", contacts.into())]));
            }
        }
        let step = TeamStep::Gone { person: person.clone() };
        let change = TeamChange { team: room.team, seen: None, steps: vec![step] };
        Ok(Turn { out: Self::tell_people(&incoming.room, &answer, &coordinators), changes: vec![Change::Team(change)] })
    }
}
