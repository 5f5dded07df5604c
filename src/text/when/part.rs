//! The parts of a day: how long they are, and which time of the clock is meant beside them.

use super::clock::Clock;

/// A part of a day. Minutes count from the midnight with which its day begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// `ochtend`, `morning`.
    Morning,
    /// `middag`, `afternoon`.
    Afternoon,
    /// `avond`, `evening`, `tonight`.
    Evening,
    /// `nacht`: the first hours of its day.
    Night,
    /// English `night`, as in `last night`: an evening and the hours after it.
    LongNight,
}

/// From 06:00 until 12:00.
const MORNING: (i64, i64) = (6 * 60, 12 * 60);
/// From 12:00 until 18:00.
const AFTERNOON: (i64, i64) = (12 * 60, 18 * 60);
/// From 18:00 until 24:00.
const EVENING: (i64, i64) = (18 * 60, 24 * 60);
/// From 00:00 until 06:00.
const NIGHT: (i64, i64) = (0, 6 * 60);
/// From 18:00 until 06:00 of the day after.
const LONG_NIGHT: (i64, i64) = (18 * 60, 30 * 60);

/// Half a turn of the short hand.
const DIAL: i64 = 12 * 60;
const DAY: i64 = 24 * 60;

impl Part {
    /// Where it begins and ends when no time is named.
    pub(super) fn span(self) -> (i64, i64) {
        match self {
            Self::Morning => MORNING,
            Self::Afternoon => AFTERNOON,
            Self::Evening => EVENING,
            Self::Night => NIGHT,
            Self::LongNight => LONG_NIGHT,
        }
    }

    /// Times that people still name with it, which is more than it spans: `half zes 's ochtends`, `gisteravond half een`,
    /// `vannacht half twaalf`. Never more than half a turn after midnight, so that a time on the dial means one moment.
    fn window(self) -> (i64, i64) {
        match self {
            Self::Morning => (0, 12 * 60),
            Self::Afternoon => (11 * 60 + 30, 19 * 60),
            Self::Evening => (17 * 60, 28 * 60),
            Self::Night => (-2 * 60, 7 * 60),
            Self::LongNight => (17 * 60, 29 * 60),
        }
    }

    /// The moments that a time means in this part, in minutes; none when they do not go together.
    pub(super) fn moments(self, clock: &Clock) -> Vec<i64> {
        let (from, until) = self.window();
        let within = |minute: &i64| (from..until).contains(minute);
        match clock {
            Clock::Exact(minutes) => turned(minutes, DAY, within),
            // "12:15 in the morning" is noon to one and midnight to the other.
            Clock::Written(minute) if self == Self::Morning && *minute >= DIAL => Vec::new(),
            Clock::Written(minute) => {
                let as_it_stands = turned(&[*minute], DAY, within);
                if as_it_stands.is_empty() { turned(&[*minute], DIAL, within) } else { as_it_stands }
            }
            Clock::Spoken(minutes) if self == Self::Morning && minutes.contains(&0) => Vec::new(),
            Clock::Spoken(minutes) => turned(minutes, DIAL, within),
        }
    }
}

/// What a time means where no part of the day is named. A time on the dial is met twice a day; what lies between twelve
/// and one also in the night that ends the day.
pub(super) fn moments_of_day(clock: &Clock) -> Vec<i64> {
    match clock {
        Clock::Exact(minutes) => minutes.clone(),
        Clock::Written(minute) => vec![*minute],
        Clock::Spoken(minutes) => {
            let turns = |minute: &i64| match *minute {
                0 => vec![DIAL, DAY],
                minute if minute < 60 => vec![minute, minute + DIAL, minute + DAY],
                minute => vec![minute, minute + DIAL],
            };
            minutes.iter().flat_map(turns).collect()
        }
    }
}

/// The first moment after another that a time means, at most half a day later.
pub(super) fn first_after(clock: &Clock, start: i64) -> Option<i64> {
    let (minutes, turn) = match clock {
        Clock::Exact(minutes) => (minutes.as_slice(), DAY),
        Clock::Written(minute) => (std::slice::from_ref(minute), DAY),
        Clock::Spoken(minutes) => (minutes.as_slice(), DIAL),
    };
    let after = |minute: &i64| start + 1 + (minute - start - 1).rem_euclid(turn);
    minutes.iter().map(after).min().filter(|end| end - start <= DIAL)
}

/// The last moment before an exact one that a time on the dial means.
pub(super) fn last_before(minute: i64, end: i64) -> i64 {
    (end - 1 - (end - 1 - minute).rem_euclid(DIAL)).rem_euclid(DAY)
}

fn turned(minutes: &[i64], turn: i64, within: impl Fn(&i64) -> bool) -> Vec<i64> {
    let mut found: Vec<i64> =
        minutes.iter().flat_map(|minute| (-4..=4).map(move |turns| minute + turns * turn)).filter(within).collect();
    found.sort_unstable();
    found.dedup();
    found
}
