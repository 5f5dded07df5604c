//! What people see when they talk to the bot: whole conversations through inbox, bot and outbox.

use chrono::{DateTime, TimeDelta, Utc};
use schakel::bot::Identity;
use schakel::commands::Library;
use schakel::console::{self, Seen, Shown, World};
use schakel::domain::{Language, Pill, Said, UserId};
use tempfile::TempDir;

/// A world in a folder that is removed with it. It is a minute after the bot's first login.
struct Stage {
    world: World,
    now: DateTime<Utc>,
    folder: TempDir,
}

impl Stage {
    async fn new() -> Self {
        Self::with(|_| {}).await
    }

    async fn with(change: impl FnOnce(&mut Identity)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut me = console::identity(None);
        change(&mut me);
        let library = Library::load(None).expect("the built-in catalogue is sound");
        let now = DateTime::from_timestamp(1_795_500_000, 0).expect("a moment");
        let url = format!("sqlite:{}", folder.path().join("bot.db").display());
        let world = World::open(&url, library, me, now).await.expect("a database");
        let mut stage = Self { world, now, folder };
        stage.pass(TimeDelta::minutes(60));
        stage
    }

    fn pass(&mut self, time: TimeDelta) {
        self.now += time;
        self.world.at(self.now);
    }

    /// Says something in a shared room; gives the bot's answers, after its introduction.
    async fn ask(&mut self, person: &str, text: &str) -> Vec<Shown> {
        self.ask_in("keten", person, text).await
    }

    async fn ask_in(&mut self, room: &str, person: &str, text: &str) -> Vec<Shown> {
        self.world.enter(person, room).await.expect("the room");
        let shown = self.world.say(person, room, text).await.expect("said");
        shown[1..].to_vec()
    }
}

/// The text of the only answer.
#[track_caller]
fn only(shown: &[Shown]) -> &str {
    assert_eq!(shown.len(), 1, "{shown:#?}");
    shown[0].text()
}

#[track_caller]
fn assert_holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "“{part}” is not in:\n{text}");
    }
}

/// The lines of a numbered list.
fn items(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_digit())).collect()
}

fn thread_of(shown: &Shown) -> Option<usize> {
    match &shown.what {
        Seen::Said { thread, .. } => *thread,
        _ => None,
    }
}

#[tokio::test]
async fn the_bot_introduces_itself_once_to_a_room() {
    let mut stage = Stage::with(|me| me.contacts = "Carla, 0800-1234".to_owned()).await;
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
    assert_holds(only(&shown), &["Huisbezoek (huisbezoek)", "Past bij:", "Niet als:", "Wie beslist:", "Grens:", "Bronnen:"]);
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
    assert_holds(only(&first), &["(1 tot 5 van", "!meer"]);
    let second = stage.ask("anna", "!meer").await;
    assert_holds(only(&second), &["(6 tot "]);
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
async fn an_edit_that_comes_too_fast_leaves_the_answer() {
    let mut stage = Stage::with(|me| me.commands_per_minute = 1).await;
    stage.world.enter("anna", "keten").await.expect("the room");
    let shown = stage.world.say("anna", "keten", "!status").await.expect("said");
    stage.ask("anna", "!status").await;
    let edited = stage.world.edit("anna", shown[0].number, "!hulp").await.expect("edited");
    assert_eq!(edited[1..], []);
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
    let library = Library::load(None).expect("the built-in catalogue is sound");
    let later = stage.now + TimeDelta::minutes(1);
    stage.world = World::open(&url, library, console::identity(None), later).await.expect("a database");
    assert_holds(only(&stage.ask("anna", "!1").await), &["Wie beslist:"]);
}

#[tokio::test]
async fn a_script_becomes_a_plain_transcript() {
    let stage = Stage::new().await;
    let lines = "!interventie ouders\n/react 3 1\n/as bram\nhoi\n/edit 2 mag niet\n/in direct\nhulp\n/dans\n/quit\nnooit\n";
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
