//! `schakel inzage`: a young person or a parent asks what is held. Operator and coordinator answer together: the coordinator gives a
//! code, the operator searches the records of the team with it, once. Printed are numbers and kinds, never what a record says.

use std::collections::{BTreeMap, BTreeSet};

use clap::Args;

use super::terminal::{End, complain, explain, tell};
use super::{Settings, open, progress};
use crate::clock;
use crate::domain::TeamId;
use crate::domain::audit::{Action, Actor, Detail, Entry};
use crate::search::fold;
use crate::store::{Searched, Store, StoreError};

/// What is looked for, and where.
#[derive(Debug, Args)]
pub struct Inzage {
    #[command(flatten)]
    settings: Settings,
    /// The team, by its name or id.
    #[arg(long, value_name = "NAME|ID")]
    team: String,
    /// The code that a coordinator of the team got with `team inzage`. It is used up, also when nothing is found.
    #[arg(long)]
    code: String,
    /// A word or words to look for; capitals and accents do not matter. May be given several times: any of them counts.
    #[arg(long = "word", value_name = "WORDS", required_unless_present = "groups")]
    words: Vec<String>,
    /// The alias of a group: records about it are found, and the alias as a word.
    #[arg(long = "group", value_name = "ALIAS")]
    groups: Vec<String>,
}

pub(super) async fn run(arguments: Inzage) -> Result<End, End> {
    let config = arguments.settings.load()?;
    let store = open(&config).await?;
    let done = answered(&store, &arguments).await;
    store.close().await;
    done
}

async fn answered(store: &Store, arguments: &Inzage) -> Result<End, End> {
    let words: Vec<String> = arguments.words.iter().chain(&arguments.groups).map(|word| comparable(word)).collect();
    if words.iter().any(String::is_empty) {
        complain("a word to look for is empty");
        return Err(End::Failed);
    }
    let failed = |error: StoreError| {
        complain(&explain(&error));
        End::Failed
    };
    let found = store.team_called(&arguments.team).await.map_err(failed)?;
    let now_ms = clock::now().timestamp_millis();
    // Whether there is such a team is told to nobody without a code for it.
    let team = match found {
        Some(team) if store.search_is_allowed(&team, &arguments.code, now_ms).await.map_err(failed)? => team,
        _ => return Err(not_allowed()),
    };
    let found = looked(store, &team, &words, &arguments.groups).await.map_err(failed)?;
    let count = found.values().map(BTreeSet::len).sum::<usize>();
    // Noted before anything is shown, so that nothing is seen of which nothing is known.
    let entry = Entry::new(now_ms, Actor::Operator, Action::Searched, "team", team.as_str())
        .of(&team)
        .with(Detail::Count(count.try_into().unwrap_or(u64::MAX)));
    if !store.searched(&team, &arguments.code, &entry).await.map_err(failed)? {
        return Err(not_allowed());
    }
    shown(&found, count);
    Ok(End::Clean)
}

fn not_allowed() -> End {
    complain(
        "this code does not open this team: ask a coordinator of it to type `team inzage` to the bot; a code is good for 24 hours \
         and for one search",
    );
    End::Failed
}

/// The records in which any of this is said, by kind.
async fn looked(
    store: &Store,
    team: &TeamId,
    words: &[String],
    groups: &[String],
) -> Result<BTreeMap<Searched, BTreeSet<String>>, StoreError> {
    let bar = progress::bar("texts searched", None);
    let mut found: BTreeMap<Searched, BTreeSet<String>> = BTreeMap::new();
    let looking = store.record_texts(team, |text| {
        bar.inc(1);
        let said = comparable(&text.text);
        if words.iter().any(|word| said.contains(word)) {
            found.entry(text.kind).or_default().insert(text.number);
        }
    });
    let looked = looking.await;
    bar.finish_and_clear();
    looked?;
    for alias in groups {
        for (kind, number) in store.records_of_group(team, alias).await? {
            found.entry(kind).or_default().insert(number);
        }
    }
    Ok(found)
}

/// A text as it is compared: without capitals, accents, and more than one space.
fn comparable(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shown(found: &BTreeMap<Searched, BTreeSet<String>>, count: usize) {
    if count == 0 {
        tell("nothing was found: no record of this team that still opens says this");
        tell(
            "this does not search what stands in rooms and on homeservers, nor backups; the search is noted in the audit log",
        );
        return;
    }
    tell(&format!("found in {count} records; what they say is not shown here:"));
    for (kind, numbers) in found {
        match kind {
            Searched::Groups => tell("the list of groups (`team`)"),
            Searched::Phones => tell("the phone list (`team`)"),
            _ => tell(&format!("{}: {}", named(*kind), numbers.iter().cloned().collect::<Vec<_>>().join(", "))),
        }
    }
    tell("what to do next, together with the coordinator:");
    tell(
        "- read: each number is opened in the chat by a member who may see it; the coordinator asks its author or owner",
    );
    tell("- judge: is it about the one who asks, and may they see it? That is for the data protection officer");
    tell("- correct: its author, with the command it was made with");
    tell(
        "- erase: its author with `intrek`, or the operator with `schakel erase`, such as `schakel erase signal/S-2026-k7qd`",
    );
    tell("- answer within a month; the search is noted in the audit log");
}

fn named(kind: Searched) -> &'static str {
    match kind {
        Searched::Signal => "signals",
        Searched::Incident => "incidents",
        Searched::Action => "actions",
        Searched::Reminder => "reminders",
        Searched::Agreement => "agreements",
        Searched::Practice => "lessons and own entries of the matrix",
        Searched::Groups => "groups",
        Searched::Phones => "phones",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_accents_and_spaces_do_not_matter() {
        assert!(comparable("Gezien bij  het\nCAFÉ de Kade").contains(&comparable("café De kade")));
        assert_eq!(comparable("  "), "");
    }
}
