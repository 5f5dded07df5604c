//! What a line of a timeline tells, in words.

use crate::commands::Ask;
use crate::dialogue::Interventions as _;
use crate::domain::incident::Happened;

/// What happened, in the language of the answer.
pub(in crate::commands) fn told_line(ask: &Ask<'_>, happened: &Happened) -> String {
    match happened {
        Happened::Said { text } => text.clone(),
        Happened::Signal { number } => ask.text("incident-line-signal", &[("number", number.as_str().into())]),
        Happened::Intervention { slug, effect } => {
            let name = ask.library.name(slug, ask.language).unwrap_or_else(|| slug.clone());
            let args = [("name", name.into()), ("slug", slug.as_str().into()), ("effect", ask.effect(*effect).into())];
            ask.text("incident-line-intervention", &args)
        }
        Happened::Correction { of, text } => {
            ask.text("incident-line-correction", &[("line", (*of).into()), ("text", text.as_str().into())])
        }
    }
}
