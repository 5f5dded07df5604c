//! The two folders of migrations are in step: same names, and the same tables after them.

use std::collections::BTreeSet;

use super::*;

/// Table, column, whether it may be empty.
type Columns = BTreeSet<(String, String, bool)>;

fn names(folder: &str) -> BTreeSet<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(folder);
    let files = std::fs::read_dir(folder).expect("the folder is read");
    files.map(|file| file.expect("the folder is read").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn both_engines_have_the_same_steps() {
    let (sqlite, postgres) = (names("sqlite"), names("postgres"));
    assert!(!sqlite.is_empty());
    assert_eq!(sqlite, postgres);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_engines_have_the_same_tables() {
    let (sqlite, postgres) = (engine::sqlite().await, engine::postgres().await);
    let in_sqlite = "SELECT tables.name, columns.name, columns.\"notnull\" = 0
         FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
         WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%' AND tables.name <> '_sqlx_migrations'";
    let in_postgres = "SELECT table_name::TEXT, column_name::TEXT, is_nullable = 'YES'
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_sqlx_migrations'";
    let columns = async |on: &Backend, sql: &'static str| -> Columns {
        let rows: Vec<(String, String, bool)> =
            read!(on.store, |pool| sqlx::query_as(sql).fetch_all(pool).await.expect("the columns are read"));
        rows.into_iter().collect()
    };
    let (sqlite, postgres) = (columns(&sqlite, in_sqlite).await, columns(&postgres, in_postgres).await);
    assert!(sqlite.len() > 20, "{sqlite:?}");
    assert_eq!(sqlite, postgres);
}
