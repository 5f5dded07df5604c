//! `schakel erase` and `schakel erasures`: which record is meant, and what is said of it.

use super::Home;

/// A home with an agreement of each of these teams, all with the same number. What they say does not matter here.
async fn home(teams: &[&'static str]) -> Home {
    let home = Home::new();
    home.store().await.close().await;
    for sql in teams {
        home.run_sql(sql).await;
    }
    home
}

const WEST: &str = "INSERT INTO record_key (record, master, wrapped)
                    SELECT 'agreement/west/AF-2026-k7qd', master, wrapped FROM record_key WHERE record = 'hash/names'";
const OOST: &str = "INSERT INTO record_key (record, master, wrapped)
                    SELECT 'agreement/oost/AF-2026-k7qd', master, wrapped FROM record_key WHERE record = 'hash/names'";

#[tokio::test]
async fn a_record_is_erased_once_under_the_name_that_the_log_gives_it() {
    let home = home(&[WEST]).await;
    let said = home.schakel(&["erase", "agreement/AF-2026-k7qd"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{said:?}");
    assert!(said.out.starts_with("erased: its texts open nowhere any more"), "{said:?}");
    let again = home.schakel(&["erase", "agreement/AF-2026-k7qd"]);
    assert_eq!(again.code, Some(1));
    assert!(again.err.contains("there is no such record, or it was erased before"), "{again:?}");
    let list = home.schakel(&["erasures"]);
    assert!(list.code == Some(0) && list.out.contains("agreement/west/AF-2026-k7qd"), "{list:?}");
    let log = home.schakel(&["audit", "show", "--record", "AF-2026-k7qd"]);
    assert!(log.out.contains("operator  erased  agreement/AF-2026-k7qd"), "{log:?}");
}

#[tokio::test]
async fn where_two_teams_have_the_number_the_whole_name_is_asked_for() {
    let home = home(&[WEST, OOST]).await;
    let said = home.schakel(&["erase", "agreement/AF-2026-k7qd"]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("nothing was erased") && said.err.contains("agreement/oost/AF-2026-k7qd"), "{said:?}");
    assert_eq!(home.schakel(&["erase", "agreement/oost/AF-2026-k7qd"]).code, Some(0));
    assert_eq!(home.schakel(&["erase", "agreement/AF-2026-k7qd"]).code, Some(0), "now only one is left");
}

#[tokio::test]
async fn what_the_bot_needs_itself_and_what_is_no_record_is_not_erased() {
    let home = home(&[WEST]).await;
    for name in
        ["hash/names", "hash/audit", "", "agreement", "agreement/", "AF-2026-k7qd", "agreement/7qd", "agreement/%"]
    {
        let said = home.schakel(&["erase", name]);
        assert_eq!(said.code, Some(1), "{name}: {said:?}");
    }
    assert_eq!(home.schakel(&["audit", "verify"]).code, Some(0));
}
