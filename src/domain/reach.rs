//! For whose eyes something was decided, so that whoever sends it can see whether the room is still the one it was decided
//! for. Whether it may be shown at all is the access rule's.

use serde::{Deserialize, Serialize};

use super::{Audience, Message, RoomFacts, UserId};

/// The audience of a message with guarded content, and what is said instead when the room has changed before it goes out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// Everybody for whose eyes it was decided, the bot left out.
    pub people: Vec<UserId>,
    /// It is for the direct room of the only one of them.
    pub direct: bool,
    /// What is said in its place: words without content.
    pub instead: Message,
}

impl Reach {
    /// Everybody in this audience, together in a room of their team.
    pub fn shared(audience: &Audience, instead: Message) -> Self {
        Self { people: audience.people().cloned().collect(), direct: false, instead }
    }

    /// One person in their direct room with the bot.
    pub fn direct(person: &UserId, instead: Message) -> Self {
        Self { people: vec![person.clone()], direct: true, instead }
    }

    /// Whether a room with these facts is still fit: nobody is joined or invited but those for whom it was decided. Somebody
    /// who has left does no harm.
    pub fn holds(&self, facts: &RoomFacts, bot: &UserId) -> bool {
        if self.direct {
            return self.people.len() == 1 && facts.direct_faults(&self.people[0], bot).is_empty();
        }
        let people = facts.people.as_deref().unwrap_or_default();
        facts.place_faults().is_empty()
            && people.contains(bot)
            && people.iter().all(|person| person == bot || self.people.contains(person))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{HistoryVisibility, JoinRule};

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
        Reach { people: named(names), direct, instead: Message::default() }
    }

    #[test]
    fn it_holds_as_long_as_nobody_came_to_it() {
        let reach = reach(&["anna", "bram"], false);
        assert!(reach.holds(&room(&["anna", "bram", "bot"]), &bot()));
        assert!(reach.holds(&room(&["anna", "bot"]), &bot()), "bram has left");
        assert!(!reach.holds(&room(&["anna", "bram", "chris", "bot"]), &bot()));
        assert!(!reach.holds(&room(&["anna", "bram"]), &bot()), "the list is of a room without the bot");
    }

    #[test]
    fn it_ends_with_each_change_of_the_room() {
        let reach = reach(&["anna"], false);
        let good = room(&["anna", "bot"]);
        assert!(!reach.holds(&RoomFacts { encrypted: false, ..good.clone() }, &bot()));
        assert!(!reach.holds(&RoomFacts { join_rule: Some(JoinRule::Public), ..good.clone() }, &bot()));
        assert!(!reach.holds(&RoomFacts { history: Some(HistoryVisibility::Shared), ..good.clone() }, &bot()));
        assert!(!reach.holds(&RoomFacts { people: None, ..good }, &bot()));
    }

    #[test]
    fn in_a_direct_room_it_holds_for_exactly_two_and_any_history() {
        let reach = reach(&["anna"], true);
        let open = RoomFacts { history: Some(HistoryVisibility::Shared), ..room(&["anna", "bot"]) };
        assert!(reach.holds(&open, &bot()));
        assert!(!reach.holds(&RoomFacts { encrypted: false, ..open }, &bot()));
        assert!(!reach.holds(&room(&["bot"]), &bot()));
        assert!(!reach.holds(&room(&["anna", "bram", "bot"]), &bot()));
    }
}
