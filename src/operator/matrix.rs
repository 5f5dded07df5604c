//! `schakel matrix export` and `schakel matrix import`: a team's own entries of the intervention matrix as one file, and those of a
//! file as proposals in another team. What a file says, and what is wrong with one, lies with the command.

use std::path::PathBuf;

use clap::Subcommand;

use super::terminal::{End, complain, complain_of, explain, tell};
use super::{Settings, open};
use crate::clock;
use crate::commands::Library;
use crate::commands::matrix_file::{Named, read, written};
use crate::config::Config;
use crate::domain::audit::{Action, Actor, Detail, Entry};
use crate::domain::practice::{OwnEntry, Proposal, TeamEntry};
use crate::domain::{Change, Language, PracticeChange, PracticeStep, TeamId, Turn};
use crate::store::{Store, StoreError, new_id};

/// What to do with a team's own entries.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print a team's own entries as a file, for another team.
    Export {
        #[command(flatten)]
        settings: Settings,
        /// The team, by its name or id.
        #[arg(long)]
        team: String,
    },
    /// Propose the entries of a file to a team. When anything in the file is wrong, nothing is changed.
    Import {
        #[command(flatten)]
        settings: Settings,
        /// The team, by its name or id.
        #[arg(long)]
        team: String,
        /// The file.
        file: PathBuf,
        /// Only say what would be added and changed.
        #[arg(long)]
        preview: bool,
        /// Accept the entries at once, without a coordinator.
        #[arg(long)]
        accept: bool,
        /// What looks like personal data in the file is none: somebody has looked.
        #[arg(long)]
        no_personal_data: bool,
    },
}

pub(super) async fn run(command: Command) -> Result<End, End> {
    match command {
        Command::Export { settings, team } => {
            let (config, library) = loaded(&settings)?;
            let store = open(&config).await?;
            let done = export(&store, &config, &library, &team).await;
            store.close().await;
            done
        }
        Command::Import { settings, team, file, preview, accept, no_personal_data } => {
            let (config, library) = loaded(&settings)?;
            let entries = entries(&library, &file, no_personal_data)?;
            let store = open(&config).await?;
            let wanted = Wanted { entries, preview, accept };
            let done = import(&store, &library, &team, wanted).await;
            store.close().await;
            done
        }
    }
}

fn loaded(settings: &Settings) -> Result<(Config, Library), End> {
    let config = settings.load()?;
    let library = Library::load(config.bot.commands_dir.as_deref()).map_err(|problems| {
        complain_of(&problems);
        End::Settings
    })?;
    Ok((config, library))
}

async fn team_called(store: &Store, called: &str) -> Result<TeamId, End> {
    let found = store.team_called(called).await.map_err(|error| failed(&error))?;
    found.ok_or_else(|| {
        complain(&format!("no team is called `{called}`: give its name as `!team` shows it, or its id"));
        End::Failed
    })
}

fn failed(error: &StoreError) -> End {
    complain(&explain(error));
    End::Failed
}

async fn export(store: &Store, config: &Config, library: &Library, called: &str) -> Result<End, End> {
    let team = team_called(store, called).await?;
    let own = store.own_entries(&team).await.map_err(|error| failed(&error))?;
    if own.is_empty() {
        complain("the team has no entries of its own");
        return Err(End::Failed);
    }
    let today = clock::now().with_timezone(&config.bot.time_zone).date_naive();
    let texts = &library.catalogue.texts;
    let day = crate::text::day_in_words(today, config.bot.language, texts);
    let head = texts.get(config.bot.language, "intervention-export-head", &[("day", day.into())]);
    // Noted before anything is shown, so that nothing is seen of which nothing is known.
    let act = Entry::new(clock::now().timestamp_millis(), Actor::Operator, Action::Exported, "practice", "entries");
    let act = act.of(&team).with(Detail::Count(u64::try_from(own.len()).unwrap_or(u64::MAX)));
    store.note(&act).await.map_err(|error| failed(&error))?;
    tell(written(&head, own.iter().map(|own| (own.slug.as_str(), &own.entry))).trim_end());
    Ok(End::Clean)
}

fn entries(library: &Library, file: &std::path::Path, insists: bool) -> Result<Vec<Named>, End> {
    let shown = file.display().to_string();
    let text = std::fs::read_to_string(file).map_err(|error| {
        complain(&format!("{shown} cannot be read: {error}"));
        End::Failed
    })?;
    let definition = library.catalogue.definition("intervention").expect("the library has checked that it is there");
    read(&shown, &text, definition, insists).map_err(|problems| {
        complain_of(&problems);
        let none = if problems.iter().any(|problem| problem.message.starts_with("looks like personal data")) {
            "; where it is none, call it with --no-personal-data"
        } else {
            ""
        };
        complain(&format!("nothing was changed{none}"));
        End::Failed
    })
}

/// What is to be imported, and how.
struct Wanted {
    entries: Vec<Named>,
    preview: bool,
    accept: bool,
}

/// What becomes of one entry of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Adds,
    Changes,
    /// It is the team's entry already.
    Same,
    /// It is proposed already.
    Waits,
}

async fn import(store: &Store, library: &Library, called: &str, wanted: Wanted) -> Result<End, End> {
    let team = team_called(store, called).await?;
    let own = store.own_entries(&team).await.map_err(|error| failed(&error))?;
    let waiting = store.proposals(&team).await.map_err(|error| failed(&error))?;
    let now_ms = clock::now().timestamp_millis();
    let mut steps = Vec::new();
    let mut acts = Vec::new();
    for Named { slug, entry } in wanted.entries {
        let fate = fate(library, &own, &waiting, &slug, &entry);
        let name = entry.texts(Language::Dutch).map_or("", |texts| texts.name.as_str());
        tell(&match fate {
            Fate::Adds => format!("adds     {slug}: {name}"),
            Fate::Changes => format!("changes  {slug}: {name}"),
            Fate::Same => format!("same     {slug}: the team has it like this already"),
            Fate::Waits => format!("waits    {slug}: it is proposed like this already"),
        });
        if matches!(fate, Fate::Same | Fate::Waits) {
            continue;
        }
        let numbering = store.numbering(&team, &slug).await.map_err(|error| failed(&error))?;
        let id = new_id();
        let act = |action| Entry::new(now_ms, Actor::Operator, action, "practice", &id).of(&team);
        acts.push(act(Action::Made));
        if wanted.accept {
            let version = numbering.version + 1;
            acts.push(act(Action::Confirmed).with(Detail::Version(version.into())));
            let accepted = PracticeStep::Accepted { id: id.clone(), slug: slug.clone(), version, by: None };
            steps.extend([proposed(&id, &slug, numbering, entry), accepted]);
        } else {
            steps.push(proposed(&id, &slug, numbering, entry));
        }
    }
    let count = steps.iter().filter(|step| matches!(step, PracticeStep::Proposed { .. })).count();
    if wanted.preview || count == 0 {
        tell("nothing was changed");
        return Ok(End::Clean);
    }
    let mut changes = vec![Change::Practice(PracticeChange { team, steps })];
    changes.extend(acts.into_iter().map(Change::Audit));
    store.decided(&Turn { changes, out: Vec::new() }, now_ms).await.map_err(|error| {
        complain("nothing was changed");
        failed(&error)
    })?;
    if wanted.accept {
        tell(&format!("{count} accepted: the team finds them from now on"));
    } else {
        tell(&format!(
            "{count} proposed: a coordinator of the team accepts them; `interventie voorstellen` lists them"
        ));
    }
    Ok(End::Clean)
}

fn proposed(id: &str, slug: &str, numbering: crate::store::Numbering, entry: TeamEntry) -> PracticeStep {
    PracticeStep::Proposed {
        id: id.to_owned(),
        slug: slug.to_owned(),
        number: numbering.proposals + 1,
        basis: numbering.version,
        entry: Box::new(entry),
        by: None,
        organisation: None,
    }
}

fn fate(library: &Library, own: &[OwnEntry], waiting: &[Proposal], slug: &str, entry: &TeamEntry) -> Fate {
    let theirs = own.iter().find(|own| own.slug == slug);
    if theirs.is_some_and(|own| own.entry == *entry) {
        Fate::Same
    } else if waiting.iter().any(|one| one.slug == slug && one.entry == *entry) {
        Fate::Waits
    } else if theirs.is_some() || library.has_intervention(slug) {
        Fate::Changes
    } else {
        Fate::Adds
    }
}
