//! The shared evaluation of an incident, from closing to the last reminder. It is Tuesday 24 November 2026, 08:00 in Amsterdam.

mod beforehand;
mod dates;
mod path;

use chrono::{TimeDelta, TimeZone as _};
use schakel::console::{Seen, Shown};

use super::{Stage, assert_holds, only};

/// Something that the bot said: the day and hour by the clock of Amsterdam, where, and what.
#[derive(Debug, Clone)]
pub(super) struct Heard {
    pub(super) at: String,
    pub(super) room: String,
    pub(super) text: String,
    pub(super) number: usize,
}

impl Stage {
    /// An incident of carla's for these partners that is closed now; its number.
    pub(super) async fn closed(&mut self, partners: &str) -> String {
        let number = self.incident(partners).await;
        self.alone("carla", &format!("incident {number} sluit Het is weer rustig")).await;
        number
    }

    /// Days go by, and the bot says what it has to say, looked at every three hours.
    pub(super) async fn days(&mut self, days: i64) -> Vec<Heard> {
        let mut heard = Vec::new();
        for _ in 0..days * 8 {
            self.pass(TimeDelta::hours(3));
            let shown = self.world.settle().await.expect("what is due is done");
            heard.extend(self.heard(&shown));
        }
        heard
    }

    fn heard(&self, shown: &[Shown]) -> Vec<Heard> {
        let at = chrono_tz::Europe::Amsterdam.from_utc_datetime(&self.now.naive_utc());
        let said = shown.iter().filter(|one| matches!(one.what, Seen::Said { .. }));
        said.map(|one| Heard {
            at: at.format("%d-%m %H").to_string(),
            room: one.room.as_str().trim_start_matches('!').trim_end_matches(":console").to_owned(),
            text: one.text().to_owned(),
            number: one.number,
        })
        .collect()
    }
}

/// What was heard in this room.
pub(super) fn in_room<'h>(heard: &'h [Heard], room: &str) -> Vec<&'h Heard> {
    heard.iter().filter(|one| one.room == room).collect()
}
