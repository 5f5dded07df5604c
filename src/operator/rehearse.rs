//! `schakel rehearse`: what the bot will say of its own accord in the days to come, as far as it can be foreseen, day by day. It
//! only reads, while the bot runs or not. What is said is not shown, and nobody is named.

mod told;

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use clap::Args;

use super::terminal::{End, complain, explain, tell};
use super::{Settings, open_to_read};
use crate::clock;
use crate::commands::{away_until, invited};
use crate::config::Config;
use crate::domain::incident::{action_of_record, incident_of_record};
use crate::domain::retention::Record;
use crate::domain::schedule::day_begins;
use crate::domain::{
    Due, DueKind, RecordNumber, Reminded, Reminder, RoomId, RoomPurpose, TeamId, WorkingTime, signal_of_record,
};
use crate::store::{Store, StoreError};
use told::Cue;

/// How far.
#[derive(Debug, Args)]
pub struct Rehearse {
    #[command(flatten)]
    settings: Settings,
    /// So many days ahead.
    #[arg(long, default_value_t = 31, value_parser = clap::value_parser!(u16).range(1..=366))]
    days: u16,
}

/// Tells what is to come.
pub(super) async fn run(arguments: Rehearse) -> Result<End, End> {
    let config = arguments.settings.load()?;
    let store = open_to_read(&config).await?;
    let now = clock::now();
    let until = now + TimeDelta::days(arguments.days.into());
    let cues = cues(&store, &config, now, until).await;
    store.close().await;
    let cues = cues.map_err(|error| {
        complain(&explain(&error));
        End::Failed
    })?;
    for line in told::told(cues, config.bot.time_zone, now, until) {
        tell(&line);
    }
    Ok(End::Clean)
}

async fn cues(
    store: &Store,
    config: &Config,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Vec<Cue>, StoreError> {
    let zone = config.bot.time_zone;
    let working = &config.reminders.working;
    let mut rehearsal = Rehearsal { store, zone, working, now, until, teams: HashMap::new(), cues: Vec::new() };
    for reminder in store.reminders_ahead(&config.matrix.user).await? {
        rehearsal.reminder(&reminder).await?;
    }
    for due in store.due(&config.matrix.user, until.timestamp_millis(), i64::MAX).await? {
        rehearsal.due(&due).await?;
    }
    let last_day = until.with_timezone(&zone).date_naive();
    for review in store.reviews_due(&config.matrix.user, last_day).await? {
        let at = day_begins(review.review_on, zone);
        let place = rehearsal.place(&review.team, Some(&review.room)).await?;
        rehearsal.cues.push(Cue { at, what: "an agreement to look at", number: Some(review.number), place, zone });
    }
    Ok(rehearsal.cues)
}

/// What has been found so far.
struct Rehearsal<'a> {
    store: &'a Store,
    /// The zone of the settings.
    zone: Tz,
    working: &'a WorkingTime,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
    /// The name and rooms of each team that was met.
    teams: HashMap<TeamId, (String, Vec<(RoomId, RoomPurpose)>)>,
    cues: Vec<Cue>,
}

impl Rehearsal<'_> {
    /// A reminder, at each moment at which it will be said.
    async fn reminder(&mut self, one: &Reminder) -> Result<(), StoreError> {
        let away = away_until(self.store, &one.team, &one.to, &one.author).await?;
        let timing = one.timing(self.working, away);
        let foreseen = one.course.foreseen(&timing).take_while(|moment| *moment <= self.until);
        // What was missed is said together.
        let (missed, coming): (Vec<_>, Vec<_>) = foreseen.partition(|moment| *moment <= self.now);
        let place = self.place(&one.team, one.to.room()).await?;
        let again = one.course.again_ms.and_then(DateTime::from_timestamp_millis);
        self.cues.extend(missed.into_iter().take(1).chain(coming).map(|at| Cue {
            at,
            what: match &one.what {
                _ if again == Some(at) => "a reminder, again",
                Reminded::Text(_) => told::work(DueKind::Reminder),
                Reminded::Overview => "a weekly overview",
            },
            number: Some(one.number.clone()),
            place: place.clone(),
            zone: one.schedule.zone(),
        }));
        Ok(())
    }

    /// Any other work that falls due. What it is about may be gone: then nothing is said.
    async fn due(&mut self, due: &Due) -> Result<(), StoreError> {
        let found = match due.kind {
            DueKind::DialogueNudge
            | DueKind::DialoguePark
            | DueKind::DialogueWarning
            | DueKind::DialogueErase
            | DueKind::DialogueRestored => {
                self.store.dialogue_called(&due.subject).await?.map(|dialogue| (dialogue.team, None))
            }
            DueKind::SignalUntaken | DueKind::SignalFeedback | DueKind::SignalFeedbackLate => {
                signal_of_record(&due.subject).map(|(team, number)| (team, Some(number)))
            }
            DueKind::SignalRequest => {
                self.store.signal_request(&due.subject).await?.map(|request| (request.team, Some(request.number)))
            }
            DueKind::EvaluationStep => incident_of_record(&due.subject).map(|(team, number)| (team, Some(number))),
            DueKind::RecordEnd | DueKind::YouthAftercare => {
                Record::named(&due.subject).map(|record| (record.team().clone(), Some(record.number().clone())))
            }
            // Each moment of a reminder was found already. Of the others nothing is said; and who is asked how they are is nobody's
            // to read, an operator's neither.
            DueKind::Reminder
            | DueKind::Retention
            | DueKind::TakeBack
            | DueKind::CheckIn
            | DueKind::CheckInForgotten => None,
            DueKind::ActionAsked => action_of_record(&due.subject).map(|(team, number)| (team, Some(number))),
            DueKind::Invitation => return self.invitation(due).await,
        };
        let Some((team, number)) = found else { return Ok(()) };
        let place = self.place(&team, None).await?;
        self.found(due, number, place);
        Ok(())
    }

    /// Somebody is asked once more where they asked.
    async fn invitation(&mut self, due: &Due) -> Result<(), StoreError> {
        let Some((room, _)) = invited(&due.subject) else { return Ok(()) };
        let place = match self.store.team_of_room(&room).await? {
            Some(bound) => self.place(&bound.team, Some(&room)).await?,
            None => "a room of no team".to_owned(),
        };
        self.found(due, None, place);
        Ok(())
    }

    fn found(&mut self, due: &Due, number: Option<RecordNumber>, place: String) {
        let at = DateTime::from_timestamp_millis(due.at_ms).unwrap_or(self.now);
        self.cues.push(Cue { at, what: told::work(due.kind), number, place, zone: self.zone });
    }

    /// Where something of a team is said: in this room, or in private.
    async fn place(&mut self, team: &TeamId, room: Option<&RoomId>) -> Result<String, StoreError> {
        if !self.teams.contains_key(team) {
            let name = self.store.team(team).await?.map_or_else(|| team.to_string(), |team| team.name);
            self.teams.insert(team.clone(), (name, self.store.team_rooms(team).await?));
        }
        let (name, rooms) = &self.teams[team];
        let purpose = |room: &RoomId| rooms.iter().find(|(one, _)| one == room).map(|(_, purpose)| *purpose);
        let place = room.map_or_else(|| told::IN_PRIVATE.to_owned(), |room| told::room(purpose(room)));
        Ok(format!("{name}, {place}"))
    }
}
