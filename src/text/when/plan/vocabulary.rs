//! The words of which moments are made. A word that is none of them ends the search for one, so that a text costs as little as
//! the few words of its moment.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::weekdays::plural_weekday;
use crate::text::calendar::{ORDINALS, is_one, month, weekday};
use crate::text::when::number::{is_digits, number};

/// Words of days and times, as `when` knows them.
const OF_MOMENTS: &str = "
    - . / : a aanstaande about afgelopen after afternoon ago am an and anderhalf anderhalve approx approximately
    around as at avond avonds before between ca circa coming dag dagen day days de deze dit during early eergister
    eergisteren en evening exact from geleden gister gisteren h half halfuur halfuurtje halve het hour hours hr hrs
    in jaar jl jongstleden komend komende kwart kwartier kwartiertje laat last late m maand maanden middag middags
    midday middernacht midnight min mins minute minuten minutes minuut minuutje minuutjes month months morgen morgens
    morning na nacht nachts namiddag namiddags next night noon ochtend ochtends oclock of om omstreeks on ongeveer op
    over overmorgen past plm pm precies quarter quarters rond rondom roughly s t tegen terug the this tijdens till to
    today tomorrow tonight tot tussen u until uren uur uurtje uurtjes van vandaag volgend volgende voor voorbije
    voormiddag vorig vorige vroeg week weekend weeks weken year years yesterday
";

/// Words of recurrences, their bounds and stretches of the calendar, and what a moment may be followed by that changes it.
const OF_PLANS: &str = "
    aan afternoons andere annually begin beginnen beginnend beginning behalve bimonthly biweekly business by
    dagelijks daily derde door doordeweeks doordeweekse driemaandelijks driewekelijks each eenmaal eerste
    eerstkomende eind einde elk elke end even evenings every except excluding few fifteenth fifth first for
    fortnightly fourth gedurende halfjaar halfjaarlijks hourly ieder iedere ingaande ingang jaarlijks jaren keer
    kwartaal kwartalen laatste lang long maal maandelijks met mi mnd monthly mornings nights now nu odd once oneven
    or other paar per quarterly sec second seconde seconden seconds sixth start startend starting te tel tenth third
    through tiende til time times tm tweede tweemaal tweemaandelijks tweewekelijks twentieth twice twintigste
    uitgezonderd v vanaf veertiendaags vierde vierwekelijks vijfde vijftiende voorlaatste weekdag weekdagen weekday
    weekdays weekly wekelijks werkdag werkdagen workday workdays working x yearly zesde
";

static MOMENTS: LazyLock<HashSet<&str>> = LazyLock::new(|| OF_MOMENTS.split_whitespace().collect());
static PLANS: LazyLock<HashSet<&str>> = LazyLock::new(|| OF_PLANS.split_whitespace().collect());

/// Whether a word can be part of a day or a time.
pub(super) fn is_of_moment(word: &str) -> bool {
    is_digits(word)
        || MOMENTS.contains(word)
        || number(word).is_some()
        || weekday(word).is_some()
        || month(word).is_some()
        || ORDINALS.contains(&word)
        || is_one(word)
}

/// Whether a word can be part of the moment of a plan.
pub(super) fn is_known(word: &str) -> bool {
    PLANS.contains(word) || is_of_moment(word) || plural_weekday(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_grammar_is_known() {
        let of_moments = [
            include_str!("../ago.rs"),
            include_str!("../clock.rs"),
            include_str!("../day_named.rs"),
            include_str!("../number.rs"),
        ];
        let of_plans = [
            include_str!("repeat.rs"),
            include_str!("weekdays.rs"),
            include_str!("nth.rs"),
            include_str!("bound.rs"),
            include_str!("stretch.rs"),
            include_str!("said.rs"),
        ];
        for word in of_moments.into_iter().flat_map(words) {
            assert!(is_of_moment(word), "{word} is a word of a moment");
        }
        let beyond =
            ["of", "or", "behalve", "except", "uitgezonderd", "excluding", "tijdens", "during", "lang", "long"];
        for word in of_plans.into_iter().flat_map(words).chain(beyond) {
            assert!(is_known(word), "{word} is a word of a plan");
        }
    }

    /// All small words between quotation marks, apart from comments.
    fn words(source: &str) -> impl Iterator<Item = &str> {
        let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
        let quoted = code.flat_map(|line| line.split('"').skip(1).step_by(2));
        let is_word = |word: &&str| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        quoted.filter(is_word)
    }
}
