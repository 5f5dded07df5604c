//! What others hear of a signal that is sent or shared: number, level, its kind and what is asked, never what it says. Into each
//! room of the team in which everybody may know it, and nowhere else; to people who are named in private.

use super::words::{Sub, level};
use super::{groups, terms};
use crate::catalogue::RoomKind;
use crate::commands::{Ask, Desk};
use crate::domain::signal::{HIGHEST_LEVEL, question};
use crate::domain::{
    Answered, Audience, Change, Choice, Form, Gathering, Guard, Guarded, Language, Member, NewSignal, Outgoing,
    RecordNumber, Role, SharingRules, SignalChange, SignalStep, TeamId, UserId, signal_record,
};
use crate::store::StoreError;
use crate::text::{Answer, Line};

/// From this level on coordinators are called.
const CALLS: u8 = 2;

/// What follows when a signal is sent.
#[derive(Debug, Default)]
pub(in crate::commands) struct Sent {
    /// The signal itself, its terms, and what people hear in private.
    pub(in crate::commands) changes: Vec<Change>,
    /// What rooms hear.
    pub(in crate::commands) out: Vec<Outgoing>,
}

/// Everything that follows when the asker sends this signal, besides what they hear themselves.
pub(in crate::commands) async fn sent(
    ask: &Ask<'_>,
    number: &RecordNumber,
    new: NewSignal,
) -> Result<Sent, StoreError> {
    let desk = Desk::of(ask);
    let team = new.protection.team.clone();
    let members = ask.store.members(&team).await?;
    let rules = ask.store.sharing_rules(&team).await?;
    let record = signal_record(&team, number);
    let form: Option<Form> = serde_json::from_str(&new.form.json).ok();
    let said = form.map(|form| {
        let answers = Answered::all(&form, new.answers.clone(), &new.released);
        (Guarded::new(answers, new.protection.clone()), form)
    });
    let news = News { number, level: new.level, guard: Guard::from(new.protection.clone()), before: None, said };
    let out = news.in_rooms(&desk, &members, &rules).await?;
    let named: Vec<&UserId> = new.protection.named.iter().filter(|one| **one != new.protection.author).collect();
    let mut private = news.to_named(&desk, &members, &named).await?;
    if out.is_empty() && new.level >= CALLS {
        let callable = |member: &&Member| {
            let person = &member.person;
            *person != new.protection.author && !new.protection.named.contains(person)
        };
        for member in coordinators(&members, &news.guard, &rules).into_iter().filter(callable) {
            private.extend(news.to(&desk, member, "signal-notice-to-you").await?);
        }
    }
    let prompt = groups::prompt(&desk, &team, number, &new, (&members, &rules)).await?;
    let feedback_on = new.feedback_on;
    let mut steps = vec![SignalStep::Made(Box::new(new))];
    if let Some((step, prompts)) = prompt {
        steps.push(step);
        private.extend(prompts);
    }
    let change = SignalChange { team, number: number.clone(), seen: 0, steps };
    let mut changes = vec![Change::Signal(change)];
    changes.extend(terms::begun(&desk, &record, feedback_on));
    changes.extend(private);
    Ok(Sent { changes, out })
}

/// A signal of which somebody hears.
#[derive(Debug)]
pub(super) struct News<'n> {
    /// Its number.
    pub(super) number: &'n RecordNumber,
    /// 0 to 3.
    pub(super) level: u8,
    /// Who sees it now.
    pub(super) guard: Guard,
    /// Who saw it before, when it was sent earlier: they hear nothing again.
    pub(super) before: Option<Guard>,
    /// What was answered, and with which form: its kind and what is asked are told.
    pub(super) said: Option<(Guarded<Vec<Answered>>, Form)>,
}

impl News<'_> {
    fn record(&self) -> String {
        signal_record(self.guard.team(), self.number)
    }

    /// A notice for each room in which everybody may see the signal.
    pub(super) async fn in_rooms(
        &self,
        desk: &Desk<'_>,
        members: &[Member],
        rules: &SharingRules,
    ) -> Result<Vec<Outgoing>, StoreError> {
        let (team, bot) = (self.guard.team(), desk.account);
        let callable = coordinators(members, &self.guard, rules);
        let mut out = Vec::new();
        for (room, _) in desk.store.team_rooms(team).await? {
            let Some(facts) = desk.rooms.facts(&room).await else { continue };
            let gathering = Gathering { team, facts: &facts, members, bot };
            let Ok(audience) = gathering.for_content(&self.guard, rules) else { continue };
            if self.before.as_ref().is_some_and(|before| gathering.for_content(before, rules).is_ok()) {
                continue;
            }
            let language = desk.language_in(&room).await?;
            let there = facts.people.as_deref().unwrap_or_default();
            let called: Vec<UserId> = callable
                .iter()
                .filter(|member| self.level >= CALLS && there.contains(&member.person))
                .map(|member| member.person.clone())
                .collect();
            let mut answer = self.notice(desk, language, &audience, rules);
            if self.level == HIGHEST_LEVEL {
                answer = match gathering.for_team_content() {
                    Ok(_) => answer.then(phones(desk, team, language).await?),
                    Err(_) => answer.paragraph(desk.text(language, "signal-phone-none", &[])),
                };
            }
            if !called.is_empty() {
                let names = called.iter().map(UserId::localpart).collect::<Vec<_>>().join(", ");
                answer = answer.paragraph(desk.text(language, "signal-notice-calls", &[("people", names.into())]));
            }
            let instead = desk.words(language, "signal-notice-gone");
            let choices = vec![wave(desk, self.number)];
            out.extend(Desk::announce(&room, (&audience, instead), &answer, (&called, choices), Some(&self.record())));
        }
        Ok(out)
    }

    fn notice(&self, desk: &Desk<'_>, language: Language, audience: &Audience, rules: &SharingRules) -> Answer {
        let take =
            desk.library.catalogue.definition("signal").map_or("", |it| it.subcommand_shown(Sub::Take.id(), language));
        let show = desk.command(language, RoomKind::Chain, "signal", self.number.as_str());
        let args = [
            ("number", self.number.as_str().into()),
            ("level", level(desk.library, language, self.level).into()),
            ("take", format!("{show} {take}").into()),
            ("show", show.into()),
        ];
        let key = if self.before.is_some() { "signal-notice-shared" } else { "signal-notice" };
        let mut lines = vec![Line::new(desk.text(language, key, &args))];
        for (id, key) in [(question::KIND, "signal-notice-kind"), (question::EXPECTS, "signal-notice-asks")] {
            let told = self.option_words(language, audience, rules, id);
            if !told.is_empty() {
                lines.push(Line::new(desk.text(language, key, &[("what", told.into())])));
            }
        }
        Answer::default().lines(lines).paragraph(desk.text(language, "signal-notice-how", &args))
    }

    /// The options that were chosen for this question, in words, as far as these eyes see the answer.
    fn option_words(&self, language: Language, audience: &Audience, rules: &SharingRules, id: &str) -> String {
        let Some((said, form)) = &self.said else { return String::new() };
        let (Some(view), Some(question)) = (said.for_audience(audience, rules), form.question(id)) else {
            return String::new();
        };
        let mut answers = view.parts(|answers| &answers[..]).filter(|answer| answer.content().question == id);
        let value = answers.next().and_then(|answer| answer.field(|answer| &answer.value));
        let options = value.map(crate::domain::Value::choices).unwrap_or_default();
        let shown = options.into_iter().filter_map(|id| question.option(id)).map(|option| option.shown(language));
        shown.collect::<Vec<_>>().join(", ")
    }

    /// Those who are named hear it in private.
    pub(super) async fn to_named(
        &self,
        desk: &Desk<'_>,
        members: &[Member],
        named: &[&UserId],
    ) -> Result<Vec<Change>, StoreError> {
        let mut changes = Vec::new();
        for member in members.iter().filter(|member| member.is_active() && named.contains(&&member.person)) {
            changes.extend(self.to(desk, member, "signal-notice-named").await?);
        }
        Ok(changes)
    }

    async fn to(&self, desk: &Desk<'_>, member: &Member, key: &'static str) -> Result<Vec<Change>, StoreError> {
        let language = desk.language_of(&member.person).await?;
        let args = [
            ("number", self.number.as_str().into()),
            ("level", level(desk.library, language, self.level).into()),
            ("show", desk.command(language, RoomKind::Direct, "signal", self.number.as_str()).into()),
        ];
        let mut answer = Answer::say(desk.text(language, key, &args));
        if self.level == HIGHEST_LEVEL {
            answer = answer.then(phones(desk, self.guard.team(), language).await?);
        }
        Ok(desk.tell(member, language, &answer, vec![], Some(&self.record())))
    }
}

/// The active coordinators who see what is guarded so.
pub(super) fn coordinators<'m>(members: &'m [Member], guard: &Guard, rules: &SharingRules) -> Vec<&'m Member> {
    let sees = |member: &&Member| {
        let alone = Audience::person((*member).clone().into());
        member.role == Role::Coordinator && member.is_active() && alone.sight_of(guard, rules).is_some()
    };
    members.iter().filter(sees).collect()
}

/// A wave at a notice, which asks in private whether somebody takes it; the same typed.
fn wave(desk: &Desk<'_>, number: &RecordNumber) -> Choice {
    let signal = desk.library.catalogue.definition("signal");
    let word = signal.map_or("", |signal| signal.words.shown(Language::Dutch));
    let shown = |sub: Sub, language| signal.map_or("", |it| it.subcommand_shown(sub.id(), language)).to_owned();
    Choice {
        key: shown(Sub::Take, Language::Dutch),
        words: vec![shown(Sub::Take, Language::English)],
        emoji: Some("👋".to_owned()),
        command: format!("{word} {number} {}", shown(Sub::Wave, Language::Dutch)),
    }
}

/// Whom to phone now. Only for members of the team.
pub(in crate::commands) async fn phones(
    desk: &Desk<'_>,
    team: &TeamId,
    language: Language,
) -> Result<Answer, StoreError> {
    let entries = desk.store.team_phones(team).await?;
    if entries.is_empty() {
        return Ok(Answer::say(desk.text(language, "signal-phone-none", &[])));
    }
    let today = desk.now.with_timezone(&desk.time_zone).date_naive();
    let lines = entries.iter().map(|entry| {
        let key = if entry.review_on <= today { "signal-phone-old" } else { "signal-phone" };
        let organisation = desk.library.organisations.name(entry.organisation, language);
        Line::new(desk.text(
            language,
            key,
            &[("organisation", organisation.into()), ("entry", entry.words.as_str().into())],
        ))
    });
    Ok(Answer::say(desk.text(language, "signal-phone-now", &[])).list(lines))
}
