//! The term of a record has ended: its key is overwritten, a bare row stays, and what shows it in the chat is taken away as far as the bot
//! may, without a word: everybody was told a week before.

use crate::commands::Desk;
use crate::commands::taking_back::taken_back_silently;
use crate::domain::audit::{Action, Actor, Detail, Entry};
use crate::domain::incident::action_record;
use crate::domain::retention::{GoneHow, Life, Record, RetentionChange, RetentionStep};
use crate::domain::{Change, DueChange, DueKind, Turn};
use crate::store::{Actions, StoreError};

/// The term of a record has ended.
pub(super) async fn ended(desk: &Desk<'_>, life: &Life) -> Result<Turn, StoreError> {
    let record = &life.record;
    let step = RetentionStep::Gone(GoneHow::Expired);
    let mut changes = vec![
        Change::Retention(RetentionChange { record: record.clone(), seen: life.version, step }),
        Change::Erased { record: record.name() },
    ];
    changes.extend(no_longer_due(desk, record).await?);
    let act = Entry::new(desk.now_ms(), Actor::Bot, Action::Erased, record.table(), record.number().as_str());
    let act = act.of(record.team()).with(Detail::Count(u64::from(desk.retention.days(life.kept))));
    changes.push(Change::Audit(act));
    let taken = taken_back_silently(desk, &record.name()).await?;
    changes.extend(taken.changes);
    Ok(Turn { changes, out: taken.out })
}

/// Nothing of a record falls due any more.
async fn no_longer_due(desk: &Desk<'_>, record: &Record) -> Result<Vec<Change>, StoreError> {
    let name = record.name();
    let mut over: Vec<(DueKind, String)> = Vec::new();
    match record {
        Record::Signal(team, number) => {
            let terms = [DueKind::SignalUntaken, DueKind::SignalFeedback, DueKind::SignalFeedbackLate];
            over.extend(terms.map(|kind| (kind, name.clone())));
            let open = desk.store.signal_requests(team, number).await?;
            over.extend(open.into_iter().map(|id| (DueKind::SignalRequest, id)));
        }
        Record::Incident(team, number) => {
            over.extend([DueKind::EvaluationStep, DueKind::YouthAftercare].map(|kind| (kind, name.clone())));
            let of_it = Actions { incident: Some(number.clone()), ..Actions::default() };
            let actions = desk.store.actions(team, &of_it).await?;
            over.extend(actions.iter().map(|one| (DueKind::ActionAsked, action_record(&one.team, &one.number))));
        }
    }
    let ended = |(kind, subject)| Change::Due(DueChange { account: desk.account.clone(), kind, subject, at_ms: None });
    Ok(over.into_iter().map(ended).collect())
}
