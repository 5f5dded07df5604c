//! `!inzage`: all that the bot holds about the one who asks, as a file in their direct room and never elsewhere. Whoever is a member
//! sees of each record what they may see of it now; whoever is none any more sees that there is one, and whom to ask for the content.
//! Where somebody can stand at all is the store's to know (`Store::traces`).

mod about;
mod other;
mod pages;
mod parts;
mod records;

use std::collections::BTreeMap;

use super::ask::{Ask, Reply};
use crate::domain::audit::{Action, Actor, Entry};
use crate::domain::{
    Audience, Change, DueChange, DueKind, File, Member, RoomFacts, RoomFault, SharingRules, TeamId, Viewer,
};
use crate::paper::{Block, Head, Section};
use crate::store::{Part, StoreError, Trace, new_id};
use crate::text::Answer;

/// The file stands in the room for so many days; then the bot takes it away again, so that what is erased meanwhile does not stay there.
const STANDS_DAYS: i64 = 7;
const DAY_MS: i64 = 24 * 3_600_000;

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    // Whoever stands behind a changed identity may be somebody else.
    if ask.store.identity_changed(ask.sender).await? {
        return Ok(ask.say("access-stopped", &[]));
    }
    let gathered = Gathered::of(ask).await?;
    let alone = &Ask { kind: crate::catalogue::RoomKind::Direct, ..*ask };
    let mut sections = vec![about::file(alone)];
    sections.extend(about::person(alone, &gathered).await?);
    let mut read = Vec::new();
    sections.extend(records::signals(alone, &gathered, &mut read).await?);
    sections.extend(records::incidents(alone, &gathered, &mut read).await?);
    sections.extend(other::all(alone, &gathered).await?);
    let pages = pages::cut(&head(alone), sections, File::LARGEST);
    let viewer = gathered.viewer.clone();
    let nowhere_else = |_: &RoomFacts| Err(vec![RoomFault::OtherTeam]);
    ask.guarded(viewer, nowhere_else, |ask, _| handed_over(ask, pages, read)).await
}

/// The files, and that they will be taken away again.
fn handed_over(ask: &Ask<'_>, pages: Vec<String>, read: Vec<Entry>) -> Reply {
    let shows = format!("mydata/{}", new_id());
    let at_ms = ask.now.timestamp_millis() + STANDS_DAYS * DAY_MS;
    let (account, person) = (ask.health.account.clone(), ask.sender);
    let took = DueChange { account, kind: DueKind::TakeBack, subject: shows.clone(), at_ms: Some(at_ms) };
    // Of no team: that somebody asks for their own data is not their coordinator's to know.
    let entry = Entry::new(
        ask.now.timestamp_millis(),
        Actor::Person(person.clone()),
        Action::AskedForOwn,
        "person",
        person.as_str(),
    );
    let answer = Answer::say(ask.text("mydata-here", &[("files", pages.len().into())]))
        .paragraph(ask.text("mydata-stands", &[("days", STANDS_DAYS.into())]))
        .paragraph(ask.text("mydata-wrong", &[]));
    let mut changes = vec![Change::Due(took), Change::Audit(entry)];
    changes.extend(read.into_iter().map(Change::Audit));
    let mut reply = Reply { answer, changes, shows: Some(shows.into_boxed_str()), ..Reply::default() };
    let (word, day) = (ask.text("mydata-file", &[]), ask.today());
    for (index, page) in pages.into_iter().enumerate() {
        let name = if index == 0 { format!("{word}-{day}.md") } else { format!("{word}-{day}-{}.md", index + 1) };
        reply = ask.and_file(reply, (&name, "text/markdown"), page.into_bytes(), None);
    }
    reply
}

fn head(ask: &Ask<'_>) -> Head {
    Head {
        language: ask.language,
        title: ask.text("mydata-title", &[("person", ask.sender.as_str().into())]),
        note: ask.text("mydata-for-you", &[]),
        label: String::new(),
        date: ask.day(ask.today()),
        page: String::new(),
        made: None,
    }
}

/// A team as its asker stands in it.
struct TeamSeen {
    name: String,
    /// Their membership, as long as it is active.
    member: Option<Member>,
    rules: SharingRules,
}

/// What is known of the asker before anything is opened.
struct Gathered {
    viewer: Viewer,
    traces: Vec<Trace>,
    teams: BTreeMap<TeamId, TeamSeen>,
}

impl Gathered {
    async fn of(ask: &Ask<'_>) -> Result<Self, StoreError> {
        let memberships = ask.store.memberships(ask.sender).await?;
        let viewer = Viewer::new(ask.sender.clone(), memberships.clone());
        let traces = ask.store.traces(ask.sender).await?;
        let mut teams = BTreeMap::new();
        for team in traces.iter().filter_map(|trace| trace.team.as_ref()) {
            if teams.contains_key(team) {
                continue;
            }
            let name = ask.store.team(team).await?.map_or_else(|| team.to_string(), |team| team.name);
            let member = memberships.iter().find(|member| member.team == *team && member.is_active()).cloned();
            let rules = ask.store.sharing_rules(team).await?;
            teams.insert(team.clone(), TeamSeen { name, member, rules });
        }
        Ok(Self { viewer, traces, teams })
    }

    /// The asker alone.
    fn audience(&self) -> Audience {
        Audience::person(self.viewer.clone())
    }

    /// Where they have one of these parts.
    fn with(&self, parts: &[Part]) -> impl Iterator<Item = &Trace> {
        self.traces.iter().filter(move |trace| parts.contains(&trace.part))
    }

    /// What they have a part in, by team and by the number that begins the row, each with its parts.
    fn by_record(&self, parts: &[Part]) -> BTreeMap<(TeamId, String), Vec<&Trace>> {
        let mut records: BTreeMap<(TeamId, String), Vec<&Trace>> = BTreeMap::new();
        for trace in self.with(parts) {
            let Some(team) = &trace.team else { continue };
            let number = trace.row.split('/').next().unwrap_or(&trace.row).to_owned();
            records.entry((team.clone(), number)).or_default().push(trace);
        }
        records
    }

    fn team_name<'n>(&'n self, team: &'n TeamId) -> &'n str {
        self.teams.get(team).map_or(team.as_str(), |team| team.name.as_str())
    }

    /// Their membership of this team, as long as it is active.
    fn member_of(&self, team: &TeamId) -> Option<&Member> {
        self.teams.get(team)?.member.as_ref()
    }

    fn rules_of(&self, team: &TeamId) -> SharingRules {
        self.teams.get(team).map_or_else(SharingRules::default, |team| team.rules.clone())
    }
}

/// A section with a list, unless there is nothing in it.
fn listed(heading: String, items: Vec<String>) -> Option<Section> {
    (!items.is_empty()).then(|| Section { heading, blocks: vec![Block::Items(items)] })
}

/// A moment in full, in the asker's zone.
fn moment(ask: &Ask<'_>, at_ms: i64) -> String {
    let at = chrono::DateTime::from_timestamp_millis(at_ms).unwrap_or_default().with_timezone(&ask.health.time_zone);
    let args = [("day", ask.day(at.date_naive()).into()), ("time", at.format("%H:%M").to_string().into())];
    ask.text("mydata-moment", &args)
}
