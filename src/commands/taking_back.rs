//! What shows an erased record in the chat is taken away as far as the bot may; what cannot be taken away is said. That the record is
//! erased, and who may decide that, is its command's.

use super::ask::Ask;
use super::desk::Desk;
use crate::domain::{Change, Deed, Outgoing, Say};
use crate::store::StoreError;
use crate::text::{Answer, Line};

/// What is taken away with a record.
pub(super) struct TakenBack {
    /// So many messages of the bot's own.
    mine: usize,
    /// So many messages of people; where the bot may not, their sender hears how they can, unless nobody waits for an answer.
    theirs: usize,
    /// What is forgotten with it.
    pub(super) changes: Vec<Change>,
    /// How it is done.
    pub(super) out: Vec<Outgoing>,
}

/// Everything in the chat that shows this record, for somebody who asked for it just now.
pub(super) async fn taken_back(desk: &Desk<'_>, record: &str) -> Result<TakenBack, StoreError> {
    gathered(desk, record, true).await
}

/// The same without a word to anybody.
pub(super) async fn taken_back_silently(desk: &Desk<'_>, record: &str) -> Result<TakenBack, StoreError> {
    gathered(desk, record, false).await
}

async fn gathered(desk: &Desk<'_>, record: &str, tells: bool) -> Result<TakenBack, StoreError> {
    let shown = desk.store.shown_of(record).await?;
    let said = desk.store.said_of(record).await?;
    let (mine, theirs) = (shown.len(), said.len());
    let mut out: Vec<Outgoing> =
        shown.into_iter().map(|(room, row)| Outgoing { room, deed: Deed::Redact { row } }).collect();
    for one in said {
        let otherwise = if tells {
            let language = desk.language_in(&one.room).await?;
            let message = desk.words(language, "cannot-take-back");
            Some(Box::new(Say { message, reply_to: Some(one.event.clone()), ..Say::default() }))
        } else {
            None
        };
        out.push(Outgoing { room: one.room, deed: Deed::RedactTheirs { event: one.event, otherwise } });
    }
    Ok(TakenBack { mine, theirs, changes: vec![Change::Unsaid { record: record.to_owned() }], out })
}

/// What an erasure does not reach.
const STAYS: [&str; 5] =
    ["erased-stays-read", "erased-stays-theirs", "erased-stays-servers", "erased-stays-backups", "erased-stays-trace"];

impl TakenBack {
    /// What is gone, the content first, and what stays.
    pub(super) fn told(&self, ask: &Ask<'_>, head: String, content: String) -> Answer {
        let args = [("mine", self.mine.into()), ("theirs", self.theirs.into())];
        let notice = ask.health.notice;
        let days = [("redaction", notice.redaction_days.into()), ("backups", notice.backup_days.into())];
        Answer::say(head)
            .paragraph(ask.text("erased-gone", &[]))
            .list([Line::new(content), Line::new(ask.text("erased-shown", &args))])
            .paragraph(ask.text("erased-stays", &[]))
            .list(STAYS.map(|key| Line::new(ask.text(key, &days))))
    }
}
