//! `!team inzage`: a coordinator lets the operator search the records of the team, once, because a young person or a parent asks what
//! is held. The code goes from the one to the other outside the chat, so that neither can do it alone.

use super::here::{Here, Stop, stop};
use super::words::{Sub, command};
use crate::catalogue::{RoomKind, Who};
use crate::commands::{Ask, Reply};
use crate::domain::{Change, Role, RoomFault, Viewer};
use crate::store::{SEARCH_CODE_LASTS_MS, StoreError, new_search_code};
use crate::text::Answer;

pub(super) async fn allow(ask: &Ask<'_>) -> Result<Reply, Stop> {
    if let Some(barred) = ask.barred(Who::Coordinator).await? {
        return Err(barred.into());
    }
    let (here, me) = Here::of_member(ask).await?;
    if me.role != Role::Coordinator {
        return Err(StoreError::Overtaken.into());
    }
    if ask.kind != RoomKind::Direct {
        return stop(ask, "team-access-direct", &[("command", command(ask, Sub::Access, "").into())]);
    }
    let code = new_search_code();
    let code_hash = ask.store.search_code_hash(&code).await?;
    let change = Change::SearchConsent { team: here.team.id.clone(), by: ask.sender.clone(), code_hash };
    let nowhere_else = |_: &_| Err(vec![RoomFault::OtherTeam]);
    let reply = ask.guarded(Viewer::from(me), nowhere_else, |ask, _| {
        let args = [
            ("team", here.team.name.as_str().into()),
            ("code", code.into()),
            ("hours", (SEARCH_CODE_LASTS_MS / 3_600_000).into()),
        ];
        let answer = Answer::say(ask.text("team-access-code", &args))
            .paragraph(ask.text("team-access-how", &args[..1]))
            .paragraph(ask.text("team-access-noted", &[]));
        Reply { answer, changes: vec![change], ..Reply::default() }
    });
    Ok(reply.await?)
}
