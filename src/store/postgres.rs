//! What is particular to PostgreSQL: how it is opened, and which of its errors pass.

use std::time::Duration;

use sqlx::PgPool;
use sqlx::error::DatabaseError;
use sqlx::migrate::Migrator;
use sqlx::postgres::PgPoolOptions;

use super::StoreError;

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/postgres");

const CONNECTIONS: u32 = 8;

pub(super) async fn open(url: &str) -> Result<PgPool, StoreError> {
    let pool =
        PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(Duration::from_secs(10)).connect(url).await?;
    MIGRATIONS.run(&pool).await?;
    Ok(pool)
}

pub(super) fn may_pass(error: &dyn DatabaseError) -> bool {
    // Classes 08 connection, 40 rolled back, 53 out of resources, 57 stopping by an operator.
    error
        .try_downcast_ref::<sqlx::postgres::PgDatabaseError>()
        .is_some_and(|error| ["08", "40", "53", "57"].iter().any(|class| error.code().starts_with(class)))
}
