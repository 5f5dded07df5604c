//! A report as Markdown, readable as it is and as it is shown. What people wrote is escaped: it begins no heading, list, quote,
//! table or piece of code, and is no link, picture or HTML.

use std::fmt::Write as _;

use super::{Block, Moment, Paper, shown};

/// The whole report.
pub(super) fn written(paper: &Paper) -> String {
    let head = &paper.head;
    let mut text = format!("# {}\n", in_line(&head.title));
    let top = joined([&head.note, &head.label, &head.date]);
    if !top.is_empty() {
        let _ = write!(text, "\n{top}\n");
    }
    for section in &paper.sections {
        let _ = write!(text, "\n## {}\n", in_line(&section.heading));
        for block in &section.blocks {
            let _ = write!(text, "\n{}\n", of_block(block));
        }
    }
    text
}

fn of_block(block: &Block) -> String {
    match block {
        Block::Text(text) => paragraphs(text),
        Block::Heading(heading) => format!("### {}", in_line(heading)),
        Block::Items(items) => items.iter().map(|text| item(&paragraphs(text))).collect::<Vec<_>>().join("\n"),
        Block::Quote { who, text } => quoted(&format!("{}\n\n{}", strong(who), paragraphs(text))),
        Block::Timeline(moments) => timeline(moments),
    }
}

fn timeline(moments: &[Moment]) -> String {
    let days = moments.chunk_by(|one, next| one.day == next.day);
    let days = days.map(|moments| {
        let lines: Vec<String> = moments.iter().map(moment).collect();
        format!("{}\n\n{}", strong(&moments[0].day), lines.join("\n"))
    });
    days.collect::<Vec<_>>().join("\n\n")
}

fn moment(moment: &Moment) -> String {
    item(&format!("{}  \n{}", joined([&moment.time, &moment.lane, &moment.kind]), paragraphs(&moment.text)))
}

/// What there is of it, on one line.
fn joined(parts: [&String; 3]) -> String {
    let parts: Vec<String> = parts.into_iter().map(|part| in_line(part)).filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn item(text: &str) -> String {
    behind("- ", "  ", text)
}

fn quoted(text: &str) -> String {
    behind("> ", "> ", text)
}

/// Each line behind a sign, the first one behind another.
fn behind(first: &str, others: &str, text: &str) -> String {
    let signs = std::iter::once(first).chain(std::iter::repeat(others));
    let lines: Vec<String> = signs
        .zip(text.lines())
        .map(|(sign, line)| if line.is_empty() { sign.trim_end().to_owned() } else { format!("{sign}{line}") })
        .collect();
    if lines.is_empty() { first.trim_end().to_owned() } else { lines.join("\n") }
}

fn strong(text: &str) -> String {
    let text = in_line(text);
    if text.is_empty() { text } else { format!("**{text}**") }
}

/// The paragraphs of a text, each line of them on one of its own.
fn paragraphs(text: &str) -> String {
    let text = shown(text);
    let mut written = String::new();
    let mut lines = text.trim().lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        written.push_str(&escaped(line));
        if let Some(next) = lines.peek() {
            // Two spaces: a break that stays where it is read as Markdown.
            written.push_str(if line.is_empty() || next.is_empty() { "\n" } else { "  \n" });
        }
    }
    written
}

/// A text on one line.
fn in_line(text: &str) -> String {
    escaped(&shown(text).split_whitespace().collect::<Vec<_>>().join(" "))
}

/// One line in which nothing is markup.
fn escaped(line: &str) -> String {
    let number = line.bytes().take_while(u8::is_ascii_digit).count();
    let mut written = String::with_capacity(line.len() + 8);
    for (index, character) in line.char_indices() {
        let begins = index == 0 && "+-=:".contains(character);
        let numbers = index == number && number > 0 && ".)".contains(character);
        let links = (character == ':' && line[index..].starts_with("://"))
            || (character == '.' && line[..index].to_ascii_lowercase().ends_with("www"))
            || character == '@';
        if begins || numbers || links || "\\`*_[]<>&~|$^{}#".contains(character) {
            written.push('\\');
        }
        written.push(character);
    }
    written
}
