//! Findings made recognisable without telling them.

use super::{Finding, Kind};

/// What stands in the place of one hidden sign.
const HIDDEN: char = '•';
/// What stands in the place of the rest of a word, however long it is.
const REST: &str = "•••";

/// A finding as its writer may see it, from its plain ASCII.
pub(super) fn mask(kind: Kind, piece: &str) -> String {
    match kind {
        Kind::CitizenNumber => signs(piece, 0, 2),
        Kind::Phone | Kind::Iban => signs(piece.trim_start_matches(['(', '+']), 2, 2),
        Kind::LicencePlate => signs(piece, 1, 1),
        Kind::BirthDate if piece.ends_with(|char: char| char.is_ascii_digit()) => signs(piece, 0, 2),
        Kind::BirthDate => signs(piece, 0, 0),
        Kind::Address if piece.starts_with(|char: char| char.is_ascii_digit()) => signs(piece, 2, 0),
        Kind::Address => signs(piece, 1, 0),
        Kind::Email => format!("{}{REST}@{REST}", first(piece)),
        Kind::Handle => handle(piece),
        Kind::Name => words(piece, 1),
        Kind::Health | Kind::Religion | Kind::Origin | Kind::CriminalRecord => words(piece, 2),
    }
}

/// The whole text with its findings masked, for the writer.
pub fn redacted(text: &str, findings: &[Finding]) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut from = 0;
    for finding in findings {
        let before = text.get(from..finding.range.start).unwrap_or_default();
        shown.push_str(before);
        shown.push_str(&finding.masked);
        from = finding.range.end.max(from);
    }
    shown.push_str(text.get(from..).unwrap_or_default());
    shown
}

/// All letters and digits hidden but so many at the beginning and the end. What stands between them stays.
fn signs(piece: &str, begin: usize, end: usize) -> String {
    let total = piece.chars().filter(char::is_ascii_alphanumeric).count();
    let mut nth = 0;
    let show = |char: char| {
        if !char.is_ascii_alphanumeric() {
            return char;
        }
        nth += 1;
        if nth <= begin || nth > total - end.min(total) { char } else { HIDDEN }
    };
    piece.chars().map(show).collect()
}

/// `@j•••`, `instagram.com/j•••`.
fn handle(piece: &str) -> String {
    let name = piece.find('/').map_or(0, |_| {
        // A second address may stand in the path, and behind the name.
        let scheme = piece.find("://").filter(|scheme| !piece[..*scheme].contains('/'));
        let path = scheme.map_or(0, |scheme| scheme + 3);
        piece[path..].find('/').map_or(piece.len(), |slash| path + slash + 1)
    });
    let name = name + usize::from(piece[name..].starts_with('@'));
    // The first letter of a name of one letter is the name.
    let begins = if piece[name..].chars().nth(1).is_some() { first(&piece[name..]) } else { String::new() };
    format!("{}{begins}{REST}", &piece[..name])
}

fn first(piece: &str) -> String {
    piece.chars().take(1).collect()
}

/// The first letters of every word.
fn words(piece: &str, letters: usize) -> String {
    let word = |word: &str| word.chars().take(letters).chain(REST.chars()).collect::<String>();
    piece.split_ascii_whitespace().map(word).collect::<Vec<_>>().join(" ")
}
