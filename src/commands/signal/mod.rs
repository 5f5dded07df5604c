//! `!signaal`: what a professional saw and reports.

mod drafted;
mod fields;
mod interpreting;
mod report;
mod who_sees;

pub(super) use interpreting::Interpreting;
pub(super) use report::Report;

#[cfg(test)]
mod tests;
