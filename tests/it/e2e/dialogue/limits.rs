//! A whole report under the limits that a homeserver has by default.

use std::time::Duration;

use xtask::homeserver::Limits;

use super::super::{home_on, person_on, server_with};
use super::{SHORT, alone_in_a_team};

#[tokio::test]
async fn under_the_servers_default_limits_a_report_loses_and_doubles_nothing() {
    let server = server_with(Limits::Default);
    let home = home_on(&server);
    let anna = person_on(&server, "anna").await;
    let home = home.bot(&format!("admins = [\"{}\"]", anna.id()));
    let _bot = home.started();
    let mut alone = alone_in_a_team(&anna, &home).await;
    alone.patience = Duration::from_mins(2);
    for (text, expected) in SHORT {
        // There is no list of groups in this team.
        alone.say(if text == "haven" { "overslaan" } else { text }, expected).await;
    }
    // Nobody else is in the team.
    alone.say("verstuur", "nu kan niemand anders dit zien").await;
    alone.say("zo laten", "is verstuurd").await;
    let history = anna.history(&alone.room).await;
    let said = history.iter().filter(|seen| seen.sender == *home.account && seen.kind == "m.room.message").count();
    assert_eq!(said, alone.heard, "each message once by the server's own word");
    assert!(home.log().contains("nothing can be sent now"), "the limit was met: {}", home.log());
}
