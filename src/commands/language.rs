//! `!taal nl|en`: the language of my answers in a direct room, of the room's elsewhere; there its team's coordinators choose.

use super::ask::{Ask, Reply};
use crate::catalogue::RoomKind;
use crate::domain::{Change, Language};
use crate::store::StoreError;
use crate::text::{Answer, Choosable, Picked, pick};

struct Spoken(Language, &'static [&'static str]);

impl Choosable for Spoken {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.1.iter().copied()
    }
}

const LANGUAGES: [Spoken; 2] = [
    Spoken(Language::Dutch, &["nl", "nederlands", "dutch", "ned"]),
    Spoken(Language::English, &["en", "engels", "english", "eng"]),
];

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let command = ask.typed(ask.definition);
    let typed = ask.words.trim();
    if typed.is_empty() {
        return Ok(ask.say("language-now", &[("command", command.into())]));
    }
    let Picked::One(Spoken(language, _)) = pick(typed, &LANGUAGES) else {
        let typed: String = typed.chars().take(40).collect();
        return Ok(ask.say("language-unknown", &[("typed", typed.into()), ("command", command.into())]));
    };
    let language = *language;
    let (key, change) = if ask.kind == RoomKind::Direct {
        ("language-mine", Change::PersonLanguage { person: ask.sender.clone(), language })
    } else if ask.is_admin() || (ask.team.is_some() && ask.standing.is_coordinator()) {
        ("language-room", Change::RoomLanguage { room: ask.room.clone(), language })
    } else {
        let who = match ask.team {
            Some(room) => ask.coordinators(&room.team).await?,
            None => ask.text("the-administrator", &[]),
        };
        return Ok(ask.say("language-not-yours", &[("command", command.into()), ("who", who.into())]));
    };
    // The answer comes in the language just chosen.
    let answer = Answer::say(ask.library.catalogue.texts.get(language, key, &[]));
    Ok(Reply { answer, changes: vec![change], ..Reply::default() })
}
