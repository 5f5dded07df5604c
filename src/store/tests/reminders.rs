//! Claims about reminders: kept whole and sealed, changed one at a time, due when their row says so, forgotten in the end.

use chrono::NaiveDate;

use super::*;
use crate::domain::retention::RetentionTerms;
use crate::domain::{
    Addressee, Course, Due, DueKind, Manner, NewReminder, RecordKind, RecordNumber, Reminded, Reminder, ReminderChange,
    ReminderStatus, ReminderStep, Schedule, TeamChange, TeamId, TeamStep, reminder_record,
};
use crate::store::{REMINDED_LASTS_MS, Reminders};

claims!(
    a_reminder_reads_back_as_it_was_made,
    what_it_says_cannot_be_read_in_the_tables,
    what_was_decided_on_an_earlier_state_is_refused,
    it_is_due_when_its_change_says_so_and_ends_with_what_follows,
    made_anew_it_keeps_its_number_and_nothing_of_before,
    a_list_holds_what_is_mine_and_what_is_said_in_my_rooms_the_next_one_first,
    a_reaction_is_remembered_with_how_far_it_had_come,
    erased_it_is_gone,
    what_was_said_and_never_ticked_off_ends_after_two_weeks_and_is_forgotten_after_a_month_more,
    one_that_lost_its_due_row_or_was_said_in_the_future_is_found,
    a_team_has_one_overview,
    zones_of_people_and_teams_are_kept,
);

fn team() -> TeamId {
    TeamId::new("oost")
}

fn number(random: u32) -> RecordNumber {
    RecordNumber::new(RecordKind::Reminder, 2026, random)
}

fn new(to: Addressee, rule: Option<&str>) -> NewReminder {
    let wall = NaiveDate::from_ymd_opt(2026, 10, 1).and_then(|day| day.and_hms_opt(10, 0, 0)).expect("a time");
    let zone = chrono_tz::Europe::Amsterdam;
    let schedule = match rule {
        None => Schedule::once(wall, zone),
        Some(rule) => Schedule::repeated(wall, zone, rule.parse().expect("a rule")).expect("it happens"),
    };
    NewReminder {
        author: anna(),
        to,
        what: Reminded::Text("zonnebloem".into()),
        schedule,
        manner: Manner { until_confirmed: true, ..Manner::default() },
        asked_in: (room("chain"), event("asked")),
    }
}

fn change(random: u32, seen: i64, step: ReminderStep, next_ms: Option<i64>) -> Change {
    Change::Reminder(ReminderChange { account: me(), team: team(), number: number(random), seen, step, next_ms })
}

fn said(at_ms: i64) -> Course {
    Course { status: ReminderStatus::Said, last_ms: Some(at_ms), asked: 1, open: true, again_ms: None }
}

impl Backend {
    async fn with_reminders(&self) {
        self.with_room(&room("chain")).await;
        let steps = vec![TeamStep::Made { name: "oost".into() }];
        self.decide(vec![Change::Team(TeamChange { team: team(), seen: None, steps })]).await.expect("a team");
    }

    async fn decide(&self, changes: Vec<Change>) -> Result<(), StoreError> {
        self.store.decided(&Turn { changes, out: vec![] }, NOW_MS).await
    }

    async fn remind(&self, random: u32, new: NewReminder, next_ms: i64) {
        let step = ReminderStep::Made(Box::new(new));
        self.decide(vec![change(random, 0, step, Some(next_ms))]).await.expect("it is made");
    }

    async fn reminder(&self, random: u32) -> Option<Reminder> {
        self.store.reminder(&team(), &number(random)).await.expect("it is read")
    }

    async fn reminders(&self, which: &Reminders) -> Vec<String> {
        let (page, all) = self.store.reminders(&team(), which, 0, 10).await.expect("a list");
        assert_eq!(page.len(), all);
        page.iter().map(|one| one.number.to_string()).collect()
    }
}

async fn a_reminder_reads_back_as_it_was_made(on: Backend) {
    on.with_reminders().await;
    for (random, to, rule) in [
        (1, Addressee::Author, None),
        (2, Addressee::Room(room("chain")), Some("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")),
        (3, Addressee::People(room("chain"), vec![anna(), bilal()]), Some("FREQ=MONTHLY;BYDAY=1MO")),
    ] {
        let new = new(to, rule);
        on.remind(random, new.clone(), NOW_MS + 5).await;
        let read = on.reminder(random).await.expect("it is there");
        assert_eq!(read.to, new.to);
        assert_eq!((&read.what, &read.schedule, read.manner), (&new.what, &new.schedule, new.manner));
        assert_eq!((read.version, read.course, read.made_ms), (1, Course::default(), NOW_MS));
        assert_eq!(read.asked_in, new.asked_in);
    }
    let found = on.store.reminder_asked_by(&room("chain"), &event("asked")).await.expect("it is read");
    assert_eq!(found.map(|it| it.team), Some(team()));
    assert_eq!(on.store.reminder_asked_by(&room("other"), &event("asked")).await.expect("it is read"), None);
}

async fn what_it_says_cannot_be_read_in_the_tables(on: Backend) {
    on.with_reminders().await;
    on.remind(1, new(Addressee::Author, None), NOW_MS).await;
    let stored = on.bytes("SELECT words FROM reminder").await.remove(0).expect("it is there");
    assert!(!stored.windows(10).any(|window| window == b"zonnebloem"));
    on.remind(2, new(Addressee::Author, None), NOW_MS).await;
    on.run("UPDATE reminder SET words = (SELECT words FROM reminder AS other WHERE other.number <> reminder.number)")
        .await;
    assert!(on.store.reminder(&team(), &number(1)).await.is_err(), "words put elsewhere do not open there");
}

async fn what_was_decided_on_an_earlier_state_is_refused(on: Backend) {
    on.with_reminders().await;
    on.remind(1, new(Addressee::Author, None), NOW_MS).await;
    let went = |seen| vec![change(1, seen, ReminderStep::Went { course: said(NOW_MS), tick: None }, None)];
    on.decide(went(1)).await.expect("it goes on");
    assert!(matches!(on.decide(went(1)).await, Err(StoreError::Overtaken)));
    let made = ReminderStep::Made(Box::new(new(Addressee::Author, None)));
    assert!(matches!(on.decide(vec![change(1, 0, made, None)]).await, Err(StoreError::Overtaken)), "it is there");
    assert_eq!(on.reminder(1).await.map(|it| (it.version, it.course)), Some((2, said(NOW_MS))));
}

async fn it_is_due_when_its_change_says_so_and_ends_with_what_follows(on: Backend) {
    on.with_reminders().await;
    on.remind(1, new(Addressee::Author, None), NOW_MS + 5).await;
    assert_eq!(on.store.due(&me(), NOW_MS, 10).await.expect("it is read"), []);
    let due = on.store.due(&me(), NOW_MS + 5, 10).await.expect("it is read");
    let subject = reminder_record(&team(), &number(1));
    assert_eq!(due, [Due { kind: DueKind::Reminder, subject, at_ms: NOW_MS + 5 }]);
    let course = said(NOW_MS + 5);
    let again = change(1, 1, ReminderStep::Went { course, tick: None }, Some(NOW_MS + 9));
    let mut turn = turn(&room("chain"), [Deed::Say(say("zonnebloem"))]);
    turn.changes.push(again);
    let work = [(due[0].clone(), turn)];
    assert_eq!(on.store.fulfil(&me(), &work, NOW_MS + 5).await.expect("it is written"), [true]);
    assert_eq!(on.store.fulfil(&me(), &work, NOW_MS + 5).await.expect("nothing is written"), [false]);
    assert_eq!(on.numbers("SELECT COUNT(*) FROM outbox").await, [1], "said once");
    assert_eq!(on.numbers("SELECT at_ms FROM due").await, [NOW_MS + 9]);
    assert_eq!(on.numbers("SELECT next_ms FROM reminder").await, [NOW_MS + 9]);
}

async fn made_anew_it_keeps_its_number_and_nothing_of_before(on: Backend) {
    on.with_reminders().await;
    on.remind(1, new(Addressee::People(room("chain"), vec![bilal()]), None), NOW_MS + 5).await;
    let other = NewReminder { what: Reminded::Text("viooltje".into()), ..new(Addressee::Author, Some("FREQ=DAILY")) };
    let step = ReminderStep::Made(Box::new(other.clone()));
    on.decide(vec![change(1, 1, step, Some(NOW_MS + 7))]).await.expect("it is made anew");
    let read = on.reminder(1).await.expect("it is there");
    assert_eq!((read.version, &read.what, &read.to), (2, &other.what, &Addressee::Author));
    assert_eq!(read.schedule, other.schedule);
    assert_eq!(on.numbers("SELECT COUNT(*) FROM reminder_for").await, [0]);
    assert_eq!(on.numbers("SELECT at_ms FROM due").await, [NOW_MS + 7]);
}

async fn a_list_holds_what_is_mine_and_what_is_said_in_my_rooms_the_next_one_first(on: Backend) {
    on.with_reminders().await;
    on.remind(1, new(Addressee::Author, None), NOW_MS + 9).await;
    on.remind(2, new(Addressee::Room(room("chain")), None), NOW_MS + 5).await;
    on.remind(3, new(Addressee::People(room("police"), vec![bilal()]), None), NOW_MS + 7).await;
    let names = |numbers: &[u32]| numbers.iter().map(|one| number(*one).to_string()).collect::<Vec<_>>();
    assert_eq!(on.reminders(&Reminders::In(room("chain"))).await, names(&[2]));
    assert_eq!(on.reminders(&Reminders::Of(anna(), vec![room("chain")])).await, names(&[2, 3, 1]));
    assert_eq!(on.reminders(&Reminders::Of(bilal(), vec![])).await, names(&[3]));
    let done = Course { status: ReminderStatus::Done, open: false, ..said(NOW_MS) };
    on.decide(vec![change(2, 1, ReminderStep::Went { course: done, tick: None }, None)]).await.expect("it ends");
    assert_eq!(on.reminders(&Reminders::In(room("chain"))).await, names(&[]));
    // Said and not ticked off it is still there.
    on.decide(vec![change(1, 1, ReminderStep::Went { course: said(NOW_MS), tick: None }, None)]).await.expect("said");
    assert_eq!(on.reminders(&Reminders::Of(anna(), vec![])).await, names(&[1, 3]));
    let ahead = on.store.reminders_ahead(&me()).await.expect("they are read");
    assert_eq!(ahead.iter().map(|one| one.number.clone()).collect::<Vec<_>>(), [number(3)]);
}

async fn a_reaction_is_remembered_with_how_far_it_had_come(on: Backend) {
    on.with_reminders().await;
    on.remind(1, new(Addressee::Author, Some("FREQ=DAILY")), NOW_MS).await;
    let before = said(NOW_MS);
    let done = Course { open: false, ..before };
    let step = ReminderStep::Went { course: done, tick: Some((event("tick"), before)) };
    on.decide(vec![change(1, 1, step, Some(NOW_MS + 5))]).await.expect("it is ticked off");
    let (reminder, was) = on.store.reminder_ticked_by(&event("tick")).await.expect("it is read").expect("it is there");
    assert_eq!((reminder.course, was), (done, before));
    let step = ReminderStep::Went { course: before, tick: None };
    on.decide(vec![change(1, 2, step, Some(NOW_MS + 5))]).await.expect("it goes on");
    assert_eq!(
        on.store.reminder_ticked_by(&event("tick")).await.expect("it is read"),
        None,
        "only the last one counts"
    );
}

async fn erased_it_is_gone(on: Backend) {
    on.with_reminders().await;
    on.remind(1, new(Addressee::Author, None), NOW_MS).await;
    let record = reminder_record(&team(), &number(1));
    let erased = vec![change(1, 1, ReminderStep::Erased, None), Change::Erased { record }];
    on.decide(erased).await.expect("it is erased");
    assert_eq!(on.reminder(1).await, None);
    assert_eq!(on.numbers("SELECT COUNT(*) FROM reminder WHERE words IS NOT NULL").await, [0]);
    assert_eq!(on.numbers("SELECT COUNT(*) FROM due").await, [0]);
    let mut random = [1, 2].into_iter();
    let random = || random.next().expect("two are enough");
    let free = on.store.free_number(RecordKind::Reminder, &team(), 2026, random).await;
    assert_eq!(free.expect("it is found"), number(2), "its number is not given again");
}

async fn what_was_said_and_never_ticked_off_ends_after_two_weeks_and_is_forgotten_after_a_month_more(on: Backend) {
    on.with_reminders().await;
    on.remind(1, new(Addressee::Author, None), NOW_MS).await;
    let went = ReminderStep::Went { course: said(NOW_MS), tick: None };
    on.decide(vec![change(1, 1, went, None)]).await.expect("it is said");
    on.store.prune(NOW_MS + REMINDED_LASTS_MS, &RetentionTerms::default()).await.expect("pruned");
    assert_eq!(on.reminder(1).await.map(|it| it.course.open), Some(true));
    let ended = NOW_MS + REMINDED_LASTS_MS + 1;
    on.store.prune(ended, &RetentionTerms::default()).await.expect("pruned");
    assert_eq!(on.reminder(1).await.map(|it| it.course.status), Some(ReminderStatus::Done));
    on.store.prune(ended + 30 * 24 * 3_600_000, &RetentionTerms::default()).await.expect("pruned");
    assert!(on.reminder(1).await.is_some());
    on.store.prune(ended + 30 * 24 * 3_600_000 + 1, &RetentionTerms::default()).await.expect("pruned");
    assert_eq!(on.reminder(1).await, None);
    assert_eq!(on.numbers("SELECT COUNT(*) FROM reminder WHERE words IS NOT NULL").await, [0]);
}

async fn one_that_lost_its_due_row_or_was_said_in_the_future_is_found(on: Backend) {
    on.with_reminders().await;
    on.remind(1, new(Addressee::Author, None), NOW_MS + 5).await;
    on.remind(2, new(Addressee::Author, Some("FREQ=DAILY")), NOW_MS + 5).await;
    on.remind(3, new(Addressee::Author, None), NOW_MS + 5).await;
    assert_eq!(on.store.reminders_astray(&me(), NOW_MS).await.expect("they are read"), []);
    let ahead = Course { status: ReminderStatus::Planned, ..said(NOW_MS + 100) };
    on.decide(vec![change(2, 1, ReminderStep::Went { course: ahead, tick: None }, Some(NOW_MS + 200))])
        .await
        .expect("it was said");
    on.run("DELETE FROM due WHERE at_ms = (SELECT MIN(at_ms) FROM due)").await;
    let astray = on.store.reminders_astray(&me(), NOW_MS + 50).await.expect("they are read");
    assert_eq!(astray.len(), 3, "two lost their row, one was said ahead of the clock");
}

async fn a_team_has_one_overview(on: Backend) {
    on.with_reminders().await;
    assert_eq!(on.store.team_overview(&team()).await.expect("it is read"), None);
    let overview = NewReminder { what: Reminded::Overview, ..new(Addressee::Room(room("chain")), Some("FREQ=WEEKLY")) };
    on.remind(1, overview, NOW_MS + 5).await;
    let read = on.store.team_overview(&team()).await.expect("it is read").expect("it is there");
    assert_eq!((read.number, read.what), (number(1), Reminded::Overview));
    let stopped = Course { status: ReminderStatus::Stopped, ..Course::default() };
    on.decide(vec![change(1, 1, ReminderStep::Went { course: stopped, tick: None }, None)]).await.expect("it ends");
    assert_eq!(on.store.team_overview(&team()).await.expect("it is read"), None);
}

async fn zones_of_people_and_teams_are_kept(on: Backend) {
    on.with_reminders().await;
    let zone = chrono_tz::America::Curacao;
    assert_eq!(on.store.person_time_zone(&anna()).await.expect("it is read"), None);
    let of_team = TeamChange { team: team(), seen: None, steps: vec![TeamStep::TimeZone { zone }] };
    on.decide(vec![Change::PersonTimeZone { person: anna(), zone }, Change::Team(of_team)]).await.expect("kept");
    assert_eq!(on.store.person_time_zone(&anna()).await.expect("it is read"), Some(zone));
    assert_eq!(on.store.team_time_zone(&team()).await.expect("it is read"), Some(zone));
    assert_eq!(on.store.person_language(&anna()).await.expect("it is read"), None);
}
