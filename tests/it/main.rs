//! The one integration binary: what the parts do together, seen from outside.

mod search_quality;
