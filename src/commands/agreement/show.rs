//! How agreements and suggestions are shown: one on a phone screen, and what is said of their parts.

use super::in_team;
use super::suggestions::Suggestion;
use super::words::{Sort, Sub};
use crate::commands::ask::{Ask, Reply};
use crate::domain::{
    Agreement, AgreementEnd, AgreementKind, AgreementVersion, Language, Member, OrganisationKind, RecordNumber, Role,
    Sharing, Subject,
};
use crate::store::StoreError;
use crate::text::{Answer, Line};

impl Ask<'_> {
    /// A moment as a day in words, as it is for people here.
    pub(in crate::commands) fn moment(&self, at_ms: i64) -> String {
        let moment = chrono::DateTime::from_timestamp_millis(at_ms).unwrap_or_default();
        self.day(moment.with_timezone(&self.health.time_zone).date_naive())
    }

    /// Names of organisations, in this order.
    pub(in crate::commands) fn organisations(&self, organisations: &[OrganisationKind]) -> String {
        let names = organisations.iter().map(|organisation| self.organisation(*organisation));
        names.collect::<Vec<_>>().join(", ")
    }

    /// The command with this after it, as it is typed here.
    pub(in crate::commands) fn line(&self, number: &RecordNumber, rest: &str) -> String {
        format!("{} {number} {rest}", self.typed(self.definition)).trim_end().to_owned()
    }
}

/// The shown word of a kind of agreement.
pub(super) fn kind<'a>(ask: &Ask<'a>, kind: AgreementKind) -> &'a str {
    let filter = ask.definition.filters.iter().find(|filter| filter.id == "kind");
    filter.and_then(|filter| filter.option(kind.code())).map_or(kind.code(), |option| option.words.shown(ask.language))
}

/// What the machine understood of it: its kind, whom it is about and, of sharing, the rule.
pub(super) fn title(ask: &Ask<'_>, subject: &Subject) -> String {
    title_in(ask, ask.language, subject)
}

/// The same in a language of choice.
pub(super) fn title_in(ask: &Ask<'_>, language: Language, subject: &Subject) -> String {
    let text = |key: &str, args: crate::text::Args<'_>| ask.library.catalogue.texts.get(language, key, args);
    let name = |organisation: OrganisationKind| ask.library.organisations.name(organisation, language).to_owned();
    let names = |organisations: &[OrganisationKind]| {
        organisations.iter().map(|organisation| name(*organisation)).collect::<Vec<_>>().join(", ")
    };
    match subject {
        Subject::Sharing { giver, receiver, rule } => {
            let rule = match rule {
                Sharing::Free => "agreement-rule-free",
                Sharing::AskReporter => "agreement-rule-ask",
                Sharing::Not => "agreement-rule-not",
            };
            let args = [
                ("giver", name(*giver).into()),
                ("receiver", name(*receiver).into()),
                ("rule", text(rule, &[]).into()),
            ];
            text("agreement-sharing", &args)
        }
        Subject::First(parties) => match parties.split_first() {
            Some((first, rest)) if !rest.is_empty() => {
                text("agreement-first-with", &[("first", name(*first).into()), ("others", names(rest).into())])
            }
            _ => text("agreement-first", &[("first", names(parties).into())]),
        },
        Subject::Signal(parties) => text("agreement-signal", &[("who", names(parties).into())]),
        Subject::Feedback(parties) => text("agreement-feedback", &[("who", names(parties).into())]),
    }
}

/// No agreement of this team has the number, whether it is nobody's or another team's.
pub(super) fn unknown(ask: &Ask<'_>) -> Reply {
    let typed: String = ask.words.split_whitespace().next().unwrap_or_default().chars().take(20).collect();
    let command = ask.typed(ask.definition);
    ask.say("agreement-unknown", &[("typed", typed.into()), ("command", command.into())])
}

pub(super) fn unknown_deed(ask: &Ask<'_>, agreement: &Agreement, word: &str) -> Reply {
    let word: String = word.chars().take(40).collect();
    ask.say("agreement-deeds", &[("word", word.into()), ("command", ask.line(&agreement.number, "").into())])
}

/// One agreement in full.
pub(super) async fn open(ask: &Ask<'_>, member: &Member, agreement: &Agreement) -> Result<Reply, StoreError> {
    let members = ask.store.members(&member.team).await?;
    in_team(ask, member, |ask| full(ask, agreement, &members).into()).await
}

fn full(ask: &Ask<'_>, agreement: &Agreement, members: &[Member]) -> Answer {
    let Some(current) = agreement.current() else { return Answer::default() };
    let status = match (&agreement.ended, &agreement.in_force) {
        (Some((how, at_ms)), _) => {
            let key = match how {
                AgreementEnd::Stopped => "agreement-stopped",
                AgreementEnd::Withdrawn => "agreement-withdrawn",
                AgreementEnd::Replaced => "agreement-replaced",
            };
            ask.text(key, &[("day", ask.moment(*at_ms).into())])
        }
        (None, Some(_)) => ask.text("agreement-holds", &[]),
        (None, None) => ask.text("agreement-only-proposed", &[]),
    };
    let title = ask.text("agreement-title", &[("number", agreement.number.as_str().into()), ("status", status.into())]);
    let mut answer = Answer::default().lines([Line::new(title), Line::new(self::title(ask, &current.terms.subject))]);
    if !current.terms.text.is_empty() {
        answer = answer.paragraph(current.terms.text.as_str());
    }
    answer = answer.lines(facts(ask, current));
    if agreement.is_due(ask.today()) {
        let args = [
            ("day", ask.day(current.terms.review_on).into()),
            ("renew", ask.line(&agreement.number, word(ask, Sub::Review)).into()),
            ("stop", ask.line(&agreement.number, word(ask, Sub::Stop)).into()),
        ];
        answer = answer.paragraph(ask.text("agreement-due", &args));
    }
    if let (Some(proposed), None) = (&agreement.proposed, &agreement.ended) {
        if agreement.in_force.is_some() {
            answer = answer.then(new_version(ask, proposed));
        }
        answer = answer.then(awaiting(ask, agreement, proposed, &proposed.awaits(), members));
    }
    answer.lines(no_basis(ask, current))
}

/// Whom it binds, who confirmed it, which version it is, since when it holds and until when.
fn facts(ask: &Ask<'_>, version: &AgreementVersion) -> Vec<Line> {
    let binds = ask.organisations(&version.terms.subject.binds());
    let mut lines = vec![Line::new(ask.text("agreement-binds", &[("who", binds.into())]))];
    if !version.confirmed.is_empty() {
        let made = version.confirmed.iter().map(|made| {
            let args = [
                ("organisation", ask.organisation(made.organisation).into()),
                ("role", role(ask, made.role).into()),
                ("day", ask.moment(made.at_ms).into()),
            ];
            ask.text("agreement-confirmed-by", &args)
        });
        let made = made.collect::<Vec<_>>().join("; ");
        lines.push(Line::new(ask.text("agreement-confirmed", &[("who", made.into())])));
    }
    let review = ask.day(version.terms.review_on);
    let number = version.number.to_string();
    lines.push(Line::new(match version.in_force_ms {
        Some(since) => {
            let args = [("version", number.into()), ("since", ask.moment(since).into()), ("review", review.into())];
            ask.text("agreement-version-holds", &args)
        }
        None => {
            let args = [
                ("version", number.into()),
                ("organisation", ask.organisation(version.proposed_for).into()),
                ("day", ask.moment(version.proposed_ms).into()),
                ("review", review.into()),
            ];
            ask.text("agreement-version-proposed", &args)
        }
    }));
    lines
}

fn role(ask: &Ask<'_>, role: Role) -> String {
    ask.text(if role == Role::Coordinator { "agreement-role-coordinator" } else { "agreement-role-member" }, &[])
}

/// What a proposed version would change.
pub(super) fn new_version(ask: &Ask<'_>, proposed: &AgreementVersion) -> Answer {
    let args = [
        ("version", proposed.number.to_string().into()),
        ("organisation", ask.organisation(proposed.proposed_for).into()),
        ("day", ask.moment(proposed.proposed_ms).into()),
        ("review", ask.day(proposed.terms.review_on).into()),
    ];
    let head = Line::new(ask.text("agreement-new-version", &args));
    let mut answer = Answer::default().lines([head, Line::new(title(ask, &proposed.terms.subject))]);
    if !proposed.terms.text.is_empty() {
        answer = answer.paragraph(proposed.terms.text.as_str());
    }
    answer
}

/// Who has yet to confirm a version, who can do that for them, and what to type.
pub(super) fn awaiting(
    ask: &Ask<'_>,
    agreement: &Agreement,
    version: &AgreementVersion,
    awaits: &[OrganisationKind],
    members: &[Member],
) -> Answer {
    awaiting_by_number(ask, &agreement.number, version.number, awaits, members)
}

/// The same for a version that is just being made.
pub(super) fn awaiting_by_number(
    ask: &Ask<'_>,
    number: &RecordNumber,
    version: u32,
    awaits: &[OrganisationKind],
    members: &[Member],
) -> Answer {
    if awaits.is_empty() {
        return Answer::default();
    }
    let lines = awaits.iter().map(|organisation| {
        let speakers = speakers(*organisation, members);
        let name = ask.organisation(*organisation);
        Line::new(if speakers.is_empty() {
            ask.text("agreement-awaits-nobody", &[("organisation", name.into())])
        } else {
            ask.text("agreement-awaits-one", &[("organisation", name.into()), ("who", speakers.join(", ").into())])
        })
    });
    let mut answer = Answer::say(ask.text("agreement-awaits", &[])).list(lines);
    if awaits.iter().any(|organisation| speakers(*organisation, members).is_empty()) {
        answer = answer.paragraph(ask.text("agreement-give-mandate", &[("command", mandate_command(ask).into())]));
    }
    let confirm = word(ask, Sub::Confirm);
    let confirm = if version == 1 { confirm.to_owned() } else { format!("{confirm} {version}") };
    answer.paragraph(ask.text("agreement-how-to-confirm", &[("command", ask.line(number, &confirm).into())]))
}

/// Who may speak for an organisation now, as people call them.
pub(super) fn speakers(organisation: OrganisationKind, members: &[Member]) -> Vec<String> {
    let speak = |member: &&Member| member.organisation == organisation && member.mandate && member.is_active();
    members.iter().filter(speak).map(|member| member.person.localpart().to_owned()).collect()
}

/// How a coordinator gives somebody the mandate, as it is typed here.
pub(super) fn mandate_command(ask: &Ask<'_>) -> String {
    let team = ask.library.catalogue.definition("team");
    let command = team.map_or_else(|| format!("{}team", ask.before_number()), |definition| ask.typed(definition));
    format!("{command} {}", ask.text("agreement-mandate-words", &[]))
}

/// The word for what can be done, in the language of the answer.
pub(super) fn word<'a>(ask: &Ask<'a>, sub: Sub) -> &'a str {
    ask.definition.subcommand_shown(sub.id(), ask.language)
}

/// That it is no legal basis, and how it stands with the law in the suggestion that it was taken from.
pub(super) fn no_basis(ask: &Ask<'_>, version: &AgreementVersion) -> Vec<Line> {
    let suggestion = version.terms.suggestion.as_deref().and_then(|slug| ask.library.suggestions.named(slug));
    let mut lines = vec![Line::new(ask.text("agreement-no-basis", &[]))];
    if let Some(suggestion) = suggestion {
        lines.push(Line::new(ask.text("agreement-from-suggestion", &[("slug", suggestion.slug.as_str().into())])));
        lines.extend(suggestion.law_line(ask).map(Line::new));
    }
    lines
}

/// One suggestion in full: first of all that it is one.
pub(super) fn suggestion(ask: &Ask<'_>, suggestion: &Suggestion) -> Answer {
    let texts = suggestion.texts(ask.language);
    let args = [("name", texts.name.as_str().into()), ("slug", suggestion.slug.as_str().into())];
    let status = if suggestion.certain { "agreement-suggestion-certain" } else { "agreement-suggestion-uncertain" };
    let mut last = vec![Line::new(ask.text(status, &[("checked", ask.day(suggestion.checked).into())]))];
    last.extend(suggestion.law_line(ask).map(Line::new));
    last.push(Line::new(ask.text("agreement-no-basis", &[])));
    let from = ask.definition.option_shown(Sub::New.id(), Sort::Suggestion.id(), ask.language);
    let take = format!("{} {} {from} {}", ask.typed(ask.definition), word(ask, Sub::New), suggestion.slug);
    Answer::default()
        .lines([
            Line::new(ask.text("agreement-suggestion-title", &args)),
            Line::new(ask.text("agreement-suggestion-is-one", &[])),
        ])
        .lines([Line::new(title(ask, &suggestion.subject))])
        .paragraph(texts.text.as_str())
        .lines(last)
        .list(suggestion.sources.iter().map(|source| source.line(ask.language)))
        .paragraph(ask.text("agreement-suggestion-take", &[("command", take.into())]))
}
