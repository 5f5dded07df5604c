//! The files of `commands/`: those built into the binary, each replaced by the team's own file of the same name where
//! there is one. New files may be added only where a command reads a whole folder of data.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rust_embed::Embed;

use crate::document::Problems;

#[derive(Embed)]
#[folder = "commands/"]
struct BuiltIn;

/// Folders of which a command reads every file, so that a team may add its own.
const OPEN_FOLDERS: [&str; 3] = ["agreement/suggestions/", "intervention/entries/", "term/terms/"];

/// One file of the catalogue.
#[derive(Debug, Clone)]
pub struct File {
    /// How its name is shown in messages: where its author will find it.
    pub shown: String,
    /// Its whole text.
    pub text: Cow<'static, str>,
}

/// All files of the catalogue by their path below `commands/`.
#[derive(Debug, Clone, Default)]
pub struct Files {
    files: BTreeMap<String, File>,
}

impl Files {
    /// The built-in files, overridden by those in `folder`.
    pub fn load(folder: Option<&Path>, problems: &Problems) -> Self {
        let mut files = BTreeMap::new();
        for path in BuiltIn::iter() {
            let Some(embedded) = BuiltIn::get(&path) else { continue };
            let text = match embedded.data {
                Cow::Borrowed(bytes) => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
                Cow::Owned(bytes) => String::from_utf8(bytes).ok().map(Cow::Owned),
            };
            let shown = format!("commands/{path}");
            match text {
                Some(text) => {
                    files.insert(path.into_owned(), File { shown, text });
                }
                None => problems.add(&shown, 0, "", "is not UTF-8 text"),
            }
        }
        let mut all = Self { files };
        if let Some(folder) = folder {
            all.override_from(folder, problems);
        }
        all
    }

    fn override_from(&mut self, folder: &Path, problems: &Problems) {
        for path in files_below(folder, problems) {
            let shown = path.display().to_string();
            let below = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            let known = self.files.contains_key(&below);
            let is_data = Path::new(&below).extension().is_some_and(|extension| extension == "toml");
            let may_be_new = is_data && OPEN_FOLDERS.iter().any(|open| below.starts_with(open));
            if !known && !may_be_new {
                problems.add(
                    &shown,
                    0,
                    "",
                    "replaces no built-in file: check its name, or take it out of commands_dir",
                );
                continue;
            }
            match std::fs::read_to_string(&path) {
                Ok(text) => {
                    self.files.insert(below, File { shown, text: Cow::Owned(text) });
                }
                Err(error) => problems.add(&shown, 0, "", format!("cannot be read: {error}")),
            }
        }
    }

    /// Every file with its path below `commands/`.
    pub fn all(&self) -> impl Iterator<Item = (&str, &File)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// The file at this path below `commands/`.
    pub fn get(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }

    /// The files directly in this folder below `commands/`, each with its name.
    pub fn in_folder<'f>(&'f self, folder: &'f str) -> impl Iterator<Item = (&'f str, &'f File)> {
        self.all().filter_map(move |(path, file)| {
            let name = path.strip_prefix(folder)?.strip_prefix('/')?;
            (!name.contains('/')).then_some((name, file))
        })
    }
}

fn files_below(folder: &Path, problems: &Problems) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) => {
                problems.add(&folder.display().to_string(), 0, "", format!("cannot be read: {error}"));
                continue;
            }
        };
        for entry in entries.flatten() {
            let path = entry.path();
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            match path.is_dir() {
                _ if hidden => {}
                true => folders.push(path),
                false => files.push(path),
            }
        }
    }
    files.sort();
    files
}
