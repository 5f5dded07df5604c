//! With whom a report is shared: what the summary says of it before anything is sent, somebody who would be alone with it, and a
//! colleague who interprets it before they see what the reporter made of it.

use super::*;

impl Stage {
    /// carla answers the short path with another word for these of its lines; what she hears last.
    async fn short(&mut self, other: &[(&str, &str)]) -> Vec<Shown> {
        let mut shown = self.carla("signaal").await;
        for line in SHORT.iter().filter(|line| **line != "verstuur") {
            let line = other.iter().find(|(usual, _)| usual == line).map_or(*line, |(_, said)| said);
            shown = self.carla(line).await;
        }
        shown
    }
}

#[tokio::test]
async fn whoever_would_be_alone_with_it_is_asked_once_and_can_widen_it() {
    let mut stage = Stage::before_a_report().await;
    let summary = stage.short(&[("politie", "nog met niemand")]).await;
    assert!(!only(&summary).contains("Andere organisaties"), "none of them sees anything");
    assert_holds(only(&summary), &["Label rood", "Nu kan niemand anders dit zien", "politie, gemeente: niets"]);
    stage.carla_hears("verstuur", &["nu kan niemand anders dit zien", "1. met meer mensen delen", "3. zo laten"]).await;
    stage.carla_hears("1", &["Met wie wil je dit delen?"]).await;
    stage.carla_hears("politie", &["Label oranje", "1 collega kan dit zien en oppakken: politie (1)"]).await;
    assert!(number(&stage.carla("verstuur").await).starts_with("S-2026-"));
}

#[tokio::test]
async fn at_the_highest_level_one_is_asked_twice_and_hears_whom_to_phone() {
    let mut stage = Stage::before_a_report().await;
    let summary = stage.short(&[("politie", "nog met niemand"), ("laag", "hoog")]).await;
    assert_holds(only(&summary), &["Ernst: hoog (rood)"]);
    for text in ["verstuur", "zo laten"] {
        stage.carla_hears(text, &["nu kan niemand anders dit zien", "3. zo laten"]).await;
    }
    let sent = stage.carla("zo laten").await;
    assert_holds(only(&sent), &["is verstuurd", "Nu kan niemand anders dit zien", "Bel nu", "112"]);
}

#[tokio::test]
async fn somebody_can_be_named_who_would_not_see_it() {
    let mut stage = Stage::before_a_report().await;
    stage.short(&[("politie", "nog met niemand")]).await;
    stage.carla("verstuur").await;
    stage.carla_hears("2", &["Welke collega mag dit ook zien?"]).await;
    let told = ["bram (politie), door jou genoemd: alles hierboven, maar niet", "1 collega kan dit zien"];
    stage.carla_hears("bram", &told).await;
}

#[tokio::test]
async fn what_is_released_and_the_name_are_set_in_the_summary() {
    let mut stage = Stage::before_a_report().await;
    let summary = stage.short(&[]).await;
    assert_holds(only(&summary), &["Andere organisaties zien ‘jongerenwerk’, niet je naam."]);
    stage.carla("je naam voor anderen").await;
    stage.carla_hears("ja", &["Andere organisaties zien ook je naam."]).await;
    stage.carla("ook voor anderen").await;
    let shown = stage.carla("wie contact heeft").await;
    assert_holds(only(&shown), &["politie: alles hierboven, maar niet: hoe je het weet\n"]);
}

#[tokio::test]
async fn an_agreement_in_the_way_is_told_before_anything_is_sent() {
    let mut stage = Stage::before_a_report().await;
    for line in ["!team lid @dirk jongerenwerk mandaat", "!team lid @bram politie mandaat"] {
        stage.ask("anna", line).await;
    }
    let proposed = stage.ask("dirk", "!afspraak nieuw delen van jongerenwerk naar politie: niet").await;
    let text = only(&proposed);
    let agreement = text[text.find("AF-").expect("a number")..][..12].to_owned();
    for person in ["bram", "dirk"] {
        stage.ask(person, &format!("!afspraak {agreement} bevestig")).await;
    }
    let summary = stage.short(&[]).await;
    let told = ["deelt met: politie", "jongerenwerk (jouw organisatie): alles hierboven", "politie, gemeente: niets"];
    assert_holds(only(&summary), &told);
}

#[tokio::test]
async fn a_colleague_judges_before_they_see_what_the_reporter_made_of_it() {
    let mut stage = Stage::before_a_report().await;
    stage.world.enter("bram", "direct").await.expect("the room");
    stage.short(&[("laag", "verhoogd")]).await;
    let number = number(&stage.carla("verstuur").await);
    let opening = stage.ask_in("direct", "bram", &format!("signaal {number} duid")).await;
    let opening = only(&opening);
    assert_holds(
        opening,
        &["Je kijkt mee naar", "Twee groepen dagen elkaar uit bij de brug", "Vraag 1", "Wat zegt de inhoud"],
    );
    for kept_back in ["verhoogd", "waarschijnlijk", "zelf gezien"] {
        assert!(!opening.contains(kept_back), "“{kept_back}” is in:\n{opening}");
    }
    let answers = [
        "het daagt uit",
        "wijk",
        "ja plots",
        "rivaliteit",
        "niet te zeggen",
        "bron",
        "overslaan",
        "laag",
        "gerucht",
        "contact",
    ];
    let mut shown = vec![];
    for line in answers {
        shown = stage.ask_in("direct", "bram", line).await;
    }
    assert_holds(only(&shown), &["Klopt dit zo?", "als die van ‘politie’ en zonder je naam"]);
    let both = stage.ask_in("direct", "bram", "verstuur").await;
    let told =
        ["Ernst: melder: verhoogd (oranje) | jij: laag (groen)", "Zekerheid: melder: waarschijnlijk | jij: gerucht"];
    let both = both.iter().find(|shown| shown.text().contains("Naast elkaar"));
    assert_holds(both.expect("both are shown").text(), &told);
    let again = stage.ask_in("direct", "bram", &format!("signaal {number} duid")).await;
    assert!(!only(&again).contains("Vraag 1"), "once is enough:\n{}", only(&again));
}
