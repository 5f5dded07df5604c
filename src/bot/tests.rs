//! What the bot makes of events that no console can bring: from devices of every kind, in somebody's name, about identities.

mod confirming;
mod files;

use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Utc};
use tempfile::TempDir;

use super::{Bot, Facts, Identity, Payload, Rooms};
use crate::commands::Library;
use crate::domain::{
    Change, Choice, Deed, EventId, Incoming, Language, OrganisationKind, Place, Role, RoomId, RoomPurpose, Said, Say,
    TeamChange, TeamId, TeamStep, Trust, Turn, UserId, What, WorkingTime,
};
use crate::store::{Arrival, Arrived, Receipt, RoomReceipt, Store};

static LIBRARY: OnceLock<Arc<Library>> = OnceLock::new();

const NOW_MS: i64 = 1_790_000_000_000;

fn user(name: &str) -> UserId {
    UserId::new(format!("@{name}:example.org"))
}

fn room() -> RoomId {
    RoomId::new("!keten:example.org")
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(NOW_MS).expect("it is a moment")
}

/// Rooms of which nothing is known.
#[derive(Debug)]
struct Unseen;

impl Rooms for Unseen {
    fn facts<'a>(&'a self, _room: &'a RoomId) -> Facts<'a> {
        Box::pin(async { None })
    }

    fn payload<'a>(&'a self, incoming: &'a Incoming) -> Payload<'a> {
        // What is said is its own payload here, but for what the server will not give again.
        Box::pin(async {
            match &incoming.what {
                What::Message(said) if !said.text.contains("Weg") => Some(said.text.clone()),
                _ => None,
            }
        })
    }
}

/// A bot in one encrypted room, that believes signed devices only.
struct Scene {
    bot: Bot,
    store: Arc<Store>,
    events: usize,
    encrypted: bool,
    _folder: TempDir,
}

impl Scene {
    async fn begin() -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let url = format!("sqlite:{}", folder.path().join("bot.db").display());
        let store = Arc::new(Store::open(&url, &folder.path().join("key-file")).await.expect("it opens"));
        let me = Identity {
            account: user("schakel"),
            name: "Schakel".to_owned(),
            prefix: "!".to_owned(),
            language: Language::Dutch,
            admins: vec![user("admin")],
            ignore: vec![],
            allowed_servers: None,
            time_zone: chrono_tz::UTC,
            working: WorkingTime::default(),
            least_uses: 5,
            notice: crate::domain::PrivacyNotice::default(),
            contacts: vec![],
            retention: crate::domain::retention::RetentionTerms::default(),
            commands_per_minute: 0,
            require_signed_devices: true,
            started_ms: NOW_MS,
            first_login_ms: 0,
        };
        store.enter(&me.account, "DEVICE", 0).await.expect("the account enters");
        let load = || Arc::new(Library::load(None).expect("what is built in is whole"));
        let library = Arc::clone(LIBRARY.get_or_init(load));
        Self {
            bot: Bot::new(Arc::clone(&store), library, Arc::new(Unseen), me),
            store,
            events: 0,
            encrypted: true,
            _folder: folder,
        }
    }

    /// Something happens; what the bot says and does is done and returned.
    async fn happens(&mut self, sender: &str, trust: Trust, what: What) -> (EventId, Vec<Deed>) {
        self.events += 1;
        let event = EventId::new(format!("$in{}", self.events));
        let incoming = Incoming {
            event: event.clone(),
            room: room(),
            place: Place { direct: false, encrypted: self.encrypted },
            sender: user(sender),
            trust,
            age_ms: 0,
            received_ms: NOW_MS,
            what,
        };
        let events = vec![Arrived { event: event.clone(), arrival: Arrival::Readable(incoming) }];
        self.arrive(events).await;
        (event, self.answers().await)
    }

    async fn arrive(&self, events: Vec<Arrived>) {
        let receipt = RoomReceipt { room: room(), encrypted: true, gap: None, mark: None, events };
        let receipt = Receipt { sync_mark: None, rooms: vec![receipt] };
        self.store.receive(&user("schakel"), &receipt, NOW_MS).await.expect("it is written");
    }

    async fn answers(&mut self) -> Vec<Deed> {
        while self.bot.handle_next(&room(), now()).await.expect("it is handled").is_some() {}
        let mut deeds = Vec::new();
        while let Some(row) = self.store.next_pending(&room()).await.expect("it is read") {
            self.events += 1;
            let event = EventId::new(format!("$out{}", self.events));
            self.store.sent(row.seq, &event).await.expect("it is marked");
            deeds.push(row.outgoing.deed);
        }
        deeds
    }

    async fn says(&mut self, sender: &str, trust: Trust, text: &str) -> (EventId, Vec<Deed>) {
        let said = Said { text: text.to_owned(), mentions: Some(vec![]), ..Said::default() };
        self.happens(sender, trust, What::Message(said)).await
    }

    async fn reacts(&mut self, to: &EventId, key: &str) -> Vec<Deed> {
        let what = What::Reaction { to: to.clone(), key: key.to_owned() };
        self.happens("admin", Trust::Plain, what).await.1
    }

    /// Makes these changes, as a command would.
    async fn change(&mut self, turn: &Turn) {
        self.events += 1;
        let event = EventId::new(format!("$in{}", self.events));
        let incoming = Incoming {
            event: event.clone(),
            room: room(),
            place: Place { direct: false, encrypted: true },
            sender: user("anna"),
            trust: Trust::Signed,
            age_ms: 0,
            received_ms: NOW_MS,
            what: What::Message(Said::default()),
        };
        self.arrive(vec![Arrived { event, arrival: Arrival::Readable(incoming) }]).await;
        let (seq, _) = self.store.next_arrived(&room()).await.expect("it is read").expect("it is there");
        assert!(self.store.finish(seq, turn, NOW_MS).await.expect("it is written"));
    }

    /// A message of the bot from which can be chosen what looks something up and what changes something.
    async fn list(&mut self) -> EventId {
        let choice = |key: &str, command: &str| Choice {
            key: key.to_owned(),
            words: vec![],
            emoji: Some(format!("{key}\u{fe0f}\u{20e3}")),
            command: command.to_owned(),
        };
        let say = Say { choices: vec![choice("1", "begrip drill"), choice("2", "taal en")], ..Say::default() };
        let out = vec![crate::domain::Outgoing { room: room(), deed: Deed::Say(say) }];
        self.change(&Turn { changes: vec![], out }).await;
        self.answers().await;
        EventId::new(format!("$out{}", self.events))
    }

    /// A team whose chain room this is, of these people; the first is its coordinator.
    async fn team(&mut self, people: &[&str]) {
        let mut steps = vec![TeamStep::Made { name: "Oost".to_owned() }];
        steps.extend(people.iter().enumerate().map(|(index, person)| TeamStep::Member {
            person: user(person),
            organisation: OrganisationKind::Police,
            role: if index == 0 { Role::Coordinator } else { Role::Member },
            mandate: false,
        }));
        steps.push(TeamStep::RoomBound { room: room(), purpose: RoomPurpose::Chain });
        let change = Change::Team(TeamChange { team: TeamId::new("oost"), seen: None, steps });
        self.change(&Turn { changes: vec![change], out: vec![] }).await;
    }

    async fn sees(&self, person: &str, key: &str) {
        self.store.see_identity(&user(person), Some(key), false, NOW_MS).await.expect("it is noted");
        self.store.tell_changed_identities(&user("schakel"), NOW_MS).await.expect("it is written");
    }
}

/// What was said, and nothing else was done.
fn said(deeds: &[Deed]) -> Vec<&Say> {
    deeds
        .iter()
        .map(|deed| match deed {
            Deed::Say(say) => say,
            other => panic!("it said nothing: {other:?}"),
        })
        .collect()
}

#[tokio::test]
async fn a_reaction_opens_what_can_be_looked_up() {
    let mut scene = Scene::begin().await;
    let list = scene.list().await;
    let deeds = scene.reacts(&list, "1\u{20e3}").await;
    assert!(said(&deeds)[0].message.plain.to_lowercase().contains("drill"), "{deeds:?}");
}

#[tokio::test]
async fn a_reaction_changes_nothing_and_says_once_that_it_must_be_typed() {
    let mut scene = Scene::begin().await;
    let list = scene.list().await;
    let deeds = scene.reacts(&list, "2\u{fe0f}\u{20e3}").await;
    assert!(said(&deeds)[0].message.plain.ends_with("Typ !2."), "{deeds:?}");
    assert_eq!(scene.reacts(&list, "2\u{20e3}").await, [], "told already");
    assert_eq!(scene.store.room(&room()).await.expect("it is read").expect("it is there").language, None);
    let what = What::Reaction { to: list.clone(), key: "2\u{20e3}".to_owned() };
    let (_, deeds) = scene.happens("bram", Trust::Plain, what).await;
    assert_eq!(said(&deeds).len(), 1, "another person is told too");
    // Typed, it is done.
    let reply = Said { text: "2".to_owned(), reply_to: Some(list), mentions: Some(vec![]), ..Said::default() };
    scene.happens("admin", Trust::Signed, What::Message(reply)).await;
    let language = scene.store.room(&room()).await.expect("it is read").expect("it is there").language;
    assert_eq!(language, Some(Language::English));
}

#[tokio::test]
async fn a_redaction_takes_back_the_answer_of_a_lookup_and_of_nothing_else() {
    let mut scene = Scene::begin().await;
    let (lookup, _) = scene.says("anna", Trust::Signed, "!begrip drill").await;
    let (change, deeds) = scene.says("admin", Trust::Signed, "!taal en").await;
    assert_eq!(said(&deeds).len(), 1);
    let (_, deeds) = scene.happens("admin", Trust::Plain, What::Redaction { of: change }).await;
    assert_eq!(deeds, []);
    let language = scene.store.room(&room()).await.expect("it is read").expect("it is there").language;
    assert_eq!(language, Some(Language::English));
    let (_, deeds) = scene.happens("anna", Trust::Plain, What::Redaction { of: lookup }).await;
    assert!(matches!(deeds[..], [Deed::Redact { .. }]), "{deeds:?}");
}

#[tokio::test]
async fn a_message_that_only_the_server_vouches_for_is_nothing() {
    let mut scene = Scene::begin().await;
    assert_eq!(scene.says("anna", Trust::Plain, "!begrip drill").await.1, []);
    let (asked, _) = scene.says("anna", Trust::Signed, "!begrip drill").await;
    let edit = What::Edit { of: asked, said: Said { text: "!hulp".to_owned(), ..Said::default() } };
    assert_eq!(scene.happens("anna", Trust::Plain, edit).await.1, []);
}

#[tokio::test]
async fn who_writes_from_an_unsigned_device_is_named_and_reached_once_a_day() {
    let mut scene = Scene::begin().await;
    let (_, deeds) = scene.says("bram", Trust::Unsigned, "!begrip drill").await;
    let line = said(&deeds)[0];
    assert!(line.message.plain.starts_with("bram: ik lees alleen"), "{line:?}");
    assert!(line.message.html.contains("<a href=\"https://matrix.to/#/@bram:example.org\">bram</a>"), "{line:?}");
    assert_eq!(line.mentions, [user("bram")]);
    assert_eq!(scene.says("bram", Trust::Unsigned, "!begrip drill").await.1, []);
}

#[tokio::test]
async fn who_writes_from_an_unknown_device_is_not_told_to_confirm_it() {
    let mut scene = Scene::begin().await;
    let (_, deeds) = scene.says("bram", Trust::Unknown, "!begrip drill").await;
    assert!(said(&deeds)[0].message.plain.contains("niet zien van welk apparaat"), "{deeds:?}");
}

#[tokio::test]
async fn a_changed_identity_is_told_once_to_those_who_can_confirm_it() {
    let mut scene = Scene::begin().await;
    scene.team(&["bilal", "anna"]).await;
    scene.sees("anna", "K1").await;
    scene.sees("anna", "K2").await;
    let deeds = scene.answers().await;
    let lines = said(&deeds);
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].mentions, [user("bilal")]);
    let plain = &lines[0].message.plain;
    assert!(plain.contains("bilal: vraag het anna zelf"), "{plain}");
    assert!(plain.contains("!team bevestig @anna:example.org"), "{plain}");
    scene.sees("anna", "K2").await;
    assert_eq!(scene.answers().await, []);
}

#[tokio::test]
async fn where_nobody_else_can_confirm_it_the_administrator_is_named() {
    let mut scene = Scene::begin().await;
    scene.team(&["anna"]).await;
    scene.sees("anna", "K1").await;
    scene.sees("anna", "K2").await;
    let deeds = scene.answers().await;
    assert_eq!(said(&deeds)[0].mentions, []);
    assert!(said(&deeds)[0].message.plain.contains("de beheerder van de bot"), "{deeds:?}");
}

#[tokio::test]
async fn a_change_that_was_confirmed_meanwhile_is_not_told() {
    let mut scene = Scene::begin().await;
    scene.team(&["bilal", "anna"]).await;
    scene.sees("anna", "K1").await;
    scene.store.see_identity(&user("anna"), Some("K2"), false, NOW_MS).await.expect("it is noted");
    let confirmed = Change::IdentityConfirmed { person: user("anna"), key: "K2".to_owned() };
    scene.change(&Turn { changes: vec![confirmed], out: vec![] }).await;
    scene.store.tell_changed_identities(&user("schakel"), NOW_MS).await.expect("it is written");
    assert_eq!(scene.answers().await, []);
}

#[tokio::test]
async fn beyond_lookups_nothing_is_done_where_the_server_could_have_made_it_up() {
    let mut scene = Scene::begin().await;
    scene.team(&["bilal"]).await;
    scene.encrypted = false;
    let (_, deeds) = scene.says("bilal", Trust::Plain, "!team groep Kade").await;
    assert!(
        said(&deeds)[0].message.plain.starts_with("Dat kan hier niet, want deze kamer is niet versleuteld"),
        "{deeds:?}"
    );
    assert_eq!(scene.says("bilal", Trust::Plain, "!begrip drill").await.1.len(), 1);
}

#[tokio::test]
async fn who_is_stopped_can_do_nothing_as_a_member() {
    let mut scene = Scene::begin().await;
    scene.team(&["bilal", "anna"]).await;
    scene.sees("bilal", "K1").await;
    scene.sees("bilal", "K2").await;
    scene.answers().await;
    let (_, deeds) = scene.says("bilal", Trust::Signed, "!team groep Kade").await;
    assert!(said(&deeds)[0].message.plain.starts_with("Je versleuteling is opnieuw ingesteld"), "{deeds:?}");
    let confirmed = Change::IdentityConfirmed { person: user("bilal"), key: "K2".to_owned() };
    scene.change(&Turn { changes: vec![confirmed], out: vec![] }).await;
    let (_, deeds) = scene.says("bilal", Trust::Signed, "!team groep Kade").await;
    assert!(said(&deeds)[0].message.plain.contains("Kade"), "{deeds:?}");
}

#[tokio::test]
async fn who_is_stopped_still_looks_up() {
    let mut scene = Scene::begin().await;
    scene.team(&["bilal", "anna"]).await;
    scene.sees("anna", "K1").await;
    scene.sees("anna", "K2").await;
    scene.answers().await;
    let (_, deeds) = scene.says("anna", Trust::Signed, "!begrip drill").await;
    assert!(said(&deeds)[0].message.plain.to_lowercase().contains("drill"), "{deeds:?}");
}

#[tokio::test]
async fn what_changes_something_does_so_once_however_often_the_server_sends_it() {
    let mut scene = Scene::begin().await;
    for language in ["en", "nl"] {
        assert_eq!(scene.says("admin", Trust::Signed, &format!("!taal {language}")).await.1.len(), 1);
    }
    assert_eq!(scene.says("admin", Trust::Signed, "!taal en").await.1, []);
    let language = scene.store.room(&room()).await.expect("it is read").expect("it is there").language;
    assert_eq!(language, Some(Language::Dutch));
    for _ in 0..2 {
        assert_eq!(scene.says("bilal", Trust::Signed, "!begrip drill").await.1.len(), 1, "lookups are answered");
    }
}

#[tokio::test]
async fn what_the_server_will_not_give_again_changes_nothing() {
    let mut scene = Scene::begin().await;
    scene.team(&["bilal"]).await;
    let (_, deeds) = scene.says("bilal", Trust::Signed, "!team groep Weg").await;
    assert!(said(&deeds)[0].message.plain.contains("Er is niets veranderd"), "{deeds:?}");
    let groups = scene.store.team_groups(&TeamId::new("oost")).await.expect("they are read");
    assert_eq!(groups, Vec::<String>::new());
}
