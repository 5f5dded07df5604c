//! A backup that is read: nothing of a chunk is given out before the whole chunk has proved whole.

use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::BackupError;
use super::file::{END, FIRST_LINE, FORMAT, Header, Item, MOST, ROW, TABLE, column_of, in_file, kind_of};
use crate::privacy::{Keys, Place, RecordKey, Wrapped, hex};
use crate::store::copy::{Layout, Value, take_value};

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

    /// The next item. The end comes only where a whole backup ends.
    pub(crate) fn next(&mut self) -> Result<Item, BackupError> {
        while self.at == self.chunk.len() {
            if self.last {
                return Err(self.damaged());
            }
            self.next_chunk()?;
        }
        let mut input = &self.chunk[self.at..];
        let item = item(&mut input, self.columns).ok_or_else(|| self.damaged())?;
        self.at = self.chunk.len() - input.len();
        match &item {
            Item::Table(table, _) => self.columns = table.columns.len(),
            Item::End if !self.last || self.at != self.chunk.len() => return Err(self.damaged()),
            Item::Row(_) | Item::End => {}
        }
        Ok(item)
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

/// The next item of a chunk; nothing when it is none.
fn item(input: &mut &[u8], columns: usize) -> Option<Item> {
    let (sign, rest) = input.split_first()?;
    *input = rest;
    match *sign {
        TABLE => {
            let Value::Text(name) = take_value(input)? else { return None };
            let Value::Number(counter) = take_value(input)? else { return None };
            let Value::Number(count) = take_value(input)? else { return None };
            let mut columns = Vec::new();
            for _ in 0..count {
                let Value::Text(column) = take_value(input)? else { return None };
                let Value::Number(kind) = take_value(input)? else { return None };
                columns.push((column, kind_of(kind)?));
            }
            // These names become part of statements.
            let good =
                |name: &str| !name.is_empty() && name.bytes().all(|sign| sign.is_ascii_lowercase() || sign == b'_');
            let all_good = good(&name) && columns.iter().all(|(name, _)| good(name));
            all_good.then_some(Item::Table(Layout { name, columns }, counter))
        }
        ROW => (0..columns).map(|_| take_value(input)).collect::<Option<_>>().map(Item::Row),
        END => Some(Item::End),
        _ => None,
    }
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    text.len().is_multiple_of(2).then(|| text.as_bytes().chunks(2).map(pair).collect()).flatten()
}
