//! Claims about the end of records: a bare row stays, and nothing of what was said; what is held back and what was announced is
//! remembered; years pass as the bot would let them.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Europe::Amsterdam;

use super::signals::{answers, carla, form, protection, team};
use super::*;
use crate::domain::incident::{Happened, IncidentChange, IncidentStep, Nature, NewIncident, NewLine, incident_record};
use crate::domain::retention::{GoneHow, Kept, Owed, Record, RetentionChange, RetentionStep, RetentionTerms};
use crate::domain::{
    Label, NewSignal, OrganisationKind, RecordKind, RecordNumber, SaidOf, SignalChange, SignalStep, WorkingTime,
    signal_record,
};
use crate::store::{Incidents, Signals};

claims!(
    a_record_goes_when_its_term_ends_and_leaves_a_bare_row,
    what_decides_its_end_is_read_without_opening_it,
    what_was_decided_on_an_earlier_state_ends_nothing,
    a_record_is_held_back_with_a_reason_that_only_its_key_opens,
    nothing_of_what_was_planted_is_left_in_the_raw_files,
    years_pass_and_nothing_is_kept_longer_than_its_term,
    ended_agreements_and_decided_proposals_go_after_their_term,
);

const DAY_MS: i64 = 24 * 3_600_000;
/// What stands in everything that is said here.
const PLANTED: &str = "zonnebloem-onder-de-brug";

fn signal_number(random: u32) -> RecordNumber {
    RecordNumber::new(RecordKind::Signal, 2026, random)
}

fn incident_number(random: u32) -> RecordNumber {
    RecordNumber::new(RecordKind::Incident, 2026, random)
}

fn signal(random: u32) -> Record {
    Record::Signal(team(), signal_number(random))
}

fn incident(random: u32) -> Record {
    Record::Incident(team(), incident_number(random))
}

impl Backend {
    async fn signal_sent(&self, random: u32, at_ms: i64) {
        let new = NewSignal {
            form: form(),
            answers: answers(PLANTED, PLANTED),
            protection: protection(Label::AmberStrict),
            level: 1,
            feedback_on: NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day"),
            group: Some(PLANTED.to_owned()),
            released: std::collections::BTreeSet::new(),
        };
        self.signal_goes_on(random, 0, SignalStep::Made(Box::new(new)), at_ms).await;
    }

    async fn signal_goes_on(&self, random: u32, seen: i64, step: SignalStep, at_ms: i64) {
        let change = SignalChange { team: team(), number: signal_number(random), seen, steps: vec![step] };
        self.changed(vec![Change::Signal(change)], at_ms).await.expect("it is written");
    }

    async fn incident_opened(&self, random: u32, at_ms: i64) {
        let new = NewIncident {
            account: me(),
            nature: Nature::Incident,
            form: form(),
            answers: answers(PLANTED, PLANTED),
            protection: protection(Label::AmberStrict),
            group: None,
        };
        let line = NewLine {
            line: 1,
            from_ms: at_ms,
            until_ms: None,
            by: anna(),
            organisation: OrganisationKind::YouthWork,
            happened: Happened::Said { text: PLANTED.to_owned() },
        };
        for (seen, step) in [(0, IncidentStep::Made(Box::new(new))), (1, IncidentStep::Logged(Box::new(line)))] {
            let change = IncidentChange { team: team(), number: incident_number(random), seen, steps: vec![step] };
            self.changed(vec![Change::Incident(change)], at_ms).await.expect("it is written");
        }
    }

    async fn retention(&self, record: Record, seen: i64, step: RetentionStep, at_ms: i64) -> Result<(), StoreError> {
        let erased = matches!(step, RetentionStep::Gone(_)).then(|| Change::Erased { record: record.name() });
        let change = Change::Retention(RetentionChange { record, seen, step });
        self.changed(std::iter::once(change).chain(erased).collect(), at_ms).await
    }

    async fn version(&self, record: &Record) -> i64 {
        self.store.life(record).await.expect("it is read").expect("it is there").version
    }
}

async fn a_record_goes_when_its_term_ends_and_leaves_a_bare_row(on: Backend) {
    on.with_signals().await;
    on.signal_sent(1, NOW_MS).await;
    on.signal_goes_on(1, 1, SignalStep::Taken { by: bilal() }, NOW_MS).await;
    on.incident_opened(1, NOW_MS).await;
    for record in [signal(1), incident(1)] {
        let seen = on.version(&record).await;
        let gone = RetentionStep::Gone(GoneHow::Expired);
        on.retention(record.clone(), seen, gone, NOW_MS + DAY_MS).await.expect("it goes");
        assert_eq!(on.store.life(&record).await.expect("it is read"), None);
    }
    assert!(on.store.signal_guards(&team(), &Signals::default()).await.expect("read").is_empty());
    assert!(on.store.incident_guards(&team(), &Incidents::default()).await.expect("read").is_empty());
    // How it went, and nobody is named in it.
    for sql in [
        "SELECT status || ' ' || gone_how || ' ' || author || COALESCE(owner, '-') FROM signal",
        "SELECT status || ' ' || gone_how || ' ' || author || COALESCE(owner, '-') FROM incident",
    ] {
        assert_eq!(on.texts(sql).await, [Some("gone expired -".to_owned())], "{sql}");
    }
    for sql in ["SELECT ended_ms FROM signal", "SELECT ended_ms FROM incident"] {
        assert_eq!(on.numbers(sql).await, [NOW_MS + DAY_MS], "{sql}");
    }
    for sql in [
        "SELECT COUNT(*) FROM incident_line",
        "SELECT COUNT(*) FROM contribution",
        "SELECT COUNT(*) FROM signal_feedback",
        "SELECT COUNT(*) FROM retention",
    ] {
        assert_eq!(on.numbers(sql).await, [0], "{sql}");
    }
}

async fn what_decides_its_end_is_read_without_opening_it(on: Backend) {
    on.with_signals().await;
    on.signal_sent(1, NOW_MS).await;
    on.signal_sent(2, NOW_MS + 1).await;
    on.signal_goes_on(2, 1, SignalStep::Taken { by: bilal() }, NOW_MS + 2).await;
    on.signal_sent(3, NOW_MS + 3).await;
    on.signal_goes_on(3, 1, SignalStep::Closed { reason: "klaar".into() }, NOW_MS + 4).await;
    // What comes after its closing does not begin its term anew.
    on.signal_goes_on(3, 2, SignalStep::FeedbackRead { id: "f".into() }, NOW_MS + 5).await;
    on.incident_opened(1, NOW_MS + 6).await;
    let lives = on.store.lives(&[team()]).await.expect("they are read");
    let mut seen: Vec<_> = lives.into_iter().map(|life| (life.since_ms - NOW_MS, life.kept, life.owner)).collect();
    seen.sort_by_key(|(since, ..)| *since);
    let expected = [
        (0, Kept::UnfollowedSignal, None),
        (2, Kept::FollowedSignal, Some(bilal())),
        (4, Kept::FollowedSignal, None),
        (6, Kept::Incident, None),
    ];
    assert_eq!(seen, expected);
}

async fn what_was_decided_on_an_earlier_state_ends_nothing(on: Backend) {
    on.with_signals().await;
    on.signal_sent(1, NOW_MS).await;
    let seen = on.version(&signal(1)).await;
    on.signal_goes_on(1, seen, SignalStep::Taken { by: bilal() }, NOW_MS + 1).await;
    let late = on.retention(signal(1), seen, RetentionStep::Gone(GoneHow::Expired), NOW_MS + 2).await;
    assert!(matches!(late, Err(StoreError::Overtaken)), "{late:?}");
    assert!(on.store.signal(&team(), &signal_number(1)).await.expect("it is read").is_some());
    // An announcement is no change of the record: who decided something meanwhile is not made to look again.
    let seen = on.version(&signal(1)).await;
    on.retention(signal(1), seen, RetentionStep::Announced { end_ms: NOW_MS + 9 }, NOW_MS + 3)
        .await
        .expect("announced");
    on.signal_goes_on(1, seen, SignalStep::Closed { reason: "klaar".into() }, NOW_MS + 4).await;
}

async fn a_record_is_held_back_with_a_reason_that_only_its_key_opens(on: Backend) {
    on.with_signals().await;
    on.signal_sent(1, NOW_MS).await;
    let until = NaiveDate::from_ymd_opt(2027, 3, 1).expect("a day");
    let seen = on.version(&signal(1)).await;
    on.retention(signal(1), seen, RetentionStep::Announced { end_ms: NOW_MS + 9 }, NOW_MS + 1)
        .await
        .expect("announced");
    let held = RetentionStep::Held { until, by: carla(), reason: PLANTED.into() };
    on.retention(signal(1), seen, held, NOW_MS + 2).await.expect("held");
    let life = on.store.life(&signal(1)).await.expect("read").expect("there");
    assert_eq!((life.held_until, life.announced.map(|one| one.end_ms)), (Some(until), Some(NOW_MS + 9)));
    let held = on.store.held(&signal(1)).await.expect("read").expect("held");
    assert_eq!((held.until, held.reason.as_str()), (until, PLANTED));
    assert!(on.store.erase_record(&signal(1).name(), NOW_MS).await.expect("erased"));
    assert_eq!(on.store.held(&signal(1)).await.expect("read"), None);
    assert!(!on.store.life(&signal(1)).await.expect("read").expect("its row is there").open);
}

/// All bytes that the engine has on its disk for this database.
async fn on_disk(on: &Backend) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut folders = match on.file() {
        Some(file) => vec![file.parent().expect("a folder").to_path_buf()],
        None => {
            on.run("CHECKPOINT").await;
            let database = on.numbers("SELECT CAST(oid AS BIGINT) FROM pg_database WHERE datname = current_database()");
            let data = engine::data_dir();
            vec![data.join("base").join(database.await[0].to_string()), data.join("pg_wal")]
        }
    };
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the folder is read") {
            let path = entry.expect("it is read").path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(more) = std::fs::read(&path) {
                bytes.extend(more);
            }
        }
    }
    bytes
}

fn holds(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

async fn nothing_of_what_was_planted_is_left_in_the_raw_files(on: Backend) {
    on.with_signals().await;
    on.signal_sent(1, NOW_MS).await;
    on.incident_opened(1, NOW_MS).await;
    let said = SaidOf { room: room("een"), event: event("geplant") };
    let said_of = Change::SaidOf { record: signal(1).name(), said: vec![said] };
    on.changed(vec![said_of], NOW_MS).await.expect("remembered");
    let keys: Vec<Vec<u8>> = on
        .bytes("SELECT wrapped FROM record_key WHERE record LIKE 'signal/%' OR record LIKE 'incident/%'")
        .await
        .into_iter()
        .flatten()
        .collect();
    assert_eq!(keys.len(), 2);
    for record in [signal(1), incident(1)] {
        let seen = on.version(&record).await;
        let forgotten = Change::Unsaid { record: record.name() };
        on.changed(vec![forgotten], NOW_MS).await.expect("forgotten");
        on.retention(record, seen, RetentionStep::Gone(GoneHow::Expired), NOW_MS + DAY_MS).await.expect("it goes");
    }
    let bytes = on_disk(&on).await;
    // The text was never there in clear; and the keys that opened it are gone as well, from the rows and from the log of SQLite.
    assert!(!holds(&bytes, PLANTED.as_bytes()));
    if on.file().is_some() {
        for key in &keys {
            assert!(!holds(&bytes, key), "a key of what is gone is still there");
        }
        assert!(!holds(&bytes, event("geplant").as_str().as_bytes()), "which message said it");
    }
    assert_eq!(
        on.numbers("SELECT COUNT(*) FROM record_key WHERE wrapped IS NOT NULL AND record LIKE 'signal/%'").await,
        [0]
    );
}

/// Does once a day what the bot does: announces and ends.
async fn a_day(on: &Backend, now: DateTime<Utc>, terms: &RetentionTerms) -> (usize, usize) {
    let (mut announced, mut ended) = (0, 0);
    for life in on.store.lives(&[team()]).await.expect("they are read") {
        let step = match life.owed(now, terms, WorkingTime::standard(), Amsterdam) {
            Owed::Nothing => continue,
            Owed::Announce(end_ms) => {
                announced += 1;
                RetentionStep::Announced { end_ms }
            }
            Owed::End => {
                ended += 1;
                RetentionStep::Gone(GoneHow::Expired)
            }
        };
        on.retention(life.record, life.version, step, now.timestamp_millis()).await.expect("it is written");
    }
    (announced, ended)
}

async fn years_pass_and_nothing_is_kept_longer_than_its_term(on: Backend) {
    on.with_signals().await;
    let terms = RetentionTerms::default();
    let begin = DateTime::from_timestamp_millis(NOW_MS).expect("a moment");
    let (mut announced, mut ended) = (0, 0);
    let mut made = 0_u32;
    for day in 0..1_200_i64 {
        let now = begin + TimeDelta::days(day);
        // One of each kind every forty days, for two years.
        if day % 40 == 0 && day < 730 {
            made += 1;
            on.signal_sent(made, now.timestamp_millis()).await;
            if made.is_multiple_of(2) {
                on.signal_goes_on(made, 1, SignalStep::Taken { by: bilal() }, now.timestamp_millis()).await;
            }
            on.incident_opened(made, now.timestamp_millis()).await;
        }
        let (more, gone) = a_day(&on, now, &terms).await;
        announced += more;
        ended += gone;
        if day % 50 == 49 {
            // Looked at each day, nothing outlives its term by more than the day and what a late announcement adds.
            for life in on.store.lives(&[team()]).await.expect("they are read") {
                let over = now.timestamp_millis() - life.end_ms(&terms, Amsterdam);
                assert!(over <= DAY_MS, "{:?} is there {over} ms after its end", life.record);
            }
        }
    }
    let all = usize::try_from(made).expect("few") * 2;
    assert_eq!((announced, ended), (all, all));
    assert_eq!(on.numbers("SELECT COUNT(*) FROM signal WHERE status = 'gone'").await, [i64::from(made)]);
    assert_eq!(
        on.numbers("SELECT COUNT(*) FROM record_key WHERE wrapped IS NOT NULL AND record LIKE 'incident/%'").await,
        [0]
    );
    let keys = on.store.erasures().await.expect("they are read");
    assert!(keys.iter().any(|(record, _)| *record == signal_record(&team(), &signal_number(1))));
    assert!(keys.iter().any(|(record, _)| *record == incident_record(&team(), &incident_number(1))));
}

async fn ended_agreements_and_decided_proposals_go_after_their_term(on: Backend) {
    on.with_signals().await;
    for sql in [
        "INSERT INTO record_key (record, master, wrapped)
         SELECT 'agreement/oost/AF-2026-bcdf', master, wrapped FROM record_key WHERE record = 'hash/names'",
        "INSERT INTO record_key (record, master, wrapped)
         SELECT 'practice/oost/p1', master, wrapped FROM record_key WHERE record = 'hash/names'",
        "INSERT INTO agreement (team_id, number, kind, status, changes, made_ms, ended_how, ended_ms)
         VALUES ('oost', 'AF-2026-bcdf', 'signal', 'ended', 2, 0, 'stopped', 1790000000000)",
        "INSERT INTO agreement_version (team_id, number, version, state, text, review_on, proposed_by, proposed_for, proposed_ms)
         SELECT 'oost', 'AF-2026-bcdf', 1, 'past', name, '2027-01-01', '@anna:example.org', 'police', 0 FROM team",
        "INSERT INTO practice_entry (entry_id, team_id, slug, number, basis, state, entry, proposed_ms, decided_ms)
         SELECT 'p1', 'oost', 'iets', 1, 0, 'refused', name, 0, 1790000000000 FROM team",
    ] {
        on.run(sql).await;
    }
    let terms = RetentionTerms::default();
    let counts = async |on: &Backend| {
        let mut counts = Vec::new();
        for sql in [
            "SELECT COUNT(*) FROM agreement_version",
            "SELECT COUNT(*) FROM practice_entry",
            "SELECT COUNT(*) FROM record_key WHERE wrapped IS NOT NULL AND record LIKE 'agreement/%'",
            "SELECT COUNT(*) FROM record_key WHERE wrapped IS NOT NULL AND record LIKE 'practice/%'",
        ] {
            counts.extend(on.numbers(sql).await);
        }
        counts
    };
    on.store.prune(NOW_MS + terms.ms(Kept::DecidedProposal), &terms).await.expect("pruned");
    assert_eq!(counts(&on).await, [1, 1, 1, 1]);
    on.store.prune(NOW_MS + terms.ms(Kept::DecidedProposal) + 1, &terms).await.expect("pruned");
    assert_eq!(counts(&on).await, [1, 0, 1, 0]);
    on.store.prune(NOW_MS + terms.ms(Kept::EndedAgreement) + 1, &terms).await.expect("pruned");
    assert_eq!(counts(&on).await, [0, 0, 0, 0]);
    assert_eq!(on.texts("SELECT status FROM agreement").await, [Some("ended".to_owned())]);
}
