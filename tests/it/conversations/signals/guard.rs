//! What looks like personal data in the words of a command is not taken without a second look.

use super::*;

const TEXT: &str = "Bel hem op 06-12345678";

#[tokio::test]
async fn it_is_asked_and_nothing_is_done_until_somebody_insists() {
    let mut stage = Stage::chain().await;
    stage.signal(Label::Green, |new| new.protection.owner = Some(person("bram"))).await;
    let heard = stage.follows("bram", &format!("signaal {S} terug {TEXT}")).await;
    let asked = told(&heard, "bram").to_owned();
    assert_holds(&asked, &["persoonsgegevens", "1. geen persoonsgegevens", "2. haal weg", "Ik heb nog niets gedaan"]);
    assert!(!asked.contains("12345678"), "it is masked: {asked}");
    let heard = stage.follows("bram", "1").await;
    assert!(heard.iter().any(|(room, text)| room.contains("direct.carla") && text.contains(TEXT)));
    let wanted = schakel::store::Wanted { record: Some("text/signal"), ..schakel::store::Wanted::default() };
    let acts = stage.store().await.acts(wanted, 10).await.expect("they are read");
    assert_eq!(acts.len(), 1);
    assert_eq!((acts[0].actor.as_str(), acts[0].action.as_str()), ("@bram:console", "insisted"));
}

#[tokio::test]
async fn the_message_is_taken_away_at_a_word() {
    let mut stage = Stage::chain().await;
    stage.world.let_bot_redact("bram", "direct");
    stage.signal(Label::Green, |new| new.protection.owner = Some(person("bram"))).await;
    let shown = stage.world.say("bram", "direct", &format!("signaal {S} terug {TEXT}")).await.expect("said");
    let typed = shown[0].number;
    let shown = stage.ask_in("direct", "bram", "haal weg").await;
    assert!(shown.iter().any(|one| one.number == typed && one.what == Seen::Redacted), "{shown:#?}");
    assert!(!stage.alone("carla", &format!("signaal {S}")).await.contains("12345678"));
}

#[tokio::test]
async fn agreements_and_groups_are_looked_at_too_and_phone_lists_are_not() {
    let mut stage = Stage::chain().await;
    for line in ["!team groep Jan de Vries 06-12345678", "!afspraak nieuw terugkoppeling politie: bel 06-12345678"] {
        let text = only(&stage.ask("anna", line).await).to_owned();
        assert_holds(&text, &["!1", "Ik heb nog niets gedaan"]);
    }
    assert_holds(only(&stage.ask("anna", "!team bel 3 politie Piket 06-12345678").await), &["Piket 06-12345678"]);
}
