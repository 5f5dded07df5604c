//! What looks like personal data in a text.

/// What a look at a text found, in the order in which it stands there.
pub fn look(_text: &str) -> Vec<Finding> {
    Vec::new()
}

/// Something that looks like personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it looks like.
    pub kind: Kind,
    /// Where it stands, in bytes.
    pub range: std::ops::Range<usize>,
    /// Enough of it to recognise, and not the thing itself.
    pub masked: String,
}

/// A kind of personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A telephone number.
    Phone,
}

impl Kind {
    /// It is surely personal data if it is what it looks like.
    pub fn is_hard(self) -> bool {
        true
    }

    /// The word for it in texts and in the audit log.
    pub fn code(self) -> &'static str {
        "phone"
    }
}
