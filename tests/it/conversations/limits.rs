//! What is not understood, not allowed, too late or not for the bot; and the console itself.

use std::sync::Arc;

use chrono::TimeDelta;
use schakel::console::{self, World};
use schakel::domain::{Pill, Said, UserId};

use super::{LIBRARY, Stage, assert_holds, items, only};

#[tokio::test]
async fn an_unknown_word_is_answered_with_the_nearest_command() {
    let mut stage = Stage::new().await;
    let shown = stage.ask("anna", "!intervetie huisbezoek").await;
    assert_holds(only(&shown), &["“intervetie” ken ik niet", "!interventie huisbezoek"]);
}

#[tokio::test]
async fn an_unknown_question_can_be_looked_up_with_one_digit() {
    let mut stage = Stage::new().await;
    let shown = stage.ask("anna", "!ruzie met ouders").await;
    assert_holds(only(&shown), &["“ruzie” ken ik niet", "!1", "“ruzie met ouders”"]);
    let shown = stage.ask("anna", "!1").await;
    assert!(!items(only(&shown)).is_empty() || only(&shown).contains("Wie beslist:"), "{}", only(&shown));
}

#[tokio::test]
async fn a_prefix_apart_from_its_word_is_understood_where_none_is_needed() {
    let mut stage = Stage::new().await;
    let shown = stage.ask_in("direct", "anna", "! éé").await;
    assert_holds(only(&shown), &["“éé” ken ik niet"]);
}

#[tokio::test]
async fn a_wrong_filter_is_answered_with_its_options() {
    let mut stage = Stage::new().await;
    let shown = stage.ask("anna", "!interventie fase:gisteren").await;
    assert_eq!(
        only(&shown),
        "“gisteren” ken ik niet bij fase. Kies uit: relatieopbouw, signalering, interveniëren, nazorg."
    );
}

#[tokio::test]
async fn a_question_that_is_too_long_is_told_how_long_it_may_be() {
    let mut stage = Stage::new().await;
    let shown = stage.ask("anna", &format!("!interventie {}", "ruzie ".repeat(200))).await;
    assert_holds(only(&shown), &["Dat is te lang", "hoogstens 1000 tekens"]);
}

#[tokio::test]
async fn who_asks_too_fast_is_told_once_and_helped_after_a_minute() {
    let mut stage = Stage::with(|me| me.commands_per_minute = 3).await;
    for _ in 0..3 {
        assert_holds(only(&stage.ask("anna", "!status").await), &["Ik ben bij"]);
    }
    assert_holds(only(&stage.ask("anna", "!status").await), &["te snel", "hoogstens 3"]);
    assert_eq!(stage.ask("anna", "!status").await, []);
    assert_holds(only(&stage.ask("bram", "!status").await), &["Ik ben bij"]);
    stage.pass(TimeDelta::seconds(61));
    assert_holds(only(&stage.ask("anna", "!status").await), &["Ik ben bij"]);
}

#[tokio::test]
async fn a_person_chooses_their_own_language_everywhere() {
    let mut stage = Stage::new().await;
    assert_holds(only(&stage.ask_in("direct", "bram", "taal en").await), &["in English"]);
    assert_holds(only(&stage.ask("bram", "!status").await), &["up for"]);
    assert_holds(only(&stage.ask("anna", "!status").await), &["ik draai nu"]);
}

#[tokio::test]
async fn only_an_administrator_chooses_the_language_of_a_room() {
    let mut stage = Stage::new().await;
    assert_holds(only(&stage.ask("bram", "!taal en").await), &["De taal van deze kamer kiest de beheerder"]);
    assert_holds(only(&stage.ask("anna", "!taal en").await), &["in this room"]);
    assert_holds(only(&stage.ask("bram", "!status").await), &["up for"]);
    assert_holds(only(&stage.ask_in("buurt", "bram", "!status").await), &["ik draai nu"]);
}

#[tokio::test]
async fn lookups_that_came_too_late_get_one_line_together() {
    let mut stage = Stage::new().await;
    stage.world.enter("anna", "keten").await.expect("the room");
    stage.world.arriving_late(11 * 60_000);
    assert_eq!(only(&stage.ask("anna", "!status").await), "Ik was er even niet; vraag het opnieuw.");
    assert_eq!(stage.ask("bram", "!interventie huisbezoek").await, []);
    stage.world.arriving_late(9 * 60_000);
    assert_holds(only(&stage.ask("anna", "!status").await), &["Ik ben bij"]);
}

#[tokio::test]
async fn a_change_is_made_however_late_it_comes() {
    let mut stage = Stage::new().await;
    stage.world.enter("anna", "direct").await.expect("the room");
    stage.world.arriving_late(30 * 60_000);
    assert_holds(only(&stage.ask_in("direct", "anna", "taal en").await), &["in English"]);
}

#[tokio::test]
async fn nothing_from_before_the_first_login_is_handled() {
    let mut stage = Stage::new().await;
    stage.world.enter("anna", "keten").await.expect("the room");
    stage.world.arriving_late(61 * 60_000);
    assert_eq!(stage.ask("anna", "!taal en").await, []);
}

#[tokio::test]
async fn the_bot_answers_neither_itself_nor_whom_it_ignores() {
    let mut stage = Stage::with(|me| me.ignore = vec![UserId::new("@weerbot:console")]).await;
    assert_eq!(stage.ask("schakel", "!hulp").await, []);
    assert_eq!(stage.ask("weerbot", "!hulp").await, []);
    assert_eq!(stage.ask_in("direct", "weerbot", "hulp").await, []);
}

#[tokio::test]
async fn the_name_and_a_mention_work_like_the_prefix() {
    let mut stage = Stage::new().await;
    for text in ["Schakel: status", "schakel, status", "@schakel status", "@schakel: status", "status @schakel"] {
        assert_holds(only(&stage.ask("anna", text).await), &["Ik ben bij"]);
    }
}

#[tokio::test]
async fn a_pill_is_a_mention_also_when_the_client_lists_none() {
    let mut stage = Stage::new().await;
    stage.world.enter("anna", "keten").await.expect("the room");
    let me = UserId::new("@schakel:console");
    let pills = vec![Pill { person: me, shown: "Schakel".to_owned() }];
    let said = Said { text: "Schakel status".to_owned(), pills, ..Said::default() };
    let shown = stage.world.say_all("anna", "keten", said).await.expect("said");
    assert_holds(only(&shown[1..]), &["Ik ben bij"]);
}

#[tokio::test]
async fn a_mention_of_a_colleague_is_left_alone() {
    let mut stage = Stage::new().await;
    stage.world.enter("bram", "keten").await.expect("the room");
    assert_eq!(stage.ask("anna", "@bram status").await, []);
}

#[tokio::test]
async fn an_attachment_is_answered_in_a_direct_room_only() {
    let mut stage = Stage::new().await;
    let picture = Said { text: "foto.jpg".to_owned(), attachment: true, mentions: Some(vec![]), ..Said::default() };
    for (room, answers) in [("direct", 1), ("keten", 0)] {
        stage.world.enter("anna", room).await.expect("the room");
        let shown = stage.world.say_all("anna", room, picture.clone()).await.expect("said");
        assert_eq!(shown.len() - 1, answers, "{room}");
    }
}

#[tokio::test]
async fn a_choice_survives_a_restart_on_the_same_database() {
    let mut stage = Stage::new().await;
    stage.ask("anna", "!interventie ouders").await;
    stage.world.close().await;
    let url = format!("sqlite:{}", stage.folder.path().join("bot.db").display());
    let later = stage.now + TimeDelta::minutes(1);
    stage.world = World::open(&url, Arc::clone(&LIBRARY), console::identity(None), later).await.expect("a database");
    assert_holds(only(&stage.ask("anna", "!1").await), &["Wie beslist:"]);
}

#[tokio::test]
async fn a_script_becomes_a_plain_transcript() {
    let stage = Stage::new().await;
    let lines =
        "!interventie ouders\n/react 3 1\n/as bram\nhoi\n/edit 2 mag niet\n/in direct\nhulp\n/dans\n/quit\nnooit\n";
    let mut output = Vec::new();
    console::script(stage.world, lines.as_bytes(), &mut output).await.expect("a conversation");
    let output = String::from_utf8(output).expect("text");
    assert_holds(
        &output,
        &[
            "(1) Schakel:\n",
            "(2) anna:\n    !interventie ouders\n(3) Schakel, op 2:\n    Dit past bij je vraag",
            "(3) anna reageert met 1\u{fe0f}\u{20e3}\n(4) Schakel, op 3:\n",
            "Je bent bram en staat in keten.\n(5) bram:\n    hoi\n",
            "Bericht 2 is niet van jou.",
            "Je bent bram en staat in direct.\n(6) Schakel:\n    Dag! Ik ben Schakel.",
            "(7) bram:\n    hulp\n(8) Schakel:\n",
            "/dans ken ik niet.",
        ],
    );
    assert!(!output.contains("nooit") && !output.contains('\u{1b}'), "{output}");
}
