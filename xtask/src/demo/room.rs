//! The people of the demo, and their room.

use std::{
    fs,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};
use xtask::{
    client::{Client, in_path},
    homeserver::Homeserver,
};

use super::bot::Bot;

/// The room's name.
pub(crate) const NAME: &str = "Keten West (demo)";
/// The bot's account.
pub(crate) const BOT: &str = "schakel";
const BOT_DISPLAY_NAME: &str = "Schakel";
const ALIAS: &str = "keten-west";
/// Notes which room was made. Written last, so that a set-up that was cut off is done over.
const NOTE: &str = "room.json";

/// Somebody to log in as.
pub(crate) struct Person {
    pub(crate) name: &'static str,
    display_name: &'static str,
    /// What they do.
    pub(crate) work: &'static str,
}

impl Person {
    /// No secret: the homeserver listens on the loopback address and is for trying out.
    pub(crate) fn password(&self) -> String {
        format!("{}-demo", self.name)
    }
}

/// One of each organisation.
pub(crate) const PEOPLE: &[Person] = &[
    Person { name: "anna", display_name: "Anna (jongerenwerk)", work: "youth worker" },
    Person { name: "bram", display_name: "Bram (wijkagent)", work: "community police officer" },
    Person { name: "carla", display_name: "Carla (gemeente)", work: "municipality; the bot's administrator" },
    Person { name: "dirk", display_name: "Dirk (straatcoach)", work: "street coach" },
];

/// Where the people and the bot meet.
pub(crate) struct Room {
    pub(crate) id: String,
    pub(crate) alias: String,
}

/// Makes people and room, unless an earlier start did.
pub(crate) fn set_up(homeserver: &Homeserver, folder: &Path, detail: &dyn Fn(&str)) -> Result<Room> {
    let note = folder.join(NOTE);
    let alias = format!("#{ALIAS}:{}", homeserver.server_name());
    if let Ok(text) = fs::read_to_string(&note) {
        let noted: Value = serde_json::from_str(&text)?;
        let id = noted["room_id"].as_str().with_context(|| format!("{} names no room", note.display()))?;
        return Ok(Room { id: id.to_owned(), alias });
    }
    detail("accounts");
    for (name, password) in PEOPLE.iter().map(|one| (one.name, one.password())).chain([(BOT, bot_password(folder)?)]) {
        if !homeserver.is_registered(name)? {
            homeserver.register(name, &password, false)?;
        }
    }
    let profile = format!("/_synapse/admin/v2/users/{}", in_path(&homeserver.user_id(BOT)));
    homeserver.admin()?.put(&profile, &json!({ "displayname": BOT_DISPLAY_NAME }))?;
    detail("room");
    let id = make_room(homeserver, &alias)?;
    fs::write(&note, json!({ "room_id": id }).to_string()).context("cannot note the room")?;
    Ok(Room { id, alias })
}

/// The file that `bot.toml` names is the one place it stands.
fn bot_password(folder: &Path) -> Result<String> {
    xtask::secret_file(&folder.join(super::bot::PASSWORD))
}

fn make_room(homeserver: &Homeserver, alias: &str) -> Result<String> {
    let mut sessions = PEOPLE
        .iter()
        .map(|person| {
            let session = Client::login(&homeserver.url(), person.name, &person.password())?;
            let name = json!({ "displayname": person.display_name });
            session.put(&format!("/_matrix/client/v3/profile/{}/displayname", in_path(session.user_id())), &name)?;
            Ok(session)
        })
        .collect::<Result<Vec<_>>>()?
        .into_iter();
    let host = sessions.next().context("the demo has people")?;
    let known = host.get(&format!("/_matrix/client/v3/directory/room/{}", in_path(alias)));
    let id = match known {
        // Made by a start that was cut off: whoever is missing joins below.
        Ok(known) => known["room_id"].as_str().context("an alias without a room")?.to_owned(),
        Err(_) => create(&host, homeserver)?,
    };
    for session in sessions {
        session.post(&format!("/_matrix/client/v3/join/{}", in_path(&id)), &json!({}))?;
        // These sessions' devices have no keys; nobody should wonder about them later.
        session.logout()?;
    }
    host.logout()?;
    Ok(id)
}

fn create(host: &Client, homeserver: &Homeserver) -> Result<String> {
    let guests = PEOPLE.iter().skip(1).map(|person| person.name).chain([BOT]);
    let wish = json!({
        "name": NAME,
        "room_alias_name": ALIAS,
        "preset": "private_chat",
        "invite": guests.map(|guest| homeserver.user_id(guest)).collect::<Vec<_>>(),
        "initial_state": [
            {
                "type": "m.room.encryption",
                "state_key": "",
                "content": { "algorithm": "m.megolm.v1.aes-sha2" },
            },
            {
                "type": "m.room.history_visibility",
                "state_key": "",
                "content": { "history_visibility": "joined" },
            },
            {
                "type": "m.room.guest_access",
                "state_key": "",
                "content": { "guest_access": "forbidden" },
            },
        ],
    });
    let made = host.post("/_matrix/client/v3/createRoom", &wish)?;
    let id = made["room_id"].as_str().context("a room without an id")?.to_owned();
    // The bot may remove messages, as it must where somebody wrote what does not belong in the room.
    let path = format!("/_matrix/client/v3/rooms/{}/state/m.room.power_levels/", in_path(&id));
    let mut power = host.get(&path)?;
    power["users"][homeserver.user_id(BOT)] = 50.into();
    host.put(&path, &power)?;
    Ok(id)
}

impl Room {
    /// The bot accepts its invitation by itself; until it has, nothing it is asked reaches it.
    pub(crate) fn wait_for_bot(&self, homeserver: &Homeserver, bot: &mut Bot) -> Result<()> {
        let path = format!("/_synapse/admin/v1/rooms/{}/members", in_path(&self.id));
        let own = homeserver.user_id(BOT);
        let start = Instant::now();
        loop {
            let members = homeserver.admin()?.get(&path)?;
            if members["members"].as_array().is_some_and(|members| members.iter().any(|member| *member == own)) {
                return Ok(());
            }
            bot.must_run()?;
            if start.elapsed() > Duration::from_mins(1) {
                bail!("the bot did not join the room within a minute; the end of its log:\n{}", bot.tail());
            }
            thread::sleep(Duration::from_millis(100));
        }
    }
}
