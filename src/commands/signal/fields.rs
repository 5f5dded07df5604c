//! The questions of the signal's forms that the command itself reads; a team that words its form anew keeps these. Others of which
//! more is known stand with [`question`].

use crate::domain::signal::question;

/// All of them, as a report must have them.
pub(in crate::commands) const REPORT: [&str; 10] = [
    question::KIND,
    question::EXPECTS,
    question::GROUP,
    LEVEL,
    WITH_WHOM,
    LABEL,
    FEEDBACK_BY,
    NAMED,
    RELEASE,
    AUTHOR_NAMED,
];

/// How severe it is, `0` to `3`.
pub(in crate::commands) const LEVEL: &str = "level";
/// How sure it is.
pub(in crate::commands) const CERTAINTY: &str = "certainty";
/// With whom it is shared: codes of organisations, or one of the words below.
pub(in crate::commands) const WITH_WHOM: &str = "with_whom";
/// Of `with_whom`: every organisation of the team.
pub(in crate::commands) const ALL_PARTNERS: &str = "all_partners";
/// Its label.
pub(in crate::commands) const LABEL: &str = "label";
/// By when the reporter wants to hear something.
pub(in crate::commands) const FEEDBACK_BY: &str = "feedback_by";
/// Who may see it besides.
pub(in crate::commands) const NAMED: &str = "named";
/// Questions whose answers the author releases, by their ids.
pub(in crate::commands) const RELEASE: &str = "release";
/// Whether other organisations see the author's name.
pub(in crate::commands) const AUTHOR_NAMED: &str = "author_named";

/// What the reporter made of what they saw: a colleague who interprets it sees this when they are done.
pub(in crate::commands) const JUDGED: [&str; 6] = [CERTAINTY, "reputation", "dynamics", "testing", "against", LEVEL];
