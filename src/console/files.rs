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

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::domain::Message;

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777
    }

    #[test]
    fn files_of_one_name_lie_beside_each_other_for_their_owner_alone() {
        let above = tempfile::tempdir().expect("a folder can be made");
        let folder = above.path().join("console.files");
        let file = |text: &str| {
            let bytes = text.as_bytes().to_vec();
            File::new("agenda.ics", "text/calendar", bytes, Message::default()).expect("it is small")
        };
        let first = keep(&folder, 3, &file("een")).expect("it is kept");
        let second = keep(&folder, 4, &file("twee")).expect("it is kept");
        assert_eq!(first, folder.join("3-agenda.ics"));
        assert_eq!([&first, &second].map(|path| std::fs::read(path).expect("it is there")), [&b"een"[..], b"twee"]);
        assert_eq!((mode(&folder), mode(&first)), (0o700, 0o600));
    }
}
