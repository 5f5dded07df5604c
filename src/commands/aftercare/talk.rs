//! What is said about aftercare is taken back within the hour. Each answer of the bot, with the message that asked, is a part of a
//! talk: it shows a record of its own, by which both are found. Afterwards nothing points to it.

use crate::commands::{Ask, Desk, Reply, To};
use crate::domain::aftercare::{AftercareChange, AftercareStep, FORGOTTEN_AFTER_MS, aftercare_record};
use crate::domain::{Change, Deed, DueChange, DueKind, Outgoing, Reach, RoomId, SaidOf, Say};
use crate::store::{StoreError, TakesPart, new_id};

/// A part of a talk: what was asked and what is answered.
pub(super) struct Talk<'a> {
    ask: &'a Ask<'a>,
    id: String,
    at_once: bool,
}

impl<'a> Talk<'a> {
    /// With somebody who takes part; what ends their aftercare takes this part along.
    pub(super) fn of(ask: &'a Ask<'a>, plan: &str) -> Self {
        Self { ask, id: format!("{plan}/{}", new_id()), at_once: false }
    }

    /// With somebody who takes no part, or does not any more.
    pub(super) fn alone(ask: &'a Ask<'a>) -> Self {
        Self { ask, id: new_id(), at_once: false }
    }

    /// The message that asked is taken away at once.
    pub(super) fn taken_at_once(self) -> Self {
        Self { at_once: true, ..self }
    }

    /// This reply for the asker alone, to be taken back within the hour with the message that asked.
    pub(super) fn reply(self, mut reply: Reply) -> Reply {
        let Self { ask, id, at_once } = self;
        let record = aftercare_record(&id);
        if at_once {
            let otherwise = Say { message: ask.words("cannot-take-back", &[]), ..Say::default() };
            let deed = Deed::RedactTheirs { event: ask.event.clone(), otherwise: Some(Box::new(otherwise)) };
            reply.out.push(Outgoing { room: ask.room.clone(), deed });
        } else {
            let said = vec![SaidOf { room: ask.room.clone(), event: ask.event.clone() }];
            reply.changes.push(Change::SaidOf { record: record.clone(), said });
        }
        reply.changes.push(Change::Due(DueChange {
            account: ask.health.account.clone(),
            kind: DueKind::CheckInForgotten,
            subject: id,
            at_ms: Some(ask.now.timestamp_millis() + FORGOTTEN_AFTER_MS),
        }));
        // Who has left all teams is answered as well: only that nobody else is there counts.
        let reach = Reach {
            people: vec![ask.sender.clone()],
            teams: vec![],
            direct: true,
            instead: ask.words("direct-changed", &[]),
        };
        Reply { to: To::These(Box::new(reach)), shows: Some(record.into_boxed_str()), ..reply }
    }
}

/// What takes these messages away: the bot's own rows, and what people said. Nobody waits for an answer.
fn taken_away(shown: &[(RoomId, i64)], said: Vec<SaidOf>) -> Vec<Outgoing> {
    let mine = shown.iter().map(|(room, row)| Outgoing { room: room.clone(), deed: Deed::Redact { row: *row } });
    let theirs = said
        .into_iter()
        .map(|one| Outgoing { room: one.room, deed: Deed::RedactTheirs { event: one.event, otherwise: None } });
    mine.chain(theirs).collect()
}

/// What was said under this name is taken away.
pub(super) async fn forgotten(desk: &Desk<'_>, id: &str) -> Result<(Change, Vec<Outgoing>), StoreError> {
    let (shown, said) = desk.store.aftercare_talk(id, false).await?;
    let step = AftercareStep::Forgotten { rows: shown.iter().map(|(_, row)| *row).collect() };
    let change = AftercareChange { account: desk.account.clone(), id: id.to_owned(), step };
    Ok((Change::Aftercare(change), taken_away(&shown, said)))
}

/// Somebody takes part no more: all that was said of it is taken away, and nothing is left.
pub(super) async fn ended(desk: &Desk<'_>, takes_part: &TakesPart) -> Result<(Change, Vec<Outgoing>), StoreError> {
    let (shown, said) = desk.store.aftercare_talk(&takes_part.id, true).await?;
    let rows = shown.iter().map(|(_, row)| *row).collect();
    let step = AftercareStep::Ended { seen: takes_part.seen.clone(), rows };
    let change = AftercareChange { account: desk.account.clone(), id: takes_part.id.clone(), step };
    Ok((Change::Aftercare(change), taken_away(&shown, said)))
}
