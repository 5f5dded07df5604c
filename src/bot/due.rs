//! What the bot does of its own accord when its time has come. Each piece of work ends in one transaction with all that follows
//! from it, so that it is done once whatever happens; one that cannot be done now stays due.

use std::collections::HashMap;
use std::sync::atomic::Ordering;

use chrono::{DateTime, Utc};

use super::Bot;
use super::words::Talk;
use crate::catalogue::RoomKind;
use crate::commands::{Desk, RESTS_DAYS, Remembered, at_rest, due, invited};
use crate::dialogue::Control;
use crate::domain::{Change, Dialogue, DialogueChange, DialogueStep, Due, DueKind, EventId, RoomId, Turn, UserId};
use crate::store::StoreError;
use crate::text::Answer;

/// So much is done before it is looked again at what else is due.
const AT_ONCE: i64 = 100;
/// Work that was overtaken is tried again so often before it waits.
const MOST_TRIED: u32 = 3;
/// A clock that went back by so many milliseconds was wrong before.
const CLOCK_WENT_BACK_MS: i64 = 3_600_000;

impl Bot {
    /// Waits until something else may be due next.
    pub async fn due_work(&self) {
        self.due.notified().await;
    }

    /// When something falls due next, in milliseconds since 1970.
    pub async fn next_due_ms(&self) -> Result<Option<i64>, StoreError> {
        self.store.next_due_ms(&self.me.account).await
    }

    /// Does what is due; `wake` is called, as soon as it is written, for each room in which something is to be sent. Work that fails
    /// is told in the log and stays due.
    pub async fn fall_due(&self, now: DateTime<Utc>, mut wake: impl FnMut(&RoomId)) -> Result<(), StoreError> {
        let now_ms = now.timestamp_millis();
        self.put_right(now).await?;
        // What could not be done must neither be tried without end nor hold up what comes after it.
        let mut tried: HashMap<(DueKind, String), u32> = HashMap::new();
        loop {
            let passed_over = i64::try_from(tried.len()).unwrap_or(i64::MAX - AT_ONCE);
            let mut due = self.store.due(&self.me.account, now_ms, AT_ONCE + passed_over).await?;
            due.retain(|one| tried.get(&(one.kind, one.subject.clone())).is_none_or(|times| *times < MOST_TRIED));
            if due.is_empty() {
                return Ok(());
            }
            let known = Remembered::new(&*self.rooms);
            let desk = Desk { rooms: &known, ..self.desk(now) };
            let mut work = Vec::with_capacity(due.len());
            for one in due {
                crate::failpoint!("due");
                match self.decided(&desk, &one, now).await {
                    Ok(turn) => work.push((one, turn)),
                    Err(error) if error.may_pass() => return Err(error),
                    Err(error) => {
                        if !matches!(error, StoreError::Overtaken) {
                            tracing::error!(%error, kind = one.kind.code(), "something due cannot be done");
                        }
                        tried.insert((one.kind, one.subject), MOST_TRIED);
                    }
                }
            }
            crate::failpoint!("before-fulfil");
            match self.store.fulfil(&self.me.account, &work, now_ms).await {
                Ok(done) => self.followed(&work, &done, &mut wake),
                // Something changed at the same moment, or two pieces are about the same record: each alone, and again.
                Err(StoreError::Overtaken) => {
                    for one in work {
                        let alone = std::slice::from_ref(&one);
                        match self.store.fulfil(&self.me.account, alone, now_ms).await {
                            Ok(done) => self.followed(alone, &done, &mut wake),
                            Err(StoreError::Overtaken) => *tried.entry((one.0.kind, one.0.subject)).or_default() += 1,
                            Err(error) => return Err(error),
                        }
                    }
                }
                Err(error) => return Err(error),
            }
            crate::failpoint!("after-fulfil");
        }
    }

    /// Wakes what follows after this work was done.
    fn followed(&self, work: &[(Due, Turn)], done: &[bool], wake: &mut impl FnMut(&RoomId)) {
        let done = work.iter().zip(done).filter(|(_, done)| **done).map(|((_, turn), _)| turn);
        for turn in done {
            if turn.changes.iter().any(|change| matches!(change, Change::Private(_))) {
                self.private.notify_one();
            }
            turn.out.iter().for_each(|outgoing| wake(&outgoing.room));
        }
    }

    /// Puts right what the clock has led astray, at the start and when the clock has gone back by much.
    async fn put_right(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let now_ms = now.timestamp_millis();
        let seen_ms = self.seen_ms.swap(now_ms, Ordering::Relaxed);
        if seen_ms.saturating_sub(now_ms) < CLOCK_WENT_BACK_MS && seen_ms > 0 {
            return Ok(());
        }
        let done = self.put_right_now(now).await;
        if done.is_err() {
            // It is tried again with the next look.
            self.seen_ms.store(seen_ms, Ordering::Relaxed);
        }
        done
    }

    async fn put_right_now(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let now_ms = now.timestamp_millis();
        let turn = due::put_right(&self.desk(now)).await?;
        if turn != Turn::nothing() {
            tracing::warn!("the clock was wrong, or this is a backup: reminders are put right");
            self.store.decided(&turn, now_ms).await?;
        }
        if let Some(change) = due::looking_after(&self.desk(now)).await? {
            self.store.decided(&Turn { changes: vec![change], out: vec![] }, now_ms).await?;
        }
        Ok(())
    }

    /// What follows from a piece of work whose time has come.
    async fn decided(&self, desk: &Desk<'_>, due: &Due, now: DateTime<Utc>) -> Result<Turn, StoreError> {
        match due.kind {
            DueKind::DialogueNudge
            | DueKind::DialoguePark
            | DueKind::DialogueWarning
            | DueKind::DialogueErase
            | DueKind::DialogueRestored => self.dialogue_due(due, now).await,
            DueKind::Invitation => self.invitation_due(due).await,
            DueKind::SignalUntaken | DueKind::SignalFeedback | DueKind::SignalFeedbackLate | DueKind::SignalRequest => {
                due::signal(desk, due).await
            }
            DueKind::Reminder => due::reminder(desk, due).await,
            DueKind::EvaluationStep => due::evaluation(desk, due).await,
            DueKind::ActionAsked => due::action(desk, due).await,
            DueKind::Retention | DueKind::RecordEnd | DueKind::TakeBack => due::retention(desk, due).await,
            DueKind::CheckIn | DueKind::CheckInForgotten => Box::pin(due::aftercare(desk, due)).await,
            DueKind::YouthAftercare => Box::pin(due::youth(desk, due)).await,
        }
    }

    async fn dialogue_due(&self, due: &Due, now: DateTime<Utc>) -> Result<Turn, StoreError> {
        let Some(dialogue) = self.store.dialogue_called(&due.subject).await? else { return Ok(Turn::nothing()) };
        let (account, now_ms) = (&self.me.account, now.timestamp_millis());
        let language = self.store.person_language(&dialogue.person).await?.unwrap_or(self.me.language);
        let word = |control| self.library.dialogues.controls.shown(control, language).to_owned();
        let go_on = [("continue", word(Control::Continue).into())];
        let mut changes = Vec::new();
        let (said, shows) = match due.kind {
            DueKind::DialogueNudge => {
                let nudge =
                    Answer::say(self.text(language, "dialogue-nudge", &[("later", word(Control::Later).into())]));
                let Some((question, shows)) = self.question_in_private(&dialogue, now).await? else {
                    return Ok(Turn::nothing());
                };
                (nudge.then(question), Some(shows))
            }
            DueKind::DialoguePark | DueKind::DialogueRestored => {
                let step = DialogueStep::Kept { draft: dialogue.draft.clone(), parked: true };
                changes.push(self.of_dialogue(&dialogue, step));
                changes.extend(at_rest(account, &dialogue.id, now_ms));
                let days = [go_on[0].clone(), ("days", RESTS_DAYS.into())];
                let key = if due.kind == DueKind::DialoguePark { "dialogue-rests" } else { "dialogue-restored" };
                (Answer::say(self.text(language, key, &days)), None)
            }
            DueKind::DialogueWarning => (Answer::say(self.text(language, "dialogue-warning", &go_on)), None),
            _ => {
                changes.push(self.of_dialogue(&dialogue, DialogueStep::Ended));
                (Answer::say(self.text(language, "dialogue-erased", &[])), None)
            }
        };
        // Nobody is invited for a reminder: whoever never came has seen no question.
        let memberships = self.store.memberships(&dialogue.person).await?;
        let member = memberships.into_iter().find(|member| member.team == dialogue.team);
        if let Some(member) = member
            && self.has_come(&dialogue.person).await?
        {
            changes.extend(self.desk(now).tell(&member, language, &said, vec![], shows.as_deref()));
        }
        Ok(Turn { changes, out: vec![] })
    }

    /// The open question, for the person's direct room, and the record that it shows. Nothing when they may not go on.
    async fn question_in_private(
        &self,
        dialogue: &Dialogue,
        now: DateTime<Utc>,
    ) -> Result<Option<(Answer, String)>, StoreError> {
        let rooms = self.store.direct_rooms(&self.me.account, &dialogue.person).await?;
        let Some(direct) = rooms.into_iter().find(|room| room.entered) else { return Ok(None) };
        let talk = Talk {
            account: &self.me.account,
            room: &direct.room,
            sender: &dialogue.person,
            kind: RoomKind::Direct,
            team: None,
            language: self.language(&direct.room, &dialogue.person).await?,
            zone: self.zone(RoomKind::Direct, &dialogue.person, None).await?,
            thread: None,
            reply_to: None,
            answers: EventId::new(String::new()),
            stale: false,
            now,
        };
        self.open_question(&talk, dialogue.clone()).await
    }

    /// Somebody was invited an hour ago: they are asked once more where they asked, unless they have come.
    async fn invitation_due(&self, due: &Due) -> Result<Turn, StoreError> {
        let Some((room, person)) = invited(&due.subject) else { return Ok(Turn::nothing()) };
        let waits = self.store.private_since(&self.me.account, &person).await?.is_some();
        if !waits {
            return Ok(Turn::nothing());
        }
        let language = self.language(&room, &person).await?;
        let args = [("person", person.localpart().into())];
        let answer = Answer::say(self.text(language, "dialogue-invited-again", &args));
        Ok(Turn { out: Self::tell_people(&room, &answer, std::slice::from_ref(&person)), changes: vec![] })
    }

    /// This person has been in a direct room with the bot.
    async fn has_come(&self, person: &UserId) -> Result<bool, StoreError> {
        let rooms = self.store.direct_rooms(&self.me.account, person).await?;
        Ok(rooms.iter().any(|room| room.entered))
    }

    pub(super) fn of_dialogue(&self, dialogue: &Dialogue, step: DialogueStep) -> Change {
        Change::Dialogue(DialogueChange {
            id: dialogue.id.clone(),
            account: self.me.account.clone(),
            person: dialogue.person.clone(),
            seen: dialogue.version,
            step,
        })
    }

    /// What the bot says of its own accord, now.
    pub(super) fn desk(&self, now: DateTime<Utc>) -> Desk<'_> {
        Desk {
            store: &self.store,
            library: &self.library,
            rooms: &*self.rooms,
            account: &self.me.account,
            prefix: &self.me.prefix,
            language: self.me.language,
            time_zone: self.me.time_zone,
            working: &self.me.working,
            retention: &self.me.retention,
            notice: &self.me.notice,
            contacts: &self.me.contacts,
            now,
        }
    }
}
