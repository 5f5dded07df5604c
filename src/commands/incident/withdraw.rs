//! Whoever opened an incident takes it back: it is in no answer from then on, its key is overwritten, and what shows it in the chat is
//! taken away as far as the bot may.

use super::words::{SURE, Sub};
use crate::commands::case::{Case, refused};
use crate::commands::taking_back::taken_back;
use crate::commands::{Ask, Desk, Reply};
use crate::domain::incident::{IncidentStep, action_record};
use crate::domain::{Change, Choice, DueChange, DueKind, Language};
use crate::store::{Actions, StoreError};
use crate::text::{Picked, pick};

/// Asks whether it is meant; then does it.
pub(super) async fn withdraw(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    if let Err(refusal) = case.incident.may_withdraw(&case.member) {
        return refused(ask, case, refusal).await;
    }
    let sure = matches!(pick(words, ask.definition.options(Sub::Withdraw.id())), Picked::One(_)) && !words.is_empty();
    if !sure {
        return unsure(ask, case).await;
    }
    let desk = Desk::of(ask);
    let (number, record) = (case.incident.number.as_str(), case.incident.record());
    let mut taken = taken_back(&desk, &record).await?;
    let mut changes = vec![case.change(vec![IncidentStep::Withdrawn]), Change::Erased { record: record.clone() }];
    changes.append(&mut taken.changes);
    let account = &case.incident.account;
    let ended = |kind, subject| Change::Due(DueChange { account: account.clone(), kind, subject, at_ms: None });
    changes.push(ended(DueKind::EvaluationStep, record.clone()));
    let of_it = Actions { incident: Some(case.incident.number.clone()), ..Actions::default() };
    for action in ask.store.actions(&case.incident.team, &of_it).await? {
        changes.push(ended(DueKind::ActionAsked, action_record(&action.team, &action.number)));
    }
    let reply = case
        .say_alone(ask, |ask| {
            let head = ask.text("incident-withdrawn", &[("number", number.into())]);
            let answer = taken.told(ask, head, ask.text("incident-withdrawn-content", &[]));
            Reply { answer, changes, out: taken.out, ..Reply::default() }
        })
        .await?;
    // The report shows nothing of it.
    Ok(Reply { shows: None, ..reply })
}

async fn unsure(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    let (word, sub) = (
        ask.definition.words.shown(Language::Dutch),
        ask.definition.subcommand_shown(Sub::Withdraw.id(), Language::Dutch),
    );
    let shown = |language| ask.definition.option_shown(Sub::Withdraw.id(), SURE, language).to_owned();
    let choice = Choice {
        key: "1".to_owned(),
        words: vec![shown(Language::Dutch), shown(Language::English)],
        emoji: None,
        command: format!("{word} {} {sub} {}", case.incident.number, shown(Language::Dutch)),
    };
    case.say_alone(ask, |ask| {
        let args = [("number", case.incident.number.as_str().into()), ("yes", shown(ask.language).into())];
        Reply { choices: vec![choice], ..ask.say("incident-withdraw-sure", &args) }
    })
    .await
}
