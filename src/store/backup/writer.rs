//! A backup on its way to the disk: under a temporary name until it is whole and on the disk.

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::file::{CHUNK, END, FIRST_LINE, FORMAT, Header, MOST, ROW, TABLE, column_of, in_file, number_of};
use super::{Backup, BackupError};
use crate::privacy::{Place, RecordKey, Wrapped, hex};
use crate::store::copy::{Layout, Value};

/// A backup on its way to the disk. Left before it is finished it leaves nothing.
pub(crate) struct Writer {
    path: PathBuf,
    temporary: PathBuf,
    file: Option<BufWriter<File>>,
    header: Header,
    key: RecordKey,
    digest: String,
    chunk: Vec<u8>,
    chunks: u64,
    rows: u64,
}

impl Drop for Writer {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            let _ = std::fs::remove_file(&self.temporary);
        }
    }
}

impl Writer {
    pub(crate) fn create(
        path: &Path,
        step: i64,
        made_ms: i64,
        new_key: impl FnOnce(&str) -> (RecordKey, Wrapped),
    ) -> Result<Self, BackupError> {
        let mut bits = [0_u8; 16];
        getrandom::fill(&mut bits).expect("the operating system gives random bits");
        let name = format!("backup/{}", hex(&bits));
        let (key, wrapped) = new_key(&name);
        let version = env!("CARGO_PKG_VERSION").to_owned();
        let header =
            Header { format: FORMAT, version, step, made_ms, name, master: wrapped.master, key: hex(&wrapped.bytes) };
        let bytes = serde_json::to_vec(&header).expect("a header has a form");
        let mut temporary = path.to_path_buf().into_os_string();
        temporary.push(".part");
        let temporary = PathBuf::from(temporary);
        let mut options = OpenOptions::new();
        let file = options.write(true).create(true).truncate(true).mode(0o600).open(&temporary);
        let file = file.map_err(|source| in_file(&temporary, source))?;
        let mut writer = Self {
            path: path.to_path_buf(),
            temporary,
            file: Some(BufWriter::new(file)),
            header,
            key,
            digest: hex(&Sha256::digest(&bytes)),
            chunk: Vec::with_capacity(CHUNK),
            chunks: 0,
            rows: 0,
        };
        writer.write(FIRST_LINE)?;
        writer.write_part(&bytes)?;
        Ok(writer)
    }

    pub(crate) fn rows(&self) -> u64 {
        self.rows
    }

    pub(crate) fn table(&mut self, table: &Layout, counter: i64) -> Result<(), BackupError> {
        self.chunk.push(TABLE);
        Value::Text(table.name.clone()).write(&mut self.chunk);
        Value::Number(counter).write(&mut self.chunk);
        let columns = i64::try_from(table.columns.len()).expect("a table has few columns");
        Value::Number(columns).write(&mut self.chunk);
        for (name, kind) in &table.columns {
            Value::Text(name.clone()).write(&mut self.chunk);
            Value::Number(number_of(*kind)).write(&mut self.chunk);
        }
        self.seal_when_full()
    }

    pub(crate) fn row(&mut self, row: &[Value]) -> Result<(), BackupError> {
        self.chunk.push(ROW);
        for value in row {
            value.write(&mut self.chunk);
        }
        self.rows += 1;
        self.seal_when_full()
    }

    /// Ends the backup and gives it its name.
    pub(crate) fn finish(mut self) -> Result<Backup, BackupError> {
        self.chunk.push(END);
        self.seal(true)?;
        let file = self.file.take().expect("it is taken only here");
        let end = || -> std::io::Result<()> {
            file.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
            std::fs::rename(&self.temporary, &self.path)?;
            let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            File::open(folder)?.sync_all()
        };
        end().map_err(|source| {
            let _ = std::fs::remove_file(&self.temporary);
            in_file(&self.path, source)
        })?;
        Ok(Backup { made_ms: self.header.made_ms, rows: self.rows, master: self.header.master.clone() })
    }

    fn seal_when_full(&mut self) -> Result<(), BackupError> {
        if self.chunk.len() < CHUNK { Ok(()) } else { self.seal(false) }
    }

    fn seal(&mut self, last: bool) -> Result<(), BackupError> {
        let column = column_of(self.chunks, last);
        let sealed = self.key.seal(Place { table: "backup", row: &self.digest, column: &column }, &self.chunk);
        self.chunk.clear();
        self.chunks += 1;
        self.write_part(&sealed)
    }

    fn write_part(&mut self, bytes: &[u8]) -> Result<(), BackupError> {
        let length = u32::try_from(bytes.len()).ok().filter(|length| *length <= MOST);
        let length = length.ok_or_else(|| in_file(&self.path, std::io::Error::other("a row is too large")))?;
        self.write(&length.to_be_bytes())?;
        self.write(bytes)
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), BackupError> {
        let file = self.file.as_mut().expect("it is taken only at the end");
        file.write_all(bytes).map_err(|source| in_file(&self.temporary, source))
    }
}
