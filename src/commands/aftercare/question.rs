//! A check-in and what is answered to it. Only a number is asked. It is stored nowhere: not in a table, not in the log, and what
//! follows from it is a few words and whom to call.

use super::words::{Number, Sub, choice, chosen};
use super::{any_words, contacts, talk};
use crate::catalogue::Definition;
use crate::commands::{Ask, Desk, Reply};
use crate::domain::aftercare::CheckIn;
use crate::domain::{Change, Choice, DueChange, DueKind, Language};
use crate::store::{StoreError, TakesPart};
use crate::text::{Answer, Line, Picked, pick};
use talk::Talk;

const NUMBERS: [(Number, &str); 3] = [
    (Number::Well, "aftercare-answer-well"),
    (Number::Talk, "aftercare-answer-talk"),
    (Number::Later, "aftercare-answer-later"),
];

/// The question of this moment, and what can be answered.
pub(super) fn asked(
    desk: &Desk<'_>,
    definition: &Definition,
    language: Language,
    question: CheckIn,
) -> (Answer, Vec<Choice>) {
    let key = match question {
        CheckIn::FirstDay => "aftercare-ask-first-day",
        CheckIn::Days => "aftercare-ask-days",
        CheckIn::Week => "aftercare-ask-week",
        CheckIn::Weeks => "aftercare-ask-weeks",
        CheckIn::Months => "aftercare-ask-months",
    };
    let stop = definition.subcommand_shown(Sub::Stop.id(), language);
    let mut answer = Answer::say(desk.text(language, key, &[]))
        .numbered(NUMBERS.map(|(_, key)| Line::new(desk.text(language, key, &[]))));
    if question >= CheckIn::Week {
        answer = answer.then(contacts::whom(desk, language, "aftercare-call"));
    }
    answer = answer.paragraph(desk.text(language, "aftercare-ask-how", &[("stop", stop.into())]));
    if question == CheckIn::Months {
        let command = definition.words.shown(language);
        answer = answer.paragraph(desk.text(language, "aftercare-ask-last", &[("command", command.into())]));
    }
    let number = |(index, (number, _)): (usize, &(Number, &str))| Choice {
        key: (index + 1).to_string(),
        words: definition
            .options(Sub::Answer.id())
            .iter()
            .filter(|option| option.id == number.id())
            .flat_map(|option| option.words.all().map(str::to_owned))
            .collect(),
        // A reaction is never encrypted: the server could read the answer from it.
        emoji: None,
        command: chosen(definition, Sub::Answer, Some(*number)),
    };
    let mut choices: Vec<Choice> = NUMBERS.iter().enumerate().map(number).collect();
    choices.extend([choice(definition, Sub::Stop), any_words(definition)]);
    (answer, choices)
}

/// Somebody chose a number: question and answer go at once.
pub(super) async fn answered(ask: &Ask<'_>, takes_part: Option<TakesPart>, typed: &str) -> Result<Reply, StoreError> {
    let number = match pick(typed, ask.definition.options(Sub::Answer.id())) {
        Picked::One(option) if !typed.trim().is_empty() => Number::called(&option.id),
        _ => None,
    };
    let Some(number) = number else { return Ok(words(ask, takes_part)) };
    let desk = Desk::of(ask);
    let heard = |key: &str| Answer::say(ask.text(key, &[]));
    let answer = match number {
        Number::Well => heard("aftercare-heard-well"),
        Number::Talk => heard("aftercare-danger").then(heard("aftercare-heard-talk")).then(contacts::whom(
            &desk,
            ask.language,
            "aftercare-call-now",
        )),
        Number::Later => heard("aftercare-heard-later").then(contacts::whom(&desk, ask.language, "aftercare-call")),
    };
    let answer = answer.paragraph(ask.text("aftercare-heard-gone", &[]));
    let choices = vec![choice(ask.definition, Sub::Stop), any_words(ask.definition)];
    let reply = Reply { answer, choices, ..Reply::default() };
    let Some(takes_part) = takes_part else { return Ok(Talk::alone(ask).taken_at_once().reply(reply)) };
    // After the last question nothing is left to be kept.
    if takes_part.plan.next.is_none() {
        let (ended, out) = talk::ended(&desk, &takes_part).await?;
        let choices = vec![any_words(ask.definition)];
        return Ok(Talk::alone(ask).taken_at_once().reply(Reply { changes: vec![ended], out, choices, ..reply }));
    }
    let (forgotten, out) = talk::forgotten(&desk, &takes_part.id).await?;
    let (account, kind) = (ask.health.account.clone(), DueKind::CheckInForgotten);
    let no_more = DueChange { account, kind, subject: takes_part.id.clone(), at_ms: None };
    let changes = vec![forgotten, Change::Due(no_more)];
    Ok(Talk::of(ask, &takes_part.id).taken_at_once().reply(Reply { changes, out, ..reply }))
}

/// Somebody said words where a number is enough: they are taken away, and the question stays.
pub(super) fn words(ask: &Ask<'_>, takes_part: Option<TakesPart>) -> Reply {
    let help = ask.library.catalogue.definition("help").map_or("", |it| it.words.shown(ask.language));
    let answer = Answer::say(ask.text("aftercare-danger", &[]))
        .paragraph(ask.text("aftercare-heard-words", &[]))
        .then(contacts::whom(&Desk::of(ask), ask.language, "aftercare-call"))
        .paragraph(ask.text("aftercare-heard-words-search", &[("help", help.into())]))
        .paragraph(ask.text("aftercare-heard-gone", &[]));
    let talk = match takes_part {
        Some(takes_part) => Talk::of(ask, &takes_part.id),
        None => Talk::alone(ask),
    };
    talk.taken_at_once().reply(answer.into())
}
