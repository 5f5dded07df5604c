//! The reporter takes it back: it is nowhere any more, and what cannot be taken away is said.

use super::*;

#[tokio::test]
async fn what_is_taken_back_is_in_no_answer_and_what_showed_it_is_gone() {
    let mut stage = Stage::chain().await;
    stage
        .signal(Label::Amber, |new| {
            new.protection.shared_with = [OrganisationKind::Police].into();
            new.protection.owner = Some(person("bram"));
        })
        .await;
    let shown = stage.ask_in("direct", "bram", &format!("signaal {S}")).await;
    let showing: Vec<usize> = shown.iter().filter(|one| one.text().contains(SEEN)).map(|one| one.number).collect();
    assert_holds(&stage.alone("bram", &format!("signaal {S} intrek")).await, &["alleen de melder"]);
    assert_holds(&stage.alone("carla", &format!("signaal {S} intrek")).await, &["Weet je zeker"]);
    assert_holds(&stage.alone("bram", &format!("signaal {S}")).await, &[SEEN]);
    let shown = stage.ask_in("direct", "carla", &format!("signaal {S} intrek ja")).await;
    let gone: Vec<usize> = shown.iter().filter(|one| one.what == Seen::Redacted).map(|one| one.number).collect();
    assert!(showing.iter().all(|number| gone.contains(number)), "{shown:#?}");
    let report = shown.iter().find(|one| one.text().contains("is ingetrokken.")).expect("she hears what is gone");
    assert_holds(
        report.text(),
        &["Dit is weg", "één bericht van mensen", "na 7 dagen", "Dit kan ik niet weghalen", "30 dagen"],
    );
    let owner = shown.iter().find(|one| one.text().contains("ingetrokken door de melder")).expect("the owner hears it");
    assert!(owner.room.as_str().contains("direct.bram") && !owner.text().contains(SEEN));
    for name in ["carla", "bram", "dirk", "eva"] {
        assert!(is_unknown(&stage.alone(name, &format!("signaal {S}")).await), "{name}");
        let text = stage.alone(name, "signalen").await;
        assert!(!text.contains(S), "{name}: {text}");
    }
    // What is left of it in the files.
    let store = stage.store().await;
    assert_eq!(store.erasures().await.expect("they are read").len(), 1);
}

#[tokio::test]
async fn a_word_ends_the_question_and_another_leaves_it_as_it_is() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::AmberStrict, |_| {}).await;
    stage.alone("carla", &format!("signaal {S} intrek")).await;
    stage.alone("carla", "hulp").await;
    assert_holds(&stage.alone("dirk", &format!("signaal {S}")).await, &[SEEN]);
    stage.alone("carla", &format!("signaal {S} intrek")).await;
    let heard = stage.follows("carla", "ja").await;
    assert!(heard.iter().any(|(_, text)| text.contains("is ingetrokken.")), "{heard:#?}");
    assert!(is_unknown(&stage.alone("dirk", &format!("signaal {S}")).await));
}
