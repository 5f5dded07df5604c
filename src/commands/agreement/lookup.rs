//! Looking up: the map, and a search in the team's own agreements first and then in the suggestions.

use super::in_team;
use super::show::{self, kind, title, title_in};
use super::suggestions::{Suggestion, fields};
use crate::catalogue::Who;
use crate::commands::Standing;
use crate::commands::ask::{Ask, Query, Reply};
use crate::domain::{Agreement, AgreementKind, Choice, Language, Member, RecordNumber, Subject};
use crate::search::{Document, Field, Index, Synonyms, Weight};
use crate::store::{AgreementWords, Agreements, KindCount, StoreError};
use crate::text::{Answer, Line};

/// Entries in one list.
const PAGE: usize = 5;

/// So many of a team's own agreements are searched, the newest.
const SEARCHED: usize = 1000;

/// Something that a list shows.
enum Hit<'h> {
    Own { number: RecordNumber, subject: Subject, in_force: bool },
    Suggestion(&'h Suggestion),
}

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let query = match ask.query() {
        Ok(query) => query,
        Err(reply) => return Ok(reply),
    };
    let member = match ask.standing {
        Standing::Which(_) => return Ok(ask.barred(Who::Member).await?.unwrap_or_default()),
        Standing::Member(member) => Some(member),
        Standing::Nobody => None,
    };
    let of = query.filters.get("kind").and_then(|code| AgreementKind::from_code(code));
    if query.text.is_empty() && of.is_none() {
        return map(ask, member).await;
    }
    let suggestions = &ask.library.suggestions;
    if let (Some(suggestion), None) = (suggestions.named(&query.text), of) {
        return Ok(show::suggestion(ask, suggestion).into());
    }
    let start = query.page * PAGE;
    let (mut hits, mut nearest): (Vec<Hit<'_>>, Vec<Hit<'_>>) = (Vec::new(), Vec::new());
    let all;
    if query.text.is_empty() {
        let mut own = 0;
        if let (Some(member), Some(of)) = (member, of) {
            let (page, count) = ask.store.agreements(&member.team, Agreements::Of(of), start, PAGE).await?;
            hits.extend(page.into_iter().filter_map(own_hit));
            own = count;
        }
        let left = PAGE - hits.len();
        let more = suggestions.of(of).skip(start.saturating_sub(own)).take(left);
        hits.extend(more.map(Hit::Suggestion));
        all = own + suggestions.count(of);
    } else {
        let own = match member {
            Some(member) => ask.store.agreement_words(&member.team, SEARCHED).await?,
            None => Vec::new(),
        };
        (hits, nearest) = search(ask, &own, &query.text, of);
        all = hits.len();
        hits = hits.into_iter().skip(start).take(PAGE).collect();
    }
    if all > 0 && hits.is_empty() {
        return Ok(ask.say("list-no-more", &[("all", all.into())]));
    }
    if let ([hit], 1) = (hits.as_slice(), all) {
        return one(ask, member, hit).await;
    }
    nearest.truncate(PAGE);
    let with_own = [&hits, &nearest].into_iter().flatten().any(|hit| matches!(hit, Hit::Own { .. }));
    let listed = |ask: &Ask<'_>| match (hits.as_slice(), nearest.as_slice()) {
        ([], []) => nothing(ask, &query).into(),
        ([], nearest) => list(ask, nothing(ask, &query), nearest, None),
        (hits, _) => {
            let args = [("from", (start + 1).into()), ("to", (start + hits.len()).into()), ("all", all.into())];
            let head = ask.text(if all > PAGE { "agreement-page" } else { "agreement-list" }, &args);
            list(ask, Answer::say(head), hits, (start + hits.len() < all).then_some(&query))
        }
    };
    match member {
        // Also that a team has agreed nothing about it is for its members only.
        Some(member) if with_own || ask.team.is_some() => in_team(ask, member, listed).await,
        _ => Ok(listed(ask)),
    }
}

fn own_hit<'h>(agreement: Agreement) -> Option<Hit<'h>> {
    let in_force = agreement.is_in_force();
    let subject = agreement.current()?.terms.subject.clone();
    Some(Hit::Own { number: agreement.number, subject, in_force })
}

/// What answers these words, the team's own first, each best first; and else what comes nearest. All are in one index, which
/// is made anew: in a few agreements alone no word would be rarer than another.
fn search<'h>(
    ask: &Ask<'h>,
    own: &[AgreementWords],
    words: &str,
    of: Option<AgreementKind>,
) -> (Vec<Hit<'h>>, Vec<Hit<'h>>) {
    let library = ask.library;
    let suggestions: Vec<&Suggestion> = library.suggestions.of(None).collect();
    let titles: Vec<[String; 2]> =
        own.iter().map(|one| Language::ALL.map(|language| title_in(ask, language, &one.subject))).collect();
    let of_own = own.iter().zip(&titles).map(|(one, titles)| {
        let fields = Language::ALL.into_iter().zip(titles).flat_map(|(language, title)| {
            [(title, Weight::Name), (&one.text, Weight::Body)].map(|(text, weight)| Field { text, weight, language })
        });
        Document { fields: fields.collect() }
    });
    let of_suggestions = suggestions.iter().map(|one| Document { fields: fields(one) });
    let index = Index::new(of_own.chain(of_suggestions), &Synonyms::default());
    let kind_of = |number: usize| match own.get(number) {
        Some(one) => one.subject.kind(),
        None => suggestions[number - own.len()].subject.kind(),
    };
    let hits = index.search(words, |number| of.is_none_or(|of| kind_of(number) == of));
    let these = |found: &[usize]| {
        let (first, then): (Vec<usize>, Vec<usize>) = found.iter().partition(|number| **number < own.len());
        let hit = |number: usize| match own.get(number) {
            Some(one) => {
                let AgreementWords { number, subject, in_force, .. } = one.clone();
                Hit::Own { number, subject, in_force }
            }
            None => Hit::Suggestion(suggestions[number - own.len()]),
        };
        first.into_iter().chain(then).map(hit).collect()
    };
    (these(&hits.found), these(&hits.nearest))
}

async fn one(ask: &Ask<'_>, member: Option<&Member>, hit: &Hit<'_>) -> Result<Reply, StoreError> {
    match (hit, member) {
        (Hit::Own { number, .. }, Some(member)) => match ask.store.agreement(&member.team, number).await? {
            Some(agreement) => show::open(ask, member, &agreement).await,
            None => in_team(ask, member, show::unknown).await,
        },
        (Hit::Suggestion(suggestion), _) => Ok(show::suggestion(ask, suggestion).into()),
        (Hit::Own { .. }, None) => Ok(Reply::default()),
    }
}

fn nothing(ask: &Ask<'_>, query: &Query) -> Answer {
    let text: String = query.text.chars().take(80).collect();
    let command = ask.typed(ask.definition);
    Answer::say(ask.text("agreement-nothing", &[("text", text.into()), ("command", command.into())]))
}

fn list(ask: &Ask<'_>, head: Answer, hits: &[Hit<'_>], next: Option<&Query>) -> Reply {
    let line = |hit: &Hit<'_>| {
        Line::new(match hit {
            Hit::Own { number, subject, in_force } => {
                let key = if *in_force { "agreement-item" } else { "agreement-item-proposed" };
                ask.text(key, &[("number", number.as_str().into()), ("title", title(ask, subject).into())])
            }
            Hit::Suggestion(suggestion) => {
                let texts = suggestion.texts(ask.language);
                let args = [("name", texts.name.as_str().into()), ("slug", suggestion.slug.as_str().into())];
                ask.text("agreement-item-suggestion", &args)
            }
        })
    };
    let key = if next.is_some() { "list-open-or-more" } else { "list-open" };
    let foot = ask.text(key, &[("last", hits.len().into()), ("prefix", ask.before_number().into())]);
    let answer = head.numbered(hits.iter().map(line)).paragraph(foot);
    let entries = hits.iter().map(|hit| match hit {
        Hit::Own { number, .. } => (number.as_str(), number.as_str()),
        Hit::Suggestion(suggestion) => (suggestion.slug.as_str(), suggestion.texts(ask.language).name.as_str()),
    });
    Reply { answer, choices: ask.choices(entries, next), ..Reply::default() }
}

/// What the team has agreed by kind, what waits and what must be looked at again; for others only what suggestions there are.
async fn map(ask: &Ask<'_>, member: Option<&Member>) -> Result<Reply, StoreError> {
    let Some(member) = member else {
        let head = Answer::say(ask.text("agreement-map-suggestions", &[]));
        return Ok(kinds(ask, head, &[]));
    };
    let today = ask.today();
    let counts = ask.store.agreement_counts(&member.team).await?;
    let (awaiting, awaiting_all) = ask.store.agreements(&member.team, Agreements::Awaiting, 0, PAGE).await?;
    let (due, due_all) = ask.store.agreements(&member.team, Agreements::Due(today), 0, PAGE).await?;
    in_team(ask, member, |ask| {
        let mut reply = kinds(ask, Answer::say(ask.text("agreement-map", &[])), &counts);
        let mut more = Answer::default();
        let awaits = awaiting.iter().filter_map(|agreement| {
            let proposed = agreement.proposed.as_ref()?;
            let args = [
                ("number", agreement.number.as_str().into()),
                ("title", title(ask, &proposed.terms.subject).into()),
                ("who", ask.organisations(&proposed.awaits()).into()),
            ];
            Some(Line::new(ask.text("agreement-map-awaits", &args)))
        });
        let due_lines = due.iter().filter_map(|agreement| {
            let terms = &agreement.in_force.as_ref()?.terms;
            let args = [
                ("number", agreement.number.as_str().into()),
                ("title", title(ask, &terms.subject).into()),
                ("day", ask.day(terms.review_on).into()),
            ];
            Some(Line::new(ask.text("agreement-map-due", &args)))
        });
        if awaiting_all > 0 {
            more = more
                .paragraph(ask.text("agreement-map-awaiting", &[("all", awaiting_all.into())]))
                .list(awaits.chain(and_more(ask, awaiting_all)));
        }
        if due_all > 0 {
            more = more
                .paragraph(ask.text("agreement-map-all-due", &[("all", due_all.into())]))
                .list(due_lines.chain(and_more(ask, due_all)));
        }
        reply.answer = reply.answer.then(more).paragraph(ask.text("agreement-no-basis", &[]));
        reply
    })
    .await
}

fn and_more(ask: &Ask<'_>, all: usize) -> Option<Line> {
    (all > PAGE).then(|| Line::new(ask.text("agreement-and-more", &[("more", (all - PAGE).into())])))
}

/// One line per kind, each to be opened by its number.
fn kinds(ask: &Ask<'_>, head: Answer, counts: &[(AgreementKind, KindCount)]) -> Reply {
    let suggestions = &ask.library.suggestions;
    let mut choices = Vec::new();
    let mut lines = Vec::new();
    for (index, of) in AgreementKind::ALL.iter().enumerate() {
        let name = ("name", kind(ask, *of).into());
        let suggested = ("suggestions", suggestions.count(Some(*of)).into());
        let count = counts.iter().find(|(counted, _)| counted == of).map(|(_, count)| *count);
        lines.push(Line::new(match count {
            None => ask.text("agreement-map-kind-suggestions", &[name, suggested]),
            Some(KindCount { in_force, proposed: 0 }) => {
                ask.text("agreement-map-kind", &[name, ("in_force", in_force.into()), suggested])
            }
            Some(KindCount { in_force, proposed }) => {
                let args = [name, ("in_force", in_force.into()), ("proposed", proposed.into()), suggested];
                ask.text("agreement-map-kind-proposed", &args)
            }
        }));
        choices.push(Choice {
            key: (index + 1).to_string(),
            words: vec![kind(ask, *of).to_owned()],
            emoji: Some(format!("{}\u{fe0f}\u{20e3}", index + 1)),
            command: format!("{} kind:{}", ask.definition.words.shown(Language::Dutch), of.code()),
        });
    }
    let command = ask.typed(ask.definition);
    let example = ask.definition.examples.first().map_or("", |example| example.shown(ask.language));
    let foot = [
        ("last", choices.len().into()),
        ("prefix", ask.before_number().into()),
        ("example", format!("{command} {example}").into()),
        ("all", suggestions.count(None).into()),
    ];
    let answer = head.numbered(lines).paragraph(ask.text("agreement-map-foot", &foot));
    Reply { answer, choices, ..Reply::default() }
}
