//! A report from its first question to what colleagues see, as people walk through it.

use chrono::TimeDelta;
use schakel::console::{Seen, Shown};

use super::{Stage, assert_holds, only};

mod walk;

impl Stage {
    /// carla (youth work) is in her direct room and has begun a report there.
    async fn reporting() -> Self {
        let mut stage = Self::team().await;
        stage.world.enter("carla", "direct").await.expect("the room");
        stage.ask("anna", "!team groep De Haven").await;
        stage
    }

    /// carla says something in her direct room.
    async fn carla(&mut self, text: &str) -> Vec<Shown> {
        self.ask_in("direct", "carla", text).await
    }
}
