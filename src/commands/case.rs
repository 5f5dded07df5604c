//! One incident as its asker may see it, for the commands that work on one: the incident itself, its evaluation, its actions.
//! Everything about a number passes here, so that an incident that somebody may not see is told from one that there is not by
//! nothing: the same look, the same words, in the same place.

use super::ask::{Ask, Reply};
use super::guarding::Remark;
use crate::catalogue::RoomKind;
use crate::domain::audit::{Action, Actor, Entry};
use crate::domain::incident::{Happened, Incident, IncidentChange, IncidentContent, IncidentStep, TimelineLine};
use crate::domain::{
    Audience, Change, Gathering, Guard, Member, RecordNumber, RoomFacts, RoomFault, SharingRules, UserId, View,
};
use crate::store::{Signals, StoreError};
use crate::text::{Answer, Args};

/// An incident that the asker sees, with what decides who else does.
#[derive(Debug)]
pub(super) struct Case {
    /// The incident.
    pub(super) incident: Incident,
    /// The asker.
    pub(super) member: Member,
    /// The members of its team now.
    pub(super) members: Vec<Member>,
    /// What the partners have agreed about sharing.
    pub(super) rules: SharingRules,
    /// Who sees the signals of the team: a line of the timeline that names one is for those only.
    pub(super) signals: Vec<(RecordNumber, Guard)>,
}

/// What is seen of an incident, and by whom.
pub(super) struct Seen<'s, 'e> {
    /// As far as they see.
    pub(super) view: View<'s, IncidentContent>,
    /// Whose eyes they are.
    pub(super) audience: &'e Audience,
}

/// The incident of this number, if there is one and the asker sees it.
pub(super) async fn find(
    ask: &Ask<'_>,
    member: &Member,
    number: Option<&RecordNumber>,
) -> Result<Option<Case>, StoreError> {
    let members = ask.store.members(&member.team).await?;
    let rules = ask.store.sharing_rules(&member.team).await?;
    let signals = ask.store.signal_guards(&member.team, &Signals::default()).await?;
    let incident = match number {
        Some(number) => ask.store.incident(&member.team, number).await?,
        None => None,
    };
    let alone = Audience::person(member.clone().into());
    let seen = incident.filter(|incident| incident.content.for_audience(&alone, &rules).is_some());
    Ok(seen.map(|incident| Case { incident, member: member.clone(), members, rules, signals }))
}

/// There is no such incident, or none that the asker may see: said in private, as something about one that only they see would be.
pub(super) async fn unknown(ask: &Ask<'_>, member: &Member) -> Result<Reply, StoreError> {
    let nowhere = |_: &RoomFacts| Err(vec![RoomFault::OtherTeam]);
    ask.guarded(member.clone().into(), nowhere, |ask, _| no_such(ask)).await
}

fn no_such(ask: &Ask<'_>) -> Reply {
    let typed: String = ask.words.split_whitespace().next().unwrap_or_default().chars().take(20).collect();
    let incident = ask.library.catalogue.definition("incident");
    let list = incident.map_or_else(String::new, |incident| {
        format!("{} {}", ask.typed(incident), incident.subcommand_shown("list", ask.language))
    });
    ask.say("incident-unknown", &[("typed", typed.into()), ("command", list.into())])
}

/// Whether words about this incident may stand where they were typed. In a shared room only where everybody may see it; whether there
/// is such an incident at all makes no difference to what the room sees.
pub(super) async fn may_carry(ask: &Ask<'_>, case: Option<&Case>) -> bool {
    if ask.kind == RoomKind::Direct {
        return true;
    }
    let (Some(case), Some(facts)) = (case, ask.rooms.facts(ask.room).await) else { return false };
    case.here(ask, &facts).is_ok()
}

/// Takes the message away, and says in private where it can be typed.
pub(super) async fn elsewhere(ask: &Ask<'_>, member: &Member) -> Result<Reply, StoreError> {
    ask.not_carried(member, "incident-not-there").await
}

impl Case {
    /// Whether everybody in the room where it was asked may see the incident.
    pub(super) fn here(&self, ask: &Ask<'_>, facts: &RoomFacts) -> Result<Audience, Vec<RoomFault>> {
        match ask.team {
            Some(room) if room.team == self.incident.team => {
                let (team, members, bot) = (&room.team, &self.members[..], ask.health.account);
                Gathering { team, facts, members, bot }.for_record(&self.incident.content, &self.rules)
            }
            _ => Err(vec![RoomFault::OtherTeam]),
        }
    }

    /// Says something about the incident where everybody may see it, else in private.
    pub(super) async fn say(&self, ask: &Ask<'_>, render: impl FnOnce(&Ask<'_>) -> Reply) -> Result<Reply, StoreError> {
        self.view(ask, |ask, _| render(ask)).await
    }

    /// A text about the incident. Its number is among the arguments.
    pub(super) fn words(&self, ask: &Ask<'_>, key: &str, args: Args<'_>) -> String {
        let mut all = vec![("number", self.incident.number.as_str().into())];
        all.extend(args.iter().cloned());
        ask.text(key, &all)
    }

    /// Says this about the incident where everybody may see it, else in private.
    pub(super) async fn says(&self, ask: &Ask<'_>, text: String) -> Result<Reply, StoreError> {
        self.say(ask, |_| Answer::say(text).into()).await
    }

    /// The same with what those see who will read it.
    pub(super) async fn view(
        &self,
        ask: &Ask<'_>,
        render: impl FnOnce(&Ask<'_>, Seen<'_, '_>) -> Reply,
    ) -> Result<Reply, StoreError> {
        let decide = |facts: &RoomFacts| self.here(ask, facts);
        ask.guarded(self.member.clone().into(), decide, |ask, audience| {
            match self.incident.content.for_audience(audience, &self.rules) {
                Some(view) => {
                    let shows = Some(self.incident.record().into_boxed_str());
                    Reply { shows, ..render(ask, Seen { view, audience }) }
                }
                None => no_such(ask),
            }
        })
        .await
    }

    /// Says something about the incident to the asker alone.
    pub(super) async fn say_alone(
        &self,
        ask: &Ask<'_>,
        render: impl FnOnce(&Ask<'_>) -> Reply,
    ) -> Result<Reply, StoreError> {
        let nowhere = |_: &RoomFacts| Err(vec![RoomFault::OtherTeam]);
        let shows = Some(self.incident.record().into_boxed_str());
        ask.guarded(self.member.clone().into(), nowhere, |ask, _| Reply { shows, ..render(ask) }).await
    }

    /// The incident changes as it was read.
    pub(super) fn change(&self, steps: Vec<IncidentStep>) -> Change {
        let incident = &self.incident;
        let (team, number) = (incident.team.clone(), incident.number.clone());
        Change::Incident(IncidentChange { team, number, seen: incident.version, steps })
    }

    /// The asker read what it says.
    pub(super) fn read(&self, ask: &Ask<'_>) -> Change {
        let by = Actor::Person(ask.sender.clone());
        let number = self.incident.number.as_str();
        let entry = Entry::new(ask.now.timestamp_millis(), by, Action::Read, "incident", number);
        Change::Audit(entry.of(&self.incident.team))
    }

    /// The asker opened it.
    pub(super) fn is_author(&self) -> bool {
        self.incident.protection.author == self.member.person
    }

    /// This person, as long as they are an active member.
    pub(super) fn active(&self, person: &UserId) -> Option<&Member> {
        self.members.iter().find(|one| one.person == *person && one.is_active())
    }

    /// The active members who see it.
    pub(super) fn seers(&self) -> Vec<&Member> {
        let sees = |member: &&Member| {
            let audience = Audience::person((*member).clone().into());
            self.incident.content.for_audience(&audience, &self.rules).is_some()
        };
        self.members.iter().filter(sees).collect()
    }

    /// The lines of the timeline that these eyes see, in the order in which things happened, each with what it tells.
    pub(super) fn timeline<'s>(&self, seen: &Seen<'s, '_>) -> Vec<(&'s TimelineLine, &'s Happened)> {
        let mut lines: Vec<(&TimelineLine, &Happened)> = seen
            .view
            .parts(|content| &content.lines)
            .filter_map(|line| Some((line.content(), line.field(|line| &line.happened)?)))
            .filter(|(_, happened)| match happened {
                Happened::Signal { number } => {
                    let guard = self.signals.iter().find(|(known, _)| known.as_str() == number);
                    guard.is_some_and(|(_, guard)| seen.audience.sight_of(guard, &self.rules).is_some())
                }
                _ => true,
            })
            .collect();
        lines.sort_by_key(|(line, _)| (line.from_ms, line.line));
        lines
    }

    /// The place of the next line of the timeline.
    pub(super) fn next_line(&self) -> u32 {
        let alone = Audience::person(self.member.clone().into());
        let view = self.incident.content.for_audience(&alone, &self.rules);
        let lines = view.map_or(0, |view| view.content().lines.len());
        u32::try_from(lines).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// A free text of so many characters at most, when it says something and holds nothing that looks like personal data;
    /// otherwise what to say instead. `how` tells how such a text is typed.
    pub(super) async fn remark<'t>(
        &self,
        ask: &Ask<'_>,
        text: &'t str,
        (how, most): (&str, usize),
    ) -> Result<Result<Remark<'t>, Box<Reply>>, StoreError> {
        let remark = match ask.guarded_text(text) {
            Ok(remark) => remark,
            Err(reply) => return Ok(Err(Box::new(self.say(ask, |_| reply).await?))),
        };
        let length = remark.text.chars().count();
        if remark.text.trim().is_empty() {
            return Ok(Err(Box::new({
                let text = self.words(ask, how, &[("command", Self::line(ask, ask.words).into())]);
                self.says(ask, text).await
            }?)));
        }
        if length > most {
            let args = [("length", length.into()), ("most", most.into())];
            return Ok(Err(Box::new({
                let text = self.words(ask, "incident-too-long", &args);
                self.says(ask, text).await
            }?)));
        }
        Ok(Ok(remark))
    }

    /// The command of the asker with this number, as it is typed here, up to the subcommand that they typed.
    fn line(ask: &Ask<'_>, words: &str) -> String {
        let typed: Vec<&str> = words.split_whitespace().take(2).collect();
        format!("{} {}", ask.typed(ask.definition), typed.join(" "))
    }
}

/// Why this cannot be done with an incident.
pub(super) async fn refused(
    ask: &Ask<'_>,
    case: &Case,
    refusal: crate::domain::incident::IncidentRefusal,
) -> Result<Reply, StoreError> {
    use crate::domain::incident::IncidentRefusal as No;
    let who = case.incident.protection.owner.as_ref().unwrap_or(&case.incident.protection.author);
    let named = case.incident.protection.owner.is_some() || case.incident.protection.author_named;
    let who = match case.active(who) {
        Some(member) if named || member.organisation == case.member.organisation => {
            member.person.localpart().to_owned()
        }
        _ => ask.organisation(case.incident.protection.author_organisation),
    };
    match refusal {
        No::Closed => {
            let text = case.words(ask, "incident-is-closed", &[]);
            case.says(ask, text).await
        }
        No::NotAuthor => {
            let text = case.words(ask, "incident-not-author", &[("who", who.into())]);
            case.says(ask, text).await
        }
        No::NoPart => {
            let text = case.words(ask, "incident-no-part", &[("who", who.into())]);
            case.says(ask, text).await
        }
        No::AlreadySo => {
            let text = case.words(ask, "incident-already-so", &[]);
            case.says(ask, text).await
        }
        No::Agreed => {
            let text = case.words(ask, "incident-partners-agreed-not", &[]);
            case.says(ask, text).await
        }
        No::Frozen => frozen(ask, case).await,
    }
}

/// Nothing is asked while an inquiry runs, and why.
pub(super) async fn frozen(ask: &Ask<'_>, case: &Case) -> Result<Reply, StoreError> {
    case.view(ask, |ask, seen| {
        let why = seen.view.part_if(|content| content.frozen.as_ref()).and_then(|why| why.open());
        let why = why.map_or("", String::as_str);
        let number = case.incident.number.as_str();
        Answer::say(ask.text("incident-is-frozen", &[("number", number.into()), ("reason", why.into())])).into()
    })
    .await
}
