//! The files of a session below `data_dir`: the lock, the saved session, the key of the SDK's files, a folder per device. All
//! are readable for their owner alone, and written whole.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use matrix_sdk::authentication::matrix::MatrixSession;
use serde::{Deserialize, Serialize};

use super::MatrixError;
use crate::config::Matrix;

/// What is kept of a session beside the SDK's own files.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Saved {
    pub homeserver: String,
    /// The folder of the device below `data_dir`.
    pub folder: String,
    /// The server ended the session but the device stands: log in on it again.
    #[serde(default)]
    pub expired: bool,
    #[serde(flatten)]
    pub session: MatrixSession,
}

/// Takes the lock of the data folder; it is free again when the process ends, however it ends.
pub(super) fn lock(settings: &Matrix) -> Result<File, MatrixError> {
    let folder = &settings.data_dir;
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true).mode(0o700).create(folder).map_err(|source| file_error(folder, source))?;
    let path = folder.join("lock");
    let file = private_file(&path)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(MatrixError::Locked(folder.clone())),
        Err(std::fs::TryLockError::Error(source)) => Err(file_error(&path, source)),
    }
}

pub(super) fn file_error(path: &Path, source: std::io::Error) -> MatrixError {
    MatrixError::File { path: path.to_path_buf(), source }
}

pub(super) fn read_secret(path: &Path) -> Result<String, MatrixError> {
    let text = std::fs::read_to_string(path).map_err(|source| file_error(path, source))?;
    Ok(text.trim_end_matches(['\n', '\r']).to_owned())
}

fn private_file(path: &Path) -> Result<File, MatrixError> {
    let mut options = OpenOptions::new();
    options.create(true).write(true).truncate(false).mode(0o600);
    options.open(path).map_err(|source| file_error(path, source))
}

/// The key that encrypts the SDK's files; made at the first start.
pub(super) fn store_key(settings: &Matrix) -> Result<[u8; 32], MatrixError> {
    let path = settings.data_dir.join("store-key");
    match std::fs::read(&path) {
        Ok(bytes) => <[u8; 32]>::try_from(bytes.as_slice())
            .map_err(|_| file_error(&path, std::io::Error::other("holds no key of 32 bytes: put a backup of it back"))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let mut key = [0_u8; 32];
            getrandom::fill(&mut key).map_err(|error| file_error(&path, std::io::Error::other(error.to_string())))?;
            replace(&path, &key)?;
            Ok(key)
        }
        Err(source) => Err(file_error(&path, source)),
    }
}

pub(super) fn new_folder(settings: &Matrix) -> Result<String, MatrixError> {
    for number in 1..=u32::MAX {
        let folder = format!("device-{number}");
        let path = settings.data_dir.join(&folder);
        if !path.exists() {
            std::fs::DirBuilder::new().mode(0o700).create(&path).map_err(|source| file_error(&path, source))?;
            return Ok(folder);
        }
    }
    unreachable!("nobody has so many devices")
}

pub(super) fn saved_path(settings: &Matrix) -> PathBuf {
    settings.data_dir.join("session.json")
}

pub(super) fn read_saved(settings: &Matrix) -> Result<Option<Saved>, MatrixError> {
    let path = saved_path(settings);
    match std::fs::read(&path) {
        Ok(bytes) => {
            let saved = serde_json::from_slice(&bytes).map_err(|error| {
                file_error(&path, std::io::Error::other(format!("is damaged ({error}): remove it")))
            })?;
            Ok(Some(saved))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(file_error(&path, source)),
    }
}

pub(super) fn save(settings: &Matrix, saved: &Saved) -> Result<(), MatrixError> {
    let bytes = serde_json::to_vec(saved).map_err(|error| MatrixError::Sdk(error.to_string()))?;
    replace(&saved_path(settings), &bytes)
}

/// Writes a private file whole: a crash leaves the old one or the new one.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), MatrixError> {
    let temporary = path.with_extension("new");
    let write = || -> std::io::Result<()> {
        let mut file = OpenOptions::new().create(true).write(true).truncate(true).mode(0o600).open(&temporary)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&temporary, path)
    };
    write().map_err(|source| file_error(path, source))
}
