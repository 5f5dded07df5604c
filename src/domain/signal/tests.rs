//! The rules of signals.
