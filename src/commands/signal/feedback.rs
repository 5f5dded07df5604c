//! What the reporter hears back, and that they have read it.

use super::open::Case;
use super::refuse::refused;
use super::words::Sub;
use super::{open, terms};
use crate::catalogue::RoomKind;
use crate::commands::{Ask, Desk, Reply};
use crate::domain::{Choice, DueKind, LONGEST_REMARK, Language, SignalStep};
use crate::store::{StoreError, new_id};
use crate::text::Answer;

/// The owner tells the reporter something.
pub(super) async fn feedback(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    if let Err(refusal) = case.signal.may_feed_back(&case.member) {
        return refused(ask, case, refusal).await;
    }
    let remark = match remark(ask, case, words, "signal-feedback-how").await? {
        Ok(remark) => remark,
        Err(reply) => return Ok(*reply),
    };
    let desk = Desk::of(ask);
    let (id, record) = (new_id(), case.signal.record());
    let step = SignalStep::Feedback { id: id.clone(), by: case.member.person.clone(), text: remark.text.to_owned() };
    let mut changes = remark.changes;
    changes.push(case.change(vec![step]));
    changes
        .extend([DueKind::SignalFeedback, DueKind::SignalFeedbackLate].map(|kind| terms::ended(&desk, kind, &record)));
    let Some(author) = case.author() else {
        return case.say(ask, |ask| ask.say("signal-author-gone", &[])).await;
    };
    let language = desk.language_of(&author.person).await?;
    let organisation = ask.library.organisations.name(case.member.organisation, language);
    let args = [
        ("number", case.signal.number.as_str().into()),
        ("who", case.member.person.localpart().into()),
        ("organisation", organisation.into()),
    ];
    let read = ask.definition.subcommand_shown(Sub::Read.id(), language);
    let show = desk.command(language, RoomKind::Direct, "signal", case.signal.number.as_str());
    let command = format!("{show} {read}");
    let said = Answer::say(desk.text(language, "signal-feedback-told", &args)).paragraph(remark.text).paragraph(
        desk.text(language, "signal-feedback-receipt", &[("read", read.into()), ("command", command.into())]),
    );
    changes.extend(desk.tell(author, language, &said, vec![receipt(ask, case, &id)], Some(&record)));
    case.say(ask, |ask| Reply { changes, ..ask.say("signal-feedback-sent", &[]) }).await
}

/// What the reporter types to say that they have read it.
fn receipt(ask: &Ask<'_>, case: &Case, id: &str) -> Choice {
    let shown = |language| ask.definition.subcommand_shown(Sub::Read.id(), language).to_owned();
    let word = ask.definition.words.shown(Language::Dutch);
    Choice {
        key: shown(Language::Dutch),
        words: vec![shown(Language::English), "👍".to_owned(), "ok".to_owned()],
        // A reaction is never encrypted, and the bot puts none under what is about a signal.
        emoji: None,
        command: format!("{word} {} {} {id}", case.signal.number, shown(Language::Dutch)),
    }
}

/// The reporter has read it; who wrote it hears so. Without a name the newest that is unread is meant.
pub(super) async fn read(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    if !case.is_author() {
        return refused(ask, case, crate::domain::SignalRefusal::NotAuthor).await;
    }
    let alone = crate::domain::Audience::person(case.member.clone().into());
    let view = case.signal.content.for_audience(&alone, &case.rules);
    let heard = view.iter().flat_map(|view| &view.content().feedback);
    let unread = heard
        .filter_map(|feedback| Some(feedback.for_audience(&alone, &case.rules)?.content().clone()))
        .filter(|feedback| feedback.read_ms.is_none())
        .rfind(|feedback| words.is_empty() || words == feedback.id);
    let Some(feedback) = unread else {
        return case.say(ask, |ask| ask.say("signal-feedback-none", &[])).await;
    };
    let desk = Desk::of(ask);
    let mut changes = vec![case.change(vec![SignalStep::FeedbackRead { id: feedback.id }])];
    if let Some(writer) = case.active(&feedback.by) {
        let language = desk.language_of(&writer.person).await?;
        let args = [("number", case.signal.number.as_str().into())];
        let said = Answer::say(desk.text(language, "signal-feedback-read-told", &args));
        changes.extend(desk.tell(writer, language, &said, vec![], Some(&case.signal.record())));
    }
    case.say(ask, |ask| Reply { changes, ..ask.say("signal-feedback-noted", &[]) }).await
}

/// The words after a subcommand that carries some, guarded; or what to say instead.
pub(super) async fn remark<'w>(
    ask: &Ask<'_>,
    case: &Case,
    words: &'w str,
    how: &'static str,
) -> Result<Result<crate::commands::guarding::Remark<'w>, Box<Reply>>, StoreError> {
    let say = async |key: &'static str, length: usize| {
        open::Case::say(case, ask, |ask| {
            let typed = ask.words.split_whitespace().nth(1).unwrap_or_default();
            let command = ask.line(&case.signal.number, typed);
            let args = [("command", command.into()), ("length", length.into()), ("most", LONGEST_REMARK.into())];
            ask.say(key, &args)
        })
        .await
    };
    let remark = match ask.guarded_text(words) {
        Ok(remark) => remark,
        Err(reply) => return Ok(Err(Box::new(reply))),
    };
    let length = remark.text.chars().count();
    Ok(if remark.text.trim().is_empty() {
        Err(Box::new(say(how, 0).await?))
    } else if length > LONGEST_REMARK {
        Err(Box::new(say("signal-remark-long", length).await?))
    } else {
        Ok(remark)
    })
}
