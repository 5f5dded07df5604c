//! A whole database in one transaction: every row of every table read, or written into an empty one.

use futures_util::stream::BoxStream;
use futures_util::{StreamExt as _, TryStreamExt as _};
use sqlx::postgres::PgArguments;
use sqlx::query::Query;
use sqlx::sqlite::SqliteArguments;
use sqlx::{AssertSqlSafe, ColumnIndex, Decode, Postgres, Row, Sqlite, Transaction};

use super::{Kind, Layout, Tally, Value};
use crate::store::{Pool, StoreError, postgres, sqlite};

/// Rows that are read or written at a time; times their columns it stays below what a statement may bind.
const BATCH: usize = 200;

/// One transaction over all tables.
pub(crate) enum Whole {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// Runs a body once per engine with `$tx` as the connection.
macro_rules! on {
    ($whole:expr, |$tx:ident| $body:expr) => {
        match $whole {
            Whole::Sqlite(transaction) => {
                let $tx = &mut **transaction;
                $body
            }
            Whole::Postgres(transaction) => {
                let $tx = &mut **transaction;
                $body
            }
        }
    };
}
pub(crate) use on;

impl Whole {
    /// One unchanging state of everything, while others go on writing.
    pub(crate) async fn reading(pool: &Pool) -> Result<Self, StoreError> {
        Ok(match pool {
            Pool::Sqlite { pool, .. } => Self::Sqlite(pool.begin().await?),
            Pool::Postgres { pool } => {
                Self::Postgres(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        })
    }

    /// To write everything, or nothing.
    pub(crate) async fn writing(pool: &Pool) -> Result<Self, StoreError> {
        Ok(match pool {
            Pool::Sqlite { pool, .. } => Self::Sqlite(pool.begin_with("BEGIN IMMEDIATE").await?),
            Pool::Postgres { pool } => Self::Postgres(pool.begin().await?),
        })
    }

    pub(crate) async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(transaction) => transaction.commit().await?,
            Self::Postgres(transaction) => transaction.commit().await?,
        }
        Ok(())
    }

    /// Brings an empty database's tables to a step (the newest for none), ready to be filled; nothing when something is in it.
    /// One in which a bot was only started, or `check` ran, is empty too.
    pub(crate) async fn prepare(&mut self, step: Option<i64>) -> Result<Option<()>, StoreError> {
        let there = self.tables_there().await?;
        let ours = there.iter().any(|name| name == "_sqlx_migrations");
        if !there.is_empty() && !ours {
            return Ok(None);
        }
        for table in there.iter().filter(|name| *name != "_sqlx_migrations") {
            let some = match table.as_str() {
                // What every start makes for itself.
                "master_key" => continue,
                "record_key" => " WHERE record NOT LIKE 'hash/%'",
                "audit_head" => " WHERE number > 0",
                _ => "",
            };
            let count = AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}{some}"));
            let rows: i64 = on!(self, |tx| sqlx::query_scalar(count).fetch_one(tx).await?);
            if rows > 0 {
                return Ok(None);
            }
        }
        self.migrate(step).await?;
        for sql in ["DELETE FROM audit_head", "DELETE FROM record_key", "DELETE FROM master_key"] {
            on!(self, |tx| sqlx::query(sql).execute(tx).await.map(|_| ())?);
        }
        Ok(Some(()))
    }

    /// Brings the tables to a step, or to the newest.
    pub(crate) async fn migrate(&mut self, step: Option<i64>) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(transaction) => sqlite::MIGRATIONS.run_direct(step, &mut **transaction, false).await?,
            Self::Postgres(transaction) => postgres::MIGRATIONS.run_direct(step, &mut **transaction, false).await?,
        }
        Ok(())
    }

    /// The newest step that the database has taken.
    pub(crate) async fn step(&mut self) -> Result<i64, StoreError> {
        Ok(on!(self, |tx| sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(tx).await?))
    }

    async fn tables_there(&mut self) -> Result<Vec<String>, StoreError> {
        Ok(match self {
            Self::Sqlite(transaction) => {
                let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
                sqlx::query_scalar(sql).fetch_all(&mut **transaction).await?
            }
            Self::Postgres(transaction) => {
                let sql = "SELECT tablename::TEXT FROM pg_tables WHERE schemaname = 'public'";
                sqlx::query_scalar(sql).fetch_all(&mut **transaction).await?
            }
        })
    }

    /// All rows of a table, some at a time.
    pub(crate) fn rows<'w>(&'w mut self, table: &'w Layout) -> Rows<'w> {
        let sql = AssertSqlSafe(format!("SELECT {} FROM {}", table.column_names(), table.name));
        let stream = match self {
            Self::Sqlite(transaction) => {
                let rows = sqlx::query(sql).fetch(&mut **transaction);
                rows.map(|row| row.and_then(|row| values(&row, table))).boxed()
            }
            Self::Postgres(transaction) => {
                let rows = sqlx::query(sql).fetch(&mut **transaction);
                rows.map(|row| row.and_then(|row| values(&row, table))).boxed()
            }
        };
        Rows(stream)
    }

    /// What tells whether another side has the same rows.
    pub(crate) async fn tally(&mut self, table: &Layout) -> Result<Tally, StoreError> {
        let mut tally = Tally::default();
        let mut rows = self.rows(table);
        loop {
            let batch = rows.next_batch().await?;
            if batch.is_empty() {
                return Ok(tally);
            }
            for row in &batch {
                tally.add(row);
            }
        }
    }

    /// Adds rows, with the numbers that they have.
    pub(crate) async fn insert(&mut self, table: &Layout, rows: &[Vec<Value>]) -> Result<(), StoreError> {
        for rows in rows.chunks(BATCH) {
            let mut number = 0;
            let mut places = Vec::with_capacity(rows.len());
            for _ in rows {
                let row = table.columns.iter().map(|_| {
                    number += 1;
                    format!("${number}")
                });
                places.push(format!("({})", row.collect::<Vec<_>>().join(", ")));
            }
            let own =
                if matches!(self, Self::Postgres(_)) && table.is_counted() { "OVERRIDING SYSTEM VALUE" } else { "" };
            let (name, columns, places) = (&table.name, table.column_names(), places.join(", "));
            let sql = AssertSqlSafe(format!("INSERT INTO {name} ({columns}) {own} VALUES {places}"));
            match self {
                Self::Sqlite(transaction) => {
                    let mut query = sqlx::query(sql).persistent(false);
                    for (value, (_, kind)) in rows.iter().flat_map(|row| row.iter().zip(&table.columns)) {
                        query = bind_sqlite(query, value, *kind);
                    }
                    query.execute(&mut **transaction).await?;
                }
                Self::Postgres(transaction) => {
                    let mut query = sqlx::query(sql).persistent(false);
                    for (value, (_, kind)) in rows.iter().flat_map(|row| row.iter().zip(&table.columns)) {
                        query = bind_postgres(query, value, *kind);
                    }
                    query.execute(&mut **transaction).await?;
                }
            }
        }
        Ok(())
    }

    /// The last number that the engine gave to a row of this table; 0 when it gave none, or does not count.
    pub(crate) async fn counter(&mut self, table: &Layout) -> Result<i64, StoreError> {
        if !table.is_counted() {
            return Ok(0);
        }
        let last: Option<Option<i64>> = match self {
            Self::Sqlite(transaction) => {
                let sql = "SELECT MAX(seq) FROM sqlite_sequence WHERE name = $1";
                sqlx::query_scalar(sql).bind(table.name.as_str()).fetch_optional(&mut **transaction).await?
            }
            Self::Postgres(transaction) => {
                let sql = "SELECT pg_sequence_last_value(pg_get_serial_sequence($1, 'seq')::regclass)";
                sqlx::query_scalar(sql).bind(table.name.as_str()).fetch_optional(&mut **transaction).await?
            }
        };
        Ok(last.flatten().unwrap_or(0))
    }

    /// Has the engine count on from here.
    pub(crate) async fn set_counter(&mut self, table: &Layout, last: i64) -> Result<(), StoreError> {
        if !table.is_counted() || last < 1 {
            return Ok(());
        }
        match self {
            Self::Sqlite(transaction) => {
                for sql in [
                    "DELETE FROM sqlite_sequence WHERE name = $1 AND $2 > 0",
                    "INSERT INTO sqlite_sequence VALUES ($1, $2)",
                ] {
                    sqlx::query(sql).bind(table.name.as_str()).bind(last).execute(&mut **transaction).await?;
                }
            }
            Self::Postgres(transaction) => {
                let sql = "SELECT setval(pg_get_serial_sequence($1, 'seq')::regclass, $2)";
                sqlx::query(sql).bind(table.name.as_str()).bind(last).execute(&mut **transaction).await?;
            }
        }
        Ok(())
    }
}

/// Rows on their way out of a table.
pub(crate) struct Rows<'r>(BoxStream<'r, Result<Vec<Value>, sqlx::Error>>);

impl Rows<'_> {
    /// The next ones; none at the end.
    pub(crate) async fn next_batch(&mut self) -> Result<Vec<Vec<Value>>, StoreError> {
        let mut batch = Vec::new();
        while batch.len() < BATCH
            && let Some(row) = self.0.try_next().await?
        {
            batch.push(row);
        }
        Ok(batch)
    }
}

fn values<'r, R>(row: &'r R, table: &Layout) -> Result<Vec<Value>, sqlx::Error>
where
    R: Row,
    usize: ColumnIndex<R>,
    i64: Decode<'r, R::Database>,
    bool: Decode<'r, R::Database>,
    String: Decode<'r, R::Database>,
    Vec<u8>: Decode<'r, R::Database>,
{
    let value = |(index, (_, kind)): (usize, &(String, Kind))| {
        Ok(match kind {
            Kind::Number => optional::<i64, R>(row, index)?.map(Value::Number),
            Kind::Flag => optional::<bool, R>(row, index)?.map(Value::Flag),
            Kind::Text => optional::<String, R>(row, index)?.map(Value::Text),
            Kind::Bytes => optional::<Vec<u8>, R>(row, index)?.map(Value::Bytes),
        }
        .unwrap_or(Value::Null))
    };
    table.columns.iter().enumerate().map(value).collect()
}

fn optional<'r, T, R>(row: &'r R, index: usize) -> Result<Option<T>, sqlx::Error>
where
    R: Row,
    usize: ColumnIndex<R>,
    T: Decode<'r, R::Database>,
{
    row.try_get_unchecked::<Option<T>, _>(index)
}

/// Binds a value as what the column holds: nothing has a type as well.
macro_rules! bind {
    ($name:ident, $database:ty, $arguments:ty) => {
        fn $name<'q>(
            query: Query<'q, $database, $arguments>,
            value: &'q Value,
            kind: Kind,
        ) -> Query<'q, $database, $arguments> {
            match (value, kind) {
                (Value::Number(number), _) => query.bind(*number),
                (Value::Flag(flag), _) => query.bind(*flag),
                (Value::Text(text), _) => query.bind(text.as_str()),
                (Value::Bytes(bytes), _) => query.bind(bytes.as_slice()),
                (Value::Null, Kind::Number) => query.bind(None::<i64>),
                (Value::Null, Kind::Flag) => query.bind(None::<bool>),
                (Value::Null, Kind::Text) => query.bind(None::<&str>),
                (Value::Null, Kind::Bytes) => query.bind(None::<&[u8]>),
            }
        }
    };
}
bind!(bind_sqlite, Sqlite, SqliteArguments);
bind!(bind_postgres, Postgres, PgArguments);
