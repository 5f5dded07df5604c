//! Names on platforms: `@name`, `snap: name`, `insta name_020`, Discord tags, and links to profiles and groups. A Matrix id
//! (`@anna:example.org`) is a colleague; the name of a platform alone is a place.

use std::sync::LazyLock;

use regex::Regex;

use super::Kind;
use super::around::{at, before, is_one_of};
use super::claims::Claims;

/// Links to a profile, a post of one or a group. Wide on purpose: a post leads to whoever made it.
static LINKS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?xi-u)(?:https?://)?\b(?:[a-z]{1,4}\.)?
        (?:(?:instagram|tiktok|snapchat|facebook|twitter|x|threads|twitch|kick|vk|bereal|linkedin|onlyfans|roblox|soundcloud|reddit|pinterest|steamcommunity|discord|discordapp|telegram)\.com
          |(?:t|telegram|fb|m|kik)\.me|instagr\.am|threads\.net|discord\.gg|twitch\.tv|bere\.al|fb\.com|ngl\.link|linktr\.ee|bsky\.app|chat\.whatsapp\.com)
        /[!\#$%\&*+./0-9:=?@_a-z-]{1,120}
        |(?:https?://)?\b(?:www\.|m\.)?youtube\.com/(?:@|c/|user/|channel/)[a-z0-9._-]{1,60}",
    )
    .expect("a valid pattern")
});

/// Pages of platforms that are nobody's.
const PAGES: [&str; 14] = [
    "explore", "about", "help", "legal", "privacy", "policies", "tag", "tags", "discover", "hashtag", "search",
    "login", "home", "safety",
];

/// A name with an `@`. A Matrix id matches as a whole, and is passed over.
static MENTIONS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u)@[A-Za-z0-9._=/+-]{1,255}:[A-Za-z0-9.-]+|@[A-Za-z0-9._]{2,30}").expect("a valid pattern")
});

/// Mentions of everybody.
const EVERYBODY: [&str; 9] = ["room", "all", "iedereen", "allen", "everyone", "here", "channel", "kamer", "team"];

/// A platform or *account*, as somebody calls it.
const PLATFORM: &str = r"(?:snap(?:chat)?|insta(?:gram)?|ig|tik[\x20-]?tok|telegram|tg|discord|dc|youtube|yt|twitter|facebook|fb|bereal|twitch|roblox|steam|psn|xbox|kik|threads|gamertag|gebruikersnaam|username|user|accountnaam|account|acc|handle|nickname|nick)";

/// A name that nothing but a platform would give: with an underscore, a dot or figures in it.
const CLEAR: &str = r"(?:[a-z0-9.]*_[a-z0-9._]*[a-z0-9_]|[a-z0-9]+(?:\.+[a-z0-9]+)+|[a-z]+[0-9]+[a-z0-9]*)";

static CLEAR_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i-u)\b{PLATFORM}(?:[\x20-]?(?:naam|name|account|acc|user|handle|id))?(?:\x20van\x20[a-z]{{2,6}})?(?:\x20(?:is|heet|met|onder|genaamd|als|called|named|handle|name))?[\x20:=]{{1,4}}@?{CLEAR}\b"
    ))
    .expect("a valid pattern")
});
/// What stands behind such a name: `jayden_020 op snap`. The name itself is looked for from here.
static ON_PLATFORM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"(?i-u)\x20(?:op|on|via|bij|in)\x20(?:zijn\x20|haar\x20|his\x20|her\x20)?{PLATFORM}\b"))
        .expect("a valid pattern")
});
/// Any name behind a colon or *heet*, if nothing follows it: `snap: moneyboy`.
static LAST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i-u)\b(?:{PLATFORM}(?:[\x20-]?(?:naam|name|account|acc|user|handle|id))?(?:\x20van\x20[a-z]{{2,6}})?(?:\x20(?:is|heet))?\x20?[:=]|(?:zijn|haar|hun|mijn|his|her|their|my)\x20{PLATFORM}(?:naam)?\x20is|(?:gebruikersnaam|username|gamertag|accountnaam|(?:snap|insta|tiktok|discord)naam)(?:\x20is)?|(?:heet|named|called)(?:\x20(?:hij|zij|ze|ie))?\x20(?:op|on)\x20{PLATFORM}|(?:op|on)\x20{PLATFORM}\x20heet\x20(?:hij|zij|ze|ie))\x20?@?[a-z0-9._]{{3,30}}(?:[,;!?)\n]|\z|\x20op\x20)"
    ))
    .expect("a valid pattern")
});
/// A Discord tag, and a name with an underscore and figures that stands alone.
static ALONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i-u)\b[a-z0-9._]{2,32}#[0-9]{4}\b|\b[a-z0-9.]*[a-z]{3}[a-z0-9.]*_[a-z0-9._]*[0-9]\b|\b[a-z]{3,20}_[a-z]{3,20}_\b").expect("a valid pattern")
});

/// So many platforms are looked at, far more than an answer has room for: those behind which stands nothing take time too.
const MOST_LOOKS: usize = 1024;

/// What is said of platforms, and what has a number behind it, that is no name.
const ORDINARY: [&str; 165] = [
    "filmpje",
    "filmpjes",
    "video",
    "videos",
    "story",
    "stories",
    "post",
    "posts",
    "foto",
    "fotos",
    "oproep",
    "oproepen",
    "ruzie",
    "groep",
    "groepen",
    "groepsapp",
    "bericht",
    "berichten",
    "reacties",
    "live",
    "livestream",
    "drill",
    "vechten",
    "gevecht",
    "dreiging",
    "bedreiging",
    "onbekend",
    "anoniem",
    "openbaar",
    "besloten",
    "prive",
    "ja",
    "nee",
    "geen",
    "niks",
    "niets",
    "niet",
    "veel",
    "weinig",
    "allebei",
    "beide",
    "anders",
    "diverse",
    "verwijderd",
    "offline",
    "online",
    "actief",
    "public",
    "private",
    "unknown",
    "none",
    "yes",
    "deleted",
    "clip",
    "clips",
    "fight",
    "call",
    "klas",
    "havo",
    "vwo",
    "vmbo",
    "mavo",
    "mbo",
    "lijn",
    "bus",
    "tram",
    "level",
    "fase",
    "code",
    "top",
    "niveau",
    "covid",
    "versie",
    "snapchat",
    "instagram",
    "tiktok",
    "telegram",
    "whatsapp",
    "discord",
    "youtube",
    "twitter",
    "facebook",
    "rellen",
    "wapens",
    "mes",
    "vuurwerk",
    "trend",
    "pesten",
    "roddels",
    "school",
    "plein",
    "station",
    "onrust",
    "spanning",
    "spanningen",
    "chaos",
    "beelden",
    "geruchten",
    "gerucht",
    "haat",
    "druk",
    "rustig",
    "gisteren",
    "vandaag",
    "morgen",
    "ernstig",
    "melding",
    "meldingen",
    "signaal",
    "signalen",
    "overlast",
    "agressie",
    "provocatie",
    "provocaties",
    "uitdaging",
    "uitdagingen",
    "challenge",
    "challenges",
    "sfeer",
    "rel",
    "messen",
    "wapen",
    "ruzies",
    "gevechten",
    "dreigingen",
    "bedreigingen",
    "vernedering",
    "vechtpartij",
    "vechtpartijen",
    "weg",
    "vol",
    "leeg",
    "nep",
    "dicht",
    "gehackt",
    "geblokkeerd",
    "populair",
    "viraal",
    "viral",
    "full",
    "gone",
    "fake",
    "hacked",
    "blocked",
    "kanaal",
    "server",
    "groepschat",
    "chat",
    "account",
    "accounts",
    "jongeren",
    "jongens",
    "meiden",
    "mensen",
    "iedereen",
    "niemand",
    "dreigend",
    "fights",
    "threats",
    "riots",
    "rumours",
    "rumors",
    "knife",
    "knives",
    "weapons",
];
/// What has a number behind a `#`.
const NUMBERED: [&str; 14] = [
    "nr", "no", "nummer", "zaak", "dossier", "ticket", "case", "issue", "melding", "signaal", "incident", "room",
    "kamer", "lokaal",
];
/// What the alias of a group begins with.
const GROUPS: [&str; 8] = ["groep", "group", "team", "plein", "wijk", "buurt", "bende", "crew"];
/// Names of files.
const FILES: [&str; 9] = ["img", "vid", "pxl", "dsc", "screenshot", "image", "video", "photo", "mvimg"];

pub(super) fn links(text: &str, claims: &mut Claims) {
    for link in LINKS.find_iter(text) {
        if claims.is_full() {
            return;
        }
        let piece = link.as_str().trim_end_matches(['.', '!', '?', ':', '/']);
        let path = piece
            .trim_start_matches("https://")
            .trim_start_matches("http://")
            .split_once('/')
            .map_or("", |(_, path)| path);
        let page = path.split(['/', '?']).next().unwrap_or_default();
        if !path.is_empty() && !is_one_of(page, &PAGES) && !matches!(before(text, link.start()), b'-' | b'@') {
            claims.claim(Kind::Handle, link.start()..link.start() + piece.len());
        }
    }
}

pub(super) fn find(text: &str, claims: &mut Claims) {
    for mention in MENTIONS.find_iter(text) {
        if claims.is_full() {
            return;
        }
        let name = mention.as_str()[1..].trim_end_matches('.');
        let beside = before(text, mention.start());
        let joined = beside.is_ascii_alphanumeric() || matches!(beside, b'@' | b'.' | b'_' | b'%' | b'+');
        let word = name.bytes().any(|byte| byte.is_ascii_alphabetic());
        if !mention.as_str().contains(':') && !joined && word && name.len() > 1 && !is_one_of(name, &EVERYBODY) {
            claims.claim(Kind::Handle, mention.start()..mention.start() + 1 + name.len());
        }
    }
    for found in CLEAR_AFTER.find_iter(text).take(MOST_LOOKS) {
        if claims.is_full() {
            return;
        }
        claim_name(text, found.end(), claims, is_clear);
    }
    for found in ON_PLATFORM.find_iter(text).take(MOST_LOOKS) {
        if claims.is_full() {
            return;
        }
        claim_name(text, found.start(), claims, is_clear);
    }
    for found in LAST.find_iter(text).take(MOST_LOOKS) {
        if claims.is_full() {
            return;
        }
        let piece = found.as_str().strip_suffix(" op ").unwrap_or(found.as_str());
        let end = found.start() + piece.trim_end_matches([',', ';', '!', '?', ')', '\n', '.', ' ']).len();
        claim_name(text, end, claims, is_name);
    }
    for found in ALONE.find_iter(text) {
        if claims.is_full() {
            return;
        }
        let (name, tag) = found.as_str().split_once('#').map_or((found.as_str(), false), |(name, _)| (name, true));
        let stem = name.split(['_', '-']).next().unwrap_or_default();
        let fits = if tag {
            !is_one_of(name, &NUMBERED) && has_letters(name, 2)
        } else {
            !is_one_of(stem, &FILES) && !is_one_of(stem, &GROUPS) && !matches!(at(text, found.end()), b'.' | b'/')
        };
        if fits && !matches!(before(text, found.start()), b'/' | b'@' | b'-' | b'$') {
            claims.claim(Kind::Handle, found.range());
        }
    }
}

/// Claims the name that ends here, with its `@`.
fn claim_name(text: &str, end: usize, claims: &mut Claims, fits: fn(&str) -> bool) {
    let piece = &text[end.saturating_sub(60)..end];
    let length =
        piece.bytes().rev().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_')).count();
    let name = &piece[piece.len() - length..];
    let start = end - length - usize::from(before(text, end - length) == b'@');
    if fits(name.trim_end_matches('.')) && before(text, start) != b'-' && at(text, end) != b'-' {
        claims.claim(Kind::Handle, start..end);
    }
}

/// A name with figures that is no `klas3`, no `14u30`, no `o.a.`.
fn is_clear(name: &str) -> bool {
    let stem = name.trim_end_matches(|char: char| char.is_ascii_digit());
    let longest = name.split(['.', '_']).map(str::len).max().unwrap_or(0);
    let odd = name.contains(['_', '.']) || has_figure(name);
    odd && is_name(name) && longest >= 3 && name.len() >= 4 && has_letters(name, 3) && !is_one_of(stem, &ORDINARY)
}

/// A figure behind a letter: `a1b2`, and no `16jarige`.
fn has_figure(name: &str) -> bool {
    name.starts_with(|char: char| char.is_ascii_alphabetic()) && name.bytes().any(|byte| byte.is_ascii_digit())
}

fn is_name(name: &str) -> bool {
    has_letters(name, 2)
        && !is_one_of(name, &ORDINARY)
        && !name.split('.').any(|part| is_one_of(part, &["nl", "com", "www", "jpg", "png", "mp4", "pdf"]))
}

fn has_letters(name: &str, least: usize) -> bool {
    name.bytes().filter(u8::is_ascii_alphabetic).count() >= least
}
