//! The bot's files at the console: there is nothing to show them with, so they are put on the disk, for their owner's eyes alone.

use std::fs::{DirBuilder, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use crate::domain::File;

/// Puts the file of this message into a folder, which is made if need be; its path.
pub(super) fn keep(folder: &Path, number: usize, file: &File) -> io::Result<PathBuf> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    // Several messages may bring files of one name.
    let path = folder.join(format!("{number}-{}", file.name()));
    let mut kept = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&path)?;
    kept.write_all(file.bytes())?;
    Ok(path)
}
