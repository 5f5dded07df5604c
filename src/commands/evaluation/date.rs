//! A date for the session: three proposals within working hours, in the room where everybody may see the incident, votes by number,
//! word or reaction; settled as soon as every organisation can, or by whoever leads. Where there is no such room everybody is asked
//! in private.

use chrono::{DateTime, NaiveDate};

use super::around::{Around, moment, organisations, zone_of};
use crate::catalogue::RoomKind;
use crate::commands::case::{Case, refused};
use crate::commands::{Ask, Desk, Reply};
use crate::domain::evaluation::{Evaluation, PathStep, Poll, Settled, Taken, proposals};
use crate::domain::incident::{IncidentChange, IncidentRefusal, IncidentStep};
use crate::domain::{Change, Choice, EventId, Language, RoomId, Turn, UserId};
use crate::store::StoreError;
use crate::text::{Answer, Line, NoWhen, Toward, When, when};

/// What stands before a proposal that was chosen; nobody types it.
const PROPOSAL: &str = "#voorstel:";
/// What stands before a moment that was chosen from a question; nobody types it.
const AT: &str = "#op:";

/// Dates are proposed: `after` has the poll then.
pub(super) async fn proposed(desk: &Desk<'_>, around: &Around<'_>, after: &mut Evaluation) -> Result<Turn, StoreError> {
    let Some(path) = &mut after.path else { return Ok(Turn::nothing()) };
    path.joined(&around.seers());
    let people: Vec<UserId> = path.participants.iter().map(|one| one.person.clone()).collect();
    let away: Vec<(UserId, NaiveDate)> = desk.store.absences(&around.incident.team).await?;
    let away: Vec<_> = away.into_iter().filter(|(person, _)| people.contains(person)).collect();
    let today = desk.now.with_timezone(&around.zone).date_naive();
    let days = path.step(PathStep::Session).map_or((today, today), |taken| (taken.from, taken.until));
    let at = proposals(days, (desk.now, desk.working, around.zone), &away);
    let there = around.room(desk).await?;
    let poll = Poll::begun(there.as_ref().map(|(room, ..)| room.clone()), &at, desk.now_ms());
    let terms = path.terms;
    let mut turn = Turn::nothing();
    let words = |language: Language, kind: RoomKind| {
        let args = [
            ("number", around.incident.number.as_str().into()),
            ("from", terms.session.from.into()),
            ("until", terms.session.until.into()),
        ];
        let lines = poll.proposals.iter().map(|one| Line::new(moment(desk, language, one.at_ms, around.zone)));
        let key = if kind == RoomKind::Direct { "evaluation-dates-how-alone" } else { "evaluation-dates-how" };
        Answer::say(desk.text(language, "evaluation-dates", &args)).numbered(lines).paragraph(desk.text(
            language,
            key,
            &[],
        ))
    };
    if let Some(there) = there {
        let choices = votes(desk, around, &poll, true);
        turn.out = around.announce(desk, &there, &words(there.2, RoomKind::Chain), &people, choices);
    } else {
        for member in people.iter().filter_map(|person| around.seer(person)) {
            let language = desk.language_of(&member.person).await?;
            let (answer, choices) = (words(language, RoomKind::Direct), votes(desk, around, &poll, false));
            turn.changes.extend(desk.tell(member, language, &answer, choices, Some(&around.incident.record())));
        }
    }
    after.poll = Some(poll);
    Ok(turn)
}

/// What votes. A date is nothing secret: in a room it can be a reaction.
fn votes(desk: &Desk<'_>, around: &Around<'_>, poll: &Poll, reactions: bool) -> Vec<Choice> {
    let vote = around.chosen(desk, "vote");
    let one = |number: usize| Choice {
        key: number.to_string(),
        words: vec![],
        emoji: reactions.then(|| format!("{number}\u{fe0f}\u{20e3}")),
        command: format!("{vote} {number}"),
    };
    let words = desk.library.catalogue.definition("evaluation").and_then(|it| it.subcommand_called("vote"));
    let words: Vec<String> = words.map_or(vec![], |it| it.words.all().map(str::to_owned).collect());
    let by_word = Choice { key: "kan".to_owned(), words, emoji: None, command: vote.clone() };
    (1..=poll.proposals.len()).map(one).chain([by_word]).collect()
}

/// The time to say when one can is over: settled where every organisation can, else whoever leads chooses with one word.
pub(super) async fn over(desk: &Desk<'_>, around: &Around<'_>, after: &mut Evaluation) -> Result<Turn, StoreError> {
    if let Some(path) = &mut after.path {
        path.joined(&around.seers());
    }
    let Some((poll, path)) = after.poll.clone().zip(after.path.as_ref()) else { return Ok(Turn::nothing()) };
    let best = match poll.result(&path.participants) {
        Settled::All(index) => return settled(desk, around, after, poll.proposals[index].at_ms).await,
        Settled::Best(index) => Some(index),
        Settled::None => None,
    };
    let silent = poll.silent(&path.participants);
    let can = best.map(|index| poll.can(index, &path.participants));
    let Some(leader) = around.leader() else { return Ok(Turn::nothing()) };
    let language = desk.language_of(&leader.person).await?;
    let command = around.command(desk, language, RoomKind::Direct, "date");
    let (answer, choices) = match best {
        Some(index) => {
            let args = [
                ("number", around.incident.number.as_str().into()),
                ("moment", moment(desk, language, poll.proposals[index].at_ms, around.zone).into()),
                ("can", organisations(desk, language, can.into_iter().flatten()).into()),
                ("silent", organisations(desk, language, silent.iter().copied()).into()),
                ("missing", silent.len().into()),
                ("command", command.into()),
            ];
            let choice = Choice {
                key: "1".to_owned(),
                words: ["ja", "yes"].map(str::to_owned).to_vec(),
                // A reaction is never encrypted, and the bot puts none under what settles something.
                emoji: None,
                command: format!("{} {PROPOSAL}{}", around.chosen(desk, "date"), index + 1),
            };
            (Answer::say(desk.text(language, "evaluation-best", &args)), vec![choice])
        }
        None => {
            let args = [("number", around.incident.number.as_str().into()), ("command", command.into())];
            (Answer::say(desk.text(language, "evaluation-no-votes", &args)), vec![])
        }
    };
    let changes = desk.tell(leader, language, &answer, choices, Some(&around.incident.record()));
    Ok(Turn { changes, out: vec![] })
}

/// A date is settled, which those who take part hear.
async fn settled(desk: &Desk<'_>, around: &Around<'_>, after: &mut Evaluation, at_ms: i64) -> Result<Turn, StoreError> {
    let there = around.room(desk).await?;
    let room = there.as_ref().map(|(room, ..)| room.clone());
    let poll = after.poll.take().unwrap_or_else(|| Poll::begun(room, &[], desk.now_ms()));
    // Who hears today that it is today need not hear it twice.
    let day = |at: DateTime<chrono::Utc>| at.with_timezone(&around.zone).date_naive();
    let today_said = DateTime::from_timestamp_millis(at_ms).is_some_and(|at| day(at) == day(desk.now));
    after.poll = Some(Poll { settled_ms: Some(at_ms), closed: true, today_said, ..poll });
    if let Some(path) = &mut after.path {
        path.joined(&around.seers());
    }
    let people: Vec<UserId> =
        after.path.iter().flat_map(|path| &path.participants).map(|one| one.person.clone()).collect();
    let words = |language: Language| {
        let moment = moment(desk, language, at_ms, around.zone);
        let args = [("number", around.incident.number.as_str().into()), ("moment", moment.into())];
        Answer::say(desk.text(language, "evaluation-settled", &args))
    };
    let mut turn = Turn::nothing();
    if let Some(there) = there {
        turn.out = around.announce(desk, &there, &words(there.2), &people, vec![]);
    } else {
        for member in people.iter().filter_map(|person| around.seer(person)) {
            let language = desk.language_of(&member.person).await?;
            let record = around.incident.record();
            turn.changes.extend(desk.tell(member, language, &words(language), vec![], Some(&record)));
        }
    }
    Ok(turn)
}

/// `datum` proposes dates; `datum donderdag 14:00` settles one.
pub(super) async fn date(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    if !case.incident.is_kept_by(&case.member) {
        return refused(ask, case, IncidentRefusal::NoPart).await;
    }
    let evaluation = &case.incident.evaluation;
    let ended = evaluation.path.as_ref().and_then(|path| path.step(PathStep::Session)).map(Taken::is_ended);
    if ended != Some(false) {
        let key = if ended.is_none() { "evaluation-not-planned" } else { "evaluation-date-over" };
        let command = ask.evaluation_line(&case.incident.number, "plan");
        let text = case.words(ask, key, &[("command", command.into())]);
        return case.says(ask, text).await;
    }
    let (desk, around) = (Desk::of(ask), Around::of(ask, case).await?);
    let mut after = evaluation.clone();
    if words.trim().is_empty() {
        let waits = after.poll.as_ref().is_some_and(|poll| !poll.closed && poll.settled_ms.is_none());
        if waits {
            return super::show::show(ask, case).await;
        }
        let turn = proposed(&desk, &around, &mut after).await?;
        return went(ask, case, (after, turn), "evaluation-proposed").await;
    }
    let at_ms = match chosen(&after, words) {
        Some(at_ms) => at_ms,
        None => match typed(ask, case, words).await? {
            Ok(at_ms) => at_ms,
            Err(reply) => return Ok(*reply),
        },
    };
    let turn = settled(&desk, &around, &mut after, at_ms).await?;
    went(ask, case, (after, turn), "evaluation-date-set").await
}

/// A proposal or moment that was chosen.
fn chosen(after: &Evaluation, words: &str) -> Option<i64> {
    if let Some(number) = words.strip_prefix(PROPOSAL) {
        let index = number.trim().parse::<usize>().ok()?.checked_sub(1)?;
        return Some(after.poll.as_ref()?.proposals.get(index)?.at_ms);
    }
    words.strip_prefix(AT)?.trim().parse().ok()
}

/// The moment that was typed; otherwise what to say.
async fn typed(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Result<i64, Box<Reply>>, StoreError> {
    let zone = zone_of(&Desk::of(ask), &case.incident.team).await?;
    let readings = match when(words.trim_end_matches(['.', '!']), ask.now.with_timezone(&zone), Toward::Future) {
        Ok(one) | Err(NoWhen::NotOnTheClock(one)) => vec![one],
        Err(NoWhen::Unsure(readings)) => readings,
        Err(_) => vec![],
    };
    // A session begins at a time of the clock.
    let readings: Vec<When> = readings.into_iter().filter(|one| one.until.is_none() && one.from > ask.now).collect();
    match readings.as_slice() {
        [one] => Ok(Ok(one.from.timestamp_millis())),
        [] => {
            let command = ask.evaluation_line(&case.incident.number, "date");
            let typed: String = words.chars().take(40).collect();
            let text = case.words(ask, "evaluation-date-how", &[("typed", typed.into()), ("command", command.into())]);
            Ok(Err(Box::new(case.says(ask, text).await?)))
        }
        several => {
            let evaluation = ask.definition;
            let line = format!(
                "{} {} {}",
                evaluation.words.shown(Language::Dutch),
                case.incident.number,
                evaluation.subcommand_shown("date", Language::Dutch)
            );
            let desk = Desk::of(ask);
            let lines: Vec<Line> = several
                .iter()
                .map(|one| Line::new(moment(&desk, ask.language, one.from.timestamp_millis(), zone)))
                .collect();
            let choices = (1..).zip(several).map(|(number, one): (usize, _)| Choice {
                key: number.to_string(),
                words: vec![],
                emoji: None,
                command: format!("{line} {AT}{}", one.from.timestamp_millis()),
            });
            let choices: Vec<Choice> = choices.collect();
            let reply = case
                .say(ask, |ask| {
                    let foot = [("prefix", ask.before_number().into()), ("last", lines.len().into())];
                    let answer = Answer::say(ask.text("incident-which-moment", &[]))
                        .numbered(lines)
                        .paragraph(ask.text("incident-choose", &foot));
                    Reply { answer, choices, ..Reply::default() }
                })
                .await?;
            Ok(Err(Box::new(reply)))
        }
    }
}

/// The evaluation has come further; others hear what the turn says.
async fn went(ask: &Ask<'_>, case: &Case, went: (Evaluation, Turn), key: &str) -> Result<Reply, StoreError> {
    let text = case.words(ask, key, &[]);
    told(ask, case, went, Answer::say(text)).await
}

async fn told(
    ask: &Ask<'_>,
    case: &Case,
    (after, turn): (Evaluation, Turn),
    answer: Answer,
) -> Result<Reply, StoreError> {
    let due = Around::of(ask, case).await?.due(&Desk::of(ask), &after);
    let mut changes = vec![case.change(vec![IncidentStep::Evaluated(Box::new(after))]), due];
    changes.extend(turn.changes);
    let out = turn.out;
    case.say(ask, |_| Reply { answer, changes, out, ..Reply::default() }).await
}

/// `kan 1 3`: the asker can at these; `kan niet` at none.
pub(super) async fn vote(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let mut after = case.incident.evaluation.clone();
    let open = after.poll.as_mut().filter(|poll| poll.settled_ms.is_none() && !poll.proposals.is_empty());
    let (Some(poll), Some(path)) = (open, after.path.as_mut()) else {
        let text = case.words(ask, "evaluation-no-poll", &[]);
        return case.says(ask, text).await;
    };
    let (desk, around) = (Desk::of(ask), Around::of(ask, case).await?);
    path.joined(&around.seers());
    let numbers: Vec<usize> = words
        .split(|sign: char| !sign.is_ascii_digit())
        .filter_map(|digits| digits.parse::<usize>().ok()?.checked_sub(1))
        .collect();
    let no = words.split_whitespace().next().is_some_and(|word| {
        matches!(crate::text::pick(word, ask.definition.options("release")), crate::text::Picked::One(_))
    });
    let person = &case.member.person;
    if no && numbers.is_empty() {
        poll.cannot(person);
        return went(ask, case, (after, Turn::nothing()), "evaluation-cannot").await;
    }
    let known = numbers.iter().all(|index| *index < poll.proposals.len());
    if no || numbers.is_empty() || !known {
        let text = {
            let command = ask.evaluation_line(&case.incident.number, "vote");
            case.words(
                ask,
                "evaluation-vote-how",
                &[("command", command.into()), ("last", poll.proposals.len().into())],
            )
        };
        return case.says(ask, text).await;
    }
    for index in &numbers {
        poll.votes(ask.event, person, *index);
    }
    let lines: Vec<Line> = numbers
        .iter()
        .map(|index| {
            let who = organisations(&desk, ask.language, poll.can(*index, &path.participants));
            let at = moment(&desk, ask.language, poll.proposals[*index].at_ms, around.zone);
            let args = [("index", (index + 1).into()), ("moment", at.into()), ("who", who.into())];
            Line::new(ask.text("evaluation-voted", &args))
        })
        .collect();
    let turn = match poll.result(&path.participants) {
        Settled::All(index) => {
            let at_ms = poll.proposals[index].at_ms;
            settled(&desk, &around, &mut after, at_ms).await?
        }
        _ => Turn::nothing(),
    };
    told(ask, case, (after, turn), Answer::default().lines(lines)).await
}

/// Somebody took away the message or reaction that said when they can: it is taken back. Nothing when it said nothing of that kind, or
/// the date is settled by now.
pub(crate) async fn unvoted(desk: &Desk<'_>, room: &RoomId, event: &EventId) -> Result<Option<Turn>, StoreError> {
    let Some((team, number)) = desk.store.voted_by(event).await? else { return Ok(None) };
    let Some(incident) = desk.store.incident(&team, &number).await? else { return Ok(None) };
    let mut after = incident.evaluation.clone();
    let taken = after.poll.as_mut().is_some_and(|poll| poll.unvotes(event));
    if !taken || incident.evaluation.settled().is_some() {
        return Ok(None);
    }
    let members = desk.store.members(&team).await?;
    let rules = desk.store.sharing_rules(&team).await?;
    let zone = zone_of(desk, &team).await?;
    let around = Around { incident: &incident, members: &members, rules: &rules, zone };
    let mut out = Vec::new();
    if let Some(there) = around.room(desk).await?.filter(|there| there.0 == *room) {
        let text = desk.text(there.2, "evaluation-unvoted", &[("number", number.as_str().into())]);
        out = around.announce(desk, &there, &Answer::say(text), &[], vec![]);
    }
    let steps = vec![IncidentStep::Evaluated(Box::new(after))];
    let change = Change::Incident(IncidentChange { team, number, seen: incident.version, steps });
    Ok(Some(Turn { changes: vec![change], out }))
}

/// The open search for a date, or the date that was settled, as these lines.
pub(super) fn lines(ask: &Ask<'_>, evaluation: &Evaluation, zone: chrono_tz::Tz) -> Vec<Line> {
    let (Some(poll), desk) = (&evaluation.poll, Desk::of(ask)) else { return vec![] };
    if let Some(at) = evaluation.settled() {
        let past = at < ask.now;
        let key = if past { "evaluation-date-was" } else { "evaluation-date-is" };
        let at = moment(&desk, ask.language, DateTime::timestamp_millis(&at), zone);
        return vec![Line::new(ask.text(key, &[("moment", at.into())]))];
    }
    let participants = evaluation.path.as_ref().map(|path| &path.participants[..]).unwrap_or_default();
    let line = |(index, one): (usize, &crate::domain::evaluation::Proposal)| {
        let who = organisations(&desk, ask.language, poll.can(index, participants));
        let at = moment(&desk, ask.language, one.at_ms, zone);
        let key = if who.is_empty() { "evaluation-proposal" } else { "evaluation-voted" };
        Line::new(ask.text(key, &[("index", (index + 1).into()), ("moment", at.into()), ("who", who.into())]))
    };
    poll.proposals.iter().enumerate().map(line).collect()
}
