//! The catalogue as it is built in, and what the loader tells of one that is wrong.

mod overrides;
mod suggestions;
mod text_keys;
mod whole;

use std::path::Path;
use std::sync::OnceLock;

use super::Library;

/// The built-in catalogue, which must be right; loaded once.
pub(super) fn built_in() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| loaded(None))
}

/// The catalogue with the overrides of this folder, which must be right.
fn loaded(folder: Option<&Path>) -> Library {
    Library::load(folder).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("the catalogue has problems:\n{}", lines.join("\n"))
    })
}
