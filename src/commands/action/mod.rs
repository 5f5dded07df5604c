//! `!actie`: what somebody does after an evaluation, until it is done.

use super::ask::{Ask, Reply};
use super::desk::Desk;
use super::parts::{Parts, named};
use crate::domain::{Due, Turn};
use crate::store::StoreError;

named! {
    /// What can be done with an action.
    pub(super) enum Sub {
        Done = "done",
        Drop = "drop",
        Later = "later",
        HandOver = "hand_over",
        Accept = "accept",
        Refuse = "refuse",
    }
}

pub(super) const PARTS: Parts = Parts { subcommands: Sub::IDS, options: &[] };

pub(super) async fn answer(ask: &Ask<'_>) -> Result<Reply, StoreError> {
    let sub = ask.definition.asked(ask.words).subcommand.and_then(|sub| Sub::called(&sub.id));
    let _ = sub;
    Ok(ask.say("incident-already-so", &[]))
}

/// What follows when an action is to be asked after.
pub(crate) async fn fall_due(desk: &Desk<'_>, due: &Due) -> Result<Turn, StoreError> {
    let _ = (desk, due);
    Ok(Turn::nothing())
}
