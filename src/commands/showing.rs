//! Where guarded content is shown: where it was asked, in private, or not at all, with the reason. Whether a room may see it is
//! the access rule's to decide; this fetches the facts for it, and sees that the answer goes where the decision says.

use super::ask::{Ask, Reply, To};
use crate::catalogue::RoomKind;
use crate::domain::{Audience, Gathering, Member, Message, Reach, RoomFacts, RoomFault, RoomId, Viewer};
use crate::store::StoreError;
use crate::text::{Answer, Args};

impl Ask<'_> {
    /// Shows guarded content where it may be shown now.
    ///
    /// In a direct room: there, if it still is one; otherwise the asker hears why it is not, and what to do. In a shared room:
    /// there, if `decide` finds with the facts of this moment that everybody there may see it (see
    /// [`Gathering`](crate::domain::Gathering)); otherwise in the asker's direct room, and the shared room hears only that.
    ///
    /// `asker` is the one who asks, with their memberships; `render` makes the reply for the eyes that it will come before, and
    /// for the kind of room in which it will stand. What it makes for one person alone may hold what the room does not see.
    pub async fn guarded(
        &self,
        asker: Viewer,
        decide: impl FnOnce(&RoomFacts) -> Result<Audience, Vec<RoomFault>>,
        render: impl FnOnce(&Ask<'_>, &Audience) -> Reply,
    ) -> Result<Reply, StoreError> {
        let facts = self.rooms.facts(self.room).await;
        let made_direct = self.store.room(self.room).await?.is_some_and(|row| row.direct);
        if made_direct || self.kind == RoomKind::Direct {
            let Some(facts) = facts else { return Ok(self.say("room-not-known", &[])) };
            return Ok(match Audience::direct(&facts, self.health.account, asker.clone()) {
                Ok(audience) => {
                    let reach = Reach::direct(asker, self.words("direct-changed", &[]));
                    Reply { to: To::These(Box::new(reach)), ..render(&self.in_private(), &audience) }
                }
                Err(faults) => self.say(Self::why_not_direct(&faults), &[]),
            });
        }
        // What is not known counts as failing: then it is said in private.
        match decide(&facts.unwrap_or_default()) {
            Ok(audience) => {
                let reach = Reach::shared(&audience, self.words("room-changed", &[]));
                Ok(Reply { to: To::These(Box::new(reach)), ..render(self, &audience) })
            }
            Err(_) => {
                let reply = render(&self.in_private(), &Audience::person(asker.clone()));
                self.privately(asker, reply).await
            }
        }
    }

    /// The eyes that read where it was asked, when all of them may see what belongs to the whole team of this member; nothing when
    /// somebody else reads along, or that is not known.
    pub(crate) async fn eyes(&self, member: &Member) -> Result<Option<Box<Reach>>, StoreError> {
        let facts = self.rooms.facts(self.room).await.unwrap_or_default();
        let viewer = Viewer::from(member.clone());
        if self.kind == RoomKind::Direct || self.store.room(self.room).await?.is_some_and(|row| row.direct) {
            let direct = facts.direct_faults(self.sender, self.health.account).is_empty();
            return Ok(direct.then(|| Box::new(Reach::direct(viewer, self.words("direct-changed", &[])))));
        }
        let Some(room) = self.team.filter(|room| room.team == member.team) else { return Ok(None) };
        let members = self.store.members(&member.team).await?;
        let gathering = Gathering { team: &room.team, facts: &facts, members: &members, bot: self.health.account };
        let audience = gathering.for_team_content().ok();
        Ok(audience.map(|audience| Box::new(Reach::shared(&audience, self.words("room-changed", &[])))))
    }

    /// This reply in the asker's direct room; a shared room hears only that it is there.
    async fn privately(&self, asker: Viewer, reply: Reply) -> Result<Reply, StoreError> {
        let notice = if self.has_direct_room().await? { "answered-privately" } else { "invited-privately" };
        let reach = Box::new(Reach::direct(asker, self.words("direct-changed", &[])));
        Ok(Reply { to: To::Private { notice: Answer::say(self.text(notice, &[])), reach }, ..reply })
    }

    /// The same question as it would be asked in the asker's direct room: there commands have no prefix.
    fn in_private(&self) -> Self {
        Self { kind: RoomKind::Direct, ..*self }
    }

    /// True when the asker is in a direct room with the bot that is fit now.
    pub(super) async fn has_direct_room(&self) -> Result<bool, StoreError> {
        for direct in self.store.direct_rooms(self.health.account, self.sender).await? {
            if direct.entered && self.is_direct(&direct.room).await {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn is_direct(&self, room: &RoomId) -> bool {
        let facts = self.rooms.facts(room).await;
        facts.is_some_and(|facts| facts.direct_faults(self.sender, self.health.account).is_empty())
    }

    pub(crate) fn why_not_direct(faults: &[RoomFault]) -> &'static str {
        let third = |fault: &RoomFault| matches!(fault, RoomFault::ThirdPerson(_));
        if faults.iter().any(third) {
            "direct-third-person"
        } else if faults.contains(&RoomFault::NotEncrypted) {
            "direct-not-encrypted"
        } else {
            "room-not-known"
        }
    }

    pub(crate) fn words(&self, key: &str, args: Args<'_>) -> Message {
        Answer::say(self.text(key, args)).messages().swap_remove(0)
    }
}
