//! What each command does: one module per folder of `commands/`, with the same name. A module gets what was asked and
//! gives an answer; how the question reached the bot and how the answer is sent is not its business.
//!
//! To add a command: make the folder with its declaration and texts, make the module, and name it in `ALL`.

mod action;
mod aftercare;
mod agreement;
mod ask;
mod case;
mod desk;
mod dialogues;
mod erase;
mod evaluation;
mod guarding;
mod help;
mod incident;
mod intervention;
mod keeping;
mod language;
mod mydata;
mod organisations;
mod parts;
mod remind;
mod reminder;
mod reminders;
mod retention;
mod rooms;
mod showing;
mod signal;
mod signals;
mod sources;
mod standing;
mod status;
mod taking_back;
mod team;
mod term;
mod trend;
#[cfg(any(test, feature = "fuzzing"))]
pub mod typed;

use std::future::Future;
use std::pin::Pin;

pub(crate) use aftercare::stopping as stops_aftercare;
pub use ask::{Ask, Health, Reply, To};
pub(crate) use desk::Desk;
pub(crate) use dialogues::{Leads, Lists, RESTS_DAYS, Talking, at_rest, going_on, invited, leading};
pub(crate) use intervention::own_knows;
pub(crate) use keeping::Keeping;
pub(crate) use reminder::away_until;
pub(crate) use rooms::Remembered;
pub use rooms::{Facts, Payload, People, Rooms};
pub(crate) mod due {
    //! What commands do of their own accord when its time has come.
    pub(crate) use super::action::fall_due as action;
    pub(crate) use super::aftercare::fall_due as aftercare;
    pub(crate) use super::evaluation::{fall_due as evaluation, unvoted};
    pub(crate) use super::incident::fall_due as youth;
    pub(crate) use super::reminder::{fall_due as reminder, put_right, taken_back, unticked};
    pub(crate) use super::retention::{begun as looking_after, fall_due as retention};
    pub(crate) use super::signal::fall_due as signal;
}
pub(crate) mod said {
    //! What becomes of what a message said in an evaluation when the message changes or goes.
    pub(crate) use super::evaluation::{reworded, unsaid};
}
pub(crate) mod matrix_file {
    //! A team's own entries as a file.
    pub(crate) use super::intervention::file::{Named, read, written};
}
pub use standing::Standing;
pub(crate) use standing::chosen;
pub(crate) use team::adds;

use crate::catalogue::Catalogue;
use crate::document::Problems;
use crate::store::StoreError;
use parts::Parts;

/// What runs a command.
type Run = for<'a> fn(&'a Ask<'a>) -> Pin<Box<dyn Future<Output = Result<Reply, StoreError>> + Send + 'a>>;

/// What acts on a declaration.
struct Module {
    /// The declaration's id.
    id: &'static str,
    run: Run,
    parts: Parts,
}

impl Module {
    /// One without subcommands.
    const fn whole(id: &'static str, run: Run) -> Self {
        Self { id, run, parts: Parts::NONE }
    }
}

const ALL: [Module; 19] = [
    Module { id: "action", run: |ask| Box::pin(action::answer(ask)), parts: action::PARTS },
    Module { id: "aftercare", run: |ask| Box::pin(aftercare::answer(ask)), parts: aftercare::PARTS },
    Module { id: "agreement", run: |ask| Box::pin(agreement::answer(ask)), parts: agreement::PARTS },
    Module::whole("erase", |ask| Box::pin(erase::answer(ask))),
    Module { id: "evaluation", run: |ask| Box::pin(evaluation::answer(ask)), parts: evaluation::PARTS },
    Module::whole("help", |ask| Box::pin(async move { Ok(help::answer(ask)) })),
    Module { id: "incident", run: |ask| Box::pin(incident::answer(ask)), parts: incident::PARTS },
    Module { id: "intervention", run: |ask| Box::pin(intervention::answer(ask)), parts: intervention::PARTS },
    Module::whole("language", |ask| Box::pin(language::answer(ask))),
    Module::whole("mydata", |ask| Box::pin(mydata::answer(ask))),
    Module { id: "remind", run: |ask| Box::pin(remind::answer(ask)), parts: remind::PARTS },
    Module { id: "reminder", run: |ask| Box::pin(reminder::answer(ask)), parts: reminder::PARTS },
    Module { id: "reminders", run: |ask| Box::pin(reminders::answer(ask)), parts: reminders::PARTS },
    Module { id: "signal", run: |ask| Box::pin(signal::answer(ask)), parts: signal::PARTS },
    Module::whole("signals", |ask| Box::pin(signals::answer(ask))),
    Module::whole("status", |ask| Box::pin(status::answer(ask))),
    Module { id: "team", run: |ask| Box::pin(team::answer(ask)), parts: team::PARTS },
    Module::whole("term", |ask| Box::pin(async move { Ok(term::answer(ask)) })),
    Module::whole("trend", |ask| Box::pin(trend::answer(ask))),
];

/// Runs the command that was asked.
pub async fn run(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let module =
        ALL.iter().find(|module| module.id == ask.definition.id).expect("the library has checked that it is there");
    (module.run)(ask).await
}

/// Everything that commands know: the catalogue and the data that they own, checked.
#[derive(Debug)]
pub struct Library {
    /// Declarations and texts.
    pub catalogue: Catalogue,
    /// The intervention matrix.
    pub(crate) matrix: intervention::Matrix,
    /// The matrix as teams know it, with entries of their own.
    pub(crate) overlays: intervention::Overlays,
    /// The glossary.
    pub(crate) glossary: term::Glossary,
    /// The suggestions of agreements.
    pub(crate) suggestions: agreement::Suggestions,
    /// What people call the kinds of organisation.
    pub(crate) organisations: organisations::Organisations,
    /// The forms of guided dialogues.
    pub(crate) dialogues: dialogues::Dialogues,
}

impl Library {
    /// The slugs of the interventions that `!interventie` with these words would show, in its order: those that fit, or
    /// else the nearest.
    pub fn interventions(&self, words: &str) -> Vec<&str> {
        self.matrix.slugs(words)
    }

    /// True when `!interventie` with these words finds something that fits, and need not offer the nearest.
    pub fn finds_intervention(&self, words: &str) -> bool {
        self.matrix.knows(words)
    }

    /// True when an entry of the matrix has this name in commands.
    pub(crate) fn has_intervention(&self, slug: &str) -> bool {
        self.matrix.entries().iter().any(|entry| entry.slug == slug)
    }

    /// True when `!begrip` with these words finds something that fits.
    pub(crate) fn knows_term(&self, words: &str) -> bool {
        self.glossary.knows(words)
    }

    /// The forms of guided dialogues, as they are now.
    pub fn forms(&self) -> &[crate::domain::Form] {
        self.dialogues.forms()
    }

    /// The words that steer a guided dialogue.
    pub fn controls(&self) -> &crate::dialogue::Controls {
        &self.dialogues.controls
    }

    /// The lookup that has an answer to a question asked without a command: the glossary when the words are a term of it or
    /// ask what one means, else the matrix.
    pub(crate) fn answering(&self, words: &str) -> Option<&'static str> {
        if self.glossary.knows(words) {
            Some("term")
        } else if self.matrix.knows(words) {
            Some("intervention")
        } else {
            None
        }
    }

    /// Loads the built-in catalogue with the overrides of a folder. Gives the library only when nothing is wrong with it.
    pub fn load(folder: Option<&std::path::Path>) -> Result<Self, Vec<crate::document::Problem>> {
        let problems = Problems::default();
        let catalogue = Catalogue::load(folder, &problems);
        for definition in &catalogue.definitions {
            if !ALL.iter().any(|module| module.id == definition.id) {
                let file = format!("commands/{}/command.toml", definition.id);
                problems.add(&file, 0, "", "this version has no such command: take the folder away");
            }
        }
        for Module { id, parts, .. } in ALL {
            let path = format!("{id}/command.toml");
            match (catalogue.definition(id), catalogue.files.get(&path)) {
                (Some(definition), Some(file)) => parts.check(definition, &file.shown, &problems),
                _ => problems.add(&format!("commands/{path}"), 0, "", "is missing"),
            }
        }
        let sources = sources::Sources::load(&catalogue.files, &problems);
        let matrix = intervention::Matrix::load(&catalogue, &sources, &problems);
        let glossary = term::Glossary::load(&catalogue, &sources, &matrix, &problems);
        let organisations = organisations::Organisations::load(&catalogue.files, &problems);
        let suggestions = agreement::Suggestions::load(&catalogue, &sources, &problems);
        let dialogues = dialogues::Dialogues::load(&catalogue, &problems);
        if problems.is_empty() {
            let overlays = intervention::Overlays::default();
            Ok(Self { catalogue, matrix, overlays, glossary, suggestions, organisations, dialogues })
        } else {
            Err(problems.into_sorted())
        }
    }
}

#[cfg(test)]
mod tests;
