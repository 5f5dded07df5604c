//! `bot.toml.example` as a package installs it: settings in `/etc`, state in `/var/lib`.

use anyhow::{Result, ensure};

/// Where the state of an installed bot lies.
const STATE: &str = "/var/lib/schakel";
/// What is another there, line by line.
const LINES: [(&str, &str); 8] = [
    (
        "# Settings of Schakel. Copy this file to bot.toml, fill in the first three keys, and let `schakel check` look at it.",
        "# Settings of Schakel. Fill in the first three keys, and let `sudo -u schakel schakel check --config /etc/schakel/bot.toml`\n# look at it.",
    ),
    ("password_file = \"password\"", "password_file = \"/etc/schakel/password\""),
    ("data_dir = \"data\"", "data_dir = \"{state}/data\""),
    ("recovery_key_file = \"recovery-key\"", "recovery_key_file = \"{state}/recovery-key\""),
    ("url = \"sqlite:schakel.db\"", "url = \"sqlite:{state}/schakel.db\""),
    ("key_file = \"schakel.key\"", "key_file = \"{state}/schakel.key\""),
    ("audit_file = \"audit-marks\"", "audit_file = \"{state}/audit-marks\""),
    // Nobody of the example is anybody's administrator.
    ("admins = [\"@carla:example.org\"]", "admins = []"),
];

/// The example with the places of an installed bot. An error when the example has changed and this has not.
pub fn for_system(example: &str) -> Result<String> {
    let mut text = format!("\n{example}");
    for (line, installed) in LINES {
        let whole = format!("\n{line}\n");
        ensure!(text.matches(&whole).count() == 1, "bot.toml.example no longer has the line {line:?} once");
        text = text.replacen(&whole, &format!("\n{}\n", installed.replace("{state}", STATE)), 1);
    }
    text.remove(0);
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_found_as_it_is_and_a_changed_one_is_told() {
        let example = std::fs::read_to_string(crate::folders::workspace().join("bot.toml.example")).expect("there");
        let installed = for_system(&example).expect("it fits");
        for line in installed.lines().filter(|line| !line.starts_with('#') && line.contains("_file")) {
            assert!(line.contains("= \"/"), "{line}");
        }
        assert!(for_system(&example.replace("data_dir = \"data\"", "data_dir = \"other\"")).is_err());
    }
}
