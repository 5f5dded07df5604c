//! What was said is changed, taken back or reacted to.

use schakel::console::Seen;

use super::{Stage, assert_holds, only};

#[tokio::test]
async fn an_edited_lookup_changes_its_answer() {
    let mut stage = Stage::new().await;
    stage.world.enter("anna", "keten").await.expect("the room");
    let shown = stage.world.say("anna", "keten", "!begrip dril").await.expect("said");
    let edited = stage.world.edit("anna", shown[0].number, "!interventie huisbezoek").await.expect("edited");
    assert_eq!(edited.len(), 2, "{edited:#?}");
    assert_eq!(edited[1].number, shown[1].number);
    assert!(matches!(edited[1].what, Seen::Edited { .. }), "{edited:#?}");
    assert_holds(edited[1].text(), &["Huisbezoek (huisbezoek)"]);
}

#[tokio::test]
async fn a_list_that_replaced_an_answer_by_an_edit_can_be_opened() {
    let mut stage = Stage::new().await;
    stage.world.enter("anna", "keten").await.expect("the room");
    let shown = stage.world.say("anna", "keten", "!interventie huisbezoek").await.expect("said");
    stage.world.edit("anna", shown[0].number, "!interventie ouders").await.expect("edited");
    assert_holds(only(&stage.ask("anna", "!1").await), &["Wie beslist:"]);
}

#[tokio::test]
async fn an_edit_in_a_thread_still_opens_the_list_of_that_thread() {
    let mut stage = Stage::new().await;
    stage.world.enter("anna", "keten").await.expect("the room");
    let root = stage.world.say("anna", "keten", "over gisteren").await.expect("said")[0].number;
    stage.world.say_in_thread("anna", root, "!interventie ouders").await.expect("said");
    let wrong = stage.world.say_in_thread("anna", root, "!9").await.expect("said");
    let edited = stage.world.edit("anna", wrong[0].number, "!1").await.expect("edited");
    assert_holds(edited[1].text(), &["Wie beslist:"]);
}

#[tokio::test]
async fn a_message_edited_into_a_question_is_answered() {
    let mut stage = Stage::new().await;
    stage.world.enter("anna", "keten").await.expect("the room");
    let shown = stage.world.say("anna", "keten", "interventie huisbezoek").await.expect("said");
    let edited = stage.world.edit("anna", shown[0].number, "!interventie huisbezoek").await.expect("edited");
    assert!(matches!(edited[1].what, Seen::Said { .. }), "{edited:#?}");
}

#[tokio::test]
async fn a_question_edited_into_talk_loses_its_answer() {
    let mut stage = Stage::new().await;
    stage.world.enter("anna", "keten").await.expect("the room");
    let shown = stage.world.say("anna", "keten", "!interventie huisbezoek").await.expect("said");
    let edited = stage.world.edit("anna", shown[0].number, "laat maar").await.expect("edited");
    assert_eq!((edited[1].number, &edited[1].what), (shown[1].number, &Seen::Redacted));
}

#[tokio::test]
async fn an_edited_command_that_changed_something_changes_nothing() {
    let mut stage = Stage::new().await;
    stage.world.enter("anna", "direct").await.expect("the room");
    let shown = stage.world.say("anna", "direct", "taal en").await.expect("said");
    let edited = stage.world.edit("anna", shown[0].number, "taal nl").await.expect("edited");
    assert_holds(edited[1].text(), &["what it did stays", "language"]);
    assert_holds(only(&stage.ask("anna", "!status").await), &["up for"]);
}

#[tokio::test]
async fn nobody_elses_edit_changes_an_answer() {
    let mut stage = Stage::new().await;
    stage.world.enter("anna", "keten").await.expect("the room");
    let shown = stage.world.say("anna", "keten", "!interventie huisbezoek").await.expect("said");
    let edited = stage.world.edit("bram", shown[0].number, "!begrip drill").await.expect("edited");
    assert_eq!(edited[1..], []);
}

#[tokio::test]
async fn a_redacted_lookup_takes_its_answer_away_and_closes_its_list() {
    let mut stage = Stage::new().await;
    stage.world.enter("anna", "keten").await.expect("the room");
    let shown = stage.world.say("anna", "keten", "!interventie ouders").await.expect("said");
    let redacted = stage.world.redact("anna", shown[0].number).await.expect("redacted");
    assert_eq!((redacted[1].number, &redacted[1].what), (shown[1].number, &Seen::Redacted));
    assert_eq!(stage.world.react("anna", shown[1].number, "1\u{fe0f}\u{20e3}").await.expect("reacted")[1..], []);
    assert_holds(only(&stage.ask("anna", "!1").await), &["“1” ken ik niet"]);
}

#[tokio::test]
async fn a_reaction_opens_with_and_without_variation_selector() {
    let mut stage = Stage::new().await;
    let list = stage.ask("anna", "!interventie ouders").await;
    for key in ["2\u{fe0f}\u{20e3}", "2\u{20e3}"] {
        let opened = stage.world.react("bram", list[0].number, key).await.expect("reacted");
        assert_holds(only(&opened[1..]), &["Wie beslist:"]);
    }
}

#[tokio::test]
async fn a_reaction_that_chooses_nothing_is_left_alone() {
    let mut stage = Stage::new().await;
    let list = stage.ask("anna", "!interventie ouders").await;
    assert_eq!(stage.world.react("bram", list[0].number, "👍").await.expect("reacted")[1..], []);
    let own = stage.world.say("anna", "keten", "mooi").await.expect("said")[0].number;
    assert_eq!(stage.world.react("bram", own, "1\u{fe0f}\u{20e3}").await.expect("reacted")[1..], []);
}
