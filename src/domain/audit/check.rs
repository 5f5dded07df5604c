//! Finds out whether somebody was at the log: what was changed, removed, reordered, cut off or put back. Rows are handed in
//! one after the other, so that a long log needs no memory.

use std::collections::BTreeMap;

use super::{Checkpoint, Finding, Findings, GENESIS, Head, Mark, Row};
use crate::privacy::RecordKey;

/// So many rows that are not sound, and so many numbers that are gone, are tried on each other to name what was reordered.
const TRIED: usize = 500;

/// A check under way.
#[derive(Debug)]
pub struct Check<'k> {
    key: &'k RecordKey,
    head: Option<Head>,
    checkpoint: Option<Checkpoint>,
    /// Marks whose row has not come by.
    marks: BTreeMap<i64, Vec<Mark>>,
    contradicting: Vec<Mark>,
    compared: usize,
    marked: i64,
    findings: Vec<Finding>,
    /// What the next row continues; nothing when the checkpoint does not say.
    before: Option<Link>,
    rows: u64,
    last_sound: i64,
    unsound: Vec<Row>,
    gaps: Vec<Gap>,
}

/// The end of what has come by.
#[derive(Debug)]
struct Link {
    number: i64,
    /// Nothing when the row is not sound: its hash says nothing about its successor then.
    hash: Option<Vec<u8>>,
}

/// Numbers that no row has.
#[derive(Debug, Clone, Copy)]
struct Gap {
    from: i64,
    to: i64,
    beginning: bool,
}

impl<'k> Check<'k> {
    /// Begins a check of the log with this head and checkpoint, beside these marks.
    pub fn new(key: &'k RecordKey, head: Option<Head>, checkpoint: Option<Checkpoint>, marks: Vec<Mark>) -> Self {
        let mut findings = Vec::new();
        let before = match &checkpoint {
            None => Some(Link { number: 0, hash: Some(GENESIS.to_vec()) }),
            Some(kept) if kept.is_sound(key) => Some(Link { number: kept.number, hash: Some(kept.hash.clone()) }),
            Some(_) => {
                findings.push(Finding::CheckpointChanged);
                None
            }
        };
        let mut by_number: BTreeMap<i64, Vec<Mark>> = BTreeMap::new();
        for mark in marks {
            by_number.entry(mark.count).or_default().push(mark);
        }
        Self {
            key,
            head,
            checkpoint,
            marked: by_number.keys().next_back().copied().unwrap_or(0),
            marks: by_number,
            contradicting: Vec::new(),
            compared: 0,
            findings,
            before,
            rows: 0,
            last_sound: 0,
            unsound: Vec::new(),
            gaps: Vec::new(),
        }
    }

    /// Takes the next row, by number.
    pub fn take(&mut self, row: Row) {
        let first = self.rows == 0;
        self.rows += 1;
        let number = row.number;
        self.compare_marks(number, &row.hash);
        let sound = row.is_sound(self.key);
        if let Some(before) = &self.before {
            if number <= before.number {
                self.findings.push(Finding::Revived { number });
                return;
            }
            if number > before.number + 1 {
                self.gaps.push(Gap { from: before.number + 1, to: number - 1, beginning: first });
            } else if sound && before.hash.as_ref().is_some_and(|hash| *hash != row.previous) {
                self.findings.push(Finding::Unlinked { number });
            }
        }
        if sound {
            self.last_sound = number;
        }
        self.before = Some(Link { number, hash: sound.then(|| row.hash.clone()) });
        if !sound {
            self.unsound.push(row);
        }
    }

    /// Ends the check after the last row.
    pub fn finish(mut self) -> Findings {
        self.judge_unsound();
        self.judge_gaps();
        let last = self.before.as_ref().map_or(0, |before| before.number);
        self.judge_head(last);
        let old_marks = self.judge_marks(last);
        Findings {
            findings: self.findings,
            rows: self.rows,
            last,
            checkpoint: self.checkpoint,
            marks: self.compared,
            marked: self.marked,
            old_marks,
        }
    }

    fn compare_marks(&mut self, number: i64, hash: &[u8]) {
        for mark in self.marks.remove(&number).unwrap_or_default() {
            self.compared += 1;
            if *hash != mark.hash {
                self.contradicting.push(mark);
            }
        }
    }

    /// Names each row that is not sound: as which other row it was written, or simply as changed.
    fn judge_unsound(&mut self) {
        let gone = self.gaps.iter().flat_map(|gap| gap.from..=gap.to).take(TRIED);
        let numbers: Vec<i64> = self.unsound.iter().map(|row| row.number).take(TRIED).chain(gone).collect();
        let was = |row: &Row| {
            numbers.iter().copied().filter(|number| *number != row.number).find(|number| {
                // It took its hashes along, or it was put between the hashes of the other.
                let other = self.unsound.iter().find(|other| other.number == *number);
                row.hash_as(*number, &row.previous, self.key) == *row.hash
                    || other.is_some_and(|other| row.hash_as(*number, &other.previous, self.key) == *other.hash)
            })
        };
        let mut found: Vec<Finding> = Vec::new();
        for (index, row) in self.unsound.iter().enumerate() {
            let number = row.number;
            match (was(row).filter(|_| index < TRIED), found.last_mut()) {
                (Some(was), _) => found.push(Finding::Reordered { number, was }),
                (None, Some(Finding::Changed { to, .. })) if *to + 1 == number => *to = number,
                (None, _) => found.push(Finding::Changed { from: number, to: number }),
            }
        }
        self.findings.extend(found);
    }

    /// Names what is gone before the newest row. Numbers that the head does not know were never given.
    fn judge_gaps(&mut self) {
        let given = self.head.as_ref().filter(|head| head.is_sound(self.key)).map(|head| head.count);
        for Gap { from, to, beginning } in &self.gaps {
            let (from, to) = (*from, given.map_or(*to, |given| given.min(*to)));
            match beginning {
                _ if from > to => {}
                true => self.findings.push(Finding::BeginningCutOff { from, to }),
                false => self.findings.push(Finding::Removed { from, to }),
            }
        }
    }

    fn judge_head(&mut self, last: i64) {
        let Some(head) = &self.head else {
            self.findings.push(Finding::HeadGone);
            return;
        };
        if !head.is_sound(self.key) {
            self.findings.push(Finding::HeadChanged);
            return;
        }
        let Some(before) = &self.before else { return };
        if head.count > last {
            self.findings.push(Finding::EndCutOff { from: last + 1, to: head.count });
        } else if head.count < self.last_sound {
            self.findings.push(Finding::HeadPutBack { count: head.count, last: self.last_sound });
        } else if head.count == last && before.hash.as_ref().is_some_and(|hash| *hash != head.hash) {
            self.findings.push(Finding::HeadOfAnother { number: last });
        }
    }

    /// Compares the marks whose rows did not come by; how many are too old for that.
    fn judge_marks(&mut self, last: i64) -> usize {
        if let Some(Checkpoint { number, hash, .. }) = self.checkpoint.clone().filter(|kept| kept.is_sound(self.key)) {
            self.compare_marks(number, &hash);
        }
        let pruned = self.checkpoint.as_ref().map_or(0, |kept| kept.number);
        let old = self.marks.range(..=pruned).map(|(_, marks)| marks.len()).sum();
        let mut beyond: Vec<&Mark> = self.marks.range(last + 1..).flat_map(|(_, marks)| marks).collect();
        self.compared += beyond.len();
        beyond.sort_by_key(|mark| mark.at);
        if let [first, rest @ ..] = beyond.as_slice() {
            let more = rest.len();
            self.findings.push(Finding::MarksBeyondEnd { at: first.at, count: first.count, last, more });
        }
        self.contradicting.sort_by_key(|mark| mark.at);
        if let [first, rest @ ..] = self.contradicting.as_slice() {
            self.findings.push(Finding::MarksContradict { at: first.at, count: first.count, more: rest.len() });
        }
        old
    }
}
