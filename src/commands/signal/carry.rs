//! Where words about a signal are taken: what the reporter hears, why it is closed. In a shared room only where everybody may see
//! that signal; elsewhere they are not handled, the message is taken away, and it goes on in private. Whether there is such a
//! signal at all makes no difference to what the room sees.

use super::open::Case;
use crate::catalogue::RoomKind;
use crate::commands::{Ask, Reply};
use crate::domain::Member;
use crate::store::StoreError;

/// Whether words about this signal may stand where they were typed.
pub(super) async fn may_carry(ask: &Ask<'_>, case: Option<&Case>) -> bool {
    if ask.kind == RoomKind::Direct {
        return true;
    }
    let (Some(case), Some(facts)) = (case, ask.rooms.facts(ask.room).await) else { return false };
    case.here(ask, &facts).is_ok()
}

/// Takes the message away, and says in private where it can be typed.
pub(super) async fn elsewhere(ask: &Ask<'_>, member: &Member) -> Result<Reply, StoreError> {
    ask.not_carried(member, "signal-not-there").await
}
