//! What the bot says to others than the one who asks: in their language, in their direct room or a room of their team. Used for
//! what follows from somebody else's doing, and for what falls due, when nobody asks at all.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Ask, Library, Rooms};
use crate::catalogue::RoomKind;
use crate::domain::retention::RetentionTerms;
use crate::domain::{
    Audience, Change, Choice, Contact, Deed, Language, Member, Message, Outgoing, PrivacyNotice, Private, Reach,
    RoomId, Say, UserId, Viewer, WorkingTime,
};
use crate::store::{Store, StoreError};
use crate::text::{Answer, Args, day_in_words};

/// What is needed to say something of one's own accord.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Desk<'a> {
    /// What the bot remembers.
    pub(crate) store: &'a Store,
    /// What commands know.
    pub(crate) library: &'a Library,
    /// The rooms that the bot is in, as they are now.
    pub(crate) rooms: &'a dyn Rooms,
    /// The bot's account.
    pub(crate) account: &'a UserId,
    /// What stands before a command in a shared room.
    pub(crate) prefix: &'a str,
    /// The language of people and rooms that chose none.
    pub(crate) language: Language,
    /// The zone in which days begin.
    pub(crate) time_zone: chrono_tz::Tz,
    /// When people work.
    pub(crate) working: &'a WorkingTime,
    /// How long what it holds is kept.
    pub(crate) retention: &'a RetentionTerms,
    /// What people are told of who runs it.
    pub(crate) notice: &'a PrivacyNotice,
    /// Whom professionals can phone after something hard.
    pub(crate) contacts: &'a [Contact],
    /// Now.
    pub(crate) now: DateTime<Utc>,
}

impl<'a> Desk<'a> {
    /// What follows from this question for others.
    pub(crate) fn of(ask: &Ask<'a>) -> Self {
        Self {
            store: ask.store,
            library: ask.library,
            rooms: ask.rooms,
            account: ask.health.account,
            prefix: ask.health.prefix,
            language: ask.health.language,
            time_zone: ask.health.time_zone,
            working: ask.health.working,
            retention: ask.health.retention,
            notice: ask.health.notice,
            contacts: ask.health.contacts,
            now: ask.now,
        }
    }

    /// Now, in milliseconds since 1970.
    pub(crate) fn now_ms(&self) -> i64 {
        self.now.timestamp_millis()
    }

    /// A text in this language.
    pub(crate) fn text(&self, language: Language, key: &str, args: Args<'_>) -> String {
        self.library.catalogue.texts.get(language, key, args)
    }

    /// A day in words.
    pub(crate) fn day(&self, language: Language, day: NaiveDate) -> String {
        day_in_words(day, language, &self.library.catalogue.texts)
    }

    /// The language in which this person is answered.
    pub(crate) async fn language_of(&self, person: &UserId) -> Result<Language, StoreError> {
        Ok(self.store.person_language(person).await?.unwrap_or(self.language))
    }

    /// The language in which this room is addressed.
    pub(crate) async fn language_in(&self, room: &RoomId) -> Result<Language, StoreError> {
        Ok(self.store.room(room).await?.and_then(|row| row.language).unwrap_or(self.language))
    }

    /// A command as it is typed in such a room.
    pub(crate) fn command(&self, language: Language, kind: RoomKind, id: &str, rest: &str) -> String {
        let word = self.library.catalogue.definition(id).map_or(id, |definition| definition.words.shown(language));
        let prefix = if kind == RoomKind::Direct { "" } else { self.prefix };
        format!("{prefix}{word} {rest}").trim_end().to_owned()
    }

    /// Something that must reach this member, in their direct room. `shows` is the record that it shows.
    pub(crate) fn tell(
        &self,
        member: &Member,
        language: Language,
        answer: &Answer,
        choices: Vec<Choice>,
        shows: Option<&str>,
    ) -> Vec<Change> {
        let person = &member.person;
        let instead = self.words(language, "direct-changed");
        let messages = answer.messages();
        let last = messages.len().saturating_sub(1);
        let mut choices = Some(choices);
        let say = |(index, message)| Say {
            message,
            mentions: vec![person.clone()],
            choices: if index == last { choices.take().unwrap_or_default() } else { vec![] },
            asked_by: Some(person.clone()),
            reach: Some(Reach::direct(Viewer::from(member.clone()), instead.clone())),
            shows: shows.map(str::to_owned),
            ..Say::default()
        };
        let private = |say| Private { account: self.account.clone(), person: person.clone(), say };
        messages.into_iter().enumerate().map(say).map(|say| Change::Private(Box::new(private(say)))).collect()
    }

    /// Something for a room of a team and these eyes there, that must reach some of them. `instead` is what is said when
    /// somebody else is there by then.
    pub(crate) fn announce(
        room: &RoomId,
        (audience, instead): (&Audience, Message),
        answer: &Answer,
        (people, choices): (&[UserId], Vec<Choice>),
        shows: Option<&str>,
    ) -> Vec<Outgoing> {
        let mut choices = Some(choices);
        let say = |message| Say {
            message,
            mentions: people.to_vec(),
            choices: choices.take().unwrap_or_default(),
            reach: Some(Reach::shared(audience, instead.clone())),
            shows: shows.map(str::to_owned),
            ..Say::default()
        };
        let says = answer.messages().into_iter().map(say);
        says.map(|say| Outgoing { room: room.clone(), deed: Deed::Say(say) }).collect()
    }

    /// A text as one message.
    pub(crate) fn words(&self, language: Language, key: &str) -> Message {
        Answer::say(self.text(language, key, &[])).messages().swap_remove(0)
    }
}
