//! `schakel audit verify` and `show`: exit codes and words.

use schakel::clock;
use schakel::domain::audit::{Action, Actor, Detail, Entry};
use schakel::domain::{TeamId, UserId};
use schakel::store::Store;

use super::Home;

async fn act(store: &Store, row: &str) {
    let anna = Actor::Person(UserId::new("@anna:example.org"));
    let act = Entry::new(1_795_539_612_000, anna, Action::Read, "agreement", row).of(&TeamId::new("t1"));
    store.note(&act.with(Detail::Version(2))).await.unwrap();
}

/// A home in whose log three acts stand, and a mark of the second.
async fn home() -> Home {
    let home = Home::new();
    let store = home.store().await;
    act(&store, "AF-2026-k7qd").await;
    act(&store, "AF-2026-k7qf").await;
    store.mark_day(&home.path("audit-marks"), clock::now()).await.unwrap().unwrap();
    act(&store, "AF-2026-k7qg").await;
    store.close().await;
    home
}

#[tokio::test]
async fn a_whole_log_is_said_to_be_whole_with_what_that_does_not_prove() {
    let said = home().await.schakel(&["audit", "verify"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{said:?}");
    assert!(
        said.out.starts_with("the audit log is whole: 3 rows, the newest is 3; it agrees with 1 mark\n"),
        "{said:?}"
    );
    assert!(said.out.contains("what this cannot prove:\n- row 3 is younger than the newest mark"), "{said:?}");
}

#[tokio::test]
async fn whatever_was_done_to_a_log_is_said_in_a_sentence_each() {
    let home = home().await;
    home.run_sql("UPDATE audit SET actor = '@bilal:example.org' WHERE number = 1").await;
    home.run_sql("DELETE FROM audit WHERE number = 3").await;
    let said = home.schakel(&["audit", "verify"]);
    assert_eq!(said.code, Some(1));
    assert_eq!(
        said.err,
        "schakel: row 1 was changed after being written\nschakel: the end was cut off: row 3 is gone\n"
    );
}

#[tokio::test]
async fn marks_from_elsewhere_are_compared_and_must_be_marks() {
    let home = home().await;
    let marks = home.path("elsewhere");
    let with = ["audit", "verify", "--marks", marks.to_str().unwrap()];
    assert_eq!(home.schakel(&with).code, Some(1), "it is not there");
    std::fs::write(&marks, format!("2026-11-20T03:00:00Z 2 {}\n", "0f".repeat(32))).unwrap();
    let said = home.schakel(&with);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("the mark of 2026-11-20T03:00:00Z knows another row 2"), "{said:?}");
    std::fs::write(&marks, "nothing\n").unwrap();
    let said = home.schakel(&with);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("line 1: it is no mark"), "{said:?}");
}

#[tokio::test]
async fn looking_into_the_log_shows_it_and_is_noted() {
    let home = home().await;
    let said = home.schakel(&["audit", "show", "--record", "AF-2026-k7qf"]);
    let line = "2  2026-11-24 18:00:12 +01:00  @anna:example.org  read  agreement/AF-2026-k7qf  t1  version:2\n";
    assert_eq!((said.code, said.out.as_str()), (Some(0), line), "{said:?}");
    let said = home.schakel(&["audit", "show", "--limit", "2"]);
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(
        lines[0].starts_with("3  ") && lines[1].contains("  operator  log_read  audit/all  -  count:100"),
        "{said:?}"
    );
    assert_eq!(home.schakel(&["audit", "verify"]).code, Some(0));
}

#[tokio::test]
async fn what_is_not_there_is_said_and_nothing_is_made() {
    let home = Home::new();
    let said = home.schakel(&["audit", "show"]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("schakel.db is not there"), "{said:?}");
    assert!(!home.path("schakel.db").exists() && !home.path("schakel.key").exists());
    home.store().await.close().await;
    let said = home.schakel(&["audit", "show", "--team", "Noord"]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("no team is called `Noord`"), "{said:?}");
}
