//! For whose eyes something was decided, so that whoever sends it can see whether the room is still the one it was decided
//! for. Whether it may be shown at all is the access rule's.

use serde::{Deserialize, Serialize};

use super::{Audience, Member, Message, RoomFacts, TeamId, UserId, Viewer};

/// The audience of a message with guarded content, and what is said instead when the room has changed before it goes out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// Everybody for whose eyes it was decided, the bot left out.
    pub people: Vec<UserId>,
    /// The teams in which each of them was an active member then. Who is none any more sees nothing any more.
    #[serde(default)]
    pub teams: Vec<TeamId>,
    /// It is for the direct room of the only one of them.
    pub direct: bool,
    /// What is said in its place: words without content.
    pub instead: Message,
}

impl Reach {
    /// Everybody in this audience, together in a room of their team.
    pub fn shared(audience: &Audience, instead: Message) -> Self {
        Self::over(audience, false, instead)
    }

    /// Whoever is there of a team in a room of it, when nobody else is.
    pub fn team(team: &TeamId, members: &[Member], instead: Message) -> Self {
        let active = members.iter().filter(|member| member.team == *team && member.is_active());
        let people = active.map(|member| member.person.clone()).collect();
        Self { people, teams: vec![team.clone()], direct: false, instead }
    }

    /// One person in their direct room with the bot.
    pub fn direct(viewer: Viewer, instead: Message) -> Self {
        Self::over(&Audience::person(viewer), true, instead)
    }

    fn over(audience: &Audience, direct: bool, instead: Message) -> Self {
        let (people, teams) = (audience.people().cloned().collect(), audience.teams().cloned().collect());
        Self { people, teams, direct, instead }
    }

    /// Whether it may still be shown in a room with these facts, to the members that [`teams`](Self::teams) have now: nobody is
    /// joined or invited but those for whom it was decided, and they are all still active members. Somebody who has left the
    /// room does no harm.
    pub fn holds(&self, facts: &RoomFacts, bot: &UserId, members: &[Member]) -> bool {
        let there = facts.people.as_deref().unwrap_or_default();
        let reads = |person: &&UserId| *person != bot;
        let is_member = |person: &UserId| {
            let in_team = |team: &TeamId| {
                members.iter().any(|member| member.team == *team && member.person == *person && member.is_active())
            };
            self.teams.iter().all(in_team)
        };
        if !there.iter().filter(reads).all(is_member) {
            return false;
        }
        if self.direct {
            return self.people.len() == 1 && facts.direct_faults(&self.people[0], bot).is_empty();
        }
        facts.place_faults().is_empty()
            && there.contains(bot)
            && there.iter().filter(reads).all(|person| self.people.contains(person))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{HistoryVisibility, JoinRule, OrganisationKind, Role};

    fn named(names: &[&str]) -> Vec<UserId> {
        names.iter().map(|name| UserId::new(format!("@{name}:example.org"))).collect()
    }

    fn bot() -> UserId {
        UserId::new("@bot:example.org")
    }

    fn room(names: &[&str]) -> RoomFacts {
        RoomFacts {
            encrypted: true,
            join_rule: Some(JoinRule::Invite),
            history: Some(HistoryVisibility::Joined),
            people: Some(named(names)),
        }
    }

    fn reach(names: &[&str], direct: bool) -> Reach {
        Reach { people: named(names), teams: vec![], direct, instead: Message::default() }
    }

    fn member(name: &str, team: &TeamId) -> Member {
        let person = UserId::new(format!("@{name}:example.org"));
        let (organisation, role) = (OrganisationKind::YouthWork, Role::Member);
        Member { team: team.clone(), person, organisation, role, mandate: false, stopped: false }
    }

    #[test]
    fn it_ends_for_somebody_who_is_no_member_any_more_or_is_stopped() {
        let team = TeamId::new("west");
        let (anna, bram) = (member("anna", &team), member("bram", &team));
        let there = room(&["anna", "bram", "bot"]);
        for direct in [false, true] {
            let people: &[&str] = if direct { &["anna"] } else { &["anna", "bram"] };
            let there = if direct { room(&["anna", "bot"]) } else { there.clone() };
            let reach = Reach { teams: vec![team.clone()], ..reach(people, direct) };
            assert!(reach.holds(&there, &bot(), &[anna.clone(), bram.clone()]));
            assert!(!reach.holds(&there, &bot(), std::slice::from_ref(&bram)));
            let stopped = Member { stopped: true, ..anna.clone() };
            assert!(!reach.holds(&there, &bot(), &[stopped, bram.clone()]));
            let elsewhere = Member { team: TeamId::new("oost"), ..anna.clone() };
            assert!(!reach.holds(&there, &bot(), &[elsewhere, bram.clone()]));
        }
        let left = Reach { teams: vec![team], ..reach(&["anna", "bram"], false) };
        assert!(left.holds(&room(&["anna", "bot"]), &bot(), &[anna]), "bram has left the room, too");
    }

    #[test]
    fn it_holds_as_long_as_nobody_came_to_it() {
        let reach = reach(&["anna", "bram"], false);
        assert!(reach.holds(&room(&["anna", "bram", "bot"]), &bot(), &[]));
        assert!(reach.holds(&room(&["anna", "bot"]), &bot(), &[]), "bram has left");
        assert!(!reach.holds(&room(&["anna", "bram", "chris", "bot"]), &bot(), &[]));
        assert!(!reach.holds(&room(&["anna", "bram"]), &bot(), &[]), "the list is of a room without the bot");
    }

    #[test]
    fn it_ends_with_each_change_of_the_room() {
        let reach = reach(&["anna"], false);
        let good = room(&["anna", "bot"]);
        assert!(!reach.holds(&RoomFacts { encrypted: false, ..good.clone() }, &bot(), &[]));
        assert!(!reach.holds(&RoomFacts { join_rule: Some(JoinRule::Public), ..good.clone() }, &bot(), &[]));
        assert!(!reach.holds(&RoomFacts { history: Some(HistoryVisibility::Shared), ..good.clone() }, &bot(), &[]));
        assert!(!reach.holds(&RoomFacts { people: None, ..good }, &bot(), &[]));
    }

    #[test]
    fn in_a_direct_room_it_holds_for_exactly_two_and_any_history() {
        let reach = reach(&["anna"], true);
        let open = RoomFacts { history: Some(HistoryVisibility::Shared), ..room(&["anna", "bot"]) };
        assert!(reach.holds(&open, &bot(), &[]));
        assert!(!reach.holds(&RoomFacts { encrypted: false, ..open }, &bot(), &[]));
        assert!(!reach.holds(&room(&["bot"]), &bot(), &[]));
        assert!(!reach.holds(&room(&["anna", "bram", "bot"]), &bot(), &[]));
    }
}
