//! One signal as its asker may see it, and where what is said of it goes. Everything about a number passes here, so that a signal
//! that somebody may not see is told from one that there is not by nothing: the same look, the same words, in the same place.

use crate::commands::{Ask, Reply};
use crate::domain::audit::{Action, Actor, Entry};
use crate::domain::{
    Audience, Change, Gathering, Member, RecordNumber, RoomFacts, RoomFault, SharingRules, Signal, SignalChange,
    SignalContent, SignalStep, View,
};
use crate::store::StoreError;
use crate::text::Answer;

/// A signal that the asker sees, with what decides who else does.
#[derive(Debug)]
pub(super) struct Case {
    /// The signal.
    pub(super) signal: Signal,
    /// The asker.
    pub(super) member: Member,
    /// The members of its team now.
    pub(super) members: Vec<Member>,
    /// What the partners have agreed about sharing.
    pub(super) rules: SharingRules,
}

/// The signal of this number, if there is one and the asker sees it.
pub(super) async fn find(
    ask: &Ask<'_>,
    member: &Member,
    number: Option<&RecordNumber>,
) -> Result<Option<Case>, StoreError> {
    let members = ask.store.members(&member.team).await?;
    let rules = ask.store.sharing_rules(&member.team).await?;
    let signal = match number {
        Some(number) => ask.store.signal(&member.team, number).await?,
        None => None,
    };
    let alone = Audience::person(member.clone().into());
    let seen = signal.filter(|signal| signal.content.for_audience(&alone, &rules).is_some());
    Ok(seen.map(|signal| Case { signal, member: member.clone(), members, rules }))
}

/// There is no such signal, or none that the asker may see: said in private, as something about one that only they see would be.
pub(super) async fn unknown(ask: &Ask<'_>, member: &Member) -> Result<Reply, StoreError> {
    let nowhere = |_: &RoomFacts| Err(vec![RoomFault::OtherTeam]);
    ask.guarded(member.clone().into(), nowhere, |ask, _| no_such(ask)).await
}

fn no_such(ask: &Ask<'_>) -> Reply {
    let typed: String = ask.words.split_whitespace().next().unwrap_or_default().chars().take(20).collect();
    let list = ask.library.catalogue.definition("signals").map_or_else(String::new, |signals| ask.typed(signals));
    ask.say("signal-unknown", &[("typed", typed.into()), ("command", list.into())])
}

/// The asker wants something done that cannot be.
pub(super) async fn not_known(ask: &Ask<'_>, case: &Case, words: &str) -> Result<Reply, StoreError> {
    let word: String = words.split_whitespace().next().unwrap_or_default().chars().take(40).collect();
    case.say(ask, |ask| {
        let command = ask.line(&case.signal.number, "");
        Answer::say(ask.text("signal-deeds", &[("word", word.into()), ("command", command.into())])).into()
    })
    .await
}

impl Case {
    /// Whether everybody in the room where it was asked may see the signal.
    pub(super) fn here(&self, ask: &Ask<'_>, facts: &RoomFacts) -> Result<Audience, Vec<RoomFault>> {
        match ask.team {
            Some(room) if room.team == self.signal.team => {
                let (team, members, bot) = (&room.team, &self.members[..], ask.health.account);
                Gathering { team, facts, members, bot }.for_record(&self.signal.content, &self.rules)
            }
            _ => Err(vec![RoomFault::OtherTeam]),
        }
    }

    /// Says something about the signal where everybody may see it, else in private.
    pub(super) async fn say(&self, ask: &Ask<'_>, render: impl FnOnce(&Ask<'_>) -> Reply) -> Result<Reply, StoreError> {
        self.view(ask, |ask, _| render(ask)).await
    }

    /// The same with what those see who will read it.
    pub(super) async fn view(
        &self,
        ask: &Ask<'_>,
        render: impl FnOnce(&Ask<'_>, Seen<'_, '_>) -> Reply,
    ) -> Result<Reply, StoreError> {
        let decide = |facts: &RoomFacts| self.here(ask, facts);
        ask.guarded(self.member.clone().into(), decide, |ask, audience| {
            match self.signal.content.for_audience(audience, &self.rules) {
                Some(view) => {
                    let shows = Some(self.signal.record().into_boxed_str());
                    Reply { shows, ..render(ask, Seen { view, audience }) }
                }
                None => no_such(ask),
            }
        })
        .await
    }

    /// Says something about the signal to the asker alone.
    pub(super) async fn say_alone(
        &self,
        ask: &Ask<'_>,
        render: impl FnOnce(&Ask<'_>) -> Reply,
    ) -> Result<Reply, StoreError> {
        let nowhere = |_: &RoomFacts| Err(vec![RoomFault::OtherTeam]);
        let shows = Some(self.signal.record().into_boxed_str());
        ask.guarded(self.member.clone().into(), nowhere, |ask, _| Reply { shows, ..render(ask) }).await
    }

    /// The signal changes as it was read.
    pub(super) fn change(&self, steps: Vec<SignalStep>) -> Change {
        let signal = &self.signal;
        let (team, number) = (signal.team.clone(), signal.number.clone());
        Change::Signal(SignalChange { team, number, seen: signal.version, steps })
    }

    /// The asker read what it says.
    pub(super) fn read(&self, ask: &Ask<'_>) -> Change {
        let by = Actor::Person(ask.sender.clone());
        let number = self.signal.number.as_str();
        let entry = Entry::new(ask.now.timestamp_millis(), by, Action::Read, "signal", number);
        Change::Audit(entry.of(&self.signal.team))
    }

    /// The asker wrote it.
    pub(super) fn is_author(&self) -> bool {
        self.signal.protection.author == self.member.person
    }

    /// The asker follows it up.
    pub(super) fn is_owner(&self) -> bool {
        self.signal.protection.owner.as_ref() == Some(&self.member.person)
    }

    /// The author, as long as they are an active member.
    pub(super) fn author(&self) -> Option<&Member> {
        self.active(&self.signal.protection.author)
    }

    /// This person, as long as they are an active member.
    pub(super) fn active(&self, person: &crate::domain::UserId) -> Option<&Member> {
        self.members.iter().find(|one| one.person == *person && one.is_active())
    }
}

/// What is seen of a signal, and by whom.
pub(super) struct Seen<'s, 'e> {
    /// As far as they see.
    pub(super) view: View<'s, SignalContent>,
    /// Whose eyes they are.
    pub(super) audience: &'e Audience,
}
