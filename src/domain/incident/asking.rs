//! When an action is asked after: its owner before its day and, when that has passed, once a week; the room, about all actions of an
//! evaluation together, 30 and 90 days after the first of them was agreed. Everything in the morning of a working day.

use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;

use super::{Action, ActionStatus};
use crate::domain::WorkingTime;

/// An owner is asked so often at most.
pub const MOST_ASKED_AFTER: u32 = 5;

/// Days after the first action was agreed at which the room hears what became of them.
const ROOM_HEARS: [u64; 2] = [30, 90];

/// Days between two questions about an action whose day has passed.
const WEEKLY: u64 = 7;

/// When one action is asked after.
#[derive(Debug, Clone, Copy)]
pub struct Asking<'a> {
    /// By when it should be done.
    pub due_on: NaiveDate,
    /// How often its owner has been asked.
    pub asked: u32,
    /// The day on which the first action of its evaluation was agreed.
    pub agreed_on: NaiveDate,
    /// When people work.
    pub working: &'a WorkingTime,
    /// The zone in which days begin.
    pub zone: Tz,
}

impl<'a> Asking<'a> {
    /// Of this action, one of all those of its evaluation; of one that is ended nobody is asked.
    pub fn of(action: &Action, all: &[Action], working: &'a WorkingTime, zone: Tz) -> Option<Self> {
        let agreed_ms = all.iter().map(|one| one.made_ms).chain([action.made_ms]).min()?;
        let agreed_on = DateTime::<Utc>::from_timestamp_millis(agreed_ms)?.with_timezone(&zone).date_naive();
        let (due_on, asked) = (action.due_on, action.asked);
        (action.status == ActionStatus::Open).then_some(Self { due_on, asked, agreed_on, working, zone })
    }

    /// The next moment after this one at which anybody is asked or told anything. On the day on which something is agreed nobody
    /// needs to be asked before it.
    pub fn next_after(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let day = |moment: DateTime<Utc>| moment.with_timezone(&self.zone).date_naive();
        let too_soon = |moment: &DateTime<Utc>| Some(*moment) == self.before() && day(*moment) == day(now);
        let owner = match self.owner_after(now) {
            Some(moment) if too_soon(&moment) => self.owner_after(moment),
            owner => owner,
        };
        [owner, self.room_after(now)].into_iter().flatten().min()
    }

    /// The owner is asked between these moments.
    pub fn asks_owner(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> bool {
        self.owner_after(from - chrono::TimeDelta::milliseconds(1)).is_some_and(|moment| moment <= until)
    }

    /// The room hears of the actions between these moments.
    pub fn tells_room(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> bool {
        self.room_after(from - chrono::TimeDelta::milliseconds(1)).is_some_and(|moment| moment <= until)
    }

    /// The next moment at which the owner is asked: before its day, the day after, and then once a week.
    fn owner_after(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        if self.asked >= MOST_ASKED_AFTER {
            return None;
        }
        let overdue = (0..).map_while(|week: u64| self.due_on.checked_add_days(Days::new(1 + week * WEEKLY)));
        let overdue = overdue.map(|day| self.working.morning(day, self.zone));
        [self.before()].into_iter().flatten().chain(overdue).find(|moment| *moment > now)
    }

    /// The morning of the last working day before its day.
    fn before(&self) -> Option<DateTime<Utc>> {
        let days = std::iter::successors(self.due_on.pred_opt(), NaiveDate::pred_opt).take(31);
        let day = days.into_iter().find(|day| self.working.is_working_day(*day))?;
        Some(self.working.morning(day, self.zone))
    }

    fn room_after(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let days = ROOM_HEARS.into_iter().filter_map(|days| self.agreed_on.checked_add_days(Days::new(days)));
        days.map(|day| self.working.morning(day, self.zone)).find(|moment| *moment > now)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
    }

    /// Agreed on Tuesday 24 November, due on this day.
    fn asking(due_on: NaiveDate) -> Asking<'static> {
        let (working, zone) = (WorkingTime::standard(), chrono_tz::Europe::Amsterdam);
        Asking { due_on, asked: 0, agreed_on: day(11, 24), working, zone }
    }

    /// The days on which the owner is asked and those on which the room hears, when nothing is ever done.
    fn days(due_on: NaiveDate) -> (Vec<String>, Vec<String>) {
        let mut asking = asking(due_on);
        let mut now = day(11, 24).and_hms_opt(12, 0, 0).expect("noon").and_utc();
        let (mut owner, mut room) = (vec![], vec![]);
        while let Some(next) = asking.next_after(now) {
            let local = next.with_timezone(&asking.zone);
            assert_eq!(local.format("%H:%M").to_string(), "09:00");
            if asking.asks_owner(next, next) {
                asking.asked += 1;
                owner.push(local.format("%m-%d").to_string());
            }
            if asking.tells_room(next, next) {
                room.push(local.format("%m-%d").to_string());
            }
            now = next;
        }
        (owner, room)
    }

    #[test]
    fn the_owner_is_asked_before_the_day_after_it_and_weekly_five_times_in_all() {
        // The fifteenth is a Tuesday; the 25th of December is a holiday.
        let (owner, room) = days(day(12, 15));
        assert_eq!(owner, ["12-14", "12-16", "12-23", "12-30", "01-06"]);
        assert_eq!(room, ["12-24", "02-22"]);
    }

    #[test]
    fn before_a_monday_it_is_asked_on_the_friday() {
        assert_eq!(days(day(12, 14)).0[0], "12-11");
    }

    #[test]
    fn for_a_day_that_is_too_soon_nobody_is_asked_before() {
        assert_eq!(days(day(11, 25)).0[0], "11-26");
        assert_eq!(days(day(11, 24)).0[0], "11-25");
    }

    #[test]
    fn what_is_agreed_before_work_for_the_next_day_is_not_asked_after_the_same_morning() {
        let early = day(11, 24).and_hms_opt(7, 0, 0).expect("eight o'clock").and_utc();
        let next = asking(day(11, 25)).next_after(early).expect("it is due");
        assert_eq!(next.with_timezone(&chrono_tz::Europe::Amsterdam).date_naive(), day(11, 26));
    }

    #[test]
    fn what_was_missed_while_the_bot_was_away_is_asked_once() {
        let asking = asking(day(12, 15));
        let first = asking.next_after(day(11, 24).and_hms_opt(12, 0, 0).expect("noon").and_utc()).expect("it is due");
        let back = first + TimeDelta::days(20);
        assert!(asking.asks_owner(first, back));
        let next = Asking { asked: 1, ..asking }.next_after(back).expect("it is due again");
        assert!(next > back && next < back + TimeDelta::days(8));
    }
}
