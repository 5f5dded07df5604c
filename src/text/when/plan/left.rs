//! The text that is left when the moment is taken away: as it was typed, without the signs and little words that part the two.

/// What stands behind a moment.
pub(super) fn after(text: &str) -> String {
    let mut text = text.trim_start_matches(is_sign).trim();
    for joint in ["om te ", "dat ", "to ", "that "] {
        let (start, rest) = text.split_at_checked(joint.len()).unwrap_or((text, ""));
        if start.eq_ignore_ascii_case(joint) && !rest.trim().is_empty() {
            text = rest.trim_start();
            break;
        }
    }
    text.to_owned()
}

/// What stands before a moment.
pub(super) fn before(text: &str) -> String {
    text.trim_end_matches(|sign: char| sign.is_whitespace() || matches!(sign, ':' | ',' | ';' | '-' | '–' | '—' | '('))
        .trim_start()
        .to_owned()
}

fn is_sign(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, ':' | ',' | ';' | '-' | '–' | '—' | '.' | '!' | ')')
}
