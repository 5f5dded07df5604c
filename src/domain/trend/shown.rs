//! What may be shown of the numbers of a trend. One to four read "fewer than 5"; and nothing else that is shown may let anybody
//! reckon out which of the four it is: not the total, not another breakdown of the same signals, not the interventions.
//!
//! A reader knows that every breakdown is of the same signals, and that an intervention that was ticked stands in its phase. So
//! what is shown leaves room for some totals and not for others. [`Sheet::keeps_secrets`] asks, from what is shown alone and never
//! from what was counted, whether each small number can still be one and can still be four. As long as it cannot, numbers of a
//! breakdown are given as bands (`10–19`), and where that is not enough the breakdown is left out: the least telling first.

use super::{By, Counted, Of};
use crate::domain::{Count, Effect};

/// So many interventions are shown, those that were tried most.
pub const MOST_TRIED: usize = 4;

/// A number as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Number {
    /// There is none.
    None,
    /// One to four.
    FewerThanFive,
    /// So many.
    Exactly(usize),
    /// From the first to the second, both included.
    Between(usize, usize),
}

impl Number {
    /// This number by the rule of small numbers.
    pub fn of(number: usize) -> Self {
        match Count::of(number) {
            Count::None => Self::None,
            Count::FewerThanFive => Self::FewerThanFive,
            Count::Exactly(number) => Self::Exactly(number),
        }
    }

    /// The same, a larger one as the band in which it lies.
    fn in_band(number: usize) -> Self {
        match Self::of(number) {
            Self::Exactly(5..=9) => Self::Between(5, 9),
            Self::Exactly(number) => Self::Between(number / 10 * 10, number / 10 * 10 + 9),
            small => small,
        }
    }

    /// The least and the most that it can be.
    pub fn bounds(self) -> (usize, usize) {
        match self {
            Self::None => (0, 0),
            Self::FewerThanFive => (1, 4),
            Self::Exactly(number) => (number, number),
            Self::Between(least, most) => (least, most),
        }
    }
}

/// A breakdown as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// By what.
    pub by: By,
    /// Its numbers.
    pub cells: Vec<(Of, Number)>,
}

/// An intervention that was tried, as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenTried {
    /// Its name in commands.
    pub slug: String,
    /// What became of it.
    pub effects: [(Effect, Number); 4],
}

/// A trend as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trend {
    /// There are no signals at all.
    pub no_signals: bool,
    /// The breakdowns, in order.
    pub breakdowns: Vec<Seen>,
    /// Those that are left out, because a small number could be reckoned out with them.
    pub left_out: Vec<By>,
    /// What was tried, the most tried first.
    pub tried: Vec<SeenTried>,
    /// Other interventions were tried too.
    pub more_tried: bool,
}

impl Trend {
    /// There is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.no_signals && self.tried.is_empty()
    }

    /// A breakdown, when it is shown.
    pub fn by(&self, by: By) -> Option<&Seen> {
        self.breakdowns.iter().find(|seen| seen.by == by)
    }
}

/// How a breakdown is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    Counted,
    InBands,
    LeftOut,
}

impl How {
    const ALL: [Self; 3] = [Self::Counted, Self::InBands, Self::LeftOut];

    /// How much is lost with it. A trend without time is none; but weeks in bands are better than all else in bands.
    fn cost(self, by: By) -> u32 {
        let telling = match by {
            By::Total => 1,
            By::Feedback => 4,
            By::Platform => 5,
            By::Phase => 6,
            By::Level => 7,
            By::Time => 15,
        };
        match self {
            Self::Counted => 0,
            Self::InBands => telling,
            // The total stands on no line of its own: nobody misses it.
            Self::LeftOut if by == By::Total => 3,
            Self::LeftOut if by == By::Time => 10_000,
            Self::LeftOut => telling * 10,
        }
    }
}

impl Counted {
    /// What may be shown of it. What is chosen depends on what is shown of the numbers, never on which small ones they are.
    pub fn shown(&self) -> Trend {
        let (tried, more_tried) = self.most_tried();
        let mut ways: Vec<Vec<How>> = vec![Vec::new()];
        for _ in &self.breakdowns {
            ways = ways.iter().flat_map(|way| How::ALL.map(|how| [way.as_slice(), &[how]].concat())).collect();
        }
        let cost =
            |way: &Vec<How>| -> u32 { way.iter().zip(&self.breakdowns).map(|(how, one)| how.cost(one.by)).sum() };
        ways.sort_by_key(cost);
        let sheet = |way: Vec<How>| self.sheet(&way, &tried, more_tried);
        let safe = ways.into_iter().map(sheet).find(Sheet::keeps_secrets);
        let parts = safe.map(|sheet| sheet.parts).unwrap_or_default();
        let cells = |part: Part| Seen {
            by: part.by,
            cells: part.cells.into_iter().map(|cell| (cell.of, cell.number)).collect(),
        };
        let shown = |by: By| parts.iter().any(|part| part.by == by);
        Trend {
            no_signals: self.breakdowns.iter().flat_map(|one| &one.cells).all(|cell| cell.number == 0),
            left_out: self.breakdowns.iter().map(|one| one.by).filter(|by| !shown(*by)).collect(),
            breakdowns: parts.into_iter().map(cells).collect(),
            tried: tried.into_iter().map(|(seen, _)| seen).collect(),
            more_tried,
        }
    }

    /// The interventions that are shown, each with its phase, and whether there are others. They are ordered by what is shown of
    /// them, so that their order tells nothing more.
    fn most_tried(&self) -> (Vec<(SeenTried, Option<String>)>, bool) {
        let seen = |one: &super::Tried| {
            let effects = [
                (Effect::Helped, one.helped),
                (Effect::NoEffect, one.no_effect),
                (Effect::Worse, one.worse),
                (Effect::Unknown, one.unknown),
            ];
            let effects = effects.map(|(effect, number)| (effect, Number::of(number)));
            (SeenTried { slug: one.slug.clone(), effects }, one.phase.clone())
        };
        let mut all: Vec<_> = self.tried.iter().map(seen).collect();
        let least = |one: &SeenTried| one.effects.iter().map(|(_, number)| number.bounds().0).sum::<usize>();
        all.sort_by(|(one, _), (other, _)| least(other).cmp(&least(one)).then_with(|| one.slug.cmp(&other.slug)));
        let more = all.len() > MOST_TRIED;
        all.truncate(MOST_TRIED);
        (all, more)
    }

    fn sheet(&self, way: &[How], tried: &[(SeenTried, Option<String>)], more_tried: bool) -> Sheet {
        let shown = self.breakdowns.iter().zip(way).filter(|(_, how)| **how != How::LeftOut);
        let parts = shown.map(|(one, how)| {
            let number = |number| if *how == How::InBands { Number::in_band(number) } else { Number::of(number) };
            let cell =
                |cell: &super::Cell| Shown { of: cell.of.clone(), number: number(cell.number), apart: cell.apart };
            Part { by: one.by, cells: one.cells.iter().map(cell).collect() }
        });
        let ticked = tried.iter().map(|(seen, phase)| (phase.clone(), seen.effects[3].1)).collect();
        Sheet { parts: parts.collect(), ticked, all_ticked: !more_tried }
    }
}

/// All that is shown of signals, as a reader has it before them who wants to reckon.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) parts: Vec<Part>,
    /// The interventions whose effect nobody knows, among them those that were ticked, each with its phase.
    pub(super) ticked: Vec<(Option<String>, Number)>,
    /// There are no others.
    pub(super) all_ticked: bool,
}

#[derive(Debug)]
pub(super) struct Part {
    pub(super) by: By,
    pub(super) cells: Vec<Shown>,
}

#[derive(Debug)]
pub(super) struct Shown {
    pub(super) of: Of,
    pub(super) number: Number,
    pub(super) apart: bool,
}

/// A small number that a reader tries out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Probe {
    Cell(usize, usize),
    Ticked(usize),
}

impl Sheet {
    /// Each small number can be one, and can be four; then it can be what is between.
    pub(super) fn keeps_secrets(&self) -> bool {
        let cells = self.parts.iter().enumerate().flat_map(|(part, one)| {
            let small = one.cells.iter().enumerate().filter(|(_, cell)| cell.number == Number::FewerThanFive);
            small.map(move |(cell, _)| Probe::Cell(part, cell))
        });
        let ticked = self.ticked.iter().enumerate().filter(|(_, (_, number))| *number == Number::FewerThanFive);
        let mut small = cells.chain(ticked.map(|(place, _)| Probe::Ticked(place)));
        small.all(|one| [1, 4].into_iter().all(|number| self.fits(one, number)))
    }

    /// There are totals that fit everything that is shown, when this small number is so many.
    fn fits(&self, probe: Probe, number: usize) -> bool {
        let bounds = |one: Probe, shown: Number| if one == probe { (number, number) } else { shown.bounds() };
        let (mut least, mut most) = (0, usize::MAX);
        for (place, part) in self.parts.iter().enumerate() {
            let (mut apart, mut overlapping) = ((0, 0), (0, 0));
            for (index, cell) in part.cells.iter().enumerate() {
                let (from, to) = bounds(Probe::Cell(place, index), cell.number);
                if cell.apart {
                    apart = (apart.0 + from, apart.1 + to);
                    continue;
                }
                let to = to.min(self.most_in_phase(&cell.of, bounds));
                if from > to {
                    return false;
                }
                // Together they are at least as many as the largest, and at most all of them side by side.
                overlapping = (overlapping.0.max(from), overlapping.1 + to);
            }
            least = least.max(apart.0 + overlapping.0);
            most = most.min(apart.1.saturating_add(overlapping.1));
        }
        least <= most
    }

    /// The most signals in which something of this phase was ticked, as the interventions that are shown allow it.
    fn most_in_phase(&self, of: &Of, bounds: impl Fn(Probe, Number) -> (usize, usize)) -> usize {
        let phase = match of {
            Of::Phase(phase) => Some(phase),
            _ => None,
        };
        if !self.all_ticked {
            return usize::MAX >> 8;
        }
        let in_phase = self.ticked.iter().enumerate().filter(|(_, (of, _))| of.as_ref() == phase);
        in_phase.map(|(place, (_, number))| bounds(Probe::Ticked(place), *number).1).sum()
    }
}
