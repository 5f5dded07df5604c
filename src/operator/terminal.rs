//! The program's own words to its operator, and how it ends. Operators' words are English; those for people in the chat lie
//! in `commands/`.

use crate::document::Problem;

/// How the program ends. The codes are a promise to service managers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// 0
    Clean,
    /// 2
    Settings,
    /// 1
    Failed,
}

/// Says what is wrong, on standard error.
#[expect(clippy::print_stderr, reason = "this is the program's own word to its operator")]
pub fn complain(text: &str) {
    eprintln!("schakel: {text}");
}

/// Says what was asked for, on standard output.
#[expect(clippy::print_stdout, reason = "this is the program's own word to its operator")]
pub fn tell(text: &str) {
    println!("{text}");
}

/// Says all that is wrong with a document.
pub fn complain_of(problems: &[Problem]) {
    for problem in problems {
        complain(&problem.to_string());
    }
}

/// An error with its cause.
pub fn explain(error: &dyn std::error::Error) -> String {
    match error.source() {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    }
}
