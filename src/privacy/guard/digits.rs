//! The digits of a text in groups, as people write long numbers: `06 12 34 56 78`, `1112.22.333`.

/// A row of digits without anything between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) start: usize,
    pub(super) end: usize,
    /// What joins it to the group before it: one separating sign, or [`SEVERAL`]. Nothing, when they stand apart.
    pub(super) joint: Option<u8>,
}

/// Groups are joined by more than one sign, as in `(010) 123`.
pub(super) const SEVERAL: u8 = b'*';

/// The most signs between two groups of one number, as in `06 - 12`.
const LONGEST_JOINT: usize = 3;

impl Group {
    pub(super) fn len(&self) -> usize {
        self.end - self.start
    }

    pub(super) fn digits<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }
}

/// All groups, in their order.
pub(super) fn groups(text: &str) -> Vec<Group> {
    let bytes = text.as_bytes();
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            at += 1;
        }
        let joint = groups.last().and_then(|last| joint(&bytes[last.end..start]));
        groups.push(Group { start, end: at, joint });
    }
    groups
}

/// The groups from `first` on that can be one number, as long as they have no more than `most` digits together: after each,
/// how many digits there are so far.
pub(super) fn number(groups: &[Group], first: usize, most: usize) -> impl Iterator<Item = (usize, usize)> {
    let mut total = 0;
    let joined = groups[first..].iter().enumerate().take_while(|(nth, group)| *nth == 0 || group.joint.is_some());
    joined.map_while(move |(nth, group)| {
        total += group.len();
        (total <= most).then_some((first + nth, total))
    })
}

fn joint(between: &[u8]) -> Option<u8> {
    let joins = between.iter().all(|byte| matches!(byte, b' ' | b'.' | b'-' | b'/' | b'(' | b')'));
    match between {
        [one] if joins => Some(*one),
        _ if joins && between.len() <= LONGEST_JOINT => Some(SEVERAL),
        _ => None,
    }
}

/// Whether these digits are a day: `22-11-2026` or `2026-11-22`, with or without what stands between.
pub(super) fn is_day(digits: &str) -> bool {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    let fits = |day: u32, month: u32, year: u32| {
        (1..=31).contains(&day) && (1..=12).contains(&month) && (1900..2100).contains(&year)
    };
    digits.len() == 8 && (fits(part(0, 2), part(2, 4), part(4, 8)) || fits(part(6, 8), part(4, 6), part(0, 4)))
}

/// The digits of a piece of text, without what stands between them.
pub(super) fn only(piece: &str) -> String {
    piece.chars().filter(char::is_ascii_digit).collect()
}
