//! Whole messages: are they for the bot, and with what words? The first line is what was said; of the others each is a person
//! whom the message mentions, `<id> <name that is shown>`. Lines of the form `= <name>` give the bot another name.
#![no_main]

use libfuzzer_sys::fuzz_target;
use schakel::bot::address::{By, Called, addressed, with_ids};
use schakel::domain::{Pill, Said, UserId};

const PREFIX: &str = "!";

fuzz_target!(|text: &[u8]| {
    let text = String::from_utf8_lossy(text);
    let (said, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let account = UserId::new("@schakel:example.org");
    let name = rest.lines().find_map(|line| line.strip_prefix("= ")).unwrap_or("Schakel");
    let pills: Vec<Pill> = rest.lines().filter_map(pill).collect();
    let called = Called { account: &account, name, prefix: PREFIX };
    for mentions in [None, Some(vec![]), Some(vec![account.clone()])] {
        let said = Said { text: said.to_owned(), mentions, pills: pills.clone(), ..Said::default() };
        for (direct, to_bot) in [(false, false), (false, true), (true, false), (true, true)] {
            let heard = addressed(&said, &called, direct, to_bot, |word| word == "hulp");
            assert!(heard.is_some() || !(direct || to_bot), "what can only be for the bot is for the bot");
            let Some(heard) = heard else { continue };
            let words = heard.bare(PREFIX);
            assert_eq!(words.trim(), words, "nothing stands before the first word");
            assert!(words.len() <= said.text.len(), "nothing is made up");
            assert!(heard.by != By::Prefix || said.text.trim_start().starts_with(PREFIX));
            let _ = with_ids(words, &said.pills);
        }
    }
    let changed = with_ids(said, &pills);
    assert!(!pills.is_empty() || changed == said, "without people nothing changes");
});

fn pill(line: &str) -> Option<Pill> {
    let (person, shown) = line.split_once(' ').unwrap_or((line, ""));
    (!line.starts_with("= ")).then(|| Pill { person: UserId::new(person), shown: shown.to_owned() })
}
