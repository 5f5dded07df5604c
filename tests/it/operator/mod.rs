//! The commands of operators, run as an operator runs them.

mod audit;
mod erase;
mod inzage;
mod rehearse;

use std::path::PathBuf;
use std::process::Command;

use schakel::store::Store;
use tempfile::TempDir;

/// A folder with settings and a database of which no bot has made use.
struct Home {
    folder: TempDir,
}

/// What a command said and how it ended.
#[derive(Debug)]
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Home {
    fn new() -> Self {
        let home = Self { folder: tempfile::tempdir().unwrap() };
        let settings = "[matrix]\nhomeserver = \"https://localhost\"\nuser = \"@schakel:example.org\"\n\
                        password_file = \"password\"\n";
        std::fs::write(home.path("bot.toml"), settings).unwrap();
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The database, made if it is not there.
    async fn store(&self) -> Store {
        Store::open(&format!("sqlite:{}", self.path("schakel.db").display()), &self.path("schakel.key")).await.unwrap()
    }

    /// Changes the database behind everybody's back.
    async fn run_sql(&self, sql: &'static str) {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(self.path("schakel.db"));
        let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
        sqlx::query(sql).execute(&pool).await.unwrap();
        pool.close().await;
    }

    /// Runs `schakel` with these arguments on the settings of this home.
    fn schakel(&self, arguments: &[&str]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_schakel"));
        let output = command.args(arguments).arg("--config").arg(self.path("bot.toml")).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}
