//! What people do with their messages in the middle of a report: change them, take them back, send a picture, invite somebody.

use serde_json::json;

use super::{Alone, Chain, SEEN, SHORT};

#[tokio::test]
async fn an_answer_that_is_edited_changes_and_one_that_is_taken_back_is_asked_again() {
    let chain = Chain::new().await;
    let mut alone = chain.reporting(&chain.carla).await;
    let (carla, room) = (&chain.carla, alone.room.clone());
    alone.walk(&SHORT[..3]).await;
    let seen = carla.say(&room, SEEN).await;
    alone.hear(SHORT[3].1).await;
    alone.walk(&SHORT[4..7]).await;
    let certain = carla.say(&room, SHORT[7].0).await;
    alone.hear(SHORT[7].1).await;

    carla.edit(&room, &seen, "rondleiding bij de karnemelksbrug").await;
    let changed = alone.hear("Wat je zag is nu: rondleiding bij de karnemelksbrug").await;
    assert!(changed.body().contains(SHORT[7].1), "and the open question again: {}", changed.body());
    carla.redact(&room, &certain).await;
    let asked = alone.hear("Je antwoord bij Zekerheid geldt niet meer").await;
    assert!(asked.body().contains("Hoe zeker is het"), "{}", asked.body());
    // Then it goes on where it was.
    alone.say("feit", SHORT[7].1).await;
    alone.walk(&SHORT[8..14]).await;
    let summary = alone.say(SHORT[14].0, SHORT[14].1).await;
    for answer in ["Wat je zag: rondleiding bij de karnemelksbrug", "Zekerheid: feit"] {
        assert!(summary.body().contains(answer), "{}", summary.body());
    }
    assert!(!summary.body().contains(SEEN) && !summary.body().contains("gerucht"), "{}", summary.body());
    let number = alone.sends().await;
    // The record stands, whatever becomes of the messages.
    carla.edit(&room, &seen, "iets heel anders").await;
    alone.hear("verandert nu niets meer aan wat je toen antwoordde").await;
    alone.say(&format!("signaal {number}"), "Wat je zag: rondleiding bij de karnemelksbrug").await;
}

#[tokio::test]
async fn a_picture_is_declined_and_taken_away_at_a_word() {
    let chain = Chain::new().await;
    let mut alone = chain.reporting(&chain.carla).await;
    let (carla, room) = (&chain.carla, alone.room.clone());
    alone.walk(&SHORT[..3]).await;
    let file = json!({
        "v": "v2", "url": "mxc://localhost/foto", "iv": "AAAAAAAAAAAAAAAAAAAAAA", "hashes": { "sha256": "" },
        "key": { "kty": "oct", "key_ops": ["encrypt", "decrypt"], "alg": "A256CTR", "ext": true, "k": "" },
    });
    let picture = carla
        .send(&room, json!({ "msgtype": "m.image", "body": "karnemelksbrug.jpg", "file": file, "m.mentions": {} }))
        .await;
    let declined = alone.hear("Foto's, filmpjes, spraak en bestanden neem ik niet aan").await;
    assert!(declined.body().contains(SHORT[2].1), "and the open question again: {}", declined.body());
    alone.say("haal weg", "Ik haal je bericht weg").await;
    let history = carla.history(&room).await;
    let left = history.iter().find(|seen| seen.event == picture).expect("its place is there");
    assert!(left.body().is_empty() && left.content.get("ciphertext").is_none(), "{left:?}");
    alone.walk(&SHORT[3..]).await;
    let number = alone.sends().await;
    let shown = alone.say(&format!("signaal {number}"), SEEN).await;
    assert!(!shown.body().contains("karnemelksbrug"), "{}", shown.body());
}

#[tokio::test]
async fn with_a_third_person_invited_the_report_waits_and_the_bot_says_why() {
    let chain = Chain::new().await;
    let carla = &chain.carla;
    let mut alone = Alone::made(carla, &chain.home.account).await;
    let room = alone.room.clone();
    alone.say("signaal", "Hoeveel tijd heb je?").await;
    alone.walk(&SHORT[..3]).await;
    carla.room(&room).invite_user_by_id(&chain.cees.id()).await.unwrap();
    let why = alone.say(SEEN, "hier is nog iemand bij of uitgenodigd").await;
    assert!(!why.body().contains("Wanneer was dat"), "it does not go on: {}", why.body());
    carla.room(&room).kick_user(&chain.cees.id(), None).await.unwrap();
    alone.walk(&SHORT[3..]).await;
    alone.sends().await;
}
