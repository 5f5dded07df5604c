//! The key file: the master key that wraps the keys of all records. It holds one key, or two while a rotation is under way.
//! Both open; the last one is used for what is new, unless it is marked as the next one, of which the database does not know
//! yet. The file is readable for its owner alone, and never written in place.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::seal::{self, KEY, Place, RecordKey, SealError, Wrapped};

const HEAD: &str = "\
# The master key of Schakel's database: without it nothing that people told can be read. Keep a copy in another safe place
# than the backups of the database. Two lines: a rotation is under way (`schakel keys rotate` goes on with it).
";

/// What is wrong with the key file; nothing has been changed.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// It cannot be read or written.
    #[error("key_file {path}: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Others than its owner can read it.
    #[error(
        "key_file {0} can be read by others: take that away with `chmod 600`, and rotate the key if anybody may have"
    )]
    Open(PathBuf),
    /// It holds no key.
    #[error("key_file {0} holds no key of schakel: put a copy of the right one back")]
    Damaged(PathBuf),
}

/// What stands before a key that is not used for anything new yet.
const NEXT: &str = "next ";

/// One master key.
struct Master {
    name: String,
    /// It is only announced: it opens, and nothing new is wrapped with it.
    next: bool,
    key: Zeroizing<[u8; KEY]>,
}

/// The master keys of a key file, the current one last.
pub struct Keys {
    masters: Vec<Master>,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keys").field("names", &self.names().collect::<Vec<_>>()).finish()
    }
}

impl Keys {
    /// Keys with one new key, not written anywhere yet.
    pub fn new() -> Self {
        Self { masters: vec![Master::random()] }
    }

    /// Reads the key file; nothing when there is none.
    pub fn read(path: &Path) -> Result<Option<Self>, KeyError> {
        let file_error = |source| KeyError::File { path: path.to_path_buf(), source };
        let metadata = match std::fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(file_error(source)),
        };
        if metadata.permissions().mode() & 0o077 != 0 {
            return Err(KeyError::Open(path.to_path_buf()));
        }
        let text = Zeroizing::new(std::fs::read_to_string(path).map_err(file_error)?);
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let masters: Option<Vec<Master>> = lines.map(Master::from_line).collect();
        match masters {
            Some(masters) if masters.iter().any(|master| !master.next) => Ok(Some(Self { masters })),
            _ => Err(KeyError::Damaged(path.to_path_buf())),
        }
    }

    /// Makes the key file with a new key, unless somebody else makes it at the same moment: then theirs is read. It is never
    /// there half written.
    pub fn make(path: &Path) -> Result<Self, KeyError> {
        let file_error = |source| KeyError::File { path: path.to_path_buf(), source };
        let keys = Self::new();
        // A name that no other process takes.
        let own = path.with_extension(format!("{}.new", keys.current()));
        keys.write(&own)?;
        let linked = std::fs::hard_link(&own, path);
        std::fs::remove_file(&own).map_err(file_error)?;
        match linked {
            Ok(()) => Ok(keys),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                Self::read(path)?.ok_or_else(|| KeyError::Damaged(path.to_path_buf()))
            }
            Err(source) => Err(file_error(source)),
        }
    }

    /// Writes the key file whole: a crash leaves the old one or the new one.
    pub fn write(&self, path: &Path) -> Result<(), KeyError> {
        let mut text = Zeroizing::new(HEAD.to_owned());
        for master in &self.masters {
            text.push_str(&master.to_line());
        }
        let temporary = path.with_extension("new");
        let write = || -> std::io::Result<()> {
            let mut options = OpenOptions::new();
            let mut file = options.create(true).write(true).truncate(true).mode(0o600).open(&temporary)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            std::fs::rename(&temporary, path)?;
            // The name of the file must be on the disk, too, before anything is sealed with what is in it.
            match path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                Some(folder) => std::fs::File::open(folder)?.sync_all(),
                None => std::fs::File::open(".")?.sync_all(),
            }
        };
        write().map_err(|source| KeyError::File { path: path.to_path_buf(), source })
    }

    /// These keys with a next one, which is not used yet; they stay as they are when they hold two already.
    #[must_use]
    pub fn with_next(mut self) -> Self {
        if self.masters.len() < 2 {
            self.masters.push(Master { next: true, ..Master::random() });
        }
        self
    }

    /// These keys with the next one in use.
    #[must_use]
    pub fn using_next(mut self) -> Self {
        for master in &mut self.masters {
            master.next = false;
        }
        self
    }

    /// The last key alone, in use.
    #[must_use]
    pub fn last_only(mut self) -> Self {
        self.masters.drain(..self.masters.len() - 1);
        self.using_next()
    }

    /// The names of all keys, in the order of the file.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.masters.iter().map(|master| master.name.as_str())
    }

    /// The name of the key that is used for what is new.
    pub fn current(&self) -> &str {
        &self.in_use().name
    }

    fn in_use(&self) -> &Master {
        self.masters.iter().rfind(|master| !master.next).expect("a key file holds a key that is in use")
    }

    /// A new key for this record, and the same wrapped.
    pub fn new_record(&self, record: &str) -> (RecordKey, Wrapped) {
        let key = RecordKey::random();
        let wrapped = self.wrap(record, &key);
        (key, wrapped)
    }

    /// Wraps a record's key with the current master key.
    pub fn wrap(&self, record: &str, key: &RecordKey) -> Wrapped {
        let master = self.in_use();
        Wrapped { master: master.name.clone(), bytes: seal::seal(&master.key, place(record), key.bytes()) }
    }

    /// The key of a record.
    pub fn unwrap(&self, record: &str, wrapped: &Wrapped) -> Result<RecordKey, SealError> {
        let master = self.masters.iter().find(|master| master.name == wrapped.master).ok_or(SealError::NoMaster)?;
        let bytes = seal::open(&master.key, place(record), &wrapped.bytes)?;
        RecordKey::from_bytes(&bytes).ok_or(SealError::Broken)
    }
}

impl Default for Keys {
    fn default() -> Self {
        Self::new()
    }
}

fn place(record: &str) -> Place<'_> {
    Place { table: "record_key", row: record, column: "wrapped" }
}

impl Master {
    fn random() -> Self {
        let mut name = [0_u8; 4];
        getrandom::fill(&mut name).expect("the operating system gives random bits");
        Self { name: hex(&name), next: false, key: seal::random_key() }
    }

    fn from_line(line: &str) -> Option<Self> {
        let (next, line) = line.strip_prefix(NEXT).map_or((false, line), |line| (true, line));
        let (name, key) = line.split_once('=')?;
        let (name, key) = (name.trim(), key.trim());
        let is_name = !name.is_empty() && name.bytes().all(|sign| sign.is_ascii_alphanumeric());
        let bytes = from_hex(key)?;
        let key = Zeroizing::new(<[u8; KEY]>::try_from(bytes.as_slice()).ok()?);
        is_name.then(|| Self { name: name.to_owned(), next, key })
    }

    fn to_line(&self) -> Zeroizing<String> {
        let key = Zeroizing::new(hex(&self.key[..]));
        let next = if self.next { NEXT } else { "" };
        Zeroizing::new(format!("{next}{} = {}\n", self.name, key.as_str()))
    }
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

fn from_hex(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let digits = text.as_bytes();
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    digits
        .len()
        .is_multiple_of(2)
        .then(|| digits.chunks(2).map(pair).collect::<Option<Vec<u8>>>())
        .flatten()
        .map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("schakel.key");
        (folder, path)
    }

    #[test]
    fn a_record_opens_with_the_keys_as_they_were_written() {
        let (_folder, path) = file();
        let keys = Keys::new();
        keys.write(&path).expect("written");
        let (key, wrapped) = keys.new_record("team/T-1");
        let read = Keys::read(&path).expect("it is sound").expect("it is there");
        let again = read.unwrap("team/T-1", &wrapped).expect("it opens");
        assert_eq!(again.hash(&[b"x"]), key.hash(&[b"x"]));
        assert_eq!(read.unwrap("team/T-2", &wrapped).err(), Some(SealError::Broken), "the key of another record");
        assert_eq!(std::fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn during_a_rotation_both_keys_open_and_the_next_one_seals_once_it_is_in_use() {
        let (_folder, path) = file();
        let old = Keys::new();
        let (_, wrapped) = old.new_record("a");
        let name = old.current().to_owned();
        old.with_next().write(&path).expect("written");
        let both = Keys::read(&path).expect("it is sound").expect("it is there");
        assert_eq!((both.names().count(), both.current()), (2, name.as_str()));
        assert!(both.unwrap("a", &wrapped).is_ok());
        let both = both.using_next().with_next();
        assert_eq!(both.names().count(), 2, "a rotation that was interrupted goes on with the key it began with");
        let later = both.new_record("b").1;
        assert_ne!(later.master, name);
        let new = both.last_only();
        assert!(new.unwrap("b", &later).is_ok());
        assert_eq!(new.unwrap("a", &wrapped).err(), Some(SealError::NoMaster));
    }

    #[test]
    fn a_file_that_others_can_read_is_refused() {
        let (_folder, path) = file();
        Keys::new().write(&path).expect("written");
        for mode in [0o640, 0o604, 0o660, 0o644] {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).expect("set");
            assert!(matches!(Keys::read(&path), Err(KeyError::Open(_))), "{mode:o}");
        }
    }

    #[test]
    fn of_many_that_make_the_file_at_once_all_have_the_same_key() {
        let (folder, path) = file();
        let makers: Vec<_> = (0..8)
            .map(|_| {
                let path = path.clone();
                std::thread::spawn(move || Keys::make(&path).expect("made").current().to_owned())
            })
            .collect();
        let names: Vec<String> = makers.into_iter().map(|maker| maker.join().expect("it ends")).collect();
        let there = Keys::read(&path).expect("it is sound").expect("it is there");
        assert!(names.iter().all(|name| name == there.current()), "{names:?}");
        assert_eq!(std::fs::read_dir(folder.path()).expect("read").count(), 1, "nothing else is left");
    }

    #[test]
    fn a_file_without_a_key_is_refused_and_none_is_none() {
        let (_folder, path) = file();
        assert!(Keys::read(&path).expect("nothing is wrong").is_none());
        for text in ["", "# only words\n", "abcd1234 = 00\n", "no key", "a b = 00", "aa = zz", "next aa = 00"] {
            std::fs::write(&path, text).expect("written");
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).expect("set");
            assert!(matches!(Keys::read(&path), Err(KeyError::Damaged(_))), "{text:?}");
        }
    }
}
