//! Signals and incidents in which the asker has a part: what part, and of the content what they may see now, by the same rule as
//! everywhere.

use super::{Gathered, moment, parts};
use crate::commands::Ask;
use crate::commands::case::{self, Case, Seen};
use crate::commands::incident::told_line;
use crate::commands::signal::level;
use crate::dialogue::shown;
use crate::domain::audit::{Action, Actor, Entry};
use crate::domain::{Answered, Form, RecordNumber, Signal, TeamId, View};
use crate::paper::{Block, Section};
use crate::store::{Part, StoreError, Trace};

pub(super) async fn signals(
    ask: &Ask<'_>,
    gathered: &Gathered,
    read: &mut Vec<Entry>,
) -> Result<Vec<Section>, StoreError> {
    let mut sections = Vec::new();
    for ((team, number), traces) in gathered.by_record(&parts::SIGNALS) {
        let found = match (gathered.member_of(&team), RecordNumber::parse(&number)) {
            (Some(_), Some(number)) => ask.store.signal(&team, &number).await?,
            _ => None,
        };
        let mut items: Vec<String> = traces.iter().map(|trace| parts::told(ask, trace)).collect();
        let content = found.as_ref().and_then(|signal| signal_items(ask, gathered, signal, &traces));
        if content.is_some() {
            read.push(was_read(ask, "signal", &team, &number));
        }
        items.extend(content.unwrap_or_else(|| vec![ask.text("mydata-not-shown", &[])]));
        sections.push(of_record(ask, gathered, "mydata-signal", &team, &number, items));
    }
    Ok(sections)
}

/// The asker reads this with the file.
fn was_read(ask: &Ask<'_>, table: &str, team: &TeamId, number: &str) -> Entry {
    let by = Actor::Person(ask.sender.clone());
    Entry::new(ask.now.timestamp_millis(), by, Action::Read, table, number).of(team)
}

fn of_record(
    ask: &Ask<'_>,
    gathered: &Gathered,
    key: &str,
    team: &TeamId,
    number: &str,
    items: Vec<String>,
) -> Section {
    let args = [("number", number.into()), ("team", gathered.team_name(team).into())];
    Section { heading: ask.text(key, &args), blocks: vec![Block::Items(items)] }
}

/// What the asker sees of a signal; nothing when that is nothing.
fn signal_items(ask: &Ask<'_>, gathered: &Gathered, signal: &Signal, traces: &[&Trace]) -> Option<Vec<String>> {
    let (audience, rules) = (gathered.audience(), gathered.rules_of(&signal.team));
    let view = signal.content.for_audience(&audience, &rules)?;
    let content = view.content();
    let args = [
        ("status", ask.signal_status(content.status).into()),
        ("level", level(ask.library, ask.language, content.level).into()),
        ("label", view.label().map_or_else(String::new, |label| ask.incident_label(label)).into()),
    ];
    let mut items = vec![ask.text("mydata-signal-is", &args)];
    items.extend(answers(ask, &content.form, view.parts(|content| &content.answers)));
    // An interpretation does not say whose it is; the moment at which the asker's was made does.
    let mine =
        |at_ms: i64| traces.iter().any(|trace| trace.part == Part::SignalInterpreted && trace.at_ms == Some(at_ms));
    for one in view.parts(|content| &content.interpretations) {
        let interpretation = one.content();
        if mine(interpretation.at_ms) {
            items.push(ask.text("mydata-your-interpretation", &[]));
            items.extend(answers(ask, &interpretation.form, one.parts(|one| &one.answers)));
        }
    }
    for feedback in &content.feedback {
        let Some(feedback) = feedback.for_audience(&audience, &rules) else { continue };
        let feedback = feedback.content();
        let args = [
            ("who", feedback.by.localpart().into()),
            ("at", moment(ask, feedback.at_ms).into()),
            ("text", feedback.text.as_str().into()),
        ];
        items.push(ask.text("mydata-feedback", &args));
    }
    if let Some((_, at_ms)) = &content.closing
        && let Some(reason) = view.part_if(|content| content.closing.as_ref().map(|(reason, _)| reason))
        && let Some(reason) = reason.open()
    {
        let args = [("at", moment(ask, *at_ms).into()), ("reason", reason.as_str().into())];
        items.push(ask.text("mydata-closed", &args));
    }
    Some(items)
}

/// Answers as people read them, as far as they are for the asker.
fn answers<'v>(ask: &Ask<'_>, form: &Form, all: impl Iterator<Item = View<'v, Answered>>) -> Vec<String> {
    let (texts, zone) = (&ask.library.catalogue.texts, ask.health.time_zone);
    let line = |answer: View<'_, Answered>| {
        let question = form.question(&answer.content().question)?;
        let value = answer.field(|answer| &answer.value)?;
        let value = shown(question, value, ask.language, zone, texts, ask.library);
        Some(format!("{}: {value}", question.label.shown(ask.language)))
    };
    all.filter_map(line).collect()
}

pub(super) async fn incidents(
    ask: &Ask<'_>,
    gathered: &Gathered,
    read: &mut Vec<Entry>,
) -> Result<Vec<Section>, StoreError> {
    let mut sections = Vec::new();
    for ((team, number), traces) in gathered.by_record(&parts::INCIDENTS) {
        let found = match (gathered.member_of(&team), RecordNumber::parse(&number)) {
            (Some(member), Some(number)) => case::find(ask, member, Some(&number)).await?,
            _ => None,
        };
        // Lines and what was said stand below with their words.
        let in_words =
            |trace: &&&Trace| found.is_some() && matches!(trace.part, Part::IncidentLine | Part::IncidentSaid);
        let mut items: Vec<String> =
            traces.iter().filter(|trace| !in_words(trace)).map(|trace| parts::told(ask, trace)).collect();
        if found.is_some() {
            read.push(was_read(ask, "incident", &team, &number));
        }
        match &found {
            Some(case) => items.extend(incident_items(ask, gathered, case, &traces)),
            None => items.push(ask.text("mydata-not-shown", &[])),
        }
        sections.push(of_record(ask, gathered, "mydata-incident", &team, &number, items));
    }
    Ok(sections)
}

/// What the asker sees of an incident that they see, as far as it is theirs: the answers if they opened it, their lines, their words.
fn incident_items(ask: &Ask<'_>, gathered: &Gathered, case: &Case, traces: &[&Trace]) -> Vec<String> {
    let audience = gathered.audience();
    let Some(view) = case.incident.content.for_audience(&audience, &case.rules) else { return Vec::new() };
    let content = view.content();
    let args = [
        ("nature", ask.nature(content.nature).into()),
        ("status", ask.incident_status(content.status).into()),
        ("label", view.label().map_or_else(String::new, |label| ask.incident_label(label)).into()),
    ];
    let mut items = vec![ask.text("mydata-incident-is", &args)];
    items.extend(answers(ask, &content.form, view.parts(|content| &content.answers)));
    let mine = |line: u32| {
        traces.iter().any(|trace| {
            trace.part == Part::IncidentLine && trace.row.rsplit('/').next() == Some(line.to_string().as_str())
        })
    };
    let seen = Seen { view, audience: &audience };
    for (line, happened) in case.timeline(&seen) {
        if mine(line.line) {
            let args = [
                ("line", line.line.into()),
                ("at", moment(ask, line.from_ms).into()),
                ("text", told_line(ask, happened).into()),
            ];
            items.push(ask.text("mydata-line", &args));
        }
    }
    for contribution in &content.contributions {
        let Some(said) = contribution.for_audience(&audience, &case.rules) else { continue };
        let one = said.content();
        let Some(text) = said.field(|one| &one.text).filter(|_| one.person == *ask.sender) else { continue };
        let args = [
            ("at", moment(ask, one.at_ms).into()),
            ("question", one.question.as_str().into()),
            ("text", text.as_str().into()),
        ];
        items.push(ask.text("mydata-said", &args));
    }
    if let Some(poll) = &case.incident.evaluation.poll {
        for proposal in poll.proposals.iter().filter(|proposal| proposal.who.contains(ask.sender)) {
            items.push(ask.text("mydata-can", &[("at", moment(ask, proposal.at_ms).into())]));
        }
    }
    items
}
