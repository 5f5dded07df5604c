//! Where the console's state lies: beside a database that is kept, or in a folder that is removed at the end.

use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use tokio::signal::unix::{SignalKind, signal};

use super::ConsoleError;
use super::book::Book;

/// The place of the database and of what lies beside it.
#[derive(Debug)]
pub(super) struct Home {
    database: PathBuf,
    /// Removed at the end.
    folder: Option<PathBuf>,
}

impl Home {
    /// Beside this database, or in a new folder of its own.
    pub(super) fn open(database: Option<&Path>) -> Result<Self, ConsoleError> {
        if let Some(database) = database {
            return Ok(Self { database: database.to_path_buf(), folder: None });
        }
        let mut bits = [0_u8; 8];
        getrandom::fill(&mut bits).expect("the operating system gives random bits");
        let folder = std::env::temp_dir().join(format!("schakel-console-{:016x}", u64::from_le_bytes(bits)));
        // Fails when it exists, so nobody can have put something there first.
        DirBuilder::new().mode(0o700).create(&folder).map_err(|source| in_file(&folder, source))?;
        Ok(Self { database: folder.join("console.db"), folder: Some(folder) })
    }

    /// The address of the database.
    pub(super) fn url(&self) -> String {
        format!("sqlite:{}", self.database.display())
    }

    /// Where typed lines are kept; nowhere when the rest is forgotten too.
    pub(super) fn history(&self) -> Option<PathBuf> {
        self.folder.is_none().then(|| self.beside("history"))
    }

    /// The folder in which the bot's files are put, made when there is one.
    pub(super) fn files(&self) -> PathBuf {
        self.beside("files")
    }

    /// People, rooms and numbers of an earlier session.
    pub(super) fn read_book(&self) -> Result<Book, ConsoleError> {
        let path = self.beside("console");
        Book::read(&path).map_err(|source| in_file(&path, source))
    }

    /// Keeps people, rooms and numbers for a later session, when there can be one.
    pub(super) fn write_book(&self, book: &Book) -> Result<(), ConsoleError> {
        if self.folder.is_some() {
            return Ok(());
        }
        let path = self.beside("console");
        book.write(&path).map_err(|source| in_file(&path, source))
    }

    /// Removes the folder also when the terminal is closed or the console is told to stop.
    pub(super) fn leave_on_signal(&self) {
        let folder = self.folder.clone();
        let kinds = [SignalKind::hangup(), SignalKind::terminate(), SignalKind::interrupt()];
        for mut told in kinds.into_iter().filter_map(|kind| signal(kind).ok()) {
            let folder = folder.clone();
            tokio::spawn(async move {
                if told.recv().await.is_some() {
                    remove(folder.as_deref());
                    std::process::exit(0);
                }
            });
        }
    }

    fn beside(&self, ending: &str) -> PathBuf {
        let mut path = self.database.clone().into_os_string();
        path.push(".");
        path.push(ending);
        path.into()
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        remove(self.folder.as_deref());
    }
}

fn remove(folder: Option<&Path>) {
    if let Some(folder) = folder
        && let Err(error) = std::fs::remove_dir_all(folder)
    {
        tracing::warn!(%error, folder = %folder.display(), "the console's folder cannot be removed");
    }
}

fn in_file(path: &Path, source: std::io::Error) -> ConsoleError {
    ConsoleError::File { path: path.display().to_string(), source }
}
