//! The timeline as pictures, besides as text: moments in their order, each with the organisation as a word.

use chrono::{DateTime, TimeDelta, Utc};

use super::line::told_line;
use crate::commands::case::{Case, Seen};
use crate::commands::{Ask, Reply};
use crate::dialogue::Interventions as _;
use crate::domain::incident::{Happened, TimelineLine};
use crate::paper::{Head, Mark, Moment, Paper, PaperError, Picture, Timeline};
use crate::text::Args;

/// Pictures of one timeline; what is on none of them stands in the text.
const MOST_PICTURES: usize = 3;

/// What stands on each page and picture of an incident.
pub(in crate::commands) fn head(ask: &Ask<'_>, case: &Case, title: String, note: String) -> Head {
    let label = ask.incident_label(case.incident.protection.label);
    Head {
        language: ask.language,
        title,
        note,
        label: ask.text("incident-label", &[("label", label.into())]),
        date: ask.day(ask.today()),
        page: ask.text("incident-page", &[]),
        made: Some(ask.now),
    }
}

/// The moments of the timeline that these eyes see.
pub(in crate::commands) fn moments(ask: &Ask<'_>, case: &Case, seen: &Seen<'_, '_>) -> Vec<Moment> {
    let lines = case.timeline(seen).into_iter();
    lines.map(|(line, happened)| moment(ask, line, happened)).collect()
}

fn moment(ask: &Ask<'_>, line: &TimelineLine, happened: &Happened) -> Moment {
    let zone = ask.health.time_zone;
    let local = |ms| DateTime::<Utc>::from_timestamp_millis(ms).unwrap_or_default().with_timezone(&zone);
    let from = local(line.from_ms);
    let clock = |at: DateTime<chrono_tz::Tz>| at.format("%H:%M").to_string();
    let time = match line.until_ms.map(local) {
        None => clock(from),
        // A whole day or more has no time of the clock.
        Some(until) if until - from >= TimeDelta::hours(23) => String::new(),
        Some(until) => format!("{} – {}", clock(from), clock(until)),
    };
    let kind = |key: &str, args: Args<'_>| ask.text(key, args);
    let (mark, kind, text) = match happened {
        Happened::Said { text } => (Mark::Dot, String::new(), text.clone()),
        Happened::Signal { number } => (Mark::Square, kind("incident-kind-signal", &[]), number.clone()),
        Happened::Intervention { slug, effect } => {
            let name = ask.library.name(slug, ask.language).unwrap_or_else(|| slug.clone());
            let text = format!("{name}: {}", ask.effect(*effect));
            (Mark::Diamond, kind("incident-kind-intervention", &[]), text)
        }
        Happened::Correction { .. } => (Mark::Ring, String::new(), told_line(ask, happened)),
    };
    let (day, lane) = (ask.day(from.date_naive()), ask.organisation(line.organisation));
    Moment { day, time, later: String::new(), lane, mark, kind, text }
}

/// This reply with the timeline as pictures; as it is when there is none, or none can be drawn.
pub(in crate::commands) async fn with_pictures(ask: &Ask<'_>, reply: Reply, timeline: Timeline) -> Reply {
    if timeline.moments.is_empty() {
        return reply;
    }
    let drawn = tokio::task::spawn_blocking(move || timeline.pictures(MOST_PICTURES)).await;
    match drawn {
        Ok(Ok(pictures)) => (1..).zip(pictures).fold(reply, |reply, (place, picture)| {
            let place: usize = place;
            let Picture { png, width, height, .. } = picture;
            let name = ask.text("incident-picture-name", &[("place", place.into())]);
            ask.and_file(reply, (&name, "image/png"), png, Some((width, height)))
        }),
        Ok(Err(error)) => no_paper(reply, &error),
        Err(error) => {
            tracing::error!(%error, "a timeline was not drawn");
            reply
        }
    }
}

/// A report in both forms, put with this reply under this name.
pub(in crate::commands) async fn with_report(ask: &Ask<'_>, reply: Reply, paper: Paper, name: &str) -> Reply {
    let markdown = paper.markdown();
    let reply = ask.and_file(reply, (&format!("{name}.md"), "text/markdown"), markdown.into_bytes(), None);
    match tokio::task::spawn_blocking(move || paper.pdf()).await {
        Ok(Ok(pdf)) => ask.and_file(reply, (&format!("{name}.pdf"), "application/pdf"), pdf, None),
        Ok(Err(error)) => no_paper(reply, &error),
        Err(error) => {
            tracing::error!(%error, "a report was not set");
            reply
        }
    }
}

fn no_paper(reply: Reply, error: &PaperError) -> Reply {
    tracing::error!(%error, "the typesetter gave up");
    reply
}
