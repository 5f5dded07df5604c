//! What the bot says without being asked: on coming in, about what it could not read or believe, after a fault of its own.

use super::Bot;
use super::words::room_kind;
use crate::domain::{Deed, Incoming, Membership, Outgoing, RoomId, Say, Turn, UnreadableBecause, UserId, What};
use crate::store::StoreError;
use crate::text::{Answer, Line};

/// How often the same room is told that something could not be read.
const UNREADABLE_DIRECT_MS: i64 = 3_600_000;
const UNREADABLE_ROOM_MS: i64 = 24 * 3_600_000;
/// How often somebody with an unsigned device is told how to mend it.
const UNSIGNED_MS: i64 = 24 * 3_600_000;

impl Bot {
    pub(super) async fn membership(
        &self,
        incoming: &Incoming,
        person: &UserId,
        membership: Membership,
    ) -> Result<Turn, StoreError> {
        if *person != self.me.account
            || membership != Membership::Joined
            || self.store.has_spoken(&incoming.room).await?
        {
            return Ok(Turn::nothing());
        }
        let language = self.room_language(&incoming.room).await?.unwrap_or(self.me.language);
        let kind = room_kind(incoming.place);
        let name = self.me.name.clone();
        let help = self.shown("help", kind, language);
        let answer = if incoming.place.direct {
            let examples = ["intervention", "term", "help"].iter().filter_map(|id| {
                let definition = self.library.catalogue.definition(id)?;
                let example =
                    definition.examples.first().filter(|_| *id != "help").map_or("", |example| example.shown(language));
                let command = self.shown(id, kind, language);
                let summary = self.text(language, &format!("{id}-summary"), &[]);
                Some(Line::new(format!("`{}` – {summary}", format!("{command} {example}").trim_end())))
            });
            Answer::say(self.text(language, "greeting", &[("name", name.into())])).list(examples)
        } else {
            let mut answer =
                Answer::say(self.text(language, "introduction", &[("name", name.into()), ("help", help.into())]))
                    .paragraph(self.text(language, "introduction-who-reads", &[]))
                    .paragraph(self.text(language, "introduction-keeps", &[]));
            if !self.me.contacts.is_empty() {
                let contacts = self.me.contacts.clone();
                answer = answer.paragraph(self.text(language, "introduction-run-by", &[("contacts", contacts.into())]));
            }
            answer
        };
        let answer = answer.paragraph(self.text(language, "not-an-alarm-line", &[]));
        Ok(Turn { out: Self::tell(&incoming.room, &answer), changes: vec![] })
    }

    pub(super) async fn unreadable(
        &self,
        incoming: &Incoming,
        why: UnreadableBecause,
        now_ms: i64,
    ) -> Result<Turn, StoreError> {
        let (every, key) = if incoming.place.direct {
            let key = match why {
                UnreadableBecause::KeyMissing => "unreadable-direct-key-missing",
                UnreadableBecause::KeyWithheld => "unreadable-direct-key-withheld",
                UnreadableBecause::Damaged => "unreadable-direct-damaged",
            };
            (UNREADABLE_DIRECT_MS, key)
        } else {
            (UNREADABLE_ROOM_MS, "unreadable-room")
        };
        if !self.paces.may_tell(&incoming.room, now_ms, every) {
            return Ok(Turn::nothing());
        }
        let language = self.room_language(&incoming.room).await?.unwrap_or(self.me.language);
        Ok(Turn { out: Self::tell(&incoming.room, &Answer::say(self.text(language, key, &[]))), changes: vec![] })
    }

    /// A message from a device that its owner has not signed, where that is asked for: how to mend it, once a day.
    pub(super) async fn not_believed(&self, incoming: &Incoming, now_ms: i64) -> Result<Turn, StoreError> {
        let What::Message(said) = &incoming.what else { return Ok(Turn::nothing()) };
        if self.addressed(incoming.place, said, false).is_none()
            || !self.paces.may_tell_person(&incoming.sender, now_ms, UNSIGNED_MS)
        {
            return Ok(Turn::nothing());
        }
        let language = self.language(&incoming.room, &incoming.sender).await?;
        let answer = Answer::say(self.text(language, "device-not-signed", &[]));
        Ok(Turn { out: Self::tell(&incoming.room, &answer), changes: vec![] })
    }

    /// What the room hears after a panic.
    pub(super) async fn apology(&self, incoming: &Incoming) -> Result<Turn, StoreError> {
        let language = self.language(&incoming.room, &incoming.sender).await?;
        Ok(Turn {
            out: Self::tell(&incoming.room, &Answer::say(self.text(language, "went-wrong", &[]))),
            changes: vec![],
        })
    }

    /// Something said to a room that answers nobody.
    fn tell(room: &RoomId, answer: &Answer) -> Vec<Outgoing> {
        let say = |message| Say {
            message,
            thread: None,
            answers: None,
            reply_to: None,
            mentions: vec![],
            choices: vec![],
            asked_by: None,
            reach: None,
        };
        answer
            .messages()
            .into_iter()
            .map(|message| Outgoing { room: room.clone(), deed: Deed::Say(say(message)) })
            .collect()
    }
}
