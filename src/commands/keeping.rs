//! What people are told of who runs the bot, who can read what they write, how long it is kept and what they can ask for. Every term
//! comes from the constant or the setting by which things go, and what nobody configured is said to be not said. Where and when it is
//! told is for `!hulp privacy` and for the bot that comes into a room.

use super::dialogues::RESTS_DAYS;
use crate::domain::retention::{Kept, RetentionTerms};
use crate::domain::{Language, PrivacyNotice};
use crate::store::{LIST_LASTS_MS, REMINDER_WORDS_LAST_MS, ROWS_LAST_MS};
use crate::text::{Answer, Args, Line, Texts};

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// Where anybody can complain about how personal data are handled, whoever else is named.
const AUTHORITY: &str = "https://autoriteitpersoonsgegevens.nl";

/// What is needed to tell it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Keeping<'a> {
    /// The texts.
    pub(crate) texts: &'a Texts,
    /// In which language.
    pub(crate) language: Language,
    /// What whoever runs the bot says of it.
    pub(crate) notice: &'a PrivacyNotice,
    /// How long what it holds is kept.
    pub(crate) retention: &'a RetentionTerms,
}

/// Commands by which people come to their rights, as they are typed here.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ways {
    /// All that is held about oneself.
    pub(crate) mydata: String,
    /// Erase a record of one's own; empty when there is no such command.
    pub(crate) erase: String,
    /// Take a record of one's own back.
    pub(crate) withdraw: String,
}

impl Keeping<'_> {
    fn text(&self, key: &str, args: Args<'_>) -> String {
        self.texts.get(self.language, key, args)
    }

    /// A term in words: `90 dagen`, `een jaar`, `24 maanden`.
    pub(crate) fn term(&self, days: u32) -> String {
        // Five years are 1,826 days, with one leap day in four years.
        let years = (days / 365).max(1);
        match years {
            _ if days < 365 || days != 365 * years + years / 4 => self.text("term-days", &[("days", days.into())]),
            1 => self.text("term-year", &[]),
            _ => self.text("term-months", &[("months", (12 * years).into())]),
        }
    }

    /// How long this is kept, in words.
    pub(crate) fn kept(&self, kept: Kept) -> String {
        self.term(self.retention.days(kept))
    }

    /// What a shared room hears when the bot comes in: as much as fits a phone, and where the rest is told.
    pub(crate) fn introduced(&self, answer: Answer, encrypted: bool, help: &str) -> Answer {
        let reads = if encrypted { "introduction-who-reads" } else { "introduction-who-reads-plain" };
        let terms = [
            ("hours", (LIST_LASTS_MS / HOUR_MS).into()),
            ("unfollowed", self.kept(Kept::UnfollowedSignal).into()),
            ("followed", self.kept(Kept::FollowedSignal).into()),
            ("help", help.into()),
        ];
        let answer = answer.paragraph(self.text(reads, &[])).paragraph(self.text("introduction-keeps", &terms));
        match self.notice.run_by.as_str() {
            "" => answer,
            by => answer.paragraph(self.text("introduction-run-by", &[("contacts", by.into())])),
        }
    }

    /// All of it. `server` is where the bot's account lives.
    pub(crate) fn told(&self, server: &str, ways: &Ways) -> Answer {
        Answer::say(self.text("help-privacy-who", &[]))
            .list(self.who_runs(server))
            .paragraph(self.text("help-privacy-reads", &[]))
            .list(self.who_reads())
            .paragraph(self.text("help-privacy-keeps", &[]))
            .list(self.how_long())
            .paragraph(self.text("help-privacy-rights", &[]))
            .list(self.rights(ways))
            .paragraph(self.text("help-privacy-complain", &[]))
            .list(self.complaints())
    }

    fn who_runs(&self, server: &str) -> Vec<Line> {
        let said = |key: &str, not: &str, by: &str| {
            let args = [("server", server.into()), ("who", by.into())];
            Line::new(if by.is_empty() { self.text(not, &args[..1]) } else { self.text(key, &args) })
        };
        vec![
            said("help-privacy-run-by", "help-privacy-run-by-not-said", &self.notice.run_by),
            said("help-privacy-server", "help-privacy-server-not-said", &self.notice.server_run_by),
        ]
    }

    fn who_reads(&self) -> Vec<Line> {
        let keys = [
            "help-privacy-reads-members",
            "help-privacy-reads-bot",
            "help-privacy-reads-servers",
            "help-privacy-reads-plain",
            "help-privacy-reads-machine",
        ];
        keys.iter().map(|key| Line::new(self.text(key, &[]))).collect()
    }

    /// Everything with its term.
    fn how_long(&self) -> Vec<Line> {
        let days = |ms: i64| (ms / DAY_MS).try_into().unwrap_or(u32::MAX);
        let line = |key: &str, term: String| Line::new(self.text(key, &[("term", term.into())]));
        let hours = self.text("term-hours", &[("hours", (LIST_LASTS_MS / HOUR_MS).into())]);
        let mut lines = vec![
            line("help-privacy-keeps-question", hours),
            line("help-privacy-keeps-rows", self.term(days(ROWS_LAST_MS))),
            line("help-privacy-keeps-dialogue", self.term(RESTS_DAYS.try_into().unwrap_or(u32::MAX))),
        ];
        lines.extend(Kept::ALL.iter().map(|kept| {
            let key = format!("help-privacy-keeps-{}", kept.code().replace('_', "-"));
            line(&key, self.kept(*kept))
        }));
        lines.extend([
            line("help-privacy-keeps-reminder", self.term(days(REMINDER_WORDS_LAST_MS))),
            Line::new(self.text("help-privacy-keeps-check-in", &[])),
            Line::new(self.text("help-privacy-keeps-people", &[])),
            line("help-privacy-keeps-held", self.term(self.retention.hold_days)),
            line("help-privacy-keeps-redacted", self.term(self.notice.redaction_days)),
            line("help-privacy-keeps-backups", self.term(self.notice.backup_days)),
        ]);
        lines
    }

    fn rights(&self, ways: &Ways) -> Vec<Line> {
        let erase = if ways.erase.is_empty() { &ways.withdraw } else { &ways.erase };
        [
            self.text("help-privacy-rights-see", &[("command", ways.mydata.as_str().into())]),
            self.text("help-privacy-rights-erase", &[("command", erase.as_str().into())]),
            self.text("help-privacy-rights-correct", &[]),
            self.text("help-privacy-rights-young", &[]),
        ]
        .map(Line::new)
        .into()
    }

    fn complaints(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        if !self.notice.complaints.is_empty() {
            let args = [("where", self.notice.complaints.as_str().into())];
            lines.push(Line::new(self.text("help-privacy-complain-here", &args)));
        }
        lines.push(Line::linked(self.text("help-privacy-complain-authority", &[]), AUTHORITY));
        if !self.notice.statement.is_empty() {
            let statement = self.text("help-privacy-statement", &[]);
            lines.push(Line::linked(statement, self.notice.statement.as_str()));
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::commands::Library;

    /// Loading takes longer than all else here.
    static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::load(None).expect("what is built in is whole"));

    fn told(notice: &PrivacyNotice, retention: &RetentionTerms, language: Language) -> String {
        let keeping = Keeping { texts: &LIBRARY.catalogue.texts, language, notice, retention };
        let messages = keeping.told("x.org", &Ways::default()).messages();
        messages.into_iter().map(|message| message.plain).collect::<Vec<_>>().join("\n")
    }

    fn term(days: u32) -> String {
        let (notice, retention) = (PrivacyNotice::default(), RetentionTerms::default());
        let texts = &LIBRARY.catalogue.texts;
        Keeping { texts, language: Language::Dutch, notice: &notice, retention: &retention }.term(days)
    }

    #[test]
    fn a_term_is_said_as_people_say_it() {
        for (days, said) in [
            (1, "1 dag"),
            (14, "14 dagen"),
            (90, "90 dagen"),
            (364, "364 dagen"),
            (365, "een jaar"),
            (366, "366 dagen"),
            (730, "24 maanden"),
            (1826, "60 maanden"),
            (0, "0 dagen"),
        ] {
            assert_eq!(term(days), said);
        }
    }

    #[test]
    fn every_term_that_is_set_is_the_term_that_is_told() {
        for kept in Kept::ALL {
            let days = if kept.standard_days() == 91 { 92 } else { 91 };
            let (notice, set) = (PrivacyNotice::default(), RetentionTerms::default().with(*kept, days));
            for (language, said) in [(Language::Dutch, "91 dagen"), (Language::English, "91 days")] {
                assert!(!told(&notice, &RetentionTerms::default(), language).contains(said));
                assert!(told(&notice, &set, language).contains(said), "{kept:?}");
            }
        }
    }

    #[test]
    fn what_whoever_runs_it_sets_is_told_and_nothing_is_made_up_for_what_they_do_not() {
        let retention = RetentionTerms::default();
        let bare = told(&PrivacyNotice::default(), &retention, Language::Dutch);
        assert!(bare.contains("Wie mij beheert, is niet ingevuld"), "{bare}");
        assert!(bare.contains("wie die beheert, is niet ingevuld"), "{bare}");
        assert!(bare.contains("autoriteitpersoonsgegevens.nl") && !bare.contains("privacyverklaring"), "{bare}");
        let notice = PrivacyNotice {
            run_by: "Gemeente Voorbeeld".into(),
            server_run_by: "Hostbedrijf".into(),
            complaints: "fg@example.org".into(),
            statement: "https://example.org/privacy".into(),
            redaction_days: 3,
            backup_days: 17,
        };
        let full = told(&notice, &retention, Language::Dutch);
        for said in [
            "Gemeente Voorbeeld",
            "Hostbedrijf",
            "fg@example.org",
            "https://example.org/privacy",
            "3 dagen",
            "17 dagen",
        ] {
            assert!(full.contains(said), "“{said}” is not in:\n{full}");
        }
        assert!(!full.contains("niet ingevuld"), "{full}");
    }

    #[test]
    fn no_text_of_it_is_missing_in_either_language() {
        for language in [Language::Dutch, Language::English] {
            let all = told(&PrivacyNotice::default(), &RetentionTerms::default(), language);
            assert!(!all.contains("help-privacy") && !all.contains("term-"), "{all}");
        }
    }
}
