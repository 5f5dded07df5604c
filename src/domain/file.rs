//! A file that goes with a message of the bot. What is in it is made by whoever says the message; how it travels is up to the
//! transport.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::Message;

/// A file. The message that it goes with says what is in it, so that nobody needs to open it to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    name: String,
    media_type: String,
    bytes: Bytes,
    #[serde(default)]
    pixels: Option<(u32, u32)>,
    otherwise: Message,
}

impl File {
    /// The largest, in bytes.
    pub const LARGEST: usize = 5_000_000;

    /// A file of this name and media type, such as `text/calendar`. `otherwise` is said when it cannot go out. Nothing when it
    /// is larger than [`LARGEST`](Self::LARGEST).
    pub fn new(name: &str, media_type: &str, bytes: Vec<u8>, otherwise: Message) -> Option<Self> {
        if bytes.len() > Self::LARGEST {
            return None;
        }
        // People save it under this name, on any machine.
        let unfit = |sign: char| sign.is_control() || "/\\:*?\"<>|".contains(sign);
        let name = name.replace(unfit, "-").trim_start_matches('.').to_owned();
        Some(Self { name, media_type: media_type.to_owned(), bytes: Bytes(bytes), pixels: None, otherwise })
    }

    /// The same, a picture of so many pixels.
    #[must_use]
    pub fn with_pixels(self, width: u32, height: u32) -> Self {
        Self { pixels: Some((width, height)), ..self }
    }

    /// Its name, which can be that of a file on any machine.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it is, such as `text/calendar`.
    pub fn media_type(&self) -> &str {
        &self.media_type
    }

    /// It is a picture.
    pub fn is_picture(&self) -> bool {
        self.media_type.starts_with("image/")
    }

    /// What is in it.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes.0
    }

    /// Width and height of a picture, in pixels, where they are known.
    pub fn pixels(&self) -> Option<(u32, u32)> {
        self.pixels
    }

    /// What is said when it cannot go out.
    pub fn otherwise(&self) -> &Message {
        &self.otherwise
    }
}

/// Bytes that are written down as text, a third longer than they are.
#[derive(Clone, PartialEq, Eq)]
struct Bytes(Vec<u8>);

impl fmt::Debug for Bytes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} bytes", self.0.len())
    }
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD_NO_PAD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        STANDARD_NO_PAD.decode(text).map(Self).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Choice, Deed, Reach, Say};

    fn message(text: &str) -> Message {
        Message { plain: text.to_owned(), html: format!("<p>{text}</p>") }
    }

    /// Guarded words with a file, of which something can be chosen.
    fn said() -> Deed {
        let file = File::new("agenda.ics", "text/calendar", b"BEGIN".to_vec(), message("niet hier"));
        let reach = Reach { people: vec![], teams: vec![], direct: true, instead: message("anders") };
        let choice = Choice { key: "1".to_owned(), words: vec![], emoji: None, command: "hulp".to_owned() };
        Deed::Say(Say {
            message: message("de agenda"),
            file: file.map(Box::new),
            choices: vec![choice],
            reach: Some(reach),
            ..Say::default()
        })
    }

    fn file(name: &str, bytes: Vec<u8>) -> Option<File> {
        File::new(name, "text/calendar", bytes, Message::default())
    }

    #[test]
    fn a_file_of_any_bytes_is_the_same_when_it_is_read_again() {
        for length in [0_usize, 1, 2, 3, 256, 1000] {
            let bytes = (0..length).map(|index| u8::try_from(index % 256).expect("it is a byte")).collect();
            let file = file("agenda.ics", bytes).expect("it is small").with_pixels(3, 4);
            let written = serde_json::to_string(&file).expect("it is JSON");
            assert_eq!(serde_json::from_str::<File>(&written).expect("it is a file"), file);
        }
    }

    #[test]
    fn what_is_written_down_is_a_third_longer_and_not_more() {
        let file = file("agenda.ics", vec![0xff; 300_000]).expect("it is small");
        assert!(serde_json::to_string(&file).expect("it is JSON").len() < 400_200);
    }

    #[test]
    fn a_file_that_is_too_large_is_none() {
        assert!(file("agenda.ics", vec![0; File::LARGEST]).is_some());
        assert_eq!(file("agenda.ics", vec![0; File::LARGEST + 1]), None);
    }

    #[test]
    fn a_name_is_one_that_every_machine_takes() {
        for (asked, name) in [
            ("agenda.ics", "agenda.ics"),
            ("Evaluatie I-2026-k7qd é.pdf", "Evaluatie I-2026-k7qd é.pdf"),
            ("../../etc/passwd", "-..-etc-passwd"),
            ("a\\b:c\nd", "a-b-c-d"),
            (".profile", "profile"),
        ] {
            assert_eq!(file(asked, vec![]).expect("it is small").name(), name);
        }
    }

    #[test]
    fn when_the_room_has_changed_it_stays_out() {
        let Some(Deed::Say(instead)) = said().instead() else { panic!("there are other words") };
        assert_eq!((instead.message, instead.file), (message("anders"), None));
    }

    #[test]
    fn when_it_cannot_go_out_its_words_do_for_the_same_eyes_and_say_so() {
        let Some(Deed::Say(words)) = said().without_file() else { panic!("there are other words") };
        assert_eq!(words.message.plain, "de agenda\n\nniet hier");
        assert_eq!(words.message.html, "<p>de agenda</p><p>niet hier</p>");
        assert_eq!((&words.file, words.choices.len()), (&None, 0));
        assert_eq!(Some(&words.reach.expect("it is guarded")), said().reach());
        assert_eq!(Deed::Say(Say::default()).without_file(), None);
    }

    #[test]
    fn words_from_before_there_were_files_have_none() {
        let mut written = serde_json::to_value(Say::default()).expect("it is JSON");
        assert_eq!(written.as_object_mut().expect("an object").remove("file"), None);
        assert_eq!(serde_json::from_value::<Say>(written).expect("it is read"), Say::default());
    }

    #[test]
    fn what_is_in_it_is_not_shown_in_a_log() {
        let file = file("agenda.ics", b"geheim".to_vec()).expect("it is small");
        let shown = format!("{file:?}");
        assert!(shown.contains("6 bytes") && !shown.contains("103"), "{shown}");
    }
}
