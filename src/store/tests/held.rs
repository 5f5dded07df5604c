//! Claims about what is held about a person: whoever stands in any of the columns is found, and nobody else.

use super::incidents::contribution;
use super::*;
use crate::domain::evaluation::Stage;
use crate::domain::{RecordKind, RecordNumber};
use crate::store::Trace;
use crate::store::copy::tables::{Kind, tables};
use crate::store::held::Part;

claims!(
    whoever_stands_in_a_column_is_found_there,
    nobody_is_found_who_is_nowhere,
    the_parts_of_an_incident_are_found_with_its_number,
);

/// A person whose name needs care in a statement.
const SOMEBODY: &str = "@o'neil_%:example.org";

/// Fills one row of a table with this person in this column, and with something in every other; straight into the table.
async fn planted(on: &Backend, table: &str, column: &str, value: &str) {
    let layout = tables().find(|one| one.name == table).expect("the table is there");
    let fill = |(name, kind): &(String, Kind)| match kind {
        _ if name == column => format!("'{}'", value.replace('\'', "''")),
        Kind::Number if name == "id" => "1".to_owned(),
        Kind::Number => "7".to_owned(),
        Kind::Flag => "FALSE".to_owned(),
        Kind::Text if table == "due" && name == "kind" => "'invitation'".to_owned(),
        Kind::Text => "'x'".to_owned(),
        Kind::Bytes => "X''".to_owned(),
    };
    let values: Vec<String> = layout.columns.iter().map(fill).collect();
    let sql = format!("INSERT INTO {table} ({}) VALUES ({})", layout.column_names(), values.join(", "));
    let crate::store::Pool::Sqlite { pool, .. } = &on.store.pool else { return };
    let mut connection = pool.acquire().await.expect("a connection");
    sqlx::query("PRAGMA foreign_keys = OFF").execute(&mut *connection).await.expect("it is off");
    let planted = sqlx::query(sqlx::AssertSqlSafe(sql.clone())).execute(&mut *connection).await;
    planted.unwrap_or_else(|error| panic!("{sql}: {error}"));
    sqlx::query("PRAGMA foreign_keys = ON").execute(&mut *connection).await.expect("it is on again");
}

/// Takes all rows of a table away.
async fn emptied(on: &Backend, table: &str) {
    let crate::store::Pool::Sqlite { pool, .. } = &on.store.pool else { return };
    let sql = format!("DELETE FROM {table}");
    sqlx::query(sqlx::AssertSqlSafe(sql)).execute(pool).await.expect("the rows go");
}

/// The statements are the same on both engines, and all of them run on both; rows are planted in the one whose columns take anything.
async fn whoever_stands_in_a_column_is_found_there(on: Backend) {
    let somebody = UserId::new(SOMEBODY);
    assert_eq!(on.store.traces(&somebody).await.expect("it is looked"), []);
    if on.file().is_none() {
        return;
    }
    for (table, column, part) in crate::store::held::looked_into() {
        let value = match (table, column) {
            ("due", _) => format!("!room:x {SOMEBODY}"),
            ("audit", "record") => format!("member/{SOMEBODY}"),
            // A room of theirs must be known.
            (_, "room_id") => {
                planted(&on, "direct_room", "person", SOMEBODY).await;
                "x".to_owned()
            }
            _ => SOMEBODY.to_owned(),
        };
        planted(&on, table, column, &value).await;
        let found = on.store.traces(&somebody).await.expect("it is looked");
        assert!(found.iter().any(|trace| trace.part == part), "{table}.{column}: {found:?}");
        for other in ["@o'neil_:example.org", "@Xo'neil_%:example.org", "neil_%:example.org"] {
            let found = on.store.traces(&UserId::new(other)).await.expect("it is looked");
            assert!(found.iter().all(|trace| trace.part != part), "{table}.{column} for {other}: {found:?}");
        }
        emptied(&on, table).await;
        emptied(&on, "direct_room").await;
    }
    let hash = on.store.name_hash("aftercare", SOMEBODY).await.expect("a hash");
    let sql = "INSERT INTO aftercare (aftercare_id, account, person_hash, plan) VALUES ('a1', 'x', $1, $1)";
    on.damage(sql, &hash).await;
    on.run("INSERT INTO due (account, kind, subject, at_ms) VALUES ('x', 'check_in', 'a1', 17)").await;
    let found = on.store.traces(&somebody).await.expect("it is looked");
    let plans: Vec<_> = found.iter().map(|trace| (trace.part, trace.at_ms)).collect();
    assert_eq!(plans, [(Part::Aftercare, Some(17))]);
}

async fn nobody_is_found_who_is_nowhere(on: Backend) {
    on.with_room(&room("kade")).await;
    assert_eq!(on.store.traces(&bilal()).await.expect("it is looked"), []);
}

async fn the_parts_of_an_incident_are_found_with_its_number(on: Backend) {
    on.with_action().await;
    on.it_goes(vec![contribution("c1", Stage::Before, bilal())]).await;
    let parts = |traces: Vec<Trace>| {
        let of_incident = |trace: &Trace| trace.row.starts_with("I-") || trace.row.starts_with("A-");
        let mut parts: Vec<(Part, String)> =
            traces.into_iter().filter(of_incident).map(|trace| (trace.part, trace.row)).collect();
        parts.sort();
        parts
    };
    let incident = RecordNumber::new(RecordKind::Incident, 2026, 1).to_string();
    let action = RecordNumber::new(RecordKind::Action, 2026, 1).to_string();
    let hers = parts(on.store.traces(&anna()).await.expect("it is looked"));
    assert_eq!(hers, [(Part::IncidentWritten, incident.clone()), (Part::IncidentLine, format!("{incident}/1"))]);
    let his = parts(on.store.traces(&bilal()).await.expect("it is looked"));
    assert_eq!(his, [(Part::IncidentSaid, incident), (Part::ActionOwned, action)]);
}
