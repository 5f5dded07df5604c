//! Sections cut into files that are not too large to go out, never within a section.

use crate::paper::{Head, Paper, Section};

/// The texts of the files, each with the head.
pub(super) fn cut(head: &Head, sections: Vec<Section>, most: usize) -> Vec<String> {
    let written = |sections: Vec<Section>| Paper { head: head.clone(), sections }.markdown();
    let top = written(Vec::new());
    let mut pages = vec![top.clone()];
    for section in sections {
        // What stands under the head of a page is the same on any page.
        let text = written(vec![section]).split_off(top.len());
        let page = pages.last_mut().expect("there is one at least");
        if page.len() + text.len() > most && page.len() > top.len() {
            pages.push(format!("{top}{text}"));
        } else {
            page.push_str(&text);
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;
    use crate::paper::Block;

    fn head() -> Head {
        let (title, note, label, date, page) =
            ("Inzage".to_owned(), "voor jou".to_owned(), String::new(), "vandaag".to_owned(), String::new());
        Head { language: Language::Dutch, title, note, label, date, page, made: None }
    }

    fn section(name: &str) -> Section {
        Section { heading: name.to_owned(), blocks: vec![Block::Text("x".repeat(100))] }
    }

    #[test]
    fn what_fits_is_one_file_and_the_same_as_written_at_once() {
        let sections = vec![section("een"), section("twee")];
        let whole = Paper { head: head(), sections: sections.clone() }.markdown();
        assert_eq!(cut(&head(), sections, 5_000), [whole]);
    }

    #[test]
    fn what_does_not_fit_goes_into_files_with_the_same_head_and_nothing_is_lost() {
        let sections: Vec<Section> = ["een", "twee", "drie", "vier", "vijf"].map(section).into();
        let pages = cut(&head(), sections, 300);
        assert!(pages.len() > 1 && pages.iter().all(|page| page.len() <= 300 && page.starts_with("# Inzage")));
        for name in ["een", "twee", "drie", "vier", "vijf"] {
            assert_eq!(pages.iter().filter(|page| page.contains(&format!("## {name}\n"))).count(), 1, "{name}");
        }
    }
}
