//! Words about health, religion, origin and what police and court have of somebody, Dutch and English. Warnings: the word may
//! be about a school, a shop or nobody. Their list is ours, from general knowledge of reports, and is not complete.

use std::sync::LazyLock;

use regex::Regex;

use super::Kind;
use super::around::{is_one_of, word_after};
use super::claims::Claims;

const HEALTH: &str = r"adhd|(?-i:ADD)|autis[a-z]*|asperger|pdd-?nos|depressi[a-z]*|depressed|depression|verslaafd[a-z]*|verslaving[a-z]*|addict(?:ed|ion)?|medicatie|medicijn(?:en)?|medication|antidepressiva|ritalin|psychisch[a-z]*|psychiatr[a-z]*|psychose[ns]?|psychoti[a-z]*|psychosis|schizofre[a-z]*|schizophren[a-z]*|borderline|bipola[a-z]*|trauma|getraumatiseerd|ptss|ptsd|angststoornis|anxiety|eetstoornis|anorexia|boulimia|eating disorder|zelfmoord[a-z]*|suicid[a-z]*|zelfbeschadiging|automutilatie|self-?harm(?:s|ing)?|snijdt zichzelf|zwanger|zwangerschap|pregnant|abortus|abortion|soa|hiv|hepatitis|epilep[a-z]*|diabet[a-z]*|suikerziekte|heeft kanker|kankerpatient|cancer|lvb|licht verstandelijk[a-z]*|verstandelijk[a-z]* (?:beperk[a-z]*|gehandicapt[a-z]*)|gehandicapt|disabled|disability|mental(?:ly)? (?:ill|illness|health)|(?:een|zijn|haar) diagnose|gediagnosticeerd|diagnosed|in therapie|opgenomen in de (?:ggz|kliniek)|gedragsstoornis|hechtingsstoornis|odd-?gedrag";
const RELIGION: &str = r"moslims?|moslima[s']*|islam|islamitisch[e]?|muslims?|islamic|soenni(?:et|tisch)[a-z]*|sjii(?:et|tisch)[a-z]*|salafis[a-z]*|alevi(?:et|tisch)[a-z]*|christen(?:en|dom)?|christelijk[e]?|christians?|katholiek[e]?|catholics?|protestants?|protestant(?:se|en)|gereformeerd[e]?|hervormd[e]?|evangelisch[e]?|pinkstergemeente|jehova'?s?(?: getuigen?)?|jehovah'?s?(?: witness(?:es)?)?|jood|joden|joodse?|joods|jews?|jewish|hindoes?|hindoeistisch[e]?|hindus?|boeddhis[a-z]*|buddhis[a-z]*|sikhs?|atheist[a-z]*|ongelovig[e]?|bekeerd|bekeerling|geloofsovertuiging|hoofddoek|headscarf|hijab|nikab|niqab|boerka";
const ORIGIN: &str = r"marokkan(?:en|er|ers)?|marokkaan(?:se?|tje|tjes|s)?|moroccans?|turk(?:en)?|turkse?|turkish|antillia(?:an|nen)|antilliaanse?|antillean|surinam(?:er|ers|ese)|surinaamse?|somali(?:er|ers|sch|sche|an|ans|s)?|syri(?:er|ers|sch|sche|an|ans)|eritre(?:er|eers|eer|ese|an|ans)[a-z]*|ethiopi(?:er|ers|sch|sche|an|ans)|afghan(?:en|s)?|afghaanse?|irak(?:ees|ese|ezen)|iraqi|iran(?:ier|iers|ees|ese|ian)|koerd(?:en|isch|ische)?|kurd(?:s|ish)?|algerijn(?:en|s|se)?|algerian|tunesi(?:er|ers|sch|sche)|egyptenaar|egyptisch[e]?|oekrain(?:er|ers|s|se)|ukrainians?|bulga(?:ar|ren)|bulgaarse?|bulgarians?|roemeen(?:se?)?|roemenen|romanians?|poolse|polish|ghanees|ghanese|ghanaian|kaapverdi(?:aan|anen)|kaapverdiaanse?|cape verdean|zigeuners?|gypsy|sinti|woonwagenbewoners?|kampers?|hindoestaan(?:se?)?|hindoestanen|molukkers?|molukse?|chine(?:es|se|zen)|allochto(?:on|ne|nen)|migratie-?achtergrond|migration background|(?:noord-?)?afrikaanse? (?:jongen|jongens|jongeren|afkomst|meisje|meiden|uiterlijk|man)|african (?:boys?|descent|kids)|asielzoekers?|asylum seekers?|statushouders?|vluchtelingen?|refugees?|illegaal in nederland|ongedocumenteerd[e]?|getint(?:e)?|donker(?:e)? huidskleur|afkomst|afkomstig uit|of [a-z]{4,12} (?:descent|origin)|etniciteit|ethnicity|nationaliteit";
/// Words that mean something else without a capital: swimming pools, the town of Rome.
const ORIGIN_IN_CAPITALS: &str = r"Pools|Poles|Polen|Roma";
const CRIMINAL: &str = r"strafbladen?|strafblad|veroordeeld[e]?|veroordeling(?:en)?|vastgezeten|zat vast|heeft gezeten|antecedent(?:en)?|hks|gedetineerde?|ex-?gedetineerde?|gevangenisstraf|celstraf|jeugddetentie|detentie|jeugdgevangenis|jji|pij-?maatregel|taakstraf(?:fen)?|enkelband|proeftijd|voorwaardelijk[e]? (?:straf|gestraft|veroordeeld)|recidivist(?:en)?|veelplegers?|bekende van (?:de )?politie|bekenden van (?:de )?politie|politieverleden|crimineel verleden|strafrechtelijk verleden|criminal records?|convicted|conviction|ex-?convict|on probation|on parole|probation officer|ankle (?:monitor|tag)|served time|did time|in prison|in jail|juvenile detention|rap sheet|prior (?:arrests?|convictions?|offences?)|repeat offender|known to (?:the )?police|top-?[46]00|halt-?straf";

/// Behind these a word of religion or origin says what a place is, not what a person is.
const PLACES: [&str; 40] = [
    "lyceum",
    "college",
    "school",
    "scholen",
    "basisschool",
    "scholengemeenschap",
    "gymnasium",
    "mavo",
    "vmbo",
    "mbo",
    "hogeschool",
    "universiteit",
    "university",
    "gemeente",
    "kerk",
    "church",
    "moskee",
    "mosque",
    "synagoge",
    "museum",
    "centrum",
    "center",
    "centre",
    "supermarkt",
    "supermarket",
    "winkel",
    "shop",
    "bakker",
    "bakkerij",
    "slager",
    "slagerij",
    "restaurant",
    "snackbar",
    "kapper",
    "ambassade",
    "consulaat",
    "vereniging",
    "begraafplaats",
    "markt",
    "feestdagen",
];

struct List {
    kind: Kind,
    words: Regex,
}

static LISTS: LazyLock<[List; 4]> = LazyLock::new(|| {
    [
        (Kind::Health, HEALTH.to_owned()),
        (Kind::Religion, RELIGION.to_owned()),
        (Kind::Origin, format!("{ORIGIN}|(?-i:{ORIGIN_IN_CAPITALS})")),
        (Kind::CriminalRecord, CRIMINAL.to_owned()),
    ]
    .map(|(kind, words)| List { kind, words: Regex::new(&format!(r"(?i-u)\b(?:{words})\b")).expect("a valid pattern") })
});

pub(super) fn find(text: &str, claims: &mut Claims) {
    for List { kind, words } in LISTS.iter() {
        let of_places = matches!(kind, Kind::Religion | Kind::Origin);
        for word in words.find_iter(text) {
            if claims.is_full() {
                return;
            }
            if !(of_places && is_one_of(word_after(text, word.end()), &PLACES)) {
                claims.claim(*kind, word.range());
            }
        }
    }
}
