//! The form of a backup: a first line, a header in the clear, chunks that are sealed each for its place, the last one for
//! the last place. So a chunk that is missing, moved or changed does not open, and neither does any under another header.
//!
//! Inside the chunks stand tables, each with its columns, and rows in their compact form, to be read by a version with
//! other tables as well.

use std::fs::{File, OpenOptions};
use std::io::{BufReader, BufWriter, Read as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{Backup, BackupError};
use crate::privacy::{Keys, Place, RecordKey, Wrapped};
use crate::store::copy::{Kind, Layout, Value, take_rows_value};

const FIRST_LINE: &[u8; 15] = b"schakel backup\n";
const FORMAT: u32 = 1;
/// Bytes of a chunk before it is sealed, about.
const CHUNK: usize = 64 * 1024;
/// No header and no chunk is larger.
const MOST: u32 = 64 * 1024 * 1024;

const TABLE: u8 = 1;
const ROW: u8 = 2;
const END: u8 = 3;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Header {
    format: u32,
    /// Of the program that made it.
    version: String,
    /// The newest migration of the database.
    pub(crate) step: i64,
    pub(crate) made_ms: i64,
    /// The name of the key's record, and with it the key's place.
    name: String,
    /// Which master key wraps the key, and the key wrapped, in hexadecimal.
    pub(crate) master: String,
    key: String,
}

/// What a backup holds, one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    /// A table, and the last number that was given in it. Its rows follow.
    Table(Layout, i64),
    Row(Vec<Value>),
}

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
        row.iter().for_each(|value| value.write(&mut self.chunk));
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

/// A backup that is read. Nothing of a chunk is given out before the whole chunk has proved whole.
pub(crate) struct Reader {
    path: PathBuf,
    file: BufReader<File>,
    pub(crate) header: Header,
    key: RecordKey,
    digest: String,
    chunk: zeroize::Zeroizing<Vec<u8>>,
    at: usize,
    chunks: u64,
    last: bool,
    columns: usize,
}

impl Reader {
    /// Reads the header and finds the key; `newest` is the newest migration that this version knows.
    pub(crate) fn open(path: &Path, keys: &Keys, key_file: &Path, newest: i64) -> Result<Self, BackupError> {
        let file = File::open(path).map_err(|source| in_file(path, source))?;
        let mut file = BufReader::new(file);
        let no_backup = || BackupError::NoBackup(path.to_path_buf());
        let mut first = [0_u8; FIRST_LINE.len()];
        file.read_exact(&mut first).map_err(|_| no_backup())?;
        if first != *FIRST_LINE {
            return Err(no_backup());
        }
        let bytes = part(&mut file, path)?.ok_or_else(|| BackupError::CutOff(path.to_path_buf()))?;
        let damaged = || BackupError::Damaged(path.to_path_buf());
        // A newer form may look otherwise but for these two.
        let json: serde_json::Value = serde_json::from_slice(&bytes).map_err(|_| damaged())?;
        if json["format"].as_u64().is_none_or(|format| format > FORMAT.into())
            || json["step"].as_i64().is_none_or(|step| step > newest)
        {
            let version = json["version"].as_str().ok_or_else(damaged)?.to_owned();
            return Err(BackupError::Newer { path: path.to_path_buf(), version });
        }
        let header: Header = serde_json::from_value(json).map_err(|_| damaged())?;
        let wrapped = Wrapped { master: header.master.clone(), bytes: from_hex(&header.key).ok_or_else(damaged)? };
        let wrong_key = || BackupError::WrongKey {
            path: path.to_path_buf(),
            master: header.master.clone(),
            key_file: key_file.to_path_buf(),
        };
        if !keys.names().any(|name| name == header.master) {
            return Err(wrong_key());
        }
        let key = keys.unwrap(&header.name, &wrapped).map_err(|_| damaged())?;
        let digest = hex(&Sha256::digest(&bytes));
        let chunk = zeroize::Zeroizing::default();
        Ok(Self {
            path: path.to_path_buf(),
            file,
            header,
            key,
            digest,
            chunk,
            at: 0,
            chunks: 0,
            last: false,
            columns: 0,
        })
    }

    /// The next item; nothing at the end of a whole backup.
    pub(crate) fn next(&mut self) -> Result<Option<Item>, BackupError> {
        while self.at == self.chunk.len() {
            if self.last {
                return Err(self.damaged());
            }
            self.next_chunk()?;
        }
        let mut input = &self.chunk[self.at..];
        let item = item(&mut input, self.columns).ok_or_else(|| self.damaged())?;
        self.at = self.chunk.len() - input.len();
        match item {
            Some(Item::Table(table, counter)) => {
                self.columns = table.columns.len();
                Ok(Some(Item::Table(table, counter)))
            }
            None if !self.last || self.at != self.chunk.len() => Err(self.damaged()),
            other => Ok(other),
        }
    }

    fn next_chunk(&mut self) -> Result<(), BackupError> {
        let sealed = part(&mut self.file, &self.path)?.ok_or_else(|| BackupError::CutOff(self.path.clone()))?;
        for last in [false, true] {
            let column = column_of(self.chunks, last);
            if let Ok(chunk) = self.key.open(Place { table: "backup", row: &self.digest, column: &column }, &sealed) {
                (self.chunk, self.at, self.last) = (chunk, 0, last);
                self.chunks += 1;
                let mut more = [0_u8; 1];
                // Nothing may follow the last one.
                if last && self.file.read(&mut more).map_err(|source| in_file(&self.path, source))? > 0 {
                    return Err(self.damaged());
                }
                return Ok(());
            }
        }
        Err(self.damaged())
    }

    fn damaged(&self) -> BackupError {
        BackupError::Damaged(self.path.clone())
    }
}

/// A part with its length before it; nothing when the file ends before the part does.
fn part(file: &mut BufReader<File>, path: &Path) -> Result<Option<Vec<u8>>, BackupError> {
    let mut length = [0_u8; 4];
    let ended = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::UnexpectedEof => Ok(None),
        _ => Err(in_file(path, error)),
    };
    if let Err(error) = file.read_exact(&mut length) {
        return ended(error);
    }
    let length = u32::from_be_bytes(length);
    if length > MOST {
        return Err(BackupError::Damaged(path.to_path_buf()));
    }
    let mut bytes = vec![0; usize::try_from(length).expect("it is small")];
    match file.read_exact(&mut bytes) {
        Ok(()) => Ok(Some(bytes)),
        Err(error) => ended(error),
    }
}

/// The next item of a chunk, `Some(None)` at the end of all; nothing when it is none.
fn item(input: &mut &[u8], columns: usize) -> Option<Option<Item>> {
    let (sign, rest) = input.split_first()?;
    *input = rest;
    match *sign {
        TABLE => {
            let Value::Text(name) = take_rows_value(input)? else { return None };
            let Value::Number(counter) = take_rows_value(input)? else { return None };
            let Value::Number(count) = take_rows_value(input)? else { return None };
            let mut columns = Vec::new();
            for _ in 0..count {
                let Value::Text(column) = take_rows_value(input)? else { return None };
                let Value::Number(kind) = take_rows_value(input)? else { return None };
                columns.push((column, kind_of(kind)?));
            }
            // These names become part of statements.
            let good =
                |name: &str| !name.is_empty() && name.bytes().all(|sign| sign.is_ascii_lowercase() || sign == b'_');
            let all_good = good(&name) && columns.iter().all(|(name, _)| good(name));
            all_good.then(|| Some(Item::Table(Layout { name, columns }, counter)))
        }
        ROW => {
            let row: Option<Vec<Value>> = (0..columns).map(|_| take_rows_value(input)).collect();
            row.map(|row| Some(Item::Row(row)))
        }
        END => Some(None),
        _ => None,
    }
}

fn column_of(chunk: u64, last: bool) -> String {
    if last { format!("last chunk {chunk}") } else { format!("chunk {chunk}") }
}

const KINDS: [Kind; 4] = [Kind::Number, Kind::Flag, Kind::Text, Kind::Bytes];

fn number_of(kind: Kind) -> i64 {
    match kind {
        Kind::Number => 0,
        Kind::Flag => 1,
        Kind::Text => 2,
        Kind::Bytes => 3,
    }
}

fn kind_of(number: i64) -> Option<Kind> {
    KINDS.get(usize::try_from(number).ok()?).copied()
}

pub(super) fn in_file(path: &Path, source: std::io::Error) -> BackupError {
    BackupError::File { path: path.to_path_buf(), source }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    text.len().is_multiple_of(2).then(|| text.as_bytes().chunks(2).map(pair).collect()).flatten()
}
