//! What the chain has learnt of an intervention.

use super::team::coded;

coded! {
    /// What an intervention did, as those saw it who were there.
    Effect {
        /// It helped.
        Helped = "helped",
        /// It changed nothing.
        NoEffect = "no_effect",
        /// It made it worse.
        Worse = "worse",
        /// Nobody knows.
        Unknown = "unknown",
    }
}
