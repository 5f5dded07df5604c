//! What people see when they talk to the bot: whole conversations through inbox, bot and outbox.

mod agreements;
mod changes;
mod evaluations;
mod files;
mod incidents;
mod limits;
mod log;
mod lookups;
mod practice;
mod reminders;
mod renamed;
mod reports;
mod session;
mod signals;
mod teams;
mod trend;

use std::sync::{Arc, LazyLock};

use chrono::{DateTime, TimeDelta, Utc};
use schakel::bot::Identity;
use schakel::commands::Library;
use schakel::console::{self, Seen, Shown, World};
use tempfile::TempDir;

/// Loading takes longer than a conversation.
static LIBRARY: LazyLock<Arc<Library>> =
    LazyLock::new(|| Arc::new(Library::load(None).expect("the built-in catalogue is sound")));

/// A world in a folder that is removed with it. It is a minute after the bot's first login.
struct Stage {
    world: World,
    now: DateTime<Utc>,
    folder: TempDir,
}

impl Stage {
    async fn new() -> Self {
        Self::with(|_| {}).await
    }

    async fn with(change: impl FnOnce(&mut Identity)) -> Self {
        Self::knowing(Arc::clone(&LIBRARY), change).await
    }

    /// One in which the bot has another library.
    async fn knowing(library: Arc<Library>, change: impl FnOnce(&mut Identity)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut me = console::identity(None);
        change(&mut me);
        let now = DateTime::from_timestamp(1_795_500_000, 0).expect("a moment");
        let url = format!("sqlite:{}", folder.path().join("bot.db").display());
        let world = World::open(&url, library, me, now).await.expect("a database");
        let mut stage = Self { world, now, folder };
        stage.pass(TimeDelta::minutes(60));
        stage
    }

    fn pass(&mut self, time: TimeDelta) {
        self.now += time;
        self.world.at(self.now);
    }

    /// Says something in a shared room; gives the bot's answers, after its introduction.
    async fn ask(&mut self, person: &str, text: &str) -> Vec<Shown> {
        self.ask_in("keten", person, text).await
    }

    async fn ask_in(&mut self, room: &str, person: &str, text: &str) -> Vec<Shown> {
        self.world.enter(person, room).await.expect("the room");
        let shown = self.world.say(person, room, text).await.expect("said");
        shown[1..].to_vec()
    }
}

/// The text of the only answer.
#[track_caller]
fn only(shown: &[Shown]) -> &str {
    assert_eq!(shown.len(), 1, "{shown:#?}");
    shown[0].text()
}

#[track_caller]
fn assert_holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "“{part}” is not in:\n{text}");
    }
}

/// The lines of a numbered list.
fn items(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_digit())).collect()
}

fn thread_of(shown: &Shown) -> Option<usize> {
    match &shown.what {
        Seen::Said { thread, .. } => *thread,
        _ => None,
    }
}
