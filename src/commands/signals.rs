//! `!signalen`: the signals that everybody who reads the answer may see, the newest first. Nothing else is opened or counted.

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;

use super::Ask;
use super::ask::{Query, Reply, tokens};
use super::signal::level;
use crate::catalogue::Definition;
use crate::domain::schedule::day_begins;
use crate::domain::{
    Audience, Author, Count, Gathering, Guard, Member, RoomFacts, RoomFault, SharingRules, Signal, SignalStatus,
};
use crate::search::fold;
use crate::store::{Signals, StoreError};
use crate::text::{Answer, Line, NoWhen, Toward, when};

/// Signals in one list.
const PAGE: usize = 5;

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let (query, which) = match wanted(ask).await? {
        Ok(wanted) => wanted,
        Err(reply) => return Ok(*reply),
    };
    let member = ask.standing.member().expect("the declaration asks for a member");
    let members = ask.store.members(&member.team).await?;
    let rules = ask.store.sharing_rules(&member.team).await?;
    let decide = |facts: &RoomFacts| match ask.team {
        Some(room) if room.team == member.team => {
            Gathering { team: &room.team, facts, members: &members, bot: ask.health.account }.for_team_content()
        }
        _ => Err(vec![RoomFault::OtherTeam]),
    };
    // For whom the page is read. If the room is another by the time it is shown, each signal still opens only to who is there.
    let facts = ask.rooms.facts(ask.room).await.unwrap_or_default();
    let alone = || Audience::person(member.clone().into());
    let audience = if ask.kind == crate::catalogue::RoomKind::Direct {
        alone()
    } else {
        decide(&facts).unwrap_or_else(|_| alone())
    };
    let may_see = |guard: &Guard| audience.sight_of(guard, &rules).is_some();
    let start = query.page * PAGE;
    let (page, all) = ask.store.signals(&member.team, &which, may_see, start, PAGE).await?;
    ask.guarded(member.clone().into(), decide, |ask, audience| {
        list(ask, member, (&page, all), (&query, &rules), audience)
    })
    .await
}

fn list(
    ask: &Ask<'_>,
    _member: &Member,
    (page, all): (&[Signal], usize),
    (query, rules): (&Query, &SharingRules),
    audience: &Audience,
) -> Reply {
    let mut numbers = Vec::new();
    let mut lines = Vec::new();
    for signal in page {
        let Some(view) = signal.content.for_audience(audience, rules) else { continue };
        let content = view.content();
        let author = match view.author() {
            Some(Author::Person(person)) => person.localpart().to_owned(),
            Some(Author::Organisation(organisation)) => ask.organisation(organisation),
            None => String::new(),
        };
        let args = [
            ("number", content.number.as_str().into()),
            ("level", level(ask.library, ask.language, content.level).into()),
            ("status", ask.signal_status(content.status).into()),
            ("author", author.into()),
            ("day", ask.moment(content.made_ms).into()),
        ];
        lines.push(Line::new(ask.text("signals-item", &args)));
        numbers.push(content.number.to_string());
    }
    if lines.is_empty() {
        let key = if query.page > 0 { "signals-no-more" } else { "signals-none" };
        return ask.say(key, &[]);
    }
    let count = match Count::of(all) {
        Count::Exactly(count) => count.to_string(),
        Count::None | Count::FewerThanFive => ask.text("fewer-than-five", &[]),
    };
    let last = numbers.len();
    let more = (query.page * PAGE + last < all).then(|| Query { text: String::new(), ..query.clone() });
    let next = [("prefix", ask.before_number().into()), ("last", last.into())];
    let foot = ask.text(if more.is_some() { "list-open-or-more" } else { "list-open" }, &next);
    let answer = Answer::say(ask.text("signals-head", &[("count", count.into())])).numbered(lines).paragraph(foot);
    let mut choices = ask.choices(numbers.iter().map(|number| (number.as_str(), number.as_str())), more.as_ref());
    // A number opens with the other command.
    let word =
        ask.library.catalogue.definition("signal").map_or("", |it| it.words.shown(crate::domain::Language::Dutch));
    for (choice, number) in choices.iter_mut().zip(&numbers) {
        choice.command = format!("{word} {number}");
    }
    Reply { answer, choices, ..Reply::default() }
}

/// What was typed: the filters of the declaration, and two that take any words.
async fn wanted(ask: &Ask<'_>) -> Result<Result<(Query, Signals), Box<Reply>>, StoreError> {
    let Own { rest, group, since } = Own::of(ask.definition, ask.words);
    let mut query = match (Ask { words: &rest, ..*ask }).query() {
        Ok(query) => query,
        Err(reply) => return Ok(Err(Box::new(reply))),
    };
    let mut which = Signals {
        status: query.filters.get("status").and_then(|code| SignalStatus::from_code(code)),
        level: query.filters.get("level").and_then(|level| level.parse().ok()),
        ..Signals::default()
    };
    if let Some(alias) = group {
        which.group = Some(ask.store.group_hash(&alias).await?);
        query.filters.insert("group".to_owned(), alias);
    }
    if let Some(typed) = since {
        let Some(day) = past_day(&typed, ask.now.with_timezone(&ask.health.time_zone)) else {
            let typed: String = typed.chars().take(40).collect();
            return Ok(Err(Box::new(ask.say("signals-since", &[("typed", typed.into())]))));
        };
        which.since_ms = Some(day_begins(day, ask.health.time_zone).timestamp_millis());
        query.filters.insert("since".to_owned(), typed);
    }
    Ok(Ok((query, which)))
}

/// The filters of this command that take any words, and what is left without them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Own {
    pub(super) rest: String,
    pub(super) group: Option<String>,
    pub(super) since: Option<String>,
}

impl Own {
    pub(super) fn of(definition: &Definition, words: &str) -> Self {
        let mut rest = Vec::new();
        let (mut group, mut since) = (None, None);
        let all = tokens(words);
        let mut words = all.iter();
        while let Some(token) = words.next() {
            let named = |id: &str, name: &str| {
                let filter = definition.filters.iter().find(|filter| filter.id == id);
                filter
                    .is_some_and(|filter| filter.id == name || filter.words.all().any(|word| fold(word) == fold(name)))
            };
            let Some((name, value)) = token.split_once(':') else {
                rest.push(token.as_str());
                continue;
            };
            let slot = if named("group", name) {
                &mut group
            } else if named("since", name) {
                &mut since
            } else {
                rest.push(token.as_str());
                continue;
            };
            *slot = Some(if value.is_empty() { words.next().cloned().unwrap_or_default() } else { value.to_owned() });
        }
        let quoted = |token: &str| if token.contains(' ') { format!("\"{token}\"") } else { token.to_owned() };
        let rest = rest.into_iter().map(quoted).collect::<Vec<_>>().join(" ");
        Self { rest, group, since }
    }
}

/// A day that has been: `gisteren`, `maandag`, `1 november`. Where several can be meant it is the earliest, which leaves nothing
/// out.
pub(super) fn past_day(typed: &str, now: DateTime<Tz>) -> Option<NaiveDate> {
    let found = match when(typed, now, Toward::Past) {
        Ok(found) => found,
        Err(NoWhen::Unsure(readings)) => *readings.first()?,
        Err(_) => return None,
    };
    Some(found.from.with_timezone(&now.timezone()).date_naive())
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone as _;

    use super::*;

    #[test]
    fn since_a_day_means_one_that_has_been() {
        let now = chrono_tz::Europe::Amsterdam.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).single().expect("a Tuesday");
        for (typed, day) in [
            ("vandaag", Some((2026, 11, 24))),
            ("Yesterday", Some((2026, 11, 23))),
            ("maandag", Some((2026, 11, 23))),
            ("vrijdag", Some((2026, 11, 20))),
            ("1 november", Some((2026, 11, 1))),
            ("1 november 2026", Some((2026, 11, 1))),
            ("dinsdag", Some((2026, 11, 17))),
            ("zomaar", None),
            ("morgen", None),
            ("30 november", None),
            ("1 juni 2028", None),
        ] {
            let day = day.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
            assert_eq!(past_day(typed, now), day, "{typed}");
        }
    }
}
