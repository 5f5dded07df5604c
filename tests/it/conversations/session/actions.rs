//! Actions: who does what by when, and what becomes of it in a hundred days.
