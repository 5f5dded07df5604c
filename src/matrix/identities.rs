//! Whether people are still who they were: learns their master keys from the SDK and, where it knows none, from the
//! homeserver, and has the store compare them with those remembered.
//!
//! A message that a signed device sent was judged by the identity that the SDK knew at that moment, and it learns of a new
//! identity and its devices at once. So whoever reads messages looks at their senders afterwards and before the messages are
//! written into the inbox: then none of them is handled before its sender's change counts.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};

use futures_util::{FutureExt as _, Stream, StreamExt as _};
use matrix_sdk::ruma::api::client::keys::get_keys::v3::Request;
use matrix_sdk::ruma::{OwnedUserId, UserId as MatrixUserId};

use super::Link;
use crate::bot::Lanes;
use crate::clock;
use crate::domain::{Trust, UserId};
use crate::store::{Arrival, Receipt, StoreError};

/// The keys that the store has been told, so that it is not asked for every message.
#[derive(Debug, Default)]
pub(super) struct Told(Mutex<HashMap<UserId, Option<String>>>);

impl Told {
    fn is(&self, person: &UserId, key: Option<&str>) -> bool {
        let told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        told.get(person).is_some_and(|known| known.as_deref() == key)
    }

    fn knows(&self, person: &UserId) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains_key(person)
    }

    fn remember(&self, person: UserId, key: Option<String>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(person, key);
    }
}

/// People whose identity or devices have just become known or changed.
pub(super) struct News {
    identities: Pin<Box<dyn Stream<Item = Vec<OwnedUserId>> + Send>>,
    devices: Pin<Box<dyn Stream<Item = Vec<OwnedUserId>> + Send>>,
}

impl News {
    /// Listens from now on.
    pub(super) async fn listen(link: &Link) -> Option<Self> {
        let encryption = link.client.encryption();
        let identities = encryption.user_identities_stream().await.ok()?;
        let devices = encryption.devices_stream().await.ok()?;
        Some(Self {
            identities: identities.map(|news| news.new.into_keys().chain(news.changed.into_keys()).collect()).boxed(),
            devices: devices.map(|news| news.new.into_keys().chain(news.changed.into_keys()).collect()).boxed(),
        })
    }

    /// Looks at all of whom there was news since the last time.
    pub(super) async fn look(&mut self, link: &Link, handling: &Lanes) -> Result<(), StoreError> {
        let mut people = BTreeSet::new();
        while let Some(Some(news)) = self.identities.next().now_or_never() {
            people.extend(news.iter().map(|person| UserId::new(person.as_str())));
        }
        look(link, handling, people).await?;
        // The SDK keeps an identity that the homeserver has no more. Whoever took such an account over brings a device.
        let mut people = BTreeSet::new();
        while let Some(Some(news)) = self.devices.next().now_or_never() {
            let news = news.iter().map(|person| UserId::new(person.as_str()));
            people.extend(news.filter(|person| link.identities.knows(person)));
        }
        let found = ask(link, &people).await.unwrap_or_default();
        note(link, handling, found).await
    }
}

/// Looks at everybody whose identity matters. False when the homeserver could not be asked about some: look again.
pub(super) async fn look_at_all(link: &Link, handling: &Lanes) -> Result<bool, StoreError> {
    let mut people: BTreeSet<UserId> =
        link.persist("identities", || link.store.people_with_identity()).await?.into_iter().collect();
    people.extend(link.admins.iter().cloned());
    // What the SDK has known for longer than this version has remembered.
    let tracked = link.client.encryption().tracked_users().await.unwrap_or_default();
    people.extend(tracked.iter().map(|person| UserId::new(person.as_str())));
    people.remove(&link.account);
    let mut found = Vec::new();
    let mut unknown = BTreeSet::new();
    for person in people {
        match key_of(link, &person).await {
            Some(key) => found.push((person, Some(key))),
            None => {
                unknown.insert(person);
            }
        }
    }
    let asked = ask(link, &unknown).await;
    let complete = asked.is_some();
    found.extend(asked.unwrap_or_default());
    note(link, handling, found).await?;
    Ok(complete)
}

/// Looks at those who sent what is about to be written into the inbox; before it is, and after it was judged.
pub(super) async fn look_at_senders(link: &Link, handling: &Lanes, receipt: &Receipt) -> Result<(), StoreError> {
    let events = receipt.rooms.iter().flat_map(|room| &room.events);
    let senders = events.filter_map(|event| match &event.arrival {
        Arrival::Readable(incoming) if incoming.trust != Trust::Plain => Some(incoming.sender.clone()),
        Arrival::Readable(_) | Arrival::Waiting(_) => None,
    });
    look(link, handling, senders.collect()).await
}

/// Looks at these people.
pub(super) async fn look(link: &Link, handling: &Lanes, people: BTreeSet<UserId>) -> Result<(), StoreError> {
    let mut found = Vec::new();
    for person in people {
        // Without a key there is nothing to compare: the SDK does not know the person yet.
        if let Some(key) = key_of(link, &person).await {
            found.push((person, Some(key)));
        }
    }
    note(link, handling, found).await
}

/// The master key of this person as the SDK knows it.
async fn key_of(link: &Link, person: &UserId) -> Option<String> {
    let id = <&MatrixUserId>::try_from(person.as_str()).ok()?;
    match link.client.encryption().get_user_identity(id).await {
        Ok(identity) => identity?.master_key().get_first_key().map(|key| key.to_base64()),
        Err(_) => {
            tracing::error!("the encryption store cannot be read");
            None
        }
    }
}

/// The master keys of these people by the homeserver's word now, as far as it knows: `Some(None)` for somebody who has
/// none. Nothing when it cannot be asked.
async fn ask(link: &Link, people: &BTreeSet<UserId>) -> Option<Vec<(UserId, Option<String>)>> {
    let ids: BTreeMap<OwnedUserId, _> =
        people.iter().filter_map(|person| OwnedUserId::try_from(person.as_str()).ok()).map(|id| (id, vec![])).collect();
    if ids.is_empty() {
        return Some(Vec::new());
    }
    let mut request = Request::new();
    request.device_keys.clone_from(&ids);
    let answer = link.client.send(request).await.ok()?;
    let reached = ids.into_keys().filter(|id| !answer.failures.contains_key(id.server_name().as_str()));
    // A server that says nothing of somebody has not said that they have no identity.
    let known = reached.filter(|id| answer.device_keys.contains_key(id) || answer.master_keys.contains_key(id));
    let keys = known.filter_map(|id| {
        let key = match answer.master_keys.get(&id) {
            Some(raw) => Some(raw.deserialize().ok()?.keys.into_values().next()?),
            None => None,
        };
        Some((UserId::new(id.as_str()), key))
    });
    Some(keys.collect())
}

/// Has the store compare these keys, and changes told.
async fn note(link: &Link, handling: &Lanes, found: Vec<(UserId, Option<String>)>) -> Result<(), StoreError> {
    let mut stopped = false;
    for (person, key) in found {
        if person == link.account || link.identities.is(&person, key.as_deref()) {
            continue;
        }
        let now_ms = clock::now().timestamp_millis();
        let admin = link.admins.contains(&person);
        stopped |= link.persist("identity", || link.store.see_identity(&person, key.as_deref(), admin, now_ms)).await?;
        link.identities.remember(person, key);
    }
    if stopped {
        tracing::warn!(
            "the encryption identity of a member or admin has changed: their access is stopped until confirmed"
        );
        let now_ms = clock::now().timestamp_millis();
        for room in link.persist("identity", || link.store.tell_changed_identities(&link.account, now_ms)).await? {
            handling.wake(&room);
        }
    }
    Ok(())
}
