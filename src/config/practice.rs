//! `[practice]`: what is said of how interventions went.

use super::Section;
use crate::domain::practice::LEAST_USES;

/// `[practice]`: what is said of how interventions went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Practice {
    /// So many uses make a number that may be said.
    pub least: u32,
}

impl Default for Practice {
    fn default() -> Self {
        Self { least: LEAST_USES }
    }
}

impl Practice {
    /// Reads the section.
    pub(super) fn read(section: Section<'_>) -> Self {
        let standard = i64::from(LEAST_USES);
        let least = section.with("least").map_or(standard, |table| table.number("least", standard, 2..1001));
        section.finish();
        Self { least: u32::try_from(least).unwrap_or(LEAST_USES) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{LEAST, read};
    use super::*;

    #[test]
    fn the_least_number_of_uses_is_read_and_one_is_never_a_number() {
        assert_eq!(read(LEAST, &[]).expect("good").practice.least, 5);
        assert_eq!(
            read(&format!("{LEAST}[practice]\nleast = 8\n"), &[]).expect("good").practice,
            Practice { least: 8 }
        );
        assert_eq!(read(LEAST, &[("SCHAKEL_PRACTICE__LEAST", "3")]).expect("good").practice.least, 3);
        let problems = read(&format!("{LEAST}[practice]\nleast = 1\n"), &[]).expect_err("wrong");
        assert_eq!(problems.len(), 1, "{problems:?}");
    }
}
