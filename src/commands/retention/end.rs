//! A record goes: its key is overwritten, a bare row stays, and what shows it in the chat is taken away as far as the bot may. What
//! cannot be taken away is said to whoever took it back; of an end by term everybody was told a week before.

use crate::commands::{Ask, Desk};
use crate::domain::audit::{Action, Actor, Detail, Entry};
use crate::domain::incident::action_record;
use crate::domain::retention::{GoneHow, Life, Record, RetentionChange, RetentionStep};
use crate::domain::{Change, Deed, DueChange, DueKind, Outgoing, Turn};
use crate::store::{Actions, StoreError};
use crate::text::{Answer, Line};

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
    let taken = took_back(desk, &record.name()).await?;
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

/// What is taken back in the chat without a word: nobody has just asked for it.
pub(in crate::commands) struct TookBack {
    /// What is forgotten of it.
    pub(in crate::commands) changes: Vec<Change>,
    /// How it is done.
    pub(in crate::commands) out: Vec<Outgoing>,
}

/// Everything in the chat that shows this record.
pub(in crate::commands) async fn took_back(desk: &Desk<'_>, record: &str) -> Result<TookBack, StoreError> {
    let shown = desk.store.shown_of(record).await?;
    let said = desk.store.said_of(record).await?;
    let mine = shown.into_iter().map(|(room, row)| Outgoing { room, deed: Deed::Redact { row } });
    let theirs = said
        .into_iter()
        .map(|one| Outgoing { room: one.room, deed: Deed::RedactTheirs { event: one.event, otherwise: None } });
    let out = mine.chain(theirs).collect();
    Ok(TookBack { changes: vec![Change::Unsaid { record: record.to_owned() }], out })
}

/// What an erasure does not reach.
pub(in crate::commands) struct Remains {
    lines: Vec<String>,
}

/// What stays when a record goes, as far as it is known here.
pub(in crate::commands) fn remains(ask: &Ask<'_>) -> Remains {
    let notice = ask.health.notice;
    let args = [("redaction", notice.redaction_days.into()), ("backups", notice.backup_days.into())];
    let keys = [
        "erased-stays-read",
        "erased-stays-theirs",
        "erased-stays-servers",
        "erased-stays-backups",
        "erased-stays-trace",
    ];
    Remains { lines: keys.iter().map(|key| ask.text(key, &args)).collect() }
}

impl Remains {
    /// This answer, and what stays.
    pub(in crate::commands) fn after(self, ask: &Ask<'_>, answer: Answer) -> Answer {
        answer.paragraph(ask.text("erased-stays", &[])).list(self.lines.into_iter().map(Line::new))
    }
}
