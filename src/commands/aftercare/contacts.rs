//! Whom somebody can call, as whoever runs the bot has set and checked it.

use chrono::NaiveDate;

use crate::commands::Desk;
use crate::domain::{CONTACT_CHECKED_DAYS, Contact, Language};
use crate::text::{Answer, Line};

/// Whom to call, under this head; whom to ask when nobody is known here.
pub(super) fn whom(desk: &Desk<'_>, language: Language, head: &str) -> Answer {
    let today = desk.now.with_timezone(&desk.time_zone).date_naive();
    let lines: Vec<Line> =
        desk.contacts.iter().map(|contact| Line::new(line(desk, language, contact, today))).collect();
    if !lines.is_empty() {
        return Answer::say(desk.text(language, head, &[])).list(lines);
    }
    let who = desk.notice.run_by.as_str();
    let key = if who.is_empty() { "aftercare-contacts-none-nobody" } else { "aftercare-contacts-none" };
    Answer::say(desk.text(language, key, &[("who", who.into())]))
}

fn line(desk: &Desk<'_>, language: Language, contact: &Contact, today: NaiveDate) -> String {
    let old = (today - contact.checked).num_days() > CONTACT_CHECKED_DAYS;
    let key = match (old, contact.hours.is_empty()) {
        (false, true) => "aftercare-contact",
        (false, false) => "aftercare-contact-hours",
        (true, true) => "aftercare-contact-old",
        (true, false) => "aftercare-contact-old-hours",
    };
    let args = [
        ("name", contact.name.as_str().into()),
        ("phone", contact.phone.as_str().into()),
        ("hours", contact.hours.as_str().into()),
        ("day", desk.day(language, contact.checked).into()),
    ];
    desk.text(language, key, &args)
}
