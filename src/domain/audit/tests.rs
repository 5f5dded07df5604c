//! Whatever somebody does to the rows of a log is found, and named as what it is.

use chrono::{DateTime, Utc};
use proptest::prelude::*;

use super::*;
use crate::privacy::{Keys, RecordKey};

const NOW_MS: i64 = 1_790_000_000_000;

fn key() -> RecordKey {
    Keys::new().new_record("hash/audit").0
}

/// A log as it lies in the database.
#[derive(Debug, Clone)]
struct Log {
    key: RecordKey,
    rows: Vec<Row>,
    head: Option<Head>,
    checkpoint: Option<Checkpoint>,
    marks: Vec<Mark>,
}

fn entry(seed: usize) -> Entry {
    let actor = match seed % 4 {
        0 => Actor::Operator,
        1 => Actor::Bot,
        _ => Actor::Person(UserId::new(format!("@p{seed}:example.org"))),
    };
    let action = Action::ALL[seed % Action::ALL.len()];
    let at_ms = NOW_MS + i64::try_from(seed).expect("it is small");
    let entry = Entry::new(at_ms, actor, action, "agreement", &format!("AF-2026-{seed}"));
    match seed % 3 {
        0 => entry,
        1 => entry.of(&TeamId::new("t1")),
        _ => entry.of(&TeamId::new("t2")).with(Detail::Count(seed as u64)),
    }
}

fn log(length: usize) -> Log {
    let key = key();
    let mut rows: Vec<Row> = Vec::new();
    for seed in 0..length {
        let (number, previous) = rows.last().map_or((0, GENESIS.to_vec()), |row| (row.number, row.hash.clone()));
        rows.push(Row::after(number, &previous, &entry(seed), &key));
    }
    let head = rows.last().map_or(Head::new(0, &GENESIS, &key), |row| Head::new(row.number, &row.hash, &key));
    Log { key, rows, head: Some(head), checkpoint: None, marks: Vec::new() }
}

impl Log {
    /// The same log after its first rows were let go.
    fn pruned(mut self, number: usize) -> Self {
        if let Some(last) = self.rows.drain(..number).next_back() {
            let pruned = i64::try_from(number).expect("it is small");
            self.checkpoint = Some(Checkpoint::new(last.number, &last.hash, NOW_MS, pruned, &self.key));
        }
        self
    }

    /// A mark of how far it has come.
    fn mark(&self) -> Mark {
        let last = self.rows.last().expect("it has rows");
        Mark { at: at(last.number), count: last.number, hash: last.hash.clone().try_into().expect("32 bytes") }
    }

    fn find(&self) -> Vec<Finding> {
        self.check().findings
    }

    fn check(&self) -> Findings {
        let mut check = Check::new(&self.key, self.head.clone(), self.checkpoint.clone(), self.marks.clone());
        let mut rows = self.rows.clone();
        rows.sort_by_key(|row| row.number);
        for row in rows {
            check.take(row);
        }
        check.finish()
    }
}

fn at(day: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(NOW_MS / 1000 * 1000 + day * 86_400_000).expect("it is a moment")
}

/// Another entry in the place of one, in one of its columns.
fn tamper(row: &mut Row, column: usize) {
    match column {
        0 => row.at_ms += 1,
        1 => row.actor.push('x'),
        2 => (if row.action == "read" { "made" } else { "read" }).clone_into(&mut row.action),
        3 => row.record.push('2'),
        4 => row.team = row.team.as_ref().map_or(Some(String::new()), |_| None),
        5 => row.detail = Some("count:999999".to_owned()),
        6 => row.hash[7] ^= 1,
        7 => row.previous[31] ^= 128,
        _ => row.hash.truncate(5),
    }
}

proptest! {
    // Many hashes in each; without optimisation the usual 256 cases take seconds.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn an_untouched_log_is_whole(length in 0..40_usize, prune: prop::sample::Index) {
        let log = log(length);
        let pruned = log.clone().pruned(prune.index(length + 1));
        prop_assert_eq!(log.find(), []);
        prop_assert_eq!(pruned.find(), []);
        prop_assert_eq!(pruned.check().last, i64::try_from(length).expect("it is small"));
    }

    #[test]
    fn a_change_in_any_column_of_any_row_is_named(length in 1..40_usize, at: prop::sample::Index, column in 0..9_usize) {
        let mut log = log(length);
        let index = at.index(length);
        tamper(&mut log.rows[index], column);
        let number = log.rows[index].number;
        prop_assert_eq!(log.find(), [Finding::Changed { from: number, to: number }]);
    }

    #[test]
    fn changes_of_several_rows_are_all_named(at in prop::collection::btree_set(0..30_usize, 1..10), column in 0..9_usize) {
        let mut log = log(30);
        for index in &at {
            tamper(&mut log.rows[*index], column);
        }
        let named: Vec<i64> = log.find().iter().flat_map(|finding| match finding {
            Finding::Changed { from, to } => *from..=*to,
            other => panic!("{other:?}"),
        }).collect();
        let expected: Vec<i64> = at.iter().map(|index| log.rows[*index].number).collect();
        prop_assert_eq!(named, expected);
    }

    #[test]
    fn what_is_removed_is_named_wherever_it_stood(length in 1..40_usize, from: prop::sample::Index, count in 1..8_usize) {
        let mut log = log(length);
        let from = from.index(length);
        let to = (from + count).min(length);
        log.rows.drain(from..to);
        let (first, last) = (i64::try_from(from + 1).expect("small"), i64::try_from(to).expect("small"));
        let expected = if to == length {
            Finding::EndCutOff { from: first, to: last }
        } else if from == 0 {
            Finding::BeginningCutOff { from: first, to: last }
        } else {
            Finding::Removed { from: first, to: last }
        };
        prop_assert_eq!(log.find(), [expected]);
    }

    #[test]
    fn two_rows_that_changed_places_are_named(length in 2..40_usize, one: prop::sample::Index, other: prop::sample::Index, whole: bool) {
        let mut log = log(length);
        let (one, other) = (one.index(length), other.index(length));
        prop_assume!(one != other);
        log.rows.swap(one, other);
        let (first, second) = (log.rows[one].number, log.rows[other].number);
        log.rows[one].number = second;
        log.rows[other].number = first;
        if !whole {
            // What they say has changed places, and the hashes have stayed.
            let (previous, hash) = (log.rows[one].previous.clone(), log.rows[one].hash.clone());
            log.rows[one].previous = std::mem::replace(&mut log.rows[other].previous, previous);
            log.rows[one].hash = std::mem::replace(&mut log.rows[other].hash, hash);
        }
        let (low, high) = (first.min(second), first.max(second));
        let expected = [Finding::Reordered { number: low, was: high }, Finding::Reordered { number: high, was: low }];
        prop_assert_eq!(log.find(), expected);
    }

    #[test]
    fn a_pruned_log_whose_beginning_is_cut_off_is_named(length in 3..40_usize, prune: prop::sample::Index, cut: prop::sample::Index) {
        let prune = prune.index(length - 2) + 1;
        let mut log = log(length).pruned(prune);
        let cut = cut.index(length - prune - 1) + 1;
        log.rows.drain(..cut);
        let from = i64::try_from(prune + 1).expect("small");
        let to = i64::try_from(prune + cut).expect("small");
        prop_assert_eq!(log.find(), [Finding::BeginningCutOff { from, to }]);
    }

    #[test]
    fn with_marks_an_end_that_was_cut_off_with_its_head_is_named(length in 2..40_usize, cut: prop::sample::Index) {
        let mut log = log(length);
        log.marks = vec![log.mark()];
        log.rows.truncate(cut.index(length - 1) + 1);
        let last = log.rows.last().expect("one is left").clone();
        // An older copy of the head, as whoever cut the end off may have kept it.
        log.head = Some(Head::new(last.number, &last.hash, &log.key));
        let mark = &log.marks[0];
        let expected = Finding::MarksBeyondEnd { at: mark.at, count: mark.count, last: last.number, more: 0 };
        prop_assert_eq!(log.find(), [expected]);
    }

    #[test]
    fn a_mark_reads_back_as_itself_and_nothing_typed_breaks_it(count in 1..i64::MAX, hash: Hash, day in 0..40_000_i64, typed: String) {
        let mark = Mark { at: at(day), count, hash };
        prop_assert_eq!(mark.to_string().parse(), Ok(mark));
        let _ = typed.parse::<Mark>();
    }
}

#[test]
fn a_row_that_was_moved_to_the_end_is_named() {
    let mut log = log(10);
    log.rows[4].number = 5000;
    assert_eq!(log.find(), [Finding::Reordered { number: 5000, was: 5 }, Finding::Removed { from: 5, to: 5 }]);
}

#[test]
fn a_checkpoint_that_was_changed_removed_or_made_up_is_named() {
    let sound = log(10).pruned(4);
    let mut moved = sound.clone();
    moved.rows.drain(..2);
    let kept = moved.checkpoint.as_mut().expect("it has one");
    kept.number = 6;
    kept.hash.clone_from(&log(10).rows[5].hash);
    assert_eq!(moved.find(), [Finding::CheckpointChanged]);
    let mut gone = sound.clone();
    gone.checkpoint = None;
    assert_eq!(gone.find(), [Finding::BeginningCutOff { from: 1, to: 4 }]);
}

#[test]
fn a_row_that_was_let_go_and_is_there_again_is_named() {
    let whole = log(6);
    let mut log = whole.clone().pruned(3);
    log.rows.insert(0, whole.rows[1].clone());
    assert_eq!(log.find(), [Finding::Revived { number: 2 }]);
}

#[test]
fn a_head_that_was_changed_removed_or_put_back_is_named() {
    let sound = log(10);
    let mut log = sound.clone();
    log.head.as_mut().expect("it has one").count = 9;
    assert_eq!(log.find(), [Finding::HeadChanged]);
    log.head = None;
    assert_eq!(log.find(), [Finding::HeadGone]);
    log.head = Some(Head::new(8, &sound.rows[7].hash, &log.key));
    assert_eq!(log.find(), [Finding::HeadPutBack { count: 8, last: 10 }]);
    log.head = Some(Head::new(10, &sound.rows[7].hash, &log.key));
    assert_eq!(log.find(), [Finding::HeadOfAnother { number: 10 }]);
}

#[test]
fn a_row_of_another_copy_of_the_log_is_named() {
    let mut log = log(6);
    // A backup was put back after row 3, and went on differently.
    let other = Row::after(3, &log.rows[2].hash, &entry(30), &log.key);
    log.rows[3] = other;
    assert_eq!(log.find(), [Finding::Unlinked { number: 5 }]);
}

#[test]
fn a_log_written_anew_with_the_key_is_told_by_marks_alone() {
    let old = log(6);
    let mut anew = old.clone();
    anew.rows.clear();
    for seed in 0..6 {
        let (number, previous) =
            anew.rows.last().map_or((0, GENESIS.to_vec()), |row: &Row| (row.number, row.hash.clone()));
        anew.rows.push(Row::after(number, &previous, &entry(seed + 40), &anew.key));
    }
    anew.head = Some(Head::new(6, &anew.rows[5].hash, &anew.key));
    assert_eq!(anew.find(), [], "without marks nothing shows, and the findings say so");
    assert!(anew.check().unproven().iter().any(|said| said.contains("no marks")));
    anew.marks = vec![old.mark()];
    assert_eq!(anew.find(), [Finding::MarksContradict { at: old.mark().at, count: 6, more: 0 }]);
}

#[test]
fn with_another_key_nothing_is_believed() {
    let mut log = log(3).pruned(1);
    log.key = key();
    let found = log.find();
    assert_eq!(
        found,
        [Finding::CheckpointChanged, Finding::Changed { from: 2, to: 3 }, Finding::HeadChanged],
        "{found:?}"
    );
}

#[test]
fn marks_older_than_what_is_kept_are_counted_and_one_at_the_checkpoint_is_compared() {
    let whole = log(10);
    let marks: Vec<Mark> = [2, 4, 10]
        .into_iter()
        .map(|count| Log { rows: whole.rows[..count].to_vec(), ..whole.clone() }.mark())
        .collect();
    let log = Log { marks, ..whole.clone().pruned(4) };
    let findings = log.check();
    assert_eq!((findings.findings.as_slice(), findings.marks, findings.old_marks), (&[][..], 2, 1));
    assert!(findings.unproven()[0].contains("rows 1 to 4"), "{:?}", findings.unproven());
}

#[test]
fn rows_younger_than_the_newest_mark_are_said_to_be_unproven() {
    let whole = log(10);
    let marks = vec![Log { rows: whole.rows[..7].to_vec(), ..whole.clone() }.mark()];
    let unproven = Log { marks, ..whole }.check().unproven();
    assert!(unproven.iter().any(|said| said.starts_with("rows 8 to 10 are younger")), "{unproven:?}");
}

#[test]
fn lines_that_are_no_marks_are_refused() {
    let mark = log(3).mark().to_string();
    for line in ["", "2026-11-24T03:00:12Z", "2026-11-24T03:00:12Z 0 00", &mark[1..], &mark[..mark.len() - 1]] {
        assert_eq!(line.parse::<Mark>(), Err(MarkError), "{line}");
    }
    assert_eq!(format!("{mark} more").parse::<Mark>(), Err(MarkError));
}

#[test]
fn what_is_not_there_differs_from_what_is_empty() {
    let key = key();
    let row = Row::after(0, &GENESIS, &entry(0), &key);
    let empty = Row { team: Some(String::new()), ..row.clone() };
    assert_ne!(row.hash_as(1, &GENESIS, &key), empty.hash_as(1, &GENESIS, &key));
}

#[test]
fn every_actor_and_action_reads_back_as_itself() {
    for actor in [Actor::Operator, Actor::Bot, Actor::Person(UserId::new("@operator:example.org"))] {
        assert_eq!(Actor::from_code(actor.code()), actor);
    }
    assert!(Action::ALL.iter().all(|action| Action::from_code(action.code()) == Some(*action)));
}

#[test]
fn every_detail_reads_back_as_itself_and_nothing_else_is_one() {
    let police = OrganisationKind::Police;
    let membership = |role, mandate| Detail::Membership { organisation: police, role, mandate };
    let details = [
        Detail::Organisation(police),
        membership(Role::Coordinator, true),
        membership(Role::Member, false),
        Detail::Label(Label::AmberStrict),
        Detail::Room(RoomPurpose::Chain),
        Detail::Room(RoomPurpose::Organisation(police)),
        Detail::Count(12),
        Detail::Version(3),
        Detail::Groups,
        Detail::Phones,
        Detail::Absence,
        Detail::TimeZone,
    ];
    for detail in details {
        assert_eq!(Detail::parse(&detail.to_string()), Some(detail));
    }
    for text in ["", "label", "label:orange", "member:police", "member:police:member:x", "count:+1", "groups:1"] {
        assert_eq!(Detail::parse(text), None, "{text}");
    }
}

#[test]
fn findings_are_sentences() {
    let said = [
        (Finding::Changed { from: 3, to: 3 }, "row 3 was changed after being written"),
        (Finding::Removed { from: 3, to: 5 }, "rows 3 to 5 were removed"),
        (Finding::EndCutOff { from: 9, to: 9 }, "the end was cut off: row 9 is gone"),
        (Finding::Reordered { number: 2, was: 4 }, "row 2 holds what was written as row 4: rows were reordered"),
        (
            Finding::MarksBeyondEnd { at: at(0), count: 9, last: 4, more: 2 },
            "the end was cut off together with the head: the mark of 2026-09-21T14:13:20Z (and 2 marks after it) knows \
             row 9, and the log ends with row 4",
        ),
    ];
    for (finding, sentence) in said {
        assert_eq!(finding.to_string(), sentence);
    }
}
