//! What was typed after `!afspraak`: which of its parts is meant, and what a new agreement says. It forgives what a hurried
//! person on a phone does: other separators, left-out small words, a slip. It decides nothing.

use chrono::NaiveDate;

use crate::catalogue::{Definition, Numbered, Subcommand};
use crate::commands::organisations::Organisations;
use crate::commands::parts::{Parts, named};
use crate::domain::{AgreementKind, LONGEST_AGREEMENT, Language, OrganisationKind, RecordNumber, Sharing};
use crate::search::fold;
use crate::text::{NoDay, Picked, day, pick};

named! {
    /// What can be done with agreements.
    pub(super) enum Sub {
        New = "new",
        Confirm = "confirm",
        Amend = "amend",
        Review = "review",
        Stop = "stop",
    }
}

named! {
    /// What a new agreement can be made from.
    pub(super) enum Sort {
        Sharing = "sharing",
        First = "first",
        Signal = "signal",
        Feedback = "feedback",
        Suggestion = "suggestion",
    }
}

named! {
    /// What can be stopped besides the whole.
    pub(super) enum Part {
        Proposal = "proposal",
    }
}

pub(in crate::commands) const PARTS: Parts =
    Parts { subcommands: Sub::IDS, options: &[(Sub::New.id(), Sort::IDS), (Sub::Stop.id(), Part::IDS)] };

impl From<AgreementKind> for Sort {
    fn from(kind: AgreementKind) -> Self {
        match kind {
            AgreementKind::Sharing => Self::Sharing,
            AgreementKind::First => Self::First,
            AgreementKind::Signal => Self::Signal,
            AgreementKind::Feedback => Self::Feedback,
        }
    }
}

/// What is asked of the agreements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asked<'w> {
    /// To make a new one, from these words.
    New(&'w str),
    /// Something with the one of this number; `None` for a number that none can have.
    One(Option<RecordNumber>, Deed<'w>),
    /// To look something up; without words the map.
    Lookup,
}

/// What is done with one agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Deed<'w> {
    Show,
    /// The number of the version, if it was typed.
    Confirm(Option<u32>),
    /// What it should say.
    Amend(&'w str),
    /// Until when it should hold; empty when that was not said.
    Review(&'w str),
    /// Only what is proposed.
    Stop {
        proposal: bool,
    },
    /// None of these.
    Unknown(&'w str),
}

pub(super) fn asked<'w>(definition: &Definition, words: &'w str) -> Asked<'w> {
    let asked = definition.asked(words);
    let number = match asked.number {
        Numbered::No => match asked.subcommand {
            Some(_) => return Asked::New(asked.rest),
            None => return Asked::Lookup,
        },
        Numbered::By(number) => Some(number),
        Numbered::Slip => None,
    };
    Asked::One(number, deed(asked.subcommand, asked.rest))
}

fn deed<'w>(subcommand: Option<&Subcommand>, rest: &'w str) -> Deed<'w> {
    let Some(subcommand) = subcommand else {
        return if rest.is_empty() { Deed::Show } else { Deed::Unknown(split(rest).0) };
    };
    match Sub::called(&subcommand.id) {
        Some(Sub::Confirm) => {
            let digits = rest.trim_matches(|sign: char| !sign.is_ascii_digit());
            Deed::Confirm(digits.parse().ok())
        }
        Some(Sub::Amend) => Deed::Amend(rest),
        Some(Sub::Review) => Deed::Review(rest),
        Some(Sub::Stop) => {
            let typed = fold(rest.trim());
            // Only the whole word: whatever else follows, the agreement itself is meant.
            let meant = subcommand.options.iter().find(|option| option.words.all().any(|word| fold(word) == typed));
            Deed::Stop { proposal: meant.and_then(|option| Part::called(&option.id)).is_some() }
        }
        Some(Sub::New) | None => Deed::Unknown(split(rest).0),
    }
}

/// Reads any words in each of these ways, and checks what every result must be.
#[cfg(any(test, feature = "fuzzing"))]
pub(in crate::commands) fn typed(words: &str, reader: Reader<'_>) {
    let is_whole = |said: &Said| {
        assert!(said.text.chars().count() <= LONGEST_AGREEMENT, "{words:?}");
        assert!(words.contains(&said.text), "nothing is made up: {words:?}");
        assert!(said.review_on.is_none_or(|day| day >= reader.today), "{words:?}");
    };
    let names_each_once = |parties: &Parties| {
        let Parties::These(these) = parties else { return };
        assert!(!these.is_empty(), "{words:?}");
        assert!(these.iter().enumerate().all(|(index, party)| !these[..index].contains(party)), "{words:?}");
    };
    if let Asked::New(rest) = asked(reader.definition, words) {
        assert!(words.contains(rest), "{words:?}");
    }
    match wanted(words, reader) {
        Ok(Wanted::Sharing { giver, receiver, said, .. }) => {
            assert_ne!(giver, receiver, "{words:?}");
            is_whole(&said);
        }
        Ok(Wanted::Other { parties, said, .. }) => {
            names_each_once(&parties);
            assert!(!said.text.is_empty(), "{words:?}");
            is_whole(&said);
        }
        Ok(Wanted::Suggestion { parties, .. }) => parties.iter().for_each(names_each_once),
        Err(_) => {}
    }
    if let Ok((_, said)) = amended(words, reader) {
        is_whole(&said);
    }
    if let Ok(said) = text_of(words, reader) {
        is_whole(&said);
    }
    if let Ok(Some(day)) = review_day(words, reader.today) {
        assert!(day >= reader.today, "{words:?}");
    }
}

/// The first word and the rest.
fn split(words: &str) -> (&str, &str) {
    let words = words.trim();
    words.split_once(char::is_whitespace).map_or((words, ""), |(first, rest)| (first, rest.trim_start()))
}

/// What is needed to understand the words of an agreement.
#[derive(Debug, Clone, Copy)]
pub(in crate::commands) struct Reader<'a> {
    pub(in crate::commands) definition: &'a Definition,
    pub(in crate::commands) known: &'a Organisations,
    pub(in crate::commands) today: NaiveDate,
}

/// What somebody wants agreed, as they typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted<'w> {
    /// A rule of sharing.
    Sharing { giver: OrganisationKind, receiver: OrganisationKind, rule: Sharing, said: Said },
    /// What these, or everybody in the team, promise.
    Other { kind: AgreementKind, parties: Parties, said: Said },
    /// What this suggestion says, for these organisations when any are named.
    Suggestion { slug: &'w str, parties: Option<Parties>, review_on: Option<NaiveDate> },
}

/// Whom it should bind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Parties {
    /// Every organisation in the team.
    Everybody,
    /// These, in this order, each once.
    These(Vec<OrganisationKind>),
}

/// The partners' own words, and the day on which to look at them again if one was named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Said {
    pub(super) text: String,
    pub(super) review_on: Option<NaiveDate>,
}

/// What is wrong with what was typed. A person's mistake; what is said about it tells the mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Slip {
    /// None of the kinds of agreement.
    Kind,
    /// Not two organisations for sharing.
    Pair,
    /// Sharing with oneself.
    Oneself,
    /// No word for what is agreed about sharing.
    Rule,
    /// Nobody is named, or nothing separates the names from the text.
    Parties(AgreementKind),
    /// This is no organisation.
    Organisation(String),
    /// No text.
    Text(AgreementKind),
    /// The text has so many characters.
    Long(usize),
    /// This is no day that can be meant.
    Day(String, NoDay),
}

/// Small words between the names of organisations.
const BETWEEN: [&str; 14] =
    ["van", "from", "naar", "to", "aan", "met", "with", "en", "and", "de", "het", "the", "deelt", "shares"];

const EVERYBODY: [&str; 7] = ["alle", "allen", "allemaal", "iedereen", "all", "everyone", "everybody"];

/// Reads what a new agreement should say.
pub(super) fn wanted<'w>(words: &'w str, reader: Reader<'_>) -> Result<Wanted<'w>, Slip> {
    let (sort, rest) = split(words);
    let sort = match pick(sort.trim_end_matches([':', ',']), reader.definition.options(Sub::New.id())) {
        Picked::One(found) => Sort::called(&found.id),
        Picked::Several(_) | Picked::None(_) => None,
    };
    match sort.ok_or(Slip::Kind)? {
        Sort::Sharing => sharing(rest, reader),
        Sort::First => other(AgreementKind::First, rest, reader),
        Sort::Signal => other(AgreementKind::Signal, rest, reader),
        Sort::Feedback => other(AgreementKind::Feedback, rest, reader),
        Sort::Suggestion => suggestion(rest, reader),
    }
}

fn sharing<'w>(words: &'w str, reader: Reader<'_>) -> Result<Wanted<'w>, Slip> {
    let (first, rest) = organisation(words, reader.known)?.ok_or(Slip::Pair)?;
    let (second, rest) = organisation(rest, reader.known)?.ok_or(Slip::Pair)?;
    if first == second {
        return Err(Slip::Oneself);
    }
    // "Naar de politie van het jongerenwerk" names the receiver first.
    let receiver_first = ["naar", "to"].contains(&fold(split(words).0).as_str());
    let (giver, receiver) = if receiver_first { (second, first) } else { (first, second) };
    let (rule, rest) = rule(rest).ok_or(Slip::Rule)?;
    Ok(Wanted::Sharing { giver, receiver, rule, said: said(rest, reader)? })
}

fn other<'w>(kind: AgreementKind, words: &'w str, reader: Reader<'_>) -> Result<Wanted<'w>, Slip> {
    let (head, text) = words.split_once([':', '\n']).ok_or(Slip::Parties(kind))?;
    let parties = parties(head, reader.known)?.ok_or(Slip::Parties(kind))?;
    let said = said(text, reader)?;
    if said.text.is_empty() { Err(Slip::Text(kind)) } else { Ok(Wanted::Other { kind, parties, said }) }
}

fn suggestion<'w>(words: &'w str, reader: Reader<'_>) -> Result<Wanted<'w>, Slip> {
    let (slug, rest) = split(words);
    let (names, review_on) = without_day(rest, reader)?;
    let slug = slug.trim_end_matches([':', ',', '.']);
    Ok(Wanted::Suggestion { slug, parties: parties(names.trim_end_matches(['.', ':']), reader.known)?, review_on })
}

/// All organisations that are named; nothing when none is.
fn parties(words: &str, known: &Organisations) -> Result<Option<Parties>, Slip> {
    let mut parties = Vec::new();
    let mut rest = words;
    loop {
        let (word, after) = name(rest);
        if word.is_empty() {
            break;
        }
        if EVERYBODY.contains(&fold(word).as_str()) {
            return if parties.is_empty() && name(after).0.is_empty() {
                Ok(Some(Parties::Everybody))
            } else {
                Err(Slip::Organisation(word.to_owned()))
            };
        }
        let Some((party, after)) = organisation(rest, known)? else { break };
        if !parties.contains(&party) {
            parties.push(party);
        }
        rest = after;
    }
    Ok(if parties.is_empty() { None } else { Some(Parties::These(parties)) })
}

/// The next organisation and what follows it; nothing at the end.
fn organisation<'w>(words: &'w str, known: &Organisations) -> Result<Option<(OrganisationKind, &'w str)>, Slip> {
    let (first, after) = name(words);
    if first.is_empty() {
        return Ok(None);
    }
    // Names of two words are taken as they are, so that what follows a name is no part of it.
    let (second, after_both) = name_part(after);
    if !second.is_empty()
        && let Some(kind) = known.called(&format!("{first} {second}"))
    {
        return Ok(Some((kind, after_both)));
    }
    match known.pick(first) {
        Picked::One(found) => Ok(Some((found.kind, after))),
        Picked::Several(_) | Picked::None(_) => Err(Slip::Organisation(first.to_owned())),
    }
}

/// The next word that is no small one, and what follows it.
fn name(words: &str) -> (&str, &str) {
    let (mut word, mut rest) = name_part(words);
    while BETWEEN.contains(&fold(word).as_str()) {
        (word, rest) = name_part(rest);
    }
    (word, rest)
}

fn name_part(words: &str) -> (&str, &str) {
    let separates = |sign: char| sign.is_whitespace() || ":,;/&+→>".contains(sign);
    let words = words.trim_start_matches(|sign| separates(sign) || sign == '-' || sign == '–');
    let end = words.find(separates).unwrap_or(words.len());
    (words[..end].trim_end_matches(['-', '–', '.']), &words[end..])
}

/// The word of sharing that stands first, and what follows it.
fn rule(words: &str) -> Option<(Sharing, &str)> {
    let (mut word, mut rest) = name_part(words);
    while ["mag", "mogen", "may", "is", "altijd", "always"].contains(&fold(word).as_str()) {
        (word, rest) = name_part(rest);
    }
    match fold(word).as_str() {
        "vrij" | "free" | "freely" => Some((Sharing::Free, rest)),
        "niet" | "niets" | "nooit" | "nee" | "not" | "never" | "no" | "nothing" => Some((Sharing::Not, rest)),
        "eerst" | "first" => {
            let (word, after) = name_part(rest);
            ["vragen", "vraag", "ask"].contains(&fold(word).as_str()).then_some((Sharing::AskReporter, after))
        }
        "vragen" | "vraag" | "ask" => {
            let (word, after) = name_part(rest);
            let rest = if ["eerst", "first"].contains(&fold(word).as_str()) { after } else { rest };
            Some((Sharing::AskReporter, rest))
        }
        _ => None,
    }
}

/// What an agreement should say from now on: another rule, if the words are or begin with one that something separates from
/// the rest, and another text, if there is any.
pub(super) fn amended(words: &str, reader: Reader<'_>) -> Result<(Option<Sharing>, Said), Slip> {
    let Some((found, rest)) = rule(words) else { return Ok((None, said(words, reader)?)) };
    let (_, day) = without_day(rest, reader)?;
    let only_day = day.is_some() && without_day(rest, reader)?.0.trim().is_empty();
    if rest.trim().is_empty() || only_day || rest.starts_with([':', ',', ';', '\n']) || rest.starts_with(". ") {
        Ok((Some(found), said(rest, reader)?))
    } else {
        Ok((None, said(words, reader)?))
    }
}

/// What an agreement that is no rule of sharing should say from now on.
pub(super) fn text_of(words: &str, reader: Reader<'_>) -> Result<Said, Slip> {
    said(words, reader)
}

/// The day until which something should hold, if one was typed.
pub(super) fn review_day(words: &str, today: NaiveDate) -> Result<Option<NaiveDate>, Slip> {
    let typed = words.trim().trim_end_matches(['.', '!']);
    if typed.is_empty() {
        return Ok(None);
    }
    let day = day(typed, today).map_err(|why| Slip::Day(typed.to_owned(), why))?;
    Ok(Some(day))
}

/// Text and, at its end, the day on which to look again.
fn said(words: &str, reader: Reader<'_>) -> Result<Said, Slip> {
    let (text, review_on) = without_day(words, reader)?;
    let text = text.trim_start_matches(|sign: char| sign.is_whitespace() || ":,;.–-".contains(sign)).trim_end();
    let length = text.chars().count();
    if length > LONGEST_AGREEMENT {
        return Err(Slip::Long(length));
    }
    Ok(Said { text: text.to_owned(), review_on })
}

/// Takes `herzien 1 juni 2027` from the end of words: the shown word for looking again, in either language. What follows that
/// word and is clearly no day is left in the text.
fn without_day<'w>(words: &'w str, reader: Reader<'_>) -> Result<(&'w str, Option<NaiveDate>), Slip> {
    let again = Language::ALL.map(|language| fold(reader.definition.subcommand_shown(Sub::Review.id(), language)));
    let Some((at, end)) = last_word(words, &again) else { return Ok((words, None)) };
    let typed = words[end..].trim_matches(|sign: char| sign.is_whitespace() || ":.)!".contains(sign));
    let begins = typed.split_whitespace().next().map(fold);
    let typed_day = match begins.as_deref() {
        Some("voor" | "by" | "before") => split(typed).1,
        _ => typed,
    };
    match day(typed_day, reader.today) {
        Ok(day) => {
            Ok((words[..at].trim_end_matches(|sign: char| sign.is_whitespace() || ",;(-".contains(sign)), Some(day)))
        }
        Err(NoDay::Unknown) if !typed_day.starts_with(|sign: char| sign.is_ascii_digit()) => Ok((words, None)),
        Err(why) => Err(Slip::Day(typed_day.to_owned(), why)),
    }
}

/// Where the last of these words begins and ends.
fn last_word(text: &str, wanted: &[String]) -> Option<(usize, usize)> {
    let mut found = None;
    let mut start = None;
    for (at, sign) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, sign.is_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(begin), false) => {
                if wanted.contains(&fold(&text[begin..at])) {
                    found = Some((begin, at));
                }
                start = None;
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests;
