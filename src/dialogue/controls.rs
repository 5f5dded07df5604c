//! The words that steer a dialogue: `terug`, `overslaan`, `stop` and the like, from `commands/dialogue/controls.toml`. They count
//! only as the whole message, and then always win.

use crate::catalogue::{Files, Words};
use crate::document::{Problems, Source};
use crate::domain::Language;
use crate::search::fold;
use crate::text::{Choosable, Picked, pick};

const FILE: &str = "dialogue/controls.toml";

/// What somebody wants of a dialogue, instead of answering.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Control {
    /// One question back.
    Back,
    /// Leave this question open.
    Skip,
    /// End it; nothing is kept.
    Stop,
    /// See the answers so far.
    Overview,
    /// Let it rest.
    Later,
    /// Why this is asked.
    Why,
    /// Keep the answer that is there, or go on where it rested.
    Continue,
    /// Make the record.
    Send,
    /// That was all, of several things searched one by one.
    Done,
    /// Take that message back.
    Remove,
    /// Also the questions that the short path leaves out.
    More,
    /// Drop what is there and begin anew.
    Anew,
    /// Only what is needed is asked.
    Short,
    /// Everything is asked.
    Full,
    /// Write the text again.
    Rewrite,
    /// The text holds no personal data.
    Insist,
    /// Share it with more.
    Widen,
    /// Name somebody who may see it.
    Name,
    /// It may stay as it is.
    Leave,
}

const ALL: [(Control, &str); 19] = [
    (Control::Back, "back"),
    (Control::Skip, "skip"),
    (Control::Stop, "stop"),
    (Control::Overview, "overview"),
    (Control::Later, "later"),
    (Control::Why, "why"),
    (Control::Continue, "continue"),
    (Control::Send, "send"),
    (Control::Done, "done"),
    (Control::Remove, "remove"),
    (Control::More, "more"),
    (Control::Anew, "anew"),
    (Control::Short, "short"),
    (Control::Full, "full"),
    (Control::Rewrite, "rewrite"),
    (Control::Insist, "insist"),
    (Control::Widen, "widen"),
    (Control::Name, "name"),
    (Control::Leave, "leave"),
];

/// A control among those that can be chosen.
struct Worded<'w>(Control, &'w Words);

impl Choosable for Worded<'_> {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.1.all()
    }
}

/// The controls with their words.
#[derive(Debug, Default)]
pub struct Controls(Vec<(Control, Words)>);

impl Controls {
    /// Reads them and notes every problem.
    pub fn load(files: &Files, problems: &Problems) -> Self {
        let Some(file) = files.get(FILE) else {
            problems.add(&format!("commands/{FILE}"), 0, "", "is missing");
            return Self::default();
        };
        Source { file: &file.shown, text: &file.text, problems }.read(|top| {
            let mut controls: Vec<(Control, Words)> = Vec::new();
            for (control, key) in ALL {
                let Some(table) = top.table(key) else { continue };
                let words = Words { dutch: table.some_texts("nl"), english: table.some_texts("en") };
                table.finish();
                let taken =
                    |word: &&str| controls.iter().any(|(_, other)| other.all().any(|one| fold(one) == fold(word)));
                if let Some(word) = words.all().find(taken) {
                    top.problem(key, format!("`{word}` stands for another one already: take another word"));
                }
                controls.push((control, words));
            }
            top.finish();
            Self(controls)
        })
    }

    /// The control that this whole message is.
    pub fn of(&self, said: &str) -> Option<Control> {
        let said = fold(said.trim().trim_end_matches(['.', '!', '?', '…']).trim_end());
        self.0.iter().find(|(_, words)| words.all().any(|word| fold(word) == said)).map(|(control, _)| *control)
    }

    /// Which of these is meant, by number or word.
    pub fn pick(&self, said: &str, among: &[Control]) -> Option<Control> {
        let digits = said.trim().trim_end_matches(['.', ')', '\u{fe0f}', '\u{20e3}']);
        if let Ok(number) = digits.parse::<usize>() {
            return number.checked_sub(1).and_then(|index| among.get(index)).copied();
        }
        let worded: Vec<Worded<'_>> = among.iter().filter_map(|control| self.worded(*control)).collect();
        match pick(said, &worded) {
            Picked::One(worded) => Some(worded.0),
            Picked::Several(_) | Picked::None(_) => None,
        }
    }

    fn worded(&self, control: Control) -> Option<Worded<'_>> {
        self.0.iter().find(|(one, _)| *one == control).map(|(control, words)| Worded(*control, words))
    }

    /// The word that is shown for a control.
    pub fn shown(&self, control: Control, language: Language) -> &str {
        self.0.iter().find(|(one, _)| *one == control).map_or("", |(_, words)| words.shown(language))
    }
}
