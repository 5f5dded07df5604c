//! A team in a real encrypted room: made by chat, and left by being put out.

use matrix_sdk::ruma::{OwnedEventId, RoomId};
use serde_json::json;

use super::{home, person, server, unique};
use crate::support::person::Person;

/// Types `!team lid` with the name of a colleague as phones do: the display name in the text, the person in the link.
async fn adds(coordinator: &Person, room: &RoomId, colleague: &Person, name: &str, rest: &str) -> OwnedEventId {
    let (id, shown) = (colleague.id(), name.replace('&', "&amp;"));
    let content = json!({
        "msgtype": "m.text",
        "body": format!("!team lid {name} {rest}"),
        "format": "org.matrix.custom.html",
        "formatted_body": format!("!team lid <a href=\"https://matrix.to/#/{id}\">{shown}</a> {rest}"),
        "m.mentions": { "user_ids": [id] },
    });
    coordinator.send(room, content).await
}

#[tokio::test]
async fn a_team_is_made_with_pills_and_who_is_put_out_is_out_at_once() {
    let (anna, bram) = (person("anna").await, person("bram").await);
    let (carla, dirk) = (person("carla").await, person("dirk").await);
    let home = home().bot(&format!("admins = [\"{}\"]", anna.id()));
    let _bot = home.started();
    let room = anna.room_with(&home.account).await;
    for colleague in [&bram, &carla, &dirk] {
        anna.room(&room).invite_user_by_id(&colleague.id()).await.unwrap();
        colleague.join(&room).await;
    }
    let name = anna.id().localpart().to_owned();
    let made = anna.say(&room, &format!("!team maak Jeugd {name} gemeente")).await;
    assert!(anna.answer_to(&made).await.body().contains("Deze kamer is de ketenkamer"));
    for (colleague, name, rest, what) in [
        (&bram, "Bram de Vries", "politie mandaat", "politie, met mandaat"),
        (&carla, "Carla & Co", "jongerenwerk", "jongerenwerk"),
        (&dirk, "Dirk", "zorg coordinator", "zorg, coördinator"),
    ] {
        let added = adds(&anna, &room, colleague, name, rest).await;
        let answer = anna.answer_to(&added).await;
        assert!(
            answer.body().starts_with(&format!("{} is nu lid van het team: {what}.", colleague.id())),
            "{}",
            answer.body()
        );
    }
    // All are members, so the room may see the team.
    let asked = carla.say(&room, "!team").await;
    let shown = carla.answer_to(&asked).await;
    assert!(shown.body().contains("4 leden:") && shown.body().contains("Deze kamer, de ketenkamer: hier laat ik zien"));

    let direct = bram.make_room(&[&home.account], true, true).await;
    bram.wait_introduction(&direct, &home.account).await;
    bram.say(&direct, "team").await;
    let heard = |words: &'static str| {
        let (direct, bot) = (direct.clone(), home.account.clone());
        move |seen: &[crate::support::person::Seen]| {
            seen.iter()
                .find(|seen| seen.room == direct && seen.sender == bot && seen.body().contains(words))
                .map(|_| ())
        }
    };
    bram.wait("the team in private", heard("4 leden:")).await;

    anna.room(&room).kick_user(&bram.id(), None).await.unwrap();
    let told = dirk
        .wait("that bram is out", |seen| {
            seen.iter().find(|seen| seen.body().contains("is niet meer in deze kamer")).cloned()
        })
        .await;
    assert_eq!(told.content["msgtype"], "m.text", "it rings");
    let mut called: Vec<String> = serde_json::from_value(told.content["m.mentions"]["user_ids"].clone()).unwrap();
    called.sort();
    assert_eq!(called, [anna.id().to_string(), dirk.id().to_string()]);
    bram.say(&direct, "team").await;
    bram.wait("that he is no member", heard("Dat is voor leden van een team.")).await;
}

#[tokio::test]
async fn who_cannot_read_the_bot_is_named_in_the_overview() {
    let anna = person("anna").await;
    let name = unique("bram");
    server().register(&name, "secret", false).unwrap();
    let bram = Person::log_in_with(&server().url(), &name, false).await;
    let settings = format!("admins = [\"{}\"]", anna.id());
    let home = home().matrix("require_signed_devices = true").bot(&settings);
    let _bot = home.started();
    let room = anna.room_with(&home.account).await;
    anna.room(&room).invite_user_by_id(&bram.id()).await.unwrap();
    bram.join(&room).await;
    let made = anna.say(&room, &format!("!team maak Jeugd {} gemeente", anna.id().localpart())).await;
    anna.answer_to(&made).await;
    let added = anna.say(&room, &format!("!team lid {} politie", bram.id())).await;
    anna.answer_to(&added).await;
    let asked = anna.say(&room, "!team").await;
    let answer = anna.answer_to(&asked).await;
    let told = format!("Kunnen mij niet lezen: {}.", bram.id());
    assert!(answer.body().contains(&told), "{}", answer.body());
}
