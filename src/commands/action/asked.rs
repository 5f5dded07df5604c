//! Asking after an action when its time has come: its owner in private, an organisation by those of its members who speak for it, and
//! the room about all actions of an evaluation together. Nothing is asked while the incident is frozen, and nothing once an
//! action is ended.

use chrono::{DateTime, NaiveDate, Utc};

use super::words::{Sub, choices, typed};
use crate::catalogue::RoomKind;
use crate::commands::incident::rooms;
use crate::commands::{Ask, Desk};
use crate::domain::incident::{
    Action, ActionChange, ActionOwner, ActionStatus, ActionStep, Asking, Incident, action_of_record,
};
use crate::domain::{
    Audience, Change, Due, DueChange, DueKind, Guard, Language, Member, Outgoing, Role, SharingRules, Turn,
};
use crate::store::{Actions, StoreError};
use crate::text::{Answer, Line};

/// When an action is asked after next: with this day and so many questions asked, or never again.
pub(in crate::commands) async fn rescheduled(
    ask: &Ask<'_>,
    action: &Action,
    goes_on: Option<(NaiveDate, u32)>,
) -> Result<Option<Change>, StoreError> {
    let desk = Desk::of(ask);
    let at = match goes_on {
        None => None,
        Some((due_on, asked)) => {
            let all = of_evaluation(&desk, action).await?;
            let asking = Asking::of(action, &all, desk.working, desk.time_zone);
            asking.and_then(|asking| Asking { due_on, asked, ..asking }.next_after(desk.now))
        }
    };
    Ok(Some(due(&desk, &action.record(), at)))
}

/// When an action that is agreed now is asked after first. `others` are those agreed before in the same evaluation.
pub(in crate::commands) fn scheduled(ask: &Ask<'_>, record: &str, (due_on, others): (NaiveDate, &[Action])) -> Change {
    let desk = Desk::of(ask);
    let agreed_ms = others.iter().map(|one| one.made_ms).chain([desk.now_ms()]).min().unwrap_or_default();
    let agreed = DateTime::<Utc>::from_timestamp_millis(agreed_ms).unwrap_or(desk.now);
    let agreed_on = agreed.with_timezone(&desk.time_zone).date_naive();
    let asking = Asking { due_on, asked: 0, agreed_on, working: desk.working, zone: desk.time_zone };
    due(&desk, record, asking.next_after(desk.now))
}

fn due(desk: &Desk<'_>, record: &str, at: Option<DateTime<Utc>>) -> Change {
    let at_ms = at.map(|at| at.timestamp_millis());
    let (account, subject) = (desk.account.clone(), record.to_owned());
    Change::Due(DueChange { account, kind: DueKind::ActionAsked, subject, at_ms })
}

async fn of_evaluation(desk: &Desk<'_>, action: &Action) -> Result<Vec<Action>, StoreError> {
    let which = Actions { incident: Some(action.incident.clone()), ..Actions::default() };
    desk.store.actions(&action.team, &which).await
}

/// What follows when an action is to be asked after.
pub(crate) async fn fall_due(desk: &Desk<'_>, work: &Due) -> Result<Turn, StoreError> {
    let Some((team, number)) = action_of_record(&work.subject) else { return Ok(Turn::nothing()) };
    let Some(action) = desk.store.action(&team, &number).await? else { return Ok(Turn::nothing()) };
    let Some(incident) = desk.store.incident(&team, &action.incident).await? else { return Ok(Turn::nothing()) };
    let all = of_evaluation(desk, &action).await?;
    let Some(asking) = Asking::of(&action, &all, desk.working, desk.time_zone) else { return Ok(Turn::nothing()) };
    let from = DateTime::<Utc>::from_timestamp_millis(work.at_ms).unwrap_or(desk.now);
    let mut turn = Turn::nothing();
    if !incident.frozen {
        let members = desk.store.members(&team).await?;
        let rules = desk.store.sharing_rules(&team).await?;
        let there = There { desk, incident: &incident, members: &members, rules: &rules };
        if asking.asks_owner(from, desk.now) {
            let step = ActionStep::Asked;
            turn.changes.push(Change::Action(ActionChange { team, number, seen: action.version, step }));
            turn.changes.extend(there.owner_is_asked(&action).await?);
        }
        // One of them speaks for all.
        let speaks = all.iter().filter(|one| one.status == ActionStatus::Open).map(|one| &one.number).min();
        if asking.tells_room(from, desk.now) && speaks == Some(&action.number) {
            turn.out.extend(there.room_hears(&all).await?);
        }
    }
    let asked = action.asked + u32::from(turn.changes.iter().any(|change| matches!(change, Change::Action(_))));
    let next = Asking { asked, ..asking }.next_after(desk.now);
    if next.is_some() {
        turn.changes.push(due(desk, &work.subject, next));
    }
    Ok(turn)
}

/// The team as it is when an action is asked after.
struct There<'t> {
    desk: &'t Desk<'t>,
    incident: &'t Incident,
    members: &'t [Member],
    rules: &'t SharingRules,
}

impl There<'_> {
    /// The owner is asked; when nobody is there who could be, the coordinators hear the number and no more.
    async fn owner_is_asked(&self, action: &Action) -> Result<Vec<Change>, StoreError> {
        let asked = self.asked(action);
        let mut changes = Vec::new();
        for member in &asked {
            changes.extend(self.to(action, member).await?);
        }
        if asked.is_empty() {
            for member in self.members.iter().filter(|one| one.role == Role::Coordinator && one.is_active()) {
                let language = self.desk.language_of(&member.person).await?;
                let args = [("action", action.number.as_str().into())];
                let answer = Answer::say(self.desk.text(language, "action-ownerless", &args));
                changes.extend(self.desk.tell(member, language, &answer, vec![], Some(&self.incident.record())));
            }
        }
        Ok(changes)
    }

    /// Whom to ask: the owner; of an organisation those who speak for it, or everybody when nobody does. Only who sees the incident.
    fn asked(&self, action: &Action) -> Vec<&Member> {
        let sees = |member: &&Member| {
            let audience = Audience::person((*member).clone().into());
            member.is_active() && action.content.for_audience(&audience, self.rules).is_some()
        };
        let owns = |member: &&Member| match &action.owner {
            ActionOwner::Person(person) => member.person == *person,
            ActionOwner::Organisation(organisation) => member.organisation == *organisation,
        };
        let all: Vec<&Member> = self.members.iter().filter(sees).filter(owns).collect();
        let speaking: Vec<&Member> = all.iter().copied().filter(|member| member.mandate).collect();
        if speaking.is_empty() || matches!(action.owner, ActionOwner::Person(_)) { all } else { speaking }
    }

    async fn to(&self, action: &Action, member: &Member) -> Result<Vec<Change>, StoreError> {
        let desk = self.desk;
        let language = desk.language_of(&member.person).await?;
        let audience = Audience::person(member.clone().into());
        let Some(view) = action.content.for_audience(&audience, self.rules) else { return Ok(vec![]) };
        let what = view.field(|content| &content.what).map_or("", String::as_str);
        let today = desk.now.with_timezone(&desk.time_zone).date_naive();
        let key = if action.due_on < today { "action-asked-late" } else { "action-asked" };
        let owner = match &action.owner {
            ActionOwner::Person(_) => String::new(),
            ActionOwner::Organisation(organisation) => {
                desk.library.organisations.name(*organisation, language).to_owned()
            }
        };
        let line = |sub| typed(desk, (language, RoomKind::Direct), &action.number, sub).into();
        let args = [
            ("action", action.number.as_str().into()),
            ("incident", action.incident.as_str().into()),
            ("what", what.into()),
            ("day", desk.day(language, action.due_on).into()),
        ];
        let how = [
            ("done", line(Sub::Done)),
            ("later", line(Sub::Later)),
            ("over", line(Sub::HandOver)),
            ("drop", line(Sub::Drop)),
        ];
        let mut answer = Answer::say(desk.text(language, key, &args));
        if !owner.is_empty() {
            answer = answer.paragraph(desk.text(language, "action-of-organisation", &[("owner", owner.into())]));
        }
        let answer = answer.paragraph(desk.text(language, "action-asked-how", &how));
        // Dropping it is typed in full: any sentence may begin with that word.
        let deeds = [(Sub::Done, false), (Sub::Later, true), (Sub::HandOver, true)];
        let choices = choices(desk, &action.number, &deeds);
        Ok(desk.tell(member, language, &answer, choices, Some(&self.incident.record())))
    }

    /// What became of the actions of an evaluation, in the first room in which everybody may see the incident.
    async fn room_hears(&self, all: &[Action]) -> Result<Vec<Outgoing>, StoreError> {
        let desk = self.desk;
        let guard = Guard::from(self.incident.protection.clone());
        let fit = rooms(desk, &guard, (self.members, self.rules)).await?;
        let Some((room, audience, language)) = fit.into_iter().next() else { return Ok(vec![]) };
        let count = |status| all.iter().filter(|one| one.status == status).count();
        let args = [
            ("incident", self.incident.number.as_str().into()),
            ("open", count(ActionStatus::Open).into()),
            ("done", count(ActionStatus::Done).into()),
            ("command", desk.command(language, RoomKind::Chain, "action", "").into()),
        ];
        let open = all.iter().filter(|one| one.status == ActionStatus::Open);
        let lines: Vec<Line> = open.filter_map(|one| self.line(one, &audience, language)).collect();
        let answer = Answer::say(desk.text(language, "action-room-hears", &args)).list(lines);
        let instead = desk.words(language, "incident-notice-gone");
        let shows = self.incident.record();
        Ok(Desk::announce(&room, (&audience, instead), &answer, (&[], vec![]), Some(&shows)))
    }

    fn line(&self, action: &Action, audience: &Audience, language: Language) -> Option<Line> {
        let view = action.content.for_audience(audience, self.rules)?;
        let owner = match &action.owner {
            ActionOwner::Person(person) => person.localpart(),
            ActionOwner::Organisation(organisation) => self.desk.library.organisations.name(*organisation, language),
        };
        let args = [
            ("action", action.number.as_str().into()),
            ("owner", owner.into()),
            ("day", self.desk.day(language, action.due_on).into()),
            ("what", view.field(|content| &content.what)?.as_str().into()),
        ];
        Some(Line::new(self.desk.text(language, "action-line", &args)))
    }
}
