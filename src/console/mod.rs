//! placeholder
use crate::commands::Library;
use crate::config::Config;

/// x
pub async fn run(_config: Option<&Config>, _library: Library, _database: Option<&std::path::Path>) -> Result<(), std::io::Error> {
    Ok(())
}
