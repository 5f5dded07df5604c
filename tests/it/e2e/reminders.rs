//! Reminders on the real homeserver: what arrives, what people do with it, and what becomes of it while the bot or the server is
//! away. They stand in the database of a bot that is down, so that nobody need wait for the minute to come.

mod away;
mod crash;
mod posts;
mod several;
mod ticks;

use std::time::Duration;

use matrix_sdk::ruma::{OwnedRoomId, RoomId as MatrixRoomId};
use schakel::domain::{Addressee, RoomId, UserId};

use super::{home_on, person_on, server};
use crate::support::bot::Home;
use crate::support::person::{Person, Seen};
use crate::support::planned::{Planned, Plans};

fn id(person: &Person) -> UserId {
    UserId::new(person.id().as_str())
}

fn everybody(room: &MatrixRoomId) -> Addressee {
    Addressee::Room(RoomId::new(room.as_str()))
}

fn only(person: &Person, room: &MatrixRoomId) -> Addressee {
    Addressee::People(RoomId::new(room.as_str()), vec![id(person)])
}

/// A team of three in its chain room, and a bot that is down.
struct Team {
    home: Home,
    room: OwnedRoomId,
    /// Coordinator.
    anna: Person,
    bram: Person,
    carla: Person,
}

impl Team {
    async fn new() -> Self {
        let (server, name) = (server(), |name| person_on(server(), name));
        let logins = async { tokio::join!(name("anna"), name("bram"), name("carla")) };
        let (anna, bram, carla) = Box::pin(logins).await;
        let home = home_on(server).bot(&format!("admins = [\"{}\"]", anna.id()));
        let bot = home.started();
        let room = anna.room_with(&home.account).await;
        for colleague in [&bram, &carla] {
            anna.room(&room).invite_user_by_id(&colleague.id()).await.unwrap();
            colleague.join(&room).await;
        }
        ask(&anna, &room, &format!("!team maak Jeugd {} gemeente", anna.id().localpart())).await;
        ask(&anna, &room, &format!("!team lid {} politie", bram.id())).await;
        ask(&anna, &room, &format!("!team lid {} jongerenwerk", carla.id())).await;
        assert_eq!(bot.terminate().0, Some(0));
        Self { home, room, anna, bram, carla }
    }

    /// Has these planned; the texts of their numbers.
    async fn plan(&self, planned: Vec<Planned>) -> Vec<String> {
        plan(&self.home, &self.room, planned).await
    }

    /// What this person sees of what the bot says of a reminder.
    async fn post(&self, person: &Person, text: &str) -> Seen {
        post(person, &self.home, &self.room, text).await
    }
}

async fn plan(home: &Home, room: &MatrixRoomId, planned: Vec<Planned>) -> Vec<String> {
    let plans = Plans::open(home).await;
    let numbers = plans.plan(&RoomId::new(room.as_str()), planned).await;
    plans.close().await;
    numbers.iter().map(|number| number.as_str().to_owned()).collect()
}

async fn ask(person: &Person, room: &MatrixRoomId, text: &str) -> Seen {
    let asked = person.say(room, text).await;
    person.answer_to(&asked).await
}

/// The first message of the bot in a room that holds this.
async fn post(person: &Person, home: &Home, room: &MatrixRoomId, text: &str) -> Seen {
    person
        .wait_for(text, Duration::from_mins(2), |seen| {
            let by_bot = |seen: &&Seen| seen.room == *room && seen.sender == *home.account;
            seen.iter().filter(by_bot).find(|seen| seen.body().contains(text)).cloned()
        })
        .await
}

/// All that the bot has said in a room, by the server's own word.
async fn said(person: &Person, home: &Home, room: &MatrixRoomId) -> Vec<Seen> {
    let history = person.history(room).await;
    let by_bot = |seen: &Seen| seen.sender == *home.account && seen.kind != "m.reaction";
    history
        .into_iter()
        .filter(by_bot)
        .filter(|seen| seen.kind == "m.room.message" || seen.kind == "m.room.encrypted")
        .collect()
}

/// How many of these hold this.
fn count(said: &[Seen], text: &str) -> usize {
    said.iter().filter(|said| said.body().contains(text)).count()
}
