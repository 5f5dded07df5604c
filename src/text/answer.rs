//! An answer in the making: blocks of lines, shown as plain text that reads well alone and as HTML of paragraphs, lists,
//! bold, code and links. No tables and no pictures: phones show those badly.
//!
//! Texts may hold `**bold**` and `` `code` ``; everything else is literal, and HTML in it is escaped.

use crate::domain::Message;

/// Longest plain text of one message, in characters; longer answers are split between blocks. Well under the 48,000 bytes
/// that an encrypted event can carry with its HTML.
const LONGEST: usize = 12_000;

/// One line of text with its light markup, and perhaps an address that it links to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    text: String,
    link: Option<String>,
}

impl Line {
    /// A line of text.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), link: None }
    }

    /// A line that links to an address; the plain text shows the address after it.
    pub fn linked(text: impl Into<String>, address: impl Into<String>) -> Self {
        Self { text: text.into(), link: Some(address.into()) }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Block {
    Paragraph(Vec<Line>),
    List(Vec<Line>),
    Numbered(Vec<Line>),
}

/// An answer, block by block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    blocks: Vec<Block>,
}

impl Answer {
    /// An answer of one paragraph.
    pub fn say(text: impl Into<String>) -> Self {
        Self::default().paragraph(text)
    }

    /// Adds a paragraph.
    #[must_use]
    pub fn paragraph(self, text: impl Into<String>) -> Self {
        self.lines([Line::new(text)])
    }

    /// Adds a paragraph of several lines.
    #[must_use]
    pub fn lines(self, lines: impl IntoIterator<Item = Line>) -> Self {
        self.block(Block::Paragraph(lines.into_iter().collect()))
    }

    /// Adds a list with dots.
    #[must_use]
    pub fn list(self, items: impl IntoIterator<Item = Line>) -> Self {
        self.block(Block::List(items.into_iter().collect()))
    }

    /// Adds a list numbered from 1.
    #[must_use]
    pub fn numbered(self, items: impl IntoIterator<Item = Line>) -> Self {
        self.block(Block::Numbered(items.into_iter().collect()))
    }

    /// Adds all blocks of another answer.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.blocks.extend(other.blocks);
        self
    }

    fn block(mut self, block: Block) -> Self {
        let empty = match &block {
            Block::Paragraph(lines) | Block::List(lines) | Block::Numbered(lines) => lines.is_empty(),
        };
        if !empty {
            self.blocks.push(block);
        }
        self
    }

    /// The messages that carry this answer: one, unless it is longer than a message should be.
    pub fn messages(&self) -> Vec<Message> {
        let mut messages: Vec<Message> = Vec::new();
        let mut room_left = 0;
        for block in &self.blocks {
            for (plain, html) in block.pieces() {
                let length = plain.chars().count() + 2;
                match messages.last_mut() {
                    Some(last) if length <= room_left => {
                        last.plain.push_str("\n\n");
                        last.plain.push_str(&plain);
                        last.html.push_str(&html);
                        room_left -= length;
                    }
                    _ => {
                        messages.push(Message { plain, html });
                        room_left = LONGEST.saturating_sub(length);
                    }
                }
            }
        }
        messages
    }
}

impl Block {
    /// The block as plain text and HTML; one that is too long for one message in several pieces.
    fn pieces(&self) -> Vec<(String, String)> {
        match self {
            Self::Paragraph(lines) => {
                let lines = lines.iter().flat_map(|line| cut(line, LONGEST)).collect();
                let groups = grouped(lines).into_iter();
                groups
                    .map(|(_, lines)| (joined(&lines, "\n", plain), wrap("p", &joined(&lines, "<br>", html))))
                    .collect()
            }
            Self::List(items) => {
                let groups = grouped(items.clone()).into_iter();
                let shown = |_, item: &Line| format!("- {}", plain(item));
                groups.map(|(_, items)| (listed(&items, shown), wrap("ul", &joined(&items, "", item)))).collect()
            }
            Self::Numbered(items) => {
                let piece = |(first, items): (usize, Vec<Line>)| {
                    let text = listed(&items, |index, item| format!("{}. {}", first + index, plain(item)));
                    let inner = joined(&items, "", item);
                    let html =
                        if first == 1 { wrap("ol", &inner) } else { format!("<ol start=\"{first}\">{inner}</ol>") };
                    (text, html)
                };
                grouped(items.clone()).into_iter().map(piece).collect()
            }
        }
    }
}

/// Lines in groups of which each fits one message, each group with the number of its first line, counted from 1.
fn grouped(lines: Vec<Line>) -> Vec<(usize, Vec<Line>)> {
    let mut groups: Vec<(usize, Vec<Line>)> = Vec::new();
    let mut length = 0;
    for (index, line) in lines.into_iter().enumerate() {
        // The number or dot before it, the end of the line, and what stands around an address.
        let own = line.text.chars().count() + line.link.as_ref().map_or(0, |link| link.chars().count()) + 8;
        length += own;
        match groups.last_mut() {
            Some((_, group)) if length <= LONGEST => group.push(line),
            _ => {
                length = own;
                groups.push((index + 1, vec![line]));
            }
        }
    }
    groups
}

fn listed(items: &[Line], shown: impl Fn(usize, &Line) -> String) -> String {
    items.iter().enumerate().map(|(index, item)| shown(index, item)).collect::<Vec<_>>().join("\n")
}

fn item(line: &Line) -> String {
    wrap("li", &html(line))
}

fn cut(line: &Line, longest: usize) -> Vec<Line> {
    let characters: Vec<char> = line.text.chars().collect();
    characters.chunks(longest - 1).map(|chunk| Line { text: chunk.iter().collect(), link: line.link.clone() }).collect()
}

fn joined(lines: &[Line], between: &str, show: fn(&Line) -> String) -> String {
    lines.iter().map(show).collect::<Vec<_>>().join(between)
}

fn wrap(tag: &str, inner: &str) -> String {
    format!("<{tag}>{inner}</{tag}>")
}

fn plain(line: &Line) -> String {
    let text: String = spans(&line.text).iter().map(|(_, text)| *text).collect();
    match &line.link {
        Some(address) => format!("{text} ({address})"),
        None => text,
    }
}

fn html(line: &Line) -> String {
    let mut inner = String::with_capacity(line.text.len() + 16);
    for (span, text) in spans(&line.text) {
        let text = escaped(text).replace('\n', "<br>");
        match span {
            Span::Plain => inner.push_str(&text),
            Span::Bold => inner.push_str(&wrap("strong", &text)),
            Span::Code => inner.push_str(&wrap("code", &text)),
        }
    }
    match &line.link {
        Some(address) => format!("<a href=\"{}\">{inner}</a>", escaped(address)),
        None => inner,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Span {
    Plain,
    Bold,
    Code,
}

/// Takes `**bold**` and `` `code` `` apart; a mark without its partner is plain text.
fn spans(text: &str) -> Vec<(Span, &str)> {
    let mut spans = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let next = [("**", Span::Bold), ("`", Span::Code)]
            .into_iter()
            .filter_map(|(mark, span)| {
                let start = rest.find(mark)?;
                let inner = start + mark.len();
                let length = rest[inner..].find(mark).filter(|length| *length > 0)?;
                Some((start, inner, inner + length, inner + length + mark.len(), span))
            })
            .min_by_key(|found| found.0);
        let Some((start, from, to, end, span)) = next else {
            spans.push((Span::Plain, rest));
            break;
        };
        if start > 0 {
            spans.push((Span::Plain, &rest[..start]));
        }
        spans.push((span, &rest[from..to]));
        rest = &rest[end..];
    }
    spans
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn only(answer: &Answer) -> Message {
        let messages = answer.messages();
        assert_eq!(messages.len(), 1);
        messages.into_iter().next().expect("one")
    }

    #[test]
    fn plain_text_reads_well_without_its_marks() {
        let answer =
            Answer::say("**Huisbezoek** (`huisbezoek`)").list([Line::new("een"), Line::linked("bron", "https://x.nl")]);
        assert_eq!(only(&answer).plain, "Huisbezoek (huisbezoek)\n\n- een\n- bron (https://x.nl)");
    }

    #[test]
    fn html_of_a_person_is_shown_and_not_obeyed() {
        let answer = Answer::say("<b>\"hoi\"</b> & **vet**");
        assert_eq!(only(&answer).html, "<p>&lt;b&gt;&quot;hoi&quot;&lt;/b&gt; &amp; <strong>vet</strong></p>");
    }

    #[test]
    fn marks_without_a_partner_stay_as_they_are() {
        assert_eq!(only(&Answer::say("2 ** 3 en een `")).plain, "2 ** 3 en een `");
    }

    #[test]
    fn a_long_answer_is_split_between_its_paragraphs() {
        let answer = Answer::say("a".repeat(7000)).paragraph("b".repeat(7000)).paragraph("c");
        let lengths: Vec<usize> = answer.messages().iter().map(|message| message.plain.len()).collect();
        assert_eq!(lengths, [7000, 7003]);
    }

    #[test]
    fn one_paragraph_longer_than_a_message_is_cut() {
        let messages = Answer::say("é".repeat(30_000)).messages();
        assert_eq!(messages.len(), 3);
        assert!(messages.iter().all(|message| message.plain.chars().count() <= LONGEST));
    }

    fn line() -> impl Strategy<Value = Line> {
        let marks = ["**", "`", "<", ">", "</p>", "<script>", "\"", "&lt;", "\n", "'"];
        let piece = prop_oneof![proptest::sample::select(marks.to_vec()).prop_map(str::to_owned), any::<String>()];
        let text = proptest::collection::vec(piece.clone(), 0..6).prop_map(|pieces| pieces.concat());
        let link = proptest::option::of(proptest::collection::vec(piece, 0..3).prop_map(|pieces| pieces.concat()));
        (text, link).prop_map(|(text, link)| Line { text, link })
    }

    fn block() -> impl Strategy<Value = Block> {
        let lines = || proptest::collection::vec(line(), 1..4);
        prop_oneof![
            lines().prop_map(Block::Paragraph),
            lines().prop_map(Block::List),
            lines().prop_map(Block::Numbered),
        ]
    }

    fn answer() -> impl Strategy<Value = Answer> {
        proptest::collection::vec(block(), 0..4).prop_map(|blocks| Answer { blocks })
    }

    /// The tags of a piece of HTML in order, without what stands in them; fails on a `<` or `>` that makes none.
    fn tags(html: &str) -> Vec<&str> {
        let mut tags = Vec::new();
        let mut rest = html;
        while let Some((before, after)) = rest.split_once('<') {
            assert!(!before.contains('>'), "{html}");
            let (tag, after) = after.split_once('>').expect("it is closed");
            assert!(!tag.contains('<'), "{html}");
            let link = tag.strip_prefix("a href=\"").and_then(|address| address.strip_suffix('"'));
            assert!(link.is_none_or(|address| !address.contains('"')), "{html}");
            let is_start = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_digit());
            let start = tag.strip_prefix("ol start=\"").and_then(|start| start.strip_suffix('"')).is_some_and(is_start);
            tags.push(if link.is_some() {
                "a"
            } else if start {
                "ol"
            } else {
                tag
            });
            rest = after;
        }
        assert!(!rest.contains('>'), "{html}");
        tags
    }

    proptest! {
        #[test]
        fn whatever_is_said_becomes_html_of_the_known_tags_alone(answer in answer()) {
            for message in answer.messages() {
                let mut open = Vec::new();
                for tag in tags(&message.html) {
                    match tag.strip_prefix('/') {
                        Some(closed) => prop_assert_eq!(open.pop(), Some(closed), "{}", &message.html),
                        None if tag == "br" => {}
                        None => {
                            let known = ["p", "ul", "ol", "li", "strong", "code", "a"].contains(&tag);
                            prop_assert!(known, "{}", &message.html);
                            open.push(tag);
                        }
                    }
                }
                prop_assert!(open.is_empty(), "{}", &message.html);
            }
        }

        #[test]
        fn text_without_marks_is_said_as_it_is(text in "[^`*]{0,200}") {
            let plain: Vec<String> = Answer::say(&*text).messages().into_iter().map(|message| message.plain).collect();
            prop_assert_eq!(plain.concat(), text);
        }
    }

    #[test]
    fn an_answer_of_any_length_fits_its_messages() {
        let items = (0..40).map(|_| Line::new("a".repeat(1000)));
        for answer in [Answer::default().list(items.clone()), Answer::default().numbered(items)] {
            let messages = answer.messages();
            let longest = messages.iter().map(|message| message.plain.chars().count()).max();
            assert!(longest.is_some_and(|longest| longest <= LONGEST), "{longest:?}");
            let all: usize = messages.iter().map(|message| message.plain.matches('a').count()).sum();
            assert_eq!(all, 40_000, "and nothing is lost");
        }
    }

    #[test]
    fn a_numbered_list_goes_on_counting_in_the_next_message() {
        let messages = Answer::default().numbered((0..3).map(|_| Line::new("a".repeat(5000)))).messages();
        assert_eq!(messages.len(), 2);
        assert!(messages[1].plain.starts_with("3. a") && messages[1].html.starts_with("<ol start=\"3\"><li>a"));
    }
}
