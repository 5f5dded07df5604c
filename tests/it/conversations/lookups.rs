//! Questions and their answers: entries, lists, numbers, threads, direct rooms, introductions.

use schakel::console::Seen;
use schakel::domain::Language;

use super::{Stage, assert_holds, items, only, thread_of};

#[tokio::test]
async fn the_bot_introduces_itself_once_to_a_room() {
    let mut stage = Stage::with(|me| me.notice.run_by = "Carla, 0800-1234".to_owned()).await;
    let shown = stage.world.enter("anna", "keten").await.expect("the room");
    assert_holds(only(&shown), &["Schakel", "!hulp", "kunnen lezen", "Carla, 0800-1234", "112"]);
    assert_eq!(stage.world.enter("bram", "keten").await.expect("the room"), []);
}

#[tokio::test]
async fn a_direct_room_is_greeted_with_examples_without_a_prefix() {
    let mut stage = Stage::new().await;
    let shown = stage.world.enter("anna", "direct").await.expect("the room");
    assert_holds(only(&shown), &["- interventie ", "- begrip ", "- hulp", "112"]);
    assert!(!only(&shown).contains("!interventie"), "{}", only(&shown));
}

#[tokio::test]
async fn a_slug_gives_the_whole_entry() {
    let mut stage = Stage::new().await;
    let shown = stage.ask("anna", "!interventie huisbezoek").await;
    assert_holds(
        only(&shown),
        &["Huisbezoek (huisbezoek)", "Past bij:", "Niet als:", "Wie beslist:", "Grens:", "Bronnen:"],
    );
}

#[tokio::test]
async fn an_english_word_for_the_command_is_understood_and_the_answer_stays_dutch() {
    let mut stage = Stage::new().await;
    let shown = stage.ask("anna", "!intervention huisbezoek").await;
    assert_holds(only(&shown), &["Wie beslist:"]);
}

#[tokio::test]
async fn an_english_bot_answers_in_english() {
    let mut stage = Stage::with(|me| me.language = Language::English).await;
    let shown = stage.ask("anna", "!intervention huisbezoek").await;
    assert_holds(only(&shown), &["Home visit (huisbezoek)", "Who decides:", "Sources:"]);
    let shown = stage.ask("anna", "!intervention phase:nonsense").await;
    assert_holds(only(&shown), &["I do not know “nonsense” for phase", "aftercare"]);
    let shown = stage.ask("anna", "!help").await;
    assert_holds(only(&shown), &["!intervention", "Danger now? Call 112."]);
}

#[tokio::test]
async fn an_english_list_is_paged_and_opened_in_english() {
    let mut stage = Stage::with(|me| me.language = Language::English).await;
    assert_holds(only(&stage.ask("anna", "!matrix actor:police").await), &["(1–5 of", "!more"]);
    assert_holds(only(&stage.ask("anna", "!more").await), &["(6–10 of"]);
    assert_holds(only(&stage.ask("anna", "!2").await), &["Who decides:"]);
}

#[tokio::test]
async fn a_number_opens_its_entry_of_the_list() {
    let mut stage = Stage::new().await;
    let shown = stage.ask("anna", "!interventie ouders").await;
    let second = items(only(&shown))[1].to_owned();
    let slug = second.split(['(', ')']).nth(1).expect("a slug").to_owned();
    let shown = stage.ask("anna", "!2").await;
    assert_holds(only(&shown), &[&format!("({slug})"), "Wie beslist:"]);
}

#[tokio::test]
async fn meer_gives_the_next_page_and_its_numbers_open_that_page() {
    let mut stage = Stage::new().await;
    let first = stage.ask("anna", "!interventie wie:politie").await;
    assert_holds(only(&first), &["(1 t/m 5 van", "!meer"]);
    let second = stage.ask("anna", "!meer").await;
    assert_holds(only(&second), &["(6 t/m 10 van"]);
    let slug = items(only(&second))[0].split(['(', ')']).nth(1).expect("a slug").to_owned();
    let shown = stage.ask("anna", "!1").await;
    assert_holds(only(&shown), &[&format!("({slug})")]);
}

#[tokio::test]
async fn somebody_elses_list_is_not_opened_by_a_bare_number() {
    let mut stage = Stage::new().await;
    stage.ask("anna", "!interventie ouders").await;
    let shown = stage.ask("bram", "!1").await;
    assert_holds(only(&shown), &["“1” ken ik niet"]);
}

#[tokio::test]
async fn a_reply_to_a_list_opens_it_for_anybody() {
    let mut stage = Stage::new().await;
    let list = stage.ask("anna", "!interventie ouders").await;
    let shown = stage.world.reply("bram", list[0].number, "1").await.expect("said");
    assert_holds(only(&shown[1..]), &["Wie beslist:"]);
}

#[tokio::test]
async fn people_who_reply_to_the_bot_to_talk_to_each_other_get_no_answer() {
    let mut stage = Stage::new().await;
    let list = stage.ask("anna", "!interventie ouders").await;
    let shown = stage.world.reply("bram", list[0].number, "dat lijkt me een goed idee").await.expect("said");
    assert_eq!(shown[1..], []);
}

#[tokio::test]
async fn a_number_beyond_the_list_is_told_how_far_it_goes() {
    let mut stage = Stage::new().await;
    stage.ask("anna", "!interventie wie:politie").await;
    assert_eq!(only(&stage.ask("anna", "!9").await), "Kies een nummer van 1 tot en met 5.");
}

#[tokio::test]
async fn a_direct_room_needs_no_prefix_and_takes_one() {
    let mut stage = Stage::new().await;
    for text in ["interventie huisbezoek", "!interventie huisbezoek", "Interventie huisbezoek"] {
        let shown = stage.ask_in("direct", "anna", text).await;
        assert_holds(only(&shown), &["Huisbezoek (huisbezoek)"]);
    }
    let list = stage.ask_in("direct", "anna", "interventie ouders").await;
    assert_holds(only(&list), &["Typ 1 tot "]);
    assert_holds(only(&stage.ask_in("direct", "anna", "1").await), &["Wie beslist:"]);
}

#[tokio::test]
async fn talk_in_a_shared_room_is_left_alone() {
    let mut stage = Stage::new().await;
    for text in ["interventie huisbezoek", "wat een dag", "!!!", "2"] {
        assert_eq!(stage.ask("anna", text).await, [], "{text}");
    }
}

#[tokio::test]
async fn an_answer_in_a_shared_room_replies_to_its_question() {
    let mut stage = Stage::new().await;
    stage.world.enter("anna", "keten").await.expect("the room");
    let shown = stage.world.say("anna", "keten", "!status").await.expect("said");
    let Seen::Said { reply_to, .. } = &shown[1].what else { panic!("{shown:?}") };
    assert_eq!(*reply_to, Some(shown[0].number));
}

#[tokio::test]
async fn an_answer_stays_in_the_thread_of_its_question() {
    let mut stage = Stage::new().await;
    stage.world.enter("anna", "keten").await.expect("the room");
    let root = stage.world.say("anna", "keten", "over gisteren").await.expect("said")[0].number;
    let list = stage.world.say_in_thread("anna", root, "!interventie ouders").await.expect("said");
    assert_eq!(thread_of(&list[1]), Some(root));
    let opened = stage.world.say_in_thread("anna", root, "!1").await.expect("said");
    assert_eq!(thread_of(&opened[1]), Some(root));
    assert_holds(opened[1].text(), &["Wie beslist:"]);
}

#[tokio::test]
async fn a_list_in_a_thread_is_not_opened_from_outside_it() {
    let mut stage = Stage::new().await;
    stage.world.enter("anna", "keten").await.expect("the room");
    let root = stage.world.say("anna", "keten", "over gisteren").await.expect("said")[0].number;
    stage.world.say_in_thread("anna", root, "!interventie ouders").await.expect("said");
    assert_holds(only(&stage.ask("anna", "!1").await), &["“1” ken ik niet"]);
}

#[tokio::test]
async fn a_reaction_opens_in_the_thread_of_the_list() {
    let mut stage = Stage::new().await;
    stage.world.enter("anna", "keten").await.expect("the room");
    let root = stage.world.say("anna", "keten", "over gisteren").await.expect("said")[0].number;
    let list = stage.world.say_in_thread("anna", root, "!interventie ouders").await.expect("said");
    let opened = stage.world.react("anna", list[1].number, "1\u{fe0f}\u{20e3}").await.expect("reacted");
    assert_eq!(thread_of(&opened[1]), Some(root));
    assert_holds(opened[1].text(), &["Wie beslist:"]);
}

#[tokio::test]
async fn thanks_are_met_with_a_word_and_no_search() {
    let mut stage = Stage::new().await;
    for thanks in ["Schakel: bedankt!", "Schakel, thanks!", "Schakel: thank you"] {
        assert_holds(only(&stage.ask("anna", thanks).await), &["Dag! Typ !hulp"]);
    }
}
