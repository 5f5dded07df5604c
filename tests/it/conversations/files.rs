//! A file that the bot brings. What it decides is put into its database, as a command would have decided it.

use schakel::console::{self, Seen, Shown};
use schakel::domain::{
    Change, Deed, EventId, File, Incoming, Message, Outgoing, Place, Private, Reach, RoomId, Said, Say, Trust, Turn,
    UserId, What,
};
use schakel::store::{Arrival, Arrived, Receipt, RoomReceipt, Store};

use super::{Stage, assert_holds};

fn message(text: &str) -> Message {
    Message { plain: text.to_owned(), html: format!("<p>{text}</p>") }
}

fn agenda(reach: Option<Reach>) -> Say {
    let file = File::new("agenda.ics", "text/calendar", b"BEGIN:VCALENDAR".to_vec(), message("niet hier"));
    Say { message: message("Dit staat er gepland."), file: file.map(Box::new), reach, ..Say::default() }
}

fn for_anna(direct: bool) -> Reach {
    let people = vec![UserId::new("@anna:console")];
    Reach { people, teams: vec![], direct, instead: message("De kamer is net veranderd.") }
}

/// The file that goes with a message.
fn file(shown: &Shown) -> Option<&File> {
    match &shown.what {
        Seen::Said { file, .. } => file.as_deref(),
        _ => None,
    }
}

impl Stage {
    /// anna is in the chain room with the bot, which decides this there and has not done it yet.
    async fn decided(&mut self, decide: impl FnOnce(&RoomId) -> Turn) {
        let shown = self.world.enter("anna", "keten").await.expect("the room");
        let (room, account) = (shown[0].room.clone(), shown[0].by.clone());
        let folder = self.folder.path();
        let url = format!("sqlite:{}", folder.join("bot.db").display());
        let store = Store::open(&url, &folder.join("bot.key")).await.expect("the database opens");
        let (event, now_ms) = (EventId::new("$decided"), self.now.timestamp_millis());
        let incoming = Incoming {
            event: event.clone(),
            room: room.clone(),
            place: Place { direct: false, encrypted: true },
            sender: account.clone(),
            trust: Trust::Signed,
            age_ms: 0,
            received_ms: now_ms,
            what: What::Message(Said::default()),
        };
        let events = vec![Arrived { event, arrival: Arrival::Readable(incoming) }];
        let receipt = RoomReceipt { room: room.clone(), encrypted: true, gap: None, mark: None, events };
        let receipt = Receipt { sync_mark: None, rooms: vec![receipt] };
        store.receive(&account, &receipt, now_ms).await.expect("it is received");
        let (seq, _) = store.next_arrived(&room).await.expect("it is read").expect("it is there");
        assert!(store.finish(seq, &decide(&room), now_ms).await.expect("it is decided"));
        store.close().await;
    }

    async fn settle(&mut self) -> Vec<Shown> {
        self.world.settle().await.expect("it is done")
    }
}

fn said(room: &RoomId, say: Say) -> Turn {
    Turn { changes: vec![], out: vec![Outgoing { room: room.clone(), deed: Deed::Say(say) }] }
}

#[tokio::test]
async fn it_comes_with_the_words_that_tell_of_it() {
    let mut stage = Stage::new().await;
    stage.decided(|room| said(room, agenda(Some(for_anna(false))))).await;
    let shown = stage.settle().await;
    assert_eq!(shown.len(), 1, "{shown:#?}");
    assert_eq!(shown[0].text(), "Dit staat er gepland.");
    let file = file(&shown[0]).expect("there is a file");
    assert_eq!(
        (file.name(), file.media_type(), file.bytes()),
        ("agenda.ics", "text/calendar", &b"BEGIN:VCALENDAR"[..])
    );
    assert_eq!(stage.settle().await, [], "once");
}

#[tokio::test]
async fn where_somebody_else_has_come_it_does_not() {
    let mut stage = Stage::new().await;
    stage.decided(|room| said(room, agenda(Some(for_anna(false))))).await;
    stage.world.hold(true);
    stage.world.enter("bram", "keten").await.expect("he comes");
    stage.world.hold(false);
    let shown = stage.settle().await;
    assert_eq!(shown.len(), 1, "{shown:#?}");
    assert_eq!((shown[0].text(), file(&shown[0])), ("De kamer is net veranderd.", None));
}

#[tokio::test]
async fn in_private_it_waits_for_the_room_for_two() {
    let mut stage = Stage::new().await;
    let private = Private {
        account: UserId::new("@schakel:console"),
        person: UserId::new("@anna:console"),
        say: agenda(Some(for_anna(true))),
    };
    stage.decided(|_| Turn { changes: vec![Change::Private(Box::new(private))], out: vec![] }).await;
    assert_eq!(stage.settle().await, []);
    let shown = stage.world.enter("anna", "direct").await.expect("she comes");
    let with_file: Vec<&Shown> = shown.iter().filter(|shown| file(shown).is_some()).collect();
    assert_eq!(with_file.len(), 1, "{shown:#?}");
    assert_eq!(with_file[0].text(), "Dit staat er gepland.");
}

#[tokio::test]
async fn a_transcript_names_it() {
    let mut stage = Stage::new().await;
    stage.decided(|room| said(room, agenda(None))).await;
    let mut output = Vec::new();
    console::script(stage.world, &b"/quit\n"[..], &mut output).await.expect("a conversation");
    let output = String::from_utf8(output).expect("text");
    let lines = "    Dit staat er gepland.\n    Bestand: agenda.ics (text/calendar, 15 bytes)\n";
    assert_holds(&output, &[lines]);
    assert!(!output.contains("Het staat in"), "nothing is kept: {output}");
}
