//! What the reporter hears back, with receipt; and where words about a signal are taken.

use super::*;

async fn followed_up() -> Stage {
    let mut stage = Stage::chain().await;
    stage
        .signal(Label::Amber, |new| {
            new.protection.shared_with = [OrganisationKind::Police].into();
            new.protection.owner = Some(person("bram"));
        })
        .await;
    stage
}

#[tokio::test]
async fn the_reporter_hears_it_and_says_that_they_have_read_it() {
    let mut stage = followed_up().await;
    assert_holds(&stage.alone("bram", &format!("signaal {S} terug")).await, &["wat de melder mag weten"]);
    let heard = stage.follows("bram", &format!("signaal {S} terug We zijn er geweest")).await;
    assert_holds(told(&heard, "bram"), &["Gestuurd aan de melder"]);
    assert_holds(told(&heard, "carla"), &["Terugkoppeling", "van bram (politie)", "We zijn er geweest", "gelezen"]);
    assert_holds(&stage.alone("bram", &format!("signaal {S}")).await, &["We zijn er geweest", "Nog niet gelezen"]);
    let heard = stage.follows("carla", "gelezen").await;
    assert_holds(told(&heard, "carla"), &["Dank je"]);
    assert_holds(told(&heard, "bram"), &["heeft je terugkoppeling op S-2026-bcdf gelezen"]);
    assert_holds(&stage.alone("bram", &format!("signaal {S}")).await, &["Gelezen op 24 november 2026"]);
    let text = stage.alone("dirk", &format!("signaal {S}")).await;
    assert!(!text.contains("We zijn er geweest"), "it is between the two: {text}");
    assert_holds(&stage.alone("carla", &format!("signaal {S} gelezen")).await, &["geen terugkoppeling open"]);
}

#[tokio::test]
async fn only_who_follows_it_up_feeds_back() {
    let mut stage = followed_up().await;
    assert_holds(&stage.alone("dirk", &format!("signaal {S} terug hoi")).await, &["Typ eerst", "pak"]);
}

#[tokio::test]
async fn words_about_a_signal_are_not_taken_where_somebody_may_not_see_it() {
    for may in [true, false] {
        let mut stage = followed_up().await;
        if may {
            stage.world.let_bot_redact("bram", "keten");
        }
        for number in [S, NONE] {
            let shown =
                stage.world.say("bram", "keten", &format!("!signaal {number} terug zonnebloem")).await.expect("said");
            let typed = shown[0].number;
            let gone = shown.iter().any(|one| one.number == typed && one.what == Seen::Redacted);
            assert_eq!(gone, may, "{number}: {shown:#?}");
            let otherwise = shown.iter().any(|one| one.text().contains("Ik mag je bericht hier niet weghalen"));
            assert_eq!(otherwise, !may, "{number}");
            let private = shown.iter().find(|one| one.room.as_str().contains("direct.bram")).expect("he hears why");
            assert_holds(
                private.text(),
                &["alleen aan waar iedereen dat signaal mag zien", &format!("signaal {number} terug")],
            );
            assert!(shown[1..].iter().all(|one| !one.text().contains("zonnebloem")), "{shown:#?}");
        }
        let text = stage.alone("carla", &format!("signaal {S}")).await;
        assert!(!text.contains("zonnebloem"), "nothing was done: {text}");
    }
}

#[tokio::test]
async fn where_everybody_may_see_it_they_are_taken() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Green, |new| new.protection.owner = Some(person("bram"))).await;
    let shown = stage.ask("bram", &format!("!signaal {S} terug We zijn er geweest")).await;
    assert!(shown.iter().any(|one| one.text().contains("Gestuurd aan de melder")), "{shown:#?}");
    assert!(shown.iter().all(|one| one.what != Seen::Redacted));
}
