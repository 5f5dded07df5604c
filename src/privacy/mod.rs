//! What keeps people's words from whoever should not read them: the seal at rest, and the guard that looks at a text before it
//! is kept. Pure of rules about who may see what (that is the access rule in `crate::domain`) and of where things are stored
//! (that is the store's).

pub mod guard;
mod keys;
mod seal;

pub(crate) use keys::hex;
pub use keys::{KeyError, Keys};
pub use seal::{Place, RecordKey, SealError, Wrapped};
