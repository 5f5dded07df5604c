//! `schakel health`: asks the bot that runs with these settings how it is. For containers, which have no other program that could.

use super::Settings;
use super::terminal::{End, complain, tell};

/// Asks, and says the bot's line: exit code 0 when it is well, 1 when it is not.
pub(super) async fn run(settings: Settings) -> Result<End, End> {
    let config = settings.load()?;
    let Some(address) = config.http.listen else {
        complain("http: no `listen` under [http]: the bot tells nobody how it is");
        return Err(End::Settings);
    };
    match crate::health::ask(address).await {
        Ok((true, line)) => {
            tell(&line);
            Ok(End::Clean)
        }
        Ok((false, line)) => {
            complain(&line);
            Err(End::Failed)
        }
        Err(error) => {
            complain(&format!("no bot answers at {address}: {error}"));
            Err(End::Failed)
        }
    }
}
