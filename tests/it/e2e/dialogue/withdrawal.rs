//! A signal that is taken back is gone: from every room, as far as the bot may, and from the files.

use super::super::sealed::files_with;
use super::{Alone, Chain, SHORT, ask, gone, left};

/// Only the reporter's text says it.
const PLANTED: &str = "zwanenburgsluis";

#[tokio::test]
async fn what_is_withdrawn_is_taken_away_wherever_it_was_shown_and_lies_in_no_file() {
    let chain = Chain::new().await;
    let Chain { home, bram, carla, cees, room, .. } = &chain;
    let mut alone = chain.reporting(carla).await;
    for (text, expected) in SHORT {
        alone.say(if text == "politie" { "alle partners" } else { text }, expected).await;
    }
    let number = alone.sends().await;
    // Shown in the chain room, to a colleague alone, and to the reporter.
    ask(bram, room, &format!("!signaal {number}"), PLANTED).await;
    let mut of_cees = Alone::made(cees, &home.account).await;
    of_cees.say(&format!("signaal {number}"), PLANTED).await;
    alone.say(&format!("signaal {number}"), PLANTED).await;
    assert!(left(carla, &alone.room, PLANTED).await.len() >= 3, "the answer, the summary, what was shown");

    alone.say(&format!("signaal {number} intrek"), "Weet je zeker").await;
    alone.say(&format!("signaal {number} intrek ja"), "is ingetrokken").await;
    gone(bram, room, PLANTED).await;
    gone(cees, &of_cees.room, PLANTED).await;
    gone(carla, &alone.room, PLANTED).await;
    let told = ask(bram, room, &format!("!signaal {number}"), "privé").await;
    assert!(!told.contains(PLANTED));
    // The notice is gone too; the number stands only in what was just asked.
    let notices = left(bram, room, "ieuw signaal").await;
    assert!(notices.is_empty(), "{notices:#?}");
    let found = files_with(home.folder.path(), PLANTED);
    assert_eq!(found, Vec::<String>::new(), "while it runs");
    assert_eq!(chain.bot.terminate().0, Some(0));
    assert_eq!(files_with(chain.home.folder.path(), PLANTED), Vec::<String>::new(), "after a clean stop");
}
