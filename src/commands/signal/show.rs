//! One signal on a phone screen: the lines in the order and with the labels of the form it was made with, each only for whom it
//! is; what colleagues made of it beside what the reporter says; what the reporter heard.

use chrono::DateTime;

use super::fields;
use super::open::{Case, Seen};
use super::words::{Sub, level};
use crate::catalogue::RoomKind;
use crate::commands::retention::held_line;
use crate::commands::{Ask, Reply};
use crate::dialogue::shown;
use crate::domain::retention::Record;
use crate::domain::{Author, Depth, Form, Question, SignalContent, UserId, Value, View};
use crate::store::StoreError;
use crate::text::{Answer, Line};

/// Answers that have gone over into the record itself, where they may have changed since.
const KEPT_OTHERWISE: [&str; 7] = [
    fields::LEVEL,
    fields::WITH_WHOM,
    fields::LABEL,
    fields::FEEDBACK_BY,
    fields::NAMED,
    fields::RELEASE,
    fields::AUTHOR_NAMED,
];

/// Shows it where everybody may see it, else in private.
pub(super) async fn show(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    let record = Record::Signal(case.signal.team.clone(), case.signal.number.clone());
    let held = held_line(ask, &record).await?;
    case.view(ask, |ask, seen| Reply {
        answer: full(ask, case, &seen, held),
        changes: vec![case.read(ask)],
        ..Reply::default()
    })
    .await
}

/// All that these eyes see of it.
fn full(ask: &Ask<'_>, case: &Case, seen: &Seen<'_, '_>, held: Option<String>) -> Answer {
    let content = seen.view.content();
    let mut answer = Answer::default().lines(head(ask, &seen.view));
    let lines = answers(ask, &seen.view);
    answer =
        if lines.is_empty() { answer.paragraph(ask.text("signal-nothing-released", &[])) } else { answer.list(lines) };
    answer = answer.then(side_by_side(ask, &seen.view)).then(heard(ask, case, seen));
    if let Some((_, at_ms)) = &content.closing
        && let Some(reason) = seen.view.part_if(|content| content.closing.as_ref().map(|(reason, _)| reason))
        && let Some(reason) = reason.open()
    {
        let args = [("day", ask.moment(*at_ms).into()), ("reason", reason.as_str().into())];
        answer = answer.paragraph(ask.text("signal-closed-because", &args));
    }
    // Why it is held back may say something of what it says: for whoever sees more than what was released.
    if let Some(held) = held.filter(|_| seen.view.depth() >= Depth::Shared) {
        answer = answer.paragraph(held);
    }
    // What one can do tells who one is: that is not for a room.
    if ask.kind == RoomKind::Direct {
        answer = answer.lines(shared(ask, case)).lines(deeds(ask, case));
    }
    answer.paragraph(ask.text("signal-no-basis", &[]))
}

fn head(ask: &Ask<'_>, view: &View<'_, SignalContent>) -> Vec<Line> {
    let content = view.content();
    let title = [
        ("number", content.number.as_str().into()),
        ("level", level(ask.library, ask.language, content.level).into()),
        ("status", ask.signal_status(content.status).into()),
    ];
    let author = match view.author() {
        Some(Author::Person(person)) => person.localpart().to_owned(),
        Some(Author::Organisation(organisation)) => ask.organisation(organisation),
        None => String::new(),
    };
    let moment = DateTime::from_timestamp_millis(content.made_ms).unwrap_or_default();
    let time = moment.with_timezone(&ask.health.time_zone).format("%H:%M").to_string();
    let sent = [("day", ask.moment(content.made_ms).into()), ("time", time.into()), ("author", author.into())];
    let owner = match &content.owner {
        Some(owner) => ask.text("signal-owner", &[("who", owner.localpart().into())]),
        None => ask.text("signal-no-owner", &[]),
    };
    let label = view.label().map_or("", |label| ask.label(label));
    vec![
        Line::new(ask.text("signal-title", &title)),
        Line::new(ask.text("signal-reported", &sent)),
        Line::new(owner),
        Line::new(ask.text("signal-label", &[("label", label.into())])),
        Line::new(ask.text("signal-feedback-by", &[("day", ask.day(content.feedback_on).into())])),
    ]
}

/// The answers that are for these eyes, in the order of the form.
fn answers(ask: &Ask<'_>, view: &View<'_, SignalContent>) -> Vec<Line> {
    let form = &view.content().form;
    let line = |answer: View<'_, crate::domain::Answered>| {
        let id = answer.content().question.as_str();
        let question = form.question(id).filter(|_| !KEPT_OTHERWISE.contains(&id))?;
        let value = answer.field(|answer| &answer.value)?;
        let label = question.label.shown(ask.language);
        Some(Line::new(format!("**{label}:** {}", in_words(ask, question, value))))
    };
    view.parts(|content| &content.answers).filter_map(line).collect()
}

fn in_words(ask: &Ask<'_>, question: &Question, value: &Value) -> String {
    shown(question, value, ask.language, ask.health.time_zone, &ask.library.catalogue.texts, ask.library)
}

/// An answer with its question and the form that asked it.
type Given<'g> = (&'g str, &'g Form, &'g Value);

/// What colleagues made of it, question by question, beside what the reporter said to the same question.
fn side_by_side(ask: &Ask<'_>, view: &View<'_, SignalContent>) -> Answer {
    let content = view.content();
    if content.interpretations.is_empty() {
        return Answer::default();
    }
    let said: Vec<Given<'_>> = view
        .parts(|content| &content.answers)
        .filter_map(|answer| {
            let value = answer.field(|answer| &answer.value)?;
            Some((answer.content().question.as_str(), &content.form, value))
        })
        .collect();
    let mut views: Vec<(String, Vec<Given<'_>>)> = Vec::new();
    for one in view.parts(|content| &content.interpretations) {
        let interpretation = one.content();
        let args = [
            ("organisation", ask.organisation(interpretation.organisation).into()),
            ("day", ask.moment(interpretation.at_ms).into()),
        ];
        let who = ask.text("signal-view-of", &args);
        let values = one.parts(|one| &one.answers).filter_map(|answer| {
            let value = answer.field(|answer| &answer.value)?;
            Some((answer.content().question.as_str(), &interpretation.form, value))
        });
        views.push((who, values.collect()));
    }
    let reporter = ask.text("signal-view-of-reporter", &[]);
    let mut answer = Answer::say(ask.text("signal-views", &[("count", views.len().into())]));
    let mut done: Vec<&str> = Vec::new();
    for (id, form, _) in views.iter().flat_map(|(_, values)| values.iter()) {
        let Some(question) = form.question(id).filter(|_| !done.contains(id)) else { continue };
        done.push(id);
        let mut lines = vec![Line::new(format!("**{}**", question.label.shown(ask.language)))];
        let both = std::iter::once((&reporter, &said)).chain(views.iter().map(|(who, values)| (who, values)));
        for (who, values) in both {
            if let Some((_, form, value)) = values.iter().find(|(other, ..)| other == id)
                && let Some(question) = form.question(id)
            {
                lines.push(Line::new(format!("{who}: {}", in_words(ask, question, value))));
            }
        }
        answer = answer.lines(lines);
    }
    answer
}

/// What the reporter heard, for those between whom it is.
fn heard(ask: &Ask<'_>, case: &Case, seen: &Seen<'_, '_>) -> Answer {
    let mut answer = Answer::default();
    for feedback in &seen.view.content().feedback {
        let Some(feedback) = feedback.for_audience(seen.audience, &case.rules) else { continue };
        let feedback = feedback.content();
        let args = [
            ("day", ask.moment(feedback.at_ms).into()),
            ("who", feedback.by.localpart().into()),
            ("text", feedback.text.as_str().into()),
        ];
        let read = match feedback.read_ms {
            Some(at_ms) => ask.text("signal-feedback-read", &[("day", ask.moment(at_ms).into())]),
            None => ask.text("signal-feedback-unread", &[]),
        };
        answer = answer.lines([Line::new(ask.text("signal-feedback-was", &args)), Line::new(read)]);
    }
    answer
}

/// With whom it is shared and who is named, for those who can change it.
fn shared(ask: &Ask<'_>, case: &Case) -> Vec<Line> {
    let record = &case.signal.protection;
    if !case.is_author() && !case.is_owner() {
        return Vec::new();
    }
    let with: Vec<_> = record.shared_with.iter().copied().collect();
    let named = record.named.iter().map(UserId::localpart).collect::<Vec<_>>().join(", ");
    let mut lines = Vec::new();
    if !with.is_empty() {
        lines.push(Line::new(ask.text("signal-shared-with", &[("who", ask.organisations(&with).into())])));
    }
    if !named.is_empty() {
        lines.push(Line::new(ask.text("signal-named", &[("who", named.into())])));
    }
    lines
}

/// What the asker can do with it now.
fn deeds(ask: &Ask<'_>, case: &Case) -> Vec<Line> {
    let (signal, member) = (&case.signal, &case.member);
    let part = case.is_author() || case.is_owner();
    let can = [
        (Sub::Take, "signal-deed-take", signal.take(member, &case.members).is_ok()),
        (Sub::Interpret, "signal-deed-interpret", signal.may_interpret(member).is_ok()),
        (Sub::Feedback, "signal-deed-feed-back", signal.may_feed_back(member).is_ok()),
        (Sub::Share, "signal-deed-share", part),
        (Sub::Close, "signal-deed-close", signal.may_close(member).is_ok()),
        (Sub::Withdraw, "signal-deed-withdraw", case.is_author()),
    ];
    can.into_iter()
        .filter(|(.., may)| *may)
        .map(|(sub, key, _)| {
            let command = ask.line(&signal.number, ask.sub(sub));
            Line::new(ask.text(key, &[("command", command.into())]))
        })
        .collect()
}
