//! What is particular to PostgreSQL: how it is opened, and which of its errors pass.

use std::time::Duration;

use sqlx::PgPool;
use sqlx::error::DatabaseError;
use sqlx::migrate::Migrator;
use sqlx::postgres::PgPoolOptions;

use super::StoreError;

pub(super) static MIGRATIONS: Migrator = sqlx::migrate!("migrations/postgres");

const CONNECTIONS: u32 = 8;

pub(super) async fn connect(url: &str) -> Result<PgPool, StoreError> {
    let options = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(Duration::from_secs(10));
    Ok(options.connect(url).await?)
}

pub(super) async fn migrate(pool: &PgPool) -> Result<(), StoreError> {
    Ok(MIGRATIONS.run(pool).await?)
}

pub(super) fn may_pass(error: &dyn DatabaseError) -> bool {
    // Classes 08 connection, 40 rolled back, 53 out of resources, 57 stopping by an operator.
    error
        .try_downcast_ref::<sqlx::postgres::PgDatabaseError>()
        .is_some_and(|error| ["08", "40", "53", "57"].iter().any(|class| error.code().starts_with(class)))
}
