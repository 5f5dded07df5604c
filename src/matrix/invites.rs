//! Invitations: joined when they come from a user of an allowed server, declined otherwise. Joining is tried for hours, for
//! over federation the first tries often fail.

use std::sync::Arc;
use std::time::Duration;

use matrix_sdk::ruma::RoomId;
use matrix_sdk::{Room, RoomState};

use super::Link;
use super::error::{Outlook, outlook};
use crate::domain::UserId;

const FIRST_WAIT: Duration = Duration::from_secs(1);
const LONGEST_WAIT: Duration = Duration::from_mins(15);
/// After so many tries the invitation is left to lie until the next start.
const MOST_TRIES: usize = 24;

/// Takes up the invitations that are there already.
pub(super) fn reconcile(link: &Arc<Link>) {
    for room in link.client.invited_rooms() {
        take(link, room.room_id());
    }
}

/// Answers an invitation, beside everything else.
pub(super) fn take(link: &Arc<Link>, id: &RoomId) {
    let Some(room) = link.client.get_room(id) else { return };
    let link = Arc::clone(link);
    tokio::spawn(async move { answer(&link, &room).await });
}

async fn answer(link: &Link, room: &Room) {
    let inviter = match room.invite_details().await {
        Ok(invite) => Some(UserId::new(invite.inviter_id.as_str())),
        Err(_) => None,
    };
    let welcome =
        inviter.as_ref().is_some_and(|inviter| link.allowed_servers.iter().any(|server| server == inviter.server()));
    if welcome {
        // Only the invitation says for certain whether the room was made for two.
        let direct = room.is_direct().await.unwrap_or(false);
        let id = crate::domain::RoomId::new(room.room_id().as_str());
        if link.persist("invitation", || link.store.invited(&link.account, &id, direct)).await.is_err() {
            return;
        }
        if let (true, Some(inviter)) = (direct, &inviter) {
            let now_ms = crate::clock::now().timestamp_millis();
            let keep = || link.store.keep_direct_room(&link.account, inviter, &id, false, now_ms);
            if link.persist("direct room", keep).await.is_err() {
                return;
            }
        }
    }
    let mut wait = FIRST_WAIT;
    for _ in 0..MOST_TRIES {
        if link.stopping() || room.state() != RoomState::Invited {
            return;
        }
        let tried = if welcome { room.join().await } else { room.leave().await };
        match tried {
            Ok(()) => {
                tracing::info!(room = room.room_id().as_str(), welcome, "an invitation has been answered");
                return;
            }
            Err(error) => {
                // A refusal may be a server that has not heard of the invitation yet: it is tried again as well.
                let pause = match outlook(&error) {
                    Outlook::LoggedOut(_) => return,
                    Outlook::Passes(after) => after.unwrap_or(wait),
                    Outlook::Never => wait,
                };
                tracing::warn!(room = room.room_id().as_str(), "an invitation could not be answered; trying again");
                link.sleep(pause).await;
                wait = (wait * 2).min(LONGEST_WAIT);
            }
        }
    }
}
