//! Ten years of recurrences in four zones, compared with another computation: each day is looked at with a predicate of its
//! own, and the moment is found by trying every offset that the zone has had. Nothing of the schedule is used in it.

use chrono::{Datelike as _, Days, NaiveDate, Offset as _, TimeZone as _, Weekday};
use chrono_tz::{Africa, America, Australia, Europe};

use super::*;

const ZONES: [Tz; 4] = [Europe::Amsterdam, America::New_York, Australia::Lord_Howe, Africa::Casablanca];

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// The years that are compared.
fn all_days() -> impl Iterator<Item = NaiveDate> {
    day(2026, 1, 1).iter_days().take_while(|day| day.year() < 2036)
}

/// The clock of a zone, known by looking at it.
struct Clock {
    zone: Tz,
    offsets: Vec<TimeDelta>,
    changes: usize,
}

impl Clock {
    fn of(zone: Tz) -> Self {
        let offset = |hours: i64| {
            let at = day(2025, 12, 1).and_hms_opt(0, 0, 0).expect("a time") + TimeDelta::hours(hours);
            TimeDelta::seconds(zone.offset_from_utc_datetime(&at).fix().local_minus_utc().into())
        };
        let all: Vec<TimeDelta> = (0..24 * 366 * 11).map(offset).collect();
        let changes = all.windows(2).filter(|pair| pair[0] != pair[1]).count();
        let mut offsets = all;
        offsets.sort_unstable();
        offsets.dedup();
        Self { zone, offsets, changes }
    }

    fn shows(&self, at: NaiveDateTime) -> NaiveDateTime {
        self.zone.from_utc_datetime(&at).naive_local()
    }

    /// The first moment at which it shows this, or at which it shows anything later.
    fn moment(&self, wall: NaiveDateTime) -> DateTime<Utc> {
        let candidates = self.offsets.iter().map(|offset| wall - *offset);
        let shown = candidates.filter(|at| self.shows(*at) == wall).min();
        let later = || {
            let from = wall - TimeDelta::hours(15);
            (0..30 * 60).map(|minutes| from + TimeDelta::minutes(minutes)).find(|at| self.shows(*at) > wall)
        };
        shown.or_else(later).expect("a clock goes on").and_utc()
    }
}

fn last_of_month(of: NaiveDate) -> bool {
    of.succ_opt().expect("a day").month() != of.month()
}

fn is_last_weekday(of: NaiveDate, weekday: Weekday) -> bool {
    of.weekday() == weekday && (of + Days::new(7)).month() != of.month()
}

fn is_nth(of: NaiveDate, weekday: Weekday, nth: u32) -> bool {
    of.weekday() == weekday && (of.day() - 1) / 7 == nth - 1
}

fn works(of: NaiveDate) -> bool {
    !matches!(of.weekday(), Weekday::Sat | Weekday::Sun)
}

/// How many working days of its month there are up to a day.
fn nth_working(of: NaiveDate) -> usize {
    (1..=of.day()).filter(|number| works(of.with_day(*number).expect("a day"))).count()
}

fn is_last_working(of: NaiveDate) -> bool {
    works(of) && of.iter_days().skip(1).take_while(|later| later.month() == of.month()).all(|later| !works(later))
}

/// Weeks since the Monday before 2026.
fn week(of: NaiveDate) -> i64 {
    (of - day(2025, 12, 29)).num_days().div_euclid(7)
}

fn since_start(of: NaiveDate) -> i64 {
    (of - day(2026, 1, 1)).num_days()
}

/// A rule, its times, and the days that it means.
type Compared = (&'static str, &'static [(u32, u32)], fn(NaiveDate) -> bool);

/// All begin on 1 January 2026.
const RULES: [Compared; 30] = [
    ("FREQ=DAILY;BYHOUR=2;BYMINUTE=30", &[(2, 30)], |_| true),
    ("FREQ=DAILY;BYHOUR=2;BYMINUTE=0", &[(2, 0)], |_| true),
    ("FREQ=DAILY;INTERVAL=2;BYHOUR=1;BYMINUTE=45", &[(1, 45)], |day| since_start(day) % 2 == 0),
    ("FREQ=DAILY;INTERVAL=10;BYHOUR=9;BYMINUTE=0", &[(9, 0)], |day| since_start(day) % 10 == 0),
    ("FREQ=DAILY;BYHOUR=2,3,8;BYMINUTE=15", &[(2, 15), (3, 15), (8, 15)], |_| true),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8;BYMINUTE=45", &[(8, 45)], works),
    ("FREQ=WEEKLY;BYDAY=SU;BYHOUR=2;BYMINUTE=30", &[(2, 30)], |day| day.weekday() == Weekday::Sun),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;BYHOUR=2;BYMINUTE=30", &[(2, 30)], |day| {
        day.weekday() == Weekday::Sun && week(day) % 2 == 0
    }),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;BYHOUR=10;BYMINUTE=0", &[(10, 0)], |day| {
        matches!(day.weekday(), Weekday::Mon | Weekday::Thu) && week(day) % 2 == 0
    }),
    ("FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,TU;WKST=SU;BYHOUR=0;BYMINUTE=0", &[(0, 0)], |of| {
        // These weeks begin on Sunday 28 December.
        matches!(of.weekday(), Weekday::Sun | Weekday::Tue) && (of - day(2025, 12, 28)).num_days() / 7 % 3 == 0
    }),
    ("FREQ=MONTHLY;BYDAY=1MO;BYHOUR=10;BYMINUTE=0", &[(10, 0)], |day| is_nth(day, Weekday::Mon, 1)),
    ("FREQ=MONTHLY;BYDAY=2SU;BYHOUR=2;BYMINUTE=30", &[(2, 30)], |day| is_nth(day, Weekday::Sun, 2)),
    ("FREQ=MONTHLY;BYDAY=5WE;BYHOUR=12;BYMINUTE=0", &[(12, 0)], |day| is_nth(day, Weekday::Wed, 5)),
    ("FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=15;BYMINUTE=30", &[(15, 30)], |day| is_last_weekday(day, Weekday::Fri)),
    ("FREQ=MONTHLY;BYDAY=-1SU;BYHOUR=2;BYMINUTE=59", &[(2, 59)], |day| is_last_weekday(day, Weekday::Sun)),
    ("FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=17;BYMINUTE=0", &[(17, 0)], last_of_month),
    ("FREQ=MONTHLY;BYMONTHDAY=1,15;BYHOUR=9;BYMINUTE=0", &[(9, 0)], |day| matches!(day.day(), 1 | 15)),
    ("FREQ=MONTHLY;BYMONTHDAY=31;BYHOUR=9;BYMINUTE=0", &[(9, 0)], |day| day.day() == 31),
    ("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1;BYHOUR=9;BYMINUTE=0", &[(9, 0)], |day| {
        day.day() == 30 || (day.month() == 2 && last_of_month(day))
    }),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;BYHOUR=16;BYMINUTE=0", &[(16, 0)], is_last_working),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,3;BYHOUR=9;BYMINUTE=0", &[(9, 0)], |day| {
        works(day) && matches!(nth_working(day), 1 | 3)
    }),
    ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1;BYHOUR=9;BYMINUTE=0", &[(9, 0)], |day| {
        day.day() == 1 && matches!(day.month(), 1 | 4 | 7 | 10)
    }),
    ("FREQ=MONTHLY;INTERVAL=6;BYDAY=3WE;BYHOUR=9;BYMINUTE=0", &[(9, 0)], |day| {
        is_nth(day, Weekday::Wed, 3) && matches!(day.month(), 1 | 7)
    }),
    ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3;BYHOUR=9;BYMINUTE=0", &[(9, 0)], |day| (day.month(), day.day()) == (12, 3)),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYHOUR=9;BYMINUTE=0", &[(9, 0)], |day| (day.month(), day.day()) == (2, 29)),
    ("FREQ=YEARLY;BYMONTH=3,4,10,11;BYDAY=1SU,-1SU;BYHOUR=2;BYMINUTE=15", &[(2, 15)], |day| {
        matches!(day.month(), 3 | 4 | 10 | 11) && (is_nth(day, Weekday::Sun, 1) || is_last_weekday(day, Weekday::Sun))
    }),
    ("FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYMONTHDAY=15;BYHOUR=9;BYMINUTE=0", &[(9, 0)], |day| {
        (day.month(), day.day()) == (6, 15) && day.year() % 2 == 0
    }),
    ("FREQ=YEARLY;BYYEARDAY=100,-1;BYHOUR=9;BYMINUTE=0", &[(9, 0)], |day| {
        day.ordinal() == 100 || (day.month(), day.day()) == (12, 31)
    }),
    (
        "FREQ=MONTHLY;BYMONTHDAY=13;BYHOUR=2;BYMINUTE=30\nFREQ=WEEKLY;BYDAY=FR,SU;BYHOUR=2;BYMINUTE=30",
        &[(2, 30)],
        |day| day.day() == 13 || matches!(day.weekday(), Weekday::Fri | Weekday::Sun),
    ),
    ("FREQ=YEARLY;BYMONTH=1;BYDAY=SA;BYSETPOS=2;BYHOUR=9;BYMINUTE=0", &[(9, 0)], |day| {
        day.month() == 1 && is_nth(day, Weekday::Sat, 2)
    }),
];

#[test]
fn ten_years_of_each_recurrence_are_those_of_another_computation() {
    for zone in ZONES {
        let clock = Clock::of(zone);
        assert!(clock.changes >= 20, "the clock of {zone} is moved: {}", clock.changes);
        for (rule, times, fits) in RULES {
            let start = day(2026, 1, 1).and_time(chrono::NaiveTime::MIN);
            let schedule = Schedule::repeated(start, zone, rule.parse().expect("a rule")).expect("it can be kept");
            let before = clock.moment(start) - TimeDelta::minutes(1);
            let end = clock.moment(day(2036, 1, 1).and_time(chrono::NaiveTime::MIN));
            let found: Vec<DateTime<Utc>> = schedule.after(before).map(|it| it.at).take_while(|at| *at < end).collect();
            let walls = all_days().filter(|day| fits(*day)).flat_map(|day| {
                times.iter().map(move |(hour, minute)| day.and_hms_opt(*hour, *minute, 0).expect("a time"))
            });
            let mut wanted: Vec<DateTime<Utc>> = walls.map(|wall| clock.moment(wall)).filter(|at| *at < end).collect();
            wanted.dedup();
            assert_eq!(found, wanted, "{rule} in {zone}");
        }
    }
}

#[test]
fn each_hour_of_ten_years_comes_once_but_the_one_that_is_there_twice() {
    for zone in ZONES {
        let clock = Clock::of(zone);
        let start = day(2026, 1, 1).and_time(chrono::NaiveTime::MIN);
        let rule = "FREQ=HOURLY;BYMINUTE=30".parse().expect("a rule");
        let schedule = Schedule::repeated(start, zone, rule).expect("it can be kept");
        let found: Vec<DateTime<Utc>> = schedule.after(clock.moment(start)).map(|it| it.at).take(24 * 800).collect();
        let walls = all_days().flat_map(|day| (0..24).map(move |hour| day.and_hms_opt(hour, 30, 0).expect("a time")));
        let mut wanted: Vec<DateTime<Utc>> = walls.map(|wall| clock.moment(wall)).take(24 * 801).collect();
        wanted.dedup();
        wanted.truncate(24 * 800);
        assert_eq!(found, wanted, "{zone}");
    }
}

#[test]
fn hours_that_do_not_divide_a_day_go_on_over_midnight() {
    let start = day(2026, 1, 1).and_hms_opt(7, 0, 0).expect("a time");
    let rule = "FREQ=HOURLY;INTERVAL=5".parse().expect("a rule");
    let schedule = Schedule::repeated(start, Europe::Amsterdam, rule).expect("it can be kept");
    let walls = (0..2_000).map(|times| start + TimeDelta::hours(5 * times));
    let found = schedule.after(start.and_utc() - TimeDelta::days(1)).map(|it| it.wall).take(2_000);
    assert!(found.eq(walls));
}
