//! How entries of the matrix are shown: one on a phone screen, a list of a few, the map of phases.

use chrono::{Datelike as _, Months};

use super::PAGE;
use super::matrix::{Entry, Legal, Matrix, Own};
use super::practice::month;
use crate::catalogue::Definition;
use crate::commands::ask::{Ask, Query, Reply};
use crate::domain::Language;
use crate::domain::practice::Month;
use crate::text::{Answer, Line};

/// After so many months a legal check is flagged as old.
const CHECK_LASTS: Months = Months::new(12);

/// The shown words of option ids of a filter.
fn named(ask: &Ask<'_>, filter: &str, ids: &[String]) -> String {
    named_in(ask.definition, ask.language, filter, ids)
}

/// The same in a language.
pub(super) fn named_in(definition: &Definition, language: Language, filter: &str, ids: &[String]) -> String {
    let filter = definition.filters.iter().find(|candidate| candidate.id == filter);
    let name = |id: &String| {
        let option = filter.and_then(|filter| filter.option(id));
        option.map_or(id.as_str(), |option| option.words.shown(language)).to_owned()
    };
    ids.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Why an entry must not simply be done; its first line where there is one.
fn warning(ask: &Ask<'_>, entry: &Entry) -> Option<String> {
    let key = match entry.legal {
        Legal::NotAllowed => "intervention-not-allowed",
        _ if entry.advised_against => "intervention-advised-against",
        _ => return None,
    };
    let why = entry.texts(ask.language).warning.clone().unwrap_or_default();
    Some(ask.text(key, &[("why", why.into())]))
}

/// One entry in full: title, essentials, then who decides, limits, evidence, sources, date.
pub(super) fn entry(ask: &Ask<'_>, entry: &Entry) -> Answer {
    let texts = entry.texts(ask.language);
    let unverified = |part: &str| entry.unverified.iter().any(|key| key == part);
    let part = |key: &str, part: &str, text: &str| {
        let mark =
            if unverified(part) { format!(" {}", ask.text("intervention-unverified", &[])) } else { String::new() };
        Line::new(ask.text(key, &[("text", format!("{text}{mark}").into())]))
    };
    let mut answer = Answer::default();
    if let Some(warning) = warning(ask, entry) {
        answer = answer.paragraph(warning);
    }
    let mut kind = vec![named(ask, "phase", std::slice::from_ref(&entry.phase))];
    kind.push(named(ask, "timing", &entry.timing));
    kind.push(named(ask, "channel", std::slice::from_ref(&entry.channel)));
    // Phase and timing can have the same name.
    kind.dedup();
    let mut who = ask.text("intervention-lead", &[("who", named(ask, "actor", &entry.lead).into())]);
    if !entry.helps.is_empty() {
        who.push(' ');
        who.push_str(&ask.text("intervention-helps", &[("who", named(ask, "actor", &entry.helps).into())]));
    }
    let what = if unverified("what") {
        format!("{} {}", texts.what, ask.text("intervention-unverified", &[]))
    } else {
        texts.what.clone()
    };
    let status = ("status", named(ask, "status", &[entry.legal.id().to_owned()]).into());
    let status = match entry.checked {
        Some(checked) => ask.text("intervention-status", &[status, ("checked", ask.day(checked).into())]),
        None => ask.text("intervention-status-unchecked", &[status]),
    };
    let mut legal = vec![part("intervention-decides", "decides", &texts.decides)];
    // What a team wrote itself may leave these out.
    legal.extend(
        Some(&texts.limits).filter(|text| !text.is_empty()).map(|text| part("intervention-limits", "limits", text)),
    );
    legal.push(Line::new(status));
    if entry.checked.is_some_and(|checked| checked + CHECK_LASTS < ask.now.date_naive()) {
        legal.push(Line::new(ask.text("intervention-check-is-old", &[])));
    }
    let evidence: Vec<String> =
        entry.evidence.iter().map(|kind| ask.text(&format!("evidence-{}", kind.replace('_', "-")), &[])).collect();
    legal.push(Line::new(ask.text("intervention-evidence", &[("evidence", evidence.join(", ").into())])));
    let title = ask.text("intervention-title", &[("name", (&*texts.name).into()), ("slug", (&*entry.slug).into())]);
    let mut head = vec![Line::new(title)];
    head.extend(entry.own.as_ref().map(|own| Line::new(own_line(ask, own))));
    head.extend([Line::new(kind.join(" · ")), Line::new(who)]);
    let mut when = vec![part("intervention-fits", "fits", &texts.fits)];
    when.extend(
        Some(&texts.not_when)
            .filter(|text| !text.is_empty())
            .map(|text| part("intervention-not-when", "not_when", text)),
    );
    answer = answer.lines(head).paragraph(what).lines(when).lines(legal);
    if !entry.sources.is_empty() {
        answer = answer.paragraph(ask.text("intervention-sources", &[]));
        answer = answer.list(entry.sources.iter().map(|source| source.line(ask.language)));
    }
    answer
}

/// Whose an entry is that is not built in, in which version and since when.
fn own_line(ask: &Ask<'_>, own: &Own) -> String {
    let key = if own.changes { "intervention-own-changed" } else { "intervention-own" };
    ask.text(key, &[("version", own.version.to_string().into()), ("day", short_day(ask, own.since_ms).into())])
}

/// A day in few letters.
pub(super) fn short_day(ask: &Ask<'_>, at_ms: i64) -> String {
    let at = chrono::DateTime::from_timestamp_millis(at_ms).unwrap_or_default();
    let day = at.with_timezone(&ask.health.time_zone).date_naive();
    format!("{} {}", day.day(), month(ask, Month::of(day)))
}

fn item(ask: &Ask<'_>, entry: &Entry) -> Line {
    let texts = entry.texts(ask.language);
    let first = texts.what.split_inclusive(['.', '!', '?']).next().unwrap_or_default().trim().to_owned();
    let text = warning(ask, entry).unwrap_or(first);
    let key = if entry.own.is_some() { "intervention-item-own" } else { "intervention-item" };
    Line::new(ask.text(key, &[("name", (&*texts.name).into()), ("slug", (&*entry.slug).into()), ("text", text.into())]))
}

/// A page of a list, numbered to be opened.
pub(super) fn list(ask: &Ask<'_>, query: &Query, shown: &[&Entry], start: usize, all: usize) -> Reply {
    let more = start + shown.len() < all;
    let args = [("from", (start + 1).into()), ("to", (start + shown.len()).into()), ("all", all.into())];
    // Nobody asked a question who only chose a phase or a filter.
    let key = match (query.text.is_empty(), all > PAGE) {
        (false, false) => "intervention-list",
        (false, true) => "intervention-page",
        (true, false) => "intervention-chosen-list",
        (true, true) => "intervention-chosen-page",
    };
    let head = ask.text(key, &args);
    let foot = ask.text(
        if more { "list-open-or-more" } else { "list-open" },
        &[("last", shown.len().into()), ("prefix", ask.before_number().into())],
    );
    let answer = Answer::say(head).numbered(shown.iter().map(|entry| item(ask, entry))).paragraph(foot);
    let entries = shown.iter().map(|entry| (&*entry.slug, &*entry.texts(ask.language).name));
    Reply { answer, choices: ask.choices(entries, more.then_some(query)), ..Reply::default() }
}

/// A page beyond the last.
pub(super) fn no_more(ask: &Ask<'_>, all: usize) -> Reply {
    ask.say("list-no-more", &[("all", all.into())])
}

/// Nothing was found: the nearest entries, and the map.
pub(super) fn nothing(ask: &Ask<'_>, matrix: &Matrix, query: &Query, nearest: &[&Entry]) -> Reply {
    let command = ask.typed(ask.definition);
    if query.text.is_empty() {
        return ask.say("intervention-none-fits", &[("command", command.into())]);
    }
    let text: String = query.text.chars().take(80).collect();
    let answer = Answer::say(ask.text("intervention-nothing", &[("text", text.into())]));
    if nearest.is_empty() {
        let map = map(ask, matrix);
        return Reply { answer: answer.then(map.answer), choices: map.choices, ..Reply::default() };
    }
    let foot = ask.text(
        "intervention-nearest-foot",
        &[("last", nearest.len().into()), ("prefix", ask.before_number().into()), ("command", command.into())],
    );
    let answer = answer
        .paragraph(ask.text("intervention-nearest", &[]))
        .numbered(nearest.iter().map(|entry| item(ask, entry)))
        .paragraph(foot);
    let entries = nearest.iter().map(|entry| (&*entry.slug, &*entry.texts(ask.language).name));
    Reply { answer, choices: ask.choices(entries, None), ..Reply::default() }
}

/// The map: how many entries there are in each phase, and how to ask for them.
pub(super) fn map(ask: &Ask<'_>, matrix: &Matrix) -> Reply {
    let Some(phases) = ask.definition.filters.iter().find(|filter| filter.id == "phase") else {
        return Reply::default();
    };
    let command = ask.typed(ask.definition);
    let mut choices = Vec::new();
    let mut lines = Vec::new();
    for (index, phase) in phases.options.iter().enumerate() {
        let count = matrix.entries().iter().filter(|entry| entry.phase == phase.id).count();
        let name = phase.words.shown(ask.language);
        lines.push(Line::new(ask.text("intervention-phase", &[("phase", name.into()), ("count", count.into())])));
        choices.push(crate::domain::Choice {
            key: (index + 1).to_string(),
            words: phase.words.all().map(str::to_owned).collect(),
            emoji: Some(format!("{}\u{fe0f}\u{20e3}", index + 1)),
            command: format!("{} phase:{}", ask.definition.words.shown(crate::domain::Language::Dutch), phase.id),
        });
    }
    let example = ask.definition.examples.first().map_or("", |example| example.shown(ask.language));
    let answer = Answer::say(ask.text("intervention-map", &[("all", matrix.entries().len().into())]))
        .numbered(lines)
        .paragraph(ask.text(
            "intervention-map-foot",
            &[
                ("last", phases.options.len().into()),
                ("prefix", ask.before_number().into()),
                ("example", format!("{command} {example}").into()),
            ],
        ));
    Reply { answer, choices, ..Reply::default() }
}
