//! Who sees more of it, by whose word, and who says no.

use chrono::TimeDelta;

use super::*;

#[tokio::test]
async fn the_author_shares_and_takes_it_back() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::AmberStrict, |_| {}).await;
    assert_holds(&stage.alone("carla", &format!("signaal {S} deel politie")).await, &["Gedaan", "delen met politie"]);
    assert_holds(&stage.alone("bram", &format!("signaal {S}")).await, &[SEEN]);
    assert_holds(&stage.alone("carla", &format!("signaal {S} deel politie")).await, &["al zo"]);
    assert_holds(&stage.alone("carla", &format!("signaal {S} deel niet politie")).await, &["niet meer zo ruim"]);
    assert!(is_unknown(&stage.alone("bram", &format!("signaal {S}")).await));
    assert_holds(&stage.alone("carla", &format!("signaal {S} deel brandweer")).await, &["geen organisatie"]);
}

#[tokio::test]
async fn the_author_names_somebody_who_hears_it_in_private() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Red, |_| {}).await;
    let heard = stage.follows("carla", &format!("signaal {S} noem @eva")).await;
    assert_holds(told(&heard, "eva"), &["genoemd bij signaal S-2026-bcdf", "signaal S-2026-bcdf"]);
    assert_holds(&stage.alone("eva", &format!("signaal {S}")).await, &[SEEN]);
    assert_holds(&stage.alone("carla", &format!("signaal {S} noem @niemand")).await, &["ken ik niet in dit team"]);
}

#[tokio::test]
async fn a_label_is_changed_by_its_word() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::AmberStrict, |_| {}).await;
    assert_holds(&stage.alone("carla", &format!("signaal {S} label paars")).await, &["rood, oranje-strikt, oranje"]);
    assert_holds(&stage.alone("carla", &format!("signaal {S} label groen")).await, &["label groen"]);
    assert_holds(&stage.alone("eva", &format!("signaal {S}")).await, &["niets vrijgegeven"]);
    assert_holds(&stage.alone("carla", &format!("signaal {S} label rood")).await, &["niet meer zo ruim"]);
    assert!(is_unknown(&stage.alone("dirk", &format!("signaal {S}")).await));
}

#[tokio::test]
async fn who_has_no_part_in_it_widens_nothing() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::AmberStrict, |_| {}).await;
    assert_holds(&stage.alone("dirk", &format!("signaal {S} deel politie")).await, &["Dat kan de melder, of wie"]);
    assert!(is_unknown(&stage.alone("bram", &format!("signaal {S}")).await));
}

/// bram follows it up and asks to share it with the municipality; what the author reads.
async fn asks(stage: &mut Stage) -> String {
    stage
        .signal(Label::Amber, |new| {
            new.protection.shared_with = [OrganisationKind::Police].into();
            new.protection.owner = Some(person("bram"));
        })
        .await;
    let heard = stage.follows("bram", &format!("signaal {S} deel gemeente")).await;
    assert_holds(told(&heard, "bram"), &["Ik vraag het de melder", "Je hoort het van mij"]);
    told(&heard, "carla").to_owned()
}

#[tokio::test]
async fn an_owner_asks_the_author_who_says_yes() {
    let mut stage = Stage::chain().await;
    let question = asks(&mut stage).await;
    assert_holds(
        &question,
        &["Mag dit bij je signaal S-2026-bcdf: delen met gemeente?", "bram (politie)", "1. ja", "nee"],
    );
    assert!(is_unknown(&stage.alone("anna", &format!("signaal {S}")).await), "not before she has said so");
    assert_holds(&stage.alone("bram", &format!("signaal {S} deel gemeente")).await, &["Dat heb ik al gevraagd"]);
    let heard = stage.follows("carla", "ja").await;
    assert_holds(told(&heard, "carla"), &["Goed, gedaan"]);
    assert_holds(told(&heard, "bram"), &["gedeeld (delen met gemeente)"]);
    assert_holds(&stage.alone("anna", &format!("signaal {S}")).await, &[SEEN]);
}

#[tokio::test]
async fn who_asked_hears_that_it_is_not_shared_and_never_why() {
    let mut said_no = Stage::chain().await;
    asks(&mut said_no).await;
    let heard = said_no.follows("carla", "2").await;
    assert_holds(told(&heard, "carla"), &["dan blijft het zoals het is"]);
    let no = told(&heard, "bram").to_owned();
    let mut said_nothing = Stage::chain().await;
    asks(&mut said_nothing).await;
    said_nothing.pass(TimeDelta::hours(47));
    said_nothing.world.settle().await.expect("nothing is due");
    said_nothing.pass(TimeDelta::hours(3));
    let shown = said_nothing.world.settle().await.expect("it lapses");
    let silence =
        shown.iter().find(|one| one.room.as_str().contains("direct.bram") && one.text().contains("niet gedeeld"));
    assert_eq!(silence.expect("he hears of it").text(), no, "a no and silence are told alike");
    for stage in [&mut said_no, &mut said_nothing] {
        assert!(is_unknown(&stage.alone("anna", &format!("signaal {S}")).await));
    }
    assert_holds(&said_nothing.alone("carla", "ja").await, &["staat niet meer open"]);
}

#[tokio::test]
async fn a_reaction_is_no_yes() {
    let mut stage = Stage::chain().await;
    asks(&mut stage).await;
    let shown = stage.ask_in("direct", "carla", "hulp").await;
    for number in 1..shown[0].number {
        stage.world.react("carla", number, "👍").await.expect("a reaction");
        stage.world.react("carla", number, "1\u{fe0f}\u{20e3}").await.expect("a reaction");
    }
    assert!(is_unknown(&stage.alone("anna", &format!("signaal {S}")).await));
}

impl Stage {
    /// A rule for what youth work shares with the police, confirmed by both.
    async fn agreed(&mut self, rule: &str) {
        let line = format!("!afspraak nieuw delen van jongerenwerk naar politie: {rule}");
        let shown = self.ask("dirk", &line).await;
        let text = only(&shown);
        let start = text.find("AF-").expect("a number");
        let number = text[start..start + "AF-2026-k7qd".len()].to_owned();
        self.ask("bram", &format!("!afspraak {number} bevestig")).await;
        let shown = self.ask("carla", &format!("!afspraak {number} bevestig")).await;
        assert_holds(only(&shown), &["geldt vanaf nu"]);
    }
}

#[tokio::test]
async fn what_the_partners_agreed_not_to_share_nobody_shares() {
    let mut stage = Stage::chain().await;
    stage.agreed("niet").await;
    stage.signal(Label::AmberStrict, |_| {}).await;
    for words in ["deel politie", "noem @bram"] {
        let text = stage.alone("carla", &format!("signaal {S} {words}")).await;
        assert_holds(&text, &["De partners hebben afgesproken"]);
    }
    assert!(is_unknown(&stage.alone("bram", &format!("signaal {S}")).await));
}

#[tokio::test]
async fn what_they_agreed_to_share_freely_needs_no_question_once_it_is_shared_at_all() {
    let mut stage = Stage::chain().await;
    stage.agreed("vrij").await;
    stage
        .signal(Label::Amber, |new| {
            new.protection.shared_with = [OrganisationKind::Municipality].into();
            new.protection.owner = Some(person("anna"));
        })
        .await;
    let heard = stage.follows("anna", &format!("signaal {S} deel politie")).await;
    assert_holds(told(&heard, "anna"), &["Gedaan"]);
    assert_holds(told(&heard, "carla"), &["Volgens jullie afspraak mag dat zonder vraag"]);
    // One that stays within her organisation is another matter.
    stage.signal_called("S-2026-bbbb", Label::AmberStrict, |new| new.protection.owner = Some(person("anna"))).await;
    assert_holds(&stage.alone("anna", "signaal S-2026-bbbb deel politie").await, &["Ik vraag het de melder"]);
}
