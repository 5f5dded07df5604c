//! The homeserver away, slow, restarting, limiting; the bot stopped in the middle.

use std::time::Duration;

use xtask::homeserver::Limits;

use super::{home, home_on, own_server, person_on, server, server_with};
use crate::support::proxy::{Mood, Proxy};

#[tokio::test]
async fn the_homeserver_restarts_and_the_conversation_goes_on() {
    let server = own_server();
    let home = home_on(&server);
    let bot = home.started();
    let anna = person_on(&server, "anna").await;
    let room = anna.room_with(&home.account).await;
    let before = anna.say(&room, "!status").await;
    anna.answer_to(&before).await;
    server.kill().unwrap();
    server.start_again().unwrap();
    let after = anna.say(&room, "!status").await;
    anna.answer_to(&after).await;
    assert_eq!(anna.answers_in_history(&room, std::slice::from_ref(&before)).await[&before].len(), 1);
    assert_eq!(bot.terminate().0, Some(0));
}

#[tokio::test]
async fn it_starts_while_the_homeserver_is_away_and_serves_when_it_comes() {
    let server = own_server();
    let home = home_on(&server);
    home.started().terminate();
    server.stop().unwrap();
    let mut bot = home.start();
    bot.wait_log("the homeserver does not answer yet");
    server.start_again().unwrap();
    bot.wait_ready();
    assert_eq!(bot.terminate().0, Some(0));
}

#[tokio::test]
async fn it_stops_within_five_seconds_whatever_the_server_does() {
    let server = own_server();
    let home = home_on(&server);
    let bot = home.started();
    server.pause().unwrap();
    let (code, took) = bot.terminate();
    server.resume().unwrap();
    assert_eq!(code, Some(0));
    assert!(took < Duration::from_secs(5), "it took {took:?}");
    // Before it is ready, too.
    server.pause().unwrap();
    let bot = home.start();
    tokio::time::sleep(Duration::from_millis(700)).await;
    let (code, took) = bot.terminate();
    server.resume().unwrap();
    assert_eq!(code, Some(0));
    assert!(took < Duration::from_secs(5), "it took {took:?}");
}

// The proxy works while the test waits for the bot's process.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn errors_of_a_gateway_and_late_answers_lose_and_double_nothing() {
    let server = server();
    let proxy = Proxy::before(&server.url()).await;
    let home = home_on(server).through(&proxy.url);
    let _bot = home.started();
    let anna = person_on(server, "anna").await;
    let room = anna.room_with(&home.account).await;
    let mut asked = Vec::new();
    for mood in [Mood::BadGateway, Mood::Away, Mood::Late] {
        proxy.set(mood);
        asked.push(anna.say(&room, "!status").await);
        // Long enough for the bot to run into it; what it does meanwhile is not awaited.
        tokio::time::sleep(Duration::from_secs(2)).await;
        proxy.set(if mood == Mood::Late { Mood::Late } else { Mood::Good });
    }
    for asked in &asked {
        anna.answer_to(asked).await;
    }
    proxy.set(Mood::Good);
    let last = anna.say(&room, "!status").await;
    anna.answer_to(&last).await;
    for (asked, answers) in anna.answers_in_history(&room, &asked).await {
        assert_eq!(answers.len(), 1, "{asked}");
    }
}

#[tokio::test]
async fn under_the_servers_default_limits_nothing_is_lost() {
    let server = server_with(Limits::Default);
    let home = home_on(&server);
    let _bot = home.started();
    let anna = person_on(&server, "anna").await;
    let room = anna.room_with(&home.account).await;
    let mut asked = Vec::new();
    // The bot's own burst is ten; the people are limited alike, so this many go out at once.
    for _ in 0..9 {
        asked.push(anna.say(&room, "!begrip convenant").await);
    }
    let bram = person_on(&server, "bram").await;
    anna.room(&room).invite_user_by_id(&bram.id()).await.unwrap();
    bram.join(&room).await;
    for _ in 0..5 {
        asked.push(bram.say(&room, "!status").await);
    }
    for asked in &asked {
        // Anna has been there from the beginning; Bram cannot read what was said before him.
        anna.wait_for("every answer", Duration::from_secs(150), |seen| {
            seen.iter().find(|seen| seen.reply_to() == Some(asked.as_str())).map(|_| ())
        })
        .await;
    }
    for (asked, answers) in anna.answers_in_history(&room, &asked).await {
        assert_eq!(answers.len(), 1, "{asked}");
    }
    assert!(home.log().contains("nothing can be sent now"), "the limit was met: {}", home.log());
}

#[tokio::test]
async fn a_second_process_with_the_same_account_is_refused() {
    let home = home();
    let _bot = home.started();
    assert_eq!(home.start().wait_end(), Some(1));
    let claimed = format!("{} already works on this database in another process", home.account);
    assert!(home.log().contains(&claimed), "{}", home.log());
    // Another database does not make the device's files free.
    let home = home.database("sqlite:other.db");
    assert_eq!(home.start().wait_end(), Some(1));
    assert!(home.log().contains("is in use by another schakel"), "{}", home.log());
}
