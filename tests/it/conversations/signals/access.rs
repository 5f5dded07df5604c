//! What each of four organisations reads, and that a hidden signal is told from none by nothing.

use super::*;

/// What a person reads of the signal in their direct room: what is shared, what is for the author's own organisation.
async fn reads(stage: &mut Stage, name: &str) -> (bool, bool) {
    let text = stage.alone(name, &format!("signaal {S}")).await;
    (text.contains(SEEN), text.contains(KNOWN))
}

#[tokio::test]
async fn each_organisation_reads_what_is_for_it() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Amber, |new| new.protection.shared_with = [OrganisationKind::Police].into()).await;
    assert_eq!(reads(&mut stage, "carla").await, (true, true), "the author");
    assert_eq!(reads(&mut stage, "dirk").await, (true, true), "her organisation");
    assert_eq!(reads(&mut stage, "bram").await, (true, false), "on the list");
    for name in ["anna", "eva"] {
        let text = stage.alone(name, &format!("signaal {S}")).await;
        assert!(is_unknown(&text), "{name}: {text}");
    }
}

#[tokio::test]
async fn who_is_named_reads_it_and_their_colleague_does_not() {
    let mut stage = Stage::chain().await;
    stage.ask("anna", "!team lid @eva politie").await;
    stage.signal(Label::Red, |new| new.protection.named = [person("bram")].into()).await;
    assert_eq!(reads(&mut stage, "bram").await, (true, false));
    assert!(is_unknown(&stage.alone("eva", &format!("signaal {S}")).await));
    assert!(is_unknown(&stage.alone("dirk", &format!("signaal {S}")).await), "red is not for the organisation");
}

#[tokio::test]
async fn the_author_is_named_where_that_is_allowed() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Amber, |new| new.protection.shared_with = [OrganisationKind::Police].into()).await;
    let text = stage.alone("bram", &format!("signaal {S}")).await;
    assert!(text.contains("door jongerenwerk") && !text.contains("carla"), "{text}");
    assert_holds(&stage.alone("dirk", &format!("signaal {S}")).await, &["door carla"]);
    stage
        .signal_called("S-2026-bbbb", Label::Amber, |new| {
            new.protection.shared_with = [OrganisationKind::Police].into();
            new.protection.author_named = true;
        })
        .await;
    assert_holds(&stage.alone("bram", "signaal S-2026-bbbb").await, &["door carla"]);
}

#[tokio::test]
async fn a_hidden_signal_and_none_at_all_are_told_alike_in_every_room_and_for_every_deed() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::AmberStrict, |_| {}).await;
    for deed in [
        "",
        "pak",
        "duid",
        "deel politie",
        "noem @bram",
        "label groen",
        "intrek",
        "intrek ja",
        "dans",
        "terug x",
        "sluit x",
    ] {
        for room in ["direct", "keten"] {
            let prefix = if room == "direct" { "" } else { "!" };
            let mut told = Vec::new();
            for number in [S, NONE] {
                let shown = stage.ask_in(room, "eva", &format!("{prefix}signaal {number} {deed}")).await;
                let plain = |one: &Shown| (one.room.clone(), one.by.clone(), one.text().replace(number, "N"));
                told.push(shown.iter().map(plain).collect::<Vec<_>>());
            }
            assert_eq!(told[0], told[1], "{deed} in {room}");
            assert!(told[0].iter().all(|(_, _, text)| !text.contains(SEEN)), "{told:?}");
        }
    }
    // The room learns nothing either: who asks there is answered in private, whatever the number.
    let shown = stage.ask("eva", &format!("!signaal {NONE}")).await;
    let here: Vec<&str> = shown.iter().filter(|one| one.room.as_str().contains("keten")).map(Shown::text).collect();
    assert_eq!(here, ["Ik antwoord je privé."]);
}

#[tokio::test]
async fn in_a_shared_room_it_is_shown_only_if_everybody_there_may_see_it() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Amber, |new| new.protection.shared_with = [OrganisationKind::Police].into()).await;
    let shown = stage.ask("bram", &format!("!signaal {S}")).await;
    for one in &shown {
        assert_eq!(one.text().contains(SEEN), one.room.as_str().contains("direct.bram"), "{one:?}");
    }
    assert_eq!(shown.len(), 2, "{shown:#?}");
    // Everybody in the team sees that there is a green one, and what is released of it.
    stage.signal_called("S-2026-bbbb", Label::Green, |new| new.released = ["seen".to_owned()].into()).await;
    let text = only(&stage.ask("bram", "!signaal S-2026-bbbb").await).to_owned();
    assert_holds(&text, &["S-2026-bbbb", SEEN]);
    assert!(!text.contains(KNOWN) && !text.contains("carla") && !text.contains("intrek"), "{text}");
}

#[tokio::test]
async fn who_leaves_the_team_sees_nothing_more() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::AmberStrict, |_| {}).await;
    assert_eq!(reads(&mut stage, "dirk").await, (true, true));
    stage.ask("anna", "!team weg @dirk").await;
    let text = stage.alone("dirk", &format!("signaal {S}")).await;
    assert!(!text.contains(SEEN) && text.contains("leden van een team"), "{text}");
}

#[tokio::test]
async fn a_list_holds_what_everybody_who_reads_it_may_see() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::AmberStrict, |_| {}).await;
    stage.signal_called("S-2026-bbbb", Label::Green, |new| new.level = 3).await;
    let all = stage.alone("carla", "signalen").await;
    assert_holds(&all, &["minder dan 5", "1. S-2026-bbbb hoog (rood), nieuw – carla", &format!("2. {S} laag (groen)")]);
    for (name, filter) in [("eva", ""), ("carla", "niveau:hoog"), ("carla", "level:red")] {
        let text = stage.alone(name, &format!("signalen {filter}")).await;
        assert!(text.contains("S-2026-bbbb") && !text.contains(S), "{name} {filter}: {text}");
    }
    // In the chain room also carla sees no more than eva would.
    let text = only(&stage.ask("carla", "!signalen").await).to_owned();
    assert!(text.contains("S-2026-bbbb") && text.contains("jongerenwerk") && !text.contains(S), "{text}");
    assert_holds(&stage.alone("eva", "signalen status:opgepakt").await, &["geen signaal"]);
    assert_holds(&stage.alone("eva", "signalen sinds:gisteren").await, &["S-2026-bbbb"]);
    assert_holds(&stage.alone("eva", "signalen sinds:zomaar").await, &["“zomaar” is geen dag"]);
    assert_holds(&stage.alone("eva", "signalen groep:\"de haven\"").await, &["geen signaal"]);
}

#[tokio::test]
async fn a_number_of_a_list_opens_it_and_a_long_list_has_pages() {
    let mut stage = Stage::chain().await;
    for number in ["S-2026-bbbb", "S-2026-bbbc", "S-2026-bbbd", "S-2026-bbbf", "S-2026-bbbg", "S-2026-bbbh"] {
        stage
            .signal_called(number, Label::Amber, |new| new.protection.shared_with = [OrganisationKind::Police].into())
            .await;
    }
    assert_holds(&stage.alone("bram", "signalen").await, &["Signalen (6)", "1. S-2026-bbbh", "5. S-2026-bbbc"]);
    assert_holds(&stage.alone("bram", "meer").await, &["1. S-2026-bbbb"]);
    assert_holds(&stage.alone("bram", "1").await, &["S-2026-bbbb – laag (groen)", SEEN]);
}

#[tokio::test]
async fn reading_stands_in_the_log() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::AmberStrict, |_| {}).await;
    stage.alone("dirk", &format!("signaal {S}")).await;
    stage.alone("eva", &format!("signaal {S}")).await;
    let wanted = schakel::store::Wanted { record: Some(S), ..schakel::store::Wanted::default() };
    let acts = stage.store().await.acts(wanted, 10).await.expect("they are read");
    let acts: Vec<(&str, &str)> = acts.iter().map(|row| (row.actor.as_str(), row.action.as_str())).collect();
    assert!(acts.contains(&("@dirk:console", "read")) && acts.contains(&("@carla:console", "made")), "{acts:?}");
    assert!(acts.iter().all(|(actor, _)| *actor != "@eva:console"), "she saw nothing: {acts:?}");
}
