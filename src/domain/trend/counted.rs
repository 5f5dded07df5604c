//! The counting: records as far as an audience sees them become numbers. These are for nobody's eyes yet.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::Period;
use crate::domain::incident::{Happened, TimelineLine};
use crate::domain::practice::Effect;
use crate::domain::signal::HIGHEST_LEVEL;
use crate::domain::{Audience, Field, Guarded, SharingRules};

/// What is counted of a signal. What stands here open may be known by everybody who sees the signal at all.
#[derive(Debug)]
pub struct Reported {
    /// When it was sent, in milliseconds since 1970.
    pub made_ms: i64,
    /// 0 to 3.
    pub level: u8,
    /// The day by which the reporter should hear something.
    pub feedback_on: NaiveDate,
    /// When they first heard something, in milliseconds since 1970.
    pub heard_ms: Option<i64>,
    /// The reporter follows it up themselves, and waits for nobody.
    pub waits_for_nobody: bool,
    /// The option of the form that names the platform; nothing when none was named.
    pub platform: Field<Option<String>>,
    /// The interventions that had been done already, by slug.
    pub done: Field<Vec<String>>,
}

/// By what signals are divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum By {
    /// Not at all: how many there are.
    Total,
    /// By week or month.
    Time,
    /// By level.
    Level,
    /// By the phases of what had been done already. A signal can be in several.
    Phase,
    /// By platform.
    Platform,
    /// By whether the reporter heard something in time.
    Feedback,
}

/// What one number is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Of {
    /// All signals.
    All,
    /// A week or month, by the day on which it begins.
    Slot(NaiveDate),
    /// A level.
    Level(u8),
    /// Something had been done in this phase of the matrix.
    Phase(String),
    /// Something had been done that the matrix does not know any more.
    OtherPhase,
    /// Nothing had been done yet.
    NothingDone,
    /// A platform, by the option of the form.
    Platform(String),
    /// It was not said, or not to all of these eyes.
    NotStated,
    /// Whether the reporter heard something.
    Feedback(Feedback),
}

/// Whether a reporter heard something by the day that they chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Feedback {
    /// By that day.
    OnTime,
    /// Later.
    Late,
    /// Not yet, and the day is still to come.
    ToCome,
    /// Not yet, and the day is over.
    Overdue,
    /// They follow it up themselves.
    NotNeeded,
}

impl Feedback {
    /// All of them, as they are shown.
    pub const ALL: [Self; 5] = [Self::OnTime, Self::Late, Self::ToCome, Self::Overdue, Self::NotNeeded];
}

/// One number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it is about.
    pub of: Of,
    /// How many signals.
    pub number: usize,
    /// What is counted here is counted nowhere else in the breakdown. Others may overlap.
    pub apart: bool,
}

/// The same signals, divided in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakdown {
    /// In which.
    pub by: By,
    /// Its parts, together all of the signals.
    pub cells: Vec<Cell>,
}

/// An intervention that was tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// Its name in commands.
    pub slug: String,
    /// Its phase, when the matrix knows it.
    pub phase: Option<String>,
    /// How often it helped.
    pub helped: usize,
    /// How often nothing changed.
    pub no_effect: usize,
    /// How often it made things worse.
    pub worse: usize,
    /// How often nobody knows, or not yet: it was done before a signal was sent.
    pub unknown: usize,
}

/// The numbers of a trend.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counted {
    /// The same signals, divided in several ways.
    pub breakdowns: Vec<Breakdown>,
    /// What was tried, in the order of slugs.
    pub tried: Vec<Tried>,
}

/// How it is counted.
pub struct Counting<'a> {
    /// For whom.
    pub audience: &'a Audience,
    /// What the partners have agreed about sharing.
    pub rules: &'a SharingRules,
    /// Which days.
    pub period: Period,
    /// In whose days.
    pub zone: Tz,
    /// The day that it is there.
    pub today: NaiveDate,
    /// The phases of the matrix, in its order.
    pub phases: &'a [String],
    /// The platforms of the form, in its order; what is none of them counts as the last.
    pub platforms: &'a [String],
    /// The phase of an intervention.
    pub phase_of: &'a dyn Fn(&str) -> Option<String>,
}

impl Counting<'_> {
    /// Counts what this audience sees of these signals, and of these lines of timelines.
    pub fn count(&self, signals: &[Guarded<Reported>], lines: &[Guarded<TimelineLine>]) -> Counted {
        let mut tally = Tally::new(self);
        for signal in signals {
            self.signal(&mut tally, signal);
        }
        for line in lines {
            self.line(&mut tally, line);
        }
        tally.counted()
    }

    fn signal(&self, tally: &mut Tally, signal: &Guarded<Reported>) {
        let Some(view) = signal.for_audience(self.audience, self.rules) else { return };
        let content = view.content();
        let Some(slot) = self.period.slot_of(self.day(content.made_ms)) else { return };
        tally.all += 1;
        tally.slots[slot].1 += 1;
        tally.levels[usize::from(content.level.min(HIGHEST_LEVEL))] += 1;
        tally.feedback[self.feedback(content) as usize] += 1;
        match view.field(|signal| &signal.platform) {
            Some(Some(platform)) => {
                let last = tally.platforms.len().saturating_sub(1);
                let place = tally.platforms.iter().position(|(known, _)| known == platform).unwrap_or(last);
                if let Some(place) = tally.platforms.get_mut(place) {
                    place.1 += 1;
                } else {
                    tally.no_platform += 1;
                }
            }
            Some(None) | None => tally.no_platform += 1,
        }
        match view.field(|signal| &signal.done) {
            None => tally.not_stated += 1,
            Some(done) if done.is_empty() => tally.nothing += 1,
            Some(done) => self.done(tally, done),
        }
    }

    fn done(&self, tally: &mut Tally, done: &[String]) {
        let phases: Vec<Option<String>> = done.iter().map(|slug| (self.phase_of)(slug)).collect();
        for (phase, number) in &mut tally.phases {
            *number += usize::from(phases.iter().flatten().any(|one| one == phase));
        }
        let known = |one: &String| tally.phases.iter().any(|(phase, _)| phase == one);
        tally.other_phase += usize::from(phases.iter().any(|one| !one.as_ref().is_some_and(known)));
        for slug in done {
            self.tried(tally, slug).unknown += 1;
        }
    }

    fn line(&self, tally: &mut Tally, line: &Guarded<TimelineLine>) {
        let Some(view) = line.for_audience(self.audience, self.rules) else { return };
        if self.period.slot_of(self.day(view.content().from_ms)).is_none() {
            return;
        }
        if let Some(Happened::Intervention { slug, effect }) = view.field(|line| &line.happened) {
            let tried = self.tried(tally, slug);
            match effect {
                Effect::Helped => tried.helped += 1,
                Effect::NoEffect => tried.no_effect += 1,
                Effect::Worse => tried.worse += 1,
                Effect::Unknown => tried.unknown += 1,
            }
        }
    }

    fn tried<'t>(&self, tally: &'t mut Tally, slug: &str) -> &'t mut Tried {
        tally.tried.entry(slug.to_owned()).or_insert_with(|| {
            let phase = (self.phase_of)(slug).filter(|phase| self.phases.contains(phase));
            Tried { slug: slug.to_owned(), phase, helped: 0, no_effect: 0, worse: 0, unknown: 0 }
        })
    }

    fn feedback(&self, signal: &Reported) -> Feedback {
        match signal.heard_ms.map(|heard_ms| self.day(heard_ms)) {
            Some(day) if day <= signal.feedback_on => Feedback::OnTime,
            Some(_) => Feedback::Late,
            None if signal.waits_for_nobody => Feedback::NotNeeded,
            None if self.today <= signal.feedback_on => Feedback::ToCome,
            None => Feedback::Overdue,
        }
    }

    fn day(&self, at_ms: i64) -> NaiveDate {
        DateTime::<Utc>::from_timestamp_millis(at_ms).unwrap_or_default().with_timezone(&self.zone).date_naive()
    }
}

impl std::fmt::Debug for Counting<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Counting").field("period", &self.period).finish_non_exhaustive()
    }
}

#[derive(Debug, Default)]
struct Tally {
    all: usize,
    slots: Vec<(NaiveDate, usize)>,
    levels: [usize; HIGHEST_LEVEL as usize + 1],
    phases: Vec<(String, usize)>,
    other_phase: usize,
    nothing: usize,
    not_stated: usize,
    platforms: Vec<(String, usize)>,
    no_platform: usize,
    feedback: [usize; Feedback::ALL.len()],
    tried: BTreeMap<String, Tried>,
}

impl Tally {
    fn new(counting: &Counting<'_>) -> Self {
        let none = |names: &[String]| names.iter().map(|name| (name.clone(), 0)).collect();
        Self {
            slots: counting.period.slots().into_iter().map(|begins| (begins, 0)).collect(),
            phases: none(counting.phases),
            platforms: none(counting.platforms),
            ..Self::default()
        }
    }

    fn counted(self) -> Counted {
        let apart = |of, number| Cell { of, number, apart: true };
        let overlapping = |of, number| Cell { of, number, apart: false };
        let phases = self.phases.into_iter().map(|(phase, number)| overlapping(Of::Phase(phase), number));
        let levels = (0..=HIGHEST_LEVEL).zip(self.levels).map(|(level, number)| apart(Of::Level(level), number));
        let feedback = Feedback::ALL.into_iter().zip(self.feedback);
        let platforms = self.platforms.into_iter().map(|(platform, number)| apart(Of::Platform(platform), number));
        let breakdowns = [
            (By::Total, vec![apart(Of::All, self.all)]),
            (By::Time, self.slots.into_iter().map(|(begins, number)| apart(Of::Slot(begins), number)).collect()),
            (By::Level, levels.rev().collect()),
            (
                By::Phase,
                phases
                    .chain([
                        overlapping(Of::OtherPhase, self.other_phase),
                        apart(Of::NothingDone, self.nothing),
                        apart(Of::NotStated, self.not_stated),
                    ])
                    .collect(),
            ),
            (By::Platform, platforms.chain([apart(Of::NotStated, self.no_platform)]).collect()),
            (By::Feedback, feedback.map(|(heard, number)| apart(Of::Feedback(heard), number)).collect()),
        ];
        let breakdowns = breakdowns.into_iter().map(|(by, cells)| Breakdown { by, cells }).collect();
        Counted { breakdowns, tried: self.tried.into_values().collect() }
    }
}
