//! What the bot asks of its own accord about agreements: to look again at those whose day has come. One message for a team,
//! in its chain room, to those who may speak for the organisations that are bound; it names numbers and kinds, never a text.

use chrono::{DateTime, Utc};

use super::Bot;
use crate::catalogue::RoomKind;
use crate::domain::{AgreementKind, Language, OrganisationKind, RoomId, UserId};
use crate::store::{ReviewDue, StoreError};
use crate::text::{Answer, Line, day_in_words};

/// So many agreements in one message; the rest are asked about at the next look.
const AT_ONCE: usize = 10;

impl Bot {
    /// Asks each team once to look again at its agreements whose day has come. Returns the rooms in which that is to be sent.
    pub async fn ask_for_reviews(&self, now: DateTime<Utc>) -> Result<Vec<RoomId>, StoreError> {
        let today = now.with_timezone(&self.me.time_zone).date_naive();
        let due = self.store.reviews_due(&self.me.account, today).await?;
        let mut rooms = Vec::new();
        for of_team in due.chunk_by(|one, other| one.team == other.team) {
            let of_team = &of_team[..of_team.len().min(AT_ONCE)];
            let Some(first) = of_team.first() else { continue };
            let people = self.who_can_renew(of_team).await?;
            let language = self.room_language(&first.room).await?.unwrap_or(self.me.language);
            let out = Self::tell_people(&first.room, &self.review(language, of_team, &people), &people);
            if self.store.ask_for_reviews(of_team, &out, now.timestamp_millis()).await? {
                rooms.push(first.room.clone());
            }
        }
        Ok(rooms)
    }

    /// Everybody who may speak for an organisation that one of these binds.
    async fn who_can_renew(&self, due: &[ReviewDue]) -> Result<Vec<UserId>, StoreError> {
        let Some(first) = due.first() else { return Ok(Vec::new()) };
        let mut bound: Vec<OrganisationKind> = Vec::new();
        for one in due {
            let agreement = self.store.agreement(&one.team, &one.number).await?;
            bound
                .extend(agreement.and_then(|found| found.in_force).into_iter().flat_map(|it| it.terms.subject.binds()));
        }
        let mut members = self.store.members(&first.team).await?;
        members.retain(|member| member.mandate && member.is_active() && bound.contains(&member.organisation));
        Ok(members.into_iter().map(|member| member.person).collect())
    }

    fn review(&self, language: Language, due: &[ReviewDue], people: &[UserId]) -> Answer {
        let command = self.shown("agreement", RoomKind::Chain, language);
        let texts = &self.library.catalogue.texts;
        let lines = due.iter().map(|one| {
            let args = [
                ("number", one.number.as_str().into()),
                ("kind", self.agreement_kind(language, one.kind).into()),
                ("day", day_in_words(one.review_on, language, texts).into()),
            ];
            Line::new(self.text(language, "agreement-review-line", &args))
        });
        let mut answer = Answer::say(self.text(language, "agreement-review", &[])).list(lines);
        if !people.is_empty() {
            let names =
                people.iter().map(|person| format!("**{}**", person.localpart())).collect::<Vec<_>>().join(", ");
            answer = answer.paragraph(self.text(language, "agreement-review-who", &[("people", names.into())]));
        }
        let number = due.first().map_or("", |one| one.number.as_str());
        let definition = self.library.catalogue.definition("agreement");
        let renew = definition.map_or("", |agreement| agreement.subcommand_shown("review", language));
        let show = format!("{command} {number}");
        let args = [("show", show.as_str().into()), ("renew", format!("{show} {renew}").into())];
        answer.paragraph(self.text(language, "agreement-review-how", &args))
    }

    fn agreement_kind(&self, language: Language, kind: AgreementKind) -> String {
        let definition = self.library.catalogue.definition("agreement");
        let filter = definition.and_then(|it| it.filters.iter().find(|filter| filter.id == "kind"));
        let option = filter.and_then(|filter| filter.option(kind.code()));
        option.map_or(kind.code(), |option| option.words.shown(language)).to_owned()
    }
}
