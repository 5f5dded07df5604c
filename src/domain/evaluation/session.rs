//! The session in which the partners evaluate together: where it is held, who leads it, which question is open, and how it goes from
//! one question to the next. What people answer lies beside it, as contributions.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::team::coded;
use crate::domain::{EventId, Member, Role, RoomId, UserId};

coded! {
    /// How far a session has come.
    SessionState {
        /// A question is open.
        Running = "running",
        /// It rests, for a break or a day.
        Paused = "paused",
        /// All was asked.
        Ended = "ended",
    }
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The room.
    pub room: RoomId,
    /// The thread in which it is held, if it is held in one.
    pub thread: Option<EventId>,
    /// Who leads it.
    pub facilitator: UserId,
    /// How far it has come.
    pub state: SessionState,
    /// The open question, counted from 0.
    pub at: usize,
    /// Questions that were put off until the end.
    pub parked: BTreeSet<usize>,
    /// All questions have had their turn: only those that were put off come now.
    #[serde(default)]
    pub returning: bool,
    /// When it began, in milliseconds since 1970.
    pub began_ms: i64,
    /// When it ended.
    pub ended_ms: Option<i64>,
}

/// What becomes of a session when it moves on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moved {
    /// Another question is open.
    To(Session),
    /// There is no other question.
    Nowhere,
}

impl Session {
    /// One that this person begins to lead now.
    pub fn begun(room: RoomId, thread: Option<EventId>, facilitator: UserId, now_ms: i64) -> Self {
        Self {
            room,
            thread,
            facilitator,
            state: SessionState::Running,
            at: 0,
            parked: BTreeSet::new(),
            returning: false,
            began_ms: now_ms,
            ended_ms: None,
        }
    }

    /// It goes on where it was, here, led by this person.
    #[must_use]
    pub fn resumed(&self, room: RoomId, thread: Option<EventId>, facilitator: UserId) -> Self {
        Self { room, thread, facilitator, state: SessionState::Running, ended_ms: None, ..self.clone() }
    }

    /// It rests where it is.
    #[must_use]
    pub fn paused(&self) -> Self {
        Self { state: SessionState::Paused, ..self.clone() }
    }

    /// All was asked, or it is enough.
    #[must_use]
    pub fn ended(&self, now_ms: i64) -> Self {
        Self { state: SessionState::Ended, ended_ms: Some(now_ms), ..self.clone() }
    }

    /// Somebody else leads it.
    #[must_use]
    pub fn led_by(&self, facilitator: UserId) -> Self {
        Self { facilitator, ..self.clone() }
    }

    /// The next of so many questions: those that were put off come after all others.
    pub fn next(&self, questions: usize) -> Moved {
        if !self.returning && self.at + 1 < questions {
            return Moved::To(self.opened(self.at + 1));
        }
        let first = self.parked.range(self.at + 1..).chain(self.parked.iter()).find(|at| **at < questions);
        match first {
            Some(at) => Moved::To(Self { returning: true, ..self.opened(*at) }),
            None => Moved::Nowhere,
        }
    }

    /// The question before this one.
    pub fn back(&self) -> Moved {
        match self.at.checked_sub(1) {
            Some(at) => Moved::To(self.opened(at)),
            None => Moved::Nowhere,
        }
    }

    /// The open question comes at the end, and the next of so many is open. The last one that is left cannot be put off.
    pub fn park(&self, questions: usize) -> Moved {
        match self.next(questions) {
            Moved::To(mut next) => {
                next.parked.insert(self.at);
                Moved::To(next)
            }
            Moved::Nowhere => Moved::Nowhere,
        }
    }

    /// This question is open; it is put off no more.
    fn opened(&self, at: usize) -> Self {
        let mut next = Self { at, ..self.clone() };
        next.parked.remove(&at);
        next
    }

    /// This member leads it.
    pub fn is_led_by(&self, member: &Member) -> bool {
        self.facilitator == member.person
    }

    /// This member may say who leads it: who leads it does, a coordinator, and everybody once who led it is away.
    pub fn may_hand_over(&self, member: &Member, facilitator_is_there: bool) -> bool {
        self.is_led_by(member) || member.role == Role::Coordinator || !facilitator_is_there
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{OrganisationKind, TeamId};

    const QUESTIONS: usize = 5;

    fn person(name: &str) -> UserId {
        UserId::new(format!("@{name}:example.org"))
    }

    fn session() -> Session {
        Session::begun(RoomId::new("!room:example.org"), None, person("anna"), 1)
    }

    fn member(name: &str, role: Role) -> Member {
        let (team, organisation) = (TeamId::new("west"), OrganisationKind::YouthWork);
        Member { team, person: person(name), organisation, role, mandate: false, stopped: false }
    }

    /// The questions that come when it only goes on, after these were put off.
    fn order(parked: &[usize]) -> Vec<usize> {
        let mut session = session();
        let mut order = vec![];
        loop {
            let put_off = !session.returning && parked.contains(&session.at);
            if !put_off {
                order.push(session.at);
            }
            session = match if put_off { session.park(QUESTIONS) } else { session.next(QUESTIONS) } {
                Moved::To(session) => session,
                Moved::Nowhere => return order,
            };
        }
    }

    #[test]
    fn every_question_comes_once_and_those_put_off_at_the_end() {
        assert_eq!(order(&[]), [0, 1, 2, 3, 4]);
        assert_eq!(order(&[0]), [1, 2, 3, 4, 0]);
        assert_eq!(order(&[1, 3]), [0, 2, 4, 1, 3]);
        assert_eq!(order(&[4, 0]), [1, 2, 3, 0, 4]);
    }

    #[test]
    fn the_last_that_is_left_cannot_be_put_off() {
        let last = Session { at: QUESTIONS - 1, ..session() };
        assert_eq!(last.park(QUESTIONS), Moved::Nowhere);
        assert_eq!(last.next(QUESTIONS), Moved::Nowhere);
    }

    #[test]
    fn one_that_was_put_off_can_wait_for_another() {
        let at = Session { at: 1, returning: true, parked: [3].into(), ..session() };
        let Moved::To(next) = at.park(QUESTIONS) else { panic!("there is another") };
        assert_eq!((next.at, next.parked.clone()), (3, [1].into()));
        let Moved::To(next) = next.next(QUESTIONS) else { panic!("there is another") };
        assert_eq!((next.at, next.next(QUESTIONS)), (1, Moved::Nowhere));
    }

    #[test]
    fn before_the_first_there_is_none() {
        assert_eq!(session().back(), Moved::Nowhere);
        let third = Session { at: 2, ..session() };
        let Moved::To(second) = third.back() else { panic!("there is one") };
        assert_eq!(second.at, 1);
    }

    #[test]
    fn whoever_goes_back_to_one_that_was_put_off_has_it_answered() {
        let at = Session { at: 2, parked: [1].into(), ..session() };
        let Moved::To(back) = at.back() else { panic!("there is one") };
        assert_eq!((back.at, back.parked.is_empty()), (1, true));
    }

    #[test]
    fn a_form_that_has_become_shorter_leads_nowhere_behind_its_end() {
        let at = Session { at: 9, parked: [8].into(), ..session() };
        assert_eq!(at.next(QUESTIONS), Moved::Nowhere);
    }

    #[test]
    fn only_who_leads_it_hands_over_but_for_coordinators_and_when_nobody_leads() {
        let session = session();
        assert!(session.may_hand_over(&member("anna", Role::Member), true));
        assert!(session.may_hand_over(&member("bram", Role::Coordinator), true));
        assert!(!session.may_hand_over(&member("bram", Role::Member), true));
        assert!(session.may_hand_over(&member("bram", Role::Member), false));
    }

    #[test]
    fn resumed_it_is_where_it_was_and_in_another_room() {
        let paused = Session { at: 3, parked: [1].into(), ..session() }.paused();
        let on = paused.resumed(RoomId::new("!other:example.org"), None, person("bram"));
        assert_eq!((on.at, on.state, on.parked), (3, SessionState::Running, [1].into()));
    }
}
