//! For whom a reminder is: the asker alone, people of the team in this room, or everybody here.

use super::words::Whom;
use crate::catalogue::RoomKind;
use crate::commands::{Ask, Reply};
use crate::domain::{Addressee, Member, UserId};
use crate::store::StoreError;

/// For whom it is, or what to say instead. Without a word for it: in a direct room for the asker, in a room of the team for all there.
pub(super) async fn addressee(
    ask: &Ask<'_>,
    member: &Member,
    whom: &Whom,
) -> Result<Result<Addressee, Box<Reply>>, StoreError> {
    let of_team = ask.team.is_some_and(|room| room.team == member.team);
    let not_here = || {
        let key = if ask.kind == RoomKind::Direct { "remind-not-direct" } else { "remind-not-of-team" };
        Ok(Err(Box::new(ask.say(key, &[]))))
    };
    match whom {
        Whom::Me => Ok(Ok(Addressee::Author)),
        Whom::Unsaid if ask.kind == RoomKind::Direct => Ok(Ok(Addressee::Author)),
        Whom::Unsaid | Whom::Us if of_team => Ok(Ok(Addressee::Room(ask.room.clone()))),
        Whom::Unsaid | Whom::Us => not_here(),
        Whom::These(people) if people.as_slice() == [ask.sender.clone()] && !of_team => Ok(Ok(Addressee::Author)),
        Whom::These(_) if !of_team => not_here(),
        Whom::These(people) => {
            let members = ask.store.members(&member.team).await?;
            let there = ask.rooms.facts(ask.room).await.and_then(|facts| facts.people);
            let fits = |person: &&UserId| {
                let is_member = members.iter().any(|one| one.person == **person && one.is_active());
                is_member && there.as_ref().is_none_or(|there| there.contains(person))
            };
            let strangers: Vec<&str> = people.iter().filter(|person| !fits(person)).map(UserId::localpart).collect();
            if strangers.is_empty() {
                return Ok(Ok(Addressee::People(ask.room.clone(), people.clone())));
            }
            Ok(Err(Box::new(ask.say("remind-strangers", &[("who", strangers.join(", ").into())]))))
        }
    }
}
