//! What is found, and above all what is not: a guard that cries wolf is switched off. How often it errs on whole sentences
//! is measured in `tests/it/personal_data.rs`.

use proptest::prelude::*;

use super::{Kind, MOST, look, redacted};

/// What is found in a text, each by its kind and the words that it covers.
fn found(text: &str) -> Vec<(Kind, &str)> {
    look(text).into_iter().map(|finding| (finding.kind, &text[finding.range])).collect()
}

#[track_caller]
fn finds(kind: Kind, text: &str, piece: &str) {
    assert_eq!(found(text), [(kind, piece)], "{text}");
}

#[track_caller]
fn finds_nothing(texts: &[&str]) {
    for text in texts {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn a_citizen_number_is_found_however_it_is_grouped() {
    for number in ["111222333", "111 222 333", "111.222.333", "1112.22.333", "1112-22-333", "１１１２２２３３３"]
    {
        finds(Kind::CitizenNumber, &format!("hij heeft {number} op zijn pas"), number);
    }
}

#[test]
fn a_number_that_fails_the_eleven_test_is_only_one_when_it_is_called_so() {
    finds_nothing(&["zaak 123456789", "111222334"]);
    finds(Kind::CitizenNumber, "bsn 123456789", "123456789");
}

#[test]
fn amounts_days_and_views_are_no_citizen_numbers() {
    finds_nothing(&[
        "123.456.782 views",
        "€ 123.456.782",
        "123456782,50 euro",
        "22-11-2026 en 23112026",
        "van 2026-11-22 tot 2026-11-29",
        "1930-2130 uur",
        "2025-2026",
        "12 13 14 15 jaar",
    ]);
}

#[test]
fn a_phone_number_is_found_however_it_is_written() {
    for number in [
        "06-12345678",
        "0612345678",
        "06 12 34 56 78",
        "06.1234.5678",
        "06 - 12345678",
        "+31 6 12345678",
        "+31612345678",
        "+31 (0)6-12345678",
        "0031612345678",
        "010-1234567",
        "(0182) 123456",
        "+32 470 12 34 56",
        "0049 151 23456789",
        "0 6 1 2 3 4 5 6 7 8",
        "o6-12345678",
        "０６１２３４５６７８",
        "06\u{a0}12\u{200b}34 56 78",
    ] {
        finds(Kind::Phone, &format!("neem {number} maar"), number);
    }
}

#[test]
fn a_number_behind_a_word_for_phone_is_one() {
    finds(Kind::Phone, "tel: 1234567", "1234567");
    finds_nothing(&["nummer 1234567", "bel 112", "bel 113 of 14 010"]);
}

#[test]
fn public_numbers_and_moments_are_no_phone_numbers() {
    finds_nothing(&[
        "0900-8844",
        "0800-2000",
        "bel 0800 0432",
        "06-11-2026 14.30 uur",
        "14.30-22.30 uur",
        "010 en 020",
    ]);
}

#[test]
fn an_address_for_mail_is_found_also_when_it_is_spelt_out() {
    for mail in [
        "a.b-c+d@voorbeeld.co.uk",
        "jan(at)gmail.com",
        "jan [at] gmail [dot] com",
        "jan at gmail punt com",
        "JAN@LIVE.NL",
    ] {
        finds(Kind::Email, &format!("mail naar {mail}, graag"), mail);
    }
}

#[test]
fn a_matrix_id_is_no_mail_and_no_handle() {
    finds_nothing(&[
        "@anna:example.org",
        "vraag @anna_010:matrix.example.org:8448 even",
        "https://matrix.to/#/@anna:example.org",
        "!0612345678:example.org",
        "#plein-010:example.org",
        "$abc_0612345678:example.org",
        "$1234567890abcdefghijklmnopqrstuvwxyz-_06123",
    ]);
}

#[test]
fn an_account_is_found_in_groups_of_any_country_and_only_when_its_check_is_right() {
    for account in
        ["NL91ABNA0417164300", "nl91 abna 0417 1643 00", "DE89 3704 0044 0532 0130 00", "BE68-5390-0754-7034"]
    {
        finds(Kind::Iban, &format!("naar {account} graag"), account);
    }
    finds_nothing(&["NL92ABNA0417164300"]);
}

#[test]
fn a_plate_is_found_in_every_form() {
    for plate in [
        "AB-12-34", "12-34-AB", "12-AB-34", "AB-12-CD", "AB-CD-12", "12-AB-CD", "12-ABC-3", "1-ABC-23", "AB-123-C",
        "A-123-BC", "ABC-12-D", "A-12-BCD", "1-AB-234", "123-AB-4", "t-123-xx", "12-OF-34",
    ] {
        finds(Kind::LicencePlate, &format!("auto {plate} reed weg"), plate);
    }
}

#[test]
fn a_plate_without_dashes_must_be_clear_or_named() {
    finds(Kind::LicencePlate, "scooter F123BD", "F123BD");
    finds(Kind::LicencePlate, "scooter AB123C", "AB123C");
    finds(Kind::LicencePlate, "kenteken ab 12 cd", "ab 12 cd");
    finds(Kind::LicencePlate, "kenteken is 12abc3", "12abc3");
    finds_nothing(&["GP2026", "klas 4HAVO2", "4VWO12", "24UUR7", "12abc3", "12 en 13 jaar", "kenteken 12 en 13"]);
}

#[test]
fn ages_days_and_ids_in_dashes_are_no_plates() {
    finds_nothing(&[
        "12-en-13-jarigen",
        "8-tot-12-jarigen",
        "5-mei-26",
        "S-2026-k7qd",
        "AF-2026-b3cd",
        "noodbevel-175",
        "x-12-ab-34-yy",
    ]);
}

#[test]
fn a_home_is_a_postcode_with_a_number_beside_it() {
    for home in [
        "1234 AB 12",
        "1234ab 12-3",
        "1234AB12",
        "1234 AB, nummer 12",
        "Dorpsstraat 12, 1234 AB",
        "Dorpsstraat 12a 1234AB",
    ] {
        finds(Kind::Address, &format!("({home})"), home);
    }
    finds_nothing(&[
        "1234 AB",
        "op de Dorpsstraat",
        "in 2026 en 12 maanden",
        "rond 3011 AB 20 jongeren",
        "1500 km 12",
        "in 2026 OM 12 keer",
        "1234 AB 22:30",
    ]);
}

#[test]
fn a_date_is_of_birth_only_beside_such_a_word() {
    for date in ["1-2-2009", "01/02/09", "2009-02-01", "1 februari 2009", "1 feb. '09", "Feb 1st, 2009", "01022009"] {
        finds(Kind::BirthDate, &format!("geboren op {date}"), date);
    }
    finds(Kind::BirthDate, "12-03-2010 is zijn geboortedatum", "12-03-2010");
    finds(Kind::BirthDate, "geb. te Utrecht op 4 aug 2006", "4 aug 2006");
    finds_nothing(&[
        "22-11-2026 was er een gevecht",
        "het plan is geboren. Op 22-11-2026 zijn er rellen",
        "hij is geboren in 2009",
        "gebeld op 22-11-2026",
    ]);
}

#[test]
fn names_on_platforms_are_found_behind_the_platform() {
    for (text, name) in [
        ("snap: moneyboy", "moneyboy"),
        ("insta jayden_020 zegt dat", "jayden_020"),
        ("zijn tiktok is k.voorbeeld", "k.voorbeeld"),
        ("tiktok @moneyboy", "@moneyboy"),
        ("jayden_x1 op snap", "jayden_x1"),
        ("ghost#1234", "ghost#1234"),
        ("tg: baas", "baas"),
        ("zijn snap is moneyboy", "moneyboy"),
    ] {
        finds(Kind::Handle, text, name);
    }
}

#[test]
fn links_to_profiles_and_groups_are_found_whole() {
    for link in [
        "https://www.instagram.com/voorbeeld",
        "tiktok.com/@voorbeeld",
        "snapchat.com/add/voorbeeld",
        "t.me/voorbeeld",
        "youtube.com/@voorbeeld",
        "x.com/voorbeeld",
        "facebook.com/voorbeeld",
        "discord.gg/abc",
    ] {
        finds(Kind::Handle, &format!("zie {link}."), link);
    }
    finds_nothing(&["tiktok.com", "youtube.com/watch?v=abc", "instagram.com/explore/tags/drill", "voorbeeld.nl/x"]);
}

#[test]
fn a_platform_alone_is_a_place() {
    finds_nothing(&[
        "op Snapchat staat een filmpje",
        "een TikTok van 30 seconden",
        "Snapchat: groep van 20",
        "Telegram: oproep",
        "insta 14u30",
        "snap vol o.a. filmpjes",
        "@room wie komt er",
        "IMG_20261122.jpg",
        "klas3 op insta",
        "zaak#1234",
        "TikTok: onrust",
        "zijn account is verwijderd",
        "alias: pleingroep",
        "groep_noord_2 loopt",
    ]);
}

#[test]
fn a_first_name_needs_a_last_name_to_be_one_person() {
    for name in
        ["Mohammed el Idrissi", "Sanne de Vries", "Jayden B.", "Emre Öztürk", "Noor van 't Hof", "Ahmad al-Hassan"]
    {
        finds(Kind::Name, &format!("het was {name}"), name);
    }
    finds_nothing(&[
        "Sanne zag het",
        "Jan en Piet",
        "Mark de plek",
        "Jan van Galenstraat",
        "Anna Paulownaplein",
        "Johan Cruijff Arena",
        "Albert Heijn",
        "Sam Snapchat",
    ]);
}

#[test]
fn words_about_somebody_are_warnings() {
    finds(Kind::Health, "hij heeft ADHD", "ADHD");
    finds(Kind::Religion, "ze is moslima", "moslima");
    finds(Kind::Origin, "Marokkaanse jongens", "Marokkaanse");
    finds(Kind::CriminalRecord, "met een strafblad", "strafblad");
    for kind in [Kind::Health, Kind::Religion, Kind::Origin, Kind::CriminalRecord, Kind::Name] {
        assert!(!kind.is_hard());
    }
}

#[test]
fn words_in_the_name_of_a_place_are_not_about_somebody() {
    finds_nothing(&[
        "Christelijk Lyceum",
        "de Turkse supermarkt",
        "islamitische basisschool",
        "Joods Museum",
        "swimming pools",
    ]);
}

#[test]
fn what_is_found_comes_in_the_order_of_the_text() {
    let text = "Jayden B. (06-12345678) woont op 1234 AB 12, mail j@voorbeeld.nl";
    let kinds: Vec<Kind> = look(text).into_iter().map(|finding| finding.kind).collect();
    assert_eq!(kinds, [Kind::Name, Kind::Phone, Kind::Address, Kind::Email]);
}

#[test]
fn a_finding_is_shown_so_that_its_writer_knows_it() {
    let text = "Bel 06 12 34 56 78 of mail jan@voorbeeld.nl, NL91 ABNA 0417 1643 00, 12-ABC-3, instagram.com/jan, 1234 AB 12, Jan de Wit";
    assert_eq!(
        redacted(text, &look(text)),
        "Bel 06 •• •• •• 78 of mail j•••@•••, NL•• •••• •••• •••• 00, 1•-•••-3, instagram.com/j•••, 12•• •• ••, J••• d••• W•••"
    );
}

#[test]
fn a_text_full_of_it_gives_the_first_of_it() {
    assert_eq!(look(&"06-12345678, ".repeat(1000)).len(), MOST);
}

/// Pieces that the rules look for, whole and broken, so that random texts come near them.
fn pieces() -> impl Strategy<Value = String> {
    let known = [
        "06",
        "-",
        "12345678",
        " ",
        "111222333",
        "NL91",
        "ABNA0417164300",
        "@",
        "jan",
        "gmail.com",
        ".",
        "1234 AB",
        "12",
        "AB-12-CD",
        "geboren",
        "1-2-2009",
        "snap:",
        "jayden_020",
        "Sanne",
        "de",
        "Vries",
        "ADHD",
        "６",
        "é",
        "\u{200b}",
        "😀",
        "ﷺ",
        "+31",
        "(",
        ")",
        "/",
        "instagram.com/",
        "#1234",
        ":",
        "\n",
        "o",
        "l",
        "ĳ",
        "٣",
    ];
    let piece =
        prop_oneof![4 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => any::<String>()];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

#[test]
fn a_name_of_one_letter_is_hidden_too() {
    let shown = |text: &str| look(text).into_iter().map(|finding| finding.masked).collect::<Vec<_>>();
    assert_eq!(shown("zie x.com/v"), ["x.com/•••"]);
    assert_eq!(shown("zie x.com/vos"), ["x.com/v•••"]);
}

#[test]
fn an_address_within_a_link_does_not_bare_the_name() {
    let shown = |text: &str| look(text).into_iter().map(|finding| finding.masked).collect::<Vec<_>>();
    assert_eq!(shown("https://instagram.com/vosje?u=https://x.nl/a"), ["https://instagram.com/v•••"]);
    assert_eq!(shown("x.com/vosje://x.co"), ["x.com/v•••"]);
}

proptest! {
    #[test]
    fn whatever_is_written_breaks_nothing(text in pieces()) {
        let findings = look(&text);
        prop_assert!(findings.len() <= MOST);
        let mut from = 0;
        for finding in &findings {
            prop_assert!(from <= finding.range.start && finding.range.start < finding.range.end);
            prop_assert!(text.get(finding.range.clone()).is_some());
            from = finding.range.end;
        }
        redacted(&text, &findings);
    }

    #[test]
    fn what_is_shown_never_tells_the_whole(text in pieces()) {
        for finding in look(&text) {
            let digits: String = text[finding.range.clone()].chars().filter(char::is_ascii_digit).collect();
            let shown: String = finding.masked.chars().filter(char::is_ascii_digit).collect();
            prop_assert!(digits.len() < 3 || !shown.contains(&digits), "{} of {}", finding.masked, &text[finding.range]);
            prop_assert!(finding.masked.contains('•'));
        }
    }

    #[test]
    fn a_mobile_number_is_found_in_any_company(before in "[a-z ]{0,12}", number in "06[- ]?[1-9][0-9]{7}", after in "[,.!?] ?[a-z]{0,8}") {
        let text = format!("{before} {number}{after}");
        prop_assert!(look(&text).iter().any(|finding| finding.kind == Kind::Phone), "{text}");
    }
}
