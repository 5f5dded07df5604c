//! One section of the settings: its keys as the file and the environment give them, the environment first. Which keys there are and what
//! they mean is up to whoever reads it.

use std::path::{Path, PathBuf};

use crate::document::Table;
use crate::domain::UserId;

/// A section of the file with the environment before it.
pub(super) struct Section<'t> {
    pub(super) file: Option<Table<'t>>,
    environment: Option<Table<'t>>,
    top: &'t Table<'t>,
    name: &'static str,
}

impl<'t> Section<'t> {
    pub(super) fn new(top: &'t Table<'t>, environment: &'t Table<'t>, name: &'static str) -> Self {
        Self { file: top.optional_table(name), environment: environment.optional_table(name), top, name }
    }

    /// The table in which this key stands, the environment first.
    pub(super) fn with(&self, key: &str) -> Option<&Table<'t>> {
        if let Some(file) = &self.file {
            // Known, also when the environment wins.
            file.know(key);
        }
        self.environment.iter().chain(&self.file).find(|table| table.has(key))
    }

    pub(super) fn optional_text(&self, key: &str) -> Option<String> {
        self.with(key)?.optional_text(key)
    }

    pub(super) fn text(&self, key: &str, example: &str) -> String {
        match self.with(key) {
            Some(table) => table.text(key),
            None => {
                self.problem(
                    key,
                    &format!("is missing: add it under [{}], for example {key} = \"{example}\"", self.name),
                );
                String::new()
            }
        }
    }

    pub(super) fn problem(&self, key: &str, message: &str) {
        match self.with(key).or(self.file.as_ref()) {
            Some(table) => table.problem(key, message),
            None => self.top.problem(&format!("{}.{key}", self.name), message),
        }
    }

    pub(super) fn path(&self, key: &str, folder: &Path, default: &str) -> PathBuf {
        folder.join(self.optional_text(key).unwrap_or_else(|| default.to_owned()))
    }

    pub(super) fn people(&self, key: &str) -> Vec<UserId> {
        let Some(table) = self.with(key) else { return Vec::new() };
        let people = table.texts(key);
        for person in people.iter().filter(|person| !is_user(person)) {
            table.problem(key, format!("`{person}` is no Matrix id: write @name:server"));
        }
        people.into_iter().map(UserId::new).collect()
    }

    pub(super) fn finish(self) {
        if let Some(file) = self.file {
            file.finish();
        }
        if let Some(environment) = self.environment {
            environment.finish();
        }
    }
}

pub(super) fn is_user(text: &str) -> bool {
    text.strip_prefix('@')
        .and_then(|rest| rest.split_once(':'))
        .is_some_and(|(name, server)| !name.is_empty() && !server.is_empty() && !text.contains(char::is_whitespace))
}
