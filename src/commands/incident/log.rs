//! Lines of the timeline: what happened in somebody's words, with the moment in front; a correction of an earlier line; a signal that
//! belongs to it; an intervention and what it did. Nothing in a timeline is changed: a mistake is put right by another line.

use chrono::{DateTime, Utc};

use super::show::at;
use super::words::Sub;
use crate::commands::case::Case;
use crate::commands::guarding::Remark;
use crate::commands::intervention::meant;
use crate::commands::{Ask, Reply};
use crate::domain::incident::{Happened, IncidentStep, LONGEST_LINE, MOST_LINES, NewLine};
use crate::domain::practice::Effect;
use crate::domain::{Audience, Choice, Language, RecordNumber};
use crate::store::StoreError;
use crate::text::{Answer, Line, NoWhen, Toward, When, when};

/// What stands before the moment that was chosen from a question; nobody types it.
const AT: &str = "#at:";
/// A moment is looked for in so many words at the beginning.
const MOST_WORDS: usize = 8;

/// `log gisteren 22:15 Groep bij het station`.
pub(super) async fn log(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let remark = match case.remark(ask, words, ("incident-log-how", LONGEST_LINE)).await? {
        Ok(remark) => remark,
        Err(reply) => return Ok(*reply),
    };
    let (moment, text) = match moment(ask, remark.text) {
        Begins::At(moment, text) => (moment, text),
        Begins::Unsure(readings, text) => return which(ask, case, (Sub::Log, &readings), text).await,
    };
    if text.is_empty() {
        let command = ask.incident_line(&case.incident.number, Sub::Log);
        return {
            let text = case.words(ask, "incident-log-how", &[("command", command.into())]);
            case.says(ask, text).await
        };
    }
    let happened = Happened::Said { text: text.to_owned() };
    add(ask, case, moment, happened, Some(&remark)).await
}

/// `verbeter 2 het was kwart over tien`.
pub(super) async fn correct(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let remark = match case.remark(ask, words, ("incident-correct-how", LONGEST_LINE)).await? {
        Ok(remark) => remark,
        Err(reply) => return Ok(*reply),
    };
    let (first, text) = remark.text.split_once(char::is_whitespace).unwrap_or((remark.text, ""));
    let first = first.trim_matches(|sign: char| !sign.is_alphanumeric());
    let alone = Audience::person(case.member.clone().into());
    let corrected = case.incident.content.for_audience(&alone, &case.rules).and_then(|view| {
        let seen = crate::commands::case::Seen { view, audience: &alone };
        let lines = case.timeline(&seen);
        let line = lines.iter().find(|(line, _)| Some(line.line) == first.parse().ok())?.0;
        Some((line.line, moment_of(line.from_ms, line.until_ms)))
    });
    let Some((of, moment)) = corrected.filter(|_| !text.trim().is_empty()) else {
        let command = ask.incident_line(&case.incident.number, Sub::Correct);
        return {
            let text = case.words(ask, "incident-correct-how", &[("command", command.into())]);
            case.says(ask, text).await
        };
    };
    add(ask, case, moment, Happened::Correction { of, text: text.trim().to_owned() }, Some(&remark)).await
}

/// `signaal S-2026-k7qd`.
pub(super) async fn signal(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let alone = Audience::person(case.member.clone().into());
    let number = RecordNumber::parse(words.trim_matches(|sign: char| sign.is_whitespace() || ",.!".contains(sign)));
    let seen = case
        .signals
        .iter()
        .any(|(known, guard)| Some(known) == number.as_ref() && alone.sight_of(guard, &case.rules).is_some());
    let Some(number) = number.filter(|_| seen) else {
        let typed: String = words.chars().take(20).collect();
        return case.say_alone(ask, |ask| ask.say("incident-signal-unknown", &[("typed", typed.into())])).await;
    };
    let sent_ms = ask
        .store
        .signal(&case.incident.team, &number)
        .await?
        .and_then(|signal| signal.content.for_audience(&alone, &case.rules).map(|view| view.content().made_ms));
    let moment = moment_of(sent_ms.unwrap_or_else(|| ask.now.timestamp_millis()), None);
    let happened = Happened::Signal { number: number.to_string() };
    let reply = added(ask, case, moment, happened).await?;
    let (changes, told) = match reply {
        Ok(added) => added,
        Err(reply) => return Ok(*reply),
    };
    // Not everybody here need see the signal.
    case.say_alone(ask, |_| Reply { changes, ..Answer::say(told).into() }).await
}

/// `interventie gisteren 22:15 huisbezoek hielp`; without a moment it was now.
pub(super) async fn intervention(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let (words, effect) = effect_of(ask, words);
    let (moment, words) = match moment(ask, words) {
        Begins::At(moment, rest) => (moment, rest),
        Begins::Unsure(readings, rest) => {
            let effect = effect.map_or("", |effect| effect_word(ask, effect));
            return which(ask, case, (Sub::Intervention, &readings), format!("{rest} {effect}").trim_end()).await;
        }
    };
    // A team's own interventions count like those that everybody has.
    let found = meant(ask.library, ask.store, (&case.incident.team, ask.language), words).await?;
    let (slug, name) = match found.as_slice() {
        [one] => one.clone(),
        [] => {
            let typed: String = words.chars().take(40).collect();
            let command = ask.incident_line(&case.incident.number, Sub::Intervention);
            let args = [("typed", typed.into()), ("command", command.into())];
            let text = case.words(ask, "incident-intervention-how", &args);
            return case.says(ask, text).await;
        }
        several => return which_intervention(ask, case, several, (moment, effect)).await,
    };
    let Some(effect) = effect else { return which_effect(ask, case, (&slug, &name), moment).await };
    add(ask, case, moment, Happened::Intervention { slug, effect }, None).await
}

/// Takes the word for what it did from the end.
fn effect_of<'w>(ask: &Ask<'_>, words: &'w str) -> (&'w str, Option<Effect>) {
    let words = words.trim().trim_end_matches(['.', '!', ',']);
    let folded = words.to_lowercase();
    let options = ask.definition.options(Sub::Intervention.id()).iter();
    let ends = options.flat_map(|option| option.words.all().map(move |word| (word, &option.id)));
    let longest = ends.filter(|(word, _)| folded.ends_with(*word)).max_by_key(|(word, _)| word.len());
    match longest.and_then(|(word, id)| Some((word, Effect::from_code(id)?))) {
        Some((word, effect)) if folded.len() == words.len() => {
            let rest = words[..words.len() - word.len()].trim_end().trim_end_matches([':', ',', '-']).trim_end();
            if rest.is_empty() { (words, None) } else { (rest, Some(effect)) }
        }
        _ => (words, None),
    }
}

/// Which of these interventions is meant.
async fn which_intervention(
    ask: &Ask<'_>,
    case: &Case,
    found: &[(String, String)],
    (moment, effect): (When, Option<Effect>),
) -> Result<Reply, StoreError> {
    let found = &found[..found.len().min(5)];
    let choices = numbered(found.iter().map(|(slug, _)| command(ask, case, (slug, &moment), effect)));
    let lines: Vec<Line> = found.iter().map(|(_, name)| Line::new(name.as_str())).collect();
    case.say(ask, |ask| {
        let foot = ask.text("incident-choose", &[("prefix", ask.before_number().into()), ("last", lines.len().into())]);
        let answer = Answer::say(ask.text("incident-which-intervention", &[])).numbered(lines).paragraph(foot);
        Reply { answer, choices, ..Reply::default() }
    })
    .await
}

/// What it did.
async fn which_effect(
    ask: &Ask<'_>,
    case: &Case,
    (slug, name): (&str, &str),
    moment: When,
) -> Result<Reply, StoreError> {
    let choices = numbered(Effect::ALL.iter().map(|effect| command(ask, case, (slug, &moment), Some(*effect))));
    case.say(ask, |ask| {
        let foot = [("prefix", ask.before_number().into()), ("last", Effect::ALL.len().into())];
        let answer = Answer::say(ask.text("incident-which-effect", &[("name", name.into())]))
            .numbered(Effect::ALL.iter().map(|effect| Line::new(ask.effect(*effect))))
            .paragraph(ask.text("incident-choose", &foot));
        Reply { answer, choices, ..Reply::default() }
    })
    .await
}

fn command(ask: &Ask<'_>, case: &Case, (slug, moment): (&str, &When), effect: Option<Effect>) -> String {
    let word = ask.definition.words.shown(Language::Dutch);
    let sub = ask.definition.subcommand_shown(Sub::Intervention.id(), Language::Dutch);
    let effect = effect.map_or("", |effect| effect_word(ask, effect));
    format!("{word} {} {sub} {} {slug} {effect}", case.incident.number, token(moment)).trim_end().to_owned()
}

/// The word for what it did, as it is typed.
fn effect_word<'a>(ask: &Ask<'a>, effect: Effect) -> &'a str {
    ask.definition.option_shown(Sub::Intervention.id(), effect.code(), Language::Dutch)
}

/// A moment that was chosen, in front of the words.
fn token(moment: &When) -> String {
    let until = moment.until.map(|until| format!("-{}", until.timestamp_millis())).unwrap_or_default();
    format!("{AT}{}{until}", moment.from.timestamp_millis())
}

fn numbered(commands: impl Iterator<Item = String>) -> Vec<Choice> {
    (1..)
        .zip(commands)
        .map(|(number, command): (usize, _)| Choice {
            key: number.to_string(),
            words: vec![],
            // A reaction is never encrypted, and the bot puts none under what is about an incident.
            emoji: None,
            command,
        })
        .collect()
}

/// How a line begins.
enum Begins<'w> {
    /// With this moment, or with none and it is now.
    At(When, &'w str),
    /// With words that can mean several.
    Unsure(Vec<When>, &'w str),
}

/// The moment with which these words begin, and the rest. Words that name a time to come are taken as words: what is written into a
/// timeline has happened.
fn moment<'w>(ask: &Ask<'_>, words: &'w str) -> Begins<'w> {
    if let Some((from, until, rest)) = chosen(words) {
        return Begins::At(moment_of(from, until), rest);
    }
    let now = ask.now.with_timezone(&ask.health.time_zone);
    let ends: Vec<usize> =
        words.char_indices().filter(|(_, sign)| sign.is_whitespace()).map(|(at, _)| at).take(MOST_WORDS).collect();
    for end in ends.into_iter().rev() {
        let (typed, rest) = words.split_at(end);
        let typed = typed.trim_end_matches([':', ',', '-', ' ']);
        match when(typed, now, Toward::Past) {
            Ok(found) => return Begins::At(found, rest.trim()),
            Err(NoWhen::Unsure(readings)) => return Begins::Unsure(readings, rest.trim()),
            Err(_) => {}
        }
    }
    Begins::At(When { from: ask.now, until: None }, words.trim())
}

/// The moment that was chosen, in front of the words.
fn chosen(words: &str) -> Option<(i64, Option<i64>, &str)> {
    let (token, rest) = words.strip_prefix(AT)?.split_once(' ')?;
    let (from, until) = token.split_once('-').unwrap_or((token, ""));
    Some((from.parse().ok()?, until.parse().ok(), rest))
}

fn moment_of(from_ms: i64, until_ms: Option<i64>) -> When {
    let moment = |ms| DateTime::<Utc>::from_timestamp_millis(ms).unwrap_or_default();
    When { from: moment(from_ms), until: until_ms.map(moment) }
}

/// Which of these moments is meant.
async fn which(ask: &Ask<'_>, case: &Case, (sub, readings): (Sub, &[When]), text: &str) -> Result<Reply, StoreError> {
    let word = ask.definition.words.shown(Language::Dutch);
    let sub = ask.definition.subcommand_shown(sub.id(), Language::Dutch);
    let command = |reading: &When| format!("{word} {} {sub} {} {text}", case.incident.number, token(reading));
    let choices = numbered(readings.iter().map(command));
    let lines: Vec<Line> = readings
        .iter()
        .map(|reading| {
            let until = reading.until.map(|until| until.timestamp_millis());
            Line::new(at(ask, reading.from.timestamp_millis(), until))
        })
        .collect();
    case.say(ask, |ask| {
        let foot = ask.text("incident-choose", &[("prefix", ask.before_number().into()), ("last", lines.len().into())]);
        let answer = Answer::say(ask.text("incident-which-moment", &[])).numbered(lines).paragraph(foot);
        Reply { answer, choices, ..Reply::default() }
    })
    .await
}

/// Puts a line into the timeline, and says so where everybody may see it.
async fn add(
    ask: &Ask<'_>,
    case: &Case,
    moment: When,
    happened: Happened,
    remark: Option<&Remark<'_>>,
) -> Result<Reply, StoreError> {
    let (mut changes, told) = match added(ask, case, moment, happened).await? {
        Ok(added) => added,
        Err(reply) => return Ok(*reply),
    };
    changes.extend(remark.into_iter().flat_map(|remark| remark.changes.iter().cloned()));
    case.say(ask, |_| Reply { changes, ..Answer::say(told).into() }).await
}

/// The change that puts a line into the timeline, and what is said of it.
async fn added(
    ask: &Ask<'_>,
    case: &Case,
    moment: When,
    happened: Happened,
) -> Result<Result<(Vec<crate::domain::Change>, String), Box<Reply>>, StoreError> {
    let line = case.next_line();
    if usize::try_from(line).is_ok_and(|line| line > MOST_LINES) {
        return Ok(Err(Box::new({
            let text = case.words(ask, "incident-timeline-full", &[("most", MOST_LINES.into())]);
            case.says(ask, text).await
        }?)));
    }
    let (from_ms, until_ms) = (moment.from.timestamp_millis(), moment.until.map(|until| until.timestamp_millis()));
    let args = [
        ("number", case.incident.number.as_str().into()),
        ("line", line.into()),
        ("at", at(ask, from_ms, until_ms).into()),
        ("text", super::line::told_line(ask, &happened).into()),
    ];
    let told = ask.text("incident-logged", &args);
    let new = NewLine {
        line,
        by: case.member.person.clone(),
        organisation: case.member.organisation,
        from_ms,
        until_ms,
        happened,
    };
    let mut changes = vec![case.change(vec![IncidentStep::Logged(Box::new(new))])];
    // The message holds what went into the record: it is taken back when that is erased.
    let said = vec![crate::domain::SaidOf { room: ask.room.clone(), event: ask.event.clone() }];
    changes.push(crate::domain::Change::SaidOf { record: case.incident.record(), said });
    Ok(Ok((changes, told)))
}
