//! `!interventie export`: the team's own entries as one file, for another team. What the team has learned stays here: counts and
//! lessons are of what happened in this chain.

use super::{file, in_team};
use crate::commands::ask::{Ask, Reply};
use crate::domain::audit::{Action, Actor, Detail, Entry};
use crate::domain::{Change, Member};
use crate::store::StoreError;
use crate::text::Answer;

/// What such a file is called.
const NAME: &str = "interventies.toml";
const MEDIA_TYPE: &str = "application/toml";

pub(super) async fn answer(ask: &Ask<'_>, member: &Member) -> Result<Reply, StoreError> {
    let own = ask.store.own_entries(&member.team).await?;
    in_team(ask, member, |ask| {
        if own.is_empty() {
            let command = ask.typed_sub(super::words::Sub::Propose, "");
            return ask.say("intervention-export-none", &[("command", command.into())]);
        }
        let count = own.len();
        let head = ask.text("intervention-export-head", &[("day", ask.day(ask.today()).into())]);
        let text = file::written(&head, own.iter().map(|own| (own.slug.as_str(), &own.entry)));
        let answer = Answer::say(ask.text("intervention-export", &[("count", count.into())]));
        let mut reply = ask.with_file(answer, (NAME, MEDIA_TYPE), text.into_bytes());
        if reply.file.is_some() {
            let by = Actor::Person(ask.sender.clone());
            let act = Entry::new(ask.now.timestamp_millis(), by, Action::Exported, "practice", "entries");
            let count = Detail::Count(u64::try_from(count).unwrap_or(u64::MAX));
            reply.changes.push(Change::Audit(act.of(&member.team).with(count)));
        }
        reply
    })
    .await
}
