//! What a room is and who somebody is in it: kinds of room and standing follow from the teams that the store remembers.
//! Joining a room or having power in it counts for nothing.

use super::Bot;
use super::words::Talk;
use crate::catalogue::RoomKind;
use crate::commands::Standing;
use crate::domain::{Member, Place, RoomPurpose, TeamId};
use crate::store::{StoreError, TeamRoom};

impl Bot {
    /// Who the sender is here; `chosen` is the team that they have just chosen.
    pub(super) async fn standing(&self, talk: &Talk<'_>, chosen: Option<&TeamId>) -> Result<Standing, StoreError> {
        let mut active = self.store.memberships(talk.sender).await?;
        active.retain(Member::is_active);
        let of = |team: &TeamId| active.iter().find(|member| member.team == *team).cloned();
        if let Some(room) = talk.team.as_ref() {
            return Ok(of(&room.team).map_or(Standing::Nobody, Standing::Member));
        }
        if let Some(member) = chosen.and_then(of) {
            return Ok(Standing::Member(member));
        }
        match active.as_slice() {
            [] => Ok(Standing::Nobody),
            [only] => Ok(Standing::Member(only.clone())),
            _ => {
                let before = self.store.team_choice(talk.room, talk.sender).await?;
                if let Some(member) = before.as_ref().and_then(of) {
                    return Ok(Standing::Member(member));
                }
                let mut teams = Vec::new();
                for member in &active {
                    teams.extend(self.store.team(&member.team).await?);
                }
                teams.sort_by_key(|team| team.name.to_lowercase());
                Ok(Standing::Which(teams))
            }
        }
    }
}

/// What a room is. A direct room belongs to no team.
pub(super) fn room_kind(place: Place, team: Option<&TeamRoom>) -> RoomKind {
    match team.map(|room| room.purpose) {
        _ if place.direct => RoomKind::Direct,
        None => RoomKind::Unbound,
        Some(RoomPurpose::Chain) => RoomKind::Chain,
        Some(RoomPurpose::Organisation(_)) => RoomKind::Organisation,
    }
}
