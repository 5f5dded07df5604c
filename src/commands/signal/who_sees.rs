//! What stands around the summary of a signal: what each organisation will see and what not, which label that is, what was agreed,
//! and who can take it up. All of it is asked of the access rule, with the record as it would be made.

use super::drafted::{Drafted, Team, present};
use super::fields;
use crate::commands::Ask;
use crate::domain::{Answered, Audience, Form, Label, Member, OrganisationKind, Question, View};
use crate::text::{Answer, Line};

/// A signal that is not sent yet, in its team.
#[derive(Debug, Clone, Copy)]
pub(in crate::commands) struct Before<'b> {
    /// The author.
    pub author: &'b Member,
    /// The form.
    pub form: &'b Form,
    /// What would be made.
    pub drafted: &'b Drafted,
    /// Where.
    pub team: Team<'b>,
}

impl Before<'_> {
    /// All of it.
    pub(in crate::commands) fn told(&self, ask: &Ask<'_>) -> Answer {
        let answer = Answer::say(ask.text("signal-sees", &[])).list(self.eyes(ask));
        let mut lines = vec![self.label(ask)];
        lines.extend(self.name(ask));
        lines.extend(self.agreed(ask));
        lines.extend(self.absent(ask));
        answer.lines(lines.into_iter().map(Line::new)).paragraph(self.takers(ask))
    }

    /// A line for each organisation that takes part, and for each person named.
    fn eyes(&self, ask: &Ask<'_>) -> Vec<Line> {
        let Team { members, rules, .. } = self.team;
        let record = self.drafted.guarded(self.form);
        let Some(mine) = record.for_audience(&Audience::person(self.author.clone().into()), rules) else {
            return Vec::new();
        };
        let own = self.author.organisation;
        let others: Vec<Member> =
            members.iter().filter(|member| member.person != self.author.person).cloned().collect();
        let mut lines = Vec::new();
        let mut blind = Vec::new();
        for kind in present(&others) {
            let who = ask.organisation(kind);
            let key = if kind == own { "signal-sees-own" } else { "signal-sees-organisation" };
            match mine.as_seen_by(kind, rules) {
                Some(view) => lines.push(self.line(ask, ask.text(key, &[("who", who.into())]), &view)),
                None => blind.push(who),
            }
        }
        for person in members.iter().filter(|member| self.drafted.protection.named.contains(&member.person)) {
            if let Some(view) = record.for_audience(&Audience::person(person.clone().into()), rules) {
                let organisation = ask.organisation(person.organisation);
                let args = [("who", person.person.localpart().into()), ("organisation", organisation.into())];
                lines.push(self.line(ask, ask.text("signal-sees-person", &args), &view));
            }
        }
        if !blind.is_empty() {
            lines.push(Line::new(ask.text("signal-sees-nothing", &[("who", blind.join(", ").into())])));
        }
        lines
    }

    /// What somebody sees: all, all but a few, or a few.
    fn line(&self, ask: &Ask<'_>, who: String, view: &View<'_, Vec<Answered>>) -> Line {
        let label = |question: &Question| lower(question.label.shown(ask.language));
        let (mut open, mut closed) = (Vec::new(), Vec::new());
        for answered in view.parts(Vec::as_slice) {
            let question = self.form.question(&answered.content().question);
            // What was not asked says how the record is shared; that stands in this very text.
            let Some(question) = question.filter(|question| question.asked) else { continue };
            let seen = answered.part(|answered| &answered.value).open().is_some();
            (if seen { &mut open } else { &mut closed }).push(label(question));
        }
        if closed.is_empty() {
            return Line::new(ask.text("signal-sees-all", &[("who", who.into())]));
        }
        let (key, labels) =
            if open.len() < closed.len() { ("signal-sees-only", open) } else { ("signal-sees-all-but", closed) };
        Line::new(ask.text(key, &[("who", who.into()), ("what", labels.join(", ").into())]))
    }

    fn label(&self, ask: &Ask<'_>) -> String {
        let label = self.drafted.protection.label;
        let option = self.form.question(fields::LABEL).and_then(|question| question.option(label.code()));
        let name = option.map_or(label.code(), |option| option.shown(ask.language)).to_owned();
        let args = [("label", name.into()), ("means", ask.text(means(label), &[]).into())];
        ask.text("signal-label-is", &args)
    }

    /// What others see of the author's name; nothing when no other organisation sees the record.
    fn name(&self, ask: &Ask<'_>) -> Option<String> {
        let own = self.author.organisation;
        if self.drafted.seers(self.team).iter().all(|member| member.organisation == own) {
            return None;
        }
        if self.drafted.protection.author_named {
            return Some(ask.text("signal-name-shown", &[]));
        }
        Some(ask.text("signal-name-hidden", &[("organisation", ask.organisation(own).into())]))
    }

    /// The agreements that stand in the way.
    fn agreed(&self, ask: &Ask<'_>) -> Option<String> {
        let kinds = &self.drafted.agreed_not;
        (!kinds.is_empty()).then(|| ask.text("signal-agreed-not", &[("who", names(ask, kinds.iter().copied()).into())]))
    }

    /// The organisations that were chosen and of which nobody takes part.
    fn absent(&self, ask: &Ask<'_>) -> Option<String> {
        let protection = &self.drafted.protection;
        let there = present(self.team.members);
        let absent: Vec<OrganisationKind> = protection.shared_with.difference(&there).copied().collect();
        let counts = protection.label >= Label::Amber && !absent.is_empty();
        counts.then(|| ask.text("signal-absent", &[("who", names(ask, absent).into())]))
    }

    /// How many colleagues can take it up, and of which organisations.
    pub(in crate::commands) fn takers(&self, ask: &Ask<'_>) -> String {
        let seers = self.drafted.seers(self.team);
        if seers.is_empty() {
            return ask.text("signal-nobody-sees", &[]);
        }
        let of = |kind: &OrganisationKind| seers.iter().filter(|member| member.organisation == *kind).count();
        let counted = OrganisationKind::ALL.iter().filter(|kind| of(kind) > 0);
        let who =
            counted.map(|kind| format!("{} ({})", ask.organisation(*kind), of(kind))).collect::<Vec<_>>().join(", ");
        ask.text("signal-can-take", &[("count", seers.len().into()), ("who", who.into())])
    }
}

fn names(ask: &Ask<'_>, kinds: impl IntoIterator<Item = OrganisationKind>) -> String {
    kinds.into_iter().map(|kind| ask.organisation(kind)).collect::<Vec<_>>().join(", ")
}

/// What a label means.
pub(in crate::commands) fn means(label: Label) -> &'static str {
    match label {
        Label::Red => "signal-means-red",
        Label::AmberStrict => "signal-means-amber-strict",
        Label::Amber => "signal-means-amber",
        Label::Green => "signal-means-green",
        Label::White => "signal-means-white",
    }
}

/// A label as it stands within a sentence: a small letter first, unless it is a name or a shortening.
fn lower(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => label.to_owned(),
    }
}
