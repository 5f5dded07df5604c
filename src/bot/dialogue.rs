//! A dialogue goes on: which messages belong to it, whether its person may go on at all, what it becomes. How it goes is decided
//! in `crate::dialogue`, what is made of it by the command that leads it.
//!
//! A dialogue belongs to a person, and goes on in whichever direct room of theirs they write, as long as exactly they and the
//! bot are in it.

use super::Bot;
use super::address::{Addressed, By};
use super::words::Talk;
use crate::catalogue::{Definition, RoomKind};
use crate::commands::{Ask, Leads, Lists, RESTS_DAYS, Reply, Standing, Talking, To, at_rest, going_on, leading};
use crate::dialogue::{At, Control, Draft, Ending, Input, Next, Step, Summary, Words, step};
use crate::domain::audit::{Action, Actor, Detail, Entry};
use crate::domain::{
    Change, Choice, Deed, Dialogue, DialogueStep, EventId, Form, FormOption, Incoming, Member, Outgoing, Question,
    QuestionKind, Reach, Said, Turn, Viewer,
};
use crate::store::{Spoken, StoreError, dialogue_record};
use crate::text::{Answer, Args, Picked, pick};

/// What stands before an option that is ticked with a reaction; nobody types it.
const TICK: &str = "#tick ";

/// The digits that stand under a question, as many as a message may carry.
const MOST_TICKS: usize = 6;

/// A dialogue as it is now, with all that is needed to go on.
pub(super) struct Open {
    dialogue: Dialogue,
    form: Form,
    draft: Draft,
    member: Member,
    leads: &'static dyn Leads,
    definition_id: &'static str,
}

impl Open {
    /// The record that is shown by what the bot says here: the one that the dialogue is about, or the dialogue itself, until it
    /// becomes one.
    fn shows(&self) -> String {
        self.draft.about.clone().unwrap_or_else(|| dialogue_record(&self.dialogue.id))
    }
}

/// A dialogue under way while something else is answered.
pub(super) struct Beside {
    open: Open,
    /// The bot took it for something else of its own accord: it may have been an answer.
    guessed: bool,
}

/// Whether a message belongs to a dialogue.
pub(super) enum Belongs {
    /// This follows from it.
    Turn(Turn),
    /// It is for others; afterwards the open question is asked again.
    Beside(Box<Beside>),
    /// There is no dialogue, or it rests.
    No,
}

impl Bot {
    /// What a message in a direct room is to the dialogue of its sender.
    pub(super) async fn belongs(
        &self,
        talk: &Talk<'_>,
        incoming: &Incoming,
        said: &Said,
        addressed: &Addressed<'_>,
        replied: Option<&Spoken>,
    ) -> Result<Belongs, StoreError> {
        if talk.kind != RoomKind::Direct {
            return Ok(Belongs::No);
        }
        let Some(dialogue) = self.store.dialogue_with(talk.account, talk.sender).await? else { return Ok(Belongs::No) };
        let words = addressed.words.trim();
        let open = match self.open(talk, dialogue).await? {
            Ok(open) => open,
            Err(turn) => return Ok(Belongs::Turn(turn)),
        };
        if open.dialogue.parked {
            return self.at_rest(talk, &open, words).await;
        }
        let by_prefix = addressed.by == By::Prefix;
        let aside = by_prefix || (!said.attachment && self.is_aside(&open, words));
        if aside && self.command_of(words).is_some() {
            return Ok(Belongs::Beside(Box::new(Beside { open, guessed: !by_prefix })));
        }
        let input = if said.attachment {
            Input::Attachment(&incoming.event)
        } else {
            Input::Said {
                text: &said.text,
                event: &incoming.event,
                received_ms: incoming.received_ms,
                replies_to: replied.and_then(|spoken| spoken.answers.as_ref()),
            }
        };
        let turn = self.go_on(talk, &open, &input).await?;
        Ok(Belongs::Turn(turn.unwrap_or_default()))
    }

    /// Words that are for nobody in particular, in a room that was for their sender and the bot alone and is not any more: who is
    /// in a dialogue hears why it does not go on.
    pub(super) async fn no_longer_alone(&self, talk: &Talk<'_>) -> Result<Turn, StoreError> {
        let rooms = self.store.direct_rooms(talk.account, talk.sender).await?;
        if !rooms.iter().any(|direct| direct.room == *talk.room) {
            return Ok(Turn::nothing());
        }
        let dialogue = self.store.dialogue_with(talk.account, talk.sender).await?;
        let Some(dialogue) = dialogue.filter(|dialogue| !dialogue.parked) else { return Ok(Turn::nothing()) };
        match self.open(talk, dialogue).await? {
            // They are alone again, and were not when it was said: it is asked once more.
            Ok(open) => Ok(self.go_on(talk, &open, &Input::Back).await?.unwrap_or_default()),
            Err(turn) => Ok(turn),
        }
    }

    /// The dialogue as it is now; what is said instead when its person may not go on.
    async fn open(&self, talk: &Talk<'_>, dialogue: Dialogue) -> Result<Result<Open, Turn>, StoreError> {
        let corrupt = |source| StoreError::Corrupt { table: "dialogue", source };
        let form: Form = serde_json::from_str(&dialogue.form).map_err(corrupt)?;
        let draft = Draft::from_json(&dialogue.draft).map_err(corrupt)?;
        let memberships = self.store.memberships(talk.sender).await?;
        let Some(member) = memberships.into_iter().find(|member| member.team == dialogue.team) else {
            let mut turn = self.line(talk, "dialogue-not-member", &[]);
            turn.changes.push(self.of_dialogue(&dialogue, DialogueStep::Ended));
            return Ok(Err(turn));
        };
        if !member.is_active() {
            return Ok(Err(self.line(talk, "access-stopped", &[])));
        }
        let facts = self.rooms.facts(talk.room).await.unwrap_or_default();
        let faults = facts.direct_faults(talk.sender, talk.account);
        if !faults.is_empty() {
            return Ok(Err(self.line(talk, Ask::why_not_direct(&faults), &[])));
        }
        let Some((definition_id, leads)) = leading(&form.id) else {
            tracing::error!("a dialogue with a form that this version does not know is let go");
            let mut turn = self.line(talk, "dialogue-erased", &[]);
            turn.changes.push(self.of_dialogue(&dialogue, DialogueStep::Ended));
            return Ok(Err(turn));
        };
        Ok(Ok(Open { dialogue, form, draft, member, leads, definition_id }))
    }

    /// A dialogue that rests goes on at a word; everything else is none of its business.
    async fn at_rest(&self, talk: &Talk<'_>, open: &Open, words: &str) -> Result<Belongs, StoreError> {
        match self.library.dialogues.controls.of(words) {
            Some(Control::Continue) => {
                let mut turn = self.go_on(talk, open, &Input::Back).await?.unwrap_or_default();
                let back = self.line(talk, "dialogue-back", &[]);
                turn.out.splice(0..0, back.out);
                Ok(Belongs::Turn(turn))
            }
            Some(Control::Anew) => {
                let command =
                    self.library.catalogue.definition(open.definition_id).filter(|_| open.draft.about.is_none());
                let Some(definition) = command else { return Ok(Belongs::Turn(self.erased(talk, open))) };
                let line = format!("{} {words}", definition.words.shown(talk.language));
                Ok(Belongs::Turn(Box::pin(self.command(talk, &line)).await?))
            }
            Some(Control::Stop) => Ok(Belongs::Turn(self.stopped(talk, open))),
            _ => Ok(Belongs::No),
        }
    }

    /// Whether these words, in a dialogue, are a command and no answer: where there are options, whatever is none of them; where
    /// words of their own are asked, only a command that stands alone, or a lookup of a few words that finds something.
    fn is_aside(&self, open: &Open, words: &str) -> bool {
        let Some(definition) = self.command_of(words) else { return false };
        if self.library.dialogues.controls.of(words).is_some() || words.starts_with(['\'', '’', '‘']) {
            return false;
        }
        let rest = words.trim().split_once(char::is_whitespace).map_or("", |(_, rest)| rest.trim());
        let question = open.draft.at.question().and_then(|id| open.form.question(id));
        match question.map(|question| &question.kind) {
            Some(QuestionKind::Text { .. }) => {
                let finds = match definition.id.as_str() {
                    "term" => self.library.knows_term(rest),
                    "intervention" => self.library.finds_intervention(rest),
                    _ => false,
                };
                rest.is_empty() || (finds && rest.split_whitespace().count() <= 4)
            }
            // A word that begins an option is that option.
            Some(_) => question.is_none_or(|question| !is_option(question, words)),
            None => true,
        }
    }

    /// What follows from an input. Nothing when the dialogue knows nothing of what it is about.
    pub(super) async fn go_on(
        &self,
        talk: &Talk<'_>,
        open: &Open,
        input: &Input<'_>,
    ) -> Result<Option<Turn>, StoreError> {
        let Some(definition) = self.library.catalogue.definition(open.definition_id) else { return Ok(None) };
        let standing = Standing::Member(open.member.clone());
        let ask = self.ask(talk, definition, "", &standing);
        let talking = Talking { ask: &ask, member: &open.member, form: &open.form, draft: &open.draft };
        let lists = Lists::of(&ask, &open.member).await?;
        // Only who is at the end could send.
        let alone = match open.draft.at {
            At::Summary | At::Alone => open.leads.alone(talking).await?,
            _ => 0,
        };
        let context = lists.context(&ask, alone);
        let controls = &self.library.dialogues.controls;
        let Some(step) = step(&open.form, &open.draft, input, &context, controls) else { return Ok(None) };
        let mut turn = match step.next {
            Next::Over(Ending::Stopped) => self.stopped(talk, open),
            Next::Over(Ending::Parked) => self.parked(talk, open, &step.draft),
            Next::Over(Ending::Send) => {
                let talking = Talking { draft: &step.draft, ..talking };
                let reply = open.leads.send(talking).await?;
                let became = reply
                    .shows
                    .as_deref()
                    .map(|record| Change::Became { dialogue: open.dialogue.id.clone(), record: record.to_owned() });
                let mut turn = Self::spoken(talk, Self::to_them(&ask, open, reply));
                turn.changes.extend(became);
                turn.changes.push(self.of_dialogue(&open.dialogue, DialogueStep::Ended));
                turn
            }
            Next::Ask | Next::Quiet => self.asked(talk, &ask, open, &step, &context).await?,
        };
        self.take_back(talk, &step.take_back, &mut turn);
        for finding in &step.insisted {
            let actor = Actor::Person(talk.sender.clone());
            let act = Entry::new(talk.now.timestamp_millis(), actor, Action::Insisted, "dialogue", &open.dialogue.id);
            let detail = Detail::PersonalData(finding.kind);
            turn.changes.push(Change::Audit(act.of(&open.dialogue.team).with(detail)));
        }
        Ok(Some(turn))
    }

    /// The open question once more, after something else was answered.
    pub(super) async fn asked_again(&self, talk: &Talk<'_>, beside: &Beside) -> Result<Vec<Outgoing>, StoreError> {
        let turn = self.go_on(talk, &beside.open, &Input::Back).await?.unwrap_or_default();
        let question = beside.open.draft.at.question().and_then(|id| beside.open.form.question(id));
        let is_text = question.is_some_and(|question| matches!(question.kind, QuestionKind::Text { .. }));
        let mut out = if beside.guessed && is_text { self.line(talk, "dialogue-as-answer", &[]).out } else { vec![] };
        out.extend(turn.out);
        Ok(out)
    }

    /// The open question of a dialogue under way, and the record that it shows. Nothing when its person may not go on.
    pub(super) async fn open_question(
        &self,
        talk: &Talk<'_>,
        dialogue: Dialogue,
    ) -> Result<Option<(Answer, String)>, StoreError> {
        let Ok(open) = self.open(talk, dialogue).await? else { return Ok(None) };
        let Some(definition) = self.library.catalogue.definition(open.definition_id) else { return Ok(None) };
        let standing = Standing::Member(open.member.clone());
        let ask = self.ask(talk, definition, "", &standing);
        let lists = Lists::of(&ask, &open.member).await?;
        let summary = open
            .leads
            .summary(Talking { ask: &ask, member: &open.member, form: &open.form, draft: &open.draft })
            .await?;
        let context = lists.context(&ask, 0);
        let (controls, texts) = (&self.library.dialogues.controls, &self.library.catalogue.texts);
        let words = Words { form: &open.form, context: &context, controls, texts };
        Ok(Some((words.question(&open.draft, &summary), open.shows())))
    }

    async fn asked(
        &self,
        talk: &Talk<'_>,
        ask: &Ask<'_>,
        open: &Open,
        step: &Step,
        context: &crate::dialogue::Context<'_>,
    ) -> Result<Turn, StoreError> {
        let summary = if step.next == Next::Ask && step.draft.at == At::Summary {
            open.leads.summary(Talking { ask, member: &open.member, form: &open.form, draft: &step.draft }).await?
        } else {
            Summary::default()
        };
        let (controls, texts) = (&self.library.dialogues.controls, &self.library.catalogue.texts);
        let words = Words { form: &open.form, context, controls, texts };
        let answer = words.answer(step, &summary);
        let choices =
            if self.store.team_ticks(&open.dialogue.team).await? { ticks(&open.form, &step.draft) } else { vec![] };
        let reply = Reply { answer, choices, shows: Some(open.shows().into()), ..Reply::default() };
        let mut turn = Self::spoken(talk, Self::to_them(ask, open, reply));
        let changed = step.draft != open.draft || open.dialogue.parked;
        if changed {
            let draft = step.draft.to_json();
            turn.changes.push(self.of_dialogue(&open.dialogue, DialogueStep::Kept { draft, parked: false }));
            turn.changes.extend(going_on(talk.account, &open.dialogue.id, talk.now.timestamp_millis()));
        }
        Ok(turn)
    }

    /// For the person alone, in their direct room.
    fn to_them(ask: &Ask<'_>, open: &Open, reply: Reply) -> Reply {
        let reach = Reach::direct(Viewer::from(open.member.clone()), ask.words("direct-changed", &[]));
        Reply { to: To::These(Box::new(reach)), ..reply }
    }

    fn erased(&self, talk: &Talk<'_>, open: &Open) -> Turn {
        let mut turn = self.line(talk, "dialogue-erased", &[]);
        turn.changes.push(self.of_dialogue(&open.dialogue, DialogueStep::Ended));
        turn
    }

    fn stopped(&self, talk: &Talk<'_>, open: &Open) -> Turn {
        let mut turn = self.line(talk, "dialogue-stopped", &[]);
        turn.changes.push(self.of_dialogue(&open.dialogue, DialogueStep::Ended));
        turn
    }

    fn parked(&self, talk: &Talk<'_>, open: &Open, draft: &Draft) -> Turn {
        let go_on = self.library.dialogues.controls.shown(Control::Continue, talk.language);
        let mut turn = self.line(talk, "dialogue-parked", &[("continue", go_on.into()), ("days", RESTS_DAYS.into())]);
        let kept = DialogueStep::Kept { draft: draft.to_json(), parked: true };
        turn.changes.push(self.of_dialogue(&open.dialogue, kept));
        turn.changes.extend(at_rest(talk.account, &open.dialogue.id, talk.now.timestamp_millis()));
        turn
    }

    fn take_back(&self, talk: &Talk<'_>, events: &[EventId], turn: &mut Turn) {
        for event in events {
            let otherwise = self.line(talk, "cannot-take-back", &[]).out.into_iter().find_map(|out| match out.deed {
                Deed::Say(say) => Some(say),
                _ => None,
            });
            let deed = Deed::RedactTheirs { event: event.clone(), otherwise: otherwise.map(Box::new) };
            turn.out.insert(0, Outgoing { room: talk.room.clone(), deed });
        }
    }

    /// A message was changed that may belong to a dialogue.
    pub(super) async fn dialogue_edit(
        &self,
        talk: &Talk<'_>,
        of: &EventId,
        text: &str,
    ) -> Result<Option<Turn>, StoreError> {
        if talk.kind != RoomKind::Direct {
            return Ok(None);
        }
        if let Some(turn) = self.dialogue_input(talk, &Input::Edited { of, text }).await? {
            return Ok(Some(turn));
        }
        // What was said in a dialogue that was sent, stopped, or rests.
        let was_answer = self.store.is_taken_by(of).await? && self.command_of(text).is_none();
        Ok(was_answer.then(|| self.line(talk, "dialogue-too-late", &[])))
    }

    /// An input without words for the dialogue that the sender is in, if it is under way.
    pub(super) async fn dialogue_input(&self, talk: &Talk<'_>, input: &Input<'_>) -> Result<Option<Turn>, StoreError> {
        if talk.kind != RoomKind::Direct {
            return Ok(None);
        }
        let Some(dialogue) = self.store.dialogue_with(talk.account, talk.sender).await? else { return Ok(None) };
        match self.open(talk, dialogue).await? {
            Ok(open) if !open.dialogue.parked => self.go_on(talk, &open, input).await,
            Ok(_) | Err(_) => Ok(None),
        }
    }

    /// An option of the open question, ticked with a reaction.
    pub(super) async fn ticked(
        &self,
        talk: &Talk<'_>,
        choice: &Choice,
        event: &EventId,
    ) -> Result<Option<Turn>, StoreError> {
        let Some((question, option)) = choice.command.strip_prefix(TICK).and_then(|tick| tick.split_once(' ')) else {
            return Ok(None);
        };
        let turn = self.dialogue_input(talk, &Input::Ticked { question, option, event }).await?;
        Ok(Some(turn.unwrap_or_default()))
    }

    fn line(&self, talk: &Talk<'_>, key: &'static str, args: Args<'_>) -> Turn {
        Self::spoken(talk, Reply::from(Answer::say(self.text(talk.language, key, args))))
    }

    pub(super) fn ask<'a>(
        &'a self,
        talk: &'a Talk<'a>,
        definition: &'a Definition,
        words: &'a str,
        standing: &'a Standing,
    ) -> Ask<'a> {
        Ask {
            definition,
            words,
            sender: talk.sender,
            room: talk.room,
            thread: talk.thread.as_ref(),
            event: &talk.answers,
            kind: talk.kind,
            team: talk.team.as_ref(),
            standing,
            language: talk.language,
            now: talk.now,
            library: &self.library,
            store: &self.store,
            rooms: &*self.rooms,
            health: self.health(talk.zone),
        }
    }
}

/// Whether these words choose an option of this question, or could.
fn is_option(question: &Question, words: &str) -> bool {
    !matches!(pick(words, question.options()), Picked::None(_))
}

/// The first options of the open question, each with the digit that is put under it as a reaction.
fn ticks(form: &Form, draft: &Draft) -> Vec<Choice> {
    let question = draft.at.question().filter(|_| draft.waits.is_none()).and_then(|id| form.question(id));
    let Some(question) = question.filter(|question| question.options().len() <= MOST_TICKS) else { return Vec::new() };
    let choice = |(index, option): (usize, &FormOption)| Choice {
        key: (index + 1).to_string(),
        words: vec![],
        emoji: Some(format!("{}\u{fe0f}\u{20e3}", index + 1)),
        command: format!("{TICK}{} {}", question.id, option.id),
    };
    question.options().iter().enumerate().map(choice).collect()
}
