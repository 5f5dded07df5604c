//! Why something cannot be done with a signal, and what can be done instead.

use super::open::Case;
use super::words::Sub;
use crate::commands::{Ask, Reply};
use crate::domain::SignalRefusal;
use crate::store::StoreError;

/// Says why not.
pub(super) async fn refused(ask: &Ask<'_>, case: &Case, refusal: SignalRefusal) -> Result<Reply, StoreError> {
    case.say(ask, |ask| {
        let number = ("number", case.signal.number.as_str().into());
        match refusal {
            SignalRefusal::Closed => ask.say("signal-is-closed", &[number]),
            SignalRefusal::Owned if case.is_owner() => ask.say("signal-owned-by-you", &[number]),
            SignalRefusal::Owned => {
                let who = case.signal.protection.owner.as_ref().map_or("", |owner| owner.localpart());
                ask.say("signal-owned", &[number, ("who", who.into())])
            }
            SignalRefusal::OwnSignal => ask.say("signal-is-yours", &[number]),
            SignalRefusal::InterpretedBefore => ask.say("signal-interpreted-before", &[number]),
            SignalRefusal::NotOwner => {
                let take = ask.line(&case.signal.number, ask.sub(Sub::Take));
                ask.say("signal-not-owner", &[number, ("command", take.into())])
            }
            SignalRefusal::NoPart => {
                let take = ask.line(&case.signal.number, ask.sub(Sub::Take));
                ask.say("signal-no-part", &[number, ("command", take.into())])
            }
            SignalRefusal::NotAuthor => ask.say("signal-not-author", &[number]),
            SignalRefusal::AlreadySo => ask.say("signal-already-so", &[number]),
            SignalRefusal::Agreed => ask.say("signal-partners-agreed-not", &[number]),
        }
    })
    .await
}
