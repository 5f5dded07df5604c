//! The numbers of a trend as panels, each number with its words. What is nought and says nothing is left out.

use chrono::{Datelike as _, NaiveDate};

use crate::catalogue::{Filter, RoomKind};
use crate::commands::Ask;
use crate::commands::intervention::Known;
use crate::commands::signal::level;
use crate::domain::Effect;
use crate::domain::signal::question;
use crate::domain::trend::{By, Feedback, Number, Of, Period, Seen, SeenTried, Step, Trend};
use crate::paper::{Amount, Bar, Chart, Head, Panel, Piece, Tone};

/// The order in which divisions stand under one another; what was tried comes before the feedback.
const ORDER: [By; 4] = [By::Time, By::Level, By::Phase, By::Platform];

/// The trend of a team as a chart.
pub(super) fn chart(ask: &Ask<'_>, (trend, period): (&Trend, Period), known: &Known<'_>, team: &str) -> Chart {
    let mut panels = Vec::new();
    if !trend.no_signals {
        panels.extend(ORDER.iter().filter_map(|by| trend.by(*by)).map(|seen| panel(ask, trend, seen, period)));
    }
    if !trend.tried.is_empty() {
        panels.push(tried(ask, trend, known));
    }
    if !trend.no_signals {
        panels.extend(trend.by(By::Feedback).map(|seen| panel(ask, trend, seen, period)));
    }
    let alone = ask.kind == RoomKind::Direct;
    let head = Head {
        language: ask.language,
        title: title(ask, period),
        note: team.to_owned(),
        label: ask.text(if alone { "trend-sees-you" } else { "trend-sees" }, &[]),
        date: String::new(),
        page: String::new(),
        made: Some(ask.now),
    };
    let foot = foot(ask, trend, period, &panels);
    Chart { head, panels, foot }
}

/// The filter of the matrix by which its phases are called.
pub(super) fn phase_filter<'a>(ask: &Ask<'a>) -> Option<&'a Filter> {
    ask.library.catalogue.definition("intervention")?.filters.iter().find(|filter| filter.id == "phase")
}

fn title(ask: &Ask<'_>, period: Period) -> String {
    let (first, last) = (period.first(), period.last());
    let from = if first.year() == last.year() { day(ask, first) } else { day_and_year(ask, first) };
    ask.text("trend-title", &[("from", from.into()), ("until", day_and_year(ask, last).into())])
}

fn panel(ask: &Ask<'_>, trend: &Trend, seen: &Seen, period: Period) -> Panel {
    let title = ask.text(title_of(seen.by, period), &[]);
    let all = trend.by(By::Total).and_then(|total| total.cells.first());
    let note = match (seen.by, all) {
        (By::Time, Some((_, number))) => ask.text("trend-all", &[("count", in_words(ask, amount(*number)).into())]),
        (By::Phase, _) => ask.text("trend-phase-note", &[]),
        _ => String::new(),
    };
    let told = seen.cells.iter().filter(|(of, number)| *number != Number::None || tells_when_none(of));
    let bars = told.map(|(of, number)| {
        let (label, aside) = label(ask, of, period);
        Bar { label, aside, pieces: vec![piece(ask, String::new(), *number, Tone::Plain)] }
    });
    Panel { title, note, bars: bars.collect() }
}

fn tried(ask: &Ask<'_>, trend: &Trend, known: &Known<'_>) -> Panel {
    let bar = |one: &SeenTried| {
        let effect = |(effect, number): &(Effect, Number)| {
            let (key, tone) = match effect {
                Effect::Helped => ("trend-helped", Tone::Good),
                Effect::NoEffect => ("trend-no-effect", Tone::Neutral),
                Effect::Worse => ("trend-worse", Tone::Bad),
                Effect::Unknown => ("trend-not-known", Tone::Open),
            };
            piece(ask, ask.text(key, &[]), *number, tone)
        };
        let label = known.name(&one.slug, ask.language).unwrap_or_else(|| one.slug.clone());
        Bar { label, aside: String::new(), pieces: one.effects.iter().map(effect).collect() }
    };
    let note = if trend.more_tried { ask.text("trend-tried-more", &[]) } else { String::new() };
    Panel { title: ask.text("trend-tried", &[]), note, bars: trend.tried.iter().map(bar).collect() }
}

fn foot(ask: &Ask<'_>, trend: &Trend, period: Period, panels: &[Panel]) -> Vec<String> {
    let amounts = || panels.iter().flat_map(|panel| &panel.bars).flat_map(|bar| &bar.pieces).map(|piece| piece.amount);
    let few = amounts().any(|amount| amount == Amount::Few);
    let band = amounts().any(|amount| matches!(amount, Amount::Between { .. }));
    let left_out: Vec<String> = trend
        .left_out
        .iter()
        .filter(|by| **by != By::Total)
        .map(|by| {
            let title = ask.text(title_of(*by, period), &[]);
            format!("“{title}”")
        })
        .collect();
    let not_known = |one: &SeenTried| {
        one.effects.iter().any(|(effect, number)| *effect == Effect::Unknown && *number != Number::None)
    };
    let still = period
        .slots()
        .last()
        .is_some_and(|begins| next(*begins, period.step()) > ask.today().succ_opt().unwrap_or_default())
        && period.last() == ask.today();
    let still = still && !trend.no_signals;
    let mut foot = Vec::new();
    let mut say = |said: bool, key: &str| foot.extend(said.then(|| ask.text(key, &[])));
    say(trend.no_signals, "trend-no-signals");
    say(few, "trend-foot-few");
    say(band, "trend-foot-band");
    say(trend.tried.iter().any(not_known), "trend-foot-ticked");
    say(still && period.step() == Step::Week, "trend-foot-week");
    say(still && period.step() == Step::Month, "trend-foot-month");
    if !left_out.is_empty() && !trend.no_signals {
        foot.push(ask.text("trend-left-out", &[("what", left_out.join(", ").into())]));
    }
    foot
}

fn next(begins: NaiveDate, step: Step) -> NaiveDate {
    let next = match step {
        Step::Week => begins.checked_add_days(chrono::Days::new(7)),
        Step::Month => begins.checked_add_months(chrono::Months::new(1)),
    };
    next.unwrap_or(begins)
}

fn title_of(by: By, period: Period) -> &'static str {
    match by {
        By::Total | By::Time if period.step() == Step::Week => "trend-weeks",
        By::Total | By::Time => "trend-months",
        By::Level => "trend-level",
        By::Phase => "trend-phase",
        By::Platform => "trend-platform",
        By::Feedback => "trend-feedback",
    }
}

/// That there is none of it says something.
fn tells_when_none(of: &Of) -> bool {
    match of {
        Of::All | Of::Slot(_) | Of::Level(_) | Of::Phase(_) | Of::NothingDone => true,
        Of::Feedback(feedback) => *feedback != Feedback::NotNeeded,
        Of::OtherPhase | Of::Platform(_) | Of::NotStated => false,
    }
}

/// What a number is about, and a few quiet words more.
fn label(ask: &Ask<'_>, of: &Of, period: Period) -> (String, String) {
    let said = |key: &str| ask.text(key, &[]);
    let label = match of {
        Of::All => String::new(),
        Of::Slot(begins) if period.step() == Step::Week => {
            let week = ask.text("trend-week", &[("week", begins.iso_week().week().into())]);
            return (week, day(ask, (*begins).max(period.first())));
        }
        Of::Slot(begins) => {
            let args = [("month", month(ask, *begins).into()), ("year", begins.year().to_string().into())];
            ask.text("trend-month-year", &args)
        }
        Of::Level(number) => level(ask.library, ask.language, *number),
        Of::Phase(phase) => {
            let option = phase_filter(ask).and_then(|filter| filter.option(phase));
            option.map_or_else(|| phase.clone(), |option| option.words.shown(ask.language).to_owned())
        }
        Of::OtherPhase => said("trend-other-phase"),
        Of::NothingDone => said("trend-nothing-done"),
        Of::Platform(platform) => {
            let form = ask.library.forms().iter().find(|form| form.id == "signal");
            let option = form.and_then(|form| form.question(question::PLATFORM)?.option(platform));
            option.map_or_else(|| platform.clone(), |option| option.shown(ask.language).to_owned())
        }
        Of::NotStated => said("trend-not-stated"),
        Of::Feedback(feedback) => said(match feedback {
            Feedback::OnTime => "trend-on-time",
            Feedback::Late => "trend-late",
            Feedback::ToCome => "trend-to-come",
            Feedback::Overdue => "trend-overdue",
            Feedback::NotNeeded => "trend-not-needed",
        }),
    };
    (label, String::new())
}

fn piece(ask: &Ask<'_>, label: String, number: Number, tone: Tone) -> Piece {
    let amount = amount(number);
    let said = match amount {
        Amount::None => 0.to_string(),
        Amount::Few => ask.text("trend-few", &[]),
        Amount::Exactly { number } => number.to_string(),
        Amount::Between { least, most } => {
            ask.text("trend-band", &[("least", least.to_string().into()), ("most", most.to_string().into())])
        }
    };
    Piece { label, amount, said, tone }
}

fn amount(number: Number) -> Amount {
    match number {
        Number::None => Amount::None,
        Number::FewerThanFive => Amount::Few,
        Number::Exactly(number) => Amount::Exactly { number },
        Number::Between(least, most) => Amount::Between { least, most },
    }
}

/// A number as it is read out.
pub(super) fn in_words(ask: &Ask<'_>, amount: Amount) -> String {
    match amount {
        Amount::None => 0.to_string(),
        Amount::Few => ask.text("fewer-than-five", &[]),
        Amount::Exactly { number } => number.to_string(),
        Amount::Between { least, most } => {
            ask.text("trend-band-in-words", &[("least", least.to_string().into()), ("most", most.to_string().into())])
        }
    }
}

fn month(ask: &Ask<'_>, day: NaiveDate) -> String {
    ask.text("trend-month", &[("month", day.month().into())])
}

/// `7 sep`.
fn day(ask: &Ask<'_>, day: NaiveDate) -> String {
    ask.text("trend-day", &[("day", day.day().into()), ("month", month(ask, day).into())])
}

fn day_and_year(ask: &Ask<'_>, day: NaiveDate) -> String {
    let year = day.year().to_string();
    ask.text("trend-day-year", &[("day", day.day().into()), ("month", month(ask, day).into()), ("year", year.into())])
}
