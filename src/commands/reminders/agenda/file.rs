//! A file for a calendar after RFC 5545: events at moments in UTC. The `icalendar` crate escapes and folds; what it leaves to
//! whoever uses it stands here. What the events say is decided above.

use chrono::{DateTime, TimeDelta, Utc};
use icalendar::{Calendar, Class, Component as _, Event as Written, EventLike as _, Property};

/// Something at a moment.
pub(super) struct Event {
    /// What names it everywhere.
    pub(super) uid: String,
    /// Which version of it this is, so that a calendar takes the newer one.
    pub(super) version: i64,
    pub(super) at: DateTime<Utc>,
    pub(super) summary: String,
    pub(super) description: String,
}

/// A reminder takes no time, but some calendars show what has no length as a line that cannot be read, and some not at all. So it
/// is as long as the smallest block that all of them show, and leaves its owner free.
const LENGTH: TimeDelta = TimeDelta::minutes(15);
/// The longest line, in octets, without its end.
const LONGEST_LINE: usize = 75;

/// Events as a file, with a title for calendars that show one.
pub(super) fn written(title: &str, events: impl Iterator<Item = Event>, now: DateTime<Utc>) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", concat!("-//Schakel//schakel ", env!("CARGO_PKG_VERSION"), "//NL")))
        // The older name of it, for the crate does not escape the newer one.
        .append_property(Property::new("X-WR-CALNAME", plain(title)));
    for event in events {
        let mut one = Written::with_uid(&event.uid);
        one.timestamp(now)
            .sequence(u32::try_from(event.version).unwrap_or(0))
            .starts(event.at)
            .ends(event.at + LENGTH)
            .summary(&plain(&event.summary))
            .description(&plain(&event.description))
            // Whoever may look into its owner's calendar sees that something is there, and not what.
            .class(Class::Private)
            .add_property("TRANSP", "TRANSPARENT");
        calendar.push(one);
    }
    folded(&calendar.to_string()).into_bytes()
}

/// Without signs that the file may not hold; a line ends with `\n`.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    text.replace('\t', " ").chars().filter(|sign| *sign == '\n' || !sign.is_control()).collect()
}

/// The crate folds, but does not count the space before what is left of a line, which can be an octet too long with it. The
/// last character of such a line then stands on a line of its own.
fn folded(written: &str) -> String {
    let mut folded = String::with_capacity(written.len());
    for line in written.lines() {
        let last = line.char_indices().next_back().filter(|_| line.len() > LONGEST_LINE);
        let (first, rest) = last.map_or((line, ""), |(last, _)| line.split_at(last));
        folded.push_str(first);
        if !rest.is_empty() {
            folded.push_str("\r\n ");
            folded.push_str(rest);
        }
        folded.push_str("\r\n");
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> DateTime<Utc> {
        text.parse().expect("a moment")
    }

    fn event(summary: &str) -> Event {
        Event {
            uid: "t1-R-2026-k7qd-1795854600@schakel".to_owned(),
            version: 3,
            at: moment("2026-11-27T13:30:00Z"),
            summary: summary.to_owned(),
            description: "Herinnering R-2026-k7qd".to_owned(),
        }
    }

    fn text(title: &str, events: Vec<Event>) -> String {
        let bytes = written(title, events.into_iter(), moment("2026-11-24T06:20:00Z"));
        String::from_utf8(bytes).expect("it is UTF-8")
    }

    /// What the crate's reader finds as the words of the only event.
    fn read_back(written: &str) -> String {
        let calendar: Calendar = written.parse().expect("a calendar");
        let events: Vec<&Written> = calendar.events().collect();
        assert_eq!(events.len(), 1, "{written}");
        events[0].get_summary().expect("it has words").to_owned()
    }

    /// The words of the only event, undone by hand after RFC 5545, section 3.1 and 3.3.11.
    fn undone(written: &str) -> String {
        let unfolded = written.replace("\r\n ", "");
        let line = unfolded.split("\r\n").find_map(|line| line.strip_prefix("SUMMARY:")).expect("it has words");
        let mut text = String::new();
        let mut signs = line.chars();
        while let Some(sign) = signs.next() {
            text.push(match sign {
                '\\' => match signs.next().expect("something is escaped") {
                    'n' => '\n',
                    sign @ ('\\' | ',' | ';') => sign,
                    other => panic!("{other} is never escaped"),
                },
                ',' | ';' => panic!("not escaped in {line}"),
                sign => sign,
            });
        }
        text
    }

    #[track_caller]
    fn assert_lines_fit(written: &str) {
        assert!(written.ends_with("\r\n"));
        for line in written.split("\r\n") {
            assert!(line.len() <= 75, "{} octets: {line}", line.len());
            assert!(!line.contains(['\r', '\n']), "{line:?}");
        }
    }

    #[test]
    fn it_is_written_as_the_standard_says() {
        let written = text("Herinneringen Keten West", vec![event("Bellen met school")]);
        let version = env!("CARGO_PKG_VERSION");
        let wanted = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            &format!("PRODID:-//Schakel//schakel {version}//NL"),
            "X-WR-CALNAME:Herinneringen Keten West",
            "BEGIN:VEVENT",
            "CLASS:PRIVATE",
            "DESCRIPTION:Herinnering R-2026-k7qd",
            "DTEND:20261127T134500Z",
            "DTSTAMP:20261124T062000Z",
            "DTSTART:20261127T133000Z",
            "SEQUENCE:3",
            "SUMMARY:Bellen met school",
            "TRANSP:TRANSPARENT",
            "UID:t1-R-2026-k7qd-1795854600@schakel",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(written, wanted.join("\r\n"));
    }

    #[test]
    fn words_of_any_length_come_back_and_no_line_is_too_long() {
        for piece in ["a", "é", "aé", "een twee ", "😀", "x😀", "🧑‍🤝‍🧑 ", "\\n", ";,", "a\n", "  "] {
            for length in 1..=160 {
                let words: String = piece.chars().cycle().take(length).collect();
                let written = text("Titel", vec![event(&words)]);
                assert_lines_fit(&written);
                assert_eq!(undone(&written), words);
                assert_eq!(read_back(&written), words);
            }
        }
    }

    #[test]
    fn words_cannot_become_lines_of_their_own() {
        let words = "bellen\r\nEND:VEVENT\r\nBEGIN:VEVENT\rSUMMARY:x\u{7}\u{85}y\u{2028}z\tq";
        let written = text("Keten\r\nX-EVIL:1", vec![event(words)]);
        assert_lines_fit(&written);
        assert_eq!(read_back(&written), "bellen\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:x\ny\nz q");
        assert_eq!(written.matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
        assert!(!written.contains("\r\nX-EVIL"), "{written}");
    }
}
