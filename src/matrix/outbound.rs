//! What goes out: rows of the outbox, one room in order, each with its own key as transaction id.
//!
//! A server forgets transaction ids after a while and counts them per device. So a row that may be out already and is
//! old, or of another device, is first looked for in the room by its key. How a file gets to the server is in `upload`.

use std::time::{Duration, Instant};

use matrix_sdk::deserialized_responses::TimelineEvent;
use matrix_sdk::ruma::api::Direction;
use matrix_sdk::ruma::api::client::message::get_message_events::v3::Request;
use matrix_sdk::ruma::{EventId as MatrixEventId, OwnedTransactionId, RoomId as MatrixRoomId, UInt};
use matrix_sdk::{Room, RoomState};
use serde_json::{Value, json};
use tokio::sync::Mutex;

use super::Link;
use super::error::{Outlook, http_outlook, outlook};
use super::rooms::{self, Unknown};
use super::upload::{self, Brought};
use crate::clock;
use crate::domain::{Deed, EventId, Message, RoomFacts, RoomId, Say};
use crate::store::{Pending, Standing, StoreError};

/// The key of a row inside its content, where the bot finds it again.
const KEY: &str = "org.schakel.key";
/// Transaction ids are trusted for so long. Synapse keeps them for 24 hours.
const TRUST_TRANSACTION_MS: i64 = 12 * 3_600_000;
const FIRST_WAIT: Duration = Duration::from_millis(250);
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// What the server's limits ask of all rooms together, for they count per account.
#[derive(Debug, Default)]
pub(super) struct Pace {
    until: Mutex<Option<Instant>>,
    failures: std::sync::atomic::AtomicU32,
}

impl Pace {
    async fn wait(&self, link: &Link) {
        let until = *self.until.lock().await;
        if let Some(until) = until {
            link.sleep(until.saturating_duration_since(Instant::now())).await;
        }
    }

    /// Nothing could be sent: nobody tries for a while. How long, the server says; or it grows with each failure, and many rooms that
    /// fail at once are one.
    async fn hold(&self, after: Option<Duration>) -> Duration {
        let now = Instant::now();
        let mut held = self.until.lock().await;
        let left = held.map_or(Duration::ZERO, |until| until.saturating_duration_since(now));
        let pause = match after {
            Some(after) => after.min(LONGEST_WAIT),
            None if !left.is_zero() => return left,
            None => {
                let failures = self.failures.fetch_add(1, std::sync::atomic::Ordering::Relaxed).min(8);
                (FIRST_WAIT * 2_u32.pow(failures)).min(LONGEST_WAIT)
            }
        };
        *held = Some(now + pause.max(left));
        pause.max(left)
    }
}

/// How an attempt ended.
enum Attempt {
    Sent(EventId),
    /// Something else is to be done in its place.
    Instead(Box<Deed>),
    /// Its file is on the server now; the room is looked at once more before it goes out.
    Uploaded,
    /// It cannot be done now.
    Later(Option<Duration>),
    /// Its file cannot be put on the server now; only its own room waits for that.
    FileLater(Duration),
    /// It can never be done.
    Never(&'static str),
}

/// Sends the oldest row of a room. False when there is none.
pub(super) async fn send_next(link: &Link, id: &RoomId) -> bool {
    match try_next(link, id).await {
        Ok(more) => more,
        Err(error) if error.is_unreadable() => {
            tracing::error!(%error, "a row of the outbox cannot be read and is given up");
            link.pulse.gave_up_sending();
            true
        }
        Err(error) => {
            tracing::error!(%error, "the outbox cannot be read; trying again");
            link.sleep(Duration::from_secs(1)).await;
            !link.stopping()
        }
    }
}

async fn try_next(link: &Link, id: &RoomId) -> Result<bool, StoreError> {
    link.pace.wait(link).await;
    if !link.claim_stands().await || !link.serving.load(std::sync::atomic::Ordering::SeqCst) {
        return Ok(false);
    }
    let Some(row) = link.store.next_pending(id).await? else { return Ok(false) };
    crate::failpoint!("before-send");
    match attempt(link, &row).await? {
        Attempt::Sent(event) => {
            link.sent.notify_waiters();
            crate::failpoint!("after-send");
            link.pace.failures.store(0, std::sync::atomic::Ordering::Relaxed);
            link.persist("sent", || link.store.sent(row.seq, &event)).await?;
            link.uploads.forget(id).await;
            crate::failpoint!("after-mark");
            if let Deed::Say(say) = &row.outgoing.deed {
                link.seeds.sow(id, &event, &say.choices);
            }
        }
        Attempt::Instead(deed) => {
            tracing::info!(room = id.as_str(), "something cannot go out as it was decided; other words take its place");
            link.persist("instead", || link.store.replace(&row, &deed)).await?;
            link.uploads.forget(id).await;
        }
        Attempt::Uploaded => link.looks.forget(id),
        Attempt::FileLater(pause) => {
            tracing::warn!(room = id.as_str(), "a file cannot be sent now; trying again in {} ms", pause.as_millis());
            link.sleep(pause).await;
        }
        Attempt::Later(after) => {
            link.seeds.hold();
            let pause = link.pace.hold(after).await;
            tracing::warn!("nothing can be sent now; trying again in {} ms", pause.as_millis());
        }
        Attempt::Never(why) => {
            tracing::warn!(room = id.as_str(), why, "something can never be sent and is given up");
            link.persist("give up", || link.store.give_up(row.seq)).await?;
            link.pulse.gave_up_sending();
            link.uploads.forget(id).await;
        }
    }
    Ok(true)
}

async fn attempt(link: &Link, row: &Pending) -> Result<Attempt, StoreError> {
    let id = &row.outgoing.room;
    let room = <&MatrixRoomId>::try_from(id.as_str()).ok().and_then(|id| link.client.get_room(id));
    let Some(room) = room.filter(|room| room.state() == RoomState::Joined) else {
        return Ok(Attempt::Never("the bot is not in the room"));
    };
    let seen_encrypted = link.store.room(id).await?.is_some_and(|row| row.encrypted);
    let encrypted = match room.latest_encryption_state().await {
        Ok(state) => state.is_encrypted(),
        Err(error) => return Ok(judged(&error)),
    };
    if seen_encrypted && !encrypted {
        // The server says that an encrypted room is plain now: not believed.
        return Ok(Attempt::Never("the room was encrypted and is said not to be"));
    }
    if let Some(attempt) = looked_again(link, row).await? {
        return Ok(attempt);
    }
    let age_ms = clock::now().timestamp_millis() - row.created_ms;
    let doubtful = age_ms > TRUST_TRANSACTION_MS || row.device != link.device;
    let transaction = OwnedTransactionId::from(row.key.as_str());
    let may_be_out = doubtful && matches!(row.outgoing.deed, Deed::Say(_) | Deed::Edit { .. });
    if may_be_out {
        match find(link, &room, &row.key, age_ms).await {
            Ok(Some(event)) => return Ok(Attempt::Sent(event)),
            Ok(None) => {}
            Err(error) => return Ok(judged(&error)),
        }
    }
    let content = match &row.outgoing.deed {
        Deed::Say(say) => match &say.file {
            None => said(say, &row.key),
            Some(file) => match link.uploads.place(row, encrypted).await {
                Some(place) => upload::shown(said(say, &row.key), file, &place),
                None => return Ok(brought(upload::bring(link, row, file, encrypted).await, &row.outgoing.deed)),
            },
        },
        Deed::Edit { row: target, message, .. } => match link.store.standing(*target).await? {
            Standing::Sent(event) => edited(&event, message, &row.key),
            Standing::Pending => return Ok(Attempt::Later(None)),
            Standing::Ended => return Ok(Attempt::Never("what it changes never went out")),
        },
        Deed::Redact { row: target } => {
            return match link.store.standing(*target).await? {
                // Redacting twice is redacting once, so nothing need be looked for.
                Standing::Sent(event) => Ok(redact(&room, &event, transaction).await),
                Standing::Pending => Ok(Attempt::Later(None)),
                Standing::Ended => Ok(Attempt::Never("what it takes back never went out")),
            };
        }
        Deed::RedactTheirs { event, otherwise } => {
            let cannot = || match otherwise {
                Some(say) => Attempt::Instead(Box::new(Deed::Say((**say).clone()))),
                None => Attempt::Never("it may not take that message back"),
            };
            if let Ok(powers) = room.power_levels().await
                && !powers.user_can_redact_event_of_other(room.own_user_id())
            {
                return Ok(cannot());
            }
            // Powers that are not known are tried.
            return Ok(match redact(&room, event, transaction).await {
                Attempt::Never(_) => cannot(),
                attempt => attempt,
            });
        }
    };
    // One at a time: each send holds the SDK's lock on claiming keys while it waits, up to 5 s, for a query of keys that the
    // sync has yet to make, and the sync wants the same lock first. With twenty rooms before it everybody waited for minutes.
    let _alone = link.encrypting.lock().await;
    // Where many wait to go out, the room may have changed meanwhile.
    if let Some(attempt) = looked_again(link, row).await? {
        return Ok(attempt);
    }
    match room.send_raw("m.room.message", content).with_transaction_id(&transaction).await {
        Ok(sent) => {
            if encrypted && sent.encryption_info.is_none() {
                tracing::error!(room = id.as_str(), "a message went out in plain text in an encrypted room");
            }
            Ok(Attempt::Sent(EventId::new(sent.response.event_id.as_str())))
        }
        Err(error) => Ok(judged(&error)),
    }
}

/// Looks at the room once more before something guarded goes out; nothing when it may.
async fn looked_again(link: &Link, row: &Pending) -> Result<Option<Attempt>, StoreError> {
    let Some(reach) = row.outgoing.deed.reach() else { return Ok(None) };
    crate::failpoint!("before-check");
    let facts = looked(link, &row.outgoing.room).await;
    let members = link.store.members_of(&reach.teams).await?;
    Ok(match facts {
        Ok(facts) if reach.holds(&facts, &link.account, &members) => None,
        Ok(_) => row.outgoing.deed.instead().map(|deed| Attempt::Instead(Box::new(deed))),
        Err(Unknown::NoAnswer) => Some(Attempt::Later(None)),
        Err(Unknown::Refused(error)) => Some(judged(&matrix_sdk::Error::Http(error))),
    })
}

/// The room as the server has it now, or had it a moment ago.
async fn looked(link: &Link, room: &RoomId) -> Result<RoomFacts, Unknown> {
    let asked = Instant::now();
    if let Some(facts) = link.looks.at(room, asked) {
        return Ok(facts);
    }
    let facts = rooms::state(&link.client, room).await?.facts;
    link.looks.keep(room, asked, facts.clone());
    Ok(facts)
}

/// What follows for a message from what became of its file.
fn brought(file: Brought, deed: &Deed) -> Attempt {
    match file {
        Brought::Up => Attempt::Uploaded,
        Brought::Later(pause) => Attempt::FileLater(pause),
        Brought::LoggedOut => Attempt::Later(Some(Duration::from_secs(1))),
        Brought::Never => match deed.without_file() {
            Some(words) => Attempt::Instead(Box::new(words)),
            None => Attempt::Never("the homeserver does not take its file"),
        },
    }
}

fn judged(error: &matrix_sdk::Error) -> Attempt {
    match outlook(error) {
        Outlook::Passes(after) => Attempt::Later(after),
        // The sync finds out by itself and logs in anew; the row goes out after that.
        Outlook::LoggedOut(_) => Attempt::Later(Some(Duration::from_secs(1))),
        Outlook::Never => Attempt::Never("the homeserver refuses it"),
    }
}

async fn redact(room: &Room, event: &EventId, transaction: OwnedTransactionId) -> Attempt {
    let Ok(target) = <&MatrixEventId>::try_from(event.as_str()) else { return Attempt::Never("no event id") };
    match room.redact(target, None, Some(transaction)).await {
        Ok(response) => Attempt::Sent(EventId::new(response.event_id.as_str())),
        Err(error) => match http_outlook(&error) {
            Outlook::Passes(after) => Attempt::Later(after),
            Outlook::LoggedOut(_) => Attempt::Later(Some(Duration::from_secs(1))),
            Outlook::Never => Attempt::Never("the homeserver refuses it"),
        },
    }
}

fn formatted(message: &Message, kind: &str) -> Value {
    json!({
        "msgtype": kind,
        "body": message.plain,
        "format": "org.matrix.custom.html",
        "formatted_body": message.html,
    })
}

fn said(say: &Say, key: &str) -> Value {
    // Whatever must reach somebody is a text that mentions them; push rules silence notices.
    let kind = if say.mentions.is_empty() { "m.notice" } else { "m.text" };
    let mut content = formatted(&say.message, kind);
    content["m.mentions"] = mentions(say);
    content[KEY] = key.into();
    let reply = say.reply_to.as_ref().or(say.answers.as_ref()).map(|event| json!({ "event_id": event.as_str() }));
    match (&say.thread, reply) {
        (Some(thread), reply) => {
            let reply = reply.unwrap_or_else(|| json!({ "event_id": thread.as_str() }));
            content["m.relates_to"] = json!({
                "rel_type": "m.thread", "event_id": thread.as_str(), "is_falling_back": true, "m.in_reply_to": reply,
            });
        }
        (None, Some(reply)) if say.reply_to.is_some() => content["m.relates_to"] = json!({ "m.in_reply_to": reply }),
        (None, _) => {}
    }
    content
}

fn mentions(say: &Say) -> Value {
    if say.mentions.is_empty() {
        return json!({});
    }
    let people: Vec<&str> = say.mentions.iter().map(crate::domain::UserId::as_str).collect();
    json!({ "user_ids": people })
}

fn edited(event: &EventId, message: &Message, key: &str) -> Value {
    // Clients that know no edits, and notifications, show the outer text.
    let outer = Message { plain: format!("* {}", message.plain), html: format!("* {}", message.html) };
    let mut content = formatted(&outer, "m.notice");
    let mut new = formatted(message, "m.notice");
    new["m.mentions"] = json!({});
    content["m.new_content"] = new;
    content["m.mentions"] = json!({});
    content["m.relates_to"] = json!({ "rel_type": "m.replace", "event_id": event.as_str() });
    content[KEY] = key.into();
    content
}

/// Looks for an event of the bot with this key among those that are younger than the row.
async fn find(link: &Link, room: &Room, key: &str, age_ms: i64) -> Result<Option<EventId>, matrix_sdk::Error> {
    const SLACK_MS: i64 = 60_000;
    let mut from = None;
    loop {
        let mut request = Request::new(room.room_id().to_owned(), Direction::Backward);
        request.from.clone_from(&from);
        request.limit = UInt::from(100_u32);
        let page = link.client.send(request).await?;
        for raw in &page.chunk {
            let Ok(json) = serde_json::from_str::<Value>(raw.json().get()) else { continue };
            if json["unsigned"]["age"].as_i64().is_some_and(|age| age > age_ms + SLACK_MS) {
                return Ok(None);
            }
            if json["sender"].as_str() != Some(link.account.as_str()) {
                continue;
            }
            let inner = match json["type"].as_str() {
                Some("m.room.encrypted") => match room.decrypt_event(raw.cast_ref_unchecked(), None).await {
                    Ok(event) => content_of(&event),
                    Err(_) => None,
                },
                _ => Some(json.clone()),
            };
            if inner.is_some_and(|inner| inner["content"][KEY].as_str() == Some(key)) {
                return Ok(json["event_id"].as_str().map(EventId::new));
            }
        }
        from = page.end;
        if from.is_none() {
            return Ok(None);
        }
    }
}

fn content_of(event: &TimelineEvent) -> Option<Value> {
    serde_json::from_str(event.raw().json().get()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn many_rooms_that_fail_at_once_are_one_failure() {
        let pace = Pace::default();
        for _ in 0..30 {
            assert!(pace.hold(None).await <= FIRST_WAIT);
        }
        *pace.until.lock().await = None;
        assert_eq!(pace.hold(None).await, FIRST_WAIT * 2, "the next outage in a row waits longer");
    }

    #[tokio::test]
    async fn what_the_server_asks_for_is_kept_to_and_no_longer_than_a_minute() {
        let pace = Pace::default();
        assert_eq!(pace.hold(Some(Duration::from_secs(9))).await, Duration::from_secs(9));
        assert!(pace.hold(None).await > Duration::from_secs(8), "it is held already");
        assert_eq!(pace.hold(Some(Duration::from_hours(1))).await, LONGEST_WAIT);
    }
}
