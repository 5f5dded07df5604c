//! A colleague interprets a signal: what they read before the first question, and what is made of their answers.
//!
//! They judge on their own first: before they are done the bot shows what was seen, and keeps back what the reporter made of it.
//! Whoever has looked the signal up before knows it all the same; that cannot be prevented, and is no reason to begin with it.

use super::fields;
use super::report::said;
use crate::commands::dialogues::{Later, Leads, Talking, kept};
use crate::commands::{Ask, Reply};
use crate::dialogue::{Summary, shown};
use crate::domain::{
    Answers, Audience, Change, Form, Member, NewInterpretation, Question, RecordNumber, Signal, SignalChange,
    SignalContent, SignalStep, Value, View, signal_of_record,
};
use crate::store::{StoreError, new_id};
use crate::text::{Answer, Line};

/// Leads the dialogue of the form `interpretation`.
pub(in crate::commands) struct Interpreting;

impl Leads for Interpreting {
    fn reads(&self) -> &'static [&'static str] {
        &[fields::LEVEL, fields::CERTAINTY]
    }

    fn summary<'t>(&'t self, talking: Talking<'t>) -> Later<'t, Summary> {
        let organisation = talking.ask.organisation(talking.member.organisation);
        let after =
            Answer::say(talking.ask.text("signal-interpretation-sees", &[("organisation", organisation.into())]));
        Box::pin(std::future::ready(Ok(Summary { after })))
    }

    /// Others see the signal already.
    fn alone<'t>(&'t self, _: Talking<'t>) -> Later<'t, usize> {
        Box::pin(std::future::ready(Ok(0)))
    }

    fn send<'t>(&'t self, talking: Talking<'t>) -> Later<'t, Reply> {
        Box::pin(send(talking))
    }
}

async fn send(talking: Talking<'_>) -> Result<Reply, StoreError> {
    let Talking { ask, member, form, draft } = talking;
    let gone = || ask.say("signal-interpretation-gone", &[]);
    // It may have been taken back, closed, or hidden from them while they were answering.
    let Some((team, number)) = draft.about.as_deref().and_then(signal_of_record) else { return Ok(gone()) };
    let Some(signal) = ask.store.signal(&team, &number).await? else { return Ok(gone()) };
    let rules = ask.store.sharing_rules(&team).await?;
    let Some(view) = signal.content.for_audience(&Audience::person(member.clone().into()), &rules) else {
        return Ok(gone());
    };
    if signal.may_interpret(member).is_err() {
        return Ok(gone());
    }
    let answers = draft.settled(form, ask.today(), ask.health.working);
    let both = Answer::say(ask.text("signal-interpreted", &[("number", number.as_str().into())]))
        .list(side_by_side(ask, &view, form, &answers))
        .paragraph(ask.text("signal-interpreted-next", &[]));
    let record = signal.record();
    let changes = vec![
        interpreted(&signal, number, member, form, answers),
        Change::SaidOf { record: record.clone(), said: said(ask, draft) },
    ];
    Ok(Reply { answer: both, changes, shows: Some(record.into_boxed_str()), ..Reply::default() })
}

fn interpreted(signal: &Signal, number: RecordNumber, member: &Member, form: &Form, answers: Answers) -> Change {
    let new = NewInterpretation {
        id: new_id(),
        by: member.person.clone(),
        organisation: member.organisation,
        form: kept(form),
        answers,
    };
    let steps = vec![SignalStep::Interpreted(Box::new(new))];
    Change::Signal(SignalChange { team: signal.team.clone(), number, seen: signal.version, steps })
}

/// What a colleague reads before the first question: what was seen, as far as they see it, without what the reporter made of it.
pub(super) fn opening(ask: &Ask<'_>, view: &View<'_, SignalContent>) -> Answer {
    let form = &view.content().form;
    let mut lines = Vec::new();
    for answered in view.parts(|content| &content.answers) {
        let id = answered.content().question.as_str();
        let Some(question) = form.question(id).filter(|question| question.asked && !fields::JUDGED.contains(&id))
        else {
            continue;
        };
        if let Some(value) = answered.part(|answered| &answered.value).open() {
            lines.push(line(ask, question, value));
        }
    }
    let number = view.content().number.as_str();
    Answer::say(ask.text("signal-interpret-opening", &[("number", number.into())]))
        .list(lines)
        .paragraph(ask.text("signal-interpret-first", &[]))
}

/// What the reporter answered beside what the colleague did, where both were asked the same.
pub(super) fn side_by_side(ask: &Ask<'_>, view: &View<'_, SignalContent>, form: &Form, answers: &Answers) -> Vec<Line> {
    let theirs = &view.content().form;
    let mut lines = Vec::new();
    for answered in view.parts(|content| &content.answers) {
        let id = answered.content().question.as_str();
        let (Some(asked), Some(question), Some(mine)) = (theirs.question(id), form.question(id), answers.get(id))
        else {
            continue;
        };
        let Some(value) = answered.part(|answered| &answered.value).open() else { continue };
        let args = [
            ("label", question.label.shown(ask.language).into()),
            ("reporter", said_as(ask, asked, value).into()),
            ("colleague", said_as(ask, question, mine).into()),
        ];
        lines.push(Line::new(ask.text("signal-side-by-side", &args)));
    }
    lines
}

fn line(ask: &Ask<'_>, question: &Question, value: &Value) -> Line {
    Line::new(format!("**{}**: {}", question.label.shown(ask.language), said_as(ask, question, value)))
}

fn said_as(ask: &Ask<'_>, question: &Question, value: &Value) -> String {
    shown(question, value, ask.language, ask.health.time_zone, &ask.library.catalogue.texts, ask.library)
}
