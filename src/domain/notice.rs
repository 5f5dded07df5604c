//! What the people in the rooms are told about who runs the bot and what becomes of what they write, as far as the program cannot
//! know it: whoever runs it says so in the settings, and answers for it.

use chrono::NaiveDate;

/// `[privacy]` of the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrivacyNotice {
    /// Who runs the bot and how to reach them; empty when nobody said.
    pub run_by: String,
    /// Who runs the homeserver; empty when nobody said.
    pub server_run_by: String,
    /// Where people complain; empty when nobody said.
    pub complaints: String,
    /// Where the whole privacy statement can be read; empty when nobody said.
    pub statement: String,
    /// The homeserver really forgets what was taken back after so many days. Synapse: `redaction_retention_period`, 7 unless changed.
    pub redaction_days: u32,
    /// Backups are kept for so many days.
    pub backup_days: u32,
}

impl Default for PrivacyNotice {
    fn default() -> Self {
        Self {
            run_by: String::new(),
            server_run_by: String::new(),
            complaints: String::new(),
            statement: String::new(),
            redaction_days: 7,
            backup_days: 30,
        }
    }
}

/// Whom professionals can phone after something hard. Whoever runs the bot has checked it on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Who that is.
    pub name: String,
    /// The number.
    pub phone: String,
    /// When somebody answers, in words; empty when nobody said.
    pub hours: String,
    /// The day on which somebody last called or looked.
    pub checked: NaiveDate,
}

/// A number that nobody has checked for so many days is said with that day.
pub const CONTACT_CHECKED_DAYS: i64 = 180;
