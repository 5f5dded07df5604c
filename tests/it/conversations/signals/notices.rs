//! What rooms and people hear of a report that is sent by the dialogue itself: never what it says.

use super::*;

impl Stage {
    /// carla walks through a report about this group, of this level, for these; what everybody hears at the end.
    async fn reports(&mut self, group: &str, level: &str, with: &str) -> Vec<(String, String)> {
        let mut heard = Vec::new();
        for text in [
            "signaal",
            "1",
            "nee",
            "2",
            "zonnebloem in een filmpje",
            "gisteravond half elf",
            "openbare groep",
            "zelf gezien",
            "waarschijnlijk",
            "wijk",
            group,
            "geen",
            "ik",
            level,
            with,
            "meedenken",
            "verstuur",
        ] {
            heard = self.follows("carla", text).await;
        }
        assert!(heard.iter().any(|(_, text)| text.contains("is verstuurd")), "{heard:#?}");
        heard
    }
}

fn in_chain(heard: &[(String, String)]) -> Vec<&str> {
    heard.iter().filter(|(room, _)| room == "!room.keten:console").map(|(_, text)| text.as_str()).collect()
}

#[tokio::test]
async fn a_room_in_which_everybody_may_know_hears_of_it_and_of_nothing_in_it() {
    let mut stage = Stage::chain().await;
    stage.ask("anna", "!team groep De Haven").await;
    let heard = stage.reports("haven", "verhoogd", "alle partners").await;
    let notices = in_chain(&heard);
    assert_eq!(notices.len(), 1, "{heard:#?}");
    assert_holds(notices[0], &["Nieuw signaal S-2026-", "verhoogd (oranje)", "Gevraagd: meedenken", "anna", "👋"]);
    for hidden in ["zonnebloem", "Haven", "carla"] {
        assert!(!notices[0].contains(hidden), "{hidden}: {}", notices[0]);
    }
}

#[tokio::test]
async fn where_somebody_may_not_know_nobody_hears() {
    let mut stage = Stage::chain().await;
    stage.ask("anna", "!team groep De Haven").await;
    let heard = stage.reports("haven", "laag", "politie").await;
    assert_eq!(in_chain(&heard), [] as [&str; 0]);
    assert!(heard.iter().all(|(room, _)| room == "!direct.carla:console"), "{heard:#?}");
}

#[tokio::test]
async fn at_the_highest_level_it_says_whom_to_phone() {
    let mut stage = Stage::chain().await;
    stage.ask("anna", "!team groep De Haven").await;
    let heard = stage.reports("haven", "hoog", "alle partners").await;
    assert_holds(in_chain(&heard)[0], &["eigen piket", "112"]);
    stage.ask("anna", "!team bel 3 politie Piket 0900").await;
    let heard = stage.reports("haven", "hoog", "alle partners").await;
    assert_holds(in_chain(&heard)[0], &["Bel nu", "politie: Piket 0900", "112"]);
    assert!(
        heard.iter().any(|(room, text)| room.contains("direct.carla") && text.contains("Piket 0900")),
        "{heard:#?}"
    );
}

#[tokio::test]
async fn a_wave_leads_to_the_question_in_private_and_a_word_takes_it() {
    let mut stage = Stage::chain().await;
    stage.ask("anna", "!team groep De Haven").await;
    stage.reports("haven", "verhoogd", "alle partners").await;
    let last = stage.ask_in("direct", "eva", "hulp").await[0].number;
    let mut asked = Vec::new();
    for number in 1..last {
        asked.extend(stage.world.react("bram", number, "👋").await.expect("a reaction").into_iter().skip(1));
    }
    let question = asked.iter().find(|one| one.room.as_str().contains("direct.bram")).expect("he is asked");
    assert_holds(question.text(), &["Wil je S-2026-", "oppakken", "pak"]);
    let heard = stage.follows("bram", "pak").await;
    assert_holds(told(&heard, "bram"), &["Jij volgt S-2026-"]);
}

#[tokio::test]
async fn three_signals_about_one_group_ask_the_coordinators_once_to_look_together() {
    let mut stage = Stage::chain().await;
    stage.ask("anna", "!team groep De Haven").await;
    stage.ask("anna", "!team lid @eva school coordinator").await;
    stage.reports("haven", "laag", "gemeente").await;
    stage.reports("haven", "laag", "gemeente").await;
    let heard = stage.reports("haven", "laag", "politie").await;
    let prompt = told(&heard, "anna");
    assert_holds(
        prompt,
        &["Kijk samen naar de groep “De Haven”", "minder dan 5", "signaal S-2026-", "niet naar personen"],
    );
    assert_eq!(prompt.matches("signaal S-2026-").count(), 2, "those that she may see: {prompt}");
    assert!(heard.iter().all(|(room, _)| !room.contains("direct.eva")), "who sees none hears nothing: {heard:#?}");
    let heard = stage.reports("haven", "laag", "gemeente").await;
    assert!(heard.iter().all(|(room, _)| !room.contains("direct.anna")), "not again within days: {heard:#?}");
}
