//! What people are told of who runs the bot, who reads, how long it keeps what: by the settings, and no more than they say.

use schakel::domain::PrivacyNotice;
use schakel::domain::retention::{Kept, RetentionTerms};

use super::{Stage, assert_holds, only};

#[tokio::test]
async fn help_privacy_says_what_is_set() {
    let notice = PrivacyNotice {
        run_by: "Gemeente Voorbeeld, 14 020".into(),
        server_run_by: "Hostbedrijf".into(),
        complaints: "fg@voorbeeld.nl".into(),
        statement: "https://voorbeeld.nl/privacy".into(),
        redaction_days: 3,
        backup_days: 21,
    };
    let mut stage = Stage::with(|me| {
        me.notice = notice.clone();
        me.retention = RetentionTerms::default().with(Kept::UnfollowedSignal, 45).with(Kept::AuditLog, 365);
    })
    .await;
    let shown = stage.ask("anna", "!hulp privacy").await;
    let text: String = shown.iter().map(schakel::console::Shown::text).collect::<Vec<_>>().join("\n");
    assert_holds(
        &text,
        &[
            "Wie mij beheert: Gemeente Voorbeeld, 14 020",
            "Hostbedrijf",
            "Een signaal dat niemand oppakt: 45 dagen.",
            "Het logboek, zonder inhoud: een jaar.",
            "Een incident met de evaluatie en de acties: een jaar.",
            "echt weg na 3 dagen",
            "Reservekopieën: 21 dagen.",
            "typ !inzage",
            "Klagen kan bij: fg@voorbeeld.nl",
            "autoriteitpersoonsgegevens.nl",
            "https://voorbeeld.nl/privacy",
            "112",
        ],
    );
    assert!(!text.contains("niet ingevuld"), "{text}");
}

#[tokio::test]
async fn what_nobody_filled_in_is_said_to_be_so() {
    let mut stage = Stage::new().await;
    stage.world.enter("anna", "direct").await.expect("the room");
    let shown = stage.ask_in("direct", "anna", "hulp privacy").await;
    let text: String = shown.iter().map(schakel::console::Shown::text).collect::<Vec<_>>().join("\n");
    assert_holds(&text, &["Wie mij beheert, is niet ingevuld", "wie die beheert, is niet ingevuld", "Autoriteit"]);
    assert!(!text.contains("Klagen kan bij:") && !text.contains("privacyverklaring"), "{text}");
}

#[tokio::test]
async fn coming_in_it_says_the_terms_that_are_set_and_stays_short() {
    let mut stage = Stage::with(|me| {
        me.retention = RetentionTerms::default().with(Kept::UnfollowedSignal, 30).with(Kept::FollowedSignal, 200);
    })
    .await;
    let shown = stage.world.enter("anna", "keten").await.expect("the room");
    let text = only(&shown);
    assert_holds(text, &["30 dagen", "200 dagen", "!hulp privacy", "server kan de tekst niet lezen", "112"]);
    assert!(text.chars().count() < 900, "{} signs: {text}", text.chars().count());
}
