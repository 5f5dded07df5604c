//! E-mail addresses, also written to be read by people only: `jan (at) gmail.com`, `jan at gmail punt com`. A Matrix id has
//! nothing before its `@`.

use std::sync::LazyLock;

use regex::Regex;

use super::Kind;
use super::claims::Claims;

static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?xi-u)
        [a-z0-9._%+'-]{0,63}[a-z0-9_]
        (?:
            (?: @ | \x20?[(\[{<]\x20?(?:at|@|apenstaartje)\x20?[)\]}>]\x20? )
            (?:[a-z0-9-]{1,63} (?:\. | \x20?[(\[{<]\x20?(?:dot|punt|\.)\x20?[)\]}>]\x20?) ){1,4} [a-z]{2,24}
        |
            \x20?@\x20?(?:gmail|hotmail|outlook|live|icloud|yahoo|ziggo|kpnmail|protonmail|proton)\.[a-z]{2,4}
        |
            \x20(?:at|apenstaartje)\x20[a-z0-9-]{1,63}\x20?(?:\.|dot|punt)\x20?(?:[a-z0-9-]{1,63}\x20?(?:\.|dot|punt)\x20?)?(?:com|nl|net|org|be|de|eu|me|uk|pl)
        )\b",
    )
    .expect("a valid pattern")
});

pub(super) fn find(text: &str, claims: &mut Claims) {
    for found in ADDRESS.find_iter(text) {
        if claims.is_full() {
            return;
        }
        let lead = found.as_str().len() - found.as_str().trim_start_matches(['.', '\'', '-', '%', '+']).len();
        let piece = found.start() + lead..found.end();
        claims.claim(Kind::Email, piece);
    }
}
