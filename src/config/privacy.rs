//! `[privacy]`: what people are told that the program cannot know; and `[[bot.contacts]]`, whom they can phone.

use super::Section;
use crate::document::Table;
use crate::domain::{Contact, PrivacyNotice};

/// The keys, for the environment.
pub(super) const KEYS: &[(&str, super::Shape)] = &[
    ("run_by", super::Shape::Text),
    ("server_run_by", super::Shape::Text),
    ("complaints", super::Shape::Text),
    ("statement", super::Shape::Text),
    ("redaction_days", super::Shape::Bare),
    ("backup_days", super::Shape::Bare),
];

/// Reads the section.
pub(super) fn read(section: Section<'_>) -> PrivacyNotice {
    let standard = PrivacyNotice::default();
    let text = |key: &str| section.optional_text(key).unwrap_or_default().trim().to_owned();
    let days = |key: &str, standard: u32| {
        let days = section.with(key).map(|table| table.number(key, standard.into(), 0..3651));
        days.and_then(|days| u32::try_from(days).ok()).unwrap_or(standard)
    };
    let statement = text("statement");
    if !statement.is_empty() && !statement.starts_with("https://") {
        section.problem("statement", "must begin with https://");
    }
    let notice = PrivacyNotice {
        run_by: text("run_by"),
        server_run_by: text("server_run_by"),
        complaints: text("complaints"),
        statement,
        redaction_days: days("redaction_days", standard.redaction_days),
        backup_days: days("backup_days", standard.backup_days),
    };
    section.finish();
    notice
}

/// Reads the list of contacts of `[bot]`.
pub(super) fn contacts(bot: Option<&Table<'_>>) -> Vec<Contact> {
    let Some(bot) = bot else { return Vec::new() };
    let mut contacts = Vec::new();
    for table in bot.tables("contacts") {
        let contact = Contact {
            name: table.text("name"),
            phone: table.text("phone"),
            hours: table.optional_text("hours").unwrap_or_default(),
            checked: table.day("checked"),
        };
        let is_number = contact.phone.chars().any(|sign| sign.is_ascii_digit())
            && contact.phone.chars().all(|sign| sign.is_ascii_digit() || " -+()".contains(sign));
        if !contact.phone.is_empty() && !is_number {
            table.problem("phone", format!("`{}` is no phone number: write for example 020 123 45 67", contact.phone));
        }
        table.finish();
        contacts.push(contact);
    }
    contacts
}

#[cfg(test)]
mod tests {
    use super::super::tests::{LEAST, read};
    use super::*;

    #[test]
    fn what_people_are_told_is_read_as_it_is_written() {
        let written = "[privacy]\nrun_by = \"Gemeente Voorbeeld\"\ncomplaints = \"fg@example.org\"\nbackup_days = 14\n";
        let notice = read(&format!("{LEAST}{written}"), &[]).expect("good").privacy;
        let expected = PrivacyNotice {
            run_by: "Gemeente Voorbeeld".into(),
            complaints: "fg@example.org".into(),
            backup_days: 14,
            ..PrivacyNotice::default()
        };
        assert_eq!(notice, expected);
        assert!(read(&format!("{LEAST}[privacy]\nstatement = \"www.example.org\"\n"), &[]).is_err());
    }

    #[test]
    fn a_contact_needs_a_name_a_number_and_the_day_on_which_it_was_checked() {
        let contact = "[[bot.contacts]]\nname = \"Opvangteam\"\nphone = \"020 123 45 67\"\nchecked = 2026-11-01\n";
        let contacts = read(&format!("{LEAST}{contact}"), &[]).expect("good").bot.contacts;
        assert_eq!(contacts[0].checked, chrono::NaiveDate::from_ymd_opt(2026, 11, 1).expect("a day"));
        let wrong = "[[bot.contacts]]\nname = \"Opvangteam\"\nphone = \"bel ons\"\n";
        let problems = read(&format!("{LEAST}{wrong}"), &[]).expect_err("wrong");
        assert_eq!(problems.len(), 2, "{problems:?}");
        // How it was written before.
        let before = read(&format!("{LEAST}[bot]\ncontacts = \"Carla\"\n"), &[]).expect_err("wrong");
        assert!(before[0].contains("[[bot.contacts]]"), "{before:?}");
    }
}
