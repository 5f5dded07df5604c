//! The turns: what follows from a message, an edit, a reaction, a redaction.
//!
//! Reactions and redactions are never encrypted, so the homeserver can make them in anybody's name. The rule that follows:
//! they may open, page, pick, tick and tidy up answers, and never change, widen, share, release, confirm or erase anything. Ticking
//! is all they do to a reminder: it is done, comes later, stops. [`reaction`](Bot::reaction) runs only commands that look up or tick
//! ([`Kind`]); an answer to a command that changed something does not say which event it answers ([`settled`]), so a redaction does
//! not find it. A message that asked for a reminder is its source, and one that said something in an evaluation is that: taking it
//! away takes that back.

use chrono::{DateTime, Utc};

use super::Bot;
use super::address::{Addressed, Called, addressed};
use super::dialogue::Belongs;
use super::standing::room_kind;
use super::words::{STALE_MS, Talk};
use crate::catalogue::Kind;
use crate::commands::{Reply, due, said};
use crate::dialogue::Input;
use crate::domain::{Change, Deed, EventId, Incoming, Outgoing, Place, RoomId, Said, Say, Turn};
use crate::store::{Spoken, StoreError};
use crate::text::Answer;

impl Bot {
    pub(super) async fn message(
        &self,
        incoming: &Incoming,
        said: &Said,
        now: DateTime<Utc>,
    ) -> Result<Turn, StoreError> {
        let replied = match &said.reply_to {
            Some(event) => self.store.spoken_as(&incoming.room, event).await?,
            None => None,
        };
        let Some(addressed) = self.addressed(incoming.place, said, replied.is_some()) else {
            let talk = self.talk(incoming, said, &incoming.event, now).await?;
            return self.no_longer_alone(&talk).await;
        };
        let talk = self.talk(incoming, said, &incoming.event, now).await?;
        // A bare number in reply to a list is about that list, also in a dialogue.
        let about_list = replied.as_ref().is_some_and(is_list);
        if about_list {
            return self.heard(&talk, &addressed, said, replied).await;
        }
        match self.belongs(&talk, incoming, said, &addressed, replied.as_ref()).await? {
            Belongs::Turn(turn) => Ok(turn),
            Belongs::No => self.heard(&talk, &addressed, said, replied).await,
            Belongs::Beside(beside) => {
                let mut turn = self.heard(&talk, &addressed, said, replied).await?;
                // Whoever has just been asked what becomes of the dialogue is not asked its question as well.
                if !turn.changes.iter().any(|change| matches!(change, Change::Dialogue(_))) {
                    turn.out.extend(self.asked_again(&talk, &beside).await?);
                }
                Ok(turn)
            }
        }
    }

    pub(super) async fn edit(
        &self,
        incoming: &Incoming,
        of: &EventId,
        said: &Said,
        now: DateTime<Utc>,
    ) -> Result<Turn, StoreError> {
        let earlier = self.store.answers_to(&incoming.room, of).await?;
        // Only the one who asked changes the answer.
        if earlier.iter().any(|spoken| spoken.asked_by.as_ref().is_some_and(|asker| *asker != incoming.sender)) {
            return Ok(Turn::nothing());
        }
        let mut talk = self.talk(incoming, said, of, now).await?;
        // An edit does not say again in which thread its message stands; the answer knows.
        talk.thread = talk.thread.or_else(|| earlier.first().and_then(|spoken| spoken.thread.clone()));
        if let Some(turn) = self.dialogue_edit(&talk, of, &said.text).await? {
            return Ok(turn);
        }
        if let Some(turn) = self.said_otherwise(&talk, incoming.place, of, said).await? {
            return Ok(turn);
        }
        let addressed = self.addressed(incoming.place, said, false);
        let revises = |words: &str| self.kind_of(words) == Some(Kind::Revisable);
        if !addressed.as_ref().is_some_and(|addressed| revises(&addressed.words))
            && let Some(turn) =
                due::taken_back(&self.desk(now), (&incoming.room, talk.language), of, Some(talk.sender)).await?
        {
            return Ok(turn);
        }
        let Some(addressed) = addressed else {
            return Ok(Turn { out: earlier.iter().map(|spoken| redact(talk.room, spoken)).collect(), changes: vec![] });
        };
        if let Some(definition) = self.command_of(&addressed.words)
            && matches!(self.kind_of(&addressed.words), Some(Kind::Change | Kind::Tick))
        {
            let command = format!("{}{}", self.before(talk.kind), definition.words.shown(talk.language));
            let text = self.text(talk.language, "stands-as-it-is", &[("command", command.into())]);
            return Ok(Self::spoken(&talk, Reply::from(Answer::say(text))));
        }
        let turn = self.heard(&talk, &addressed, said, None).await?;
        if turn.out.is_empty() {
            // Asked too fast or too late: what stands, stands.
            return Ok(turn);
        }
        Ok(over(talk.room, turn, &earlier))
    }

    pub(super) async fn reaction(
        &self,
        incoming: &Incoming,
        to: &EventId,
        key: &str,
        now: DateTime<Utc>,
    ) -> Result<Turn, StoreError> {
        let open = self.store.spoken_as(&incoming.room, to).await?;
        let Some(spoken) = open else { return Ok(Turn::nothing()) };
        let key = bare(key);
        let Some(choice) =
            spoken.choices.iter().find(|choice| choice.emoji.as_deref().map(bare).as_deref() == Some(&key))
        else {
            return Ok(Turn::nothing());
        };
        let kind = self.kind_of(&choice.command);
        if now.timestamp_millis() - spoken.created_ms >= self.lasts_ms(&spoken) {
            return Ok(Turn::nothing());
        }
        let said = Said { thread: spoken.thread.clone(), ..Said::default() };
        let mut talk = self.talk(incoming, &said, &incoming.event, now).await?;
        talk.reply_to = talk.reply_to.map(|_| to.clone());
        if let Some(turn) = self.ticked(&talk, choice, &incoming.event).await? {
            return Ok(turn);
        }
        if matches!(kind, Some(Kind::Lookup | Kind::Tick)) {
            return self.command(&talk, &choice.command).await;
        }
        // Told once per list and person: the line answers the list itself, and is found again by that.
        let told = self.store.answers_to(&incoming.room, to).await?;
        if told.iter().any(|line| line.asked_by.as_ref() == Some(&incoming.sender)) {
            return Ok(Turn::nothing());
        }
        talk.answers = to.clone();
        let typed = format!("{}{}", self.before(talk.kind), choice.key);
        let text = self.text(talk.language, "must-be-typed", &[("typed", typed.into())]);
        Ok(Self::spoken(&talk, Reply::from(Answer::say(text))))
    }

    pub(super) async fn redaction(
        &self,
        incoming: &Incoming,
        of: &EventId,
        now: DateTime<Utc>,
    ) -> Result<Turn, StoreError> {
        let talk = self.talk(incoming, &Said::default(), &incoming.event, now).await?;
        if let Some(turn) = self.dialogue_input(&talk, &Input::TakenBack(of)).await? {
            return Ok(turn);
        }
        let (desk, here) = (self.desk(now), (&incoming.room, talk.language));
        if let Some(turn) = due::unticked(&desk, here, of).await? {
            return Ok(turn);
        }
        if let Some(turn) = due::unvoted(&desk, &incoming.room, of).await? {
            return Ok(turn);
        }
        if let Some(turn) = due::taken_back(&desk, here, of, None).await? {
            return Ok(turn);
        }
        // A homeserver can take a message away in its author's name: what is gone then can be said again.
        if let Some(turn) = said::unsaid(&desk, (&incoming.room, of), &incoming.sender, talk.language).await? {
            return Ok(turn);
        }
        let earlier = self.store.answers_to(&incoming.room, of).await?;
        Ok(Turn { out: earlier.iter().map(|spoken| redact(&incoming.room, spoken)).collect(), changes: vec![] })
    }

    /// Somebody changed the message with which they said something in an evaluation: it is put in other words. Nothing when it said
    /// nothing there, or is another command now.
    async fn said_otherwise(
        &self,
        talk: &Talk<'_>,
        place: Place,
        of: &EventId,
        said: &Said,
    ) -> Result<Option<Turn>, StoreError> {
        let Some(was) = self.store.said_in_evaluation(talk.room, of).await? else { return Ok(None) };
        // Anybody can send a change of a message: its author's counts.
        if was.person != *talk.sender {
            return Ok(Some(Turn::nothing()));
        }
        let Some(addressed) = self.addressed(place, said, true) else { return Ok(None) };
        match said::reworded(&self.library, &was, addressed.bare(&self.me.prefix)) {
            Some(line) => self.command(talk, &line).await.map(Some),
            None => Ok(None),
        }
    }

    pub(super) fn addressed<'s>(&self, place: Place, said: &'s Said, to_bot: bool) -> Option<Addressed<'s>> {
        let called = Called { account: &self.me.account, name: &self.me.name, prefix: &self.me.prefix };
        addressed(said, &called, place.direct, to_bot, |word| self.command_of(word).is_some())
    }

    async fn talk<'t>(
        &'t self,
        incoming: &'t Incoming,
        said: &Said,
        answers: &EventId,
        now: DateTime<Utc>,
    ) -> Result<Talk<'t>, StoreError> {
        let team = self.store.team_of_room(&incoming.room).await?;
        let kind = room_kind(incoming.place, team.as_ref());
        Ok(Talk {
            zone: self.zone(kind, &incoming.sender, team.as_ref()).await?,
            room: &incoming.room,
            sender: &incoming.sender,
            account: &self.me.account,
            kind,
            team,
            language: self.language(&incoming.room, &incoming.sender).await?,
            thread: said.thread.clone(),
            reply_to: (!incoming.place.direct).then(|| answers.clone()),
            answers: answers.clone(),
            stale: incoming.age_at(now.timestamp_millis()) > STALE_MS,
            now,
        })
    }
}

/// The answer to a command that changed something: it stands, whatever becomes of the message that it answers.
pub(super) fn settled(mut turn: Turn) -> Turn {
    for outgoing in &mut turn.out {
        if let Deed::Say(say) = &mut outgoing.deed {
            say.answers = None;
        }
    }
    turn
}

/// A list of which something can be chosen by number.
fn is_list(spoken: &Spoken) -> bool {
    spoken.choices.iter().any(|choice| !choice.command.starts_with('#'))
}

fn redact(room: &RoomId, spoken: &Spoken) -> Outgoing {
    Outgoing { room: room.clone(), deed: Deed::Redact { row: spoken.seq } }
}

/// Puts a new answer over an earlier one: message by message as edits, what is left over redacted or said. A file cannot be
/// changed into words or another file: where there is one before or after, the earlier message is redacted and the new one said.
pub(super) fn over(room: &RoomId, turn: Turn, earlier: &[Spoken]) -> Turn {
    let mut earlier = earlier.iter();
    let mut out = Vec::new();
    for outgoing in turn.out {
        match (outgoing.deed, earlier.as_slice()) {
            (Deed::Say(say), [spoken, ..]) => {
                earlier.next();
                if spoken.file || say.file.is_some() {
                    out.push(redact(room, spoken));
                    out.push(Outgoing { room: outgoing.room, deed: Deed::Say(say) });
                } else {
                    let Say { message, choices, reach, .. } = say;
                    let deed = Deed::Edit { row: spoken.seq, message, choices, reach };
                    out.push(Outgoing { room: outgoing.room, deed });
                }
            }
            (deed, _) => out.push(Outgoing { room: outgoing.room, deed }),
        }
    }
    out.extend(earlier.map(|spoken| redact(room, spoken)));
    Turn { out, ..turn }
}

/// An emoji without its variation selectors, which clients put in or leave out as they like.
fn bare(key: &str) -> String {
    key.chars().filter(|character| !('\u{fe00}'..='\u{fe0f}').contains(character)).collect()
}
