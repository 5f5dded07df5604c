//! How fast one person may ask, and how often the same thing is told. Kept in memory: after a restart everybody starts anew.

use std::collections::{HashMap, VecDeque};
use std::sync::Mutex;

use crate::domain::{RoomId, UserId};

const MINUTE_MS: i64 = 60_000;

/// Whether a command may go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    /// Go on.
    Fine,
    /// Too fast for the first time in this minute: say so.
    TooFast,
    /// Too fast, and told so already.
    Silent,
}

/// The recent commands of each person, and when rooms were told what.
#[derive(Debug, Default)]
pub(super) struct Paces {
    people: Mutex<HashMap<UserId, Recent>>,
    told: Mutex<HashMap<String, i64>>,
}

#[derive(Debug, Default)]
struct Recent {
    at_ms: VecDeque<i64>,
    told: bool,
}

impl Paces {
    /// Counts a command of this person; `most` per minute are fine, 0 means any number.
    pub(super) fn count(&self, person: &UserId, now_ms: i64, most: usize) -> Pace {
        if most == 0 {
            return Pace::Fine;
        }
        let mut people = self.people.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        people.retain(|_, recent| recent.at_ms.back().is_some_and(|last| now_ms - last < MINUTE_MS));
        let recent = people.entry(person.clone()).or_default();
        while recent.at_ms.front().is_some_and(|first| now_ms - first >= MINUTE_MS) {
            recent.at_ms.pop_front();
        }
        if recent.at_ms.len() < most {
            recent.at_ms.push_back(now_ms);
            recent.told = false;
            Pace::Fine
        } else if recent.told {
            Pace::Silent
        } else {
            recent.told = true;
            Pace::TooFast
        }
    }

    /// True when this room has not been told for `every_ms`; remembers that it is told now.
    pub(super) fn may_tell(&self, room: &RoomId, now_ms: i64, every_ms: i64) -> bool {
        self.may_tell_about(room.as_str(), now_ms, every_ms)
    }

    /// True when this person has not been told for `every_ms`; remembers that they are told now.
    pub(super) fn may_tell_person(&self, person: &UserId, now_ms: i64, every_ms: i64) -> bool {
        self.may_tell_about(person.as_str(), now_ms, every_ms)
    }

    fn may_tell_about(&self, whom: &str, now_ms: i64, every_ms: i64) -> bool {
        let mut told = self.told.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if told.get(whom).is_some_and(|last| now_ms - last < every_ms) {
            return false;
        }
        told.insert(whom.to_owned(), now_ms);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_tells_that_it_is_too_fast() {
        let paces = Paces::default();
        let anna = UserId::new("@anna:x");
        let asked: Vec<Pace> = (0..5).map(|second| paces.count(&anna, second * 1000, 3)).collect();
        assert_eq!(asked, [Pace::Fine, Pace::Fine, Pace::Fine, Pace::TooFast, Pace::Silent]);
        assert_eq!(paces.count(&UserId::new("@bram:x"), 5000, 3), Pace::Fine);
        assert_eq!(paces.count(&anna, 61_500, 3), Pace::Fine);
    }
}
