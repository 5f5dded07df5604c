//! The reporter takes a signal back: it is in no answer from then on, its key is overwritten, and what shows it in the chat is
//! taken away as far as the bot may. What cannot be taken away is said.

use super::open::Case;
use super::refuse::refused;
use super::terms;
use super::words::{SURE, Sub};
use crate::commands::taking_back::taken_back;
use crate::commands::{Ask, Desk, Reply};
use crate::domain::{Change, Choice, Language, SignalStep};
use crate::store::StoreError;
use crate::text::{Answer, Picked, pick};

/// Asks whether it is meant; then does it.
pub(super) async fn withdraw(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    if let Err(refusal) = case.signal.may_withdraw(&case.member) {
        return refused(ask, case, refusal).await;
    }
    let sure = matches!(pick(words, ask.definition.options(Sub::Withdraw.id())), Picked::One(_)) && !words.is_empty();
    if !sure {
        let (word, sub) = (
            ask.definition.words.shown(Language::Dutch),
            ask.definition.subcommand_shown(Sub::Withdraw.id(), Language::Dutch),
        );
        let shown = |language| ask.definition.option_shown(Sub::Withdraw.id(), SURE, language).to_owned();
        let choice = Choice {
            key: "1".to_owned(),
            words: vec![shown(Language::Dutch), shown(Language::English)],
            emoji: None,
            command: format!("{word} {} {sub} {}", case.signal.number, shown(Language::Dutch)),
        };
        return case
            .say_alone(ask, |ask| {
                let args = [("number", case.signal.number.as_str().into()), ("yes", shown(ask.language).into())];
                Reply { choices: vec![choice], ..ask.say("signal-withdraw-sure", &args) }
            })
            .await;
    }
    let desk = Desk::of(ask);
    let (number, record) = (case.signal.number.as_str(), case.signal.record());
    let mut taken = taken_back(&desk, &record).await?;
    let mut changes = vec![case.change(vec![SignalStep::Withdrawn]), Change::Erased { record: record.clone() }];
    changes.append(&mut taken.changes);
    changes.extend(terms::all_ended(&desk, &record));
    for id in ask.store.signal_requests(&case.signal.team, &case.signal.number).await? {
        changes.push(terms::ended(&desk, crate::domain::DueKind::SignalRequest, &id));
    }
    let owner = case.signal.protection.owner.as_ref().and_then(|owner| case.active(owner));
    if let Some(owner) = owner.filter(|_| !case.is_owner()) {
        let language = desk.language_of(&owner.person).await?;
        let told = Answer::say(desk.text(language, "signal-withdrawn-told", &[("number", number.into())]));
        changes.extend(desk.tell(owner, language, &told, vec![], None));
    }
    let reply = case
        .say_alone(ask, |ask| {
            let head = ask.text("signal-withdrawn", &[("number", number.into())]);
            let answer = taken.told(ask, head, ask.text("signal-withdrawn-content", &[]));
            Reply { answer, changes, out: taken.out, ..Reply::default() }
        })
        .await?;
    // The report shows nothing of it.
    Ok(Reply { shows: None, ..reply })
}
