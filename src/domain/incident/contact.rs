//! Who keeps contact with the young people after an incident, so that they do not fall back and see a way on. They are reminded a week,
//! six weeks and three months after they were named, as the project's study of the field proposes (section 7, November 2026). About
//! the young people nothing is asked or kept.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use crate::domain::team::coded;
use crate::domain::{UserId, WorkingTime};

coded! {
    /// A moment at which they are reminded, in order.
    ContactMoment {
        /// After a week.
        Week = "week",
        /// After six weeks.
        SixWeeks = "six_weeks",
        /// After three months, for the last time.
        ThreeMonths = "three_months",
    }
}

impl ContactMoment {
    const fn days(self) -> i64 {
        match self {
            Self::Week => 7,
            Self::SixWeeks => 42,
            Self::ThreeMonths => 91,
        }
    }
}

/// Who keeps contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactOwner {
    /// Who.
    pub person: UserId,
    /// Since when, in milliseconds since 1970.
    pub since_ms: i64,
}

impl ContactOwner {
    fn moment(&self, moment: ContactMoment, working: &WorkingTime, zone: Tz) -> DateTime<Utc> {
        let since = DateTime::from_timestamp_millis(self.since_ms).unwrap_or_default();
        working.at_work(since + TimeDelta::days(moment.days()), zone)
    }

    /// The latest moment that has come; nothing before the first.
    pub fn come(&self, now: DateTime<Utc>, working: &WorkingTime, zone: Tz) -> Option<ContactMoment> {
        ContactMoment::ALL.iter().copied().rfind(|one| self.moment(*one, working, zone) <= now)
    }

    /// When the next moment comes; nothing after the last.
    pub fn next(&self, now: DateTime<Utc>, working: &WorkingTime, zone: Tz) -> Option<DateTime<Utc>> {
        ContactMoment::ALL.iter().map(|one| self.moment(*one, working, zone)).find(|at| *at > now)
    }
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Amsterdam;

    use super::*;

    #[test]
    fn three_moments_come_in_working_time_and_the_latest_counts() {
        let moment = |text: &str| text.parse::<DateTime<Utc>>().expect("a moment");
        // A Friday evening.
        let since = moment("2026-11-27T20:00:00Z");
        let owner = ContactOwner { person: UserId::new("@dirk:x"), since_ms: since.timestamp_millis() };
        let working = WorkingTime::standard();
        assert_eq!(owner.come(since, working, Amsterdam), None);
        // The Monday after the Friday a week later.
        let week = moment("2026-12-07T08:00:00Z");
        assert_eq!(owner.next(since, working, Amsterdam), Some(week));
        assert_eq!(owner.come(week, working, Amsterdam), Some(ContactMoment::Week));
        assert_eq!(owner.next(week, working, Amsterdam), Some(moment("2027-01-11T08:00:00Z")));
        let late = moment("2027-03-10T10:00:00Z");
        assert_eq!(owner.come(late, working, Amsterdam), Some(ContactMoment::ThreeMonths));
        assert_eq!(owner.next(late, working, Amsterdam), None);
    }
}
