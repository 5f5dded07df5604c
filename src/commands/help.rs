//! `!hulp`: what I can do here, for you; one command in full; what happens with what you write.

use super::Standing;
use super::ask::{Ask, Reply};
use super::keeping::{Keeping, Ways};
use crate::catalogue::{Definition, RoomKind, Who};
use crate::text::{Answer, Line, Picked, pick};

pub(super) fn answer(ask: &Ask<'_>) -> Reply {
    let typed = ask.words.trim().trim_start_matches(ask.health.prefix);
    if typed.is_empty() {
        return overview(ask).into();
    }
    if ["privacy", "privé", "prive"].contains(&typed.to_lowercase().as_str()) {
        return privacy(ask).into();
    }
    match pick(typed, &ask.library.catalogue.definitions) {
        Picked::One(definition) => one(ask, definition).into(),
        Picked::Several(_) | Picked::None(_) => {
            let typed: String = typed.chars().take(40).collect();
            Answer::say(ask.text("help-unknown", &[("word", typed.into())])).then(overview(ask)).into()
        }
    }
}

/// The commands that this person can use in this room, each with an example.
fn overview(ask: &Ask<'_>) -> Answer {
    let definitions = ask.library.catalogue.definitions.iter().filter(|definition| usable(ask, definition));
    let lines = definitions.map(|definition| {
        let args = [("command", with_example(ask, definition).into()), ("summary", summary(ask, definition).into())];
        Line::new(ask.text("help-line", &args))
    });
    let help = ask.typed(ask.definition);
    let how = if ask.kind == RoomKind::Direct { "help-how-direct" } else { "help-how-room" };
    Answer::say(ask.text("help-intro", &[]))
        .list(lines)
        .paragraph(ask.text(how, &[("prefix", ask.health.prefix.into()), ("help", help.into())]))
        .paragraph(ask.text("not-an-alarm-line", &[]))
}

fn one(ask: &Ask<'_>, definition: &Definition) -> Answer {
    let title = format!("**{}** – {}", ask.typed(definition), summary(ask, definition));
    let words: Vec<&str> = definition.words.all().collect();
    let mut answer = Answer::say(title).paragraph(ask.text(&format!("{}-more", definition.id), &[]));
    let examples = definition.examples.iter().map(|example| example.shown(ask.language));
    let examples: Vec<Line> = examples
        .map(|example| Line::new(format!("`{}`", format!("{} {example}", ask.typed(definition)).trim_end())))
        .collect();
    if !examples.is_empty() {
        answer = answer.paragraph(ask.text("help-examples", &[])).list(examples);
    }
    let filters = definition.filters.iter().map(|filter| {
        let options: Vec<&str> = filter.options.iter().map(|option| option.words.shown(ask.language)).collect();
        Line::new(format!("`{}:` {}", filter.words.shown(ask.language), options.join(", ")))
    });
    let filters: Vec<Line> = filters.collect();
    if !filters.is_empty() {
        answer = answer.paragraph(ask.text("help-filters", &[])).list(filters);
    }
    answer.paragraph(ask.text("help-words", &[("words", words.join(", ").into())]))
}

fn privacy(ask: &Ask<'_>) -> Answer {
    let typed = |id: &str, rest: &str| {
        let definition = ask.library.catalogue.definition(id);
        definition
            .map_or_else(String::new, |definition| format!("{} {rest}", ask.typed(definition)).trim_end().to_owned())
    };
    let signal = ask.library.catalogue.definition("signal");
    let withdraw = signal.map_or("", |signal| signal.subcommand_shown("withdraw", ask.language));
    let ways = Ways {
        mydata: typed("mydata", ""),
        erase: typed("erase", "…"),
        withdraw: typed("signal", &format!("S-… {withdraw}")),
    };
    let keeping = Keeping {
        texts: &ask.library.catalogue.texts,
        language: ask.language,
        notice: ask.health.notice,
        retention: ask.health.retention,
    };
    keeping.told(ask.health.account.server(), &ways).paragraph(ask.text("not-an-alarm-line", &[]))
}

fn with_example(ask: &Ask<'_>, definition: &Definition) -> String {
    let example = definition.examples.first().map_or("", |example| example.shown(ask.language));
    format!("{} {example}", ask.typed(definition)).trim_end().to_owned()
}

fn summary(ask: &Ask<'_>, definition: &Definition) -> String {
    ask.text(&format!("{}-summary", definition.id), &[])
}

/// True when this person could use the command here, as far as the declaration tells.
fn usable(ask: &Ask<'_>, definition: &Definition) -> bool {
    definition.rooms.contains(&ask.kind)
        && match definition.who {
            Who::Anyone => true,
            Who::Admin => ask.is_admin(),
            Who::Team => ask.is_admin() || *ask.standing != Standing::Nobody,
            Who::Member => *ask.standing != Standing::Nobody,
            Who::Coordinator => ask.standing.is_coordinator(),
        }
}
