//! The dialogues that commands lead: their forms, what a command adds to the summary, and what it makes of finished answers.
//! How a dialogue goes lies in `crate::dialogue`; that it goes on, and where, is the bot's.

use std::future::Future;
use std::pin::Pin;

use sha2::{Digest as _, Sha256};

use super::Library;
use super::ask::{Ask, Reply, To};
use crate::catalogue::{Catalogue, RoomKind};
use crate::dialogue::{Context, Control, Controls, Draft, Interventions, Summary, Words, begin, load_form};
use crate::document::Problems;
use crate::domain::{
    Change, DialogueChange, DialogueStep, DueChange, DueKind, Form, KeptForm, Language, Member, QuestionKind, Reach,
    RoomId, UserId, Viewer,
};
use crate::privacy::hex;
use crate::store::{StoreError, new_id};
use crate::text::Answer;

/// Somebody who is silent so long is reminded once, in milliseconds; half an hour.
pub(crate) const NUDGE_MS: i64 = 30 * 60_000;
/// A dialogue in which nothing was said so long rests, in milliseconds; a day.
pub(crate) const PARK_MS: i64 = 24 * 3_600_000;
/// A resting dialogue is kept so long, in days.
pub(crate) const RESTS_DAYS: i64 = 7;
/// Somebody who was invited and does not come is reminded once after so long, in milliseconds; an hour.
const INVITATION_MS: i64 = 3_600_000;

/// One moment of a dialogue, for the command that leads it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Talking<'t> {
    /// As if the person had asked the command; in their direct room.
    pub ask: &'t Ask<'t>,
    /// Who they are in the team that the dialogue is about.
    pub member: &'t Member,
    /// The form.
    pub form: &'t Form,
    /// What was answered.
    pub draft: &'t Draft,
}

pub(crate) type Later<'t, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 't>>;

/// What a command does with the dialogue of one of its forms.
pub(crate) trait Leads: Sync {
    /// The questions that the command itself reads, whatever a team makes of its form.
    fn reads(&self) -> &'static [&'static str];

    /// What stands around the summary: what others will see, who can take it up.
    fn summary<'t>(&'t self, talking: Talking<'t>) -> Later<'t, Summary>;

    /// How often the person must say that they mean it, because nobody else could see the record; 0 when somebody can.
    fn alone<'t>(&'t self, talking: Talking<'t>) -> Later<'t, usize>;

    /// The record is to be made: the changes that make it, and what the person hears. The end of the dialogue is no part of it.
    fn send<'t>(&'t self, talking: Talking<'t>) -> Later<'t, Reply>;
}

/// The forms: their id, the command that they lie with, and who leads.
const LED: [(&str, &str, &dyn Leads); 6] = [
    ("signal", "signal", &super::signal::Report),
    ("interpretation", "signal", &super::signal::Interpreting),
    ("incident", "incident", &super::incident::Opening),
    ("proposal", "intervention", &super::intervention::Proposing),
    ("before", "evaluation", &super::evaluation::Beforehand),
    ("before_light", "evaluation", &super::evaluation::Beforehand),
];

/// Forms that nobody is led through alone: their questions are put to a room. Their id, and the command that they lie with.
const TOGETHER: [(&str, &str); 2] = [("session", "evaluation"), ("session_light", "evaluation")];

/// Who leads the dialogue of this form.
pub(crate) fn leading(form: &str) -> Option<(&'static str, &'static dyn Leads)> {
    LED.iter().find(|(id, ..)| *id == form).map(|(_, command, leads)| (*command, *leads))
}

/// The forms of this version, and the words that steer a dialogue.
#[derive(Debug, Default)]
pub(crate) struct Dialogues {
    /// The words.
    pub controls: Controls,
    forms: Vec<Form>,
}

impl Dialogues {
    pub(crate) fn load(catalogue: &Catalogue, problems: &Problems) -> Self {
        let forms = LED.iter().filter_map(|(id, command, leads)| {
            let form = load_form(catalogue, command, id, problems)?;
            let path = format!("{command}/forms/{id}.toml");
            let shown = catalogue.files.get(&path).map_or(path.as_str(), |file| &file.shown);
            for question in leads.reads().iter().filter(|question| form.question(question).is_none()) {
                problems.add(shown, 0, "questions", format!("lacks the question `{question}`, which the bot needs"));
            }
            Some(form)
        });
        let together = TOGETHER.iter().filter_map(|(id, command)| load_together(catalogue, command, id, problems));
        let forms = forms.chain(together).collect();
        Self { controls: Controls::load(&catalogue.files, problems), forms }
    }

    /// The form with this id, as it is now.
    pub(crate) fn form(&self, id: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.id == id)
    }

    /// All forms, as they are now.
    pub(crate) fn forms(&self) -> &[Form] {
        &self.forms
    }
}

/// A form whose questions are put to a room: several people answer each in their own words, so that all are texts.
fn load_together(catalogue: &Catalogue, command: &str, id: &str, problems: &Problems) -> Option<Form> {
    let form = load_form(catalogue, command, id, problems)?;
    let path = format!("{command}/forms/{id}.toml");
    let shown = catalogue.files.get(&path).map_or(path.as_str(), |file| &file.shown);
    for question in &form.questions {
        if !matches!(question.kind, QuestionKind::Text { .. }) {
            let message = format!("`{}` must be of kind `text`: each answers in their own words", question.id);
            problems.add(shown, 0, "questions", message);
        }
    }
    if form.questions.is_empty() {
        problems.add(shown, 0, "questions", "holds no question");
    }
    Some(form)
}

/// A form as it is kept beside what is made with it.
pub(crate) fn kept(form: &Form) -> KeptForm {
    let json = serde_json::to_string(form).expect("a form is plain values");
    KeptForm { name: hex(&Sha256::digest(json.as_bytes())), json }
}

impl Interventions for Library {
    fn find(&self, words: &str) -> Vec<String> {
        self.interventions(words).into_iter().map(str::to_owned).collect()
    }

    fn name(&self, slug: &str, language: Language) -> Option<String> {
        self.matrix.named(slug).map(|entry| entry.texts(language).name.clone())
    }
}

/// The lists that questions choose from.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    groups: Vec<String>,
    people: Vec<UserId>,
}

impl Lists {
    /// As they are now for this member.
    pub(crate) async fn of(ask: &Ask<'_>, member: &Member) -> Result<Self, StoreError> {
        let groups = ask.store.team_groups(&member.team).await?;
        let members = ask.store.members(&member.team).await?;
        let others = members.into_iter().filter(|other| other.is_active() && other.person != member.person);
        let people = others.map(|other| other.person).collect();
        Ok(Self { groups, people })
    }

    /// What is known around a dialogue now.
    pub(crate) fn context<'c>(&'c self, ask: &'c Ask<'_>, alone: usize) -> Context<'c> {
        Context {
            now: ask.now.with_timezone(&ask.health.time_zone),
            language: ask.language,
            groups: &self.groups,
            people: &self.people,
            working: ask.health.working,
            interventions: ask.library,
            alone,
        }
    }
}

impl Ask<'_> {
    /// Begins the dialogue of a form with the asker, in their direct room, wherever they asked. `opening` is said first. Somebody
    /// who is in a dialogue already chooses what becomes of that.
    pub(crate) async fn begin(
        &self,
        member: &Member,
        form: &'static str,
        about: Option<String>,
        opening: Answer,
    ) -> Result<Reply, StoreError> {
        self.begin_with(member, form, about, opening, |_| ()).await
    }

    /// The same with what is known already: `known` fills in answers before the first question.
    pub(crate) async fn begin_with(
        &self,
        member: &Member,
        form: &'static str,
        about: Option<String>,
        opening: Answer,
        known: impl FnOnce(&mut Draft),
    ) -> Result<Reply, StoreError> {
        let form = self.library.dialogues.form(form).expect("the library has checked that it is there");
        let viewer = Viewer::from(member.clone());
        let controls = &self.library.dialogues.controls;
        let before = self.store.dialogue_with(self.health.account, self.sender).await?;
        if let Some(dialogue) = before.filter(|_| controls.of(self.words) != Some(Control::Anew)) {
            let word = |control| controls.shown(control, self.language).to_owned();
            let args = [("continue", word(Control::Continue).into()), ("anew", word(Control::Anew).into())];
            let answer = Answer::say(self.text("dialogue-busy", &args));
            let step = DialogueStep::Kept { draft: dialogue.draft, parked: true };
            let changes = vec![self.dialogue(&dialogue.id, dialogue.version, step)];
            return self.in_their_room(viewer, Reply { answer, changes, ..Reply::default() }).await;
        }
        let mut step = begin(form, about, self.now.timestamp_millis());
        known(&mut step.draft);
        let lists = Lists::of(self, member).await?;
        let context = lists.context(self, 0);
        let words = Words { form, context: &context, controls, texts: &self.library.catalogue.texts };
        let answer = opening.then(words.answer(&step, &Summary::default()));
        let id = new_id();
        let begun = DialogueStep::Begun { team: member.team.clone(), form: kept(form), draft: step.draft.to_json() };
        let mut changes = vec![self.dialogue(&id, 0, begun)];
        changes.extend(going_on(self.health.account, &id, self.now.timestamp_millis()));
        self.in_their_room(viewer, Reply { answer, changes, ..Reply::default() }).await
    }

    fn dialogue(&self, id: &str, seen: i64, step: DialogueStep) -> Change {
        let (account, person) = (self.health.account.clone(), self.sender.clone());
        Change::Dialogue(DialogueChange { id: id.to_owned(), account, person, seen, step })
    }

    /// This reply in the asker's direct room. Whoever asked elsewhere hears there that it goes on in private; one who has to be
    /// invited is reminded once.
    async fn in_their_room(&self, viewer: Viewer, mut reply: Reply) -> Result<Reply, StoreError> {
        let there = Box::new(Reach::direct(viewer, self.words("direct-changed", &[])));
        if self.kind == RoomKind::Direct {
            let facts = self.rooms.facts(self.room).await.unwrap_or_default();
            let faults = facts.direct_faults(self.sender, self.health.account);
            if !faults.is_empty() {
                return Ok(self.say(Self::why_not_direct(&faults), &[]));
            }
            return Ok(Reply { to: To::These(there), ..reply });
        }
        let invited = !self.has_direct_room().await?;
        if invited {
            let due = invitation(self.room, self.sender);
            let at_ms = Some(self.now.timestamp_millis() + INVITATION_MS);
            let account = self.health.account.clone();
            reply.changes.push(Change::Due(DueChange { account, kind: DueKind::Invitation, subject: due, at_ms }));
        }
        let notice = if invited { "dialogue-invited" } else { "dialogue-asked-privately" };
        Ok(Reply { to: To::Private { notice: Answer::say(self.text(notice, &[])), reach: there }, ..reply })
    }
}

/// When a dialogue in which something was just said is looked at again.
pub(crate) fn going_on(account: &UserId, id: &str, now_ms: i64) -> Vec<Change> {
    due(account, id, [Some(now_ms + NUDGE_MS), Some(now_ms + PARK_MS), None, None])
}

/// When a dialogue that rests from now on is looked at again.
pub(crate) fn at_rest(account: &UserId, id: &str, now_ms: i64) -> Vec<Change> {
    let day = |days: i64| Some(now_ms + days * 24 * 3_600_000);
    due(account, id, [None, None, day(RESTS_DAYS - 1), day(RESTS_DAYS)])
}

fn due(account: &UserId, id: &str, at: [Option<i64>; 4]) -> Vec<Change> {
    let kinds = [DueKind::DialogueNudge, DueKind::DialoguePark, DueKind::DialogueWarning, DueKind::DialogueErase];
    let change =
        |(kind, at_ms)| Change::Due(DueChange { account: account.clone(), kind, subject: id.to_owned(), at_ms });
    kinds.into_iter().zip(at).map(change).collect()
}

/// What the reminder of an invitation is about: where somebody asked, and who.
fn invitation(room: &RoomId, person: &UserId) -> String {
    format!("{room} {person}")
}

/// Where somebody asked, and who, of the reminder of an invitation.
pub(crate) fn invited(subject: &str) -> Option<(RoomId, UserId)> {
    let (room, person) = subject.split_once(' ')?;
    Some((RoomId::new(room), UserId::new(person)))
}
