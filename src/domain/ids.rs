//! Names of people, rooms and events, as the chat gives them. Opaque here: compared and stored, hardly ever taken apart.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps a name that came from the chat or the database.
            pub fn new(name: impl Into<String>) -> Self {
                Self(name.into())
            }

            /// The name as it is written on the wire.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// A person (or bot) in the chat, `@anna:example.org`.
    UserId
}
id! {
    /// A room, `!opaque:example.org`.
    RoomId
}
id! {
    /// One event in a room: a message, reaction, redaction, membership.
    EventId
}

impl UserId {
    /// The part between `@` and `:`; what people call somebody without a display name.
    pub fn localpart(&self) -> &str {
        let name = self.0.strip_prefix('@').unwrap_or(&self.0);
        name.split_once(':').map_or(name, |(localpart, _)| localpart)
    }

    /// The server, after the first `:`; empty when there is none.
    pub fn server(&self) -> &str {
        self.0.split_once(':').map_or("", |(_, server)| server)
    }
}
