//! Answers that hold any text. Lines that begin with `- ` make a list, with `1. ` a numbered one; what follows a tab is a link.
#![no_main]

use libfuzzer_sys::fuzz_target;
use schakel::text::{Answer, Line};

/// As long as a message may be, in characters.
const LONGEST: usize = 12_000;

fuzz_target!(|text: &[u8]| {
    let text = String::from_utf8_lossy(text);
    let answer = text.split("\n\n").fold(Answer::default(), |answer, block| {
        let lines = || block.split('\n').map(line);
        match block.get(..3) {
            Some("1. ") => answer.numbered(lines()),
            Some(start) if start.starts_with("- ") => answer.list(lines()),
            _ => answer.paragraph(block),
        }
    });
    for message in answer.messages() {
        are_well_nested(&message.html);
        assert!(message.plain.chars().count() <= LONGEST.max(longest_line(&text)));
    }
});

fn line(line: &str) -> Line {
    match line.split_once('\t') {
        Some((text, link)) => Line::linked(text, link),
        None => Line::new(line),
    }
}

/// A line of a list is not cut.
fn longest_line(text: &str) -> usize {
    text.split('\n').map(|line| line.chars().count() + 32).max().unwrap_or(0)
}

/// Only the tags that the bot itself writes, each closed where it should be.
fn are_well_nested(html: &str) {
    let mut open = Vec::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').expect("a tag is closed");
        assert!(!text.contains('>'), "{html}");
        let name = tag.split(' ').next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{html}"),
            None if name == "br" => {}
            None => {
                assert!(["p", "ul", "ol", "li", "strong", "code", "a"].contains(&name), "{html}");
                open.push(name);
            }
        }
        let attribute = tag[name.len()..].trim_start();
        assert!(attribute.is_empty() || attribute.matches('"').count() == 2 && attribute.ends_with('"'), "{html}");
    }
    assert!(open.is_empty(), "{html}");
}
