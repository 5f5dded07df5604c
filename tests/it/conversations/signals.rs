//! What is done with a signal after it was sent, and who of four organisations reads what of it.

mod access;
mod feedback;
mod following;
mod guard;
mod notices;
mod terms;
mod widening;
mod withdrawing;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use schakel::console::{Seen, Shown};
use schakel::domain::{
    Both, Change, EventId, Form, Incoming, KeptForm, Label, NewSignal, OrganisationKind, Place, Protection, Question,
    QuestionKind, RecordNumber, RoomId, Said, SaidOf, Scope, SignalChange, SignalStep, Trust, Turn, UserId, Value,
    What, signal_record,
};
use schakel::store::{Arrival, Arrived, Receipt, RoomReceipt, Store};

use super::{Stage, assert_holds, only};

/// The number of the signal that most conversations are about, and one that nobody has.
pub(super) const S: &str = "S-2026-bcdf";
const NONE: &str = "S-2026-zzzz";

/// What stands in it: for whoever it is shared with, and for the author's own organisation.
pub(super) const SEEN: &str = "een filmpje bij de brug";
pub(super) const KNOWN: &str = "een jongere vertelde het";

fn person(name: &str) -> UserId {
    UserId::new(format!("@{name}:console"))
}

fn question(id: &str, label: &str, scope: Scope) -> Question {
    let both = |text: &str| Both { nl: text.to_owned(), en: text.to_owned() };
    Question {
        id: id.to_owned(),
        label: both(label),
        ask: both(label),
        why: both(label),
        kind: QuestionKind::Text { least: 1, most: 600 },
        scope,
        required: true,
        short: true,
        asked: true,
        only_if: vec![],
        suggest: vec![],
        derive: vec![],
        notes: vec![],
    }
}

/// A signal of carla's with a form of two questions.
pub(super) fn by_carla(team: &schakel::domain::TeamId, label: Label) -> NewSignal {
    let questions = vec![question("seen", "Gezien", Scope::Shared), question("known", "Hoe je het weet", Scope::Own)];
    let form = Form { id: "signal".into(), version: 1, questions, widen: None, name: None };
    let text = |text: &str| Value::Text(text.to_owned());
    NewSignal {
        form: KeptForm { name: "test".into(), json: serde_json::to_string(&form).expect("plain values") },
        answers: [("seen".to_owned(), text(SEEN)), ("known".to_owned(), text(KNOWN))].into(),
        protection: Protection {
            team: team.clone(),
            label,
            author: person("carla"),
            author_organisation: OrganisationKind::YouthWork,
            owner: None,
            named: BTreeSet::new(),
            shared_with: BTreeSet::new(),
            author_named: false,
        },
        level: 1,
        feedback_on: NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day"),
        group: None,
        released: BTreeSet::new(),
    }
}

impl Stage {
    /// A chain room with anna (municipality, coordinator), bram (police), carla and dirk (youth work) and eva (school), each with a
    /// direct room of their own.
    pub(super) async fn chain() -> Self {
        Box::pin(Self::chain_with(|_| {})).await
    }

    /// The same for a bot with other settings.
    pub(super) async fn chain_with(change: impl FnOnce(&mut schakel::bot::Identity)) -> Self {
        let mut stage = Self::with(|me| {
            me.commands_per_minute = 0;
            change(me);
        })
        .await;
        for person in ["anna", "bram", "carla", "dirk", "eva"] {
            stage.world.enter(person, "keten").await.expect("the room");
            stage.world.enter(person, "direct").await.expect("the room");
        }
        for line in [
            "!team maak Jeugd West gemeente",
            "!team lid @bram politie mandaat",
            "!team lid @carla jongerenwerk mandaat",
            "!team lid @dirk jongerenwerk",
            "!team lid @eva school",
        ] {
            stage.ask("anna", line).await;
        }
        stage
    }

    pub(super) async fn store(&self) -> Store {
        let url = format!("sqlite:{}", self.folder.path().join("bot.db").display());
        Store::open(&url, &self.folder.path().join("bot.key")).await.expect("the same database")
    }

    /// What follows from something that is not shown here, as if it had been said just now.
    pub(super) async fn happens(&mut self, changes: Vec<Change>) {
        let (store, bot) = (self.store().await, person("schakel"));
        let room = RoomId::new("!room.keten:console");
        let event = EventId::new(format!("$made.{}", self.now.timestamp_millis()));
        let incoming = Incoming {
            event: event.clone(),
            room: room.clone(),
            place: Place { direct: false, encrypted: true },
            sender: person("carla"),
            trust: Trust::Signed,
            age_ms: 0,
            received_ms: self.now.timestamp_millis(),
            what: What::Message(Said::default()),
        };
        let arrived = Arrived { event: event.clone(), arrival: Arrival::Readable(incoming) };
        let receipt =
            RoomReceipt { room: room.clone(), encrypted: true, gap: None, mark: Some(event), events: vec![arrived] };
        let receipt = Receipt { sync_mark: None, rooms: vec![receipt] };
        store.receive(&bot, &receipt, self.now.timestamp_millis()).await.expect("it comes in");
        let (seq, _) = store.next_arrived(&room).await.expect("it is read").expect("it is there");
        let turn = Turn { changes, out: vec![] }.noted(&person("carla"), self.now.timestamp_millis());
        store.finish(seq, &turn, self.now.timestamp_millis()).await.expect("it is written");
        store.close().await;
        self.pass(chrono::TimeDelta::seconds(1));
    }

    /// carla has sent the signal, with this label and whatever else is changed of it.
    pub(super) async fn signal(&mut self, label: Label, change: impl FnOnce(&mut NewSignal)) {
        self.signal_called(S, label, change).await;
    }

    pub(super) async fn signal_called(&mut self, number: &str, label: Label, change: impl FnOnce(&mut NewSignal)) {
        let team = self.store().await.team_of_room(&RoomId::new("!room.keten:console")).await;
        let team = team.expect("it is read").expect("it has a team").team;
        let mut new = by_carla(&team, label);
        change(&mut new);
        let number = RecordNumber::parse(number).expect("a number");
        let record = signal_record(&team, &number);
        let steps = vec![SignalStep::Made(Box::new(new))];
        let said = vec![SaidOf { room: RoomId::new("!direct.carla:console"), event: EventId::new("$said") }];
        let change = SignalChange { team, number, seen: 0, steps };
        self.happens(vec![Change::Signal(change), Change::SaidOf { record, said }]).await;
    }

    /// What this person hears in their direct room; the text of the only answer there.
    pub(super) async fn alone(&mut self, person: &str, text: &str) -> String {
        let shown = self.ask_in("direct", person, text).await;
        let room = format!("!direct.{person}:console");
        let there: Vec<&Shown> = shown.iter().filter(|one| one.room.as_str() == room).collect();
        assert_eq!(there.len(), 1, "{person}: {text}\n{shown:#?}");
        there[0].text().to_owned()
    }

    /// What follows in anybody's room when this person says something in their direct room.
    async fn follows(&mut self, person: &str, text: &str) -> Vec<(String, String)> {
        let shown = self.ask_in("direct", person, text).await;
        shown.iter().map(|one| (one.room.as_str().to_owned(), one.text().to_owned())).collect()
    }
}

/// The text that this person got in their direct room.
#[track_caller]
pub(super) fn told<'s>(heard: &'s [(String, String)], person: &str) -> &'s str {
    let room = format!("!direct.{person}:console");
    let texts: Vec<&str> = heard.iter().filter(|(at, _)| *at == room).map(|(_, text)| text.as_str()).collect();
    assert_eq!(texts.len(), 1, "{person}: {heard:#?}");
    texts[0]
}

/// Nobody hears of a signal that they do not know of.
fn is_unknown(text: &str) -> bool {
    text.starts_with("Ik ken geen signaal")
}
