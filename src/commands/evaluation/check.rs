//! The report without what points to somebody. Somebody who did not write it goes through it line by line: each stays, goes, or is put
//! in other words. Only what was checked so stands in the anonymous version, and nothing of it says which incident it was.
//!
//! What a line may hold that points somewhere (a day or time, the alias of a group, the place) is shown with it; whether it does is a
//! person's to say.

use std::collections::BTreeMap;

use super::report::{Told, of_incident, sections, told};
use super::words::Sub;
use crate::commands::case::{Case, Seen};
use crate::commands::incident::{head, with_report};
use crate::commands::{Ask, Reply};
use crate::domain::evaluation::Stage;
use crate::domain::incident::{IncidentStep, LONGEST_LINE, NewContribution, question};
use crate::domain::{ANY_WORDS, Audience, Choice, Gathering, Language, RoomFacts, RoomFault};
use crate::paper::Paper;
use crate::search::fold;
use crate::store::{StoreError, new_id};
use crate::text::{Answer, Line};

/// What stands before the line that is checked; nobody types it.
const LINE: &str = "#regel:";
/// The line stays as it is.
const STAYS: &str = "ok";
/// The line goes.
const GOES: &str = "weg";

/// Shows the next line to be checked; keeps what was decided of the one before.
pub(super) async fn check(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    if is_writer(case) {
        let text = case.words(ask, "evaluation-check-not-you", &[]);
        return case.says(ask, text).await;
    }
    let actions = of_incident(ask, case).await?;
    let groups = ask.store.team_groups(&case.incident.team).await?;
    let alone = Audience::person(case.member.clone().into());
    let Some(view) = case.incident.content.for_audience(&alone, &case.rules) else { return Ok(Reply::default()) };
    let seen = Seen { view, audience: &alone };
    let lines = told(ask, case, &seen, &actions);
    let mut checked = checked(case, &seen);
    let mut changes = Vec::new();
    if let Some((key, decided)) = words.strip_prefix(LINE).and_then(|rest| rest.split_once(' '))
        && let Some(line) = lines.iter().find(|line| line.key == key)
    {
        let remark = match case.remark(ask, decided, ("evaluation-check-how", LONGEST_LINE)).await? {
            Ok(remark) => remark,
            Err(reply) => return Ok(*reply),
        };
        let text = match fold(remark.text.trim()).as_str() {
            STAYS | "1" => line.text.clone(),
            GOES | "2" | "away" => String::new(),
            _ => remark.text.trim().to_owned(),
        };
        changes.push(case.change(steps(case, line, &text, &checked)));
        changes.extend(remark.changes);
        checked.insert(line.key.clone(), Checked { id: String::new(), of: line.text.clone(), text });
    }
    let open: Vec<&Told> = lines.iter().filter(|line| !is_checked(line, &checked)).collect();
    let Some(next) = open.first() else {
        let done = case.words(ask, "evaluation-check-done", &[("command", anonymous_line(ask, case).into())]);
        return case.say_alone(ask, |_| Reply { changes, ..Answer::say(done).into() }).await;
    };
    let hints = hints(ask, next, &place(&seen), &groups);
    let (ahead, choices) = (open.len() - 1, choices(ask, case, &next.key));
    case.say_alone(ask, |ask| {
        let mut answer = Answer::say(ask.text("evaluation-check-line", &[("ahead", ahead.into())]))
            .paragraph(if next.who.is_empty() { next.text.clone() } else { format!("{}: {}", next.who, next.text) });
        if !hints.is_empty() {
            answer = answer.paragraph(ask.text("evaluation-check-hints", &[("hints", hints.join(", ").into())]));
        }
        let answer = answer
            .numbered([
                Line::new(ask.text("evaluation-check-stays", &[])),
                Line::new(ask.text("evaluation-check-goes", &[])),
            ])
            .paragraph(ask.text("evaluation-check-how", &[]));
        Reply { answer, choices, changes, ..Reply::default() }
    })
    .await
}

/// The anonymous report, once every line is checked.
pub(super) async fn anonymous(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    let actions = of_incident(ask, case).await?;
    let alone = Audience::person(case.member.clone().into());
    let Some(view) = case.incident.content.for_audience(&alone, &case.rules) else { return Ok(Reply::default()) };
    let seen = Seen { view, audience: &alone };
    let lines = told(ask, case, &seen, &actions);
    let checked = checked(case, &seen);
    let open = lines.iter().filter(|line| !is_checked(line, &checked)).count();
    if open > 0 || lines.is_empty() {
        let command = ask.evaluation_line(&case.incident.number, Sub::Check.id());
        let text = case.words(ask, "evaluation-check-first", &[("open", open.into()), ("command", command.into())]);
        return case.say_alone(ask, |_| Answer::say(text).into()).await;
    }
    let kept: Vec<Told> = lines
        .into_iter()
        .filter_map(|line| {
            let text = checked.get(&line.key)?.text.clone();
            (!text.is_empty()).then_some(Told { text, ..line })
        })
        .collect();
    let title = ask.text("evaluation-report-title-anonymous", &[]);
    let mut head = head(ask, case, title, ask.text("evaluation-report-anonymous", &[]));
    // Neither the label of the record nor a day: both would lead back to it.
    head.label = ask.text("evaluation-report-label-anonymous", &[]);
    head.date = month(ask);
    let paper = Paper { head, sections: sections(ask, case, &kept) };
    // Whatever it was made of, it is for every member of the team, and names nothing.
    let decide = |facts: &RoomFacts| match ask.team {
        Some(room) if room.team == case.incident.team => {
            Gathering { team: &room.team, facts, members: &case.members, bot: ask.health.account }.for_team_content()
        }
        _ => Err(vec![RoomFault::OtherTeam]),
    };
    let shows = Some(case.incident.record().into_boxed_str());
    let reply = ask
        .guarded(case.member.clone().into(), decide, |ask, _| Reply {
            shows,
            changes: vec![case.read(ask)],
            ..Answer::say(ask.text("evaluation-report", &[])).into()
        })
        .await?;
    let name =
        format!("{}-{}", ask.text("evaluation-report-file", &[]), ask.text("evaluation-report-file-anonymous", &[]));
    Ok(with_report(ask, reply, paper, &name).await)
}

/// The asker wrote the report, as far as somebody did: opened the incident, leads it, or led the session.
fn is_writer(case: &Case) -> bool {
    let session = case.incident.evaluation.session.as_ref();
    let led = session.is_some_and(|session| session.facilitator == case.member.person);
    led || case.is_author() || case.incident.is_led_by(&case.member)
}

/// What was decided of a line.
struct Checked {
    /// The name of the contribution that keeps it.
    id: String,
    /// The line as it was then.
    of: String,
    /// What stands in its place; nothing when it goes.
    text: String,
}

/// What stands between the line as it was and what stands in its place, where both are kept.
const BETWEEN: char = '\u{1f}';

fn checked(case: &Case, seen: &Seen<'_, '_>) -> BTreeMap<String, Checked> {
    let all = seen.view.content().contributions.iter();
    let views = all.filter_map(|one| one.for_audience(seen.audience, &case.rules));
    views
        .filter(|view| view.content().stage == Stage::Anonymous)
        .filter_map(|view| {
            let (of, text) = view.field(|one| &one.text)?.split_once(BETWEEN)?;
            let one = view.content();
            Some((one.question.clone(), Checked { id: one.id.clone(), of: of.to_owned(), text: text.to_owned() }))
        })
        .collect()
}

/// It was decided what becomes of this line, and it has not been changed since.
fn is_checked(line: &Told, checked: &BTreeMap<String, Checked>) -> bool {
    checked.get(&line.key).is_some_and(|found| found.of == line.text)
}

fn steps(case: &Case, line: &Told, text: &str, checked: &BTreeMap<String, Checked>) -> Vec<IncidentStep> {
    let before = checked.get(&line.key).map(|before| IncidentStep::Unsaid { id: before.id.clone() });
    let new = NewContribution {
        id: new_id(),
        stage: Stage::Anonymous,
        question: line.key.clone(),
        person: case.member.person.clone(),
        organisation: case.member.organisation,
        text: format!("{}{BETWEEN}{text}", line.text),
        released: true,
        said_in: None,
    };
    before.into_iter().chain([IncidentStep::Contributed(Box::new(new))]).collect()
}

/// Where it happened, as it was written when the incident was opened.
fn place(seen: &Seen<'_, '_>) -> String {
    let answers = seen.view.parts(|content| &content.answers);
    let mut places = answers.filter(|answer| answer.content().question == question::WHERE);
    let place = places.next().and_then(|answer| answer.field(|answer| &answer.value));
    place.and_then(|place| place.text()).unwrap_or_default().to_owned()
}

/// What in a line may point somewhere.
fn hints(ask: &Ask<'_>, line: &Told, place: &str, groups: &[String]) -> Vec<String> {
    let text = fold(&line.text);
    let mut hints = Vec::new();
    if text.chars().any(|sign| sign.is_ascii_digit()) || names_a_day(ask, &text) {
        hints.push("evaluation-check-hint-date");
    }
    if groups.iter().any(|group| text.contains(&fold(group))) {
        hints.push("evaluation-check-hint-group");
    }
    // Short words are in any text.
    let words = fold(place);
    if words.split_whitespace().filter(|word| word.chars().count() > 3).any(|word| text.contains(word)) {
        hints.push("evaluation-check-hint-place");
    }
    hints.into_iter().map(|key| ask.text(key, &[])).collect()
}

/// A month or a day of the week is named.
fn names_a_day(ask: &Ask<'_>, text: &str) -> bool {
    let names = ask.text("evaluation-check-days", &[]);
    let names: Vec<String> = names.split_whitespace().map(fold).collect();
    text.split(|sign: char| !sign.is_alphanumeric()).any(|word| names.iter().any(|name| name == word))
}

fn month(ask: &Ask<'_>) -> String {
    let day = ask.day(ask.today());
    // A day in words is day, month and year, in this order: "dinsdag 24 november 2026".
    day.split_whitespace()
        .skip_while(|word| !word.chars().all(|sign| sign.is_ascii_digit()))
        .skip(1)
        .collect::<Vec<_>>()
        .join(" ")
}

fn choices(ask: &Ask<'_>, case: &Case, key: &str) -> Vec<Choice> {
    let (word, sub) = (
        ask.definition.words.shown(Language::Dutch),
        ask.definition.subcommand_shown(Sub::Check.id(), Language::Dutch),
    );
    let line = format!("{word} {} {sub} {LINE}{key}", case.incident.number);
    let choice = |key: &str, words: &[&str], command: String| Choice {
        key: key.to_owned(),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        // A reaction is never encrypted, and the bot puts none under what is about an incident.
        emoji: None,
        command,
    };
    vec![
        choice("1", &[STAYS], format!("{line} {STAYS}")),
        choice("2", &[GOES, "away"], format!("{line} {GOES}")),
        choice(ANY_WORDS, &[], line.clone()),
    ]
}

fn anonymous_line(ask: &Ask<'_>, case: &Case) -> String {
    let option = ask.definition.option_shown(Sub::Report.id(), "anonymous", ask.language);
    format!("{} {option}", ask.evaluation_line(&case.incident.number, Sub::Report.id()))
}
