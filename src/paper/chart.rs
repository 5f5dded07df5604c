//! Numbers as one tall picture for a phone: panels of bars, each with its words and its number beside it, so that nobody needs a
//! legend, or an eye for colours. It stands on paper of its own with an edge, and reads the same in a light and in a dark app.
//!
//! What the numbers are, and what is said to those who cannot see a picture, is up to the caller. A small number is drawn as a stub
//! that is as long whatever it is.

use serde::Serialize;

use super::picture::{self, Drawn};
use super::{Head, PaperError, press};

/// Numbers to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chart {
    /// What stands at its top.
    pub head: Head,
    /// One above the other.
    pub panels: Vec<Panel>,
    /// What must be said about it all, each on a line of its own at the foot.
    pub foot: Vec<String>,
}

/// Bars that are measured alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Panel {
    /// What is counted.
    pub title: String,
    /// What must be known to read it; empty when nothing.
    pub note: String,
    /// The bars, from top to bottom.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// What it is about. A bar of one piece has it beside it, others above it.
    pub label: String,
    /// A few quiet words behind the label, such as the day on which a week begins; may be empty.
    pub aside: String,
    /// Its pieces, side by side.
    pub pieces: Vec<Piece>,
}

/// A piece of a bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// What it is, where a bar has several.
    pub label: String,
    /// How long it is.
    pub amount: Amount,
    /// Its number in words or digits, as it stands beside it.
    pub said: String,
    /// How it looks.
    pub tone: Tone,
}

/// How long a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Amount {
    /// Nothing.
    None,
    /// A small number that is not told.
    Few,
    /// So much.
    Exactly {
        /// How much.
        number: usize,
    },
    /// At least the one, at most the other.
    Between {
        /// At least.
        least: usize,
        /// At most.
        most: usize,
    },
}

/// How a piece looks: a colour, and a pattern of its own for whoever sees no colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Blue.
    Plain,
    /// Green, full.
    Good,
    /// Grey, with lines across.
    Neutral,
    /// Red, with a lattice.
    Bad,
    /// An outline with dots.
    Open,
}

impl Chart {
    /// The width of the picture in pixels: that of a phone.
    pub const WIDTH: u32 = 1080;

    /// The chart as one picture, as high as it needs. About seventy bars fit into the height that phones show sharply.
    pub fn picture(&self) -> Result<Drawn, PaperError> {
        let set = press::set("chart.typ", self)?;
        let page = set.pages().first().ok_or_else(|| PaperError::Typesetting("no page".to_owned()))?;
        picture::drawn(page)
    }
}
