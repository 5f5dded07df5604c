//! Words for people: the Fluent texts in both languages, and answers as paragraphs and lists that become plain text and
//! HTML. What is said is decided above; this room only knows how it is put into words and shown.

mod answer;
mod calendar;
mod day;
mod period;
mod pick;
mod texts;
mod when;

pub use answer::{Answer, Line};
pub use calendar::day_in_words;
pub use day::{NoDay, day};
pub use period::{NoPeriod, period};
pub use pick::{Choosable, Picked, pick};
pub use texts::{Args, Texts};
pub use when::{Assumed, NoPlan, NoWhen, Plan, Planned, Toward, When, planned, told, told_plan, when};
