use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::*;

/// All that Markdown can do anywhere. Curly quotes are no markup.
fn options() -> Options {
    Options::all() - Options::ENABLE_SMART_PUNCTUATION
}

/// What is not text in it, when a text stands everywhere, and all its text.
fn read(markdown: &str) -> (Vec<String>, String) {
    let (mut tags, mut text) = (Vec::new(), String::new());
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Text(words) => text.push_str(&words),
            Event::Start(Tag::Paragraph | Tag::Strong) | Event::End(_) | Event::SoftBreak | Event::HardBreak => {}
            Event::Start(tag) => tags.push(format!("{tag:?}")),
            other => tags.push(format!("{other:?}")),
        }
    }
    (tags, squeezed(&text))
}

/// The text of the whole paper in which this stands everywhere, in the order of the Markdown.
fn whole(text: &str) -> String {
    let line = squeezed(&shown(text));
    let three = if line.is_empty() { String::new() } else { format!("{line}·{line}·{line}") };
    let moment = format!("{three}{line}");
    format!("{line}{three}{line}{line}{line}{line}{line}{line}{line}{line}{moment}{moment}")
}

fn is_only_text(text: &str) {
    let paper = everywhere(text);
    let markdown = paper.markdown();
    let plain = everywhere("woord").markdown();
    let (tags, read_text) = read(&markdown);
    assert_eq!(tags, read(&plain).0, "{markdown}");
    assert_eq!(read_text, whole(text), "{markdown}");
}

#[test]
fn a_report_reads_well_as_it_is() {
    let paper = paper(vec![
        Block::Heading("1. Hoe begon het?".to_owned()),
        Block::Quote {
            who: "school, mentor".to_owned(),
            text: "Met een filmpje.\nDaarna werd het stil.\n\nTot dinsdag.".to_owned(),
        },
        Block::Text("Er kwamen #drie signalen.".to_owned()),
        Block::Items(vec!["bel eerder".to_owned(), "één nummer\nvoor allen".to_owned()]),
        Block::Timeline(vec![moment(0, "Melding."), moment(1, "Gesprek.")]),
    ]);
    let expected = "\
# Evaluatie I-2026-k7qd

Pseudoniem: namen zijn vervangen · TLP:AMBER · 29 november 2026

## Wat gebeurde er?

### 1\\. Hoe begon het?

> **school, mentor**
>
> Met een filmpje.␣␣
> Daarna werd het stil.
>
> Tot dinsdag.

Er kwamen \\#drie signalen.

- bel eerder
- één nummer␣␣
  voor allen

**dinsdag 3 november 2026**

- 9:05 · politie␣␣
  Melding.
- 10:05 · jongerenwerk · ingreep: gesprek met de groep␣␣
  Gesprek.
";
    assert_eq!(paper.markdown(), expected.replace('␣', " "));
}

#[test]
fn what_people_write_is_no_markup() {
    for text in [
        "# kop",
        "kop\n===",
        "kop\n---",
        "- een\n+ twee\n* drie",
        "1. een\n2) twee",
        "> zei hij",
        "***\n___",
        "```\ncode\n```",
        "~~~\ncode",
        "    vier spaties\n\tof een tab",
        "a `code` b",
        "*a* _b_ ~~c~~ **d** ^e^ ~f~",
        "[link](https://example.org) en ![plaatje](x.png)",
        "[link]: https://example.org\n[link]",
        "<https://example.org> <b>vet</b> <!-- weg -->",
        "<script>alert(1)</script>\n\n<div>",
        "kijk op https://example.org of www.example.org",
        "| a | b |\n|---|---|\n| c | d |",
        "a | b\n--|--",
        "&lt;b&gt; &#35; &amp;",
        "[^1] en [^1]: noot",
        "- [ ] doen\n- [x] gedaan",
        "$x$ en $$y$$",
        "woord\n: uitleg",
        "kop {#id .klasse}",
        "kop #",
        "een \\* en een \\\\ aan het eind \\",
        "> [!NOTE]\n> let op",
        "[[wiki|link]]",
        "---\ntitle: x\n---",
        "||verborgen|| +++x+++ :smile:",
        "lege\n\n\n\nregels\r\nen\r\u{7}\u{0}\u{2028}meer",
        "\u{202e}om",
        "",
    ] {
        is_only_text(text);
    }
}

#[test]
fn an_address_is_not_made_a_link_where_bare_ones_are() {
    let markdown = everywhere("https://a.nl HTTP://b.nl www.c.nl Www.d.nl e@f.nl").markdown();
    assert!(markdown.contains(r"https\://a.nl HTTP\://b.nl www\.c.nl Www\.d.nl e\@f.nl"), "{markdown}");
}

proptest! {
    #[test]
    fn whatever_people_write_is_no_markup(text in r"[#*_`\[\]()<>!|~\-+=.0-9ax :/@&;$^{}'\\\n\t]{0,60}") {
        is_only_text(&text);
    }

    #[test]
    fn any_text_at_all_is_no_markup(text in any::<String>()) {
        is_only_text(&text);
    }
}
