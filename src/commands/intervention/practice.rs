//! What a team has learned about an entry, as it stands beneath it: how often it was used, and the last lessons.

use chrono::Datelike as _;

use super::matrix::Entry;
use crate::commands::ask::Ask;
use crate::domain::TeamId;
use crate::domain::practice::{Experience, LESSONS_SHOWN, Lesson, Month, Told, lessons_of};
use crate::store::StoreError;
use crate::text::{Answer, Line};

/// What a team has learned about one entry.
#[derive(Debug, Default)]
pub(super) struct Practice {
    experience: Experience,
    /// The newest first.
    lessons: Vec<Lesson>,
}

impl Practice {
    pub(super) async fn of(ask: &Ask<'_>, team: &TeamId, entry: &Entry) -> Result<Self, StoreError> {
        Ok(Self {
            experience: ask.store.experience(team, &entry.slug).await?,
            lessons: ask.store.lessons(team, &entry.slug, LESSONS_SHOWN).await?,
        })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.experience.used == 0 && self.lessons.is_empty()
    }

    /// What is shown of records, when there is one.
    pub(super) fn record(&self, team: &TeamId) -> Option<Box<str>> {
        self.lessons.first().map(|lesson| lessons_of(team, &lesson.slug).into_boxed_str())
    }

    pub(super) fn told(&self, ask: &Ask<'_>) -> Answer {
        let mut answer = Answer::default();
        answer = match self.experience.told(ask.health.least_uses) {
            None => answer,
            Some(Told::Seldom) => answer.paragraph(ask.text("intervention-used-seldom", &[])),
            Some(Told::Often { used, helped, worse, last }) => {
                let args = [
                    ("used", used.into()),
                    ("helped", helped.into()),
                    ("worse", worse.into()),
                    ("last", month(ask, last).into()),
                ];
                answer.paragraph(ask.text("intervention-used", &args))
            }
        };
        if self.lessons.is_empty() {
            return answer;
        }
        let lines = self.lessons.iter().map(|lesson| {
            let args = [("text", lesson.text.as_str().into()), ("month", month(ask, lesson.month).into())];
            Line::new(ask.text("intervention-lesson", &args))
        });
        answer.paragraph(ask.text("intervention-lessons", &[])).list(lines)
    }
}

/// A month in few letters.
pub(super) fn month(ask: &Ask<'_>, month: Month) -> String {
    let day = month.first_day();
    ask.text("intervention-month", &[("month", day.month().into()), ("year", day.year().to_string().into())])
}
