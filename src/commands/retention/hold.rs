//! A coordinator holds a record back from its end: for a reason, until a day, and it can be done again. That is logged; the reason
//! stands with the record, and whoever sees the record sees it. A coordinator who may not see it can hold it back once its end was
//! announced, because then they have heard its number.

use chrono::{DateTime, Days, NaiveDate};

use crate::commands::{Ask, Reply};
use crate::domain::retention::{Life, Record, RetentionChange, RetentionStep};
use crate::domain::{Change, LONGEST_REMARK, Member, Role, RoomFacts, RoomFault};
use crate::store::StoreError;
use crate::text::Answer;

/// The subcommand, of signals and incidents alike.
pub(super) const KEEP: &str = "keep";

/// Holds a record back that the asker sees; what is said of it, for where the record may be spoken of.
pub(in crate::commands) async fn hold(
    ask: &Ask<'_>,
    member: &Member,
    record: Record,
    words: &str,
) -> Result<Reply, StoreError> {
    let number = record.number().as_str().to_owned();
    let say = |key: &str| ask.say(key, &[("number", number.as_str().into())]);
    if member.role != Role::Coordinator {
        return Ok(say("retention-only-coordinators"));
    }
    let remark = match ask.guarded_text(words) {
        Ok(remark) => remark,
        Err(reply) => return Ok(reply),
    };
    let length = remark.text.chars().count();
    if remark.text.trim().is_empty() {
        let typed: Vec<&str> = ask.words.split_whitespace().take(2).collect();
        let command = format!("{} {}", ask.typed(ask.definition), typed.join(" "));
        return Ok(ask.say("retention-hold-why", &[("command", command.into())]));
    }
    if length > LONGEST_REMARK {
        let args = [("length", length.into()), ("most", LONGEST_REMARK.into())];
        return Ok(ask.say("signal-remark-long", &args));
    }
    let Some(life) = ask.store.life(&record).await? else { return Ok(say("retention-gone")) };
    let until = held_until(ask, &life);
    let (by, reason) = (member.person.clone(), remark.text.to_owned());
    let step = RetentionStep::Held { until, by, reason };
    let mut changes = remark.changes;
    changes.push(Change::Retention(RetentionChange { record, seen: life.version, step }));
    let args = [("number", number.as_str().into()), ("day", ask.day(until).into())];
    let answer = Answer::say(ask.text("retention-held", &args)).paragraph(ask.text("retention-held-more", &args));
    Ok(Reply { changes, ..answer.into() })
}

/// The new day: so many days after its end, or after today when that is later.
fn held_until(ask: &Ask<'_>, life: &Life) -> NaiveDate {
    let end = DateTime::from_timestamp_millis(life.end_ms(ask.health.retention, ask.health.time_zone));
    let end = end.unwrap_or(ask.now).with_timezone(&ask.health.time_zone).date_naive();
    let from = end.max(ask.today());
    from.checked_add_days(Days::new(ask.health.retention.hold_days.into())).unwrap_or(from)
}

/// Holds a record back that the asker may not see, if they have heard of its end; nothing when they have not: then it is as if there
/// were none.
pub(in crate::commands) async fn hold_unseen(
    ask: &Ask<'_>,
    member: &Member,
    record: Record,
    words: &str,
) -> Result<Option<Reply>, StoreError> {
    let life = ask.store.life(&record).await?;
    let heard = life.is_some_and(|life| life.announced.is_some()) && member.role == Role::Coordinator;
    if !heard {
        return Ok(None);
    }
    let reply = hold(ask, member, record, words).await?;
    let nowhere = |_: &RoomFacts| Err(vec![RoomFault::OtherTeam]);
    ask.guarded(member.clone().into(), nowhere, |_, _| reply).await.map(Some)
}

/// Until when a record is held back, and why, for whoever sees it.
pub(in crate::commands) async fn held_line(ask: &Ask<'_>, record: &Record) -> Result<Option<String>, StoreError> {
    let held = ask.store.held(record).await?.filter(|held| held.until >= ask.today());
    Ok(held.map(|held| {
        let args = [("day", ask.day(held.until).into()), ("reason", held.reason.as_str().into())];
        ask.text("retention-held-until", &args)
    }))
}
