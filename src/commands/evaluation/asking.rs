//! What is said on the path when its time has come: the words, with their reason, to those for whom they are. Rooms in which not
//! everybody may see the incident hear nothing, and nobody is called to account: what is missing is told by organisation.

use super::around::{Around, moment, organisations};
use super::date;
use crate::catalogue::RoomKind;
use crate::commands::{Desk, aftercare};
use crate::domain::evaluation::{Evaluation, Moment, PathStep, Told};
use crate::domain::incident::Nature;
use crate::domain::{Choice, Language, Member, Role, Turn, UserId};
use crate::store::StoreError;
use crate::text::{Answer, Line};

/// What follows from something of the path whose time has come. `after` is how far the evaluation has come with it.
pub(super) async fn say(
    desk: &Desk<'_>,
    around: &Around<'_>,
    after: &mut Evaluation,
    told: Told,
) -> Result<Turn, StoreError> {
    match told {
        Told::Asked(Moment::Debrief | Moment::DebriefAgain) => debrief(desk, around, told).await,
        Told::Asked(moment @ (Moment::Invited | Moment::Midway | Moment::LastCall)) => {
            invited(desk, around, after, moment).await
        }
        Told::Asked(Moment::Dates) => date::proposed(desk, around, after).await,
        Told::Asked(moment @ (Moment::Late | Moment::Reminder)) => missing(desk, around, after, moment).await,
        Told::Asked(Moment::Last) => last(desk, around).await,
        Told::Settle => date::over(desk, around, after).await,
        Told::Today => today(desk, around, after).await,
    }
}

/// In the room where everybody may see it, and calls these people; without one, to who leads it.
async fn in_room_or_to_leader(
    desk: &Desk<'_>,
    around: &Around<'_>,
    people: &[UserId],
    words: impl Fn(Language, RoomKind) -> (Answer, Vec<Choice>),
) -> Result<Turn, StoreError> {
    if let Some(there) = around.room(desk).await? {
        let (answer, choices) = words(there.2, RoomKind::Chain);
        return Ok(Turn { out: around.announce(desk, &there, &answer, people, choices), changes: vec![] });
    }
    let Some(leader) = around.leader() else { return Ok(Turn::nothing()) };
    let language = desk.language_of(&leader.person).await?;
    let (answer, choices) = words(language, RoomKind::Direct);
    let changes = desk.tell(leader, language, &answer, choices, Some(&around.incident.record()));
    Ok(Turn { changes, out: vec![] })
}

/// Five to ten minutes with whoever was there. Nothing of it is kept but that it was held.
async fn debrief(desk: &Desk<'_>, around: &Around<'_>, told: Told) -> Result<Turn, StoreError> {
    let again = told == Told::Asked(Moment::DebriefAgain);
    let evaluation = desk.library.catalogue.definition("evaluation");
    let words = |sub: &str| -> Vec<String> {
        evaluation
            .and_then(|it| it.subcommand_called(sub))
            .map_or(vec![], |it| it.words.all().map(str::to_owned).collect())
    };
    let step = |language| evaluation.map_or("", |it| it.option_shown("done", PathStep::Debrief.code(), language));
    in_room_or_to_leader(desk, around, &[], |language, kind| {
        let key = if again { "evaluation-debrief-again" } else { "evaluation-debrief" };
        let done = format!("{} {}", around.command(desk, language, kind, "done"), step(language));
        let number = around.incident.number.as_str();
        let answer = Answer::say(desk.text(language, key, &[("number", number.into())]))
            .paragraph(desk.text(language, "evaluation-debrief-how", &[("command", done.into())]))
            .paragraph(aftercare::offer(desk, language));
        let choice = Choice {
            key: "1".to_owned(),
            words: words("done"),
            // A reaction is never encrypted, and the bot puts none under what is about an incident.
            emoji: None,
            command: format!("{} {}", around.chosen(desk, "done"), step(Language::Dutch)),
        };
        (answer, vec![choice])
    })
    .await
}

/// To everybody who takes part and has not answered, in private.
async fn invited(
    desk: &Desk<'_>,
    around: &Around<'_>,
    after: &mut Evaluation,
    moment: Moment,
) -> Result<Turn, StoreError> {
    let Some(path) = &mut after.path else { return Ok(Turn::nothing()) };
    path.joined(&around.seers());
    let mut turn = Turn::nothing();
    for one in path.participants.iter().filter(|one| !one.answered) {
        let Some(member) = around.seer(&one.person) else { continue };
        let language = desk.language_of(&member.person).await?;
        let key = match moment {
            Moment::Midway => "evaluation-invited-again",
            Moment::LastCall => "evaluation-invited-last",
            _ => "evaluation-invited",
        };
        let until = path.step(PathStep::Before).map(|taken| desk.day(language, taken.until)).unwrap_or_default();
        let args = [
            ("number", around.incident.number.as_str().into()),
            ("from", path.terms.before.from.into()),
            ("until", path.terms.before.until.into()),
            ("day", until.into()),
        ];
        let head = desk.text(language, key, &args);
        turn.changes.extend(invitation(desk, around, (member, language), head));
    }
    Ok(turn)
}

/// An invitation to answer beforehand, with what can be done with it.
pub(super) fn invitation(
    desk: &Desk<'_>,
    around: &Around<'_>,
    (member, language): (&Member, Language),
    head: String,
) -> Vec<crate::domain::Change> {
    let evaluation = desk.library.catalogue.definition("evaluation");
    let light = around.incident.nature == Nature::NearMiss;
    let about = if light { "evaluation-about-light" } else { "evaluation-about" };
    let what = ["evaluation-choose-begin", "evaluation-choose-nothing", "evaluation-choose-give"];
    let answer = Answer::say(head)
        .paragraph(desk.text(language, about, &[]))
        .numbered(what.map(|key| Line::new(desk.text(language, key, &[]))));
    let choice = |(index, sub): (usize, &str)| Choice {
        key: (index + 1).to_string(),
        words: evaluation
            .and_then(|it| it.subcommand_called(sub))
            .map_or(vec![], |it| it.words.all().map(str::to_owned).collect()),
        // A reaction is never encrypted, and the bot puts none under what is about an incident.
        emoji: None,
        command: around.chosen(desk, sub),
    };
    let choices = ["before", "pass", "hand_over"].into_iter().enumerate().map(choice).collect();
    desk.tell(member, language, &answer, choices, Some(&around.incident.record()))
}

/// The session has not been held in time: what is missing, and from which organisation.
async fn missing(
    desk: &Desk<'_>,
    around: &Around<'_>,
    after: &mut Evaluation,
    moment: Moment,
) -> Result<Turn, StoreError> {
    let Some(path) = &mut after.path else { return Ok(Turn::nothing()) };
    path.joined(&around.seers());
    let path = &*path;
    let open = after.poll.as_ref().filter(|poll| poll.settled_ms.is_none() && !poll.proposals.is_empty());
    let begun = after.session.is_some();
    let (lacks, who): (&str, Vec<_>) = match open {
        _ if begun => ("", vec![]),
        Some(poll) => ("evaluation-missing-votes", poll.silent(&path.participants).into_iter().collect()),
        None => {
            let silent = path.organisations().into_iter().filter(|(_, answered)| !answered);
            ("evaluation-missing-answers", silent.map(|(organisation, _)| organisation).collect())
        }
    };
    in_room_or_to_leader(desk, around, &[], |language, kind| {
        let key = match (begun, moment) {
            (true, _) => "evaluation-unfinished",
            (false, Moment::Late) => "evaluation-late",
            (false, _) => "evaluation-late-again",
        };
        let (from, until, day) = (path.terms.session.from, path.terms.session.until, path.terms.reminder);
        let args = [
            ("number", around.incident.number.as_str().into()),
            ("from", from.into()),
            ("until", until.into()),
            ("day", day.into()),
        ];
        let mut answer = Answer::say(desk.text(language, key, &args));
        if !who.is_empty() {
            let who = organisations(desk, language, who.iter().copied());
            answer = answer.paragraph(desk.text(language, lacks, &[("who", who.into())]));
        }
        let command = |sub| around.command(desk, language, kind, sub).into();
        let args = [("date", command("date")), ("start", command("start")), ("skip", command("skip"))];
        (answer.paragraph(desk.text(language, "evaluation-late-how", &args)), vec![])
    })
    .await
}

/// The coordinators hear the number and what is overdue, whether they may see the incident or not, and no more.
async fn last(desk: &Desk<'_>, around: &Around<'_>) -> Result<Turn, StoreError> {
    let mut turn = Turn::nothing();
    for member in around.members.iter().filter(|one| one.role == Role::Coordinator && one.is_active()) {
        let language = desk.language_of(&member.person).await?;
        let days = around.incident.evaluation.path.as_ref().map_or(0, |path| path.terms.last);
        let args = [("number", around.incident.number.as_str().into()), ("day", days.into())];
        let answer = Answer::say(desk.text(language, "evaluation-last", &args));
        turn.changes.extend(desk.tell(member, language, &answer, vec![], Some(&around.incident.record())));
    }
    Ok(turn)
}

/// The session is today.
async fn today(desk: &Desk<'_>, around: &Around<'_>, after: &Evaluation) -> Result<Turn, StoreError> {
    let Some(at) = after.settled() else { return Ok(Turn::nothing()) };
    let people: Vec<UserId> =
        after.path.iter().flat_map(|path| &path.participants).map(|one| one.person.clone()).collect();
    in_room_or_to_leader(desk, around, &people, |language, kind| {
        let args = [
            ("number", around.incident.number.as_str().into()),
            ("moment", moment(desk, language, at.timestamp_millis(), around.zone).into()),
            ("command", around.command(desk, language, kind, "start").into()),
        ];
        (Answer::say(desk.text(language, "evaluation-today", &args)), vec![])
    })
    .await
}
