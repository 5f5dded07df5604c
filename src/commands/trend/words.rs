//! All that the picture shows, in words: for those who cannot see it, and for whoever would rather read.

use super::panels::in_words;
use crate::catalogue::RoomKind;
use crate::commands::Ask;
use crate::domain::trend::Period;
use crate::paper::{Amount, Bar, Chart, Panel};
use crate::text::{Answer, Line};

pub(super) fn told(ask: &Ask<'_>, period: Period, chart: &Chart) -> Answer {
    let days = [("from", ask.day(period.first()).into()), ("until", ask.day(period.last()).into())];
    let head = if ask.kind == RoomKind::Direct { "trend-head-you" } else { "trend-head" };
    let answer = Answer::say(ask.text(head, &days));
    let answer = chart.panels.iter().fold(answer, |answer, panel| told_panel(ask, answer, panel));
    answer.lines(chart.foot.iter().map(Line::new))
}

fn told_panel(ask: &Ask<'_>, answer: Answer, panel: &Panel) -> Answer {
    let numbers: Vec<String> = panel.bars.iter().map(|bar| told_bar(ask, bar)).collect();
    let title = ("title", panel.title.as_str().into());
    let numbers = ("numbers", numbers.join("; ").into());
    answer.paragraph(if panel.note.is_empty() {
        ask.text("trend-panel-plain", &[title, numbers])
    } else {
        ask.text("trend-panel", &[title, ("note", panel.note.as_str().into()), numbers])
    })
}

fn told_bar(ask: &Ask<'_>, bar: &Bar) -> String {
    let label = ("label", bar.label.as_str().into());
    if let [piece] = bar.pieces.as_slice() {
        let number = ("number", in_words(ask, piece.amount).into());
        return if bar.aside.is_empty() {
            ask.text("trend-item", &[label, number])
        } else {
            ask.text("trend-item-aside", &[label, ("aside", bar.aside.as_str().into()), number])
        };
    }
    let pieces = bar.pieces.iter().filter(|piece| piece.amount != Amount::None).map(|piece| {
        let number = in_words(ask, piece.amount);
        ask.text("trend-piece", &[("label", piece.label.as_str().into()), ("number", number.into())])
    });
    let pieces: Vec<String> = pieces.collect();
    ask.text("trend-tried-item", &[label, ("pieces", pieces.join(", ").into())])
}
