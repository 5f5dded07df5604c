//! A course of events as pictures for a phone: one mark per moment from top to bottom, under the day, with the organisation as a
//! word. Which moments, and what is said to those who cannot see a picture, is up to the caller.

use std::ops::Range;

use serde::Serialize;

use super::{Head, PaperError, picture, press};

/// A course of events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Timeline {
    /// What stands on each picture.
    pub head: Head,
    /// The moments in their order.
    pub moments: Vec<Moment>,
}

/// One line of a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// Its day, in words. Moments of one day stand under one heading.
    pub day: String,
    /// Its time, in words: `14:05`, or `14:05 – 14:40`.
    pub time: String,
    /// What passed since the one before, in words, such as `2 uur later`; empty when it need not be said.
    pub later: String,
    /// The organisation whose moment it is, in a word or two; it also has a colour. Empty when there is none.
    pub lane: String,
    /// The shape of its mark.
    pub mark: Mark,
    /// What kind of moment it is, in a word or two, such as `ingreep`; empty for an ordinary one.
    pub kind: String,
    /// What happened.
    pub text: String,
}

/// The shape before a moment. The kind says the same in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Something that happened.
    Dot,
    /// Something that was done about it.
    Diamond,
    /// Something that was seen beforehand or elsewhere.
    Square,
    /// Something that was put right.
    Ring,
}

/// A picture of a part of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The picture, as PNG.
    pub png: Vec<u8>,
    /// Its width in pixels: always [`Timeline::WIDTH`].
    pub width: u32,
    /// Its height in pixels: at most [`Timeline::HEIGHT`].
    pub height: u32,
    /// Which moments are on it, by their place in the timeline.
    pub moments: Range<usize>,
}

impl Timeline {
    /// The width of a picture in pixels: that of a phone.
    pub const WIDTH: u32 = 1080;
    /// The largest height of a picture in pixels. Phones show larger ones blurred.
    pub const HEIGHT: u32 = 4800;

    /// The timeline in as many pictures as it needs, but not more than `most`; those at the end are left out. About twenty short
    /// moments fit on one picture, and a text is cut after 400 characters. A picture takes about 200 kB.
    pub fn pictures(&self, most: usize) -> Result<Vec<Picture>, PaperError> {
        let set = press::set("timeline.typ", self)?;
        let firsts = press::firsts(&set);
        (0..set.pages().len().min(most))
            .map(|page| {
                let from = firsts.get(page).copied().unwrap_or(self.moments.len());
                let until = firsts.get(page + 1).copied().unwrap_or(self.moments.len());
                let drawn = picture::drawn(&set.pages()[page])?;
                Ok(Picture { png: drawn.png, width: drawn.width, height: drawn.height, moments: from..until })
            })
            .collect()
    }
}
