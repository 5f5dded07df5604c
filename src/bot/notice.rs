//! What the bot says without being asked: on coming in, about what it could not read or believe, after a fault of its own.

use super::Bot;
use super::standing::room_kind;
use crate::commands::Keeping;
use crate::domain::{
    Deed, Incoming, Membership, Message, Outgoing, RoomId, Say, Trust, Turn, UnreadableBecause, UserId, What,
};
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
        if *person != self.me.account && membership == Membership::Gone {
            return self.gone(incoming, person).await;
        }
        if *person != self.me.account
            || membership != Membership::Joined
            || self.store.has_spoken(&incoming.room).await?
        {
            return Ok(Turn::nothing());
        }
        let language = self.room_language(&incoming.room).await?.unwrap_or(self.me.language);
        let kind = room_kind(incoming.place, None);
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
            let hello = [("name", name.into()), ("help", help.as_str().into())];
            let keeping = Keeping {
                texts: &self.library.catalogue.texts,
                language,
                notice: &self.me.notice,
                retention: &self.me.retention,
            };
            let hello = Answer::say(self.text(language, "introduction", &hello));
            keeping.introduced(hello, incoming.place.encrypted, &help)
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

    /// A message from a device that its owner has not signed, or that is not known, where signed ones are asked for: how to
    /// mend it, once a day. That device gets no keys, so whoever wrote reads the line elsewhere or hears it from a colleague:
    /// it names them.
    pub(super) async fn not_believed(&self, incoming: &Incoming, now_ms: i64) -> Result<Turn, StoreError> {
        let What::Message(said) = &incoming.what else { return Ok(Turn::nothing()) };
        if self.addressed(incoming.place, said, false).is_none()
            || !self.paces.may_tell_person(&incoming.sender, now_ms, UNSIGNED_MS)
        {
            return Ok(Turn::nothing());
        }
        let language = self.language(&incoming.room, &incoming.sender).await?;
        let key = if incoming.trust == Trust::Unsigned { "device-not-signed" } else { "device-not-known" };
        let person = incoming.sender.localpart();
        let mut answer = Answer::say(self.text(language, key, &[("person", person.into())]));
        if !incoming.place.direct {
            answer = answer.paragraph(self.text(language, "device-tell-them", &[("person", person.into())]));
        }
        let people = std::slice::from_ref(&incoming.sender);
        Ok(Turn { out: Self::tell_people(&incoming.room, &answer, people), changes: vec![] })
    }

    /// A member's encryption identity is another now: the room of their chain hears that their access has stopped, and those
    /// who can confirm it hear how.
    pub(super) async fn identity_changed(&self, incoming: &Incoming, person: &UserId) -> Result<Turn, StoreError> {
        if !self.store.identity_changed(person).await? {
            return Ok(Turn::nothing());
        }
        let language = self.room_language(&incoming.room).await?.unwrap_or(self.me.language);
        let name = person.localpart();
        let coordinators = self.store.confirmers(&incoming.room, person).await?;
        let (key, names) = if coordinators.is_empty() {
            ("identity-changed-ask-admin", String::new())
        } else {
            let names = coordinators.iter().map(|coordinator| format!("**{}**", coordinator.localpart()));
            ("identity-changed-ask", names.collect::<Vec<_>>().join(", "))
        };
        let team = self.shown("team", room_kind(incoming.place, None), language);
        let ask = [
            ("name", name.into()),
            ("person", person.as_str().into()),
            ("coordinators", names.into()),
            ("team", team.into()),
        ];
        let who = [("name", name.into()), ("person", person.as_str().into())];
        let answer = Answer::say(self.text(language, "identity-changed", &who))
            .paragraph(self.text(language, "identity-changed-stopped", &[("name", name.into())]))
            .paragraph(self.text(language, key, &ask));
        Ok(Turn { out: Self::tell_people(&incoming.room, &answer, &coordinators), changes: vec![] })
    }

    /// A command that changes something, where only the homeserver vouches for who typed it.
    pub(super) async fn not_their_word(&self, incoming: &Incoming) -> Result<Turn, StoreError> {
        let language = self.language(&incoming.room, &incoming.sender).await?;
        let answer = Answer::say(self.text(language, "only-encrypted", &[]));
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
        Self::tell_people(room, answer, &[])
    }

    /// Something said to a room that must reach these people; where their names stand out, they become links to them.
    pub(super) fn tell_people(room: &RoomId, answer: &Answer, people: &[UserId]) -> Vec<Outgoing> {
        let say = |message| Say {
            message: with_pills(message, people),
            file: None,
            thread: None,
            answers: None,
            reply_to: None,
            mentions: people.to_vec(),
            choices: vec![],
            asked_by: None,
            reach: None,
            shows: None,
        };
        answer
            .messages()
            .into_iter()
            .map(|message| Outgoing { room: room.clone(), deed: Deed::Say(say(message)) })
            .collect()
    }
}

/// Makes links of the bold names of these people; clients show them as pills.
fn with_pills(mut message: Message, people: &[UserId]) -> Message {
    for person in people {
        // What a server lets into a name never ends a tag, and a name that needs more than this gets no link.
        let safe = |sign: char| sign.is_ascii_alphanumeric() || "@:._=/+-".contains(sign);
        if person.as_str().chars().all(safe) {
            let name = person.localpart();
            let link = format!("<a href=\"https://matrix.to/#/{person}\">{name}</a>");
            message.html = message.html.replace(&format!("<strong>{name}</strong>"), &link);
        }
    }
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bold_names_become_links() {
        let message =
            Message { plain: "bram: x".into(), html: "<p><strong>bram</strong>: <code>bram</code> bram</p>".into() };
        let bram = UserId::new("@bram:example.org");
        let linked = with_pills(message, std::slice::from_ref(&bram));
        assert_eq!(
            linked.html,
            "<p><a href=\"https://matrix.to/#/@bram:example.org\">bram</a>: <code>bram</code> bram</p>"
        );
        assert_eq!(linked.plain, "bram: x");
    }

    #[test]
    fn a_name_that_could_break_out_of_a_link_stays_text() {
        let html = "<strong>\"&gt;x</strong>";
        let message = Message { plain: String::new(), html: html.into() };
        assert_eq!(with_pills(message, &[UserId::new("@\">x:example.org")]).html, html);
    }
}
