//! The settings, `bot.toml`: read with every problem told at once, each with line, key and the mend.
//!
//! Any key can also be given by the environment as `SCHAKEL_SECTION__KEY`; it wins over the file. Relative paths are
//! relative to the file.

mod http;
mod practice;
mod privacy;
mod reminders;
mod retention;
mod section;

use std::fmt;
use std::path::{Path, PathBuf};

use crate::document::{Problem, Problems, Source};
use crate::domain::retention::RetentionTerms;
use crate::domain::{Contact, Language, PrivacyNotice, UserId};
pub use http::Http;
pub use practice::Practice;
pub use reminders::Reminders;
use section::{Section, is_user};

/// All settings.
#[derive(Debug, Clone)]
pub struct Config {
    /// The chat.
    pub matrix: Matrix,
    /// The database.
    pub database: Database,
    /// The bot itself.
    pub bot: Bot,
    /// When it speaks of its own accord.
    pub reminders: Reminders,
    /// What is said of how interventions went.
    pub practice: Practice,
    /// How long what it holds is kept.
    pub retention: RetentionTerms,
    /// What people are told that the program cannot know.
    pub privacy: PrivacyNotice,
    /// Where it tells a monitor how it is.
    pub http: Http,
}

/// `[matrix]`.
#[derive(Debug, Clone)]
pub struct Matrix {
    /// Address of the homeserver.
    pub homeserver: String,
    /// The bot's account.
    pub user: UserId,
    /// How it logs in.
    pub credential: Credential,
    /// Where the session and the encryption keys of this device lie.
    pub data_dir: PathBuf,
    /// Where the recovery key is written once, and read on a new machine.
    pub recovery_key_file: PathBuf,
    /// Servers whose users may invite the bot.
    pub allowed_servers: Vec<String>,
    /// Trust only devices that their owner has signed.
    pub require_signed_devices: bool,
}

/// A file with a secret. The secret itself is read when it is needed and kept nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Credential {
    /// The account's password.
    Password(PathBuf),
    /// An access token of a device made for the bot.
    AccessToken(PathBuf),
}

/// `[database]`.
#[derive(Clone)]
pub struct Database {
    /// `sqlite:path` or `postgres://…`.
    pub url: String,
    /// The file with the master key that seals the database.
    pub key_file: PathBuf,
    /// The file to which the newest number and hash of the audit log are added every day.
    pub audit_file: PathBuf,
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The address of a PostgreSQL database holds its password.
        let scheme = self.url.split_once(':').map_or("", |(scheme, _)| scheme);
        f.debug_struct("Database")
            .field("url", &format!("{scheme}:…"))
            .field("key_file", &self.key_file)
            .field("audit_file", &self.audit_file)
            .finish()
    }
}

/// `[bot]`.
#[derive(Debug, Clone)]
pub struct Bot {
    /// People who may do what belongs to no team.
    pub admins: Vec<UserId>,
    /// The language of people and rooms that chose none.
    pub language: Language,
    /// The zone in which times are said and shown.
    pub time_zone: chrono_tz::Tz,
    /// What stands before a command in a shared room.
    pub prefix: String,
    /// The team's own commands, texts and entries.
    pub commands_dir: Option<PathBuf>,
    /// Accounts it never answers.
    pub ignore: Vec<UserId>,
    /// Whom professionals can phone after something hard.
    pub contacts: Vec<Contact>,
    /// Commands per person per minute; 0 for any number.
    pub commands_per_minute: usize,
}

/// The keys there are, by section; for the environment.
const KEYS: [(&str, &[(&str, Shape)]); 8] = [
    (
        "matrix",
        &[
            ("homeserver", Shape::Text),
            ("user", Shape::Text),
            ("password_file", Shape::Text),
            ("access_token_file", Shape::Text),
            ("data_dir", Shape::Text),
            ("recovery_key_file", Shape::Text),
            ("allowed_servers", Shape::Texts),
            ("require_signed_devices", Shape::Bare),
        ],
    ),
    ("database", &[("url", Shape::Text), ("key_file", Shape::Text), ("audit_file", Shape::Text)]),
    (
        "bot",
        &[
            ("admins", Shape::Texts),
            ("language", Shape::Text),
            ("time_zone", Shape::Text),
            ("prefix", Shape::Text),
            ("commands_dir", Shape::Text),
            ("ignore", Shape::Texts),
            ("commands_per_minute", Shape::Bare),
        ],
    ),
    (
        "reminders",
        &[
            ("quiet_hours", Shape::Text),
            ("working_hours", Shape::Text),
            ("working_days", Shape::Texts),
            ("holidays", Shape::Texts),
        ],
    ),
    ("practice", &[("least", Shape::Bare)]),
    ("retention", retention::KEYS),
    ("privacy", privacy::KEYS),
    ("http", &[("listen", Shape::Text)]),
];

/// How a value from the environment is written in TOML.
#[derive(Debug, Clone, Copy)]
enum Shape {
    Text,
    /// Separated by commas.
    Texts,
    /// A number, true or false.
    Bare,
}

impl Config {
    /// Reads the settings of a file and of the environment; all problems at once.
    pub fn load(path: &Path) -> Result<Self, Vec<Problem>> {
        let text = std::fs::read_to_string(path).map_err(|error| {
            vec![Problem {
                file: path.display().to_string(),
                line: 0,
                key: String::new(),
                message: format!("cannot be read ({error}): give the path of your bot.toml with --config"),
            }]
        })?;
        #[expect(clippy::disallowed_methods, reason = "settings are the one thing that the environment may hold")]
        let environment: Vec<(String, String)> = std::env::vars().filter(|(name, _)| is_setting(name)).collect();
        Self::read(path, &text, &environment)
    }

    /// Reads settings from this text and this environment.
    pub fn read(path: &Path, text: &str, environment: &[(String, String)]) -> Result<Self, Vec<Problem>> {
        let problems = Problems::default();
        let file = path.display().to_string();
        let folder = path.parent().unwrap_or(Path::new("")).to_path_buf();
        let overrides = from_environment(environment, &problems);
        let config = Source { file: &file, text, problems: &problems }.read(|top| {
            Source { file: "the environment", text: &overrides, problems: &problems }.read(|environment| {
                let config = Self {
                    matrix: matrix(Section::new(&top, &environment, "matrix"), &folder),
                    database: database(Section::new(&top, &environment, "database"), &folder),
                    bot: bot(Section::new(&top, &environment, "bot"), &folder),
                    reminders: Reminders::read(Section::new(&top, &environment, "reminders")),
                    practice: Practice::read(Section::new(&top, &environment, "practice")),
                    retention: retention::read(Section::new(&top, &environment, "retention")),
                    privacy: privacy::read(Section::new(&top, &environment, "privacy")),
                    http: Http::read(Section::new(&top, &environment, "http")),
                };
                top.finish();
                config
            })
        });
        if problems.is_empty() { Ok(config) } else { Err(problems.into_sorted()) }
    }
}

fn is_setting(name: &str) -> bool {
    // Names without the double underscore steer tools and tests, not the bot.
    name.strip_prefix("SCHAKEL_").is_some_and(|rest| rest.contains("__"))
}

/// The environment's settings written as TOML, so that both are checked by the same rules.
fn from_environment(environment: &[(String, String)], problems: &Problems) -> String {
    let mut toml = String::new();
    for (section, keys) in KEYS {
        let mut lines = String::new();
        for (key, shape) in keys {
            let name = format!("SCHAKEL_{}__{}", section.to_uppercase(), key.to_uppercase());
            let Some((_, value)) = environment.iter().find(|(known, _)| *known == name) else { continue };
            let value = match shape {
                Shape::Text => toml::Value::from(value.as_str()).to_string(),
                Shape::Texts => {
                    let texts = value.split(',').map(str::trim).filter(|text| !text.is_empty());
                    toml::Value::from(texts.collect::<Vec<_>>()).to_string()
                }
                Shape::Bare => value.clone(),
            };
            lines.extend([key, " = ", &value, "\n"]);
        }
        if !lines.is_empty() {
            toml.extend(["[", section, "]\n", &lines]);
        }
    }
    for (name, _) in environment {
        let known = KEYS.iter().any(|(section, keys)| {
            keys.iter().any(|(key, _)| *name == format!("SCHAKEL_{}__{}", section.to_uppercase(), key.to_uppercase()))
        });
        if !known {
            problems.add(
                "the environment",
                0,
                name,
                "is not a known setting: take it out, or write SCHAKEL_SECTION__KEY",
            );
        }
    }
    toml
}

fn matrix(section: Section<'_>, folder: &Path) -> Matrix {
    let homeserver = section.text("homeserver", "https://matrix.example.org");
    if !homeserver.is_empty() && !["https://", "http://"].iter().any(|scheme| homeserver.starts_with(scheme)) {
        section.problem("homeserver", "must begin with https:// (or http:// on this machine alone)");
    }
    let user = section.text("user", "@schakel:example.org");
    if !user.is_empty() && !is_user(&user) {
        section.problem("user", "must be a full Matrix id, such as @schakel:example.org");
    }
    let user = UserId::new(user);
    let credential = match (section.optional_text("password_file"), section.optional_text("access_token_file")) {
        (Some(password), None) => Credential::Password(folder.join(password)),
        (None, Some(token)) => Credential::AccessToken(folder.join(token)),
        (None, None) => {
            section.problem("password_file", "is missing: add password_file or access_token_file under [matrix]");
            Credential::Password(PathBuf::new())
        }
        (Some(_), Some(token)) => {
            section.problem("access_token_file", "stands beside password_file: keep one of the two");
            Credential::AccessToken(folder.join(token))
        }
    };
    let allowed = section.with("allowed_servers").map(|table| table.texts("allowed_servers"));
    let matrix = Matrix {
        homeserver,
        allowed_servers: allowed.unwrap_or_else(|| vec![user.server().to_owned()]),
        user,
        credential,
        data_dir: section.path("data_dir", folder, "data"),
        recovery_key_file: section.path("recovery_key_file", folder, "recovery-key"),
        require_signed_devices: section
            .with("require_signed_devices")
            .is_some_and(|table| table.flag("require_signed_devices", false)),
    };
    section.finish();
    matrix
}

fn database(section: Section<'_>, folder: &Path) -> Database {
    let url = section.optional_text("url").unwrap_or_else(|| "sqlite:schakel.db".to_owned());
    let url = match url.strip_prefix("sqlite:") {
        Some(path) => format!("sqlite:{}", folder.join(path.trim_start_matches("//")).display()),
        None if url.starts_with("postgres://") || url.starts_with("postgresql://") => url,
        None => {
            section.problem("url", "must begin with sqlite: or postgres://, for example sqlite:schakel.db");
            url
        }
    };
    let key_file = section.path("key_file", folder, "schakel.key");
    let audit_file = section.path("audit_file", folder, "audit-marks");
    section.finish();
    Database { url, key_file, audit_file }
}

fn bot(section: Section<'_>, folder: &Path) -> Bot {
    let language = section
        .with("language")
        .and_then(|table| table.one_of("language", &[("nl", Language::Dutch), ("en", Language::English)]));
    let time_zone = section.optional_text("time_zone").and_then(|name| {
        let zone = name.parse().ok();
        if zone.is_none() {
            section.problem("time_zone", "is no IANA time zone: write for example Europe/Amsterdam");
        }
        zone
    });
    let prefix = section.optional_text("prefix").unwrap_or_else(|| "!".to_owned());
    if prefix.is_empty() || prefix.contains(|character: char| character.is_whitespace() || character.is_alphanumeric())
    {
        section.problem("prefix", "must be one or more signs without letters, digits or spaces, for example \"!\"");
    }
    let bot = Bot {
        admins: section.people("admins"),
        language: language.unwrap_or(Language::Dutch),
        time_zone: time_zone.unwrap_or(chrono_tz::Europe::Amsterdam),
        prefix,
        commands_dir: section.optional_text("commands_dir").map(|path| folder.join(path)),
        ignore: section.people("ignore"),
        contacts: privacy::contacts(section.file.as_ref()),
        commands_per_minute: section
            .with("commands_per_minute")
            .map_or(20, |table| table.number("commands_per_minute", 20, 0..100_001))
            .unsigned_abs()
            .try_into()
            .unwrap_or(20),
    };
    section.finish();
    bot
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn read(text: &str, environment: &[(&str, &str)]) -> Result<Config, Vec<String>> {
        let environment: Vec<_> =
            environment.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        Config::read(Path::new("/etc/schakel/bot.toml"), text, &environment)
            .map_err(|problems| problems.iter().map(ToString::to_string).collect())
    }

    pub(super) const LEAST: &str =
        "[matrix]\nhomeserver = \"https://x.org\"\nuser = \"@schakel:x.org\"\npassword_file = \"password\"\n";

    #[test]
    fn homeserver_user_and_a_credential_are_enough() {
        let config = read(LEAST, &[]).expect("enough");
        assert_eq!(config.matrix.credential, Credential::Password("/etc/schakel/password".into()));
        assert_eq!(config.matrix.allowed_servers, ["x.org"]);
        assert_eq!(config.database.url, "sqlite:/etc/schakel/schakel.db");
        assert_eq!(config.database.key_file, Path::new("/etc/schakel/schakel.key"));
        assert_eq!(config.bot.commands_per_minute, 20);
        assert_eq!(config.reminders.working, crate::domain::WorkingTime::default());
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let config = read(
            LEAST,
            &[
                ("SCHAKEL_MATRIX__USER", "@other:x.org"),
                ("SCHAKEL_BOT__ADMINS", "@a:x.org, @b:x.org"),
                ("SCHAKEL_MATRIX__REQUIRE_SIGNED_DEVICES", "true"),
            ],
        );
        let config = config.expect("good");
        assert_eq!(config.matrix.user.as_str(), "@other:x.org");
        assert_eq!(config.bot.admins.len(), 2);
        assert!(config.matrix.require_signed_devices);
    }

    #[test]
    fn every_problem_is_told_with_line_key_and_mend() {
        let problems = read(
            "[matrix]\nhomeserver = \"x.org\"\nuser = \"schakel\"\n[bot]\nlanguage = \"de\"\nprefx = \"!\"\nadmins = [\"anna\"]\n",
            &[("SCHAKEL_BOT__NAME", "x")],
        )
        .expect_err("wrong");
        let told: Vec<&str> = problems.iter().map(String::as_str).collect();
        assert_eq!(
            told,
            [
                "/etc/schakel/bot.toml:1: matrix.password_file: is missing: add password_file or access_token_file under [matrix]",
                "/etc/schakel/bot.toml:2: matrix.homeserver: must begin with https:// (or http:// on this machine alone)",
                "/etc/schakel/bot.toml:3: matrix.user: must be a full Matrix id, such as @schakel:example.org",
                "/etc/schakel/bot.toml:5: bot.language: `de` is not known: choose from nl, en",
                "/etc/schakel/bot.toml:6: bot.prefx: is not a known key: did you mean `prefix`?",
                "/etc/schakel/bot.toml:7: bot.admins: `anna` is no Matrix id: write @name:server",
                "the environment: SCHAKEL_BOT__NAME: is not a known setting: take it out, or write SCHAKEL_SECTION__KEY",
            ]
        );
    }

    #[test]
    fn the_settings_of_a_package_are_good_and_keep_all_state_in_one_place() {
        let text = xtask::settings::for_system(include_str!("../bot.toml.example")).expect("the example is as it was");
        let config = Config::read(Path::new("/etc/schakel/bot.toml"), &text, &[]).expect("good");
        assert_eq!(config.database.url, "sqlite:/var/lib/schakel/schakel.db");
        let (matrix, database) = (&config.matrix, &config.database);
        for path in [&matrix.data_dir, &matrix.recovery_key_file, &database.key_file, &database.audit_file] {
            assert!(path.starts_with("/var/lib/schakel"), "{}", path.display());
        }
        assert_eq!(matrix.credential, Credential::Password("/etc/schakel/password".into()));
        assert_eq!(config.http.listen, None);
        assert!(config.bot.admins.is_empty());
    }

    #[test]
    fn a_password_in_the_database_address_is_never_shown() {
        let database = Database {
            url: "postgres://bot:secret@db/schakel".into(),
            key_file: "schakel.key".into(),
            audit_file: "audit-marks".into(),
        };
        assert!(!format!("{database:?}").contains("secret"));
    }
}
