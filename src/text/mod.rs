//! Words for people: the Fluent texts in both languages, and answers as paragraphs and lists that become plain text and
//! HTML. What is said is decided above; this room only knows how it is put into words and shown.

mod answer;
mod day;
mod pick;
mod texts;

pub use answer::{Answer, Line};
pub use day::{NoDay, day};
pub use pick::{Choosable, Picked, pick};
pub use texts::{Args, Texts};
