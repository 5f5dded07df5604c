//! What `schakel check` says of what people are told: whether whoever runs the bot has said what the program cannot know, and whether
//! the phone numbers were looked at lately. Nothing of it stops the bot.

use chrono::NaiveDate;

use crate::config::Config;
use crate::domain::CONTACT_CHECKED_DAYS;

/// What is missing or old, in lines; nothing when all of it was said.
pub fn unsaid(config: &Config, today: NaiveDate) -> Vec<String> {
    let notice = &config.privacy;
    let said = [
        ("run_by", &notice.run_by, "who runs the bot"),
        ("server_run_by", &notice.server_run_by, "who runs the homeserver"),
        ("complaints", &notice.complaints, "where they can complain"),
    ];
    let unsaid = said.into_iter().filter(|(_, text, _)| text.is_empty());
    let mut lines: Vec<String> = unsaid
        .map(|(key, _, what)| format!("privacy: people are not told {what}: add {key} under [privacy]"))
        .collect();
    if config.bot.contacts.is_empty() {
        lines.push("contacts: nobody to phone after something hard is known: add [[bot.contacts]]".to_owned());
    }
    for contact in &config.bot.contacts {
        let days = (today - contact.checked).num_days();
        if days > CONTACT_CHECKED_DAYS {
            lines.push(format!(
                "contacts: the number of {} was checked {days} days ago: call it, and write the new day in `checked`",
                contact.name
            ));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn unsaid_with(settings: &str) -> Vec<String> {
        let least =
            "[matrix]\nhomeserver = \"https://x.org\"\nuser = \"@schakel:x.org\"\npassword_file = \"password\"\n";
        let config = Config::read(Path::new("bot.toml"), &format!("{least}{settings}"), &[]).expect("good settings");
        unsaid(&config, NaiveDate::from_ymd_opt(2026, 11, 29).expect("a day"))
    }

    #[test]
    fn what_nobody_said_is_named_with_its_key() {
        let lines = unsaid_with("");
        assert_eq!(lines.len(), 4, "{lines:?}");
        assert!(lines[0].ends_with("add run_by under [privacy]"), "{lines:?}");
    }

    #[test]
    fn a_number_that_nobody_has_called_for_half_a_year_is_old() {
        let said = "[privacy]\nrun_by = \"a\"\nserver_run_by = \"b\"\ncomplaints = \"c\"\n";
        let contact = |day: &str| format!("[[bot.contacts]]\nname = \"BOT\"\nphone = \"020 1\"\nchecked = {day}\n");
        assert_eq!(unsaid_with(&format!("{said}{}", contact("2026-06-02"))), Vec::<String>::new());
        let lines = unsaid_with(&format!("{said}{}", contact("2026-06-01")));
        assert!(lines.len() == 1 && lines[0].contains("BOT was checked 181 days ago"), "{lines:?}");
    }
}
