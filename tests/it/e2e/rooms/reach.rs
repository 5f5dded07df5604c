//! Guarded words in a room that changes between the decision and the sending; and words of others that are taken back.

use matrix_sdk::ruma::{Int, OwnedUserId};
use schakel::domain::{Deed, EventId, Say};

use super::{INSTEAD, decide, guarded, home, person, said, say, wait_said};

#[tokio::test]
async fn somebody_invited_between_check_and_send_reads_other_words() {
    let home = home();
    let bot = home.started();
    let (anna, bram) = (person("anna").await, person("bram").await);
    let room = anna.room_with(&home.account).await;
    assert_eq!(bot.terminate().0, Some(0));
    decide(&home, &room, vec![], vec![Deed::Say(guarded("alleen voor anna", &[&anna], false))]).await;
    let go = home.path("go");
    let mut bot = home.start_with_failpoint(&format!("before-check:1:hold={}", go.display()));
    bot.wait_ready();
    bot.wait_log("failpoint before-check reached");
    anna.room(&room).invite_user_by_id(&bram.id()).await.unwrap();
    std::fs::write(&go, "").unwrap();
    wait_said(&anna, &room, INSTEAD).await;
    let words = said(&anna, &home, &room).await;
    assert_eq!(words.iter().filter(|said| *said == INSTEAD).count(), 1);
    assert!(!words.contains(&"alleen voor anna".to_owned()));
    // As long as nothing changes, what is decided goes out; the next one is for both.
    assert_eq!(bot.terminate().0, Some(0));
    decide(&home, &room, vec![], vec![Deed::Say(guarded("voor ons allen", &[&anna, &bram], false))]).await;
    let _bot = home.started();
    wait_said(&anna, &room, "voor ons allen").await;
}

#[tokio::test]
async fn an_edit_is_looked_at_again_too() {
    let home = home();
    let bot = home.started();
    let (anna, bram) = (person("anna").await, person("bram").await);
    let room = anna.room_with(&home.account).await;
    assert_eq!(bot.terminate().0, Some(0));
    let row = decide(&home, &room, vec![], vec![Deed::Say(say("voor iedereen", None))]).await;
    let Say { message, reach, .. } = guarded("alleen voor anna", &[&anna], false);
    decide(&home, &room, vec![], vec![Deed::Edit { row, message, choices: vec![], reach }]).await;
    anna.room(&room).invite_user_by_id(&bram.id()).await.unwrap();
    let _bot = home.started();
    wait_said(&anna, &room, &format!("* {INSTEAD}")).await;
    let words = said(&anna, &home, &room).await;
    assert!(words.contains(&"voor iedereen".to_owned()), "{words:?}");
    assert!(!words.iter().any(|said| said.contains("alleen voor anna")));
}

#[tokio::test]
async fn killed_when_other_words_were_to_go_out_they_go_out_once() {
    let home = home();
    let bot = home.started();
    let (anna, bram) = (person("anna").await, person("bram").await);
    let room = anna.room_with(&home.account).await;
    assert_eq!(bot.terminate().0, Some(0));
    decide(&home, &room, vec![], vec![Deed::Say(guarded("alleen voor anna", &[&anna], false))]).await;
    anna.room(&room).invite_user_by_id(&bram.id()).await.unwrap();
    assert_eq!(home.start_with_failpoint("after-send").wait_end(), None);
    let _bot = home.started();
    let asked = anna.say(&room, "!status").await;
    anna.answer_to(&asked).await;
    let words = said(&anna, &home, &room).await;
    assert_eq!(words.iter().filter(|said| *said == INSTEAD).count(), 1, "{words:?}");
    assert!(!words.contains(&"alleen voor anna".to_owned()));
}

#[tokio::test]
async fn with_a_third_person_in_the_direct_room_guarded_words_stay_away() {
    let home = home();
    let bot = home.started();
    let (anna, bram) = (person("anna").await, person("bram").await);
    let room = anna.make_room(&[&home.account], true, true).await;
    anna.wait_introduction(&room, &home.account).await;
    assert_eq!(bot.terminate().0, Some(0));
    decide(&home, &room, vec![], vec![Deed::Say(guarded("onder ons", &[&anna], true))]).await;
    anna.room(&room).invite_user_by_id(&bram.id()).await.unwrap();
    let _bot = home.started();
    wait_said(&anna, &room, INSTEAD).await;
    assert!(!said(&anna, &home, &room).await.contains(&"onder ons".to_owned()));
}

#[tokio::test]
async fn what_somebody_should_not_have_said_is_taken_back_where_the_bot_may() {
    let home = home();
    let bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    let slip = anna.say(&room, "over de jongen van nummer 12").await;
    assert_eq!(bot.terminate().0, Some(0));
    let theirs = || {
        let otherwise = Box::new(say("Haal je bericht zelf weg.", None));
        Deed::RedactTheirs { event: EventId::new(slip.as_str()), otherwise: Some(otherwise) }
    };
    decide(&home, &room, vec![], vec![theirs()]).await;
    let bot = home.started();
    wait_said(&anna, &room, "Haal je bericht zelf weg.").await;
    let still_there =
        |history: Vec<crate::support::person::Seen>| history.iter().any(|seen| seen.body().contains("nummer 12"));
    assert!(still_there(anna.history(&room).await), "the bot has no power there");
    assert_eq!(bot.terminate().0, Some(0));

    let account = OwnedUserId::try_from(home.account.as_str()).unwrap();
    anna.room(&room).update_power_levels(vec![(&account, Int::from(50_u32))]).await.unwrap();
    decide(&home, &room, vec![], vec![theirs()]).await;
    let _bot = home.started();
    anna.wait("the message is gone", |seen| {
        seen.iter().find(|seen| seen.kind == "m.room.redaction" && seen.sender == *home.account).map(|_| ())
    })
    .await;
    assert!(!still_there(anna.history(&room).await));
    let words = said(&anna, &home, &room).await;
    assert_eq!(words.iter().filter(|said| said.starts_with("Haal je bericht")).count(), 1, "only where it could not");
}
