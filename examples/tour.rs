//! A scripted morning of one chain: people with real, encrypted clients ask the bot, and what is said is printed as it
//! happens. `cargo xtask demo --tour` prepares homeserver, people, room and bot, and runs this.
//!
//! Ends with 0 when every answer came, and with 1 and one sentence otherwise.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a tool for the terminal")]

#[path = "tour/person.rs"]
mod person;

use std::collections::HashMap;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use matrix_sdk::ruma::{OwnedEventId, OwnedRoomId, OwnedUserId, RoomId};
use tokio::time::{Instant as Deadline, timeout_at};

use crate::person::{Person, Seen, Stopped};

/// The whole takes no longer.
const LIMIT: Duration = Duration::from_mins(3);
const USAGE: &str = "usage: tour <homeserver> <room id> <bot's user id> <user>:<password>...";

#[tokio::main]
async fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(stopped) => {
            eprintln!("error: {stopped}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Vec<String>) -> Result<(), Stopped> {
    let deadline = Deadline::now() + LIMIT;
    let entering = Tour::enter(&arguments, deadline);
    let mut tour = timeout_at(deadline, entering)
        .await
        .map_err(|_| Stopped(format!("the people were not logged in within {} seconds", LIMIT.as_secs())))??;
    let start = Instant::now();
    tour.morning().await?;
    say_aside(&format!(
        "Dat was de ochtend: {} antwoorden in {:.1} seconden. Zelf proberen? cargo xtask demo",
        tour.answers,
        start.elapsed().as_secs_f32()
    ));
    Ok(())
}

/// The morning so far.
struct Tour {
    people: HashMap<String, Person>,
    room: OwnedRoomId,
    bot: OwnedUserId,
    deadline: Deadline,
    /// How many came.
    answers: u32,
}

impl Tour {
    /// Logs all people in, at the same time.
    async fn enter(arguments: &[String], deadline: Deadline) -> Result<Self, Stopped> {
        let usage = || Stopped(USAGE.to_owned());
        let [homeserver, room, bot, people @ ..] = arguments else { return Err(usage()) };
        let room = OwnedRoomId::try_from(room.as_str()).map_err(|_| usage())?;
        let bot = OwnedUserId::try_from(bot.as_str()).map_err(|_| usage())?;
        let logins = people.iter().map(async |person| {
            let (user, password) = person.split_once(':').ok_or_else(usage)?;
            Ok((user.to_owned(), Person::log_in(homeserver, user, password).await?))
        });
        let people = futures_util::future::try_join_all(logins).await?.into_iter().collect();
        Ok(Self { people, room, bot, deadline, answers: 0 })
    }

    async fn morning(&mut self) -> Result<(), Stopped> {
        let room = self.room.clone();
        say_aside("Keten West, 8.30 uur. Er gaat een filmpje van een ruzie rond. De kamer is versleuteld.");
        let quarrel = self.ask("anna", &room, "!interventie ruzie filmpje").await?;
        self.ask("anna", &room, "!1").await?;

        let word = self.ask_in_thread("bram", &quarrel, "!begrip drill").await?;
        self.ask("carla", &room, "!interventie fase:nazorg wie:gemeente").await?;
        self.ask("dirk", &room, "!interventei").await?;

        say_aside("Het blijkt een gerucht. Anna past haar eerste vraag aan, en het antwoord verandert mee.");
        self.edit("anna", &quarrel, "!interventie gerucht ontkrachten").await?;
        say_aside("Bram heeft zijn vraag niet meer nodig en trekt hem in. Het antwoord gaat ook weg.");
        self.take_back("bram", &word).await?;

        self.team(&room).await?;
        let reminder = self.remind(&room).await?;
        let direct = self.report(&room).await?;
        self.incident(&room, &direct).await?;
        self.privacy(&room, &direct).await?;

        say_aside("Carla opent een eigen gesprek met de bot. Dat kan ook in het Engels.");
        let direct = self.open_direct_room("carla").await?;
        self.ask_directly("carla", &direct, "language en").await?;
        self.ask_directly("carla", &direct, "what can I do about a rumour").await?;
        self.reminded(&room, &reminder).await?;
        Ok(())
    }

    /// The four become a team, and two organisations agree on something.
    async fn team(&mut self, room: &RoomId) -> Result<(), Stopped> {
        say_aside("Carla maakt van de vier een team. Daarna spreken politie en jongerenwerk iets af.");
        self.ask("carla", room, "!team maak Keten West gemeente").await?;
        self.ask("carla", room, "!team leden").await?;
        self.ask("carla", room, "!team leden 1 jongerenwerk, 2 politie, 3 straatcoaches").await?;
        for name in ["anna", "bram"] {
            let id = self.person(name)?.id.clone();
            self.ask("carla", room, &format!("!team lid {id} mandaat")).await?;
        }
        let proposal = "!afspraak nieuw delen van politie naar jongerenwerk: eerst vragen";
        let proposed = self.ask("bram", room, proposal).await?;
        let number = number("AF-", &proposed.text)?;
        self.ask("bram", room, &format!("!afspraak {number} bevestig")).await?;
        self.ask("anna", room, &format!("!afspraak {number} bevestig")).await?;
        self.ask("dirk", room, &format!("!afspraak {number}")).await?;
        self.ask("dirk", room, "!team").await?;
        Ok(())
    }

    /// They ask for reminders; gives the number of the first that comes.
    async fn remind(&mut self, room: &RoomId) -> Result<String, Stopped> {
        say_aside(
            "Bram vraagt herinneringen voor de kamer. De bot herhaalt wat hij begreep, en vraagt het bij twijfel.",
        );
        let soon = self.ask("bram", room, "!herinner ons over 1 minuut school terugbellen").await?;
        self.ask("bram", room, "!herinner ons elke werkdag 08:45 dagstart, in werktijd").await?;
        self.ask("bram", room, "!herinner ons 31 april 10u jubileum").await?;
        self.ask("carla", room, "!herinneringen overzicht maandag 9u").await?;
        self.ask("dirk", room, "!herinneringen").await?;
        number("R-", &soon.text)
    }

    /// The first reminder comes, and somebody ticks it off.
    async fn reminded(&mut self, room: &RoomId, number: &str) -> Result<(), Stopped> {
        say_aside("De minuut is om.");
        let comes = self.person("dirk")?;
        let comes = comes.first(|seen| seen.is_said(&self.bot, room) && seen.text().starts_with("school terugbellen"));
        let comes = self.in_time(comes, "the reminder did not come").await?;
        self.show_answer("", &comes);
        self.ask("dirk", room, &format!("!herinnering {number} klaar")).await?;
        Ok(())
    }

    /// One of them reports what she saw, and another takes it up.
    async fn report(&mut self, room: &RoomId) -> Result<OwnedRoomId, Stopped> {
        say_aside(
            "Anna heeft iets gezien. Dat meldt ze in een gesprek met de bot alleen; de kamer hoort straks alleen dat het er is.",
        );
        self.ask("carla", room, "!team groep De Haven").await?;
        let direct = self.open_direct_room("anna").await?;
        let mut said = String::new();
        for text in REPORT {
            said = self.ask_directly("anna", &direct, text).await?;
        }
        let number = number("S-", &said)?;
        let notice = self.person("bram")?;
        let notice = notice.first(|seen| seen.is_said(&self.bot, room) && seen.text().contains(&number));
        let notice = self.in_time(notice, "the room heard nothing of the signal").await?;
        self.show_answer("", &notice);
        self.ask("bram", room, &format!("!signaal {number} pak")).await?;
        self.ask("dirk", room, "!signaal S-2026-bbbb").await?;
        Ok(direct)
    }

    /// It came to a fight after all: they record it together, and begin to evaluate it.
    async fn incident(&mut self, room: &RoomId, direct: &RoomId) -> Result<(), Stopped> {
        say_aside("Een week later. Het liep toch uit de hand; Anna legt het vast, en ieder vult de tijdlijn aan.");
        let mut said = String::new();
        for text in INCIDENT {
            said = self.ask_directly("anna", direct, text).await?;
        }
        let number = number("I-", &said)?;
        self.ask("bram", room, &format!("!incident {number} log gisteren 22:15 Wij spraken beide groepen aan")).await?;
        self.ask("dirk", room, &format!("!incident {number} interventie huisbezoek hielp")).await?;
        self.ask_directly("anna", direct, &format!("incident {number} sluit Het is weer rustig")).await?;
        say_aside(
            "Het pad ligt vast: de bot vraagt straks eerst ieder apart. Carla begint hier alvast met samen terugkijken.",
        );
        self.ask("carla", room, &format!("!evaluatie {number} start")).await?;
        self.ask("bram", room, &format!("!evaluatie {number} antwoord Dat ze het zouden uitpraten")).await?;
        self.ask("carla", room, &format!("!evaluatie {number} pauze")).await?;
        Ok(())
    }

    /// What the bot holds, whom it concerns, and how it goes.
    async fn privacy(&mut self, room: &RoomId, direct: &RoomId) -> Result<(), Stopped> {
        say_aside("Wat bewaart de bot eigenlijk, en hoe lang? Dirk vraagt het in de kamer, Anna voor zichzelf.");
        self.ask("dirk", room, "!hulp privacy").await?;
        self.ask_directly("anna", direct, "inzage").await?;
        say_aside(
            "Het was een heftige avond. Wie wil, wordt af en toe gevraagd hoe het gaat; niemand ziet wie dat doet.",
        );
        self.ask("bram", room, "!nazorg").await?;
        self.ask_directly("anna", direct, "nazorg").await?;
        self.ask_directly("anna", direct, "ja").await?;
        say_aside("Carla kijkt of er een lijn in zit. Kleine aantallen zegt de bot niet.");
        self.ask("carla", room, "!trend").await?;
        say_aside("En wie iets schreef, kan het wissen.");
        self.ask_directly("anna", direct, "wis").await?;
        Ok(())
    }

    /// Asks in the shared room, and shows the answer.
    async fn ask(&mut self, who: &str, room: &RoomId, text: &str) -> Result<Exchange, Stopped> {
        let person = self.person(who)?;
        show(&person.name, "", text);
        let question = person.say(room, text).await?;
        let answer = self.answer(person, text, |seen| seen.answers(&question)).await?;
        self.show_answer("", &answer);
        Ok(Exchange { question, text: answer.text().to_owned(), answer: answer.event })
    }

    /// Asks in a thread under an earlier question; the answer must come there too.
    async fn ask_in_thread(&mut self, who: &str, under: &Exchange, text: &str) -> Result<Exchange, Stopped> {
        let (person, root) = (self.person(who)?, &under.question);
        show(&person.name, "in een draad", text);
        let question = person.say_in_thread(&self.room, root, text).await?;
        let is_answer = |seen: &Seen| seen.answers(&question) && seen.in_thread_of(root);
        let answer = self.answer(person, text, is_answer).await?;
        self.show_answer("in de draad", &answer);
        Ok(Exchange { question, text: answer.text().to_owned(), answer: answer.event })
    }

    async fn edit(&mut self, who: &str, old: &Exchange, text: &str) -> Result<(), Stopped> {
        let person = self.person(who)?;
        show(&person.name, "past de vraag aan", text);
        person.edit(&self.room, &old.question, text).await?;
        let changed = person.first(|seen| seen.changes(&self.bot, &old.answer));
        let changed = self.in_time(changed, &format!("the bot did not change its answer to `{text}`")).await?;
        self.show_answer("past het antwoord aan", &changed);
        Ok(())
    }

    async fn take_back(&mut self, who: &str, old: &Exchange) -> Result<(), Stopped> {
        let person = self.person(who)?;
        show(&person.name, "trekt de vraag in", "");
        person.redact(&self.room, &old.question).await?;
        let gone = person.first(|seen| seen.removes(&self.bot, &old.answer));
        self.in_time(gone, "the bot did not take its answer back").await?;
        show(BOT, "haalt het antwoord weg", "");
        self.answers += 1;
        Ok(())
    }

    /// Makes a room with the bot alone, and shows how it greets.
    async fn open_direct_room(&mut self, who: &str) -> Result<OwnedRoomId, Stopped> {
        let person = self.person(who)?;
        let room = person.direct_room(&self.bot).await?;
        let greeting = person.first(|seen| seen.is_said(&self.bot, &room));
        let greeting = self.in_time(greeting, "the bot did not greet in the direct room").await?;
        self.show_answer("direct", &greeting);
        Ok(room)
    }

    /// Asks where nobody else is; what the bot says next is the answer.
    async fn ask_directly(&mut self, who: &str, room: &RoomId, text: &str) -> Result<String, Stopped> {
        let person = self.person(who)?;
        show(&person.name, "direct", text);
        let question = person.say(room, text).await?;
        let answer = person.next_after(&question, |seen| seen.is_said(&self.bot, room));
        let answer = self.in_time(answer, &no_answer(text)).await?;
        self.show_answer("direct", &answer);
        Ok(answer.text().to_owned())
    }

    async fn answer(&self, person: &Person, text: &str, is_it: impl Fn(&Seen) -> bool) -> Result<Seen, Stopped> {
        let answer = person.first(|seen| seen.is_said(&self.bot, &self.room) && is_it(seen));
        self.in_time(answer, &no_answer(text)).await
    }

    async fn in_time(&self, awaited: impl Future<Output = Seen>, otherwise: &str) -> Result<Seen, Stopped> {
        let late = || Stopped(format!("{otherwise} (the tour may take {} seconds)", LIMIT.as_secs()));
        timeout_at(self.deadline, awaited).await.map_err(|_| late())
    }

    fn person(&self, user: &str) -> Result<&Person, Stopped> {
        self.people.get(user).ok_or_else(|| Stopped(format!("the tour needs {user}; {USAGE}")))
    }

    fn show_answer(&mut self, how: &str, answer: &Seen) {
        show(BOT, how, answer.text());
        self.answers += 1;
    }
}

/// How the bot is called here.
const BOT: &str = "Schakel";

/// A question and the bot's answer to it.
struct Exchange {
    question: OwnedEventId,
    answer: OwnedEventId,
    text: String,
}

/// All that the short path of a report asks.
const REPORT: [&str; 17] = [
    "signaal",
    "kort",
    "nee",
    "uitdaging",
    "Twee groepen dagen elkaar uit bij de brug, met filmpjes over en weer",
    "gisteravond half elf",
    "openbare groep",
    "zelf gezien",
    "waarschijnlijk",
    "wijk",
    "haven",
    "geen",
    "een collega",
    "laag",
    "alle partners",
    "meedenken",
    "verstuur",
];

/// All that opening an incident asks.
const INCIDENT: [&str; 9] = [
    "incident",
    "gebeurd",
    "Twee groepen vochten op het plein bij het water",
    "gisteravond half elf",
    "het stationsplein",
    "haven",
    "sla over",
    "alle partners",
    "verstuur",
];

/// The number of a record that begins so.
fn number(letters: &str, text: &str) -> Result<String, Stopped> {
    let mut words = text.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-');
    let number = words.find(|word| word.starts_with(letters));
    number.map(str::to_owned).ok_or_else(|| Stopped(format!("no number with {letters} was given")))
}

fn no_answer(text: &str) -> String {
    format!("the bot did not answer `{text}`")
}

fn show(name: &str, how: &str, text: &str) {
    let how = if how.is_empty() { String::new() } else { format!(", {how}") };
    println!("{name}{how}{}", if text.is_empty() { "" } else { ":" });
    for line in text.lines() {
        println!("{}", format!("    {line}").trim_end());
    }
    println!();
}

/// What nobody in the room says.
fn say_aside(text: &str) {
    println!("— {text}\n");
}
