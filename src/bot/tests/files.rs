//! An answer with a file: which of its messages brings it, and what becomes of it when the question is changed or taken back.

use super::*;
use crate::bot::turn::over;
use crate::bot::words::Talk;
use crate::catalogue::RoomKind;
use crate::commands::{Reply, Standing, To};
use crate::domain::{File, Message, Reach};
use crate::text::Answer;

fn file() -> File {
    File::new("agenda.ics", "text/calendar", b"BEGIN".to_vec(), Message::default()).expect("it is small")
}

fn talk<'t>(room: &'t RoomId, anna: &'t UserId, bot: &'t UserId) -> Talk<'t> {
    Talk {
        account: bot,
        room,
        sender: anna,
        kind: RoomKind::Chain,
        team: None,
        zone: chrono_tz::UTC,
        language: Language::Dutch,
        thread: None,
        reply_to: None,
        answers: EventId::new("$asked"),
        stale: false,
        now: now(),
    }
}

/// What is said for a reply.
fn turn(reply: Reply) -> Turn {
    Bot::spoken(&talk(&room(), &user("anna"), &user("schakel")), reply)
}

fn with_file(answer: Answer) -> Reply {
    Reply { answer, files: vec![file()], ..Reply::default() }
}

/// Which of the messages bring a file.
fn files(deeds: &[Deed]) -> Vec<bool> {
    said(deeds).iter().map(|say| say.file.is_some()).collect()
}

fn deeds(turn: Turn) -> Vec<Deed> {
    turn.out.into_iter().map(|outgoing| outgoing.deed).collect()
}

impl Scene {
    /// anna's question was answered with these messages, of which some bring a file; the question.
    async fn answered(&mut self, files: &[bool]) -> EventId {
        let asked = EventId::new(format!("$asked{}", self.events));
        let say = |with_file: &bool| Say {
            file: with_file.then(|| Box::new(file())),
            answers: Some(asked.clone()),
            asked_by: Some(user("anna")),
            ..Say::default()
        };
        let out = |say| crate::domain::Outgoing { room: room(), deed: Deed::Say(say) };
        self.change(&Turn { changes: vec![], out: files.iter().map(say).map(out).collect() }).await;
        self.answers().await;
        asked
    }

    /// anna changes her question.
    async fn changed(&mut self, asked: &EventId) -> Vec<Deed> {
        let said = Said { text: "!begrip drill".to_owned(), mentions: Some(vec![]), ..Said::default() };
        self.happens("anna", Trust::Signed, What::Edit { of: asked.clone(), said }).await.1
    }
}

#[test]
fn it_goes_with_the_last_message() {
    let long = Answer::say("a".repeat(9000)).paragraph("b".repeat(9000));
    assert_eq!(files(&deeds(turn(with_file(long)))), [false, true]);
    assert_eq!(files(&deeds(turn(with_file(Answer::say("de agenda"))))), [true]);
    assert_eq!(files(&deeds(turn(with_file(Answer::default())))), [true], "without words, too");
    assert_eq!(files(&deeds(turn(Answer::say("geen").into()))), [false]);
}

#[test]
fn in_private_it_goes_with_the_words_and_not_with_the_notice() {
    let reach = Reach { people: vec![user("anna")], teams: vec![], direct: true, instead: Message::default() };
    let to = To::Private { notice: Answer::say("privé"), reach: Box::new(reach) };
    let turn = turn(Reply { to, ..with_file(Answer::say("de agenda")) });
    let [Change::Private(private)] = &turn.changes[..] else { panic!("it waits: {turn:?}") };
    assert_eq!(private.say.file.as_deref(), Some(&file()));
    assert_eq!(files(&deeds(turn)), [false]);
}

#[tokio::test]
async fn an_answer_with_a_file_is_taken_back_and_said_anew() {
    let mut scene = Scene::begin().await;
    let asked = scene.answered(&[true]).await;
    let deeds = scene.changed(&asked).await;
    let [Deed::Redact { .. }, Deed::Say(new)] = &deeds[..] else { panic!("{deeds:?}") };
    assert!(new.message.plain.to_lowercase().contains("drill"));
    // The new one brings no file: it is changed as any other.
    let deeds = scene.changed(&asked).await;
    assert!(matches!(deeds[..], [Deed::Edit { .. }]), "{deeds:?}");
}

#[tokio::test]
async fn the_messages_before_a_file_are_changed_and_the_file_is_taken_back() {
    let mut scene = Scene::begin().await;
    let asked = scene.answered(&[false, true]).await;
    let deeds = scene.changed(&asked).await;
    assert!(matches!(deeds[..], [Deed::Edit { .. }, Deed::Redact { .. }]), "{deeds:?}");
}

#[tokio::test]
async fn a_new_file_is_said_and_what_stood_there_is_taken_back() {
    let mut scene = Scene::begin().await;
    let asked = scene.answered(&[false, false]).await;
    let earlier = scene.store.answers_to(&room(), &asked).await.expect("it is read");
    let deeds = deeds(over(&room(), turn(with_file(Answer::say("de agenda"))), &earlier));
    let [Deed::Redact { row }, Deed::Say(new), Deed::Redact { row: rest }] = &deeds[..] else { panic!("{deeds:?}") };
    assert_eq!([*row, *rest], [earlier[0].seq, earlier[1].seq]);
    assert_eq!(new.file.as_deref(), Some(&file()));
}

#[tokio::test]
async fn who_takes_a_question_back_takes_the_file_with_it() {
    let mut scene = Scene::begin().await;
    let asked = scene.answered(&[true]).await;
    let (_, deeds) = scene.happens("anna", Trust::Plain, What::Redaction { of: asked }).await;
    assert!(matches!(deeds[..], [Deed::Redact { .. }]), "{deeds:?}");
}

#[tokio::test]
async fn a_file_that_is_too_large_is_told_instead() {
    let scene = Scene::begin().await;
    let (place, anna, bot) = (room(), user("anna"), user("schakel"));
    let talk = talk(&place, &anna, &bot);
    let definition = scene.bot.library.catalogue.definition("help").expect("there is help");
    let ask = scene.bot.ask(&talk, definition, "", &Standing::Nobody);
    let reply = |bytes: usize| ask.with_file(Answer::say("de agenda"), ("agenda.ics", "text/calendar"), vec![0; bytes]);
    let fits = reply(File::LARGEST);
    let file = fits.files.into_iter().next().expect("it fits");
    assert!(file.otherwise().plain.contains("agenda.ics"), "{file:?}");
    assert_eq!(fits.answer, Answer::say("de agenda"));
    let too_large = reply(File::LARGEST + 1);
    assert_eq!(too_large.files, []);
    let words = too_large.answer.messages().remove(0).plain;
    assert!(words.starts_with("de agenda\n\nHet bestand agenda.ics kan ik hier niet neerzetten."), "{words}");
}
