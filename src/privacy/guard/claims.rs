//! What the rules have found so far. A rule claims a piece of the text; what is claimed is nobody else's any more, so that the
//! order of the rules decides what a bank account with a phone number in it is.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Kind, MOST};

#[derive(Default)]
pub(super) struct Claims {
    /// By where a piece begins: where it ends, and what it is.
    pieces: BTreeMap<usize, (usize, Kind)>,
    /// Pieces in which nothing may be found, in their order.
    quiet: Vec<Range<usize>>,
}

impl Claims {
    /// Nothing may be found in this piece. To be called from left to right.
    pub(super) fn hush(&mut self, piece: Range<usize>) {
        self.quiet.push(piece);
    }

    /// Claims a piece, unless some of it is claimed already.
    pub(super) fn claim(&mut self, kind: Kind, piece: Range<usize>) {
        if !piece.is_empty() && !self.is_full() && self.is_free(&piece) {
            self.pieces.insert(piece.start, (piece.end, kind));
        }
    }

    /// Whether it makes no sense to look further.
    pub(super) fn is_full(&self) -> bool {
        self.pieces.len() >= MOST
    }

    /// The pieces in the order in which they stand.
    pub(super) fn into_pieces(self) -> impl Iterator<Item = (Kind, Range<usize>)> {
        self.pieces.into_iter().map(|(start, (end, kind))| (kind, start..end))
    }

    fn is_free(&self, piece: &Range<usize>) -> bool {
        let claimed = self.pieces.range(..piece.end).next_back().is_some_and(|(_, (end, _))| *end > piece.start);
        let next = self.quiet.partition_point(|quiet| quiet.end <= piece.start);
        !claimed && self.quiet.get(next).is_none_or(|quiet| quiet.start >= piece.end)
    }
}
