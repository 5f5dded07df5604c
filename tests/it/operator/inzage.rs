//! `schakel inzage`: a request by a young person or a parent, answered by operator and coordinator together.

use std::sync::Arc;

use chrono::TimeDelta;
use schakel::clock;
use schakel::commands::Library;
use schakel::console::{self, World};

use super::Home;

/// A team in which something was said, and the codes that its coordinator got, each so long ago.
async fn played(home: &Home, ago: &[TimeDelta]) -> Vec<String> {
    let settings = std::fs::read_to_string(home.path("bot.toml")).unwrap();
    std::fs::write(home.path("bot.toml"), settings.replace("@schakel:example.org", "@schakel:console")).unwrap();
    let (now, url) = (clock::now(), format!("sqlite:{}", home.path("schakel.db").display()));
    let library = Arc::new(Library::load(None).unwrap());
    let mut me = console::identity(None);
    me.commands_per_minute = 0;
    let mut world = World::open(&url, library, me, now - TimeDelta::days(3)).await.unwrap();
    world.at(now - TimeDelta::days(2));
    for person in ["anna", "bram"] {
        world.enter(person, "keten").await.unwrap();
        world.enter(person, "direct").await.unwrap();
    }
    for (person, room, line) in [
        ("anna", "keten", "!team maak Jeugd West gemeente"),
        ("anna", "keten", "!team lid @bram politie mandaat"),
        ("anna", "keten", "!team groep De Kade"),
        ("bram", "direct", "herinner over 3 dagen bellen over Café de Zwaan"),
        ("bram", "keten", "!afspraak nieuw eerst gemeente, politie: bij café de zwaan belt wie contact heeft"),
    ] {
        let shown = world.say(person, room, line).await.unwrap();
        assert!(shown.len() > 1, "no answer to {line}: {shown:#?}");
    }
    let mut codes = Vec::new();
    for ago in ago {
        world.at(now - *ago);
        codes.push(code(&mut world).await);
    }
    codes
}

async fn code(world: &mut World) -> String {
    let shown = world.say("anna", "direct", "team inzage").await.unwrap();
    let told = shown.iter().find_map(|one| one.text().split("De code is ").nth(1)).expect("a code is told");
    told.split('.').next().expect("it ends").to_owned()
}

#[tokio::test]
async fn numbers_and_kinds_are_told_and_nothing_of_what_they_say() {
    let home = Home::new();
    let codes = played(&home, &[TimeDelta::minutes(5)]).await;
    let said = home.schakel(&["inzage", "--team", "Jeugd West", "--code", &codes[0], "--word", "CAFE de zwaan"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{said:?}");
    for told in ["found in 2 records", "reminders: R-20", "agreements: AF-20", "schakel erase"] {
        assert!(said.out.contains(told), "{told} is not in {said:?}");
    }
    for hidden in ["Zwaan", "zwaan", "bellen", "bram", "@"] {
        assert!(!said.out.contains(hidden), "{hidden} is in {said:?}");
    }
    let log = home.schakel(&["audit", "show"]);
    assert!(log.out.contains("  @anna:console  search_allowed  team/"), "{log:?}");
    assert!(log.out.contains("  operator  searched  team/") && log.out.contains("  count:2"), "{log:?}");
}

#[tokio::test]
async fn a_code_is_good_for_one_search_also_when_nothing_is_found() {
    let home = Home::new();
    let codes = played(&home, &[TimeDelta::minutes(5)]).await;
    let search = ["inzage", "--team", "Jeugd West", "--code", &codes[0], "--word", "olifant"];
    let said = home.schakel(&search);
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(said.out.starts_with("nothing was found"), "{said:?}");
    let again = home.schakel(&search);
    assert_eq!((again.code, again.out.as_str()), (Some(1), ""), "{again:?}");
    assert!(again.err.contains("this code does not open this team"), "{again:?}");
}

#[tokio::test]
async fn without_a_code_of_that_team_and_of_that_day_it_refuses_with_the_same_words() {
    let home = Home::new();
    let codes = played(&home, &[TimeDelta::hours(25)]).await;
    let mut refusals = Vec::new();
    for (team, code) in [("Jeugd West", codes[0].as_str()), ("Jeugd West", "bcdf-bcdf"), ("Jeugd Oost", "bcdf-bcdf")] {
        let said = home.schakel(&["inzage", "--team", team, "--code", code, "--word", "zwaan"]);
        assert_eq!((said.code, said.out.as_str()), (Some(1), ""), "{said:?}");
        refusals.push(said.err);
    }
    assert!(refusals[0].contains("does not open this team") && refusals.iter().all(|one| *one == refusals[0]));
    let log = home.schakel(&["audit", "show"]);
    assert!(!log.out.contains("  searched  "), "{log:?}");
}

#[tokio::test]
async fn a_group_is_found_by_its_alias_however_it_is_written() {
    let home = Home::new();
    let codes = played(&home, &[TimeDelta::minutes(5)]).await;
    let said = home.schakel(&["inzage", "--team", "Jeugd West", "--code", &codes[0], "--group", "de  KADE"]);
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(said.out.contains("found in 1 records") && said.out.contains("the list of groups"), "{said:?}");
    let nothing = home.schakel(&["inzage", "--team", "Jeugd West", "--code", &codes[0]]);
    assert_eq!(nothing.code, Some(2), "something to look for is needed: {nothing:?}");
}
