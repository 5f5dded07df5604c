//! Free texts of commands pass the privacy guard before anything is done with them: what looks like personal data is not taken
//! without a second look. What looks like it is the guard's to say; a dialogue asks in its own way.

use super::ask::{Ask, Reply};
use crate::domain::audit::{Action, Actor, Entry};
use crate::domain::{Change, Choice, Deed, Language, Member, Outgoing, RoomFacts, RoomFault, Say};
use crate::privacy::guard::{Finding, look};
use crate::store::StoreError;
use crate::text::{Answer, Line};

/// Ends a line that was chosen as no personal data.
const INSISTS: &str = "#geen-persoonsgegevens";
/// Ends a line that is to be taken back; the message follows.
const BACK: &str = "#haal-weg:";

/// What somebody chose after the guard had seen something; it stands at the end of their words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flag<'w> {
    None,
    Insists,
    /// Their message is to be taken back.
    Back(&'w str),
}

/// Takes what somebody chose from the end of their words.
pub(crate) fn flagged(words: &str) -> (&str, Flag<'_>) {
    if let Some((words, event)) = words.rsplit_once(BACK) {
        return (words.trim_end(), Flag::Back(event.trim()));
    }
    match words.trim_end().strip_suffix(INSISTS) {
        Some(words) => (words.trim_end(), Flag::Insists),
        None => (words, Flag::None),
    }
}

/// A free text that may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Remark<'t> {
    /// The text.
    pub(crate) text: &'t str,
    /// What must be noted with it: that somebody said that it is no personal data.
    pub(crate) changes: Vec<Change>,
}

impl Remark<'_> {
    /// This reply, with what must be noted if anything changes by it.
    pub(crate) fn noted(&self, mut reply: Reply) -> Reply {
        if !reply.changes.is_empty() {
            reply.changes.extend(self.changes.iter().cloned());
        }
        reply
    }
}

impl Ask<'_> {
    /// A free text, the last of the words, when nothing in it looks like personal data, or somebody has said that it is none;
    /// otherwise what to say instead.
    pub(crate) fn guarded_text<'t>(&self, text: &'t str) -> Result<Remark<'t>, Reply> {
        let (text, flag) = flagged(text);
        self.guarded_by(flag, text)
    }

    /// The same for a text that does not stand at the end; `flag` is what did.
    pub(crate) fn guarded_by<'t>(&self, flag: Flag<'_>, text: &'t str) -> Result<Remark<'t>, Reply> {
        let insists = match flag {
            Flag::None => false,
            Flag::Insists => true,
            Flag::Back(event) => return Err(self.taking_back(event)),
        };
        let findings = look(text);
        if findings.is_empty() {
            return Ok(Remark { text, changes: vec![] });
        }
        if !insists {
            return Err(self.suspects(&findings));
        }
        let by = Actor::Person(self.sender.clone());
        let entry = Entry::new(self.now.timestamp_millis(), by, Action::Insisted, "text", &self.definition.id);
        let entry = match self.standing.member() {
            Some(member) => entry.of(&member.team),
            None => entry,
        };
        Ok(Remark { text, changes: vec![Change::Audit(entry)] })
    }

    /// What was seen, masked, and what can be done.
    fn suspects(&self, findings: &[Finding]) -> Reply {
        let word = self.definition.words.shown(Language::Dutch);
        let line = format!("{word} {}", self.words);
        let choice = |key: &str, words: &[&str], command: String| Choice {
            key: key.to_owned(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            emoji: None,
            command,
        };
        let choices = vec![
            choice("1", &["geen persoonsgegevens", "no personal data"], format!("{line} {INSISTS}")),
            choice("2", &["haal weg", "take away"], format!("{line} {BACK}{}", self.event)),
        ];
        let hard = findings.iter().any(|finding| finding.kind.is_hard());
        let head = if hard { "dialogue-guard" } else { "dialogue-guard-soft" };
        let seen = findings.iter().map(|finding| {
            let kind = self.text(&format!("guard-{}", finding.kind.code()), &[]);
            Line::new(format!("{kind}: `{}`", finding.masked))
        });
        let answer = Answer::say(self.text(head, &[]))
            .list(seen)
            .numbered([Line::new(self.text("guarding-none", &[])), Line::new(self.text("guarding-back", &[]))])
            .paragraph(self.text("guarding-how", &[("prefix", self.before_number().into())]));
        Reply { answer, choices, ..Reply::default() }
    }

    /// Takes the asker's message away, if the bot may, or says how they can.
    fn taking_back(&self, event: &str) -> Reply {
        let event = crate::domain::EventId::new(event);
        let out = vec![self.take_away(&event)];
        Reply { answer: Answer::say(self.text("guarding-taken-back", &[])), out, ..Reply::default() }
    }

    /// Words about a record that were typed where not everybody may see it: the message is taken away, and this text says in private
    /// where it can be typed.
    pub(crate) async fn not_carried(&self, member: &Member, key: &str) -> Result<Reply, StoreError> {
        let taken = self.take_away(self.event);
        let nowhere = |_: &RoomFacts| Err(vec![RoomFault::OtherTeam]);
        self.guarded(member.clone().into(), nowhere, |ask, _| {
            let typed: String = ask.words.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
            let command = format!("{} {}", ask.typed(ask.definition), typed.chars().take(40).collect::<String>());
            Reply { out: vec![taken], ..ask.say(key, &[("command", command.into())]) }
        })
        .await
    }

    /// Takes a message of somebody else away; one that the bot may not take away is told its sender, in reply to it.
    pub(crate) fn take_away(&self, event: &crate::domain::EventId) -> Outgoing {
        let otherwise = Say {
            message: self.words("cannot-take-back", &[]),
            thread: self.thread.cloned(),
            reply_to: Some(event.clone()),
            asked_by: Some(self.sender.clone()),
            ..Say::default()
        };
        let deed = Deed::RedactTheirs { event: event.clone(), otherwise: Some(Box::new(otherwise)) };
        Outgoing { room: self.room.clone(), deed }
    }
}
