//! Where things lie. Nothing is ever written outside the build folder, or the folder that `SCHAKEL_DEV_DIR` names.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};

/// The root of the workspace.
pub fn workspace() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().expect("xtask lies in the workspace")
}

/// The build folder, by `CARGO_TARGET_DIR` or else `target`.
pub fn target() -> PathBuf {
    workspace().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// Where the Python environments and the demo live: by `SCHAKEL_DEV_DIR`, or else `dev` in the build folder. Made here.
pub fn dev() -> Result<PathBuf> {
    let folder = match env::var_os("SCHAKEL_DEV_DIR") {
        Some(named) => workspace().join(named),
        None => target().join("dev"),
    };
    fs::create_dir_all(&folder).with_context(|| crate::cannot("make", &folder))?;
    Ok(folder)
}

/// A file that belongs to this package: a launcher or a list of requirements.
pub(crate) fn server_file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("servers").join(name)
}
