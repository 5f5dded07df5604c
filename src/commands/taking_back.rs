//! What shows an erased record in the chat is taken away as far as the bot may; what cannot be taken away is said. That the record is
//! erased, and who may decide that, is its command's.

use super::ask::Ask;
use super::desk::Desk;
use super::retention::remains;
use crate::domain::{Deed, Outgoing, Say};
use crate::store::StoreError;
use crate::text::{Answer, Line};

/// What is taken away with a record.
pub(super) struct TakenBack {
    /// So many messages of the bot's own.
    mine: usize,
    /// So many messages of people; where the bot may not, their sender hears how they can.
    theirs: usize,
    /// How it is done.
    pub(super) out: Vec<Outgoing>,
}

/// Everything in the chat that shows this record.
pub(super) async fn taken_back(desk: &Desk<'_>, record: &str) -> Result<TakenBack, StoreError> {
    let shown = desk.store.shown_of(record).await?;
    let said = desk.store.said_of(record).await?;
    let (mine, theirs) = (shown.len(), said.len());
    let mut out: Vec<Outgoing> =
        shown.into_iter().map(|(room, row)| Outgoing { room, deed: Deed::Redact { row } }).collect();
    for one in said {
        let language = desk.language_in(&one.room).await?;
        let otherwise = Say {
            message: desk.words(language, "cannot-take-back"),
            reply_to: Some(one.event.clone()),
            ..Say::default()
        };
        let deed = Deed::RedactTheirs { event: one.event, otherwise: Some(Box::new(otherwise)) };
        out.push(Outgoing { room: one.room, deed });
    }
    Ok(TakenBack { mine, theirs, out })
}

impl TakenBack {
    /// What is gone, the content first, and what stays.
    pub(super) fn told(&self, ask: &Ask<'_>, head: String, content: String) -> Answer {
        let args = [("mine", self.mine.into()), ("theirs", self.theirs.into())];
        let gone = Answer::say(head)
            .paragraph(ask.text("erased-gone", &[]))
            .list([Line::new(content), Line::new(ask.text("erased-shown", &args))]);
        remains(ask).after(ask, gone)
    }
}
