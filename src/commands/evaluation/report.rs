//! The report of an evaluation: what happened, what everybody said of it, what is done and learnt. It is headed *pseudonymous*: it names
//! nobody, and whoever was there recognises it. What it says is what those see who get it; signals stay out of it. A wider version
//! is *anonymous* only after the [`check`](super::check).

use super::words::Sub;
use crate::commands::case::{Case, Seen};
use crate::commands::incident::{head, moments, told_line, with_report};
use crate::commands::{Ask, Reply};
use crate::dialogue::shown;
use crate::domain::evaluation::Stage;
use crate::domain::incident::{Action, ActionOwner, ActionStatus, Happened, Nature, question};
use crate::domain::{Audience, Form};
use crate::paper::{Block, Mark, Paper, Section};
use crate::store::{Actions, StoreError};
use crate::text::{Answer, Picked, pick};

/// Answers of the incident's form that tell what happened.
const TOLD: [&str; 3] = [question::WHEN, question::WHERE, question::GROUP];

/// One text of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    /// What names it, for its check.
    pub(super) key: String,
    /// Where in the report it stands.
    pub(super) part: Part,
    /// Whose it is, in a word; empty when it is nobody's.
    pub(super) who: String,
    /// The text.
    pub(super) text: String,
}

/// A part of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// What is known of the incident.
    Incident,
    /// The timeline.
    Timeline,
    /// What was said to a question.
    Question(String),
    /// What is done.
    Action,
    /// What was learnt.
    Lesson,
}

/// `rapport`, `rapport anoniem`.
pub(super) async fn report(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let wanted = pick(words, ask.definition.options(Sub::Report.id()));
    if matches!(wanted, Picked::One(_)) && !words.trim().is_empty() {
        return super::check::anonymous(ask, case).await;
    }
    let actions = of_incident(ask, case).await?;
    let mut paper = None;
    let reply = case
        .view(ask, |ask, seen| {
            let told = told(ask, case, &seen, &actions);
            let title = ask.text("evaluation-report-title", &[("number", case.incident.number.as_str().into())]);
            let head = head(ask, case, title, ask.text("evaluation-report-pseudonymous", &[]));
            let mut sections = sections(ask, case, &told);
            // With days and times it is drawn as a timeline.
            let drawn = moments(ask, case, &seen).into_iter().filter(|moment| moment.mark != Mark::Square);
            let drawn: Vec<_> = drawn.collect();
            if let Some(section) = sections.iter_mut().find(|section| section.heading == heading(ask, &Part::Timeline))
            {
                section.blocks = vec![Block::Timeline(drawn)];
            }
            paper = Some(Paper { head, sections });
            let answer = Answer::say(ask.text("evaluation-report", &[]));
            Reply { answer, changes: vec![case.read(ask)], ..Reply::default() }
        })
        .await?;
    let name = format!("{}-{}", ask.text("evaluation-report-file", &[]), case.incident.number);
    match paper {
        Some(paper) => Ok(with_report(ask, reply, paper, &name).await),
        None => Ok(reply),
    }
}

/// The actions that were agreed after this incident.
pub(super) async fn of_incident(ask: &Ask<'_>, case: &Case) -> Result<Vec<Action>, StoreError> {
    let which = Actions { incident: Some(case.incident.number.clone()), ..Actions::default() };
    ask.store.actions(&case.incident.team, &which).await
}

/// Everything that these eyes see of an evaluation, in the order of the report.
pub(super) fn told(ask: &Ask<'_>, case: &Case, seen: &Seen<'_, '_>, actions: &[Action]) -> Vec<Told> {
    let mut all = of_the_incident(ask, seen);
    for (line, happened) in case.timeline(seen) {
        if !matches!(happened, Happened::Signal { .. }) {
            let (key, who) = (format!("line-{}", line.line), ask.organisation(line.organisation));
            all.push(Told { key, part: Part::Timeline, who, text: told_line(ask, happened) });
        }
    }
    all.extend(said(ask, case, seen));
    all.extend(actions.iter().filter_map(|action| done(ask, case, seen.audience, action)));
    all
}

fn of_the_incident(ask: &Ask<'_>, seen: &Seen<'_, '_>) -> Vec<Told> {
    let form = &seen.view.content().form;
    let answers = seen.view.parts(|content| &content.answers);
    let told = |answer: crate::domain::View<'_, crate::domain::Answered>| {
        let id = answer.content().question.as_str();
        let question = form.question(id).filter(|_| TOLD.contains(&id))?;
        let value = answer.field(|answer| &answer.value)?;
        let (texts, zone) = (&ask.library.catalogue.texts, ask.health.time_zone);
        let value = shown(question, value, ask.language, zone, texts, ask.library);
        let text = format!("{}: {value}", question.label.shown(ask.language));
        Some(Told { key: format!("answer-{id}"), part: Part::Incident, who: String::new(), text })
    };
    answers.filter_map(told).collect()
}

/// What people said, by the order of the questions. What is said beforehand only when its author released it and the time for it
/// is over, also for its author: the report goes from hand to hand.
fn said(ask: &Ask<'_>, case: &Case, seen: &Seen<'_, '_>) -> Vec<Told> {
    let gathered = case.incident.evaluation.gathered;
    let mut said: Vec<(usize, Told)> = Vec::new();
    for contribution in &seen.view.content().contributions {
        let Some(view) = contribution.for_audience(seen.audience, &case.rules) else { continue };
        let one = view.content();
        let part = match one.stage {
            Stage::Before if !(one.released && gathered) => continue,
            Stage::Before | Stage::Session => Part::Question(one.question.clone()),
            Stage::Lesson => Part::Lesson,
            Stage::NotNeeded | Stage::Anonymous => continue,
        };
        let Some(text) = view.field(|one| &one.text) else { continue };
        let form = questions(ask, case.incident.nature);
        let place = form.and_then(|form| form.questions.iter().position(|question| question.id == one.question));
        let place = if part == Part::Lesson { usize::MAX } else { place.unwrap_or(usize::MAX - 1) };
        let who = ask.organisation(one.organisation);
        said.push((place, Told { key: format!("said-{}", one.id), part, who, text: text.clone() }));
    }
    said.sort_by_key(|(place, _)| *place);
    said.into_iter().map(|(_, told)| told).collect()
}

fn done(ask: &Ask<'_>, case: &Case, audience: &Audience, action: &Action) -> Option<Told> {
    let view = action.content.for_audience(audience, &case.rules)?;
    let what = view.field(|content| &content.what)?;
    let who = match &action.owner {
        ActionOwner::Organisation(organisation) => ask.organisation(*organisation),
        // By organisation, as everywhere in the report.
        ActionOwner::Person(person) => {
            let member = case.members.iter().find(|member| member.person == *person);
            member.map_or_else(String::new, |member| ask.organisation(member.organisation))
        }
    };
    let status = match action.status {
        ActionStatus::Open => ask.text("evaluation-report-open", &[("day", ask.day(action.due_on).into())]),
        ActionStatus::Done => ask.text("evaluation-report-done", &[]),
        ActionStatus::Dropped => ask.text("evaluation-report-dropped", &[]),
    };
    let text = format!("{what} ({status})");
    Some(Told { key: format!("action-{}", action.number), part: Part::Action, who, text })
}

/// The questions of the session about an incident of this nature.
fn questions<'a>(ask: &Ask<'a>, nature: Nature) -> Option<&'a Form> {
    let id = match nature {
        Nature::Incident => "session",
        Nature::NearMiss => "session_light",
    };
    ask.library.dialogues.form(id)
}

/// The heading of a part.
pub(super) fn heading(ask: &Ask<'_>, part: &Part) -> String {
    let key = match part {
        Part::Incident => "evaluation-report-incident",
        Part::Timeline => "evaluation-report-timeline",
        Part::Question(_) => "evaluation-report-questions",
        Part::Action => "evaluation-report-actions",
        Part::Lesson => "evaluation-report-lessons",
    };
    ask.text(key, &[])
}

/// These texts in their parts.
pub(super) fn sections(ask: &Ask<'_>, case: &Case, told: &[Told]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut asked: Option<&str> = None;
    for one in told {
        let heading = heading(ask, &one.part);
        if sections.last().is_none_or(|section| section.heading != heading) {
            sections.push(Section { heading, blocks: vec![] });
        }
        let Some(section) = sections.last_mut() else { continue };
        match &one.part {
            Part::Question(id) => {
                if asked != Some(id.as_str()) {
                    asked = Some(id);
                    let form = questions(ask, case.incident.nature);
                    let question = form.and_then(|form| form.question(id));
                    let words = question.map_or(id.as_str(), |question| question.ask.shown(ask.language));
                    section.blocks.push(Block::Heading(words.to_owned()));
                }
                section.blocks.push(Block::Quote { who: one.who.clone(), text: one.text.clone() });
            }
            Part::Lesson => section.blocks.push(Block::Quote { who: one.who.clone(), text: one.text.clone() }),
            Part::Incident | Part::Timeline | Part::Action => {
                let text = if one.who.is_empty() { one.text.clone() } else { format!("{}: {}", one.who, one.text) };
                match section.blocks.last_mut() {
                    Some(Block::Items(items)) => items.push(text),
                    _ => section.blocks.push(Block::Items(vec![text])),
                }
            }
        }
    }
    sections.push(Section {
        heading: ask.text("evaluation-report-about", &[]),
        blocks: vec![Block::Text(ask.text("evaluation-report-law", &[]))],
    });
    sections
}
