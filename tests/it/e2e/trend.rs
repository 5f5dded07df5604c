//! A trend on the real homeserver: two signals of the short path, and then one message in the chain room with a picture that only those
//! can open who read it.

use serde_json::json;

use super::dialogue::{Alone, Chain, SEEN, SHORT};
use crate::support::person::Seen;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_chain_room_gets_one_message_with_the_picture_and_all_of_it_in_words() {
    let Chain { home, bot: _bot, room, bram, carla, .. } = Chain::new().await;
    let mut alone = Alone::made(&carla, &home.account).await;
    for _ in 0..2 {
        alone.say("signaal", "Hoeveel tijd heb je?").await;
        for (text, expected) in SHORT {
            // Everybody in the room is to see it.
            alone.say(if text == "politie" { "alle partners" } else { text }, expected).await;
        }
        alone.say("verstuur", "is verstuurd").await;
    }
    let asked = bram.say(&room, "!trend 4 weken").await;
    let shown = bram.answer_to(&asked).await;
    assert!(shown.encrypted && shown.content["msgtype"] == "m.image", "{shown:?}");
    assert!(shown.body().contains("minder dan 5") && !shown.body().contains(SEEN), "{}", shown.body());
    let png = bram.download(&shown.content).await;
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "{} bytes", png.len());
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    let info = &shown.content["info"];
    assert_eq!((&info["mimetype"], &info["w"], &info["h"]), (&json!("image/png"), &json!(1080), &json!(side(20))));
    assert_eq!(side(16), 1080);
    let on_server = bram.download(&json!({ "url": shown.content["file"]["url"] })).await;
    assert!(!on_server.starts_with(b"\x89PNG"), "the server has what it cannot read");

    let by_bot = |seen: &&Seen| seen.sender == *home.account && seen.content.get("info").is_some();
    assert_eq!(bram.history(&room).await.iter().filter(by_bot).count(), 1);
    // What the police do not see is not counted where they read along: a signal of carla's own organisation.
    alone.say("signaal", "Hoeveel tijd heb je?").await;
    for (text, expected) in SHORT {
        alone.say(if text == "politie" { "mijn eigen organisatie" } else { text }, expected).await;
    }
    alone.say("verstuur", "is verstuurd").await;
    let asked = bram.say(&room, "!trend 4 weken").await;
    let again = bram.answer_to(&asked).await;
    assert_eq!(again.body(), shown.body());
}
