//! One incident on a phone screen, each part only for whom it is, and its timeline line by line.

use chrono::DateTime;

use super::line::told_line;
use super::picture;
use super::words::Sub;
use crate::catalogue::RoomKind;
use crate::commands::case::{Case, Seen};
use crate::commands::retention::held_line;
use crate::commands::signal::fields;
use crate::commands::{Ask, Reply};
use crate::dialogue::shown;
use crate::domain::incident::question;
use crate::domain::retention::Record;
use crate::domain::{Author, Depth};
use crate::paper::Timeline;
use crate::store::StoreError;
use crate::text::{Answer, Line, When, told};

/// So many lines of the timeline stand with the incident; the rest with `tijdlijn`.
const LINES: usize = 8;

/// Answers that have gone over into the record itself or the timeline.
const KEPT_OTHERWISE: [&str; 6] =
    [question::NATURE, question::WHAT, fields::WITH_WHOM, fields::LABEL, fields::NAMED, fields::AUTHOR_NAMED];

/// Shows it where everybody may see it, else in private.
pub(super) async fn show(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    let record = Record::Incident(case.incident.team.clone(), case.incident.number.clone());
    let held = held_line(ask, &record).await?;
    case.view(ask, |ask, seen| Reply {
        answer: full(ask, case, &seen, held),
        changes: vec![case.read(ask)],
        ..Reply::default()
    })
    .await
}

/// Its whole timeline, as text and as pictures.
pub(super) async fn timeline(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    let mut drawn = Vec::new();
    let head = ask.text("incident-timeline", &[("number", case.incident.number.as_str().into())]);
    let reply = case
        .view(ask, |ask, seen| {
            let lines = timeline_lines(ask, case, &seen);
            drawn = picture::moments(ask, case, &seen);
            let answer = Answer::say(head.as_str());
            let answer = if lines.is_empty() {
                answer.paragraph(ask.text("incident-timeline-empty", &[]))
            } else {
                answer.list(lines)
            };
            Reply { answer, changes: vec![case.read(ask)], ..Reply::default() }
        })
        .await?;
    let title = head.replace("**", "");
    let timeline = Timeline { head: picture::head(ask, case, title, String::new()), moments: drawn };
    Ok(picture::with_pictures(ask, reply, timeline).await)
}

/// The asker wants something done that cannot be.
pub(super) async fn not_known(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let word: String = words.split_whitespace().next().unwrap_or_default().chars().take(40).collect();
    let command = ask.line(&case.incident.number, "");
    {
        let text = case.words(ask, "incident-deeds", &[("word", word.into()), ("command", command.into())]);
        case.says(ask, text).await
    }
}

/// All that these eyes see of it.
fn full(ask: &Ask<'_>, case: &Case, seen: &Seen<'_, '_>, held: Option<String>) -> Answer {
    let content = seen.view.content();
    let mut answer = Answer::default().lines(head(ask, case, seen));
    if let Some(why) = seen.view.part_if(|content| content.frozen.as_ref()).and_then(|why| why.open()) {
        let args = [("number", content.number.as_str().into()), ("reason", why.as_str().into())];
        answer = answer.paragraph(ask.text("incident-is-frozen", &args));
    }
    answer = answer.list(answers(ask, seen));
    let lines = timeline_lines(ask, case, seen);
    if !lines.is_empty() {
        let more = lines.len().saturating_sub(LINES);
        answer = answer.paragraph(ask.text("incident-timeline-head", &[])).list(lines.into_iter().skip(more));
        if more > 0 {
            let command = ask.incident_line(&content.number, Sub::Timeline);
            answer = answer
                .paragraph(ask.text("incident-timeline-more", &[("count", more.into()), ("command", command.into())]));
        }
    }
    if let Some((_, at_ms)) = &content.closing
        && let Some(reason) = seen.view.part_if(|content| content.closing.as_ref().map(|(reason, _)| reason))
        && let Some(reason) = reason.open()
    {
        let args = [("day", ask.moment(*at_ms).into()), ("reason", reason.as_str().into())];
        answer = answer.paragraph(ask.text("incident-closed-because", &args));
    }
    // Why it is held back may say something of what it says: for whoever sees more than what was released.
    if let Some(held) = held.filter(|_| seen.view.depth() >= Depth::Shared) {
        answer = answer.paragraph(held);
    }
    // What one can do tells who one is: that is not for a room.
    if ask.kind == RoomKind::Direct {
        answer = answer.lines(deeds(ask, case));
    }
    answer.paragraph(ask.text("signal-no-basis", &[]))
}

fn head(ask: &Ask<'_>, case: &Case, seen: &Seen<'_, '_>) -> Vec<Line> {
    let content = seen.view.content();
    let title = [
        ("number", content.number.as_str().into()),
        ("what", ask.nature(content.nature).into()),
        ("status", ask.incident_status(content.status).into()),
    ];
    let author = match seen.view.author() {
        Some(Author::Person(person)) => person.localpart().to_owned(),
        Some(Author::Organisation(organisation)) => ask.organisation(organisation),
        None => String::new(),
    };
    let opened = [("day", ask.moment(content.made_ms).into()), ("author", author.into())];
    let label = seen.view.label().map_or_else(String::new, |label| ask.incident_label(label));
    let mut lines = vec![
        Line::new(ask.text("incident-title", &title)),
        Line::new(ask.text("incident-opened-by", &opened)),
        Line::new(ask.text("incident-label", &[("label", label.into())])),
    ];
    if let Some(owner) = &case.incident.protection.owner {
        lines.push(Line::new(ask.text("incident-led-by", &[("who", owner.localpart().into())])));
    }
    if let Some(owner) = &case.incident.contact {
        let args = [("who", owner.person.localpart().into()), ("day", ask.moment(owner.since_ms).into())];
        lines.push(Line::new(ask.text("incident-contact", &args)));
    }
    lines
}

/// The answers that are for these eyes, in the order of the form.
fn answers(ask: &Ask<'_>, seen: &Seen<'_, '_>) -> Vec<Line> {
    let form = &seen.view.content().form;
    let line = |answer: crate::domain::View<'_, crate::domain::Answered>| {
        let id = answer.content().question.as_str();
        let question = form.question(id).filter(|_| !KEPT_OTHERWISE.contains(&id))?;
        let value = answer.field(|answer| &answer.value)?;
        let (texts, zone) = (&ask.library.catalogue.texts, ask.health.time_zone);
        let value = shown(question, value, ask.language, zone, texts, ask.library);
        Some(Line::new(format!("**{}:** {value}", question.label.shown(ask.language))))
    };
    seen.view.parts(|content| &content.answers).filter_map(line).collect()
}

/// The lines of the timeline that these eyes see, in words.
pub(in crate::commands) fn timeline_lines(ask: &Ask<'_>, case: &Case, seen: &Seen<'_, '_>) -> Vec<Line> {
    let lines = case.timeline(seen).into_iter();
    lines
        .map(|(line, happened)| {
            let args = [
                ("line", line.line.into()),
                ("at", at(ask, line.from_ms, line.until_ms).into()),
                ("who", ask.organisation(line.organisation).into()),
                ("text", told_line(ask, happened).into()),
            ];
            Line::new(ask.text("incident-line", &args))
        })
        .collect()
}

/// A moment of a timeline, in words.
pub(in crate::commands) fn at(ask: &Ask<'_>, from_ms: i64, until_ms: Option<i64>) -> String {
    let moment = |ms| DateTime::from_timestamp_millis(ms).unwrap_or_default();
    let when = When { from: moment(from_ms), until: until_ms.map(moment) };
    told(&when, ask.health.time_zone, ask.language, &ask.library.catalogue.texts)
}

/// What the asker can do with it now.
fn deeds(ask: &Ask<'_>, case: &Case) -> Vec<Line> {
    let (incident, member) = (&case.incident, &case.member);
    let can = [
        (Sub::Log, "incident-how-log", true),
        (Sub::Intervention, "incident-how-intervention", true),
        (Sub::Share, "incident-how-share", case.is_author()),
        (Sub::Contact, "incident-how-contact", incident.is_kept_by(member) && incident.contact.is_none()),
        (Sub::Close, "incident-how-close", incident.may_close(member).is_ok()),
        (Sub::Freeze, "incident-how-freeze", incident.may_freeze(member, true).is_ok()),
        (Sub::Thaw, "incident-how-thaw", incident.may_freeze(member, false).is_ok()),
        (Sub::Withdraw, "incident-how-withdraw", case.is_author()),
    ];
    can.into_iter()
        .filter(|(.., may)| *may)
        .map(|(sub, key, _)| {
            let command = ask.incident_line(&incident.number, sub);
            Line::new(ask.text(key, &[("command", command.into())]))
        })
        .collect()
}
