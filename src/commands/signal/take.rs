//! Somebody follows a signal up: by their word, in whatever room; a wave at a notice only leads to the question.

use super::notices::phones;
use super::open::Case;
use super::refuse::refused;
use super::terms;
use super::words::Sub;
use crate::commands::{Ask, Desk, Reply};
use crate::domain::{Choice, DueKind, Language};
use crate::store::StoreError;
use crate::text::Answer;

/// The asker follows it up from now on; the reporter hears so.
pub(super) async fn take(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    let step = match case.signal.take(&case.member, &case.members) {
        Ok(step) => step,
        Err(refusal) => return refused(ask, case, refusal).await,
    };
    let desk = Desk::of(ask);
    let record = case.signal.record();
    let mut changes = vec![case.change(vec![step]), terms::ended(&desk, DueKind::SignalUntaken, &record)];
    if let Some(author) = case.author().filter(|_| !case.is_author()) {
        let language = desk.language_of(&author.person).await?;
        let organisation = ask.library.organisations.name(case.member.organisation, language);
        let args = [
            ("number", case.signal.number.as_str().into()),
            ("who", case.member.person.localpart().into()),
            ("organisation", organisation.into()),
        ];
        let said = Answer::say(desk.text(language, "signal-taken-told", &args));
        changes.extend(desk.tell(author, language, &said, vec![], Some(&record)));
    }
    let phones = phones(&desk, &case.signal.team, ask.language).await?;
    case.view(ask, |ask, seen| {
        let content = seen.view.content();
        let command = ask.line(&case.signal.number, ask.sub(Sub::Feedback));
        let args = [
            ("number", case.signal.number.as_str().into()),
            ("day", ask.day(content.feedback_on).into()),
            ("command", command.into()),
        ];
        let own = case.is_author();
        let mut answer = Answer::say(ask.text(if own { "signal-taken-own" } else { "signal-taken" }, &args));
        if content.level == crate::domain::signal::HIGHEST_LEVEL {
            answer = answer.then(phones);
        }
        Reply { answer, changes, ..Reply::default() }
    })
    .await
}

/// Asks somebody who waved at a notice, in private, whether they take it.
pub(super) async fn wave(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    if let Err(refusal) = case.signal.take(&case.member, &case.members) {
        return refused(ask, case, refusal).await;
    }
    let dutch = |sub: Sub| ask.definition.subcommand_shown(sub.id(), Language::Dutch).to_owned();
    let word = ask.definition.words.shown(Language::Dutch);
    let choice = Choice {
        key: "1".to_owned(),
        words: vec![dutch(Sub::Take), ask.sub(Sub::Take).to_owned(), "ja".to_owned(), "yes".to_owned()],
        emoji: None,
        command: format!("{word} {} {}", case.signal.number, dutch(Sub::Take)),
    };
    case.say_alone(ask, |ask| {
        let args = [("number", case.signal.number.as_str().into()), ("take", ask.sub(Sub::Take).into())];
        Reply { choices: vec![choice], ..ask.say("signal-wave", &args) }
    })
    .await
}
