//! A step of a dialogue put into words: what is told, and the question that is open. Kept apart from the engine, which decides
//! without a language.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::engine::lines;
use super::reading::MOST_NUMBERED;
use super::{At, Context, Control, Controls, Draft, Interventions, Misfit, Next, Step, Told, Waits};
use crate::domain::{Answers, Form, Language, Question, QuestionKind, Value};
use crate::privacy::guard::{Finding, look};
use crate::text::{Answer, Args, Line, NoDay, NoWhen, Texts, When, day_in_words, told};

/// What stands around the summary, made by the command whose form it is: what others will see, who can take it up.
#[derive(Debug, Clone, Default)]
pub struct Summary {
    /// Said after the lines and before how to go on.
    pub after: Answer,
}

/// All that is needed to put a step into words.
#[derive(Debug, Clone, Copy)]
pub struct Words<'w> {
    /// The form.
    pub form: &'w Form,
    /// What is known around it.
    pub context: &'w Context<'w>,
    /// What steers it.
    pub controls: &'w Controls,
    /// The texts.
    pub texts: &'w Texts,
}

impl Words<'_> {
    /// What is said after this step. `summary` is what stands around the summary, for the case that it is shown.
    pub fn answer(&self, step: &Step, summary: &Summary) -> Answer {
        let mut answer = Answer::default();
        for told in &step.told {
            answer = answer.then(self.told(told, &step.draft));
        }
        if step.next == Next::Ask { answer.then(self.question(&step.draft, summary)) } else { answer }
    }

    /// What is open now, asked.
    pub fn question(&self, draft: &Draft, summary: &Summary) -> Answer {
        match &draft.at {
            At::Path => self.choose(Answer::say(self.say("dialogue-path", &[])), &[Control::Short, Control::Full]),
            At::Alone => self
                .choose(Answer::say(self.say("dialogue-alone", &[])), &[Control::Widen, Control::Name, Control::Leave]),
            At::Summary => self.summary(draft, summary),
            At::Question(id) | At::Change { question: id, .. } => match self.form.question(id) {
                Some(question) => self.open(question, draft),
                None => Answer::default(),
            },
        }
    }

    /// The lines of the summary with their numbers.
    pub fn lines(&self, draft: &Draft) -> Answer {
        let answers = draft.settled(self.form, self.context.now.date_naive(), self.context.working);
        let line = |question: &Question| {
            let value = answers.get(&question.id).map_or_else(|| "–".to_owned(), |value| self.value(question, value));
            Line::new(format!("**{}**: {value}", question.label.shown(self.context.language)))
        };
        Answer::default().numbered(lines(self.form, draft).into_iter().map(line))
    }

    /// A value as people read it.
    pub fn value(&self, question: &Question, value: &Value) -> String {
        let Context { language, now, interventions, .. } = *self.context;
        shown(question, value, language, now.timezone(), self.texts, interventions)
    }

    fn summary(&self, draft: &Draft, summary: &Summary) -> Answer {
        let answer = Answer::say(self.say("dialogue-summary", &[])).then(self.lines(draft)).then(summary.after.clone());
        let send = [("send", self.control(Control::Send).into()), ("stop", self.control(Control::Stop).into())];
        let answer = answer.paragraph(self.say("dialogue-summary-how", &send));
        if draft.short {
            let more = [("more", self.control(Control::More).into())];
            return answer.paragraph(self.say("dialogue-summary-more", &more));
        }
        answer
    }

    fn open(&self, question: &Question, draft: &Draft) -> Answer {
        match &draft.waits {
            Some(Waits::Guard { text, .. }) => return self.guard(&look(text)),
            Some(Waits::Found { ids }) => return self.found(question, ids),
            Some(Waits::Readings(readings)) => return self.readings(question, readings),
            Some(Waits::Media(_) | Waits::Ticked(_)) | None => {}
        }
        let language = self.context.language;
        let head = if matches!(draft.at, At::Change { .. }) {
            self.say("dialogue-changing", &[("label", question.label.shown(language).into())])
        } else {
            let here = draft.passed.iter().filter(|id| **id != question.id).count() + 1;
            self.say("dialogue-number", &[("here", here.into()), ("ahead", draft.ahead(self.form).into())])
        };
        let mut answer =
            Answer::default().lines([Line::new(head), Line::new(format!("**{}**", question.ask.shown(language)))]);
        let answers = draft.answers(self.form);
        if let Some(suggestion) = self.suggestion(question, &answers) {
            answer = answer.then(suggestion);
        }
        answer = match &question.kind {
            QuestionKind::Choice { options } => {
                answer.numbered(options.iter().map(|option| Line::new(option.shown(language))))
            }
            QuestionKind::Choices { options } => answer
                .numbered(options.iter().map(|option| Line::new(option.shown(language))))
                .paragraph(self.say("dialogue-several", &[])),
            QuestionKind::Group => self.names(answer, self.context.groups.iter().cloned(), "dialogue-groups-search"),
            QuestionKind::People => {
                let names = self.context.people.iter().map(|person| person.localpart().to_owned());
                self.names(answer, names, "dialogue-people-search")
            }
            QuestionKind::Interventions => {
                let done = [("done", self.control(Control::Done).into())];
                let key =
                    if draft.given.contains_key(&question.id) { "dialogue-more-search" } else { "dialogue-search" };
                answer.paragraph(self.say(key, &done))
            }
            QuestionKind::Day { working_days } => {
                let day = self.context.working.working_day_after(self.context.now.date_naive(), *working_days);
                let day = day_in_words(day, language, self.texts);
                answer.paragraph(self.say("dialogue-day", &[("day", day.into())]))
            }
            QuestionKind::Text { .. } | QuestionKind::Moment => answer,
        };
        self.how(answer, question, draft)
    }

    /// How one can go on: the answer that is there, and what may be passed over.
    fn how(&self, mut answer: Answer, question: &Question, draft: &Draft) -> Answer {
        let several = matches!(question.kind, QuestionKind::Interventions);
        if let Some(given) = draft.given.get(&question.id).filter(|_| !several) {
            let args = [
                ("value", self.value(question, &given.value).into()),
                ("continue", self.control(Control::Continue).into()),
            ];
            answer = answer.paragraph(self.say("dialogue-now", &args));
        } else if !question.required && !draft.given.contains_key(&question.id) {
            answer = answer.paragraph(self.say("dialogue-may-skip", &[("skip", self.control(Control::Skip).into())]));
        }
        if draft.passed.is_empty() && matches!(draft.at, At::Question(_)) {
            let args = [
                ("why", self.control(Control::Why).into()),
                ("back", self.control(Control::Back).into()),
                ("overview", self.control(Control::Overview).into()),
                ("later", self.control(Control::Later).into()),
                ("stop", self.control(Control::Stop).into()),
            ];
            answer = answer.paragraph(self.say("dialogue-how", &args));
        }
        answer
    }

    fn suggestion(&self, question: &Question, answers: &Answers) -> Option<Answer> {
        let language = self.context.language;
        let (option, rules) = question.suggestion(answers)?;
        let option = question.option(option)?.shown(language);
        let reasons = rules.into_iter().map(|rule| Line::new(rule.because.shown(language)));
        let said = self.say("dialogue-suggestion", &[("option", option.into())]);
        Some(Answer::say(said).list(reasons))
    }

    fn names(&self, answer: Answer, names: impl ExactSizeIterator<Item = String>, search: &'static str) -> Answer {
        match names.len() {
            0 => answer.paragraph(self.say("dialogue-no-names", &[])),
            1..=MOST_NUMBERED => answer.numbered(names.map(Line::new)),
            _ => answer.paragraph(self.say(search, &[])),
        }
    }

    fn found(&self, question: &Question, ids: &[String]) -> Answer {
        let Context { language, interventions, .. } = *self.context;
        let name = |id: &String| match question.kind {
            QuestionKind::Interventions => interventions.name(id, language).unwrap_or_else(|| id.clone()),
            _ => id.clone(),
        };
        Answer::say(self.say("dialogue-found", &[]))
            .numbered(ids.iter().map(|id| Line::new(name(id))))
            .paragraph(self.say("dialogue-found-how", &[]))
    }

    fn readings(&self, question: &Question, readings: &[Value]) -> Answer {
        Answer::say(self.say("dialogue-which", &[]))
            .numbered(readings.iter().map(|value| Line::new(self.value(question, value))))
            .paragraph(self.say("dialogue-found-how", &[]))
    }

    /// What the guard saw, masked, and what can be done with it.
    pub fn guard(&self, findings: &[Finding]) -> Answer {
        let hard = findings.iter().any(|finding| finding.kind.is_hard());
        let key = if hard { "dialogue-guard" } else { "dialogue-guard-soft" };
        let lines = findings.iter().map(|finding| {
            let kind = self.texts.get(self.context.language, &format!("guard-{}", finding.kind.code()), &[]);
            Line::new(format!("{kind}: `{}`", finding.masked))
        });
        let answer = Answer::say(self.say(key, &[])).list(lines);
        self.choose(answer, &[Control::Rewrite, Control::Insist, Control::Remove])
    }

    fn choose(&self, answer: Answer, among: &[Control]) -> Answer {
        answer.numbered(among.iter().map(|control| Line::new(self.control(*control))))
    }

    fn told(&self, told: &Told, draft: &Draft) -> Answer {
        let language = self.context.language;
        let question = |id: &String| self.form.question(id);
        let label = |id: &String| question(id).map_or("", |question| question.label.shown(language)).to_owned();
        match told {
            Told::Noted(id) | Told::Changed(id) => {
                let given = draft.given.get(id).map(|given| &given.value);
                let value =
                    question(id).zip(given).map_or_else(String::new, |(question, value)| self.value(question, value));
                let key = if matches!(told, Told::Noted(_)) { "dialogue-noted" } else { "dialogue-changed" };
                Answer::say(self.say(key, &[("label", label(id).into()), ("value", value.into())]))
            }
            Told::Added(id) => Answer::say(self.say("dialogue-added", &[("label", label(id).into())])),
            Told::Reopened(id) => Answer::say(self.say("dialogue-reopened", &[("label", label(id).into())])),
            Told::Note(text) => Answer::say(text.shown(language)),
            Told::Why(id) => question(id).map_or_else(Answer::default, |question| self.why(question)),
            Told::Overview => Answer::say(self.say("dialogue-overview", &[])).then(self.lines(draft)),
            Told::Misfit(id, misfit) => {
                question(id).map_or_else(Answer::default, |question| Answer::say(self.misfit(question, misfit)))
            }
            Told::NoChoice => Answer::say(self.say("dialogue-no-choice", &[])),
            Told::CannotSkip => Answer::say(self.say("dialogue-cannot-skip", &[])),
            Told::NothingBefore => Answer::say(self.say("dialogue-nothing-before", &[])),
            Told::NotYet(open) => Answer::say(self.say("dialogue-not-yet", &[("open", (*open).into())])),
            Told::NoMedia => {
                let remove = [("remove", self.control(Control::Remove).into())];
                Answer::say(self.say("dialogue-no-media", &remove))
            }
            Told::TakingBack => Answer::say(self.say("dialogue-taking-back", &[])),
        }
    }

    /// Why a question is asked, and by which rules the bot would suggest an answer.
    fn why(&self, question: &Question) -> Answer {
        let language = self.context.language;
        let answer = Answer::say(question.why.shown(language));
        if question.suggest.is_empty() {
            return answer;
        }
        let rules = question.suggest.iter().map(|rule| {
            let option = question.option(&rule.option).map_or("", |option| option.shown(language));
            Line::new(format!("**{option}**: {}", rule.because.shown(language)))
        });
        answer.paragraph(self.say("dialogue-rules", &[])).list(rules)
    }

    fn misfit(&self, question: &Question, misfit: &Misfit) -> String {
        let language = self.context.language;
        let option =
            |id: &String| question.option(id).map_or_else(|| id.clone(), |option| option.shown(language).to_owned());
        match misfit {
            Misfit::Empty => self.say("dialogue-empty", &[]),
            Misfit::NoOption { typed } => self.say("dialogue-no-option", &[("typed", typed.as_str().into())]),
            Misfit::Several { options } => {
                let options = options.iter().map(option).collect::<Vec<_>>().join(", ");
                self.say("dialogue-several-options", &[("options", options.into())])
            }
            Misfit::OnlyOne => self.say("dialogue-only-one", &[]),
            Misfit::Alone { option: id } => self.say("dialogue-option-alone", &[("option", option(id).into())]),
            Misfit::TooShort { least } => self.say("dialogue-too-short", &[("least", (*least).into())]),
            Misfit::TooLong { length, most } => {
                self.say("dialogue-too-long", &[("length", (*length).into()), ("most", (*most).into())])
            }
            Misfit::NotFound { typed } => self.say("dialogue-not-found", &[("typed", typed.as_str().into())]),
            Misfit::NoDay(why) => self.no_day(*why),
            Misfit::NoMoment(why) => self.no_moment(why),
        }
    }

    fn no_day(&self, why: NoDay) -> String {
        let in_words = |day| day_in_words(day, self.context.language, self.texts);
        match why {
            NoDay::Unknown => self.say("dialogue-no-day", &[]),
            NoDay::NotInCalendar => self.say("dialogue-not-in-calendar", &[]),
            NoDay::Past(day) => self.say("day-past", &[("day", in_words(day).into())]),
            NoDay::TooFar(day) => self.say("day-too-far", &[("day", in_words(day).into())]),
        }
    }

    fn no_moment(&self, why: &NoWhen) -> String {
        let at = |when: &When| told(when, self.context.now.timezone(), self.context.language, self.texts);
        match why {
            NoWhen::NotInCalendar => self.say("dialogue-not-in-calendar", &[]),
            NoWhen::NotOnTheClock(nearest) => self.say("dialogue-not-on-the-clock", &[("nearest", at(nearest).into())]),
            NoWhen::Ahead(when) => self.say("dialogue-ahead", &[("moment", at(when).into())]),
            NoWhen::TooFar(when) | NoWhen::Past(when) => self.say("dialogue-too-far", &[("moment", at(when).into())]),
            NoWhen::Unknown | NoWhen::Unsure(_) => self.say("dialogue-no-moment", &[]),
        }
    }

    fn control(&self, control: Control) -> &str {
        self.controls.shown(control, self.context.language)
    }

    fn say(&self, key: &'static str, args: Args<'_>) -> String {
        self.texts.get(self.context.language, key, args)
    }
}

/// The answer to a question as people read it.
pub fn shown(
    question: &Question,
    value: &Value,
    language: Language,
    time_zone: Tz,
    texts: &Texts,
    interventions: &dyn Interventions,
) -> String {
    let utc = |ms: i64| DateTime::<Utc>::from_timestamp_millis(ms).unwrap_or_default();
    match value {
        Value::Choice(_) | Value::Choices(_) => {
            let option =
                |id: &str| question.option(id).map_or_else(|| id.to_owned(), |one| one.shown(language).to_owned());
            value.choices().into_iter().map(option).collect::<Vec<_>>().join(", ")
        }
        Value::Text(text) | Value::Group(text) => text.clone(),
        Value::Moment { from_ms, until_ms } => {
            told(&When { from: utc(*from_ms), until: until_ms.map(utc) }, time_zone, language, texts)
        }
        Value::Day(day) => day_in_words(*day, language, texts),
        Value::Interventions(slugs) => {
            let name = |slug: &String| interventions.name(slug, language).unwrap_or_else(|| slug.clone());
            slugs.iter().map(name).collect::<Vec<_>>().join(", ")
        }
        Value::People(people) => people.iter().map(crate::domain::UserId::localpart).collect::<Vec<_>>().join(", "),
    }
}
