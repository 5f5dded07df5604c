//! Who asks what where in a soak, and what became of it by the homeserver's own word.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use matrix_sdk::ruma::{OwnedEventId, OwnedRoomId};

use super::{Chance, Soak};
use crate::support::bot::PATIENCE;
use crate::support::person::{Person, Seen};

/// What people look up. All of it is answered to anybody.
const LOOKUPS: [&str; 4] = ["!begrip convenant", "!status", "!interventie huisbezoek", "!interventie ruzie filmpje"];
/// No reminder is asked for so shortly before the end: it would have to be waited for.
const LAST_REMINDER: Duration = Duration::from_secs(45);
/// Between two commands of one person, at least; and at most twice that.
const PAUSE: Duration = Duration::from_millis(1200);

/// The people, and the rooms that each of them made. The first room of each is a team's.
pub(super) struct People {
    people: Vec<Person>,
    pub(super) rooms: Vec<Place>,
}

/// A room.
pub(super) struct Place {
    id: OwnedRoomId,
    /// Who made it, and reads its whole history.
    maker: usize,
    /// Who else is in it.
    guest: Option<usize>,
    team: bool,
}

/// A command that was given.
pub(super) struct Asked {
    room: usize,
    event: OwnedEventId,
    /// The text of the reminder that was asked for.
    reminder: Option<String>,
}

/// What became of all commands.
#[derive(Debug, Default)]
pub(super) struct Counted {
    pub(super) asked: usize,
    pub(super) reminders: usize,
    /// Commands and reminders for which nothing came, or more than one thing.
    pub(super) missing: Vec<String>,
    pub(super) doubled: Vec<String>,
    /// What was said in the room in place of how a reminder was made: where the server is away and it cannot be seen who is in the room,
    /// the bot says it in private.
    pub(super) refused: Vec<String>,
}

impl Counted {
    fn note(&mut self, what: &str, count: usize) {
        match count {
            0 => self.missing.push(what.to_owned()),
            1 => {}
            _ => self.doubled.push(what.to_owned()),
        }
    }

    pub(super) fn assert_once(&self) {
        assert!(self.asked > 20 && self.reminders > 0, "people asked: {self:?}");
        assert!(self.missing.is_empty() && self.doubled.is_empty(), "{self:?}");
        assert!(self.refused.len() * 20 <= self.reminders, "most reminders are made: {self:?}");
    }
}

impl People {
    /// Has people come, make their rooms and, in the first of each, a team.
    pub(super) async fn gather(soak: &Soak, names: &[String]) -> Self {
        let mut people = Vec::new();
        for name in names {
            soak.server.register(name, "secret", false).unwrap();
            people.push(Person::log_in(&soak.server.url(), name).await);
        }
        let mut rooms = Vec::new();
        for index in 0..soak.plan.rooms {
            let maker = index % people.len();
            let id = people[maker].room_with(&soak.home.account).await;
            let team = index < people.len();
            let guest = (!team && index % 4 == 0).then_some((maker + 1) % people.len());
            if let Some(guest) = guest {
                people[maker].room(&id).invite_user_by_id(&people[guest].id()).await.unwrap();
                people[guest].join(&id).await;
            }
            if team {
                let made = people[maker].say(&id, &format!("!team maak Proef{index} {} gemeente", names[maker])).await;
                people[maker].answer_to(&made).await;
            }
            rooms.push(Place { id, maker, guest, team });
        }
        Self { people, rooms }
    }

    /// Has all of them ask until the time is over.
    pub(super) async fn ask(&self, soak: &Soak, from: Instant) -> Vec<Asked> {
        let reminders = AtomicUsize::new(0);
        let asking = (0..self.people.len()).map(|who| self.ask_as(who, soak, from, &reminders));
        join_all(asking).await.into_iter().flatten().collect()
    }

    async fn ask_as(&self, who: usize, soak: &Soak, from: Instant, reminders: &AtomicUsize) -> Vec<Asked> {
        let mut chance = Chance::new(soak.plan.seed.wrapping_mul(31).wrapping_add(u64::try_from(who).unwrap()));
        let mine: Vec<usize> = (0..self.rooms.len())
            .filter(|room| self.rooms[*room].maker == who || self.rooms[*room].guest == Some(who))
            .collect();
        let mut asked = Vec::new();
        while !soak.is_over() {
            let in_time = from.elapsed() + LAST_REMINDER < soak.plan.lasts;
            // Each fourth time in the team's room, where reminders are.
            let room = if chance.of(4) == 0 { mine[0] } else { mine[chance.of(mine.len())] };
            let reminder = (self.rooms[room].team && in_time).then(|| {
                let number = reminders.fetch_add(1, Ordering::SeqCst);
                format!("proefwekker{number}x")
            });
            let text = match &reminder {
                Some(text) => format!("!herinner ons over 1 minuut {text}"),
                None => LOOKUPS[chance.of(LOOKUPS.len())].to_owned(),
            };
            let event = {
                let _there = soak.server_is_there.read().await;
                self.people[who].say(&self.rooms[room].id, &text).await
            };
            asked.push(Asked { room, event, reminder });
            let pause = PAUSE.mul_f64(1.0 + f64::from(u32::try_from(chance.of(100)).unwrap()) / 100.0);
            tokio::time::sleep(pause).await;
        }
        asked
    }

    /// Waits until everything has come, has one more command answered in each room, so that what comes twice has come, and counts.
    pub(super) async fn count(&self, soak: &Soak, asked: &[Asked]) -> Counted {
        let mut by_room: BTreeMap<usize, Vec<&Asked>> = BTreeMap::new();
        for asked in asked {
            by_room.entry(asked.room).or_default().push(asked);
        }
        let mut counted = Counted { asked: asked.len(), ..Counted::default() };
        counted.reminders = asked.iter().filter(|asked| asked.reminder.is_some()).count();
        for (room, asked) in by_room {
            let place = &self.rooms[room];
            let maker = &self.people[place.maker];
            let deadline = Instant::now() + 2 * PATIENCE;
            loop {
                let history = maker.history(&place.id).await;
                if asked.iter().all(|asked| Came::of(asked, &history, soak).is_all()) || Instant::now() > deadline {
                    break;
                }
                let _ = tokio::time::timeout(Duration::from_secs(2), maker.next_sync()).await;
            }
            let last = maker.say(&place.id, "!status").await;
            maker.answer_to(&last).await;
            let history = maker.history(&place.id).await;
            for asked in asked {
                let came = Came::of(asked, &history, soak);
                counted.note(&format!("the answer to {} in room {room}", asked.event), came.answers.len());
                match &asked.reminder {
                    Some(text) if came.promised() => {
                        counted.note(&format!("the reminder {text} in room {room}"), came.reminders);
                    }
                    Some(_) => counted.refused.extend(came.answers.first().map(|said| said.chars().take(80).collect())),
                    None => {}
                }
            }
        }
        counted
    }
}

/// What came of a command.
struct Came {
    /// What was said in answer to it.
    answers: Vec<String>,
    /// How often the reminder came.
    reminders: usize,
}

impl Came {
    fn of(asked: &Asked, history: &[Seen], soak: &Soak) -> Self {
        let by_bot = || history.iter().filter(|seen| seen.sender == *soak.home.account && seen.replaces().is_none());
        let answers = |seen: &&Seen| seen.reply_to() == Some(asked.event.as_str());
        let reminds = |seen: &&Seen| asked.reminder.as_ref().is_some_and(|text| seen.body().contains(text.as_str()));
        Self {
            answers: by_bot().filter(answers).map(|seen| seen.body().to_owned()).collect(),
            reminders: by_bot().filter(|seen| !answers(seen)).filter(reminds).count(),
        }
    }

    /// A reminder was made.
    fn promised(&self) -> bool {
        self.answers.first().is_some_and(|said| said.contains("staat, voor"))
    }

    fn is_all(&self) -> bool {
        !self.answers.is_empty() && (!self.promised() || self.reminders > 0)
    }
}
