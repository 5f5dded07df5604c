//! What is to come, in lines: what is overdue first, then day by day in the zone of the settings.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::domain::{DueKind, RecordNumber, RoomPurpose};

/// Something that the bot will say.
#[derive(Debug, Clone)]
pub(super) struct Cue {
    /// When.
    pub(super) at: DateTime<Utc>,
    /// What it is.
    pub(super) what: &'static str,
    /// What it is about, if that has a number.
    pub(super) number: Option<RecordNumber>,
    /// Where.
    pub(super) place: String,
    /// By whose clock it is meant.
    pub(super) zone: Tz,
}

/// Where something is said to one person alone.
pub(super) const IN_PRIVATE: &str = "in private";

/// A room of a team in words, by what it is for; nothing: it is not the team's any more.
pub(super) fn room(purpose: Option<RoomPurpose>) -> String {
    match purpose {
        None => "a room that has left the team".to_owned(),
        Some(RoomPurpose::Chain) => "chain room".to_owned(),
        Some(RoomPurpose::Organisation(kind)) => format!("room of {}", kind.code().replace('_', " ")),
    }
}

/// Work that falls due in words.
pub(super) fn work(kind: DueKind) -> &'static str {
    match kind {
        DueKind::Reminder => "a reminder",
        DueKind::DialogueNudge => "a question that is open",
        DueKind::DialoguePark => "a form comes to rest",
        DueKind::DialogueWarning => "a form, erased in a day",
        DueKind::DialogueErase => "a form is erased",
        DueKind::DialogueRestored => "a form from a backup",
        DueKind::Invitation => "an invitation",
        DueKind::SignalUntaken => "a signal nobody has taken",
        DueKind::SignalFeedback => "feedback on a signal",
        DueKind::SignalFeedbackLate => "late feedback on a signal",
        DueKind::EvaluationStep => "a step of an evaluation",
        DueKind::ActionAsked => "an action is asked after",
        DueKind::SignalRequest => "a question that lapses",
        DueKind::Retention => "a look at what comes to its end",
        DueKind::RecordEnd => "the end of a record",
        DueKind::TakeBack => "the removal of earlier messages",
        DueKind::CheckIn | DueKind::CheckInForgotten => "a check-in",
        DueKind::YouthAftercare => "contact with young people",
    }
}

/// All of it in lines.
pub(super) fn told(mut cues: Vec<Cue>, zone: Tz, now: DateTime<Utc>, until: DateTime<Utc>) -> Vec<String> {
    cues.sort_by(|one, other| (one.at, &one.number, one.what).cmp(&(other.at, &other.number, other.what)));
    let until = until.with_timezone(&zone).format("%A %-d %B %Y, %H:%M");
    let mut lines = vec![format!("what the bot will say of its own accord until {until} in {zone}; nothing is sent")];
    let width = cues.iter().map(|cue| cue.what.len()).max().unwrap_or(0);
    let (overdue, coming): (Vec<&Cue>, Vec<&Cue>) = cues.iter().partition(|cue| cue.at <= now);
    if !overdue.is_empty() {
        lines.push(String::new());
        lines.push("overdue, said as soon as the bot runs".to_owned());
        lines.extend(overdue.iter().map(|cue| line(cue, "%Y-%m-%d %H:%M %Z", zone, width)));
    }
    let mut last: Option<NaiveDate> = None;
    for cue in coming {
        let local = cue.at.with_timezone(&zone);
        if last.replace(local.date_naive()) != Some(local.date_naive()) {
            lines.push(String::new());
            lines.push(local.format("%A %-d %B %Y").to_string());
        }
        lines.push(line(cue, "%H:%M %Z", zone, width));
    }
    lines.push(String::new());
    lines.push(match cues.len() {
        0 => "nothing".to_owned(),
        count => format!("{count} in all, as things stand: what people do until then changes it"),
    });
    lines
}

fn line(cue: &Cue, format: &str, zone: Tz, width: usize) -> String {
    let when = cue.at.with_timezone(&zone).format(format);
    let number = cue.number.as_ref().map_or("-", RecordNumber::as_str);
    let meant = if cue.zone == zone {
        String::new()
    } else {
        format!(" ({} in {})", cue.at.with_timezone(&cue.zone).format("%H:%M %Z"), cue.zone)
    };
    format!("  {when}  {:<width$}  {number:<12}  {}{meant}", cue.what, cue.place)
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::{Amsterdam, London};

    use super::*;
    use crate::domain::OrganisationKind;

    fn moment(text: &str) -> DateTime<Utc> {
        text.parse().expect("a moment")
    }

    fn cue(at: &str, what: &'static str, number: Option<&str>, zone: Tz) -> Cue {
        let number = number.map(|number| RecordNumber::parse(number).expect("a number"));
        let place = format!("Noord, {}", room(Some(RoomPurpose::Chain)));
        Cue { at: moment(at), what, number, place, zone }
    }

    fn lines(cues: Vec<Cue>) -> String {
        told(cues, Amsterdam, moment("2027-03-26T09:00:00Z"), moment("2027-04-26T09:00:00Z")).join("\n")
    }

    #[test]
    fn it_is_told_in_order_day_by_day_by_the_clock_on_the_wall() {
        let told = lines(vec![
            cue("2027-03-29T08:00:00Z", "a reminder", Some("R-2027-k7qf"), London),
            cue("2027-03-27T23:30:00Z", "an open question", None, Amsterdam),
            cue("2027-03-27T09:00:00Z", "a reminder", Some("R-2027-k7qf"), Amsterdam),
            cue("2027-03-26T08:59:00Z", "a reminder", Some("R-2027-k7qd"), Amsterdam),
            cue("2027-03-27T09:00:00Z", "a reminder", Some("R-2027-k7qd"), Amsterdam),
        ]);
        let wanted = "\
what the bot will say of its own accord until Monday 26 April 2027, 11:00 in Europe/Amsterdam; nothing is sent

overdue, said as soon as the bot runs
  2027-03-26 09:59 CET  a reminder        R-2027-k7qd   Noord, chain room

Saturday 27 March 2027
  10:00 CET  a reminder        R-2027-k7qd   Noord, chain room
  10:00 CET  a reminder        R-2027-k7qf   Noord, chain room

Sunday 28 March 2027
  00:30 CET  an open question  -             Noord, chain room

Monday 29 March 2027
  10:00 CEST  a reminder        R-2027-k7qf   Noord, chain room (09:00 BST in Europe/London)

5 in all, as things stand: what people do until then changes it";
        assert_eq!(told, wanted);
    }

    #[test]
    fn nothing_is_told_as_nothing() {
        assert!(lines(vec![]).ends_with("; nothing is sent\n\nnothing"));
    }

    #[test]
    fn a_place_is_named_by_what_it_is_for() {
        assert_eq!(room(None), "a room that has left the team");
        let youth = RoomPurpose::Organisation(OrganisationKind::YouthWork);
        assert_eq!(room(Some(youth)), "room of youth work");
    }
}
