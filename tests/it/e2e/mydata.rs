//! `!inzage` on the real homeserver: the file arrives encrypted in the asker's own room, and holds what is expected.

use super::dialogue::{Alone, Chain, ask};

#[tokio::test]
async fn what_is_held_about_somebody_comes_encrypted_to_them_alone() {
    let chain = Chain::new().await;
    let (home, bram) = (&chain.home, &chain.bram);
    ask(bram, &chain.room, "!afspraak nieuw eerst gemeente, politie: wie contact heeft, belt eerst", "AF-").await;
    let mut alone = Alone::made(bram, &home.account).await;
    alone.say("herinner over 3 dagen de sleutelbos ophalen", "sleutelbos").await;
    ask(bram, &chain.room, "!inzage", "privé").await;
    let shown = alone.hear("Dit is alles wat ik over je bewaar").await;
    assert!(shown.encrypted && shown.content["msgtype"] == "m.file", "{:?}", shown.content);
    let name = shown.content["filename"].as_str().expect("a name");
    assert!(
        name.starts_with("inzage-")
            && std::path::Path::new(name).extension().is_some_and(|extension| extension == "md"),
        "{name}"
    );
    let text = String::from_utf8(bram.download(&shown.content).await).expect("it is text").replace('\\', "");
    let id = bram.id();
    for part in [
        &format!("# Inzage: {id}"),
        "politie",
        "Publieke sleutel waaraan ik je herken",
        "wie contact heeft, belt eerst",
        "de sleutelbos ophalen",
        "## Logboek",
    ] {
        assert!(text.contains(part), "“{part}” is not in:\n{text}");
    }
    // Nobody else has it, and the server cannot read it.
    let on_server = bram.download(&serde_json::json!({ "url": shown.content["file"]["url"] })).await;
    assert!(!String::from_utf8_lossy(&on_server).contains("sleutelbos"));
    for other in [&chain.anna, &chain.carla] {
        assert!(other.seen().iter().all(|seen| seen.content["msgtype"] != "m.file"), "{}", other.id());
    }
}
