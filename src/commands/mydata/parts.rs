//! The part that somebody has in a record, in words.

use super::moment;
use crate::commands::Ask;
use crate::store::{Part, Trace};

/// In signals.
pub(super) const SIGNALS: [Part; 7] = [
    Part::SignalWritten,
    Part::SignalOwned,
    Part::SignalNamed,
    Part::SignalInterpreted,
    Part::SignalFeedback,
    Part::SignalAsked,
    Part::SignalAskedAbout,
];

/// In incidents and their evaluations.
pub(super) const INCIDENTS: [Part; 7] = [
    Part::IncidentWritten,
    Part::IncidentOwned,
    Part::IncidentNamed,
    Part::IncidentContact,
    Part::IncidentLine,
    Part::IncidentSaid,
    Part::IncidentEvaluation,
];

/// What somebody is to a record: `Jij schreef dit, op 24 november 2026, 08:00.`
pub(super) fn told(ask: &Ask<'_>, trace: &Trace) -> String {
    let at = trace.at_ms.map_or_else(String::new, |at_ms| moment(ask, at_ms));
    let key = match trace.part {
        Part::SignalWritten | Part::IncidentWritten | Part::ReminderWritten => "mydata-part-written",
        Part::SignalOwned | Part::IncidentOwned | Part::ActionOwned => "mydata-part-owned",
        Part::SignalNamed | Part::IncidentNamed | Part::ReminderFor => "mydata-part-named",
        Part::SignalInterpreted => "mydata-part-interpreted",
        Part::SignalFeedback => "mydata-part-feedback",
        Part::SignalAsked => "mydata-part-asked",
        Part::SignalAskedAbout => "mydata-part-asked-about",
        Part::IncidentContact => "mydata-part-contact",
        Part::IncidentLine => "mydata-part-line",
        Part::IncidentSaid => "mydata-part-said",
        Part::IncidentEvaluation => "mydata-part-evaluation",
        Part::ActionOffered => "mydata-part-offered",
        Part::AgreementProposed | Part::PracticeProposed => "mydata-part-proposed",
        Part::AgreementConfirmed => "mydata-part-confirmed",
        Part::PracticeDecided => "mydata-part-decided",
        _ => "mydata-part-other",
    };
    let role = ask.text(key, &[]);
    if at.is_empty() { role } else { ask.text("mydata-part-at", &[("part", role.into()), ("at", at.into())]) }
}
