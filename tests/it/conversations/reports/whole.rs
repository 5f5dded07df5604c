//! The whole way, in both languages.

use super::*;

#[tokio::test]
async fn the_short_path_ends_with_a_number_and_who_can_see_it() {
    let mut stage = Stage::before_a_report().await;
    stage.carla_hears("signaal", &["Bel 112", "Noem geen namen", "1. kort", "2. volledig"]).await;
    let (last, answers) = SHORT.split_last().expect("there are some");
    for said in answers {
        let shown = stage.carla(said).await;
        assert_eq!(shown.len(), 1, "{said}: {shown:#?}");
    }
    let shown = stage.carla(last).await;
    assert_holds(shown[0].text(), &[&number(&shown), "is verstuurd", "politie"]);
    // It is over: what is said now is no answer any more.
    stage.carla_hears("begrip drill", &["Drill"]).await;
}

#[tokio::test]
async fn the_summary_shows_every_answer_in_full_and_what_each_organisation_sees() {
    let mut stage = Stage::before_a_report().await;
    stage.carla("signaal").await;
    let mut summary = String::new();
    for said in &SHORT[..SHORT.len() - 1] {
        summary = only(&stage.carla(said).await).to_owned();
    }
    assert_holds(
        &summary,
        &[
            "Klopt dit zo?",
            "Twee groepen dagen elkaar uit bij de brug",
            "22:30",
            "De Haven",
            "politie: alles hierboven, maar niet: hoe je het weet",
            "gemeente: niets",
            "Label",
            "geen wettelijke grondslag",
        ],
    );
}

#[tokio::test]
async fn in_english_it_is_asked_in_english() {
    let mut stage = Stage::before_a_report().await;
    stage.carla("taal en").await;
    stage.carla_hears("signal", &["112", "1. short", "2. full"]).await;
    for said in ["short", "no", "challenge", "Two groups challenge each other", "last night at half past ten"] {
        stage.carla(said).await;
    }
    stage.carla_hears("terug", &["Question", "When"]).await;
    stage.carla_hears("why", &["Question"]).await;
}

#[tokio::test]
async fn danger_now_is_112_first_and_the_report_goes_on() {
    let mut stage = Stage::reporting().await;
    let shown = stage.carla("ja").await;
    let text = only(&shown);
    let (emergency, question) = (text.find("112").expect("it says 112"), text.find("Vraag 2").expect("it goes on"));
    assert!(emergency < question, "{text}");
}

#[tokio::test]
async fn what_looks_like_personal_data_is_shown_masked_and_not_kept_without_a_second_look() {
    let mut stage = Stage::reporting().await;
    stage.carla("nee").await;
    stage.carla("uitdaging").await;
    let shown = stage.carla("Hij woont op 1234 AB 12 en zijn nummer is 06-12345678").await;
    let text = only(&shown);
    assert_holds(text, &["telefoonnummer", "adres", "1. ", "2. ", "3. "]);
    assert!(!text.contains("12345678") && !text.contains("1234 AB"), "{text}");
    stage.carla_hears("Hij woont bij de brug", &["Vraag 4"]).await;
    let shown = stage.carla("overzicht").await;
    assert!(shown.iter().all(|shown| !shown.text().contains("06-")), "{shown:#?}");
}

#[tokio::test]
async fn whoever_insists_is_believed_and_the_log_tells_it_without_the_text() {
    let mut stage = Stage::reporting().await;
    for said in ["nee", "uitdaging", "Op het shirt stond 06-12345678"] {
        stage.carla(said).await;
    }
    stage.carla_hears("2", &["Vraag 4"]).await;
    stage.carla_hears("overzicht", &["06-12345678"]).await;
    let log = stage.ask("anna", "!team logboek").await;
    let log: String = log.iter().map(Shown::text).collect();
    assert!(!log.contains("12345678"), "{log}");
}

#[tokio::test]
async fn a_picture_is_declined_with_the_reason_and_can_be_taken_back() {
    let mut stage = Stage::reporting().await;
    stage.world.let_bot_redact("carla", "direct");
    let said = schakel::domain::Said { text: "IMG_1.jpg".to_owned(), attachment: true, ..Default::default() };
    let shown = stage.world.say_all("carla", "direct", said).await.expect("said");
    assert_holds(shown[1].text(), &["Foto's", "haal weg", "Vraag 1"]);
    let picture = shown[0].number;
    let shown = stage.carla("haal weg").await;
    let redacted = |shown: &Shown| shown.what == Seen::Redacted && shown.number == picture;
    assert!(shown.iter().any(redacted), "{shown:#?}");
    assert!(shown.iter().any(|shown| shown.text().contains("Vraag 1")), "{shown:#?}");
}

#[tokio::test]
async fn with_the_teams_switch_on_an_option_can_be_tapped() {
    let mut stage = Stage::before_a_report().await;
    stage.does_in("keten", "anna", "!team reacties aan", &["nooit versleuteld", "aan zeker"]).await;
    stage.does_in("keten", "anna", "!team reacties aan zeker", &["Reacties staan aan"]).await;
    stage.carla("signaal").await;
    let asked = stage.carla("volledig").await.last().expect("a question").number;
    let shown = stage.world.react("carla", asked, "2\u{fe0f}\u{20e3}").await.expect("tapped");
    assert!(shown.iter().any(|shown| shown.text().contains("Direct gevaar: nee")), "{shown:#?}");
    stage.does_in("keten", "anna", "!team reacties uit", &["Reacties staan uit"]).await;
    let asked = stage.carla("uitdaging").await.last().expect("a question").number;
    let shown = stage.world.react("carla", asked, "1\u{fe0f}\u{20e3}").await.expect("tapped");
    assert_eq!(shown.len(), 1, "nothing but the reaction: {shown:#?}");
}
