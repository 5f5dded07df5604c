//! One person's seat at the console: who they are, where, in which thread; a typed line in, text to print out.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::book::{self, DIRECT, Room};
use super::files;
use super::line::{self, Wish};
use super::world::{Refused, Seen, Shown, World};
use crate::domain::{File, RoomId, UserId};
use crate::store::StoreError;
use crate::text::Args;

/// Who is there first, and where.
const FIRST_PERSON: &str = "anna";
const FIRST_ROOM: &str = "keten";

/// How things are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// For a reader at the terminal, who sees what they typed and the prompt.
    Terminal,
    /// For a file or a program: every message in full, no marks.
    Plain,
}

/// What a line led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heard {
    /// What is printed: whole lines, or nothing.
    pub text: String,
    /// The console ends.
    pub quit: bool,
}

/// The seat.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) world: World,
    person: UserId,
    room: Room,
    thread: Option<usize>,
    style: Style,
    /// Where the bot's files are put; nowhere when they are not kept.
    files: Option<PathBuf>,
}

impl Session {
    /// Sits down where the last session ended. Returns what is printed first.
    pub(super) async fn begin(
        mut world: World,
        style: Style,
        files: Option<PathBuf>,
    ) -> Result<(Self, String), StoreError> {
        let person = world.book.person.clone().unwrap_or_else(|| book::person(FIRST_PERSON));
        let room = world.book.room.as_ref().and_then(|room| world.book.room(room).cloned());
        let room = room.unwrap_or_else(|| Room::called(FIRST_ROOM, &person));
        let mut shown = world.settle().await?;
        shown.extend(world.enter(person.localpart(), &room.name).await?);
        let mut session = Self { world, person, room, thread: None, style, files };
        session.remember();
        let mut text = session.text(
            "console-welcome",
            &[
                ("name", session.world.me.name.as_str().into()),
                ("person", session.person.localpart().into()),
                ("room", session.room.name.as_str().into()),
            ],
        );
        text.push('\n');
        text.push_str(&session.printed(&shown));
        Ok((session, text))
    }

    /// What stands before the line that is typed.
    pub(super) fn prompt(&self) -> String {
        let (person, room) = (self.person.localpart(), self.room.name.as_str());
        let prompt = match self.thread {
            Some(number) => self.text(
                "console-prompt-thread",
                &[("person", person.into()), ("room", room.into()), ("number", number.into())],
            ),
            None => self.text("console-prompt", &[("person", person.into()), ("room", room.into())]),
        };
        format!("{prompt} ")
    }

    /// The names of the people that are there.
    pub(super) fn people(&self) -> Vec<String> {
        self.world.book.people.iter().map(|person| person.localpart().to_owned()).collect()
    }

    /// The names of the rooms that this person can go to.
    pub(super) fn rooms(&self) -> Vec<String> {
        let shared = self.world.book.rooms.iter().filter(|room| room.direct_of.is_none());
        shared.map(|room| room.name.as_str()).chain([DIRECT]).map(str::to_owned).collect()
    }

    /// True when this person is alone with the bot.
    pub(super) fn is_direct(&self) -> bool {
        self.room.direct_of.is_some()
    }

    /// Does what a line asks.
    pub(super) async fn hear(&mut self, line: &str) -> Result<Heard, StoreError> {
        let person = self.person.localpart().to_owned();
        let room = self.room.name.clone();
        let shown = match line::wish(line) {
            Wish::Nothing => vec![],
            Wish::Say(text) => match self.thread {
                Some(number) => self.world.say_in_thread(&person, number, text).await?,
                None => self.world.say(&person, &room, text).await?,
            },
            Wish::As(name) => return self.go(name, &room).await,
            Wish::In(name) => return self.go(&person, name).await,
            Wish::Thread(number) => return Ok(self.enter_thread(number)),
            Wish::Reply(number, text) => match self.refusal(number, false) {
                Some(refusal) => return Ok(refusal),
                None => self.world.reply(&person, number, text).await?,
            },
            Wish::React(number, key) => match self.refusal(number, false) {
                Some(refusal) => return Ok(refusal),
                None => self.world.react(&person, number, &key).await?,
            },
            Wish::Edit(number, text) => match self.refusal(number, true) {
                Some(refusal) => return Ok(refusal),
                None => self.world.edit(&person, number, text).await?,
            },
            Wish::Redact(number) => match self.refusal(number, true) {
                Some(refusal) => return Ok(refusal),
                None => self.world.redact(&person, number).await?,
            },
            Wish::Rooms => return Ok(self.tell_rooms()),
            Wish::People => return Ok(self.tell_people()),
            Wish::Help => return Ok(self.tell_help()),
            Wish::Quit => return Ok(Heard { text: String::new(), quit: true }),
            Wish::Wrong(word) => {
                let line = self.text(&format!("console-help-{word}"), &[]);
                return Ok(self.told("console-usage", &[("line", line.into())]));
            }
            Wish::Unknown(word) => return Ok(self.told("console-unknown", &[("word", word.into())])),
        };
        Ok(Heard { text: self.printed(&shown), quit: false })
    }

    /// Becomes this person in this room.
    async fn go(&mut self, person: &str, room: &str) -> Result<Heard, StoreError> {
        for typed in [person, room] {
            if book::name(typed).is_none() {
                return Ok(self.told("console-bad-name", &[("name", typed.into())]));
            }
        }
        let (person, room) = (book::name(person).unwrap_or_default(), book::name(room).unwrap_or_default());
        if book::person(&person) == self.world.me.account {
            return Ok(self.told("console-is-bot", &[("name", person.into())]));
        }
        let shown = self.world.enter(&person, &room).await?;
        self.person = book::person(&person);
        let room = Room::called(&room, &self.person);
        if room.id != self.room.id {
            self.thread = None;
        }
        self.room = room;
        self.remember();
        let mut text = String::new();
        if self.style == Style::Plain {
            let args = [("person", self.person.localpart().into()), ("room", self.room.name.as_str().into())];
            text = self.told("console-now-in", &args).text;
        }
        text.push_str(&self.printed(&shown));
        Ok(Heard { text, quit: false })
    }

    fn enter_thread(&mut self, number: Option<usize>) -> Heard {
        if let Some(refusal) = number.and_then(|number| self.refusal(number, false)) {
            return refusal;
        }
        self.thread = number.map(|number| self.world.root_number(number));
        match self.thread {
            Some(number) => self.told("console-thread-entered", &[("number", number.into())]),
            None => self.told("console-thread-left", &[]),
        }
    }

    /// Why this person cannot do something with a message, in words.
    fn refusal(&self, number: usize, own: bool) -> Option<Heard> {
        let refused = self.world.may(&self.person, &self.room.id, number, own).err()?;
        let shown = ("number", number.into());
        Some(match refused {
            Refused::NoMessage => self.told("console-no-message", &[shown]),
            Refused::Elsewhere(room) => self.told("console-elsewhere", &[shown, ("room", self.named(&room).into())]),
            Refused::NotYours => self.told("console-not-yours", &[shown]),
            Refused::Gone => self.told("console-gone", &[shown]),
        })
    }

    fn tell_rooms(&self) -> Heard {
        let rooms: Vec<String> = self.world.book.rooms.iter().map(|room| self.named(&room.id)).collect();
        self.told("console-rooms", &[("rooms", rooms.join(", ").into())])
    }

    fn tell_people(&self) -> Heard {
        let named = |person: &UserId| {
            if self.world.me.admins.contains(person) {
                self.text("console-people-admin", &[("person", person.localpart().into())])
            } else {
                person.localpart().to_owned()
            }
        };
        let people: Vec<String> = self.world.book.people.iter().map(named).collect();
        self.told("console-people", &[("people", people.join(", ").into())])
    }

    fn tell_help(&self) -> Heard {
        let lines = line::WORDS.iter().map(|word| format!("  {}\n", self.text(&format!("console-help-{word}"), &[])));
        Heard { text: format!("{}\n{}", self.text("console-help-intro", &[]), lines.collect::<String>()), quit: false }
    }

    /// What people call a room.
    fn named(&self, id: &RoomId) -> String {
        match self.world.book.room(id) {
            Some(Room { direct_of: Some(person), .. }) => {
                self.text("console-direct-of", &[("person", person.localpart().into())])
            }
            Some(room) => room.name.clone(),
            None => id.to_string(),
        }
    }

    fn remember(&mut self) {
        self.world.book.person = Some(self.person.clone());
        self.world.book.room = Some(self.room.id.clone());
    }

    fn text(&self, key: &str, args: Args<'_>) -> String {
        self.world.bot.library().catalogue.texts.get(self.world.me.language, key, args)
    }

    fn told(&self, key: &str, args: Args<'_>) -> Heard {
        Heard { text: format!("{}\n", harmless(&self.text(key, args))), quit: false }
    }

    /// What happened, as lines: a head with number and name, and the words indented under it.
    fn printed(&self, shown: &[Shown]) -> String {
        let mut printed = String::new();
        for one in shown {
            let typed = self.style == Style::Terminal && one.by == self.person;
            let head = match &one.what {
                Seen::Reacted { .. } if typed => continue,
                Seen::Said { .. } if typed => format!("({})", one.number),
                _ => self.head(one),
            };
            let head = if self.style == Style::Terminal { format!("\u{1b}[1m{head}\u{1b}[0m") } else { head };
            printed.push_str(&head);
            printed.push('\n');
            let words = match &one.what {
                Seen::Said { text, .. } | Seen::Edited { text } if !typed => text.as_str(),
                _ => "",
            };
            let file = if let Seen::Said { file, .. } = &one.what { file.as_deref() } else { None };
            let of_file = file.map_or_else(Vec::new, |file| self.of_file(one.number, file));
            for line in words.lines().chain(of_file.iter().map(String::as_str)) {
                let _ = writeln!(printed, "{}", format!("    {}", harmless(line)).trim_end());
            }
        }
        printed
    }

    /// Keeps the file of a message, and says what it is and where it lies.
    fn of_file(&self, number: usize, file: &File) -> Vec<String> {
        let size = file.bytes().len();
        let args = [("name", file.name().into()), ("kind", file.media_type().into()), ("size", size.into())];
        let what = self.text("console-file", &args);
        let kept = self.files.as_deref().map(|folder| match files::keep(folder, number, file) {
            Ok(path) => self.text("console-file-kept", &[("path", path.display().to_string().into())]),
            Err(error) => self.text("console-file-not-kept", &[("why", error.to_string().into())]),
        });
        [what].into_iter().chain(kept).collect()
    }

    fn head(&self, one: &Shown) -> String {
        let number = ("number", one.number.into());
        let name = if one.by == self.world.me.account { &self.world.me.name } else { one.by.localpart() };
        match &one.what {
            Seen::Edited { .. } => self.text("console-edited", &[number]),
            Seen::Redacted => self.text("console-redacted", &[number]),
            Seen::Reacted { key } => {
                self.text("console-reacted", &[number, ("name", name.into()), ("key", harmless(key).into())])
            }
            Seen::Said { thread, reply_to, .. } => {
                let room = (one.room != self.room.id)
                    .then(|| self.text("console-where-room", &[("room", self.named(&one.room).into())]));
                let thread = thread.map(|number| self.text("console-where-thread", &[("number", number.into())]));
                let reply = reply_to.map(|number| self.text("console-where-reply", &[("number", number.into())]));
                let places: Vec<String> = [room, thread, reply].into_iter().flatten().collect();
                if places.is_empty() {
                    return self.text("console-said", &[number, ("name", name.into())]);
                }
                let place = places.join(", ");
                self.text("console-said-where", &[number, ("name", name.into()), ("where", place.into())])
            }
        }
    }
}

/// Text without characters that steer a terminal.
fn harmless(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { '\u{fffd}' } else { character }).collect()
}
